"""Papers of billing, filled from sealed records."""

import json
import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from app import customers
from app.billing.lists import list_payments
from app.billing.reads import cash_day
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read
from app.work_orders import paper_parts as order_papers
from models.access import Permission
from models.billing import Allocation, Invoice, InvoiceKind, Payment, PaymentKind
from models.centers import Center
from models.customers import Customer
from models.money import Money
from models.papers import kinds, parts
from models.papers.documents import (
    CashDayMethod,
    CashDayPaper,
    CreditNotePaper,
    InvoicePaper,
    PaymentReceiptPaper,
    ReceiptPart,
)
from models.profiles import law_profile, missing_fields
from models.words import amount_in_words


def _missing() -> NotFoundError:
    return NotFoundError(say(QT_TRANSLATE_NOOP("billing", "There is no such document.")))


def _kind_of(record: dict[str, Any]) -> kinds.InvoiceKind:
    if record["center"]["country"] == "IN":
        taxed = record["totals"]["tax_amount"] != 0
        return kinds.InvoiceKind.TAX_INVOICE if taxed else kinds.InvoiceKind.BILL_OF_SUPPLY
    return kinds.InvoiceKind.INVOICE


def _lines(record: dict[str, Any], seal: dict[str, Any], language: str) -> list[parts.PaperLine]:
    return [
        order_papers.line_on_paper(line, record["currency"], record["terms"], language, seal)
        for line in record["lines"]
    ]


def _signature(record: dict[str, Any], seal: dict[str, Any]) -> tuple[parts.SignatureOnPaper, ...]:
    issuer = record["people"]["issuer_id"]
    return (
        parts.SignatureOnPaper(
            role=kinds.SignatureRole.AUTHORISED, name=str(seal.get(f"employee:{issuer}") or "")
        ),
    )


def _state(record: dict[str, Any], place: str | None) -> str:
    """The place of supply as the law wants it: a state's code in India, nothing where the law asks for none."""
    return place or "" if record["center"]["country"] == "IN" else ""


def _head(
    record: dict[str, Any],
    language: str | None,
    payload: parts.Seal | None,
    logo: bytes | None,
    mark: kinds.Mark,
) -> parts.PaperHead:
    return order_papers.head_of(
        record["center"],
        number=record["number"] or "",
        issued_on=date.fromisoformat(record["issued_on"]),
        language=language,
        seal=payload,
        mark=mark,
        logo=logo,
    )


def invoice_paper_of(
    record: dict[str, Any],
    seal: dict[str, Any],
    *,
    payload: parts.Seal | None,
    language: str | None = None,
    logo: bytes | None = None,
    mark: kinds.Mark = kinds.Mark.NONE,
    payments: tuple[parts.PaymentOnPaper, ...] = (),
) -> InvoicePaper:
    """The invoice's paper from its record and its person seal."""
    tongue = language or record["center"]["language"]
    lines = _lines(record, seal, tongue)
    paid = sum(p.amount.minor for p in payments) if payments else record["paid_before"]
    place = record["place_of_supply"] or record["center"]["place"]
    customer = order_papers.customer_party(record["people"], seal)
    paper = InvoicePaper(
        head=_head(record, language, payload, logo, mark),
        kind=_kind_of(record),
        customer=customer,
        lines=tuple(lines),
        totals=order_papers.totals_on_paper(
            record["totals"], record["currency"], tongue, lines, paid=paid
        ),
        supplied_on=date.fromisoformat(record["supplied_on"]),
        due_on=date.fromisoformat(record["due_on"]) if record["due_on"] else None,
        signatures=_signature(record, seal),
        order_number=record["order"]["number"],
        order_on=date.fromisoformat(record["order"]["made_at"][:10]),
        vehicle=order_papers.vehicle_on_paper(record["vehicle"], record["order"]),
        place_of_supply=order_papers.place_name(record["center"]["country"], place),
        place_of_supply_code=_state(record, place),
        reverse_charge=False if record["center"]["country"] == "IN" else None,
        payments=payments,
        payment_terms=str(record["terms"].get("payment", "")),
        terms=str(record["terms"].get("invoice", "")),
    )
    wanted = missing_fields(paper, law_profile(record["center"]["country"]))
    if any(gap.field.startswith("delivery.") for gap in wanted):
        # the law asks where the work was handed over, and nobody named another place
        paper = replace(paper, delivery=customer)
    return paper


