"""What customers owe, of the bills that are open."""

import uuid
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.kernel.tx import Read
from models.access import Permission
from models.billing import Invoice
from models.money import Money


@dataclass(frozen=True, slots=True)
class OwedRow:
    """An invoice that is not paid; ``late_days`` is above zero when it is overdue."""

    invoice_id: uuid.UUID
    number: str
    customer: str
    open: Money
    due_on: date | None
    late_days: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What customers owe: the longest overdue first, the count and the sum of all."""

    rows: tuple[OwedRow, ...]
    count: int
    sum: Money


def debts(read: Read, today: date, currency: str, *, limit: int) -> Owed:
    """What is owed: the first ``limit`` rows, the longest due first, and the count and sum of all. NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    # what is owed is read after the rest of Today is painted
    from app import billing  # noqa: PLC0415 - see above
    from models.customers import Customer  # noqa: PLC0415 - see above

    found = billing.open_bills(read.center_id)
    count, total = read.connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(found.c.open), 0)).select_from(
            found
        )
    ).one()
    first = (
        sa.select(found)
        .order_by(found.c.due_on.is_(None), found.c.due_on, found.c.id)
        .limit(limit)
        .subquery()
    )
    rows = read.connection.execute(
        sa.select(
            Invoice.id,
            Invoice.number,
            first.c.due_on,
            first.c.open,
            Customer.name.label("customer"),
        )
        .select_from(first)
        .join(Invoice, Invoice.id == first.c.id)
        .join(Customer, Customer.id == Invoice.customer_id)
        .order_by(first.c.due_on.is_(None), first.c.due_on, first.c.id)
    )
    owed = tuple(
        OwedRow(
            row.id,
            row.number,
            row.customer or "",
            Money(int(row.open), currency),
            row.due_on,
            max(0, (today - row.due_on).days) if row.due_on is not None else 0,
        )
        for row in rows
    )
    return Owed(owed, int(count), Money(int(total), currency))
