"""Invoices and payments: what is owed, one bill as locked paper, money in and back, the cash day."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def unpaid_count(read: Read) -> int:
    """How many invoices are not paid."""
    from app.billing import count_unpaid  # noqa: PLC0415 - counted after the first page is painted

    return count_unpaid(read)


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.billing.page import BillingPage  # noqa: PLC0415 - see above

    return BillingPage


SPEC = PageSpec(
    name="billing",
    title=QT_TRANSLATE_NOOP("BillingPage", "Invoices"),
    icon="receipt-text",
    make=later(load),
    load=load,
    permissions=(Permission.MONEY_SEE,),
    group=1,
    places=("invoices", "payments"),
    count=unpaid_count,
)

__all__ = ["SPEC"]
