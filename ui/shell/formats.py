"""How values are written for the eye: money, quantities, days and moments, by babel."""

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.numbers import format_currency, format_decimal, get_decimal_symbol
from PySide6.QtCore import QCoreApplication

from app.kernel.clock import Clock, local_day, zone
from models.money import Money
from widgets.values import Figure, Tone

_CONTEXT = "Formats"
_MINUTES = 60
_NEAR_DAYS = 300


class Formats:
    """Values in the person's language, by the center's wall clock and currency.

    The center's own locale counts where it speaks the same language (``hi_IN`` groups lakhs), else the language's.
    """

    def __init__(
        self, language: str, locale: str, currency: str, time_zone: str, clock: Clock
    ) -> None:
        own = Locale.parse(locale.replace("-", "_"))
        self.locale = own if own.language == language else Locale.parse(_LOCALES[language])
        # "#,##,##0" where people count in lakhs
        self._whole = str(self.locale.decimal_formats[None].pattern).partition(".")[0]
        self.language = language
        self.currency = currency
        self.time_zone = time_zone
        self._zone = zone(time_zone)
        self._clock = clock

    @property
    def decimal_sign(self) -> str:
        """What stands before the fraction."""
        return get_decimal_symbol(self.locale)

    def today(self) -> date:
        """The center's calendar day."""
        return local_day(self._clock(), self.time_zone)

    def local(self, moment: datetime) -> datetime:
        """The moment on the center's wall clock."""
        return moment.astimezone(self._zone)

    def money(self, money: Money) -> str:
        """With its currency, all minor units: ``37 402,50 ₽``."""
        text = format_currency(money.decimal, money.currency, locale=self.locale)
        sign = _SIGNS.get(money.currency)
        return text.replace(money.currency, sign).replace("-", "−") if sign else text

    def amount(self, money: Money, tone: Tone = "") -> Figure:
        """For a cell: minor units apart, no currency."""
        major, sign, minor = self._plain(money).partition(self.decimal_sign)
        return Figure(major, sign + minor if sign else "", tone)

    def short(self, money: Money) -> str:
        """Rounded to whole units, no currency: ``37 403``."""
        return format_decimal(
            money.decimal.quantize(Decimal(1), ROUND_HALF_UP),
            format=self._whole,
            locale=self.locale,
        )

    def _plain(self, money: Money) -> str:
        digits = -int(money.decimal.as_tuple().exponent)
        pattern = self._whole + ("." + "0" * digits if digits > 0 else "")
        return format_decimal(money.decimal, format=pattern, locale=self.locale).replace("-", "−")

    def plain(self, money: Money) -> str:
        """All minor units, no currency: ``37 402,50``."""
        return self._plain(money)

    def qty(self, qty: Decimal) -> str:
        """As few digits as it has: ``4,2``; a minus is a minus."""
        return format_decimal(
            qty.normalize(), format=self._whole + ".###", locale=self.locale
        ).replace("-", "−")

    def number(self, value: int | Decimal) -> str:
        """Grouped: ``84 320``."""
        return self.qty(Decimal(value))

    def percent(self, value: Decimal) -> str:
        """Of a hundred, with one digit where it has one: ``38,8 %``."""
        shown = format_decimal(value, format=self._whole + ".#", locale=self.locale)
        space = "\N{NARROW NO-BREAK SPACE}" if self.language == "ru" else ""
        return f"{shown}{space}%".replace("-", "−")

    def day(self, day: date | datetime) -> str:
        """Short, the year only when it is another: ``17 дек``."""
        on = self.local(day).date() if isinstance(day, datetime) else day
        skeleton = "MMMd" if on.year == self.today().year else "yMMMd"
        return _calm(format_skeleton(skeleton, on, locale=self.locale))

    def long_day(self, day: date) -> str:
        """With its weekday: ``среда, 17 декабря``."""
        return format_date(day, "EEEE, d MMMM", locale=self.locale)

    def weekday(self, day: date) -> str:
        """Short weekday: ``ср``."""
        return format_date(day, "ccc", locale=self.locale).rstrip(".")

    def full_day(self, day: date | datetime) -> str:
        """With its year: ``17.12.2025``."""
        on = self.local(day).date() if isinstance(day, datetime) else day
        return format_date(on, "dd.MM.yyyy" if self.language == "ru" else "d MMM yyyy", self.locale)

    def clock(self, moment: datetime) -> str:
        """Wall-clock time: ``14:32``."""
        return self.local(moment).strftime("%H:%M")

    def moment(self, moment: datetime) -> str:
        """Day by its name when it is near, and the time: ``сегодня, 17:30``."""
        on = self.local(moment).date()
        near = {0: self._word("today"), 1: self._word("tomorrow"), -1: self._word("yesterday")}
        name = near.get((on - self.today()).days) or self.day(on)
        return f"{name}, {self.clock(moment)}"

    def brief(self, moment: datetime) -> str:
        """The time when it is today, else the day."""
        on = self.local(moment).date()
        return self.clock(moment) if on == self.today() else self.day(on)

    def span(self, span: timedelta) -> str:
        """Length of time, two units at most: ``2 ч 58 мин``, ``12 дней``."""
        minutes = abs(round(span.total_seconds() / 60))
        days, rest = divmod(minutes, 24 * _MINUTES)
        if days:
            return format_timedelta(
                timedelta(days=days), granularity="day", threshold=99999, locale=self.locale
            )
        hours, minutes = divmod(rest, _MINUTES)
        parts = []
        if hours:
            parts.append(self._word("{n} h").format(n=hours))
        if minutes or not hours:
            parts.append(self._word("{n} min").format(n=minutes))
        return " ".join(parts)

    def hours(self, hours: Decimal) -> str:
        """Norm hours: ``1,8 н/ч``."""
        return self._word("{n} hr").format(n=self.qty(hours))

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166); one without a name by its code."""
        return str(self.locale.territories.get(code, code))

    def phone(self, phone: str | None) -> str:
        """A stored number (E.164) as people read it, never broken over two lines; what cannot be read as it is."""
        if not phone:
            return ""
        import phonenumbers  # noqa: PLC0415 - its tables are large, and the first page shows no number

        try:
            number = phonenumbers.parse(phone)
        except phonenumbers.NumberParseException:
            return phone
        shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        return shown.replace(" ", "\N{NO-BREAK SPACE}")

    def _word(self, text: str) -> str:
        return QCoreApplication.translate(_CONTEXT, text)


_SIGNS = {"RUB": "₽", "INR": "₹", "KZT": "₸", "BYN": "Br", "AMD": "֏", "GEL": "₾", "TRY": "₺"}
"""Signs of currencies that a foreign locale spells by their code."""

_LOCALES = {"en": "en_GB", "ru": "ru_RU"}
_WORDS = (
    QCoreApplication.translate("Formats", "today"),
    QCoreApplication.translate("Formats", "tomorrow"),
    QCoreApplication.translate("Formats", "yesterday"),
    QCoreApplication.translate("Formats", "{n} h"),
    QCoreApplication.translate("Formats", "{n} min"),
    QCoreApplication.translate("Formats", "{n} hr"),
)
"""Named here so that lupdate finds them."""


def _calm(text: str) -> str:
    """Without the full stop after a shortened month and without the year's mark."""
    return re.sub(r"\sг$", "", re.sub(r"(?<=\w)\.(?=\s|$)", "", text))
