"""One appointment with its story; found by number, plate and car; how often nothing came of it, and why."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.bookings.rows import (
    AppointmentCard,
    ArrivalRow,
    ReasonCount,
    ServiceRow,
    StepRow,
    Stretch,
    TransportRow,
)
from app.kernel import search
from app.kernel.clock import zone
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.bookings import (
    APPOINTMENT_FLOW,
    OVER,
    Appointment,
    AppointmentOrder,
    AppointmentService,
    AppointmentState,
    AppointmentStep,
    Bay,
    BusySpan,
    EndReason,
    Transport,
)
from models.centers import Center
from models.customers import Customer
from models.slots import merged, minute_at, minute_of, moment_of
from models.vehicles import Vehicle
from models.wishes import Waiting
from models.work_orders import WorkOrder

_FOUND = 20


def get_appointment(read: Read, appointment_id: uuid.UUID) -> AppointmentCard:
    """Everything of one appointment; NotFoundError when it is not of the reader's center."""
    read.require(Permission.BOOKINGS_VIEW)
    a = Appointment
    row = read.connection.execute(
        sa.select(
            a.__table__,
            Vehicle.plate.label("car_plate"),
            Vehicle.make,
            Vehicle.model,
            Customer.name.label("customer_name"),
            Customer.phone.label("customer_phone"),
            Customer.no_show_count,
            Employee.name.label("person"),
            Bay.name.label("bay"),
            AppointmentOrder.order_id,
            WorkOrder.number.label("order_number"),
        )
        .outerjoin(Vehicle, Vehicle.id == a.vehicle_id)
        .outerjoin(Customer, Customer.id == a.customer_id)
        .outerjoin(Employee, Employee.id == a.employee_id)
        .outerjoin(Bay, Bay.id == a.bay_id)
        .outerjoin(AppointmentOrder, AppointmentOrder.appointment_id == a.id)
        .outerjoin(WorkOrder, WorkOrder.id == AppointmentOrder.order_id)
        .where(a.id == appointment_id, a.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("bookings", "This appointment does not exist any more."))
        )
    return AppointmentCard(
        id=row.id,
        version=row.version,
        number=row.number,
        state=row.state,
        source=row.source,
        mode=row.mode,
        customer_id=row.customer_id,
        vehicle_id=row.vehicle_id,
        name=row.customer_name if row.customer_id else row.contact_name,
        phone=row.customer_phone if row.customer_id else row.contact_phone,
        plate=row.car_plate or row.plate,
        car=f"{row.make or ''} {row.model or ''}".strip() or row.car,
        words=row.words,
        note=row.note,
        services=_services(read, row.id),
        minutes=row.minutes,
        buffer_before=row.buffer_before,
        buffer_after=row.buffer_after,
        ability=row.ability,
        skill=row.skill,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        segments=_segments(read, row.id, row.bay_id, row.employee_id),
        bay_id=row.bay_id,
        bay=row.bay,
        employee_id=row.employee_id,
        person=row.person,
        overbooked=row.overbooked,
        promised_at=row.promised_at,
        notify=row.notify,
        hold_until_at=row.hold_until_at,
        waiting_since_at=row.waiting_since_at,
        wish=Waiting.from_json(row.wish),
        arrived_at=row.arrived_at,
        end_reason=row.end_reason,
        ended_by=row.ended_by,
        order_id=row.order_id,
        order_number=row.order_number,
        no_show_count=row.no_show_count or 0,
        steps=_steps(read, row.id),
        transports=list_transports(read, row.id),
        allowed=tuple(event.value for event in APPOINTMENT_FLOW[row.state]),
    )


def _services(read: Read, key: uuid.UUID) -> tuple[ServiceRow, ...]:
    s = AppointmentService.__table__.c
    return tuple(
        ServiceRow(row.service_type_id, row.name, row.minutes)
        for row in read.connection.execute(
            sa.select(s.service_type_id, s.name, s.minutes)
            .where(s.appointment_id == key)
            .order_by(s.position)
        )
    )


def _segments(
    read: Read, key: uuid.UUID, bay_id: uuid.UUID | None, employee_id: uuid.UUID | None
) -> tuple[Stretch, ...]:
    t = BusySpan.__table__.c
    # the person's spans are the work itself; a bay is taken over breaks too
    whose = t.employee_id == employee_id if employee_id else t.bay_id == bay_id
    spans = merged(
        (minute_of(row.part_starts_at), minute_of(row.part_ends_at))
        for row in read.connection.execute(
            sa.select(t.part_starts_at, t.part_ends_at).where(
                t.appointment_id == key, t.transport_id.is_(None), whose
            )
        )
    )
    return tuple(Stretch(moment_of(a), moment_of(b)) for a, b in spans)


def _steps(read: Read, key: uuid.UUID) -> tuple[StepRow, ...]:
    s = AppointmentStep
    by, was, now = aliased(Employee), aliased(Employee), aliased(Employee)
    bay_was, bay_now = aliased(Bay), aliased(Bay)
    rows = read.connection.execute(
        sa.select(
            s.__table__,
            by.name.label("by_name"),
            was.name.label("person_before"),
            now.name.label("person_after"),
            bay_was.name.label("bay_before"),
            bay_now.name.label("bay_after"),
        )
        .join(by, by.id == s.by_id)
        .outerjoin(was, was.id == s.employee_before_id)
        .outerjoin(now, now.id == s.employee_after_id)
        .outerjoin(bay_was, bay_was.id == s.bay_before_id)
        .outerjoin(bay_now, bay_now.id == s.bay_after_id)
        .where(s.appointment_id == key)
        .order_by(s.at, s.id)
    )
    return tuple(
        StepRow(
            row.event,
            row.from_state,
            row.to_state,
            row.at,
            row.by_name,
            row.reason,
            row.ended_by,
            row.starts_before,
            row.starts_after,
            row.bay_before,
            row.bay_after,
            row.person_before,
            row.person_after,
            row.minutes_before,
            row.minutes_after,
        )
        for row in rows
    )


