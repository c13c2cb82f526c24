"""Issuing: an invoice is filled from the order's sealed record, checked against the law, numbered, sealed."""

import json
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import customers, work_orders
from app.billing.balance import free_of_payment
from app.billing.open_bills import keep_open
from app.billing.papers import invoice_paper_of
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    Reason,
    UserError,
    say,
)
from app.kernel.tx import Tx, action
from models.access import Employee, Permission
from models.billing import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceState,
    Payment,
    PaymentKind,
)
from models.customers import Customer
from models.order_flow import SEALED, Approval
from models.profiles import law_profile, missing_fields
from models.work_orders import WorkOrder
from sync.wire.canonical import canonical, sha256_hex

RECORD_LAYOUT = 1
"""Raised when the form of an invoice's record changes; every older form stays readable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInvoice:
    """Bill a completed order. ``due_days`` None: the customer's term, else the center's."""

    order_id: uuid.UUID
    due_days: int | None = None
    number_on: date | None = None


@action(
    "billing.issue_invoice",
    permission=Permission.BILLING_ISSUE,
    label=QT_TRANSLATE_NOOP("billing", "Issue invoice"),
    shortcut="Ctrl+I",
)
def issue_invoice(tx: Tx, command: IssueInvoice) -> uuid.UUID:
    """Issue the invoice of a completed order; called again it returns the one that is there.

    Deposits of the order are put against it at once. A field the country's law wants and the papers lack
    refuses the issue and names the rule.
    """
    order = tx.load(WorkOrder, command.order_id, lock=True)
    known = _standing(tx, order.id)
    if known is not None:
        tx.about("invoice", known)
        return known
    if order.state not in SEALED:
        raise UserError(
            say(QT_TRANSLATE_NOOP("billing", "Complete the order first, then bill it.")),
            reason=Reason.TRANSITION,
        )
    if order.customer_id is None:
        raise BlockedError(
            [
                Blocker(
                    "customer",
                    say(QT_TRANSLATE_NOOP("billing", "The customer is missing.")),
                    "customer",
                )
            ]
        )
    customer = tx.load(Customer, order.customer_id)
    invoice = _draft(tx, order, customer, command)
    tx.flush()
    return _issue(tx, invoice, order, customer)


def _standing(tx: Tx, order_id: uuid.UUID) -> uuid.UUID | None:
    """The order's invoice that is not wholly credited."""
    credit = sa.orm.aliased(Invoice)
    credited = (
        sa.select(sa.func.coalesce(sa.func.sum(credit.total_amount), 0))
        .where(credit.corrects_id == Invoice.id)
        .scalar_subquery()
    )
    return tx.session.scalar(
        sa.select(Invoice.id)
        .where(
            Invoice.order_id == order_id,
            Invoice.kind == InvoiceKind.INVOICE,
            Invoice.state == InvoiceState.ISSUED,
            sa.or_(Invoice.total_amount > credited, Invoice.total_amount == 0),
        )
        .order_by(Invoice.id.desc())
        .limit(1)
    )


def term_days(*wanted: int | None) -> int:
    """The first term that somebody named: the command's, the customer's, the center's."""
    return next((days for days in wanted if days is not None), 0)


def _draft(tx: Tx, order: WorkOrder, customer: Customer, command: IssueInvoice) -> Invoice:
    days = term_days(command.due_days, customer.payment_term_days, tx.policy.payment_term_days)
    issued_on = command.number_on or tx.today
    return tx.add(
        Invoice(
            center_id=order.center_id,
            kind=InvoiceKind.INVOICE,
            state=InvoiceState.DRAFT,
            series="invoice",
            number=None,
            order_id=order.id,
            vehicle_id=order.vehicle_id,
            customer_id=customer.id,
            corrects_id=None,
            reason=None,
            currency=order.currency,
            supplied_on=order.supplied_on,
            place_of_supply=order.place_of_supply,
            issued_on=issued_on,
            issued_at=None,
            due_on=issued_on + timedelta(days=days),
            net_amount=order.net_amount,
            discount_amount=order.discount_amount,
            tax_amount=order.tax_amount,
            round_off_amount=order.round_off_amount,
            total_amount=order.total_amount,
            layout=None,
            record=None,
            sha256=None,
            key_id=None,
            signature=None,
            made_at=tx.now,
            made_by_id=tx.actor.employee_id,
        )
    )


def _issue(tx: Tx, invoice: Invoice, order: WorkOrder, customer: Customer) -> uuid.UUID:
    sealed = work_orders.get_snapshot(tx.read, order.id)
    if sealed is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("billing", "Complete the order first, then bill it.")),
            reason=Reason.TRANSITION,
        )
    deposits = _deposits(tx, order.id)
    for place, line in enumerate(billed_lines(sealed), start=1):
        append_line(tx, invoice.id, place, line, credits_id=None)
    tx.flush()
    invoice.number = tx.number("invoice", tx.policy.invoice_number, on=invoice.issued_on)
    record = record_of(
        sealed,
        number=invoice.number,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        paid_before=sum(free for _, free in deposits),
    )
    seal_invoice(tx, invoice, record, customer)
    for payment_id, free in deposits:
        _allocate(tx, payment_id, invoice, free)
    keep_open(tx, invoice)
    tx.about("invoice", invoice.id)
    return invoice.id


def billed_lines(sealed: work_orders.SealedOrder) -> list[dict[str, Any]]:
    """What of a sealed order is sold: no declined job, no part that the customer brought."""
    return [
        {**line, "job": job["name"]}
        for job in sealed.content["jobs"]
        if job["approval"] != Approval.DECLINED.value
        for line in job["lines"]
        if not line["own"]
    ]


