"""Signing an act: the version is written once as canonical text, and every signature is bound to its hash.

Rules: 1. The first signature closes the version; an edit opens the next one, unsigned. 2. No person stands in the
text: names, telephones, the number of an authority and the strokes of a signature stand in person seals that the
text and the signature name by their commitments, so erasing a person leaves every hash and signature valid.
3. The workstation signs the hash of each signature; ``doctor`` proves both.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app import customers, files
from app.arrivals.editing import refuse_unready
from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError, Reason, UserError, invalid, say
from app.kernel.tx import Tx, action, cleaned
from models.access import Employee, Permission
from models.arrivals import (
    OPEN_ARRIVALS,
    Arrival,
    ArrivalSignature,
    ArrivalVersion,
    SignerRole,
    SignMethod,
)
from models.base import new_id
from models.customers import Customer
from models.files import GRID, FileKind
from models.vehicles import Vehicle
from models.work_orders import WorkOrder
from sync.wire.canonical import canonical, sha256_hex

LAYOUT = 1
"""Layout of the canonical text; a later program reads older ones."""

_MOST_STROKES = 300
_MOST_POINTS = 5000
_Stroke = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignAct:
    """A signature under the present version; ``version`` is the row's, as it was shown to the signer.

    ``strokes`` are lines of [x, y] or [x, y, ms] in ten-thousandths of the pad, needed on the screen.
    """

    arrival_id: uuid.UUID
    version: int
    role: SignerRole = SignerRole.CUSTOMER
    method: SignMethod = SignMethod.SCREEN
    strokes: Sequence[_Stroke] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """The version that is signed now, its hash, and the row's new version."""

    signature_id: uuid.UUID
    number: int
    sha256: str
    version: int


@action(
    "arrivals.sign",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Sign act"),
    shortcut="Ctrl+S",
)
def sign_act(tx: Tx, command: SignAct) -> Signed:
    """Close the present version and put a signature under it.

    Raises:
        BlockedError: the act says too little. ChangedError: it is not what the signer saw.
    """
    arrival = tx.load(Arrival, command.arrival_id, version=command.version, lock=True)
    tx.about("arrival", arrival.id)
    if arrival.state not in OPEN_ARRIVALS:
        raise FinalError("arrival")
    refuse_unready(arrival)
    role, method = SignerRole(command.role), SignMethod(command.method)
    strokes = _checked(command.strokes, method)
    note = cleaned(command.note)
    if method is SignMethod.REFUSED and note is None:
        raise invalid(
            "note", QT_TRANSLATE_NOOP("arrivals", "Write down why the act is not signed.")
        )
    signer = _signer(tx, arrival) if role is SignerRole.CUSTOMER else None
    made = _version(tx, arrival)
    _refuse_twice(tx, made.id, role)
    signature_id = _put(tx, made, command, signer, strokes)
    arrival.signed_number = arrival.draft_number
    tx.flush()
    return Signed(signature_id, made.number, made.sha256, arrival.version)


def _checked(strokes: Sequence[_Stroke], method: SignMethod) -> list[list[list[int]]]:
    kept = [[[int(part) for part in point] for point in stroke] for stroke in strokes if stroke]
    points = [point for stroke in kept for point in stroke]
    inside = all(
        len(point) in {2, 3} and all(0 <= part <= GRID for part in point[:2]) for point in points
    )
    if len(kept) > _MOST_STROKES or len(points) > _MOST_POINTS or not inside:
        raise invalid(
            "strokes", QT_TRANSLATE_NOOP("arrivals", "This is no signature: sign once more.")
        )
    if method is SignMethod.SCREEN and len(points) < 3:  # noqa: PLR2004 - a tap is no signature
        raise invalid("strokes", QT_TRANSLATE_NOOP("arrivals", "The signature is missing."))
    return kept


def _signer(tx: Tx, arrival: Arrival) -> Customer | None:
    """Who stands at the desk: whoever brought the car, else the customer."""
    person = arrival.bringer_id or arrival.customer_id
    return tx.load(Customer, person) if person else None


def _refuse_twice(tx: Tx, version_id: uuid.UUID, role: SignerRole) -> None:
    found = tx.session.scalar(
        sa.select(ArrivalSignature.id).where(
            ArrivalSignature.version_id == version_id, ArrivalSignature.role == role
        )
    )
    if found is not None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("arrivals", "This version is signed already.")),
            reason=Reason.DUPLICATE,
            remedy=say(QT_TRANSLATE_NOOP("arrivals", "Amend the act if something has to change.")),
        )


@dataclass(frozen=True, slots=True)
class _Version:
    id: uuid.UUID
    number: int
    sha256: str


def _version(tx: Tx, arrival: Arrival) -> _Version:
    """The row of the present version: written by its first signature."""
    found = tx.session.scalar(
        sa.select(ArrivalVersion).where(
            ArrivalVersion.arrival_id == arrival.id, ArrivalVersion.number == arrival.draft_number
        )
    )
    if found is not None:
        return _Version(found.id, found.number, found.sha256)
    version_id = new_id()
    commitment = _seal_people(tx, arrival, version_id)
    text = canonical(content(tx, arrival, commitment))
    digest = sha256_hex(text)
    tx.append(
        ArrivalVersion,
        id=version_id,
        center_id=tx.actor.center_id,
        arrival_id=arrival.id,
        number=arrival.draft_number,
        layout=LAYOUT,
        content=text.decode("utf-8"),
        sha256=digest,
        made_at=tx.now,
        made_by_id=tx.actor.employee_id,
    )
    tx.flush()
    return _Version(version_id, arrival.draft_number, digest)


