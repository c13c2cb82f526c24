"""The owner's passport as this desk keeps it: entries of completed work, recommendations, the owner's permission.

Nothing of a car leaves before its owner approved the link; approval releases what waited, in order;
revocation stops what has not left.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from app import vehicles
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    Reason,
    Sentence,
    TransitionNotAllowedError,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.customers import Customer
from models.identifiers import owner_phone_mask
from models.ledger import OutboxEnvelope, OutboxState, SyncState
from models.money import Money
from models.passports import (
    LINK_FLOW,
    ExpenseEntry,
    LinkState,
    Recommendation,
    RecommendationState,
    ServiceEntry,
    VehicleLink,
)
from models.vehicles import OdometerReading, Vehicle
from models.work_orders import WorkOrder
from sync.wire.fields import utc_text
from sync.wire.kinds import Kind
from sync.wire.passports import LinkRequest, LinkScope

LINK_DAYS = 30
"""A request nobody answers ends after this many days."""
SCOPES = ("works", "prices", "history")


def add_months(day: date, months: int) -> date:
    """The same day that many months later, or the month's last one when it is shorter."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


# --- what completion writes ---


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWork:
    """Work a completed line makes due again, or work that was declined."""

    name: str
    item_id: uuid.UUID | None
    kind: str
    interval_km: int | None = None
    interval_months: int | None = None
    old_price_amount: int | None = None
    lines: Sequence[dict[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportFacts:
    """What a completed order says to the passport."""

    order_id: uuid.UUID
    vehicle_id: uuid.UUID
    done_on: date
    reading_id: uuid.UUID | None
    odometer_value: int | None
    odometer_unit: str
    odometer_km: int | None
    works: Sequence[str]
    labour_amount: int
    parts_amount: int
    total_amount: int
    currency: str
    due: Sequence[DueWork]


def write_completion(tx: Tx, facts: PassportFacts) -> tuple[uuid.UUID, list[Recommendation]]:
    """Service entry, expense entry and recommendations of one order; returns the expense's id and the new ones.

    A recommendation for the same catalog item that was open is done now: recurrence counts from completion.
    """
    tx.append(
        ServiceEntry,
        vehicle_id=facts.vehicle_id,
        order_id=facts.order_id,
        done_on=facts.done_on,
        odometer_km=facts.odometer_km,
        works=list(facts.works),
    )
    expense_id = tx.append(
        ExpenseEntry,
        vehicle_id=facts.vehicle_id,
        order_id=facts.order_id,
        spent_on=facts.done_on,
        labour_amount=facts.labour_amount,
        parts_amount=facts.parts_amount,
        total_amount=facts.total_amount,
        currency=facts.currency,
    )
    _close_done(tx, facts)
    made = []
    for due in facts.due:
        value = facts.odometer_value
        by_value = due.interval_km is not None and value is not None
        made.append(
            tx.add(
                Recommendation(
                    vehicle_id=facts.vehicle_id,
                    order_id=facts.order_id,
                    item_id=due.item_id,
                    kind=due.kind,
                    name=due.name,
                    state=RecommendationState.OPEN,
                    interval_km=due.interval_km,
                    interval_months=due.interval_months,
                    from_reading_id=facts.reading_id,
                    from_value=value,
                    from_unit=facts.odometer_unit,
                    due_on=add_months(facts.done_on, due.interval_months)
                    if due.interval_months
                    else None,
                    due_value=_later(value, due.interval_km, facts.odometer_unit)
                    if by_value
                    else None,
                    old_price_amount=due.old_price_amount,
                    currency=facts.currency,
                    lines=list(due.lines),
                    made_at=tx.now,
                    closed_at=None,
                    closed_reason=None,
                )
            )
        )
    return expense_id, made


def _later(value: int | None, interval_km: int | None, unit: str) -> int | None:
    if value is None or interval_km is None:
        return None
    if unit == "mi":
        return value + round(interval_km * 1000 / 1609.344)
    return value + interval_km


def _close_done(tx: Tx, facts: PassportFacts) -> None:
    items = {due.item_id for due in facts.due if due.kind == "interval" and due.item_id}
    if not items:
        return
    open_ones = tx.session.scalars(
        sa.select(Recommendation).where(
            Recommendation.vehicle_id == facts.vehicle_id,
            Recommendation.state == RecommendationState.OPEN,
            Recommendation.item_id.in_(items),
            Recommendation.kind == "interval",
        )
    )
    for old in open_ones:
        old.state = RecommendationState.DONE
        old.closed_at = tx.now
        old.closed_reason = str(facts.order_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReading:
    """A reading was typed wrong: what it should have been, and why."""

    reading_id: uuid.UUID
    value: int
    reason: str


@action(
    "passports.correct_reading",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("passports", "Correct odometer reading"),
)
def correct_reading(tx: Tx, command: CorrectReading) -> uuid.UUID:
    """Put a corrected reading beside the mistaken one; reminders then count from the corrected value."""
    if not command.reason.strip():
        raise invalid("reason", QT_TRANSLATE_NOOP("passports", "Say why the reading is corrected."))
    old = tx.load(OdometerReading, command.reading_id)
    tx.load(Vehicle, old.vehicle_id, lock=True)
    new_id = vehicles.record_reading(
        tx,
        vehicle_id=old.vehicle_id,
        value=command.value,
        unit=old.unit,
        source="correction",
        source_id=old.source_id,
        reason=command.reason,
        corrects_id=old.id,
    )
    tx.about("vehicle", old.vehicle_id)
    for due in tx.session.scalars(
        sa.select(Recommendation).where(
            Recommendation.from_reading_id.in_(_corrections_of(tx, old.id)),
            Recommendation.state == RecommendationState.OPEN,
        )
    ):
        due.from_reading_id = new_id
        due.from_value = command.value
        due.due_value = _later(command.value, due.interval_km, due.from_unit)
    return new_id


def _corrections_of(tx: Tx, reading_id: uuid.UUID) -> set[uuid.UUID]:
    """The reading and every correction of it: a reminder may count from any of them."""
    chain, newest = {reading_id}, {reading_id}
    while newest:
        newest = set(
            tx.session.scalars(
                sa.select(OdometerReading.id).where(OdometerReading.corrects_id.in_(newest))
            )
        )
        chain |= newest
    return chain


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissRecommendation:
    """The customer does not want it, for good."""

    recommendation_id: uuid.UUID
    reason: str


@action(
    "passports.dismiss",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("passports", "Dismiss recommendation"),
)
def dismiss_recommendation(tx: Tx, command: DismissRecommendation) -> uuid.UUID:
    """Close an open recommendation with a reason; it stays in the vehicle's history."""
    found = tx.load(Recommendation, command.recommendation_id)
    tx.load(Vehicle, found.vehicle_id)
    if found.state != RecommendationState.OPEN:
        raise TransitionNotAllowedError(found.state, "dismiss", ())
    found.state = RecommendationState.DISMISSED
    found.closed_at = tx.now
    found.closed_reason = command.reason
    tx.about("vehicle", found.vehicle_id)
    return found.id


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation as the desk shows it; ``old_price`` is of the day it was declined, not an offer."""

    id: uuid.UUID
    name: str
    kind: str
    state: RecommendationState
    due_on: date | None
    due_value: int | None
    unit: str
    old_price: Money | None
    age_days: int
    made_at: datetime
    order_id: uuid.UUID


def list_recommendations(
    read: Read, vehicle_id: uuid.UUID, *, now: datetime, open_only: bool = True
) -> list[RecommendationRow]:
    """Recommendations of a vehicle, oldest first, with their age in days."""
    table = Recommendation.__table__
    query = (
        sa.select(table)
        .join(Vehicle, Vehicle.id == table.c.vehicle_id)
        .where(table.c.vehicle_id == vehicle_id, Vehicle.center_id == read.center_id)
    )
    if open_only:
        query = query.where(table.c.state == RecommendationState.OPEN)
    return [
        RecommendationRow(
            r.id,
            r.name,
            r.kind,
            r.state,
            r.due_on,
            r.due_value,
            r.from_unit,
            Money(r.old_price_amount, r.currency) if r.old_price_amount is not None else None,
            (now - r.made_at).days,
            r.made_at,
            r.order_id,
        )
        for r in read.connection.execute(query.order_by(table.c.id))
    ]


# --- the owner's permission ---


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLink:
    """Ask the vehicle's owner. ``claim_sha256``: hash of the secret in the printed claim link."""

    vehicle_id: uuid.UUID
    customer_id: uuid.UUID
    scope: tuple[str, ...] = ("works", "prices")
    claim_sha256: str | None = None


@action(
    "passports.request_link",
    permission=Permission.LINKS_REQUEST,
    label=QT_TRANSLATE_NOOP("passports", "Ask the owner"),
)
def request_link(tx: Tx, command: RequestLink) -> uuid.UUID:
    """Ask for the owner's permission; a request or permission that is open already is returned as it is."""
    if unknown := set(command.scope) - set(SCOPES):
        raise invalid(
            "scope",
            QT_TRANSLATE_NOOP("passports", "Unknown scope: {list}."),
            list=", ".join(sorted(unknown)),
        )
    vehicle = tx.load(Vehicle, command.vehicle_id, lock=True)
    customer = tx.load(Customer, command.customer_id)
    if not vehicle.vin and not vehicle.plate:
        raise invalid(
            "vehicle",
            QT_TRANSLATE_NOOP("passports", "The owner finds the car by VIN or plate: enter one."),
        )
    open_one = tx.session.scalars(
        sa.select(VehicleLink).where(
            VehicleLink.vehicle_id == vehicle.id,
            VehicleLink.state.in_([LinkState.REQUESTED, LinkState.APPROVED]),
        )
    ).first()
    if open_one is not None:
        return open_one.id
    link = tx.add(
        VehicleLink(
            center_id=tx.actor.center_id,
            vehicle_id=vehicle.id,
            customer_id=customer.id,
            state=LinkState.REQUESTED,
            scope=sorted({"works", *command.scope}),
            asked_at=tx.now,
            asked_by_id=tx.actor.employee_id,
            decided_at=None,
            decision_reason=None,
            history=[{"state": LinkState.REQUESTED.value, "at": utc_text(tx.now)}],
        )
    )
    tx.about("vehicle_link", link.id)
    tx.emit(
        Kind.LINK_REQUEST,
        vehicle.id,
        LinkRequest(
            link_id=link.id,
            vehicle_id=vehicle.id,
            vin=vehicle.vin,
            plate=vehicle.plate,
            label=f"{vehicle.make} {vehicle.model}".strip()
            or (vehicle.plate or vehicle.vin or "—"),
            year=vehicle.made_year,
            phone_mask=owner_phone_mask(customer.phone) if customer.phone else None,
            scope=LinkScope(prices="prices" in command.scope, history="history" in command.scope),
            claim_sha256=command.claim_sha256,
            expires_at=utc_text(tx.now + timedelta(days=LINK_DAYS)),
        ),
    )
    return link.id


_DECISIONS = {
    "approved": "approve",
    "declined": "decline",
    "revoked": "revoke",
    "expired": "expire",
}


def apply_link_decision(
    tx: Tx,
    *,
    link_id: uuid.UUID,
    decision: str,
    scope: Sequence[str],
    decided_at: datetime,
    reason: str | None = None,
) -> str:
    """Take over what the owner decided on the server; returns what became of it.

    ``applied``; ``known`` when it is so already; ``unknown`` for a link this desk never asked for;
    ``out_of_order`` when the table has no such step (the server's word is kept in the link's history).
    """
    link = tx.session.get(VehicleLink, link_id, with_for_update=True, populate_existing=True)
    if link is None or link.center_id != tx.actor.center_id:
        return "unknown"
    tx.about("vehicle_link", link.id)
    if link.state.value == decision and sorted(scope) == link.scope:
        return "known"
    following = LINK_FLOW[link.state].get(_DECISIONS[decision])
    if following is None and not (link.state == LinkState.APPROVED and decision == "approved"):
        link.history = [*link.history, {"refused": decision, "at": utc_text(decided_at)}]
        return "out_of_order"
    link.state = following or link.state
    if decision == "approved":
        link.scope = sorted(scope)
    link.decided_at = decided_at
    link.decision_reason = reason
    link.history = [
        *link.history,
        {"state": decision, "scope": sorted(scope), "at": utc_text(decided_at)},
    ]
    return "applied"


class Waiting(StrEnum):
    """Why a record has not left: every retained record can say it."""

    READY = "ready"
    NOT_PAIRED = "not_paired"
    NOT_ASKED = "not_asked"
    AWAITING_OWNER = "awaiting_owner"
    DECLINED = "declined"
    REVOKED = "revoked"
    EXPIRED = "expired"
    NO_PRICES = "no_prices"
    BEHIND = "behind"
    BACKING_OFF = "backing_off"
    NEEDS_ATTENTION = "needs_attention"
    DELIVERED = "delivered"


WAITING_TEXT: dict[Waiting, Sentence] = {
    Waiting.READY: say(QT_TRANSLATE_NOOP("passports", "Leaves with the next exchange.")),
    Waiting.NOT_PAIRED: say(
        QT_TRANSLATE_NOOP("passports", "This shop is not paired with a server yet.")
    ),
    Waiting.NOT_ASKED: say(
        QT_TRANSLATE_NOOP("passports", "The owner has not been asked: request the link.")
    ),
    Waiting.AWAITING_OWNER: say(
        QT_TRANSLATE_NOOP("passports", "Waits for the owner to approve the link.")
    ),
    Waiting.DECLINED: say(
        QT_TRANSLATE_NOOP("passports", "The owner declined the link: it stays in the shop.")
    ),
    Waiting.REVOKED: say(
        QT_TRANSLATE_NOOP("passports", "The owner revoked the link: it stays in the shop.")
    ),
    Waiting.EXPIRED: say(
        QT_TRANSLATE_NOOP("passports", "The request ended without an answer: ask again.")
    ),
    Waiting.NO_PRICES: say(
        QT_TRANSLATE_NOOP("passports", "The owner's permission does not open prices.")
    ),
    Waiting.BEHIND: say(
        QT_TRANSLATE_NOOP("passports", "Waits behind an earlier record of the same car.")
    ),
    Waiting.BACKING_OFF: say(
        QT_TRANSLATE_NOOP("passports", "The server did not answer: tried again by itself.")
    ),
    Waiting.NEEDS_ATTENTION: say(
        QT_TRANSLATE_NOOP("passports", "The server refused it: see the reason.")
    ),
    Waiting.DELIVERED: say(QT_TRANSLATE_NOOP("passports", "The server has it.")),
}
"""The sentence of each reason."""


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An envelope and why it is where it is."""

    id: uuid.UUID
    kind: str
    subject_id: uuid.UUID
    subject_seq: int
    vehicle_id: uuid.UUID | None
    made_at: datetime
    waiting: Waiting
    verdict_code: str | None
    verdict_reason: str | None
    tries: int
    next_try_at: datetime | None


_NEWEST_LINK = (
    sa.select(
        VehicleLink.vehicle_id,
        VehicleLink.state,
        VehicleLink.scope,
        sa.func.row_number()
        .over(partition_by=VehicleLink.vehicle_id, order_by=VehicleLink.id.desc())
        .label("place"),
    )
    .where(VehicleLink.center_id == sa.bindparam("center"))
    .subquery()
)
_ENVELOPES = sa.select(
    OutboxEnvelope.id,
    OutboxEnvelope.kind,
    OutboxEnvelope.subject_id,
    OutboxEnvelope.subject_seq,
    OutboxEnvelope.gate_vehicle_id,
    OutboxEnvelope.needs_prices,
    OutboxEnvelope.made_at,
    OutboxEnvelope.state,
    OutboxEnvelope.verdict_code,
    OutboxEnvelope.verdict_reason,
    OutboxEnvelope.tries,
    OutboxEnvelope.next_try_at,
    _NEWEST_LINK.c.state.label("link_state"),
    _NEWEST_LINK.c.scope.label("link_scope"),
).outerjoin(
    _NEWEST_LINK,
    sa.and_(_NEWEST_LINK.c.vehicle_id == OutboxEnvelope.gate_vehicle_id, _NEWEST_LINK.c.place == 1),
)

_BY_LINK = {
    None: Waiting.NOT_ASKED,
    LinkState.REQUESTED: Waiting.AWAITING_OWNER,
    LinkState.DECLINED: Waiting.DECLINED,
    LinkState.REVOKED: Waiting.REVOKED,
    LinkState.EXPIRED: Waiting.EXPIRED,
}


def list_waiting(
    read: Read,
    *,
    now: datetime,
    delivered: bool = False,
    vehicle_id: uuid.UUID | None = None,
    limit: int = 5000,
) -> list[WaitingRow]:
    """Envelopes in order with the reason each one waits; also those delivered when asked for."""
    query = _ENVELOPES.where(OutboxEnvelope.center_id == sa.bindparam("center"))
    if not delivered:
        query = query.where(OutboxEnvelope.state != OutboxState.DELIVERED)
    if vehicle_id:
        query = query.where(OutboxEnvelope.gate_vehicle_id == vehicle_id)
    rows = read.connection.execute(
        query.order_by(OutboxEnvelope.id).limit(limit), {"center": read.center_id}
    ).all()
    paired = read.connection.execute(
        sa.select(SyncState.paired_at).where(SyncState.center_id == read.center_id)
    ).scalar()
    held: set[uuid.UUID] = set()
    result = []
    for row in rows:
        why = _why(row, paired=paired is not None, now=now, held=held)
        if why in {Waiting.NEEDS_ATTENTION, Waiting.BACKING_OFF}:
            held.add(row.subject_id)
        result.append(
            WaitingRow(
                row.id,
                row.kind,
                row.subject_id,
                row.subject_seq,
                row.gate_vehicle_id,
                row.made_at,
                why,
                row.verdict_code,
                row.verdict_reason,
                row.tries,
                row.next_try_at,
            )
        )
    return result


def _gate(row: sa.Row[*tuple[Any, ...]]) -> Waiting | None:
    """What the owner's word holds back; None when it lets the envelope go."""
    if row.gate_vehicle_id is None:
        return None
    if row.link_state != LinkState.APPROVED:
        return _BY_LINK[row.link_state]
    if row.needs_prices and "prices" not in row.link_scope:
        return Waiting.NO_PRICES
    return None


def _why(
    row: sa.Row[*tuple[Any, ...]], *, paired: bool, now: datetime, held: set[uuid.UUID]
) -> Waiting:
    if row.state == OutboxState.DELIVERED:
        return Waiting.DELIVERED
    if row.state == OutboxState.NEEDS_ATTENTION:
        return Waiting.NEEDS_ATTENTION
    gate = _gate(row)
    if gate is not None:
        return gate
    if row.subject_id in held:
        return Waiting.BEHIND
    if row.next_try_at is not None and row.next_try_at > now:
        return Waiting.BACKING_OFF
    return Waiting.READY if paired else Waiting.NOT_PAIRED


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A vehicle's newest permission."""

    id: uuid.UUID
    vehicle_id: uuid.UUID
    state: LinkState
    scope: tuple[str, ...]
    asked_at: datetime
    decided_at: datetime | None
    version: int


def find_link(read: Read, vehicle_id: uuid.UUID) -> LinkRow | None:
    """The newest permission (or request) of a vehicle, or None when its owner was never asked."""
    table = VehicleLink.__table__
    row = read.connection.execute(
        sa.select(table)
        .where(table.c.vehicle_id == vehicle_id, table.c.center_id == read.center_id)
        .order_by(table.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return LinkRow(
        row.id,
        row.vehicle_id,
        row.state,
        tuple(row.scope),
        row.asked_at,
        row.decided_at,
        row.version,
    )


def order_sync_state(read: Read, order_id: uuid.UUID, *, now: datetime) -> Waiting | None:
    """Where the passport record of a completed order is; None while there is none."""
    vehicle_id = read.connection.execute(
        sa.select(WorkOrder.vehicle_id).where(
            WorkOrder.id == order_id, WorkOrder.center_id == read.center_id
        )
    ).scalar()
    if vehicle_id is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("passports", "There is no such work order.")),
            reason=Reason.NOT_FOUND,
        )
    marker = f'"work_order_id":"{order_id}"'
    body = read.connection.execute(
        sa.select(OutboxEnvelope.id).where(
            OutboxEnvelope.gate_vehicle_id == vehicle_id,
            OutboxEnvelope.kind == Kind.COMPLETED_WORK_ORDER.value,
            OutboxEnvelope.body.contains(marker, autoescape=True),
        )
    ).scalar()
    if body is None:
        return None
    rows = list_waiting(read, now=now, delivered=True, vehicle_id=vehicle_id)
    return next((row.waiting for row in rows if row.id == body), None)
