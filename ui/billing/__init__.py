"""Invoices and payments: what is owed, one bill as locked paper, money in and back, the cash day."""

from app.billing import count_unpaid
from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.billing.page import BillingPage
from ui.shell.page import PageSpec

SPEC = PageSpec(
    name="billing",
    title=QT_TRANSLATE_NOOP("BillingPage", "Invoices"),
    icon="receipt-text",
    make=BillingPage,
    permissions=(Permission.MONEY_SEE,),
    group=1,
    places=("invoices", "payments"),
    count=count_unpaid,
)

__all__ = ["SPEC", "BillingPage"]
