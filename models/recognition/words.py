"""Words of a picture put into lines as the eye reads them, and captions found among them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from models.recognition.rows import Box, Word

_NOISE: Final = re.compile(r"[^0-9a-zа-я ]+")
_LATIN_TO_CYRILLIC: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words that stand in one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """Around all words."""
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.joined(word.box)
        return box

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


def lines_of(words: Iterable[Word]) -> tuple[TextLine, ...]:
    """Lines from top to bottom: a word belongs to the line whose middle runs through it."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.box.middle):
        for row in reversed(rows[-6:]):
            last = row[-1].box
            tall = max(last.height, word.box.height)
            apart = abs(last.middle - word.box.middle)
            if apart < 0.4 * min(last.height, word.box.height) + 0.1 * tall:
                row.append(word)
                break
        else:
            rows.append([word])
    lines = (TextLine(tuple(sorted(row, key=lambda each: each.box.left))) for row in rows)
    return tuple(sorted(lines, key=lambda line: line.box.middle))


def bare(text: str) -> str:
    """Text for comparing with captions: small letters and digits, Latin look-alikes in a Cyrillic word turned."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    plain = _NOISE.sub(" ", folded)
    words = (
        word.translate(_LATIN_TO_CYRILLIC) if re.search("[а-я]", word) else word
        for word in plain.split()
    )
    return " ".join(words)


def alike(one: str, other: str) -> float:
    """How much two bare texts are one, 0 to 1."""
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > _CLOSE else 0.0


_CLOSE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption found: which one, its box, and how well it fits."""

    name: str
    box: Box
    fit: float
    words: tuple[Word, ...]


def captions(
    lines: Sequence[TextLine],
    known: Sequence[tuple[str, str]],
    *,
    least: float = 0.78,
) -> list[Caption]:
    """The captions among the lines. ``known``: (name, its words); each word of a line serves one caption only."""
    found: list[Caption] = []
    wanted = [(name, bare(text), len(bare(text).split())) for name, text in known]
    for line in lines:
        plain = [bare(word.text) for word in line.words]
        for name, text, count in wanted:
            for size in {max(1, count - 1), count, count + 1}:
                for start in range(len(plain) - size + 1):
                    said = " ".join(part for part in plain[start : start + size] if part)
                    if abs(len(said) - len(text)) > 0.4 * len(text):
                        continue
                    fit = alike(said, text)
                    if fit >= least and _small_words_fit(said, text, fit):
                        words = line.words[start : start + size]
                        found.append(Caption(name, TextLine(words).box, fit, words))
    found.sort(key=lambda each: (-each.fit * (1 + 0.02 * len(each.words)), each.box.top))
    taken: set[int] = set()
    chosen: list[Caption] = []
    for caption in found:
        mine = {id(word) for word in caption.words}
        if mine & taken:
            continue
        taken |= mine
        chosen.append(caption)
    return sorted(chosen, key=lambda each: (each.box.top, each.box.left))


def _small_words_fit(said: str, text: str, fit: float) -> bool:
    """A caption of four letters must be there whole: half a word is like many others."""
    return len(text) > _SHORT or fit > 0.99 or (len(said) == len(text) and fit >= _ALMOST)


_TAILS: Final = frozenset(
    {"", "тс", "tc", "см", "см2", "см3", "cm", "cm3", "квт", "кг", "л", "vin"}
)
"""What may be left of a caption that was read in part: never a value."""
_SHORT: Final = 5
_ALMOST: Final = 0.8


def beside(
    caption: Caption,
    lines: Sequence[TextLine],
    all_captions: Sequence[Caption],
    *,
    least: int = 1,
    has_digit: bool = False,
) -> tuple[Word, ...]:
    """The words that a caption is about: those after it in its line, else those right below it.

    ``least``: so many letters a value has, and maybe a digit; other words beside a caption are the rest of it.
    """
    own = {id(word) for other in all_captions for word in other.words}
    tall = caption.box.height
    right_end = _next_in_row(caption, all_captions)
    after = tuple(
        word
        for line in lines
        for word in line.words
        if id(word) not in own
        and bare(word.text) not in _TAILS
        and abs(word.box.middle - caption.box.middle) < 0.8 * max(tall, word.box.height * 0.6)
        and word.box.left >= caption.box.right - 2
        and word.box.left < right_end
    )
    said = "".join(word.text for word in after)
    if len(said) >= least and (not has_digit or any(char.isdecimal() for char in said)):
        return tuple(sorted(after, key=lambda each: each.box.left))
    # the next caption of the same column ends what is below
    floor = min(
        (
            other.box.top
            for other in all_captions
            if other is not caption
            and other.box.top > caption.box.bottom
            and other.box.left < right_end
            and other.box.right > caption.box.left - tall
        ),
        default=10**9,
    )
    below = [
        word
        for line in lines
        for word in line.words
        if id(word) not in own
        and caption.box.bottom - 0.4 * tall <= word.box.top
        and word.box.middle < floor
        and word.box.right > caption.box.left - tall
        and word.box.left < right_end
    ]
    if not below:
        return ()
    top = min(word.box.middle for word in below)
    first = min(below, key=lambda each: each.box.middle)
    if first.box.top - caption.box.bottom > 3.2 * max(tall, first.box.height):
        return ()
    row = [word for word in below if word.box.middle - top < 0.8 * first.box.height]
    return tuple(sorted(row, key=lambda each: each.box.left))


def _next_in_row(caption: Caption, others: Sequence[Caption]) -> float:
    return min(
        (
            other.box.left - 4
            for other in others
            if other is not caption
            and other.box.left >= caption.box.right - 2
            and abs(other.box.middle - caption.box.middle) < 1.5 * caption.box.height
        ),
        default=float("inf"),
    )
