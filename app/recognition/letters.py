"""Letters as spots of ink: found by their shape, before anybody reads them, and their line made level.

A plate is seen at a slant: tops and bottoms of its letters lie on two lines that need not be parallel. What stands
between these lines is cut out and stretched into a rectangle.
"""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageFilter, ImageOps

from app.recognition import pictures
from models.recognition import Box

_INK: Final = re.compile(rb"\x00+")
_WIDE: Final = 1000
_MARGIN: Final = 0.3


@dataclass(frozen=True, slots=True)
class Chain:
    """Spots of one height in one row; boxes in pixels of the picture they were looked for in."""

    boxes: tuple[Box, ...]
    is_light: bool

    @property
    def height(self) -> float:
        """The usual height of its letters."""
        return statistics.median(box.height for box in self.boxes)

    @property
    def box(self) -> Box:
        """Around all of it."""
        box = self.boxes[0]
        for other in self.boxes[1:]:
            box = box.joined(other)
        return box

    @property
    def count(self) -> int:
        """How many letters it has, those that touch counted by their width."""
        usual = statistics.median(box.width for box in self.boxes)
        return sum(max(1, round(box.width / max(usual, 1) * 0.9)) for box in self.boxes)


def spots(flat: Image.Image) -> list[Box]:
    """The connected spots of black on a black and white picture."""
    wide, tall = flat.size
    data = flat.tobytes()
    parent: list[int] = []
    bounds: list[list[int]] = []

    def root(of: int) -> int:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    above: list[tuple[int, int, int]] = []
    for row in range(tall):
        runs: list[tuple[int, int, int]] = []
        at = 0
        for ink in _INK.finditer(data, row * wide, (row + 1) * wide):
            start, end = ink.start() - row * wide, ink.end() - row * wide
            mine = -1
            while at < len(above) and above[at][1] < start:
                at += 1
            look = at
            while look < len(above) and above[look][0] <= end:
                theirs = root(above[look][2])
                if mine < 0:
                    mine = theirs
                elif theirs != mine:
                    parent[theirs] = mine
                    _widen(bounds[mine], bounds[theirs])
                look += 1
            if mine < 0:
                mine = len(parent)
                parent.append(mine)
                bounds.append([start, row, end, row + 1])
            else:
                _widen(bounds[mine], [start, row, end, row + 1])
            runs.append((start, end, mine))
        above = runs
    return [
        Box(left, top, right - left, bottom - top)
        for number, (left, top, right, bottom) in enumerate(bounds)
        if parent[number] == number
    ]


def _widen(mine: list[int], theirs: Sequence[int]) -> None:
    mine[0], mine[1] = min(mine[0], theirs[0]), min(mine[1], theirs[1])
    mine[2], mine[3] = max(mine[2], theirs[2]), max(mine[3], theirs[3])


def find_chains(image: Image.Image, least: int, *, joins: int = 0) -> list[Chain]:
    """Rows of at least ``least`` letters, dark on light and light on dark, at several strengths of smoothing.

    ``joins``: ink grows by so many pixels (odd) first, so that a letter in pieces is one spot.
    """
    scale = min(1.6, _WIDE / image.width)
    small = image.convert("L")
    if scale != 1.0:
        size = (round(image.width * scale), max(8, round(image.height * scale)))
        small = small.resize(size, Image.Resampling.BICUBIC)
    small = ImageOps.autocontrast(small, cutoff=0.5)
    found: list[Chain] = []
    for blur, reach in ((1.2, 22), (2.0, 26), (1.2, 45)):
        flat = pictures.even(small.filter(ImageFilter.GaussianBlur(blur)), reach)
        limit = pictures.threshold_of(flat)
        for is_light in (False, True):
            ink = [0 if (value > limit) == is_light else 255 for value in range(256)]
            inked = flat.point(ink)
            if joins:
                inked = inked.filter(ImageFilter.MinFilter(joins))
            for chain in _chains(spots(inked), is_light=is_light):
                if chain.count >= least:
                    boxes = tuple(box.moved(0, 0, scale) for box in chain.boxes)
                    found.append(Chain(boxes, is_light))
    return found


def _chains(boxes: Sequence[Box], *, is_light: bool) -> list[Chain]:
    """Spots that stand beside each other, about as high as each other."""
    able = sorted(
        (box for box in boxes if box.height >= 11 and 0.08 < box.width / box.height < 3.5),
        key=lambda box: box.left,
    )
    left = set(range(len(able)))
    chains: list[Chain] = []
    while left:
        at = min(left)
        left.discard(at)
        chain = [able[at]]
        drift = 0.0
        while True:
            last = chain[-1]
            tall = statistics.median(box.height for box in chain[-6:])
            best: tuple[float, int] | None = None
            for number in left:
                box = able[number]
                gap = box.left - last.right
                if gap > 1.5 * tall or box.left < last.left + 0.1 * tall:
                    continue
                step = box.left - last.left
                off = abs(box.middle - last.middle - drift * step)
                if gap < -0.35 * tall or off > 0.3 * tall or not 0.72 < box.height / tall < 1.38:
                    continue
                if best is None or box.left < best[0]:
                    best = (box.left, number)
            if best is None:
                break
            chain.append(able[best[1]])
            left.discard(best[1])
            if len(chain) > 3:
                drift = (chain[-1].middle - chain[0].middle) / max(
                    1,
                    chain[-1].left - chain[0].left,
                )
        if len(chain) > 2:
            chains.append(Chain(tuple(chain), is_light))
    return chains


def levelled(image: Image.Image, chain: Chain, height: int) -> Image.Image:
    """The chain's row cut out of the picture, level, ``height`` pixels for its letters and a margin, ink dark."""
    tops = _line([(b.left + b.width / 2, b.top) for b in chain.boxes])
    bottoms = _line([(b.left + b.width / 2, b.bottom) for b in chain.boxes])
    tall = chain.height
    start, end = chain.box.left - 0.6 * tall, chain.box.right + 0.6 * tall
    margin = _MARGIN * tall
    # letters stand upright on their line, not in the picture: the cut leans as the line does
    lean = (tops[1] + bottoms[1]) / 2 * (tall / 2 + margin)
    quad = tuple(
        part
        for x, line, by, way in (
            (start, tops, -margin, -lean),
            (start, bottoms, margin, lean),
            (end, bottoms, margin, lean),
            (end, tops, -margin, -lean),
        )
        for part in (x - way, line[0] + line[1] * (x - way) + by)
    )
    scale = height / tall
    size = (max(16, round((end - start) * scale)), round((tall + 2 * margin) * scale))
    plain = image.convert("L")
    if scale < 0.6:
        plain = plain.filter(ImageFilter.GaussianBlur(0.4 / scale))
    cut = plain.transform(size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)
    return ImageOps.invert(cut) if chain.is_light else cut


def _line(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Height at 0 and slope of the line through most points: the medians of all pairs (Theil, Sen)."""
    slopes = [
        (y2 - y1) / (x2 - x1)
        for number, (x1, y1) in enumerate(points)
        for x2, y2 in points[number + 1 :]
        if abs(x2 - x1) > 1
    ]
    slope = statistics.median(slopes) if slopes else 0.0
    return statistics.median(y - slope * x for x, y in points), slope
