"""Invoices, credit notes and money: what was billed, what came in, what is left."""

from app.billing.credit import CreditInvoice, credit_invoice
from app.billing.invoicing import IssueInvoice, issue_invoice
from app.billing.payments import Refund, TakePayment, refund, take_payment
from app.billing.reads import (
    CashDay,
    InvoiceCard,
    InvoiceLineRow,
    InvoiceRow,
    cash_day,
    get_invoice,
    invoice_lines,
    list_invoices,
    open_amount,
    order_billing,
)

__all__ = [
    "CashDay",
    "CreditInvoice",
    "InvoiceCard",
    "InvoiceLineRow",
    "InvoiceRow",
    "IssueInvoice",
    "Refund",
    "TakePayment",
    "cash_day",
    "credit_invoice",
    "get_invoice",
    "invoice_lines",
    "issue_invoice",
    "list_invoices",
    "open_amount",
    "order_billing",
    "refund",
    "take_payment",
]
