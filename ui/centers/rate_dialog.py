"""A new rate of a tax from a day on."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from models.regimes import TaxRefused, TaxRegime
from ui.centers.tax_rates import name_for, with_new_rate
from ui.shell.formats import Formats
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.fields import Calendar, Choice, DateEdit, PercentEdit, TextEdit
from widgets.forms import Form


class RateDialog(Dialog):
    """Asks for tax, percent, first day and its name on papers; ``then`` gets the changed regime."""

    def __init__(
        self,
        parent: QWidget,
        regime: TaxRegime,
        formats: Formats,
        then: Callable[[TaxRegime], None],
    ) -> None:
        super().__init__(parent, self.tr("New rate from a day"))
        self._regime = regime
        self._formats = formats
        self._then = then
        self._named = False
        self.set_sub(self.tr("Papers of days before keep the rate of their day."))
        calendar = Calendar(formats.language, lean="ahead")
        form = self.form = Form(columns=2)
        form.add("code", self.tr("Tax"), Choice(self._taxes(), name=self.tr("Tax")), span=2)
        percent = PercentEdit(formats.decimal_sign, name=self.tr("Percent"))
        form.add("percent", self.tr("Percent"), percent, required=True)
        begins = DateEdit(formats.today, calendar, name=self.tr("From"))
        form.add("begins", self.tr("From"), begins, required=True)
        name = TextEdit(name=self.tr("On papers"))
        form.add("name", self.tr("On papers"), name, span=2, required=True)
        percent.read.connect(self._suggest)
        name.textEdited.connect(self._own_name)
        self.body.addWidget(form)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        take = self.add_button(Button(self.tr("Add rate"), kind="primary", keys="Ctrl+Return"))
        take.clicked.connect(self.take)

    def _taxes(self) -> Sequence[tuple[str, str]]:
        """Each tax by the name of its newest rate."""
        newest = {
            rate.code: rate for rate in sorted(self._regime.rates, key=lambda r: r.valid_from)
        }
        return [(code, rate.name) for code, rate in newest.items()]

    def _own_name(self) -> None:
        self._named = True

    def _suggest(self, percent: Decimal | None) -> None:
        if percent is not None and not self._named:
            name = name_for(self._regime, percent, str(self._formats.locale))
            self.form.control("name").set_value(name)

    def take(self) -> None:
        """Add the rate, or say what is wrong with it."""
        if not self.form.check():
            return
        values = self.form.values()
        begins: date = values["begins"]
        try:
            made = with_new_rate(
                self._regime, values["code"], values["percent"], begins, values["name"]
            )
        except TaxRefused as refused:
            self.form.show_problems({"percent": refused.detail})
            return
        self.finish("done")
        self._then(made)
