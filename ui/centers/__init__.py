"""Settings: the center, its taxes, numbers, people, rights and rules, this computer."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.centers.page import SettingsPage
from ui.shell.page import PageSpec

SPEC = PageSpec(
    name="centers",
    title=QT_TRANSLATE_NOOP("Settings", "Settings"),
    icon="settings",
    make=SettingsPage,
    group=3,
)

__all__ = ["SPEC"]
