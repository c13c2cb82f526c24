"""Who comes with what: what was typed of an appointment, and what must be asked before it is booked."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app import vehicles
from app.bookings.world import codes_of
from app.kernel.clock import local_day, zone
from app.kernel.errors import QT_TRANSLATE_NOOP, ConfirmError, say
from app.kernel.tx import Tx
from app.kernel.typed import Typed
from models.bookings import (
    COMING,
    Appointment,
    AppointmentService,
    AppointmentState,
    ArrivalMode,
    BookingSource,
    ServiceType,
)
from models.customers import Customer
from models.slots import minute_at, moment_of
from models.text import plate_key
from models.vehicles import Vehicle, VehiclePerson, VehicleRole
from models.wishes import Waiting

LONGEST = 60 * 24 * 60
"""The longest job in minutes: sixty days of work."""

_USUAL_MINUTES = 60
_OPEN = COMING | {AppointmentState.ARRIVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Who comes with what, and for how long; nothing but a name, a phone or a plate must be known.

    ``minutes``, buffers, ``ability`` and ``skill`` come from the services unless they are given.
    """

    customer_id: uuid.UUID | None = None
    vehicle_id: uuid.UUID | None = None
    name: str | None = None
    phone: str | None = None
    plate: str | None = None
    car: str = ""
    words: str = ""
    note: str | None = None
    services: Sequence[uuid.UUID] = ()
    minutes: int | None = None
    buffer_before: int | None = None
    buffer_after: int | None = None
    ability: str | None = None
    skill: str | None = None
    mode: ArrivalMode = ArrivalMode.STAYS
    source: BookingSource = BookingSource.PHONE
    promised_at: datetime | None = None
    notify: str | None = None
    wish: Waiting = field(default_factory=Waiting)


def apply(tx: Tx, appointment: Appointment, data: Details) -> list[ServiceType]:
    """Put what was typed on the appointment; InvalidError with everything that is wrong."""
    typed = Typed()
    phone = typed.phone("phone", data.phone, tx.center.country)
    texts = {
        at: typed.text(at, getattr(data, at), limit=300)
        for at in ("name", "plate", "car", "note", "ability", "skill", "notify")
    }
    words = typed.text("words", data.words, limit=2000) or ""
    if not (data.customer_id or data.vehicle_id or texts["name"] or phone or texts["plate"]):
        typed.wrong("name", QT_TRANSLATE_NOOP("bookings", "Who comes: a name, a phone or a plate."))
    if data.minutes is not None and not 0 < data.minutes <= LONGEST:
        typed.wrong("minutes", QT_TRANSLATE_NOOP("bookings", "How long does it take?"))
    services = [tx.load(ServiceType, key) for key in data.services]
    typed.finish()
    appointment.source, appointment.mode = data.source, data.mode
    appointment.plate, appointment.car = texts["plate"], texts["car"] or ""
    appointment.plate_key = plate_key(texts["plate"]) if texts["plate"] else None
    appointment.words, appointment.note = words, texts["note"]
    appointment.promised_at, appointment.notify = data.promised_at, texts["notify"]
    appointment.wish = data.wish.to_json()
    _name_who_comes(tx, appointment, data, texts["name"], phone.e164 if phone else None)
    appointment.minutes = (
        data.minutes or sum(service.minutes for service in services) or _USUAL_MINUTES
    )
    appointment.buffer_before = (
        max((s.buffer_before for s in services), default=0)
        if data.buffer_before is None
        else data.buffer_before
    )
    appointment.buffer_after = (
        max((s.buffer_after for s in services), default=0)
        if data.buffer_after is None
        else data.buffer_after
    )
    appointment.ability = texts["ability"] or _needs(s.ability for s in services)
    appointment.skill = texts["skill"] or _needs(s.skill for s in services)
    return services


def _needs(given: Any) -> str | None:  # noqa: ANN401 - any row of texts
    codes: dict[str, None] = {}
    for text in given:
        codes.update(dict.fromkeys(sorted(codes_of(text))))
    return ",".join(codes) or None


