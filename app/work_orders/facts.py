"""Facts that a center wants on an order before it is completed, asked of the order as it stands; all gaps at once."""

import uuid
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.errors import QT_TRANSLATE_NOOP, Blocker, Source, say
from models.arrivals import Arrival, ArrivalState, PhotoSlot
from models.files import FileLink

SENTENCES: dict[str, Source] = {
    "customer": QT_TRANSLATE_NOOP("work_orders", "The customer is missing."),
    "vehicle": QT_TRANSLATE_NOOP("work_orders", "Make and model of the car are missing."),
    "plate_or_vin": QT_TRANSLATE_NOOP("work_orders", "Plate or VIN is missing."),
    "vin": QT_TRANSLATE_NOOP("work_orders", "The VIN is not read."),
    "odometer": QT_TRANSLATE_NOOP("work_orders", "The odometer reading is missing."),
    "phone": QT_TRANSLATE_NOOP("work_orders", "The customer's phone is missing."),
    "address": QT_TRANSLATE_NOOP("work_orders", "The customer's address is missing."),
    "found_defects": QT_TRANSLATE_NOOP(
        "work_orders", "The choice for newly found defects is missing."
    ),
    "acceptance_act": QT_TRANSLATE_NOOP("work_orders", "The acceptance act is not signed."),
    "fuel": QT_TRANSLATE_NOOP("work_orders", "Fuel or charge at the arrival is not written down."),
    "photos": QT_TRANSLATE_NOOP("work_orders", "Photos around the car are missing."),
    "authority": QT_TRANSLATE_NOOP(
        "work_orders", "It is not said by what right somebody else handed the car over."
    ),
    "key_tag": QT_TRANSLATE_NOOP("work_orders", "The key has no tag."),
}
"""Facts that ``required_to_complete`` of a center's policy may name, with what is said when one is missing."""

OF_ARRIVAL = frozenset({"fuel", "photos", "authority", "key_tag"})
"""Those of them that the order's arrival tells."""

_AROUND = frozenset({PhotoSlot.FRONT, PhotoSlot.LEFT, PhotoSlot.REAR, PhotoSlot.RIGHT})


def missing_facts(
    connection: Connection,
    wanted: Collection[str],
    *,
    order: Any,  # noqa: ANN401  a row of a read, or the entity
    vehicle: Any,  # noqa: ANN401  as above
    customer: Any,  # noqa: ANN401  as above
) -> list[Blocker]:
    """A sentence for each wanted fact that an order lacks; order, vehicle and customer are rows or entities.

    ``customer`` None: nobody is named yet, and nothing more is asked of nobody.
    """
    known = {
        "customer": customer is not None,
        "vehicle": bool(vehicle.make and vehicle.model),
        "plate_or_vin": bool(vehicle.plate or vehicle.vin),
        "vin": bool(vehicle.vin),
        "odometer": order.odometer_value is not None,
        "phone": customer is None or bool(customer.phone),
        "address": customer is None or bool(customer.address),
        "found_defects": bool(order.found_defects_choice),
    }
    if "acceptance_act" in wanted:
        known["acceptance_act"] = act_is_signed(connection, order.id)
    if OF_ARRIVAL & set(wanted):
        known |= _of_arrival(connection, order)
    return [
        Blocker(name, say(SENTENCES[name]), name) for name in wanted if not known.get(name, True)
    ]


def act_is_signed(connection: Connection, order_id: uuid.UUID) -> bool:
    """Whether the last arrival of the order is signed in its present version."""
    row = connection.execute(
        sa.select(Arrival.draft_number, Arrival.signed_number)
        .where(Arrival.order_id == order_id, Arrival.state != ArrivalState.CANCELLED)
        .order_by(Arrival.id.desc())
        .limit(1)
    ).one_or_none()
    return row is not None and row.draft_number == row.signed_number


def _of_arrival(
    connection: Connection,
    order: Any,  # noqa: ANN401  as above
) -> dict[str, bool]:
    """What the order's last arrival tells; a car that never came in has told nothing."""
    arrival: Any = connection.execute(
        sa.select(
            Arrival.id,
            Arrival.bringer_id,
            Arrival.authority,
            Arrival.fuel_eighths,
            Arrival.charge_percent,
            Arrival.key_tag,
            Arrival.key_at,
        )
        .where(Arrival.order_id == order.id, Arrival.state != ArrivalState.CANCELLED)
        .order_by(Arrival.id.desc())
        .limit(1)
    ).one_or_none()
    if arrival is None:
        return {
            "fuel": False,
            "photos": False,
            "authority": order.bringer_id is None or bool(order.bringer_authority),
            "key_tag": order.key_tag is not None,
        }
    slots = connection.execute(
        sa.select(FileLink.slot).where(
            FileLink.subject_kind == "arrival",
            FileLink.subject_id == arrival.id,
            FileLink.archived_at.is_(None),
        )
    ).scalars()
    return {
        "fuel": arrival.fuel_eighths is not None or arrival.charge_percent is not None,
        "photos": set(slots) >= _AROUND,
        "authority": arrival.bringer_id is None or arrival.authority is not None,
        "key_tag": arrival.key_tag is not None or arrival.key_at is not None,
    }
