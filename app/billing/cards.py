"""One invoice or credit note as its page shows it: issued from its sealed record, or as it would be issued now."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import customers, work_orders
from app.billing.balance import balance_of, free_of_payment
from app.billing.invoicing import live_person, people_of, record_of, term_days
from app.billing.papers import credit_note_paper_of, invoice_paper_of
from app.billing.reads import settlement
from app.kernel import numbering
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, Reason, UserError, say
from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.billing import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceState,
    Payment,
    PaymentKind,
    PaymentMethod,
    Settlement,
)
from models.centers import Center, Policy
from models.customers import Customer
from models.ledger import NumberSequence
from models.money import Money
from models.order_flow import SEALED
from models.papers import InvoicePaper, kinds
from models.profiles import LawItem, law_checklist, law_profile
from models.work_orders import WorkOrder

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BillLine:
    """A line; ``id`` is None before issue, ``credited_qty`` what credit notes took back already."""

    id: uuid.UUID | None
    kind: str
    code: str
    name: str
    unit: str
    qty: Decimal
    price: Money
    discount: Money
    tax_name: str
    tax: Money
    total: Money
    credited_qty: Decimal
    has_goods: bool


@dataclass(frozen=True, slots=True)
class BillTax:
    """A row of the tax table."""

    name: str
    percent: Decimal
    net: Money
    tax: Money
    total: Money


@dataclass(frozen=True, slots=True)
class BillMoney:
    """Money put against the document: ``amount`` is the part of the payment that was."""

    id: uuid.UUID
    number: str
    kind: PaymentKind
    method: PaymentMethod
    amount: Money
    at: datetime
    reference: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Advance:
    """A deposit of the customer of which something is free."""

    id: uuid.UUID
    number: str
    at: datetime
    free: Money
    order_number: str | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A credit note of the invoice."""

    id: uuid.UUID
    number: str
    issued_at: datetime
    total: Money
    reason: str


@dataclass(frozen=True, slots=True)
class BillCard:
    """The whole document. ``id`` is None for an order that is not billed yet; its number is then the next one."""

    id: uuid.UUID | None
    kind: InvoiceKind
    number: str
    settlement: Settlement
    issued_at: datetime | None
    issued_on: date
    issued_by: str
    due_on: date | None
    reason: str | None
    customer_id: uuid.UUID
    customer: str
    customer_kind: str
    customer_phone: str | None
    vehicle_id: uuid.UUID | None
    vehicle: str
    plate: str | None
    vin: str | None
    order_id: uuid.UUID | None
    order_number: str | None
    completed_at: datetime | None
    corrects_id: uuid.UUID | None
    corrects_number: str | None
    country: str
    inclusive: bool
    labour: Money
    parts: Money
    fees: Money
    net: Money
    discount: Money
    tax: Money
    round_off: Money
    total: Money
    paid: Money
    refunded: Money
    credited: Money
    open: Money
    lines: tuple[BillLine, ...]
    taxes: tuple[BillTax, ...]
    money: tuple[BillMoney, ...]
    advances: tuple[Advance, ...]
    notes: tuple[NoteRow, ...]
    law: tuple[LawItem, ...]

    @property
    def missing(self) -> tuple[LawItem, ...]:
        """What the law wants and the paper lacks."""
        return tuple(item for item in self.law if not item.is_met)


def _missing() -> NotFoundError:
    return NotFoundError(say(QT_TRANSLATE_NOOP("billing", "There is no such document.")))


