"""The stock at the desk: lists, the card, deliveries, counts, moves between stores, and links to orders."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.inventory import (
    Adjust,
    ProductView,
    adjust,
    get_product,
    list_locations,
    stock_card,
    stock_counts,
)
from app.kernel.tx import Shop
from models.base import new_id
from models.money import Money
from tests.ui.goods import (
    Orders,
    dialog_of,
    do,
    goods_window,
    page_of,
    press,
    product_of,
    put,
    quiet,
    see,
)
from ui.inventory.adjust import AdjustDialog, ReverseDialog
from ui.inventory.link import LinkDialog
from ui.inventory.moves import ticks
from ui.inventory.page import InventoryPage
from ui.inventory.product_form import ProductDialog
from ui.inventory.receive import ReceiveDialog
from ui.inventory.send import SendDialog
from ui.inventory.stores import StoresDialog
from ui.shell.window import Window
from ui.start import settle
from widgets.buttons import Button
from widgets.values import cell_text

D = Decimal
FILTER = "W 712/95"
OIL = "15668E"


@pytest.fixture
def window(sample_shop: Shop, tmp_path: Path) -> Iterator[Window]:
    with goods_window(sample_shop, tmp_path) as made:
        yield made


@pytest.fixture
def page(window: Window) -> InventoryPage:
    return page_of(window, "inventory", InventoryPage)


def opened(window: Window, page: InventoryPage, sku: str) -> ProductView:
    """The product's card, read."""
    product = product_of(window, sku)
    page.open_record(product.id)
    settle(window)
    return product


def figures(page: InventoryPage) -> dict[str, str]:
    return {f.caption: f"{f.major}{f.minor}" for f in page.product.figures.figures()}


def on_hand(window: Window, sku: str) -> Decimal:
    return product_of(window, sku).on_hand_qty


def names(page: InventoryPage) -> list[str]:
    return [row.sku for row in page.levels.table.rows()]


def test_the_list_reads_the_rows_that_are_seen(window: Window, page: InventoryPage) -> None:
    table = page.levels.table
    assert table.count() == see(window, stock_counts).all
    assert 0 < len(table.rows()) < table.count()
    table.view.scrollToBottom()
    quiet(window)
    last = table.model.row(table.count() - 1)
    assert last is not None


def test_views_stores_and_search_narrow_the_list(window: Window, page: InventoryPage) -> None:
    page.levels.show_view("low")
    settle(window)
    low = page.levels.table.count()
    assert low == see(window, stock_counts).low
    page.levels.show_view("negative")
    settle(window)
    assert page.levels.table.state() is not None
    page.levels.show_view("all")
    van = next(place for place in see(window, list_locations) if place.code == "VAN1")
    page.levels.place.set_value(van.id)
    settle(window)
    assert 0 < page.levels.table.count() < 50
    page.levels.place.set_value(None)
    page.search.set_value("castrol")
    page.levels.search("castrol")
    quiet(window)
    assert OIL in names(page)
    assert page.search.count() == f"{page.levels.table.count()} found"
    assert page.back()
    settle(window)
    assert page.levels.table.count() == see(window, stock_counts).all


def test_a_storekeeper_sees_what_it_is_worth_a_receptionist_does_not(
    sample_shop: Shop, tmp_path: Path
) -> None:
    with goods_window(sample_shop, tmp_path, "dyomina") as window:
        page = page_of(window, "inventory", InventoryPage)
        columns = {column.name for column in page.levels.table.model.columns}
        assert not {"cost", "value"} & columns
        opened(window, page, FILTER)
        assert "Average cost" not in figures(page)
        assert "Price" in figures(page)
        assert "cost" not in {c.name for c in page.product.moves.table.model.columns}


