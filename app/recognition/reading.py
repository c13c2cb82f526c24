"""A picture read from beginning to end. Nothing is written anywhere: what comes back is a proposal (R1)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from typing import Final

from PIL import Image, ImageFilter

from app.recognition import pictures
from app.recognition.digits import digit_passes, digit_rows
from app.recognition.engine import ALL, see, see_all
from app.recognition.fields import compared, decided, read_field, read_vin_spot
from app.recognition.letters import Chain, levelled
from app.recognition.pictures import Photo
from app.recognition.spots import VIN_HIGH, uprightness, vin_passes, vin_rows
from models.recognition import (
    READABLE,
    Box,
    Document,
    FieldName,
    Form,
    Found,
    GoodsLine,
    PictureReading,
    ReadField,
    Word,
    certificate_form,
    find_certificate,
    find_invoice,
    lines_of,
    meant_code,
    vote_odometer,
    vote_vin,
)
from models.text import plate_key

Step = Callable[[str], None]
"""Told what is done next."""

_DIGIT_HIGH: Final = 64
_PAGE: Final = 1700
_REACH: Final = 60
"""Brightness is evened over so many parts of a page's height: some two letters, so that faint captions stand out."""
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A reading and the upright, straight picture in which its boxes stand."""

    reading: PictureReading
    image: Image.Image


def read_picture(photo: Photo, document: Document, step: Step) -> Page:
    """Read the photo as such a document; a field that is not on it is not in the reading."""
    reader = {
        Document.VIN_PLATE: _read_plate,
        Document.ODOMETER: _read_dashboard,
        Document.CERTIFICATE: _read_certificate,
        Document.INVOICE: _read_invoice,
    }[document]
    return reader(photo, step)


def _page(photo: Photo, document: Document, image: Image.Image) -> PictureReading:
    return PictureReading(
        document,
        None,
        (),
        image.width,
        image.height,
        photo.sha256,
        dpi=photo.dpi,
    )


def _read_plate(photo: Photo, step: Step) -> Page:
    best: ReadField | None = None
    chosen, turned = photo.image, 0
    for turn in (0, 180, 90, 270):
        image = photo.image.rotate(-turn, expand=True) if turn else photo.image
        step("find")
        found, is_upright = _vin_on(image, step)
        if found is not None and (best is None or found.confidence > best.confidence):
            best, chosen, turned = found, image, turn
        if is_upright or (best is not None and best.is_read):
            break
    reading = _page(photo, Document.VIN_PLATE, chosen)
    fields = (best,) if best is not None else (ReadField(FieldName.VIN, "", 0.0),)
    return Page(replace(reading, fields=fields, turned=turned), chosen)


def _vin_on(image: Image.Image, step: Step) -> tuple[ReadField | None, bool]:
    """The VIN of the picture as it stands, and whether its letters stand upright: then no other way is tried."""
    best: ReadField | None = None
    is_upright = False
    for row in vin_rows(image)[:2]:
        level = levelled(image, row, VIN_HIGH)
        upright = uprightness(level)
        if upright < 0:
            continue
        passes, likes = vin_passes(level, step)
        seen = vote_vin(passes, _around(row, image), likes)
        if best is None or seen.confidence > best.confidence:
            best, is_upright = seen, upright > 0 and bool(seen.value)
        if best.is_read:
            break
    return best, is_upright


def _around(row: Chain, image: Image.Image) -> Box:
    return row.box.grown(round(row.height / 5), *image.size)


def _read_dashboard(photo: Photo, step: Step) -> Page:
    image = photo.image
    best: ReadField | None = None
    for row in digit_rows(image):
        step("find")
        passes = digit_passes(levelled(image, row, _DIGIT_HIGH), step)
        seen = vote_odometer(passes, _around(row, image))
        if best is None or seen.confidence > best.confidence:
            best = seen
        if best.is_read:
            break
    reading = _page(photo, Document.ODOMETER, image)
    fields = (best,) if best is not None else (ReadField(FieldName.ODOMETER, "", 0.0),)
    return Page(replace(reading, fields=fields), image)


def upright(
    photo: Photo,
    step: Step,
    languages: Sequence[str] = (ALL,),
) -> tuple[Image.Image, float, int, tuple[Word, ...]]:
    """The page straight and the right way up, by how much it was turned, and its words in the likeliest language.

    A page with hardly a word is tried upside down and on its sides.
    """
    best: tuple[float, Image.Image, float, int, tuple[Word, ...]] | None = None
    for turn in (0, 180, 90, 270):
        image = photo.image.rotate(-turn, expand=True) if turn else photo.image
        step("straighten")
        angle = pictures.slope_of(image)
        image = pictures.straightened(image, angle)
        for language in languages:
            step("read")
            words = _words_of(image, languages=language)
            score = sum(
                word.confidence
                for word in words
                if len(word.text) > _FEW and word.confidence > READABLE
            )
            if best is None or score > best[0]:
                best = (score, image, angle, turn, words)
            if best[0] > _GOOD:
                return best[1:]
    if best is None:
        msg = "at least one way up was tried"
        raise AssertionError(msg)
    return best[1:]


_GOOD: Final = 8.0
"""So many sure words make a page that stands upright."""


def _words_of(image: Image.Image, *, psm: int = 11, languages: str = ALL) -> tuple[Word, ...]:
    """The words of a page, enlarged for small letters, shadows taken away."""
    ready, scale = _ready(image, max(image.size))
    words = see(ready, psm=psm, languages=languages)
    return tuple(replace(word, box=word.box.moved(0, 0, scale)) for word in words)


def _ready(image: Image.Image, side: int) -> tuple[Image.Image, float]:
    scale = max(1.0, min(2.2, _PAGE / side))
    size = (round(image.width * scale), round(image.height * scale))
    plain = image.convert("L")
    if scale > 1.0:
        plain = plain.resize(size, Image.Resampling.LANCZOS)
    evened = pictures.even(plain.filter(ImageFilter.GaussianBlur(0.6)), max(20, size[1] // _REACH))
    return evened, scale


def _blocks_of(image: Image.Image, edges: Sequence[int], languages: str) -> list[tuple[Word, ...]]:
    """The words of each upright strip between the edges, read as one block: whole lines, no scattered words."""
    cuts = list(pairwise(edges))
    ready = [
        _ready(image.crop((left, 0, right, image.height)), max(image.size)) for left, right in cuts
    ]
    seen = see_all([each for each, _ in ready], psm=6, languages=languages)
    return [
        tuple(replace(word, box=word.box.moved(left, 0, scale)) for word in words)
        for words, (left, _), (_, scale) in zip(seen, cuts, ready, strict=True)
    ]


def _read_certificate(photo: Photo, step: Step) -> Page:
    """Two readings of the page, scattered words and whole lines; where they differ the spot is read a third time."""
    image, angle, turned, words = upright(photo, step, ("rus", "eng"))
    reading = replace(_page(photo, Document.CERTIFICATE, image), angle=angle, turned=turned)
    edges = _edges(words, image)
    form = certificate_form(lines_of(words))
    step("lines")
    if form is Form.RU:
        blocks = _blocks_of(image, edges, "rus")
    else:
        edges = (0, image.width)
        blocks = _blocks_of(image, edges, "eng")
        form = certificate_form(lines_of(blocks[0])) or form
        step("words")
        words = _words_of(image, languages="eng")
        form = form or certificate_form(lines_of(words))
    looks: dict[FieldName, list[Found]] = {}
    if form is not None:
        for strip, block in zip(pairwise(edges), blocks, strict=True):
            scattered = [word for word in words if strip[0] <= word.box.left < strip[1]]
            for each in (block, scattered):
                for found in find_certificate(lines_of(each), form):
                    looks.setdefault(found.name, []).append(found)
    fields = compared(decided(image, looks, form, step))
    sides = len(edges) - 1
    return Page(replace(reading, form=form, fields=tuple(fields), sides=sides), image)


def _edges(words: Sequence[Word], image: Image.Image) -> tuple[int, ...]:
    """Where a picture's papers begin and end: an empty lane in the middle of a wide one parts two sides."""
    if image.width < 1.1 * image.height:
        return (0, image.width)
    sure = [word for word in words if word.confidence > 0.3 and len(word.text) > 1]
    best: tuple[float, float] | None = None
    for part in range(38, 63):
        x = image.width * part / 100
        gap = min(
            (abs(x - edge) for word in sure for edge in (word.box.left, word.box.right)),
            default=0.0,
        )
        crossed = any(word.box.left < x < word.box.right for word in sure)
        if not crossed and (best is None or gap > best[0]):
            best = (gap, x)
    if best is None:
        return (0, image.width)
    left = sum(word.box.right <= best[1] for word in words)
    enough = min(left, len(words) - left) > _FEW
    return (0, round(best[1]), image.width) if enough else (0, image.width)


