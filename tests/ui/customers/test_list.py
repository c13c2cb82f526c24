"""The list: found by anything, fetched when seen, opened by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.customers import CustomerOf, archive_customer, restore_customer
from app.customers.listing import CustomerLine
from app.vehicles import CreateVehicle, create_vehicle
from app.vehicles.listing import VehicleLine
from tests.ui.customers.conftest import Reception, type_in
from widgets.values import PlateText, Rich, cell_text


def rows(reception: Reception) -> list[VehicleLine | CustomerLine]:
    table = reception.page.listing.table
    wanted = min(table.count(), 10)
    reception.qtbot.waitUntil(lambda: len(table.rows()) >= wanted)
    return table.rows()


def open_shelf(reception: Reception, shelf: str) -> None:
    reception.page.listing.tabs.set_current(shelf)
    reception.settle()


def look_for(reception: Reception, words: str) -> list[VehicleLine | CustomerLine]:
    search = reception.page.search
    search.setFocus()
    search.selectAll()
    type_in(search, words)
    with reception.qtbot.waitSignal(search.searched):
        QTest.keyClick(search, Qt.Key.Key_Return)
    reception.settle()
    return rows(reception)


def test_cars_and_customers_are_counted_and_fetched(reception: Reception) -> None:
    listing = reception.page.listing
    assert listing.shelf == "vehicles"
    rows(reception)
    first = listing.table.model.row(0)
    assert isinstance(first, VehicleLine)
    assert first.last_at is not None
    open_shelf(reception, "customers")
    found = rows(reception)
    assert all(isinstance(row, CustomerLine) for row in found)
    assert reception.desk.saved("customers.shelf") == "customers"


@pytest.mark.parametrize(
    "words",
    ["a123bc", "а123вс777", "XW8AN4NE3KH", "012845", "octavia", "916 204-18-73", "иванова мар"],
)
def test_a_car_is_found_by_anything_one_knows_of_it(reception: Reception, words: str) -> None:
    reception.page.listing.tabs.set_current("vehicles")
    found = look_for(reception, words)
    plates = [row.vehicle.plate for row in found if isinstance(row, VehicleLine)]
    assert "А123ВС 777" in plates


def test_what_was_searched_for_is_marked(reception: Reception) -> None:
    row = look_for(reception, "a123bc")[0]
    columns = {c.name: c for c in reception.page.listing.table.model.columns}
    plate = columns["plate"].value(row)
    assert isinstance(plate, PlateText)
    assert plate.find == (0, 6)
    row = look_for(reception, "204-18")[0]
    phone = columns["phone"].value(row)
    assert isinstance(phone, Rich)
    assert ("204-18", "match") in phone.spans


def test_a_search_that_finds_only_people_shows_people(reception: Reception) -> None:
    lonely = reception.customer("Фомин")
    reception.page.listing.tabs.set_current("customers")
    look_for(reception, "фомин")
    assert reception.page.listing.table.current_key() == lonely
    assert reception.page.search.count() == "1 found"
    look_for(reception, "абвгд")
    assert reception.page.listing.table.count() == 0


def test_the_only_find_opens_at_the_second_enter(reception: Reception) -> None:
    look_for(reception, "XW8AN4NE3KH012845")
    QTest.keyClick(reception.page.search, Qt.Key.Key_Return)
    reception.settle()
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert vehicle.vin == "XW8AN4NE3KH012845"


def test_enter_opens_and_escape_comes_back_to_the_row(reception: Reception) -> None:
    page = reception.page
    rows(reception)
    table = page.listing.table
    table.select_first()
    key = table.current_key()
    table.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    reception.settle()
    assert page.stack.currentWidget() is page.view
    assert not page.toolbar.isVisible()
    assert page.back()
    assert page.stack.currentWidget() is page.listing
    assert page.toolbar.isVisible()
    assert table.current_key() == key
    assert not page.back()


def test_sorting_asks_the_database(reception: Reception) -> None:
    table = reception.page.listing.table
    rows(reception)
    table.set_sort("plate")
    table.sorted.emit("plate", False)
    reception.settle()
    reception.qtbot.waitUntil(lambda: table.model.row(0) is not None)
    reception.qtbot.waitUntil(lambda: len(table.rows()) >= 10)
    keys = [row.vehicle.plate for row in table.rows() if row.vehicle.plate]
    assert len(keys) >= 10


def test_the_list_hears_what_others_do(reception: Reception) -> None:
    listing = reception.page.listing
    before = listing.tables["vehicles"].count()
    reception.do(create_vehicle, CreateVehicle(plate="Р777РР99"))
    assert listing.tables["vehicles"].count() == before + 1
    gone = reception.customer("Фомин")
    open_shelf(reception, "customers")
    people = listing.table.count()
    reception.do(archive_customer, CustomerOf(customer_id=gone))
    assert listing.table.count() == people - 1
    open_shelf(reception, "old_customers")
    assert listing.table.count() == 1


def test_a_tab_says_how_much_stands_behind_it_before_it_is_read(reception: Reception) -> None:
    listing = reception.page.listing
    assert set(listing.tables) == {"vehicles"}
    said = listing.tabs.tabText(1)
    open_shelf(reception, "customers")
    assert said == f"Customers, {listing.table.count()}"
    assert listing.table.count() > 0


def test_a_shelf_that_grew_empty_gives_way(reception: Reception) -> None:
    gone = reception.customer("Фомин")
    reception.do(archive_customer, CustomerOf(customer_id=gone))
    open_shelf(reception, "old_customers")
    reception.do(restore_customer, CustomerOf(customer_id=gone))
    assert reception.page.listing.shelf == "vehicles"
    assert reception.page.listing.stack.currentWidget() is reception.page.listing.table
    assert reception.page.listing.table.count() > 0


def test_every_cell_can_be_said(reception: Reception) -> None:
    for shelf in ("vehicles", "customers"):
        open_shelf(reception, shelf)
        found = rows(reception)
        for column in reception.page.listing.table.model.columns:
            assert column.title
            assert isinstance(cell_text(column.value(found[0])), str)
