"""Number plates: which country's form a text has, and how that country writes it.

Recognising only helps typing. A plate that no form fits is still a plate: old, special and foreign
ones exist, and nothing is refused here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from models.text import plate_key

_TO_LATIN: Final = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
_TO_CYRILLIC: Final = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
_SEPARATOR: Final = re.compile(r"[\s\-._·•/|]+")
_R: Final = "[ABEKMHOPCTYX]"  # the letters of Russian plates (GOST R 50577)
_B: Final = "[ABEIKMHOPCTX]"  # of Belarusian ones
_STATES: Final = (
    "AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|"
    "SK|TG|TN|TR|TS|UA|UK|UP|WB"
)
_COUNTIES: Final = (
    "C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|TN|TS|W|WD|WH|WW|WX"
)
_SLOVENE: Final = "CE|GO|KK|KP|KR|LJ|MB|MS|NM|PO|SG"


@dataclass(frozen=True, slots=True)
class PlateMatch:
    """A recognised plate.

    ``plate`` is written as its country does (Russian letters in Cyrillic), ``latin`` is the same in
    Latin capitals without separators, ``key`` what is searched by. ``others`` are further countries
    with this form, nearest guess first.
    """

    country: str
    kind: str
    plate: str
    latin: str
    key: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    country: str
    kind: str
    pattern: re.Pattern[str]
    layout: str
    cyrillic: bool = False


def _form(country: str, kind: str, pattern: str, layout: str, *, cyrillic: bool = False) -> _Form:
    return _Form(country, kind, re.compile(pattern), layout, cyrillic)


# Forms of compact Latin text, the telling ones first. ISO 3166 country codes.
_FORMS: Final = (
    _form("RU", "car", rf"({_R}(?!000)\d{{3}}{_R}{{2}})(?!00)(\d{{2,3}})", "{} {}", cyrillic=True),
    _form("RU", "motorcycle", rf"((?!0000)\d{{4}}{_R}{{2}})(\d{{2,3}})", "{} {}", cyrillic=True),
    _form("RU", "transit", rf"({_R}{{2}}\d{{3}}{_R})(\d{{2,3}})", "{} {}", cyrillic=True),
    _form("RU", "trailer", rf"({_R}{{2}}(?!0000)\d{{4}})(\d{{2,3}})", "{} {}", cyrillic=True),
    _form("RU", "taxi", rf"({_R}{{2}}(?!000)\d{{3}})(\d{{2}})", "{} {}", cyrillic=True),
    _form("RU", "police", rf"({_R}(?!0000)\d{{4}})(\d{{2,3}})", "{} {}", cyrillic=True),
    _form("RU", "diplomatic", r"(\d{3})(CD|D|T)(\d{3})(\d{2,3})", "{} {} {} {}"),
    _form("IN", "car", rf"({_STATES})(\d{{1,2}})([A-Z]{{1,3}})(\d{{1,4}})", "{} {} {} {}"),
    _form("IN", "car", rf"({_STATES})(\d{{2}})(\d{{4}})", "{} {} {}"),
    _form("IN", "bharat", r"(\d{2})(BH)(\d{4})([A-Z]{1,2})", "{} {} {} {}"),
    _form("KZ", "car", r"(\d{3})([A-Z]{2,3})(\d{2})", "{} {} {}"),
    _form("BY", "car", rf"(\d{{4}})({_B}{{2}})([0-8])", "{} {}-{}"),
    _form("UA", "car", r"([A-Z]{2})(\d{4})([A-Z]{2})", "{} {} {}"),
    _form("ES", "car", r"(\d{4})([BCDFGHJKLMNPRSTVWXYZ]{3})", "{} {}"),
    _form("GB", "car", r"([A-Z]{2}\d{2})([A-Z]{3})", "{} {}"),
    _form("FR", "car", r"([A-HJ-NP-TV-Z]{2})(\d{3})([A-HJ-NP-TV-Z]{2})", "{}-{}-{}"),
    _form("IT", "car", r"([A-HJ-NPR-TV-Z]{2})(\d{3})([A-HJ-NPR-TV-Z]{2})", "{} {} {}"),
    _form("BE", "car", r"([1-9])([A-Z]{3})(\d{3})", "{}-{}-{}"),
    _form("US", "california", r"([1-9][A-Z]{3}\d{3})", "{}"),
    _form("EE", "car", r"(\d{3})([A-Z]{3})", "{} {}"),
    _form("LT", "car", r"([A-Z]{3})(\d{3})", "{} {}"),
    _form("FI", "car", r"([A-Z]{2,3})(\d{1,3})", "{}-{}"),
    _form("SE", "car", r"([A-Z]{3})(\d{2}[A-Z0-9])", "{} {}"),
    _form("NL", "car", r"(\d{2})([A-Z]{2})(\d{2})", "{}-{}-{}"),
    _form("NL", "car", r"([A-Z]{2})(\d{2})([A-Z]{2})", "{}-{}-{}"),
    _form("NL", "car", r"(\d{2})([A-Z]{3})(\d)", "{}-{}-{}"),
    _form("NL", "car", r"(\d)([A-Z]{3})(\d{2})", "{}-{}-{}"),
    _form("NL", "car", r"([A-Z]{2})(\d{3})([A-Z])", "{}-{}-{}"),
    _form("NL", "car", r"([A-Z])(\d{3})([A-Z]{2})", "{}-{}-{}"),
    _form("NL", "car", r"([A-Z]{3})(\d{2})([A-Z])", "{}-{}-{}"),
    _form("PL", "car", r"([A-Z]{2})(\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2})", "{} {}"),
    _form("PL", "car", r"([A-Z]{3})(\d{5}|\d{4}[A-Z]|\d{2}[A-Z]{2}|[A-Z]\d{3})", "{} {}"),
    _form("CZ", "car", r"(\d[A-Z]\d)(\d{4})", "{} {}"),
    _form("GE", "car", r"([A-Z]{2})(\d{3})([A-Z]{2})", "{}-{}-{}"),
    _form("AM", "car", r"(\d{2})([A-Z]{2})(\d{3})", "{} {} {}"),
    _form("AT", "car", r"([A-Z]{1,2})([1-9]\d{0,4}[A-Z]{1,3})", "{}-{}"),
    _form("LV", "car", r"([A-Z]{2})(\d{1,4})", "{}-{}"),
    _form("US", "car", r"([A-Z]{3})(\d{4})", "{} {}"),
    _form("US", "car", r"([A-Z]{3}|\d{3})(\d{3}|[A-Z]{3})", "{} {}"),
    _form("RU", "soviet", r"([A-ZА-Я])(\d{4})([A-ZА-Я]{2})", "{} {} {}", cyrillic=True),
    # the rest of the European Union: their forms are those of others too, so theirs count at home, or last
    _form("IE", "car", rf"(\d{{2}}[12]?)({_COUNTIES})(\d{{1,6}})", "{}-{}-{}"),
    _form("HU", "car", r"([A-Z]{2})([A-Z]{2})(\d{3})", "{} {}-{}"),
    _form("HU", "car", r"([A-Z]{3})(\d{3})", "{}-{}"),
    _form("PT", "car", r"([A-Z]{2})(\d{2})([A-Z]{2})", "{}-{}-{}"),
    _form("PT", "car", r"(\d{2})([A-Z]{2})(\d{2})", "{}-{}-{}"),
    _form("PT", "car", r"(\d{2})(\d{2})([A-Z]{2})", "{}-{}-{}"),
    _form("PT", "car", r"([A-Z]{2})(\d{2})(\d{2})", "{}-{}-{}"),
    _form("DK", "car", r"([A-Z]{2})(\d{2})(\d{3})", "{} {} {}"),
    _form("RO", "car", r"(B)(\d{2,3})([A-Z]{3})", "{} {} {}"),
    _form("RO", "car", r"([A-Z]{2})(\d{2})([A-Z]{3})", "{} {} {}"),
    _form("BG", "car", r"([ABEKMHOPCTYX]{1,2})(\d{4})([ABEKMHOPCTYX]{2})", "{} {} {}"),
    _form("HR", "car", r"([A-ZČŠŽ]{2})(\d{3,4})([A-Z]{1,2})", "{} {}-{}"),
    _form("SK", "car", r"([A-Z]{2})(\d{3}[A-Z]{2})", "{} {}"),
    _form("SI", "car", rf"({_SLOVENE})(?=\d*[A-Z])([A-Z\d]{{2}})([A-Z\d]{{3}})", "{} {}-{}"),
    _form("GR", "car", r"([ABEZHIKMNOPTYX]{3})([1-9]\d{3})", "{}-{}"),
    _form("LU", "car", r"([A-Z]{2})(\d{4})", "{} {}"),
    _form("CY", "car", r"([A-Z]{3})(\d{3})", "{} {}"),
    _form("MT", "car", r"([A-Z]{3})(\d{3})", "{} {}"),
)
# A Russian plate whose region was left out, as people say it; foreign forms are like it.
_REGIONLESS: Final = _form("RU", "car", rf"({_R}(?!000)\d{{3}}{_R}{{2}})", "{}", cyrillic=True)
# Without its separators a German plate does not tell where the district ends.
_GERMAN: Final = re.compile(r"([A-ZÄÖÜ]{1,3})[ -]+([A-Z]{1,2})[ -]?([1-9]\d{0,3})([EH]?)")
_VANITY: Final = re.compile(r"[A-Z0-9]{2,8}")
PLATE_COUNTRIES: Final = tuple(dict.fromkeys((*(form.country for form in _FORMS), "DE")))


def recognise_plate(text: str, country: str | None = None) -> PlateMatch | None:
    """Return the plate the text most likely is, or None when no known form fits.

    Args:
        text: as typed: Cyrillic or Latin look-alikes, any case, any separators.
        country: the center's country (ISO 3166), whose forms win when several fit.
    """
    upper = unicodedata.normalize("NFKC", text).upper().strip()
    latin = _SEPARATOR.sub("", upper).translate(_TO_LATIN)
    latin = latin.removesuffix("RUS") if country in {"RU", None} else latin
    found: list[PlateMatch] = []
    german = _GERMAN.fullmatch(upper)
    if german is not None and len(latin) <= 8:  # noqa: PLR2004  FZV: eight characters at most
        district, letters, number, suffix = german.groups()
        found.append(_match("DE", "car", f"{district}-{letters} {number}{suffix}"))
    if country == "RU":
        found += [match for match in [_fit(_REGIONLESS, latin)] if match]
    found += [match for match in (_fit(form, latin) for form in _FORMS) if match]
    if not found:
        found = [match for match in (_fit(form, _zeros(latin)) for form in _FORMS[:1]) if match]
    if country == "US" and all(match.country != "US" for match in found):
        found += [_match("US", "vanity", latin)] if _VANITY.fullmatch(latin) else []
    if not found:
        return None
    first = next((match for match in found if match.country == country), found[0])
    others = dict.fromkeys(match.country for match in found if match.country != first.country)
    return PlateMatch(first.country, first.kind, first.plate, first.latin, first.key, tuple(others))


def _fit(form: _Form, latin: str) -> PlateMatch | None:
    fitted = form.pattern.fullmatch(latin)
    if fitted is None:
        return None
    plate = form.layout.format(*fitted.groups())
    return _match(
        form.country, form.kind, plate.translate(_TO_CYRILLIC) if form.cyrillic else plate
    )


def _match(country: str, kind: str, plate: str) -> PlateMatch:
    latin = _SEPARATOR.sub("", plate).translate(_TO_LATIN)
    return PlateMatch(country, kind, plate, latin, plate_key(plate))


def _zeros(latin: str) -> str:
    """Put O and 0 where a Russian car's plate has letters and digits: «А12ОВС77», «0123АВ77»."""
    places = {0: "O", 4: "O", 5: "O"}
    return "".join(
        places.get(place, "0") if letter in "O0" else letter for place, letter in enumerate(latin)
    )
