"""Facts that a center wants on an order before it is completed, asked of the order as it stands; all gaps at once."""

import uuid
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.errors import QT_TRANSLATE_NOOP, Blocker, Source, say
from models.arrivals import Arrival, ArrivalState

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
}
"""Facts that ``required_to_complete`` of a center's policy may name, with what is said when one is missing."""


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
