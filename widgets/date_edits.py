"""Fields of days and moments: typed in words or numbers, or chosen from a month (F4, Alt+Down, the icon)."""

from collections.abc import Callable
from datetime import date, datetime, time, tzinfo
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from widgets.moments import Calendar, read_day, read_moment, write_day, write_moment
from widgets.month import MonthPopup
from widgets.theme import theme
from widgets.typed import Reading
from widgets.typed_edits import Understands

_ICON = 14
_EDGE = 8


class _CalendarEdit(Understands):
    """A field with the icon of a month inside its right edge."""

    month_asked = Signal()
    _month: MonthPopup | None = None

    def _on_icon(self, x: float) -> bool:
        return x > self.width() - theme().px(_EDGE * 2 + _ICON)

    def _open_month(
        self, shown: date, today: date, language: str, then: Callable[[date], None]
    ) -> None:
        self._close_month()
        popup = MonthPopup(shown, today, language, self.window())
        popup.picked.connect(then)
        popup.destroyed.connect(self._forget_month)
        popup.open_below(self)
        self._month = popup

    def month(self) -> MonthPopup | None:
        """The month that is open."""
        return self._month if self._month is not None and self._month.isVisible() else None

    def _close_month(self) -> None:
        month = self.month()
        if month is not None:
            month.leave()

    def _forget_month(self) -> None:
        self._month = None

    @override
    def _trailing(self) -> tuple[str, str] | None:
        return super()._trailing() or ("calendar-days", "text.muted")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on = self._on_icon(event.position().x())
        self.setCursor(Qt.CursorShape.ArrowCursor if on else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._on_icon(event.position().x()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.month_asked.emit()
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self.month() is not None:
            event.accept()  # Esc and Enter belong to the month now
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close_month()
        super().focusOutEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        month = self.month()
        if month is not None and month.take_key(event):
            event.accept()
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        self._close_month()
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.month_asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class DateEdit(_CalendarEdit):
    """A day. ``today`` is asked each time; ``calendar`` says language and which year is meant."""

    def __init__(
        self,
        today: Callable[[], date],
        calendar: Calendar,
        **settings: Any,  # noqa: ANN401  the settings of a Line
    ) -> None:
        super().__init__(**settings)
        self._today = today
        self._calendar = calendar
        self.setMouseTracking(True)
        self.start(lambda text: read_day(text, today=self._today(), calendar=calendar))
        self.month_asked.connect(self._choose)

    def _choose(self) -> None:
        today = self._today()
        self._open_month(self.value() or today, today, self._calendar.language, self._picked)

    def _picked(self, day: date) -> None:
        self.set_text(day.isoformat())

    @override
    def value(self) -> date | None:
        """The day; None when there is none."""
        found: date | None = super().value()
        return found

    @override
    def set_value(self, value: object, text: str = "") -> None:
        """Show a day."""
        day = value if isinstance(value, date) else None
        written = (
            "" if day is None else write_day(day, today=self._today(), calendar=self._calendar)
        )
        self.show_value(day, text or written)


class MomentEdit(_CalendarEdit):
    """A moment, in UTC. ``now`` is asked each time; a day without a time is at ``usual``."""

    def __init__(
        self,
        now: Callable[[], datetime],
        zone: tzinfo,
        calendar: Calendar,
        *,
        usual: time = time(18),
        **settings: Any,  # noqa: ANN401  the settings of a Line
    ) -> None:
        super().__init__(**settings)
        self._now = now
        self._zone = zone
        self._calendar = calendar
        self._usual = usual
        self.setMouseTracking(True)
        self.start(self._understood)
        self.month_asked.connect(self._choose)

    def _understood(self, text: str) -> Reading:
        return read_moment(
            text, now=self._now(), zone=self._zone, calendar=self._calendar, usual=self._usual
        )

    def _choose(self) -> None:
        today = self._now().astimezone(self._zone).date()
        held = self.value()
        shown = held.astimezone(self._zone).date() if held else today
        self._open_month(shown, today, self._calendar.language, self._picked)

    def _picked(self, day: date) -> None:
        held = self.value()
        clock = held.astimezone(self._zone).time() if held else self._usual
        self.set_text(f"{day.isoformat()} {clock:%H:%M}")

    @override
    def value(self) -> datetime | None:
        """The moment, aware, in UTC; None when there is none."""
        found: datetime | None = super().value()
        return found

    @override
    def set_value(self, value: object, text: str = "") -> None:
        """Show an aware moment."""
        moment = value if isinstance(value, datetime) else None
        written = ""
        if moment is not None:
            written = write_moment(
                moment, now=self._now(), zone=self._zone, calendar=self._calendar
            )
        self.show_value(moment, text or written)
