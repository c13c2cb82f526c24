"""The list of work orders: tabs, search, sort, filter, preview, copy as a file, and the way into an order and back."""

import csv
import uuid
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import billing, work_orders
from app.access import actor_of
from app.billing import ListLine
from app.kernel.tx import act
from app.work_orders import OrderShelf, OrderSort, OrderWish
from models.access import Employee
from models.order_flow import OrderEvent, OrderState
from models.vehicles import Vehicle, VehiclePerson
from ui.shell.desk import Desk
from ui.shell.drafts import Drafts
from ui.shell.window import Window
from ui.start import settle
from ui.work_orders.list import OrderList
from ui.work_orders.list_columns import short_number
from ui.work_orders.list_menu import show_menu
from ui.work_orders.list_popover import FilterPopover, NamePopover
from ui.work_orders.page import WorkOrdersPage
from widgets.buttons import Button
from widgets.cells import Figure, Rich
from widgets.empty import EmptyState


def wait(orders: OrderList) -> None:
    """Until everything asked for is read and shown."""
    for _ in range(4):
        orders.desk.runner.settle(30)
        QApplication.processEvents()


def open_orders(desk: Desk) -> list[uuid.UUID]:
    """Five open orders of different cars: late, soon, tomorrow, without a promise; two of them are checked in."""
    with desk.shop.reading(desk.actor) as read:
        cars = read.connection.execute(
            sa.select(VehiclePerson.vehicle_id, VehiclePerson.customer_id).distinct().limit(5)
        ).all()
    made = []
    for hours, car in zip((-2, 3, 26, None, 50), cars, strict=True):
        promised = None if hours is None else desk.now() + timedelta(hours=hours)
        command = work_orders.OpenOrder(
            vehicle_id=car.vehicle_id, customer_id=car.customer_id, promised_at=promised
        )
        made.append(act(desk.shop, desk.actor, work_orders.open_order, command).result)
    for order_id in made[:2]:
        step = work_orders.MoveOrder(order_id=order_id)
        act(desk.shop, desk.actor, work_orders.move_order(OrderEvent.CHECK_IN), step)
    return made


@pytest.fixture
def orders(desk: Desk, qtbot: QtBot) -> Iterator[OrderList]:
    open_orders(desk)
    made = OrderList(desk)
    qtbot.addWidget(made)
    made.resize(1190, 694)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.load()
    wait(made)
    yield made
    desk.runner.settle(30)


@pytest.fixture
def page(window: Window) -> WorkOrdersPage:
    open_orders(window.desk)
    window.open("work_orders", None, {})
    settle(window)
    shown = window.page
    assert isinstance(shown, WorkOrdersPage)
    return shown


def rows(orders: OrderList) -> list[ListLine]:
    return orders.table.rows()


def found(desk: Desk, **wish: object) -> list[uuid.UUID]:
    """What the same wish finds without a screen."""
    now = desk.now()
    asked = OrderWish(**wish)  # type: ignore[arg-type]  # fields of the wish
    with desk.shop.reading(desk.actor) as read:
        listed = billing.list_work_orders(
            read, asked, now=now, day_end=now + timedelta(hours=9), limit=500
        )
    return [row.order.id for row in listed.rows]


def ids(orders: OrderList) -> list[uuid.UUID]:
    return [row.order.id for row in rows(orders)]


def edited(page: WorkOrdersPage) -> uuid.UUID | None:
    """The order that is open in the editor."""
    return page.editor.order_id if page.editor is not None else None


def some_vehicle(desk: Desk) -> uuid.UUID:
    with desk.shop.reading(desk.actor) as read:
        return uuid.UUID(str(read.connection.execute(sa.select(Vehicle.id)).scalars().first()))


def draft_orders(desk: Desk, count: int) -> list[uuid.UUID]:
    car = some_vehicle(desk)
    command = work_orders.OpenOrder(vehicle_id=car)
    return [
        act(desk.shop, desk.actor, work_orders.open_order, command).result for _ in range(count)
    ]


