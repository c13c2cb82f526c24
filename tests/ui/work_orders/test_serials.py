"""F13 by keys alone: a warranty part without its number stops the close, is mended there, and the car knows."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import catalog, customers, inventory, vehicles, work_orders
from app.kernel.tx import Tx, act
from app.vehicles.profile import get_profile
from models.order_flow import OrderEvent, OrderState, Payer
from tests.ui.work_orders.keys import CTRL, NO
from ui.shell.window import Window
from ui.start import settle
from ui.work_orders.completion import CompletionDialog
from ui.work_orders.record.ask import FormDialog

_C = TypeVar("_C")
_R = TypeVar("_R")
BATTERY = "Тяговая батарея"


def do(window: Window, verb: Callable[[Tx, _C], _R], command: _C) -> _R:
    return act(window.desk.shop, window.desk.actor, verb, command).result


def battery(window: Window) -> uuid.UUID:
    product = do(
        window,
        inventory.create_product,
        inventory.CreateProduct(sku="EV-B", name=BATTERY, unit="pc"),
    )
    goods = inventory.Receive(product_id=product, qty=Decimal(1), cost_amount=500_000)
    do(window, inventory.receive, goods)
    item = catalog.CreateItem(
        kind="part",
        code="EV-B",
        name=BATTERY,
        price_amount=900_000,
        product_id=product,
        required_serial="battery",
    )
    return do(window, catalog.create_item, item)


def warranty_order(window: Window) -> tuple[uuid.UUID, uuid.UUID]:
    """An electric car whose battery the maker pays for, the work begun; the order and the car."""
    owner = do(
        window,
        customers.create_customer,
        customers.CreateCustomer(name="Лыкова Инна", phone="+79160004410"),
    )
    car = do(
        window,
        vehicles.create_vehicle,
        vehicles.CreateVehicle(plate="Е013ЕЕ99", make="Atom", model="E", owner_id=owner),
    )
    order = do(
        window,
        work_orders.open_order,
        work_orders.OpenOrder(vehicle_id=car, odometer_value=12_000),
    )
    job = do(
        window,
        work_orders.add_job,
        work_orders.AddJob(order_id=order, name="Гарантия", payer=Payer.WARRANTY),
    )
    line = work_orders.AddLine(order_id=order, job_id=job, item_id=battery(window))
    do(window, work_orders.add_line, line)
    with window.desk.shop.reading(window.desk.actor) as read:
        asked = [
            j.id for j in work_orders.get_order(read, order).jobs if j.approval.value == "proposed"
        ]
    for each in asked:
        do(
            window,
            work_orders.decide_job,
            work_orders.DecideJob(order_id=order, job_id=each, decision="approve"),
        )
    do(
        window,
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=order, technician_id=window.desk.actor.employee_id),
    )
    do(window, work_orders.move_order(OrderEvent.START), work_orders.MoveOrder(order_id=order))
    return order, car


def test_a_warranty_part_without_its_number_stops_the_close_until_it_is_typed(
    window: Window, qtbot: QtBot
) -> None:
    order, car = warranty_order(window)
    window.open("work_orders", order, {})
    window.activateWindow()
    settle(window, 1)
    window.page.editor.acts.complete()  # type: ignore[union-attr]  # the orders' page
    (dialog,) = (d for d in window.findChildren(CompletionDialog) if d.isVisible())

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
        """One key to whatever has the focus; what comes of it is waited for by what it shows."""
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)

    def gaps() -> dict[str, str]:
        """What stops the close: the sentence, and its kind."""
        return {str(b.sentence): b.code for b in dialog._blockers or ()}  # noqa: SLF001 - what its rows are made of

    def first() -> tuple[str, set[str]]:
        """What the first button says, and the kinds of all gaps."""
        return dialog.rows[0].buttons[0].text() if dialog.rows else "", set(gaps().values())

    def state() -> OrderState:
        with window.desk.shop.reading(window.desk.actor) as read:
            return work_orders.get_order(read, order).state

    def asked() -> list[FormDialog]:
        return [d for d in window.findChildren(FormDialog) if d.isVisible()]

    for button, kinds in (
        ("To quality check", {"quality", "serial"}),
        ("Pass check", {"state", "serial"}),
        ("Note it…", {"serial"}),
    ):
        qtbot.waitUntil(lambda now=(button, kinds): first() == now)  # type: ignore[misc]  # of this turn
        assert f"The serial number of “{BATTERY}” is missing." in gaps()
        assert not dialog.go.isEnabled()
        assert QApplication.focusWidget() is dialog.rows[0].buttons[0]
        press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(asked()) == 1)
    (ask,) = asked()
    assert "card of the car" in ask.form.field("serial").message()
    QTest.keyClicks(QApplication.focusWidget() or window, "bat-77")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert state() is not OrderState.COMPLETED
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state() is OrderState.COMPLETED)
    with window.desk.shop.reading(window.desk.actor) as read:
        assert get_profile(read, car).serials == {"battery": "bat-77"}
