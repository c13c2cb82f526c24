"""The one tax calculation that every paper shows.

All sums come from the same cells (line × part of the tax), so the lines, the summary by rate and
the document always agree. Discounts are taken before tax, rates by the date of supply, quantities
exact to 0.001. Rounding is half away from zero: negating every line negates every figure.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from models.money import half_up, ratio_half_up, share_exact
from models.regimes import (
    Category,
    Fee,
    Group,
    RatePart,
    Rounding,
    TaxRate,
    TaxReason,
    TaxRefused,
    TaxRegime,
    check_state,
)

__all__ = [
    "Category",
    "Fee",
    "Group",
    "LineTotals",
    "RatePart",
    "RateTotals",
    "Rounding",
    "TaxLine",
    "TaxPart",
    "TaxRate",
    "TaxReason",
    "TaxRefused",
    "TaxRegime",
    "TaxTotals",
    "add_up",
    "before_tax",
    "compute",
    "rounded_off",
    "untaxed",
]

_THOUSAND: Final = 1000
_HUNDRED: Final = 100
_HALF: Final = Decimal("0.5")
# Union territories without a legislature: UTGST takes the place of SGST (UTGST Act 2017, s. 1-2).
_UNION_TERRITORIES: Final = frozenset({"04", "25", "26", "31", "35", "38", "97"})


@dataclass(frozen=True, slots=True)
class TaxLine:
    """What is sold: ``quantity`` (exact to 0.001) at ``unit_price_amount`` minor units.

    ``discount_percent`` (0-100) of the list amount is rounded by itself; ``discount_amount`` comes
    off beside it and has the sign of the list amount. An empty ``tax_code`` is the group's usual.
    """

    key: str
    group: Group
    quantity: Decimal
    unit_price_amount: int
    discount_percent: Decimal = Decimal(0)
    discount_amount: int = 0
    tax_code: str = ""

    def __neg__(self) -> TaxLine:
        """Return the line that takes this one back."""
        return replace(self, quantity=-self.quantity, discount_amount=-self.discount_amount)


@dataclass(frozen=True, slots=True)
class TaxPart:
    """One tax on a line or a rate: CGST 9 % and its amount in minor units."""

    name: str
    percent: Decimal
    amount: int


@dataclass(frozen=True, slots=True)
class LineTotals:
    """The figures of one line in minor units; ``net + tax == total`` and ``tax == sum(parts)``.

    ``list_amount - discount_amount`` is the net amount when prices are without tax, the total when
    they contain it. ``key`` of a fee of the regime is ``fee:<code>``; ``rate_name`` is what the
    paper calls the rate. An untaxed line has no parts.
    """

    key: str
    list_amount: int
    discount_amount: int
    net_amount: int
    tax_amount: int
    total_amount: int
    percent: Decimal
    parts: tuple[TaxPart, ...]
    group: Group
    tax_code: str
    rate_name: str
    category: Category

    def __neg__(self) -> LineTotals:
        """Return the same figures with the opposite sign."""
        return replace(
            self,
            list_amount=-self.list_amount,
            discount_amount=-self.discount_amount,
            net_amount=-self.net_amount,
            tax_amount=-self.tax_amount,
            total_amount=-self.total_amount,
            parts=tuple(replace(part, amount=-part.amount) for part in self.parts),
        )


@dataclass(frozen=True, slots=True)
class RateTotals:
    """The document's figures at one rate; ``code`` and ``name`` are those of its first line."""

    code: str
    percent: Decimal
    parts: tuple[TaxPart, ...]
    net_amount: int
    tax_amount: int
    name: str
    category: Category


@dataclass(frozen=True, slots=True)
class TaxTotals:
    """A document's figures: ``net + tax + round_off == total``, and both tables add up to them."""

    lines: tuple[LineTotals, ...]
    rates: tuple[RateTotals, ...]
    net_amount: int
    discount_amount: int
    tax_amount: int
    round_off_amount: int
    total_amount: int

    def line(self, key: str) -> LineTotals:
        """Return the line of that key; KeyError when the document has none."""
        for line in self.lines:
            if line.key == key:
                return line
        raise KeyError(key)

    def __neg__(self) -> TaxTotals:
        """Return the document that takes this one back as a whole."""
        return add_up([-line for line in self.lines], -self.round_off_amount)


