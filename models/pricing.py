"""What a line costs and why: labour rates, markup by cost band, discounts, packages, margin.

Everything is data in, data out: rows of the center's price tables come in, and every price carries
the row it came from, so that a screen can answer "why this price?" without asking again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from models.money import half_up, share
from models.tax import LineTotals, TaxLine, TaxRate, before_tax

RETAIL: Final = "retail"
GENERAL: Final = "general"
_NOTHING: Final = Decimal(0)
_CENT: Final = Decimal("0.01")


class PriceReason(StrEnum):
    """Why no price could be given."""

    NO_RATE = "no_rate"
    NO_BAND = "no_band"
    NO_COST = "no_cost"
    PACKAGE = "package"
    DISCOUNT = "discount"
    FLOOR = "floor"


class PriceRefused(ValueError):  # noqa: N818  what happened, in the words of the house
    """There is no price; ``reason`` is for the program, ``detail`` names what is missing."""

    def __init__(self, reason: PriceReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class PriceBase(StrEnum):
    """Where a unit price comes from."""

    HOUR_RATE = "hour_rate"
    FIXED = "fixed"
    PRICE_LIST = "price_list"
    MARKUP = "markup"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class HourRate:
    """Minor units for one norm hour of a labour type, for a customer group, from a day on."""

    labour_type: str
    price_group: str
    rate_amount: int
    from_on: date


@dataclass(frozen=True, slots=True)
class MarkupRow:
    """Percent put on costs from ``from_cost_amount`` (minor units) up to the group's next row."""

    price_group: str
    from_cost_amount: int
    markup_percent: Decimal


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """A unit price in minor units and the row it came from.

    ``base_amount`` is the hour rate, the listed or fixed price, the cost; ``price_group`` the group
    whose row was used (it may be the fallback); ``typed_by`` names who typed a price by hand.
    """

    amount: int
    base: PriceBase
    base_amount: int
    price_group: str = RETAIL
    labour_type: str = ""
    markup: MarkupRow | None = None
    tax_percent: Decimal = _NOTHING
    round_to_amount: int = 1
    typed_by: str = ""


@dataclass(frozen=True, slots=True)
class WhyPrice:
    """The answer to "why this price?": the base, the discount, the tax, each with its figures."""

    unit: UnitPrice
    quantity: Decimal
    list_amount: int
    discount_percent: Decimal
    discount_amount: int
    net_amount: int
    tax_code: str
    tax_name: str
    tax_percent: Decimal
    tax_from: date
    tax_amount: int
    total_amount: int
    margin: Margin | None


@dataclass(frozen=True, slots=True)
class Margin:
    """What is left of a net amount after its cost; ``percent`` of the net, None when net is 0."""

    net_amount: int
    cost_amount: int
    margin_amount: int
    percent: Decimal | None


def labour_price(
    rates: Iterable[HourRate], labour_type: str, price_group: str, supplied_on: date
) -> UnitPrice:
    """Return the price of one norm hour on that day.

    The nearest row wins: same type and group, same type for retail, general for the group, general
    for retail; among them the latest that has begun. Raises PriceRefused (no_rate).
    """
    begun = [rate for rate in rates if rate.from_on <= supplied_on]
    for wanted in (
        (labour_type, price_group),
        (labour_type, RETAIL),
        (GENERAL, price_group),
        (GENERAL, RETAIL),
    ):
        rows = [rate for rate in begun if (rate.labour_type, rate.price_group) == wanted]
        if rows:
            row = max(rows, key=lambda rate: rate.from_on)
            return UnitPrice(
                amount=row.rate_amount,
                base=PriceBase.HOUR_RATE,
                base_amount=row.rate_amount,
                price_group=row.price_group,
                labour_type=row.labour_type,
            )
    raise PriceRefused(PriceReason.NO_RATE, f"{labour_type}, {price_group}")


def fixed_price(amount: int) -> UnitPrice:
    """Return a fixed price of labour: the quantity is pieces of work, not hours."""
    return UnitPrice(amount, PriceBase.FIXED, amount)


def typed_price(amount: int, instead_of: UnitPrice, typed_by: str) -> UnitPrice:
    """Return a price typed by hand; what it stands for instead stays as the base."""
    return replace(instead_of, amount=amount, base=PriceBase.TYPED, typed_by=typed_by)


def part_price(
    *,
    list_amount: int | None,
    cost_amount: int | None,
    rows: Iterable[MarkupRow],
    price_group: str = RETAIL,
    tax_percent: Decimal = _NOTHING,
    round_to_amount: int = 1,
) -> UnitPrice:
    """Return the unit price of a part: the price list's, else cost plus the markup of its band.

    Args:
        list_amount: the price list's price, or None.
        cost_amount: what one costs without tax (moving average), or None.
        rows: the markup matrix; a group without rows uses the retail ones.
        price_group: the customer's group.
        tax_percent: the tax that a price made from cost must contain (inclusive regimes), else 0.
        round_to_amount: prices made from cost are rounded half up to multiples of it.

    Raises:
        PriceRefused: no price in the list and no cost, or no band for that cost.
    """
    if list_amount is not None:
        return UnitPrice(list_amount, PriceBase.PRICE_LIST, list_amount, price_group)
    if cost_amount is None:
        raise PriceRefused(PriceReason.NO_COST, "neither a listed price nor a cost")
    row = markup_row(rows, cost_amount, price_group)
    exact = cost_amount * (100 + Fraction(row.markup_percent)) / 100
    exact *= (100 + Fraction(tax_percent)) / 100
    return UnitPrice(
        amount=half_up(exact / round_to_amount) * round_to_amount,
        base=PriceBase.MARKUP,
        base_amount=cost_amount,
        price_group=row.price_group,
        markup=row,
        tax_percent=tax_percent,
        round_to_amount=round_to_amount,
    )