def test_the_card_shows_figures_levels_and_moves(window: Window, page: InventoryPage) -> None:
    opened(window, page, FILTER)
    shown = figures(page)
    assert (shown["On hand"], shown["Available"]) == ("23", "23")
    assert shown["Average cost"].endswith("431.00")
    assert [row.change_qty for row in page.product.moves.table.rows()] == [D(-1), D(2), D(22)]
    levels = page.product.moves.chart.levels()
    assert (levels[0].value, levels[-1].value) == (0.0, 23.0)
    page.product.tabs.set_current("items")
    assert [row.item.code for row in page.product.table("items").rows()] == [FILTER]
    page.product.tabs.set_current("promises")
    assert page.product.table("promises").state() is not None
    assert page.back()
    assert page.levels.table.current_key() == product_of(window, FILTER).id
    assert not page.back()


def test_from_a_move_to_its_order(window: Window, page: InventoryPage) -> None:
    opened(window, page, FILTER)
    table = page.product.moves.table
    row = table.rows()[0]
    assert row.order_id is not None
    table.select(row.move_id)
    press(table.view, Qt.Key.Key_Return)
    settle(window)
    assert Orders.opened == [row.order_id]


def test_from_the_goods_to_the_item_that_sells_them(window: Window, page: InventoryPage) -> None:
    opened(window, page, FILTER)
    page.product.tabs.set_current("items")
    table = page.product.table("items")
    table.select_first()
    press(table.view, Qt.Key.Key_Return)
    settle(window)
    assert window.place == "catalog"


def test_a_delivery_of_two_products_is_booked_at_once(window: Window, page: InventoryPage) -> None:
    before = on_hand(window, FILTER), on_hand(window, OIL)
    opened(window, page, FILTER)
    page.product.asked.emit("receive")
    settle(window)
    dialog = dialog_of(window, ReceiveDialog)
    put(dialog.form.control("document"), "AVTR-01")
    first, second = dialog.lines
    assert first.cost.text() == "431.00"
    put(first.qty, "8")
    put(first.cost, "434,50")
    second.show_product(see(window, lambda read: get_product(read, product_of(window, OIL).id)))
    second.unit.set_value(True)
    put(second.qty, "1")
    put(second.cost, "148 096")
    assert len(dialog.lines) == 3
    dialog.save()
    settle(window)
    assert (on_hand(window, FILTER), on_hand(window, OIL)) == (before[0] + 8, before[1] + 208)
    move = see(window, lambda read: stock_card(read, product_of(window, FILTER).id)).rows[0]
    assert (move.note, move.value) == ("AVTR-01", Money(347_600, "RUB"))
    assert figures(page)["On hand"] == "31"
    shown = page.product.moves.table.model.cells(0)
    assert shown is not None
    assert "AVTR-01" in [cell_text(value) for value in shown]
    assert page.product.moves.table.rows()[0].change_qty == 8


def test_a_line_that_lacks_something_says_so_and_nothing_is_booked(
    window: Window, page: InventoryPage
) -> None:
    before = on_hand(window, FILTER)
    opened(window, page, FILTER)
    page.product.asked.emit("receive")
    settle(window)
    dialog = dialog_of(window, ReceiveDialog)
    put(dialog.lines[0].cost, "")
    put(dialog.lines[0].qty, "2")
    dialog.save()
    settle(window)
    assert dialog.lines[0].cost.problem()
    assert dialog.isVisible()
    assert on_hand(window, FILTER) == before
    dialog.cancel()


def test_a_new_product_is_made_from_the_delivery(window: Window, page: InventoryPage) -> None:
    page.open_record(None)
    dialog = ReceiveDialog(page.desk, page, [*see(window, list_locations)])
    dialog.open()
    line = dialog.lines[0]
    line.product.create_asked.emit("NEW 77")
    form = dialog_of(window, ProductDialog)
    assert form.form.control("sku").text() == "NEW 77"
    put(form.form.control("name"), "Cap")
    form.save()
    settle(window)
    assert line.detail is not None
    assert line.detail.product.sku == "NEW 77"
    put(line.qty, "3")
    put(line.cost, "10")
    dialog.save()
    settle(window)
    assert on_hand(window, "NEW 77") == 3


