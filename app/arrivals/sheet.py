"""What a screen of one arrival shows besides the arrival itself: promises, gaps, who signed."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app import vehicles
from app.arrivals.gaps import Gap, arrival_gaps, count_checks
from app.arrivals.reads import (
    ArrivalCard,
    KeyTag,
    VersionRow,
    get_arrival,
    key_tag_state,
    list_versions,
)
from app.kernel.tx import Read
from models.access import Employee
from models.bookings import Appointment, AppointmentService, Bay
from models.passports import Recommendation, RecommendationState
from models.work_orders import WorkOrder


@dataclass(frozen=True, slots=True)
class Booked:
    """The appointment of an arrival: when, what for, how long (minutes), where, until when it is promised."""

    starts_at: datetime | None
    services: str
    minutes: int
    bay: str | None
    person: str | None
    promised_at: datetime | None


@dataclass(frozen=True, slots=True)
class ArrivalSheet:
    """An arrival with what stands around it. ``passed`` is how many checks have nothing to say."""

    card: ArrivalCard
    gaps: tuple[Gap, ...]
    passed: int
    booked: Booked | None
    promised_at: datetime | None
    tag: KeyTag | None
    last: vehicles.Reading | None
    last_visit_at: datetime | None
    declined: tuple[str, ...]
    versions: tuple[VersionRow, ...]


def arrival_sheet(read: Read, arrival_id: uuid.UUID) -> ArrivalSheet:
    """All of it in one transaction; NotFoundError for an unknown arrival and another center's."""
    card = get_arrival(read, arrival_id)
    found = tuple(arrival_gaps(read, arrival_id))
    booked = _booked(read, card.appointment_id)
    promised = read.connection.execute(
        sa.select(WorkOrder.promised_at).where(WorkOrder.id == card.row.order_id)
    ).scalar()
    return ArrivalSheet(
        card=card,
        gaps=found,
        passed=max(count_checks(read, card.row.order_id, card.kit) - len(found), 0),
        booked=booked,
        promised_at=promised or (booked.promised_at if booked else None),
        tag=key_tag_state(read, card.row.key_tag) if card.row.key_tag else None,
        last=vehicles.last_reading(read.connection, card.row.vehicle_id),
        last_visit_at=read.connection.execute(
            sa.select(sa.func.max(WorkOrder.delivered_at)).where(
                WorkOrder.vehicle_id == card.row.vehicle_id,
                WorkOrder.center_id == read.center_id,
            )
        ).scalar(),
        declined=_declined(read, card.row.vehicle_id),
        versions=tuple(list_versions(read, arrival_id)),
    )


def _booked(read: Read, appointment_id: uuid.UUID | None) -> Booked | None:
    if appointment_id is None:
        return None
    row = read.connection.execute(
        sa.select(
            Appointment.starts_at,
            Appointment.minutes,
            Appointment.promised_at,
            Bay.name.label("bay"),
            Employee.name.label("person"),
        )
        .outerjoin(Bay, Bay.id == Appointment.bay_id)
        .outerjoin(Employee, Employee.id == Appointment.employee_id)
        .where(Appointment.id == appointment_id, Appointment.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        return None
    names = read.connection.execute(
        sa.select(AppointmentService.name)
        .where(AppointmentService.appointment_id == appointment_id)
        .order_by(AppointmentService.position)
    ).scalars()
    return Booked(
        row.starts_at, ", ".join(names), row.minutes, row.bay, row.person, row.promised_at
    )


def _declined(read: Read, vehicle_id: uuid.UUID) -> tuple[str, ...]:
    """What the owner did not want done, and may want now."""
    table = Recommendation.__table__
    rows = read.connection.execute(
        sa.select(table.c.name)
        .where(
            table.c.vehicle_id == vehicle_id,
            table.c.kind == "declined",
            table.c.state == RecommendationState.OPEN,
        )
        .order_by(table.c.id)
    ).scalars()
    return tuple(rows)
