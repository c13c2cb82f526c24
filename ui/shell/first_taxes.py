"""Second step of the first run: currency, taxes, and how invoices are numbered."""

from collections.abc import Mapping

from babel.numbers import get_currency_name, get_currency_symbol
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.kernel.errors import Sentence
from models.money import Money
from models.profiles import law_profile
from models.regimes import TaxRegime
from ui.shell.first_countries import REGIMES, TAX_IDS
from ui.shell.first_plan import Plan
from ui.shell.first_rows import RowChoice, RowChoices
from ui.shell.first_step import Step
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.buttons import hairline, label
from widgets.controls import Choice, TextEdit
from widgets.fields import Field
from widgets.forms import Form
from widgets.links import TextButton
from widgets.notice import Notice
from widgets.theme import theme
from widgets.values import NONE

_WHOLE = 100
"""Minor units of a rounded total."""


class TaxStep(Step):
    """Currency, taxes, and how invoices are numbered."""

    go_back = Signal()

    def __init__(self, plan: Plan, formats: Formats) -> None:
        super().__init__(plan, formats)
        self.title = self.tr("Currency and taxes")
        self.lead = self.tr(
            "Filled in from your country. Check the tax number and the regime, the rest suits most shops."
        )
        self._strip_name = label("", "medium")
        self._strip_where = label("", "hint")
        self.column.addWidget(self._strip())
        self._ids_box = QWidget()
        self._ids = QGridLayout(self._ids_box)
        self._ids.setContentsMargins(0, 0, 0, 0)
        self._ids.setHorizontalSpacing(theme().px(12))
        self._ids.setVerticalSpacing(theme().px(8))
        self.column.addWidget(self._ids_box)
        self._fields: dict[str, Field] = {}
        self._state: _Fixed | None = None
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Tax regime"), "strong"))
        head.addWidget(label(self.tr("dated, so old invoices keep their rates"), "hint"), 1)
        self.column.addLayout(head)
        self.regimes = RowChoices(self.tr("Tax regime"))
        self.regimes.edited.connect(self._regime_chosen)
        self.column.addWidget(self.regimes)
        self.rates = Form(3)

        self.labour = Choice([], name=self.tr("Labour"))
        self.part = Choice([], name=self.tr("Parts"))
        self.round = Choice(
            [(0, self.tr("exact")), (_WHOLE, self.tr("to whole units"))], name=self.tr("Total")
        )
        self.rates.add("labour", self.tr("Labour"), self.labour)
        self.rates.add("part", self.tr("Parts"), self.part)
        self.rates.add("round", self.tr("Total"), self.round)
        self.column.addWidget(self.rates)
        self.number = TextEdit(name=self.tr("Invoice number"), codes=True)
        self.numbers = Form(1)
        self.numbers.add("invoice_number", self.tr("Invoice number"), self.number)
        self.column.addWidget(self.numbers)
        self.ready = Notice("good", "shield-check", "")
        self.column.addWidget(self.ready)
        self.column.addStretch(1)
        self.rates.changed.connect(self._take)
        self.numbers.changed.connect(self._take)

    def _strip(self) -> QWidget:
        look = theme()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._strip_name)
        words.addWidget(self._strip_where)
        row.addLayout(words, 1)
        change = TextButton(self.tr("Change"))
        change.clicked.connect(self.go_back)
        row.addWidget(change)
        column.addWidget(hairline())
        column.addLayout(row)
        column.addWidget(hairline())
        return box

    @override
    def enter(self) -> None:
        super().enter()
        plan = self.plan
        self._strip_name.setText(plan.name)
        zone = self.tr("time zone {zone}").format(zone=plan.zone)
        where = (plan.address, plan.city, zone)
        self._strip_where.setText(", ".join(part for part in where if part))
        self._fill_ids()
        self.regimes.show_choices(
            [
                RowChoice(code, *(said(words) for words in REGIMES[code]))
                for code in plan.country.regimes
            ],
            plan.regime,
        )
        self._fill_rates()
        self.numbers.blockSignals(True)
        self.number.set_value(plan.invoice_number or plan.usual_number())
        self.numbers.blockSignals(False)
        self._tell()

    def _fill_ids(self) -> None:
        while (item := self._ids.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._fields = {}
        self._state = None
        cells: list[QWidget] = []
        for kind in self.plan.country.tax_ids:
            name = said(TAX_IDS[kind])
            control = TextEdit(name=name, codes=True)
            control.set_value(self.plan.tax_ids.get(kind, ""))
            control.edited.connect(lambda kind=kind, control=control: self._id_typed(kind, control))
            field = Field(name, control)
            self._fields[kind] = field
            cells.append(field)
        currency = self.plan.country.currency
        if self.plan.country.code == "IN":
            self._state = _Fixed(self.tr("State, from the GSTIN"))
            cells.append(self._state)
        money = self.formats.plain(Money(10_000_000, currency))
        cells += [
            _Fixed(self.tr("Currency"), self._currency()),
            _Fixed(self.tr("Numbers"), money),
        ]
        for place, cell in enumerate(cells):
            self._ids.addWidget(cell, place // 2, place % 2)
        for column in (0, 1):
            self._ids.setColumnStretch(column, 1)

    def _currency(self) -> str:
        code = self.plan.country.currency
        locale = self.formats.locale
        name = get_currency_name(code, count=1, locale=locale)
        sign = get_currency_symbol(code, locale=locale)
        return f"{name[:1].upper()}{name[1:]}, {sign}"

    def _id_typed(self, kind: str, control: TextEdit) -> None:
        self.plan.tax_ids[kind] = control.value()
        self._tell()
        self.changed.emit()

    def _regime_chosen(self) -> None:
        self.plan.regime = self.regimes.value()
        self.plan.labour = self.plan.part = ""
        self.plan.round_off = None
        self._fill_rates()
        self.changed.emit()

    def _fill_rates(self) -> None:
        regime: TaxRegime = self.plan.taxes()
        rates = [(rate.code, rate.name) for rate in regime.on(self.formats.today())]
        self.rates.blockSignals(True)
        for control, group in ((self.labour, "labour"), (self.part, "part")):
            control.set_choices(rates)
            code = regime.defaults.get(group)  # type: ignore[call-overload]  # both are groups
            if code in {known for known, _ in rates}:
                control.set_value(code)
        self.round.set_value(regime.round_off_amount if regime.round_off_amount == _WHOLE else 0)
        self.rates.blockSignals(False)

    def _take(self) -> None:
        plan = self.plan
        plan.labour, plan.part = self.labour.value() or "", self.part.value() or ""
        plan.round_off = self.round.value()
        plan.invoice_number = self.number.value()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """How long the number is, and whether the papers have what a law asks of the center."""
        shown = self.plan.number(self.formats.today())
        self.numbers.field("invoice_number").set_hint(
            self.tr("The first one: {number}, {count} characters").format(
                number=shown, count=len(shown)
            )
        )
        if self._state is not None:
            place = self.plan.place()
            name = law_profile(self.plan.country.code).places.get(place, "")
            self._state.show_value(", ".join(part for part in (place, name) if part) or NONE)
        missing = [kind for kind in self.plan.country.tax_ids if not self.plan.tax_ids.get(kind)]
        ready = bool(self.plan.name and (self.plan.address or self.plan.city)) and not missing
        self.ready.setVisible(ready)
        self.ready.set_text(
            self.tr("Name, address and tax number are there: papers can be lawful.")
        )

    @override
    def show_problems(self, problems: Mapping[str, Sentence]) -> None:
        super().show_problems(problems)
        for kind, field in self._fields.items():
            field.set_error(said(problems[kind]) if kind in problems else "")
        rest = {n: said(t) for n, t in problems.items() if n not in self._fields}
        number = rest.get("invoice_number", rest.get("regime", ""))
        self.numbers.show_problems({"invoice_number": number} if number else {})

    @override
    def summary(self) -> str:
        return f"{self.plan.country.currency}, {said(REGIMES[self.plan.regime][0])}"


class _Fixed(QWidget):
    """A value that follows from the others: read, not typed."""

    def __init__(self, caption: str, value: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(1))
        self._value = label("")
        self._value.setFixedHeight(theme().height("control"))
        column.addWidget(label(caption, "caption"))
        column.addWidget(self._value)
        column.addStretch(1)
        self._caption = caption
        self.show_value(value)

    def show_value(self, value: str) -> None:
        """Another value."""
        self._value.setText(value)
        self.setAccessibleName(f"{self._caption}: {value}")