def get_bill(read: Read, invoice_id: uuid.UUID, *, today: date) -> BillCard:
    """The page of an issued document, with names as sealed and money as of today."""
    read.require(Permission.MONEY_SEE)
    table = Invoice.__table__
    row = read.connection.execute(
        sa.select(
            table,
            Employee.name.label("by_name"),
            WorkOrder.number.label("order_number"),
            WorkOrder.completed_at,
        )
        .join(Employee, Employee.id == table.c.made_by_id)
        .outerjoin(WorkOrder, WorkOrder.id == table.c.order_id)
        .where(table.c.id == invoice_id, table.c.center_id == read.center_id)
    ).one_or_none()
    if row is None or row.record is None:
        raise _missing()
    record = json.loads(row.record)
    seal = customers.read_seal(read, "invoice", invoice_id) or {}
    balance = balance_of(read.connection, invoice_id)
    is_note = row.kind == InvoiceKind.CREDIT_NOTE
    paper = (
        credit_note_paper_of(record, seal, payload=None)
        if is_note
        else invoice_paper_of(record, seal, payload=None)
    )
    cur = row.currency
    return BillCard(
        id=row.id,
        settlement=Settlement.CREDITED
        if is_note
        else settlement(
            balance.open, balance.total, balance.credited, balance.paid, row.due_on, today
        ),
        issued_at=row.issued_at,
        issued_on=row.issued_on,
        issued_by=row.by_name,
        due_on=row.due_on,
        reason=row.reason,
        customer_id=row.customer_id,
        vehicle_id=row.vehicle_id,
        order_id=row.order_id,
        order_number=row.order_number,
        completed_at=row.completed_at,
        corrects_id=row.corrects_id,
        corrects_number=record["credits"]["number"] if is_note else None,
        paid=Money(balance.paid, cur),
        refunded=Money(balance.refunded, cur),
        credited=Money(balance.credited, cur),
        open=Money(0 if is_note else balance.open, cur),
        lines=_lines(read, invoice_id, record),
        money=_money(read, invoice_id),
        advances=() if is_note else _advances(read, row.customer_id),
        notes=_notes(read, invoice_id),
        law=law_checklist(paper, law_profile(record["center"]["country"])),
        **_facts(record, seal),
    )


def _facts(record: Facts, seal: Facts) -> dict[str, Any]:
    """What issued and coming documents have alike."""
    cur, totals, car = record["currency"], record["totals"], record["vehicle"]

    def of(*wanted: str) -> Money:
        side = "total_amount" if totals["inclusive"] else "net_amount"
        amounts = [line[side] for line in record["lines"] if _group(line["kind"]) in wanted]
        return Money(sum(amounts), cur)

    return {
        "kind": InvoiceKind(record["kind"]),
        "number": record["number"],
        "customer": str(seal.get("name") or "—"),
        "customer_kind": record["people"]["customer_kind"] or "person",
        "customer_phone": seal.get("phone"),
        "vehicle": " ".join(t for t in (car["make"], car["model"]) if t),
        "plate": car["plate"],
        "vin": car["vin"],
        "country": record["center"]["country"],
        "inclusive": totals["inclusive"],
        "labour": of("labour"),
        "parts": of("part"),
        "fees": of("fee"),
        "net": Money(totals["net_amount"], cur),
        "discount": Money(totals["discount_amount"], cur),
        "tax": Money(totals["tax_amount"], cur),
        "round_off": Money(totals["round_off_amount"], cur),
        "total": Money(totals["total_amount"], cur),
        "taxes": tuple(
            BillTax(
                rate["name"],
                Decimal(rate["percent"]),
                Money(rate["net_amount"], cur),
                Money(rate["tax_amount"], cur),
                Money(rate["net_amount"] + rate["tax_amount"], cur),
            )
            for rate in totals["rates"]
        ),
    }


def _group(kind: str) -> str:
    return kind if kind in {"labour", "fee"} else "part"


def _line(fact: Facts, cur: str, **known: Any) -> BillLine:  # noqa: ANN401  fields of the row
    given: dict[str, Any] = {
        "id": None,
        "credited_qty": Decimal(0),
        "has_goods": _group(fact["kind"]) == "part",
        **known,
    }
    return BillLine(
        kind=fact["kind"],
        code=fact["code"],
        name=fact["name"],
        unit=fact["unit"],
        qty=Decimal(fact["qty"]),
        price=Money(fact["price_amount"], cur),
        discount=Money(fact["discount_amount"], cur),
        tax_name=fact["tax_name"],
        tax=Money(fact["tax_amount"], cur),
        total=Money(fact["total_amount"], cur),
        **given,
    )


