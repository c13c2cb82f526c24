"""The fields of a certificate from several looks at the same words: what looks differ in is not told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PIL import Image

from app.recognition import pictures
from app.recognition.engine import see_all
from app.recognition.letters import levelled
from app.recognition.spots import VIN_HIGH, vin_passes, vin_rows
from models.recognition import (
    CERTIFICATE_FIELDS,
    Box,
    Candidate,
    FieldName,
    Form,
    Found,
    Note,
    NoteKind,
    ReadField,
    meaning_of,
    vote_vin,
)
from models.text import fold

Step = Callable[[str], None]

_ALLOWED: Final = "0123456789./,-"
_NUMBERS: Final = frozenset(
    {
        FieldName.YEAR, FieldName.ISSUED_ON, FieldName.FIRST_ON, FieldName.POWER, FieldName.MASS, FieldName.VOLUME,
        FieldName.NUMBER, FieldName.HOUSE,
    },
)  # fmt: skip  # a table reads better in rows
_LATIN: Final = frozenset({FieldName.ENGINE, FieldName.CATEGORY, FieldName.PLATE})
_VINS: Final = frozenset({FieldName.VIN, FieldName.BODY})
_LOOK: Final = 0.8
"""What one look counts at most."""
_RIVAL: Final = 0.5
_SURE: Final = 0.9
_PROVEN: Final = 0.93
_LIKE_VIN: Final = 14
_FITS: Final = 0.8
_HINT: Final = 0.45


@dataclass(frozen=True, slots=True)
class Look:
    """What one reading made of a field; ``fit``: how well the value has the form of the field."""

    value: str
    sure: float
    fit: float
    box: Box
    raw: str
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[Note, ...] = ()


def decided(
    image: Image.Image,
    found: Mapping[FieldName, Sequence[Found]],
    form: Form | None,
    step: Step,
) -> list[ReadField]:
    """The fields in their order. Those in which the readings of the page differ are read a third time, together."""
    fields: dict[FieldName, ReadField] = {}
    looks: dict[FieldName, list[Look]] = {}
    for name, each in found.items():
        if name in _VINS:
            seen = _vin_of(image, name, each, step)
            if seen is not None:
                fields[name] = seen
                continue
        looks[name] = [_look(image, name, one, form) for one in each]
    doubted = [name for name, seen in looks.items() if agreed(name, seen).confidence < _SURE]
    if doubted:
        step("field")
        for name, again in _again(image, {name: looks[name] for name in doubted}, form).items():
            looks[name] += again
    fields |= {name: agreed(name, seen) for name, seen in looks.items()}
    order = {name: place for place, name in enumerate(CERTIFICATE_FIELDS)}
    return sorted(fields.values(), key=lambda field: order.get(field.name, 99))


def _look(image: Image.Image, name: FieldName, found: Found, form: Form | None) -> Look:
    box = found.box.grown(max(3, found.box.height // 5), *image.size)
    value, factor, candidates, notes = meaning_of(name, found.raw, form)
    sure = min(1.0, found.confidence * factor)
    return Look(value, sure, factor, box, found.raw, candidates, notes)


def agreed(name: FieldName, looks: Sequence[Look]) -> ReadField:
    """The value that most looks agree on; what speaks for another one speaks against it."""
    lacks: dict[str, float] = {}
    for look in looks:
        key = fold(look.value)
        lacks[key] = lacks.get(key, 1.0) * (1 - _LOOK * min(0.99, look.sure))
    ranked = sorted(lacks, key=lambda key: lacks[key])
    best = max(
        (look for look in looks if fold(look.value) == ranked[0]), key=lambda each: each.sure
    )
    rival = 1 - lacks[ranked[1]] if len(ranked) > 1 else 0.0
    confidence = 1 - lacks[ranked[0]] - _RIVAL * rival
    corrected = any(note.kind is NoteKind.CORRECTED for note in best.notes)
    confidence = min(confidence, _PROVEN if corrected else 0.99, max(0.0, confidence))
    if best.fit < _FITS:
        # half a mass, one word of a name: seen twice it is still half
        confidence = min(confidence, _HINT)
    others = tuple(
        Candidate(look.value, round(look.sure / 2, 3))
        for look in looks
        if look.value and fold(look.value) != ranked[0]
    )
    known = {candidate.value for candidate in best.candidates}
    shown = best.candidates or (Candidate(best.value, round(confidence, 3)),)
    shown = (*shown, *(each for each in others[:2] if each.value not in known))
    shown = shown if len(shown) > 1 or best.candidates else ()
    return ReadField(
        name, best.value, round(max(0.0, confidence), 3), best.box, best.raw, shown, best.notes
    )


def _again(
    image: Image.Image,
    looks: Mapping[FieldName, Sequence[Look]],
    form: Form | None,
) -> dict[FieldName, list[Look]]:
    """A look at each field's own spot, enlarged, with the letters it may have; one process for each alphabet.

    What the page's language is strange to (an engine's number on a Russian paper) is looked at in two sizes.
    """
    boxes = {name: max(seen, key=lambda each: each.sure).box for name, seen in looks.items()}
    groups: dict[tuple[str, str], list[FieldName]] = {}
    for name in looks:
        is_latin = form is not Form.RU or name in _LATIN
        alphabet = ("eng", _ALLOWED) if name in _NUMBERS else ("eng" if is_latin else "rus", "")
        groups.setdefault(alphabet, []).append(name)
    found: dict[FieldName, list[Look]] = {name: [] for name in looks}
    for (language, allowed), names in groups.items():
        sizes = [
            (name, high)
            for name in names
            for high in (_HIGHS if name in _LATIN and form is Form.RU else _HIGHS[:1])
        ]
        lines = [_line_of(image, boxes[name], high) for name, high in sizes]
        seen = see_all(lines, psm=7, languages=language, allowed=allowed)
        for (name, _), words in zip(sizes, seen, strict=True):
            if not words:
                continue
            raw = " ".join(word.text for word in sorted(words, key=lambda word: word.box.left))
            value, factor, candidates, notes = meaning_of(name, raw, form)
            sure = min(1.0, factor * sum(word.confidence for word in words) / len(words))
            found[name].append(Look(value, sure, factor, boxes[name], raw, candidates, notes))
    return found


def _line_of(image: Image.Image, box: Box, height: int) -> Image.Image:
    cut = image.crop((box.left, box.top, box.right, box.bottom)).convert("L")
    high, _ = pictures.enlarged(cut, height)
    return pictures.bordered(pictures.gray(high), 12)


_HIGHS: Final = (58, 44)
"""Pixels of a line with its margins."""


def read_field(image: Image.Image, box: Box, name: FieldName, form: Form | None) -> ReadField:
    """One field anew, from a spot that a person drew around it."""
    looks = _again(image, {name: [Look("", 0.0, 0.0, box, "")]}, form)
    if not looks[name]:
        return ReadField(name, "", 0.0, box)
    seen = max(looks[name], key=lambda each: each.sure)
    return ReadField(
        name, seen.value, round(min(0.99, seen.sure), 3), box, seen.raw, seen.candidates, seen.notes
    )


def _vin_of(
    image: Image.Image,
    name: FieldName,
    found: Sequence[Found],
    step: Step,
) -> ReadField | None:
    """A VIN, or a body number that looks like one, in four passes; None for a body number of another kind."""

    def away(each: Found) -> int:
        return abs(len(each.raw.replace(" ", "")) - 17)

    best = min(found, key=away)
    if name is FieldName.BODY and len(best.raw.replace(" ", "")) < _LIKE_VIN:
        return None
    box = best.box.grown(max(3, best.box.height // 5), *image.size)
    return replace(read_vin_spot(image, box, step), name=name)


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


def compared(fields: Sequence[ReadField]) -> list[ReadField]:
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
            confidence=min(vin.confidence, 0.7) if vin.confidence < _PROVEN else vin.confidence,
            notes=(Note(NoteKind.DIFFERS_FROM_BODY, body.value), *vin.notes),
        )
    return [better if field is vin else field for field in fields]
