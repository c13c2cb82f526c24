"""The figures of the totals bar."""

from decimal import Decimal

from app.billing.order_money import OrderMoney
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import LineRow, OrderSheet
from models.catalog import ItemKind
from models.money import Money
from models.order_flow import FINAL, Payer
from ui.shell.formats import Formats
from ui.shell.words import said
from ui.work_orders.record.rows import OrderRows, currency_figure
from widgets.totals import Total
from widgets.values import Figure, Meter

_FULL = 60
"""The margin at which the bar is full, in per cent: more is rare, and the goal stands near the middle."""


def totals_of(rows: OrderRows, money: OrderMoney | None) -> list[Total]:
    """Labour, parts, discount, tax, margin; at the right what is not agreed, what came in, the total."""
    sheet, formats = rows.sheet, rows.formats
    card = sheet.card
    labour = [line for line in card.lines if line.kind == ItemKind.LABOUR.value]
    rest = [line for line in card.lines if line.kind != ItemKind.LABOUR.value]
    made = [
        Total(said(QT_TRANSLATE_NOOP("OrderTotals", "Labour")), _sum(rows, labour)),
        Total(said(QT_TRANSLATE_NOOP("OrderTotals", "Parts")), _sum(rows, rest)),
    ]
    discount = _discount(rows)
    if discount.minor:
        made.append(
            Total(
                said(QT_TRANSLATE_NOOP("OrderTotals", "Discount")),
                formats.amount(-discount),
                optional=True,
            )
        )
    if card.tax.minor:
        pattern = (
            QT_TRANSLATE_NOOP("OrderTotals", "{tax} incl.")
            if sheet.tax_inclusive
            else QT_TRANSLATE_NOOP("OrderTotals", "{tax} on top")
        )
        caption = said(pattern).format(tax=sheet.tax_name)
        made.append(Total(caption, formats.amount(card.tax), optional=True))
    margin = _margin(sheet, formats)
    if margin is not None:
        made.append(margin)
    return [*made, *_right(rows, money)]


def _right(rows: OrderRows, money: OrderMoney | None) -> list[Total]:
    card, formats = rows.sheet.card, rows.formats
    made = []
    if card.proposed.minor and rows.sheet.policy.uses_approval and card.state not in FINAL:
        made.append(
            Total(
                said(QT_TRANSLATE_NOOP("OrderTotals", "Not agreed")),
                formats.amount(card.proposed, "wait"),
                "right",
            )
        )
    if money is not None and money.paid.minor:
        is_advance = money.paid == money.advance and card.state not in FINAL
        caption = (
            QT_TRANSLATE_NOOP("OrderTotals", "Advance")
            if is_advance
            else QT_TRANSLATE_NOOP("OrderTotals", "Paid")
        )
        made.append(Total(said(caption), formats.amount(money.paid), "right"))
    made.append(
        Total(
            said(QT_TRANSLATE_NOOP("OrderTotals", "Total")),
            currency_figure(formats, card.total),
            "right",
            big=True,
        )
    )
    return made


def _sum(rows: OrderRows, lines: list[LineRow]) -> Figure:
    zero = Money.zero(rows.sheet.card.currency)
    return rows.formats.amount(sum((rows.paid_by_customer(line) for line in lines), zero))


def _discount(rows: OrderRows) -> Money:
    """What the customer is let off: neither what somebody else pays, nor the rounding of a package."""
    card = rows.sheet.card
    free = {job.id for job in card.jobs if job.payer != Payer.CUSTOMER}
    zero = Money.zero(card.currency)
    return sum(
        (
            line.discount
            for line in card.lines
            if line.discount_percent and line.job_id not in free and line.payer == Payer.CUSTOMER
        ),
        zero,
    )


def _margin(sheet: OrderSheet, formats: Formats) -> Total | None:
    if not sheet.sees_costs:
        return None
    sold = [line for line in sheet.card.lines if line.net.minor > 0]
    net = sum(line.net.minor for line in sold)
    if not net or not any(line.id in sheet.costs for line in sold):
        return None
    cost = sum(sheet.costs[line.id].minor for line in sold if line.id in sheet.costs)
    share = Decimal(net - cost) * 100 / net
    goal = sheet.policy.margin_goal_percent
    note = said(QT_TRANSLATE_NOOP("OrderTotals", "goal {percent}")).format(percent=goal)
    meter = Meter(
        float(share) / _FULL,
        formats.percent(share.quantize(Decimal("0.1"))),
        "good" if share >= goal else "wait",
        goal / _FULL,
    )
    tip = said(
        QT_TRANSLATE_NOOP("OrderTotals", "Net amount less the cost of goods; wages are not in it")
    )
    return Total(
        said(QT_TRANSLATE_NOOP("OrderTotals", "Margin")), meter, note=note, tip=tip, optional=True
    )
