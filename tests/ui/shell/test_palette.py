"""Ctrl+K finds records as people remember them and does what can be done; each only what the person may."""

import dataclasses

import pytest
from pytestqt.qtbot import QtBot

from app import customers, vehicles, work_orders
from app.billing.finding import find_invoices, invoice_by_number
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders.finding import find_orders
from models.text import fold
from ui.palette import Palette
from ui.records import Hits, May, Place, find_records, sections_of
from ui.shell.actions import PaletteAction
from ui.shell.desk import Desk
from ui.shell.page import Page, PageSpec
from ui.shell.window import Window
from widgets.cells import PlateText, Rich, cell_text
from widgets.palette import PaletteRow

PLACES = ("work_orders", "customers", "vehicles", "catalog", "billing", "inventory")
EVERYWHERE = May(frozenset(PLACES))


class Told(Page):
    """A page that remembers what it was asked."""

    asked: list[tuple[object, dict[str, object]]]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked = []
        self.news = 0

    def open_record(self, key: object, **params: object) -> None:
        self.asked.append((key, params))

    def new(self) -> None:
        self.news += 1


@pytest.fixture
def front(desk: Desk, qtbot: QtBot) -> Window:
    spec = PageSpec(
        name="work_orders",
        title=QT_TRANSLATE_NOOP("test", "Work orders"),
        icon="clipboard-list",
        make=Told,
        places=PLACES[1:],
    )
    made = Window(desk, [spec])
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open("work_orders", None, {})
    desk.runner.settle()
    return made


def rows_for(front: Window, palette: Palette, text: str, qtbot: QtBot) -> list[PaletteRow]:
    palette.open()
    assert palette.overlay is not None
    palette.overlay.panel.box.setText(text)
    qtbot.wait(100)
    front.desk.runner.settle()
    return palette.overlay.panel.rows()


def hits(desk: Desk, query: str) -> Hits:
    with desk.shop.reading(desk.actor) as read:
        return find_records(read, query)


def test_a_plate_in_latin_letters_finds_the_cyrillic_car(desk: Desk) -> None:
    with desk.shop.reading(desk.actor) as read:
        car = next(v for v in vehicles.list_vehicles(read, limit=50) if v.plate)
    latin = fold(car.plate or "")[:4]
    found = hits(desk, latin)
    assert car.id in [row.id for row in found.cars]
    rows = sections_of(found, desk.formats, EVERYWHERE)[0].rows
    plate = next(r.cells[0] for r in rows if r.key == Place("vehicles", car.id))
    assert isinstance(plate, PlateText)
    assert plate.find is not None
    start, length = plate.find
    assert fold(plate.text[start : start + length]) == latin


def test_orders_by_number_and_by_plate_newest_first(desk: Desk) -> None:
    with desk.shop.reading(desk.actor) as read:
        order = work_orders.list_orders(read, limit=1)[0]
        by_number = find_orders(read, order.number)
        by_plate = find_orders(read, order.plate or "")
        assert find_orders(read, "no such thing") == ()
    assert by_number[0] == order
    assert order in by_plate
    made = [row.made_at for row in by_plate]
    assert made == sorted(made, reverse=True)


def test_invoices_by_number(desk: Desk) -> None:
    with desk.shop.reading(desk.actor) as read:
        found = find_invoices(read, "INV-")
        assert found
        assert invoice_by_number(read, found[0].number) == found[0].id
        assert find_invoices(read, found[0].number)[0] == found[0]
        assert invoice_by_number(read, "nobody's") is None


def test_customers_by_telephone(desk: Desk) -> None:
    with desk.shop.reading(desk.actor) as read:
        person = next(c for c in customers.list_customers(read, limit=50) if c.phone)
    found = hits(desk, (person.phone or "")[-7:])
    assert person.id in [row.id for row in found.people]
    section = sections_of(found, desk.formats, EVERYWHERE)[2]
    row = next(r for r in section.rows if r.key == Place("customers", person.id))
    assert cell_text(row.cells[0]) == person.name