def test_a_count_is_written_with_its_reason(window: Window, page: InventoryPage) -> None:
    opened(window, page, OIL)
    page.product.asked.emit("adjust")
    settle(window)
    dialog = dialog_of(window, AdjustDialog)
    dialog.save()
    assert dialog.form.control("counted").problem()
    assert dialog.form.control("reason").problem()
    put(dialog.form.control("counted"), "200,5")
    put(dialog.form.control("reason"), "counted")
    dialog.save()
    settle(window)
    assert on_hand(window, OIL) == D("200.5")
    assert page.product.moves.table.rows()[0].note == "counted"


def test_an_empty_shelf_is_a_count_too(window: Window, page: InventoryPage) -> None:
    opened(window, page, "W 719/45")
    page.product.asked.emit("adjust")
    settle(window)
    dialog = dialog_of(window, AdjustDialog)
    put(dialog.form.control("counted"), "0")
    put(dialog.form.control("reason"), "gone")
    dialog.save()
    settle(window)
    assert product_of(window, "W 719/45").on_hand_qty == 0


def test_a_count_that_grew_old_is_refused_in_the_dialog(
    window: Window, page: InventoryPage
) -> None:
    product = opened(window, page, OIL)
    page.product.asked.emit("adjust")
    settle(window)
    dialog = dialog_of(window, AdjustDialog)
    do(window, adjust, Adjust(product_id=product.id, counted_qty=D(100), reason="other desk"))
    put(dialog.form.control("counted"), "150")
    put(dialog.form.control("reason"), "mine")
    dialog.save()
    settle(window)
    assert "moved" in dialog.form.control("counted").problem()
    assert on_hand(window, OIL) == 100
    dialog.cancel()


def test_scrap_goes_for_good(window: Window, page: InventoryPage) -> None:
    before = on_hand(window, OIL)
    opened(window, page, OIL)
    page.product.asked.emit("adjust")
    settle(window)
    dialog = dialog_of(window, AdjustDialog)
    dialog.form.control("way").set_value("scrap")
    put(dialog.form.control("taken"), "1")
    put(dialog.form.control("reason"), "leaked")
    dialog.save()
    settle(window)
    assert on_hand(window, OIL) == before - 1
    assert page.product.moves.table.rows()[0].reason == "scrap"


def test_a_wrong_move_is_taken_back_with_a_reason(window: Window, page: InventoryPage) -> None:
    product = opened(window, page, OIL)
    before = on_hand(window, OIL)
    do(window, adjust, Adjust(product_id=product.id, counted_qty=before - 5, reason="wrong"))
    settle(window)
    page.product.reverse_asked.emit(page.product.moves.table.rows()[0])
    dialog = dialog_of(window, ReverseDialog)
    dialog.save()
    assert dialog.form.control("reason").problem()
    put(dialog.form.control("reason"), "typed wrongly")
    dialog.save()
    settle(window)
    assert on_hand(window, OIL) == before


def test_goods_go_to_another_store_and_arrive(window: Window, page: InventoryPage) -> None:
    before = on_hand(window, FILTER)
    opened(window, page, FILTER)
    page.product.asked.emit("send")
    settle(window)
    dialog = dialog_of(window, SendDialog)
    places = {place.code: place.id for place in see(window, list_locations)}
    dialog.form.control("start").set_value(places["MAIN"])
    dialog.form.control("end").set_value(places["VAN1"])
    put(dialog.form.control("qty"), "900")
    dialog.save()
    settle(window)
    assert dialog.form.control("qty").problem()
    put(dialog.form.control("qty"), "2")
    dialog.save()
    settle(window)
    assert on_hand(window, FILTER) == before - 2
    page.product.asked.emit("send")
    settle(window)
    again = dialog_of(window, SendDialog)
    here = next(b for b in again.findChildren(Button) if b.text() == "It arrived")
    here.click()
    settle(window)
    assert on_hand(window, FILTER) == before


