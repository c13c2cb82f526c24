"""Verbs of service requests: taken while the phone rings, called back, told a price, booked, lost, opened again.

What an owner asks for on their own page is an appointment at once (``app.bookings.owners``) and never a request too:
it takes a time when it comes. The report counts it as a request of that source.
"""

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from app import vehicles
from app.bookings.booking import BookAppointment, Confirmed, make
from app.bookings.words import clock
from app.kernel.clock import zone
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    ConfirmError,
    Reason,
    TransitionNotAllowedError,
    UserError,
    say,
)
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Employee, Permission
from models.bookings import LIVE, Appointment, AppointmentState, BookingSource
from models.customers import Customer
from models.requests import (
    OPEN,
    REQUEST_FLOW,
    LossReason,
    RequestEvent,
    RequestSource,
    RequestState,
    ServiceRequest,
    ServiceRequestStep,
)
from models.vehicles import Vehicle

_EDIT = Permission.REQUESTS_EDIT
_WHO = QT_TRANSLATE_NOOP("requests", "Who asks: a name, a phone or a plate.")
_AS_BOOKED: Final = {
    RequestSource.PHONE: BookingSource.PHONE,
    RequestSource.WEB: BookingSource.WEB,
    RequestSource.MESSENGER: BookingSource.WEB,
    RequestSource.WALK_IN: BookingSource.WALK_IN,
    RequestSource.OWNER: BookingSource.OWNER,
}
_NOW: Final = timedelta(minutes=1)
"""A time typed as "now" is a moment ago when it is saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRequest:
    """Who asks for what; a name, a phone or a plate is enough. Without ``due_at`` it is due at once."""

    source: RequestSource = RequestSource.PHONE
    name: str | None = None
    phone: str | None = None
    plate: str | None = None
    car: str = ""
    words: str = ""
    wish: str = ""
    customer_id: uuid.UUID | None = None
    vehicle_id: uuid.UUID | None = None
    consents: bool = False
    owner_id: uuid.UUID | None = None
    due_at: datetime | None = None
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRequest(TakeRequest):
    """Who asks for what, changed; state and what was told stay."""

    request_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRequest:
    """Somebody spoke or tried to; when the next step is due, and what was said."""

    request_id: uuid.UUID
    version: int
    due_at: datetime | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRequest:
    """A price told by word: ``amount`` in minor units of the center's currency, and what it was told for."""

    request_id: uuid.UUID
    version: int
    amount: int | None
    words: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRequest(BookAppointment):
    """The appointment that a request becomes; without a time it goes on the waiting list."""

    request_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseRequest:
    """Nothing comes of it: why, in the words of the list; ``note`` is needed for another reason."""

    request_id: uuid.UUID
    version: int
    reason: LossReason | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenRequest:
    """It goes on after all; due at once unless a time is given."""

    request_id: uuid.UUID
    version: int
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignRequest:
    """Who sees to it from now on."""

    request_id: uuid.UUID
    version: int
    owner_id: uuid.UUID


@action(
    "bookings.take_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "New request"),
    shortcut="Ctrl+N",
)
def take_request(tx: Tx, command: TakeRequest) -> uuid.UUID:
    """Keep who asks for what; ConfirmError ``second`` names an open request of the same phone."""
    owner = tx.load(Employee, command.owner_id or tx.actor.employee_id)
    request = ServiceRequest(
        center_id=tx.actor.center_id,
        state=RequestState.NEW,
        source=command.source,
        owner_id=owner.id,
        due_at=command.due_at or tx.now,
        consent_at=None,
        made_at=tx.now,
        made_by_id=tx.actor.employee_id,
        quoted_amount=None,
        quoted_currency=None,
        quoted_words=None,
        appointment_id=None,
        loss_reason=None,
        loss_note=None,
        ended_at=None,
    )
    phone = _apply(tx, request, command)
    if phone and not command.confirmed.second:
        _ask_about_second(tx, phone)
    tx.add(request)
    tx.flush()
    _step(tx, request, "take", None)
    tx.about("service_request", request.id)
    return request.id


@action(
    "bookings.edit_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Save request"),
)
def edit_request(tx: Tx, command: EditRequest) -> uuid.UUID:
    """Change who asks for what, how it came, who sees to it and when it is due."""
    request = _load(tx, command.request_id, command.version)
    before = (request.owner_id, request.due_at)
    _apply(tx, request, command)
    request.source = command.source
    if command.owner_id is not None:
        request.owner_id = tx.load(Employee, command.owner_id).id
    if command.due_at is not None and request.state in OPEN:
        request.due_at = command.due_at
    if (request.owner_id, request.due_at) != before:
        _step(tx, request, "assign", request.state)
    return request.id