def test_what_was_found_is_marked(desk: Desk) -> None:
    found = hits(desk, "масл")
    rows = sections_of(found, desk.formats, EVERYWHERE)[3].rows
    assert rows
    assert any(isinstance(row.cells[0], Rich) for row in rows)


def test_money_is_for_those_who_may_see_it(desk: Desk) -> None:
    found = dataclasses.replace(hits(desk, "INV-"), sees_money=False)
    rows = [row for section in sections_of(found, desk.formats, EVERYWHERE) for row in section.rows]
    bills = [row for row in rows if isinstance(row.key, Place) and row.key.place == "billing"]
    assert bills
    assert all(row.right is None for row in bills)


def test_kinds_whose_page_is_not_seen_are_not_shown(desk: Desk) -> None:
    assert sections_of(hits(desk, "INV-"), desk.formats, May(frozenset())) == []


def test_a_record_is_opened(front: Window, qtbot: QtBot) -> None:
    with front.desk.shop.reading(front.desk.actor) as read:
        order = work_orders.list_orders(read, limit=1)[0]
    palette = Palette(front)
    rows = rows_for(front, palette, order.number, qtbot)
    assert Place("work_orders", order.id) in [row.key for row in rows]
    assert palette.overlay is not None
    palette.overlay.panel.chosen.emit(Place("work_orders", order.id))
    page = front.page
    assert isinstance(page, Told)
    assert page.asked == [(order.id, {})]
    assert palette.overlay is None


def test_actions_of_shop_pages_and_window(front: Window, qtbot: QtBot) -> None:
    ran: list[str] = []
    front.desk.actions.append(
        PaletteAction("Receive goods", "package-plus", "", lambda: ran.append("receive"), "приход")
    )
    palette = Palette(front, lambda: [PaletteAction("Lock", "lock", "Ctrl+L", lambda: None)])
    titles = {action.title for action in palette.actions()}
    assert {"New customer", "Receive goods", "Lock", "Go to: Work orders"} <= titles
    rows = rows_for(front, palette, "> приход", qtbot)
    assert [cell_text(row.cells[0]) for row in rows] == ["Receive goods"]
    assert palette.overlay is not None
    palette.overlay.panel.chosen.emit(rows[0].key)
    assert ran == ["receive"]


def test_a_new_order_begins_on_its_page(front: Window) -> None:
    palette = Palette(front)
    start = palette.actions()[0]
    start.run()
    page = front.page
    assert isinstance(page, Told)
    assert page.asked == [(None, {"new": True})]
    items = next(a for a in palette.actions() if a.title == "New item")
    items.run()
    assert page.news == 1


def test_an_order_for_the_car_that_was_found(front: Window, qtbot: QtBot) -> None:
    with front.desk.shop.reading(front.desk.actor) as read:
        car = next(v for v in vehicles.list_vehicles(read, limit=50) if v.plate)
    palette = Palette(front)
    rows = rows_for(front, palette, car.plate or "", qtbot)
    row = next(r for r in rows if r.spoken.startswith("New work order for"))
    assert palette.overlay is not None
    palette.overlay.panel.chosen.emit(row.key)
    page = front.page
    assert isinstance(page, Told)
    assert page.asked == [(None, {"new": True, "vehicle_id": car.id})]


def test_an_older_answer_does_not_come_back(front: Window, qtbot: QtBot) -> None:
    palette = Palette(front)
    rows_for(front, palette, "INV-", qtbot)
    assert palette.overlay is not None
    palette.overlay.panel.box.setText("zzzzzz")
    qtbot.wait(100)
    front.desk.runner.settle()
    assert all(not isinstance(row.key, Place) for row in palette.overlay.panel.rows())


def test_people_without_rights_get_no_actions(front: Window) -> None:
    front.desk.actor = dataclasses.replace(front.desk.actor, permissions=frozenset())
    titles = [action.title for action in Palette(front).actions()]
    assert titles == ["Go to: Work orders"]
