"""Tax regimes as data: dated rates, fees, where tax is rounded and how it is split.

A regime is kept as JSON in the center's own row, so an old center keeps its own rates when the
profiles that ship with the program change. Files: ``resources/profiles/regimes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final, Literal, cast, get_args

from models.money import minor_digits

Group = Literal["labour", "part", "fee"]
Split = Literal["single", "gst", "stacked"]
Json = dict[str, Any]

_HUNDRED: Final = Decimal(100)
_GST_STATE: Final = re.compile("[0-9]{2}")


class Rounding(StrEnum):
    """Where tax is rounded to the minor unit."""

    LINE = "line"  # each line, each part of the tax by itself: Russia, India
    RATE = "rate"  # the document's sum per rate: European Union (EN 16931, BR-CO-17)
    DOCUMENT = "document"  # the document's tax: United States


class Category(StrEnum):
    """Why a rate is what it is; the values are the codes of EN 16931 (UNTDID 5305)."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    REVERSE = "AE"
    INTRA = "K"
    EXPORT = "G"
    OUTSIDE = "O"  # not subject to tax at all: «без НДС», untaxed labour


class TaxReason(StrEnum):
    """Why a regime or a calculation was refused."""

    REGIME = "regime"
    NO_RATE = "no_rate"
    DUPLICATE_KEY = "duplicate_key"
    QUANTITY = "quantity"
    DISCOUNT = "discount"
    PLACE = "place"
    FEE = "fee"
    RETURN = "return"


class TaxRefused(ValueError):  # noqa: N818  what happened, in the words of the house
    """The figures cannot be calculated; ``reason`` says why, ``where`` names the key or code."""

    def __init__(self, reason: TaxReason, where: str, detail: str) -> None:
        super().__init__(f"{where}: {detail}")
        self.reason = reason
        self.where = where
        self.detail = detail


