"""The rows of the calendar as the boards paint them: days in their places, moments in minutes of the wall clock."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.bookings.rows import Board, BoardDay, BoardItem, BoardLane
from models.bookings import COMING, AppointmentState, ArrivalMode
from ui.bookings.scale import Scale, shown_days
from ui.bookings.shut import shut_hours
from ui.parts.bookings import ability_word, appointment_badge, away, skill_word
from ui.parts.cells import plate_cell
from ui.shell.formats import Formats
from widgets.board import (
    Cell,
    Day,
    Entry,
    Lane,
    Plan,
)

_HOUR = 60
_OPENS, _CLOSES = 9 * _HOUR, 20 * _HOUR
_LAST = 24 * _HOUR
_HOT = 90
_HUES = {
    AppointmentState.REQUESTED: "wait",
    AppointmentState.CONFIRMED: "accent",
    AppointmentState.ARRIVED: "work",
    AppointmentState.CONVERTED: "work",
    AppointmentState.DONE: "idle",
    AppointmentState.NO_SHOW: "bad",
    AppointmentState.CANCELLED: "idle",
}
_ICONS = {
    ArrivalMode.PICK_UP: "truck",
    ArrivalMode.HOME_SERVICE: "map-pin",
    ArrivalMode.WAITS: "hourglass",
}
NOWHERE = "nowhere"
"""The key of the lane for what has no bay or nobody yet."""


class Painter:
    """Makes a plan of a board's rows, in the words of a person."""

    def __init__(self, board: Board, formats: Formats, *, week: bool) -> None:
        self.board = board
        self.formats = formats
        self.week = week
        self.scale = Scale(shown_days(board), formats.time_zone)
        self._loads = {(lane.id, day.day_on): day for lane in board.lanes for day in lane.days}

    def plan(self) -> Plan:
        """Everything that is shown."""
        begin, end = self._axis()
        lanes = [self._lane(lane) for lane in self.board.lanes]
        if any(item.lane_id is None for item in self.board.items):
            lanes.append(Lane(NOWHERE, self._nowhere()))
        days = {day.day_on: day for day in self.board.days}
        now = self.scale.place(self.board.now)
        shown = 0 <= now[0] < len(self.scale.days)
        today = self.formats.local(self.board.now).date()
        return Plan(
            lanes=tuple(lanes),
            days=tuple(self._day(days[on], is_today=on == today) for on in self.scale.days),
            entries=tuple(entry for item in self.board.items for entry in self._entries(item)),
            closed=tuple(shut_hours(self.board, self.scale, begin, end)),
            cells=tuple(self._cells()),
            begin=begin,
            end=end,
            now=now if shown and self.scale.days[now[0]] == today else None,
        )

    def _axis(self) -> tuple[int, int]:
        """From the earliest opening to the latest closing, widened by what stands outside."""
        opens, closes = [], []
        shown = set(self.scale.days)
        for day in self.board.days:
            if day.day_on in shown and day.opens_at is not None and day.closes_at is not None:
                opens.append(self.scale.place(day.opens_at)[1])
                closes.append(self.scale.ends_at(day.closes_at)[1])
        begin = min(opens, default=_OPENS)
        end = max(closes, default=_CLOSES)
        for item in self.board.items:
            for part in item.segments:
                begin = min(begin, self.scale.place(part.starts_at)[1])
                end = max(end, self.scale.ends_at(part.ends_at)[1])
        return begin // _HOUR * _HOUR, min(-(-end // _HOUR) * _HOUR, _LAST)

    def _nowhere(self) -> str:
        if self.board.by != "bay":
            return QCoreApplication.translate("CalendarPage", "Nobody yet")
        return QCoreApplication.translate("CalendarPage", "No bay")

    def _percent(self, percent: int) -> str:
        space = "\N{NARROW NO-BREAK SPACE}" if self.formats.language == "ru" else ""
        return f"{percent}{space}%"

    def _lane(self, lane: BoardLane) -> Lane:
        word = ability_word if self.board.by == "bay" else skill_word
        words = [word(code) for code in lane.abilities]
        detail = ", ".join(words) if words else lane.detail
        hot = any(day.is_overloaded for day in lane.days)
        return Lane(
            lane.id,
            lane.name if self.board.by == "bay" else short_name(lane.name),
            detail,
            lane.load_percent / 100,
            self._percent(lane.load_percent),
            hot=hot and (lane.load_percent > _HOT or not self.week),
        )

    def _day(self, day: BoardDay, *, is_today: bool) -> Day:
        formats = self.formats
        percent = day.people_percent if self.board.by != "bay" else day.bays_percent
        note = ""
        icon = "user-minus"
        if day.missing:
            first = day.missing[0]
            note = away(first.name, first.reason)
            if len(day.missing) > 1:
                note = f"{note} +{len(day.missing) - 1}"
        words = formats.long_day(day.day_on)
        if day.overloaded:
            over = QCoreApplication.translate("CalendarPage", "overloaded: {names}")
            words = f"{words}, {over.format(names=', '.join(day.overloaded))}"
        return Day(
            title=f"{formats.weekday(day.day_on)} {day.day_on.day}",
            load=percent / 100 if day.is_open else None,
            load_text=self._percent(percent) if day.is_open else "",
            hot=day.is_overloaded,
            is_today=is_today,
            note=note,
            note_icon=icon,
            words=words,
        )

    def _cells(self) -> list[Cell]:
        cells = []
        for lane in self.board.lanes:
            for at, on in enumerate(self.scale.days):
                day = self._loads.get((lane.id, on))
                if day is None:
                    continue
                free = None
                if day.free_at is not None:
                    place, minute = self.scale.place(day.free_at)
                    free = minute if place == at else None
                cells.append(Cell(lane.id, at, day.load_percent / 100, day.work_minutes == 0, free))
        return cells

    def _entries(self, item: BoardItem) -> list[Entry]:
        """One entry; on a day board an item of several days is its part of the day."""
        if not item.segments:
            return []
        first, last = item.segments[0], item.segments[-1]
        if not self.week:
            here = [part for part in item.segments if self.scale.place(part.starts_at)[0] == 0]
            if not here:
                return []
            first, last = here[0], here[-1]
        day, start = self.scale.place(first.starts_at)
        end_day, end = self.scale.ends_at(last.ends_at)
        if day >= len(self.scale.days) or end_day < 0:
            return []
        whole = first is item.segments[0]
        return [
            Entry(
                key=item.transport_id or item.id,
                lane=item.lane_id if item.lane_id is not None else NOWHERE,
                day=max(day, 0),
                start=start if day >= 0 else 0,
                minutes=item.minutes,
                end=end,
                end_day=min(end_day, len(self.scale.days) - 1),
                title=self._title(item),
                car=item.car if item.plate else "",
                work=self._work(item),
                hue=self._hue(item),
                initials=item.initials or ("—" if self.board.by == "bay" else None),
                icon=self._icon(item),
                text=self.words(item),
                dashed=item.is_hold,
                moves=whole and item.transport_id is None and item.state in _MOVES,
                by_end=not item.plate and _is_phone(item.who),
            )
        ]

    def _title(self, item: BoardItem) -> str:
        """The plate as one calls it, without its region; else who comes."""
        plate = plate_cell(item.plate)
        return plate.text if plate is not None else self._who(item) or item.number

    def _who(self, item: BoardItem) -> str:
        return self.formats.phone(item.who) if _is_phone(item.who) else item.who

    def _is_late(self, item: BoardItem) -> bool:
        late = item.late_minutes >= max(1, self.board.late_after_minutes)
        return late and item.state in COMING

    def _hue(self, item: BoardItem) -> str:
        if self._is_late(item):
            return "bad"
        if item.state not in COMING and item.ends_at <= self.board.now:
            # its time is over: nobody has to act on the board
            return "idle" if item.state is not AppointmentState.NO_SHOW else "bad"
        return _HUES[item.state]

    @staticmethod
    def _icon(item: BoardItem) -> str:
        if item.is_overbooked:
            return "layers"
        return _ICONS.get(item.mode, "")

    def _work(self, item: BoardItem) -> str:
        if self._is_late(item):
            late = QCoreApplication.translate("CalendarPage", "Not here, {span}")
            return late.format(span=self.formats.span(timedelta(minutes=item.late_minutes)))
        return item.what

    def words(self, item: BoardItem) -> str:
        """An item as it is said aloud and shown on hover."""
        formats = self.formats
        when = f"{formats.clock(item.starts_at)}–{formats.clock(item.ends_at)}"
        car = f"{item.plate} {item.car}".strip()
        parts = [car, when, self._work(item), self._who(item), item.person]
        parts.append(appointment_badge(item.state).text)
        if item.is_overbooked:
            parts.append(QCoreApplication.translate("CalendarPage", "overbooked"))
        return ", ".join(part for part in parts if part)


_MOVES = frozenset(
    {
        AppointmentState.REQUESTED,
        AppointmentState.CONFIRMED,
        AppointmentState.ARRIVED,
        AppointmentState.CONVERTED,
    }
)


def short_name(name: str) -> str:
    """A person as a narrow column can say it: the surname whole, the first name as its letter."""
    surname, _, rest = name.partition(" ")
    return f"{surname} {rest[0]}." if rest else surname


def _is_phone(who: str) -> bool:
    """Whether somebody is known by a telephone alone, as it is kept."""
    return who[:1] == "+" and who[1:].isdigit()
