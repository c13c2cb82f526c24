"""Links: how a request finds its owner, and what the owner's decisions cause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.base import new_id
from models.passports import LINK_FLOW, LinkState
from models.text import phone_key, plate_key
from sync.server import access, feed
from sync.server.corrections import standing_odometer
from sync.server.feed import News
from sync.server.history import contents, history_news, history_record, payload_of
from sync.server.problems import ProblemError, not_found
from sync.server.station import Row, Tx, fast_hash
from sync.server.tables import cars, centers, links, records
from sync.server.tenancy import CenterRows, OwnerRows
from sync.wire.fields import utc_text
from sync.wire.kinds import ChangeKind
from sync.wire.passports import LinkDecision, LinkScope
from sync.wire.push import Code
from sync.wire.work_orders import CompletedWorkOrder

PHONE_TAIL = 4


@dataclass(frozen=True, slots=True)
class CarChoice:
    """Which car of theirs the owner means; None makes a new one from the request."""

    car_id: UUID | None


def _with_center() -> sa.Select[Any]:
    named = sa.select(
        links, centers.c.name.label("center_name"), centers.c.profile.label("center_profile")
    )
    return named.join(centers, centers.c.id == links.c.center_id)


def requests(owner: OwnerRows) -> list[Row]:
    """Open requests that are this person's to decide, the oldest first.

    A request reaches whoever opened its claim link. Else it must name the VIN of a car of theirs,
    or, when it has none, the plate; and its masked phone must be theirs. A plate alone is readable
    on any street.
    """
    mine = owner.cars()
    vins = {car.vin for car in mine if car.vin}
    plates = {car.plate_key for car in mine if car.plate_key}
    asked = _with_center().where(
        links.c.state == LinkState.REQUESTED,
        links.c.expires_at > owner.tx.now,
        sa.or_(
            links.c.claimed_by == owner.user_id,
            links.c.claimed_by.is_(None)
            & (links.c.vin.in_(vins) | (links.c.vin.is_(None) & links.c.plate_key.in_(plates))),
        ),
    )
    phone = owner.user().phone
    return [
        row
        for row in owner.tx.all(asked.order_by(links.c.asked_at, links.c.id))
        if row.claimed_by == owner.user_id or phone_matches(phone, row.phone_mask)
    ]


def request(owner: OwnerRows, row_id: UUID) -> Row | None:
    """One of `requests`."""
    return next((row for row in requests(owner) if row.id == row_id), None)


def phone_matches(phone: str | None, mask: str | None) -> bool:
    """Whether the last four digits are told by both and equal."""
    told = re.search(r"([0-9][0-9() -]*)$", mask or "")
    tail = phone_key(told.group(1))[-PHONE_TAIL:] if told else ""
    return len(tail) == PHONE_TAIL and phone_key(phone or "")[-PHONE_TAIL:] == tail


def claim(tx: Tx, user_id: UUID, secret: str) -> Row:
    """Give the request of a printed claim link to the person who opened it.

    Raises:
        ProblemError: 404 for a wrong, decided, expired, or by somebody else opened link.
    """
    found = _with_center().where(
        links.c.claim_sha256 == fast_hash(secret),
        links.c.state == LinkState.REQUESTED,
        links.c.expires_at > tx.now,
        sa.or_(links.c.claimed_by.is_(None), links.c.claimed_by == user_id),
    )
    row = tx.connection.execute(found).first()
    if row is None:
        raise not_found()
    mine = sa.update(links).where(
        links.c.id == row.id,
        sa.or_(links.c.claimed_by.is_(None), links.c.claimed_by == user_id),
    )
    if not tx.change(mine.values(claimed_by=user_id)):
        raise not_found()
    return row


def approve(owner: OwnerRows, row_id: UUID, choice: CarChoice, scope: LinkScope) -> UUID:
    """The owner lets the center in, with no more than it asked for; returns the car.

    Raises:
        ProblemError: 404 when the request or the car is not theirs, 409 when it was decided.
    """
    asked = request(owner, row_id)
    if asked is None:
        raise not_found()
    wanted = LinkScope.model_validate(asked.wanted)
    granted = LinkScope(
        prices=scope.prices and wanted.prices, history=scope.history and wanted.history
    )
    car_id = _chosen_car(owner, asked, choice)
    center = CenterRows(owner.tx, asked.center_id)
    center.lock()
    _replace_older(center, asked)
    _move(center, asked, "approve", granted=granted.plain(), car_id=car_id)
    news = [_decision(owner.tx, asked, "approved", granted)]
    access.note(owner.tx, car_id, "link_approved", {"center": asked.center_name})
    if granted.history:
        news += _backlog(owner, asked, car_id)
    feed.tell(owner.tx, news)
    return car_id


def decline(owner: OwnerRows, row_id: UUID) -> None:
    """The owner says no.

    Raises:
        ProblemError: 404 when the request is not theirs, 409 when it was decided.
    """
    asked = request(owner, row_id)
    if asked is None:
        raise not_found()
    center = CenterRows(owner.tx, asked.center_id)
    center.lock()
    _move(center, asked, "decline", claimed_by=owner.user_id)
    wanted = LinkScope.model_validate(asked.wanted)
    feed.tell(owner.tx, [_decision(owner.tx, asked, "declined", wanted)])


def revoke(owner: OwnerRows, row_id: UUID) -> UUID:
    """The owner takes the permission back; what came stays in the passport. Returns the car.

    Raises:
        ProblemError: 404 when the link is not theirs, 409 when it is not in force.
    """
    link, center = _in_force(owner, row_id)
    _move(center, link, "revoke")
    granted = LinkScope.model_validate(link.granted)
    car_id: UUID = link.car_id
    access.note(owner.tx, car_id, "link_revoked", {"center": center.center().name})
    feed.tell(owner.tx, [_decision(owner.tx, link, "revoked", granted)])
    return car_id


def rescope(owner: OwnerRows, row_id: UUID, scope: LinkScope) -> UUID:
    """The owner opens more or less of what was asked for. Returns the car.

    Raises:
        ProblemError: 404 when the link is not theirs, 409 when it is not in force.
    """
    link, center = _in_force(owner, row_id)
    wanted = LinkScope.model_validate(link.wanted)
    before = LinkScope.model_validate(link.granted)
    granted = LinkScope(
        prices=scope.prices and wanted.prices, history=scope.history and wanted.history
    )
    this = center.update(links).where(links.c.id == link.id)
    owner.tx.change(this.values(granted=granted.plain()))
    car_id: UUID = link.car_id
    access.note(owner.tx, car_id, "scope_changed", {"center": center.center().name})
    news = [_decision(owner.tx, link, "approved", granted)]
    if granted.history and not before.history:
        news += _backlog(owner, link, car_id)
    feed.tell(owner.tx, news)
    return car_id


def expire_due(mine: CenterRows) -> int:
    """Close the center's requests whose time is over, and say so in its feed; how many."""
    due = mine.select(links).where(
        links.c.state == LinkState.REQUESTED, links.c.expires_at <= mine.tx.now
    )
    over = mine.tx.all(due)
    for asked in over:
        _move(mine, asked, "expire")
    decided = [
        _decision(mine.tx, row, "expired", LinkScope.model_validate(row.wanted)) for row in over
    ]
    feed.tell(mine.tx, decided)
    return len(over)


