"""What a center starts with in its part of the world, and what its rules and taxes may be."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError

from app.kernel import numbering
from app.kernel.errors import QT_TRANSLATE_NOOP, Source, invalid
from app.kernel.tx import LONGEST_TEXT
from app.kernel.typed import Typed
from models.centers import NegativeStock, Policy
from models.inventory import LocationKind
from models.regimes import TaxRefused, TaxRegime

_REGIMES = Path(__file__).resolve().parents[2] / "resources" / "profiles" / "regimes"
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,9}")
COUNTRY = re.compile(r"[A-Z]{2}")
_GST_NUMBER = re.compile(r"[A-Za-z0-9/-]{1,16}")
"""CGST Rules 2017, rule 46(b): at most sixteen characters, letters, digits, dash and slash."""

LOCATIONS: tuple[tuple[str, LocationKind, dict[str, str]], ...] = (
    (
        "MAIN",
        LocationKind.STORE,
        {"ru": "Основной склад", "en": "Main store", "hi": "मुख्य भंडार"},
    ),
    ("WORK", LocationKind.WORK, {"ru": "В работе", "en": "In work", "hi": "कार्य में"}),
    ("TRANSIT", LocationKind.TRANSIT, {"ru": "В пути", "en": "In transit", "hi": "मार्ग में"}),
    ("VENDOR", LocationKind.VENDOR, {"ru": "Поставщики", "en": "Vendors", "hi": "विक्रेता"}),
    ("CUSTOMER", LocationKind.CUSTOMER, {"ru": "Клиенты", "en": "Customers", "hi": "ग्राहक"}),
    (
        "ADJUSTMENT",
        LocationKind.ADJUSTMENT,
        {"ru": "Корректировки", "en": "Adjustments", "hi": "समायोजन"},
    ),
    ("SCRAP", LocationKind.SCRAP, {"ru": "Списание", "en": "Scrap", "hi": "रद्दी"}),
)
"""The places every center begins with: one store of its own, the others are double entry's other side."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a center of a part of the world starts with; each value can be chosen otherwise."""

    country: str
    currency: str
    time_zone: str
    locale: str
    language: str
    regime: str
    policy: Mapping[str, Any]


PROFILES: dict[str, Profile] = {
    # Federal law 402-FZ art. 29: papers are kept five years after the year
    "ru": Profile(
        "RU", "RUB", "Europe/Moscow", "ru_RU", "ru", "ru_vat_inclusive", {"person_term_years": 5}
    ),
    # CGST Act s. 36: 72 months after the annual return is due; CGST Rules rule 46: number in a fiscal year
    "in": Profile(
        "IN",
        "INR",
        "Asia/Kolkata",
        "en_IN",
        "en",
        "in_gst",
        {
            "person_term_years": 8,
            "fiscal_year_starts_month": 4,
            "invoice_number": "{center}/{fy}/{seq:05}",
            "credit_note_number": "{center}C/{fy}/{seq:04}",
        },
    ),
    # Directive 2006/112/EC art. 247 leaves the term to the states; ten years is the longest usual one
    "eu": Profile("DE", "EUR", "Europe/Berlin", "en_DE", "en", "eu_vat", {"person_term_years": 10}),
    # 16 CCR 3358: three years; 26 USC 6501(e): six for taxes
    "us": Profile(
        "US",
        "USD",
        "America/Los_Angeles",
        "en_US",
        "en",
        "us_ca_sacramento",
        {"person_term_years": 7},
    ),
}


def regime_codes() -> tuple[str, ...]:
    """Codes of the tax regimes that ship with the program."""
    return tuple(sorted(path.stem for path in _REGIMES.glob("*.json")))


def regime_of(
    chosen: str | Mapping[str, Any], *, country: str, currency: str, place: str
) -> TaxRegime:
    """The regime, at home in the center's place; InvalidError when it cannot calculate there."""
    try:
        if isinstance(chosen, str):
            if chosen not in regime_codes():
                raise invalid(
                    "regime",
                    QT_TRANSLATE_NOOP("centers", "There is no tax regime “{code}”."),
                    code=chosen,
                )
            text = (_REGIMES / f"{chosen}.json").read_text(encoding="utf-8")
            regime = TaxRegime.from_json(json.loads(text))
        else:
            regime = TaxRegime.from_json(chosen)
        regime = regime if regime.country else replace(regime, country=country, currency=currency)
        regime = regime.at_home(place) if regime.split == "gst" else regime
    except TaxRefused as refused:
        raise invalid(
            "regime",
            QT_TRANSLATE_NOOP("centers", "The tax regime cannot be used: {detail}."),
            detail=str(refused),
        ) from refused
    if regime.currency != currency:
        raise invalid(
            "regime",
            QT_TRANSLATE_NOOP("centers", "The tax regime is in {theirs}, the center in {ours}."),
            theirs=regime.currency,
            ours=currency,
        )
    return regime


def usual_regime(profile: Profile, country: str) -> str:
    """The regime of the country where there is one, else the profile's."""
    own = f"{profile.regime}_{country.lower()}"
    return own if own in regime_codes() else profile.regime


