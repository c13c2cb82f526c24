"""Numbers, money, dates and times as the center's locale writes them.

Babel knows the locale's signs and grouping; the digits are put together here from exact integers,
so that a page of figures costs little and no float or half-even rounding ever touches them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import get_decimal_symbol, get_group_symbol

from models.money import Money, minor_digits

_PHONES: Final = tuple(
    (re.compile(pattern), groups)
    for pattern, groups in (
        (r"\+7(\d{3})(\d{3})(\d\d)(\d\d)", "+7\u00a0\\1\u00a0\\2-\\3-\\4"),
        (r"\+91(\d{5})(\d{5})", "+91\u00a0\\1\u00a0\\2"),
        (r"\+1(\d{3})(\d{3})(\d{4})", "+1\u00a0\\1\u00a0\\2-\\3"),
    )
)
MINUS: Final = "–"  # as wide as a digit nearly, and in every font


class Formats:
    """Writes values for one locale (ru_RU) and zone (Europe/Moscow)."""

    def __init__(self, locale: str, zone: str) -> None:
        """Read the locale's signs. Raises UnknownLocaleError, ZoneInfoNotFoundError."""
        self._locale = Locale.parse(locale.replace("-", "_"))
        self._name = str(self._locale)
        self._zone = ZoneInfo(zone)
        self._group = get_group_symbol(self._locale)
        self._point = get_decimal_symbol(self._locale)
        self._steps = self._locale.decimal_formats[None].grouping
        pattern = self._locale.percent_formats[None]
        self._percent = (str(pattern.prefix[0]), str(pattern.suffix[0]))

    def whole(self, number: int) -> str:
        """Write an integer with the locale's groups: 84 320, 1,00,000."""
        digits = str(abs(number))
        first, more = self._steps
        parts = [digits[-first:]]
        digits = digits[:-first]
        while digits:
            parts.insert(0, digits[-more:])
            digits = digits[:-more]
        return (MINUS if number < 0 else "") + self._group.join(parts)

    def figure(self, money: Money) -> tuple[str, str]:
        """Write an amount without its currency, cut at the decimal sign: ("12 480", ",00")."""
        digits = minor_digits(money.currency)
        major, minor = divmod(abs(money.minor), 10**digits)
        sign = MINUS if money.minor < 0 else ""
        return sign + self.whole(major), f"{self._point}{minor:0{digits}d}" if digits else ""

    def amount(self, money: Money) -> str:
        """Write an amount without its currency: 12 480,00."""
        return "".join(self.figure(money))

    def money(self, money: Money) -> str:
        """Write an amount with its currency: 12 480,00 ₽."""
        return _money(money, self._name)

    def number(self, value: Decimal) -> str:
        """Write an exact number with no more digits than it has: 0,6; 2; 1 200,125."""
        sign, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int):
            raise TypeError(f"finite number needed, not {value}")
        text = "".join(map(str, digits)) + "0" * max(exponent, 0)
        places = max(-exponent, 0)
        text = text.rjust(places + 1, "0")
        major, minor = text[: len(text) - places], text[len(text) - places :].rstrip("0")
        return (
            (MINUS if sign and value else "")
            + self.whole(int(major))
            + (self._point + minor if minor else "")
        )

    def percent(self, value: Decimal) -> str:
        """Write a percentage (`Decimal(22)` is 22 %): 22 %, 18%, 7.5%."""
        return self._percent[0] + self.number(value) + self._percent[1]

    def day(self, value: date) -> str:
        """Write a date in words: 17 декабря 2025 г."""
        return _day(value, "long", self._name)

    def short_day(self, value: date) -> str:
        """Write a date in digits: 17.12.2025."""
        return _day(value, "yMd", self._name)

    def moment(self, value: datetime) -> str:
        """Write a UTC moment in the center's zone, date in digits and time: 17.12.2025, 14:31.

        Raises ValueError for a naive datetime.
        """
        local = self.local(value)
        return f"{_day(local.date(), 'yMd', self._name)}, {self._time(local)}"

    def clock(self, value: datetime) -> str:
        """Write only the time of day in the center's zone."""
        return self._time(self.local(value))

    def local(self, value: datetime) -> datetime:
        """Return the moment in the center's zone. Raises ValueError for a naive datetime."""
        if value.tzinfo is None:
            raise ValueError("a moment on a paper needs its zone")
        return value.astimezone(self._zone)

    def _time(self, local: datetime) -> str:
        return str(format_time(local, "short", locale=self._locale))


def phone(number: str) -> str:
    """Write a bare E.164 number in the groups of its country; anything else as it is.

    +79162041873 → +7 916 204-18-73; +919811042217 → +91 98110 42217; +19165550148 → +1 916 555-0148.
    """
    for pattern, groups in _PHONES:
        match = pattern.fullmatch(number)
        if match:
            return match.expand(groups)
    return number


@lru_cache(maxsize=32)
def formats(locale: str, zone: str) -> Formats:
    """Return the formats of a locale and zone; made once."""
    return Formats(locale, zone)


@lru_cache(maxsize=512)
def _money(money: Money, locale: str) -> str:
    return money.format(locale).replace("-", MINUS).replace("\u2212", MINUS)


@lru_cache(maxsize=512)
def _day(value: date, form: str, locale: str) -> str:
    if form == "yMd":
        # The locale's own order of day, month and year, always with four digits of the year.
        return format_skeleton("yMd", value, locale=locale)
    return format_date(value, form, locale=locale)
