"""Rates of a tax regime as a person changes them: a new rate from a day ends the one before it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from babel.numbers import format_decimal

from models.regimes import Category, RatePart, TaxRate, TaxRegime

_DAY = timedelta(days=1)


def with_new_rate(
    regime: TaxRegime, code: str, percent: Decimal, begins: date, name: str
) -> TaxRegime:
    """The regime in which that tax has another rate from a day on; the rate before ends the day before.

    A rate that would begin on or after that day is replaced. Raises TaxRefused for a rate that cannot be.
    """
    rates: list[TaxRate] = []
    model: TaxRate | None = None
    placed = False
    for rate in regime.rates:
        if rate.code != code:
            if model is not None and not placed:
                rates.append(_made(model, percent, begins, name))
                placed = True
            rates.append(rate)
            continue
        model = rate
        if rate.valid_from >= begins:
            continue
        ends = rate.valid_to is None or rate.valid_to >= begins
        rates.append(replace(rate, valid_to=begins - _DAY) if ends else rate)
    if model is not None and not placed:
        rates.append(_made(model, percent, begins, name))
    return replace(regime, rates=tuple(rates))


def _made(model: TaxRate, percent: Decimal, begins: date, name: str) -> TaxRate:
    """A rate of the model's tax; a stacked one keeps the shares of its parts."""
    category = Category.STANDARD if percent else model.category
    parts: tuple[RatePart, ...] = ()
    if model.parts and model.percent:
        share = percent / model.percent
        parts = tuple(RatePart(part.name, part.percent * share) for part in model.parts[:-1])
        rest = percent - sum((part.percent for part in parts), Decimal(0))
        parts = (*parts, RatePart(model.parts[-1].name, rest))
    return replace(
        model,
        percent=percent,
        valid_from=begins,
        valid_to=None,
        name=name,
        category=category,
        parts=parts,
    )


def name_for(regime: TaxRegime, percent: Decimal, locale: str) -> str:
    """What the paper usually calls a rate: the tax's name and its percent."""
    shown = format_decimal(percent, format="#,##0.###", locale=locale)
    return f"{regime.tax_name} {shown}{' ' if locale.startswith('ru') else ''}%"


def in_order(regime: TaxRegime) -> tuple[TaxRate, ...]:
    """Every rate: taxes in the regime's order, the newest days of each first."""
    codes = list(dict.fromkeys(rate.code for rate in regime.rates))
    return tuple(
        sorted(regime.rates, key=lambda r: (codes.index(r.code), -r.valid_from.toordinal()))
    )
