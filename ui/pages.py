"""Every page of the desk, in the order of the navigation."""

from ui import centers
from ui.shell.page import PageSpec

PAGES: tuple[PageSpec, ...] = (centers.SPEC,)