def test_levels_bin_and_barcode_are_edited(window: Window, page: InventoryPage) -> None:
    opened(window, page, FILTER)
    page.product.asked.emit("edit")
    dialog = dialog_of(window, ProductDialog)
    put(dialog.form.control("min_qty"), "30")
    put(dialog.form.control("bin"), "Z-9")
    put(dialog.form.control("barcode"), "2000000002583")
    dialog.save()
    settle(window)
    assert "belongs to" in dialog.form.control("barcode").problem()
    put(dialog.form.control("barcode"), "4006381333931")
    dialog.save()
    settle(window)
    seen = product_of(window, FILTER)
    assert (seen.min_qty, seen.bin, seen.barcode) == (D(30), "Z-9", "4006381333931")
    assert seen.low_since_at is not None
    assert "minimum 30" in page.product.figures.accessibleDescription()


def test_a_product_that_lies_somewhere_is_not_archived(window: Window, page: InventoryPage) -> None:
    opened(window, page, FILTER)
    page.product.asked.emit("edit")
    dialog = dialog_of(window, ProductDialog)
    dialog.archive()
    settle(window)
    assert not product_of(window, FILTER).is_archived
    dialog.cancel()


def test_a_store_is_opened_and_closes_only_empty(window: Window, page: InventoryPage) -> None:
    dialog = StoresDialog(page.desk, page)
    dialog.open()
    settle(window)
    put(dialog.form.control("code"), "VAN1")
    put(dialog.form.control("name"), "Van 2")
    dialog.open_store()
    settle(window)
    assert "taken" in dialog.form.control("code").problem()
    put(dialog.form.control("code"), "VAN2")
    dialog.open_store()
    settle(window)
    places = {place.code: place for place in see(window, list_locations)}
    assert places["VAN2"].name == "Van 2"
    dialog.table.select(places["MAIN"].id)
    dialog.close_store()
    settle(window)
    assert not {p.code: p for p in see(window, list_locations)}["MAIN"].is_archived
    dialog.table.select(places["VAN2"].id)
    dialog.close_store()
    settle(window)
    assert {p.code: p for p in see(window, list_locations)}["VAN2"].is_archived
    dialog.cancel()


def test_an_equivalent_is_linked_from_the_card(window: Window, page: InventoryPage) -> None:
    product, other = product_of(window, OIL), product_of(window, "570 901 076")
    opened(window, page, OIL)
    page.product.asked.emit("link")
    dialog = dialog_of(window, LinkDialog)
    picker = dialog.form.control("other")
    picker.set_value(product.id, product.sku)
    dialog.save()
    assert picker.problem()
    picker.set_value(other.id, other.sku)
    dialog.save()
    settle(window)
    page.product.tabs.set_current("instead")
    assert [view.id for view in page.product.table("instead").rows()] == [other.id]


def test_somebody_elses_move_is_seen_at_once(window: Window, page: InventoryPage) -> None:
    product = opened(window, page, OIL)
    do(window, adjust, Adjust(product_id=product.id, counted_qty=D(7), reason="other desk"))
    settle(window)
    assert figures(page)["On hand"] == "7"
    assert page.product.moves.table.rows()[0].balance_qty == 7


def test_a_product_that_is_not_there_is_said(window: Window, page: InventoryPage) -> None:
    told: list[Exception] = []
    window.show_problem = lambda _window, error, _retry: told.append(error)
    page.open_record(new_id())
    settle(window)
    assert "does not exist" in str(told[0])


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("0", ["0", "1"]),
        ("3", ["0", "1", "2", "3"]),
        ("24", ["0", "5", "10", "15", "20", "25"]),
        ("0.7", ["0", "0.2", "0.4", "0.6", "0.8"]),
        ("208", ["0", "50", "100", "150", "200", "250"]),
    ],
)
def test_the_axis_has_round_figures(top: str, expected: list[str]) -> None:
    assert [D(text) for text in expected] == [D(tick) for tick in ticks(D(top))]
