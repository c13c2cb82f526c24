"""The card of a car with a history: counters are the sum of their sources, old papers keep the old owner."""

import random
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.customers import EraseCustomer, erase_customer, get_customer, read_seal
from app.kernel.errors import BlockedError
from app.vehicles import (
    ChangePlate,
    SellVehicle,
    VehicleCard,
    change_plate,
    find_by_plate,
    get_vehicle,
    sell_vehicle,
)
from app.work_orders import get_order
from models.order_flow import OrderEvent
from models.passports import ExpenseEntry, ServiceEntry
from tests.build.orders import Garage
from tests.build.shops import TestShop

OPERATIONS = 60
"""Random steps on each database; some twenty of them complete an order."""
CHECKED_EVERY = 500
"""So often within a long run the counters are held against their sources too."""


def card(garage: Garage, car: UUID) -> VehicleCard:
    return garage.on.see(get_vehicle, car, now=garage.on.clock())


def booked(garage: Garage, car: UUID) -> tuple[int, int, int]:
    """Visits by service entries, visits and money by expense entries."""
    with garage.on.reading() as read:
        visits = read.connection.execute(
            sa.select(sa.func.count()).where(ServiceEntry.vehicle_id == car)
        ).scalar_one()
        spent = (
            read.connection.execute(
                sa.select(ExpenseEntry.total_amount).where(ExpenseEntry.vehicle_id == car)
            )
            .scalars()
            .all()
        )
    return visits, len(spent), sum(spent)


def counted(garage: Garage, cars: Sequence[UUID]) -> int:
    """Hold the counters of the cards against the entries they stand for; returns how many visits there were."""
    visits = 0
    for car in cars:
        one = card(garage, car)
        assert one.spent is not None
        assert (one.visits_count, one.visits_count, one.spent.minor) == booked(garage, car)
        visits += one.visits_count
    return visits


def visit(garage: Garage, car: UUID, amount: int = 150_000, **values: int) -> UUID:
    order = garage.order(car, **values)
    garage.typed(order, "labour", "Диагностика", amount)
    garage.start(order)
    garage.complete(order)
    return order


def random_life(garage: Garage, chance: random.Random, operations: int) -> list[UUID]:
    """So many random steps of four cars that change hands and plates; the counters must hold all the way."""
    shop = garage.on
    people = [garage.customer(f"Клиент {n}") for n in range(3)]
    cars = [garage.car(people[n % 3]) for n in range(4)]
    waiting: list[UUID] = []
    km = dict.fromkeys(cars, 10_000)
    for step in range(operations):
        car = chance.choice(cars)
        shop.clock.move(hours=chance.randint(1, 60))
        what = chance.choice(["order", "order", "complete", "complete", "cancel", "sell", "plate"])
        if what == "order":
            km[car] += chance.randint(0, 2_000)
            order = garage.order(car, odometer_value=km[car])
            garage.typed(order, "labour", "Работа", chance.randint(1, 900_000))
            garage.start(order)
            waiting.append(order)
        elif what == "complete" and waiting:
            garage.complete(waiting.pop(), odometer_reason="по очереди")
        elif what == "cancel" and waiting:
            garage.move(waiting.pop(), OrderEvent.CANCEL, reason="передумал")
        elif what == "sell":
            shop.do(
                sell_vehicle,
                SellVehicle(
                    vehicle_id=car,
                    version=card(garage, car).vehicle.version,
                    buyer_id=chance.choice(people),
                ),
            )
        elif what == "plate":
            shop.do(
                change_plate,
                ChangePlate(
                    vehicle_id=car,
                    version=card(garage, car).vehicle.version,
                    plate=f"М{step % 1000:03}ММ{99 + 100 * (step // 1000)}",
                ),
            )
        if step % CHECKED_EVERY == 0:
            counted(garage, cars)
    return cars


def test_counters_are_the_sum_of_their_sources_whatever_happens(shop: TestShop) -> None:
    """F15; `dev.py soak --only counters` goes on to ten thousand."""
    garage = Garage(shop)
    cars = random_life(garage, random.Random(20261120), OPERATIONS)
    assert counted(garage, cars) > OPERATIONS // 10


