"""Exact money: integer minor units and a currency, never a float.

Rounding is *half up* everywhere and symmetric about zero (0.5 → 1, -0.5 → -1), so that a credit
note is always exactly the opposite of its invoice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

# ISO 4217 exponents; every code that is not named here has two digits.
_DIGITS: Final = {
    code: digits
    for digits, codes in (
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    )
    for code in codes.split()
}
_CODE: Final = re.compile("[A-Z]{3}")
_TOUCHING: Final = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


class CurrencyMismatch(ValueError):  # noqa: N818  the word of the trade, fixed for all callers
    """Two amounts of different currencies were added or compared."""

    def __init__(self, left: str, right: str) -> None:
        """Remember both currency codes."""
        super().__init__(f"{left} and {right} cannot be mixed")
        self.left = left
        self.right = right


class InexactAmount(ValueError):  # noqa: N818  the same
    """A value has more digits than its currency can hold (12.345 RUB)."""


def minor_digits(currency: str) -> int:
    """Return how many decimal digits the currency has (ISO 4217: RUB 2, JPY 0, KWD 3)."""
    if _CODE.fullmatch(currency) is None:
        raise ValueError(f"not a currency code: {currency!r}")
    return _DIGITS.get(currency, 2)


def ratio_half_up(numerator: int, denominator: int) -> int:
    """Round ``numerator / denominator`` half away from zero; the denominator is positive."""
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def half_up(value: Decimal | Fraction | int) -> int:
    """Round to a whole number, half away from zero: 0.5 → 1, 1.5 → 2, -0.5 → -1.

    Raises TypeError for a float, ValueError (OverflowError) for NaN (infinity).
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | Fraction | int):
        raise TypeError(f"exact number needed, not {type(value).__name__}")
    return ratio_half_up(*value.as_integer_ratio())


def share_exact(total: int, exact: Sequence[Fraction]) -> list[int]:
    """Round the exact values so that they add up to ``total`` (largest remainder).

    Every result is the floor or the ceiling of its exact value whenever ``total`` is the rounded
    sum of the exact values. Ties go to the earlier value. Negating everything negates the result.
    """
    if not exact:
        if total:
            raise ValueError("nothing to share an amount onto")
        return []
    # One sign is the canonical one, so that a reversed document shares its cents the same way.
    if total < 0 or (total == 0 and next((value for value in exact if value), Fraction(0)) < 0):
        return [-part for part in share_exact(-total, [-value for value in exact])]
    result = [value.numerator // value.denominator for value in exact]
    order = sorted(range(len(exact)), key=lambda index: (result[index] - exact[index], index))
    whole, rest = divmod(total - sum(result), len(exact))
    for place, index in enumerate(order):
        result[index] += whole + (1 if place < rest else 0)
    return result


def share(total: int, weights: Sequence[int]) -> list[int]:
    """Share ``total`` minor units by weight (largest remainder): the parts always add up exactly.

    Ties go to the earlier weight. A zero weight gets nothing; when the weights add up to zero
    everybody gets an equal part. Total and weights may be negative:
    ``share(-t, w) == [-x for x in share(t, w)]``. Raises ValueError when there is an amount and
    nobody to give it to.
    """
    whole = sum(weights)
    if whole == 0:
        return share_exact(total, [Fraction(total, len(weights) or 1)] * len(weights))
    return share_exact(total, [Fraction(total * weight, whole) for weight in weights])


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (kopecks, paise, cents) of one currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse floats, bools and anything that is not a currency code."""
        if type(self.minor) is not int:
            raise TypeError(f"minor units are whole numbers, not {type(self.minor).__name__}")
        minor_digits(self.currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Return nothing, in that currency."""
        return cls(0, currency)

    @classmethod
    def of(cls, value: Decimal | str | int, currency: str) -> Money:
        """Make money from major units, exactly: ``Money.of("12.50", "RUB").minor == 1250``.

        Raises TypeError for a float, InexactAmount for more digits than the currency has (use
        :meth:`rounded` for the result of a calculation), ValueError for what is no finite number.
        """
        exact = _number(value) * 10 ** minor_digits(currency)
        if exact.denominator != 1:
            raise InexactAmount(f"{value} has more digits than {currency}")
        return cls(exact.numerator, currency)

    @classmethod
    def rounded(cls, value: Decimal | Fraction | int, currency: str) -> Money:
        """Make money from a calculated number of major units, half up to the minor unit."""
        if isinstance(value, bool) or not isinstance(value, Decimal | Fraction | int):
            raise TypeError(f"exact number needed, not {type(value).__name__}")
        return cls(half_up(Fraction(value) * 10 ** minor_digits(currency)), currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in major units, with all digits of the currency (``Decimal("12.50")``)."""
        digits = tuple(int(digit) for digit in str(abs(self.minor)))
        return Decimal((int(self.minor < 0), digits, -minor_digits(self.currency)))

    def times(self, factor: Decimal | Fraction | int) -> Money:
        """Multiply and round half up to the minor unit; a float raises TypeError."""
        if isinstance(factor, bool) or not isinstance(factor, Decimal | Fraction | int):
            raise TypeError(f"exact factor needed, not {type(factor).__name__}")
        numerator, denominator = factor.as_integer_ratio()
        return Money(ratio_half_up(self.minor * numerator, denominator), self.currency)

    def format(self, locale: str) -> str:
        """Write the amount as the locale does (``1 440,00 ₽`` in Russian), all its digits."""
        from babel import Locale  # noqa: PLC0415  babel is slow to import, the start must be quick
        from babel.numbers import parse_pattern  # noqa: PLC0415  the same

        place = Locale.parse(locale.replace("-", "_"))
        pattern = parse_pattern(place.currency_formats["standard"].pattern)
        # The pattern's own digits come from ISO 4217 here, not from CLDR's cash habits.
        pattern.frac_prec = (minor_digits(self.currency),) * 2
        text = pattern.apply(self.decimal, place, currency=self.currency, currency_digits=False)
        # CLDR's currency spacing, which babel leaves out: "RUB 1.00", but "$1.00".
        return _TOUCHING.sub("\u00a0", text)

    def __neg__(self) -> Money:
        """Return the opposite amount."""
        return Money(-self.minor, self.currency)

    def __abs__(self) -> Money:
        """Return the amount without its sign."""
        return Money(abs(self.minor), self.currency)

    def __add__(self, other: Money) -> Money:
        """Add an amount of the same currency."""
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        """Take away an amount of the same currency."""
        return Money(self.minor - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        """Compare with an amount of the same currency."""
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        """Compare with an amount of the same currency."""
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        """Compare with an amount of the same currency."""
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        """Compare with an amount of the same currency."""
        return self.minor >= self._same(other)

    def _same(self, other: Money) -> int:
        if not isinstance(other, Money):
            raise TypeError(f"money and {type(other).__name__} cannot be mixed")
        if other.currency != self.currency:
            raise CurrencyMismatch(self.currency, other.currency)
        return other.minor


def _number(value: Decimal | str | int) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, Decimal | str | int):
        raise TypeError(f"exact number needed, not {type(value).__name__}")
    try:
        number = Decimal(value)
    except ArithmeticError as error:
        raise ValueError(f"not a number: {value!r}") from error
    if not number.is_finite():
        raise ValueError(f"not a number: {value!r}")
    return Fraction(number)
