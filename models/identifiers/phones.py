"""Telephone numbers: read as people type them, kept as E.164, shown masked where that is enough."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_EXTENSION: Final = re.compile(
    r"[\s,;]*(?:доб|вн|ext|x|#)\.?\s*(\d{1,6})\s*$", re.IGNORECASE | re.UNICODE
)
_ALLOWED: Final = re.compile(r"[\d+()\s\-./‐-―]+")
_KEPT_END: Final = 2
_KEPT_FOR_OWNER: Final = 4
_KEPT_START: Final = 3
_HIDDEN: Final = 5


class PhoneReason(StrEnum):
    """Why a text is not a telephone number."""

    EMPTY = "empty"
    LETTERS = "letters"
    COUNTRY = "country"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    WRONG_LENGTH = "wrong_length"
    NOT_A_NUMBER = "not_a_number"


class PhoneRefused(ValueError):  # noqa: N818  what happened, in the words of the house
    """The text cannot be called; ``reason`` says why."""

    def __init__(self, reason: PhoneReason, text: str) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.text = text


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number that can be called.

    ``e164`` is kept ("+79162041873"), ``international`` shown ("+7 916 204-18-73"). ``is_known``
    False: the length is right, but no such range is known; keep it and ask.
    """

    e164: str
    international: str
    region: str | None
    extension: str
    is_known: bool


def read_phone(text: str, region: str) -> PhoneNumber:
    """Read a number typed in any common way: "8 (916) 204-18-73", "+7…", "9162041873".

    Args:
        text: as typed; an extension may follow ("доб. 12", "ext 12").
        region: ISO 3166 country whose habits hold for numbers without a plus.

    Raises:
        PhoneRefused: with the reason; letters are refused, never turned into digits.
    """
    import phonenumbers as numbers  # noqa: PLC0415  44 ms to load

    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        raise PhoneRefused(PhoneReason.EMPTY, text)
    found = _EXTENSION.search(plain)
    extension = found.group(1) if found else ""
    plain = plain[: found.start()] if found else plain
    if any(character.isalpha() for character in plain):
        raise PhoneRefused(PhoneReason.LETTERS, text)
    if _ALLOWED.fullmatch(plain) is None:
        raise PhoneRefused(PhoneReason.NOT_A_NUMBER, text)
    try:
        number = numbers.parse(plain, region)
    except numbers.NumberParseException as error:
        raise PhoneRefused(_parse_reason(error.error_type), text) from error
    length = numbers.is_possible_number_with_reason(number)
    if length != numbers.ValidationResult.IS_POSSIBLE:
        raise PhoneRefused(_length_reason(length), text)
    return PhoneNumber(
        e164=numbers.format_number(number, numbers.PhoneNumberFormat.E164),
        international=numbers.format_number(number, numbers.PhoneNumberFormat.INTERNATIONAL),
        region=numbers.region_code_for_number(number),
        extension=extension,
        is_known=numbers.is_valid_number(number),
    )


def masked_phone(e164: str) -> str:
    """Return the number for people who need not call it: "+7 916 ***-**-73".

    The country code, at most three digits after it and the last two stay; at least
    five between are hidden, if there are so many. What is no number keeps its last two digits.
    """
    import phonenumbers as numbers  # noqa: PLC0415  44 ms to load

    try:
        number = numbers.parse(e164, None)
    except numbers.NumberParseException:
        digits = [place for place, character in enumerate(e164) if character.isdecimal()]
        return _stars(e164, set(digits[-_KEPT_END:]))
    shown = numbers.format_number(number, numbers.PhoneNumberFormat.INTERNATIONAL)
    digits = [place for place, character in enumerate(shown) if character.isdecimal()]
    code = len(str(number.country_code))
    national = digits[code:]
    start = max(0, min(_KEPT_START, len(national) - _HIDDEN - _KEPT_END))
    kept = {*digits[:code], *national[:start], *national[len(national) - _KEPT_END :]}
    return _stars(shown, kept)


def owner_phone_mask(e164: str) -> str:
    """Return the number as a link request tells it: "+7 *** ***-12-34", country code and last four digits.

    By these four the server finds whose decision it is; nothing more of a phone leaves the desk.
    """
    import phonenumbers as numbers  # noqa: PLC0415  44 ms to load

    try:
        number = numbers.parse(e164, None)
    except numbers.NumberParseException:
        digits = [place for place, character in enumerate(e164) if character.isdecimal()]
        return _stars(e164, set(digits[-_KEPT_FOR_OWNER:]))
    shown = numbers.format_number(number, numbers.PhoneNumberFormat.INTERNATIONAL)
    digits = [place for place, character in enumerate(shown) if character.isdecimal()]
    return _stars(shown, {*digits[: len(str(number.country_code))], *digits[-_KEPT_FOR_OWNER:]})


def _stars(text: str, kept: set[int]) -> str:
    return "".join(
        "*" if character.isalnum() and place not in kept else character
        for place, character in enumerate(text)
    )


def _length_reason(kind: int) -> PhoneReason:
    from phonenumbers import ValidationResult  # noqa: PLC0415  44 ms to load

    if kind == ValidationResult.TOO_LONG:
        return PhoneReason.TOO_LONG
    if kind in {ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY}:
        return PhoneReason.TOO_SHORT
    return PhoneReason.WRONG_LENGTH


def _parse_reason(kind: int) -> PhoneReason:
    from phonenumbers import NumberParseException  # noqa: PLC0415  44 ms to load

    if kind == NumberParseException.INVALID_COUNTRY_CODE:
        return PhoneReason.COUNTRY
    if kind in {NumberParseException.TOO_SHORT_NSN, NumberParseException.TOO_SHORT_AFTER_IDD}:
        return PhoneReason.TOO_SHORT
    if kind == NumberParseException.TOO_LONG:
        return PhoneReason.TOO_LONG
    return PhoneReason.NOT_A_NUMBER
