"""What is kept about a person, told whole; and what erasing would take, and what a law keeps until when."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from app.customers.persons import open_order_blockers
from app.customers.rows import get_customer
from app.kernel.errors import Blocker
from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Permission
from models.arrivals import Arrival
from models.billing import Invoice, InvoiceLine, Payment
from models.bookings import Appointment, Transport
from models.contacts import Call, Notification
from models.customers import Consent, ContactPerson, Customer, PersonSeal
from models.files import FileLink, StoredFile
from models.merges import RecordMerge
from models.requests import ServiceRequest
from models.vehicle_profiles import VehiclePaper
from models.vehicles import Vehicle, VehiclePerson
from models.work_orders import OrderLine, WorkOrder

_PERSONAL: Final = ("name", "phone", "email", "address", "document_number")
_OF_THEM: Final[Mapping[str, tuple[Any, tuple[Any, ...]]]] = {
    "contacts": (
        ContactPerson,
        (
            ContactPerson.name,
            ContactPerson.position,
            ContactPerson.phone,
            ContactPerson.email,
            ContactPerson.note,
        ),
    ),
    "consents": (
        Consent,
        (
            Consent.purpose,
            Consent.source,
            Consent.given_at,
            Consent.withdrawn_at,
            Consent.withdrawn_source,
        ),
    ),
    "payments": (
        Payment,
        (
            Payment.number,
            Payment.kind,
            Payment.method,
            Payment.amount,
            Payment.currency,
            Payment.at,
        ),
    ),
    "messages": (
        Notification,
        (Notification.template, Notification.params, Notification.made_at),
    ),
    "requests": (
        ServiceRequest,
        (
            ServiceRequest.source,
            ServiceRequest.state,
            ServiceRequest.plate,
            ServiceRequest.words,
            ServiceRequest.wish,
            ServiceRequest.quoted_words,
            ServiceRequest.made_at,
        ),
    ),
    "appointments": (
        Appointment,
        (
            Appointment.number,
            Appointment.state,
            Appointment.starts_at,
            Appointment.ends_at,
            Appointment.contact_name,
            Appointment.contact_phone,
            Appointment.plate,
            Appointment.words,
            Appointment.wish,
            Appointment.note,
            Appointment.made_at,
        ),
    ),
    "calls": (Call, (Call.about, Call.outcome, Call.words, Call.again_on, Call.at)),
}
"""Lists of rows that name the customer: by their key in the export, the entity and the columns told."""


def export_person(read: Read, customer_id: uuid.UUID) -> dict[str, Any]:
    """Everything kept about a person, as JSON; of merged records all. NotAllowedError, NotFoundError.

    Keys: person, earlier (records merged into this one), contacts, consents, payments, messages, requests,
    appointments, calls, drives, arrivals, vehicles, vehicle_papers, work_orders and invoices with their lines, files,
    papers (what sealed papers say).
    """
    read.require(Permission.CUSTOMERS_EDIT)
    row = get_customer(read, customer_id)
    own = {name: getattr(row, name) for name in (*_PERSONAL, "other_phone", "kind", "note")}
    earlier = sa.select(
        *(Customer.__table__.c[name] for name in (*_PERSONAL, "other_phone", "note", "made_at"))
    ).where(Customer.merged_into_id == customer_id)
    lists = {
        name: _rows(
            read,
            sa.select(*columns)
            .where(whole(entity.customer_id, Customer, customer_id))
            .order_by(entity.id),
        )
        for name, (entity, columns) in _OF_THEM.items()
    }
    return {
        "format": "carpass.person.v1",
        "id": str(row.id),
        "person": own | {"tax_ids": dict(row.tax_ids), "made_at": row.made_at.isoformat()},
        "earlier": _rows(read, earlier.order_by(Customer.id)),
        **lists,
        "drives": _rows(read, _drives(customer_id)),
        "arrivals": _rows(read, _arrivals(customer_id)),
        **_vehicles(read, customer_id),
        "work_orders": _orders(read, customer_id),
        "invoices": _invoices(read, customer_id),
        "files": _files(read, customer_id),
        "papers": [
            {"kind": r.document_kind, "person": json.loads(r.payload)}
            for r in read.connection.execute(
                sa.select(PersonSeal.document_kind, PersonSeal.payload)
                .where(
                    whole(PersonSeal.customer_id, Customer, customer_id),
                    PersonSeal.payload.is_not(None),
                )
                .order_by(PersonSeal.id)
            )
        ],
    }


def _drives(customer_id: uuid.UUID) -> sa.Select[*tuple[Any, ...]]:
    """Where the person's cars were fetched from and brought to."""
    return (
        sa.select(
            Transport.number,
            Transport.kind,
            Transport.starts_at,
            Transport.from_address,
            Transport.to_address,
            Transport.note,
        )
        .join(Appointment, Appointment.id == Transport.appointment_id)
        .where(whole(Appointment.customer_id, Customer, customer_id))
        .order_by(Transport.id)
    )


