"""Cars that come: short ways through an arrival."""

import uuid
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import arrivals, work_orders
from app.arrivals import OpenArrival, SaveArrival, SignAct
from models.catalog import ItemKind
from models.order_flow import OrderEvent
from models.work_orders import WorkOrder
from tests.build.shops import TestShop

STROKES = [[[1013, 7319, 0], [2000, 4000, 12], [3000, 6000, 25]], [[5000, 5000, 90]]]


def arrive(shop: TestShop, plate: str = "О284ТР777", **named: Any) -> uuid.UUID:  # noqa: ANN401  any field
    return shop.do(arrivals.open_arrival, OpenArrival(plate=plate, **named))


def card(shop: TestShop, arrival_id: uuid.UUID) -> arrivals.ArrivalCard:
    return shop.see(arrivals.get_arrival, arrival_id)


def save(shop: TestShop, arrival_id: uuid.UUID, **values: Any) -> int:  # noqa: ANN401  any field
    return shop.do(arrivals.save_arrival, SaveArrival(arrival_id=arrival_id, values=values))


def sign(shop: TestShop, arrival_id: uuid.UUID, **named: Any) -> arrivals.Signed:  # noqa: ANN401  any field
    version = card(shop, arrival_id).row.version
    command = SignAct(**{"arrival_id": arrival_id, "version": version, "strokes": STROKES, **named})
    return shop.do(arrivals.sign_act, command)


def order_of(shop: TestShop, arrival_id: uuid.UUID) -> sa.Row[Any]:
    order_id = card(shop, arrival_id).row.order_id
    assert order_id is not None
    with shop.reading() as read:
        return read.connection.execute(
            sa.select(WorkOrder.__table__).where(WorkOrder.id == order_id)
        ).one()


def complete(shop: TestShop, order_id: uuid.UUID) -> None:
    job = shop.do(work_orders.add_job, work_orders.AddJob(order_id=order_id, name="Осмотр"))
    shop.do(
        work_orders.add_line,
        work_orders.AddLine(
            order_id=order_id,
            job_id=job,
            kind=ItemKind.LABOUR.value,
            name="Осмотр",
            qty=Decimal(1),
            price_amount=100_000,
        ),
    )
    shop.do(
        work_orders.decide_job,
        work_orders.DecideJob(order_id=order_id, job_id=job, decision="approve"),
    )
    shop.do(work_orders.move_order(OrderEvent.START), work_orders.MoveOrder(order_id=order_id))
    shop.do(work_orders.complete, work_orders.Complete(order_id=order_id, finish_open_labour=True))
