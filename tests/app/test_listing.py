"""Lists of customers and vehicles: ids in order, rows of those that are looked at; visits and accounts."""

import uuid
from datetime import timedelta

import pytest

from app.billing.accounts import account_of
from app.customers import CustomerOf, archive_customer
from app.customers.listing import (
    customer_lines,
    find_customer_ids,
    list_customer_ids,
    people_of_cars,
)
from app.vehicles import SellVehicle, VehicleOf, archive_vehicle, sell_vehicle
from app.vehicles.listing import (
    VehicleSort,
    cars_of_people,
    find_vehicle_ids,
    list_vehicle_ids,
    vehicle_lines,
)
from app.work_orders.visits import list_visits
from models.money import Money
from models.order_flow import OrderState
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def visit(garage: Garage, car: uuid.UUID, customer: uuid.UUID | None = None) -> uuid.UUID:
    order = garage.order(car, customer_id=customer)
    garage.typed(order, "labour", "Диагностика", 150_000)
    garage.start(order)
    garage.complete(order)
    return order


def test_cars_stand_in_the_order_wished_for(garage: Garage) -> None:
    anna, boris = garage.customer("Анна"), garage.customer("Борис")
    first = garage.car(boris, plate="А001ВС77", make="Audi", model="A4")
    second = garage.car(anna, plate="В002ВС77", make="Lada", model="Vesta")
    third = garage.car(None, plate=None, make="BMW", model="X5", vin="XW8AN4NE3KH012845")
    garage.order(first)
    see = garage.on.see
    assert see(list_vehicle_ids)[0] == first
    assert see(list_vehicle_ids, sort=VehicleSort.OWNER)[:2] == [second, first]
    assert see(list_vehicle_ids, sort=VehicleSort.NAME) == [first, third, second]
    plates = see(list_vehicle_ids, sort=VehicleSort.PLATE, descending=True)
    assert plates.index(second) < plates.index(first)
    garage.on.do(archive_vehicle, VehicleOf(vehicle_id=third))
    assert third not in see(list_vehicle_ids)
    assert see(list_vehicle_ids, archived=True) == [third]
    assert see(find_vehicle_ids, "vesta") == [second]
    assert see(cars_of_people, [boris, anna]) == [first, second]
    assert see(people_of_cars, [second, first, third]) == [anna, boris]


def test_a_car_of_the_list_says_where_it_stands(garage: Garage) -> None:
    anna = garage.customer("Анна", phone="+7 916 204-18-73")
    car = garage.car(anna)
    visit(garage, car, anna)
    garage.on.clock.move(days=30)
    order = garage.order(car, odometer_value=71_050)
    garage.on.clock.move(days=1)
    (line,) = garage.on.see(vehicle_lines, [car])
    assert (line.order_id, line.owner_phone) == (order, "+79162041873")
    assert line.state not in {None, OrderState.COMPLETED}
    assert line.km == 71_050
    assert garage.on.see(vehicle_lines, []) == ()


def test_customers_with_their_cars_and_visits(garage: Garage) -> None:
    anna, boris = garage.customer("Анна"), garage.customer("Борис", phone=None)
    car = garage.car(anna)
    visit(garage, car, anna)
    see = garage.on.see
    assert see(list_customer_ids) == [anna, boris]
    assert see(list_customer_ids, descending=True) == [boris, anna]
    assert see(list_customer_ids, sort="newest")[0] == boris
    first, second = see(customer_lines, [anna, boris], currency="RUB")
    assert [found.id for found in first.cars] == [car]
    assert (first.visits, second.visits) == (1, 0)
    assert first.spent == Money(150_000, "RUB")
    (hidden,) = see(customer_lines, [anna], currency="RUB", actor=garage.on.mechanic)
    assert hidden.spent is None
    garage.on.do(archive_customer, CustomerOf(customer_id=boris))
    assert see(list_customer_ids) == [anna]
    assert see(list_customer_ids, archived=True) == [boris]
    assert see(find_customer_ids, "анн") == [anna]


def test_visits_name_their_works_and_who_had_the_car(garage: Garage) -> None:
    anna, boris = garage.customer("Анна"), garage.customer("Борис")
    car = garage.car(anna)
    visit(garage, car, anna)
    garage.on.clock.move(days=400)
    version = garage.on.see(vehicle_lines, [car])[0].vehicle.version
    garage.on.do(sell_vehicle, SellVehicle(vehicle_id=car, version=version, buyer_id=boris))
    garage.on.clock.move(days=1)
    newest = visit(garage, car, boris)
    rows = garage.on.see(list_visits, vehicle_id=car)
    assert [row.customer_id for row in rows] == [boris, anna]
    assert rows[0].id == newest
    assert rows[0].works
    assert rows[0].total == Money(150_000, "RUB")
    (mine,) = garage.on.see(list_visits, vehicle_id=car, customer_id=boris)
    assert mine.id == newest
    assert garage.on.see(list_visits, vehicle_id=car, actor=garage.on.mechanic)[0].total is None


def test_the_account_of_a_customer(garage: Garage) -> None:
    anna = garage.customer("Анна")
    car = garage.car(anna)
    order = visit(garage, car, anna)
    bill = garage.invoice(order)
    today = garage.on.clock().date()
    account = garage.on.see(account_of, anna, today=today, currency="RUB")
    assert account is not None
    assert [found.id for found in account.bills] == [bill]
    assert account.owed == account.turnover == Money(150_000, "RUB")
    assert account.year_bills == 1
    assert account.year_average == Money(150_000, "RUB")
    garage.pay(50_000, invoice_id=bill)
    account = garage.on.see(account_of, anna, today=today, currency="RUB")
    assert account is not None
    assert (account.owed.minor, account.year_paid.minor) == (100_000, 50_000)
    later = garage.on.see(account_of, anna, today=today + timedelta(days=400), currency="RUB")
    assert later is not None
    assert later.year_bills == 0
    assert later.year_average is None
    hidden = garage.on.see(account_of, anna, today=today, currency="RUB", actor=garage.on.mechanic)
    assert hidden is None
