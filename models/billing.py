"""Invoices, credit notes, and the money that came in or went back."""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    AmountOf,
    Base,
    Blob,
    Choice,
    DateOn,
    Json,
    Key,
    PercentOf,
    QtyOf,
    Retention,
    Versioned,
    partial_index,
    ref,
    table_args,
)


class InvoiceKind(StrEnum):
    """A credit note is the only way to take back what an issued invoice says."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class InvoiceState(StrEnum):
    """What is stored; part_paid, paid, overdue and credited are derived from payments and dates."""

    DRAFT = "draft"
    ISSUED = "issued"


class Settlement(StrEnum):
    """How far an issued invoice is settled: derived, never typed in."""

    UNPAID = "unpaid"
    PART_PAID = "part_paid"
    PAID = "paid"
    OVERDUE = "overdue"
    CREDITED = "credited"


class Billing(StrEnum):
    """How far an order is billed: derived from its invoices."""

    UNBILLED = "unbilled"
    INVOICED = "invoiced"
    PART_PAID = "part_paid"
    PAID = "paid"


class Invoice(Versioned, Base):
    """An invoice or a credit note; once issued its record is sealed, signed and final."""

    __tablename__ = "invoice"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "series", "number"),
        sa.Index("ix_invoice_order_id", "order_id"),
        sa.Index("ix_invoice_customer_id", "customer_id"),
        sa.Index("ix_invoice_corrects_id", "corrects_id"),
        sa.Index("ix_invoice_center_id_issued_at_id", "center_id", "issued_at", "id"),
        # all that the sums of the books are read from, without the records beside
        sa.Index(
            "ix_invoice_books",
            "center_id",
            "state",
            "kind",
            "id",
            "total_amount",
            "due_on",
            "corrects_id",
        ),
        sa.CheckConstraint(
            "state <> 'issued' OR (number IS NOT NULL AND record IS NOT NULL)", name="issued"
        ),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[InvoiceKind] = mapped_column(Choice(InvoiceKind))
    state: Mapped[InvoiceState] = mapped_column(Choice(InvoiceState))
    series: Mapped[str]
    number: Mapped[str | None]
    order_id: Mapped[uuid.UUID | None] = ref("work_order")
    vehicle_id: Mapped[uuid.UUID | None] = ref("vehicle")
    customer_id: Mapped[uuid.UUID] = ref("customer")
    corrects_id: Mapped[uuid.UUID | None] = ref("invoice")
    reason: Mapped[str | None]
    currency: Mapped[str]
    supplied_on: Mapped[date] = mapped_column(DateOn())
    place_of_supply: Mapped[str | None]
    issued_on: Mapped[date | None] = mapped_column(DateOn())
    issued_at: Mapped[datetime | None]
    due_on: Mapped[date | None] = mapped_column(DateOn())
    net_amount: Mapped[AmountOf]
    discount_amount: Mapped[AmountOf]
    tax_amount: Mapped[AmountOf]
    round_off_amount: Mapped[AmountOf]
    total_amount: Mapped[AmountOf]
    layout: Mapped[int | None]
    record: Mapped[str | None]
    sha256: Mapped[str | None]
    key_id: Mapped[uuid.UUID | None] = ref("signing_key")
    signature: Mapped[bytes | None] = mapped_column(Blob())
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")


class OpenBill(Base):
    """An issued invoice on which something is still owed: kept with every bill, note and payment, proved by ``doctor``.

    ``id`` is the invoice's. A settled bill has no row, so that what is owed is read from the few that are open.
    """

    __tablename__ = "open_bill"
    __table_args__ = table_args(
        sa.Index("ix_open_bill_center_id_due_on", "center_id", "due_on"),
        sa.Index("ix_open_bill_center_id_issued_at_id", "center_id", "issued_at", "id"),
        sa.CheckConstraint("open_amount > 0", name="open"),
        retention=Retention.BOOKS,
    )

    id: Mapped[uuid.UUID] = ref("invoice", primary_key=True)
    center_id: Mapped[uuid.UUID] = ref("center")
    order_id: Mapped[uuid.UUID | None] = ref("work_order")
    issued_at: Mapped[datetime]
    due_on: Mapped[date | None] = mapped_column(DateOn())
    open_amount: Mapped[AmountOf]


class InvoiceLine(Base):
    """One line of an invoice as it was sold; a credit note's line names the line it takes back."""

    __tablename__ = "invoice_line"
    __table_args__ = table_args(
        sa.Index("ix_invoice_line_invoice_id", "invoice_id"),
        sa.Index("ix_invoice_line_credits_id", "credits_id"),
        sa.CheckConstraint("qty > 0", name="qty"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    invoice_id: Mapped[uuid.UUID] = ref("invoice")
    sort: Mapped[int]
    line_key: Mapped[str]
    order_line_id: Mapped[uuid.UUID | None] = ref("order_line")
    credits_id: Mapped[uuid.UUID | None] = ref("invoice_line")
    kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    maker: Mapped[str] = mapped_column(default="")
    unit: Mapped[str]
    qty: Mapped[QtyOf]
    price_amount: Mapped[AmountOf]
    discount_percent: Mapped[PercentOf]
    tax_code: Mapped[str]
    tax_percent: Mapped[PercentOf]
    hsn_sac: Mapped[str | None]
    payer: Mapped[str]
    job_name: Mapped[str]
    list_amount: Mapped[AmountOf]
    discount_amount: Mapped[AmountOf]
    net_amount: Mapped[AmountOf]
    tax_amount: Mapped[AmountOf]
    total_amount: Mapped[AmountOf]
    tax_parts: Mapped[list[Any]] = mapped_column(Json())


class PaymentKind(StrEnum):
    """Money in before the work, money in, money back."""

    DEPOSIT = "deposit"
    PAYMENT = "payment"
    REFUND = "refund"


class PaymentMethod(StrEnum):
    """How the money moved."""

    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    INSTANT = "instant"


class Payment(Base):
    """Money that moved; posted once and final. ``amount`` is positive, the kind says which way."""

    __tablename__ = "payment"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "number"),
        sa.UniqueConstraint("request_id"),
        sa.Index("ix_payment_order_id", "order_id"),
        sa.Index("ix_payment_customer_id", "customer_id"),
        sa.Index("ix_payment_center_id_at", "center_id", "at"),
        # what went back is rare, and what is owed hangs on it
        partial_index("ix_payment_refunds", "id", where="kind = 'refund'"),
        sa.CheckConstraint("amount > 0", name="amount"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    number: Mapped[str]
    request_id: Mapped[uuid.UUID]
    kind: Mapped[PaymentKind] = mapped_column(Choice(PaymentKind))
    method: Mapped[PaymentMethod] = mapped_column(Choice(PaymentMethod))
    customer_id: Mapped[uuid.UUID] = ref("customer")
    order_id: Mapped[uuid.UUID | None] = ref("work_order")
    currency: Mapped[str]
    amount: Mapped[AmountOf]
    at: Mapped[datetime]
    on_day: Mapped[date] = mapped_column(DateOn())
    by_id: Mapped[uuid.UUID] = ref("employee")
    reference: Mapped[str | None]
    reason: Mapped[str | None]
    refunds_id: Mapped[uuid.UUID | None] = ref("payment")
    sha256: Mapped[str]


class Allocation(Base):
    """Part of a payment (or refund) put against an invoice (or credit note); append-only."""

    __tablename__ = "allocation"
    __table_args__ = table_args(
        sa.Index("ix_allocation_invoice_id", "invoice_id"),
        sa.Index("ix_allocation_invoice_id_amount", "invoice_id", "amount"),
        sa.Index("ix_allocation_payment_id", "payment_id"),
        sa.CheckConstraint("amount > 0", name="amount"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    payment_id: Mapped[uuid.UUID] = ref("payment")
    invoice_id: Mapped[uuid.UUID] = ref("invoice")
    amount: Mapped[AmountOf]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
