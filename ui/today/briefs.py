"""The rows of Today's sections, from what was read to what is painted."""

from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.insights import (
    ApprovalRow,
    ArrivalRow,
    CarRow,
    Comparison,
    LowRow,
    MonthFigures,
    OwedRow,
)
from app.kernel.standing import SyncView
from models.money import Money
from ui.parts.cells import plate_cell
from ui.parts.states import order_badge
from ui.parts.units import unit_word
from ui.shell.formats import Formats
from widgets.brief import OWN, Brief, Piece
from widgets.cells import NONE, Figure, Mark, Rich
from widgets.values import Tone

_SLOW = timedelta(hours=2)
_LONG = timedelta(days=1)
_EXACT = timedelta(hours=5)
_HOUR = timedelta(hours=1)
_PLATE = 94
_TIME = 38
_AGE = 62


def age_text(age: timedelta, formats: Formats) -> str:
    """How long something has lasted; minutes count only in the first hours."""
    return formats.span(timedelta(hours=age // _HOUR) if age >= _EXACT else age)


def arrival(
    row: ArrivalRow,
    formats: Formats,
    *,
    may_check_in: bool,
    booked_at: datetime | None = None,
    late: Mark | None = None,
) -> Brief:
    """Time, plate, car and what for; who came is muted, who is waited for can be checked in.

    ``booked_at``: when the calendar waits for them, shown as long as they have not come; ``late`` says by how much.
    """
    came = row.checked_in_at is not None
    tone: Tone = "muted" if came else ""
    at = row.checked_in_at or booked_at
    time = formats.clock(at) if at is not None else NONE
    if came:
        end = Mark(QCoreApplication.translate("TodayRows", "checked in"), "check", "muted")
    elif late is not None:
        end = late
    elif row.promised_at is not None:
        by = QCoreApplication.translate("TodayRows", "due {when}")
        end = Mark(by.format(when=formats.brief(row.promised_at)), "", "muted")
    else:
        end = Mark("")
    what = f"  {row.what}" if row.what else ""
    return Brief(
        (
            Piece(Mark(time, "", tone), _TIME),
            Piece(plate_cell(row.car.plate), _PLATE),
            Piece(Rich(((row.car.vehicle, "secondary" if came else ""), (what, "muted")))),
            Piece(end, OWN, right=True),
        ),
        key=row.car,
        tip=f"{row.car.number}, {row.car.vehicle}{what}",
        action="" if came or not may_check_in else check_in_word(),
    )


def check_in_word() -> str:
    """What the button of somebody who is waited for says."""
    return QCoreApplication.translate("TodayRows", "Check in")


def approval(row: ApprovalRow, formats: Formats, now: datetime) -> Brief:
    """Plate, car, amount and how long nobody has answered; amber after two hours."""
    age = now - row.car.since_at
    amount = Figure(formats.short(row.amount)) if row.amount is not None else None
    pieces = [
        Piece(plate_cell(row.car.plate), _PLATE),
        Piece(row.car.vehicle),
        Piece(amount, OWN, right=True),
        Piece(
            Mark(age_text(age, formats), "", "wait" if age > _SLOW else "muted"), _AGE, right=True
        ),
    ]
    if amount is None:
        del pieces[2]
    return Brief(tuple(pieces), key=row.car.order_id, tip=f"{row.car.number}, {row.car.vehicle}")


def waiting_car(row: CarRow, formats: Formats, now: datetime) -> Brief:
    """A finished car whose owner has not come: amber after a day."""
    age = now - row.since_at
    return Brief(
        (
            Piece(plate_cell(row.plate), _PLATE),
            Piece(Rich(((row.vehicle, ""), (f"  {order_badge(row.state).text.lower()}", "muted")))),
            Piece(
                Mark(age_text(age, formats), "", "wait" if age > _LONG else "muted"),
                OWN,
                right=True,
            ),
        ),
        key=row.order_id,
        tip=f"{row.number}, {row.vehicle}",
    )


def stuck_car(row: CarRow, formats: Formats, now: datetime) -> Brief:
    """A car that has stood in one state the longest, with that state as an icon."""
    badge = order_badge(row.state)
    return Brief(
        (
            Piece(plate_cell(row.plate), _PLATE),
            Piece(row.model),
            Piece(Mark(badge.text, badge.icon, badge.hue), 16, kind="icon"),
            Piece(Mark(age_text(now - row.since_at, formats)), _AGE, right=True),
        ),
        key=row.order_id,
        tip=f"{row.number}, {row.vehicle}: {badge.text.lower()}",
    )


def low(row: LowRow, formats: Formats) -> Brief:
    """What runs out: red when nothing is left."""
    none = row.free_qty <= 0
    of = QCoreApplication.translate("TodayRows", " of {least} {unit}")
    least = of.format(least=formats.qty(row.min_qty), unit=unit_word(row.unit))
    name = f"{row.name} {row.sku}" if row.sku not in row.name else row.name
    return Brief(
        (
            Piece(
                Mark("", "circle-x" if none else "trending-down", "bad" if none else "wait"),
                16,
                kind="icon",
            ),
            Piece(name),
            Piece(Rich(((formats.qty(row.free_qty), "strong"), (least, "muted"))), OWN, right=True),
        ),
        key=row.product_id,
        tip=f"{name}, {row.maker}" if row.maker else name,
    )


def debt(row: OwedRow, formats: Formats) -> Brief:
    """An unpaid bill: red and by days when it is overdue, else by its day."""
    late = row.late_days > 0
    if late:
        words = formats.span(timedelta(days=row.late_days))
    elif row.due_on is not None:
        words = QCoreApplication.translate("TodayRows", "by {day}").format(
            day=formats.day(row.due_on)
        )
    else:
        words = ""
    tone: Tone = "bad" if late else "muted"
    return Brief(
        (
            Piece(Mark("", "alarm-clock" if late else "receipt-text", tone), 16, kind="icon"),
            Piece(Rich(((row.customer or NONE, ""), (f"  {row.number}", "muted")))),
            Piece(Figure(formats.short(row.open)), OWN, right=True),
            Piece(Mark(words, "", tone), _AGE, right=True),
        ),
        key=row.invoice_id,
        tip=f"{row.customer}, {row.number}",
    )


def sync(view: SyncView, formats: Formats) -> Brief:
    """How the exchange stands, in one row."""
    count = formats.number(view.undelivered)
    icon: str
    tone: Tone
    if view.attention:
        icon, tone = "circle-x", "bad"
        words = QCoreApplication.translate("TodayRows", "%n records need you", None, view.attention)
    elif not view.is_paired:
        icon, tone = "cloud-off", "muted"
        words = QCoreApplication.translate("TodayRows", "Not paired with a server yet")
    elif view.failures:
        icon, tone = "cloud-off", "wait"
        words = QCoreApplication.translate("TodayRows", "The server does not answer")
    elif view.undelivered:
        icon, tone = "cloud-upload", "muted"
        words = QCoreApplication.translate("TodayRows", "Records wait to be sent")
    else:
        icon, tone = "cloud-check", "good"
        words = QCoreApplication.translate("TodayRows", "Everything is sent")
    queue = QCoreApplication.translate("TodayRows", "queue {count}").format(count=count)
    last = view.last_success_at
    end = f"{formats.brief(last)}, {queue}" if last is not None else queue
    return Brief(
        (
            Piece(Mark("", icon, tone), 16, kind="icon"),
            Piece(words),
            Piece(Mark(end, "", "muted"), OWN, right=True),
        ),
        key="sync",
        tip=view.problem or "",
    )


def compared(both: Comparison, formats: Formats) -> list[Brief]:
    """This month beside the last: average order, margin, promises kept; what nobody knows is left out."""
    rows = []
    this, last = both.this, both.last
    if this.average is not None:
        change = _growth(this.average, last.average)
        rows.append(
            _figure(
                QCoreApplication.translate("TodayRows", "Average order"),
                whole_money(this.average, formats),
                _signed(change) + formats.percent(abs(change)) if change is not None else "",
                change,
            )
        )
    for name, share in (
        (QCoreApplication.translate("TodayRows", "Margin"), "margin_percent"),
        (QCoreApplication.translate("TodayRows", "Promised and on time"), "on_time_percent"),
    ):
        now, before = _share(this, share), _share(last, share)
        if now is not None:
            step = now - before if before is not None else None
            points = QCoreApplication.translate("TodayRows", "{change} pt")
            words = ""
            if step is not None:
                words = points.format(change=_signed(step) + formats.qty(abs(step)))
            rows.append(_figure(name, formats.percent(now), words, step))
    return rows


def _share(figures: MonthFigures, name: str) -> Decimal | None:
    return figures.margin_percent if name == "margin_percent" else figures.on_time_percent


def _growth(now: Money, before: Money | None) -> Decimal | None:
    if before is None or not before.minor:
        return None
    return (Decimal(now.minor - before.minor) * 100 / before.minor).quantize(Decimal("0.1"))


def _signed(change: Decimal) -> str:
    return "+" if change > 0 else "−" if change < 0 else ""


def _figure(name: str, value: str, change: str, step: Decimal | None) -> Brief:
    tone: Tone = "good" if step is not None and step > 0 else "bad" if step else "muted"
    return Brief(
        (
            Piece(Mark(name, "", "secondary")),
            Piece(value, OWN, right=True, kind="strong"),
            Piece(Mark(change, "", tone), 56, right=True),
        )
    )


def whole_money(money: Money, formats: Formats) -> str:
    """Rounded to whole units, with the currency where its people write it: ``2 735 400 ₽``."""
    digits = -int(money.decimal.as_tuple().exponent)
    rounded = Money(int(money.decimal.quantize(Decimal(1))) * 10**digits, money.currency)
    return formats.money(rounded).replace(formats.decimal_sign + "0" * digits, "", 1)