def list_transports(read: Read, appointment_id: uuid.UUID) -> tuple[TransportRow, ...]:
    """The drives of an appointment in their order."""
    t = Transport
    return tuple(
        TransportRow(
            row.id,
            row.version,
            row.number,
            row.appointment_id,
            row.kind,
            row.state,
            row.from_address,
            row.to_address,
            row.driver_id,
            row.driver,
            row.starts_at,
            row.ends_at,
            row.note,
        )
        for row in read.connection.execute(
            sa.select(t.__table__, Employee.name.label("driver"))
            .outerjoin(Employee, Employee.id == t.driver_id)
            .where(t.appointment_id == appointment_id, t.center_id == read.center_id)
            .order_by(t.starts_at, t.id)
        )
    )


def find_appointments(read: Read, query: str, *, limit: int = _FOUND) -> tuple[ArrivalRow, ...]:
    """Appointments by number, plate or car, the latest first; those that wait have the moment they were made."""
    read.require(Permission.BOOKINGS_VIEW)
    keys = [
        hit.subject_id
        for hit in search.find(
            read.connection, read.center_id, query, kinds=("appointment",), limit=limit
        )
    ]
    return _brief(read, Appointment.id.in_(keys), limit)


def appointments_of(
    read: Read,
    *,
    vehicle_id: uuid.UUID | None = None,
    customer_id: uuid.UUID | None = None,
    limit: int = _FOUND,
) -> tuple[ArrivalRow, ...]:
    """The appointments of a car or a customer, the latest first."""
    read.require(Permission.BOOKINGS_VIEW)
    whose = (
        Appointment.vehicle_id == vehicle_id
        if vehicle_id is not None
        else Appointment.customer_id == customer_id
    )
    return _brief(read, whose, limit)


def _brief(read: Read, wanted: sa.ColumnElement[bool], limit: int) -> tuple[ArrivalRow, ...]:
    a = Appointment
    rows = read.connection.execute(
        sa.select(
            a.__table__,
            Vehicle.plate.label("car_plate"),
            Vehicle.model,
            Customer.name.label("customer_name"),
            Employee.name.label("person"),
            Bay.name.label("bay"),
            AppointmentOrder.order_id,
        )
        .outerjoin(Vehicle, Vehicle.id == a.vehicle_id)
        .outerjoin(Customer, Customer.id == a.customer_id)
        .outerjoin(Employee, Employee.id == a.employee_id)
        .outerjoin(Bay, Bay.id == a.bay_id)
        .outerjoin(AppointmentOrder, AppointmentOrder.appointment_id == a.id)
        .where(a.center_id == read.center_id, wanted)
        .order_by(sa.func.coalesce(a.starts_at, a.made_at).desc(), a.id.desc())
        .limit(limit)
    )
    return tuple(
        ArrivalRow(
            row.id,
            row.version,
            row.number,
            row.state,
            row.mode,
            row.starts_at or row.made_at,
            row.ends_at or row.made_at,
            row.car_plate or row.plate or "",
            row.model or row.car,
            row.customer_name or row.contact_name or "",
            row.words,
            row.bay or "",
            row.person or "",
            0,
            row.customer_id,
            row.vehicle_id,
            row.order_id,
        )
        for row in rows
    )


def count_reasons(read: Read, from_on: date, until_on: date) -> tuple[ReasonCount, ...]:
    """How often nothing came of an appointment in some days, by reason; the most frequent first."""
    read.require(Permission.BOOKINGS_VIEW)
    place = zone(
        read.connection.execute(
            sa.select(Center.time_zone).where(Center.id == read.center_id)
        ).scalar_one()
    )
    first = moment_of(minute_at(from_on, 0, place))
    last = moment_of(minute_at(until_on + timedelta(days=1), 0, place))
    many = sa.func.count().label("many")
    rows = read.connection.execute(
        sa.select(Appointment.state, Appointment.end_reason, Appointment.ended_by, many)
        .where(
            Appointment.center_id == read.center_id,
            Appointment.state.in_(OVER),
            Appointment.end_reason.is_not(None),
            Appointment.ended_at >= first,
            Appointment.ended_at < last,
        )
        .group_by(Appointment.state, Appointment.end_reason, Appointment.ended_by)
        .order_by(many.desc(), Appointment.end_reason)
    )
    return tuple(ReasonCount(row.state, row.end_reason, row.ended_by, row.many) for row in rows)


REASONS_OF: dict[AppointmentState, Sequence[EndReason]] = {
    AppointmentState.CANCELLED: tuple(
        reason
        for reason in EndReason
        if reason not in {EndReason.FORGOT, EndReason.NOT_REACHED, EndReason.HOLD_EXPIRED}
    ),
    AppointmentState.NO_SHOW: (
        EndReason.FORGOT,
        EndReason.NOT_REACHED,
        EndReason.NO_TIME,
        EndReason.ILL,
        EndReason.OTHER_SHOP,
        EndReason.FIXED_ALREADY,
        EndReason.OTHER,
    ),
}
"""The reasons a person may choose for each end."""
