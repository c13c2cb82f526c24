"""The calendar: when the shop is open, its bays and people at work, what it books, and who has which time.

States and events are tables beside the entities; arithmetic with times is in ``models.slots``.
"""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    Choice,
    DateOn,
    Id,
    Json,
    Key,
    Retention,
    Versioned,
    ref,
    table_args,
)
from models.booking_states import (
    APPOINTMENT_FLOW,
    COMING,
    LIVE,
    OVER,
    AbsenceReason,
    AppointmentEvent,
    AppointmentState,
    ArrivalMode,
    BookingSource,
    DayKind,
    EndedBy,
    EndReason,
    OverbookReason,
    TransportKind,
    TransportState,
)

__all__ = [
    "APPOINTMENT_FLOW",
    "COMING",
    "LIVE",
    "OVER",
    "Absence",
    "AbsenceReason",
    "Appointment",
    "AppointmentEvent",
    "AppointmentOrder",
    "AppointmentService",
    "AppointmentState",
    "AppointmentStep",
    "ArrivalMode",
    "Bay",
    "BayClosure",
    "BookingRules",
    "BookingSource",
    "BusySpan",
    "CalendarDay",
    "DayKind",
    "EndReason",
    "EndedBy",
    "OnlineBooking",
    "OnlineTakes",
    "OpeningHours",
    "OverbookReason",
    "OwnerRequest",
    "ServiceType",
    "Shift",
    "ShiftDay",
    "Skill",
    "Transport",
    "TransportKind",
    "TransportState",
]

_MINUTES_OF_A_DAY = 1440


class BookingRules(Versioned, Base):
    """How a center books; one row, and defaults where there is none. Lengths are minutes."""

    __tablename__ = "booking_rules"
    __table_args__ = table_args(sa.UniqueConstraint("center_id"), retention=Retention.SHOP)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    uses_public_holidays: Mapped[bool] = mapped_column(default=True)
    holiday_region: Mapped[str] = mapped_column(default="")
    step_minutes: Mapped[int] = mapped_column(default=30)
    hold_minutes: Mapped[int] = mapped_column(default=15)
    late_minutes: Mapped[int] = mapped_column(default=15)
    typical_minutes: Mapped[int] = mapped_column(default=60)
    full_percent: Mapped[int] = mapped_column(default=90)
    contact_days: Mapped[int] = mapped_column(default=30)
    appointment_number: Mapped[str] = mapped_column(default="{center}-A-{yyyy}-{seq:05}")
    transport_number: Mapped[str] = mapped_column(default="{center}-T-{yyyy}-{seq:05}")


class OpeningHours(Versioned, Base):
    """Hours of a weekday (0 = Monday), minutes of the wall clock; breaks are ``[[from, until], …]``. No row: closed."""

    __tablename__ = "opening_hours"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "weekday"),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sa.CheckConstraint(
            f"opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= {_MINUTES_OF_A_DAY}",
            name="minutes",
        ),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    weekday: Mapped[int]
    opens_minute: Mapped[int]
    closes_minute: Mapped[int]
    breaks: Mapped[list[Any]] = mapped_column(Json(), default=list)


class CalendarDay(Versioned, Base):
    """A day unlike its weekday: closed, or with other hours; it stands above a public holiday."""

    __tablename__ = "calendar_day"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "day_on"),
        sa.CheckConstraint(
            "kind = 'closed' OR (opens_minute >= 0 AND opens_minute < closes_minute "
            f"AND closes_minute <= {_MINUTES_OF_A_DAY})",
            name="minutes",
        ),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    day_on: Mapped[date] = mapped_column(DateOn())
    kind: Mapped[DayKind] = mapped_column(Choice(DayKind))
    name: Mapped[str] = mapped_column(default="")
    opens_minute: Mapped[int | None]
    closes_minute: Mapped[int | None]
    breaks: Mapped[list[Any]] = mapped_column(Json(), default=list)


