"""Visits that owners ask for on the server's page: they come as requests, and what becomes of them goes back."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from app import vehicles
from app.bookings.board import service_words
from app.bookings.booking import (
    BookAppointment,
    Confirmed,
    MoveAppointment,
    load_for,
    make,
    move_telling,
)
from app.bookings.online import place_at
from app.bookings.placing import Before, lock_lanes, release, step
from app.bookings.telling import tell_owner
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from models.access import Employee, Permission
from models.base import new_id
from models.bookings import (
    APPOINTMENT_FLOW,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Bay,
    BookingSource,
    EndedBy,
    EndReason,
    OwnerRequest,
    ServiceType,
)
from models.customers import Customer
from models.identifiers import PhoneRefused, read_phone
from models.passports import LinkState, VehicleLink
from models.vehicles import Vehicle

if TYPE_CHECKING:
    from sync.wire.bookings import (
        AppointmentCancellation,
        AppointmentChoice,
        AppointmentRequest,
    )

_FURTHEST: Final = timedelta(days=366)
_LONGEST_WORDS: Final = 1000
_EDIT = Permission.BOOKINGS_EDIT


@dataclass(frozen=True, slots=True)
class OwnerRequestRow:
    """A request of an owner that waits for the desk, or for the owner's word to another time.

    ``known_by``: ``link``, ``vin``, ``plate`` or empty; ``was_taken``: its time was gone when it came;
    ``is_offered``: another time is kept, the owner was asked.
    """

    appointment_id: uuid.UUID
    version: int
    number: str
    plate: str
    car: str
    who: str
    phone: str | None
    services: str
    words: str
    minutes: int
    wished_at: datetime
    starts_at: datetime | None
    bay_id: uuid.UUID | None
    employee_id: uuid.UUID | None
    was_taken: bool
    is_offered: bool
    known_by: str
    vehicle_id: uuid.UUID | None
    customer_id: uuid.UUID | None
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTime(MoveAppointment):
    """Another time for what an owner asked, kept for them until they answer; ``words`` they read beside it."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineRequest:
    """No, with the reason, and words that the owner reads."""

    appointment_id: uuid.UUID
    version: int
    reason: EndReason | None
    words: str = ""


_ROW: Final[tuple[Any, ...]] = (
    Appointment.id,
    Appointment.version,
    Appointment.number,
    sa.func.coalesce(Vehicle.plate, Appointment.plate, "").label("plate"),
    sa.func.coalesce(sa.func.nullif(Vehicle.model, ""), Appointment.car, "").label("car"),
    sa.func.coalesce(Customer.name, Appointment.contact_name, "").label("who"),
    sa.func.coalesce(Customer.phone, Appointment.contact_phone).label("phone"),
    Appointment.words,
    Appointment.minutes,
    OwnerRequest.wished_at,
    Appointment.starts_at,
    Appointment.bay_id,
    Appointment.employee_id,
    OwnerRequest.was_taken,
    OwnerRequest.known_by,
    Appointment.vehicle_id,
    Appointment.customer_id,
    OwnerRequest.asked_at,
)


def list_requests(read: Read) -> tuple[OwnerRequestRow, ...]:
    """Owners' requests that nobody has confirmed or declined, the oldest first."""
    read.require(Permission.BOOKINGS_VIEW)
    wanted = (
        sa.select(*_ROW)
        .join(OwnerRequest, OwnerRequest.appointment_id == Appointment.id)
        .outerjoin(Vehicle, Vehicle.id == Appointment.vehicle_id)
        .outerjoin(Customer, Customer.id == Appointment.customer_id)
        .where(
            Appointment.center_id == read.center_id,
            Appointment.state == AppointmentState.REQUESTED,
        )
        .order_by(OwnerRequest.asked_at, Appointment.id)
    )
    services = service_words(read, wanted)
    return tuple(
        OwnerRequestRow(
            row.id,
            row.version,
            row.number,
            row.plate,
            row.car,
            row.who,
            row.phone,
            services.get(row.id, ""),
            row.words,
            row.minutes,
            row.wished_at,
            row.starts_at,
            row.bay_id,
            row.employee_id,
            row.was_taken,
            row.starts_at is not None and row.starts_at != row.wished_at,
            row.known_by,
            row.vehicle_id,
            row.customer_id,
            row.asked_at,
        )
        for row in read.connection.execute(wanted)
    )


