"""Text as it enters and as it is searched: NFC, refused characters, our own folding.

Both databases store and compare only what these functions return, so sorting and searching do not
depend on either's collation.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

# Cyrillic letters that look like Latin ones on a plate; ё is typed as е more often than not.
_ALIKE: Final = str.maketrans("авекмнорстухё", "abekmhopctyxe")
_FIRST_SURROGATE: Final = "\ud800"
_LAST_SURROGATE: Final = "\udfff"


class TextReason(StrEnum):
    """Why a text was refused."""

    NUL = "nul"
    SURROGATE = "surrogate"


class TextRefused(ValueError):  # noqa: N818  what happened, in the words of the house
    """A text holds what no database can keep; ``reason`` says what, ``position`` where (from 0)."""

    def __init__(self, reason: TextReason, position: int) -> None:
        """Remember the reason and the place of the first bad character."""
        super().__init__(f"{reason} at position {position}")
        self.reason = reason
        self.position = position


def clean(text: str) -> str:
    """Return the text in Unicode NFC; TextRefused for a NUL or a lone surrogate. Idempotent."""
    if text.isascii():
        if "\0" in text:
            raise TextRefused(TextReason.NUL, text.index("\0"))
        return text
    for position, character in enumerate(text):
        if character == "\0":
            raise TextRefused(TextReason.NUL, position)
        if _FIRST_SURROGATE <= character <= _LAST_SURROGATE:
            raise TextRefused(TextReason.SURROGATE, position)
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the form in which texts are searched and sorted. Idempotent.

    NFKC, casefold, ё→е, then the look-alikes авекмнорстух become abekmhopctyx over the whole text,
    for rows and queries alike, so «А123ВС» is found by "a123bc". A NUL, which no database takes, becomes a space.
    """
    if "\0" in text:
        text = text.replace("\0", " ")
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    # A mapped letter may join a mark that its Cyrillic twin could not.
    return unicodedata.normalize("NFKC", folded.translate(_ALIKE))


def plate_key(text: str) -> str:
    """Return the folded letters and digits of a number plate: «А 123-ВС 77» → a123bc77."""
    return "".join(_plain(character) for character in fold(text) if character.isalnum())


def phone_key(text: str) -> str:
    """Return the digits of a telephone number as typed, as ASCII: "+7 (916) 204" → 7916204."""
    return "".join(_plain(character) for character in text if character.isdecimal())


def _plain(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character
