"""Service requests as they are shown: the list by what is due, one with its story, and what came of them by source."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.bookings import Appointment, AppointmentState, EndReason, OwnerRequest
from models.customers import Customer
from models.money import Money
from models.requests import (
    OPEN,
    LossReason,
    RequestSource,
    RequestState,
    ServiceRequest,
    ServiceRequestStep,
)

_LOSSES = {
    EndReason.PRICE: LossReason.PRICE,
    EndReason.NO_TIME: LossReason.TIME,
    EndReason.OTHER_SHOP: LossReason.ELSEWHERE,
    EndReason.NOT_REACHED: LossReason.NO_ANSWER,
}


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as the list shows it. ``owner_left``: who saw to it works here no more, somebody must take it."""

    id: uuid.UUID
    version: int
    state: RequestState
    source: RequestSource
    name: str
    phone: str
    plate: str
    car: str
    words: str
    wish: str
    due_at: datetime | None
    owner_id: uuid.UUID
    owner: str
    owner_left: bool
    made_at: datetime
    customer_id: uuid.UUID | None
    vehicle_id: uuid.UUID | None
    appointment_id: uuid.UUID | None
    appointment: str | None
    quoted: Money | None
    quoted_words: str | None
    loss_reason: LossReason | None
    loss_note: str | None
    consent_at: datetime | None


@dataclass(frozen=True, slots=True)
class RequestStepRow:
    """One step of a request's story."""

    event: str
    from_state: str | None
    to_state: str
    at: datetime
    by: str
    owner: str
    due_at: datetime | None
    reason: str | None
    amount: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class RequestCard:
    """A request with its story, the first step first."""

    row: RequestRow
    steps: tuple[RequestStepRow, ...]


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What came of the requests of one source; ``taken`` is the sum of the others."""

    source: RequestSource
    taken: int
    open: int
    quoted: int
    booked: int
    lost: int


@dataclass(frozen=True, slots=True)
class RequestReport:
    """Requests of a span by source, those with none left out; reasons of the lost ones, the most frequent first."""

    sources: tuple[SourceCount, ...]
    reasons: tuple[tuple[LossReason, int], ...]

    @property
    def total(self) -> SourceCount:
        """All sources together; its ``source`` means nothing."""
        return SourceCount(
            RequestSource.PHONE,
            *(
                sum(getattr(each, name) for each in self.sources)
                for name in ("taken", "open", "quoted", "booked", "lost")
            ),
        )


def _rows(
    read: Read, *conditions: sa.ColumnElement[bool], newest: bool, limit: int
) -> list[RequestRow]:
    r = ServiceRequest
    query = (
        sa.select(
            r.__table__,
            Customer.name.label("customer_name"),
            Customer.phone.label("customer_phone"),
            Employee.name.label("owner"),
            Employee.archived_at.label("left_at"),
            Appointment.number.label("appointment"),
        )
        .join(Employee, Employee.id == r.owner_id)
        .outerjoin(Customer, Customer.id == r.customer_id)
        .outerjoin(Appointment, Appointment.id == r.appointment_id)
        .where(r.center_id == read.center_id, *conditions)
        .limit(limit)
    )
    query = query.order_by(r.id.desc()) if newest else query.order_by(r.due_at, r.id)
    return [_row(row) for row in read.connection.execute(query)]


def _row(row: Any) -> RequestRow:  # noqa: ANN401 - a row of the query above
    return RequestRow(
        id=row.id,
        version=row.version,
        state=row.state,
        source=row.source,
        name=row.customer_name or row.contact_name or "",
        phone=row.customer_phone or row.contact_phone or "",
        plate=row.plate or "",
        car=row.car,
        words=row.words,
        wish=row.wish,
        due_at=row.due_at,
        owner_id=row.owner_id,
        owner=row.owner,
        owner_left=row.left_at is not None,
        made_at=row.made_at,
        customer_id=row.customer_id,
        vehicle_id=row.vehicle_id,
        appointment_id=row.appointment_id,
        appointment=row.appointment,
        quoted=(
            Money(row.quoted_amount, row.quoted_currency) if row.quoted_amount is not None else None
        ),
        quoted_words=row.quoted_words,
        loss_reason=row.loss_reason,
        loss_note=row.loss_note,
        consent_at=row.consent_at,
    )


def list_service_requests(
    read: Read,
    *,
    states: frozenset[RequestState] = OPEN,
    owner_id: uuid.UUID | None = None,
    due_before: datetime | None = None,
    customer_id: uuid.UUID | None = None,
    limit: int = 200,
) -> list[RequestRow]:
    """Open ones by what is due first, also of people who left; finished ones the newest first. NotAllowedError."""
    read.require(Permission.REQUESTS_EDIT)
    conditions: list[sa.ColumnElement[bool]] = [ServiceRequest.state.in_(states)]
    if owner_id is not None:
        conditions.append(ServiceRequest.owner_id == owner_id)
    if due_before is not None:
        conditions.append(ServiceRequest.due_at <= due_before)
    if customer_id is not None:
        conditions.append(whole(ServiceRequest.customer_id, Customer, customer_id))
    return _rows(read, *conditions, newest=not states <= OPEN, limit=limit)


def count_service_requests(read: Read, *, now: datetime) -> dict[str, int]:
    """How many there are by state, and ``due``: open ones whose time has come."""
    r = ServiceRequest
    found = read.connection.execute(
        sa.select(r.state, sa.func.count(), sa.func.count(sa.case((r.due_at <= now, 1))))
        .where(r.center_id == read.center_id)
        .group_by(r.state)
    ).all()
    counts = {state.value: count for state, count, _ in found}
    return counts | {"due": sum(due for _, _, due in found)}


def get_service_request(read: Read, request_id: uuid.UUID) -> RequestCard:
    """One request with its story; NotAllowedError, NotFoundError when it is not of the reader's center."""
    read.require(Permission.REQUESTS_EDIT)
    rows = _rows(read, ServiceRequest.id == request_id, newest=True, limit=1)
    if not rows:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("requests", "This request is not there.")))
    by, owner, s = aliased(Employee), aliased(Employee), ServiceRequestStep
    steps = read.connection.execute(
        sa.select(
            s.event,
            s.from_state,
            s.to_state,
            s.at,
            by.name,
            owner.name,
            s.due_at,
            s.reason,
            s.amount,
            s.note,
        )
        .join(by, by.id == s.by_id)
        .join(owner, owner.id == s.owner_id)
        .where(s.request_id == request_id)
        .order_by(s.id)
    )
    return RequestCard(rows[0], tuple(RequestStepRow(*tuple(step)) for step in steps))


