"""What stands in a cell, as plain frozen values: badges, plates, money, marks, meters, texts with a find in them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Hue = Literal["idle", "work", "wait", "good", "bad"]
Tone = Literal[
    "", "strong", "secondary", "muted", "disabled", "link", "idle", "work", "wait", "good", "bad"
]
Span = tuple[str, str]

NONE: Final = "—"
"""What stands where nothing is: a dash, not a zero that means nothing."""

_GROUPS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d)")
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Badge:
    """A state: icon and word on the colour of who acts next."""

    text: str
    icon: str
    hue: Hue = "idle"


@dataclass(frozen=True, slots=True)
class PlateText:
    """A number plate; the region stands behind a hairline. ``find`` is (start, length) of a match in ``text``."""

    text: str
    region: str = ""
    find: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount: its major part in full ink, the minor part ("," and the cents) muted, then a currency behind it."""

    major: str
    minor: str = ""
    tone: Tone = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon and a word in one colour; in a column of kind "icon" the word is the tooltip."""

    text: str
    icon: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """A share (0 to 1, more is drawn as 1) as a bar behind its text; ``goal`` is a tick at that share."""

    share: float
    text: str = ""
    hue: Hue = "work"
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Rich:
    """Text in spans, each (text, "" | "muted" | "secondary" | "strong" | "match" | "code")."""

    spans: tuple[Span, ...]


Value = str | Badge | PlateText | Figure | Mark | Meter | Rich | None


def cell_text(value: object) -> str:  # noqa: PLR0911 - one for each kind of value
    """The value in words: for the clipboard, for screen readers, and to sort by when nothing else is given."""
    match value:
        case None:
            return ""
        case Badge(text=text) | Mark(text=text):
            return text
        case PlateText(text=text, region=region):
            return f"{text} {region}".rstrip()
        case Figure(major=major, minor=minor, tail=tail):
            return major + minor + tail
        case Meter(text=text, share=share):
            return text or f"{share:.0%}"
        case Rich(spans=spans):
            return "".join(text for text, _ in spans)
        case _:
            return str(value)


def clip_text(value: object) -> str:
    """The value as a spreadsheet takes it: no breaks, numbers without group spaces, no formula that would run."""
    text = _BREAKS.sub(" ", cell_text(value)).strip(" ●")
    text = _GROUPS.sub("", text)
    return f"'{text}" if text[:1] in {"=", "@"} else text


def highlight(
    text: str, words: Iterable[str], fold: Callable[[str], str] = str.casefold
) -> Rich | str:
    """The text with each word that was searched for marked; the bare text when none of them is in it.

    ``fold`` makes letters comparable; where it changes the length of the text, only lower case is compared.
    """
    folded = fold(text)
    if len(folded) != len(text):
        fold = str.lower
        folded = fold(text)
        if len(folded) != len(text):
            return text
    spans = find_spans(folded, [fold(word) for word in words])
    if not spans:
        return text
    made: list[Span] = []
    place = 0
    for start, end in spans:
        if start > place:
            made.append((text[place:start], ""))
        made.append((text[start:end], "match"))
        place = end
    if place < len(text):
        made.append((text[place:], ""))
    return Rich(tuple(made))


def find_spans(folded: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where each word first stands in the text, as (start, end), merged where they touch."""
    found = sorted(
        (start, start + len(word)) for word in words if word and (start := folded.find(word)) >= 0
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
