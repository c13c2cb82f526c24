"""Reads of billing: frozen rows; settlement is summed from payments and dates, never stored."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.billing.balance import balance_of
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Permission
from models.billing import (
    Billing,
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceState,
    Payment,
    PaymentKind,
    PaymentMethod,
    Settlement,
)
from models.customers import Customer
from models.money import Money


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice or credit note as a list shows it."""

    id: uuid.UUID
    kind: InvoiceKind
    number: str
    order_id: uuid.UUID | None
    customer_id: uuid.UUID
    issued_on: date
    issued_at: datetime
    due_on: date | None
    net: Money
    tax: Money
    total: Money
    corrects_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class InvoiceCard:
    """An invoice with how far it is settled."""

    row: InvoiceRow
    settlement: Settlement
    credited: Money
    paid: Money
    refunded: Money
    open: Money
    version: int


_COLUMNS = (
    Invoice.id,
    Invoice.kind,
    Invoice.number,
    Invoice.order_id,
    Invoice.customer_id,
    Invoice.issued_on,
    Invoice.issued_at,
    Invoice.due_on,
    Invoice.net_amount,
    Invoice.tax_amount,
    Invoice.total_amount,
    Invoice.currency,
    Invoice.corrects_id,
    Invoice.version,
)


def _row(row: sa.Row[*tuple[Any, ...]]) -> InvoiceRow:
    values = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    return InvoiceRow(
        values["id"],
        values["kind"],
        values["number"],
        values["order_id"],
        values["customer_id"],
        values["issued_on"],
        values["issued_at"],
        values["due_on"],
        Money(values["net_amount"], values["currency"]),
        Money(values["tax_amount"], values["currency"]),
        Money(values["total_amount"], values["currency"]),
        values["corrects_id"],
    )


def list_invoices(
    read: Read,
    *,
    order_id: uuid.UUID | None = None,
    customer_id: uuid.UUID | None = None,
    after: tuple[datetime, uuid.UUID] | None = None,
    limit: int = 50,
) -> list[InvoiceRow]:
    """A page of issued documents, newest first; ``after`` is (issued_at, id) of the last one seen. NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    query = sa.select(*_COLUMNS).where(
        Invoice.center_id == read.center_id, Invoice.state == InvoiceState.ISSUED
    )
    if order_id:
        query = query.where(Invoice.order_id == order_id)
    if customer_id:
        query = query.where(whole(Invoice.customer_id, Customer, customer_id))
    if after:
        query = query.where(
            sa.tuple_(Invoice.issued_at, Invoice.id)
            < sa.tuple_(
                sa.literal(after[0], Invoice.issued_at.type), sa.literal(after[1], Invoice.id.type)
            )
        )
    rows = read.connection.execute(
        query.order_by(Invoice.issued_at.desc(), Invoice.id.desc()).limit(limit)
    )
    return [_row(row) for row in rows]


def get_invoice(read: Read, invoice_id: uuid.UUID, *, today: date) -> InvoiceCard:
    """One document with its balance; NotFoundError for another center's, NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    row = read.connection.execute(
        sa.select(*_COLUMNS).where(Invoice.id == invoice_id, Invoice.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("billing", "There is no such document.")))
    balance = balance_of(read.connection, invoice_id)
    shown = _row(row)
    cur = shown.total.currency
    return InvoiceCard(
        shown,
        settlement(
            balance.open, balance.total, balance.credited, balance.paid, shown.due_on, today
        ),
        Money(balance.credited, cur),
        Money(balance.paid, cur),
        Money(balance.refunded, cur),
        Money(balance.open, cur),
        row.version,
    )


@dataclass(frozen=True, slots=True)
class InvoiceLineRow:
    """A line of an issued document."""

    id: uuid.UUID
    kind: str
    code: str
    name: str
    unit: str
    qty: Decimal
    price: Money
    net: Money
    tax: Money
    total: Money
    order_line_id: uuid.UUID | None
    credits_id: uuid.UUID | None


