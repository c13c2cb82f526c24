"""Vehicle identification numbers: ISO 3779 (form), 49 CFR 565 (check digit, year letter)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_LENGTH: Final = 17
_CHECK_PLACE: Final = 8
_YEAR_PLACE: Final = 9
_LOOK_ALIKE: Final = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_SEPARATORS: Final = str.maketrans("", "", " -.\u00a0\t\n")
_ALPHABET: Final = frozenset("0123456789ABCDEFGHJKLMNPRSTUVWXYZ")
# ISO 3779: these are never used, because they read as 1, 0 and 0.
_FORBIDDEN: Final = {"I": "1", "O": "0", "Q": "0"}
_VALUES: Final = {
    **{str(digit): digit for digit in range(10)},
    **dict(zip("ABCDEFGH", range(1, 9), strict=True)),
    **dict(zip("JKLMN", range(1, 6), strict=True)),
    "P": 7,
    "R": 9,
    **dict(zip("STUVWXYZ", range(2, 10), strict=True)),
}
_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
# North America (49 CFR 565) and China (GB 16735) demand the check digit.
_NORTH_AMERICA: Final = frozenset("12345")
_CHECKED_REGIONS: Final = _NORTH_AMERICA | {"L"}
_YEAR_LETTERS: Final = "ABCDEFGHJKLMNPRSTVWXY123456789"
_FIRST_YEAR: Final = 1980
_CYCLE: Final = 30


class VinReason(StrEnum):
    """What is wrong with a VIN."""

    LENGTH = "length"
    LETTER = "letter"
    CHARACTER = "character"
    CHECK_DIGIT = "check_digit"


class Severity(StrEnum):
    """Whether the VIN can be kept: refused cannot, the others can."""

    REFUSED = "refused"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class VinProblem:
    """One thing wrong: where (from 1, 0 = the whole) and the right VIN when it can be guessed."""

    reason: VinReason
    severity: Severity
    position: int = 0
    found: str = ""
    suggestion: str | None = None


def normalise_vin(text: str) -> str:
    """Return the VIN in capitals, without separators, Cyrillic look-alikes turned into Latin."""
    upper = unicodedata.normalize("NFKC", text).upper()
    return upper.translate(_LOOK_ALIKE).translate(_SEPARATORS)


def vin_problems(text: str) -> tuple[VinProblem, ...]:
    """Return what is wrong with a VIN, refusals first; empty when nothing is.

    A wrong check digit never refuses: a warning where the law wants it (first letter 1-5, L), a
    note elsewhere, where many makers put something else there.
    """
    vin = normalise_vin(text)
    problems = []
    if len(vin) != _LENGTH:
        problems.append(VinProblem(VinReason.LENGTH, Severity.REFUSED, found=str(len(vin))))
    for position, letter in enumerate(vin, start=1):
        if letter in _FORBIDDEN:
            problems.append(
                VinProblem(VinReason.LETTER, Severity.REFUSED, position, letter, _guess(vin))
            )
        elif letter not in _ALPHABET:
            problems.append(VinProblem(VinReason.CHARACTER, Severity.REFUSED, position, letter))
    if not problems and vin[_CHECK_PLACE] != check_digit(vin):
        demanded = vin[0] in _CHECKED_REGIONS
        problems.append(
            VinProblem(
                VinReason.CHECK_DIGIT,
                Severity.WARNING if demanded else Severity.NOTE,
                _CHECK_PLACE + 1,
                vin[_CHECK_PLACE],
            )
        )
    return tuple(problems)


def vin_refused(text: str) -> bool:
    """Return whether the text cannot be kept as a VIN."""
    return any(problem.severity is Severity.REFUSED for problem in vin_problems(text))


def check_digit(vin: str) -> str:
    """Return the digit (or X) that 49 CFR 565.15 wants in the ninth place of a well-formed VIN."""
    rest = sum(_VALUES[letter] * weight for letter, weight in zip(vin, _WEIGHTS, strict=True)) % 11
    return "0123456789X"[rest]


def model_years(vin: str, this_year: int) -> tuple[int, ...]:
    """Model years that the letter in the tenth place may mean, the likeliest first; of a well-formed VIN."""
    place = _YEAR_LETTERS.find(vin[_YEAR_PLACE])
    if place < 0:
        return ()
    first = _FIRST_YEAR + place
    years = [year for year in (first + 2 * _CYCLE, first + _CYCLE, first) if year <= this_year + 1]
    if vin[0] in _NORTH_AMERICA and vin[6].isdecimal():
        years.sort(key=lambda year: (year >= _FIRST_YEAR + _CYCLE, -year))
    return tuple(years)


def _guess(vin: str) -> str | None:
    fixed = "".join(_FORBIDDEN.get(letter, letter) for letter in vin)
    return fixed if len(fixed) == _LENGTH and _ALPHABET.issuperset(fixed) else None