def record_of(
    sealed: work_orders.SealedOrder,
    *,
    number: str,
    issued_on: date | None,
    due_on: date | None,
    paid_before: int,
) -> dict[str, Any]:
    """The invoice's record but for its people, filled from the order's sealed one; money in minor units."""
    source = sealed.content
    order = source["order"]
    return {
        "layout": RECORD_LAYOUT,
        "kind": InvoiceKind.INVOICE.value,
        "number": number,
        "issued_on": issued_on.isoformat() if issued_on else None,
        "due_on": due_on.isoformat() if due_on else None,
        "supplied_on": order["supplied_on"],
        "place_of_supply": order["place_of_supply"],
        "currency": order["currency"],
        "order": {
            "id": str(sealed.order_id),
            "number": source["number"],
            "made_at": order["made_at"],
            "odometer_value": order["odometer_value"],
            "odometer_unit": order["odometer_unit"],
            "snapshot_sha256": sealed.sha256,
        },
        "center": source["center"],
        "vehicle": source["vehicle"],
        "lines": billed_lines(sealed),
        "totals": source["totals"],
        "terms": source["terms"],
        "paid_before": paid_before,
    }


def people_of(
    customer: Customer | customers.CustomerRow, issuer_id: uuid.UUID, commitment: str | None
) -> dict[str, Any]:
    """Who stands on the invoice, by id and kind: names are sealed apart."""
    return {
        "customer_id": str(customer.id),
        "customer_kind": customer.kind,
        "customer_place": customer.place,
        "customer_country": customer.country,
        "issuer_id": str(issuer_id),
        "commitment": commitment,
    }


def live_person(customer: Customer | customers.CustomerRow) -> dict[str, Any]:
    """What the seal of the customer would hold now."""
    return {
        "name": customer.name,
        "phone": customer.phone,
        "email": customer.email,
        "address": customer.address,
        "tax_ids": customer.tax_ids,
    }


def seal_invoice(tx: Tx, invoice: Invoice, record: dict[str, Any], customer: Customer) -> None:
    """Put the person apart, check the law's fields, hash, sign, and make the invoice final."""
    seller = tx.session.get(Employee, tx.actor.employee_id)
    commitment = customers.seal_person(
        tx,
        customer=customer,
        document_kind="invoice",
        document_id=invoice.id,
        extra={f"employee:{tx.actor.employee_id}": seller.name if seller else None},
    )
    record["people"] = people_of(customer, tx.actor.employee_id, commitment)
    _refuse_unlawful(record, live_person(customer))
    text = canonical(record)
    digest = sha256_hex(text)
    invoice.layout = RECORD_LAYOUT
    invoice.record = text.decode("utf-8")
    invoice.sha256 = digest
    invoice.key_id = tx.key_row()
    invoice.signature = tx.sign(digest)
    invoice.issued_at = tx.now
    invoice.state = InvoiceState.ISSUED
    tx.seal(invoice.id, "invoice", "invoice_line")
    # no name of a person: it would outlive the erasure of the customer's own rows
    tx.findable(
        "invoice",
        invoice.id,
        invoice.number,
        record["order"]["number"],
        record["vehicle"]["plate"],
    )


def _refuse_unlawful(record: dict[str, Any], seal: dict[str, Any]) -> None:
    paper = invoice_paper_of(json.loads(json.dumps(record)), seal, payload=None)
    missing = missing_fields(paper, law_profile(record["center"]["country"]))
    if missing:
        raise BlockedError(
            [
                Blocker(
                    "law",
                    say(
                        QT_TRANSLATE_NOOP("billing", "{sentence} ({law}, {number})"),
                        sentence=field.sentence,
                        law=field.law,
                        number=field.number,
                    ),
                    field.field,
                )
                for field in missing
            ]
        )


def append_line(
    tx: Tx, invoice_id: uuid.UUID, place: int, line: dict[str, Any], *, credits_id: uuid.UUID | None
) -> uuid.UUID:
    """Put one line of a record onto the invoice."""
    return tx.append(
        InvoiceLine,
        invoice_id=invoice_id,
        sort=place,
        line_key=line["id"],
        order_line_id=uuid.UUID(line["id"]) if credits_id is None else None,
        credits_id=credits_id,
        kind=line["kind"],
        code=line["code"],
        name=line["name"],
        maker=line["maker"],
        unit=line["unit"],
        qty=Decimal(line["qty"]),
        price_amount=line["price_amount"],
        discount_percent=Decimal(line["discount_percent"]),
        tax_code=line["tax_code"],
        tax_percent=Decimal(line["tax_percent"]),
        hsn_sac=line["hsn_sac"],
        payer=line["payer"],
        job_name=line["job"],
        list_amount=line["list_amount"],
        discount_amount=line["discount_amount"],
        net_amount=line["net_amount"],
        tax_amount=line["tax_amount"],
        total_amount=line["total_amount"],
        tax_parts=line["tax_parts"],
    )


def _deposits(tx: Tx, order_id: uuid.UUID) -> list[tuple[uuid.UUID, int]]:
    ids = tx.session.scalars(
        sa.select(Payment.id)
        .where(Payment.order_id == order_id, Payment.kind == PaymentKind.DEPOSIT)
        .order_by(Payment.id)
    ).all()
    found = [(key, free_of_payment(tx.connection, key)) for key in ids]
    return [(key, free) for key, free in found if free > 0]


def _allocate(tx: Tx, payment_id: uuid.UUID, invoice: Invoice, free: int) -> None:
    already = sum(
        row["amount"] for row in tx.collected("allocation") if row["invoice_id"] == invoice.id
    )
    amount = min(free, invoice.total_amount - already)
    if amount > 0:
        tx.append(
            Allocation,
            payment_id=payment_id,
            invoice_id=invoice.id,
            amount=amount,
            at=tx.now,
            by_id=tx.actor.employee_id,
        )
