"""Theirs or mine, field by field, with the total after the choice; nobody's text is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import Button, hairline, label
from widgets.cells import Rich, paint_cell
from widgets.dialog import Dialog
from widgets.theme import theme

THEIRS, MINE = "theirs", "mine"
_CAPTION = 164
_ROW = 36
_HEAD = 46
_ROUND = 16
_TEXT = 184
_LINES = 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

Tell = Callable[[str], None]
Total = Callable[[Mapping[str, str], Tell], object]


@dataclass(frozen=True, slots=True)
class Side:
    """Who made a version, where and when: "Malinin P." and "bay 1, 14:29"."""

    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field with two values, as text or as ``Rich`` with the changed part strong."""

    field: str
    caption: str
    theirs: str | Rich
    mine: str | Rich
    prefer: str = MINE


class _Choice(QAbstractButton):
    """One of the two values: a circle, the value, its whole cell to press. A long text shows in several lines."""

    def __init__(self, value: str | Rich, name: str) -> None:
        super().__init__()
        self._value = value
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._high = theme().px(_ROW)
        if isinstance(value, str):
            self.setToolTip(value)
            self._high = max(self._high, _wrapped(value) + theme().px(16))
        self.setFixedHeight(self._high)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self._high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("surface.selected"))
        side = look.px(_ROUND)
        spot = QRectF(look.px(12) + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent.base"))
            painter.drawEllipse(spot)
            dot = look.px(6)
            painter.setBrush(look.colour("text.on_accent"))
            painter.drawEllipse(
                QRectF(spot.center().x() - dot / 2, spot.center().y() - dot / 2, dot, dot)
            )
        else:
            painter.setPen(QPen(look.colour("line.control"), 1))
            painter.setBrush(look.colour("surface.edit"))
            painter.drawEllipse(spot)
        x = look.px(12 + _ROUND + 8)
        room = QRect(x, 0, self.width() - x - look.px(12), self.height())
        if isinstance(self._value, str) and self._high > look.px(_ROW):
            painter.setFont(look.font())
            painter.setPen(look.colour("text.primary"))
            painter.drawText(room.adjusted(0, look.px(8), 0, -look.px(8)), _WRAP, self._value)
        else:
            paint_cell(painter, room, self._value)


def _wrapped(text: str) -> int:
    """How high a text stands in the cell of a value, at most so many lines; pixels."""
    metrics = QFontMetrics(theme().font())
    room = QRect(0, 0, theme().px(_TEXT), 10_000)
    return min(metrics.boundingRect(room, _WRAP, text).height(), _LINES * metrics.lineSpacing())


class ConflictDialog(Dialog):
    """Somebody saved the record while it was edited here. ``chosen`` tells field → "theirs" or "mine".

    Args:
        front: over which it stands.
        title: which record, and that it was changed.
        sentence: who saved when, that nothing typed is lost, how much was put together by itself.
        theirs, mine: the two sides.
        differences: the fields to choose.
        before: the total before, as text.
        total: computes the total for a choice and tells it, at once or later.
    """

    chosen = Signal(dict)

    def __init__(
        self,
        front: QWidget,
        title: str,
        sentence: str,
        theirs: Side,
        mine: Side,
        differences: Sequence[Difference],
        *,
        before: str = "",
        total: Total | None = None,
    ) -> None:
        super().__init__(front, title, 640)
        self.set_sub(sentence)
        self.flush()
        self._total = total
        self._round = 0
        self._groups: dict[str, tuple[_Choice, _Choice]] = {}
        self._sum = label("", "strong")
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(hairline())
        whole.addWidget(self._header(theirs, mine, len(differences)))
        for difference in differences:
            whole.addWidget(hairline())
            whole.addWidget(self._row_of(difference))
        if total is not None:
            whole.addWidget(hairline())
            whole.addWidget(self._total_row(before))
        self.body.addLayout(whole)
        self._buttons_below()
        self._tell_total()

    def choice(self) -> dict[str, str]:
        """What is chosen now."""
        return {
            field: THEIRS if theirs.isChecked() else MINE
            for field, (theirs, _) in self._groups.items()
        }

    def choices(self, field: str) -> tuple[QAbstractButton, QAbstractButton]:
        """The two values of a field, theirs and mine."""
        return self._groups[field]

    def choose_all(self, side: str) -> None:
        """Choose one side everywhere."""
        for theirs, mine in self._groups.values():
            (theirs if side == THEIRS else mine).setChecked(True)
        self._tell_total()

    def _header(self, theirs: Side, mine: Side, count: int) -> QWidget:
        row = QWidget()
        row.setProperty("surface", "sunken")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row.setFixedHeight(theme().px(_HEAD))
        differ = label(self.tr("%n differ", "", count), "caption")
        self._columns(row, differ, _side(theirs, self.tr("Theirs")), _side(mine, self.tr("Mine")))
        return row

    def _row_of(self, difference: Difference) -> QWidget:
        row = QWidget()
        group = QButtonGroup(row)
        theirs = _Choice(
            difference.theirs, self.tr("{field}, theirs").format(field=difference.caption)
        )
        mine = _Choice(difference.mine, self.tr("{field}, mine").format(field=difference.caption))
        for button in (theirs, mine):
            group.addButton(button)
        (theirs if difference.prefer == THEIRS else mine).setChecked(True)
        group.buttonClicked.connect(self._tell_total)
        self._groups[difference.field] = (theirs, mine)
        caption = label("", "muted")
        wide = theme().px(_CAPTION) - theme().px(32)
        shown = QFontMetrics(theme().font()).elidedText(
            difference.caption, Qt.TextElideMode.ElideRight, wide
        )
        caption.setText(shown)
        caption.setToolTip(difference.caption)
        self._columns(row, caption, theirs, mine)
        return row

    def _columns(self, row: QWidget, first: QWidget, second: QWidget, third: QWidget) -> None:
        look = theme()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, look.px(_CAPTION))
        box = QWidget()
        inner = QHBoxLayout(box)
        inner.setContentsMargins(look.px(24), 0, look.px(8), 0)
        inner.addWidget(first)
        grid.addWidget(box, 0, 0)
        grid.addWidget(hairline(vertical=True), 0, 1)
        grid.addWidget(second, 0, 2)
        grid.addWidget(hairline(vertical=True), 0, 3)
        grid.addWidget(third, 0, 4)
        for column in (2, 4):
            grid.setColumnStretch(column, 1)

    def _total_row(self, before: str) -> QWidget:
        look = theme()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        line.setSpacing(look.px(16))
        line.addWidget(label(self.tr("Total after the choice"), "hint"), 1)
        if before:
            line.addWidget(label(self.tr("was {total}").format(total=before), "hint"))
        line.addWidget(self._sum)
        return row

    def _buttons_below(self) -> None:
        for words, keys, side in (
            (self.tr("All theirs"), "Ctrl+1", THEIRS),
            (self.tr("All mine"), "Ctrl+2", MINE),
        ):
            button = Button(words, keys=keys)
            button.clicked.connect(lambda _=False, side=side: self.choose_all(side))
            self.add_left(button)
        self.add_button(Button(self.tr("Cancel")), "cancel")
        save = Button(self.tr("Save what is chosen"), "merge", kind="primary", keys="Ctrl+Return")
        self.add_button(save, "primary")
        save.clicked.connect(self._save)
        self.set_first_focus(save)

    def _save(self) -> None:
        choice = self.choice()
        self.finish("saved")
        self.chosen.emit(choice)

    def _tell_total(self, *_: object) -> None:
        if self._total is None:
            return
        self._round += 1
        mine = self._round

        def tell(text: str) -> None:
            # an answer to a choice that was changed meanwhile says nothing
            if mine == self._round:
                self._sum.setText(text)

        self._total(self.choice(), tell)


def _side(side: Side, title: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(label(title, "strong"))
    who: QLabel = label(", ".join(part for part in (side.name, side.detail) if part), "hint")
    column.addWidget(who)
    column.addStretch(1)
    return box
