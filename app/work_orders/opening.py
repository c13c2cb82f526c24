"""Opening an order from as little as a plate, and everything of its head."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app import vehicles
from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, Sentence, invalid, say
from app.kernel.tx import Tx, action, cleaned
from app.work_orders import aggregate
from models.access import Permission
from models.arrivals import Arrival
from models.customers import Customer
from models.order_flow import OPEN, OrderState
from models.vehicles import Vehicle, VehiclePerson, VehicleRole
from models.work_orders import Concern, OrderTransition, WorkOrder

_FULL_TANK = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOrder:
    """A car has come, or will. A plate alone is enough: gaps block the completion, not the opening."""

    vehicle_id: uuid.UUID | None = None
    plate: str | None = None
    customer_id: uuid.UUID | None = None
    bringer_id: uuid.UUID | None = None
    source: str = "walk_in"
    concerns: tuple[str, ...] = ()
    promised_at: datetime | None = None
    odometer_value: int | None = None
    advisor_id: uuid.UUID | None = None
    supplied_on: date | None = None
    note: str | None = None


@action(
    "work_orders.open",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "New work order"),
    shortcut="Ctrl+N",
)
def open_order(tx: Tx, command: OpenOrder) -> uuid.UUID:
    """Open an order for a vehicle; the vehicle's owner becomes the customer unless another is named."""
    vehicle = _vehicle(tx, command)
    customer_id = command.customer_id or _owner_of(tx, vehicle.id)
    aggregate.refuse_strangers(
        tx, customers=(customer_id, command.bringer_id), staff=(command.advisor_id,)
    )
    order = tx.add(
        WorkOrder(
            center_id=tx.actor.center_id,
            number="",
            source=command.source,
            state=OrderState.DRAFT,
            held_from=None,
            hold_reason=None,
            hold_until_at=None,
            vehicle_id=vehicle.id,
            customer_id=customer_id,
            bringer_id=command.bringer_id,
            bringer_authority=None,
            advisor_id=command.advisor_id or tx.actor.employee_id,
            technician_id=None,
            priority=0,
            promised_at=command.promised_at,
            odometer_value=command.odometer_value,
            odometer_unit=vehicle.odometer_unit,
            odometer_reason=None,
            fuel_percent=None,
            key_tag=None,
            belongings=None,
            visible_damage=None,
            found_defects_choice=tx.policy.found_defects_choice,
            old_parts_choice=None,
            note=cleaned(command.note),
            currency=tx.center.currency,
            supplied_on=command.supplied_on or tx.today,
            place_of_supply=_place(tx, customer_id),
            limit_amount=None,
            net_amount=0,
            discount_amount=0,
            tax_amount=0,
            round_off_amount=0,
            total_amount=0,
            proposed_amount=0,
            cost_amount=None,
            rework_count=0,
            made_at=tx.now,
            checked_in_at=None,
            started_at=None,
            completed_at=None,
            delivered_at=None,
            cancel_reason=None,
            jobs=[],
            lines=[],
            concerns=[],
        )
    )
    for words in command.concerns:
        _add_concern(tx, order, words)
    order.number = tx.number("work_order", tx.policy.work_order_number)
    tx.append(
        OrderTransition,
        order_id=order.id,
        event="open",
        from_state=None,
        to_state=OrderState.DRAFT.value,
        at=tx.now,
        by_id=tx.actor.employee_id,
    )
    tx.findable("work_order", order.id, order.number, vehicle.plate, vehicle.make, vehicle.model)
    tx.about("work_order", order.id)
    return order.id


def _vehicle(tx: Tx, command: OpenOrder) -> Vehicle:
    if command.vehicle_id:
        return tx.load(Vehicle, command.vehicle_id)
    plate = cleaned(command.plate)
    if not plate:
        raise invalid(
            "vehicle", QT_TRANSLATE_NOOP("work_orders", "Enter at least the plate of the car.")
        )
    known = vehicles.find_by_plate(tx.read, plate)
    if known is not None:
        return tx.load(Vehicle, known)
    made = vehicles.create_vehicle(tx, vehicles.CreateVehicle(plate=plate))
    return tx.load(Vehicle, made)


def _owner_of(tx: Tx, vehicle_id: uuid.UUID) -> uuid.UUID | None:
    return tx.session.scalar(
        sa.select(VehiclePerson.customer_id)
        .where(
            VehiclePerson.vehicle_id == vehicle_id,
            VehiclePerson.role == VehicleRole.OWNER.value,
            VehiclePerson.until_at.is_(None),
        )
        .order_by(VehiclePerson.id.desc())
        .limit(1)
    )


def _place(tx: Tx, customer_id: uuid.UUID | None) -> str | None:
    """Place of supply (India): the customer's state when known, else none, which means the center's own."""
    if customer_id is None:
        return None
    return tx.load(Customer, customer_id).place


