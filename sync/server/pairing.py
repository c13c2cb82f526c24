"""Devices and keys: pairing by code, rotation, revocation."""

from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

import sqlalchemy as sa

from sync.server import feed, throttle
from sync.server.feed import News
from sync.server.intake import last_receipt
from sync.server.problems import ProblemError, not_found
from sync.server.station import Row, Station, Tx, fast_hash, token
from sync.server.tables import center_keys, centers, devices, pairing_codes
from sync.server.tenancy import CenterRows, Device, OwnerRows
from sync.wire.fields import utc_text
from sync.wire.kinds import ChangeKind
from sync.wire.pairing import (
    DeviceRevoked,
    DeviceState,
    KeyRequest,
    KeyRevoked,
    KeyState,
    PairAnswer,
    PairRequest,
    key_digest,
    new_code,
    pairing_digest,
)
from sync.wire.push import Code
from sync.wire.signing import BadSignatureError, check_signature, key_id, read_public

CODE_LIFE = timedelta(minutes=10)


def show_code(station: Station, user_id: UUID, center_id: UUID | None) -> str:
    """A fresh code for a new center, or for another desk of one that is theirs; older ones die.

    Raises:
        ProblemError: 404 when the center is not theirs.
    """
    code = new_code()
    code_hash = station.slow_hash(code)
    with station.writing() as tx:
        if center_id is not None and OwnerRows(tx, user_id).center(center_id) is None:
            raise not_found()
        over = (pairing_codes.c.user_id == user_id) | (pairing_codes.c.expires_at <= tx.now)
        tx.change(sa.delete(pairing_codes).where(over))
        row = {
            "code_hash": code_hash,
            "user_id": user_id,
            "center_id": center_id,
            "expires_at": tx.now + CODE_LIFE,
        }
        tx.insert(pairing_codes, [row])
    return code


def pair(station: Station, request: PairRequest, address: str) -> PairAnswer:
    """Swap a code for a device token. Repeated by the same device it gives a fresh token.

    Raises:
        ProblemError: 429 too many tries from `address`; 403 wrong code or proof; 409 the code is
            for another center, or the center belongs to somebody else.
    """
    throttle.count(station, throttle.PAIRING, address)
    digest = pairing_digest(request.code, request.center_id, request.device_id, request.public_key)
    _prove(request.public_key, digest, request.proof, "proof")
    code_hash = station.slow_hash(request.code)
    secret = token()
    with station.writing() as tx:
        code = _live_code(tx, code_hash, request.device_id)
        mine = _center_for(tx, code, request.center_id)
        mine.lock()
        known = key_id(request.public_key)
        _register(mine, known, request.public_key)
        _connect(mine, request, secret)
        used = sa.update(pairing_codes).where(pairing_codes.c.code_hash == code_hash)
        tx.change(used.values(device_id=request.device_id, center_id=request.center_id))
        throttle.give_back(tx, throttle.PAIRING, address)
        return PairAnswer(
            token=secret,
            center_id=request.center_id,
            device_id=request.device_id,
            key_id=known,
            paired_at=utc_text(tx.now),
        )


def rotate(station: Station, device: Device) -> str:
    """A new token; the old one works until the new one was used, so a lost answer costs nothing."""
    secret = token()
    with station.writing() as tx:
        this = CenterRows(tx, device.center_id).update(devices)
        tx.change(this.where(devices.c.id == device.id).values(next_token_sha256=fast_hash(secret)))
    return secret


def add_key(station: Station, device: Device, request: KeyRequest) -> KeyState:
    """The center's next key. Both keys sign for it, so a stolen device token is not enough.

    Raises:
        ProblemError: 403 a signature is wrong, or the key that vouches is unknown or revoked.
    """
    digest = key_digest(device.center_id, request.public_key)
    _prove(request.public_key, digest, request.proof, "proof")
    known = key_id(request.public_key)
    with station.writing() as tx:
        mine = CenterRows(tx, device.center_id)
        mine.lock()
        voucher = _key(mine, request.voucher_key_id)
        if voucher is None or voucher.revoked_at is not None:
            raise _wrong(Code.KEY_UNKNOWN, "the key that vouches is not in force", "voucher_key_id")
        _prove(voucher.public_key, digest, request.voucher, "voucher")
        _register(mine, known, request.public_key)
        row = _key(mine, known)
        if row is None:
            raise not_found()
        return _key_state(row)


def state(station: Station, device: Device) -> DeviceState:
    """What the server knows about who asks."""
    with station.reading() as tx:
        mine = CenterRows(tx, device.center_id)
        this = mine.select(devices).where(devices.c.id == device.id)
        row = tx.connection.execute(this).one()
        keys = tx.all(mine.select(center_keys).order_by(center_keys.c.registered_at))
        return DeviceState(
            center_id=device.center_id,
            device_id=device.id,
            device_name=device.name,
            paired_at=utc_text(row.paired_at),
            keys=[_key_state(key) for key in keys],
            last=last_receipt(mine),
        )