def _seal_people(tx: Tx, arrival: Arrival, version_id: uuid.UUID) -> str | None:
    customer = tx.load(Customer, arrival.customer_id) if arrival.customer_id else None
    bringer = tx.load(Customer, arrival.bringer_id) if arrival.bringer_id else None
    acceptor = tx.load(Employee, arrival.checked_in_by_id or tx.actor.employee_id)
    return customers.seal_person(
        tx,
        customer=customer,
        document_kind="arrival",
        document_id=version_id,
        extra={
            "bringer": bringer.name if bringer else None,
            "bringer_phone": bringer.phone if bringer else None,
            "authority_note": arrival.authority_note,
            "acceptor": acceptor.name,
            "acceptor_position": acceptor.position,
        },
    )


def content(tx: Tx, arrival: Arrival, commitment: str | None) -> dict[str, Any]:
    """What the version says, as canonical JSON can hold it: ids, numbers and words about the car alone."""
    vehicle = tx.load(Vehicle, arrival.vehicle_id)
    order = tx.load(WorkOrder, arrival.order_id) if arrival.order_id else None
    return {
        "layout": LAYOUT,
        "arrival_id": str(arrival.id),
        "number": arrival.number,
        "version": arrival.draft_number,
        "amend_reason": arrival.amend_reason,
        "center_id": str(arrival.center_id),
        "order_number": order.number if order else None,
        "mode": arrival.mode.value,
        "accepted_at": (arrival.checked_in_at or tx.now).isoformat(),
        "vehicle": {
            "id": str(vehicle.id),
            "plate": vehicle.plate,
            "vin": vehicle.vin,
            "make": vehicle.make,
            "model": vehicle.model,
            "variant": vehicle.variant,
            "made_year": vehicle.made_year,
            "color": vehicle.color,
            "body_number": vehicle.body_number,
            "engine_number": vehicle.engine_number,
        },
        "customer_id": str(arrival.customer_id) if arrival.customer_id else None,
        "bringer_id": str(arrival.bringer_id) if arrival.bringer_id else None,
        "person": commitment,
        "authority": arrival.authority.value if arrival.authority else None,
        "id_seen": arrival.id_seen,
        "words": arrival.words,
        "symptoms": arrival.symptoms,
        "odometer": {"value": arrival.odometer_value, "unit": arrival.odometer_unit},
        "fuel_eighths": arrival.fuel_eighths,
        "charge_percent": arrival.charge_percent,
        "is_engine_running": arrival.is_engine_running,
        "lamps": arrival.lamps,
        "cleanliness": arrival.cleanliness.value if arrival.cleanliness else None,
        "belongings": arrival.belongings,
        "kit": arrival.kit,
        "own_parts": arrival.own_parts,
        "marks": arrival.marks,
        "note": arrival.note,
        "key_tag": arrival.key_tag,
        "currency": tx.center.currency,
        "photos": _photos(tx, arrival.id),
    }


def _photos(tx: Tx, arrival_id: uuid.UUID) -> list[dict[str, Any]]:
    """Photos and films by their hash; a caption may name a person and stays out."""
    return [
        {
            "sha256": row.sha256,
            "slot": row.slot,
            "kind": row.kind.value,
            "taken_at": row.taken_at.isoformat() if row.taken_at else None,
            "made_at": row.made_at.isoformat(),
            "marks": list(row.marks) if row.kind is FileKind.PHOTO else [],
        }
        for row in files.list_files(tx.read, "arrival", arrival_id)
    ]


def _put(
    tx: Tx,
    made: _Version,
    command: SignAct,
    signer: Customer | None,
    strokes: list[list[list[int]]],
) -> uuid.UUID:
    signature_id = new_id()
    role = SignerRole(command.role)
    by = tx.load(Employee, tx.actor.employee_id)
    name = by.name if role is SignerRole.ACCEPTOR else signer.name if signer else None
    commitment = customers.seal_person(
        tx,
        customer=signer,
        document_kind="arrival_signature",
        document_id=signature_id,
        extra={
            "signer": name,
            "strokes": json.dumps(strokes, separators=(",", ":")) if strokes else None,
        },
    )
    arrival_id = tx.subject[1]
    row = {
        "id": signature_id,
        "center_id": tx.actor.center_id,
        "arrival_id": arrival_id,
        "version_id": made.id,
        "role": role,
        "method": SignMethod(command.method),
        "customer_id": signer.id if signer else None,
        "employee_id": by.id if role is SignerRole.ACCEPTOR else None,
        "content_sha256": made.sha256,
        "commitment": commitment,
        "note": cleaned(command.note),
        "at": tx.now,
        "by_id": tx.actor.employee_id,
    }
    digest = signature_digest(row)
    tx.append(
        ArrivalSignature, **row, sha256=digest, key_id=tx.key_row(), signature=tx.sign(digest)
    )
    return signature_id


_BOUND = (
    "id",
    "version_id",
    "role",
    "method",
    "customer_id",
    "employee_id",
    "content_sha256",
    "commitment",
    "note",
    "by_id",
)


def signature_digest(row: Mapping[str, Any]) -> str:
    """The hash that binds signer, moment and content: over the columns of ``arrival_signature``."""
    facts = {name: None if row[name] is None else str(row[name]) for name in _BOUND}
    return sha256_hex(canonical({**facts, "at": row["at"].isoformat()}))
