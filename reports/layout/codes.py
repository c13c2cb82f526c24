"""QR and Code 128 as bars and squares of the page itself: sharp at every resolution."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import zxingcpp

from reports.layout.pen import Pen
from reports.layout.theme import INK, WHITE

_QUIET: Final = 4  # modules of white around a QR symbol (ISO/IEC 18004, 9.1)
_BAR_QUIET: Final = 10  # modules left and right of Code 128 (ISO/IEC 15417, 4.3.2)


@lru_cache(maxsize=256)
def _qr(payload: str) -> tuple[int, str]:
    """Return the modules of a side and the path of the dark stretches, in modules from the bottom.

    Error correction M: a fold or a stamp over 15 % still reads.
    """
    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    side, grey = _pixels(code)
    rows = [grey[row * side : (row + 1) * side] for row in range(side)]
    return side, " ".join(
        f"{start} {side - 1 - row} {length} 1 re"
        for row, line in enumerate(rows)
        for start, length in _dark(line)
    )


@lru_cache(maxsize=1024)
def _code128(text: str) -> tuple[int, str]:
    """Return the width in modules and the path of the bars, one unit high."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    width, grey = _pixels(code)
    return width, " ".join(f"{start} 0 {length} 1 re" for start, length in _dark(grey[:width]))


def _pixels(code: zxingcpp.Barcode) -> tuple[int, bytes]:
    """Return the width in modules and the grey values, row by row, one for each module."""
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    return image.shape[1], bytes(image)


def _dark(line: bytes) -> list[tuple[int, int]]:
    """Return (start, length) of each dark stretch of a row of grey values."""
    result = []
    start = -1
    for at, value in enumerate((*line, 255)):
        if value < 128 and start < 0:  # noqa: PLR2004  half grey
            start = at
        elif value >= 128 and start >= 0:  # noqa: PLR2004  the same
            result.append((start, at - start))
            start = -1
    return result


def draw_qr(pen: Pen, payload: str, x: float, top: float, side: float) -> None:
    """Draw a QR symbol with its quiet zone inside a square of `side` points.

    Raises ValueError when the payload is longer than a QR symbol can hold.
    """
    modules, path = _qr(payload)
    step = side / (modules + 2 * _QUIET)
    pen.fill(x, top, (side, side), WHITE)
    quiet = _QUIET * step
    pen.cells(path, (x + quiet, top + side - quiet), (step, step), INK)


def draw_code128(pen: Pen, text: str, box: tuple[float, float, float, float]) -> None:
    """Draw a Code 128 symbol inside `box` (x, top, width, height), its quiet zones included.

    Raises ValueError for text outside ISO 8859-1 or too long for one symbol.
    """
    x, top, width, height = box
    modules, path = _code128(text)
    step = width / (modules + 2 * _BAR_QUIET)
    pen.cells(path, (x + _BAR_QUIET * step, top + height), (step, height), INK)