def test_first_and_last_visit_are_those_of_the_orders(shop: TestShop) -> None:
    garage = Garage(shop)
    car = garage.car(garage.customer())
    visit(garage, car, 150_000)
    first = shop.clock()
    shop.clock.move(days=100)
    visit(garage, car, 250_000)
    one = card(garage, car)
    assert (one.first_visit_at, one.last_visit_at) == (first, shop.clock())
    assert one.spent is not None
    assert (one.visits_count, one.spent.minor) == (2, 400_000)


def test_due_work_and_declined_work_are_on_the_card_with_age_and_old_price(
    shop: TestShop,
) -> None:
    garage = Garage(shop)
    car = garage.car(garage.customer())
    oil = garage.labour("Замена масла", "0.6", next_service_km=10_000)
    order = garage.order(car, odometer_value=45_000)
    garage.line(order, oil)
    job = garage.job(order, "Передние тормоза")
    garage.typed(order, "labour", "Замена колодок", 480_000)
    asked = [j.id for j in garage.card(order).jobs]
    garage.decide(order, next(j for j in asked if j != job))
    garage.decide(order, job, "decline")
    garage.move(order, OrderEvent.START)
    garage.complete(order)
    shop.clock.move(days=200)
    work = {one.kind: one for one in card(garage, car).open_work}
    assert (work["interval"].due_value, work["interval"].is_due) == (55_000, False)
    declined = work["declined"]
    assert (declined.name, declined.age_days) == ("Передние тормоза", 200)
    assert declined.old_price is not None
    assert declined.old_price.minor == 480_000
    hidden = shop.see(get_vehicle, car, now=shop.clock(), actor=shop.mechanic)
    assert {one.old_price for one in hidden.open_work} == {None}
    visit(garage, car, odometer_value=55_000)
    assert {one.name: one.is_due for one in card(garage, car).open_work}["Замена масла"]


def test_after_a_sale_old_papers_keep_the_old_owner(shop: TestShop) -> None:
    garage = Garage(shop)
    seller, buyer = garage.customer("Ким Анна"), garage.customer("Орлов Пётр")
    car = garage.car(seller)
    order = visit(garage, car)
    sealed = garage.snapshot(order)
    invoice = garage.invoice(order)
    version = card(garage, car).vehicle.version
    shop.do(sell_vehicle, SellVehicle(vehicle_id=car, version=version, buyer_id=buyer))
    assert garage.card(order).customer_id == seller
    assert garage.snapshot(order) == sealed
    person = shop.see(read_seal, "invoice", invoice)
    assert person is not None
    assert person["name"] == "Ким Анна"
    assert garage.card(garage.order(car)).customer_id == buyer


def test_an_erased_owner_leaves_the_cars_history_and_the_books_whole(shop: TestShop) -> None:
    garage = Garage(shop)
    person = garage.customer("Кимерсен Анна")
    car = garage.car(person, plate="А123ВС77")
    order = visit(garage, car)
    invoice = garage.invoice(order)
    sealed, before = garage.snapshot(order), card(garage, car)
    open_order = garage.order(car)
    with pytest.raises(BlockedError) as caught:
        shop.do(erase_customer, EraseCustomer(customer_id=person))
    assert [b.code for b in caught.value.blockers] == ["open_order"]
    garage.move(open_order, OrderEvent.CANCEL, reason="передумал")
    assert shop.do(erase_customer, EraseCustomer(customer_id=person)) == 2
    after = card(garage, car)
    assert shop.see(find_by_plate, "a123bc77") == car
    assert (after.visits_count, after.spent) == (before.visits_count, before.spent)
    assert [p.name for p in after.people] == [""]
    assert garage.snapshot(order) == sealed
    kept = shop.see(read_seal, "invoice", invoice)
    assert kept is not None
    assert kept["name"] == "Кимерсен Анна"
    assert shop.see(get_customer, person).erased_at is not None
    assert shop.see(get_order, order).number == garage.card(order).number


def test_a_car_of_another_day_is_not_due_yet(shop: TestShop) -> None:
    garage = Garage(shop)
    car = garage.car(garage.customer())
    check = garage.labour("Осмотр", "0.5", next_service_months=12)
    garage.finished((check, None), vehicle_id=car)
    (due,) = card(garage, car).open_work
    assert due.due_on is not None
    assert not due.is_due
    shop.clock.at += timedelta(days=366)
    assert card(garage, car).open_work[0].is_due
