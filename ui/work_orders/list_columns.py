"""The columns of the list of work orders: plate first, then car and customer; one hue in a row."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.billing import ListLine, PaidMark
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.work_orders import OrderSort
from models.text import fold
from ui.parts.cells import plate_cell
from ui.parts.states import order_badge
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.cells import Figure, Mark, Value, highlight
from widgets.table import Column
from widgets.values import Tone

_PAID: Mapping[PaidMark, tuple[Source, Tone]] = {
    PaidMark.ADVANCE: (QT_TRANSLATE_NOOP("OrderList", "advance"), "secondary"),
    PaidMark.INVOICED: (QT_TRANSLATE_NOOP("OrderList", "invoiced"), "wait"),
    PaidMark.PART_PAID: (QT_TRANSLATE_NOOP("OrderList", "part paid"), "wait"),
    PaidMark.PAID: (QT_TRANSLATE_NOOP("OrderList", "paid"), "good"),
}


@dataclass(slots=True)
class Seen:
    """What the cells are made with: the person's formats, the center's code, the words of the search, names."""

    formats: Formats
    code: str
    now: datetime
    text: str = ""
    names: Mapping[uuid.UUID, str] = field(default_factory=dict)

    def marked(self, text: str | None) -> Value:
        """The text with what was searched for."""
        if not text:
            return None
        return highlight(text, self.text.split(), fold) if self.text else text


def short_number(number: str, code: str, now: datetime) -> str:
    """An order's number without what every order of this month, or of this year, begins with."""
    rest = number.removeprefix(f"{code}-")
    for part in (f"{now:%Y}-", f"{now:%m}-"):
        if not rest.startswith(part):
            return rest
        rest = rest.removeprefix(part)
    return rest


def due_mark(row: ListLine, formats: Formats) -> Mark | None:
    """The promised time: red when it is over, amber when it is at risk."""
    order = row.order
    if order.promised_at is None:
        return None
    words = formats.brief(order.promised_at)
    if order.late:
        return Mark(words, "alarm-clock", "bad")
    return Mark(words, "hourglass", "wait") if order.at_risk else Mark(words)


def paid_mark(row: ListLine) -> Mark | None:
    """What is paid, in a word."""
    found = _PAID.get(row.paid) if row.paid is not None else None
    return Mark(said(found[0]), "", found[1]) if found else None


def order_columns(seen: Seen, *, money: bool) -> tuple[Column, ...]:
    """The columns; ``money``: the person may see what is paid."""
    formats = seen.formats

    def number(row: ListLine) -> Value:
        here = formats.local(seen.now)
        return seen.marked(short_number(row.order.number, seen.code, here))

    def total(row: ListLine) -> Figure | None:
        return Figure(formats.short(row.order.total)) if row.order.total.minor else None

    def name(key: uuid.UUID | None) -> str | None:
        return seen.names.get(key) if key is not None else None

    paid = Column("paid", said(QT_TRANSLATE_NOOP("OrderList", "Billing")), paid_mark, width=84)
    return (
        Column(
            "number",
            said(QT_TRANSLATE_NOOP("OrderList", "No.")),
            number,
            width=64,
            kind="code",
            sort=OrderSort.NUMBER.value,
            tip=lambda row: row.order.number,
            elide=False,
        ),
        Column(
            "plate",
            said(QT_TRANSLATE_NOOP("OrderList", "Plate")),
            lambda row: plate_cell(row.order.plate, seen.text),
            width=109,
            kind="plate",
        ),
        Column(
            "vehicle",
            said(QT_TRANSLATE_NOOP("OrderList", "Vehicle")),
            lambda row: seen.marked(row.order.vehicle),
            width=121,
            stretch=2,
        ),
        Column(
            "customer",
            said(QT_TRANSLATE_NOOP("OrderList", "Customer")),
            lambda row: seen.marked(row.order.customer),
            width=131,
            stretch=3,
        ),
        Column(
            "state",
            said(QT_TRANSLATE_NOOP("OrderList", "State")),
            lambda row: order_badge(row.order.state),
            width=166,
            kind="state",
            sort=OrderSort.STATE.value,
        ),
        Column(
            "promised",
            said(QT_TRANSLATE_NOOP("OrderList", "Promised")),
            lambda row: due_mark(row, formats),
            width=88,
            align="right",
            sort=OrderSort.PROMISED.value,
            elide=False,
            tip=lambda row: _due_tip(row, formats, seen.now),
        ),
        *((paid,) if money else ()),
        Column(
            "sum",
            said(QT_TRANSLATE_NOOP("OrderList", "Amount")),
            total,
            width=84,
            align="right",
            kind="money",
            sort=OrderSort.SUM.value,
            tip=lambda row: formats.money(row.order.total),
        ),
        Column(
            "made",
            said(QT_TRANSLATE_NOOP("OrderList", "Opened")),
            lambda row: formats.moment(row.order.made_at),
            width=110,
            align="right",
            sort=OrderSort.MADE.value,
            hidden=True,
            elide=False,
        ),
        Column(
            "advisor",
            said(QT_TRANSLATE_NOOP("OrderList", "Advisor")),
            lambda row: name(row.order.advisor_id),
            width=130,
            hidden=True,
        ),
        Column(
            "technician",
            said(QT_TRANSLATE_NOOP("OrderList", "Technician")),
            lambda row: name(row.order.technician_id),
            width=130,
            hidden=True,
        ),
    )


def _due_tip(row: ListLine, formats: Formats, now: datetime) -> str:
    order = row.order
    if order.promised_at is None:
        return ""
    when = formats.moment(order.promised_at)
    if not order.late:
        return when
    late = said(QT_TRANSLATE_NOOP("OrderList", "{moment}, late by {span}"))
    return late.format(moment=when, span=formats.span(now - order.promised_at))