@dataclass(frozen=True, slots=True)
class RatePart:
    """One of several taxes that lie on the same amount (PST beside GST); ``percent`` of the net."""

    name: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A rate and its days, both inclusive; ``valid_to`` None is open.

    ``parts`` is for the split "stacked" only and adds up to ``percent``. ``note`` is what the paper
    must say beside it (an exemption's article, "Reverse charge").
    """

    code: str
    percent: Decimal
    valid_from: date
    valid_to: date | None
    name: str
    category: Category = Category.STANDARD
    parts: tuple[RatePart, ...] = ()
    note: str = ""

    def holds(self, on: date) -> bool:
        """Return whether a supply of that day can have this rate."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Fee:
    """A charge the regime adds by itself: percent of the priced lines of ``base``, plus a sum.

    ``cap_amount`` (minor units) limits the whole fee. Not ``automatic``: charged only when
    :func:`models.tax.compute` is told to.
    """

    code: str
    name: str
    percent: Decimal
    base: frozenset[Group]
    cap_amount: int | None
    tax_code: str
    fixed_amount: int = 0
    automatic: bool = True


@dataclass(frozen=True, slots=True)
class TaxRegime:
    """How a center taxes what it sells.

    ``inclusive``: unit prices contain the tax. ``home_place``: for the split "gst" the two digits
    of the center's state. ``round_off_amount``: the total is rounded to whole multiples of it
    (100 = whole rupees), 0 = never. ``tax_name``: what one tax is called on paper ("VAT").
    ``defaults``: the usual tax code of each line group. ``reverse_code``: the code of a supply
    whose tax the buyer owes, "" = the country has none. ``goods``: tax code by the beginning of a
    HSN, SAC or customs code.
    """

    code: str
    name: str
    currency: str
    country: str
    inclusive: bool
    rounding: Rounding
    rates: tuple[TaxRate, ...]
    split: Split = "single"
    home_place: str = ""
    round_off_amount: int = 0
    fees: tuple[Fee, ...] = ()
    tax_name: str = "VAT"
    defaults: Mapping[Group, str] = field(default_factory=dict, hash=False)
    reverse_code: str = ""
    goods: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse a regime that could not calculate: TaxRefused names the code."""
        minor_digits(self.currency)
        for rate in self.rates:
            _check_rate(rate, self.split)
        _check_days(self.rates)
        for fee in self.fees:
            _check_fee(fee)
        _check_codes(self)
        if self.round_off_amount < 0:
            raise _bad(self.code, "the round-off unit is below zero")
        if self.split == "gst" and self.home_place:
            check_state(self.home_place)

    def rate(self, code: str, on: date) -> TaxRate:
        """Return the rate of that code for a supply of that day; TaxRefused when there is none."""
        for rate in self.rates:
            if rate.code == code and rate.holds(on):
                return rate
        raise TaxRefused(TaxReason.NO_RATE, code, f"no rate on {on.isoformat()}")

    def on(self, day: date) -> tuple[TaxRate, ...]:
        """Return the rates that can be chosen for a supply of that day, in the regime's order."""
        return tuple(rate for rate in self.rates if rate.holds(day))

    def code_for(self, goods_code: str, group: Group) -> str:
        """Return the tax code of a HSN/SAC/customs code (longest match), else the group's usual."""
        for length in range(len(goods_code), 0, -1):
            if goods_code[:length] in self.goods:
                return self.goods[goods_code[:length]]
        return self.usual(group)

    def usual(self, group: Group) -> str:
        """Return the usual tax code of the group; TaxRefused when the regime names none."""
        if group not in self.defaults:
            raise TaxRefused(TaxReason.NO_RATE, group, "no usual tax code for this group")
        return self.defaults[group]

    def at_home(self, place: str) -> TaxRegime:
        """Return the regime of a center in that place (Indian GST: two digits of the state)."""
        return replace(self, home_place=place)

    def to_json(self) -> Json:
        """Return the regime as JSON-able data; percents and dates are text, amounts integers."""
        return {
            "code": self.code,
            "name": self.name,
            "currency": self.currency,
            "country": self.country,
            "inclusive": self.inclusive,
            "rounding": str(self.rounding),
            "split": self.split,
            "home_place": self.home_place,
            "round_off_amount": self.round_off_amount,
            "tax_name": self.tax_name,
            "reverse_code": self.reverse_code,
            "defaults": dict(self.defaults),
            "goods": dict(self.goods),
            "rates": [_rate_json(rate) for rate in self.rates],
            "fees": [_fee_json(fee) for fee in self.fees],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> TaxRegime:
        """Read what :meth:`to_json` wrote, or a profile's file.

        Raises TaxRefused for a missing or unknown name, a float, a wrong date or a regime that
        could not calculate. Optional names take the defaults of the fields.
        """
        read = _Reader(data, str(data.get("code", "regime")))
        regime = cls(
            code=read.text("code"),
            name=read.text("name"),
            currency=read.text("currency"),
            country=read.text("country"),
            inclusive=read.flag("inclusive"),
            rounding=Rounding(read.one_of("rounding", [str(item) for item in Rounding])),
            rates=tuple(_rate_from(item) for item in read.many("rates")),
            split=cast("Split", read.one_of("split", get_args(Split), "single")),
            home_place=read.text("home_place", ""),
            round_off_amount=read.amount("round_off_amount", 0),
            fees=tuple(_fee_from(item) for item in read.many("fees")),
            tax_name=read.text("tax_name", "VAT"),
            defaults=cast("Mapping[Group, str]", read.table("defaults")),
            reverse_code=read.text("reverse_code", ""),
            goods=read.table("goods"),
        )
        read.finish()
        return regime


def check_state(place: str) -> None:
    """Refuse what is not the two digits of an Indian state (first digits of a GSTIN)."""
    if _GST_STATE.fullmatch(place) is None:
        raise TaxRefused(TaxReason.PLACE, place, "a place of supply is two digits of the state")


def _bad(where: str, detail: str) -> TaxRefused:
    return TaxRefused(TaxReason.REGIME, where, detail)


def _check_rate(rate: TaxRate, split: Split) -> None:
    if not rate.code or rate.code.startswith("fee:"):
        raise _bad(rate.code, "not a tax code")
    if not rate.percent.is_finite() or not 0 <= rate.percent <= _HUNDRED:
        raise _bad(rate.code, "a rate is 0 to 100 percent")
    if rate.percent and rate.category is not Category.STANDARD:
        raise _bad(rate.code, "only a standard rate has a percent")
    if rate.valid_to is not None and rate.valid_to < rate.valid_from:
        raise _bad(rate.code, "ends before it begins")
    if split != "stacked" and rate.parts:
        raise _bad(rate.code, "only stacked taxes have parts")
    if rate.parts and sum(part.percent for part in rate.parts) != rate.percent:
        raise _bad(rate.code, "the parts do not add up to the rate")
    if split == "stacked" and rate.percent and not rate.parts:
        raise _bad(rate.code, "a stacked rate names its parts")


def _check_days(rates: Iterable[TaxRate]) -> None:
    ordered = sorted(rates, key=lambda rate: (rate.code, rate.valid_from))
    for earlier, later in pairwise(ordered):
        if earlier.code == later.code and earlier.holds(later.valid_from):
            raise _bad(later.code, f"two rates on {later.valid_from.isoformat()}")


def _check_fee(fee: Fee) -> None:
    if not fee.percent.is_finite() or not 0 <= fee.percent <= _HUNDRED:
        raise _bad(fee.code, "a fee is 0 to 100 percent")
    if fee.fixed_amount < 0 or (fee.cap_amount is not None and fee.cap_amount < 0):
        raise _bad(fee.code, "a fee and its cap are not below zero")
    if not fee.base or not fee.base <= set(get_args(Group)):
        raise _bad(fee.code, "a fee lies on labour, part or fee lines")


def _check_codes(regime: TaxRegime) -> None:
    if len({fee.code for fee in regime.fees}) != len(regime.fees):
        raise _bad(regime.code, "two fees have one code")
    for group in regime.defaults:
        if group not in get_args(Group):
            raise _bad(group, "not a group of lines")
    known = {rate.code for rate in regime.rates}
    used = {fee.tax_code for fee in regime.fees}
    used |= set(regime.defaults.values()) | set(regime.goods.values())
    if regime.reverse_code:
        used.add(regime.reverse_code)
    for code in sorted(used - known):
        raise _bad(code, "used, but no rate has this code")


class _Reader:
    """Takes named values out of JSON data; what is left over at the end was misspelt."""

    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self._data = data
        self._where = where
        self._seen: set[str] = set()

    def text(self, name: str, default: str | None = None) -> str:
        return str(self._take(name, str, default))

    def flag(self, name: str, default: bool | None = None) -> bool:  # noqa: FBT001  a JSON value
        return bool(self._take(name, bool, default))

    def amount(self, name: str, default: int | None = None) -> int:
        return int(self._take(name, int, default))

    def cap(self, name: str) -> int | None:
        self._seen.add(name)
        return None if self._data.get(name) is None else self.amount(name)

    def percent(self, name: str, default: str | None = None) -> Decimal:
        try:
            return Decimal(self.text(name, default))
        except InvalidOperation as error:
            raise _bad(self._where, f"{name} is not a number") from error

    def day(self, name: str) -> date:
        try:
            return date.fromisoformat(self.text(name))
        except ValueError as error:
            raise _bad(self._where, f"{name} is not a day") from error

    def last_day(self, name: str) -> date | None:
        self._seen.add(name)
        return None if self._data.get(name) is None else self.day(name)

    def one_of(self, name: str, choices: Iterable[str], default: str | None = None) -> str:
        value = self.text(name, default)
        if value not in choices:
            raise _bad(self._where, f"{name} cannot be {value!r}")
        return value

    def many(self, name: str) -> list[_Reader]:
        items = self._take(name, list, [])
        if not all(isinstance(item, dict) for item in items):
            raise _bad(self._where, f"{name} is not a list of records")
        return [_Reader(item, str(item.get("code", f"{self._where}.{name}"))) for item in items]

    def table(self, name: str) -> dict[str, str]:
        value = self._take(name, dict, {})
        if not all(isinstance(item, str) for item in value.values()):
            raise _bad(self._where, f"{name} holds something else than text")
        return dict(value)

    def texts(self, name: str) -> list[str]:
        items = self._take(name, list, None)
        if not all(isinstance(item, str) for item in items):
            raise _bad(self._where, f"{name} holds something else than text")
        return list(items)

    def finish(self) -> None:
        for name in sorted(set(self._data) - self._seen):
            raise _bad(self._where, f"unknown name {name!r}")

    def _take(self, name: str, kind: type, default: Any) -> Any:  # noqa: ANN401  JSON holds anything
        self._seen.add(name)
        value = self._data.get(name, default)
        if type(value) is not kind:
            raise _bad(self._where, f"{name} is missing or of the wrong kind")
        return value


def _rate_json(rate: TaxRate) -> Json:
    return {
        "code": rate.code,
        "percent": str(rate.percent),
        "valid_from": rate.valid_from.isoformat(),
        "valid_to": None if rate.valid_to is None else rate.valid_to.isoformat(),
        "name": rate.name,
        "category": str(rate.category),
        "parts": [{"name": part.name, "percent": str(part.percent)} for part in rate.parts],
        "note": rate.note,
    }


def _rate_from(read: _Reader) -> TaxRate:
    rate = TaxRate(
        code=read.text("code"),
        percent=read.percent("percent"),
        valid_from=read.day("valid_from"),
        valid_to=read.last_day("valid_to"),
        name=read.text("name"),
        category=Category(read.one_of("category", [str(item) for item in Category], "S")),
        parts=tuple(_part_from(item) for item in read.many("parts")),
        note=read.text("note", ""),
    )
    read.finish()
    return rate


def _part_from(read: _Reader) -> RatePart:
    part = RatePart(name=read.text("name"), percent=read.percent("percent"))
    read.finish()
    return part


def _fee_json(fee: Fee) -> Json:
    return {
        "code": fee.code,
        "name": fee.name,
        "percent": str(fee.percent),
        "base": sorted(fee.base),
        "cap_amount": fee.cap_amount,
        "tax_code": fee.tax_code,
        "fixed_amount": fee.fixed_amount,
        "automatic": fee.automatic,
    }


def _fee_from(read: _Reader) -> Fee:
    fee = Fee(
        code=read.text("code"),
        name=read.text("name"),
        percent=read.percent("percent", "0"),
        base=cast("frozenset[Group]", frozenset(read.texts("base"))),
        cap_amount=read.cap("cap_amount"),
        tax_code=read.text("tax_code"),
        fixed_amount=read.amount("fixed_amount", 0),
        automatic=read.flag("automatic", True),
    )
    read.finish()
    return fee