def markup_row(rows: Iterable[MarkupRow], cost_amount: int, price_group: str) -> MarkupRow:
    """Return the band of that cost: the group's own rows, else the retail ones."""
    table = list(rows)
    for group in (price_group, RETAIL):
        own = [row for row in table if row.price_group == group]
        below = [row for row in own if row.from_cost_amount <= cost_amount]
        if below:
            return max(below, key=lambda row: row.from_cost_amount)
        if own:
            break
    raise PriceRefused(PriceReason.NO_BAND, f"{price_group}, cost {cost_amount}")


def discount_percent(line: Decimal | None, customer: Decimal, group: Decimal) -> Decimal:
    """Return the discount that counts: the line's own, else the better of customer and group.

    Discounts never add up. ``None`` is "nothing typed on the line"; a typed 0 is no discount.
    """
    percent = max(customer, group) if line is None else line
    if not percent.is_finite() or not 0 <= percent <= 100:  # noqa: PLR2004  percent
        raise PriceRefused(PriceReason.DISCOUNT, "a discount is 0 to 100 percent")
    return percent


def spread_discount(lines: Sequence[TaxLine], amount: int) -> tuple[TaxLine, ...]:
    """Spread a document's discount (minor units) over its lines, before tax, by their amounts.

    Largest remainder, so the lines' discounts add up to ``amount`` exactly. Lines that cost nothing
    or less take no part. Raises PriceRefused when the discount is more than the lines are worth.
    """
    worth = [max(0, listed - discount) for listed, discount in map(before_tax, lines)]
    if not 0 <= amount <= sum(worth):
        raise PriceRefused(PriceReason.DISCOUNT, "the discount is above the document's amount")
    if not amount:
        return tuple(lines)
    return tuple(
        replace(line, discount_amount=line.discount_amount + part)
        for line, part in zip(lines, share(amount, worth), strict=True)
    )


def percent_of(lines: Sequence[TaxLine], percent: Decimal) -> int:
    """Return that percent of what the lines are worth, half up: a document's discount in money."""
    worth = sum(listed - discount for listed, discount in map(before_tax, lines))
    return half_up(worth * Fraction(percent) / 100)


def package_lines(lines: Sequence[TaxLine], price_amount: int) -> tuple[TaxLine, ...]:
    """Price the lines of a package so that together they cost exactly ``price_amount``.

    Each line gets its share by what it is worth alone (largest remainder) and shows the difference
    as a discount. A line that becomes dearer has its unit price raised to the next minor unit, and
    a discount of the few minor units that this is too much. Raises PriceRefused for a package
    without lines, with lines taken back, or below zero.
    """
    priced = [listed - discount for listed, discount in map(before_tax, lines)]
    if not lines or price_amount < 0 or min(priced) < 0 or any(x.quantity <= 0 for x in lines):
        raise PriceRefused(PriceReason.PACKAGE, "a package has lines and costs nothing or more")
    return tuple(
        _worth(line, part) for line, part in zip(lines, share(price_amount, priced), strict=True)
    )


def _worth(line: TaxLine, amount: int) -> TaxLine:
    plain = replace(line, discount_percent=_NOTHING, discount_amount=0)
    listed, _ = before_tax(plain)
    if listed < amount:
        unit = -(-amount // Fraction(line.quantity))
        plain = replace(plain, unit_price_amount=unit)
        listed, _ = before_tax(plain)
    return replace(plain, discount_amount=listed - amount)


def margin(net_amount: int, cost_amount: int) -> Margin:
    """Return the margin of a net amount (without tax); the percent is half up to 0.01."""
    left = net_amount - cost_amount
    percent = None
    if net_amount:
        exact = Decimal(left * 100) / Decimal(net_amount)
        percent = exact.quantize(_CENT, rounding=ROUND_HALF_UP)
    return Margin(net_amount, cost_amount, left, percent)


def below_floor(net_amount: int, cost_amount: int, floor_percent: Decimal) -> bool:
    """Return whether a sale leaves less than the floor, exactly: no rounding helps it over.

    What is given away for nothing is below any floor when it cost something.
    """
    return (net_amount - cost_amount) * 100 < Fraction(floor_percent) * net_amount


def floor_amount(cost_amount: int, floor_percent: Decimal) -> int:
    """Return the lowest net amount that is not below the floor (a floor of 100 has none)."""
    if not floor_percent.is_finite() or not 0 <= floor_percent < 100:  # noqa: PLR2004  percent
        raise PriceRefused(PriceReason.FLOOR, "a floor is 0 to less than 100 percent")
    return -(-cost_amount * 100 // (100 - Fraction(floor_percent)))


def why_price(
    unit: UnitPrice,
    line: TaxLine,
    figures: LineTotals,
    rate: TaxRate,
    cost_amount: int | None = None,
) -> WhyPrice:
    """Return the explanation of a line's price from the figures that were really charged.

    ``cost_amount`` is the whole line's cost, or None for people who may not see it.
    """
    return WhyPrice(
        unit=unit,
        quantity=line.quantity,
        list_amount=figures.list_amount,
        discount_percent=line.discount_percent,
        discount_amount=figures.discount_amount,
        net_amount=figures.net_amount,
        tax_code=rate.code,
        tax_name=rate.name,
        tax_percent=rate.percent,
        tax_from=rate.valid_from,
        tax_amount=figures.tax_amount,
        total_amount=figures.total_amount,
        margin=None if cost_amount is None else margin(figures.net_amount, cost_amount),
    )
