"""Rates and markup: money for a norm hour from a day on, and what is put on the cost of parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.catalog import (
    SetLabourRate,
    SetMarkup,
    list_labour_rates,
    list_markup,
    price_groups,
    remove_labour_rate,
    set_labour_rate,
    set_markup,
)
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes, Read
from models.access import Permission
from models.money import Money
from models.pricing import RETAIL, HourRate, MarkupRow
from ui.parts.fields import day_edit, money_edit, percent_edit
from ui.parts.why import LABOUR_TYPES, group_word, labour_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.dialog import Dialog
from widgets.fields import Choice, MoneyEdit, PercentEdit
from widgets.forms import Form
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Mark

_MOST_MARKUP = 1000
_BandFields = tuple[MoneyEdit, PercentEdit, Button]


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the dialog reads."""

    rates: Sequence[HourRate]
    bands: Sequence[MarkupRow]
    groups: Sequence[str]


class PricesDialog(Dialog):
    """Labour rates with their days, and the markup matrix of each customer group."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, "", 800)
        self.set_title(self.tr("Rates and markup"))
        self.set_sub(self.tr("Orders that are written keep the prices they have."))
        self._desk = desk
        self._may_edit = desk.can(Permission.CATALOG_EDIT)
        self._bands: Sequence[MarkupRow] = ()
        self._rows: list[_BandFields] = []
        self._build_rates()
        self.body.addWidget(hairline())
        self._build_markup()
        close = Button(self.tr("Close"))
        close.set_keys("Esc", install=False)
        self.add_button(close, "cancel")
        self._read()

    # rates
    def _build_rates(self) -> None:
        self.body.addWidget(label(self.tr("Money for a norm hour"), "strong"))
        formats = self._desk.formats
        columns = [
            Column(
                "kind", self.tr("Kind of labour"), lambda r: labour_word(r.labour_type), stretch=1
            ),
            Column("group", self.tr("Customer group"), lambda r: group_word(r.price_group), 150),
            Column("from", self.tr("From"), self._from, 150),
            Column(
                "rate",
                self.tr("One hour"),
                lambda r: formats.amount(Money(r.rate_amount, self._desk.center.currency)),
                110,
                align="right",
                kind="money",
            ),
        ]
        self.rates = Table(
            columns,
            key=lambda r: (r.labour_type, r.price_group, r.from_on),
            name=self.tr("Labour rates"),
        )
        self.rates.setFixedHeight(theme().px(28 + 5 * 32))
        self.body.addWidget(self.rates)
        if not self._may_edit:
            return
        self.form = Form(4)
        types = [(name, labour_word(name)) for name in LABOUR_TYPES]
        self.form.add("labour_type", self.tr("Kind of labour"), Choice(types))
        self.form.add("price_group", self.tr("Customer group"), Choice())
        self.form.add("from_on", self.tr("From"), day_edit(self._desk, "ahead"), required=True)
        self.form.add("rate_amount", self.tr("One hour"), money_edit(self._desk), required=True)
        self.rates.previewed.connect(self._fill_rate)
        buttons = QHBoxLayout()
        remove = Button(self.tr("Remove rate"), "trash-2", kind="quiet")
        remove.clicked.connect(self.remove_rate)
        save = Button(self.tr("Set rate"), "check")
        save.clicked.connect(self.set_rate)
        buttons.addStretch(1)
        buttons.addWidget(remove)
        buttons.addWidget(save)
        self.body.addWidget(self.form)
        self.body.addLayout(buttons)

    def _from(self, rate: HourRate) -> object:
        day = self._desk.formats.full_day(rate.from_on)
        if rate.from_on > self._desk.formats.today():
            return Mark(day, "calendar-clock", "work")
        return day

    def _fill_rate(self, rate: HourRate | None) -> None:
        if rate is None:
            return
        self.form.set_values(
            {
                "labour_type": rate.labour_type,
                "price_group": rate.price_group,
                "rate_amount": Money(rate.rate_amount, self._desk.center.currency).decimal,
            }
        )
        formats = self._desk.formats
        self.form.control("from_on").set_value(formats.today())

    def set_rate(self) -> None:
        """Write the rate of the form."""
        if not self.form.check():
            return
        held = self.form.values()
        command = SetLabourRate(
            rate_amount=self.form.control("rate_amount").minor(),
            from_on=held["from_on"],
            labour_type=held["labour_type"],
            price_group=held["price_group"],
        )
        self._desk.act(self, set_labour_rate, command, self._again, failed=self._refused)

    def remove_rate(self) -> None:
        """Take the selected rate out; it can be undone."""
        rate = self.rates.current()
        if rate is None:
            return
        command = SetLabourRate(
            rate_amount=rate.rate_amount,
            from_on=rate.from_on,
            labour_type=rate.labour_type,
            price_group=rate.price_group,
        )

        def done(changes: Changes[None]) -> None:
            self._again(changes)
            self._desk.toast(
                self.tr("The rate is removed"),
                lambda: self._desk.act(self._desk, set_labour_rate, command),
            )

        self._desk.act(self, remove_labour_rate, command, done)

    def _refused(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        self.form.show_problems({name: said(text) for name, text in error.problems.items()})
        return True

    # markup
    def _build_markup(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Markup on the cost of goods"), "strong"))
        head.addStretch(1)
        self._group = Choice([(RETAIL, group_word(RETAIL))], name=self.tr("Customer group"))
        self._group.edited.connect(self._show_bands)
        head.addWidget(self._group)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(8))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.addWidget(label(self.tr("Cost from"), "caption"), 0, 0)
        self._grid.addWidget(label(self.tr("Markup"), "caption"), 0, 1)
        self._grid.setColumnStretch(3, 1)
        self.body.addLayout(self._grid)
        self._said = label("", "hint", tone="bad", wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        if self._may_edit:
            row = QHBoxLayout()
            add = Button(self.tr("Add band"), "plus", kind="quiet")
            add.clicked.connect(lambda: self._add_band(None, None).setFocus())
            save = Button(self.tr("Save markup"), "check")
            save.clicked.connect(self.save_markup)
            row.addWidget(add)
            row.addStretch(1)
            row.addWidget(save)
            self.body.addLayout(row)

    @property
    def bands(self) -> tuple[_BandFields, ...]:
        """The fields of the bands that are shown: cost, markup, its remove button."""
        return tuple(self._rows)

    def _show_bands(self) -> None:
        for widgets in list(self._rows):
            self._take_away(widgets)
        group = self._group.value()
        for band in self._bands:
            if band.price_group == group:
                self._add_band(band.from_cost_amount, band.markup_percent)
        self.refit()

    def _add_band(self, cost: int | None, percent: Decimal | None) -> QWidget:
        place = self._grid.rowCount()
        cost_edit = money_edit(self._desk, name=self.tr("Cost from"))
        percent_field = percent_edit(self._desk, most=_MOST_MARKUP, name=self.tr("Markup"))
        if cost is not None:
            cost_edit.set_value(Money(cost, self._desk.center.currency).decimal)
        percent_field.set_value(percent)
        for number, field in enumerate((cost_edit, percent_field)):
            field.setFixedWidth(theme().px(140))
            field.setReadOnly(not self._may_edit)
            self._grid.addWidget(field, place, number)
        remove = Button(icon="x", kind="quiet", small=True, name=self.tr("Remove band"))
        self._grid.addWidget(remove, place, 2, Qt.AlignmentFlag.AlignVCenter)
        remove.setVisible(self._may_edit)
        widgets = (cost_edit, percent_field, remove)
        remove.clicked.connect(partial(self._take_away, widgets))
        self._rows.append(widgets)
        return cost_edit

    def _take_away(self, widgets: _BandFields) -> None:
        self._rows.remove(widgets)
        for widget in widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def save_markup(self) -> None:
        """Write the bands of the chosen group."""
        bands: list[tuple[int, Decimal]] = []
        for cost, percent, _ in self._rows:
            amount, markup = cost.minor(), percent.value()
            if amount is None or markup is None:
                self._say(self.tr("Fill in each cost and markup, or remove the band."))
                return
            bands.append((amount, markup))
        command = SetMarkup(bands=tuple(bands), price_group=str(self._group.value()))
        self._desk.act(self, set_markup, command, self._again, failed=self._bad_bands)

    def _bad_bands(self, error: UserError) -> bool:
        if isinstance(error, InvalidError):
            self._say(" ".join(said(text) for text in error.problems.values()))
            return True
        return False

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.refit()

    # reading
    def _read(self) -> None:
        def ask(read: Read) -> _Tables:
            return _Tables(
                list_labour_rates(read), list_markup(read), price_groups(read, with_customers=True)
            )

        self._desk.read(self, ask, self._show)

    def _again(self, _changes: Changes[Any]) -> None:
        self._say("")
        self._read()

    def _show(self, tables: _Tables) -> None:
        self._bands = tables.bands
        ordered = sorted(
            tables.rates,
            key=lambda r: (labour_word(r.labour_type), r.price_group, date.max - r.from_on),
        )
        self.rates.set_rows(ordered)
        groups = [(name, group_word(name)) for name in tables.groups]
        self._group.set_choices(groups)
        if self._may_edit:
            types = dict.fromkeys((*LABOUR_TYPES, *(r.labour_type for r in tables.rates)))
            words = [(name, labour_word(name)) for name in types]
            self.form.control("labour_type").set_choices(words)
            self.form.control("price_group").set_choices(groups)
        if self.rates.current() is None:
            self.rates.select_first()
        self._show_bands()
