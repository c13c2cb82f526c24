"""The record: a car with its owner, its odometer, its visits, and what can be done from there."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.customers import CreateCustomer, create_customer, edit_of, update_customer
from app.passports import find_link
from app.vehicles import AddReading, CreateVehicle, add_reading, create_vehicle
from app.vehicles.profile import SaveProfile, save_profile
from app.work_orders import (
    AddJob,
    AddLine,
    AssignOrder,
    Complete,
    DecideJob,
    LineWork,
    MoveOrder,
    OpenOrder,
    add_job,
    add_line,
    assign_order,
    complete,
    decide_job,
    get_order,
    move_order,
    open_order,
    work_line,
)
from models.order_flow import OrderEvent
from models.passports import LinkState
from tests.ui.customers.conftest import Reception
from ui.customers.erasure import ErasureDialog
from ui.customers.odometer import WrongStrip
from ui.customers.pieces import Link
from ui.customers.profile_tab import ProfileTab
from ui.customers.rows import WorkRow
from widgets.badge import BadgeLabel, PlateLabel
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.values import cell_text


def words_of(widget: QWidget) -> str:
    shown = [label.text() for label in widget.findChildren(QLabel)]
    shown += [link.text() for link in widget.findChildren(Link)]
    shown += [cell_text(badge.value()) for badge in widget.findChildren(BadgeLabel)]
    shown += [cell_text(plate.value()) for plate in widget.findChildren(PlateLabel)]
    return " | ".join(shown)


def press(widget: QWidget, text: str) -> None:
    for button in (*widget.findChildren(QPushButton), *widget.findChildren(Link)):
        if button.text() == text:
            button.click()
            return
    raise AssertionError(f"no button {text}")


def agree(reception: Reception, text: str) -> None:
    """Press a button of the question that is open."""
    asked = next(d for d in reception.page.findChildren(Dialog) if d.isVisible())
    press(asked, text)
    reception.settle()


def test_a_car_shows_with_its_owner(reception: Reception) -> None:
    record = reception.show_car("А123ВС777")
    head = words_of(reception.page.view.head)
    assert "А123ВС 777" in head
    assert "Škoda Octavia 1.4 TSI" in head
    assert "XW8AN4NE3KH012845" in head
    assert "Иванова Марина Сергеевна" in head
    assert "+7\N{NO-BREAK SPACE}916\N{NO-BREAK SPACE}204-18-73" in head
    assert record.visits
    assert reception.car_view.overview.visits.table.rows() == list(record.visits)
    assert len(reception.car_view.overview.odometer.chart.points()) >= 1


def test_a_customer_without_a_car_shows_the_person(reception: Reception) -> None:
    key = reception.do(create_customer, CreateCustomer(name="Пешков Иван"))
    reception.page.open_record(key)
    reception.settle()
    view = reception.page.view
    assert view.tabs.current() == "customer"
    assert "Nothing waits" in words_of(view.person)


def test_every_tab_opens(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    view = reception.page.view
    for name in ("visits", "work", "money", "customer", "car", "overview"):
        view.open_tab(name)
        reception.settle()
        assert view.tabs.current() == name
        assert not view.grab().isNull()


def test_the_page_hears_what_others_do(reception: Reception) -> None:
    record = reception.show_car("А123ВС777")
    assert record.customer is not None
    command = replace(edit_of(record.customer), name="Иванова-Петрова Марина")
    reception.do(update_customer, command)
    assert "Иванова-Петрова Марина" in words_of(reception.page.view.head)


def test_a_wrong_reading_is_offered_with_its_likely_value(reception: Reception) -> None:
    record = reception.show_car("А123ВС777")
    card = record.card
    assert card is not None
    last = card.last_reading
    assert last is not None
    meant = str(last.value + 180)
    reception.page.actions_of.add_reading()
    reception.fill(value=meant[1] + meant[0] + meant[2:])
    reception.save()
    form = reception.form.form
    assert "less than the last known" in form.field("value").message()
    assert form.field("reason").isVisible()
    reception.fill(reason="dictated")
    reception.save()
    assert reception.dialogs() == []
    mileage = reception.record.mileage
    assert mileage is not None
    (wrong,) = mileage.wrong
    strip = reception.car_view.overview.odometer.strip
    assert strip is not None
    press(strip, "Correct…")
    assert wrong.likely == int(meant)
    assert reception.form.form.control("value").value() == wrong.likely
    reception.save()
    assert reception.car_view.overview.odometer.strip is None
    mended = reception.record.card
    assert mended is not None
    assert mended.last_reading is not None
    assert mended.last_reading.value == int(meant)


def test_a_strange_reading_can_be_left(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    car = reception.car("А123ВС777")
    command = AddReading(vehicle_id=car, value=100, reason="another dashboard")
    reception.do(add_reading, command)
    odometer = reception.car_view.overview.odometer
    press(odometer, "Leave it")
    reception.settle()
    assert odometer.strip is None
    reception.page.reload()
    reception.settle()
    strips = odometer.findChildren(WrongStrip)
    assert not any(strip.isVisible() for strip in strips)


def declined(reception: Reception) -> None:
    """An order of the car on which the customer declined a job; completed."""
    key = reception.do(
        create_vehicle,
        CreateVehicle(
            plate="Р001РР99", make="Kia", model="Rio", owner_id=reception.customer("Фомин")
        ),
    )
    order = reception.do(open_order, OpenOrder(vehicle_id=key, odometer_value=50_000))
    jobs, lines = [], []
    for name in ("Диагностика", "Жидкость в коробке"):
        job = reception.do(add_job, AddJob(order_id=order, name=name))
        line = AddLine(
            order_id=order,
            job_id=job,
            kind="labour",
            name=name,
            price_amount=860_000,
            qty=Decimal(1),
        )
        lines.append(reception.do(add_line, line))
        jobs.append(job)
    for job, word in zip(jobs, ("approve", "decline"), strict=True):
        reception.do(decide_job, DecideJob(order_id=order, job_id=job, decision=word))
    technician = reception.desk.actor.employee_id
    reception.do(assign_order, AssignOrder(order_id=order, technician_id=technician))
    reception.do(move_order(OrderEvent.START), MoveOrder(order_id=order))
    for step in ("start", "finish"):
        reception.do(work_line, LineWork(order_id=order, line_id=lines[0], event=step))
    for event in (OrderEvent.CHECK_QUALITY, OrderEvent.PASS):
        reception.do(move_order(event), MoveOrder(order_id=order))
    reception.do(complete, Complete(order_id=order, finish_open_labour=True))


def test_declined_work_goes_onto_a_new_order(reception: Reception) -> None:
    declined(reception)
    reception.show_car("Р001РР99")
    column = reception.car_view.overview.work
    (button,) = column.revive_buttons
    assert "Жидкость в коробке" in words_of(column)
    button.click()
    reception.settle()
    visit = reception.record.open_visit
    assert visit is not None
    card = reception.ask(lambda read: get_order(read, visit.id))
    assert [job.name for job in card.jobs] == ["Жидкость в коробке"]
    assert column.revive_buttons == []


def test_unwanted_work_is_dismissed_with_a_reason(reception: Reception) -> None:
    declined(reception)
    record = reception.show_car("Р001РР99")
    assert record.card is not None
    (work,) = record.card.open_work
    reception.page.actions_of.dismiss(work.id, work.name)
    reception.save()
    assert reception.form.form.field("reason").message() == "Fill this in."
    reception.fill(reason="продаёт машину")
    reception.save()
    assert reception.dialogs() == []
    after = reception.record.card
    assert after is not None
    assert after.open_work == ()


def test_recommended_work_says_how_near_it_is(reception: Reception) -> None:
    declined(reception)
    record = reception.show_car("Р001РР99")
    assert record.card is not None
    today = reception.desk.formats.today()
    (one,) = record.card.open_work
    column = reception.car_view.overview.work
    made = replace(one, kind="interval", due_on=today + timedelta(days=20), is_due=False)
    when, left, hue, share = column.standing(made, record)
    assert (hue, left) == ("wait", "20 days")
    assert when.startswith("until")
    assert share >= 0.85
    late = replace(made, due_on=today - timedelta(days=3), is_due=True)
    assert column.standing(late, record)[1:3] == ("overdue", "bad")
    far = replace(made, due_on=today + timedelta(days=300), due_value=90_000, is_due=False)
    when, _left, hue, _share = column.standing(far, record)
    assert " or 90,000" in when
    assert hue == "idle"
    row = WorkRow("Belt", when, "soon", "wait", 0.9)
    reception.qtbot.addWidget(row)
    row.resize(280, 49)
    assert not row.grab().isNull()
    assert row.accessibleName() == f"Belt, {when}, soon"


def test_another_owner_takes_over(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    buyer = reception.customer("Фомин")
    reception.page.actions_of.change_owner()
    reception.form.form.control("buyer").set_value(buyer, "Фомин Григорий")
    reception.save()
    record = reception.record
    assert record.customer is not None
    assert record.customer.id == buyer
    assert record.card is not None
    assert len([p for p in record.card.people if p.until_at is None]) == 1
    assert record.visits


def test_a_new_owner_is_made_on_the_way(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    reception.page.actions_of.change_owner()
    owner_form = reception.form
    owner_form.form.control("buyer").create_asked.emit("Новиков Олег")
    quick = next(d for d in reception.dialogs() if d is not owner_form)
    quick.save_button.click()
    reception.settle()
    assert owner_form.form.control("buyer").text() == "Новиков Олег"
    reception.save()
    customer = reception.record.customer
    assert customer is not None
    assert customer.name == "Новиков Олег"


def test_another_plate_and_a_driver(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    reception.page.actions_of.change_plate()
    reception.fill(plate="b777bb50")
    reception.save()
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert vehicle.plate == "В777ВВ 50"
    reception.page.actions_of.add_person()
    reception.form.form.control("person").set_value(reception.customer("Фомин"), "Фомин")
    reception.save()
    (driver,) = reception.record.drivers
    assert driver.role == "driver"
    reception.page.actions_of.end_person(driver)
    agree(reception, "Remove")
    assert reception.record.drivers == ()


def test_what_a_car_is_worth_is_shown_and_kept_in_its_money(reception: Reception) -> None:
    car = reception.show_car("А123ВС777").vehicle
    assert car is not None
    worth = SaveProfile(vehicle_id=car.id, version=car.version, value_amount=150_000_000)
    reception.do(save_profile, worth)
    reception.page.findChildren(ProfileTab)[0].edit(reception.record)
    assert reception.form.form.control("value_amount").value() == 1_500_000
    reception.save()
    assert reception.dialogs() == []
    profile = reception.record.profile
    assert profile is not None
    assert profile.value_amount == 150_000_000


def test_consent_is_noted_and_withdrawn(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    before = len(reception.record.consents)
    reception.page.actions_of.note_consent()
    reception.form.form.set_values({"purpose": "photos", "source": "phone"})
    reception.save()
    made = next(c for c in reception.record.consents if c.purpose == "photos")
    assert len(reception.record.consents) == before + 1
    assert made.source == "phone"
    reception.page.view.open_tab("customer")
    assert "Photos of the car" in " ".join(
        each.accessibleName() for each in reception.page.view.person.findChildren(QWidget)
    )
    reception.page.actions_of.withdraw(made, "Photos of the car")
    agree(reception, "Withdraw")
    after = next(c for c in reception.record.consents if c.id == made.id)
    assert after.withdrawn_at is not None


def test_the_owner_is_asked_for_the_passport(reception: Reception) -> None:
    reception.do(
        create_vehicle, CreateVehicle(plate="Р002РР99", owner_id=reception.customer("Фомин"))
    )
    record = reception.show_car("Р002РР99")
    assert record.link is None
    press(reception.car_view.overview.side, "Ask the owner")
    reception.settle()
    car = reception.car("Р002РР99")
    link = reception.ask(lambda read: find_link(read, car))
    assert link is not None
    assert link.state is LinkState.REQUESTED
    assert "Passport: owner is asked" in words_of(reception.page.view.head)


def test_a_person_leaves_as_a_file(reception: Reception, tmp_path: Path) -> None:
    record = reception.show_car("А123ВС777")
    assert record.customer is not None
    path = tmp_path / "person.json"
    reception.page.actions_of.personal.export_to(record.customer, path)
    reception.settle()
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["person"]["name"] == "Иванова Марина Сергеевна"
    assert reception.desk.saved("customers.folder") == str(tmp_path)


def test_a_person_is_forgotten(reception: Reception) -> None:
    key = reception.do(create_customer, CreateCustomer(name="Забытов Пётр", phone="9160001122"))
    reception.page.open_record(key)
    reception.settle()
    customer = reception.record.customer
    assert customer is not None
    reception.page.actions_of.personal.erase(customer)
    reception.settle()
    dialog = next(d for d in reception.page.findChildren(ErasureDialog) if d.isVisible())
    dialog.sure.setChecked(True)
    dialog.erase.click()
    reception.settle()
    erased = reception.record.customer
    assert erased is not None
    assert (erased.name, erased.phone) == ("", None)
    assert "was erased" in words_of(reception.page.view.person)


def test_a_car_goes_to_the_archive_and_back(reception: Reception) -> None:
    reception.do(create_vehicle, CreateVehicle(plate="Р003РР99"))
    reception.show_car("Р003РР99")
    reception.page.actions_of.archive()
    reception.settle()
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert vehicle.archived_at is not None
    assert "Archived" in words_of(reception.page.view.head)
    reception.page.actions_of.restore()
    reception.settle()
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert vehicle.archived_at is None


def test_the_menu_offers_what_the_person_may_do(reception: Reception) -> None:
    reception.show_car("А123ВС777")
    head = reception.page.view.head
    menu = head.menu(reception.record)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert "New owner…" in texts
    assert "Edit customer…" in texts
    assert "Archive car" in texts


@pytest.mark.parametrize("width", [760, 1190, 1744])
def test_nothing_is_cut_off_at_any_width(reception: Reception, width: int) -> None:
    reception.show_car("А123ВС777")
    page = reception.page
    page.resize(width, 742)
    reception.settle()
    head = page.view.head
    for button in head.findChildren(Button):
        right = button.mapTo(page, button.rect().topRight()).x()
        assert right <= page.width()
        assert button.width() >= button.sizeHint().width()
    for badge in (*head.findChildren(BadgeLabel), *head.findChildren(PlateLabel)):
        if badge.isVisible():
            assert badge.width() >= badge.sizeHint().width()
