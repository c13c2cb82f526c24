"""What every section of a paper needs: words, formats, law, width, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Final

from models.money import Money
from models.papers import LAYOUT_VERSION, Mark, Paper, PaperHead
from models.profiles import LawProfile, MissingField, law_profile, missing_fields
from reports.formats import Formats, formats
from reports.labels import Labels, labels
from reports.layout import fonts
from reports.layout.flow import Band, Sheet, render, type_width
from reports.layout.text import Span, Spans, Style, spans
from reports.layout.theme import BASE, FOOT, MISSING, MUTED, QUIET, STRONG

LAYOUTS: Final = frozenset({LAYOUT_VERSION})


class UnknownLayout(ValueError):  # noqa: N818  what happened, in the words of the house
    """A record wants a layout that this program does not draw (it was printed by a newer one)."""


@dataclass(frozen=True, slots=True)
class Context:
    """Made once for each paper.

    For drafts only: `missing` is what the law wants, by field; `unprintable` the signs no font has.
    """

    head: PaperHead
    word: Labels
    fmt: Formats
    law: LawProfile
    width: float
    missing: Mapping[str, tuple[MissingField, ...]]
    unprintable: str = ""

    @property
    def half(self) -> float:
        """The width beside the sums."""
        return self.width * 0.5

    def figure(self, money: Money, style: Style = BASE, *, sign: int = 1) -> Spans:
        """Write an amount for a column: minor units muted, no currency."""
        whole, minor = self.fmt.figure(money if sign > 0 else -money)
        pale = style.in_colour(MUTED)
        return (Span(whole, style), *spans(minor, pale))

    def place(self, name: str, code: str) -> str:
        """Write a State with its code, where the law wants States on papers: Haryana (06)."""
        places = self.law.places
        if not places or not (name or code):
            return ""
        if not name or name == code:
            name = places.get(code, code)
        return self.word("place_code", place=name, code=code) if code else name

    def gap(self, field: str) -> Spans:
        """Return the red words for a field the law wants and the draft lacks, else nothing."""
        found = self.missing.get(field, ())
        if not found:
            return ()
        first = found[0]
        return spans(f"{first.sentence}: {self.word('missing.here')} ({first.number})", MISSING)

    def or_gap(self, parts: Spans, field: str) -> Spans:
        """Return the parts, or what the law misses there."""
        return parts or self.gap(field)


def open_paper(paper: Paper) -> Context:
    """Make the context of a paper.

    Raises UnknownLayout, and the errors of an unknown locale or zone.
    """
    head = paper.head
    if head.layout not in LAYOUTS:
        raise UnknownLayout(f"layout {head.layout} of {head.number}")
    law = law_profile(head.country)
    missing: dict[str, tuple[MissingField, ...]] = {}
    draft = head.mark is Mark.DRAFT
    if draft:
        for each in missing_fields(paper, law):
            missing[each.field] = (*missing.get(each.field, ()), each)
    return Context(
        head=head,
        word=labels(head.language, head.country),
        fmt=formats(head.locale, head.zone),
        law=law,
        width=type_width(head.size),
        missing=missing,
        unprintable=fonts.uncovered("".join(_texts(paper))) if draft else "",
    )


def _texts(value: object) -> Iterator[str]:
    """Yield every text that stands on a paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def finish(context: Context, title: str, bands: Sequence[Band], copy: str = "") -> bytes:
    """Draw the bands into a PDF with running heads, feet, marks and metadata."""
    head, word = context.head, context.word
    party = head.center.party
    brand = head.center.brand or party.name
    number = f"{title} {word('number', number=head.number)}"
    right = "  ·  ".join(part for part in (brand, copy) if part)
    seal = head.seal
    return render(
        bands,
        Sheet(
            size=head.size,
            title=number,
            author=head.author or party.name,
            language=head.language,
            running=(spans(number, STRONG), spans(right, QUIET)),
            foot_left=spans("  ·  ".join(part for part in (brand, number, copy) if part), FOOT),
            foot_right=lambda page, pages: spans(
                word("page", page=str(page), pages=str(pages)), FOOT
            ),
            mark="" if head.mark is Mark.NONE else word(f"mark.{head.mark.value}"),
            keywords=seal.payload if seal else "",
            subject=brand,
        ),
    )