def _lines(read: Read, invoice_id: uuid.UUID, record: Facts) -> tuple[BillLine, ...]:
    back = sa.orm.aliased(InvoiceLine)
    credited = (
        sa.select(sa.func.coalesce(sa.func.sum(back.qty), 0))
        .where(back.credits_id == InvoiceLine.id)
        .correlate(InvoiceLine)
        .scalar_subquery()
    )
    rows = read.connection.execute(
        sa.select(
            InvoiceLine.id,
            InvoiceLine.order_line_id,
            sa.type_coerce(credited, InvoiceLine.qty.type).label("credited"),
        )
        .where(InvoiceLine.invoice_id == invoice_id)
        .order_by(InvoiceLine.sort)
    ).all()
    return tuple(
        _line(fact, record["currency"], id=row.id, credited_qty=row.credited or Decimal(0))
        for fact, row in zip(record["lines"], rows, strict=True)
    )


def _money(read: Read, invoice_id: uuid.UUID) -> tuple[BillMoney, ...]:
    rows = read.connection.execute(
        sa.select(Payment.__table__, Allocation.amount.label("part"))
        .join(Allocation, Allocation.payment_id == Payment.id)
        .where(Allocation.invoice_id == invoice_id)
        .order_by(Allocation.id)
    )
    return tuple(
        BillMoney(
            r.id,
            r.number,
            r.kind,
            r.method,
            Money(r.part, r.currency),
            r.at,
            r.reference,
            r.reason,
        )
        for r in rows
    )


def _advances(read: Read, customer_id: uuid.UUID) -> tuple[Advance, ...]:
    """Deposits of the customer of which something is free: few, so each is looked at."""
    rows = read.connection.execute(
        sa.select(
            Payment.id, Payment.number, Payment.at, Payment.currency, WorkOrder.number.label("of")
        )
        .outerjoin(WorkOrder, WorkOrder.id == Payment.order_id)
        .where(
            whole(Payment.customer_id, Customer, customer_id),
            Payment.kind == PaymentKind.DEPOSIT,
            Payment.center_id == read.center_id,
        )
        .order_by(Payment.id)
    ).all()
    found = [(row, free_of_payment(read.connection, row.id)) for row in rows]
    return tuple(
        Advance(row.id, row.number, row.at, Money(free, row.currency), row.of)
        for row, free in found
        if free > 0
    )


def _notes(read: Read, invoice_id: uuid.UUID) -> tuple[NoteRow, ...]:
    rows = read.connection.execute(
        sa.select(
            Invoice.id,
            Invoice.number,
            Invoice.issued_at,
            Invoice.total_amount,
            Invoice.currency,
            Invoice.reason,
        )
        .where(Invoice.corrects_id == invoice_id, Invoice.state == InvoiceState.ISSUED)
        .order_by(Invoice.id)
    )
    return tuple(
        NoteRow(r.id, r.number, r.issued_at, Money(r.total_amount, r.currency), r.reason or "")
        for r in rows
    )


def standing_bill(read: Read, order_id: uuid.UUID) -> uuid.UUID | None:
    """The order's newest invoice that is not wholly credited, or None: then it can be billed."""
    note = sa.orm.aliased(Invoice)
    credited = (
        sa.select(sa.func.coalesce(sa.func.sum(note.total_amount), 0))
        .where(note.corrects_id == Invoice.id)
        .scalar_subquery()
    )
    return read.connection.execute(
        sa.select(Invoice.id)
        .where(
            Invoice.order_id == order_id,
            Invoice.center_id == read.center_id,
            Invoice.kind == InvoiceKind.INVOICE,
            Invoice.state == InvoiceState.ISSUED,
            sa.or_(Invoice.total_amount > credited, Invoice.total_amount == 0),
        )
        .order_by(Invoice.id.desc())
        .limit(1)
    ).scalar()


