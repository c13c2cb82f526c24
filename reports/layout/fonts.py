"""Bundled fonts: which face draws which character, how wide a text is, Hindi shaping.

Noto Sans has Latin, Greek, Cyrillic, ₽, ₹ and €; Noto Sans Devanagari has Hindi and neither
Cyrillic nor №. A text is therefore cut into runs by script, each run drawn with one face.
Devanagari runs are shaped (HarfBuzz): matras, half letters and conjuncts stand where a reader
expects them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeStr

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"

LATIN: Final = "NotoSans"
DEVANAGARI: Final = "NotoSansDevanagari"

# A Devanagari run: its letters, the joiners between them, and single spaces inside the run.
_HINDI: Final = re.compile(
    "[\u0900-\u097f\ua8e0-\ua8ff\u1cd0-\u1cf9\u25cc]"
    "[\u0900-\u097f\ua8e0-\ua8ff\u1cd0-\u1cf9\u25cc\u200c\u200d]*"
    "(?: [\u0900-\u097f\ua8e0-\ua8ff][\u0900-\u097f\ua8e0-\ua8ff\u200c\u200d]*)*"
)
Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""

_STEP: Final = 1000  # both fonts have 1000 units per em
_LOCK: Final = Lock()

# Signs that neither font has, by what a reader takes for the same; invisible signs go away.
_SAME: Final = {
    0x2212: "–",
    0x2192: "›",
    0x2190: "‹",
    0x2713: "+",
    0x2714: "+",
    0x2011: "-",
    0x0009: " ",
    0x2028: "\n",
    0x2029: "\n",
    **dict.fromkeys([0xAD, 0xFEFF, 0x200B, 0x2060, *range(0x200E, 0x2010), *range(0xFE00, 0xFE10)]),
    # what turns a line around: a paper reads as it is typed, whatever hides in a name
    **dict.fromkeys([0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
    **dict.fromkeys([*range(9), *range(11, 32), *range(0x7F, 0xA0)]),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one face: `glyphs` is what is drawn, `text` what it says.

    `width` is in points; `shaped` runs carry private glyph codes and need `text` beside them.
    """

    font: str
    size: float
    glyphs: str
    text: str
    width: float
    shaped: bool


Inked = tuple[tuple[Run, Colour], ...]
"""Runs one after another, each with its colour."""


def printable(text: str) -> str:
    """Replace signs that no font has by their like and drop the invisible ones; newlines stay."""
    return text if text.isascii() and text.isprintable() else text.translate(_SAME)


def uncovered(text: str) -> str:
    """Return the characters, each once, that would print as an empty box."""
    plain = _widths(LATIN, bold=False)
    hindi = _widths(DEVANAGARI, bold=False)
    return "".join(
        dict.fromkeys(
            sign
            for sign in printable(text)
            if sign != "\n" and ord(sign) not in plain and ord(sign) not in hindi
        )
    )


def runs(text: str, size: float, *, bold: bool) -> tuple[Run, ...]:
    """Cut one line of text into runs by script, measured in points."""
    return tuple(
        Run(font, size, glyphs, part, units * size / _STEP, shaped)
        for font, glyphs, part, units, shaped in _pieces(text, bold)
    )


def width(text: str, size: float, *, bold: bool) -> float:
    """Return the width of one line of text in points."""
    return sum(piece[3] for piece in _pieces(text, bold)) * size / _STEP


def is_hindi(text: str) -> bool:
    """Tell whether a part of the text needs the Devanagari face (and its taller lines)."""
    return not text.isascii() and _HINDI.search(text) is not None


@lru_cache(maxsize=8192)
def _pieces(text: str, bold: bool) -> tuple[tuple[str, str, str, float, bool], ...]:  # noqa: FBT001  cached: positional
    """Return (font name, glyphs, text, width in font units, shaped) for each run."""
    if text.isascii():
        return (_plain(text, bold),)
    result = []
    at = 0
    for match in _HINDI.finditer(text):
        if match.start() > at:
            result.append(_plain(text[at : match.start()], bold))
        result.append(_shaped(match.group(), bold))
        at = match.end()
    if at < len(text) or not result:
        result.append(_plain(text[at:], bold))
    return tuple(result)


def _plain(text: str, bold: bool) -> tuple[str, str, str, float, bool]:  # noqa: FBT001  the same
    widths = _widths(LATIN, bold=bold)
    missing = widths[0]
    return (
        _name(LATIN, bold=bold),
        text,
        text,
        sum(widths.get(ord(c), missing) for c in text),
        False,
    )


def _shaped(text: str, bold: bool) -> tuple[str, str, str, float, bool]:  # noqa: FBT001  the same
    name = _name(DEVANAGARI, bold=bold)
    _widths(DEVANAGARI, bold=bold)
    glyphs: Any = shapeStr(text, name, 10, force=True)
    return name, glyphs, text, sum(one.x_advance for one in glyphs.__shapeData__), True


def _name(family: str, *, bold: bool) -> str:
    return f"{family}-{'Bold' if bold else 'Regular'}"


@cache
def _widths(family: str, *, bold: bool) -> dict[int, float]:
    """Register the face once and return the advance of each character; 0 is the empty box."""
    name = _name(family, bold=bold)
    with _LOCK:
        font = TTFont(name, str(FOLDER / f"{name}.ttf"), shapable=family == DEVANAGARI)
        if family == DEVANAGARI:
            _name_all_glyphs(font)
        pdfmetrics.registerFont(font)
    face: Any = font.face
    return {0: face.defaultWidth, **face.charWidths}


def _name_all_glyphs(font: TTFont) -> None:
    """Give every glyph without a character its private code now, in the order of the font.

    ReportLab does it when a glyph is first met, so the bytes of a paper would depend on what
    this process printed before.
    """
    face: Any = font.face
    shaper: Any = font.hbFont()
    maker: Any = font
    for glyph in range(shaper.face.glyph_count):
        if glyph not in face.glyphToChar:
            maker.hbAddPrivate(
                shaper.glyph_to_string(glyph), glyph, shaper.get_glyph_h_advance(glyph)
            )
