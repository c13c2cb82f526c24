"""The parts of Today, made once: the strip, the sections, the charts."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.insights import PromiseMark, PromiseRow, TodayView
from models.access import Permission
from ui.shell.desk import Desk
from ui.today import briefs, charts
from ui.today.legend import Legend
from ui.today.section import Heading, Section
from ui.today.wide import WideParts
from widgets.brief import Brief, BriefList
from widgets.buttons import Button, label
from widgets.charts import Bars, Columns
from widgets.empty import EmptyState
from widgets.links import TextButton
from widgets.strip import Strip
from widgets.theme import theme
from widgets.values import Mark

if TYPE_CHECKING:
    from app.bookings.rows import WeekLoad

_SHOWN_HOURS = 4


class StripPart(QWidget):
    """What is promised for today: heading with its counts, and the strip."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        title = self.tr("Promised today")
        self.head = Heading(title, keys="Alt+1")
        self.strip = Strip(title, (self.tr("Car"), self.tr("Promised")))
        self._none = label(self.tr("Nothing is promised for today."), "muted")
        self._none.setContentsMargins(theme().px(16), 0, theme().px(16), theme().px(8))
        self._none.hide()
        self._more = TextButton("")
        self._more.hide()
        self._more.clicked.connect(lambda: desk.open("work_orders", None, shelf="open"))
        self.head.right.addWidget(self._more)
        self.strip.overflowed.connect(self._say_left_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(0)
        column.addWidget(self.head)
        room = QHBoxLayout()
        room.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        room.addWidget(self.strip)
        column.addLayout(room)
        column.addWidget(self._none)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_promises(self, rows: Sequence[PromiseRow], now: datetime) -> None:
        """Put the promises on the strip; without any it says so in one line."""
        formats = self._desk.formats
        due = [charts.promise(row, formats, now) for row in rows]
        at = charts.hour_of(now, formats, now)
        begin, end, ticks = charts.axis(due, at, formats, now)
        self.strip.set_due(
            due, begin=begin, end=end, ticks=ticks, now=at, now_text=formats.clock(now)
        )
        self.strip.setVisible(bool(due))
        self._none.setVisible(not due)
        self.head.set_words(formats.number(len(due)) if due else "")
        late = sum(1 for row in rows if row.mark is PromiseMark.LATE)
        risk = sum(1 for row in rows if row.mark is PromiseMark.AT_RISK)
        marks = []
        if late:
            marks.append(Mark(self.tr("%n late", "", late), "alarm-clock", "bad"))
        if risk:
            marks.append(Mark(self.tr("%n at risk", "", risk), "hourglass", "wait"))
        self.head.set_marks(marks)

    def _say_left_out(self, count: int) -> None:
        self._more.setVisible(count > 0)
        self._more.setText(self.tr("%n more", "", count))
        self._more.setAccessibleName(self._more.text())
        self._more.updateGeometry()


class StatesPart(QWidget):
    """Cars in the shop by state, each a bar that opens their list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        title = self.tr("Cars in the shop")
        self.head = Heading(title, keys="Alt+3")
        self.bars = Bars(
            title, (self.tr("State"), self.tr("Cars")), bar_width=96, pad=16, opens=True
        )
        self._none = label(self.tr("No car is in the shop."), "muted")
        self._none.setContentsMargins(theme().px(16), theme().px(4), theme().px(16), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(self.head)
        column.addWidget(self.bars)
        column.addWidget(self._none)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_states(self, view: TodayView) -> None:
        """Show the counts."""
        formats, floor = self._desk.formats, view.floor
        self.bars.set_bars([charts.state_bar(each, formats) for each in floor.states])
        self.bars.setVisible(bool(floor.states))
        self._none.setVisible(not floor.states)
        self.head.set_words(formats.number(floor.in_shop) if floor.in_shop else "")


class ChartPart(QWidget):
    """A heading over a chart."""

    def __init__(self, head: Heading, chart: QWidget) -> None:
        super().__init__()
        self.head = head
        self.chart = chart
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        room = QVBoxLayout()
        room.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        self._none = label("", "muted", wrap=True)
        self._none.hide()
        room.addWidget(self._none)
        room.addWidget(chart, 1)
        if isinstance(chart, Bars):
            room.addStretch(1)
        column.addLayout(room, 1)

    def say_none(self, words: str) -> None:
        """What stands there instead of an empty chart."""
        self._none.setText(words)

    def show_none(self, *, none: bool) -> None:
        """Show those words, or the chart."""
        self._none.setVisible(none)
        self.chart.setVisible(not none)

    def set_height(self, height: int) -> None:
        """Of the chart without its heading, in design pixels."""
        self.setFixedHeight(self.head.height() + theme().px(height))


class Parts(QWidget):
    """All of them. Not shown itself: the board lays them out."""

    widened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people = _SHOWN_HOURS
        self.strip = StripPart(desk)
        self.states = StatesPart(desk)
        self.arrivals = Section(
            self.tr("Arrivals"),
            keys="Alt+2",
            row=31,
            none=self._nobody,
            more=lambda: desk.open("work_orders", None, shelf="open"),
        )
        self.approvals = Section(
            self.tr("Awaiting approval"),
            keys="Alt+4",
            none=self.tr("Every customer has answered."),
            more=lambda: desk.open("work_orders", None, shelf="approval"),
        )
        self.low = Section(
            self.tr("Low stock"),
            keys="Alt+5",
            none=self.tr("Nothing runs out."),
            more=lambda: desk.open("inventory", None, show="low"),
        )
        self.debts = Section(
            self.tr("Unpaid"),
            keys="Alt+6",
            none=self.tr("Everything is paid."),
            more=lambda: desk.open("billing"),
        )
        self.wide: WideParts | None = None
        self.sync = BriefList(self.tr("Exchange"))
        self.calendar = BriefList(self.tr("Calendar"))
        self.calendar.show_count(0)
        self._make_charts()

    def _nobody(self) -> QWidget:
        """Instead of arrivals: why there are none, and how a day begins."""
        button = None
        if self._desk.can(Permission.WORK_ORDERS_EDIT):
            button = Button(self.tr("Work order"), "plus")
            button.set_keys("Ctrl+N", install=False)
            button.clicked.connect(lambda: self._desk.open("work_orders", None, new=True))
        return EmptyState(
            "car",
            self.tr("No car has come today"),
            self.tr("Cars that are expected and those that came stand here."),
            button,
        )

    def show_calendar(self, rows: Sequence[Brief]) -> None:
        """What waits in the calendar: as tall as its rows, nothing when there are none."""
        self.calendar.set_rows(rows)
        self.calendar.setFixedHeight(self.calendar.row_height() * len(rows))

    def show_week(self, week: Sequence["WeekLoad"], now: datetime) -> None:
        """Hours booked under the hours there are; a shop that has set no hours keeps what is promised."""
        formats = self._desk.formats
        shown = [day for day in week if day.work_minutes or day.busy_minutes]
        self._has_capacity = bool(shown)
        if shown:
            self.load.head.set_words(self.tr("booked and possible"))
            pillars = [charts.capacity_pillar(day, formats, now) for day in shown]
            self.load_chart.set_pillars(pillars)

    def _make_charts(self) -> None:
        load_head = Heading(self.tr("Load this week"))
        load_head.set_words(self.tr("hours promised"))
        self._has_capacity = False
        self.load_chart = Columns(self.tr("Load this week"), (self.tr("Day"), self.tr("Hours")))
        self.load = ChartPart(load_head, self.load_chart)
        head = Heading(self.tr("Revenue"))
        self._total = label("", "medium")
        head.right.addWidget(self._total)
        self.turnover_chart = Columns(
            self.tr("Revenue of the month"), (self.tr("Day"), self.tr("Sum")), edges=True
        )
        self.turnover = ChartPart(head, self.turnover_chart)
        hours_head = Heading(self.tr("Hours"))
        sold, hand = self.tr("sold this week"), self.tr("in hand")
        hours_head.right.addWidget(Legend((("accent.base", sold), ("status.idle.mark", hand))))
        self.hours_chart = Bars(self.tr("Hours by person"), (self.tr("Person"), sold, hand))
        self.hours = ChartPart(hours_head, self.hours_chart)
        self.hours.say_none(self.tr("No hours were sold this week yet."))

    def lists(self) -> tuple[Section, ...]:
        """Every section of rows."""
        return (
            self.arrivals,
            self.approvals,
            self.low,
            self.debts,
            *(self.wide.lists() if self.wide is not None else ()),
        )

    def widen(self) -> WideParts:
        """The parts of a wide window; ``widened`` tells when they were made."""
        if self.wide is None:
            self.wide = WideParts(self._desk, self._open_order, self)
            for section in self.wide.lists():
                section.setParent(self)
            self.widened.emit()
        return self.wide

    def _open_order(self, key: object) -> None:
        if isinstance(key, uuid.UUID):
            self._desk.open("work_orders", key)

    def set_people(self, count: int, row: int) -> None:
        """How many people the hours show, and how tall their rows are."""
        self._people = count
        self.hours_chart.set_row_height(row)

    def show_figures(self, view: TodayView) -> None:
        """Fill the charts."""
        formats = self._desk.formats
        if not self._has_capacity:
            pillars = [charts.load_pillar(day, formats, view.at) for day in view.load]
            while pillars and not pillars[-1].value and len(pillars) > len(view.load) - 1:
                pillars.pop()  # a Sunday nobody is promised for is no day of the week's work
            self.load_chart.set_pillars(pillars)
        self.hours_chart.set_bars(
            [charts.hours_bar(each, formats) for each in view.hours[: self._people]]
        )
        self.hours.show_none(none=not view.hours)
        if view.turnover is not None:
            self.turnover_chart.set_pillars(charts.turnover_pillars(view.turnover, formats))
            total = view.turnover.total
            self._total.setText(briefs.whole_money(total, formats) if total.minor else "—")

    def sees_figures(self) -> bool:
        """Whether the person may see what the shop earns."""
        return self._desk.can(Permission.REPORTS_MONEY)

    def sees_money(self) -> bool:
        """Whether the person may see what customers owe."""
        return self._desk.can(Permission.MONEY_SEE)
