"""What owners ask for on their page, beside the board: confirm, offer another time, or say no with a reason."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.bookings.owners import OwnerRequestRow
from models.access import Permission
from ui.bookings.owner_rows import OwnerRow
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline, label
from widgets.theme import theme

_WIDTH = 300
_HEAD = 56
_EXACT = timedelta(hours=5)
_HOUR = timedelta(hours=1)


class OwnerList(QScrollArea):
    """The requests one under the other; the keyboard stands on one of them."""

    chose = Signal(object)
    opened = Signal(object)
    confirmed = Signal(object)
    other = Signal(object)
    declined = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[OwnerRow] = []
        self._at = -1
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_rows(self, rows: Sequence[OwnerRequestRow]) -> None:
        """Show these; the cursor stays on its request."""
        held = self.current()
        formats, now = self._desk.formats, self._desk.now()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = []
        for at, each in enumerate(rows):
            age = max(now - each.asked_at, timedelta())
            if age >= _EXACT:
                age = timedelta(hours=age // _HOUR)
            row = OwnerRow(each, formats, formats.span(age))
            row.clicked.connect(lambda _=False, at=at: self._clicked(at))
            row.doubled.connect(lambda key=each.appointment_id: self.opened.emit(key))
            self._rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        at_bar = self.verticalScrollBar().value()
        self.setWidget(content)
        self.verticalScrollBar().setValue(at_bar)
        keys = [each.appointment_id for each in rows]
        kept = held is not None and held.appointment_id in keys
        self._at = (
            keys.index(held.appointment_id)
            if held is not None and kept
            else min(max(self._at, 0), len(keys) - 1)
        )
        self._say()

    def rows(self) -> list[OwnerRow]:
        """What is shown."""
        return self._rows

    def current(self) -> OwnerRequestRow | None:
        """The request under the cursor."""
        return self._rows[self._at].row if 0 <= self._at < len(self._rows) else None

    def _clicked(self, at: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._go(at)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._rows):
            self._at = at
            self.ensureWidgetVisible(self._rows[at], 0, 0)
            self._say()
            self.chose.emit(self._rows[at].row)

    def _say(self) -> None:
        for at, row in enumerate(self._rows):
            row.set_on(on=at == self._at, held=self.hasFocus())
        words = self._rows[self._at].accessibleName() if self.current() is not None else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.current()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        acts = {
            Qt.Key.Key_Return: self.confirmed,
            Qt.Key.Key_Enter: self.confirmed,
            Qt.Key.Key_F2: self.other,
            Qt.Key.Key_Delete: self.declined,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or row is None:
            event.ignore()
        elif key in steps:
            self._go(min(max(self._at + steps[key], 0), len(self._rows) - 1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(0 if key == Qt.Key.Key_Home else len(self._rows) - 1)
        elif key == Qt.Key.Key_Space:
            self.opened.emit(row.appointment_id)
        elif key in acts:
            acts[key].emit(row)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say()


class OwnerPanel(QWidget):
    """The list under its head; over the three answers, each of which says what it does to the chosen request."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = theme()
        self._desk = desk
        self.setFixedWidth(look.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(look.px(_HEAD) - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(8))
        row.addWidget(label(self.tr("Owners ask"), "strong"))
        self._count = label("", "muted")
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(label("O", "caption"))
        column.addWidget(head)
        column.addWidget(hairline())
        self.list = OwnerList(desk, self.tr("Owners' requests"))
        column.addWidget(self.list, 1)
        words = self.tr("Nobody asks. What owners ask for on their page comes here by itself.")
        self._empty = label(words, "hint", wrap=True)
        self._empty.setContentsMargins(look.px(16), look.px(12), look.px(16), 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._empty, 1)
        self._foot = QWidget()
        column.addWidget(self._foot)
        self._fill_foot()
        self.list.chose.connect(lambda _row: self._say())
        self.list.installEventFilter(self)
        self.show_rows(())

    def _fill_foot(self) -> None:
        look = theme()
        whole = QVBoxLayout(self._foot)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(hairline())
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        foot.setSpacing(look.px(8))
        self.confirm = Button(self.tr("Confirm"), "calendar-check", kind="primary")
        self.other = Button(self.tr("Another time"))
        self.decline = Button(self.tr("Say no"))
        for button, keys, told in (
            (self.confirm, "Return", self.list.confirmed),
            (self.other, "F2", self.list.other),
            (self.decline, "Del", self.list.declined),
        ):
            button.set_keys(keys, install=False)
            button.clicked.connect(lambda _on=False, told=told: told.emit(self.list.current()))
        foot.addWidget(self.confirm)
        pair = QHBoxLayout()
        pair.setSpacing(look.px(8))
        pair.addWidget(self.other, 1)
        pair.addWidget(self.decline, 1)
        foot.addLayout(pair)
        for button in (self.confirm, self.other, self.decline):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.MinimumExpanding)
            button.setSizePolicy(policy)
        whole.addLayout(foot)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._say()
        return super().eventFilter(watched, event)

    def show_rows(self, rows: Sequence[OwnerRequestRow]) -> None:
        """Show what is asked."""
        self.list.set_rows(rows)
        self._count.setText(str(len(rows)) if rows else "")
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._foot.setVisible(bool(rows) and self._desk.can(Permission.BOOKINGS_EDIT))
        self._say()

    def _say(self) -> None:
        row = self.list.current()
        if row is None:
            return
        formats = self._desk.formats
        if row.is_offered and row.starts_at is not None:
            # they said yes on the telephone
            words = self.tr("Confirm {when}").format(when=formats.moment(row.starts_at))
        elif row.starts_at is None:
            words = self.tr("Find a time")
        else:
            words = self.tr("Confirm {when}").format(when=formats.moment(row.wished_at))
        self.confirm.setText(words)
        self.confirm.setAccessibleName(words)
        self.other.setVisible(row.starts_at is not None)
