"""An employee's card: who they are, which roles they hold, how they sign in."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.access import (
    CreateEmployee,
    EmployeeOf,
    EmployeeRow,
    RoleRow,
    SetSecret,
    UpdateEmployee,
    archive_employee,
    create_employee,
    get_employee,
    restore_employee,
    set_secret,
    unlock_employee,
    update_employee,
)
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from ui.shell.desk import Desk
from ui.shell.words import LANGUAGES, said
from widgets.buttons import Button, label, set_tone
from widgets.dialog import Dialog, ask
from widgets.fields import Check, Choice, TextEdit
from widgets.forms import Form
from widgets.theme import theme


class PersonDialog(Dialog):
    """A new employee, or one to change. Roles and secrets are sent with the card."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        roles: Sequence[RoleRow],
        employee: EmployeeRow | None = None,
    ) -> None:
        title = employee.name if employee else ""
        super().__init__(parent, title, width=640)
        self._desk = desk
        self._employee = employee
        self._asker_page = parent
        if employee is None:
            self.set_title(self.tr("New employee"))
        self._checks: dict[str, Check] = {}
        self.form = self._form()
        self.body.addWidget(self.form)
        self.body.addWidget(label(self.tr("Roles"), "strong"))
        self.body.addWidget(self._roles(roles))
        self._role_words = label("", tone="bad")
        self._role_words.hide()
        self.body.addWidget(self._role_words)
        self.secrets = self._secrets()
        self.body.addWidget(self.secrets)
        self._buttons_of()

    # parts

    def _form(self) -> Form:
        employee = self._employee
        form = Form(columns=2)
        form.add("name", self.tr("Name"), TextEdit(name=self.tr("Name"), limit=300), required=True)
        login = TextEdit(name=self.tr("Login"), limit=100)
        form.add("login", self.tr("Login"), login, required=True)
        form.add("position", self.tr("Position"), TextEdit(name=self.tr("Position")))
        form.add("phone", self.tr("Phone"), TextEdit(name=self.tr("Phone")))
        words = {"en": self.tr("English"), "ru": self.tr("Russian")}
        languages: list[tuple[Any, str]] = [(None, self.tr("as the center"))]
        languages += [(code, words[code]) for code in LANGUAGES]
        form.add("language", self.tr("Language"), Choice(languages, name=self.tr("Language")))
        if employee is not None:
            login.setEnabled(False)
            known = employee.language if employee.language in (None, *LANGUAGES) else None
            form.set_values(
                {
                    "name": employee.name,
                    "login": employee.login,
                    "position": employee.position,
                    "phone": self._desk.formats.phone(employee.phone),
                    "language": known,
                }
            )
        return form

    def _roles(self, roles: Sequence[RoleRow]) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme().px(6))
        held = self._employee.role_codes if self._employee else ()
        for place, role in enumerate(roles):
            check = Check(role.name, name=self.tr("Role: {name}").format(name=role.name))
            check.set_value(role.code in held)
            self._checks[role.code] = check
            grid.addWidget(check, place // 2, place % 2)
        return made

    def _secrets(self) -> Form:
        employee = self._employee
        form = Form(columns=2)
        form.section(self.tr("How they sign in"))
        password = TextEdit(name=self.tr("Password"))
        password.setEchoMode(QLineEdit.EchoMode.Password)
        pin = TextEdit(name=self.tr("PIN"), limit=8)
        pin.setEchoMode(QLineEdit.EchoMode.Password)
        pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        kept = self.tr("Stays as it is when left empty")
        has_password = bool(employee and employee.has_password)
        has_pin = bool(employee and employee.has_pin)
        form.add(
            "password",
            self.tr("Password"),
            password,
            hint=kept if has_password else self.tr("Eight signs or more; for a desk of one's own"),
        )
        form.add(
            "pin",
            self.tr("PIN"),
            pin,
            hint=kept if has_pin else self.tr("Four to eight digits; quick at a shared desk"),
        )
        return form

    def _buttons_of(self) -> None:
        employee = self._employee
        if employee is not None:
            self._left_buttons(employee)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        text = self.tr("Save") if employee else self.tr("Take on")
        self._save = self.add_button(Button(text, kind="primary", keys="Ctrl+Return"))
        self._save.clicked.connect(self.save)

    def _left_buttons(self, employee: EmployeeRow) -> None:
        until = employee.locked_until_at
        if until is not None and until > self._desk.now():
            unlock = Button(self.tr("Let in now"), "lock-open", kind="quiet")
            unlock.clicked.connect(
                lambda: self._on_card(unlock_employee, self.tr("May sign in again"))
            )
            self.add_left(unlock)
        if employee.archived_at is not None:
            back = Button(self.tr("Take back"), "user-check", kind="quiet")
            back.clicked.connect(
                lambda: self._on_card(restore_employee, self.tr("Works here again"))
            )
            self.add_left(back)
        else:
            gone = Button(self.tr("Let go…"), "user-minus", kind="quiet")
            gone.clicked.connect(self._ask_archive)
            self.add_left(gone)

    # doing

    def _ask_archive(self) -> None:
        employee = self._employee
        if employee is None:
            return
        sentence = self.tr(
            "{name} cannot sign in any more. What they did keeps their name, and they can be taken back."
        )
        ask(
            self._asker_page,
            self.tr("Let {name} go").format(name=employee.name),
            sentence.format(name=employee.name),
            self.tr("Let go"),
            lambda: self._on_card(archive_employee, self.tr("Does not work here any more")),
            danger=True,
        )

    def _on_card(self, verb: Callable[..., None], words: str) -> None:
        employee = self._employee
        if employee is None:
            return
        command = EmployeeOf(employee_id=employee.id, version=employee.version)

        def done(_changes: Changes[None]) -> None:
            self.finish("done")
            self._desk.toast(f"{employee.name}: {words}")

        self._desk.act(self, verb, command, done)

    def save(self) -> None:
        """Send the card, then the secrets that were typed."""
        if not self.form.check():
            return
        roles = [code for code, check in self._checks.items() if check.value()]
        if not roles:
            self._say_roles(self.tr("Choose at least one role."))
            return
        self._say_roles("")
        values = self.form.values()
        card: dict[str, Any] = {
            "name": values["name"],
            "position": values["position"],
            "role_codes": roles,
            "language": values["language"],
            "phone": values["phone"] or None,
        }
        secrets = self.secrets.values()
        password, pin = secrets["password"] or None, secrets["pin"] or None
        employee = self._employee
        if employee is None:
            created = CreateEmployee(login=values["login"], password=password, pin=pin, **card)
            self._desk.act(self, create_employee, created, self._done, failed=self._wrong)
            return
        update = UpdateEmployee(employee_id=employee.id, version=employee.version, **card)

        def saved(_changes: Changes[None]) -> None:
            if password is None and pin is None:
                self._finish()
                return
            # a refused secret leaves the card saved: what is sent again needs its new version
            self._desk.read(self, lambda read: get_employee(read, employee.id), sealed)

        def sealed(fresh: EmployeeRow) -> None:
            self._employee = fresh
            secret = SetSecret(employee_id=fresh.id, password=password, pin=pin)
            self._desk.act(self, set_secret, secret, self._done, failed=self._wrong)

        self._desk.act(self, update_employee, update, saved, failed=self._wrong)

    def _done(self, _changes: Changes[Any]) -> None:
        self._finish()

    def _finish(self) -> None:
        self.finish("done")
        self._desk.toast(self.tr("Saved"))

    def _wrong(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        problems = {name: said(text) for name, text in error.problems.items()}
        self._say_roles(problems.pop("role_codes", ""))
        self.form.show_problems({k: v for k, v in problems.items() if k in self.form.names()})
        self.secrets.show_problems({k: v for k, v in problems.items() if k in self.secrets.names()})
        return True

    def _say_roles(self, text: str) -> None:
        self._role_words.setText(text)
        self._role_words.setVisible(bool(text))
        set_tone(self._role_words, "bad")