class Bay(Versioned, Base):
    """A place where a car is worked on, and what can be done there."""

    __tablename__ = "bay"
    __table_args__ = table_args(
        sa.Index("ix_bay_center_id_position", "center_id", "position"), retention=Retention.SHOP
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    name: Mapped[str]
    department: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    abilities: Mapped[list[str]] = mapped_column(Json(), default=list)
    archived_at: Mapped[datetime | None]


class BayClosure(Versioned, Base):
    """A time in which a bay cannot be used: its lift is being repaired, its booth is being cleaned."""

    __tablename__ = "bay_closure"
    __table_args__ = table_args(
        sa.Index("ix_bay_closure_bay_id_ends_at", "bay_id", "ends_at"),
        sa.CheckConstraint("starts_at < ends_at", name="times"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    bay_id: Mapped[uuid.UUID] = ref("bay")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    why: Mapped[str] = mapped_column(default="")


class Shift(Versioned, Base):
    """When somebody works on a weekday (0 = Monday), minutes of the wall clock."""

    __tablename__ = "shift"
    __table_args__ = table_args(
        sa.UniqueConstraint("employee_id", "weekday"),
        sa.Index("ix_shift_center_id", "center_id"),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sa.CheckConstraint(
            f"starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= {_MINUTES_OF_A_DAY}",
            name="minutes",
        ),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    employee_id: Mapped[uuid.UUID] = ref("employee")
    weekday: Mapped[int]
    starts_minute: Mapped[int]
    ends_minute: Mapped[int]
    breaks: Mapped[list[Any]] = mapped_column(Json(), default=list)


class ShiftDay(Versioned, Base):
    """One dated exception of somebody's week: other minutes, or a day off when there are none."""

    __tablename__ = "shift_day"
    __table_args__ = table_args(
        sa.UniqueConstraint("employee_id", "day_on"),
        sa.Index("ix_shift_day_center_id_day_on", "center_id", "day_on"),
        sa.CheckConstraint(
            "(starts_minute IS NULL AND ends_minute IS NULL) OR "
            "(starts_minute >= 0 AND starts_minute < ends_minute "
            f"AND ends_minute <= {_MINUTES_OF_A_DAY})",
            name="minutes",
        ),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    employee_id: Mapped[uuid.UUID] = ref("employee")
    day_on: Mapped[date] = mapped_column(DateOn())
    starts_minute: Mapped[int | None]
    ends_minute: Mapped[int | None]
    breaks: Mapped[list[Any]] = mapped_column(Json(), default=list)


class Absence(Versioned, Base):
    """Days on which somebody is not there, the last one included."""

    __tablename__ = "absence"
    __table_args__ = table_args(
        sa.Index("ix_absence_center_id_until_on", "center_id", "until_on"),
        sa.Index("ix_absence_employee_id", "employee_id"),
        sa.CheckConstraint("from_on <= until_on", name="days"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    employee_id: Mapped[uuid.UUID] = ref("employee")
    from_on: Mapped[date] = mapped_column(DateOn())
    until_on: Mapped[date] = mapped_column(DateOn())
    reason: Mapped[AbsenceReason] = mapped_column(Choice(AbsenceReason))
    # may tell of an illness: the audit keeps that it changed, not what it says
    note: Mapped[str | None] = mapped_column(info={"secret": True})


class Skill(Versioned, Base):
    """Something an employee knows, until its certificate ends."""

    __tablename__ = "skill"
    __table_args__ = table_args(
        sa.UniqueConstraint("employee_id", "code"),
        sa.Index("ix_skill_center_id", "center_id"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    employee_id: Mapped[uuid.UUID] = ref("employee")
    code: Mapped[str]
    certificate: Mapped[str | None]
    valid_until_on: Mapped[date | None] = mapped_column(DateOn())


class ServiceType(Versioned, Base):
    """What can be booked: how long it takes, what bay and what knowledge it needs, how many a day."""

    __tablename__ = "service_type"
    __table_args__ = table_args(
        sa.Index("ix_service_type_center_id_position", "center_id", "position"),
        sa.CheckConstraint("minutes > 0", name="minutes"),
        sa.CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="buffers"),
        sa.CheckConstraint("day_cap IS NULL OR day_cap > 0", name="day_cap"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    name: Mapped[str]
    department: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int]
    ability: Mapped[str | None]
    skill: Mapped[str | None]
    buffer_before: Mapped[int] = mapped_column(default=0)
    buffer_after: Mapped[int] = mapped_column(default=0)
    day_cap: Mapped[int | None]
    is_public: Mapped[bool] = mapped_column(default=False)
    archived_at: Mapped[datetime | None]


class Appointment(Versioned, Base):
    """A promise of time. Car and customer may be unknown yet; without a time it waits for one.

    ``minutes`` is the length of the work, breaks and nights left out. What was typed of a caller stands here only
    until a customer is known or the appointment is long over.
    """

    __tablename__ = "appointment"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "number"),
        sa.Index("ix_appointment_center_id_starts_at", "center_id", "starts_at"),
        sa.Index("ix_appointment_center_id_state", "center_id", "state", "id"),
        sa.Index("ix_appointment_vehicle_id", "vehicle_id"),
        sa.Index("ix_appointment_customer_id", "customer_id"),
        sa.CheckConstraint("minutes > 0", name="minutes"),
        sa.CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="buffers"),
        sa.CheckConstraint(
            "(starts_at IS NULL AND ends_at IS NULL) OR starts_at < ends_at", name="times"
        ),
        sa.CheckConstraint("overbooked IS NULL OR starts_at IS NOT NULL", name="overbooked"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    number: Mapped[str]
    state: Mapped[AppointmentState] = mapped_column(Choice(AppointmentState))
    source: Mapped[BookingSource] = mapped_column(Choice(BookingSource))
    mode: Mapped[ArrivalMode] = mapped_column(Choice(ArrivalMode))
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    vehicle_id: Mapped[uuid.UUID | None] = ref("vehicle")
    contact_name: Mapped[str | None] = mapped_column(info={"secret": True})
    contact_phone: Mapped[str | None] = mapped_column(info={"secret": True})
    plate: Mapped[str | None]
    plate_key: Mapped[str | None]
    car: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    note: Mapped[str | None]
    minutes: Mapped[int]
    buffer_before: Mapped[int] = mapped_column(default=0)
    buffer_after: Mapped[int] = mapped_column(default=0)
    ability: Mapped[str | None]
    skill: Mapped[str | None]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    bay_id: Mapped[uuid.UUID | None] = ref("bay")
    employee_id: Mapped[uuid.UUID | None] = ref("employee")
    overbooked: Mapped[OverbookReason | None] = mapped_column(Choice(OverbookReason))
    promised_at: Mapped[datetime | None]
    notify: Mapped[str | None]
    hold_until_at: Mapped[datetime | None]
    waiting_since_at: Mapped[datetime | None]
    # which days, which parts of a day, between which dates: ``models.wishes.Waiting`` as JSON
    wish: Mapped[dict[str, Any]] = mapped_column(Json(), default=dict)
    arrived_at: Mapped[datetime | None]
    end_reason: Mapped[EndReason | None] = mapped_column(Choice(EndReason))
    ended_by: Mapped[EndedBy | None] = mapped_column(Choice(EndedBy))
    ended_at: Mapped[datetime | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")


class OnlineTakes(StrEnum):
    """Whose requests the center takes from the owners' page."""

    NOBODY = "nobody"
    LINKED = "linked"
    EVERYBODY = "everybody"


class OnlineBooking(Versioned, Base):
    """What owners may ask for from outside; one row, and defaults where there is none."""

    __tablename__ = "online_booking"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id"),
        sa.CheckConstraint("lead_minutes >= 0 AND ahead_days > 0", name="reach"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    takes: Mapped[OnlineTakes] = mapped_column(Choice(OnlineTakes))
    lead_minutes: Mapped[int]
    ahead_days: Mapped[int]


class OwnerRequest(Versioned, Base):
    """What an owner asked for on the server's page, and what they were told last; its appointment has the rest.

    ``heard`` counts the owner's acts that came here. ``words`` is what the center says to the owner.
    """

    __tablename__ = "owner_request"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "request_id"),
        sa.UniqueConstraint("appointment_id"),
        retention=Retention.SHOP,
        synced=True,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    request_id: Mapped[uuid.UUID] = mapped_column(Id())
    appointment_id: Mapped[uuid.UUID] = ref("appointment")
    wished_at: Mapped[datetime]
    was_taken: Mapped[bool] = mapped_column(default=False)
    known_by: Mapped[str]
    asked_at: Mapped[datetime]
    heard: Mapped[int]
    told: Mapped[str] = mapped_column(default="")
    told_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(default="")


class AppointmentService(Base):
    """A service of an appointment, named as it was when it was booked."""

    __tablename__ = "appointment_service"
    __table_args__ = table_args(
        sa.Index("ix_appointment_service_appointment_id", "appointment_id"),
        sa.Index("ix_appointment_service_service_type_id", "service_type_id"),
        sa.CheckConstraint("minutes > 0", name="minutes"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    appointment_id: Mapped[uuid.UUID] = ref("appointment")
    service_type_id: Mapped[uuid.UUID | None] = ref("service_type")
    position: Mapped[int]
    name: Mapped[str]
    minutes: Mapped[int]


class AppointmentStep(Base):
    """One step of an appointment's story, with time, bay and person before and after; only ever added."""

    __tablename__ = "appointment_step"
    __table_args__ = table_args(
        sa.Index("ix_appointment_step_appointment_id", "appointment_id"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    appointment_id: Mapped[uuid.UUID] = ref("appointment")
    event: Mapped[str]
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
    reason: Mapped[str | None]
    ended_by: Mapped[str | None]
    starts_before: Mapped[datetime | None]
    starts_after: Mapped[datetime | None]
    bay_before_id: Mapped[uuid.UUID | None] = ref("bay")
    bay_after_id: Mapped[uuid.UUID | None] = ref("bay")
    employee_before_id: Mapped[uuid.UUID | None] = ref("employee")
    employee_after_id: Mapped[uuid.UUID | None] = ref("employee")
    minutes_before: Mapped[int | None]
    minutes_after: Mapped[int | None]


class AppointmentOrder(Base):
    """The one work order of an appointment: both sides are unique, so pressing twice makes no second one."""

    __tablename__ = "appointment_order"
    __table_args__ = table_args(
        sa.UniqueConstraint("appointment_id"),
        sa.UniqueConstraint("order_id"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    appointment_id: Mapped[uuid.UUID] = ref("appointment")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    made_at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")


class Transport(Versioned, Base):
    """A drive for a customer, from one address to another; its driver is busy in the calendar meanwhile."""

    __tablename__ = "transport"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "number"),
        sa.Index("ix_transport_appointment_id", "appointment_id"),
        sa.Index("ix_transport_center_id_starts_at", "center_id", "starts_at"),
        sa.CheckConstraint("starts_at < ends_at", name="times"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    number: Mapped[str]
    appointment_id: Mapped[uuid.UUID] = ref("appointment")
    kind: Mapped[TransportKind] = mapped_column(Choice(TransportKind))
    state: Mapped[TransportState] = mapped_column(Choice(TransportState))
    from_address: Mapped[str] = mapped_column(info={"secret": True})
    to_address: Mapped[str] = mapped_column(info={"secret": True})
    driver_id: Mapped[uuid.UUID | None] = ref("employee")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    note: Mapped[str | None]
    made_at: Mapped[datetime]


_TAKEN = sa.text("tstzrange(starts_at, ends_at)")


def _exclusive(column: str) -> ExcludeConstraint:
    """PostgreSQL refuses two overlapping spans of one bay or person; SQLite does so by triggers of the migration."""
    return ExcludeConstraint(
        (sa.column(column), "="),
        (_TAKEN, "&&"),
        using="gist",
        where=sa.text(f"{column} IS NOT NULL AND NOT is_overbooked"),
        name=f"ex_busy_span_{column}",
    ).ddl_if(dialect="postgresql")


class BusySpan(Base):
    """A stretch of one day in which a bay, a person or both are taken, buffers included.

    ``part_starts_at`` and ``part_ends_at`` are the work itself. No two spans of one bay or one person overlap, unless
    one of them is overbooked. A hold's span is free again after ``hold_until_at``.
    """

    __tablename__ = "busy_span"
    __table_args__ = table_args(
        sa.Index("ix_busy_span_center_id_ends_at", "center_id", "ends_at"),
        sa.Index("ix_busy_span_bay_id_ends_at", "bay_id", "ends_at"),
        sa.Index("ix_busy_span_employee_id_ends_at", "employee_id", "ends_at"),
        sa.Index("ix_busy_span_appointment_id", "appointment_id"),
        sa.Index("ix_busy_span_transport_id", "transport_id"),
        sa.CheckConstraint("starts_at < ends_at", name="times"),
        sa.CheckConstraint(
            "part_starts_at >= starts_at AND part_ends_at <= ends_at AND part_starts_at < part_ends_at",
            name="part",
        ),
        sa.CheckConstraint("bay_id IS NOT NULL OR employee_id IS NOT NULL", name="whose"),
        _exclusive("bay_id"),
        _exclusive("employee_id"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    appointment_id: Mapped[uuid.UUID | None] = ref("appointment")
    transport_id: Mapped[uuid.UUID | None] = ref("transport")
    bay_id: Mapped[uuid.UUID | None] = ref("bay")
    employee_id: Mapped[uuid.UUID | None] = ref("employee")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    part_starts_at: Mapped[datetime]
    part_ends_at: Mapped[datetime]
    is_overbooked: Mapped[bool] = mapped_column(default=False)
    hold_until_at: Mapped[datetime | None]
