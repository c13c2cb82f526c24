"""Letters told by their shape: each is laid over the same letter of the program's own typefaces.

Tesseract reads a line as text, so a 5 among letters becomes an S, and all its passes say so alike. This look knows
no neighbours: one spot of ink, one letter. It speaks for a letter or against it; alone it tells nothing.
"""

from collections.abc import Sequence
from functools import lru_cache
from operator import mul
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from app.recognition import pictures
from app.recognition.letters import spots
from models.recognition import MADE_FOR_VIN, Box

_FONTS: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_FACES: Final = ("NotoSans-Bold", "NotoSans-Regular", "Inter-Regular", "Inter-Bold")
DIGITS: Final = "0123456789"
SEVEN_BARS: Final = {
    "1111110": "0", "0110000": "1", "1101101": "2", "1111001": "3", "0110011": "4", "1011011": "5", "1011111": "6",
    "1110000": "7", "1110010": "7", "1111111": "8", "1111011": "9", "0011111": "6", "1110011": "9",
}  # fmt: skip  # a table reads better in rows
"""Which of the bars a to g are lit, and the digit they show; 6, 7 and 9 have two manners."""
_BARS: Final = ((0.15, 0.46), (0.10, 0.54))
_WIDE, _TALL = 16, 24
_DRAWN: Final = 60
_SOFT: Final = 0.9

Shape = tuple[float, ...]
Likes = dict[str, float]
"""Letter to how much a spot is like it, -1 to 1."""


def _shape(ink: Image.Image, box: Box) -> Shape:
    """The ink in the box, small and soft; as a vector of length 1 around its mean, so that light plays no part."""
    more = max(0, round(_NARROWEST * box.height) - box.width)
    left = box.left - more // 2
    cut = ink.crop((left, box.top, left + box.width + more, box.bottom))
    small = cut.resize((_WIDE, _TALL), Image.Resampling.BOX)
    values = small.filter(ImageFilter.GaussianBlur(_SOFT)).tobytes()
    mean = sum(values) / len(values)
    around = [value - mean for value in values]
    length = sum(map(mul, around, around)) ** 0.5 or 1.0
    return tuple(value / length for value in around)


Face = tuple[tuple[str, float, Shape], ...]
"""Of each letter: itself, its width to its height, its shape."""


@lru_cache(maxsize=2)
def _known(letters: str) -> tuple[Face, ...]:
    """The letters in the program's typefaces; digits also in bars, as displays have them."""
    faces = [_barred(thick, wide) for thick, wide in _BARS] if letters == DIGITS else []
    for face in _FACES:
        font = ImageFont.truetype(str(_FONTS / f"{face}.ttf"), _DRAWN)
        faces.append(tuple(_held(char, form) for char in letters for form in _forms(char, font)))
    return tuple(faces)


def _held(char: str, image: Image.Image) -> tuple[str, float, Shape]:
    left, top, right, bottom = image.getbbox() or (0, 0, 1, 1)
    box = Box(left, top, right - left, bottom - top)
    return char, box.width / box.height, _shape(image.filter(ImageFilter.GaussianBlur(1.0)), box)


def _barred(thick: float, apart: float) -> Face:
    """Digits of seven bars, ``thick`` and with their uprights ``apart`` in shares of their height."""
    tall, wide = _DRAWN, round(apart * _DRAWN)
    half = round(thick * tall / 2)
    bars = (
        (0, 0, wide, 0), (wide, 0, wide, tall // 2), (wide, tall // 2, wide, tall), (0, tall, wide, tall),
        (0, tall // 2, 0, tall), (0, 0, 0, tall // 2), (0, tall // 2, wide, tall // 2),
    )  # fmt: skip  # a table reads better in rows
    found = []
    for lit, char in SEVEN_BARS.items():
        image = Image.new("L", (_DRAWN * 2, _DRAWN * 2), 0)
        pen = ImageDraw.Draw(image)
        for is_lit, (left, top, right, bottom) in zip(lit, bars, strict=True):
            if is_lit == "1":
                # a bar ends where it meets the next one
                across, along = (half, 0) if left == right else (0, half)
                box = (left - across, top - along, right + across, bottom + along)
                pen.rectangle([part + _DRAWN // 3 for part in box], fill=255)
        found.append(_held(char, image))
    return tuple(found)


def _forms(char: str, font: ImageFont.FreeTypeFont) -> list[Image.Image]:
    """The letter as it is drawn; a one also as a bar and with a foot, a nought also crossed: plates have them so."""
    plain = _drawn(char, font)
    if char == "1":
        left, _, right, bottom = plain.getbbox() or (0, 0, 1, 1)
        foot = plain.copy()
        pen = ImageDraw.Draw(foot)
        pen.rectangle((left, bottom - _DRAWN // 10, right + (right - left) // 2, bottom), fill=255)
        return [plain, _drawn("I", font), foot]
    if char == "0":
        left, top, right, bottom = plain.getbbox() or (0, 0, 1, 1)
        crossed = plain.copy()
        inner = (left + _DRAWN // 9, bottom - _DRAWN // 9, right - _DRAWN // 9, top + _DRAWN // 9)
        ImageDraw.Draw(crossed).line(inner, fill=255, width=_DRAWN // 14)
        return [plain, crossed]
    return [plain]


def _drawn(char: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    image = Image.new("L", (_DRAWN * 2, _DRAWN * 2), 0)
    ImageDraw.Draw(image).text((_DRAWN // 2, _DRAWN // 4), char, fill=255, font=font)
    return image


def likes_of(
    row: Image.Image, boxes: Sequence[Box], letters: str = MADE_FOR_VIN
) -> tuple[Likes, ...]:
    """Which letters stand in the boxes of a row (dark on light). A plate has one typeface: the likest counts most."""
    ink = ImageOps.invert(pictures.gray(row.filter(ImageFilter.GaussianBlur(0.8))))
    seen = [(box.width / box.height, _shape(ink, box)) for box in boxes]
    by_face: list[list[Likes]] = []
    for face in _known(letters):
        found: list[Likes] = []
        for ratio, mine in seen:
            best: Likes = {}
            for char, theirs, shape in face:
                off = abs(ratio - theirs) / max(ratio, theirs)
                score = sum(map(mul, mine, shape)) - _RATIO * off
                if score > best.get(char, -9.0):
                    best[char] = score
            found.append(best)
        by_face.append(found)
    means = [sum(max(each.values()) for each in found) / len(found) for found in by_face]
    top = max(means)
    return tuple(
        {
            char: max(
                found[at][char] - _OTHER_FACE * (top - mean)
                for found, mean in zip(by_face, means, strict=True)
            )
            for char in letters
        }
        for at in range(len(boxes))
    )


_NARROWEST: Final = 0.5
_RATIO: Final = 0.35
_OTHER_FACE: Final = 1.0


def letter_boxes(row: Image.Image, count: int, height: int) -> list[Box]:
    """The spots of ``count`` letters in a levelled row; empty when it does not fall apart into so many."""
    for blur, reach, shift in (
        (1.0, 30, 0),
        (0.6, 30, 10),
        (1.4, 30, -10),
        (1.4, 45, 12),
        (1.0, 22, -22),
    ):
        flat = pictures.even(row.filter(ImageFilter.GaussianBlur(blur)), reach)
        limit = pictures.threshold_of(flat) + shift
        inked = flat.point([0 if value < limit else 255 for value in range(256)])
        able = [
            box
            for box in spots(inked)
            if 0.75 * height < box.height < 1.3 * height and box.width > 0.1 * height
        ]
        if len(able) == count:
            return sorted(able, key=lambda box: box.left)
    return []
