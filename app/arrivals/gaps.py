"""What is still missing of a car that was let in: all of it at once, each with the field to go to.

Gaps never stop the opening. Those that the center's policy wants stop the completion; the others are said.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, Sentence, Source, say
from app.kernel.tx import Read
from app.work_orders.facts import OF_ARRIVAL, SENTENCES, missing_facts
from models.arrivals import (
    OPEN_ARRIVALS,
    Arrival,
    ArrivalMode,
    ArrivalSignature,
    KitItem,
    PhotoSlot,
    SignMethod,
)
from models.base import Base
from models.centers import Center, Policy
from models.customers import Customer
from models.files import FileLink
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

_ADVISED = ("vin", "found_defects", "acceptance_act")
_ADVISED_IN = {"ru": ("address",)}
"""What papers of a country want besides: an address on a Russian work order (Decree 780, item 15)."""

_FIELDS = {"fuel": "fuel_eighths"}
"""Where a fact has another name on the arrival."""

_ROUND = (PhotoSlot.FRONT, PhotoSlot.LEFT, PhotoSlot.REAR, PhotoSlot.RIGHT)


_KIT: dict[KitItem, Source] = {
    KitItem.SPARE_WHEEL: QT_TRANSLATE_NOOP(
        "arrivals", "The spare wheel is missing: ask where it is."
    ),
    KitItem.JACK: QT_TRANSLATE_NOOP("arrivals", "The jack is missing: ask where it is."),
    KitItem.WHEEL_LOCK: QT_TRANSLATE_NOOP(
        "arrivals", "The wheel lock key is missing: ask where it is."
    ),
    KitItem.TOOLS: QT_TRANSLATE_NOOP("arrivals", "The tools are missing: ask where they are."),
    KitItem.FIRST_AID: QT_TRANSLATE_NOOP("arrivals", "The first-aid kit is missing."),
    KitItem.WARNING_TRIANGLE: QT_TRANSLATE_NOOP("arrivals", "The warning triangle is missing."),
    KitItem.FIRE_EXTINGUISHER: QT_TRANSLATE_NOOP("arrivals", "The fire extinguisher is missing."),
    KitItem.TOW_EYE: QT_TRANSLATE_NOOP("arrivals", "The tow eye is missing."),
    KitItem.CHARGING_CABLE: QT_TRANSLATE_NOOP(
        "arrivals", "The charging cable is missing: ask where it is."
    ),
    KitItem.FLOOR_MATS: QT_TRANSLATE_NOOP("arrivals", "The floor mats are missing."),
    KitItem.RADIO: QT_TRANSLATE_NOOP("arrivals", "The radio is missing."),
    KitItem.REGISTRATION: QT_TRANSLATE_NOOP("arrivals", "The registration certificate is missing."),
}
_Row = sa.Row[Any]


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing; ``blocks`` when the order cannot be completed without it."""

    code: str
    sentence: Sentence
    field: str
    blocks: bool


def gaps(read: Read, order_id: uuid.UUID) -> list[Gap]:
    """Everything that is missing of an order's head and its arrival; what blocks comes first."""
    order = read.connection.execute(
        sa.select(WorkOrder.__table__).where(
            WorkOrder.id == order_id, WorkOrder.center_id == read.center_id
        )
    ).one_or_none()
    if order is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("arrivals", "This order does not exist any more."))
        )
    policy, profile = _rules(read)
    vehicle = _row(read, Vehicle, order.vehicle_id)
    customer = _row(read, Customer, order.customer_id) if order.customer_id else None
    advised = [*_ADVISED, *_ADVISED_IN.get(profile, ())]
    wanted = [
        *policy.required_to_complete,
        *(n for n in advised if n not in policy.required_to_complete),
    ]
    missing = missing_facts(
        read.connection,
        [name for name in wanted if name in SENTENCES],
        order=order,
        vehicle=vehicle,
        customer=customer,
    )
    found = [
        Gap(
            b.code,
            b.sentence,
            _FIELDS.get(b.subject, b.subject),
            b.code in policy.required_to_complete,
        )
        for b in missing
    ]
    arrival = _arrival(read, Arrival.order_id == order_id)
    if arrival is not None:
        # what the center wants before the close was asked above already
        asked = {gap.code for gap in found}
        found += [gap for gap in _of_arrival(read, arrival) if gap.code not in asked]
    return sorted(found, key=lambda gap: not gap.blocks)


