"""The boards of the gallery: a week with a drag that does not fit, a day with a proposal, a waiting list."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.board import (
    Answer,
    Cell,
    Closed,
    Day,
    DayBoard,
    Entry,
    Lane,
    Line,
    Place,
    Plan,
    Proposal,
    Question,
    WaitingItem,
    WaitingList,
    WeekBoard,
)
from widgets.theme import theme
from widgets.values import PlateText

_LANES = (
    Lane("1", "Bay 1", "lift", 0.88, "88%"),
    Lane("2", "Bay 2", "lift", 0.91, "91%", hot=True),
    Lane("4", "Bay 4", "alignment", 0.62, "62%"),
    Lane("6", "Bay 6", "body", 0.85, "85%"),
)
_DAYS = (
    Day("Mon 15", 0.85, "85%"),
    Day("Tue 16", 0.94, "94%", hot=True),
    Day("Wed 17", 0.96, "96%", hot=True, is_today=True),
    Day("Thu 18", 0.7, "70%", note="Gusev on leave"),
)
_BEGIN, _NOON, _END = 9 * 60, 13 * 60, 20 * 60


def entry(  # noqa: PLR0917 - a row of the sample reads as a row
    key: str,
    lane: str,
    day: int,
    start: float,
    hours: float,
    title: str,
    car: str,
    hue: str,
    *,
    days: int = 1,
    work: str = "",
    who: str | None = None,
) -> Entry:
    """An entry of the sample; hours of the clock as numbers."""
    first, minutes = int(start * 60), int(hours * 60)
    return Entry(
        key=key,
        lane=lane,
        day=day,
        start=first,
        minutes=minutes,
        end=min(first + minutes, _END),
        end_day=day + days - 1,
        title=title,
        car=car,
        work=work,
        hue=hue,
        initials=who,
        text=f"{title} {car}, {work or hue}",
    )


WEEK = Plan(
    lanes=_LANES,
    days=_DAYS,
    entries=(
        entry("a", "1", 0, 9, 3, "К664АТ", "Duster", "idle"),
        entry("b", "1", 1, 9, 4, "Н660СК", "Rio", "idle"),
        entry("c", "1", 1, 17, 2, "В309НА", "Golf", "bad"),
        entry("d", "1", 2, 9, 5, "К664АТ", "Duster", "work"),
        entry("e", "1", 2, 14, 3, "В640НН", "Vesta", "accent"),
        entry("f", "2", 2, 9, 8.5, "А123ВС", "Octavia", "work"),
        entry("g", "2", 3, 9, 1.5, "Н417ОС", "Camry", "accent"),
        entry("h", "2", 3, 10.5, 2, "Т218МР", "Tucson", "accent"),
        entry("i", "4", 3, 14, 2, "Р336ХО", "Focus", "wait"),
        entry("j", "6", 0, 9, 26, "Х541АС", "X3", "work", days=3, work="wing and door"),
    ),
    cells=(
        Cell("1", 0, 0.6),
        Cell("1", 1, 0.6),
        Cell("1", 2, 0.9),
        Cell("1", 3, 0.2, free=16 * 60),
        Cell("2", 0, 0.1, free=9 * 60),
        Cell("2", 2, 0.8, free=17 * 60 + 30),
        Cell("2", 3, 0.3),
        Cell("4", 2, closed=True),
        Cell("6", 3, closed=True),
    ),
    begin=_BEGIN,
    end=_END,
)

DAY = Plan(
    lanes=_LANES,
    days=(_DAYS[2],),
    entries=(
        entry("k", "1", 0, 9, 3, "К664АТ", "Duster", "idle", work="Clutch", who="RA"),
        entry("l", "1", 0, 14, 2, "В640НН", "Vesta", "bad", work="Not here, 32 min", who="TY"),
        entry("m", "2", 0, 9, 8.5, "А123ВС", "Octavia", "work", work="Brakes", who="AK"),
        entry("n", "4", 0, 15.5, 1.5, "С171ЕУ", "Creta", "accent", work="Alignment", who="VG"),
        entry("o", "6", 0, 9, 11, "Х541АС", "BMW X3", "work", work="Wing and door", who="OS"),
    ),
    closed=(
        *(Closed(lane, 0, _NOON, _NOON + 30) for lane in ("1", "2", "4")),
        Closed("4", 0, 19 * 60 + 30, _END),
    ),
    proposals=(Proposal("1", Place("4", 0, 17 * 60, 120), 19 * 60, "V. Gusev, 2 h"),),
    begin=_BEGIN,
    end=_END,
    now=(0, 14 * 60 + 32),
)

WAITING = (
    WaitingItem(
        "w1",
        PlateText("Н052СА", "777"),
        "Tiggo 7",
        "Suspension knock",
        "2.5 h, lift",
        "by Fri",
        150,
    ),
    WaitingItem(
        "w2",
        PlateText("А661ЕХ", "197"),
        "Coolray",
        "30,000 km service",
        "1.5 h, lift",
        "mornings",
        90,
    ),
    WaitingItem("w3", PlateText("О930ВН", "50"), "Patriot", "Clutch, replace", "6 h", "", 360),
)


def busy_answer(question: Question, then: Callable[[Answer], None]) -> None:
    """The sample's answer: Thursday at bay 2 is taken before noon, everything else is free."""
    place = question.place
    last = place.start + place.minutes
    title = f"{_DAYS[place.day].title}, {place.start // 60}:{place.start % 60:02}"
    taken = place.lane == "2" and place.day == len(_DAYS) - 1 and place.start < _NOON - 30
    if taken and last > _BEGIN:
        lines = (Line("bad", "Taken until 12:30: Tucson"), Line("good", "Free 12:30–17:00"))
        then(Answer("bad", title, "Bay 2", lines, may=False))
    else:
        then(Answer("good", title, "", (Line("good", "Free"),)))


def board_sections() -> list[tuple[str, QWidget]]:
    """Each board under its name."""
    week = WeekBoard("Week", "Load", "85 %")
    week.set_plan(WEEK)
    week.set_asker(busy_answer)
    week.setFixedHeight(theme().px(460))
    day = DayBoard("Day")
    day.set_plan(DAY)
    day.setFixedHeight(theme().px(560))
    waiting = WaitingList("Waiting list")
    waiting.set_items(WAITING)
    waiting.setFixedWidth(theme().px(198))
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(week, 1)
    row.addWidget(waiting)
    return [("Week", both), ("Day", day)]