@action(
    "bookings.offer_time",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Offer another time"),
    from_states=(AppointmentState.REQUESTED.value,),
)
def offer_time(tx: Tx, command: OfferTime) -> uuid.UUID:
    """Keep another time for the owner and ask them."""
    return move_telling(tx, command, _words(command.words))


@action(
    "bookings.decline_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Decline request"),
    from_states=(AppointmentState.REQUESTED.value,),
)
def decline_request(tx: Tx, command: DeclineRequest) -> uuid.UUID:
    """Say no to what an owner asked; its time is free at once."""
    if command.reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("bookings", "Why not? Choose a reason."))
    words = _words(command.words)
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.CANCEL
    )
    _end(tx, appointment, state, command.reason, EndedBy.CENTER, words)
    return appointment.id


def _words(text: str) -> str:
    typed = Typed()
    found = typed.text("words", text, limit=_LONGEST_WORDS)
    typed.finish()
    return found or ""


def _end(
    tx: Tx,
    appointment: Appointment,
    state: AppointmentState,
    reason: EndReason,
    by: EndedBy,
    words: str = "",
) -> None:
    before = Before.of(appointment)
    release(tx, appointment_id=appointment.id)
    step(
        tx,
        appointment,
        AppointmentEvent.CANCEL,
        state,
        before=before,
        reason=reason,
        ended_by=by,
        words=words,
    )


# what the server told
def apply_request(
    tx: Tx, told: "AppointmentRequest", *, starts_at: datetime, asked_at: datetime
) -> str:
    """An owner asks for a visit: it takes its time at once, or comes without one when that is gone.

    Returns ``applied``, or ``known`` for one that came before.
    """
    if _request(tx, told.request_id) is not None:
        return "known"
    lock_lanes(tx, _all(tx, Bay), _all(tx, Employee))
    service = _service(tx, told.service_id)
    place = None
    if service is not None and tx.now <= starts_at <= tx.now + _FURTHEST:
        place = place_at(tx, service, starts_at)
    vehicle_id, customer_id, known_by = _whose(tx, told)
    phone = _phone(tx, told.phone)
    words = told.words if service else f"{told.service_name}. {told.words}".strip(". ")
    nameless = not (vehicle_id or told.plate or phone)
    command = BookAppointment(
        customer_id=customer_id,
        vehicle_id=vehicle_id,
        name=told.name or (told.label if nameless else None),
        phone=phone,
        plate=told.plate,
        car=told.label,
        words=words,
        note=told.phone if told.phone and not phone else None,
        services=(service.id,) if service else (),
        source=BookingSource.OWNER,
        starts_at=starts_at if place else None,
        bay_id=place[0] if place else None,
        employee_id=place[1] if place else None,
        confirmed=Confirmed(
            second=True, over_cap=True, without_buffer=True, continues=True, misfit=True
        ),
    )
    key = make(tx, command, AppointmentState.REQUESTED, hold_until_at=None)
    appointment = tx.load(Appointment, key)
    if known_by != "link" and not (told.name or phone):
        # a plate can be read on any street: it names a car, not who asks
        appointment.customer_id = None
    tx.add(
        OwnerRequest(
            id=new_id(),
            center_id=tx.actor.center_id,
            request_id=told.request_id,
            appointment_id=key,
            wished_at=starts_at,
            was_taken=place is None,
            known_by=known_by,
            asked_at=asked_at,
            heard=told.number,
            told_at=None,
        )
    )
    tx.flush()
    tell_owner(tx, appointment, anyway=True)
    return "applied"


