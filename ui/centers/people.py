"""Settings: people at the left, the matrix of rights at the right, both edited where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.access import (
    OWNER,
    PersonRow,
    RoleRow,
    SaveRole,
    count_archived,
    list_people,
    list_roles,
    save_role,
    uses_of_rights,
)
from app.kernel.tx import Changes, Read
from models.access import SEED_ROLES, Permission
from ui.centers.cells import State, cell_of, differences, limit_of
from ui.centers.frame import Section
from ui.centers.legend import Legend
from ui.centers.matrix import RightsMatrix
from ui.centers.matrix_model import Cross
from ui.centers.people_list import PeopleList
from ui.centers.person_dialog import PersonDialog
from ui.centers.right_popup import RightPopup
from ui.centers.role_dialog import RoleDialog
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.dialog import ask
from widgets.links import TextButton
from widgets.theme import theme

_PEOPLE_WIDTH = 236
_SINCE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Staff:
    """What the section shows, read at once."""

    people: tuple[PersonRow, ...]
    gone: int
    roles: tuple[RoleRow, ...]
    uses: Mapping[tuple[str, UUID], int]


class PeopleSection(Section):
    """People and rights. Every change is written at once and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._staff = Staff((), 0, (), {})
        self._archived = False
        self._undo: list[SaveRole] = []
        self.popup: RightPopup | None = None
        self._can = desk.can(Permission.EMPLOYEES_EDIT)
        look = theme()
        self.list = PeopleList(desk)
        self.matrix = RightsMatrix()
        self._count = label("", "muted")
        self._gone = TextButton("", "text.secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QWidget()
        left.setFixedWidth(look.px(_PEOPLE_WIDTH))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._people_head())
        column.addWidget(self.list, 1)
        self._foot_line = hairline()
        column.addWidget(self._foot_line)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(13), look.px(4), look.px(8), look.px(4))
        foot.addWidget(self._gone)
        foot.addStretch(1)
        column.addLayout(foot)
        row.addWidget(left)
        row.addWidget(hairline(vertical=True))
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.matrix, 1)
        right.addWidget(hairline())
        right.addWidget(Legend())
        row.addLayout(right, 1)
        self._buttons()
        self._connect()

    def _people_head(self) -> QWidget:
        look = theme()
        head = QWidget()
        head.setFixedHeight(look.px(46))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(8))
        self._title = label(self.tr("People"), "strong")
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        return head

    def _buttons(self) -> None:
        self.changed_label: QLabel = label("", "small")
        self.factory = Button(self.tr("Back to factory…"), "undo-2", kind="quiet")
        self.new_role = Button(self.tr("Role"), "plus")
        self.new_person = Button(self.tr("Employee"), "plus", kind="primary")
        self.new_person.set_keys("Ctrl+N", install=False)
        for button in (self.factory, self.new_role, self.new_person):
            button.setEnabled(self._can)

    def toolbar(self) -> tuple[QWidget, ...]:
        """What stands at the right of the page's toolbar while this section shows; the primary is the last."""
        return (self.changed_label, self.factory, self.new_role, self.new_person)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose_person)
        self.list.opened.connect(self.open_person)
        self._gone.clicked.connect(self._toggle_gone)
        self.matrix.flipped.connect(self.flip)
        self.matrix.asked.connect(self.ask_about)
        self.matrix.role_asked.connect(self.open_role)
        self.factory.clicked.connect(self._ask_factory)
        self.new_role.clicked.connect(lambda: self.open_role(None))
        self.new_person.clicked.connect(lambda: self.open_person(None))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.matrix)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self.undo)

    # reading

    @override
    def load(self) -> None:
        since = self.desk.now() - _SINCE
        archived = self._archived

        def ask_all(read: Read) -> Staff:
            return Staff(
                list_people(read, archived=archived),
                count_archived(read),
                list_roles(read),
                uses_of_rights(read, since),
            )

        self.desk.read(self, ask_all, self._show, lane="staff")

    def _show(self, staff: Staff) -> None:
        self._staff = staff
        names = {role.code: role.name for role in staff.roles}
        self.list.show_people(staff.people, names)
        self._count.setText(str(len(staff.people)))
        self._title.setText(self.tr("Let go") if self._archived else self.tr("People"))
        gone = self.tr("Let go, {count}").format(count=staff.gone)
        self._gone.setText(self.tr("Back to those who work here") if self._archived else gone)
        self._gone.setAccessibleName(self._gone.text())
        self._gone.setVisible(self._archived or staff.gone > 0)
        self._foot_line.setVisible(self._archived or staff.gone > 0)
        self._gone.updateGeometry()
        held = {role.code: len(self._holders(role.code)) for role in staff.roles}
        here = self.matrix.current_cross()
        self.matrix.rights.show(staff.roles, held, self.desk.center.policy)
        if here is not None:
            self.matrix.setCurrentIndex(
                self.matrix.rights.place(here.role.code, here.right.permission)
            )
        count = differences(staff.roles)
        text = self.tr("%n differences from factory", "", count)
        self.changed_label.setText(text if count else "")
        self.factory.setEnabled(self._can and count > 0)

    def _holders(self, code: str) -> tuple[str, ...]:
        if self._archived:
            return ()
        return tuple(p.employee.name for p in self._staff.people if code in p.employee.role_codes)

    def _choose_person(self, person: PersonRow | None) -> None:
        self.matrix.show_people(frozenset(person.employee.role_codes) if person else frozenset())

    def _toggle_gone(self) -> None:
        self._archived = not self._archived
        self.load()

    @override
    def search(self, words: str) -> bool:
        self.matrix.rights.search(words)
        return self.matrix.rights.rowCount() > 0

    # rights

    def flip(self, cross: Cross) -> None:
        """Say yes where no stood, and the other way round."""
        state = cell_of(cross.role, cross.right.permission, self.desk.center.policy).state
        self.allow(cross, yes=state is State.NO)

    def allow(self, cross: Cross, *, yes: bool) -> None:
        """Give a role a right, or take it away; at once, with a way back."""
        role, right = cross.role, cross.right.permission
        if role.code == OWNER and not yes:
            self.desk.toast(self.tr("The owner's role always allows everything"))
            return
        rights = role.permissions | {right} if yes else role.permissions - {right}
        if rights == role.permissions:
            return
        before = SaveRole(code=role.code, name=role.name, permissions=role.permissions)
        after = SaveRole(code=role.code, name=role.name, permissions=frozenset(rights))
        text = self.tr("{role} may: {right}") if yes else self.tr("{role} may not: {right}")
        words = text.format(role=role.name, right=said(cross.right.title).lower())

        def done(_changes: Changes[Any]) -> None:
            self._undo.append(before)
            self.desk.toast(words, self.undo)

        self.desk.act(self, save_role, after, done)

    def undo(self) -> None:
        """Take the last change of a right back."""
        if self._undo:
            self.desk.act(self, save_role, self._undo.pop())

    def ask_about(self, cross: Cross) -> None:
        """Ask beside the cell."""
        policy = self.desk.center.policy
        right = cross.right.permission
        people = [p for p in self._staff.people if cross.role.code in p.employee.role_codes]
        uses = sum(self._staff.uses.get((right, p.employee.id), 0) for p in people)
        popup = self.popup = RightPopup(
            self,
            cross,
            cell_of(cross.role, right, policy),
            holders=self._holders(cross.role.code),
            uses=uses,
            limit=limit_of(right, policy),
            can=self._can,
        )
        popup.chosen.connect(lambda yes: self.allow(cross, yes=yes))
        popup.rule_asked.connect(lambda rule: self.desk.open("centers", section="rules", rule=rule))
        popup.open_at(self.matrix.rect_of_current())

    def _ask_factory(self) -> None:
        changed = [r for r in self._staff.roles if differences((r,))]
        names = ", ".join(role.name for role in changed)
        sentence = self.tr("These roles get the rights they came with: {names}. Own roles stay.")
        ask(
            self,
            self.tr("Rights as they came with the program"),
            sentence.format(names=names),
            self.tr("Bring back"),
            partial(self.to_factory, changed),
        )

    def to_factory(self, roles: list[RoleRow]) -> None:
        """Give these roles the rights they came with."""
        for role in roles:
            rights = frozenset(str(right) for right in SEED_ROLES[role.code])
            command = SaveRole(code=role.code, name=role.name, permissions=rights)
            self._undo.append(
                SaveRole(code=role.code, name=role.name, permissions=role.permissions)
            )
            self.desk.act(self, save_role, command)

    # people and roles

    def open_person(self, person: PersonRow | None) -> None:
        """The card of somebody, or a new one."""
        if not self._can:
            return
        employee = person.employee if person else None
        dialog = PersonDialog(self, self.desk, self._staff.roles, employee)
        dialog.finished.connect(self._again)
        dialog.open()

    def open_role(self, role: RoleRow | None) -> None:
        """A role's name, or a new role."""
        if not self._can or (role is not None and role.code == OWNER):
            return
        dialog = RoleDialog(self, self.desk, self._staff.roles, role)
        dialog.finished.connect(self._again)
        dialog.open()

    def _again(self, result: str) -> None:
        if result != "cancel":
            self.load()
