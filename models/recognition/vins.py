"""A VIN from several passes over one plate: they vote letter by letter, and what is doubtful says so.

ISO 3779 knows no I, O and Q, and wants digits in the last four places: a letter read there is taken for its
look-alike, as a suggestion that names the letter (R2).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from models.identifiers import VinReason, normalise_vin, vin_problems
from models.identifiers.vin import check_digit
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

MADE_FOR_VIN: Final = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
"""The letters a VIN may have."""

LENGTH: Final = 17
_LAST_DIGITS: Final = range(13, 17)
_DEMANDS_CHECK: Final = frozenset("12345L")
_NEVER: Final = {"I": "1", "O": "0", "Q": "0"}
_AS_DIGIT: Final = {
    "B": "8", "S": "5", "G": "6", "Z": "2", "D": "0", "A": "4", "L": "1", "T": "7", "U": "0",
}  # fmt: skip  # a table reads better in rows
_ALIKE: Final = {
    "0": "DUC", "D": "0", "8": "B3", "B": "83", "5": "S6", "S": "58", "2": "Z7", "Z": "27", "1": "7LT4",
    "7": "1TZ", "6": "G5", "G": "6C", "4": "A", "A": "4", "V": "UY", "U": "V", "M": "NW", "N": "MH", "H": "NW",
    "K": "X", "X": "K", "W": "VM", "P": "R", "R": "PK", "E": "F", "F": "EP", "C": "G", "3": "8", "9": "8", "Y": "V",
    "J": "1", "T": "7", "L": "1",
}  # fmt: skip  # a table reads better in rows
_TRUSTED: Final = 0.45
"""What one pass alone, or a wrong check digit, may reach at most: not enough to be told as a value."""
UNPROVEN: Final = 0.94
"""What a VIN may reach whose check digit says nothing for it."""
_SUGGESTED: Final = 0.93
"""What a value with an exchanged letter may reach: a person has to look."""
_MISSING: Final = 0.4
"""What a pass weighs that saw no letter at a place."""
_LABEL: Final = re.compile(r"^(?:VIN|V1N|VLN|FIN|VI?NNO|VINNO|CHASSISNO|CHASSIS)+")


def vote_vin(passes: Sequence[Pass], box: Box | None = None) -> ReadField:
    """The VIN that the passes make out together.

    Returns a field of confidence below ``READABLE`` when they do not agree, or when its check digit is wrong where
    the law wants it; its candidates still show what was seen.
    """
    cleaned = [cleaned_pass(each) for each in passes]
    whole = [each for each in cleaned if len(each.glyphs) == LENGTH]
    raw = max(cleaned, key=lambda each: (_near(each), _mean(each)), default=Pass("", ()))
    if not whole:
        return ReadField(FieldName.VIN, "", 0.0, box, raw.text, _hints(raw.text))
    base = max(whole, key=lambda each: (sum(e.text == each.text for e in whole), _mean(each)))
    votes = [_aligned(base.text, each) for each in cleaned]
    letters = [_place(at, [(p.weight, v[at]) for p, v in votes]) for at in range(LENGTH)]
    value = "".join(letter.char for letter in letters)
    shares = [letter.share for letter in letters]
    confidence = (sum(shares) / LENGTH) * (0.4 + 0.6 * min(shares))
    agreeing = sum(_meant(each.text) == value for each in whole)
    fits = check_digit(value) == value[8]
    notes: list[Note] = []
    if fits:
        notes.append(Note(NoteKind.CHECK_DIGIT_FITS))
        confidence = 1 - (1 - confidence) * 0.3
    elif value[0] in _DEMANDS_CHECK:
        notes.append(Note(NoteKind.CHECK_DIGIT_DIFFERS))
        confidence = min(confidence, _TRUSTED)
    elif any(_disputed(value, at, letter) for at, letter in enumerate(letters)):
        confidence = min(confidence, _TRUSTED)
    if not fits:
        # passes can agree on a Z that is a 2: without a check digit that vouches for it, a person looks
        confidence = min(confidence, UNPROVEN)
    if agreeing > 1:
        notes.append(Note(NoteKind.AGREED, f"{agreeing}/{len(passes)}"))
    if agreeing < 2 and not (fits and agreeing):
        confidence = min(confidence, _TRUSTED)
    exchanged = [(at, letter.seen) for at, letter in enumerate(letters) if letter.seen]
    if exchanged:
        confidence = min(confidence, _SUGGESTED)
        notes += [Note(NoteKind.CORRECTED, seen) for _, seen in exchanged]
    candidates = _candidates(value, confidence, letters, exchanged)
    return ReadField(
        FieldName.VIN,
        value,
        round(confidence, 3),
        box,
        raw.text,
        candidates,
        tuple(notes),
    )


def cleaned_pass(seen: Pass) -> Pass:
    """The pass with capitals and digits alone, Latin, without the caption «VIN» and its frame of stars."""
    glyphs = []
    for glyph in seen.glyphs:
        chars = normalise_vin(unicodedata.normalize("NFKC", glyph.char))
        glyphs += [Glyph(c, glyph.confidence) for c in chars if c.isascii() and c.isalnum()]
    text = "".join(glyph.char for glyph in glyphs)
    if len(glyphs) > LENGTH:
        label = _LABEL.match(text)
        if label and len(text) - label.end() >= LENGTH:
            glyphs = glyphs[label.end() :]
    return Pass(seen.name, tuple(glyphs), seen.weight)


def _near(seen: Pass) -> int:
    return -abs(len(seen.glyphs) - LENGTH)


def _mean(seen: Pass) -> float:
    return sum(glyph.confidence for glyph in seen.glyphs) / max(1, len(seen.glyphs))


def _meant(text: str) -> str:
    return "".join(_likely(at, char) for at, char in enumerate(text))


def _likely(at: int, char: str) -> str:
    char = _NEVER.get(char, char)
    return _AS_DIGIT.get(char, char) if at in _LAST_DIGITS else char


def _aligned(base: str, seen: Pass) -> tuple[Pass, list[Glyph | None]]:
    """The pass's letters at the places of ``base``; None where it has none."""
    if len(seen.glyphs) == LENGTH:
        return seen, list(seen.glyphs)
    places: list[Glyph | None] = [None] * LENGTH
    if not LENGTH - 4 <= len(seen.glyphs) <= LENGTH + 4:
        return seen, places
    matcher = SequenceMatcher(None, base, seen.text, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and high - low == end - start):
            places[low:high] = seen.glyphs[start:end]
    return seen, places


