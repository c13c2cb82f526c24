"""Third step of the first run: who signs in, and how."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.access.staff import ROLE_NAMES
from app.kernel.errors import Sentence
from ui.shell.first_plan import Person, Plan
from ui.shell.first_step import Step
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.controls import Choice, TextEdit
from widgets.fields import Field
from widgets.forms import Form
from widgets.theme import theme

_ROLES = ("receptionist", "mechanic", "storekeeper", "manager", "administrator")
_MOST_PEOPLE = 6


class PeopleStep(Step):
    """Who signs in, and how: the owner with a password, others with a PIN."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        super().__init__(plan, formats)
        self.title = self.tr("People")
        self.lead = self.tr(
            "You are the owner and may do everything. Others get what their role needs."
        )

        self.form = Form(2)
        self.form.add(
            "owner_name", self.tr("Your name"), TextEdit(name=self.tr("Your name")), required=True
        )
        self.form.add("owner_login", self.tr("Login"), TextEdit(name=self.tr("Login")))
        self.form.add(
            "owner_password", self.tr("Password"), _secret(self.tr("Password")), required=True
        )
        self.form.add("owner_pin", self.tr("PIN, for quick signing in"), _secret(self.tr("PIN")))
        self.column.addWidget(self.form)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Others"), "strong"))
        head.addWidget(label(self.tr("they can be added at any time"), "hint"), 1)
        self._add = Button(self.tr("Person"), "plus", small=True)
        self._add.clicked.connect(self._one_more)
        head.addWidget(self._add)
        self.column.addSpacing(theme().px(6))
        self.column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(8))
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self._lines: list[_PersonLine] = []
        self.form.changed.connect(self._take)

    @override
    def enter(self) -> None:
        super().enter()
        plan = self.plan
        self.form.blockSignals(True)
        for name in ("owner_name", "owner_login", "owner_password", "owner_pin"):
            self.form.control(name).set_value(getattr(plan, name))
        self.form.blockSignals(False)

    def _take(self) -> None:
        values = self.form.values()
        plan = self.plan
        plan.owner_name, plan.owner_login = values["owner_name"], values["owner_login"]
        plan.owner_password = self.form.control("owner_password").text()
        plan.owner_pin = values["owner_pin"]
        self.changed.emit()

    def _one_more(self) -> None:
        person = Person()
        self.plan.people.append(person)
        line = _PersonLine(person, self.formats.language)
        line.changed.connect(self.changed)
        line.gone.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._rows.addWidget(line)
        self._add.setEnabled(len(self._lines) < _MOST_PEOPLE)
        line.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, line: "_PersonLine") -> None:
        self.plan.people = [person for person in self.plan.people if person is not line.person]
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self._add.setEnabled(True)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @override
    def show_problems(self, problems: Mapping[str, Sentence]) -> None:
        super().show_problems(problems)
        self.form.show_problems({n: said(t) for n, t in problems.items() if n.startswith("owner")})
        for place, line in enumerate(self._lines):
            told = problems.get(f"pin{place}")
            line.pin_field.set_error(said(told) if told else "")

    @override
    def summary(self) -> str:
        count = 1 + len([p for p in self.plan.people if p.name.strip()])
        if not self.plan.owner_name:
            return self.tr("who signs in, and how")
        return self.tr("%n people", "", count)


class _PersonLine(QWidget):
    """Name, role, PIN of one person, and a way to take them out."""

    changed = Signal()
    gone = Signal()

    def __init__(self, person: Person, language: str) -> None:
        super().__init__()
        self.person = person
        names = ROLE_NAMES.get(language, ROLE_NAMES["en"])
        self.name = TextEdit(name=self.tr("Name"), placeholder=self.tr("Name"))
        self.role = Choice([(code, names[code]) for code in _ROLES], name=self.tr("Role"))
        self.pin = _secret(self.tr("PIN"))
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin_field = Field("", self.pin)
        away = Button(icon="x", kind="quiet", name=self.tr("Take out"))
        away.clicked.connect(self.gone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.name, 3, top)
        row.addWidget(self.role, 2, top)
        row.addWidget(self.pin_field, 2, top)
        row.addWidget(away, 0, top)
        for control in (self.name, self.role, self.pin):
            control.edited.connect(self._take)

    def _take(self) -> None:
        self.person.name = self.name.value()
        self.person.role = self.role.value()
        self.person.pin = self.pin.value()
        self.changed.emit()


def _secret(name: str) -> TextEdit:
    made = TextEdit(name=name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setProperty("takesScans", True)
    return made