def invoice_lines(read: Read, invoice_id: uuid.UUID) -> tuple[InvoiceLineRow, ...]:
    """The lines of a document, in its order; nothing of another center's. NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    rows = read.connection.execute(
        sa.select(InvoiceLine.__table__, Invoice.currency)
        .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
        .where(InvoiceLine.invoice_id == invoice_id, Invoice.center_id == read.center_id)
        .order_by(InvoiceLine.sort)
    )
    return tuple(
        InvoiceLineRow(
            r.id,
            r.kind,
            r.code,
            r.name,
            r.unit,
            r.qty,
            Money(r.price_amount, r.currency),
            Money(r.net_amount, r.currency),
            Money(r.tax_amount, r.currency),
            Money(r.total_amount, r.currency),
            r.order_line_id,
            r.credits_id,
        )
        for r in rows
    )


def settlement(
    open_: int, total: int, credited: int, paid: int, due_on: date | None, today: date
) -> Settlement:
    """How far a document is settled, from its sums and the day."""
    if credited and credited >= total:
        return Settlement.CREDITED
    if open_ <= 0:
        return Settlement.PAID
    if due_on is not None and today > due_on:
        return Settlement.OVERDUE
    return Settlement.PART_PAID if paid else Settlement.UNPAID


def open_amount(read: Read, invoice_id: uuid.UUID) -> Money:
    """What is owed on an invoice (below zero: owed to the customer). NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    cur = read.connection.execute(
        sa.select(Invoice.currency).where(
            Invoice.id == invoice_id, Invoice.center_id == read.center_id
        )
    ).scalar()
    if cur is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("billing", "There is no such document.")))
    return Money(balance_of(read.connection, invoice_id).open, cur)


def order_billing(read: Read, order_id: uuid.UUID) -> Billing:
    """How far an order is billed: derived from its invoices, never stored."""
    ids = read.connection.execute(
        sa.select(Invoice.id).where(
            Invoice.order_id == order_id,
            Invoice.kind == InvoiceKind.INVOICE,
            Invoice.state == InvoiceState.ISSUED,
            Invoice.center_id == read.center_id,
        )
    ).scalars()
    balances = [balance_of(read.connection, key) for key in ids]
    standing = [b for b in balances if not b.credited or b.credited < b.total]
    if not standing:
        return Billing.UNBILLED
    if all(b.open <= 0 for b in standing):
        return Billing.PAID
    return Billing.PART_PAID if any(b.paid for b in standing) else Billing.INVOICED


@dataclass(frozen=True, slots=True)
class CashDayLine:
    """One method's money of a day."""

    method: PaymentMethod
    received: Money
    refunded: Money


@dataclass(frozen=True, slots=True)
class CashDay:
    """A day's money by method; it equals the ledger because it is the ledger."""

    on: date
    lines: tuple[CashDayLine, ...]
    cash_in_drawer: Money


def cash_day(read: Read, on: date, *, currency: str) -> CashDay:
    """What came in and went back on a day of the center's calendar, by method."""
    read.require(Permission.MONEY_SEE)
    rows = read.connection.execute(
        sa.select(Payment.method, Payment.kind, sa.func.sum(Payment.amount).label("amount"))
        .where(Payment.center_id == read.center_id, Payment.on_day == on)
        .group_by(Payment.method, Payment.kind)
    ).all()
    received: dict[PaymentMethod, int] = {}
    refunded: dict[PaymentMethod, int] = {}
    for row in rows:
        book = refunded if row.kind == PaymentKind.REFUND else received
        book[row.method] = book.get(row.method, 0) + int(row.amount)
    lines = tuple(
        CashDayLine(
            method,
            Money(received.get(method, 0), currency),
            Money(refunded.get(method, 0), currency),
        )
        for method in PaymentMethod
        if method in received or method in refunded
    )
    drawer = received.get(PaymentMethod.CASH, 0) - refunded.get(PaymentMethod.CASH, 0)
    return CashDay(on, lines, Money(drawer, currency))
