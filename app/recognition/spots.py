"""Where on a picture a number stands, and several passes over that spot."""

from collections.abc import Callable, Sequence
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from app.recognition import pictures
from app.recognition.engine import glyphs_of, see, see_all
from app.recognition.letters import Chain, find_chains
from app.recognition.shapes import Likes, letter_boxes, likes_of
from models.recognition import MADE_FOR_VIN, Box, Pass

Step = Callable[[str], None]
"""Told what is done next; may raise to stop."""

VIN_HIGH: Final = 46
"""Pixels of a capital in a levelled row."""
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


def vin_passes(row: Image.Image, step: Step) -> tuple[list[Pass], tuple[Likes, ...]]:
    """Four passes over a levelled row with letters ``VIN_HIGH`` high, and what each letter's own shape is like.

    The first may see every letter, so that an O is told as an O; the others know what a VIN may have. They see the
    letters set close, as in print: stamped far apart they are taken for words of one letter.
    """
    step("shapes")
    soft = pictures.gray(row.filter(ImageFilter.GaussianBlur(0.8 + _grain(row))))
    evened = pictures.even(soft, 30)
    calm = row.filter(ImageFilter.GaussianBlur(1.0 + 1.2 * _grain(row)))
    sharp = pictures.black_on_white(pictures.even(calm, VIN_HIGH))
    black = sharp.filter(ImageFilter.GaussianBlur(1.0))
    boxes = letter_boxes(row, _LETTERS, VIN_HIGH)
    likes = likes_of(row, boxes) if boxes else ()
    pictured = (
        [
            (_close(soft, boxes, 5), 40),
            (_close(evened, boxes, 5), 40),
            (_close(black, boxes, 8), 36),
        ]
        if boxes
        else [(soft, 38), (evened, 44), (black, 44)]
    )
    step("gray")
    first = see(_line_of(soft, 44), psm=7, allowed=_LATIN)
    step("close")
    others = see_all(
        [_line_of(picture, high) for picture, high in pictured], psm=7, allowed=MADE_FOR_VIN
    )
    names = ("gray", "soft", "even", "black")
    seen = zip(names, (first, *others), strict=True)
    return [Pass(name, glyphs_of(words)) for name, words in seen], likes


def uprightness(row: Image.Image) -> float:
    """Above 0 when the row's letters are liker to letters as it stands, below 0 upside down, 0 when nobody can tell."""
    ways = []
    for each in (row, row.rotate(180)):
        boxes = letter_boxes(each, _LETTERS, VIN_HIGH)
        if not boxes:
            return 0.0
        ways.append(sum(max(likes.values()) for likes in likes_of(each, boxes)) / _LETTERS)
    return ways[0] - ways[1]


_LETTERS: Final = 17


def _line_of(row: Image.Image, high: int) -> Image.Image:
    return pictures.bordered(pictures.enlarged(row, high)[0], 12)


def _close(row: Image.Image, boxes: Sequence[Box], apart: int) -> Image.Image:
    """The letters of the row set anew, ``apart`` pixels from each other, on the row's own light ground."""
    top = max(0, min(box.top for box in boxes) - 3)
    bottom = min(row.height, max(box.bottom for box in boxes) + 3)
    wide = sum(box.width + apart for box in boxes)
    ground = sorted(row.resize((64, 8)).tobytes())[-60]
    line = Image.new("L", (wide, bottom - top), ground)
    at = 0
    for box in boxes:
        line.paste(row.crop((box.left - 1, top, box.right + 1, bottom)), (at, 0))
        at += box.width + apart
    return line


def _grain(plain: Image.Image) -> float:
    """How strong a blur (pixels) the grain of the picture asks for."""
    stretched = pictures.gray(plain)
    rough = ImageChops.difference(stretched, stretched.filter(ImageFilter.MedianFilter(3)))
    mean = sum(value * count for value, count in enumerate(rough.histogram())) / (
        plain.width * plain.height
    )
    return min(1.6, mean / 10)
