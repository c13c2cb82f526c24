"""The page of a customer: everything between them and the shop, and a company with its people and cars."""

import csv
import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import files
from app.arrivals import AddPhoto, OpenArrival, add_photo, open_arrival
from app.customers import AddContact, CreateCustomer, add_contact, create_customer, list_contacts
from app.kernel.tx import Read
from app.vehicles import CreateVehicle, create_vehicle, edit_of, update_vehicle
from tests.build import pictures
from tests.ui.customers.conftest import Reception
from tests.ui.customers.test_record import words_of
from ui.customers.person_view import PersonView
from ui.customers.pieces import Column, Link, link
from ui.customers.record import Asked, read_record


@pytest.fixture
def company(reception: Reception) -> PersonView:
    """A company with two cars and a contact person; its page shows."""
    key = reception.do(create_customer, CreateCustomer(name="ООО «Парк»", kind="fleet"))
    for plate in ("Р011РР99", "Р012РР99"):
        reception.do(create_vehicle, CreateVehicle(plate=plate, make="Kia", owner_id=key))
    reception.do(add_contact, AddContact(customer_id=key, name="Лосев Игорь", phone="89160007712"))
    return shown(reception, key)


def shown(reception: Reception, key: uuid.UUID) -> PersonView:
    reception.page.open_record(key)
    reception.settle()
    view = reception.page.view
    assert isinstance(view, PersonView)
    return view


def selects(reception: Reception, asked: Asked) -> int:
    """How many selects the page of the record needs."""
    desk = reception.desk
    count = [0]

    def counted(*_given: object) -> None:
        count[0] += 1

    def read(reader: Read) -> None:
        engine = reader.connection.engine
        sa.event.listen(engine, "before_cursor_execute", counted)
        try:
            read_record(reader, asked, now=desk.now(), today=desk.formats.today(), currency="RUB")
        finally:
            sa.event.remove(engine, "before_cursor_execute", counted)

    reception.ask(read)
    return count[0]


def test_a_customer_shows_with_all_that_ever_was(reception: Reception) -> None:
    view = shown(reception, reception.customer("Иванова Марина"))
    record = reception.record
    assert record.more is not None
    head = words_of(view.head)
    assert "Иванова Марина Сергеевна" in head
    assert "+7\N{NO-BREAK SPACE}916\N{NO-BREAK SPACE}204-18-73" in head
    for name in ("cars", "visits", "work", "money", "coming", "talks", "files", "customer"):
        view.open_tab(name)
        assert view.tabs.current() == name
        assert not view.grab().isNull()
    assert view.fleet.table.rows() == list(record.more.fleet)
    assert view.visits.table.rows() == list(record.visits)
    assert [car.vehicle.plate for car in record.more.fleet] == ["А123ВС 777"]


def test_what_comes_next_stands_first(reception: Reception, company: PersonView) -> None:
    assert "Nothing waits" in words_of(company.person)
    record = reception.record
    assert record.more is not None
    car = record.more.fleet[0].vehicle
    yesterday = reception.desk.formats.today() - timedelta(days=1)
    reception.do(update_vehicle, replace(edit_of(car), inspection_until_on=yesterday))
    told = words_of(company.person)
    assert "Р011РР 99 Kia" in told
    assert "inspection" in told


def test_the_page_asks_as_often_for_a_fleet_as_for_one_car(
    reception: Reception, company: PersonView
) -> None:
    assert company.fleet.table.count() == 2
    many = reception.record.customer
    assert many is not None
    one = reception.customer("Иванова Марина")
    fleet, single = (selects(reception, Asked(customer_id=key)) for key in (many.id, one))
    assert fleet <= single <= 32


def test_a_car_of_the_list_opens_by_enter(reception: Reception, company: PersonView) -> None:
    company.open_tab("cars")
    company.fleet.table.select_first()
    QTest.keyClick(company.fleet.table.view, Qt.Key.Key_Return)
    reception.settle()
    vehicle = reception.record.vehicle
    assert vehicle is not None
    assert vehicle.plate == "Р011РР 99"


def test_a_contact_person_comes_and_goes_by_keyboard(
    reception: Reception, company: PersonView, qtbot: QtBot
) -> None:
    company.open_tab("contacts")
    company.contacts.add.click()
    reception.fill(name="Юдина Анна", position="бухгалтер", phone="8 916 000 77 13")
    QTest.keyClick(reception.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reception.settle()
    customer = reception.record.customer
    assert customer is not None
    rows = reception.ask(lambda read: list_contacts(read, customer.id))
    assert [(row.name, row.position, row.phone) for row in rows][-1] == (
        "Юдина Анна",
        "бухгалтер",
        "+79160007713",
    )
    company.contacts.table.select(rows[-1].id)
    reception.page.activateWindow()
    qtbot.waitUntil(reception.page.isActiveWindow)
    company.contacts.table.view.setFocus()
    QTest.keyClick(company.contacts.table.view, Qt.Key.Key_Delete)
    reception.settle()
    assert len(reception.ask(lambda read: list_contacts(read, customer.id))) == 1
    # who left stands at the end, and Enter brings them back
    company.contacts.table.opened.emit(company.contacts.table.rows()[-1])
    reception.settle()
    assert len(reception.ask(lambda read: list_contacts(read, customer.id))) == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_list_of_cars_leaves_as_a_file(
    reception: Reception, company: PersonView, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"cars.{ending}"
    company.fleet.export_to(path)
    reception.settle()
    if ending == "csv":
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
        assert rows[0][0] == "Plate"
        assert [row[0] for row in rows[1:]] == ["Р011РР 99", "Р012РР 99"]
    else:
        assert path.read_bytes()[:2] == b"PK"


def test_a_file_of_the_customer_is_added_and_taken_away(
    reception: Reception, company: PersonView, tmp_path: Path
) -> None:
    paper = tmp_path / "доверенность.pdf"
    paper.write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    company.files.bring([paper])
    reception.settle()
    assert [row.name for row in reception.record.files.rows] == ["доверенность.pdf"]
    company.files.table.select_first()
    company.files.take_away()
    reception.settle()
    assert reception.record.files.rows == ()


def test_photos_of_an_arrival_are_among_the_files_of_customer_and_car(
    reception: Reception, company: PersonView
) -> None:
    came = reception.do(open_arrival, OpenArrival(plate="Р011РР99"))
    photo = files.receive(reception.desk.shop.files, pictures.photo(), name="left.jpg")
    command = AddPhoto(arrival_id=came, sha256=photo.sha256, slot="left")
    reception.do(add_photo, command)
    (row,) = reception.record.files.rows
    assert (row.slot, row.subject_id) == ("left", came)
    number = reception.record.files.arrivals[came]
    company.files.table.select_first()
    company.files.table.copy()
    assert f"Left\tarrival {number}\t" in QGuiApplication.clipboard().text()
    assert not company.files.away.isEnabled(), "it belongs to the act"
    reception.show_car("Р011РР99")
    assert reception.record.files.rows == (row,)
    reception.show_car("Р012РР99")
    assert len(reception.record.files.rows) == 0


def test_a_column_filled_anew_keeps_the_keys_on_the_same_word(qtbot: QtBot) -> None:
    column = Column("More")
    qtbot.addWidget(column)
    column.fill(link("Withdraw", lambda: None), link("Note consent", lambda: None))
    column.show()
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    column.findChildren(Link)[1].setFocus()
    column.fill(link("Note consent", lambda: None))
    held = QApplication.focusWidget()
    assert isinstance(held, Link)
    assert held.text() == "Note consent"
