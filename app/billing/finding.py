"""Finding invoices by their number, by their order's number, by the car's plate."""

import uuid

import sqlalchemy as sa

from app.billing.reads import InvoiceRow
from app.kernel import search
from app.kernel.tx import Read
from models.billing import Invoice, InvoiceState
from models.money import Money

KIND = "invoice"


def find_invoices(read: Read, query: str, *, limit: int = 20) -> tuple[InvoiceRow, ...]:
    """Issued documents whose numbers or plate hold every word of the query; the newest of the best first."""
    hits = search.find(read.connection, read.center_id, query, kinds=(KIND,), limit=limit)
    if not hits:
        return ()
    rows = read.connection.execute(
        sa.select(Invoice.__table__).where(
            Invoice.id.in_([hit.subject_id for hit in hits]),
            Invoice.center_id == read.center_id,
            Invoice.state == InvoiceState.ISSUED,
        )
    )
    found = [
        InvoiceRow(
            id=row.id,
            kind=row.kind,
            number=row.number,
            order_id=row.order_id,
            customer_id=row.customer_id,
            issued_on=row.issued_on,
            issued_at=row.issued_at,
            due_on=row.due_on,
            net=Money(row.net_amount, row.currency),
            tax=Money(row.tax_amount, row.currency),
            total=Money(row.total_amount, row.currency),
            corrects_id=row.corrects_id,
        )
        for row in rows
    ]
    ranks = {hit.subject_id: hit.rank for hit in hits}
    found.sort(key=lambda row: row.issued_at, reverse=True)
    return tuple(sorted(found, key=lambda row: ranks[row.id]))


def invoice_by_number(read: Read, number: str) -> uuid.UUID | None:
    """The id of the document with exactly that number; None when there is none."""
    found: uuid.UUID | None = read.connection.execute(
        sa.select(Invoice.id).where(Invoice.center_id == read.center_id, Invoice.number == number)
    ).scalar()
    return found
