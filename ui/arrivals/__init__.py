"""Arrivals: how a car comes, what state it is in, who signs; the board of keys and the places of cars."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.arrivals.page import ArrivalsPage  # noqa: PLC0415 - see above

    return ArrivalsPage


SPEC = PageSpec(
    name="arrivals",
    title=QT_TRANSLATE_NOOP("ArrivalsPage", "Arrivals and keys"),
    icon="key-round",
    make=later(load),
    load=load,
    permissions=(Permission.ARRIVALS_EDIT, Permission.ARRIVALS_MOVE),
    under="today",
)

__all__ = ["SPEC"]