def test_open_orders_stand_by_their_promise_with_counts_and_sum(
    orders: OrderList, desk: Desk
) -> None:
    assert ids(orders) == found(desk)
    assert len(rows(orders)) >= 5
    assert (
        [row.order.late for row in rows(orders)].count(True)
        == orders.tabs.count(OrderShelf.LATE)
        == 1
    )
    with desk.shop.reading(desk.actor) as read:
        counts = work_orders.count_orders(read, now=desk.now())
        unpaid = billing.count_unpaid_orders(read)
    for shelf, count in {**counts, OrderShelf.UNPAID: unpaid}.items():
        assert orders.tabs.count(shelf) == count
    assert orders.sum is not None
    assert orders.sum.count == len(rows(orders))
    assert orders.sum.amount == sum(row.order.total.minor for row in rows(orders))


def test_the_first_order_is_shown_at_a_glance(orders: OrderList) -> None:
    first = rows(orders)[0].order
    assert orders.table.current().order.id == first.id
    assert orders.preview.key() == first.id
    shown = [
        label.text() for label in orders.preview.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert first.number in shown
    assert first.vehicle in shown


def test_typing_narrows_the_list_and_marks_what_was_found(orders: OrderList, desk: Desk) -> None:
    told: list[str] = []
    orders.counted.connect(told.append)
    customer = next(row.order.customer for row in rows(orders) if row.order.customer)
    piece = customer[1:4]
    orders.search(piece)
    wait(orders)
    assert ids(orders) == found(desk, text=piece)
    assert len(rows(orders)) > 0
    column = next(c for c in orders.table.model.columns if c.name == "customer")
    marked = [column.value(row) for row in rows(orders)]
    assert any(isinstance(value, Rich) for value in marked)
    open_count = orders.tabs.count(OrderShelf.OPEN)
    assert told[-1] == f"{len(rows(orders))} of {open_count}"
    orders.search("")
    wait(orders)
    assert told[-1] == ""
    assert len(rows(orders)) == open_count


def test_what_is_not_open_can_be_searched_for_among_all(orders: OrderList, desk: Desk) -> None:
    closed = next(key for key in found(desk, shelf=OrderShelf.ALL) if key not in set(found(desk)))
    with desk.shop.reading(desk.actor) as read:
        number = work_orders.get_order(read, closed).number
    orders.search(number)
    wait(orders)
    state = orders.table.state()
    assert isinstance(state, EmptyState)
    assert number in state.accessibleName()
    (wide,) = state.findChildren(Button)
    wide.click()
    wait(orders)
    assert ids(orders) == [closed]
    assert orders.tabs.current() == OrderShelf.ALL


def test_alt_and_a_number_open_the_tabs(orders: OrderList, desk: Desk) -> None:
    for number, shelf in enumerate(OrderShelf, start=1):
        QTest.keyClick(orders, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        wait(orders)
        assert orders.filter.shelf is shelf
        sort, down = orders.wish().sort, orders.wish().descending
        assert ids(orders) == found(desk, shelf=shelf, sort=sort, descending=down)


def test_a_tab_without_orders_says_so(orders: OrderList) -> None:
    empty = next(shelf for shelf in OrderShelf if orders.tabs.count(shelf) == 0)
    orders.show_shelf(empty)
    wait(orders)
    assert orders.table.state() is not None
    assert orders.preview.key() is None


def test_a_click_on_a_head_sorts_the_whole_list_and_each_tab_keeps_its_sort(
    orders: OrderList, desk: Desk
) -> None:
    header = orders.table.view.header
    place = next(n for n, c in enumerate(orders.table.model.columns) if c.name == "sum")
    spot = QPoint(header.sectionViewportPosition(place) + 20, 10)
    for descending in (False, True):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        wait(orders)
        assert ids(orders) == found(desk, sort=OrderSort.SUM, descending=descending)
    orders.show_shelf(OrderShelf.ALL)
    assert orders.table.sort() == (OrderSort.NUMBER.value, True)
    orders.show_shelf(OrderShelf.OPEN)
    assert orders.table.sort() == (OrderSort.SUM.value, True)


def test_long_lists_come_page_by_page(orders: OrderList, desk: Desk) -> None:
    draft_orders(desk, 75)
    orders.show_shelf(OrderShelf.ALL)
    wait(orders)
    assert orders.table.count() == 60
    everything = found(desk, shelf=OrderShelf.ALL, sort=OrderSort.NUMBER, descending=True)
    QTest.keyClick(orders.table.view, Qt.Key.Key_End)
    wait(orders)
    assert ids(orders) == everything
    assert len(everything) > 75
    orders.table.select(everything[-1])
    orders.load()
    wait(orders)
    assert orders.table.current().order.id == everything[-1]


def test_space_shows_and_hides_the_preview_and_the_choice_stays(
    orders: OrderList, desk: Desk, qtbot: QtBot
) -> None:
    assert orders.preview.isVisible()
    QTest.keyClick(orders.table.view, Qt.Key.Key_Space)
    assert not orders.preview.isVisible()
    again = OrderList(desk)
    qtbot.addWidget(again)
    again.resize(1190, 694)
    again.show()
    assert not again.preview.isVisible()
    QTest.keyClick(orders.table.view, Qt.Key.Key_Space)
    assert orders.preview.isVisible()


def test_where_both_have_no_room_the_preview_comes_when_asked(orders: OrderList) -> None:
    orders.resize(800, 600)
    assert not orders.preview.isVisible()
    QTest.keyClick(orders.table.view, Qt.Key.Key_Space)
    assert orders.preview.isVisible()


def test_arrows_move_the_preview(orders: OrderList) -> None:
    second = rows(orders)[1].order.id
    QTest.keyClick(orders.table.view, Qt.Key.Key_Down)
    wait(orders)
    assert orders.preview.key() == second


def test_the_next_step_is_taken_from_the_preview(orders: OrderList, desk: Desk) -> None:
    (order_id,) = draft_orders(desk, 1)
    orders.load()
    wait(orders)
    orders.table.select(order_id)
    wait(orders)
    asked: list[tuple[uuid.UUID, str]] = []
    orders.open_asked.connect(lambda key, step: asked.append((key, step)))
    QTest.keyClick(orders, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(orders)
    with desk.shop.reading(desk.actor) as read:
        state = work_orders.get_order(read, order_id).state
    assert state is OrderState.CHECKED_IN
    assert asked == []


def test_the_telephone_is_copied(orders: OrderList, desk: Desk) -> None:
    for row in rows(orders):
        with desk.shop.reading(desk.actor) as read:
            phone = work_orders.get_order(read, row.order.id).customer_phone
        if phone:
            orders.table.select(row.order.id)
            wait(orders)
            button = next(
                b
                for b in orders.preview.findChildren(QAbstractButton)
                if b.accessibleName() == "Copy the telephone"
            )
            assert button.text() == desk.formats.phone(phone)
            button.click()
            assert QGuiApplication.clipboard().text() == phone
            return
    pytest.fail("no order of the sample has a telephone")


def test_the_filter_adds_to_the_tab_and_can_be_cleared(orders: OrderList, desk: Desk) -> None:
    state = rows(orders)[0].order.state
    told: list[int] = []
    orders.filtered.connect(told.append)
    asked = FilterPopover(orders, orders.filter, orders.staff, list(OrderState))
    asked.changed.connect(orders.set_filter)
    asked.checks[state].setChecked(True)
    wait(orders)
    assert ids(orders) == found(desk, states=(state,))
    assert told[-1] == 1
    person = rows(orders)[0].order.advisor_id
    asked.advisor.set_value(person)
    wait(orders)
    assert ids(orders) == found(desk, states=(state,), advisor_id=person)
    asked.days.set_value(0)
    wait(orders)
    assert told[-1] == 3
    asked.clear.click()
    wait(orders)
    assert ids(orders) == found(desk)
    assert told[-1] == 0
    asked.close()


def test_a_filter_kept_under_a_name_is_a_tab_for_this_person(
    orders: OrderList, desk: Desk, qtbot: QtBot
) -> None:
    state = rows(orders)[0].order.state
    asked = FilterPopover(orders, orders.filter, orders.staff, list(OrderState))
    asked.changed.connect(orders.set_filter)
    asked.checks[state].setChecked(True)
    asked.close()
    orders.tabs.plus.click()
    named = orders.tabs.findChild(NamePopover)
    assert named is not None
    assert not named.keep.isEnabled()
    QTest.keyClicks(named.name, "Morning")
    QTest.keyClick(named.name, Qt.Key.Key_Return)
    wait(orders)
    assert orders.tabs.current() == "own:Morning"
    again = OrderList(desk)
    qtbot.addWidget(again)
    again.load()
    wait(again)
    assert list(again.tabs.names())[-1] == "own:Morning"
    again.tabs.choose(len(again.tabs.names()) - 1)
    wait(again)
    assert ids(again) == found(desk, states=(state,))
    again.tabs.drop("Morning")
    wait(again)
    assert "own:Morning" not in again.tabs.names()
    assert desk.saved("work_orders.filters") == []
    assert ids(again) == found(desk)


def test_columns_are_remembered(orders: OrderList, desk: Desk, qtbot: QtBot) -> None:
    chooser = orders.table.choose_columns()
    names = [name for name, _ in chooser.choices()]
    chooser.list.item(names.index("technician")).setCheckState(Qt.CheckState.Checked)
    chooser.close()
    again = OrderList(desk)
    qtbot.addWidget(again)
    shown = {name for name, visible, _ in again.table.layout_state()["columns"] if visible}
    assert "technician" in shown


def test_who_may_not_see_money_has_no_column_and_no_tab_of_it(desk: Desk, qtbot: QtBot) -> None:
    with desk.shop.reading(desk.actor) as read:
        people = read.connection.execute(sa.select(Employee.id, Employee.role_codes)).all()
    mechanic = next(row.id for row in people if row.role_codes == ["mechanic"])
    actor = actor_of(desk.shop, mechanic)
    drafts = Drafts(desk.drafts.folder, desk.shop.clock)
    plain = Desk(desk.shop, actor, language="en", drafts=drafts)
    orders = OrderList(plain)
    qtbot.addWidget(orders)
    orders.load()
    wait(orders)
    assert OrderShelf.UNPAID.value not in orders.tabs.names()
    assert "paid" not in [column.name for column in orders.table.model.columns]
    assert all(row.paid is None for row in rows(orders))
    plain.close()


def test_the_menu_of_a_row_takes_its_number_and_plate_along(
    orders: OrderList, qtbot: QtBot
) -> None:
    row = next(row for row in rows(orders) if row.order.plate)
    menu = show_menu(orders, row, QPoint(0, 0))
    assert menu is not None
    words = {action.text(): action for action in menu.actions() if action.text()}
    words["Copy the number"].trigger()
    assert QGuiApplication.clipboard().text() == row.order.number
    words["Copy the plate"].trigger()
    assert QGuiApplication.clipboard().text() == row.order.plate
    with qtbot.waitSignal(orders.open_asked) as told:
        words["Open"].trigger()
    assert told.args == [row.order.id, ""]
    menu.close()
    assert show_menu(orders, None, QPoint(0, 0)) is None


def test_enter_opens_the_order_and_esc_comes_back_to_its_row(
    page: WorkOrdersPage, window: Window
) -> None:
    second = rows(page.orders)[1].order.id
    page.orders.table.select(second)
    QTest.keyClick(page.orders.table.view, Qt.Key.Key_Return)
    settle(window)
    assert edited(page) == second
    assert page.toolbar.isHidden()
    assert page.back()
    settle(window)
    assert edited(page) is None
    assert page.toolbar.isVisible()
    assert page.orders.table.current().order.id == second


def test_esc_first_empties_the_search(page: WorkOrdersPage, window: Window) -> None:
    window.open("work_orders", None, {"search": "zzzz"})
    settle(window)
    assert page.search.value() == "zzzz"
    assert page.search.count().startswith("0 of")
    assert page.back()
    settle(window)
    assert page.search.value() == ""
    assert rows(page.orders)
    assert not page.back()


def test_another_page_can_open_a_tab(page: WorkOrdersPage, window: Window) -> None:
    window.open("work_orders", None, {"shelf": "ready"})
    settle(window)
    assert page.orders.filter.shelf is OrderShelf.READY


def test_from_the_search_down_leads_into_the_list(page: WorkOrdersPage, window: Window) -> None:
    window.activateWindow()
    page.focus_search()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.search.window().focusWidget() is page.orders.table.view


def test_what_somebody_writes_shows_at_once_and_the_selection_stays(
    page: WorkOrdersPage, window: Window
) -> None:
    desk = window.desk
    (order_id,) = draft_orders(desk, 1)
    settle(window)
    page.orders.table.select(order_id)
    act(
        desk.shop,
        desk.actor,
        work_orders.move_order(OrderEvent.CHECK_IN),
        work_orders.MoveOrder(order_id=order_id),
    )
    settle(window)
    row = next(row for row in rows(page.orders) if row.order.id == order_id)
    assert row.order.state is OrderState.CHECKED_IN
    assert page.orders.table.current().order.id == order_id


def test_the_shown_list_is_written_as_a_file(
    page: WorkOrdersPage, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "orders.csv"
    page.export_to(path)
    settle(window)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    assert lines[0][:3] == ["No.", "Plate", "Vehicle"]
    assert [line[0] for line in lines[1:]] == [row.order.number for row in rows(page.orders)]
    amounts = [line[lines[0].index("Amount")] for line in lines[1:]]
    assert amounts == [
        format(row.order.total.decimal, "f").replace(".", ",") for row in rows(page.orders)
    ]


def test_every_control_of_the_list_has_a_name(page: WorkOrdersPage) -> None:
    nameless = [
        type(control).__name__
        for control in _controls(page)
        if control.isVisible() and not control.accessibleName()
    ]
    assert nameless == []


def _controls(page: WorkOrdersPage) -> Sequence[QWidget]:
    buttons: Sequence[QWidget] = page.findChildren(QAbstractButton)
    return [*buttons, page.search, page.orders.table.view, page.orders.tabs.line]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("SC001-2026-11-0148", "0148"),
        ("SC001-2026-10-0148", "10-0148"),
        ("SC001-2025-11-0148", "2025-11-0148"),
        ("A/17", "A/17"),
    ],
)
def test_a_number_is_shown_without_what_all_of_this_month_share(
    desk: Desk, number: str, shown: str
) -> None:
    now = desk.now().replace(year=2026, month=11)
    assert short_number(number, "SC001", now) == shown


def test_amounts_in_cells_are_whole_units(orders: OrderList) -> None:
    column = next(c for c in orders.table.model.columns if c.name == "sum")
    values = [column.value(row) for row in rows(orders)]
    for value, row in zip(values, rows(orders), strict=True):
        if row.order.total.minor:
            assert isinstance(value, Figure)
            assert value.minor == ""
        else:
            assert value is None


def test_reading_again_shows_the_same(orders: OrderList) -> None:
    before = ids(orders)
    orders.load()
    orders.load()
    wait(orders)
    assert ids(orders) == before
