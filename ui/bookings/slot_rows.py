"""The rows of the search for a slot: what was understood, an answer, a day that does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.bookings.rows import RefusedDay, Slot
from models.wishes import Chip, Understood
from ui.parts.bookings import ability_word, length, skill_word
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.board import paint
from widgets.cells import kit
from widgets.theme import theme

_ICONS = {
    "length": "timer",
    "ability": "sliders-horizontal",
    "skill": "user-check",
    "person": "user",
    "employee": "user",
    "bay": "square",
    "service": "wrench",
}
_TONES = {"good": ("check", "good"), "warn": ("triangle-alert", "wait"), "bad": ("ban", "bad")}


class ChipRow(QWidget):
    """What was understood, as chips that wrap; what was not, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[tuple[str, str]] = []
        self._boxes: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_understood(self, understood: Understood | None, formats: Formats) -> None:
        """Show the chips of a wish."""
        self._chips = []
        if understood is not None:
            self._chips = [
                (_ICONS.get(chip.kind, "calendar"), _chip_words(chip, formats))
                for chip in understood.chips
            ]
            self._chips += [("circle-help", word) for word in understood.unknown]
        self.setAccessibleName(", ".join(words for _, words in self._chips))
        self._lay(self.width() or theme().px(260))
        self.setFixedHeight(max(1, self._high()))
        self.update()

    def words(self) -> list[str]:
        """The chips in words."""
        return [words for _, words in self._chips]

    def _lay(self, width: float) -> None:
        look = kit()
        face, x, y = look.face("small", 500), 0.0, 0.0
        self._boxes = []
        for _, words in self._chips:
            wide = min(face.width(words) + look.px(7 + 13 + 5 + 7), width)
            if x and x + wide > width:
                x, y = 0.0, y + look.px(27)
            self._boxes.append(QRectF(x, y, wide, look.px(22)))
            x += wide + look.px(5)

    def _high(self) -> int:
        return round(self._boxes[-1].bottom()) + 1 if self._boxes else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(kit().px(200), max(1, self._high()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay(self.width())
        for (icon, words), box in zip(self._chips, self._boxes, strict=True):
            lost = icon == "circle-help"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("status.wait.bg" if lost else "surface.selected"))
            painter.drawRoundedRect(box, look.px(4), look.px(4))
            ink = "status.wait.fg" if lost else "text.primary"
            top = round(box.center().y() - look.px(13) / 2)
            painter.drawPixmap(round(box.left()) + look.px(7), top, look.icon(icon, ink, 13))
            inner = box.adjusted(look.px(25), 0, -look.px(5), 0)
            paint.words(painter, inner, words, weight=500, tone=ink)


def _chip_words(chip: Chip, formats: Formats) -> str:
    match chip.kind:
        case "length" if isinstance(chip.value, int):
            return length(formats, chip.value)
        case "ability" if isinstance(chip.value, str):
            return ability_word(chip.value)
        case "skill" if isinstance(chip.value, str):
            return skill_word(chip.value)
    return chip.words


class _Row(QWidget):
    """A painted row with a hairline above."""

    def __init__(self, high: int) -> None:
        super().__init__()
        self._base = high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(high))


class SlotRow(_Row):
    """An answer: its number, when, where, and who would do it or what to mind."""

    clicked = Signal()
    doubled = Signal()

    def __init__(self, number: int, slot: Slot, formats: Formats) -> None:
        self._lines = _lines(slot, formats)
        super().__init__(35 + 18 * max(1, len(self._lines)))
        self._number, self._slot = number, slot
        end = formats.clock(slot.ends_at)
        on = formats.local(slot.starts_at).date()
        if formats.local(slot.ends_at).date() != on:
            end = formats.moment(slot.ends_at)
        self._when = f"{_day_words(slot, formats)}, {formats.clock(slot.starts_at)}–{end}"
        self._on = False
        words = ", ".join(text for _, text in self._lines)
        self.setAccessibleName(f"{number}. {self._when}, {slot.bay}, {words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_on(self, *, on: bool) -> None:
        """Whether it is the chosen one."""
        self._on = on
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.doubled.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._on:
            painter.fillRect(box, look.colour("surface.selected"))
            painter.fillRect(QRectF(0, 0, look.px(2), box.height()), look.colour("accent.bar"))
        elif self.underMouse():
            painter.fillRect(box, look.colour("surface.hover"))
        painter.fillRect(QRectF(0, 0, box.width(), 1), look.colour("line.hairline"))
        y = look.px(8)
        line = QRectF(look.px(16), y, look.px(20), look.px(20))
        paint.words(
            painter, line, str(self._number), role="base", weight=600, tone="status.good.fg"
        )
        right = QRectF(look.px(44), y, box.width() - look.px(60), look.px(20))
        bay = paint.words(painter, right, self._slot.bay, tone="text.secondary", flags=paint.RIGHT)
        when = right.adjusted(0, 0, -bay - look.px(8), 0)
        paint.words(painter, when, self._when, role="base", weight=500, tone="text.primary")
        y += look.px(20)
        for tone, text in self._lines:
            icon, hue = _TONES[tone]
            painter.drawPixmap(look.px(44), y + look.px(2), look.icon(icon, f"status.{hue}.fg", 13))
            rest = QRectF(look.px(61), y, box.width() - look.px(70), look.px(17))
            paint.words(painter, rest, text, tone=f"status.{hue}.fg")
            y += look.px(18)


def _day_words(slot: Slot, formats: Formats) -> str:
    moment = formats.moment(slot.starts_at)
    on = formats.local(slot.starts_at).date()
    near = 1
    if abs((on - formats.today()).days) <= near:
        day = moment.partition(",")[0]
        return day[:1].upper() + day[1:]
    return f"{formats.weekday(on)} {on.day}"


def _lines(slot: Slot, formats: Formats) -> Sequence[tuple[str, str]]:
    lines = [(remark.tone, said(remark.sentence)) for remark in slot.remarks]
    if slot.person and not any(tone == "good" for tone, _ in lines):
        person = slot.person
        if slot.shift_ends_at is not None:
            person = f"{person} → {formats.clock(slot.shift_ends_at)}"
        lines.insert(0, ("good", person))
    return lines


class RefusedRow(_Row):
    """A day that was looked at and does not fit, and why."""

    def __init__(self, refused: RefusedDay, formats: Formats) -> None:
        super().__init__(53)
        self._day = formats.long_day(refused.day_on)
        self._why = ", ".join(said(reason) for reason in refused.reasons)
        self.setAccessibleName(f"{self._day}: {self._why}")
        self.setToolTip(self._why)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), look.colour("line.hairline"))
        painter.drawPixmap(look.px(16), look.px(11), look.icon("ban", "text.muted", 13))
        line = QRectF(look.px(44), look.px(8), self.width() - look.px(52), look.px(20))
        paint.words(painter, line, self._day, role="base", tone="text.secondary")
        line = line.translated(0, look.px(20))
        paint.words(painter, line, self._why, tone="text.muted")
