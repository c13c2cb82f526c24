"""One field of a reading: closed a line, open with its crop, candidates and reasons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.recognition import Verdict
from models.recognition import FieldName
from ui.parts.cells import plate_cell
from ui.recognition.picture import PictureView
from ui.recognition.state import Asked
from ui.recognition.sure import Sure
from ui.recognition.words import NAMES, NOTES, WHYS, shown_value
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import BadgeLabel, PlateLabel
from widgets.buttons import Button, label, set_tone
from widgets.elided import ElidedLabel
from widgets.theme import theme
from widgets.values import Badge

_CAPTION, _BUTTON = 106, 104
_ROOMY, _ROOM = 560, 440
"""From so wide an open row, and a closed one, has its caption at the left, else above what was read."""


class FieldRow(QWidget):
    """``entered`` when the keyboard comes, ``decided`` after a verdict, ``changed`` after another choice."""

    entered = Signal(object)
    decided = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, asked: Asked, view: PictureView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self.asked = asked
        self.is_open = False
        self._room = (False, False)
        self._inner: QWidget | None = None
        self.edit: QLineEdit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.refresh()

    @property
    def name(self) -> FieldName:
        """Which field."""
        return self.asked.read.name

    def open(self, *, on: bool) -> None:
        """Show all about it, or one line."""
        if on != self.is_open:
            self.is_open = on
            self.refresh()

    def refresh(self) -> None:
        """Show what stands now."""
        asked, look = self.asked, theme()
        words = said(NAMES[self.name])
        said_value = shown_value(self._desk, self.name, asked.value) or self.tr("not read")
        self.setAccessibleName(f"{words}: {said_value}, {round(asked.read.confidence * 100)} %")
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(
            look.px(16),
            look.px(8 if self.is_open else 5),
            look.px(16),
            look.px(8 if self.is_open else 5),
        )
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(3))
        caption = label(words, "secondary")
        caption.setFixedWidth(look.px(_CAPTION))
        if self.is_open:
            caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        beside = self._room[0 if self.is_open else 1]
        grid.addWidget(caption, 0, 0, 1, 1 if beside or not self.is_open else 4)
        grid.setColumnStretch(1, 1)
        at = (0, 1) if beside else (1, 0)
        if self.is_open:
            self._all(grid, *at)
        else:
            self._line(grid, said_value, *at)
        made.setMinimumHeight(look.px(44))
        if self._inner is not None:
            self._box.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = made
        self._box.addWidget(made)
        self.update()

    def _line(self, grid: QGridLayout, value: str, row: int, left: int) -> None:
        asked = self.asked
        middle = QVBoxLayout()
        middle.setSpacing(0)
        plate = (
            plate_cell(asked.value) if self.name is FieldName.PLATE and asked.read.is_read else None
        )
        if plate is not None:
            held = QHBoxLayout()
            held.addWidget(PlateLabel(plate))
            held.addStretch(1)
            middle.addLayout(held)
        else:
            shown = ElidedLabel(value, "base" if asked.is_taken or asked.read.is_read else "muted")
            middle.addWidget(shown)
        more = self._note()
        if more:
            middle.addWidget(ElidedLabel(more, "muted"))
        center = Qt.AlignmentFlag.AlignVCenter
        grid.addLayout(middle, row, left, 1, 2 - left, center)
        grid.addWidget(Sure(asked.read.confidence), 0, 2, 1 + row, 1, center)
        grid.addWidget(self._button(), 0, 3, 1 + row, 1, center)

    def _note(self) -> str:
        """The most telling evidence, in few words."""
        notes = [note for note in self.asked.read.notes if note.detail or not note.is_good]
        return said(NOTES[notes[0].kind]).format(detail=notes[0].detail) if notes else ""

    def _button(self) -> QWidget:
        asked = self.asked
        if asked.is_taken:
            text = self.tr("Accepted") if asked.verdict is Verdict.ACCEPTED else self.tr("Changed")
            badge = BadgeLabel(Badge(text, "check", "good"))
            badge.setMinimumWidth(theme().px(_BUTTON))
            return badge
        if asked.verdict is Verdict.SKIPPED:
            button = Button(self.tr("Skipped"), kind="quiet", small=True)
            button.clicked.connect(self._undecide)
        elif asked.read.is_read:
            button = Button(self.tr("Accept"), small=True)
            button.clicked.connect(self.accept)
        else:
            button = Button(self.tr("Skip"), small=True)
            button.clicked.connect(self.skip)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setMinimumWidth(theme().px(_BUTTON))
        return button

    def _all(self, grid: QGridLayout, row: int, left: int) -> None:
        asked, look = self.asked, theme()
        if asked.read.box is not None and not self._view.pixmap.isNull():
            crop = QLabel()
            crop.setPixmap(self._view.crop(asked.read.box, QSize(look.px(220), look.px(26))))
            crop.setAccessibleName(self.tr("The spot on the picture"))
            top = QHBoxLayout()
            top.setSpacing(look.px(8))
            top.addWidget(crop)
            top.addWidget(
                ElidedLabel(self.tr("read “{raw}”").format(raw=asked.read.raw), "muted"), 1
            )
            grid.addLayout(top, row, left, 1, 4 - left)
            row += 1
        for at, option in enumerate(asked.options):
            line = QHBoxLayout()
            line.setSpacing(look.px(8))
            words = shown_value(self._desk, self.name, option.value)
            # a name's & is no underline
            pick = QRadioButton(words.replace("&", "&&"))
            pick.setAccessibleName(words)
            pick.setFont(look.font("base", codes=self.name in {FieldName.VIN, FieldName.BODY}))
            pick.setChecked(asked.typed is None and at == asked.chosen)
            pick.setEnabled(option.is_possible)
            pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            pick.clicked.connect(lambda _=False, chosen=at: self.choose(chosen))
            line.addWidget(pick)
            if option.why is None:
                line.addStretch(1)
            else:
                tone = "" if option.is_possible else "bad"
                why = said(WHYS[option.why]).format(letter=option.letter)
                told = ElidedLabel(why, "small")
                told.setAlignment(Qt.AlignmentFlag.AlignRight)
                set_tone(told, tone)
                line.addWidget(told, 1)
            if option.is_possible and option.confidence:
                line.addWidget(Sure(option.confidence))
            grid.addLayout(line, row, left, 1, 4 - left)
            row += 1
        self._foot(grid, row, left)

    def _foot(self, grid: QGridLayout, row: int, left: int) -> None:
        """A value of one's own, the evidence, and both verdicts."""
        asked = self.asked
        self.edit = QLineEdit(asked.typed or "")
        self.edit.setPlaceholderText(self.tr("Another value: F2"))
        self.edit.setAccessibleName(self.tr("Another value"))
        self.edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(self.accept)
        grid.addWidget(self.edit, row, left, 1, 4 - left)
        row += 1
        last = QHBoxLayout()
        notes = "; ".join(said(NOTES[n.kind]).format(detail=n.detail) for n in asked.read.notes)
        good = all(note.is_good for note in asked.read.notes)
        told = label(notes, "small", tone="good" if good else "wait", wrap=True)
        last.addWidget(told, 1)
        skip = Button(self.tr("Skip"), small=True, kind="quiet")
        skip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        skip.clicked.connect(self.skip)
        take = Button(self.tr("Accept"), small=True, kind="primary")
        take.set_keys("Return", install=False)
        take.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        take.clicked.connect(self.accept)
        last.addWidget(skip)
        last.addWidget(take)
        grid.addLayout(last, row, left, 1, 4 - left)

    # what a person does
    def choose(self, at: int) -> None:
        """Another candidate."""
        if self.asked.choose(at):
            self.refresh()
            self.changed.emit()

    def _typed(self, text: str) -> None:
        self.asked.typed = text or None
        self.asked.verdict = None
        self.changed.emit()

    def accept(self) -> None:
        """Take it over and go on."""
        if self.asked.accept():
            self.refresh()
            self.decided.emit(self)

    def skip(self) -> None:
        """Leave it out and go on."""
        self.asked.verdict = Verdict.SKIPPED
        self.refresh()
        self.decided.emit(self)

    def _undecide(self) -> None:
        self.asked.verdict = None
        self.refresh()
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() not in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        elif key == Qt.Key.Key_Delete:
            self.skip()
        elif event.text() in {"1", "2", "3", "4"}:
            self.choose(int(event.text()) - 1)
        elif key == Qt.Key.Key_F2 and self.edit is not None:
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() >= theme().px(_ROOMY), self.width() >= theme().px(_ROOM))
        if room != self._room:
            self._room = room
            self.refresh()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        if self.is_open:
            painter.fillRect(self.rect(), look.colour("surface.selected"))
            painter.fillRect(0, 0, 2, self.height(), look.colour("accent.base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line.hairline"))
