"""One setting: its name and what it does, its control, what is usual; and the declared rules as such rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.centers.rules import Ask, Rule
from ui.shell.words import said
from widgets.buttons import label
from widgets.controls import Check, Choice, Switch, TextEdit
from widgets.theme import theme
from widgets.typed_edits import WholeEdit

USUALLY = QT_TRANSLATE_NOOP("SettingRow", "Usually: {value}")
USUAL_YES = QT_TRANSLATE_NOOP("SettingRow", "Usually on")
USUAL_NO = QT_TRANSLATE_NOOP("SettingRow", "Usually off")


class SettingRow(QWidget):
    """One setting: its name and a sentence at the left, its control at the right, what is usual under it."""

    def __init__(self, title: str, sentence: str, control: QWidget, *, width: int = 220) -> None:
        super().__init__()
        look = theme()
        self.control = control
        if not control.accessibleName():
            control.setAccessibleName(title)
        control.setAccessibleDescription(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(10), 0, look.px(10))
        row.setSpacing(look.px(24))
        words = QVBoxLayout()
        words.setSpacing(look.px(1))
        words.addWidget(label(title, "medium", wrap=True))
        words.addWidget(label(sentence, "hint", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        side = QVBoxLayout()
        side.setSpacing(look.px(2))
        self.problem = label("", tone="bad", wrap=True)
        self.usual = label("", "hint", wrap=True)
        holder = QWidget()
        # a control that cannot be narrower is not cut off, whatever the language
        holder.setFixedWidth(max(look.px(width), control.minimumSizeHint().width()))
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(control)
        side.addWidget(self.usual)
        side.addWidget(self.problem)
        side.addStretch(1)
        self.problem.hide()
        self.usual.hide()
        row.addWidget(holder)

    def set_usual(self, text: str) -> None:
        """What the program came with, shown when something else is set."""
        self.usual.setText(text)
        self.usual.setVisible(bool(text))

    def set_problem(self, text: str) -> None:
        """What is wrong with the value, in words; empty when nothing is."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        tell = getattr(self.control, "tell", None)
        if tell is not None:
            tell(text)


def heading(text: str, more: str = "") -> QWidget:
    """The name of a part of a form, with a muted word beside it."""
    look = theme()
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, look.px(18), 0, look.px(8))
    row.setSpacing(look.px(8))
    strong = label(text, "strong")
    row.addWidget(strong)
    row.addWidget(label(more, "hint", wrap=True), 1)
    return made


class Several(QWidget):
    """Some of a few values, each with a check."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self._checks: dict[str, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for value, text in choices:
            check = Check(text, name=f"{name}: {text}")
            check.edited.connect(self.edited)
            self._checks[value] = check
            column.addWidget(check)

    def value(self) -> list[str]:
        """The checked values, in the order of the choices."""
        return [value for value, check in self._checks.items() if check.value()]

    def set_value(self, values: Sequence[str]) -> None:
        """Check these and no others."""
        for value, check in self._checks.items():
            check.set_value(value in values)


def rule_control(rule: Rule, decimal_sign: str) -> Any:  # noqa: ANN401  one of the controls of a form
    """The control that asks for a rule; it has ``value``, ``set_value`` and ``edited``."""
    name = said(rule.title)
    choices = [(value, said(text)) for value, text in rule.choices]
    if rule.ask is Ask.YES:
        return Switch(name=name)
    if rule.ask is Ask.WHOLE:
        return WholeEdit(decimal_sign, unit=said(rule.unit) if rule.unit else "", name=name)
    if rule.ask is Ask.CHOICE:
        return Choice(choices, name=name)
    if rule.ask is Ask.SEVERAL:
        return Several(choices, name=name)
    return TextEdit(name=name, codes=True)


def usual_text(rule: Rule, value: Any) -> str:  # noqa: ANN401  any value of a rule
    """The value that the program came with, in words."""
    if rule.ask is Ask.YES:
        return said(USUAL_YES if value else USUAL_NO)
    if rule.ask is Ask.CHOICE:
        shown = next((said(text) for known, text in rule.choices if known == value), str(value))
    elif rule.ask is Ask.SEVERAL:
        shown = ", ".join(said(text) for known, text in rule.choices if known in value)
    else:
        shown = f"{value:,}".replace(",", "\u00a0") if isinstance(value, int) else str(value)
        shown = f"{shown} {said(rule.unit)}" if rule.unit else shown
    return said(USUALLY).format(value=shown)
