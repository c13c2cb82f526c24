"""A shop with cars, people, goods and prices: short ways from an empty order to a sealed and paid one."""

import itertools
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import billing, catalog, customers, inventory, vehicles, work_orders
from app.kernel.tx import Actor
from models.base import Base
from models.billing import PaymentMethod
from models.order_flow import OrderEvent, OrderState, Payer
from tests.build.shops import TestShop

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Item:
    """Something the shop sells: its row in the catalogue and, for goods, in the store."""

    id: uuid.UUID
    product_id: uuid.UUID | None = None


@dataclass(slots=True)
class Garage:
    """A test shop with short ways; everything goes through the verbs a person would press."""

    on: TestShop
    jobs: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)

    # people and cars
    def customer(self, name: str = "Орлова Вера Павловна", **values: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
        """A person with a telephone and an address."""
        given = {
            "phone": "+7 916 000-14-22",
            "email": "orlova@example.org",
            "address": "Мытищи, Летная ул., 7",
            **values,
        }
        return self.on.do(customers.create_customer, customers.CreateCustomer(name=name, **given))

    def car(
        self,
        owner_id: uuid.UUID | None = None,
        plate: str | None = None,
        **values: Any,  # noqa: ANN401  fields of the command
    ) -> uuid.UUID:
        """A car with a plate of its own."""
        number = next(_numbers)
        given = {"make": "Škoda", "model": "Octavia", "made_year": 2019, **values}
        return self.on.do(
            vehicles.create_vehicle,
            vehicles.CreateVehicle(
                plate=plate or f"А{number % 1000:03}ВС{50 + number // 1000}",
                owner_id=owner_id,
                **given,
            ),
        )

    # goods and prices
    def labour(self, name: str, hours: str, rate: int = 240_000, **values: Any) -> Item:  # noqa: ANN401  fields of the command
        """Labour by the norm hour."""
        self.rate(rate)
        made = self.on.do(
            catalog.create_item,
            catalog.CreateItem(
                kind="labour",
                code=f"L{next(_numbers)}",
                name=name,
                unit="h",
                norm_hours=Decimal(hours),
                **values,
            ),
        )
        return Item(made)

    def rate(self, amount: int, group: str = "retail", labour_type: str = "general") -> None:
        """What an hour costs, from the beginning of time."""
        self.on.do(
            catalog.set_labour_rate,
            catalog.SetLabourRate(
                labour_type=labour_type,
                price_group=group,
                rate_amount=amount,
                from_on=date(2020, 1, 1),
            ),
        )

    def product(self, name: str, unit: str = "pc", **values: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
        """A product that nobody has bought yet."""
        return self.on.do(
            inventory.create_product,
            inventory.CreateProduct(sku=f"SKU-{next(_numbers)}", name=name, unit=unit, **values),
        )

    def receive(
        self, product_id: uuid.UUID, qty: str, cost: int, *, purchase_units: bool = False
    ) -> uuid.UUID:
        """Goods from a vendor onto the main shelf; ``cost`` for one unit of ``qty``."""
        return self.on.do(
            inventory.receive,
            inventory.Receive(
                product_id=product_id,
                qty=Decimal(qty),
                cost_amount=cost,
                in_purchase_units=purchase_units,
            ),
        )

    def part(
        self,
        name: str,
        price: int,
        *,
        kind: str = "part",
        unit: str = "pc",
        stock: str = "100",
        cost: int = 10_000,
        product: Mapping[str, Any] | None = None,
        **values: Any,  # noqa: ANN401  fields of the command
    ) -> Item:
        """Goods with a list price, some of them on the shelf."""
        product_id = self.product(name, unit, **(product or {}))
        if Decimal(stock):
            self.receive(product_id, stock, cost)
        made = self.on.do(
            catalog.create_item,
            catalog.CreateItem(
                kind=kind,
                code=f"P{next(_numbers)}",
                name=name,
                unit=unit,
                price_amount=price,
                product_id=product_id,
                **values,
            ),
        )
        return Item(made, product_id)

    # the order
    def order(self, vehicle_id: uuid.UUID | None = None, **values: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
        """An order for the car (a new one with an owner when none is named), with the mileage read."""
        if vehicle_id is None and "plate" not in values:
            vehicle_id = self.car(self.customer())
        given = {"odometer_value": 45_000, **values}
        return self.on.do(
            work_orders.open_order, work_orders.OpenOrder(vehicle_id=vehicle_id, **given)
        )

    def job(
        self, order_id: uuid.UUID, name: str = "Работы", payer: Payer = Payer.CUSTOMER
    ) -> uuid.UUID:
        """A job; later lines without a job named go onto the last one."""
        made = self.on.do(
            work_orders.add_job, work_orders.AddJob(order_id=order_id, name=name, payer=payer)
        )
        self.jobs[order_id] = made
        return made

    def line(self, order_id: uuid.UUID, item: Item, **values: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
        """A line from the catalogue on the order's last job."""
        if order_id not in self.jobs:
            self.job(order_id)
        given = {"job_id": self.jobs[order_id], **values}
        return self.on.do(
            work_orders.add_line,
            work_orders.AddLine(order_id=order_id, item_id=item.id, **given),
        )

    def typed(
        self,
        order_id: uuid.UUID,
        kind: str,
        name: str,
        price: int,
        qty: str = "1",
        **values: Any,  # noqa: ANN401  fields of the command
    ) -> uuid.UUID:
        """A line that is not in the catalogue."""
        if order_id not in self.jobs:
            self.job(order_id)
        given = {"job_id": self.jobs[order_id], **values}
        return self.on.do(
            work_orders.add_line,
            work_orders.AddLine(
                order_id=order_id,
                kind=kind,
                name=name,
                price_amount=price,
                qty=Decimal(qty),
                **given,
            ),
        )

    def decide(
        self,
        order_id: uuid.UUID,
        job_id: uuid.UUID | None = None,
        decision: str = "approve",
        **values: Any,  # noqa: ANN401  fields of the command
    ) -> OrderState:
        """The customer's word on one job, or their yes to all of them."""
        chosen = [job_id] if job_id else [j.id for j in self.card(order_id).jobs]
        state = self.card(order_id).state
        for one in chosen:
            state = self.on.do(
                work_orders.decide_job,
                work_orders.DecideJob(order_id=order_id, job_id=one, decision=decision, **values),
            )
        return state

    def move(
        self,
        order_id: uuid.UUID,
        event: OrderEvent,
        *,
        actor: Actor | None = None,
        **values: Any,  # noqa: ANN401  fields of the command
    ) -> OrderState:
        """One step of the order's table."""
        return self.on.do(
            work_orders.move_order(event),
            work_orders.MoveOrder(order_id=order_id, **values),
            actor=actor,
        )

    def start(self, order_id: uuid.UUID) -> None:
        """The customer agrees to everything and the work begins."""
        self.decide(order_id)
        self.move(order_id, OrderEvent.START)

    def complete(self, order_id: uuid.UUID, **values: Any) -> work_orders.Completed:  # noqa: ANN401  fields of the command
        """Seal the order; labour that is still open is finished in the same step."""
        given = {"finish_open_labour": True, **values}
        return self.on.do(work_orders.complete, work_orders.Complete(order_id=order_id, **given))

    def finished(self, *lines: tuple[Item, str | None], **values: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
        """A completed order of these items."""
        order_id = self.order(**values)
        for item, qty in lines:
            self.line(order_id, item, qty=Decimal(qty) if qty else None)
        self.start(order_id)
        self.complete(order_id)
        return order_id

    # money
    def invoice(self, order_id: uuid.UUID, **values: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
        """The order's invoice."""
        return self.on.do(billing.issue_invoice, billing.IssueInvoice(order_id=order_id, **values))

    def pay(
        self,
        amount: int,
        method: PaymentMethod = PaymentMethod.CASH,
        *,
        invoice_id: uuid.UUID | None = None,
        order_id: uuid.UUID | None = None,
        request_id: uuid.UUID | None = None,
    ) -> uuid.UUID:
        """Money for an invoice, or before the work for an order."""
        return self.on.do(
            billing.take_payment,
            billing.TakePayment(
                request_id=request_id or uuid.uuid4(),
                method=method,
                amount=amount,
                invoice_id=invoice_id,
                order_id=order_id,
            ),
        )

    # seeing
    def card(self, order_id: uuid.UUID, actor: Actor | None = None) -> work_orders.OrderCard:
        """The order as a screen shows it."""
        return self.on.see(work_orders.get_order, order_id, actor=actor)

    def snapshot(self, order_id: uuid.UUID) -> work_orders.SealedOrder:
        """The sealed record; it must be there."""
        found = self.on.see(work_orders.get_snapshot, order_id)
        assert found is not None
        return found

    def bill(self, invoice_id: uuid.UUID) -> billing.InvoiceCard:
        """The invoice as a screen shows it, today."""
        return self.on.see(billing.get_invoice, invoice_id, today=self.on.clock().date())

    def rows(self, entity: type[Base], *where: sa.ColumnElement[bool]) -> Sequence[sa.Row[Any]]:
        """Rows of a table as they are stored, oldest first."""
        table = entity.__table__
        with self.on.reading() as read:
            return read.connection.execute(
                sa.select(table).where(*where).order_by(table.c.id)
            ).all()