def revoke_device(mine: CenterRows, device_id: UUID) -> None:
    """The center's owner disconnects a desk; it is told at its next request.

    Raises:
        ProblemError: 404 when there is none, or it was disconnected before.
    """
    mine.lock()
    this = devices.c.id == device_id
    row = mine.tx.one(mine.select(devices).where(this, devices.c.revoked_at.is_(None)))
    if row is None:
        raise not_found()
    mine.tx.change(mine.update(devices).where(this).values(revoked_at=mine.tx.now))
    payload = DeviceRevoked(
        device_id=device_id,
        device_name=row.name,
        revoked_at=utc_text(mine.tx.now),
        by="center_owner",
    )
    feed.tell(mine.tx, [News(mine.center_id, ChangeKind.DEVICE_REVOKED, mine.center_id, payload)])


def revoke_key(mine: CenterRows, revoked: str, reason: str | None) -> None:
    """From now on nothing signed with this key is taken; what was taken stays valid.

    Raises:
        ProblemError: 404 when there is none, or it was revoked before.
    """
    mine.lock()
    row = _key(mine, revoked)
    if row is None or row.revoked_at is not None:
        raise not_found()
    this = mine.update(center_keys).where(center_keys.c.key_id == revoked)
    mine.tx.change(this.values(revoked_at=mine.tx.now))
    payload = KeyRevoked(key_id=revoked, revoked_at=utc_text(mine.tx.now), reason=reason)
    feed.tell(mine.tx, [News(mine.center_id, ChangeKind.KEY_REVOKED, mine.center_id, payload)])


def _live_code(tx: Tx, code_hash: str, device_id: UUID) -> Row:
    live = sa.select(pairing_codes).where(
        pairing_codes.c.code_hash == code_hash, pairing_codes.c.expires_at > tx.now
    )
    row = tx.one(live)
    if row is None or row.device_id not in {None, device_id}:
        raise _wrong(Code.CODE_WRONG, "no such code now: ask for a fresh one", "code")
    return row


def _center_for(tx: Tx, code: Row, center_id: UUID) -> CenterRows:
    """The center that the code's owner runs; it is born here on its first pairing."""
    if code.center_id not in {None, center_id}:
        raise _other_center()
    mine = CenterRows(tx, center_id)
    row = tx.one(sa.select(centers).where(centers.c.id == center_id))
    if row is None:
        born = {
            "id": center_id,
            "user_id": code.user_id,
            "name": "",
            "profile_seq": 0,
            "receipt_head": 0,
            "change_head": 0,
            "created_at": tx.now,
        }
        tx.insert(centers, [born])
    elif row.user_id != code.user_id:
        raise _other_center()
    return mine


def _connect(mine: CenterRows, request: PairRequest, secret: str) -> None:
    values = {
        "name": request.device_name,
        "token_sha256": fast_hash(secret),
        "next_token_sha256": None,
        "paired_at": mine.tx.now,
        "seen_at": None,
        "revoked_at": None,
        "told_at": None,
    }
    this = mine.update(devices).where(devices.c.id == request.device_id)
    if not mine.tx.change(this.values(**values)):
        mine.insert(devices, [{"id": request.device_id, **values}])


def _register(mine: CenterRows, known: str, public_key: str) -> None:
    row = _key(mine, known)
    if row is None:
        registered = {
            "key_id": known,
            "public_key": public_key,
            "registered_at": mine.tx.now,
        }
        mine.insert(center_keys, [registered])
    elif row.revoked_at is not None:
        raise _wrong(Code.KEY_REVOKED, "this key was revoked: use another", "public_key")


def _key(mine: CenterRows, known: str) -> Row | None:
    return mine.tx.one(mine.select(center_keys).where(center_keys.c.key_id == known))


def _key_state(row: Row) -> KeyState:
    return KeyState(
        key_id=row.key_id,
        public_key=row.public_key,
        registered_at=utc_text(row.registered_at),
        revoked_at=None if row.revoked_at is None else utc_text(row.revoked_at),
    )


def _prove(public_key: str, digest: str, signature: str, field: str) -> None:
    try:
        check_signature(read_public(public_key), digest, signature)
    except (BadSignatureError, ValueError) as error:
        raise _wrong(Code.SIGNATURE_WRONG, "the signature does not match the key", field) from error


def _wrong(code: Code, reason: str, field: str) -> ProblemError:
    return ProblemError(HTTPStatus.FORBIDDEN, code, reason, field=field)


def _other_center() -> ProblemError:
    return ProblemError(
        HTTPStatus.CONFLICT,
        Code.OTHER_CENTER,
        "this code is not for this center",
        field="center_id",
    )