def compute(
    regime: TaxRegime,
    lines: Sequence[TaxLine],
    supplied_on: date,
    place_of_supply: str | None = None,
    *,
    round_off: bool = True,
    fees: Collection[str] | None = None,
) -> TaxTotals:
    """Calculate a document: every line with its tax, the sums by rate, fees, round-off and total.

    Args:
        regime: the center's regime.
        lines: what is sold, unique keys.
        supplied_on: date of supply, which decides the rates.
        place_of_supply: split "gst" only: two digits of the state; None = the center's own.
        round_off: False leaves out the regime's round-off (a part of a larger document).
        fees: codes of the regime's fees to charge; None = every automatic one.

    Returns:
        The totals; fees of the regime stand behind the lines with keys ``fee:<code>``.

    Raises:
        TaxRefused: no rate that day, a quantity finer than 0.001, a discount above the amount, an
            unknown place, fee or doubled key.
    """
    book = _Book(regime, supplied_on, place_of_supply)
    priced = [book.price(line) for line in lines]
    priced += book.fees(priced, fees)
    seen: set[str] = set()
    for item in priced:
        if item.line.key in seen:
            raise TaxRefused(TaxReason.DUPLICATE_KEY, item.line.key, "two lines have this key")
        seen.add(item.line.key)
    done = [
        _finish(item, taxes, inclusive=regime.inclusive)
        for item, taxes in zip(priced, _cells(regime.rounding, priced), strict=True)
    ]
    due = sum(line.total_amount for line in done)
    return add_up(done, rounded_off(due, regime.round_off_amount) - due if round_off else 0)


def add_up(lines: Sequence[LineTotals], round_off_amount: int = 0) -> TaxTotals:
    """Make a document of finished lines, without calculating any tax again."""
    rows: dict[tuple[object, ...], list[LineTotals]] = {}
    for line in lines:
        parts = tuple((part.name, part.percent) for part in line.parts)
        # One row per category and rate (EN 16931 BG-23); what is untaxed keeps its own reason.
        rows.setdefault((line.category, line.percent, parts or line.tax_code), []).append(line)
    net = sum(line.net_amount for line in lines)
    tax = sum(line.tax_amount for line in lines)
    return TaxTotals(
        lines=tuple(lines),
        rates=tuple(_row(row) for row in rows.values()),
        net_amount=net,
        discount_amount=sum(line.discount_amount for line in lines),
        tax_amount=tax,
        round_off_amount=round_off_amount,
        total_amount=net + tax + round_off_amount,
    )


def rounded_off(amount: int, unit: int) -> int:
    """Round to whole multiples of ``unit`` minor units, half away from zero; 0 leaves it alone.

    India: CGST Act s. 170, 50 paise and more is a rupee.
    """
    return ratio_half_up(amount, unit) * unit if unit else amount


def before_tax(line: TaxLine) -> tuple[int, int]:
    """Return the list amount (quantity × unit price, half up) and the discount on it.

    Raises TaxRefused for a quantity finer than 0.001 or a discount above the amount, TypeError for
    a quantity that is no Decimal.
    """
    if not isinstance(line.quantity, Decimal):
        raise TypeError(f"a quantity is a Decimal, not {type(line.quantity).__name__}")
    if not line.quantity.is_finite() or _THOUSAND % line.quantity.as_integer_ratio()[1]:
        raise TaxRefused(TaxReason.QUANTITY, line.key, "quantities are exact to 0.001")
    if not line.discount_percent.is_finite() or not 0 <= line.discount_percent <= _HUNDRED:
        raise TaxRefused(TaxReason.DISCOUNT, line.key, "a discount is 0 to 100 percent")
    listed = _part(line.unit_price_amount, line.quantity)
    discount = line.discount_amount
    if line.discount_percent:
        discount += _part(listed, line.discount_percent, _HUNDRED)
    if not min(0, listed) <= discount <= max(0, listed):
        raise TaxRefused(TaxReason.DISCOUNT, line.key, "the discount is above the amount")
    return listed, discount


def untaxed(regime: TaxRegime, line: TaxLine, supplied_on: date, code: str) -> TaxLine:
    """Return the line as it is sold under ``code`` (reverse charge, export, exemption).

    When prices contain tax, the tax of the line's own code is taken out of the unit price and of
    the discount, half up to the minor unit; otherwise only the code changes.
    """
    if not regime.inclusive:
        return replace(line, tax_code=code)
    rate = regime.rate(line.tax_code or regime.usual(line.group), supplied_on)
    without = 100 / (100 + Fraction(rate.percent))
    return replace(
        line,
        tax_code=code,
        unit_price_amount=half_up(line.unit_price_amount * without),
        discount_amount=half_up(line.discount_amount * without),
    )


@dataclass(frozen=True, slots=True)
class _Applied:
    """A rate as it lies on this document: tax = priced amount × fraction, for each part."""

    rate: TaxRate
    parts: tuple[RatePart, ...]
    fractions: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class _Priced:
    """A line before tax; ``amount`` contains the tax when the regime's prices do."""

    line: TaxLine
    list_amount: int
    discount_amount: int
    applied: _Applied

    @property
    def amount(self) -> int:
        return self.list_amount - self.discount_amount