def draft_bill(read: Read, order_id: uuid.UUID, *, now: datetime) -> BillCard:
    """The invoice that the order would get now, with everything the law still wants. Nothing is written.

    Raises NotFoundError for another center's order, UserError for one that cannot be billed yet.
    """
    read.require(Permission.MONEY_SEE)
    record, seal = _coming(read, order_id, now)
    paper = invoice_paper_of(record, seal, payload=None)
    cur = record["currency"]
    total = record["totals"]["total_amount"]
    paid = min(record["paid_before"], total)
    customer_id = uuid.UUID(record["people"]["customer_id"])
    order = read.connection.execute(
        sa.select(WorkOrder.vehicle_id, WorkOrder.completed_at).where(WorkOrder.id == order_id)
    ).one()
    return BillCard(
        id=None,
        settlement=Settlement.PAID if paid >= total else Settlement.UNPAID,
        issued_at=None,
        issued_on=date.fromisoformat(record["issued_on"]),
        issued_by=read.actor.name,
        due_on=date.fromisoformat(record["due_on"]),
        reason=None,
        customer_id=customer_id,
        vehicle_id=order.vehicle_id,
        order_id=order_id,
        order_number=record["order"]["number"],
        completed_at=order.completed_at,
        corrects_id=None,
        corrects_number=None,
        paid=Money(paid, cur),
        refunded=Money(0, cur),
        credited=Money(0, cur),
        open=Money(total - paid, cur),
        lines=tuple(_line(fact, cur) for fact in record["lines"]),
        money=(),
        advances=_advances(read, customer_id),
        notes=(),
        law=law_checklist(paper, law_profile(record["center"]["country"])),
        **_facts(record, seal),
    )


def draft_paper(
    read: Read, order_id: uuid.UUID, *, now: datetime, language: str | None = None
) -> InvoicePaper:
    """The paper of the invoice that would be issued now, marked as a draft."""
    read.require(Permission.MONEY_SEE)
    record, seal = _coming(read, order_id, now)
    logo = read.connection.execute(
        sa.select(Center.logo).where(Center.id == read.center_id)
    ).scalar()
    return invoice_paper_of(
        record, seal, payload=None, language=language, logo=logo, mark=kinds.Mark.DRAFT
    )


def _coming(
    read: Read, order_id: uuid.UUID, now: datetime
) -> tuple[dict[str, Any], dict[str, Any]]:
    order = read.connection.execute(
        sa.select(WorkOrder.state, WorkOrder.customer_id).where(
            WorkOrder.id == order_id, WorkOrder.center_id == read.center_id
        )
    ).one_or_none()
    if order is None:
        raise _missing()
    sealed = work_orders.get_snapshot(read, order_id) if order.state in SEALED else None
    if sealed is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("billing", "Complete the order first, then bill it.")),
            reason=Reason.TRANSITION,
        )
    if order.customer_id is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("billing", "The customer is missing.")),
            reason=Reason.INVALID,
            remedy=say(QT_TRANSLATE_NOOP("billing", "Name the customer on the order.")),
        )
    customer = customers.get_customer(read, order.customer_id)
    center = read.connection.execute(
        sa.select(Center.code, Center.time_zone, Center.policy).where(Center.id == read.center_id)
    ).one()
    policy = Policy.from_json(center.policy)
    issued_on = local_day(now, center.time_zone)
    record = record_of(
        sealed,
        number=_next_number(read, policy, issued_on, center.code),
        issued_on=issued_on,
        due_on=issued_on
        + timedelta(days=term_days(customer.payment_term_days, policy.payment_term_days)),
        paid_before=_deposited(read, order_id),
    )
    record["people"] = people_of(customer, read.actor.employee_id, None)
    person = live_person(customer) | {f"employee:{read.actor.employee_id}": read.actor.name}
    return json.loads(json.dumps(record)), person


def _next_number(read: Read, policy: Policy, on: date, code: str) -> str:
    """The number that would come next; another desk may draw it first."""
    starts = policy.fiscal_year_starts_month
    drawn = read.connection.execute(
        sa.select(NumberSequence.value).where(
            NumberSequence.center_id == read.center_id,
            NumberSequence.series == "invoice",
            NumberSequence.period == numbering.period_of(policy.invoice_number, on, starts),
        )
    ).scalar()
    return numbering.render(
        policy.invoice_number, seq=(drawn or 0) + 1, on=on, center=code, starts_month=starts
    )


def _deposited(read: Read, order_id: uuid.UUID) -> int:
    ids = read.connection.execute(
        sa.select(Payment.id).where(
            Payment.order_id == order_id, Payment.kind == PaymentKind.DEPOSIT
        )
    ).scalars()
    return sum(max(free_of_payment(read.connection, key), 0) for key in ids.all())
