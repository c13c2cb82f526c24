"""A company with its people and its cars: contact persons, who of them brings a car, what is due and unpaid."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.billing.accounts import account_of
from app.customers import (
    AddContact,
    ContactOf,
    EditContact,
    EraseCustomer,
    add_contact,
    admit_contact,
    archive_contact,
    edit_contact,
    erase_customer,
    export_person,
    get_customer,
    list_contacts,
    restore_contact,
)
from app.insights.fleet import FleetCar, Margin, list_fleet, margin_of
from app.kernel.errors import ChangedError, FinalError, InvalidError, NotAllowedError
from app.kernel.tx import Read
from app.vehicles import AddReading, add_reading, edit_of, get_vehicle, update_vehicle, vehicles_of
from models.ledger import AuditEntry
from models.money import Money
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def company(shop: TestShop) -> tuple[uuid.UUID, uuid.UUID]:
    who = shop.customer("ООО «Меридиан»", kind="fleet", phone="+7 495 000-22-21")
    contact = shop.do(
        add_contact,
        AddContact(
            customer_id=who,
            name="Лосев Игорь",
            position="механик парка",
            phone="8 916 000 77 12",
            email="losev@example.org",
        ),
    )
    return who, contact


def test_a_contact_person_is_added_changed_archived_and_comes_back(shop: TestShop) -> None:
    who, contact = company(shop)
    (row,) = shop.see(list_contacts, who)
    assert (row.name, row.position, row.phone) == ("Лосев Игорь", "механик парка", "+79160007712")
    change = EditContact(contact_id=row.id, version=row.version, name="Лосев И. П.", phone="12")
    with pytest.raises(InvalidError) as wrong:
        shop.do(edit_contact, change)
    assert set(wrong.value.problems) == {"phone"}
    shop.do(edit_contact, EditContact(contact_id=row.id, version=row.version, name="Лосев И. П."))
    with pytest.raises(ChangedError):
        shop.do(edit_contact, EditContact(contact_id=row.id, version=row.version, name="Никто"))
    shop.do(archive_contact, ContactOf(contact_id=row.id))
    assert shop.see(list_contacts, who) == ()
    assert [each.name for each in shop.see(list_contacts, who, archived=True)] == ["Лосев И. П."]
    shop.do(restore_contact, ContactOf(contact_id=row.id))
    assert [each.id for each in shop.see(list_contacts, who)] == [contact]
    with pytest.raises(NotAllowedError):
        shop.do(archive_contact, ContactOf(contact_id=row.id), actor=shop.mechanic)


def test_their_data_stands_in_no_audit_and_goes_with_the_customer(garage: Garage) -> None:
    shop = garage.on
    who, contact = company(shop)
    told = str([row.changes for row in garage.rows(AuditEntry)])
    assert "Лосев" not in told
    assert "9160007712" not in told
    assert "Лосев Игорь" in str(shop.see(export_person, who))
    shop.do(erase_customer, EraseCustomer(customer_id=who))
    assert shop.see(list_contacts, who, archived=True) == ()
    with pytest.raises(FinalError):
        shop.do(restore_contact, ContactOf(contact_id=contact))


def test_a_contact_person_brings_the_car_and_is_made_a_customer_once(garage: Garage) -> None:
    shop = garage.on
    who, contact = company(shop)
    person = shop.do(admit_contact, ContactOf(contact_id=contact))
    assert shop.do(admit_contact, ContactOf(contact_id=contact)) == person
    assert shop.see(get_customer, person).phone == "+79160007712"
    order = garage.order(garage.car(who), bringer_id=person)
    assert garage.card(order).bringer_id == person


def test_who_is_known_by_phone_and_name_is_not_made_twice(shop: TestShop) -> None:
    who, contact = company(shop)
    known = shop.customer("Лосев Игорь Петрович", phone="+7 916 000-77-12")
    # the reception's telephone belongs to everybody there: the telephone alone makes nobody the same
    shop.customer("Дежурный", phone="+7 916 000-77-12")
    assert shop.do(admit_contact, ContactOf(contact_id=contact)) == known
    shared = shop.do(
        add_contact, AddContact(customer_id=who, name="Юдина Анна", phone="+7 495 000-22-21")
    )
    assert shop.do(admit_contact, ContactOf(contact_id=shared)) not in {who, known}


def fleet_of(read: Read, customer_id: uuid.UUID, *, today: date) -> tuple[FleetCar, ...]:
    account = account_of(read, customer_id, today=today, currency="RUB")
    return list_fleet(
        read,
        customer_id,
        vehicles_of(read, customer_id),
        today=today,
        currency="RUB",
        bills=account.bills if account is not None else (),
    )


def test_the_list_of_cars_tells_dues_visits_readings_orders_and_debts(garage: Garage) -> None:
    shop = garage.on
    who, _ = company(shop)
    today = shop.clock().date()
    served, waiting = garage.car(who, "А001ВС77"), garage.car(who, "А002ВС77")
    garage.car(garage.customer("Чужой"), "А003ВС77")
    oil = garage.labour("Замена масла", "0.5", next_service_km=10_000, next_service_months=12)
    order = garage.order(served, odometer_value=40_000)
    garage.line(order, oil)
    garage.start(order)
    garage.complete(order)
    invoice = garage.invoice(order)
    garage.pay(20_000, invoice_id=invoice)
    row = shop.see(get_vehicle, waiting, now=shop.clock()).vehicle
    late = replace(edit_of(row), inspection_until_on=today - timedelta(days=3))
    shop.do(update_vehicle, late)
    opened = garage.order(waiting)

    first, second = shop.see(fleet_of, who, today=today)
    assert first.reading is not None
    assert first.service is not None
    assert first.unpaid is not None
    assert (first.vehicle.id, first.visits, first.reading.value) == (served, 1, 40_000)
    assert (first.service.name, first.service.due_value) == ("Замена масла", 50_000)
    assert not first.service.is_due
    assert first.unpaid.minor == 120_000 - 20_000
    assert first.orders == ()
    assert [each.id for each in second.orders] == [opened]
    assert second.days_left(today) == -3
    assert second.unpaid == Money(0, "RUB")

    # the same work is due as soon as the odometer says so
    shop.do(add_reading, AddReading(vehicle_id=served, value=50_500))
    first, _ = shop.see(fleet_of, who, today=today)
    assert first.service is not None
    assert first.service.is_due
    assert first.days_left(today) == 0


def test_who_sees_no_money_sees_no_debts_and_no_margin(garage: Garage) -> None:
    shop = garage.on
    who, _ = company(shop)
    garage.finished((garage.part("Фильтр", 90_000, cost=40_000), "2"), vehicle_id=garage.car(who))
    today = shop.clock().date()
    earned = shop.see(margin_of, who, currency="RUB")
    # 1,800.00 with 22 % VAT inside
    assert earned == Margin(Money(147_541, "RUB"), Money(80_000, "RUB"))
    for person in (shop.mechanic, shop.receptionist):
        assert shop.see(margin_of, who, currency="RUB", actor=person) is None
    with shop.reading(shop.mechanic) as read:
        assert [each.unpaid for each in fleet_of(read, who, today=today)] == [None]
