"""Ed25519 keys and signatures as they are written on the wire and on paper (RFC 8032)."""

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

# The library of keys is loaded by who has one: a desk that shows its first page signs nothing yet.

KEY_BYTES = 32


class BadSignatureError(ValueError):
    """The signature was not made by this key over this digest."""


def to_base64url(data: bytes) -> str:
    """Base64 for links and file names, without padding (RFC 4648, 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """Read `to_base64url` back.

    Raises:
        ValueError: not that alphabet, a wrong length, or bits that no writer sets.
    """
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise ValueError("not base64url") from error
    if to_base64url(data) != text:
        raise ValueError("base64url with stray bits")
    return data


def public_text(key: "Ed25519PrivateKey | Ed25519PublicKey") -> str:
    """The public key as 43 characters."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - see above
        Ed25519PrivateKey,
    )

    public = key.public_key() if isinstance(key, Ed25519PrivateKey) else key
    return to_base64url(public.public_bytes_raw())


def read_public(text: str) -> "Ed25519PublicKey":
    """Read `public_text` back.

    Raises:
        ValueError: not 32 bytes in base64url.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - see above
        Ed25519PublicKey,
    )

    return Ed25519PublicKey.from_public_bytes(from_base64url(text))


def key_id(public: str) -> str:
    """Short name of a key: the first 16 bytes of SHA-256 of its 32 bytes, as hex.

    `public` is the text of `public_text`.

    Raises:
        ValueError: not 32 bytes in base64url.
    """
    raw = from_base64url(public)
    if len(raw) != KEY_BYTES:
        raise ValueError("a public key has 32 bytes")
    return hashlib.sha256(raw).hexdigest()[:32]


def sign(private: "Ed25519PrivateKey", sha256: str) -> str:
    """Sign the 32 bytes of a SHA-256 given as hex; the answer has 86 characters.

    The digest is signed, not the text, so that a printed hash and signature are enough to check.
    """
    return to_base64url(private.sign(bytes.fromhex(sha256)))


def check_signature(public: "Ed25519PublicKey", sha256: str, signature: str) -> None:
    """Prove that `signature` was made over the SHA-256 by the owner of `public`.

    Raises:
        BadSignatureError: it was not, or is not spelled as a signature.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - see above

    try:
        public.verify(from_base64url(signature), bytes.fromhex(sha256))
    except (InvalidSignature, ValueError) as error:
        raise BadSignatureError("signature does not match") from error