def arrival_gaps(read: Read, arrival_id: uuid.UUID) -> list[Gap]:
    """What is missing of an arrival: with its order's gaps when it has one."""
    arrival = _arrival(read, Arrival.id == arrival_id)
    if arrival is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("arrivals", "This arrival does not exist any more."))
        )
    if arrival.order_id is not None:
        return gaps(read, arrival.order_id)
    return _of_arrival(read, arrival)


_OF_ARRIVAL = 5
"""Checks of an arrival by itself: authority, key, fuel, photos, refusal; and one for each thing of the kit."""


def count_checks(read: Read, order_id: uuid.UUID | None, kit: Mapping[str, Any]) -> int:
    """How many checks there are for an arrival, whether something is missing or not."""
    count = _OF_ARRIVAL + len(kit)
    if order_id is not None:
        policy, profile = _rules(read)
        wanted = {*policy.required_to_complete, *_ADVISED, *_ADVISED_IN.get(profile, ())}
        count += len((wanted & SENTENCES.keys()) - OF_ARRIVAL)
    return count


def _rules(read: Read) -> tuple[Policy, str]:
    row = read.connection.execute(
        sa.select(Center.policy, Center.profile).where(Center.id == read.center_id)
    ).one()
    return Policy.from_json(row.policy), str(row.profile)


def _row(read: Read, entity: type[Base], key: uuid.UUID) -> _Row:
    return read.connection.execute(
        sa.select(entity.__table__).where(entity.__table__.c.id == key)
    ).one()


def _arrival(read: Read, which: sa.ColumnElement[bool]) -> _Row | None:
    return read.connection.execute(
        sa.select(Arrival.__table__)
        .where(which, Arrival.center_id == read.center_id, Arrival.state.in_(OPEN_ARRIVALS))
        .order_by(Arrival.id.desc())
        .limit(1)
    ).one_or_none()


def _of_arrival(read: Read, arrival: _Row) -> list[Gap]:
    found: list[Gap] = []

    def miss(code: str, sentence: Sentence, field: str | None = None) -> None:
        found.append(Gap(code, sentence, field or code, blocks=False))

    if arrival.bringer_id is not None and arrival.authority is None:
        miss(
            "authority",
            say(
                QT_TRANSLATE_NOOP(
                    "arrivals", "It is not said by what right somebody else hands the car over."
                )
            ),
        )
    if arrival.mode == ArrivalMode.STAYS and arrival.key_tag is None and arrival.key_at is None:
        miss("key_tag", say(QT_TRANSLATE_NOOP("arrivals", "The key has no tag.")))
    if arrival.mode in {ArrivalMode.STAYS, ArrivalMode.WAITS}:
        if arrival.fuel_eighths is None and arrival.charge_percent is None:
            miss(
                "fuel",
                say(QT_TRANSLATE_NOOP("arrivals", "Fuel or charge is not written down.")),
                "fuel_eighths",
            )
        _missing_photos(read, arrival, miss)
    for item, said in sorted(arrival.kit.items()):
        if said["state"] == "missing" and not said.get("note"):
            miss(f"kit:{item}", say(_KIT[KitItem(item)]), "kit")
    if _refused(read, arrival):
        miss(
            "refused",
            say(QT_TRANSLATE_NOOP("arrivals", "The customer did not sign the act.")),
            "signature",
        )
    return found


def _missing_photos(read: Read, arrival: _Row, miss: Callable[[str, Sentence], None]) -> None:
    there = set(
        read.connection.execute(
            sa.select(FileLink.slot).where(
                FileLink.subject_kind == "arrival",
                FileLink.subject_id == arrival.id,
                FileLink.archived_at.is_(None),
            )
        ).scalars()
    )
    bare = [slot.value for slot in _ROUND if slot.value not in there]
    if bare:
        miss(
            "photos",
            say(
                QT_TRANSLATE_NOOP("arrivals", "{count} of 4 photos around the car are missing."),
                count=len(bare),
            ),
        )


def _refused(read: Read, arrival: _Row) -> bool:
    found = read.connection.execute(
        sa.select(ArrivalSignature.id).where(
            ArrivalSignature.arrival_id == arrival.id,
            ArrivalSignature.method == SignMethod.REFUSED,
        )
    ).first()
    return found is not None
