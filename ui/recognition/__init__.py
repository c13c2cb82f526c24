"""Reading a photo: what stands on it, how sure, and what of it goes into the card of the car."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.recognition.page import RecognitionPage  # noqa: PLC0415 - see above

    return RecognitionPage


SPEC = PageSpec(
    name="recognition",
    title=QT_TRANSLATE_NOOP("pages", "Read a photo"),
    icon="scan-text",
    make=later(load),
    load=load,
    permissions=(Permission.VEHICLES_EDIT, Permission.INVENTORY_RECEIVE),
    under="customers",
)
