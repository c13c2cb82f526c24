"""How a desk becomes a device of a center, and stops being one.

The center's owner reads an 8-character code on the server's page; the desk swaps it, with proof
that it holds the center's key, for a device token.
"""

import secrets
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from sync.wire.canonical import canonical, sha256_hex
from sync.wire.fields import (
    Id,
    KeyId,
    Name,
    Note,
    PublicKey,
    Signature,
    Token,
    UtcText,
    VersionText,
    Wire,
)
from sync.wire.push import Receipt

CODE_LENGTH = 8
CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: no I, L, O, U. 40 bits for ten minutes, behind a rate limit."""
KEY_REVOKED_VERSION: VersionText = "2026-11-20"
"""First published."""
DEVICE_REVOKED_VERSION: VersionText = "2026-11-20"
"""First published."""


def new_code() -> str:
    """A fresh pairing code, 8 characters without the dash that people read it with."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def spoken(code: str) -> str:
    """`ABCD-EFGH`, as the page shows it."""
    return f"{code[:4]}-{code[4:]}"


def typed(text: str) -> str:
    """What a person typed, as a code: any case, dashes and spaces, O for 0, I and L for 1."""
    kept = "".join(letter for letter in text.upper() if letter.isalnum())
    return kept.translate(str.maketrans("OIL", "011"))


class PairRequest(Wire):
    """`POST /v1/pair`. Repeating it with the same code, device and key gives a fresh token."""

    code: Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{8}$")]
    center_id: Id
    device_id: Id
    device_name: Name
    public_key: PublicKey
    proof: Signature
    """By that key, over `pairing_digest`."""


def pairing_digest(code: str, center_id: UUID, device_id: UUID, public_key: str) -> str:
    """SHA-256, as hex, of what a desk signs to prove that it holds the key."""
    return sha256_hex(
        canonical(
            {
                "center_id": str(center_id),
                "code": code,
                "device_id": str(device_id),
                "public_key": public_key,
                "purpose": "carpass.pair",
            }
        )
    )


class PairAnswer(Wire):
    """The token is told here and never again; the server keeps its hash only."""

    token: Token
    center_id: Id
    device_id: Id
    key_id: KeyId
    paired_at: UtcText


class RotateAnswer(Wire):
    """`POST /v1/device/rotate`. The old token works until the new one was used once."""

    token: Token


class KeyRequest(Wire):
    """`POST /v1/keys`: the center's next key, vouched for by one that the server knows."""

    public_key: PublicKey
    proof: Signature
    """By the new key, over `key_digest`."""
    voucher_key_id: KeyId
    voucher: Signature
    """By the known key, over `key_digest`."""


def key_digest(center_id: UUID, public_key: str) -> str:
    """SHA-256, as hex, of what both keys sign when one follows the other."""
    return sha256_hex(
        canonical(
            {
                "center_id": str(center_id),
                "public_key": public_key,
                "purpose": "carpass.key",
            }
        )
    )


class KeyState(Wire):
    """A key as the server knows it."""

    key_id: KeyId
    public_key: PublicKey
    registered_at: UtcText
    revoked_at: UtcText | None = None


class DeviceState(Wire):
    """`GET /v1/device`: what the server thinks of who asks."""

    center_id: Id
    device_id: Id
    device_name: Name
    paired_at: UtcText
    keys: list[KeyState]
    last: Receipt | None = None
    """The last envelope that the server took from this center."""


class KeyRevoked(Wire):
    """`key_revoked`: comes back. What was signed before stays valid; new envelopes need another."""

    key_id: KeyId
    revoked_at: UtcText
    reason: Note | None = None


class DeviceRevoked(Wire):
    """`device_revoked`: comes back to the center's other devices."""

    device_id: Id
    device_name: Name
    revoked_at: UtcText
    by: Literal["center_owner", "server"]
