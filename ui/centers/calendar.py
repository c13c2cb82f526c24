"""Settings made of lists: a tab for each, a form for each row; the calendar's hours, days, bays, people, services."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, UserError
from models.access import Permission
from ui.centers.calendar_lists import WHAT, WHEN, WHERE, WHO
from ui.centers.calendar_online import OnlineForm
from ui.centers.calendar_parts import EMPTY, Act, Part
from ui.centers.frame import Section
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.dialog import Dialog
from widgets.forms import Form
from widgets.table import Table
from widgets.tabs import TabLine
from widgets.theme import theme

ONLINE = "online"
_ONLINE = QT_TRANSLATE_NOOP("CalendarSettings", "Online booking")


class PartDialog(Dialog):
    """The form of one row."""

    def __init__(self, parent: QWidget, desk: Desk, part: Part, row: Any) -> None:  # noqa: ANN401 - rows of any list
        super().__init__(parent, said(part.one), 640)
        self._desk, self._part, self._edited = desk, part, row
        self.form = Form(2)
        for entry in part.entries(desk, row):
            control = entry.make(desk)
            self.form.add(
                entry.name,
                said(entry.title),
                control,
                span=entry.span,
                required=entry.required,
                hint=said(entry.hint),
            )
            value = entry.of(row) if row is not None else None
            if value is not None:
                control.set_value(value)
        self.body.addWidget(self.form)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.save = self.add_button(Button(self.tr("Save"), kind="primary", keys="Ctrl+Return"))
        self.save.clicked.connect(self._save)

    def _save(self) -> None:
        if not self.form.check():
            self.refit()
            return
        command = self._part.command(self.form.values(), self._edited, self._desk)
        self._desk.act(
            self, self._part.verb, command, lambda _done: self.finish("saved"), failed=self._say
        )

    def _say(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        told = {self._part.problems(at): said(why) for at, why in error.problems.items()}
        if not set(told) & set(self.form.names()):
            return False
        self.form.show_problems(told)
        self.refit()
        return True


class ListsSection(Section):
    """One list at a time; each is read when it is shown, and anew after every change."""

    def __init__(
        self, desk: Desk, parts: Sequence[Part], right: Permission, name: str, icon: str
    ) -> None:
        super().__init__(desk)
        look = theme()
        self._can = desk.can(right)
        self._parts, self._icon = parts, icon
        self.part = parts[0]
        self.dialog: PartDialog | None = None
        self.tabs = TabLine(name)
        self.tabs.set_tabs([(part.name, said(part.title), None) for part in parts])
        self.tabs.changed.connect(self.show_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), look.px(6), look.px(16), 0)
        head.addWidget(self.tabs, 1)
        self.add = Button(self.tr("Add"), "plus", kind="primary")
        self.add.set_keys("Ctrl+N")
        self.add.clicked.connect(lambda: self.edit(None))
        head.addWidget(self.add)
        column.addLayout(head)
        column.addWidget(hairline())
        self._hint = label("", "hint", wrap=True)
        self._hint.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(6))
        column.addWidget(self._hint)
        self._place = QVBoxLayout()
        column.addLayout(self._place, 1)
        self._tables: dict[str, Table] = {}
        desk.changed.connect(lambda _changes: self._again())
        self.show_part(self.part.name)

    def _again(self) -> None:
        if self.isVisible():
            self.load()

    @override
    def load(self) -> None:
        part, desk = self.part, self.desk
        desk.read(self, lambda read: part.read(read, desk), partial(self._show, part), lane="rows")

    def show_part(self, name: str) -> None:
        """Open a list by its name."""
        self.part = next(part for part in self._parts if part.name == name)
        for other in self._tables.values():
            other.hide()
        self._table().show()
        self._hint.setText(said(self.part.hint))
        self.add.setVisible(self.part.adds and self._can)
        self.add.setAccessibleName(f"{self.add.text()}: {said(self.part.one)}")
        self.load()

    def _table(self) -> Table:
        part = self.part
        table = self._tables.get(part.name)
        if table is None:
            table = Table(part.columns(self.desk), key=part.key, name=said(part.title))
            table.opened.connect(self.edit)
            table.menu_wanted.connect(self._menu)
            self._tables[part.name] = table
            self._place.addWidget(table, 1)
        return table

    @property
    def table(self) -> Table:
        """The list that shows."""
        return self._table()

    def _show(self, part: Part, rows: Sequence[Any]) -> None:
        table = self._tables[part.name]
        if part is self.part and not table.isHidden():
            # an empty list says it in its middle
            self._hint.setVisible(bool(rows))
        if rows:
            table.set_rows(rows)
        else:
            table.show_empty(self._icon, said(EMPTY), said(part.hint))

    def edit(self, row: Any) -> None:  # noqa: ANN401 - rows of any list
        """Open the form of a row, None for a new one."""
        if not self._can or (row is None and not self.part.adds):
            return
        self.dialog = PartDialog(self.desk.front, self.desk, self.part, row)
        self.dialog.open()

    def _menu(self, row: Any, spot: QPoint) -> None:  # noqa: ANN401 - rows of any list
        if not self._can or row is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Edit"), lambda: self.edit(row))
        for act in self.part.acts:
            command = act.command(row)
            if command is not None:
                menu.addAction(said(act.title(row)), partial(self.perform, act, command))
        menu.popup(spot)

    def perform(self, act: Act, command: object) -> None:
        """Do what a line of the menu says."""
        self.desk.act(self, act.verb, command)

    @override
    def search(self, words: str) -> bool:
        for part in self._parts:
            if words in said(part.title).casefold():
                self.tabs.set_current(part.name)
                self.show_part(part.name)
                return True
        return super().search(words)


_LISTS = QT_TRANSLATE_NOOP("CalendarSettings", "Lists of the calendar")


def lists_of(parts: Sequence[Part], icon: str) -> Callable[[Desk], ListsSection]:
    """Makes a section of the calendar's lists."""
    return lambda desk: ListsSection(desk, parts, Permission.BOOKINGS_SETTINGS, said(_LISTS), icon)


