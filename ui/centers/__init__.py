"""Settings: the center, its taxes, numbers, people, rights and rules, this computer."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.centers.page import SettingsPage  # noqa: PLC0415 - see above

    return SettingsPage


SPEC = PageSpec(
    name="centers",
    title=QT_TRANSLATE_NOOP("Settings", "Settings"),
    icon="settings",
    make=later(load),
    load=load,
    group=3,
)

__all__ = ["SPEC"]
