"""Digits of seven bars, as displays show them: the bars that are lit tell the digit, no letters are compared."""

import math
import statistics
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageOps

from app.recognition import pictures
from app.recognition.engine import glyphs_of, see_all
from app.recognition.letters import Chain, find_chains, spots
from app.recognition.shapes import DIGITS, SEVEN_BARS, likes_of
from models.recognition import Box, Glyph, Pass

# the middles of the bars a to g of a digit as wide and tall as 1: (left, top, right, bottom) of what is looked at
_BARS: Final = (
    (0.35, 0.0, 0.65, 0.16), (0.72, 0.17, 1.0, 0.40), (0.72, 0.60, 1.0, 0.83), (0.35, 0.84, 0.65, 1.0),
    (0.0, 0.60, 0.28, 0.83), (0.0, 0.17, 0.28, 0.40), (0.35, 0.42, 0.65, 0.58),
)  # fmt: skip  # a table reads better in rows
_HIGH: Final = 64
_LIT: Final = 0.42


def closed(plain: Image.Image, by: int) -> Image.Image:
    """Dark bars grown until they touch, then as thin as before: a digit is one spot."""
    return plain.filter(ImageFilter.MinFilter(by)).filter(ImageFilter.MaxFilter(max(3, by - 4)))


def _spread(row: Image.Image, limit_by: int) -> tuple[Image.Image, list[Box]]:
    """The levelled row black on white, without its slant, and a box around each digit. ``limit_by``: what is lit."""
    larger, _ = pictures.enlarged(row, round(_HIGH * 1.6))
    calm = ImageOps.autocontrast(larger.filter(ImageFilter.GaussianBlur(1.6)), cutoff=1)
    limit = pictures.threshold_of(calm) + limit_by
    flat = calm.point([255 if value > limit else 0 for value in range(256)])
    upright = _unslanted(flat)
    return upright, _digit_boxes(upright)


def _bar_pass(upright: Image.Image, boxes: Sequence[Box], name: str) -> Pass | None:
    """The digits by their lit bars; None when one of them is none that a display shows."""
    wide = statistics.median([box.width for box in boxes if box.width > 0.35 * box.height] or [0])
    if not wide:
        return None
    glyphs = []
    for box in boxes:
        glyph = _digit(upright, box, wide)
        if glyph is None:
            return None
        glyphs.append(glyph)
    return Pass(name, tuple(glyphs), 1.2)


def _shape_pass(upright: Image.Image, boxes: Sequence[Box], name: str) -> Pass:
    """The digits by what they are like, in bars or in type."""
    glyphs = []
    for likes in likes_of(upright, boxes, DIGITS):
        ranked = sorted(likes, key=lambda char: likes[char], reverse=True)
        lead = likes[ranked[0]] - likes[ranked[1]]
        # what is like no digit at all is none, however much less it is like the others
        known = min(1.0, max(0.0, (likes[ranked[0]] - _UNLIKE) / (_LIKE - _UNLIKE)))
        glyphs.append(Glyph(ranked[0], known / (1 + math.exp(-_SURE * lead))))
    return Pass(name, tuple(glyphs))


_UNLIKE, _LIKE = 0.45, 0.75
_SURE: Final = 30.0
"""What a lead in likeness is worth, as a log of odds."""


def _unslanted(flat: Image.Image) -> Image.Image:
    """Displays lean: the shear whose columns are the emptiest between digits."""
    ink = ImageOps.invert(flat)

    def sheared(by: float) -> Image.Image:
        return ink.transform(
            ink.size,
            Image.Transform.AFFINE,
            (1, -by, by * ink.height / 2, 0, 1, 0),
            Image.Resampling.BILINEAR,
        )

    def empty(by: float) -> float:
        columns = sheared(by).resize((ink.width, 1), Image.Resampling.BOX).tobytes()
        return float(sum((one - two) ** 2 for one, two in pairwise(columns)))

    best = max((by / 50 for by in range(-8, 9)), key=lambda by: empty(by) - abs(by) * 10)
    straight = ImageOps.invert(sheared(-0.0) if abs(best) < 0.02 else sheared(best))
    return straight.point([255 if value > 127 else 0 for value in range(256)])


def _digit_boxes(flat: Image.Image) -> list[Box]:
    """A box around each digit: its bars put together by their columns."""
    parts = [box for box in spots(flat) if box.width * box.height > 40]
    if not parts:
        return []
    tall = _row_of(parts)
    if tall is None:
        return []
    top, bottom = tall
    height = bottom - top
    inside = sorted(
        (
            box
            for box in parts
            if box.middle > top - 0.1 * height and box.middle < bottom + 0.1 * height
        ),
        key=lambda box: box.left,
    )
    digits: list[Box] = []
    for box in inside:
        if box.height < 0.1 * height and box.width < 0.12 * height:
            continue
        if (digits and box.left < digits[-1].right - 0.02 * height) or (
            digits
            and box.left - digits[-1].right < 0.06 * height
            and (digits[-1].joined(box).width < 0.72 * height)
        ):
            digits[-1] = digits[-1].joined(box)
        else:
            digits.append(box)
    kept = [box for box in digits if box.height >= 0.6 * height]
    inner = [box for box in digits if kept and kept[0].left < box.left < kept[-1].left]
    if any(0.25 * height < box.height < 0.6 * height for box in inner):
        return []
    if len(kept) > 3 and any(
        box.height < 0.25 * height
        and box.width < 0.25 * height
        and box.middle > top + 0.8 * height
        and kept[-2].right <= box.left + 1 < box.right - 1 <= kept[-1].left
        for box in digits
    ):
        del kept[-1]  # a point before it: tenths
    # 4 and 1 have no bar at top and bottom: all digits stand between the lines of the tall ones
    tops = [box.top for box in kept if box.height > 0.93 * height]
    bottoms = [box.bottom for box in kept if box.height > 0.93 * height]
    if len(kept) < 3 or not tops:
        return []
    above, below = round(statistics.median(tops)), round(statistics.median(bottoms))
    return [Box(box.left, above, box.width, below - above) for box in kept]


