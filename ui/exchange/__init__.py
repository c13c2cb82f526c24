"""Import and export of lists: columns proposed, tried out, brought in; lists taken out."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.exchange.page import ExchangePage  # noqa: PLC0415 - see above

    return ExchangePage


SPEC = PageSpec(
    name="exchange",
    title=QT_TRANSLATE_NOOP("Exchange", "Import, export"),
    icon="arrow-left-right",
    make=later(load),
    load=load,
    permissions=(Permission.EXCHANGE_IMPORT, Permission.EXCHANGE_EXPORT),
    group=3,
)

__all__ = ["SPEC"]