def _arrivals(customer_id: uuid.UUID) -> sa.Select[*tuple[Any, ...]]:
    """What the person said and left when a car was taken in, also for somebody else."""
    return (
        sa.select(
            Arrival.number,
            Arrival.words,
            Arrival.belongings,
            Arrival.authority_note,
            Arrival.note,
            Arrival.made_at,
        )
        .where(
            sa.or_(
                whole(Arrival.customer_id, Customer, customer_id),
                whole(Arrival.bringer_id, Customer, customer_id),
            )
        )
        .order_by(Arrival.id)
    )


def _vehicles(read: Read, customer_id: uuid.UUID) -> dict[str, Any]:
    of_person = whole(VehiclePerson.customer_id, Customer, customer_id)
    names = (Vehicle.plate, Vehicle.vin, Vehicle.make, Vehicle.model)
    parts = (VehiclePerson.role, VehiclePerson.from_at, VehiclePerson.until_at)
    papers = (
        VehiclePaper.kind,
        VehiclePaper.number,
        VehiclePaper.issued_on,
        VehiclePaper.until_on,
        VehiclePaper.note,
    )
    held = sa.select(VehiclePerson.vehicle_id).where(of_person, VehiclePerson.until_at.is_(None))
    return {
        "vehicles": _rows(
            read,
            sa.select(*names, *parts)
            .join(VehiclePerson, VehiclePerson.vehicle_id == Vehicle.id)
            .where(of_person)
            .order_by(VehiclePerson.id),
        ),
        "vehicle_papers": _rows(
            read,
            sa.select(Vehicle.plate, *papers)
            .join(Vehicle, Vehicle.id == VehiclePaper.vehicle_id)
            .where(VehiclePaper.vehicle_id.in_(held))
            .order_by(VehiclePaper.id),
        ),
    }


def _orders(read: Read, customer_id: uuid.UUID) -> list[dict[str, Any]]:
    table = WorkOrder.__table__
    theirs = sa.or_(
        whole(table.c.customer_id, Customer, customer_id),
        whole(table.c.bringer_id, Customer, customer_id),
    )
    found = read.connection.execute(sa.select(table).where(theirs).order_by(table.c.id)).all()
    lines = _lines(read, OrderLine, OrderLine.order_id, [row.id for row in found])
    return [
        {
            "number": row.number,
            "state": row.state.value,
            "made_at": row.made_at.isoformat(),
            "total_amount": row.total_amount,
            "currency": row.currency,
            "lines": lines.get(row.id, []),
        }
        for row in found
    ]


def _invoices(read: Read, customer_id: uuid.UUID) -> list[dict[str, Any]]:
    table = Invoice.__table__
    theirs = whole(table.c.customer_id, Customer, customer_id)
    found = read.connection.execute(sa.select(table).where(theirs).order_by(table.c.id)).all()
    lines = _lines(read, InvoiceLine, InvoiceLine.invoice_id, [row.id for row in found])
    return [
        {
            "number": row.number,
            "kind": row.kind.value,
            "state": row.state.value,
            "issued_on": row.issued_on.isoformat() if row.issued_on else None,
            "total_amount": row.total_amount,
            "currency": row.currency,
            "lines": lines.get(row.id, []),
        }
        for row in found
    ]


def _lines(
    read: Read,
    entity: Any,  # noqa: ANN401  lines of an order or of an invoice
    parent: Any,  # noqa: ANN401  their column that names it
    ids: Sequence[uuid.UUID],
) -> dict[uuid.UUID, list[dict[str, Any]]]:
    found: dict[uuid.UUID, list[dict[str, Any]]] = {}
    columns = (parent.label("parent"), entity.name, entity.qty, entity.unit, entity.total_amount)
    for row in read.connection.execute(
        sa.select(*columns).where(parent.in_(ids)).order_by(entity.sort)
    ):
        line = {"name": row.name, "qty": str(row.qty), "unit": row.unit}
        found.setdefault(row.parent, []).append(line | {"total_amount": row.total_amount})
    return found


