"""Writing down how the car is: saved as often as one likes until it is signed, then amended as a new version."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app import customers, files, vehicles, work_orders
from app.arrivals.condition import ON_THE_ACT, checked
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    ConfirmError,
    FinalError,
    Reason,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx, action, cleaned
from app.kernel.typed import Typed
from models.access import Permission
from models.arrivals import OPEN_ARRIVALS, Arrival, ArrivalMode, Authority, PhotoSlot
from models.customers import Customer
from models.files import FileLink
from models.order_flow import FINAL
from models.work_orders import Concern, WorkOrder

ODOMETER_REASON = "odometer_reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveArrival:
    """New values of an arrival by field name; a field that is not named stays.

    ``bringer_name`` with ``bringer_phone`` names somebody who is not known yet. Lists are whole lists:
    belongings {name, place, value_amount}, own_parts {name, qty, price_amount, papers}, kit {item: state},
    marks {view, kind, points [[x, y]] in ten-thousandths, size, note} in the order of their numbers.
    """

    arrival_id: uuid.UUID
    version: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    bringer_name: str | None = None
    bringer_phone: str | None = None


@action(
    "arrivals.save",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Save arrival"),
)
def save_arrival(tx: Tx, command: SaveArrival) -> int:
    """Write the values; returns the arrival's new version of the row.

    Raises:
        UserError: the act is signed and the field stands on it (amend it), or the arrival is over.
        ConfirmError: the odometer is lower than before ("odometer_reason").
    """
    arrival = _living(tx, command.arrival_id, command.version)
    on_act = ON_THE_ACT & set(command.values)
    if arrival.draft_number == arrival.signed_number and (on_act or command.bringer_name):
        raise signed_already(arrival)
    _write(tx, arrival, command)
    tx.flush()
    return arrival.version


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendArrival(SaveArrival):
    """Why a signed act changes, and the new values; without values the next version is only opened."""

    reason: str


@action(
    "arrivals.amend",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Amend signed act"),
)
def amend_arrival(tx: Tx, command: AmendArrival) -> int:
    """Open the next version of a signed act, unsigned; the signed one stays as it is. Returns its number."""
    arrival = _living(tx, command.arrival_id, command.version)
    reason = cleaned(command.reason)
    if reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("arrivals", "Say the reason."))
    if arrival.draft_number != arrival.signed_number:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("arrivals", "Version {number} is not signed yet: just edit it."),
                number=arrival.draft_number,
            )
        )
    arrival.draft_number += 1
    arrival.amend_reason = reason
    # the database lets content change only in a version that is open
    tx.flush()
    _write(tx, arrival, command)
    return arrival.draft_number


def signed_already(arrival: Arrival) -> UserError:
    """The refusal of an edit of a signed act."""
    return UserError(
        say(
            QT_TRANSLATE_NOOP("arrivals", "Version {number} of this act is signed."),
            number=arrival.signed_number,
        ),
        reason=Reason.FINAL,
        remedy=say(
            QT_TRANSLATE_NOOP("arrivals", "Amend it: version {next} will ask for a new signature."),
            next=arrival.signed_number + 1,
        ),
    )


def _living(tx: Tx, arrival_id: uuid.UUID, version: int | None) -> Arrival:
    arrival = tx.load(Arrival, arrival_id, version=version, lock=True)
    tx.about("arrival", arrival.id)
    if arrival.state not in OPEN_ARRIVALS:
        raise FinalError("arrival")
    return arrival


def _write(tx: Tx, arrival: Arrival, command: SaveArrival) -> None:
    typed = Typed()
    values = checked(typed, command.values)
    name = typed.text("bringer_name", command.bringer_name, limit=200)
    typed.finish()
    if name is not None:
        tx.require(Permission.CUSTOMERS_EDIT)
        values["bringer_id"] = customers.create_customer(
            tx, customers.CreateCustomer(name=name, phone=cleaned(command.bringer_phone))
        )
        tx.flush()
    for key in ("customer_id", "bringer_id"):
        if values.get(key) is not None:
            tx.load(Customer, values[key])
    _check_odometer(tx, arrival, values)
    for key, value in values.items():
        if getattr(arrival, key) != value:
            setattr(arrival, key, value)
    # whoever is the customer brings the car as its owner: no authority is needed
    if arrival.bringer_id is None or arrival.bringer_id == arrival.customer_id:
        arrival.bringer_id = None
        if arrival.authority is not Authority.OWNER:
            arrival.authority = arrival.authority_note = None
    if arrival.order_id is not None and values:
        _tell_order(tx, arrival, values)


def _check_odometer(tx: Tx, arrival: Arrival, values: Mapping[str, Any]) -> None:
    value = values.get("odometer_value", arrival.odometer_value)
    reason = cleaned(values.get(ODOMETER_REASON, arrival.odometer_reason))
    if value is None or "odometer_value" not in values or reason is not None:
        return
    if arrival.checked_in_at is not None and value == arrival.odometer_value:
        return
    question = vehicles.check_reading(
        tx.connection,
        arrival.vehicle_id,
        value,
        arrival.odometer_unit,
        tx.policy.odometer_jump_limit,
    )
    if question is not None:
        raise ConfirmError(ODOMETER_REASON, question)


_TOLD = {
    "customer_id": "customer_id",
    "bringer_id": "bringer_id",
    "authority_note": "bringer_authority",
    "odometer_value": "odometer_value",
    "odometer_reason": "odometer_reason",
    "fuel_eighths": "fuel_percent",
    "belongings": "belongings",
}


def _tell_order(tx: Tx, arrival: Arrival, values: Mapping[str, Any]) -> None:
    """The order's head says the same as its arrival, while it can still change."""
    order = tx.load(WorkOrder, arrival.order_id or arrival.id, lock=True)
    if order.state in FINAL:
        return
    tx.flush()
    told = {_TOLD[name]: _as_order_says(arrival, name) for name in values if name in _TOLD}
    if "customer_id" in values or "bringer_id" in values:
        told["bringer_id"] = arrival.bringer_id
        told["bringer_authority"] = arrival.authority_note
    told = {name: value for name, value in told.items() if getattr(order, name) != value}
    if told:
        work_orders.edit_order(
            tx, work_orders.EditOrder(order_id=order.id, version=order.version, values=told)
        )
        # the order is read anew for its concern
        tx.flush()
    if "words" in values:
        _tell_concern(tx, arrival, order)


