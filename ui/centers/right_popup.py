"""What a cell of the matrix means, asked and answered beside it."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.centers.cells import CellOf, Limit, State
from ui.centers.matrix_model import Cross
from ui.shell.words import said
from widgets.buttons import label
from widgets.links import TextButton
from widgets.segments import Segments
from widgets.theme import theme

_WIDTH = 320
_HOLDERS = 3


class RightPopup(QFrame):
    """No or yes for a role and a right, who holds it, how often it was used, and the rule that limits it."""

    chosen = Signal(bool)
    rule_asked = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        cross: Cross,
        cell: CellOf,
        *,
        holders: tuple[str, ...],
        uses: int,
        limit: Limit | None,
        can: bool,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        look = theme()
        title = (
            f"{cross.role.name}, {said(cross.right.title)[:1].lower()}{said(cross.right.title)[1:]}"
        )
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(11), look.px(14), look.px(12))
        column.setSpacing(look.px(7))
        column.addWidget(label(title, "strong", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        self.choice = Segments(
            [(False, self.tr("No")), (True, self.tr("Yes"))], name=title, small=True
        )
        self.choice.set_value(cell.state is not State.NO)
        self.choice.setEnabled(can and cell.state is not State.LOCKED)
        self.choice.edited.connect(self._said)
        row.addWidget(self.choice)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(label(said(cross.right.sentence), "small", wrap=True))
        if cell.state is State.LOCKED:
            column.addWidget(label(self.tr("The owner's role always keeps it."), "hint", wrap=True))
        if limit is not None:
            column.addWidget(label(said(limit.sentence), "small", tone="wait", wrap=True))
            rule = TextButton(self.tr("Open the rule"))
            rule.clicked.connect(lambda: self._to_rule(limit.rule))
            column.addWidget(rule)
        column.addWidget(label(self._people(holders), "hint", wrap=True))
        times = self.tr("Used %n times in 30 days", "", uses)
        column.addWidget(label(times if uses else self.tr("Not used in 30 days"), "hint"))
        self.setFixedWidth(look.px(_WIDTH))

    def _people(self, holders: tuple[str, ...]) -> str:
        if not holders:
            return self.tr("Nobody has this role now.")
        shown = ", ".join(name.split()[0] for name in holders[:_HOLDERS])
        rest = len(holders) - _HOLDERS
        if rest <= 0:
            return shown
        more = self.tr("and %n more", "", rest)
        return f"{shown} {more}"

    def _said(self) -> None:
        self.chosen.emit(self.choice.value())
        self.close()

    def _to_rule(self, rule: str) -> None:
        self.rule_asked.emit(rule)
        self.close()

    def open_at(self, box: QRect) -> None:
        """Show under a cell of the screen, above it where there is no room."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(
            max(box.center().x() - self.width() // 2, screen.left() + 8),
            screen.right() - self.width(),
        )
        y = box.bottom() + theme().px(6)
        if y + self.height() > screen.bottom():
            y = box.top() - self.height() - theme().px(6)
        self.move(QPoint(x, y))
        self.show()
        self.choice.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_F2):
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.setBrush(look.colour("surface.raised"))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