def _name_who_comes(
    tx: Tx, appointment: Appointment, data: Details, name: str | None, phone: str | None
) -> None:
    """A car that is known by its plate, its owner, or what the caller said of themselves."""
    vehicle_id = data.vehicle_id
    if vehicle_id is None and appointment.plate:
        vehicle_id = vehicles.find_by_plate(tx.read, appointment.plate)
    if vehicle_id is not None:
        vehicle = tx.load(Vehicle, vehicle_id)
        appointment.plate = appointment.plate or vehicle.plate
        appointment.plate_key = appointment.plate_key or vehicle.plate_key
        appointment.car = appointment.car or f"{vehicle.make} {vehicle.model}".strip()
    customer_id = data.customer_id
    if customer_id is None and vehicle_id is not None and not name and not phone:
        customer_id = tx.session.scalar(
            sa.select(VehiclePerson.customer_id)
            .where(
                VehiclePerson.vehicle_id == vehicle_id,
                VehiclePerson.role == VehicleRole.OWNER.value,
                VehiclePerson.until_at.is_(None),
            )
            .order_by(VehiclePerson.id.desc())
            .limit(1)
        )
    if customer_id is not None:
        tx.load(Customer, customer_id)
    appointment.vehicle_id, appointment.customer_id = vehicle_id, customer_id
    # a customer's own row is the only place of their name and phone
    appointment.contact_name = None if customer_id else name
    appointment.contact_phone = None if customer_id else phone


def lock_vehicle(tx: Tx, appointment: Appointment) -> None:
    """Two desks that book the same car wait for one another."""
    if appointment.vehicle_id is not None:
        tx.connection.execute(
            sa.select(Vehicle.id)
            .where(Vehicle.id == appointment.vehicle_id)
            .with_for_update(key_share=True)
        ).all()


def ask_about_second(tx: Tx, appointment: Appointment, *, but: uuid.UUID | None) -> None:
    """ConfirmError ``second`` when the car has an open appointment; names it."""
    same = []
    if appointment.vehicle_id is not None:
        same.append(Appointment.vehicle_id == appointment.vehicle_id)
    if appointment.plate_key:
        same.append(Appointment.plate_key == appointment.plate_key)
    if not same:
        return
    row = tx.connection.execute(
        sa.select(Appointment.id, Appointment.number, Appointment.starts_at)
        .where(
            Appointment.center_id == tx.actor.center_id,
            Appointment.state.in_(_OPEN),
            sa.or_(*same),
            sa.or_(Appointment.hold_until_at.is_(None), Appointment.hold_until_at > tx.now),
            *([Appointment.id != but] if but else []),
        )
        .order_by(Appointment.starts_at, Appointment.id)
        .limit(1)
    ).one_or_none()
    if row is None:
        return
    if row.starts_at is None:
        raise ConfirmError(
            "second",
            say(
                QT_TRANSLATE_NOOP("bookings", "This car is on the waiting list: {number}."),
                number=row.number,
            ),
        )
    raise ConfirmError(
        "second",
        say(
            QT_TRANSLATE_NOOP("bookings", "This car has an appointment on {when}: {number}."),
            number=row.number,
            when=row.starts_at.astimezone(zone(tx.center.time_zone)).strftime("%d.%m %H:%M"),
        ),
    )


def ask_about_cap(
    tx: Tx, services: Sequence[ServiceType], starts_at: datetime, *, but: uuid.UUID | None
) -> None:
    """ConfirmError ``over_cap`` when as many are booked on the day as the service allows."""
    place = zone(tx.center.time_zone)
    day = local_day(starts_at, tx.center.time_zone)
    first = moment_of(minute_at(day, 0, place))
    last = moment_of(minute_at(day + timedelta(days=1), 0, place))
    for service in services:
        if service.day_cap is None:
            continue
        booked = tx.connection.execute(
            sa.select(sa.func.count(sa.distinct(Appointment.id)))
            .join(AppointmentService, AppointmentService.appointment_id == Appointment.id)
            .where(
                Appointment.center_id == tx.actor.center_id,
                AppointmentService.service_type_id == service.id,
                Appointment.starts_at >= first,
                Appointment.starts_at < last,
                Appointment.state.not_in([AppointmentState.CANCELLED, AppointmentState.NO_SHOW]),
                sa.or_(Appointment.hold_until_at.is_(None), Appointment.hold_until_at > tx.now),
                *([Appointment.id != but] if but else []),
            )
        ).scalar_one()
        if booked >= service.day_cap:
            raise ConfirmError(
                "over_cap",
                say(
                    QT_TRANSLATE_NOOP(
                        "bookings", "“{service}”: {booked} on this day already, the limit is {cap}."
                    ),
                    service=service.name,
                    booked=booked,
                    cap=service.day_cap,
                ),
            )


def write_services(
    tx: Tx, appointment: Appointment, services: Sequence[ServiceType], data: Details
) -> None:
    """The services, named as they are now."""
    share = appointment.minutes if len(services) == 1 and data.minutes else None
    for position, service in enumerate(services, start=1):
        tx.add(
            AppointmentService(
                appointment_id=appointment.id,
                service_type_id=service.id,
                position=position,
                name=service.name,
                minutes=share or service.minutes,
            )
        )


def make_findable(tx: Tx, appointment: Appointment) -> None:
    """By number, plate and car; a name is found through the customer."""
    tx.findable(
        "appointment", appointment.id, appointment.number, appointment.plate, appointment.car
    )
