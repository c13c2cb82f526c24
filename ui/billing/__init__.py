"""Invoices and payments: what is owed, one bill as locked paper, money in and back, the cash day."""

from app.billing import count_unpaid
from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


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
    count=count_unpaid,
)

__all__ = ["SPEC"]
