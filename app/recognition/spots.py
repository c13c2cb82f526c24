"""Where on a picture a number stands, and several passes over that spot."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from app.recognition import pictures
from app.recognition.engine import glyphs_of, see
from app.recognition.letters import Chain, find_chains
from models.recognition import MADE_FOR_VIN, Box, Pass, Word, lines_of
from models.text import plate_key

Step = Callable[[str], None]
"""Told what is done next; may raise to stop."""

_HIGH: Final = 46
_LATIN: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def find_vin(image: Image.Image, step: Step) -> Box | None:
    """Where a VIN stands on the straight picture: the best of what three preparations show; None for none."""
    soft = pictures.gray(image).filter(ImageFilter.GaussianBlur(1.0))
    reach = max(12, image.height // 8)
    ways = (
        pictures.ink_dark(soft),
        pictures.ink_dark(pictures.even(soft, reach)),
        pictures.black_on_white(pictures.even(soft.filter(ImageFilter.MedianFilter(5)), reach)),
    )
    best: tuple[float, Box] | None = None
    for way in ways:
        step("find")
        found = vin_spot(see(way, psm=11))
        if found is not None and (best is None or found[0] > best[0]):
            best = found
        if best is not None and best[0] > _PLAIN:
            break
    return best[1] if best else None


_PLAIN: Final = 2.5
"""A spot this good needs no other preparation."""


def vin_spot(words: Sequence[Word]) -> tuple[float, Box] | None:
    """Around the line that is most like a VIN (17 capitals and digits, big), with how much it is like one."""
    best: tuple[float, Box] | None = None
    for line in lines_of(words):
        for run in _runs(line.words):
            text = "".join(word.text for word in run)
            letters = [char for char in plate_key(text) if char.isalnum()]
            digits = sum(char.isdecimal() for char in letters)
            if not 9 <= len(letters) <= 24 or digits < 3:
                continue
            box = run[0].box
            for word in run[1:]:
                box = box.joined(word.box)
            sure = sum(word.confidence for word in run) / len(run)
            score = -abs(len(letters) - 17) + min(2.0, box.height / 30) + 2 * sure
            if best is None or score > best[0]:
                best = (score, box)
    return best


def _runs(words: Sequence[Word]) -> Iterable[tuple[Word, ...]]:
    """The line whole, and its parts between wide gaps."""
    yield tuple(words)
    part: list[Word] = []
    for word in words:
        if part and word.box.left - part[-1].box.right > 2.2 * word.box.height:
            yield tuple(part)
            part = []
        part.append(word)
    if len(part) < len(words):
        yield tuple(part)


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
