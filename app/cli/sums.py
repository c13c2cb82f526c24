"""Sums of the shop, made again: stock against its ledger, totals against their lines, numbers without a gap."""

import re
import uuid
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.billing import wrong_bills
from app.cli.findings import Chart
from app.inventory import check_levels
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.numbering import PLACES
from models.billing import Invoice, InvoiceKind, InvoiceLine, InvoiceState, Payment
from models.centers import Center, Policy
from models.ledger import NumberSequence
from models.order_flow import SEALED
from models.work_orders import Correction, OrderLine, WorkOrder

_SUMMED = ("net_amount", "tax_amount", "total_amount")
_PLACES = {
    "center": r".+?",
    "order": r".+?",
    "yyyy": r"\d{4}",
    "yy": r"\d\d",
    "mm": r"\d\d",
    "fy": r"\d{4}",
    "seq": r"\d+",
}


def levels(chart: Chart, connection: Connection) -> None:
    """Stock on hand, reserved and its value equal the sum of the moves."""
    for center in connection.execute(sa.select(Center.id)).scalars().all():
        for wrong in check_levels(connection, center):
            chart.fault(
                "stock_level",
                say(
                    QT_TRANSLATE_NOOP(
                        "doctor",
                        "{sku} at {place}: the level says {level} worth {value}, the moves say {ledger} worth {sum}.",
                    ),
                    sku=wrong.sku,
                    place=wrong.place,
                    level=str(wrong.level_qty),
                    value=wrong.level_amount,
                    ledger=str(wrong.ledger_qty),
                    sum=wrong.ledger_amount,
                ),
                f"{wrong.sku} at {wrong.place}",
            )


def open_bills(chart: Chart, connection: Connection) -> None:
    """What the list of open bills says is owed is what bills, credit notes and payments leave."""
    for number, (kept, books) in wrong_bills(connection).items():
        chart.fault(
            "open_bill",
            say(
                QT_TRANSLATE_NOOP(
                    "doctor",
                    "Invoice {number}: the list of open bills says {kept} is owed, the books say {books}.",
                ),
                number=number,
                kept=kept,
                books=books,
            ),
            f"invoice {number}",
        )


def order_totals(chart: Chart, connection: Connection) -> None:
    """A completed order's total is the sum of its lines and the round-off."""
    statement = _summed(WorkOrder, OrderLine, OrderLine.order_id).where(
        WorkOrder.state.in_(sorted(SEALED))
    )
    for row in connection.execute(statement):
        chart.count("order totals")
        _compare(chart, "order_total", f"work order {row.number}", row)


def invoice_totals(chart: Chart, connection: Connection) -> None:
    """An issued invoice's total is the sum of its lines and the round-off."""
    statement = _summed(Invoice, InvoiceLine, InvoiceLine.invoice_id).where(
        Invoice.state == InvoiceState.ISSUED
    )
    for row in connection.execute(statement):
        chart.count("invoice totals")
        _compare(chart, "invoice_total", f"invoice {row.number}", row)


def _summed(
    document: type[Invoice] | type[WorkOrder],
    line: type[InvoiceLine] | type[OrderLine],
    parent: Any,  # noqa: ANN401 - a column of either line class
) -> sa.Select[Any]:
    own = [getattr(document, name) for name in _SUMMED]
    added = [
        sa.func.coalesce(sa.func.sum(getattr(line, name)), 0).label(f"lines_{name}")
        for name in _SUMMED
    ]
    return (
        sa.select(document.number, document.round_off_amount, *own, *added)
        .outerjoin(line, parent == document.id)
        .group_by(document.id)
        .order_by(document.id)
    )


def _compare(chart: Chart, code: str, record: str, row: Any) -> None:  # noqa: ANN401 - a row of _summed
    for name in _SUMMED:
        added = int(getattr(row, f"lines_{name}"))
        if name == "total_amount":
            added += row.round_off_amount
        stored = getattr(row, name)
        if added != stored:
            chart.fault(
                code,
                say(
                    QT_TRANSLATE_NOOP(
                        "doctor", "{record}: {name} is {stored}, its lines add up to {added}."
                    ),
                    record=record,
                    name=name,
                    stored=stored,
                    added=added,
                ),
                record,
            )


