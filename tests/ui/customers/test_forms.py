"""The forms: what was typed is never lost, errors stand at their fields, doubts are told and not refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.customers import CreateCustomer, create_customer, get_customer
from app.kernel.tx import Shop
from app.vehicles import CreateVehicle, create_vehicle
from app.vehicles.listing import find_vehicle_ids
from models.access import Permission
from tests.ui.customers.conftest import Reception
from ui.customers.page import CustomersPage
from ui.customers.saving import FormDialog
from ui.dressing import open_window
from ui.shell.window import Window
from ui.start import person, settle
from widgets.buttons import Button


@contextmanager
def window_of(shop: Shop, folder: Path, login: str) -> Iterator[Window]:
    """The whole window of somebody else."""
    made = open_window(shop, person(shop, login), language="en", drafts=folder / "drafts")
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.desk.close()
    made.deleteLater()
    QApplication.processEvents()


def test_name_and_phone_make_a_customer_with_their_car(reception: Reception) -> None:
    reception.page.new()
    reception.fill(name="Орехова Дарья", phone="8 (916) 700-80-90", plate="b123bb77", make="Kia")
    QTest.keyClick(reception.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reception.settle()
    record = reception.record
    assert reception.dialogs() == []
    assert record.customer is not None
    assert record.customer.phone == "+79167008090"
    assert record.vehicle is not None
    assert record.vehicle.plate == "В123ВВ 77"
    assert record.vehicle.owner_id == record.customer.id


def test_a_name_is_asked_for(reception: Reception) -> None:
    reception.page.new()
    reception.save()
    form = reception.form.form
    assert form.field("name").message() == "Fill this in."
    assert form.control("name").hasFocus()


def test_a_known_phone_is_told_and_not_refused(reception: Reception) -> None:
    reception.page.new()
    reception.fill(name="Однофамилец", phone="9162041873")
    field = reception.form.form.field("phone")
    reception.qtbot.waitUntil(lambda: "has this phone already" in field.message())
    reception.save()
    assert reception.dialogs() == []
    assert reception.record.customer is not None


def test_a_refused_car_leaves_the_customer_and_the_form(reception: Reception) -> None:
    reception.page.new()
    reception.fill(name="Пара Машин", vin="XW8AN4NE3KH012845")
    reception.save()
    form = reception.form.form
    assert "has this VIN already" in form.field("vin").message()
    assert not form.control("name").isEnabled()
    reception.fill(vin="1HGCM82633A004352")
    reception.save()
    assert reception.dialogs() == []
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert vehicle.vin == "1HGCM82633A004352"


def test_what_was_typed_comes_back_after_escape(reception: Reception) -> None:
    reception.page.new()
    reception.fill(name="Недописанная", phone="9160")
    QTest.keyClick(reception.form, Qt.Key.Key_Escape)
    reception.settle()
    assert reception.dialogs() == []
    reception.page.new()
    form = reception.form
    assert form.form.control("name").text() == "Недописанная"
    assert form.form.control("phone").text() == "9160"
    again = next(b for b in form.findChildren(type(form.save_button)) if b.text() == "Start anew")
    again.click()
    assert form.form.control("name").text() == ""
    form.cancel()
    assert reception.desk.drafts.find("customers:new") is None


@pytest.mark.parametrize(("place", "name"), [("vehicles", "color"), ("customers", "address")])
def test_a_record_opens_again_with_what_was_typed(
    reception: Reception, place: str, name: str
) -> None:
    record = reception.show_car("А123ВС777")
    assert record.vehicle is not None
    assert record.customer is not None
    key = record.vehicle.id if place == "vehicles" else record.customer.id
    actions = reception.page.actions_of
    (actions.edit_car if place == "vehicles" else actions.edit_customer)()
    reception.fill(**{name: "недописано"})
    reception.form.cancel()
    (draft,) = reception.desk.drafts.all()
    assert (draft.place, draft.key) == (place, str(key))
    reception.page.show_list()
    more = {"place": place} if place == "vehicles" else {}
    reception.page.open_record(key, draft=draft.name, **more)
    reception.settle()
    assert reception.form.form.control(name).text() == "недописано"


def test_a_draft_is_kept_while_one_types(reception: Reception) -> None:
    reception.page.new()
    reception.fill(name="Обрыв")
    drafts = reception.desk.drafts
    reception.qtbot.waitUntil(lambda: drafts.find("customers:new") is not None)
    kept = drafts.find("customers:new")
    assert kept is not None
    assert kept["name"] == "Обрыв"
    reception.save()
    assert drafts.find("customers:new") is None


def test_the_whole_form_of_a_customer(reception: Reception) -> None:
    key = reception.do(create_customer, CreateCustomer(name="ООО «Ромашка»", kind="company"))
    reception.page.open_record(key)
    reception.settle()
    reception.page.actions_of.edit()
    reception.form.form.control("kind").set_value("fleet")
    reception.fill(**{"tax_ids.inn": "1234567890", "discount_percent": "7,5", "email": "нет"})
    reception.save()
    form = reception.form.form
    assert "check digit" in form.field("tax_ids.inn").message()
    assert "e-mail" in form.field("email").message()
    reception.fill(**{"tax_ids.inn": "7707083893", "email": "office@example.org"})
    reception.save()
    row = reception.ask(lambda read: get_customer(read, key))
    assert row.tax_ids == {"inn": "7707083893"}
    assert row.discount_percent == Decimal("7.5")
    assert (row.kind, row.email) == ("fleet", "office@example.org")


def test_a_car_keeps_what_its_form_says(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    QTest.keyClick(reception.car_view.overview.visits.table.view, Qt.Key.Key_F2)
    reception.fill(color="белый", insurance_until_on="22.03.2027", made_year="2020")
    reception.save()
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert (vehicle.color, vehicle.made_year) == ("белый", 2020)
    assert str(vehicle.insurance_until_on) == "2027-03-22"
    assert vehicle.vin == "XW8AN4NE3KH012845"


def test_the_vin_of_another_car_stands_at_its_field(reception: Reception) -> None:
    reception.do(create_vehicle, CreateVehicle(plate="Р010РР99"))
    reception.show_car("Р010РР99")
    reception.page.actions_of.edit_car()
    reception.fill(vin="XW8AN4NE3KH012845")
    reception.save()
    message = reception.form.form.field("vin").message()
    assert "А123ВС 777 has this VIN already" in message


def test_a_plate_of_another_car_warns_and_is_taken_over(reception: Reception) -> None:
    reception.page.actions_of.new_car()
    reception.fill(plate="а123вс777", make="Lada")
    field = reception.form.form.field("plate")
    reception.qtbot.waitUntil(lambda: "carries the plate" in field.message())
    reception.save()
    assert reception.dialogs() == []
    cars = reception.ask(lambda read: find_vehicle_ids(read, "а123вс777"))
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert (vehicle.make, vehicle.plate) == ("Lada", "А123ВС 777")
    assert vehicle.id in cars


def test_a_vin_tells_the_maker_and_the_year(reception: Reception) -> None:
    reception.page.actions_of.new_car()
    reception.fill(vin="1HGCM82633A004352")
    reception.form.form.control("make").setFocus()
    form = reception.form.form
    assert form.control("make").value() == "Honda"
    assert "2003" in form.field("made_year").message()


@pytest.mark.parametrize("params", [{"new": "customer", "name": "Ким"}, {"new": "car"}])
def test_others_may_start_a_form_here(reception: Reception, params: dict[str, str]) -> None:
    reception.page.open_record(None, **params)
    form = reception.form.form
    name = form.control("name").text() if "name" in params else ""
    assert name == params.get("name", "")


def test_a_mechanic_sees_no_money_and_changes_nothing(sample_shop: Shop, tmp_path: Path) -> None:
    with window_of(sample_shop, tmp_path, "kuznetsov") as window:
        desk = window.desk
        assert not desk.can(Permission.CUSTOMERS_EDIT)
        with desk.shop.reading(desk.actor) as read:
            car = find_vehicle_ids(read, "А123ВС777")[0]
        window.open("vehicles", car, {})
        settle(window)
        page = window.page
        assert isinstance(page, CustomersPage)
        record = page.record
        assert record is not None
        assert record.account is None
        assert all(visit.total is None for visit in record.visits)
        assert {b.text() for b in page.view.head.findChildren(Button) if b.text()} == set()
        assert page.view.tabs.current() == "overview"
        page.new()
        page.actions_of.edit()
        settle(window)
        assert window.findChildren(FormDialog) == []
        assert window.place == "customers"


def test_the_new_order_begins_with_car_and_customer(window: Window) -> None:
    with window.desk.shop.reading(window.desk.actor) as read:
        car = find_vehicle_ids(read, "А123ВС777")[0]
    window.open("vehicles", car, {})
    settle(window)
    page = window.page
    assert isinstance(page, CustomersPage)
    assert page.record is not None
    page.new()
    settle(window)
    assert window.place == "work_orders"
    window.go_back()
    settle(window)
    assert window.place == "customers"
