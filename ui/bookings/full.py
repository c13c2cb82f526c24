"""How full the days are: by department, bay, skill and person, the overloaded day named."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.bookings import get_capacity
from app.bookings.rows import CapacityDay, Load
from app.kernel.tx import Read
from ui.bookings.bar import CalendarBar
from ui.parts.bookings import away, skill_word
from ui.shell.desk import Desk
from widgets.badge import MeterBar
from widgets.buttons import hairline, label
from widgets.theme import theme
from widgets.values import Hue, Meter

_WIDTH = 300
_KINDS = ("department", "bay", "skill", "person")


class FullPanel(QWidget):
    """Loads of the days that show."""

    def __init__(self, desk: Desk, bar: CalendarBar) -> None:
        super().__init__()
        look = theme()
        self._desk, self._bar = desk, bar
        self.setFixedWidth(look.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(look.px(55))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.addWidget(label(self.tr("How full it is"), "strong"))
        row.addStretch(1)
        row.addWidget(label("L", "caption"))
        column.addWidget(head)
        column.addWidget(hairline())
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("How full it is"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self._scroll, 1)
        self.words: list[str] = []
        """What is said, line after line."""

    def load(self) -> None:
        """Read the loads of the days that show."""
        from_on, days, now = self._bar.from_on, self._bar.days, self._desk.now()

        def ask(read: Read) -> Sequence[CapacityDay]:
            return get_capacity(read, from_on, days, now=now)

        self._desk.read(self, ask, self._show, lane="full")

    def _show(self, days: Sequence[CapacityDay]) -> None:
        look = theme()
        content = QWidget()
        content.setProperty("surface", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(12))
        column.setSpacing(look.px(3))
        self.words = []
        self._overloaded(column, days)
        for kind in _KINDS:
            self._kind(column, kind, days)
        column.addStretch(1)
        self._scroll.setWidget(content)

    def _line(self, column: QVBoxLayout, text: str, role: str = "small", tone: str = "") -> None:
        self.words.append(text)
        column.addWidget(label(text, role, tone=tone, wrap=True))

    def _overloaded(self, column: QVBoxLayout, days: Sequence[CapacityDay]) -> None:
        formats = self._desk.formats
        # days with one and the same trouble are told together
        full: dict[str, list[str]] = {}
        for day in days:
            if day.overloaded:
                names = ", ".join(
                    f"{self._name(load)} {self._percent(load.percent)}"
                    for load in day.overloaded[:2]
                )
                on = f"{formats.weekday(day.day_on)} {day.day_on.day}"
                full.setdefault(names, []).append(on)
        for names, those in full.items():
            words = self.tr("{day} is overloaded: {names}")
            if len(those) > 1:
                words = self.tr("{day} are overloaded: {names}")
            self._line(column, words.format(day=", ".join(those), names=names), tone="wait")
        if not full:
            self._line(column, self.tr("No day is over its limit."), tone="good")
        for day in days:
            for gone in day.missing:
                on = f"{formats.weekday(day.day_on)} {day.day_on.day}"
                self._line(column, f"{on}: {away(gone.name, gone.reason)}", tone="muted")

    def _percent(self, percent: int) -> str:
        return self._desk.formats.percent(Decimal(percent))

    def _name(self, load: Load) -> str:
        return skill_word(load.name) if load.kind == "skill" else load.name

    def _kind(self, column: QVBoxLayout, kind: str, days: Sequence[CapacityDay]) -> None:
        sums: dict[str, tuple[int, int, bool]] = {}
        for day in days:
            for load in day.loads:
                if load.kind == kind:
                    work, busy, hot = sums.get(load.name, (0, 0, False))
                    sums[load.name] = (
                        work + load.work_minutes,
                        busy + load.busy_minutes,
                        hot or load.is_overloaded,
                    )
        if not sums:
            return
        titles = {
            "department": self.tr("Departments"),
            "bay": self.tr("Bays"),
            "skill": self.tr("Skills"),
            "person": self.tr("People"),
        }
        column.addSpacing(theme().px(8))
        column.addWidget(label(titles[kind], "strong"))
        for name, (work, busy, hot) in sums.items():
            self._bar_row(
                column, skill_word(name) if kind == "skill" else name, work, busy, hot=hot
            )

    def _bar_row(self, column: QVBoxLayout, name: str, work: int, busy: int, *, hot: bool) -> None:
        percent = round(100 * busy / work) if work else 0
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        title = label(name, "small")
        title.setFixedWidth(theme().px(132))
        title.setToolTip(name)
        row.addWidget(title)
        text = self._percent(percent) if work else "—"
        hue: Hue = "wait" if hot else "work"
        bar = MeterBar(Meter(min(percent / 100, 1.0), text, hue))
        row.addWidget(bar, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)
        self.words.append(f"{name} {text}")
