"""Colours, sizes and distances of the printed page, from the desk's own tokens (light theme).

Ink and greys only: an invoice must look the same from a black-and-white laser. All lengths are
points (1/72 inch), colours are red, green, blue from 0 to 1.
"""

from __future__ import annotations

from typing import Final

from models.papers import PaperSize
from reports.layout.fonts import Colour
from reports.layout.text import Style


def _hex(value: str) -> Colour:
    red, green, blue = bytes.fromhex(value)
    return red / 255, green / 255, blue / 255


INK: Final = _hex("14171D")
SECOND: Final = _hex("444B58")
MUTED: Final = _hex("5F6775")
CONTROL: Final = _hex("828A98")
DIVIDER: Final = _hex("C4CAD3")
HAIR: Final = _hex("DDE1E7")
SUNKEN: Final = _hex("F3F4F6")
GHOST: Final = _hex("ECEEF1")
BAD: Final = _hex("AE1F2D")
WHITE: Final = _hex("FFFFFF")

THIN: Final = 0.5
THICK: Final = 1.1

TITLE: Final = Style(size=17, bold=True, leading=22)
NUMBER: Final = Style(size=11, bold=True, leading=15)
BRAND: Final = Style(size=13, bold=True, leading=17)
BASE: Final = Style(size=8.5, leading=12)
STRONG: Final = Style(size=8.5, leading=12, bold=True)
QUIET: Final = Style(size=8.5, leading=12, colour=MUTED)
CAPTION: Final = Style(size=7, leading=10, colour=MUTED)
SMALL: Final = Style(size=7.5, leading=10.4, colour=SECOND)
SMALL_STRONG: Final = Style(size=7.5, leading=10.4, bold=True)
SMALL_QUIET: Final = Style(size=7.5, leading=10.4, colour=MUTED)
SECTION: Final = Style(size=9, leading=13, bold=True)
TOTAL: Final = Style(size=14, leading=19, bold=True)
TOTAL_LABEL: Final = Style(size=9.5, leading=19, bold=True)
LARGE: Final = Style(size=12, leading=16, bold=True)
MISSING: Final = Style(size=8.5, leading=12, colour=BAD)
FOOT: Final = Style(size=7, leading=9, colour=MUTED)

SHEETS: Final = {
    PaperSize.A4: (595.28, 841.89),
    PaperSize.A5: (419.53, 595.28),
    PaperSize.LETTER: (612.0, 792.0),
}
SIDE: Final = 45.0
TOP: Final = 40.0
BOTTOM: Final = 46.0
SECTION_GAP: Final = 12.0
FIELD_GAP: Final = 6.0
