"""From bands to pages to bytes.

A document is one list of bands, each as wide as the type area. Bands that belong together
(`keep_next`) stay together as long as they fit on one page; a table's head comes again wherever a
page begins inside the table. Pages are laid out first and drawn afterwards, so that every foot
can say "page n of m". The same bands give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from models.papers import PaperSize
from reports.layout import fonts
from reports.layout.items import Item
from reports.layout.pen import Pen
from reports.layout.text import Line, Spans, wrap
from reports.layout.theme import BOTTOM, DIVIDER, GHOST, SHEETS, SIDE, THIN, TOP

_RUNNING: Final = 26.0  # height of the head of the second and later pages
_MARK_SIZE: Final = 92.0
_SHORT: Final = 9  # bands of a section that may move to the next page with the signatures
_SQUEEZES: Final = (0.8, 0.6, 0.45, 0.35)


@dataclass(frozen=True, slots=True)
class Band:
    """One strip of a document.

    `before` is space above it, dropped at the top of a page; `keep_next` holds the next band on the
    same page; `head` is drawn again above it when a page begins here; `section` marks a heading.
    """

    item: Item
    before: float = 0.0
    keep_next: bool = False
    head: Item | None = None
    section: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the bands of every page, and what the file says about itself.

    `mark` is written across each page; `foot_right` gets page number and page count.
    """

    size: PaperSize
    title: str
    author: str
    language: str
    running: tuple[Spans, Spans]
    foot_left: Spans
    foot_right: Callable[[int, int], Spans]
    mark: str = ""
    keywords: str = ""
    subject: str = ""


@dataclass(slots=True)
class _Page:
    placed: list[tuple[Item, float]] = field(default_factory=list)
    used: float = 0.0
    fresh: bool = True


def type_width(size: PaperSize) -> float:
    """Return the width of the type area in points."""
    return SHEETS[size][0] - 2 * SIDE


def room(size: PaperSize, page: int) -> float:
    """Return how high the type area of a page is; page numbers begin at 0."""
    return SHEETS[size][1] - TOP - BOTTOM - (_RUNNING if page else 0.0)


def keep_together(bands: Sequence[Band]) -> list[Band]:
    """Hold all these bands on one page (as long as one page is enough)."""
    return [replace(band, keep_next=True) for band in bands[:-1]] + list(bands[-1:])


def hold_last(bands: Sequence[Band], tail: Sequence[Band]) -> list[Band]:
    """Put a tail below bands so that it never stands on a page without the last of them."""
    if not bands or not tail:
        return [*bands, *tail]
    last = replace(bands[-1], keep_next=True)
    return [*bands[:-1], last, *keep_together(tail)]


def fewest_pages(bands: Sequence[Band], size: PaperSize) -> list[list[tuple[Item, float]]]:
    """Lay bands out with their own distances, or closer when that saves a page."""
    pages = paginate(bands, size)
    for squeeze in _SQUEEZES if len(pages) > 1 else ():
        closer = [replace(band, before=band.before * squeeze) for band in bands]
        fewer = paginate(closer, size)
        if len(fewer) < len(pages):
            return fewer
    return pages


def hold_section(bands: Sequence[Band], tail: Sequence[Band]) -> list[Band]:
    """Put a tail below the last section and keep both on one page when the section is short."""
    start = max((at for at, band in enumerate(bands) if band.section), default=len(bands))
    if not tail or len(bands) - start > _SHORT:
        return hold_last(bands, tail)
    return [*bands[:start], *keep_together([*bands[start:], *tail])]


def paginate(bands: Sequence[Band], size: PaperSize) -> list[list[tuple[Item, float]]]:
    """Lay bands out: for each page the items with their distance from the top of the type area."""
    pages = [_Page()]
    at = 0
    while at < len(bands):
        end = at
        while bands[end].keep_next and end + 1 < len(bands):
            end += 1
        chunk = bands[at : end + 1]
        if not _fits(chunk, pages, size) and not pages[-1].fresh:
            _turn(pages, chunk[0])
        together = _fits(chunk, pages, size)
        for band in chunk:
            _place(band, pages, size, alone=not together)
        at = end + 1
    return [page.placed for page in pages]


def _fits(chunk: Sequence[Band], pages: list[_Page], size: PaperSize) -> bool:
    page = pages[-1]
    need = sum(band.before + band.item.height for band in chunk)
    if page.fresh:
        need -= chunk[0].before
    return page.used + need <= room(size, len(pages) - 1)


