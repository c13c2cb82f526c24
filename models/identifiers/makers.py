"""Who made a car, where and when, told by its VIN alone: no net, and never more than a hint.

`resources/profiles/wmi.csv` maps the first three characters (world manufacturer identifier, ISO 3780) to the maker,
the country (ISO 3166) and, where one plant is told by it, the place in English and in Russian. Countries of other VINs
come from the ranges of ISO 3780.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from models.identifiers.vin import (
    VinProblem,
    VinReason,
    model_years,
    normalise_vin,
    vin_problems,
    vin_refused,
)

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "profiles" / "wmi.csv"
_GROUP: Final = " Group"
_ORDER: Final = "ABCDEFGHJKLMNPRSTUVWXYZ1234567890"
# ISO 3780: first and last second character of each country's range, by the first character.
_RANGES: Final[tuple[tuple[str, str, str], ...]] = (
    ("A", "AH", "ZA"), ("A", "JN", "CI"), ("B", "AE", "AO"), ("B", "FK", "KE"), ("B", "LR", "TZ"),
    ("C", "AE", "BJ"), ("C", "FK", "MG"), ("C", "LR", "TN"), ("D", "AE", "EG"), ("D", "FK", "MA"),
    ("D", "LR", "ZM"), ("H", "A0", "CN"), ("J", "A0", "JP"), ("K", "AE", "LK"), ("K", "FK", "IL"),
    ("K", "LR", "KR"), ("K", "S0", "KZ"), ("L", "A0", "CN"), ("M", "AE", "IN"), ("M", "FK", "ID"),
    ("M", "LR", "TH"), ("M", "S0", "MM"), ("N", "AE", "IR"), ("N", "FK", "PK"), ("N", "LR", "TR"),
    ("P", "AE", "PH"), ("P", "FK", "SG"), ("P", "LR", "MY"), ("R", "AE", "AE"), ("R", "FK", "TW"),
    ("R", "LR", "VN"), ("R", "S0", "SA"), ("S", "AM", "GB"), ("S", "NT", "DE"), ("S", "UZ", "PL"),
    ("S", "14", "LV"), ("T", "AH", "CH"), ("T", "JP", "CZ"), ("T", "RV", "HU"), ("T", "W1", "PT"),
    ("U", "HM", "DK"), ("U", "NT", "IE"), ("U", "UZ", "RO"), ("U", "57", "SK"), ("V", "AE", "AT"),
    ("V", "FR", "FR"), ("V", "SW", "ES"), ("V", "X2", "RS"), ("V", "35", "HR"), ("V", "60", "EE"),
    ("W", "A0", "DE"), ("X", "AE", "BG"), ("X", "FK", "GR"), ("X", "LR", "NL"), ("X", "SW", "RU"),
    ("X", "X2", "LU"), ("X", "30", "RU"), ("Y", "AE", "BE"), ("Y", "FK", "FI"), ("Y", "LR", "MT"),
    ("Y", "SW", "SE"), ("Y", "X2", "NO"), ("Y", "35", "BY"), ("Y", "60", "UA"), ("Z", "AR", "IT"),
    ("Z", "X2", "SI"), ("Z", "35", "LT"), ("Z", "60", "RU"), ("1", "A0", "US"), ("2", "A0", "CA"),
    ("3", "AW", "MX"), ("4", "A0", "US"), ("5", "A0", "US"), ("6", "AW", "AU"), ("7", "AE", "NZ"),
    ("7", "F0", "US"), ("8", "AE", "AR"), ("8", "FK", "CL"), ("8", "LR", "EC"), ("8", "SW", "PE"),
    ("8", "X2", "VE"), ("9", "AE", "BR"), ("9", "FK", "CO"), ("9", "LR", "PY"), ("9", "SW", "UY"),
    ("9", "30", "BR"),
)  # fmt: skip  # a table


@dataclass(frozen=True, slots=True)
class DecodedVin:
    """What a VIN tells: maker, country (ISO 3166), place where one plant is told, years (the likeliest first).

    ``place`` is in English, ``places`` by the language where it is called otherwise. ``check`` is what its check digit
    lacks: a warning, never a refusal.
    """

    make: str | None
    country: str | None
    place: str | None
    years: tuple[int, ...]
    check: VinProblem | None
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def one_make(self) -> str | None:
        """The make to write down; None where the maker is not known or builds cars of several makes."""
        several = self.make is None or "," in self.make or self.make.endswith(_GROUP)
        return None if several else self.make

    def place_in(self, language: str) -> str | None:
        """The place as people who speak the language ("ru") call it."""
        return self.places.get(language, self.place)


@cache
def _makers() -> Mapping[str, tuple[str, str, str, str]]:
    rows = (line.split(";") for line in _FILE.read_text("utf-8").splitlines() if line)
    return {code: (make, country, place, ru) for code, make, country, place, ru in rows}


def maker_count() -> int:
    """How many manufacturer identifiers are known."""
    return len(_makers())


def decode_vin(text: str, this_year: int) -> DecodedVin | None:
    """What a VIN tells of the car; None for a text that is no VIN (a frame number, an old chassis number).

    ``this_year`` bounds the guess of the year: next year's models are on sale already.
    """
    vin = normalise_vin(text)
    if vin_refused(vin):
        return None
    make, country, place, ru = _makers().get(vin[:3], ("", _country(vin), "", ""))
    check = next((p for p in vin_problems(vin) if p.reason is VinReason.CHECK_DIGIT), None)
    return DecodedVin(
        make or None,
        country or None,
        place or None,
        model_years(vin, this_year),
        check,
        {"ru": ru} if ru else {},
    )


def _country(vin: str) -> str:
    place = _ORDER.index(vin[1])
    for first, ends, country in _RANGES:
        if vin[0] == first and _ORDER.index(ends[0]) <= place <= _ORDER.index(ends[1]):
            return country
    return ""