def apply_choice(tx: Tx, told: "AppointmentChoice", *, starts_at: datetime) -> str:
    """The owner takes the offered time or does not; a time that was offered before another is not taken any more."""
    request, appointment = _heard(tx, told.request_id, told.number)
    if request is None or appointment is None:
        return "unknown" if request is None else "known"
    waits = appointment.state == AppointmentState.REQUESTED
    if waits and not told.accepted:
        _end(tx, appointment, AppointmentState.CANCELLED, EndReason.NO_TIME, EndedBy.CUSTOMER)
    elif waits and appointment.starts_at == starts_at:
        # the time is kept for them since it was offered: nothing has to be placed again
        step(tx, appointment, AppointmentEvent.CONFIRM, AppointmentState.CONFIRMED)
    else:
        tell_owner(tx, appointment, anyway=True)
        return "late"
    return "applied"


def apply_cancellation(tx: Tx, told: "AppointmentCancellation") -> str:
    """The owner does not come: the time is free. A car that is here already stays."""
    request, appointment = _heard(tx, told.request_id, told.number)
    if request is None or appointment is None:
        return "unknown" if request is None else "known"
    following = APPOINTMENT_FLOW[appointment.state].get(AppointmentEvent.CANCEL)
    if following is None or appointment.state == AppointmentState.ARRIVED:
        tell_owner(tx, appointment, anyway=True)
        return "late"
    _end(tx, appointment, following, EndReason.CHANGED_MIND, EndedBy.CUSTOMER)
    return "applied"


def _request(tx: Tx, request_id: uuid.UUID) -> OwnerRequest | None:
    return tx.session.scalars(
        sa.select(OwnerRequest)
        .where(OwnerRequest.center_id == tx.actor.center_id, OwnerRequest.request_id == request_id)
        .with_for_update()
    ).first()


def _heard(
    tx: Tx, request_id: uuid.UUID, number: int
) -> tuple[OwnerRequest | None, Appointment | None]:
    """The request and its appointment, locked; no appointment when this act was heard before."""
    request = _request(tx, request_id)
    if request is None or number <= request.heard:
        return request, None
    request.heard = number
    # the owner waits for an answer to this act, also when it says what the last one said
    request.told = ""
    return request, tx.load(Appointment, request.appointment_id, lock=True)


def _all(tx: Tx, entity: Any) -> list[uuid.UUID]:  # noqa: ANN401 - a mapped class
    return list(
        tx.session.scalars(sa.select(entity.id).where(entity.center_id == tx.actor.center_id))
    )


def _service(tx: Tx, key: uuid.UUID) -> ServiceType | None:
    return tx.session.scalars(
        sa.select(ServiceType).where(
            ServiceType.id == key,
            ServiceType.center_id == tx.actor.center_id,
            ServiceType.archived_at.is_(None),
        )
    ).first()


def _phone(tx: Tx, text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return read_phone(text, tx.center.country).e164
    except PhoneRefused:
        return None


def _whose(tx: Tx, told: "AppointmentRequest") -> tuple[uuid.UUID | None, uuid.UUID | None, str]:
    """The car and, when its owner approved a link of ours, the customer; and what it was known by."""
    mine = sa.and_(Vehicle.center_id == tx.actor.center_id, Vehicle.archived_at.is_(None))
    if told.vehicle_id is not None:
        linked = tx.connection.execute(
            sa.select(VehicleLink.vehicle_id, VehicleLink.customer_id)
            .join(Vehicle, Vehicle.id == VehicleLink.vehicle_id)
            .where(
                mine,
                VehicleLink.center_id == tx.actor.center_id,
                VehicleLink.vehicle_id == told.vehicle_id,
                VehicleLink.state == LinkState.APPROVED,
            )
            .order_by(VehicleLink.id.desc())
        ).first()
        if linked is not None:
            return linked.vehicle_id, linked.customer_id, "link"
    if told.vin:
        by_vin = tx.session.scalar(sa.select(Vehicle.id).where(mine, Vehicle.vin == told.vin))
        if by_vin is not None:
            return by_vin, None, "vin"
    if told.plate:
        by_plate = vehicles.find_by_plate(tx.read, told.plate)
        if by_plate is not None:
            return by_plate, None, "plate"
    return None, None, ""
