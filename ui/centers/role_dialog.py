"""A role of the center's own: its name, and whose rights it begins with."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.access import RemoveRole, RoleRow, SaveRole, remove_role, save_role
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from models.access import SEED_ROLES
from models.base import new_id
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form


class RoleDialog(Dialog):
    """A new role, or one to rename; an own role that nobody holds can be removed."""

    def __init__(
        self, parent: QWidget, desk: Desk, roles: Sequence[RoleRow], role: RoleRow | None = None
    ) -> None:
        super().__init__(parent, role.name if role else "")
        self._desk = desk
        self._role = role
        self._roles = {known.code: known for known in roles}
        if role is None:
            self.set_title(self.tr("New role"))
            self.set_sub(self.tr("Its rights are changed in the matrix afterwards."))
        self.form = form = Form(columns=1)
        form.add("name", self.tr("Name"), TextEdit(name=self.tr("Name"), limit=300), required=True)
        if role is None:
            choices: list[tuple[str, str]] = [("", self.tr("no rights at all"))]
            choices += [(known.code, known.name) for known in roles]
            model = Choice(choices, name=self.tr("Begins with the rights of"))
            form.add("model", self.tr("Begins with the rights of"), model)
        else:
            form.set_values({"name": role.name})
        self.body.addWidget(form)
        if role is not None and role.code not in SEED_ROLES:
            remove = Button(self.tr("Remove"), "trash-2", kind="quiet")
            remove.clicked.connect(self._remove)
            self.add_left(remove)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        save = self.add_button(Button(self.tr("Save"), kind="primary", keys="Ctrl+Return"))
        save.clicked.connect(self.save)

    def save(self) -> None:
        """Keep the role."""
        if not self.form.check():
            return
        values = self.form.values()
        role = self._role
        if role is None:
            model = self._roles.get(values["model"])
            # the owner's role stays the only one that cannot lose a right
            rights = frozenset(model.permissions) if model else frozenset[str]()
            command = SaveRole(
                code=f"own_{new_id().hex[-12:]}", name=values["name"], permissions=rights
            )
        else:
            command = SaveRole(code=role.code, name=values["name"], permissions=role.permissions)
        self._desk.act(self, save_role, command, self._done, failed=self._wrong)

    def _remove(self) -> None:
        if self._role is not None:
            self._desk.act(self, remove_role, RemoveRole(code=self._role.code), self._gone)

    def _done(self, _changes: Changes[object]) -> None:
        self.finish("done")

    def _gone(self, _changes: Changes[None]) -> None:
        self.finish("done")

    def _wrong(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        self.form.show_problems({name: said(text) for name, text in error.problems.items()})
        return True
