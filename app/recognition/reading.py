"""A picture read from beginning to end. Nothing is written anywhere: what comes back is a proposal (R1)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from PIL import Image, ImageFilter

from app.recognition import pictures
from app.recognition.digits import digit_passes, digit_rows
from app.recognition.engine import ALL, see
from app.recognition.letters import Chain, levelled
from app.recognition.pictures import Photo
from app.recognition.spots import VIN_HIGH, uprightness, vin_passes, vin_rows
from models.recognition import (
    CERTIFICATE_FIELDS,
    READABLE,
    Box,
    Document,
    FieldName,
    Form,
    Found,
    GoodsLine,
    Note,
    NoteKind,
    PictureReading,
    ReadField,
    Word,
    certificate_form,
    find_certificate,
    find_invoice,
    lines_of,
    meaning_of,
    vote_odometer,
    vote_vin,
)
from models.text import plate_key

Step = Callable[[str], None]
"""Told what is done next."""

_DIGIT_HIGH: Final = 64
_PAGE: Final = 1700
_LEAST_SIDE: Final = 1000
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


def upright(photo: Photo, step: Step) -> tuple[Image.Image, float, int, tuple[Word, ...]]:
    """The page straight and the right way up, by how much it was turned, and its words.

    A page with hardly a word is tried upside down and on its sides.
    """
    best: tuple[float, Image.Image, float, int, tuple[Word, ...]] | None = None
    for turn in (0, 180, 90, 270):
        image = photo.image.rotate(-turn, expand=True) if turn else photo.image
        step("straighten")
        angle = pictures.slope_of(image)
        image = pictures.straightened(image, angle)
        step("read")
        words = _words_of(image)
        score = sum(
            word.confidence
            for word in words
            if len(word.text) > _FEW and word.confidence > READABLE
        )
        if best is None or score > best[0]:
            best = (score, image, angle, turn, words)
        if best[0] > _GOOD:
            break
    if best is None:
        msg = "at least one way up was tried"
        raise AssertionError(msg)
    return best[1:]


_GOOD: Final = 8.0
"""So many sure words make a page that stands upright."""


def _words_of(image: Image.Image, *, psm: int = 11, languages: str = ALL) -> tuple[Word, ...]:
    """The words of a page, enlarged for small letters, shadows taken away."""
    scale = max(1.0, min(2.2, _PAGE / max(image.size)))
    size = (round(image.width * scale), round(image.height * scale))
    plain = image.convert("L")
    if scale > 1.0:
        plain = plain.resize(size, Image.Resampling.LANCZOS)
    evened = pictures.even(plain.filter(ImageFilter.GaussianBlur(0.6)), max(25, size[1] // 24))
    words = see(evened, psm=psm, languages=languages)
    return tuple(replace(word, box=word.box.moved(0, 0, scale)) for word in words)


def _read_certificate(photo: Photo, step: Step) -> Page:
    image, angle, turned, words = upright(photo, step)
    reading = replace(_page(photo, Document.CERTIFICATE, image), angle=angle, turned=turned)
    halves = _sides(words, image)
    found: list[Found] = []
    form = certificate_form(lines_of(words))
    if form is not Form.RU:
        # the harmonised codes are single letters, which only a page read as one block shows
        step("lines")
        block = _words_of(image, psm=6, languages="eng")
        form = certificate_form(lines_of(block)) or form
        if form is Form.EU or form is None:
            words = block
    for half in halves if form is Form.RU else [words]:
        lines = lines_of(half)
        if form is not None:
            known = {each.name for each in found}
            found += [each for each in find_certificate(lines, form) if each.name not in known]
    fields = []
    for each in found:
        step("field")
        fields.append(_meant(image, each, form, step))
    order = {name: place for place, name in enumerate(CERTIFICATE_FIELDS)}
    fields = _compared(sorted(fields, key=lambda field: order.get(field.name, 99)))
    return Page(replace(reading, form=form, fields=tuple(fields), sides=len(halves)), image)


def _sides(words: Sequence[Word], image: Image.Image) -> list[tuple[Word, ...]]:
    """The words left and right of an empty lane in the middle of a wide picture: two sides of a paper."""
    if image.width < 1.1 * image.height:
        return [tuple(words)]
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
        return [tuple(words)]
    left = tuple(word for word in words if word.box.right <= best[1])
    right = tuple(word for word in words if word.box.right > best[1])
    enough = min(len(left), len(right)) > _FEW
    return [left, right] if enough else [tuple(words)]


def _meant(image: Image.Image, found: Found, form: Form | None, step: Step) -> ReadField:
    """The field: numbers of a car in four passes, others from their words, read again when doubtful."""
    box = found.box.grown(max(3, found.box.height // 5), *image.size)
    if found.name in {FieldName.VIN, FieldName.BODY}:
        seen = read_vin_spot(image, box, step)
        if seen.value or found.name is FieldName.VIN:
            return replace(seen, name=found.name)
    value, factor, candidates, notes = meaning_of(found.name, found.raw, form)
    confidence = min(0.99, found.confidence * factor)
    raw = found.raw
    if confidence < _SURE:
        again = _read_again(image, box, found.name, form)
        if again is not None and again.value == value:
            # two passes that saw the same are more than each of them
            confidence = max(
                confidence,
                1 - (1 - min(0.95, confidence)) * (1 - again.confidence * 0.6),
            )
            confidence = min(confidence, _TWICE) if factor >= 0.8 else found.confidence * factor
        elif again is not None and again.confidence > confidence + 0.1:
            value, confidence, candidates, notes, raw = (
                again.value, min(again.confidence, _DIFFERED), again.candidates, again.notes, again.raw,
            )  # fmt: skip  # a table reads better in rows
        else:
            confidence = min(confidence, _DIFFERED)
    return ReadField(found.name, value, round(confidence, 3), box, raw, candidates, notes)


_SURE: Final = 0.93
_TWICE: Final = 0.97
_DIFFERED: Final = 0.72
"""What two passes that differ leave at most."""
_ALLOWED: Final = {
    FieldName.YEAR: "0123456789",
    FieldName.ISSUED_ON: "0123456789./-",
    FieldName.POWER: "0123456789/.,",
    FieldName.MASS: "0123456789/",
    FieldName.VOLUME: "0123456789.",
    FieldName.NUMBER: "0123456789",
}


def _read_again(
    image: Image.Image,
    box: Box,
    name: FieldName,
    form: Form | None,
) -> ReadField | None:
    """One more pass over a field's own spot, enlarged, with the letters it may have."""
    cut = image.crop((box.left, box.top, box.right, box.bottom))
    high, scale = pictures.enlarged(cut.convert("L"), max(44, min(120, cut.height * 2)))
    allowed = _ALLOWED.get(name, "")
    words = see(
        pictures.bordered(pictures.gray(high), 12),
        psm=7,
        languages="eng" if allowed or form is not Form.RU else ALL,
        allowed=allowed,
    )
    if not words:
        return None
    raw = " ".join(word.text for word in sorted(words, key=lambda word: word.box.left))
    value, factor, candidates, notes = meaning_of(name, raw, form)
    sure = sum(word.confidence for word in words) / len(words)
    del scale
    return ReadField(name, value, min(0.99, sure * factor), box, raw, candidates, notes)


