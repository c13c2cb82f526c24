"""Pages: nothing lost, nothing over the edge, nothing over another, heads where they belong."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from models.papers import PaperSize
from reports.layout.flow import (
    Band,
    fewest_pages,
    hold_last,
    hold_section,
    keep_together,
    paginate,
    room,
)
from reports.layout.items import Item, Stack, across, paragraph, stack
from reports.layout.pen import Pen
from reports.layout.text import Style

A4 = PaperSize.A4
FIRST = room(A4, 0)
LATER = room(A4, 1)


@dataclass(frozen=True)
class Brick:
    """A thing with a name and a height."""

    name: str
    height: float

    def draw(self, _pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""

    def split(self, room: float) -> None:
        """Return None: a brick is whole."""


HEAD = Brick("head", 20.0)


@st.composite
def documents(draw: st.DrawFn) -> list[Band]:
    shapes = draw(
        st.lists(
            st.tuples(
                st.floats(min_value=1, max_value=LATER - HEAD.height),
                st.floats(min_value=0, max_value=20),
                st.booleans(),
                st.booleans(),
            ),
            max_size=60,
        )
    )
    return [
        Band(Brick(str(at), high), before=before, keep_next=keep, head=HEAD if head else None)
        for at, (high, before, keep, head) in enumerate(shapes)
    ]


def named(page: list[tuple[Item, float]]) -> list[str]:
    return [item.name for item, _ in page if isinstance(item, Brick)]


@given(documents())
def test_every_band_is_placed_once_in_order_inside_the_page(bands: list[Band]) -> None:
    pages = paginate(bands, A4)
    names = [name for page in pages for name in named(page) if name != "head"]
    assert names == [str(at) for at in range(len(bands))]
    for number, page in enumerate(pages):
        bottom = 0.0
        for item, top in page:
            assert top >= bottom - 1e-6, "nothing stands over its neighbour"
            bottom = top + item.height
        assert bottom <= room(A4, number) + 1e-6, "nothing stands below the type area"


@given(documents())
def test_what_fits_on_one_page_and_belongs_together_is_not_parted(bands: list[Band]) -> None:
    pages = [named(page) for page in paginate(bands, A4)]
    where = {name: at for at, page in enumerate(pages) for name in page if name != "head"}
    start = 0
    for at, band in enumerate(bands):
        if band.keep_next and at + 1 < len(bands):
            continue
        chunk = bands[start : at + 1]
        need = sum(one.before + one.item.height for one in chunk)
        head = HEAD.height if chunk[0].head else 0.0
        if need + head <= LATER:
            assert len({where[str(one)] for one in range(start, at + 1)}) == 1
        start = at + 1


@given(documents())
def test_a_page_that_begins_inside_a_table_has_its_head(bands: list[Band]) -> None:
    for page in [named(page) for page in paginate(bands, A4)][1:]:
        first = next(name for name in page if name != "head")
        assert (page[0] == "head") == (bands[int(first)].head is not None)


@given(documents())
def test_closer_distances_never_cost_a_page(bands: list[Band]) -> None:
    assert len(fewest_pages(bands, A4)) <= len(paginate(bands, A4))


def test_distances_shrink_only_when_that_saves_a_page() -> None:
    tall = Band(Brick("0", FIRST - 40))
    loose = [tall, Band(Brick("1", 35), before=8.0)]
    assert len(paginate(loose, A4)) == 2
    (page,) = fewest_pages(loose, A4)
    assert page[1][1] < FIRST - 40 + 8
    easy = [Band(Brick("0", 100)), Band(Brick("1", 35), before=8.0)]
    assert fewest_pages(easy, A4) == paginate(easy, A4)


def rows(count: int) -> list[Band]:
    return [Band(Brick(str(at), 20), head=HEAD) for at in range(count)]


def test_the_totals_never_stand_without_the_last_line() -> None:
    """Whatever the number of lines: the page with the totals has a line above them."""
    for count in range(1, 90):
        bands = [Band(HEAD, keep_next=True), *hold_last(rows(count), [Band(Brick("sum", 90))])]
        last = named(paginate(bands, A4)[-1])
        assert last[-2:] == [str(count - 1), "sum"]
        assert last[0] == "head"


def test_signatures_bring_a_short_section_with_them() -> None:
    title = Band(Brick("title", 14), keep_next=True, section=True)
    section = [title, Band(Brick("text", 12))]
    filler = Band(Brick("filler", FIRST - 60))
    pages = paginate(hold_section([filler, *section], [Band(Brick("sign", 90))]), A4)
    assert [named(page) for page in pages] == [["filler"], ["title", "text", "sign"]]


def test_a_long_section_stays_and_only_its_last_line_moves() -> None:
    title = Band(Brick("title", 14), keep_next=True, section=True)
    section = [title, *(Band(Brick(str(at), 12)) for at in range(30))]
    filler = Band(Brick("filler", FIRST - 14 - 30 * 12 - 10))
    pages = paginate(hold_section([filler, *section], [Band(Brick("sign", 90))]), A4)
    assert named(pages[1]) == ["29", "sign"]


def test_nothing_to_hold_changes_nothing() -> None:
    bands = rows(3)
    assert hold_last(bands, []) == bands
    assert hold_section(bands, []) == bands
    assert hold_last([], [Band(HEAD)]) == [Band(HEAD)]
    assert keep_together([]) == []


def test_what_is_higher_than_a_page_goes_on_over_the_next() -> None:
    """A description of thousands of signs: all its lines are printed, under the table's head."""
    style = Style(size=8.5, leading=12)
    text = paragraph("слово " * 3000, style, 200)
    cell = across(((0.0, paragraph("1", style, 20)), (30.0, text)))
    pages = paginate([Band(HEAD, keep_next=True), Band(cell, head=HEAD)], A4)
    assert len(pages) > 3
    drawn = [item for page in pages for item, _ in page if item is not HEAD]
    assert sum(item.height for item in drawn) == text.height
    for number, page in enumerate(pages):
        assert page[0][0] is HEAD
        assert page[-1][1] + page[-1][0].height <= room(A4, number) + 1e-6


def test_a_stack_is_cut_between_its_items() -> None:
    whole = stack([Brick("a", 10), Brick("b", 10), Brick("c", 10)])
    cut = whole.split(25)
    assert cut is not None
    first, rest = cut
    assert isinstance(first, Stack)
    assert [one.height for one in (first, rest)] == [20, 10]
    assert whole.split(5) is None


def test_a_wider_sheet_is_lower() -> None:
    assert room(PaperSize.LETTER, 0) < room(A4, 0)
    assert room(A4, 1) < room(A4, 0)