def _turn(pages: list[_Page], band: Band) -> None:
    """Begin a page, with the head of the table that goes on there."""
    pages.append(_Page())
    if band.head is not None:
        pages[-1].placed.append((band.head, 0.0))
        pages[-1].used = band.head.height


def _place(band: Band, pages: list[_Page], size: PaperSize, *, alone: bool) -> None:
    """Put a band on the page; what is higher than a whole page goes on over the next ones."""
    item: Item | None = band.item
    while item is not None:
        page = pages[-1]
        before = 0.0 if page.fresh else band.before
        left = room(size, len(pages) - 1) - page.used - before
        rest: Item | None = None
        if alone and item.height > left:
            whole = room(size, 1) - (band.head.height if band.head else 0.0)
            cut = item.split(left) if item.height > whole else None
            if cut is not None:
                item, rest = cut
            elif not page.fresh:
                _turn(pages, band)
                continue
        page.placed.append((item, page.used + before))
        page.used += before + item.height
        page.fresh = False
        if rest is not None:
            _turn(pages, band)
        item = rest


def render(bands: Sequence[Band], sheet: Sheet) -> bytes:
    """Draw all pages into a PDF (1.4, fonts embedded as subsets, no date inside)."""
    width, height = SHEETS[sheet.size]
    fonts.width("0", 1, bold=False)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(width, height),
        invariant=1,
        pageCompression=1,
        lang=sheet.language,
        initialFontName=f"{fonts.LATIN}-Regular",  # type: ignore[arg-type]  # the stub says float
    )
    canvas.setTitle(sheet.title)
    canvas.setAuthor(sheet.author)
    canvas.setSubject(sheet.subject or sheet.title)
    canvas.setCreator("CarPass Desk")
    canvas.setKeywords(sheet.keywords)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    pages = fewest_pages(bands, sheet.size)
    pen = Pen(canvas, height)
    for number, placed in enumerate(pages):
        if sheet.mark:
            _draw_mark(pen, sheet.mark, (width, height))
        top = TOP
        if number:
            _draw_running(pen, sheet, width - 2 * SIDE)
            top += _RUNNING
        for item, distance in placed:
            item.draw(pen, SIDE, top + distance)
        _draw_foot(pen, sheet, (number + 1, len(pages)))
        pen.end_page()
    canvas.save()
    return out.getvalue()


def _draw_mark(pen: Pen, mark: str, size: tuple[float, float]) -> None:
    """Write the mark from corner to corner, light enough to read figures through it."""
    wide = fonts.width(mark, _MARK_SIZE, bold=True)
    type_size = _MARK_SIZE * min(1.0, size[0] * 0.98 / wide)
    inked = tuple((run, GHOST) for run in fonts.runs(mark, type_size, bold=True))
    pen.slanted(inked, 52.0, (size[0] / 2, size[1] / 2))


def _draw_running(pen: Pen, sheet: Sheet, width: float) -> None:
    _ends(pen, sheet.running, TOP - 4.0, width)
    pen.line(SIDE, TOP + 10.0, (SIDE + width, TOP + 10.0), (THIN, DIVIDER))


def _draw_foot(pen: Pen, sheet: Sheet, page: tuple[int, int]) -> None:
    width, height = SHEETS[sheet.size]
    width -= 2 * SIDE
    top = height - BOTTOM + 16.0
    pen.line(SIDE, top - 4.0, (SIDE + width, top - 4.0), (THIN, DIVIDER))
    _ends(pen, (sheet.foot_left, sheet.foot_right(*page)), top, width)


def _ends(pen: Pen, ends: tuple[Spans, Spans], top: float, width: float) -> None:
    """Write one line at the left and one at the right; a long one loses its end to "…"."""
    left, right = ends
    taken = 0.0
    for line in _elided(right, width * 0.6):
        taken = line.used + 12.0
        line.draw(pen, SIDE + width - line.used, top)
    for line in _elided(left, width - taken):
        line.draw(pen, SIDE, top)


def _elided(parts: Spans, width: float) -> list[Line]:
    """Lay out one line; when there is more, "…" stands for it."""
    lines = wrap(parts, width)
    if len(lines) < 2:  # noqa: PLR2004  one line or none
        return lines
    line = wrap(parts, width - parts[0].style.size)[0]
    last, colour = line.runs[-1]
    dots = fonts.runs("…", last.size, bold=last.font.endswith("Bold"))
    return [replace(line, runs=(*line.runs, *((run, colour) for run in dots)))]