def numbers(chart: Chart, connection: Connection) -> None:
    """In every series and period the numbers run from one on: none is missing, none is there twice."""
    for center in connection.execute(sa.select(Center.id, Center.code, Center.policy)):
        policy = Policy.from_json(center.policy)
        for series, (statement, template) in _series(policy).items():
            found = connection.execute(statement, {"center": center.id}).scalars().all()
            drawn = _drawn(connection, center.id, series)
            chart.count("numbers", len(found))
            _gapless(chart, series, template, [str(number) for number in found], drawn)


def _series(policy: Policy) -> Mapping[str, tuple[sa.Select[Any], str]]:
    center: sa.BindParameter[uuid.UUID] = sa.bindparam("center")

    def bills(kind: InvoiceKind) -> sa.Select[Any]:
        return sa.select(Invoice.number).where(
            Invoice.center_id == center, Invoice.kind == kind, Invoice.state == InvoiceState.ISSUED
        )

    return {
        "work_order": (
            sa.select(WorkOrder.number).where(WorkOrder.center_id == center),
            policy.work_order_number,
        ),
        "invoice": (bills(InvoiceKind.INVOICE), policy.invoice_number),
        "credit_note": (bills(InvoiceKind.CREDIT_NOTE), policy.credit_note_number),
        "payment": (
            sa.select(Payment.number).where(Payment.center_id == center),
            policy.payment_number,
        ),
        "correction": (
            sa.select(Correction.number).where(Correction.center_id == center),
            policy.correction_number,
        ),
    }


def _drawn(connection: Connection, center_id: uuid.UUID, series: str) -> int:
    total = connection.execute(
        sa.select(sa.func.sum(NumberSequence.value)).where(
            NumberSequence.center_id == center_id, NumberSequence.series == series
        )
    ).scalar()
    return int(total or 0)


def pattern_of(template: str) -> re.Pattern[str]:
    """The numbers of a template: what stands around ``seq`` names the period."""
    text, end, named = "", 0, set[str]()
    for place in PLACES.finditer(template):
        text += re.escape(template[end : place.start()])
        name = place[1] or place[2]
        # a place that stands twice says the same twice; tried apart they would take for ever
        text += f"(?P={name})" if name in named else f"(?P<{name}>{_PLACES[name]})"
        named.add(name)
        end = place.end()
    return re.compile(text + re.escape(template[end:]))


def _gapless(chart: Chart, series: str, template: str, found: list[str], drawn: int) -> None:
    pattern, periods, before = pattern_of(template), dict[str, list[int]](), len(chart.findings)
    strangers = 0
    for number in found:
        match = pattern.fullmatch(number)
        if match is None:
            strangers += 1  # numbered before the template was changed
            continue
        around = number[: match.start("seq")] + "#" + number[match.end("seq") :]
        periods.setdefault(around, []).append(int(match["seq"]))
    for around, taken in periods.items():
        missing = sorted(set(range(1, max(taken) + 1)) - set(taken))
        if strangers == 0 and missing:
            _gap(chart, series, around, f"{missing[0]}" + ("…" if len(missing) > 1 else ""))
        if len(taken) != len(set(taken)):
            twice = next(n for n in taken if taken.count(n) > 1)
            what = say(
                QT_TRANSLATE_NOOP("doctor", "A number of “{series}” stands twice."), series=series
            )
            chart.fault("number_twice", what, around.replace("#", str(twice)))
    if drawn != len(found) and not any(f.code == "number_gap" for f in chart.findings[before:]):
        _gap(chart, series, f"{series} #", f"{drawn} drawn, {len(found)} there")


def _gap(chart: Chart, series: str, around: str, missing: str) -> None:
    what = say(
        QT_TRANSLATE_NOOP("doctor", "Numbers of “{series}” have a gap: {missing}."),
        series=series,
        missing=missing,
    )
    chart.fault("number_gap", what, around)


CHECKS = (
    ("stock levels", levels),
    ("order totals", order_totals),
    ("invoice totals", invoice_totals),
    ("open bills", open_bills),
    ("numbers", numbers),
)
