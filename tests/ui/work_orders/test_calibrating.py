"""F106 at the desk: the line that moves a sensor raises the need, its report answers it, then the order closes."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app import vehicles, work_orders
from app.kernel.errors import BlockedError
from app.kernel.tx import Tx, act
from app.vehicles.calibration import order_needs
from app.vehicles.profile import SaveProfile, save_profile
from ui.shell.window import Window
from ui.start import settle
from ui.work_orders.record.ask import FormDialog
from widgets.buttons import Button

_C = TypeVar("_C")
_R = TypeVar("_R")


def do(window: Window, verb: Callable[[Tx, _C], _R], command: _C) -> _R:
    return act(window.desk.shop, window.desk.actor, verb, command).result


def glass_order(window: Window) -> tuple[uuid.UUID, uuid.UUID]:
    """An order for a car with a camera behind the glass, and its job."""
    car = do(
        window,
        vehicles.create_vehicle,
        vehicles.CreateVehicle(plate="Р031РР99", make="Škoda", model="Octavia"),
    )
    do(
        window,
        save_profile,
        SaveProfile(vehicle_id=car, sensors={"front_camera": "dynamic"}),
    )
    order = do(
        window,
        work_orders.open_order,
        work_orders.OpenOrder(vehicle_id=car, odometer_value=45_000),
    )
    job = do(window, work_orders.add_job, work_orders.AddJob(order_id=order, name="Стекло"))
    return order, job


def missing(window: Window, order: uuid.UUID) -> set[str]:
    """What stands against completing the order, by kind; other things of an order just begun among it."""
    with pytest.raises(BlockedError) as refused:
        do(window, work_orders.complete, work_orders.Complete(order_id=order))
    return {blocker.code for blocker in refused.value.blockers}


def read_again(window: Window) -> None:
    """What others wrote is on the page."""
    assert window.page is not None
    window.page.load()
    settle(window, 5)


def shown(window: Window) -> str:
    assert window.page is not None
    return " | ".join(each.text() for each in window.page.findChildren(QLabel))


def report_button(window: Window) -> Button | None:
    assert window.page is not None
    buttons = window.page.findChildren(Button)
    return next((b for b in buttons if b.accessibleName() == "Answer: front camera"), None)


def test_a_line_raises_the_need_and_its_report_closes_it(window: Window) -> None:
    order, job = glass_order(window)
    window.open("work_orders", order, {})
    settle(window, 5)
    assert report_button(window) is None
    line = work_orders.AddLine(
        order_id=order,
        job_id=job,
        kind="labour",
        name="Замена лобового стекла",
        price_amount=900_000,
        qty=Decimal(1),
    )
    do(window, work_orders.add_line, line)
    do(
        window,
        work_orders.decide_job,
        work_orders.DecideJob(order_id=order, job_id=job, decision="approve"),
    )
    read_again(window)
    editor = window.page.editor if window.page is not None else None  # type: ignore[attr-defined]  # the orders' page
    assert editor is not None
    editor.tabs.set_current("recommendations")
    settle(window, 5)
    assert "“Замена лобового стекла” wants a calibration: front camera." in shown(window)
    assert "calibration" in missing(window, order)

    # without its number the report is no evidence
    button = report_button(window)
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)
    (dialog,) = window.findChildren(FormDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, 5)
    assert dialog.isVisible()
    assert dialog.form.field("report").message()
    QTest.keyClicks(dialog.form.control("report"), "ADAS-2026-118")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, 5)
    with window.desk.shop.reading(window.desk.actor) as read:
        (need,) = order_needs(read, order)
    assert need.report == "ADAS-2026-118"
    read_again(window)
    assert "ADAS-2026-118" in shown(window)
    assert report_button(window) is None
    assert "calibration" not in missing(window, order)
