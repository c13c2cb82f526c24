"""Settings: the tax regime with its dated rates, and an invoice under it beside."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.centers import CenterRow, SetRegime, regime_codes, regime_of, set_regime
from app.kernel.errors import InvalidError
from models.access import Permission
from models.money import minor_digits
from models.regimes import Rounding, TaxRate, TaxRefused, TaxRegime
from ui.centers.frame import FormSection
from ui.centers.paper import SamplePane
from ui.centers.rate_dialog import RateDialog
from ui.centers.setting_row import SettingRow, heading
from ui.centers.tax_rates import in_order
from ui.centers.tax_sample import sample_rows
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline
from widgets.fields import Choice, Switch
from widgets.segments import Segments
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Mark


class TaxesSection(FormSection):
    """Whether prices contain the tax, where it is rounded, what the total is rounded to, and every dated rate."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, can=desk.can(Permission.CENTERS_EDIT))
        self._regime: TaxRegime = desk.center.regime
        self._place = Segments(
            [("home", self.tr("Same state")), ("away", self.tr("Other state"))],
            name=self.tr("Place of supply"),
            small=True,
        )
        self._place.edited.connect(self.refresh)
        self._pane = SamplePane(
            self.tr("How an invoice will look today"),
            self.tr("Change a field and the sample follows. Issued invoices keep their taxes."),
            switch=self._place,
        )
        self.set_sample(self._pane)
        self._place.setVisible(self._regime.split == "gst")
        self._controls: dict[str, Any] = {}
        self._build()

    def _build(self) -> None:
        self.column.addWidget(heading(self.tr("How the shop taxes")))
        self.column.addWidget(hairline())
        regimes = Choice(self._regimes(), name=self.tr("Tax regime"))
        self._row(
            "regime",
            self.tr("Tax regime"),
            self.tr("Another one brings its own rates; old papers stay."),
            regimes,
        )
        self._row(
            "inclusive",
            self.tr("Prices contain the tax"),
            self.tr("On: the customer pays the price of the list. Off: tax comes on top."),
            Switch(name=self.tr("Prices contain the tax")),
        )
        rounding = [
            (Rounding.LINE, self.tr("Each line")),
            (Rounding.RATE, self.tr("The sum of a rate")),
            (Rounding.DOCUMENT, self.tr("The whole paper")),
        ]
        self._row(
            "rounding",
            self.tr("Tax is rounded on"),
            self.tr("The law of the country says where: lines and sums agree either way."),
            Choice(rounding, name=self.tr("Tax is rounded on")),
        )
        self._row(
            "round_off_amount",
            self.tr("The total is rounded to"),
            self.tr("What is taken off or put on stands on a line of its own."),
            Choice(self._round_offs(), name=self.tr("The total is rounded to")),
        )
        for group, title in (("labour", self.tr("Labour")), ("part", self.tr("Parts"))):
            self._row(
                f"default.{group}",
                self.tr("{group}: usual tax").format(group=title),
                self.tr("Used where the catalog says nothing else."),
                Choice(self._codes(), name=title),
            )
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(heading(self.tr("Rates"), self.tr("dated, so old papers keep theirs")), 1)
        self._new = Button(self.tr("New rate from a day…"), "calendar-plus", small=True)
        self._new.clicked.connect(self.new_rate)
        self._new.setEnabled(self.can_save)
        row.addWidget(self._new)
        self.column.addWidget(head)
        self._table = Table(
            self._columns(), key=lambda r: (r.code, r.valid_from), name=self.tr("Rates")
        )
        self.column.addWidget(self._table)
        self.column.addStretch(1)

    def _row(self, name: str, title: str, sentence: str, control: Any) -> None:  # noqa: ANN401  a form's control
        self._controls[name] = control
        control.edited.connect(lambda: self._edited(name))
        control.setEnabled(self.can_save)
        self.column.addWidget(SettingRow(title, sentence, control, width=232))
        self.column.addWidget(hairline())

    def _regimes(self) -> list[tuple[str, str]]:
        """Our own regimes that fit the center's country and currency, and the present one."""
        center = self.desk.center
        found: dict[str, str] = {}
        for code in regime_codes():
            try:
                regime = regime_of(
                    code, country=center.country, currency=center.currency, place=center.place
                )
            except InvalidError:
                continue
            if regime.country in {"", center.country} or code == center.regime.code:
                found[code] = regime.name
        found.setdefault(center.regime.code, center.regime.name)
        return list(found.items())

    def _round_offs(self) -> list[tuple[int, str]]:
        unit = 10 ** minor_digits(self.desk.center.currency)
        present = self.desk.center.regime.round_off_amount
        choices = [(0, self.tr("not at all")), (unit, self.tr("whole units"))]
        if unit > 1:
            choices.insert(1, (unit // 20, self.tr("five hundredths")))
        if present not in {amount for amount, _ in choices}:
            choices.append((present, str(present)))
        return choices

    def _codes(self) -> list[tuple[str, str]]:
        today = self.desk.formats.today()
        return [(rate.code, rate.name) for rate in self._regime.on(today)]

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Rate"), self._title, width=130, stretch=1),
            Column("code", self.tr("Code"), lambda r: r.code, width=84, kind="code"),
            Column("from", self.tr("From"), lambda r: self._day(r.valid_from), width=100),
            Column("to", self.tr("Until"), lambda r: self._day(r.valid_to), width=100),
            Column("state", "", self._state, width=122),
        ]

    def _title(self, rate: TaxRate) -> str:
        return rate.name

    def _day(self, day: date | None) -> str | None:
        return self.desk.formats.full_day(day) if day else None

    def _state(self, rate: TaxRate) -> Mark:
        today = self.desk.formats.today()
        if rate.holds(today):
            return Mark(self.tr("in force"), "check", "good")
        if rate.valid_from > today:
            return Mark(self.tr("to come"), "calendar-clock", "work")
        return Mark(self.tr("past"), "", "muted")

    # what is typed

    @override
    def fill(self, center: CenterRow) -> None:
        self._show(center.regime)

    def _show(self, regime: TaxRegime) -> None:
        self._regime = regime
        codes = self._codes()
        for group in ("labour", "part"):
            control = self._controls[f"default.{group}"]
            control.set_choices(codes)
        values: dict[str, Any] = {
            "regime": regime.code,
            "inclusive": regime.inclusive,
            "rounding": regime.rounding,
            "round_off_amount": regime.round_off_amount,
        }
        values |= {f"default.{group}": code for group, code in regime.defaults.items()}
        known = {code for code, _ in codes}
        for name, control in self._controls.items():
            value = values.get(name)
            if name.startswith("default.") and value not in known:
                continue
            control.set_value(value)
        rates = in_order(regime)
        self._table.set_rows(rates)
        look = theme()
        # every rate shows: the form scrolls, not a table inside it
        tall = look.height("table_header") + len(rates) * look.height("table_row")
        self._table.setFixedHeight(tall + 2)

    def _edited(self, name: str) -> None:
        if self._filling:
            return
        value = self._controls[name].value()
        regime = self._regime
        if name == "regime":
            center = self.desk.center
            regime = (
                center.regime
                if value == center.regime.code
                else regime_of(
                    value, country=center.country, currency=center.currency, place=center.place
                )
            )
        elif name.startswith("default."):
            group: Any = name.partition(".")[2]
            regime = replace(regime, defaults={**regime.defaults, group: value})
        else:
            changed: dict[str, Any] = {name: value}
            regime = replace(regime, **changed)
        self._take(regime)

    def _take(self, regime: TaxRegime) -> None:
        self._filling = True
        self._show(regime)
        self._filling = False
        self.touched()

    def new_rate(self) -> None:
        """Ask for a rate from a day on."""
        RateDialog(self, self._regime, self.desk.formats, self._take).open()

    @override
    def draft(self) -> Mapping[str, Any]:
        return {"regime": self._regime.to_json()}

    @override
    def put(self, draft: Mapping[str, Any]) -> None:
        try:
            self._show(TaxRegime.from_json(draft["regime"]))
        except TaxRefused:
            # a draft of a program that knew other regimes: what is saved stands
            self._show(self.desk.center.regime)

    @override
    def command(self) -> tuple[Callable[..., Any], object] | None:
        regime = SetRegime(version=self.desk.center.version, regime=self._regime.to_json())
        return set_regime, regime

    @override
    def refresh(self) -> None:
        away = None
        if self._regime.split == "gst" and self._place.value() == "away":
            away = "07" if self._regime.home_place != "07" else "27"
        rows = sample_rows(
            self._regime,
            self.desk.center,
            self.desk.formats.today(),
            self.desk.formats,
            away,
        )
        self._pane.paper.set_rows(rows)
