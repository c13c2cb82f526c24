"""Credit notes: the only way to take back what an issued invoice says."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app import inventory
from app.billing.invoicing import RECORD_LAYOUT, append_line, seal_invoice
from app.billing.open_bills import keep_open
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    NotFoundError,
    Reason,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Read, Tx, action, cleaned
from app.work_orders.snapshot import totals_facts
from models.access import Permission
from models.billing import Invoice, InvoiceKind, InvoiceLine, InvoiceState
from models.centers import Center
from models.credit import credit
from models.customers import Customer
from models.money import Money
from models.regimes import Category
from models.tax import LineTotals, TaxPart, TaxRefused, TaxRegime, TaxTotals, add_up
from models.work_orders import OrderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditInvoice:
    """Take back an invoice: wholly (``quantities`` None), or these quantities by invoice line id.

    ``restock``: goods of the lines come back to the shelf with exactly the value that went.
    """

    invoice_id: uuid.UUID
    reason: str
    quantities: Mapping[uuid.UUID, Decimal] | None = None
    restock: bool = False
    request_id: uuid.UUID | None = None


@action(
    "billing.credit_invoice",
    permission=Permission.BILLING_CREDIT,
    label=QT_TRANSLATE_NOOP("billing", "Credit note"),
)
def credit_invoice(tx: Tx, command: CreditInvoice) -> uuid.UUID:
    """Issue a credit note that refers to the invoice; parts of a line add up to the line, never beyond it."""
    reason = cleaned(command.reason)
    if reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("billing", "Say why it is taken back."))
    origin = tx.load(Invoice, command.invoice_id, lock=True)
    if origin.kind != InvoiceKind.INVOICE or origin.state != InvoiceState.ISSUED:
        raise UserError(
            say(QT_TRANSLATE_NOOP("billing", "Only an issued invoice is credited.")),
            reason=Reason.TRANSITION,
        )
    lines = tx.session.scalars(
        sa.select(InvoiceLine).where(InvoiceLine.invoice_id == origin.id).order_by(InvoiceLine.sort)
    ).all()
    already = _already(tx.connection, origin.id)
    wanted = _wanted(command, lines, already)
    record = json.loads(origin.record or "{}")
    sums = _sums(tx.regime, record, lines, wanted, already)
    note = _note(tx, origin, sums, reason)
    tx.flush()
    _write(tx, note=note, origin=origin, record=record, lines=lines, wanted=wanted, sums=sums)
    keep_open(tx, origin)
    if command.restock:
        _restock(tx, [(line, wanted[line.id]) for line in lines if line.id in wanted])
    tx.about("invoice", note.id)
    return note.id


def credit_amount(
    read: Read, invoice_id: uuid.UUID, quantities: Mapping[uuid.UUID, Decimal]
) -> Money:
    """What a credit note over these quantities would give back; zero for none, InvalidError for too many."""
    read.require(Permission.BILLING_CREDIT)
    with Session(read.connection, autoflush=False) as session:
        origin = session.get(Invoice, invoice_id)
        if origin is None or origin.center_id != read.center_id or origin.record is None:
            raise NotFoundError(say(QT_TRANSLATE_NOOP("billing", "There is no such document.")))
        lines = session.scalars(
            sa.select(InvoiceLine)
            .where(InvoiceLine.invoice_id == origin.id)
            .order_by(InvoiceLine.sort)
        ).all()
        regime = TaxRegime.from_json(session.get_one(Center, origin.center_id).regime)
        wanted = {key: qty for key, qty in quantities.items() if qty}
        if not wanted:
            return Money(0, origin.currency)
        already = _already(read.connection, origin.id)
        sums = _sums(regime, json.loads(origin.record), lines, wanted, already)
        return Money(sums.total_amount, origin.currency)


def _sums(
    regime: TaxRegime,
    record: Mapping[str, Any],
    lines: Sequence[InvoiceLine],
    wanted: Mapping[uuid.UUID, Decimal],
    already: Mapping[uuid.UUID, Decimal],
) -> TaxTotals:
    """What these quantities come to, exactly; InvalidError when more than was sold is asked for."""
    try:
        return credit(
            regime,
            _totals_of(record, lines),
            {str(line.id): line.qty for line in lines},
            {str(key): qty for key, qty in wanted.items()},
            {str(key): qty for key, qty in already.items()},
        )
    except TaxRefused as error:
        raise invalid(
            "quantities",
            QT_TRANSLATE_NOOP("billing", "More than was sold cannot be taken back: {why}"),
            why=str(error),
        ) from error


def _already(connection: Connection, invoice_id: uuid.UUID) -> dict[uuid.UUID, Decimal]:
    rows = connection.execute(
        sa.select(InvoiceLine.credits_id, sa.func.sum(InvoiceLine.qty).label("qty"))
        .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
        .where(Invoice.corrects_id == invoice_id)
        .group_by(InvoiceLine.credits_id)
    ).all()
    return {row.credits_id: row.qty for row in rows}


def _wanted(
    command: CreditInvoice, lines: Sequence[InvoiceLine], already: Mapping[uuid.UUID, Decimal]
) -> dict[uuid.UUID, Decimal]:
    left = {line.id: line.qty - already.get(line.id, Decimal(0)) for line in lines}
    if command.quantities is None:
        wanted = {key: qty for key, qty in left.items() if qty > 0}
    else:
        wanted = {key: qty for key, qty in command.quantities.items() if qty}
    if not wanted:
        raise invalid(
            "quantities", QT_TRANSLATE_NOOP("billing", "There is nothing left to take back.")
        )
    return wanted


def _totals_of(record: Mapping[str, Any], lines: Sequence[InvoiceLine]) -> TaxTotals:
    """The invoice's figures as they were issued, keyed by invoice line."""
    facts = {line["id"]: line for line in record["lines"]}
    made = []
    for line in lines:
        fact = facts[line.line_key]
        made.append(
            LineTotals(
                key=str(line.id),
                list_amount=line.list_amount,
                discount_amount=line.discount_amount,
                net_amount=line.net_amount,
                tax_amount=line.tax_amount,
                total_amount=line.total_amount,
                percent=line.tax_percent,
                parts=tuple(TaxPart(n, Decimal(p), a) for n, p, a in line.tax_parts),
                group="labour"
                if line.kind == "labour"
                else "fee"
                if line.kind == "fee"
                else "part",
                tax_code=line.tax_code,
                rate_name=fact["tax_name"],
                category=Category(fact["tax_category"])
                if fact["tax_category"]
                else Category.STANDARD,
            )
        )
    return add_up(made, record["totals"]["round_off_amount"])