class _Book:
    """The regime on one day and at one place."""

    def __init__(self, regime: TaxRegime, supplied_on: date, place: str | None) -> None:
        self._regime = regime
        self._on = supplied_on
        self._place = place
        self._applied: dict[str, _Applied] = {}
        if regime.split == "gst":
            if not regime.home_place:
                raise TaxRefused(TaxReason.PLACE, regime.code, "the center's state is not set")
            check_state(place or regime.home_place)

    def price(self, line: TaxLine) -> _Priced:
        """Price the line and find the rate that lies on it."""
        listed, discount = before_tax(line)
        code = line.tax_code or self._regime.usual(line.group)
        return _Priced(line, listed, discount, self._apply(code))

    def fees(self, priced: Sequence[_Priced], wanted: Collection[str] | None) -> list[_Priced]:
        """Price the regime's fees on these lines; a fee of nothing is left out."""
        known = {fee.code for fee in self._regime.fees}
        for code in wanted or ():
            if code not in known:
                raise TaxRefused(TaxReason.FEE, code, "the regime has no such fee")
        result = []
        for fee in self._regime.fees:
            if fee.automatic if wanted is None else fee.code in wanted:
                amount = _fee_amount(fee, priced)
                line = TaxLine(f"fee:{fee.code}", "fee", Decimal(1), amount, tax_code=fee.tax_code)
                if amount:
                    result.append(self.price(line))
        return result

    def _apply(self, code: str) -> _Applied:
        if code not in self._applied:
            rate = self._regime.rate(code, self._on)
            parts = self._parts(rate)
            base = 100 + Fraction(rate.percent) if self._regime.inclusive else Fraction(100)
            fractions = tuple(Fraction(part.percent) / base for part in parts)
            self._applied[code] = _Applied(rate, parts, fractions)
        return self._applied[code]

    def _parts(self, rate: TaxRate) -> tuple[RatePart, ...]:
        regime = self._regime
        if not rate.percent:
            return ()
        if regime.split == "stacked":
            return rate.parts
        if regime.split == "single":
            return (RatePart(regime.tax_name, rate.percent),)
        # IGST Act s. 7-8: inside the state two equal halves, to another state the whole.
        if (self._place or regime.home_place) != regime.home_place:
            return (RatePart("IGST", rate.percent),)
        half = rate.percent * _HALF
        state = "UTGST" if regime.home_place in _UNION_TERRITORIES else "SGST"
        return (RatePart("CGST", half), RatePart(state, half))


def _part(amount: int, factor: Decimal, divisor: int = 1) -> int:
    numerator, denominator = factor.as_integer_ratio()
    return ratio_half_up(amount * numerator, denominator * divisor)


def _fee_amount(fee: Fee, priced: Sequence[_Priced]) -> int:
    base = sum(item.amount for item in priced if item.line.group in fee.base)
    if base < 0:
        return -_fee_on(fee, -base)
    return _fee_on(fee, base) if base else 0


def _fee_on(fee: Fee, base: int) -> int:
    amount = fee.fixed_amount + _part(base, fee.percent, _HUNDRED)
    return amount if fee.cap_amount is None else min(amount, fee.cap_amount)


def _cells(rounding: Rounding, priced: Sequence[_Priced]) -> list[list[int]]:
    """Round the tax where the regime says: for each line the amounts of its parts."""
    if rounding is Rounding.LINE:
        return [
            [
                ratio_half_up(item.amount * f.numerator, f.denominator)
                for f in item.applied.fractions
            ]
            for item in priced
        ]
    # What is rounded together is shared back onto the lines, so that every table adds up.
    together: dict[tuple[object, ...], list[tuple[int, int, Fraction]]] = {}
    result = [[0] * len(item.applied.parts) for item in priced]
    for row, item in enumerate(priced):
        whole = (item.applied.rate.percent, item.applied.parts) if rounding is Rounding.RATE else ()
        for column, part in enumerate(item.applied.parts):
            exact = item.amount * item.applied.fractions[column]
            together.setdefault((part.name, *whole), []).append((row, column, exact))
    for cells in together.values():
        exacts = [exact for _, _, exact in cells]
        shares = share_exact(half_up(sum(exacts, Fraction(0))), exacts)
        for (row, column, _), amount in zip(cells, shares, strict=True):
            result[row][column] = amount
    return result


def _finish(item: _Priced, taxes: Sequence[int], *, inclusive: bool) -> LineTotals:
    tax = sum(taxes)
    applied = item.applied
    return LineTotals(
        key=item.line.key,
        list_amount=item.list_amount,
        discount_amount=item.discount_amount,
        net_amount=item.amount - tax if inclusive else item.amount,
        tax_amount=tax,
        total_amount=item.amount if inclusive else item.amount + tax,
        percent=applied.rate.percent,
        parts=tuple(
            TaxPart(part.name, part.percent, amount)
            for part, amount in zip(applied.parts, taxes, strict=True)
        ),
        group=item.line.group,
        tax_code=applied.rate.code,
        rate_name=applied.rate.name,
        category=applied.rate.category,
    )


def _row(lines: Sequence[LineTotals]) -> RateTotals:
    first = lines[0]
    parts = tuple(
        replace(part, amount=sum(line.parts[index].amount for line in lines))
        for index, part in enumerate(first.parts)
    )
    return RateTotals(
        code=first.tax_code,
        percent=first.percent,
        parts=parts,
        net_amount=sum(line.net_amount for line in lines),
        tax_amount=sum(line.tax_amount for line in lines),
        name=first.rate_name,
        category=first.category,
    )
