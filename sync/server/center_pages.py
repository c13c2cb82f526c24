"""Pages of who runs a service center: connecting desks, taking devices and keys out of force."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from sync.server import pairing, passports
from sync.server.problems import not_found
from sync.server.tables import center_keys, devices
from sync.server.tenancy import CenterRows, OwnerRows
from sync.server.web import FieldsOf, VisitorOf, go
from sync.wire.pairing import spoken

router = APIRouter(include_in_schema=False)
LONGEST_REASON = 200
LONGEST_CODE = 200


@router.get("/centers")
def centers(visitor: VisitorOf) -> Response:
    """Their centers with desks and keys."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        shown = [_center(CenterRows(tx, row.id)) for row in owner.centers()]
    return visitor.show("centers.html", {"centers": shown})


@router.post("/centers/code")
def code(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Show a pairing code, once: it is not kept in a readable form."""
    session = visitor.member()
    text = fields.get("center", "")
    try:
        center_id = UUID(text) if text else None
    except ValueError as error:
        raise not_found() from error
    fresh = pairing.show_code(visitor.station, session.user_id, center_id)
    return visitor.show("pair.html", {"code": spoken(fresh), "center": text})


@router.post("/centers/{center_id}/devices/{device_id}/revoke")
def disconnect(visitor: VisitorOf, fields: FieldsOf, center_id: UUID, device_id: UUID) -> Response:
    """Disconnect a desk."""
    del fields  # the form carries its token only, and that was checked
    with visitor.station.writing() as tx:
        mine = OwnerRows(tx, visitor.member().user_id).center(center_id)
        if mine is None:
            raise not_found()
        pairing.revoke_device(mine, device_id)
    return go("/centers")


@router.post("/centers/{center_id}/keys/{key_id}/revoke")
def revoke_key(visitor: VisitorOf, fields: FieldsOf, center_id: UUID, key_id: str) -> Response:
    """Take a signing key out of force."""
    reason = fields.get("reason", "").strip()[:LONGEST_REASON] or None
    with visitor.station.writing() as tx:
        mine = OwnerRows(tx, visitor.member().user_id).center(center_id)
        if mine is None:
            raise not_found()
        pairing.revoke_key(mine, key_id, reason)
    return go("/centers")


@router.get("/check")
def check(visitor: VisitorOf, sha256: str = "", signature: str = "", key: str = "") -> Response:
    """Check a paper: its QR opens this page with the fields filled. For everybody."""
    given = {
        "sha256": sha256.strip().lower()[:LONGEST_CODE],
        "signature": signature.strip()[:LONGEST_CODE],
        "key": key.strip().lower()[:LONGEST_CODE],
    }
    proof = None
    if all(given.values()):
        with visitor.station.reading() as tx:
            proof = passports.prove_paper(tx, given["sha256"], given["signature"], given["key"])
    return visitor.show("check.html", {"given": given, "proof": proof})


def _center(mine: CenterRows) -> dict[str, Any]:
    desks = mine.select(devices).order_by(devices.c.paired_at)
    keys = mine.select(center_keys).order_by(center_keys.c.registered_at)
    return {
        "center": mine.center(),
        "devices": mine.tx.all(desks),
        "keys": mine.tx.all(keys),
    }
