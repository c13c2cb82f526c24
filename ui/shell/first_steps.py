"""First and last step of the first run: the center itself, and what it begins with."""

from collections.abc import Mapping

from babel.core import get_global
from babel.dates import get_timezone_location
from typing_extensions import override

from app.kernel.errors import Sentence
from ui.shell.first_countries import COUNTRIES
from ui.shell.first_plan import EMPTY, IMPORT, SAMPLE, Plan
from ui.shell.first_rows import RowChoice, RowChoices
from ui.shell.first_step import Step
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.controls import Choice, TextEdit
from widgets.forms import Form


class CenterStep(Step):
    """Where the shop is and what it is called."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        super().__init__(plan, formats)
        self.title = self.tr("Center")
        self.lead = self.tr("What stands on every paper. The country brings what is usual there.")
        self.form = Form(2)

        names = [(c.code, said(c.name)) for c in COUNTRIES]
        self.country = Choice(names, name=self.tr("Country"))
        self.zone = Choice([], name=self.tr("Time zone"))
        self.form.add("country", self.tr("Country"), self.country)
        self.form.add("zone", self.tr("Time zone"), self.zone)
        self.form.add(
            "name", self.tr("Name"), TextEdit(name=self.tr("Name")), required=True, span=2
        )
        self.form.add(
            "legal_name", self.tr("Legal name"), TextEdit(name=self.tr("Legal name")), span=2
        )
        self.form.add("address", self.tr("Address"), TextEdit(name=self.tr("Address")), span=2)
        self.form.add("city", self.tr("City"), TextEdit(name=self.tr("City")))
        self.form.add("phone", self.tr("Phone"), TextEdit(name=self.tr("Phone")))
        code = TextEdit(name=self.tr("Short code"), codes=True, limit=10)
        self.form.add("code", self.tr("Short code"), code, required=True)
        self.form.field("code").set_hint(self.tr("Begins every number: SC001-2026-01-0001"))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.country.edited.connect(self._country_chosen)
        self.form.changed.connect(self._take)

    @override
    def enter(self) -> None:
        super().enter()
        plan = self.plan
        self.form.blockSignals(True)
        self._fill_zones()
        self.form.set_values(
            {
                "country": plan.country.code,
                "zone": plan.zone,
                "name": plan.name,
                "legal_name": plan.legal_name,
                "address": plan.address,
                "city": plan.city,
                "phone": plan.phone,
                "code": plan.code,
            }
        )
        self.form.blockSignals(False)

    def _fill_zones(self) -> None:
        zones = dict.fromkeys(
            (self.plan.country.zone, *get_global("territory_zones").get(self.plan.country.code, ()))
        )
        language = self.formats.language
        self.zone.set_choices(
            [
                (zone, get_timezone_location(zone, locale=language, return_city=True))
                for zone in zones
            ]
        )

    def _country_chosen(self) -> None:
        code = self.country.value()
        if code == self.plan.country.code:
            return
        self.plan.use_country(next(c for c in COUNTRIES if c.code == code))
        self._fill_zones()
        self.zone.set_value(self.plan.zone)
        self.changed.emit()

    def _take(self) -> None:
        values = self.form.values()
        plan = self.plan
        plan.name, plan.legal_name = values["name"], values["legal_name"]
        plan.address, plan.city = values["address"], values["city"]
        plan.phone, plan.code = values["phone"], values["code"].upper()
        plan.zone = values["zone"] or plan.zone
        self.changed.emit()

    @override
    def show_problems(self, problems: Mapping[str, Sentence]) -> None:
        super().show_problems(problems)
        self.form.show_problems({name: said(text) for name, text in problems.items()})

    @override
    def summary(self) -> str:
        plan = self.plan
        return ", ".join(part for part in (plan.name, plan.city) if part) or said(plan.country.name)


class DataStep(Step):
    """What the shop begins with."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        super().__init__(plan, formats)
        self.title = self.tr("First data")
        self.lead = self.tr("Begin with something to try, with your own lists, or with nothing.")
        self.choices = RowChoices(self.tr("First data"), tall=True)
        self.choices.edited.connect(self._take)
        self.column.addWidget(self.choices)
        self.column.addStretch(1)

    @override
    def enter(self) -> None:
        super().enter()

        has = self.plan.sample()
        if not has and self.plan.start == SAMPLE:
            self.plan.start = EMPTY
        self.choices.show_choices(
            [
                RowChoice(
                    SAMPLE,
                    self.tr("Sample shop"),
                    self.tr("A price list, stock, customers and cars to try everything on"),
                    "store",
                    "" if has else self.tr("There is no sample in this currency yet"),
                ),
                RowChoice(
                    IMPORT,
                    self.tr("My own lists"),
                    self.tr(
                        "Price list, stock, customers and cars from Excel or CSV, checked before"
                    ),
                    "file-input",
                ),
                RowChoice(
                    EMPTY,
                    self.tr("Empty"),
                    self.tr("The catalogue and the customers come with the first orders"),
                    "circle-dashed",
                ),
            ],
            self.plan.start,
        )

    def _take(self) -> None:
        self.plan.start = self.choices.value()
        self.changed.emit()

    @override
    def summary(self) -> str:
        return self.tr("sample shop, import, or empty")
