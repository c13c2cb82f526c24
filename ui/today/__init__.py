"""Today: the page a person begins with; every figure on it is one step from its record."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.shell.page import PageSpec
from ui.today.page import TodayPage

SPEC = PageSpec(
    name="today",
    title=QT_TRANSLATE_NOOP("TodayPage", "Today"),
    icon="sun",
    make=TodayPage,
    group=0,
)

__all__ = ["SPEC", "TodayPage"]