def _add_concern(tx: Tx, order: WorkOrder, words: str) -> Concern:
    text = cleaned(words)
    if text is None:
        raise invalid(
            "concern", QT_TRANSLATE_NOOP("work_orders", "A concern needs the customer's words.")
        )
    concern = tx.add(
        Concern(
            order_id=order.id,
            sort=len(order.concerns) + 1,
            words=text,
            cause=None,
            correction=None,
            job_id=None,
            is_sealed=False,
        )
    )
    order.concerns.append(concern)
    return concern


@dataclass(frozen=True, slots=True, kw_only=True)
class SetConcern:
    """A concern, new (``concern_id`` None) or known: words, cause, correction, the job that answers it."""

    order_id: uuid.UUID
    version: int | None = None
    concern_id: uuid.UUID | None = None
    words: str | None = None
    cause: str | None = None
    correction: str | None = None
    job_id: uuid.UUID | None = None


@action(
    "work_orders.set_concern",
    permission=Permission.WORK_ORDERS_WORK,
    label=QT_TRANSLATE_NOOP("work_orders", "Edit concern"),
)
def set_concern(tx: Tx, command: SetConcern) -> uuid.UUID:
    """Write down a concern, its cause and what was done."""
    order = aggregate.editable(tx, command.order_id, command.version)
    if command.concern_id is None:
        concern = _add_concern(tx, order, command.words or "")
    else:
        concern = (
            next((c for c in order.concerns if c.id == command.concern_id), None) or _no_concern()
        )
        if command.words is not None:
            concern.words = cleaned(command.words) or concern.words
    concern.cause = cleaned(command.cause) if command.cause is not None else concern.cause
    concern.correction = (
        cleaned(command.correction) if command.correction is not None else concern.correction
    )
    if command.job_id is not None:
        concern.job_id = aggregate.job_of(order, command.job_id).id
    aggregate.touch(order)
    return concern.id


def _no_concern() -> Concern:
    raise invalid(
        "concern", QT_TRANSLATE_NOOP("work_orders", "This concern is not on the order any more.")
    )


_EDITABLE = (
    "customer_id",
    "bringer_id",
    "bringer_authority",
    "advisor_id",
    "technician_id",
    "promised_at",
    "odometer_value",
    "odometer_reason",
    "fuel_percent",
    "key_tag",
    "belongings",
    "visible_damage",
    "found_defects_choice",
    "old_parts_choice",
    "note",
    "supplied_on",
    "place_of_supply",
    "limit_amount",
    "priority",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOrder:
    """New values of the order's head, by field name; a field that is not named stays."""

    order_id: uuid.UUID
    version: int
    values: dict[str, Any]


@action(
    "work_orders.edit",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Edit order"),
)
def edit_order(tx: Tx, command: EditOrder) -> uuid.UUID:
    """Change the head of an order that is not final; prices follow the day and place of supply."""
    order = aggregate.editable(tx, command.order_id, command.version)
    problems = _problems(command.values)
    if problems:
        raise InvalidError(problems)
    for name, value in command.values.items():
        setattr(order, name, cleaned(value) if isinstance(value, str) else value)
    aggregate.refuse_strangers(
        tx,
        customers=(order.customer_id, order.bringer_id),
        staff=(order.advisor_id, order.technician_id),
    )
    if command.values.get("customer_id") and "place_of_supply" not in command.values:
        order.place_of_supply = _place(tx, order.customer_id)
    if command.values.get("key_tag"):
        _refuse_second_key(tx, order)
    if {"supplied_on", "place_of_supply", "customer_id"} & set(command.values):
        aggregate.reprice(tx, order)
    return order.id


def _problems(values: dict[str, Any]) -> dict[str, Sentence]:
    problems: dict[str, Sentence] = {}
    for name in values:
        if name not in _EDITABLE:
            problems[name] = say(
                QT_TRANSLATE_NOOP("work_orders", "“{field}” is not a field of the order's head."),
                field=name,
            )
    odometer = values.get("odometer_value")
    if odometer is not None and odometer < 0:
        problems["odometer_value"] = say(
            QT_TRANSLATE_NOOP("work_orders", "The odometer cannot be below zero.")
        )
    fuel = values.get("fuel_percent")
    if fuel is not None and not 0 <= fuel <= _FULL_TANK:
        problems["fuel_percent"] = say(
            QT_TRANSLATE_NOOP("work_orders", "Fuel is between 0 and 100 per cent.")
        )
    return problems


def _refuse_second_key(tx: Tx, order: WorkOrder) -> None:
    other = tx.session.scalar(
        sa.select(WorkOrder.number).where(
            WorkOrder.center_id == order.center_id,
            WorkOrder.key_tag == order.key_tag,
            WorkOrder.id != order.id,
            WorkOrder.state.in_(OPEN),
        )
    ) or tx.session.scalar(
        # a car that is only checked in has a key, and no order
        sa.select(Arrival.number).where(
            Arrival.center_id == order.center_id,
            Arrival.key_tag == order.key_tag,
            Arrival.order_id.is_(None),
        )
    )
    if other is not None:
        raise invalid(
            "key_tag",
            QT_TRANSLATE_NOOP("work_orders", "Key tag {tag} hangs on {number}."),
            tag=order.key_tag,
            number=other,
        )
