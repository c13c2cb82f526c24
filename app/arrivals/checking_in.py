"""The car is taken in, expected, or given back: the arrival's step, and its order's by the order's own table."""

import uuid
from dataclasses import dataclass

from app import vehicles, work_orders
from app.arrivals.custody import HangKey, MoveCar, hang_key, move_car, take_off, tell_order
from app.arrivals.opening import ArrivalOf, step
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid
from app.kernel.tx import Tx, action
from models.access import Permission
from models.arrivals import Arrival, ArrivalMode, ArrivalState, CarAt
from models.order_flow import ORDER_FLOW, OrderEvent
from models.work_orders import WorkOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """Take the car in; ``key_tag`` and ``place_id`` say at once where key and car go."""

    arrival_id: uuid.UUID
    version: int | None = None
    key_tag: str | None = None
    place_id: uuid.UUID | None = None


@action(
    "arrivals.check_in",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Check in"),
    shortcut="Ctrl+Return",
)
def check_in(tx: Tx, command: CheckIn) -> ArrivalState:
    """The car is here: its order is checked in when its table allows it, its odometer is kept.

    An absent car is expected instead. What is missing does not stop it: it stops the completion.
    """
    arrival = tx.load(Arrival, command.arrival_id, version=command.version, lock=True)
    if arrival.mode is ArrivalMode.ABSENT:
        step(tx, arrival, "expect")
        _move_order(tx, arrival, OrderEvent.EXPECT)
        return arrival.state
    step(tx, arrival, "check_in")
    arrival.checked_in_at, arrival.checked_in_by_id = tx.now, tx.actor.employee_id
    if arrival.odometer_value is not None:
        vehicles.record_reading(
            tx,
            vehicle_id=arrival.vehicle_id,
            value=arrival.odometer_value,
            unit=arrival.odometer_unit,
            source="arrival",
            source_id=arrival.id,
            reason=arrival.odometer_reason,
        )
    tx.flush()
    _move_order(tx, arrival, OrderEvent.CHECK_IN)
    if command.key_tag:
        hang_key(tx, HangKey(arrival_id=arrival.id, tag=command.key_tag))
    if command.place_id is not None:
        move_car(tx, MoveCar(arrival_id=arrival.id, place_id=command.place_id))
    tx.about("arrival", arrival.id)
    return arrival.state


def _move_order(tx: Tx, arrival: Arrival, event: OrderEvent) -> None:
    """Take the order's own step, when it is one; an order that is further on stays where it is."""
    if arrival.order_id is None:
        return
    order = tx.load(WorkOrder, arrival.order_id, lock=True)
    if event in ORDER_FLOW[order.state]:
        work_orders.move_order(event)(tx, work_orders.MoveOrder(order_id=order.id))
        tx.about("arrival", arrival.id)


@action(
    "arrivals.leave",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Car has left"),
)
def leave(tx: Tx, command: ArrivalOf) -> ArrivalState:
    """The car went back to its owner, with its key; while its order is open it may come again."""
    arrival = tx.load(Arrival, command.arrival_id, version=command.version, lock=True)
    step(tx, arrival, "leave")
    arrival.left_at = tx.now
    tx.flush()
    take_off(tx, arrival)
    tell_order(tx, arrival, None)
    if arrival.car_at is not CarAt.OWNER:
        move_car(tx, MoveCar(arrival_id=arrival.id, to=CarAt.OWNER))
    return arrival.state


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleCame:
    """An expected car is here after all, and how it is with us now."""

    arrival_id: uuid.UUID
    mode: ArrivalMode = ArrivalMode.STAYS
    version: int | None = None


@action(
    "arrivals.came",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Expected car has come"),
)
def vehicle_came(tx: Tx, command: VehicleCame) -> ArrivalState:
    """Check an expected car in."""
    arrival = tx.load(Arrival, command.arrival_id, version=command.version, lock=True)
    mode = ArrivalMode(command.mode)
    if mode in {ArrivalMode.ABSENT, ArrivalMode.CHECK_IN_ONLY} and arrival.order_id is not None:
        raise invalid("mode", QT_TRANSLATE_NOOP("arrivals", "The car stays, or its people wait."))
    arrival.mode = mode
    tx.flush()
    return check_in(tx, CheckIn(arrival_id=arrival.id))
