"""Import and export of lists: columns proposed, tried out, brought in; lists taken out."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.exchange.page import ExchangePage
from ui.shell.page import PageSpec

SPEC = PageSpec(
    name="exchange",
    title=QT_TRANSLATE_NOOP("Exchange", "Import, export"),
    icon="arrow-left-right",
    make=ExchangePage,
    permissions=(Permission.EXCHANGE_IMPORT, Permission.EXCHANGE_EXPORT),
    group=3,
)

__all__ = ["SPEC"]