HoursSection = lists_of(WHEN, "clock")
BaysSection = lists_of(WHERE, "warehouse")
ShiftsSection = lists_of(WHO, "users")


class BookingSection(ListsSection):
    """What can be booked and how, and behind the last tab the form of what owners may ask for."""

    _form: OnlineForm | None = None  # the first list is shown before there is a form

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WHAT, Permission.BOOKINGS_SETTINGS, said(_LISTS), "calendar-days")
        self.online = self._form = OnlineForm(desk)
        self.online.edited.connect(self.edited)
        self.online.hide()
        self._place.addWidget(self.online, 1)
        titles = [(part.name, said(part.title), None) for part in WHAT]
        self.tabs.set_tabs([*titles, (ONLINE, said(_ONLINE), None)])

    @override
    def load(self) -> None:
        if self._form is not None and not self._form.isHidden():
            self._form.load()
        else:
            super().load()

    @override
    def show_part(self, name: str) -> None:
        """Open a list by its name, or what owners may ask for."""
        self._hint.setVisible(name != ONLINE)
        if self._form is not None:
            self._form.setVisible(name == ONLINE)
        if name != ONLINE:
            super().show_part(name)
            return
        self.add.hide()
        self.table.hide()
        self.load()

    # what is typed into the form

    @property
    @override
    def is_dirty(self) -> bool:
        return self.online.is_dirty

    @override
    def draft(self) -> Mapping[str, Any]:
        return self.online.draft()

    @override
    def take(self, draft: Mapping[str, Any]) -> None:
        self._open_online()
        self.online.take(draft)

    @override
    def save(self, then: Callable[[], object] | None = None) -> None:
        self.online.save(then)

    @override
    def discard(self) -> None:
        self.online.discard()

    def _open_online(self) -> None:
        self.tabs.set_current(ONLINE)
        self.show_part(ONLINE)

    @override
    def search(self, words: str) -> bool:
        if words in said(_ONLINE).casefold():
            self._open_online()
            return True
        return super().search(words)
