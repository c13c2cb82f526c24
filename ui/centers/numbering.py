"""Settings: how papers are numbered, with the number that comes next beside each template."""

from collections.abc import Mapping, Sequence
from typing import Any

from babel.dates import get_month_names
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout
from typing_extensions import override

from app.centers import SequenceRow, checked_policy, list_sequences, next_number
from app.kernel.errors import InvalidError
from models.centers import Policy
from ui.centers.policy import RulesForm
from ui.centers.rules import FISCAL_MONTH, NUMBERS, PLACES
from ui.centers.setting_row import heading
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import hairline, label, set_tone
from widgets.theme import theme


class NextNumbers(QFrame):
    """The sample: what the next papers will be called if it is saved so."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("surface", "window")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(10))
        column.addWidget(label(self.tr("The next papers"), "small"))
        paper = QFrame()
        paper.setProperty("surface", "page")
        paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout(paper)
        self._grid.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(look.px(10))
        self._grid.setColumnStretch(0, 1)
        self._numbers: dict[str, QLabel] = {}
        for row, rule in enumerate(NUMBERS):
            self._grid.addWidget(label(said(rule.title), "secondary"), row, 0)
            number = label("", "medium")
            number.setFont(look.font("base", weight=500, codes=True))
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)
            self._numbers[rule.name] = number
        column.addWidget(paper)
        words = label(
            self.tr(
                "Numbers are drawn when the paper is made and never twice. A changed template"
                " counts on from its own period, so nothing that was printed changes."
            ),
            "hint",
            wrap=True,
        )
        column.addWidget(words)
        column.addSpacing(look.px(8))
        column.addWidget(label(self.tr("What may stand in a template"), "small"))
        places = QGridLayout()
        places.setHorizontalSpacing(look.px(16))
        places.setVerticalSpacing(look.px(6))
        places.setColumnStretch(1, 1)
        for row, (place, meaning) in enumerate(PLACES):
            places.addWidget(label(place, "code"), row, 0)
            places.addWidget(label(said(meaning), "hint"), row, 1)
        column.addLayout(places)
        column.addStretch(1)

    def number(self, name: str) -> str:
        """What is shown for a template."""
        return self._numbers[name].text()

    def show_number(self, name: str, number: str, *, bad: bool) -> None:
        """The next number of a template, or a dash when the template cannot be used."""
        shown = self._numbers[name]
        shown.setText("—" if bad else number)
        set_tone(shown, "bad" if bad else "")


class NumberingSection(RulesForm):
    """Templates with their live next number."""

    def __init__(self, desk: Desk) -> None:
        self._sequences: Sequence[SequenceRow] = ()
        self._next = NextNumbers()
        super().__init__(desk, sample=self._next)
        self.column.addWidget(heading(self.tr("Number templates")))
        self.column.addWidget(hairline())
        self.add_rules(NUMBERS, width=300)
        self.add_rules((FISCAL_MONTH,), width=300)
        names = get_month_names("wide", context="stand-alone", locale=desk.formats.locale)
        self._controls[FISCAL_MONTH.name].set_choices(
            [(month, names[month].capitalize()) for month in range(1, 13)]
        )
        self.column.addStretch(1)

    @override
    def load(self) -> None:
        super().load()
        self.desk.read(self, list_sequences, self._counted, lane="sequences")

    def _counted(self, sequences: Sequence[SequenceRow]) -> None:
        self._sequences = sequences
        self.refresh()

    @override
    def refresh(self) -> None:
        super().refresh()
        center = self.desk.center
        values = {**center.policy.to_json(), **self.values()}
        problems: Mapping[str, Any] = {}
        try:
            policy = checked_policy(values, code=center.code, country=center.country)
        except InvalidError as invalid:
            problems = invalid.problems
            good = {k: v for k, v in values.items() if k not in problems}
            policy = Policy.from_json({**Policy().to_json(), **good})
        day = self.desk.formats.today()
        for rule in NUMBERS:
            bad = rule.name in problems
            number = next_number(policy, rule.name, self._sequences, on=day, code=center.code)
            self._next.show_number(rule.name, number, bad=bad)
            row = self._rows[rule.name]
            row.set_problem(said(problems[rule.name]) if bad else "")
            if not bad:
                row.set_usual(self.tr("Next: {number}").format(number=number))
