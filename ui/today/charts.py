"""Today's pictures: the promise strip, cars by state, the week's load, turnover, hours."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from babel.dates import format_date
from PySide6.QtCore import QCoreApplication

from app.insights import (
    SHOP_STATES,
    LoadDay,
    PersonHours,
    PromiseMark,
    PromiseRow,
    StateCount,
    Turnover,
)
from ui.parts.states import order_badge
from ui.shell.formats import Formats
from widgets.charts import Bar, Pillar
from widgets.strip import Due

if TYPE_CHECKING:
    from app.bookings.rows import WeekLoad

_LOOK = {
    PromiseMark.DONE: ("circle-check", "good"),
    PromiseMark.ON_TIME: ("wrench", "work"),
    PromiseMark.AT_RISK: ("hourglass", "wait"),
    PromiseMark.LATE: ("alarm-clock", "bad"),
}
_LAST_HOUR = 19
_HOURS = 24
_SECONDS = 3600
_HOUR_MINUTES = 60


def hour_of(moment: datetime, formats: Formats, on: datetime) -> float:
    """Hours since the midnight of ``on`` on the center's clock; below zero for days before."""
    begin = formats.local(on).replace(hour=0, minute=0, second=0, microsecond=0)
    return (moment - begin).total_seconds() / _SECONDS


def promise(row: PromiseRow, formats: Formats, now: datetime) -> Due:
    """A promise on the strip: the plate without its region, the model, and how late it is."""
    icon, hue = _LOOK[row.mark]
    if row.mark is PromiseMark.ON_TIME and row.car.state not in SHOP_STATES:
        badge = order_badge(row.car.state)  # the car is not here yet
        icon, hue = badge.icon, badge.hue
    late = ""
    if row.mark is PromiseMark.LATE:
        minutes = int((now - row.promised_at).total_seconds() // 60)
        hours, minutes = divmod(minutes, 60)
        days, hours = divmod(hours, _HOURS)
        late = f" +{formats.span(now - row.promised_at)}" if days else f" +{hours}:{minutes:02}"
    plate = (row.car.plate or row.car.number).split(" ")[0]
    words = {
        PromiseMark.DONE: QCoreApplication.translate("TodayCharts", "ready"),
        PromiseMark.ON_TIME: QCoreApplication.translate("TodayCharts", "on time"),
        PromiseMark.AT_RISK: QCoreApplication.translate("TodayCharts", "at risk"),
        PromiseMark.LATE: QCoreApplication.translate("TodayCharts", "late"),
    }
    told = (
        f"{formats.moment(row.promised_at)}, {order_badge(row.car.state).text}, {words[row.mark]}"
    )
    return Due(
        at=hour_of(row.promised_at, formats, now),
        title=plate,
        detail=f"{row.car.model}{late}",
        icon=icon,
        hue=hue,
        text=told,
        key=row.car.order_id,
    )


def axis(
    due: Sequence[Due], now: float, formats: Formats, at: datetime
) -> tuple[float, float, list[tuple[float, str]]]:
    """Begin and end of the strip in hours of the day, and its ticks: the working day, wider when a promise is."""
    today = [each.at for each in due if each.at >= 0]
    begin = float(int(min([*today, max(0.0, now - 1)])))
    end = max([*today, now + 1, _LAST_HOUR])
    midnight = formats.local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    ticks = [(float(hour), f"{midnight.replace(hour=hour):%H:%M}") for hour in range(_HOURS)]
    return begin, min(float(_HOURS), end + 0.6), [tick for tick in ticks if tick[0] >= begin]


def state_bar(each: StateCount, formats: Formats) -> Bar:
    """How many cars stand in a state."""
    badge = order_badge(each.state)
    count = formats.number(each.count)
    return Bar(badge.text, (float(each.count),), (count,), count, badge.icon, badge.hue, each.state)


def load_pillar(day: LoadDay, formats: Formats, now: datetime) -> Pillar:
    """The hours promised for a day."""
    hours = formats.qty(day.hours.quantize(Decimal("0.1")))
    cars = QCoreApplication.translate("TodayCharts", "%n cars", None, day.cars)
    unit = QCoreApplication.translate("TodayCharts", "{hours} h").format(hours=hours)
    return Pillar(
        title=formats.weekday(day.on),
        value=float(day.hours),
        text=f"{unit}, {cars}" if day.cars else unit,
        note=hours if day.hours else "",
        strong=day.on == formats.local(now).date(),
    )


def capacity_pillar(day: "WeekLoad", formats: Formats, now: datetime) -> Pillar:
    """The hours that are booked for a day under the hours that there are; a day over the limit is marked."""
    say = formats.qty
    taken, there = (
        say((Decimal(minutes) / _HOUR_MINUTES).quantize(Decimal("0.1")))
        for minutes in (day.busy_minutes, day.work_minutes)
    )
    words = QCoreApplication.translate("TodayCharts", "{taken} of {there} h, {percent}%")
    note = QCoreApplication.translate("TodayCharts", "{percent}%").format(percent=day.percent)
    return Pillar(
        title=formats.weekday(day.day_on),
        value=day.busy_minutes / _HOUR_MINUTES,
        text=words.format(taken=taken, there=there, percent=day.percent),
        capacity=day.work_minutes / _HOUR_MINUTES,
        note=note,
        warns=day.is_overloaded,
        strong=day.day_on == formats.local(now).date(),
    )


def turnover_pillars(turnover: Turnover, formats: Formats) -> list[Pillar]:
    """One column for each day of the month so far; a day of more credits than sales stands at zero."""
    last = len(turnover.days) - 1
    return [
        Pillar(
            title=formats.day(day.on),
            value=max(0.0, float(day.sum.decimal)),
            text=formats.money(day.sum),
            strong=at == last,
        )
        for at, day in enumerate(turnover.days)
    ]


def hours_bar(person: PersonHours, formats: Formats) -> Bar:
    """What a person sold this week, and has in hand."""
    sold, hand = (
        QCoreApplication.translate("TodayCharts", "{hours} h").format(hours=formats.qty(hours))
        for hours in (person.sold, person.in_hand)
    )
    return Bar(
        _short(person.name),
        (float(person.sold), float(person.in_hand)),
        (sold, hand),
        sold,
    )


def month_name(day: date, formats: Formats) -> str:
    """The month alone, as its language writes it inside a sentence: ``December``, ``декабрь``."""
    return format_date(day, "LLLL", locale=formats.locale)


def _short(name: str) -> str:
    """The first word of a name and the initial of the second."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[0]}." if rest else first