def _files(read: Read, customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """Files at the person and at their orders: names and hashes; the bytes are given beside."""
    orders = sa.select(WorkOrder.id).where(whole(WorkOrder.customer_id, Customer, customer_id))
    theirs = sa.or_(
        whole(FileLink.subject_id, Customer, customer_id), FileLink.subject_id.in_(orders)
    )
    return _rows(
        read,
        sa.select(
            FileLink.subject_kind,
            FileLink.slot,
            FileLink.name,
            FileLink.caption,
            FileLink.made_at,
            StoredFile.media_type,
            StoredFile.size_bytes,
            StoredFile.sha256,
        )
        .join(StoredFile, StoredFile.id == FileLink.file_id)
        .where(FileLink.archived_at.is_(None), theirs)
        .order_by(FileLink.id),
    )


def _rows(read: Read, statement: sa.Select[*tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [
        {
            key: value.isoformat() if hasattr(value, "isoformat") else value
            for key, value in row.items()
        }
        for row in read.connection.execute(statement).mappings()
    ]


@dataclass(frozen=True, slots=True)
class Kept:
    """Papers of one kind that a law keeps the person on, and the last day of the longest term."""

    kind: str
    count: int
    until_on: date


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What erasing would do: ``goes`` counts rows by what they are, ``seals_now`` papers are blanked at once."""

    name: str
    goes: tuple[tuple[str, int], ...]
    seals_now: int
    kept: tuple[Kept, ...]
    blockers: tuple[Blocker, ...]


_AROUND: Final[tuple[tuple[str, Any], ...]] = (
    ("contact_person", ContactPerson.customer_id),
    ("consent", Consent.customer_id),
    ("notification", Notification.customer_id),
    ("call", Call.customer_id),
    ("service_request", ServiceRequest.customer_id),
    ("appointment", Appointment.customer_id),
)


def preview_erasure(read: Read, customer_id: uuid.UUID, *, today: date) -> ErasurePreview:
    """What goes, and what the law keeps until when; nothing is written. NotAllowedError, NotFoundError."""
    read.require(Permission.CUSTOMERS_ERASE)
    row = get_customer(read, customer_id)
    goes = [
        (name, _count(read, whole(column, Customer, customer_id), column))
        for name, column in _AROUND
    ]
    driven = Transport.appointment_id.in_(
        sa.select(Appointment.id).where(whole(Appointment.customer_id, Customer, customer_id))
    )
    goes.append(("transport", _count(read, driven, Transport.id)))
    files = (FileLink.subject_kind == "customer") & whole(
        FileLink.subject_id, Customer, customer_id
    )
    goes.append(("file_link", _count(read, files, FileLink.id)))
    merges = sa.or_(RecordMerge.survivor_id == customer_id, RecordMerge.gone_id == customer_id)
    goes.append(("record_merge", _count(read, merges, RecordMerge.id)))
    kept: dict[str, tuple[int, date]] = {}
    now = 0
    for seal in read.connection.execute(
        sa.select(PersonSeal.document_kind, PersonSeal.keep_until_on).where(
            whole(PersonSeal.customer_id, Customer, customer_id), PersonSeal.payload.is_not(None)
        )
    ):
        if seal.keep_until_on is None or seal.keep_until_on < today:
            now += 1
            continue
        count, until = kept.get(seal.document_kind, (0, seal.keep_until_on))
        kept[seal.document_kind] = (count + 1, max(until, seal.keep_until_on))
    return ErasurePreview(
        name=row.name,
        goes=tuple((name, count) for name, count in goes if count),
        seals_now=now,
        kept=tuple(Kept(kind, count, until) for kind, (count, until) in sorted(kept.items())),
        blockers=tuple(open_order_blockers(read, customer_id)),
    )


def _count(read: Read, condition: sa.ColumnElement[bool], column: Any) -> int:  # noqa: ANN401  any column
    found = read.connection.execute(sa.select(sa.func.count(column)).where(condition))
    return int(found.scalar_one())