def _read_invoice(photo: Photo, step: Step) -> Page:
    image, angle, turned, words = upright(photo, step)
    step("lines")
    block = _words_of(image, psm=6)
    found = [find_invoice(lines_of(each)) for each in (block, words)]
    best = max(found, key=lambda each: (sum(line.sums_up for line in each.lines), len(each.fields)))
    fields = {field.name: field for each in found for field in each.fields}
    fields |= {field.name: field for field in best.fields}
    lines = best.lines
    if lines:
        step("codes")
        lines = _with_codes(image, lines)
    reading = _page(photo, Document.INVOICE, image)
    return Page(
        replace(reading, angle=angle, turned=turned, fields=tuple(fields.values()), lines=lines),
        image,
    )


def _with_codes(image: Image.Image, lines: Sequence[GoodsLine]) -> tuple[GoodsLine, ...]:
    """The lines with their codes read as Latin alone: among Russian words a G is taken for a 6, a B for an 8."""
    latin = [word for word in _words_of(image, psm=6, languages="eng") if len(word.text) > 2]
    checked = []
    for line in lines:
        near = [
            meant_code(word.text.upper().strip("|.,"))
            for word in latin
            if line.code
            and abs(word.box.middle - line.box.middle) < line.box.height
            and word.box.right < line.box.left + 0.45 * line.box.width
        ]
        same = [word for word in near if plate_key(word) == plate_key(line.code)]
        close = get_close_matches(line.code, near, n=1, cutoff=0.5)
        if not same and close and _CODE.fullmatch(close[0]):
            checked.append(
                replace(
                    line,
                    code=close[0],
                    other_code=line.code,
                    confidence=min(line.confidence, 0.7),
                ),
            )
        else:
            checked.append(line)
    return tuple(checked)


_CODE: Final = re.compile(r"[A-Z0-9][A-Z0-9/.\-]{2,}")


def read_spot(
    image: Image.Image,
    box: Box,
    name: FieldName,
    form: Form | None,
    step: Step,
) -> ReadField:
    """One field anew, from a spot that a person drew around it on the upright picture."""
    if name in {FieldName.VIN, FieldName.BODY}:
        return replace(read_vin_spot(image, box, step), name=name)
    if name is FieldName.ODOMETER:
        cut = image.crop((box.left, box.top, box.right, box.bottom))
        big, _ = pictures.enlarged(cut, max(cut.height, 120))
        rows = digit_rows(big)
        row = levelled(big, rows[0], _DIGIT_HIGH) if rows else pictures.ink_dark(pictures.gray(big))
        return vote_odometer(digit_passes(row, step), box)
    step("field")
    return read_field(image, box, name, form)
