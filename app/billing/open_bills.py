"""Which invoices are open: found from the few that one look at their payments does not settle."""

import uuid

import sqlalchemy as sa

from models.billing import Allocation, Invoice, InvoiceKind, InvoiceState, Payment, PaymentKind

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


def open_bills(center_id: uuid.UUID) -> sa.Subquery:
    """Issued invoices that are not settled: ``id, total, due_on, open`` (minor units, above zero).

    What came is a sum of one short look into an index; only where that does not cover the bill, or money went back,
    are credit notes and refunds looked for. A refund stands in the payments as an amount like any other, so it is
    taken off twice.
    """
    back = sa.func.coalesce(_REFUNDED.c.back, 0)
    still = Invoice.total_amount - _TAKEN + 2 * back
    found = (
        sa.select(
            Invoice.id,
            Invoice.total_amount.label("total"),
            Invoice.due_on,
            sa.case((still > 0, still - _CREDITED), else_=0).label("open"),
        )
        .outerjoin(_REFUNDED, _REFUNDED.c.invoice_id == Invoice.id)
        .where(
            Invoice.center_id == center_id,
            Invoice.state == InvoiceState.ISSUED,
            Invoice.kind == InvoiceKind.INVOICE,
        )
        .subquery()
    )
    return sa.select(found).where(found.c.open > 0).subquery("open_bills")