_LIMITS: dict[str, tuple[int, int]] = {
    "fiscal_year_starts_month": (1, 12),
    "lock_minutes": (1, 1440),
    "margin_goal_percent": (0, 1000),
    "margin_floor_percent": (0, 1000),
    "person_term_years": (0, 100),
}
_NUMBERS = (
    "work_order_number",
    "invoice_number",
    "credit_note_number",
    "payment_number",
    "correction_number",
)


_FLAWS: dict[numbering.Flaw, Source] = {
    numbering.Flaw.NOT_ONE_NUMBER: QT_TRANSLATE_NOOP(
        "centers", "“{template}” lacks the running number."
    ),
    numbering.Flaw.UNKNOWN_PLACE: QT_TRANSLATE_NOOP(
        "centers",
        "“{template}” has an unknown place; known: center, order, yyyy, yy, mm, fy, seq.",
    ),
    numbering.Flaw.MONTH_ALONE: QT_TRANSLATE_NOOP(
        "centers", "“{template}” names the month without the year."
    ),
    numbering.Flaw.LONG: QT_TRANSLATE_NOOP("centers", "A number has at most {most} characters."),
    numbering.Flaw.UNPRINTABLE: QT_TRANSLATE_NOOP(
        "centers", "A number has a character that cannot be printed."
    ),
}


def checked_policy(values: Mapping[str, Any], *, code: str, country: str) -> Policy:
    """The policy of all values; InvalidError naming every rule that cannot be."""
    typed = Typed()
    usual = Policy().to_json()
    for name, value in values.items():
        if name not in usual:
            typed.wrong(name, QT_TRANSLATE_NOOP("centers", "There is no rule “{name}”."), name=name)
            continue
        plain = list(value) if isinstance(value, tuple) else value
        _check_value(typed, name, plain, usual[name])
    typed.finish()
    policy = Policy.from_json(dict(values))
    if policy.negative_stock not in {choice.value for choice in NegativeStock}:
        typed.wrong(
            "negative_stock", QT_TRANSLATE_NOOP("centers", "There is no such rule for stock.")
        )
    for name in _NUMBERS:
        _check_template(typed, name, policy)
    if policy.invoice_number == policy.credit_note_number:
        typed.wrong(
            "credit_note_number",
            QT_TRANSLATE_NOOP("centers", "Credit notes need numbers of their own."),
        )
    if country == "IN":
        _check_gst_numbers(typed, policy, code)
    typed.finish()
    return policy


def _check_value(typed: Typed, name: str, value: object, usual: object) -> None:
    if type(value) is not type(usual):
        typed.wrong(name, QT_TRANSLATE_NOOP("centers", "“{name}” has a wrong value."), name=name)
    elif type(value) is int:
        low, high = _LIMITS.get(name, (0, 10_000_000))
        if not low <= value <= high:
            typed.wrong(
                name,
                QT_TRANSLATE_NOOP("centers", "“{name}” lies between {low} and {high}."),
                name=name,
                low=low,
                high=high,
            )
    elif name not in _NUMBERS:
        _check_texts(typed, name, value)


def _check_texts(typed: Typed, name: str, value: object) -> None:
    """Terms, tags and choices are texts that papers print and both databases can keep."""
    inside: list[object] = [value]
    if isinstance(value, Mapping):
        inside = [*value.keys(), *value.values()]
    elif isinstance(value, list):
        inside = value
    for each in inside:
        if isinstance(each, str):
            typed.text(name, each, limit=LONGEST_TEXT)
        elif each is not value:
            typed.wrong(
                name, QT_TRANSLATE_NOOP("centers", "“{name}” has a wrong value."), name=name
            )


def _check_template(typed: Typed, name: str, policy: Policy) -> None:
    template = str(getattr(policy, name))
    flaw = numbering.flaw_of(template)
    if flaw is None and name == "correction_number" and "{order}" not in template:
        flaw = numbering.Flaw.NOT_ONE_NUMBER
    if flaw is not None:
        typed.wrong(name, _FLAWS[flaw], template=template, most=numbering.LONGEST)


def _shown(template: str, policy: Policy, code: str) -> str:
    return numbering.render(
        template,
        seq=1,
        on=date(2026, 4, 1),
        center=code,
        starts_month=policy.fiscal_year_starts_month,
        order="SC001-2026-04-0001",
    )


def _check_gst_numbers(typed: Typed, policy: Policy, code: str) -> None:
    for name in ("invoice_number", "credit_note_number"):
        if name in typed.problems:
            continue
        shown = _shown(str(getattr(policy, name)), policy, code)
        if _GST_NUMBER.fullmatch(shown) is None:
            typed.wrong(
                name,
                QT_TRANSLATE_NOOP(
                    "centers",
                    "“{shown}”: a GST number has at most 16 letters, digits, dashes and slashes.",
                ),
                shown=shown,
            )


def check_world(typed: Typed, time_zone: str, locale: str) -> None:
    """Note a time zone or a locale that does not exist."""
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        typed.wrong(
            "time_zone",
            QT_TRANSLATE_NOOP("centers", "There is no time zone “{name}”."),
            name=time_zone,
        )
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        typed.wrong(
            "locale", QT_TRANSLATE_NOOP("centers", "There is no locale “{name}”."), name=locale
        )