class _Letter:
    """The outcome of a vote: the letter, its share 0 to 1, the runner-up, and what was seen in its stead."""

    __slots__ = ("char", "other", "other_share", "seen", "share")

    def __init__(self, char: str, share: float, seen: str, other: str, other_share: float) -> None:
        self.char = char
        self.share = share
        self.seen = seen
        self.other = other
        self.other_share = other_share


def _place(at: int, votes: Sequence[tuple[float, Glyph | None]]) -> _Letter:
    sums: dict[str, float] = defaultdict(float)
    lost: dict[str, str] = {}
    missing = 0.0
    best: dict[str, float] = defaultdict(float)
    for weight, glyph in votes:
        if glyph is None:
            missing += weight
            continue
        meant = _likely(at, glyph.char)
        strength = weight * glyph.confidence
        sums[meant] += strength
        best[meant] = max(best[meant], glyph.confidence)
        if meant != glyph.char:
            lost[meant] = glyph.char
    ranked = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return _Letter("?", 0.0, "", "", 0.0)
    char, won = ranked[0]
    other, other_won = ranked[1] if len(ranked) > 1 else ("", 0.0)
    cast = sum(sums.values()) + _MISSING * missing
    share = won / max(cast, 0.01) * (0.7 + 0.3 * best[char])
    seen = lost.get(char, "")
    return _Letter(char, min(1.0, share), seen, other, other_won / max(cast, 0.01))


def _disputed(value: str, at: int, letter: _Letter) -> bool:
    """Whether a pass saw a look-alike there, or a letter with which the check digit would fit."""
    if not letter.other:
        return False
    other = value[:at] + letter.other + value[at + 1 :]
    return letter.other in _ALIKE.get(letter.char, "") or check_digit(other) == other[8]


def _candidates(
    value: str,
    confidence: float,
    letters: Sequence[_Letter],
    exchanged: Sequence[tuple[int, str]],
) -> tuple[Candidate, ...]:
    first = Candidate(value, round(confidence, 3))
    if exchanged:
        at, seen = exchanged[0]
        first = Candidate(value, first.confidence, Why.LOOK_ALIKE, seen, at + 1)
    found = [first]
    for at, seen in exchanged:
        impossible = value[:at] + seen + value[at + 1 :]
        why = Why.NO_SUCH_LETTER if seen in _NEVER else Why.FORM
        found.append(Candidate(impossible, 0.0, why, seen, at + 1, is_possible=False))
    weak = sorted(range(LENGTH), key=lambda at: letters[at].share)[:6]
    for at in weak:
        letter = letters[at]
        if (
            letter.other
            and letter.other_share > 0.1
            and not _is_double(found, value, at, letter.other)
        ):
            other = value[:at] + letter.other + value[at + 1 :]
            found.append(
                Candidate(
                    other, round(letter.other_share, 3), Why.OTHER_PASS, letter.other, at + 1
                ),
            )
    if check_digit(value) != value[8] and value[0] in _DEMANDS_CHECK:
        found += _by_check_digit(value, weak)
    return tuple(found[:4])


def _is_double(found: Sequence[Candidate], value: str, at: int, char: str) -> bool:
    return any(each.value == value[:at] + char + value[at + 1 :] for each in found)


def _by_check_digit(value: str, weak: Sequence[int]) -> list[Candidate]:
    """What the VIN would be with one look-alike exchanged so that its check digit fits."""
    found = []
    for at in weak:
        for char in _ALIKE.get(value[at], ""):
            other = value[:at] + char + value[at + 1 :]
            if check_digit(other) == other[8]:
                found.append(Candidate(other, 0.3, Why.CHECK_DIGIT, value[at], at + 1))
    return found


def _hints(raw: str) -> tuple[Candidate, ...]:
    """What was seen, for the eye: refused as a VIN unless its length fits."""
    if not raw:
        return ()
    possible = not any(
        problem.reason in {VinReason.LENGTH, VinReason.CHARACTER} for problem in vin_problems(raw)
    )
    return (Candidate(raw, 0.0, Why.FORM, is_possible=possible),)
