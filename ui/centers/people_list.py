"""The people of the center as a list: initials, name, role, when they were last here."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.access import PersonRow
from ui.shell.desk import Desk
from widgets.cells import kit
from widgets.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = 42
_NONE = QModelIndex()


def initials(name: str) -> str:
    """The first letters of a name's first two words."""
    return "".join(word[0] for word in name.split()[:2]).upper()


class PeopleModel(QAbstractListModel):
    """People and the sentence under each name."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: tuple[PersonRow, ...] = ()
        self._roles: Mapping[str, str] = {}

    def show(self, people: Sequence[PersonRow], roles: Mapping[str, str]) -> None:
        """Show these people; ``roles`` are names by code."""
        self.beginResetModel()
        self._people, self._roles = tuple(people), roles
        self.endResetModel()

    def person(self, index: _Index) -> PersonRow | None:
        """Who stands in that row."""
        return self._people[index.row()] if index.isValid() else None

    def place(self, key: object) -> QModelIndex:
        """Where a person stands, by id; an invalid index when they do not."""
        for row, person in enumerate(self._people):
            if person.employee.id == key:
                return self.index(row)
        return QModelIndex()

    def is_waiting(self, person: PersonRow) -> bool:
        """Whether the person is shut out for a while after too many wrong tries."""
        until = person.employee.locked_until_at
        return until is not None and until > self._desk.now()

    def about(self, person: PersonRow) -> str:
        """The line under the name: roles, and when and where they were last here."""
        employee = person.employee
        if self.is_waiting(person) and employee.locked_until_at is not None:
            left = employee.locked_until_at - self._desk.now()
            return self.tr("shut out for {span} more").format(span=self._desk.formats.span(left))
        names = [self._roles.get(code, code) for code in employee.role_codes]
        parts = [", ".join(names).lower() if names else self.tr("no role")]
        if employee.id == self._desk.actor.employee_id:
            parts.append(self.tr("you"))
        elif person.last_at is not None:
            parts.append(self._desk.formats.moment(person.last_at))
        elif not employee.has_password and not employee.has_pin:
            parts.append(self.tr("cannot sign in"))
        return ", ".join(parts)

    @override
    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person = self.person(index)
        if person is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return person.employee.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{person.employee.name}, {self.about(person)}"
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme().px(120), theme().px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        person = self._model.person(index)
        if person is None:
            return
        look = kit()
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("surface.selected"))
            bar = QRect(rect.left(), rect.top(), look.px(2), rect.height())
            painter.fillRect(bar, look.colour("accent.bar"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("surface.hover"))
        painter.setPen(look.pen("line.hairline"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        side = look.px(26)
        circle = QRectF(rect.left() + look.px(16), 0, side, side)
        circle.moveTop(rect.top() + (rect.height() - side) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("status.idle.bg"))
        painter.drawEllipse(circle)
        small = look.face("caption", 600)
        painter.setFont(small.font)
        painter.setPen(look.pen("status.idle.fg"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(person.employee.name))
        x = round(circle.right()) + look.px(9)
        room = rect.right() - x - look.px(10)
        name, about = look.face("base", 500), look.face("small")
        painter.setFont(name.font)
        painter.setPen(look.pen("text.primary"))
        text = name.short(person.employee.name, room)
        middle = rect.top() + rect.height() // 2
        painter.drawText(x, middle - look.px(3), text)
        painter.setFont(about.font)
        waiting = self._model.is_waiting(person)
        painter.setPen(look.pen("status.wait.fg" if waiting else "text.muted"))
        painter.drawText(x, middle + look.px(13), about.short(self._model.about(person), room))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


class PeopleList(QListView):
    """People to choose from: arrows and clicks choose, Enter and a double click open."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(desk, self)
        self.setModel(self.people)
        self.setItemDelegate(_Painter(self.people, self))
        self.setAccessibleName(self.tr("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_people(self, people: Sequence[PersonRow], roles: Mapping[str, str]) -> None:
        """Show people; who was chosen stays chosen."""
        held = self.current()
        self.people.show(people, roles)
        if held is not None:
            self.setCurrentIndex(self.people.place(held.employee.id))

    def current(self) -> PersonRow | None:
        """Who is chosen."""
        return self.people.person(self.currentIndex())

    def _moved(self, index: QModelIndex) -> None:
        self.chosen.emit(self.people.person(index))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.people.person(index))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)