def any_due(mine: CenterRows) -> bool:
    """Whether `expire_due` would find something."""
    due = mine.select(links, links.c.id).where(
        links.c.state == LinkState.REQUESTED, links.c.expires_at <= mine.tx.now
    )
    return bool(mine.tx.all(due.limit(1)))


def of_car(owner: OwnerRows, car_id: UUID) -> Sequence[Row]:
    """Links of one of their cars, those in force first."""
    theirs = _with_center().where(
        links.c.car_id == car_id,
        links.c.car_id.in_(sa.select(cars.c.id).where(cars.c.user_id == owner.user_id)),
    )
    in_force = sa.case((links.c.state == LinkState.APPROVED, 0), else_=1)
    return owner.tx.all(theirs.order_by(in_force, links.c.decided_at.desc()))


def _in_force(owner: OwnerRows, row_id: UUID) -> tuple[Row, CenterRows]:
    """The link with its car and center locked, in that order."""
    link = owner.link(row_id)
    if link is None or owner.car(link.car_id, lock=True) is None:
        raise not_found()
    center = CenterRows(owner.tx, link.center_id)
    center.lock()
    again = owner.link(row_id)
    if again is None or again.state is not LinkState.APPROVED:
        raise _decided()
    return again, center


def _chosen_car(owner: OwnerRows, asked: Row, choice: CarChoice) -> UUID:
    if choice.car_id is not None:
        if owner.car(choice.car_id, lock=True) is None:
            raise not_found()
        return choice.car_id
    car_id = new_id()
    row = {
        "id": car_id,
        "user_id": owner.user_id,
        "vin": asked.vin,
        "plate": asked.plate,
        "plate_key": plate_key(asked.plate) or None if asked.plate else None,
        "label": asked.label,
        "year": asked.year,
        "created_at": owner.tx.now,
    }
    owner.tx.insert(cars, [row])
    return car_id


