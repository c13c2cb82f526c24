"""The owner's permission: asked for here, decided by the owner, on the server."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    invalid,
)
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.customers import Customer
from models.identifiers import owner_phone_mask
from models.passports import (
    LINK_FLOW,
    LinkState,
    VehicleLink,
)
from models.vehicles import Vehicle
from sync.wire.moments import utc_text
from sync.wire.names import Kind

LINK_DAYS = 30
"""A request nobody answers ends after this many days."""
SCOPES = ("works", "prices", "history")


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
    from sync.wire.passports import LinkRequest, LinkScope  # noqa: PLC0415 - who only reads sends nothing

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
