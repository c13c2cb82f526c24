"""Tables: columns as wide as their content, figures whole, heads readable."""

from __future__ import annotations

from itertools import pairwise

from reports.layout.flow import Band
from reports.layout.items import Across, Box, Stack
from reports.layout.table import Column, Group, Row, table_bands
from reports.layout.text import Align, Line, Spans, Style, spans
from reports.layout.theme import BASE

COLUMNS = (
    Column("no", "#", needed=True),
    Column("name", "Bezeichnung", flex=1.0, least=150.0, needed=True),
    Column("qty", "Menge", Align.RIGHT),
    Column("unit", "Einheit", near=True),
    Column("price", "Einzelpreis netto", Align.RIGHT),
    Column("discount", "Rabatt", Align.RIGHT),
    Column("total", "Gesamtpreis netto", Align.RIGHT),
)


def row(name: str = "Filter", total: str = "1 490,00", **more: str) -> Row:
    cells = {"no": "1", "name": name, "qty": "1", "unit": "н/ч", "price": total, "total": total}
    return Row({key: spans(text, BASE) for key, text in {**cells, **more}.items()})


def placed(band: Band) -> list[tuple[float, Line]]:
    """Return every line of a band with its distance from the left."""
    found: list[tuple[float, Line]] = []

    def walk(item: object, x: float) -> None:
        if isinstance(item, Line):
            found.append((x, item))
        elif isinstance(item, Stack):
            for each in item.items:
                walk(each, x)
        elif isinstance(item, Across):
            for offset, each in item.cells:
                walk(each, x + offset)
        elif isinstance(item, Box):
            walk(item.item, x)

    walk(band.item, 0.0)
    return found


def texts(band: Band) -> list[str]:
    return [line.text for _, line in placed(band)]


def test_an_empty_column_takes_no_room() -> None:
    head, _ = table_bands(COLUMNS, [row()], 505)
    assert "Rabatt" not in texts(head)
    head, _ = table_bands(COLUMNS, [row(discount="5 %")], 505)
    assert "Rabatt" in texts(head)


def test_columns_never_overlap_nor_leave_the_table() -> None:
    long = row("Bremsscheibe vorn, innenbelüftet, mit Verschleißanzeige " * 3, "123 456 789,00")
    for band in table_bands(COLUMNS, [row(), long], 505):
        by_left = sorted(placed(band), key=lambda each: each[0])
        edges = sorted({(x, x + line.width) for x, line in by_left})
        for (_, right), (left, _) in pairwise(edges):
            assert right <= left + 0.01
        assert max(right for _, right in edges) <= 505.01
        assert all(line.used <= line.width + 0.1 for _, line in by_left)


def test_figures_and_units_are_never_broken() -> None:
    _, band = table_bands(COLUMNS, [row(total="123 456 789,00", name="x" * 200)], 505)
    assert texts(band).count("123 456 789,00") == 2
    assert "н/ч" in texts(band)


def test_a_table_that_does_not_fit_is_set_smaller() -> None:
    _, roomy = table_bands(COLUMNS, [row()], 505)
    _, tight = table_bands(COLUMNS, [row(total="9 123 456 789,00", qty="12 345,125")], 330)
    assert max(line.size for _, line in placed(tight)) < max(line.size for _, line in placed(roomy))
    assert min(line.size for _, line in placed(tight)) >= BASE.size * 0.75


def test_words_of_the_head_break_only_at_spaces() -> None:
    head, _ = table_bands(COLUMNS, [row()], 505)
    assert {"Einzelpreis", "Gesamtpreis", "netto", "Bezeichnung"} <= set(texts(head))


def test_a_fixed_column_is_at_least_as_wide_as_its_title() -> None:
    columns = (
        Column("name", "Teil", flex=1.0),
        Column("tick", "Ausgegeben", fixed=10.0, needed=True),
    )
    head, _ = table_bands(columns, [row()], 300)
    assert texts(head) == ["Teil", "Ausgegeben"]


def test_first_lines_stand_on_one_baseline() -> None:
    small: Spans = spans("klein", Style(size=7, leading=9))
    cells = {"no": spans("1", BASE), "name": small, "total": spans("1,00", BASE)}
    _, band = table_bands(COLUMNS, [Row(cells)], 505)
    across = band.item.item  # type: ignore[attr-defined]  # a row is a box around its cells
    bases = {
        round(sum(one.height for one in cell.items[:-1]) + cell.items[-1].baseline, 3)
        for _, cell in across.cells
    }
    assert len(bases) == 1


def test_the_head_is_given_to_every_row() -> None:
    bands = table_bands(COLUMNS, [Group(spans("Bremsen", BASE)), row(), row()], 505)
    assert all(band.head is bands[0].item for band in bands[1:])
    assert bands[0].head is None
    assert bands[0].keep_next, "a head never stands alone at the foot of a page"
    assert bands[1].keep_next, "nor a group without its first row"


def test_a_table_without_titles_has_no_head() -> None:
    (band,) = table_bands((Column("name", flex=1.0),), [row()], 505)
    assert band.head is None