def report_requests(read: Read, since: datetime, until: datetime) -> RequestReport:
    """What came of requests taken in [since, until), by source. NotAllowedError.

    What owners asked on their own page counts too: an appointment nobody confirmed is open, one that was called off
    is lost, everything else is booked.
    """
    read.require(Permission.REQUESTS_EDIT)
    counts: dict[RequestSource, dict[RequestState, int]] = {}
    reasons: dict[LossReason, int] = {}
    r = ServiceRequest
    for source, state, reason, count in read.connection.execute(
        sa.select(r.source, r.state, r.loss_reason, sa.func.count())
        .where(r.center_id == read.center_id, r.made_at >= since, r.made_at < until)
        .group_by(r.source, r.state, r.loss_reason)
    ):
        _count(counts, reasons, source, state, reason, count)
    for told, why, number in read.connection.execute(
        sa.select(Appointment.state, Appointment.end_reason, sa.func.count())
        .join(OwnerRequest, OwnerRequest.appointment_id == Appointment.id)
        .where(
            OwnerRequest.center_id == read.center_id,
            OwnerRequest.asked_at >= since,
            OwnerRequest.asked_at < until,
        )
        .group_by(Appointment.state, Appointment.end_reason)
    ):
        became = _became(told)
        lost = became is RequestState.LOST
        because = _LOSSES.get(why or EndReason.OTHER, LossReason.OTHER) if lost else None
        _count(counts, reasons, RequestSource.OWNER, became, because, number)
    return RequestReport(
        tuple(_of_source(source, counts[source]) for source in RequestSource if source in counts),
        tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0].value))),
    )


def _count(
    counts: dict[RequestSource, dict[RequestState, int]],
    reasons: dict[LossReason, int],
    source: RequestSource,
    state: RequestState,
    reason: LossReason | None,
    count: int,
) -> None:
    of_source = counts.setdefault(source, {})
    of_source[state] = of_source.get(state, 0) + count
    if state is RequestState.LOST and reason is not None:
        reasons[reason] = reasons.get(reason, 0) + count


def _became(state: AppointmentState) -> RequestState:
    if state is AppointmentState.REQUESTED:
        return RequestState.NEW
    # who was booked and did not come had been won: that loss is the calendar's, and counted there
    lost = state is AppointmentState.CANCELLED
    return RequestState.LOST if lost else RequestState.BOOKED


def _of_source(source: RequestSource, counts: dict[RequestState, int]) -> SourceCount:
    new = counts.get(RequestState.NEW, 0) + counts.get(RequestState.CONTACTED, 0)
    quoted = counts.get(RequestState.QUOTED, 0)
    booked, lost = counts.get(RequestState.BOOKED, 0), counts.get(RequestState.LOST, 0)
    return SourceCount(source, new + quoted + booked + lost, new, quoted, booked, lost)