def _row_of(parts: Sequence[Box]) -> tuple[int, int] | None:
    """Top and bottom of the row: between the margins that ``levelled`` leaves."""
    tall = max(parts, key=lambda box: box.height)
    near = [
        box
        for box in parts
        if tall.top - 12 < box.middle < tall.bottom + 12 and box.height > 0.4 * tall.height
    ]
    top = min(box.top for box in near)
    bottom = max(box.bottom for box in near)
    return (top, bottom) if bottom - top > 0.4 * _HIGH else None


def _digit(flat: Image.Image, box: Box, wide: float) -> Glyph | None:
    """Which bars are lit; a narrow digit is a 1. None for what no display shows."""
    if box.width < 0.5 * wide:
        return Glyph("1", 0.97)
    if box.width > 1.35 * wide:
        return None
    cut = ImageChops.invert(flat.crop((box.left, box.top, box.right, box.bottom)))
    lit, sure = "", 1.0
    for left, top, right, bottom in _BARS:
        spot = cut.crop(
            (
                round(left * box.width),
                round(top * box.height),
                round(right * box.width),
                round(bottom * box.height),
            ),
        )
        share = spot.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        part = (share if isinstance(share, int | float) else 0) / 255
        lit += "1" if part > _LIT else "0"
        sure = min(sure, 0.6 + min(0.4, abs(part - _LIT) * 1.6))
    digit = SEVEN_BARS.get(lit)
    return Glyph(digit, sure) if digit else None


def digit_rows(image: Image.Image) -> list[Chain]:
    """Rows that may be a dashboard's number, the highest first, whole digits and such in bars."""
    found = [
        chain
        for joins in (0, 5, 9)
        for chain in find_chains(image, 3, joins=joins)
        if chain.count <= _MOST
    ]
    rows: list[Chain] = []
    for chain in sorted(found, key=lambda each: (-round(each.height / 8), -len(each.boxes))):
        if not any(_same_row(row, chain, 0.3) for row in rows):
            rows.append(chain)
    # a digit in pieces may have ended the row too early: of the chains of one row the widest has all
    return [
        max(
            (
                each
                for each in found
                if _same_row(row, each, 0.15) and 0.85 < each.height / row.height < 1.15
            ),
            key=lambda each: (round(each.box.width / row.height, 1), len(each.boxes)),
        )
        for row in rows[:2]
        if row.height > 0.6 * rows[0].height
    ]


def _same_row(row: Chain, other: Chain, off: float) -> bool:
    return abs(row.box.middle - other.box.middle) < off * row.height


def digit_passes(row: Image.Image, step: Callable[[str], None]) -> list[Pass]:
    """Looks at lit bars and at shapes, and three passes of Tesseract over the row with its gaps closed.

    Who counts the spots of ink knows how many digits there are: a pass of Tesseract that lost one is left out.
    """
    passes: list[Pass] = []
    step("bars")
    counts = set()
    for name, by in (("", 0), (", darker", -14)):
        upright, boxes = _spread(row, by)
        if not boxes:
            continue
        counts.add(len(boxes))
        seen = _bar_pass(upright, boxes, f"bars{name}")
        passes += [seen] if seen is not None else []
        passes.append(_shape_pass(upright, boxes, f"shape{name}"))
    if _are_told(passes):
        return passes
    step("gray")
    calm = pictures.gray(row.filter(ImageFilter.GaussianBlur(1.2)))
    flat = closed(pictures.black_on_white(calm), 7)
    pictured = (
        pictures.enlarged(calm, 60)[0],
        pictures.enlarged(flat.filter(ImageFilter.GaussianBlur(1.0)), 60)[0],
        pictures.enlarged(calm, 46)[0],
    )
    read = see_all([pictures.bordered(each, 16) for each in pictured], psm=7, allowed=f"{DIGITS}.")
    for name, words in zip(("gray", "closed", "small"), read, strict=True):
        glyphs = glyphs_of(words)
        if not counts or sum(glyph.char != "." for glyph in glyphs) in counts:
            passes.append(Pass(name, glyphs))
    return passes


def _are_told(passes: Sequence[Pass]) -> bool:
    """Whether bars and shapes of both looks saw the same, and surely: then there is nothing to ask."""
    return (
        len(passes) == 4
        and len({each.text for each in passes}) == 1
        and min(glyph.confidence for each in passes for glyph in each.glyphs) > 0.9
    )


_MOST: Final = 9