def _replace_older(center: CenterRows, asked: Row) -> None:
    """A center has one link in force per vehicle: an older one ends when the next is approved."""
    older = center.select(links).where(
        links.c.vehicle_id == asked.vehicle_id, links.c.state == LinkState.APPROVED
    )
    row = center.tx.one(older)
    if row is not None:
        _move(center, row, "revoke")
        granted = LinkScope.model_validate(row.granted)
        feed.tell(center.tx, [_decision(center.tx, row, "revoked", granted)])


def _move(center: CenterRows, link: Row, event: str, **values: object) -> None:
    """Change the state as `LINK_FLOW` allows, if nobody did meanwhile."""
    if event not in LINK_FLOW[link.state]:
        raise _decided()
    this = center.update(links).where(links.c.id == link.id, links.c.state == link.state)
    state = LINK_FLOW[link.state][event]
    if not center.tx.change(this.values(state=state, decided_at=center.tx.now, **values)):
        raise _decided()


def _decided() -> ProblemError:
    return ProblemError(HTTPStatus.CONFLICT, Code.NOT_FOUND, "this was decided meanwhile")


def _decision(tx: Tx, link: Row, decision: Any, scope: LinkScope) -> News:  # noqa: ANN401 - checked by the model
    payload = LinkDecision(
        link_id=link.link_id,
        vehicle_id=link.vehicle_id,
        decision=decision,
        scope=scope,
        decided_at=utc_text(tx.now),
    )
    return News(link.center_id, ChangeKind.LINK_DECISION, link.vehicle_id, payload)


def _backlog(owner: OwnerRows, link: Row, car_id: UUID) -> list[News]:
    """What other centers wrote into this car's passport before."""
    theirs = sa.select(records).where(
        records.c.car_id == car_id, records.c.center_id != link.center_id
    )
    news = []
    for row in owner.tx.all(theirs.order_by(records.c.completed_at)):
        author = CenterRows(owner.tx, row.center_id)
        stored = contents(author, [row.envelope_id])[row.envelope_id]
        payload = payload_of(stored.content, CompletedWorkOrder)
        odometer, corrected = standing_odometer(author, row.id, payload.odometer)
        shown = history_record(row.id, payload, odometer=odometer, corrected=corrected)
        news.append(history_news(link, shown))
    if news:
        name = CenterRows(owner.tx, link.center_id).center().name
        access.note(owner.tx, car_id, "history_shown", {"count": len(news)}, actor=name)
    return news
