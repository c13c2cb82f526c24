"""A dashboard's number from several passes, digit by digit."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from models.recognition.rows import (
    Box,
    Candidate,
    FieldName,
    Glyph,
    Note,
    NoteKind,
    Pass,
    ReadField,
    Why,
)

_MOST: Final = 7
_LEAST: Final = 2
_DIGITS: Final = {
    "O": "0",
    "o": "0",
    "D": "0",
    "Q": "0",
    "l": "1",
    "I": "1",
    "|": "1",
    "S": "5",
    "B": "8",
    "Z": "2",
}
_ALONE: Final = 0.45
_BARRED: Final = 0.9
_TENTHS: Final = re.compile(r"(\d{2,7})[.,](\d)$")


def vote_odometer(passes: Sequence[Pass], box: Box | None = None, *, unit: str = "") -> ReadField:
    """The number that the passes agree on, without tenths, as digits; with its unit (km, mi) when it was read."""
    readings: dict[str, list[tuple[float, float]]] = defaultdict(list)
    raw = ""
    for seen in passes:
        digits, confidence = _digits(seen)
        if not raw and seen.glyphs:
            raw = seen.text
        if _LEAST <= len(digits) <= _MOST:
            readings[digits].append((seen.weight, confidence))
    if not readings:
        return ReadField(FieldName.ODOMETER, "", 0.0, box, raw)
    cast = sum(each.weight for each in passes if each.glyphs) or 1.0
    ranked = sorted(
        ((sum(w * c for w, c in held), digits) for digits, held in readings.items()),
        reverse=True,
    )
    won, value = ranked[0]
    held = readings[value]
    certainty = max(confidence for _, confidence in held)
    confidence = min(0.99, (won / cast) * 0.5 + certainty * 0.5)
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    if _in_bars(passes) == value:
        # both looks at the bars are digits of a display, and the same ones; a reader of print is blind to bars
        confidence = max(confidence, _BARRED)
    elif len(held) < 2 or rival > 0.6 * won:
        confidence = min(confidence, _ALONE)
    candidates = [Candidate(value, round(confidence, 3))]
    candidates += [
        Candidate(digits, round(min(0.4, score / cast), 3), Why.OTHER_PASS)
        for score, digits in ranked[1:3]
    ]
    notes = (Note(NoteKind.AGREED, f"{len(held)}/{len(passes)}"),) if len(held) > 1 else ()
    shown = tuple(candidates)
    if unit:
        shown = tuple(
            Candidate(f"{each.value} {unit}", each.confidence, each.why) for each in candidates
        )
    return ReadField(
        FieldName.ODOMETER,
        shown[0].value,
        round(confidence, 3),
        box,
        raw,
        shown,
        notes,
    )


def _in_bars(passes: Sequence[Pass]) -> str:
    """The number that both looks at lit bars saw surely; empty without it."""
    seen = [_digits(each) for each in passes if each.name.startswith("bars")]
    agreed = len(seen) > 1 and len({digits for digits, _ in seen}) == 1
    return seen[0][0] if agreed and min(sure for _, sure in seen) >= _BARRED else ""


def _digits(seen: Pass) -> tuple[str, float]:
    """The whole kilometres of a pass and its weakest digit's confidence; tenths after a point are left out."""
    glyphs = [
        Glyph(_DIGITS.get(g.char, g.char), g.confidence) for g in seen.glyphs if g.char != " "
    ]
    text = "".join(g.char for g in glyphs)
    tenths = _TENTHS.search(text)
    if tenths:
        glyphs = glyphs[: tenths.end(1)]
    kept = [g for g in glyphs if g.char.isdecimal() and g.char.isascii()]
    if not kept:
        return "", 0.0
    digits = "".join(g.char for g in kept)
    weakest = min(g.confidence for g in kept)
    mean = sum(g.confidence for g in kept) / len(kept)
    stripped = digits.lstrip("0") or "0"
    return stripped, 0.5 * weakest + 0.5 * mean
