"""Settings: the rules by which the center works."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from typing_extensions import override

from app.centers import PROFILES, CenterRow, SetPolicy, set_policy
from models.access import Permission
from models.centers import Policy
from ui.centers.frame import FormSection
from ui.centers.rules import TERMS, WORK, Ask, Rule
from ui.centers.setting_row import SettingRow, heading, rule_control, usual_text
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import hairline
from widgets.controls import Area

_WIDE = {Ask.SEVERAL, Ask.CHOICE}


def usual_policy(center: CenterRow) -> Policy:
    """The rules a new center of that part of the world starts with."""
    profile = PROFILES.get(center.profile)
    given = dict(profile.policy) if profile else {}
    return Policy.from_json({**Policy().to_json(), **given})


class RulesForm(FormSection):
    """A form of declared rules: the base of the sections that change ``Policy``."""

    def __init__(self, desk: Desk, **frame: Any) -> None:  # noqa: ANN401  the frame's own settings
        super().__init__(desk, can=desk.can(Permission.SETTINGS_EDIT), **frame)
        self._rules: dict[str, Rule] = {}
        self._controls: dict[str, Any] = {}
        self._rows: dict[str, SettingRow] = {}

    def add_rules(self, rules: Sequence[Rule], *, width: int = 220) -> None:
        """A row with a control for each rule."""
        sign = self.desk.formats.decimal_sign
        for rule in rules:
            control = rule_control(rule, sign)
            row = SettingRow(said(rule.title), said(rule.sentence), control, width=width)
            control.edited.connect(self.touched)
            control.setEnabled(self.can_save)
            self._rules[rule.name] = rule
            self._controls[rule.name] = control
            self._rows[rule.name] = row
            self.column.addWidget(row)
            self.column.addWidget(hairline())

    @override
    def fill(self, center: CenterRow) -> None:
        self.put(center.policy.to_json())

    @override
    def put(self, draft: Mapping[str, Any]) -> None:
        for name, control in self._controls.items():
            if name in draft:
                control.set_value(draft[name])

    @override
    def draft(self) -> Mapping[str, Any]:
        return self.values()

    def values(self) -> dict[str, Any]:
        """What stands in the controls; a number that cannot be read is left out."""
        found = {name: control.value() for name, control in self._controls.items()}
        return {name: value for name, value in found.items() if value is not None}

    @override
    def command(self) -> tuple[Callable[..., Any], object] | None:
        bad = {
            name: control.problem()
            for name, control in self._controls.items()
            if self._rules[name].ask is Ask.WHOLE and not control.understand()
        }
        if bad:
            self.show_problems(bad)
            return None
        return set_policy, SetPolicy(version=self.desk.center.version, values=self.values())

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        first: Any = None
        for name, row in self._rows.items():
            text = problems.get(name, "")
            row.set_problem(text)
            first = first or (row.control if text else None)
        if first is not None:
            first.setFocus()

    @override
    def refresh(self) -> None:
        usual = usual_policy(self.desk.center).to_json()
        for name, row in self._rows.items():
            value = self._controls[name].value()
            differs = value is not None and value != usual[name]
            row.set_usual(usual_text(self._rules[name], usual[name]) if differs else "")


class PolicySection(RulesForm):
    """Steps of the work, limits, and words that papers print; each with what the program came with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        for group in WORK:
            self.column.addWidget(heading(said(group.title)))
            self.column.addWidget(hairline())
            self.add_rules(group.rules)
        self.column.addWidget(
            heading(self.tr("Words on papers"), self.tr("empty ones are not printed"))
        )
        self.column.addWidget(hairline())
        self._terms: dict[str, Area] = {}
        for name, title, sentence in TERMS:
            area = Area(name=said(title), rows=2)
            area.edited.connect(self.touched)
            area.setEnabled(self.can_save)
            self._terms[name] = area
            self.column.addWidget(SettingRow(said(title), said(sentence), area, width=360))
            self.column.addWidget(hairline())
        self.column.addStretch(1)

    @override
    def put(self, draft: Mapping[str, Any]) -> None:
        super().put(draft)
        for name, area in self._terms.items():
            area.set_value(draft.get("terms", {}).get(name, ""))

    @override
    def values(self) -> dict[str, Any]:
        # texts that this screen does not know stay as they are
        kept = {k: v for k, v in self.desk.center.policy.terms.items() if k not in self._terms}
        written = {name: area.value() for name, area in self._terms.items() if area.value()}
        return {**super().values(), "terms": {**kept, **written}}
