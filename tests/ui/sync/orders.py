"""A completed order on a desk's own shop."""

import uuid

from app import work_orders
from app.kernel.tx import Actor, Shop
from models.order_flow import OrderEvent
from tests.build.orders import Garage
from tests.build.shops import MovableClock, TestShop


def complete_order(shop: Shop, actor: Actor, vehicle_id: uuid.UUID) -> uuid.UUID:
    """An order for the car, done in one line and sealed; a clock that moves is needed."""
    clock = shop.clock
    assert isinstance(clock, MovableClock)
    garage = Garage(
        TestShop(
            shop=shop,
            clock=clock,
            owner=actor,
            manager=actor,
            receptionist=actor,
            mechanic=actor,
            storekeeper=actor,
        )
    )
    order = garage.order(vehicle_id)
    garage.typed(order, "labour", "Diagnosis", 100_000)
    garage.decide(order)
    garage.on.do(
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=order, technician_id=actor.employee_id),
    )
    garage.move(order, OrderEvent.START)
    for line in garage.card(order).lines:
        for event in ("start", "finish"):
            garage.on.do(
                work_orders.work_line,
                work_orders.LineWork(
                    order_id=order,
                    line_id=line.id,
                    event=event,
                    technician_id=actor.employee_id,
                ),
            )
    garage.move(order, OrderEvent.CHECK_QUALITY)
    garage.move(order, OrderEvent.PASS)
    garage.complete(order)
    return order
