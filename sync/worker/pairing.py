"""Becoming a device of the center, and ceasing to be one."""

import uuid

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, NotAllowedError, Reason, UserError, invalid, say
from app.kernel.tx import Actor, Shop, act
from models.access import Permission
from models.base import new_id
from models.ledger import SyncState
from sync.wire import signing
from sync.wire.pairing import CODE_ALPHABET, CODE_LENGTH, PairRequest, pairing_digest, typed
from sync.worker import verbs
from sync.worker.client import Client, Refused, Unreachable, checked_url


def token_name(shop: Shop, center_id: uuid.UUID) -> str:
    """Under which name the secret store keeps the device token."""
    return f"device-token:{shop.identity}:{center_id}"


def pair(shop: Shop, actor: Actor, *, server_url: str, code: str) -> uuid.UUID:
    """Swap the 8-character code of the server's page for a device token; returns the device's id.

    Raises:
        UserError: a wrong or old code, a server that does not answer or is not a CarPass server.
    """
    if not actor.can(Permission.SYNC):
        raise NotAllowedError(Permission.SYNC)
    url = checked_url(server_url)
    plain = typed(code)
    if len(plain) != CODE_LENGTH or any(letter not in CODE_ALPHABET for letter in plain):
        raise invalid("code", QT_TRANSLATE_NOOP("sync", "A pairing code has 8 letters and digits."))
    key = shop.signing_key()
    public = signing.public_text(key)
    device_id = new_id()
    asked = PairRequest(
        code=plain,
        center_id=actor.center_id,
        device_id=device_id,
        device_name=shop.workstation,
        public_key=public,
        proof=signing.sign(key, pairing_digest(plain, actor.center_id, device_id, public)),
    )
    try:
        with Client(url) as client:
            answer = client.pair(asked)
    except Unreachable as error:
        raise UserError(
            say(QT_TRANSLATE_NOOP("sync", "The server does not answer.")),
            reason=Reason.NETWORK,
            remedy=say(
                QT_TRANSLATE_NOOP("sync", "Check the address and the network, then try again.")
            ),
        ) from error
    except Refused as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("sync", "The server did not take the code: {why}"),
                why=error.reason,
            ),
            reason=Reason.INVALID,
            remedy=say(QT_TRANSLATE_NOOP("sync", "Read a fresh code on the server's page.")),
        ) from error
    shop.secrets.put(token_name(shop, actor.center_id), answer.token.encode())
    act(shop, actor, verbs.record_pairing, verbs.Paired(server_url=url, device_id=device_id))
    return device_id


def unpair(shop: Shop, actor: Actor) -> None:
    """Forget the token; what waits goes on waiting, visibly."""
    with shop.reading(actor) as read:
        url = read.connection.execute(
            sa.select(SyncState.server_url).where(SyncState.center_id == actor.center_id)
        ).scalar()
    shop.secrets.drop(token_name(shop, actor.center_id))
    act(shop, actor, verbs.record_pairing, verbs.Paired(server_url=url or "", device_id=None))
