"""Every page of the desk, in the order of the navigation."""

from ui import catalog, centers
from ui.shell.page import PageSpec

PAGES: tuple[PageSpec, ...] = (catalog.SPEC, centers.SPEC)
