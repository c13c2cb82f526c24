"""The head of an order: number, state, next steps; below it who, what, until when."""

import math
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.shell.words import said
from ui.work_orders.record.steps import Step, Steps
from widgets.badge import BadgeLabel, CellLabel
from widgets.buttons import Button, hairline
from widgets.cells import cell_width, paint_cell
from widgets.elided import ElidedLabel
from widgets.theme import theme
from widgets.values import Badge, Mark, cell_text

Part = tuple[object, str]
"""A value and how plain text of it looks."""

_GAP = 8
_LINES = (16, 22, 18)


class FactButton(QAbstractButton):
    """A caption, a line of values, a line of small values; pressing it leads to where they are changed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._caption = ""
        self._lines: tuple[Sequence[Part], Sequence[Part]] = ((), ())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_fact(self, caption: str, values: Sequence[Part], under: Sequence[Part] = ()) -> None:
        """Show other values."""
        self._caption = caption
        self._lines = (tuple(values), tuple(under))
        words = " ".join(cell_text(v) for line in self._lines for v, _ in line if v)
        self.setAccessibleName(f"{caption}: {words}")
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def set_open(self, *, on: bool) -> None:
        """Whether pressing it leads anywhere; a fact that does not is only read."""
        self.setEnabled(on)
        shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _width(self, parts: Sequence[Part]) -> float:
        gaps = theme().px(_GAP) * max(len(parts) - 1, 0)
        return sum(math.ceil(cell_width(value, kind=kind)) + 1 for value, kind in parts) + gaps

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        caption = cell_width(self._caption, kind="small")
        wide = max(caption, *(self._width(line) for line in self._lines))
        return QSize(math.ceil(wide) + look.px(12), look.px(sum(_LINES) + 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(90)), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().toRectF().adjusted(1, 1, -1, -1)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surface.hover"))
            painter.drawRoundedRect(frame, look.px(6), look.px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRoundedRect(frame, look.px(6), look.px(6))
        pad = look.px(6)
        top = look.px(1)
        room = QRect(pad, top, self.width() - 2 * pad, look.px(_LINES[0]))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._caption)
        for line, height in zip(self._lines, _LINES[1:], strict=True):
            room = QRect(pad, room.bottom() + 1, room.width(), look.px(height))
            self._paint_line(painter, room, line)

    def _paint_line(self, painter: QPainter, room: QRect, parts: Sequence[Part]) -> None:
        x = room.left()
        for value, kind in parts:
            wide = math.ceil(cell_width(value, kind=kind)) + 1
            box = QRect(x, room.top(), min(wide, room.right() - x + 1), room.height())
            if box.width() > 0:
                paint_cell(painter, box, value, kind=kind)
            x += wide + theme().px(_GAP)


class OrderHead(QWidget):
    """Everything above the tabs. ``pressed`` names a step, ``fact_pressed`` a fact."""

    left = Signal()
    pressed = Signal(str)
    print_wanted = Signal()
    details_wanted = Signal()
    fact_pressed = Signal(str)

    def __init__(self, facts: Sequence[str]) -> None:
        super().__init__()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(2))
        column.setSpacing(look.px(4))
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(10))
        self._back = Button("", "arrow-left", kind="quiet", name=self.tr("Back to the list"))
        self._back.clicked.connect(self.left)
        self.number = ElidedLabel("", "title")
        self.number.setFont(look.font("title", codes=True))
        self.badge = BadgeLabel(Badge("", "circle-dashed"))
        self.saved = CellLabel(Mark("", "cloud-check", "muted"))
        self._row.addWidget(self._back)
        self._row.addWidget(self.number)
        self._row.addWidget(self.badge)
        self._row.addWidget(self.saved)
        self._row.addStretch(1)
        self._printer = Button("", "printer", kind="quiet", name=self.tr("Print"))
        self._printer.set_keys("Ctrl+Shift+P")
        self._printer.clicked.connect(self.print_wanted)
        self._arrival = Button("", "log-in", kind="quiet", name=self.tr("Arrival and its act"))
        self._arrival.set_keys("Alt+A")
        self._arrival.clicked.connect(lambda: self.fact_pressed.emit("arrival"))
        self._row.addWidget(self._arrival)
        self._more = Button("", "ellipsis", kind="quiet", name=self.tr("More"))
        self._more.set_keys("Alt+M")
        self._more.clicked.connect(self._open_menu)
        self._row.addWidget(self._printer)
        self._row.addWidget(self._more)
        self._buttons: list[Button] = []
        self._steps = Steps(None, (), ())
        column.addLayout(self._row)
        strip = QHBoxLayout()
        strip.setSpacing(look.px(8))
        self.facts = {name: FactButton(name) for name in facts}
        for place, fact in enumerate(self.facts.values()):
            if place:
                line = hairline(vertical=True)
                strip.addWidget(line)
            fact.clicked.connect(lambda _on=False, name=fact.name: self.fact_pressed.emit(name))
            strip.addWidget(fact)
        strip.addStretch(1)
        column.addLayout(strip)

    @property
    def primary(self) -> Button | None:
        """The button of the next step."""
        return self._buttons[-1] if self._buttons and self._steps.primary else None

    def button(self, name: str) -> Button | None:
        """The button of a step that has one."""
        steps = [*self._steps.secondary, *([self._steps.primary] if self._steps.primary else [])]
        for step, button in zip(steps, self._buttons, strict=True):
            if step.name == name:
                return button
        return None

    def set_steps(self, steps: Steps) -> None:
        """Buttons for what can be done now; unchanged ones stay, and keep the focus."""
        if steps == self._steps:
            return
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._steps = steps
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._make(step) for step in steps.secondary]
        if steps.primary is not None:
            self._buttons.append(self._make(steps.primary, is_next=True))
        self.fit()
        if had_focus and self._buttons:
            self._buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Where the row is too narrow, the moment of saving goes first, then buttons go into the menu."""
        beside = self._buttons[: len(self._steps.secondary)]
        giving_way: list[QWidget] = [self.saved, *reversed(beside)]
        fixed: list[QWidget] = [
            self._back, self.number, self.badge, self._arrival, self._printer, self._more,
        ]  # fmt: skip  # a row of the head
        row = [*fixed, self.saved, *self._buttons]
        room = self.width() - 2 * theme().px(16) - theme().px(8)
        wanted = sum(w.sizeHint().width() + self._row.spacing() for w in row)
        for widget in giving_way:
            widget.setVisible(wanted <= room)
            if wanted > room:
                wanted -= widget.sizeHint().width() + self._row.spacing()
        for widget in self._buttons[len(beside) :]:
            widget.setVisible(True)

    def _hidden(self) -> tuple[Step, ...]:
        """Steps whose buttons have no room."""
        beside = zip(self._steps.secondary, self._buttons, strict=False)
        return tuple(step for step, button in beside if button.isHidden())

    def _make(self, step: Step, *, is_next: bool = False) -> Button:
        words = said(step.label) + ("…" if step.asks and not is_next else "")
        button = Button(
            words,
            step.icon,
            kind="primary" if is_next else "secondary",
            keys="Ctrl+Return" if is_next else "",
        )
        button.clicked.connect(lambda: self.pressed.emit(step.name))
        self._row.addWidget(button)
        return button

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def fill_menu(self, menu: QMenu) -> None:
        """The rest of what can be done."""
        details = menu.addAction(
            theme().icon("pencil"), self.tr("Details of the order") + "\tCtrl+E"
        )
        details.triggered.connect(self.details_wanted)
        for step in (*self._hidden(), *self._steps.menu):
            words = said(step.label) + ("…" if step.asks else "")
            act = menu.addAction(theme().icon(step.icon), words)
            act.triggered.connect(lambda _on=False, name=step.name: self.pressed.emit(name))
        menu.addSeparator()
        papers = menu.addAction(theme().icon("printer"), self.tr("Print") + "\tCtrl+Shift+P")
        papers.triggered.connect(self.print_wanted)


def time_left(now: datetime, promised: datetime, words: Sequence[str], text: str) -> Mark:
    """How long until the promised moment; ``words`` are the patterns for left and late."""
    if promised <= now:
        return Mark(words[1].format(span=text), "alarm-clock", "bad")
    soon = (promised - now).total_seconds() < 30 * 60
    return Mark(words[0].format(span=text), "clock", "wait" if soon else "work")
