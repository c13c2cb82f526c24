"""The catalogue at the desk: groups, search, the card, what is typed and kept, and who sees what a thing cost."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.catalog import (
    ItemLine,
    SetMarkup,
    UpdateItem,
    get_item,
    list_labour_rates,
    list_markup,
    set_markup,
    update_item,
)
from app.inventory import LinkEquivalents, link_equivalents
from app.kernel.tx import Shop
from tests.ui.goods import (
    dialog_of,
    do,
    goods_window,
    item_of,
    page_of,
    press,
    product_of,
    put,
    see,
)
from ui.catalog.page import CatalogPage
from ui.catalog.prices import PricesDialog
from ui.shell.window import Window
from ui.start import settle
from widgets.columns import Group
from widgets.fields import QuantityEdit
from widgets.values import Rich, cell_text


@pytest.fixture
def window(sample_shop: Shop, tmp_path: Path) -> Iterator[Window]:
    with goods_window(sample_shop, tmp_path) as made:
        yield made


@pytest.fixture
def page(window: Window) -> CatalogPage:
    return page_of(window, "catalog", CatalogPage)


def groups(page: CatalogPage) -> list[str]:
    return [row.title for row in page.items.table.model.all_rows() if isinstance(row, Group)]


def cell(page: CatalogPage, line: ItemLine, name: str) -> object:
    columns = page.items.table.model.columns
    return next(column.value(line) for column in columns if column.name == name)


def find(window: Window, page: CatalogPage, words: str) -> list[ItemLine]:
    page.search.set_value(words)
    page.items.search(words)
    settle(window)
    return page.items.table.rows()


def choose(window: Window, page: CatalogPage, code: str) -> ItemLine:
    """Select an item by its code, its card read."""
    page.open_record(item_of(window, code).id)
    settle(window)
    row = page.items.table.current()
    assert isinstance(row, ItemLine)
    return row


def dirty(page: CatalogPage) -> bool:
    """Whether something is typed that is not saved."""
    return page.panel.editor.is_dirty


def why(page: CatalogPage) -> list[tuple[str, str]]:
    facts = page.panel.facts.why.facts.facts()
    return [(cell_text(fact.cells[0]), cell_text(fact.cells[1])) for fact in facts]


def test_kinds_are_group_rows_with_their_counts(window: Window, page: CatalogPage) -> None:
    assert groups(page) == ["Packages, 15", "Labour, 356"]
    page.items.tabs.set_current("fluid")
    settle(window)
    assert groups(page) == ["Fluids, 33"]
    assert {line.item.kind for line in page.items.table.rows()} == {"fluid"}


def test_the_list_goes_on_where_it_is_scrolled(window: Window, page: CatalogPage) -> None:
    before = len(page.items.table.rows())
    page.items.table.view.scrollToBottom()
    settle(window)
    rows = page.items.table.rows()
    assert len(rows) > before
    assert len({line.item.id for line in rows}) == len(rows)
    assert groups(page) == ["Packages, 15", "Labour, 356"]


def test_a_search_counts_and_marks_what_it_found(window: Window, page: CatalogPage) -> None:
    rows = find(window, page, "масл")
    assert page.search.count() == f"{len(rows)} of 699"
    name = cell(page, rows[0], "name")
    assert isinstance(name, Rich)
    assert ("Масл", "match") in name.spans
    assert find(window, page, "нет такого слова") == []
    assert page.items.table.state() is not None
    assert page.back()
    settle(window)
    assert page.search.value() == ""
    assert len(page.items.table.rows()) == 100


def test_a_cross_number_finds_the_item_and_says_so(window: Window, page: CatalogPage) -> None:
    mine, other = product_of(window, "W 712/95"), product_of(window, "W 719/45")
    pair = LinkEquivalents(product_id=mine.id, other_id=other.id)
    do(window, link_equivalents, pair)
    rows = find(window, page, other.sku)
    filters = [line for line in rows if line.item.product_id == mine.id]
    assert len(filters) == 1
    assert other.sku in cell_text(cell(page, filters[0], "name"))
    assert " = " in cell_text(cell(page, filters[0], "name"))


def test_why_is_a_list_of_steps_and_the_last_is_the_price(
    window: Window, page: CatalogPage
) -> None:
    line = choose(window, page, "M-0101")
    steps = why(page)
    assert [words for words, _ in steps][-1] == "Price"
    assert steps[0][1] == "2,400.00"
    assert steps[1] == ("Norm hours", "× 0.6")
    assert "included" in steps[2][0]
    assert line.whole is not None
    assert steps[-1][1] == page.desk.formats.plain(line.whole) == "1,440.00"


def test_a_price_made_of_its_cost_shows_cost_and_markup_to_those_who_may(
    window: Window, page: CatalogPage
) -> None:
    choose(window, page, "W 712/95")
    form = page.panel.editor.form
    assert form is not None
    form.control("price_mode").set_value("made")
    page.panel.editor.save()
    settle(window)
    steps = why(page)
    assert steps[0] == ("Last cost, without tax", "431.00")
    assert steps[1][1] == "+80%"
    assert steps[-1] == ("Price", "946.48")


def test_a_receptionist_sees_the_price_and_neither_cost_nor_margin(
    sample_shop: Shop, tmp_path: Path
) -> None:
    with goods_window(sample_shop, tmp_path, "dyomina") as window:
        page = page_of(window, "catalog", CatalogPage)
        assert "margin" not in [column.name for column in page.items.table.model.columns]
        choose(window, page, "P-OIL-14T")
        words = page.panel.facts.why.facts.accessibleDescription()
        assert "Price" in words
        assert page.panel.editor.form is None
        assert "P-OIL-14T" in page.panel.facts.reads.accessibleDescription()
        assert not any(
            "argin" in shown.text() for shown in page.panel.findChildren(type(page.toolbar.title))
        )


def test_a_changed_price_is_written_and_read_again(window: Window, page: CatalogPage) -> None:
    line = choose(window, page, "W 712/95")
    form = page.panel.editor.form
    assert form is not None
    put(form.control("price"), "812,50")
    assert dirty(page)
    page.panel.editor.save()
    settle(window)
    assert not dirty(page)
    assert see(window, lambda read: get_item(read, line.item.id)).price_amount == 81_250
    shown = page.items.table.current()
    assert cell_text(cell(page, shown, "price")) == "812.50"
    changes = page.panel.facts.changes.facts.facts()
    assert cell_text(changes[0].cells[1]) == "812.50"


def test_a_code_that_is_taken_is_said_under_the_code(window: Window, page: CatalogPage) -> None:
    choose(window, page, "W 712/95")
    form = page.panel.editor.form
    assert form is not None
    put(form.control("code"), "M-0101")
    page.panel.editor.save()
    settle(window)
    assert "belongs to" in form.control("code").problem()
    assert dirty(page)


def test_what_was_typed_survives_another_row_and_comes_back(
    window: Window, page: CatalogPage
) -> None:
    line = choose(window, page, "W 712/95")
    form = page.panel.editor.form
    assert form is not None
    put(form.control("name"), "Половина имени")
    choose(window, page, "M-0101")
    assert not dirty(page)
    assert page.desk.drafts.find(f"catalog:{line.item.id}") is not None
    choose(window, page, "W 712/95")
    form = page.panel.editor.form
    assert form is not None
    assert form.control("name").text() == "Половина имени"
    assert dirty(page)
    page.panel.editor.revert()
    form = page.panel.editor.form
    assert form is not None
    assert form.control("name").text() == line.item.name
    assert page.desk.drafts.find(f"catalog:{line.item.id}") is None


def test_the_comma_of_a_quantity_stays_while_one_types(window: Window, page: CatalogPage) -> None:
    line = choose(window, page, "P-OIL-14T")
    quantity = page.panel.editor.contents.findChildren(QuantityEdit)[0]
    put(quantity, "2,5")
    settle(window)
    page.panel.editor.save()
    settle(window)
    lines = see(window, lambda read: get_item(read, line.item.id)).lines
    assert lines[0].qty == Decimal("2.5")


def test_a_new_item_is_written_and_selected(window: Window, page: CatalogPage) -> None:
    page.new()
    settle(window)
    form = page.panel.editor.form
    assert form is not None
    form.control("kind").set_value("labour")
    form = page.panel.editor.form
    assert form is not None
    put(form.control("name"), "Мойка днища")
    page.panel.editor.save()
    settle(window)
    assert form.control("code").problem()
    put(form.control("code"), "W-1")
    put(form.control("norm_hours"), "0,4")
    page.panel.editor.save()
    settle(window)
    row = page.items.table.current()
    assert isinstance(row, ItemLine)
    assert (row.item.code, row.item.kind, row.hours) == ("W-1", "labour", Decimal("0.4"))
    assert page.panel.item_id == row.item.id
    assert page.desk.drafts.find("catalog") is None


def test_a_copy_lacks_the_code_only(window: Window, page: CatalogPage) -> None:
    choose(window, page, "P-OIL-14T")
    page.panel.duplicate()
    settle(window)
    form = page.panel.editor.form
    assert form is not None
    assert form.control("code").text() == ""
    assert len(page.panel.editor.contents.lines()) == 4
    put(form.control("code"), "P-OIL-14T-2")
    page.panel.editor.save()
    settle(window)
    made = item_of(window, "P-OIL-14T-2")
    assert len(see(window, lambda read: get_item(read, made.id)).lines) == 4


def test_an_archived_item_leaves_the_list_and_can_come_back(
    window: Window, page: CatalogPage
) -> None:
    line = choose(window, page, "570 901 076")
    page.panel.archive()
    settle(window)
    page.items.tabs.set_current("archived")
    settle(window)
    assert [row.item.id for row in page.items.table.rows()] == [line.item.id]
    window.undo_stack.undo()
    settle(window)
    assert page.items.table.rows() == []
    assert not see(window, lambda read: get_item(read, line.item.id)).item.is_archived


def test_an_item_far_down_is_opened_by_its_id(window: Window, page: CatalogPage) -> None:
    line = choose(window, page, "W 712/95")
    assert line.item.code == "W 712/95"
    assert page.panel.item_id == line.item.id


def test_from_an_item_to_its_goods(window: Window, page: CatalogPage) -> None:
    line = choose(window, page, "W 712/95")
    facts = page.panel.facts.stock.facts
    facts.setFocus()
    press(facts, Qt.Key.Key_Return)
    settle(window)
    assert window.place == "inventory"
    assert line.item.product_id is not None


def test_another_group_has_its_own_price_and_its_own_steps(
    window: Window, page: CatalogPage
) -> None:
    do(window, set_markup, SetMarkup(bands=((0, Decimal(10)),), price_group="fleet"))
    line = choose(window, page, "W 712/95")
    form = page.panel.editor.form
    assert form is not None
    form.control("price_mode").set_value("made")
    page.panel.editor.save()
    settle(window)
    assert [cell_text(fact.cells[0]) for fact in page.panel.facts.groups.facts.facts()] == [
        "retail",
        "fleet",
    ]
    page.panel.facts.groups.facts.opened.emit(1)
    assert why(page)[-1] == ("Price", "578.40")
    page.items.show_group("fleet")
    settle(window)
    shown = next(row for row in page.items.table.rows() if row.item.id == line.item.id)
    assert cell_text(cell(page, shown, "price")) == "578.40"


def test_a_rate_from_a_day_on_and_the_markup_are_set(window: Window, page: CatalogPage) -> None:
    dialog = PricesDialog(page.desk, page)
    dialog.open()
    settle(window)
    assert dialog_of(window, PricesDialog) is dialog
    form = dialog.form
    form.control("labour_type").set_value("general")
    put(form.control("rate_amount"), "2 600")
    form.control("from_on").set_value(date(2027, 1, 1))
    dialog.set_rate()
    settle(window)
    rates = see(window, list_labour_rates)
    assert [r.rate_amount for r in rates if r.labour_type == "general"] == [240_000, 260_000]
    dialog.rates.select(("general", "retail", date(2027, 1, 1)))
    dialog.remove_rate()
    settle(window)
    assert len(see(window, list_labour_rates)) == len(rates) - 1
    put(dialog.bands[0][1], "110")
    dialog.save_markup()
    settle(window)
    assert see(window, list_markup)[0].markup_percent == Decimal(110)
    dialog.cancel()


def test_changes_of_others_are_shown_at_once(window: Window, page: CatalogPage) -> None:
    line = choose(window, page, "W 712/95")
    detail = see(window, lambda read: get_item(read, line.item.id))
    command = UpdateItem(
        item_id=line.item.id,
        version=detail.item.version,
        kind=detail.item.kind,
        code=detail.item.code,
        name="Другое имя",
        unit=detail.item.unit,
        price_amount=99_900,
        product_id=detail.item.product_id,
    )
    do(window, update_item, command)
    settle(window)
    shown = page.items.table.current()
    assert isinstance(shown, ItemLine)
    assert (shown.item.name, cell_text(cell(page, shown, "price"))) == ("Другое имя", "999.00")
