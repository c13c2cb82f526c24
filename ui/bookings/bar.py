"""The calendar's toolbar: back and forth, today, a day or a week, bays or people."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from app.bookings.rows import BoardDay
from ui.shell.desk import Desk
from ui.shell.page import Toolbar
from widgets.buttons import Button, label
from widgets.elided import ElidedLabel
from widgets.segments import Segments

_WEEK = 7


class CalendarBar(QObject):
    """What is asked for: ``changed`` when it is another day, week or side."""

    changed = Signal()

    def __init__(self, desk: Desk, toolbar: Toolbar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._narrow = False
        self.on: date = desk.formats.today()
        toolbar.set_title(self.tr("Calendar"))
        toolbar.title.setMinimumWidth(toolbar.title.sizeHint().width())
        self.earlier = Button(icon="chevron-left", kind="quiet", name=self.tr("Earlier"))
        self.later = Button(icon="chevron-right", kind="quiet", name=self.tr("Later"))
        self.range: QLabel = label("", "strong")
        self.today = Button(self.tr("Today"), keys="T")
        self.load = ElidedLabel("", "muted")
        for widget in (self.earlier, self.range, self.later, self.today, self.load):
            toolbar.add_left(widget)
        self.earlier.set_keys("PgUp")
        self.later.set_keys("PgDown")
        kept = desk.saved("calendar.view", {})
        self.span = Segments(
            [("day", self.tr("Day")), ("week", self.tr("Week"))], name=self.tr("Shows")
        )
        self.by = Segments(
            [("bay", self.tr("Bays")), ("person", self.tr("People"))], name=self.tr("By")
        )
        self.span.set_value(kept.get("span", "week") if isinstance(kept, dict) else "week")
        self.by.set_value(kept.get("by", "bay") if isinstance(kept, dict) else "bay")
        toolbar.add(self.span)
        toolbar.add(self.by)
        self.earlier.clicked.connect(self._mover(-1))
        self.later.clicked.connect(self._mover(1))
        self.today.clicked.connect(lambda: self.go(desk.formats.today()))
        self.span.edited.connect(self._chosen)
        self.by.edited.connect(self._chosen)
        self._say()

    @property
    def is_week(self) -> bool:
        """Whether a whole week shows."""
        return bool(self.span.value() == "week")

    @property
    def from_on(self) -> date:
        """The first day that shows: a Monday where it is a week."""
        return self.on - timedelta(days=self.on.weekday()) if self.is_week else self.on

    @property
    def days(self) -> int:
        """How many days show."""
        return _WEEK if self.is_week else 1

    def go(self, on: date, *, span: str = "") -> None:
        """Show that day, or the week it lies in."""
        if span:
            self.span.set_value(span)
        self.on = on
        self._say()
        self.changed.emit()

    def be_narrow(self, *, narrow: bool) -> None:
        """Where large letters leave no room, today is an icon, a day is short, its load is told above the lanes."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say()
            self.load.setVisible(not narrow and bool(self.load.text()))
        words = "" if narrow else self.tr("Today")
        if self.today.text() != words:
            self.today.setText(words)
            self.today.set_icon("sun" if narrow else "")
            self.today.setToolTip(f"{self.today.accessibleName()}  T" if narrow else "")

    def show_side(self, by: str) -> None:
        """Show bays or people."""
        if by != self.by.value():
            self.by.set_value(by)
            self._chosen()

    def _mover(self, steps: int) -> Callable[[], None]:
        return lambda: self.go(self.on + timedelta(days=steps * self.days))

    def _chosen(self) -> None:
        self._desk.save("calendar.view", {"span": self.span.value(), "by": self.by.value()})
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        formats = self._desk.formats
        if not self.is_week:
            short = f"{formats.weekday(self.on)} {formats.day(self.on)}"
            self.range.setText(short if self._narrow else formats.long_day(self.on))
            return
        first = self.from_on
        self.range.setText(range_words(formats.day(first), formats.day(first + timedelta(days=6))))

    def show_range(self, first: date, last: date) -> None:
        """The days that show, closed ones left out."""
        formats = self._desk.formats
        if self.is_week:
            self.range.setText(range_words(formats.day(first), formats.day(last)))

    def show_day(self, day: BoardDay | None) -> None:
        """How full a day is; what is over its limit stands in the tooltip. None of a week."""
        if day is None:
            self._show_load("")
        elif not day.is_open:
            self._show_load(self.tr("closed"))
        else:
            bays = self.tr("bays {load}").format(load=self._percent(day.bays_percent))
            people = self.tr("people {load}").format(load=self._percent(day.people_percent))
            # beside bays stands how full they are; the rest is in the tooltip
            words = bays if self.by.value() == "bay" else people
            more = f"{bays}, {people}"
            if day.overloaded:
                names = ", ".join(day.overloaded)
                more = self.tr("{load}; full: {names}").format(load=more, names=names)
            self._show_load(words, more)

    def _percent(self, percent: int) -> str:
        return self._desk.formats.percent(Decimal(percent))

    def _show_load(self, words: str, more: str = "") -> None:
        self.load.setText(words)
        self.load.setToolTip(more)
        self.load.setVisible(bool(words) and not self._narrow)


def range_words(first: str, last: str) -> str:
    """Two days of one month name it once: ``15–20 дек``."""
    for begin, end in ((first.split(), last.split()), (first.split()[::-1], last.split()[::-1])):
        if len(begin) == len(end) and begin[1:] == end[1:] and begin[0].isdigit():
            if begin == first.split():
                return f"{begin[0]}–{last}"
            return f"{first}–{end[0]}"
    return f"{first} – {last}"
