"""A VIN from several passes over one plate: they vote letter by letter, and what is doubtful says so.

At each place stand the odds of every letter: what the passes saw, weighed by how often Tesseract takes one for the
other, and how much the spot of ink itself is like it. The weakest place tells how sure the whole is.

ISO 3779 knows no I, O and Q, and wants digits in the last four places: a letter read there is taken for its
look-alike, as a suggestion that names the letter (R2).
"""

import math
import re
import statistics
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    "0": "DUC", "D": "0", "8": "B3E", "B": "83", "5": "S6", "S": "5893", "2": "Z7", "Z": "27", "1": "7LT4A",
    "7": "1TZ", "6": "G5E", "G": "6C", "4": "A", "A": "4", "V": "UY", "U": "V", "M": "NW", "N": "MH", "H": "NW",
    "K": "X", "X": "K", "W": "VM", "P": "R", "R": "PK", "E": "F86", "F": "EP", "C": "G", "3": "8SB", "9": "8S",
    "Y": "V", "J": "1", "T": "7", "L": "1",
}  # fmt: skip  # a table reads better in rows
_TRUSTED: Final = 0.45
"""What one pass alone, or a wrong check digit, may reach at most: not enough to be told as a value."""
UNPROVEN: Final = 0.94
"""What a VIN may reach whose check digit says nothing for it."""
_SUGGESTED: Final = 0.93
"""What a value with an exchanged letter may reach: a person has to look."""
_LEAST_LEAD: Final = 2.4
"""Natural log of the odds that the weakest place needs to be told."""
_CHECKED_LEAD: Final = 2.4
"""What a fitting check digit adds where the law wants one: one error of eleven would fit too."""
_SEEN: Final = 0.6
"""What one pass counts: they look at one picture, and err together."""
_SHAPE: Final = 2.5
_SHAPE_MOST: Final = 40.0
"""How much likeness counts for, by how unlike their letters the spots of the whole plate are."""
_LEAST_TRUST: Final = 10.0
"""On a plate whose spots are less like letters than this the passes err alike: nothing is told without a proof."""
_TAKEN_FOR: Final = {("S", "5"): 0.4, ("S", "9"): 1.3, ("S", "8"): 1.8}
"""Tesseract takes one 5 of ten for an S among letters, one 9 of thirty, one 8 of eighty; and never an S for a digit."""
_LETTER_FOR_DIGIT, _DIGIT_FOR_LETTER, _NEVER_LETTER, _ALIKE_AT_ALL, _UNLIKE = (
    2.0,
    3.5,
    1.5,
    2.5,
    5.0,
)
_LETTER_AT_END: Final = 6.0
_LABEL: Final = re.compile(r"^(?:VIN|V1N|VLN|FIN|VI?NNO|VINNO|CHASSISNO|CHASSIS)+")