def credit_note_paper_of(
    record: dict[str, Any],
    seal: dict[str, Any],
    *,
    payload: parts.Seal | None,
    language: str | None = None,
    logo: bytes | None = None,
    mark: kinds.Mark = kinds.Mark.NONE,
) -> CreditNotePaper:
    """The credit note's paper from its record and its person seal."""
    tongue = language or record["center"]["language"]
    lines = _lines(record, seal, tongue)
    origin = record["credits"]
    place = record["place_of_supply"] or record["center"]["place"]
    return CreditNotePaper(
        head=_head(record, language, payload, logo, mark),
        invoice_number=origin["number"],
        invoice_on=date.fromisoformat(origin["issued_on"]),
        reason=record["reason"],
        customer=order_papers.customer_party(record["people"], seal),
        lines=tuple(lines),
        totals=order_papers.totals_on_paper(record["totals"], record["currency"], tongue, lines),
        supplied_on=date.fromisoformat(record["supplied_on"]),
        signatures=_signature(record, seal),
        vehicle=order_papers.vehicle_on_paper(record["vehicle"], record["order"]),
        place_of_supply=order_papers.place_name(record["center"]["country"], place),
        place_of_supply_code=_state(record, place),
        invoice_total=Money(origin["total_amount"], record["currency"]),
    )


def _sealed(
    read: Read, invoice_id: uuid.UUID
) -> tuple[Any, dict[str, Any], dict[str, Any], parts.Seal]:
    table = Invoice.__table__
    row = read.connection.execute(
        sa.select(table).where(table.c.id == invoice_id, table.c.center_id == read.center_id)
    ).one_or_none()
    if row is None or row.record is None:
        raise _missing()
    record = json.loads(row.record)
    payload = order_papers.seal_on_paper(
        read,
        number=row.number,
        center=record["center"]["code"],
        total=Money(row.total_amount, row.currency),
        sha256=row.sha256,
        key_row=row.key_id,
        signature=row.signature,
        sealed_at=row.issued_at,
    )
    return row, record, customers.read_seal(read, "invoice", invoice_id) or {}, payload


def _logo(read: Read) -> bytes | None:
    return read.connection.execute(
        sa.select(Center.logo).where(Center.id == read.center_id)
    ).scalar()


def _payments(read: Read, invoice_id: uuid.UUID, number: str) -> tuple[parts.PaymentOnPaper, ...]:
    rows = read.connection.execute(
        sa.select(
            Payment.number,
            Payment.on_day,
            Payment.at,
            Payment.kind,
            Payment.method,
            Payment.currency,
            Payment.reference,
            Allocation.amount,
        )
        .join(Allocation, Allocation.payment_id == Payment.id)
        .where(Allocation.invoice_id == invoice_id)
        .order_by(Allocation.id)
    )
    return tuple(
        parts.PaymentOnPaper(
            number=r.number,
            paid_on=r.on_day,
            method=kinds.PaymentMethod.DEPOSIT
            if r.kind == PaymentKind.DEPOSIT
            else kinds.PaymentMethod(r.method.value),
            amount=Money(-r.amount if r.kind == PaymentKind.REFUND else r.amount, r.currency),
            reference=r.reference or "",
            for_number=number,
            at=r.at,
        )
        for r in rows
    )


def billing_paper(
    read: Read,
    invoice_id: uuid.UUID,
    *,
    language: str | None = None,
    mark: kinds.Mark = kinds.Mark.NONE,
) -> InvoicePaper | CreditNotePaper:
    """The paper of an issued invoice or credit note, with the money and names frozen in its record. NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    row, record, seal, payload = _sealed(read, invoice_id)
    logo = _logo(read)
    if row.kind == InvoiceKind.CREDIT_NOTE:
        return credit_note_paper_of(
            record, seal, payload=payload, language=language, logo=logo, mark=mark
        )
    return invoice_paper_of(
        record,
        seal,
        payload=payload,
        language=language,
        logo=logo,
        mark=mark,
        payments=_payments(read, invoice_id, row.number),
    )


def _center_head(
    read: Read, number: str, issued_on: date, language: str | None
) -> tuple[parts.PaperHead, str]:
    """The head of a paper that is filled from the center as it is today, and the paper's language."""
    center = read.connection.execute(
        sa.select(Center.__table__).where(Center.id == read.center_id)
    ).one()
    facts = {
        key: getattr(center, key)
        for key in (
            "code", "name", "legal_name", "address", "city", "phone", "email", "website", "country",
            "place", "tax_ids", "bank", "locale", "language", "time_zone",
        )
    }  # fmt: skip  # a list of columns reads better in lines
    tongue = language or center.language
    head = order_papers.head_of(
        facts,
        number=number,
        issued_on=issued_on,
        language=tongue,
        seal=None,
        mark=kinds.Mark.NONE,
        logo=center.logo,
    )
    return head, tongue


