"""Styled text, broken into lines that fit a width.

Words break at spaces and after hyphens and slashes; a word wider than the line breaks inside, but
never before a combining sign. Nothing is ever clipped or drawn over its neighbour.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reports.layout import fonts
from reports.layout.fonts import Colour
from reports.layout.pen import Pen

_INK: Final[Colour] = (0x14 / 255, 0x17 / 255, 0x1D / 255)
_CAP: Final = 0.714  # cap height of Noto Sans in em: text is centred on its capitals
_HINDI_ROOM: Final = 1.25  # matras above and below need this much more than Latin letters
# A word, with the hyphen or slash it may be broken after: only between letters, three on each side,
# so that "н/ч", "к-т", "Кол-во" and numbers of documents stay whole.
_TOKEN: Final = re.compile(r"[^ \n]*?[^\W\d_]{3}[\-/](?=[^\W\d_]{3})|[^ \n]+?(?= |\n|$)| +|\n")
# What belongs together on one line: initials and short abbreviations with the next word ("О. В.",
# "ул. Летная", "No. 5"), groups of a number ("10 000"), a number with its unit ("84 320 км"), a post
# code with its town ("04109 Leipzig", "Delhi 110020").
_GLUE: Final = re.compile(
    r"(?<=\b\w\.) (?=\S)|(?<=\b\w{2}\.) (?=\S)|(?<=\d) (?=\d{3}\b)"
    r"|(?<=\b\d{5}) (?=[^\W\d_])|(?<=[^\W\d_]) (?=\d{6}\b)"
    r"|(?<=\d) (?=(?:км|мм|см|м|л|мл|кг|шт|мес|ч|г|км/ч|km|mi|mm|cm|l|kg|h|pcs|%|₽|€|₹)\b|[%₽€₹])"
)
_SLACK: Final = 0.01  # points: sums of floats must not push a word to the next line


class Align(Enum):
    """Where the lines of a text stand in their width."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points, weight and colour."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = _INK

    def in_colour(self, colour: Colour) -> Style:
        """Return the same style in another colour."""
        return Style(self.size, self.leading, self.bold, colour)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line: runs with their colours, standing in `width`, `height` points high."""

    runs: fonts.Inked
    width: float
    height: float
    size: float
    align: Align = Align.LEFT

    @property
    def used(self) -> float:
        """The width the glyphs themselves take."""
        return sum(run.width for run, _ in self.runs)

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(run.text for run, _ in self.runs)

    @property
    def baseline(self) -> float:
        """The distance of the baseline from the top: capitals are centred in the height."""
        return (self.height + _CAP * self.size) / 2

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the runs on the baseline."""
        x += (self.width - self.used) * self.align.value
        pen.text(self.runs, x, top + self.baseline)

    def split(self, room: float) -> None:
        """Return None: a line is never cut, however little `room` there is."""


def spans(text: str, style: Style) -> Spans:
    """Return the text as one span, or nothing when it is empty."""
    return (Span(text, style),) if text else ()


def natural_width(parts: Sequence[Span]) -> float:
    """Return the width of the widest line when nothing is broken but at newlines."""
    lines = [0.0]
    for span in parts:
        for index, piece in enumerate(fonts.printable(span.text).split("\n")):
            if index:
                lines.append(0.0)
            lines[-1] += fonts.width(piece, span.style.size, bold=span.style.bold)
    return max(lines)


def longest_word(parts: Sequence[Span]) -> float:
    """Return the width below which a word would have to break inside."""
    return max(
        (
            fonts.width(word, span.style.size, bold=span.style.bold)
            for span in parts
            for word in _TOKEN.findall(fonts.printable(span.text))
            if not word.isspace()
        ),
        default=0.0,
    )


def wrap(parts: Sequence[Span], width: float, align: Align = Align.LEFT) -> list[Line]:
    """Break spans into lines no wider than `width` points; no text gives no line."""
    clean = [Span(fonts.printable(span.text), span.style) for span in parts if span.text]
    if not clean:
        return []
    if all("\n" not in span.text for span in clean) and natural_width(clean) <= width + _SLACK:
        return [_line(clean, width, align)]
    lines: list[list[Span]] = [[]]
    used = 0.0
    clean = [Span(_GLUE.sub("\u00a0", span.text), span.style) for span in clean]
    for word, style in _tokens(clean):
        if word == "\n":
            lines[-1] = lines[-1] or [Span("", style)]
            lines.append([])
            used = 0.0
            continue
        size = fonts.width(word, style.size, bold=style.bold)
        rest = word
        if used + size > width + _SLACK and not word.isspace():
            if used:
                lines.append([])
            *full, rest = _pieces(word, style, width)
            for piece in full:
                lines[-1] = [Span(piece, style)]
                lines.append([])
            size, used = fonts.width(rest, style.size, bold=style.bold), 0.0
        if lines[-1] or not rest.isspace():
            lines[-1].append(Span(rest, style))
            used += size
    return [_line(line, width, align) for line in lines if line]


def _tokens(parts: Sequence[Span]) -> Iterator[tuple[str, Style]]:
    for span in parts:
        for word in _TOKEN.findall(span.text):
            yield word, span.style


def _pieces(word: str, style: Style, width: float) -> list[str]:
    """Cut a word that is wider than the line; at least one letter with its signs on each line."""
    pieces = [""]
    for letter in _letters(word):
        longer = pieces[-1] + letter
        if not pieces[-1] or fonts.width(longer, style.size, bold=style.bold) <= width + _SLACK:
            pieces[-1] = longer
        else:
            pieces.append(letter)
    return pieces


def _letters(word: str) -> list[str]:
    """Return the letters of a word, each with the combining signs and joiners behind it."""
    letters: list[str] = []
    for sign in word:
        joined = unicodedata.category(sign).startswith("M") or sign in "\u200c\u200d"
        if letters and (joined or letters[-1].endswith("\u094d")):  # a half letter and the next
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def _line(parts: Sequence[Span], width: float, align: Align) -> Line:
    """Join neighbours of one style and measure; spaces at the end do not count."""
    joined: list[Span] = []
    for span in parts:
        if joined and joined[-1].style == span.style:
            joined[-1] = Span(joined[-1].text + span.text, span.style)
        else:
            joined.append(span)
    while joined and not joined[-1].text.strip(" ") and len(joined) > 1:
        joined.pop()
    joined[-1] = Span(joined[-1].text.rstrip(" "), joined[-1].style)
    return Line(
        runs=tuple(
            (run, span.style.colour)
            for span in joined
            for run in fonts.runs(span.text, span.style.size, bold=span.style.bold)
        ),
        width=width,
        height=max(_leading(span) for span in joined),
        size=max(span.style.size for span in joined),
        align=align,
    )


def _leading(span: Span) -> float:
    room = _HINDI_ROOM if fonts.is_hindi(span.text) else 1.0
    return span.style.leading * room
