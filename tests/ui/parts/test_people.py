"""Pickers and forms of people: who brings the car, and who is known already while one types."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.customers import (
    AddContact,
    CreateCustomer,
    CustomerRow,
    add_contact,
    create_customer,
    get_customer,
)
from app.kernel.tx import Tx, act
from app.vehicles import AddPerson, CreateVehicle, VehicleRow, add_person, create_vehicle
from ui.parts.bringer import BringerPicker
from ui.parts.fields import PhoneEdit, PlateEdit
from ui.parts.twins import Twins
from ui.shell.desk import Desk
from widgets.forms import Form

_C = TypeVar("_C")
_R = TypeVar("_R")


@pytest.fixture
def frame(qtbot: QtBot) -> Iterator[QWidget]:
    """A window for the parts to stand in."""
    made = QWidget()
    QVBoxLayout(made)
    made.resize(480, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def do(desk: Desk, verb: Callable[[Tx, _C], _R], command: _C) -> _R:
    return act(desk.shop, desk.actor, verb, command).result


def put(frame: QWidget, widget: QWidget) -> None:
    layout = frame.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def settle(desk: Desk) -> None:
    for _ in range(4):
        desk.runner.settle()


def company(desk: Desk) -> tuple[uuid.UUID, uuid.UUID, uuid.UUID]:
    """A company with a car, its driver, and a contact person."""
    who = do(desk, create_customer, CreateCustomer(name="ООО «Парк»", kind="fleet"))
    car = do(desk, create_vehicle, CreateVehicle(plate="Р021РР99", make="Kia", owner_id=who))
    driver = do(desk, create_customer, CreateCustomer(name="Шофёров Пётр"))
    do(desk, add_person, AddPerson(vehicle_id=car, customer_id=driver, role="driver"))
    do(
        desk,
        add_contact,
        AddContact(
            customer_id=who, name="Лосев Игорь", position="fleet mechanic", phone="89160007712"
        ),
    )
    return who, car, driver


def test_the_people_of_the_car_and_its_customer_are_offered_before_one_types(
    desk: Desk, frame: QWidget
) -> None:
    who, car, driver = company(desk)
    picker = BringerPicker(desk, lambda: (who, car), name="Who brings it")
    put(frame, picker)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    settle(desk)
    assert [row.title for row in picker.popup.options] == ["Шофёров Пётр", "Лосев Игорь"]
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() == driver


def test_a_contact_person_who_is_chosen_becomes_a_customer(desk: Desk, frame: QWidget) -> None:
    who, car, _ = company(desk)
    picker = BringerPicker(desk, lambda: (who, car), name="Who brings it")
    put(frame, picker)
    picker.setText("fleet mech")
    picker.look()
    settle(desk)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    # nothing is chosen before they are a customer
    assert picker.value() is None
    assert picker.leave_problem()
    settle(desk)
    key: Any = picker.value()
    with desk.shop.reading(desk.actor) as read:
        made: CustomerRow = get_customer(read, key)
    assert (made.name, made.phone) == ("Лосев Игорь", "+79160007712")
    assert picker.leave_problem() == ""


def test_a_known_phone_and_a_known_plate_are_told_and_taken(desk: Desk, frame: QWidget) -> None:
    form = Form()
    form.add("phone", "Phone", PhoneEdit("RU"))
    form.add("plate", "Plate", PlateEdit("RU"))
    twins = Twins(desk, form)
    put(frame, form)
    people: list[tuple[object, str]] = []
    cars: list[VehicleRow] = []
    twins.found.connect(lambda key, words: people.append((key, words)))
    twins.car_found.connect(cars.append)

    form.control("phone").set_text("8 916 204 18 73")
    twins.look()
    settle(desk)
    assert form.field("phone").message() == "Иванова Марина Сергеевна has this phone already."
    QTest.keyClick(twins.take, Qt.Key.Key_Space)
    assert [words for _, words in people] == ["Иванова Марина Сергеевна"]

    form.control("plate").set_text("а123вс777")
    twins.look()
    settle(desk)
    assert "Octavia" in form.field("plate").message()
    twins.take.click()
    assert [car.plate for car in cars] == ["А123ВС 777"]

    form.set_values({"phone": "", "plate": ""})
    twins.look()
    settle(desk)
    assert form.field("phone").message() == ""
    assert twins.take.isHidden()