def cash_day_paper(
    read: Read,
    on: date,
    *,
    opening: int = 0,
    counted: int | None = None,
    paid_in: int | None = None,
    paid_out: int | None = None,
    language: str | None = None,
) -> CashDayPaper:
    """The cash-day report; the drawer's figures (minor units) are what the cashier counted and typed."""
    currency = read.connection.execute(
        sa.select(Center.currency).where(Center.id == read.center_id)
    ).scalar_one()
    day = cash_day(read, on, currency=currency)
    head, _ = _center_head(read, on.isoformat(), on, language)
    expected = opening + day.cash_in_drawer.minor + (paid_in or 0) - (paid_out or 0)
    return CashDayPaper(
        head=head,
        day_on=on,
        opening=Money(opening, currency),
        methods=tuple(
            CashDayMethod(
                method=kinds.PaymentMethod(line.method.value),
                received=line.received,
                refunded=line.refunded,
            )
            for line in day.lines
        ),
        payments=tuple(
            parts.PaymentOnPaper(
                number=row.number,
                paid_on=on,
                method=kinds.PaymentMethod(row.method.value),
                amount=-row.amount if row.kind == PaymentKind.REFUND else row.amount,
                reference=row.reference or "",
                for_number=row.for_number,
                at=row.at,
                by=row.by,
            )
            for row in list_payments(read, on)
        ),
        expected=Money(expected, currency),
        signatures=(
            parts.SignatureOnPaper(role=kinds.SignatureRole.CASHIER, name=read.actor.name),
        ),
        counted=None if counted is None else Money(counted, currency),
        paid_in=None if paid_in is None else Money(paid_in, currency),
        paid_out=None if paid_out is None else Money(paid_out, currency),
    )


def payment_paper(
    read: Read, payment_id: uuid.UUID, *, language: str | None = None
) -> PaymentReceiptPaper:
    """The receipt of one payment or deposit. NotAllowedError."""
    read.require(Permission.MONEY_SEE)
    table = Payment.__table__
    row = read.connection.execute(
        sa.select(table).where(table.c.id == payment_id, table.c.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise _missing()
    head, tongue = _center_head(read, row.number, row.on_day, language)
    customer = read.connection.execute(
        sa.select(Customer.__table__).where(Customer.id == row.customer_id)
    ).one()
    amount = Money(row.amount, row.currency)
    used = read.connection.execute(
        sa.select(Invoice.number, Invoice.issued_on, Invoice.total_amount, Allocation.amount)
        .join(Invoice, Invoice.id == Allocation.invoice_id)
        .where(Allocation.payment_id == payment_id)
    ).all()
    return PaymentReceiptPaper(
        head=head,
        payer=order_papers.party(
            customer.name or "—",
            is_company=customer.kind != "person",
            tax_ids=customer.tax_ids,
            phone=customer.phone,
            address=customer.address,
        ),
        received_at=row.at,
        amount=amount,
        in_words=amount_in_words(amount, tongue) if tongue in {"en", "hi", "ru"} else "",
        payments=(
            parts.PaymentOnPaper(
                number=row.number,
                paid_on=row.on_day,
                method=kinds.PaymentMethod(row.method.value),
                amount=Money(
                    -row.amount if row.kind == PaymentKind.REFUND else row.amount, row.currency
                ),
                reference=row.reference or "",
                at=row.at,
            ),
        ),
        signatures=(parts.SignatureOnPaper(role=kinds.SignatureRole.CASHIER),),
        is_deposit=row.kind == PaymentKind.DEPOSIT,
        parts=tuple(
            ReceiptPart(
                number=u.number,
                issued_on=u.issued_on,
                total=Money(u.total_amount, row.currency),
                used=Money(u.amount, row.currency),
                left=Money(u.total_amount - u.amount, row.currency),
            )
            for u in used
        ),
    )
