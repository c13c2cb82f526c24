"""A shop's life in random steps, under an honest or a leaping clock; then the examination finds nothing."""

import contextlib
import random
import uuid
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from app import billing, inventory, vehicles, work_orders
from app.cli import doctor
from app.cli.findings import Severity
from app.kernel.errors import UserError
from models.billing import PaymentMethod
from models.inventory import StockMove
from models.order_flow import OrderEvent
from tests.app.test_clock_faults import in_order, leaps
from tests.app.test_vehicle_card import card, counted
from tests.build.orders import Garage, Item
from tests.build.shops import TestShop
from tests.soak.conftest import Sized, Told

STEPS = 400


class Life:
    """One shop, and what may happen in it; a refusal in words is as good as success."""

    def __init__(self, garage: Garage, chance: random.Random) -> None:
        self.garage, self.chance = garage, chance
        self.labour = garage.labour("Мойка", "0.5")
        self.parts = [garage.part(f"Деталь {n}", 78_000, stock="200") for n in range(4)]
        self.people = [garage.customer(f"Владелец {n}") for n in range(5)]
        self.cars = [garage.car(owner) for owner in self.people]
        self.orders: list[uuid.UUID] = []
        self.sealed: list[uuid.UUID] = []
        self.invoices: list[uuid.UUID] = []
        self.refused = 0
        self.ways: list[Callable[[], object]] = [
            self.open, self.line, self.line, self.line, self.work, self.work, self.start, self.complete,
            self.complete, self.invoice, self.invoice, self.pay, self.pay, self.credit, self.receive, self.adjust,
            self.reverse, self.cancel, self.wait, self.sell, self.read_off,
        ]  # fmt: skip  # one list reads better

    def step(self) -> None:
        try:
            self.chance.choice(self.ways)()
        except (UserError, IndexError):
            # not allowed in this state, or nothing is there yet
            self.refused += 1

    def qty(self) -> Decimal:
        return Decimal(self.chance.randint(1, 6000)).scaleb(-3)

    def order(self) -> uuid.UUID:
        return self.chance.choice(self.orders[-6:])

    def item(self) -> Item:
        return self.chance.choice([self.labour, *self.parts])

    def open(self) -> None:
        self.orders.append(self.garage.order(self.chance.choice(self.cars)))
        self.garage.line(self.orders[-1], self.item(), qty=self.qty())

    def line(self) -> None:
        self.garage.line(self.order(), self.item(), qty=self.qty())

    def work(self) -> None:
        order = self.order()
        line = self.chance.choice(self.garage.card(order).lines)
        verb = self.chance.choice((work_orders.reserve_line, work_orders.issue_line))
        self.garage.on.do(verb, work_orders.LineWork(order_id=order, line_id=line.id))

    def start(self) -> None:
        self.garage.start(self.order())

    def complete(self) -> None:
        order = self.order()
        with contextlib.suppress(UserError):  # begun already, or without a line yet
            self.garage.decide(order)
            self.garage.start(order)
        self.garage.complete(order, odometer_reason="так на щитке")
        self.sealed.append(order)

    def cancel(self) -> None:
        if self.chance.random() < 0.1:
            self.garage.move(self.order(), OrderEvent.CANCEL, reason="передумал")

    def invoice(self) -> None:
        self.invoices.append(self.garage.invoice(self.chance.choice(self.sealed)))

    def pay(self) -> None:
        method = self.chance.choice((PaymentMethod.CASH, PaymentMethod.CARD))
        invoice = self.chance.choice(self.invoices[-8:])
        self.garage.pay(self.chance.randint(1, 90_000), method, invoice_id=invoice)

    def credit(self) -> None:
        self.garage.on.do(
            billing.credit_invoice,
            billing.CreditInvoice(
                invoice_id=self.chance.choice(self.invoices[-8:]),
                reason="Не подошло",
                restock=self.chance.random() < 0.5,
            ),
        )

    def receive(self) -> None:
        product = self.chance.choice(self.parts).product_id
        assert product is not None
        self.garage.receive(product, str(self.qty()), self.chance.randint(0, 50_000))

    def adjust(self) -> None:
        product = self.chance.choice(self.parts).product_id
        assert product is not None
        self.garage.on.do(
            inventory.adjust,
            inventory.Adjust(product_id=product, counted_qty=20 + self.qty(), reason="пересчёт"),
        )

    def reverse(self) -> None:
        move = self.chance.choice(self.garage.rows(StockMove))
        self.garage.on.do(
            inventory.reverse, inventory.ReverseMove(move_id=move.id, reason="ошибка")
        )

    def sell(self) -> None:
        car = self.chance.choice(self.cars)
        buyer = self.chance.choice(self.people)
        version = card(self.garage, car).vehicle.version
        self.garage.on.do(
            vehicles.sell_vehicle,
            vehicles.SellVehicle(vehicle_id=car, version=version, buyer_id=buyer),
        )

    def read_off(self) -> None:
        self.garage.on.do(
            vehicles.add_reading,
            vehicles.AddReading(
                vehicle_id=self.chance.choice(self.cars),
                value=self.chance.randint(44_000, 46_000),
                reason="так на щитке",
            ),
        )

    def wait(self) -> None:
        self.garage.on.clock.at += timedelta(minutes=self.chance.randint(-3, 300))


def clean(garage: Garage) -> None:
    """The whole examination: hashes, signatures, sums, numbers, chains, guards."""
    in_order(garage)
    url = garage.on.shop.database.url.render_as_string(hide_password=False)
    chart = doctor.examine(garage.on.shop.database, url)
    assert [f for f in chart.findings if f.severity is not Severity.WARNING] == []


def test_random_days(shop: TestShop, seed: int, sized: Sized, told: Told) -> None:
    life, steps = Life(Garage(shop), random.Random(seed)), sized(STEPS)
    for _ in range(steps):
        life.step()
    assert len(life.invoices) > steps // 50
    assert life.refused < steps * 0.8
    # F15: what a car's card counts is the sum of what it stands for, however the cars changed hands
    assert counted(life.garage, life.cars) == len(set(life.sealed))
    clean(life.garage)
    told("operations", steps)
    told("operations refused in words", life.refused)


def test_leaping_clocks(shop: TestShop, seed: int, sized: Sized, told: Told) -> None:
    garage, orders = Garage(shop), sized(10)
    leaps(garage, seed, orders)
    clean(garage)
    told("orders under a leaping clock", orders)
