"""The envelope: one fact, who states it, in which order, sealed by hash and signature.

What the hash covers is *everything but the seal*: every top-level field except `sha256`, `key_id`
and `signature`, fields that this reader does not know included, spelled by `canonical`. The seal is
outside, so that a fact signed again with a newer key is still the same fact.
"""

import json
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from pydantic import UUID7, Field

from sync.wire.canonical import canonical, sha256_hex
from sync.wire.fields import KeyId, Sha256, Signature, UtcText, VersionText, Wire, Word
from sync.wire.signing import check_signature, key_id, public_text, sign


class HashMismatchError(ValueError):
    """The content is not what was hashed."""


class Header(Wire):
    """What an envelope says before it is sealed."""

    id: UUID7
    """Made where the fact is born; the idempotency key. One id is one content, for ever."""
    kind: Word
    schema_version: VersionText
    center_id: UUID7
    subject_id: UUID7
    """Whose order counts: the vehicle for all that concerns a passport, else the center."""
    subject_seq: int = Field(ge=1, le=2**53 - 1)
    """Rises with every envelope of the subject. Gaps are lawful: not every record leaves."""
    made_at: UtcText
    """By the desk's clock, which may be wrong: it orders nothing on the server."""
    payload: dict[str, Any]

    def content(self) -> bytes:
        """The canonical bytes that the hash covers.

        Raises:
            NotCanonicalError: the payload has a value with more than one spelling.
        """
        return self.spell()[0]

    def spell(self) -> tuple[bytes, bytes]:
        """The bytes that the hash covers, and the payload's part of them.

        Raises:
            NotCanonicalError: the payload has a value with more than one spelling.
        """
        payload = canonical(self.payload)
        content = self.around(payload)
        if self.model_extra:
            content = canonical({**json.loads(content), **self.model_extra})
        return content, payload

    def around(self, payload: bytes, *, key_id: str = "", seal: str = "") -> bytes:
        """The canonical bytes of the known fields; `key_id` and `seal` stand at their sorted places."""
        # Patterns hold these fields to characters that need no escape, and the keys are sorted.
        head = (
            f'{{"center_id":"{self.center_id}","id":"{self.id}",{key_id}"kind":"{self.kind}",'
            f'"made_at":"{self.made_at}","payload":'
        )
        tail = (
            f',"schema_version":"{self.schema_version}",{seal}"subject_id":"{self.subject_id}",'
            f'"subject_seq":{self.subject_seq}}}'
        )
        return head.encode() + payload + tail.encode()


class Envelope(Header):
    """A sealed fact, as it is kept in the outbox, sent, and stored by the server."""

    sha256: Sha256
    key_id: KeyId
    signature: Signature

    @classmethod
    def seal(cls, header: Header, key: Ed25519PrivateKey) -> Self:
        """Hash and sign `header`.

        Raises:
            NotCanonicalError: the payload has a value with more than one spelling.
        """
        return cls.seal_spelled(header, key)[0]

    @classmethod
    def seal_spelled(cls, header: Header, key: Ed25519PrivateKey) -> tuple[Self, bytes]:
        """The same, and the envelope's `to_bytes` around the payload that was hashed.

        Raises:
            NotCanonicalError: the payload has a value with more than one spelling.
        """
        content, payload = header.spell()
        digest = sha256_hex(content)
        sealed = cls.model_validate(
            {
                **dict(header),
                "sha256": digest,
                "key_id": key_id(public_text(key)),
                "signature": sign(key, digest),
            }
        )
        return sealed, sealed.whole(payload)

    def check_hash(self) -> bytes:
        """Compare the hash with the content, and return the content.

        Raises:
            HashMismatchError: something was changed after sealing.
            NotCanonicalError: the content has a value with more than one spelling.
        """
        content = self.content()
        if sha256_hex(content) != self.sha256:
            raise HashMismatchError("the content is not what was hashed")
        return content

    def check(self, key: Ed25519PublicKey) -> None:
        """Prove content and signature.

        Raises:
            HashMismatchError: something was changed after sealing.
            NotCanonicalError: the content has a value with more than one spelling.
            BadSignatureError: another key signed, or nobody.
        """
        self.check_hash()
        check_signature(key, self.sha256, self.signature)

    def to_bytes(self) -> bytes:
        """The whole envelope in canonical form, for the outbox and the network."""
        return self.whole(canonical(self.payload))

    def whole(self, payload: bytes) -> bytes:
        """The whole envelope around its payload as `canonical` spells it."""
        if self.model_extra:
            return canonical(self.plain())
        return self.around(
            payload,
            key_id=f'"key_id":"{self.key_id}",',
            seal=f'"sha256":"{self.sha256}","signature":"{self.signature}",',
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read `to_bytes` back.

        Raises:
            pydantic.ValidationError: not an envelope.
        """
        return cls.model_validate_json(data)