@action(
    "bookings.contact_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Called"),
    from_states=tuple(sorted(state.value for state in OPEN)),
)
def contact_request(tx: Tx, command: ContactRequest) -> uuid.UUID:
    """Keep that somebody spoke with them, and when to call again."""
    typed = Typed()
    note = typed.text("note", command.note, limit=2000)
    due_at = _due(tx, typed, command.due_at)
    typed.finish()
    request, was = _go(tx, command.request_id, command.version, RequestEvent.CONTACT)
    request.due_at = due_at
    _step(tx, request, RequestEvent.CONTACT, was, note=note)
    return request.id


@action(
    "bookings.quote_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Price told"),
    from_states=tuple(sorted(state.value for state in OPEN)),
)
def quote_request(tx: Tx, command: QuoteRequest) -> uuid.UUID:
    """Keep the price that was told by word, so that nobody tells another one."""
    typed = Typed()
    words = typed.needed("words", command.words, limit=2000)
    if command.amount is None or command.amount <= 0:
        typed.wrong("amount", QT_TRANSLATE_NOOP("requests", "What price was told?"))
    due_at = _due(tx, typed, command.due_at)
    typed.finish()
    request, was = _go(tx, command.request_id, command.version, RequestEvent.QUOTE)
    request.quoted_amount, request.quoted_words = command.amount, words
    request.quoted_currency = tx.center.currency
    request.due_at = due_at
    _step(tx, request, RequestEvent.QUOTE, was, amount=command.amount)
    return request.id


@action(
    "bookings.book_request",
    permission=Permission.BOOKINGS_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Book"),
    from_states=tuple(sorted(state.value for state in OPEN)),
)
def book_request(tx: Tx, command: BookRequest) -> uuid.UUID:
    """Book what was asked for: appointment and request in one step. Returns the appointment's id."""
    tx.require(_EDIT)
    request = _load(tx, command.request_id, command.version)
    following, was = _following(request, RequestEvent.BOOK), request.state
    from_request = replace(command, source=_AS_BOOKED[request.source])
    key = make(tx, from_request, AppointmentState.CONFIRMED, hold_until_at=None)
    request.state, request.appointment_id = following, key
    request.due_at, request.ended_at = None, tx.now
    made = tx.load(Appointment, key)
    request.customer_id = made.customer_id or request.customer_id
    request.vehicle_id = made.vehicle_id or request.vehicle_id
    _step(tx, request, RequestEvent.BOOK, was)
    return key


@action(
    "bookings.lose_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Lost"),
    from_states=tuple(sorted(state.value for state in OPEN)),
)
def lose_request(tx: Tx, command: LoseRequest) -> uuid.UUID:
    """Nothing comes of it; the reason is counted."""
    typed = Typed()
    note = typed.text("note", command.note, limit=2000)
    if command.reason is None:
        typed.wrong("reason", QT_TRANSLATE_NOOP("requests", "Why was it lost? Choose a reason."))
    elif command.reason is LossReason.OTHER and not note:
        typed.wrong("note", QT_TRANSLATE_NOOP("requests", "Say the reason in words."))
    typed.finish()
    request, was = _go(tx, command.request_id, command.version, RequestEvent.LOSE)
    request.loss_reason, request.loss_note = command.reason, note
    request.due_at, request.ended_at = None, tx.now
    _step(tx, request, RequestEvent.LOSE, was, reason=command.reason, note=note)
    return request.id


@action(
    "bookings.reopen_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Open again"),
    from_states=(RequestState.BOOKED.value, RequestState.LOST.value),
)
def reopen_request(tx: Tx, command: ReopenRequest) -> uuid.UUID:
    """It goes on after all; refused while its appointment stands in the calendar."""
    held = tx.load(ServiceRequest, command.request_id, version=command.version, lock=True)
    if held.appointment_id is not None:
        appointment = tx.load(Appointment, held.appointment_id)
        if appointment.state in LIVE or appointment.state is AppointmentState.DONE:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP("requests", "Its appointment {number} stands."),
                    number=appointment.number,
                ),
                reason=Reason.INVALID,
                remedy=say(QT_TRANSLATE_NOOP("requests", "Cancel the appointment first.")),
            )
    request, was = _go(tx, command.request_id, command.version, RequestEvent.REOPEN)
    request.appointment_id = request.loss_reason = request.loss_note = request.ended_at = None
    request.due_at = command.due_at or tx.now
    _step(tx, request, RequestEvent.REOPEN, was)
    return request.id


@action(
    "bookings.assign_request",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("requests", "Hand over"),
    from_states=tuple(sorted(state.value for state in OPEN)),
)
def assign_request(tx: Tx, command: AssignRequest) -> uuid.UUID:
    """Somebody else sees to it."""
    request = _load(tx, command.request_id, command.version)
    request.owner_id = tx.load(Employee, command.owner_id).id
    _step(tx, request, "assign", request.state)
    return request.id