def _as_order_says(arrival: Arrival, name: str) -> object:
    value = getattr(arrival, name)
    if name == "fuel_eighths":
        return None if value is None else value * 100 // 8
    if name == "belongings":
        return ", ".join(str(thing["name"]) for thing in value) or None
    return value


def _tell_concern(tx: Tx, arrival: Arrival, order: WorkOrder) -> None:
    """The customer's words are the order's first concern."""
    if not arrival.words:
        return
    if arrival.concern_id is None:
        arrival.concern_id = tx.session.scalar(
            sa.select(Concern.id)
            .where(Concern.order_id == order.id)
            .order_by(Concern.sort)
            .limit(1)
        )
    tx.require(Permission.WORK_ORDERS_WORK)
    concern_id = work_orders.set_concern(
        tx,
        work_orders.SetConcern(
            order_id=order.id, concern_id=arrival.concern_id, words=arrival.words
        ),
    )
    # the concern's row goes in before the arrival names it
    tx.flush()
    arrival.concern_id = concern_id
    tx.about("arrival", arrival.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPhoto:
    """Received bytes (``files.receive``) as a photo of the arrival: in a slot, or of a mark by its id."""

    arrival_id: uuid.UUID
    sha256: str
    name: str = ""
    slot: str = PhotoSlot.FREE.value
    mark_id: str | None = None
    caption: str | None = None
    taken_at: datetime | None = None


@action(
    "arrivals.add_photo",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Add photo"),
)
def add_photo(tx: Tx, command: AddPhoto) -> uuid.UUID:
    """Put a photo, a recording of the customer's words ("voice") or a film to the arrival; returns the link."""
    arrival = _living(tx, command.arrival_id, None)
    if arrival.draft_number == arrival.signed_number:
        raise signed_already(arrival)
    slot = command.slot
    if command.mark_id is not None:
        if command.mark_id not in {mark["id"] for mark in arrival.marks}:
            raise invalid(
                "mark_id",
                QT_TRANSLATE_NOOP("arrivals", "This mark is not on the drawing any more."),
            )
        slot = f"mark:{command.mark_id}"
    elif slot not in {*(known.value for known in PhotoSlot), "voice"}:
        raise invalid("slot", QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
    link = files.attach(
        tx,
        files.AddFile(
            sha256=command.sha256,
            subject_kind="arrival",
            subject_id=arrival.id,
            name=command.name,
            slot=slot,
            caption=command.caption,
            taken_at=command.taken_at,
        ),
    )
    tx.touch("arrival", arrival.id)
    return link


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePhoto:
    """A photo of an arrival, by its link."""

    arrival_id: uuid.UUID
    link_id: uuid.UUID


@action(
    "arrivals.remove_photo",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Take photo away"),
)
def remove_photo(tx: Tx, command: RemovePhoto) -> uuid.UUID:
    """Take a photo off an act that is not signed."""
    arrival = _living(tx, command.arrival_id, None)
    if arrival.draft_number == arrival.signed_number:
        raise signed_already(arrival)
    link = tx.load(FileLink, command.link_id, lock=True)
    if (link.subject_kind, link.subject_id) != ("arrival", arrival.id):
        raise invalid("link_id", QT_TRANSLATE_NOOP("arrivals", "This is no photo of this arrival."))
    files.archive(tx, link)
    tx.touch("arrival", arrival.id)
    return link.id


def refuse_unready(arrival: Arrival) -> None:
    """Raise BlockedError naming everything without which an act says too little to be signed."""
    missing = []
    if arrival.bringer_id is not None and arrival.authority is None:
        missing.append(
            Blocker(
                "authority",
                say(
                    QT_TRANSLATE_NOOP(
                        "arrivals", "Say by what right somebody else hands the car over."
                    )
                ),
                "authority",
            )
        )
    if arrival.mode is ArrivalMode.ABSENT:
        missing.append(
            Blocker(
                "absent",
                say(QT_TRANSLATE_NOOP("arrivals", "The car is not here: nothing can be signed.")),
                "mode",
            )
        )
    if missing:
        raise BlockedError(missing)
