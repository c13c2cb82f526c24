"""Which invoices are open: kept with every bill, credit note and payment, so that nobody looks through the books."""

import uuid
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.billing.balance import balance_of
from app.kernel.tx import Tx
from models.base import table_of
from models.billing import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceState,
    OpenBill,
    Payment,
    PaymentKind,
)

_OPEN = table_of(OpenBill)
_NOTE = sa.orm.aliased(Invoice, name="credit")
_TAKEN = (
    sa.select(sa.func.coalesce(sa.func.sum(Allocation.amount), 0))
    .where(Allocation.invoice_id == Invoice.id)
    .correlate(Invoice)
    .scalar_subquery()
)
_CREDITED = (
    sa.select(sa.func.coalesce(sa.func.sum(_NOTE.total_amount), 0))
    .where(_NOTE.corrects_id == Invoice.id, _NOTE.state == InvoiceState.ISSUED)
    .correlate(Invoice)
    .scalar_subquery()
)
_REFUNDED = (
    sa.select(Allocation.invoice_id, sa.func.sum(Allocation.amount).label("back"))
    .join(Payment, Payment.id == Allocation.payment_id)
    .where(Payment.kind == PaymentKind.REFUND)
    .group_by(Allocation.invoice_id)
    .cte("refunded")
)


def keep_open(tx: Tx, invoice: Invoice) -> None:
    """Make the row of an issued invoice say what is owed on it now; the caller holds the invoice's lock."""
    tx.flush()
    owed = balance_of(tx.connection, invoice.id).open
    tx.execute(sa.delete(_OPEN).where(_OPEN.c.id == invoice.id))
    if owed > 0:
        tx.execute(sa.insert(_OPEN), row_of(invoice, owed))


def row_of(invoice: Invoice | sa.Row[*tuple[Any, ...]], owed: int) -> dict[str, Any]:
    """The row of an invoice on which that much is owed (minor units)."""
    return {
        "id": invoice.id,
        "center_id": invoice.center_id,
        "order_id": invoice.order_id,
        "issued_at": invoice.issued_at,
        "due_on": invoice.due_on,
        "open_amount": owed,
    }


def open_bills(center_id: uuid.UUID) -> sa.Subquery:
    """Issued invoices that are not settled: ``id, order_id, due_on, open`` (minor units, above zero)."""
    return (
        sa.select(_OPEN.c.id, _OPEN.c.order_id, _OPEN.c.due_on, _OPEN.c.open_amount.label("open"))
        .where(_OPEN.c.center_id == center_id)
        .subquery("open_bills")
    )


def settle_books(connection: Connection) -> None:
    """Fill the open bills from the books: for shops whose books were written in bulk."""
    connection.execute(sa.delete(_OPEN))
    rows = [row_of(row, int(row.open)) for row in connection.execute(_owed())]
    if rows:
        connection.execute(sa.insert(_OPEN), rows)


def wrong_bills(connection: Connection) -> Mapping[str, tuple[int, int]]:
    """By invoice number: what its row says is owed and what the books say, where these differ (minor units)."""
    books = {row.id: int(row.open) for row in connection.execute(_owed())}
    kept = {
        row.id: int(row.open_amount)
        for row in connection.execute(sa.select(_OPEN.c.id, _OPEN.c.open_amount))
    }
    wrong = [key for key in books.keys() | kept.keys() if books.get(key) != kept.get(key)]
    found: dict[str, tuple[int, int]] = {}
    for key in wrong:
        number = connection.execute(sa.select(Invoice.number).where(Invoice.id == key)).scalar()
        found[number or str(key)] = (kept.get(key, 0), books.get(key, 0))
    return dict(sorted(found.items()))


def _owed() -> sa.Select[Any]:
    """What is owed on every issued invoice by the books, where it is above zero.

    What came is a sum of one short look into an index; only where that does not cover the bill, or money went back,
    are credit notes and refunds looked for. A refund stands in the payments as an amount like any other, so it is
    taken off twice.
    """
    still = Invoice.total_amount - _TAKEN + 2 * sa.func.coalesce(_REFUNDED.c.back, 0)
    found = (
        sa.select(
            Invoice.id,
            Invoice.center_id,
            Invoice.order_id,
            Invoice.issued_at,
            Invoice.due_on,
            sa.case((still > 0, still - _CREDITED), else_=0).label("open"),
        )
        .outerjoin(_REFUNDED, _REFUNDED.c.invoice_id == Invoice.id)
        .where(Invoice.state == InvoiceState.ISSUED, Invoice.kind == InvoiceKind.INVOICE)
        .subquery()
    )
    return sa.select(found).where(found.c.open > 0)