# parts
def _load(tx: Tx, key: uuid.UUID, version: int) -> ServiceRequest:
    request = tx.load(ServiceRequest, key, version=version, lock=True)
    tx.about("service_request", request.id)
    return request


def _go(
    tx: Tx, key: uuid.UUID, version: int, event: RequestEvent
) -> tuple[ServiceRequest, RequestState]:
    """The request in its next state, and the state it left."""
    request = _load(tx, key, version)
    was = request.state
    request.state = _following(request, event)
    return request, was


def _following(request: ServiceRequest, event: RequestEvent) -> RequestState:
    allowed = REQUEST_FLOW[request.state]
    if event not in allowed:
        raise TransitionNotAllowedError(
            request.state.value, event.value, [known.value for known in allowed]
        )
    return allowed[event]


def _apply(tx: Tx, request: ServiceRequest, data: TakeRequest) -> str | None:
    """Put what was typed on the request; returns the phone, E.164. InvalidError with everything that is wrong."""
    typed = Typed()
    phone = typed.phone("phone", data.phone, tx.center.country)
    name = typed.text("name", data.name, limit=300)
    plate = typed.text("plate", data.plate, limit=300)
    request.car = typed.text("car", data.car, limit=300) or ""
    request.words = typed.text("words", data.words, limit=2000) or ""
    request.wish = typed.text("wish", data.wish, limit=300) or ""
    if not (data.customer_id or data.vehicle_id or name or phone or plate):
        typed.wrong("name", _WHO)
    typed.finish()
    number = phone.e164 if phone else None
    vehicle_id = data.vehicle_id
    if vehicle_id is None and plate:
        vehicle_id = vehicles.find_by_plate(tx.read, plate)
    if vehicle_id is not None:
        vehicle = tx.load(Vehicle, vehicle_id)
        plate = plate or vehicle.plate
        request.car = request.car or f"{vehicle.make} {vehicle.model}".strip()
    customer_id = data.customer_id or (_by_phone(tx, number) if number else None)
    if customer_id is not None:
        number = number or tx.load(Customer, customer_id).phone
    request.vehicle_id, request.customer_id, request.plate = vehicle_id, customer_id, plate
    # a customer's own row is the only place of their name and phone
    request.contact_name = None if customer_id else name
    request.contact_phone = None if customer_id else number
    if not data.consents:
        request.consent_at = None
    elif request.consent_at is None:
        request.consent_at = tx.now
    return number


def _by_phone(tx: Tx, phone: str) -> uuid.UUID | None:
    """The customer whose phone it is; nobody when two have it."""
    found = tx.session.scalars(
        sa.select(Customer.id)
        .where(
            Customer.center_id == tx.actor.center_id,
            sa.or_(Customer.phone == phone, Customer.other_phone == phone),
            Customer.archived_at.is_(None),
        )
        .limit(2)
    ).all()
    return found[0] if len(found) == 1 else None


def _ask_about_second(tx: Tx, phone: str) -> None:
    first = tx.connection.execute(
        sa.select(
            ServiceRequest.made_at,
            ServiceRequest.contact_name,
            Customer.name,
            Employee.name.label("owner"),
        )
        .outerjoin(Customer, Customer.id == ServiceRequest.customer_id)
        .join(Employee, Employee.id == ServiceRequest.owner_id)
        .where(
            ServiceRequest.center_id == tx.actor.center_id,
            ServiceRequest.state.in_(OPEN),
            sa.or_(ServiceRequest.contact_phone == phone, Customer.phone == phone),
        )
        .order_by(ServiceRequest.id)
        .limit(1)
    ).first()
    if first is not None:
        raise ConfirmError(
            "second",
            say(
                QT_TRANSLATE_NOOP(
                    "requests", "This phone has an open request: {who}, {when}, with {owner}."
                ),
                who=first.name or first.contact_name or phone,
                when=clock(first.made_at, zone(tx.center.time_zone), tx.now),
                owner=first.owner,
            ),
        )


def _due(tx: Tx, typed: Typed, due_at: datetime | None) -> datetime | None:
    if due_at is None:
        typed.wrong("due_at", QT_TRANSLATE_NOOP("requests", "When is the next step due?"))
    elif due_at < tx.now - _NOW:
        typed.wrong("due_at", QT_TRANSLATE_NOOP("requests", "This time is over."))
    return due_at


def _step(
    tx: Tx,
    request: ServiceRequest,
    event: str,
    was: RequestState | None,
    *,
    reason: LossReason | None = None,
    amount: int | None = None,
    note: str | None = None,
) -> None:
    tx.append(
        ServiceRequestStep,
        request_id=request.id,
        event=str(event),
        from_state=was.value if was else None,
        to_state=request.state.value,
        at=tx.now,
        by_id=tx.actor.employee_id,
        owner_id=request.owner_id,
        due_at=request.due_at,
        reason=reason.value if reason else None,
        amount=amount,
        note=note,
    )
