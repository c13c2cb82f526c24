"""What customers owe: summed from the books, never stored."""

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
    """What is owed, from the few invoices that their payments do not cover. NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    # what is owed is read after the rest of Today is painted
    from app import billing  # noqa: PLC0415 - see above
    from models.customers import Customer  # noqa: PLC0415 - see above

    found = billing.open_bills(read.center_id)
    rows = read.connection.execute(
        sa.select(
            Invoice.id,
            Invoice.number,
            found.c.due_on,
            found.c.open,
            Customer.name.label("customer"),
        )
        .select_from(found)
        .join(Invoice, Invoice.id == found.c.id)
        .join(Customer, Customer.id == Invoice.customer_id)
    ).all()
    owed = [
        OwedRow(
            row.id,
            row.number,
            row.customer or "",
            Money(int(row.open), currency),
            row.due_on,
            max(0, (today - row.due_on).days) if row.due_on is not None else 0,
        )
        for row in rows
    ]
    owed.sort(key=lambda each: (each.due_on or date.max, each.number))
    total = Money(sum(each.open.minor for each in owed), currency)
    return Owed(tuple(owed[:limit]), len(owed), total)