def _note(tx: Tx, origin: Invoice, sums: TaxTotals, reason: str) -> Invoice:
    return tx.add(
        Invoice(
            center_id=origin.center_id,
            kind=InvoiceKind.CREDIT_NOTE,
            state=InvoiceState.DRAFT,
            series="credit_note",
            number=None,
            order_id=origin.order_id,
            vehicle_id=origin.vehicle_id,
            customer_id=origin.customer_id,
            corrects_id=origin.id,
            reason=reason,
            currency=origin.currency,
            supplied_on=origin.supplied_on,
            place_of_supply=origin.place_of_supply,
            issued_on=tx.today,
            issued_at=None,
            due_on=None,
            net_amount=sums.net_amount,
            discount_amount=sums.discount_amount,
            tax_amount=sums.tax_amount,
            round_off_amount=sums.round_off_amount,
            total_amount=sums.total_amount,
            layout=None,
            record=None,
            sha256=None,
            key_id=None,
            signature=None,
            made_at=tx.now,
            made_by_id=tx.actor.employee_id,
        )
    )


def _write(
    tx: Tx,
    *,
    note: Invoice,
    origin: Invoice,
    record: dict[str, Any],
    lines: Sequence[InvoiceLine],
    wanted: Mapping[uuid.UUID, Decimal],
    sums: TaxTotals,
) -> None:
    facts = {line["id"]: line for line in record["lines"]}
    written = []
    for place, line in enumerate((line for line in lines if line.id in wanted), start=1):
        found = sums.line(str(line.id))
        row = {
            **facts[line.line_key],
            "qty": f"{wanted[line.id]:.3f}",
            "list_amount": found.list_amount,
            "discount_amount": found.discount_amount,
            "net_amount": found.net_amount,
            "tax_amount": found.tax_amount,
            "total_amount": found.total_amount,
            "tax_parts": [[p.name, f"{p.percent:.3f}", p.amount] for p in found.parts],
        }
        append_line(tx, note.id, place, row, credits_id=line.id)
        written.append(row)
    tx.flush()
    note.number = tx.number("credit_note", tx.policy.credit_note_number, on=note.issued_on)
    regime_facts = totals_facts(sums, tx.regime)
    regime_facts["inclusive"] = record["totals"]["inclusive"]
    customer = tx.load(Customer, note.customer_id)
    seal_invoice(
        tx,
        note,
        {
            **{
                k: record[k]
                for k in ("center", "vehicle", "order", "terms", "currency", "supplied_on")
            },
            "place_of_supply": record["place_of_supply"],
            "layout": RECORD_LAYOUT,
            "kind": note.kind.value,
            "number": note.number,
            "issued_on": note.issued_on.isoformat() if note.issued_on else None,
            "due_on": None,
            "credits": {
                "number": origin.number,
                "issued_on": record["issued_on"],
                "sha256": origin.sha256,
                "total_amount": origin.total_amount,
            },
            "reason": note.reason,
            "lines": written,
            "totals": regime_facts,
            "paid_before": 0,
        },
        customer,
    )


def _restock(tx: Tx, back: list[tuple[InvoiceLine, Decimal]]) -> None:
    """Goods of the lines come back to the shelf, each with its share of the value that went."""
    for line, qty in back:
        if line.order_line_id is None:
            continue
        sold = tx.load(OrderLine, line.order_line_id)
        if sold.product_id is None or sold.is_customers_own:
            continue
        inventory.bring_back(tx, line_id=sold.id, qty=qty, location_id=sold.location_id)