def read_vin_spot(image: Image.Image, box: Box, step: Step) -> ReadField:
    """The VIN in four passes over one spot of the picture."""
    cut = image.crop((box.left, box.top, box.right, box.bottom))
    big, _ = pictures.enlarged(cut, max(cut.height, 90))
    rows = vin_rows(big)
    row = (
        levelled(big, rows[0], VIN_HIGH)
        if rows
        else pictures.ink_dark(pictures.enlarged(pictures.gray(cut), 64)[0])
    )
    passes, likes = vin_passes(row, step)
    return vote_vin(passes, box, likes)


def _compared(fields: Sequence[ReadField]) -> list[ReadField]:
    """VIN and body number are the same on most cars: then each speaks for the other."""
    by_name = {field.name: field for field in fields}
    vin, body = by_name.get(FieldName.VIN), by_name.get(FieldName.BODY)
    if vin is None or body is None or not vin.value or not body.value:
        return list(fields)
    if vin.value == body.value:
        note = Note(NoteKind.SAME_AS_BODY)
        sure = 1 - (1 - vin.confidence) * (1 - body.confidence)
        # both may be misread alike: only a check digit makes it certain
        proven = any(each.kind is NoteKind.CHECK_DIGIT_FITS for each in vin.notes)
        capped = not proven or any(each.kind is NoteKind.CORRECTED for each in vin.notes)
        better = replace(
            vin,
            confidence=round(min(sure, 0.94 if capped else 0.99), 3),
            notes=(note, *vin.notes),
        )
    else:
        better = replace(
            vin,
            confidence=min(vin.confidence, 0.7) if vin.confidence < _SURE else vin.confidence,
            notes=(Note(NoteKind.DIFFERS_FROM_BODY, body.value), *vin.notes),
        )
    return [better if field is vin else field for field in fields]


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
            word.text.upper().strip("|.,")
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
    again = _read_again(image, box, name, form)
    return again or ReadField(name, "", 0.0, box)