def vote_vin(
    passes: Sequence[Pass],
    box: Box | None = None,
    likes: Sequence[Mapping[str, float]] = (),
) -> ReadField:
    """The VIN that the passes make out together.

    ``likes``: for each of the 17 spots of ink, how much it is like each letter (-1 to 1); empty when the row did not
    fall apart into so many.

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
    spots = likes if len(likes) == LENGTH else ()
    trust = _trust_in(spots)
    letters = [
        _place(at, [(p.weight, v[at]) for p, v in votes], spots[at] if spots else {}, trust)
        for at in range(LENGTH)
    ]
    value = "".join(letter.char for letter in letters)
    lead = min(letter.lead for letter in letters)
    agreeing = sum(_meant(each.text) == value for each in whole)
    demanded, fits = value[0] in _DEMANDS_CHECK, check_digit(value) == value[8]
    notes: list[Note] = []
    if fits:
        notes.append(Note(NoteKind.CHECK_DIGIT_FITS))
        lead += _CHECKED_LEAD if demanded else 0.0
    elif demanded:
        notes.append(Note(NoteKind.CHECK_DIGIT_DIFFERS))
    confidence = 1 / (1 + math.exp(-lead))
    if lead < _LEAST_LEAD or (demanded and not fits):
        confidence = min(confidence, _TRUSTED)
    if not (fits and demanded):
        # a check digit that nobody has to write fits by chance once in eleven: a person looks
        confidence = min(confidence, UNPROVEN if not spots or trust >= _LEAST_TRUST else _TRUSTED)
    if not spots:
        disputed = any(_disputed(value, at, letter) for at, letter in enumerate(letters))
        if (disputed and not (fits and demanded)) or agreeing < 2:
            confidence = min(confidence, _TRUSTED)
    if agreeing > 1:
        notes.append(Note(NoteKind.AGREED, f"{agreeing}/{len(passes)}"))
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


@dataclass(frozen=True, slots=True)
class _Letter:
    """The outcome at a place: the letter, its lead (log of odds) over ``other``, and what was seen in its stead.

    ``is_doubted``: some pass saw another letter there.
    """

    char: str
    lead: float
    other: str
    seen: str
    is_doubted: bool

    @property
    def other_share(self) -> float:
        """The odds of the other one, 0 to 0.5."""
        return 1 / (1 + math.exp(self.lead))


def _trust_in(likes: Sequence[Mapping[str, float]]) -> float:
    """The less the spots are like any letter (blur, grain, a typeface of its own), the less their likeness says."""
    if not likes:
        return 0.0
    unlike = statistics.median(1 - max(each.values()) for each in likes)
    return min(_SHAPE_MOST, _SHAPE / max(0.01, unlike))


def _place(
    at: int,
    votes: Sequence[tuple[float, Glyph | None]],
    likes: Mapping[str, float],
    trust: float,
) -> _Letter:
    seen = [(weight * _SEEN, glyph.char) for weight, glyph in votes if glyph is not None]
    ranked = sorted(
        (
            trust * likes.get(char, 0.0)
            - sum(weight * _mistaken(other, char) for weight, other in seen)
            - (_LETTER_AT_END if at in _LAST_DIGITS and char.isalpha() else 0.0),
            char,
        )
        for char in MADE_FOR_VIN
    )
    won, char = ranked[-1]
    next_won, other = ranked[-2]
    lost = [each for _, each in seen if each != char and _likely(at, each) == char]
    # what some pass saw is worth more to the eye than what only could be
    doubts = {_likely(at, each) for _, each in seen} - {char}
    other = next((each for _, each in reversed(ranked) if each in doubts), other)
    if not seen:
        won = next_won  # no pass saw anything there: nothing is told
    return _Letter(char, won - next_won, other, lost[0] if lost else "", bool(doubts))


def _mistaken(seen: str, true: str) -> float:
    """How unlikely it is that Tesseract sees one for the other: the log of the odds against it."""
    if seen in _NEVER:
        told = _NEVER[seen]
        return 0.0 if true == told else _NEVER_LETTER if true in _ALIKE[told] else _UNLIKE
    if seen == true:
        return 0.0
    if (seen, true) in _TAKEN_FOR:
        return _TAKEN_FOR[seen, true]
    if true not in _ALIKE.get(seen, "") and seen not in _ALIKE.get(true, ""):
        return _UNLIKE
    if seen.isalpha() and true.isdecimal():
        return _LETTER_FOR_DIGIT
    return _DIGIT_FOR_LETTER if seen.isdecimal() and true.isalpha() else _ALIKE_AT_ALL


def _disputed(value: str, at: int, letter: _Letter) -> bool:
    """Whether a pass saw a look-alike there, or a letter with which the check digit would fit."""
    if not letter.is_doubted:
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
    weak = sorted(range(LENGTH), key=lambda at: letters[at].lead)[:6]
    for at in weak:
        letter = letters[at]
        shown = letter.is_doubted or letter.other_share > _WORTH_A_LOOK
        if shown and not _is_double(found, value, at, letter.other):
            other = value[:at] + letter.other + value[at + 1 :]
            found.append(
                Candidate(
                    other, round(letter.other_share, 3), Why.OTHER_PASS, letter.other, at + 1
                ),
            )
    if check_digit(value) != value[8] and value[0] in _DEMANDS_CHECK:
        found += _by_check_digit(value, weak)
    return tuple(found[:4])


_WORTH_A_LOOK: Final = 0.05


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
