"""Where on a picture a number stands, and several passes over that spot."""

from collections.abc import Callable
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from app.recognition import pictures
from app.recognition.engine import glyphs_of, see
from app.recognition.letters import Chain, find_chains
from models.recognition import MADE_FOR_VIN, Pass

Step = Callable[[str], None]
"""Told what is done next; may raise to stop."""

_HIGH: Final = 46
_LATIN: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def vin_rows(image: Image.Image) -> list[Chain]:
    """Rows of letters that may be a VIN, the likeliest first; no two of the same place and shade."""
    ranked = sorted(
        (chain for chain in find_chains(image, 13) if chain.count <= _TOO_MANY),
        key=lambda chain: abs(chain.count - 17) + abs(len(chain.boxes) - 17) - chain.height / 12,
    )
    rows: list[Chain] = []
    for chain in ranked:
        near = [row for row in rows if abs(row.box.middle - chain.box.middle) < 0.5 * row.height]
        if not near:
            rows.append(chain)
    return rows[:3]


_TOO_MANY: Final = 24


def vin_passes(row: Image.Image, step: Step) -> list[Pass]:
    """Four passes over a levelled row: gray, evened, black and white, and softened at another size.

    The first may see every letter, so that an O is told as an O; the others know what a VIN may have.
    """
    grain = _grain(row)
    plain = pictures.gray(row.filter(ImageFilter.GaussianBlur(0.5 + grain)))
    step("gray")
    passes = [_pass("gray", pictures.bordered(plain, 14), 7, _LATIN)]
    step("even")
    evened = pictures.even(plain, _HIGH // 2)
    passes.append(_pass("even", pictures.bordered(evened, 14), 7, MADE_FOR_VIN))
    step("black and white")
    larger, _ = pictures.enlarged(row, round(row.height * 1.4))
    calm = larger.filter(ImageFilter.GaussianBlur(1.0 + 1.6 * grain))
    sharp = pictures.black_on_white(pictures.even(calm, _HIGH))
    passes.append(_pass("black", pictures.bordered(sharp, 20), 13, MADE_FOR_VIN))
    step("soft")
    lower, _ = pictures.enlarged(
        row.filter(ImageFilter.GaussianBlur(0.8 + grain)),
        round(row.height * 0.7),
    )
    passes.append(_pass("soft", pictures.bordered(pictures.gray(lower), 12), 6, MADE_FOR_VIN))
    return passes


def _grain(plain: Image.Image) -> float:
    """How strong a blur (pixels) the grain of the picture asks for."""
    stretched = pictures.gray(plain)
    rough = ImageChops.difference(stretched, stretched.filter(ImageFilter.MedianFilter(3)))
    mean = sum(value * count for value, count in enumerate(rough.histogram())) / (
        plain.width * plain.height
    )
    return min(1.6, mean / 10)


def _pass(name: str, picture: Image.Image, psm: int, allowed: str, weight: float = 1.0) -> Pass:
    return Pass(name, glyphs_of(see(picture, psm=psm, allowed=allowed)), weight)
