"""The signatures of a push: checked beside the server from before it is read until right before it is kept.

A canonical envelope has its seal at known places, so what there is to check is seen in the body without reading it.
That is a guess, and nobody believes it: it is asked about while the batch is read, and an answer counts only for an
envelope that was then read with this very key, hash and signature.
"""

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Final, NamedTuple, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.server.checking import Item, Refusal
from sync.server.seals import FEWEST, Seal, helper
from sync.wire.envelope import Envelope
from sync.wire.push import MAX_ENVELOPES, Code
from sync.wire.signing import BadSignatureError, check_signature, from_base64url

_KEY: Final = b'"key_id":"'
_HASH: Final = b'"sha256":"'
_SIGNATURE: Final = b'","signature":"'
_KEY_SIZE, _HASH_SIZE, _SIGNATURE_SIZE = 32, 64, 86

_Signed = Sequence[tuple[Item, Ed25519PublicKey]]


class _Told(NamedTuple):
    """A seal as an envelope writes it."""

    key_id: str
    sha256: str
    signature: str


class Signatures:
    """The signatures of a batch, being checked: nothing of it may be kept before ``settle`` has told.

    The helper works for this batch until ``settle``, or until the end of the ``with`` block.
    """

    def __init__(self, body: bytes, keys: Mapping[str, Ed25519PublicKey]) -> None:
        self._keys = keys
        self._signed: _Signed = []
        self._asked: list[_Told] = []
        self._fetch: Callable[[], bytes | None] | None = None
        self._forged: bool | None = None
        self._ask([told for told in _seen_in(body) if told.key_id in keys])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._answered()

    def expect(self, signed: _Signed) -> None:
        """Name what has to be right: items whose content was read, each with the key that it names."""
        self._signed = signed
        if self._fetch is None:
            self._ask([_told(item.envelope) for item, _ in signed])

    @property
    def are_waited_for(self) -> bool:
        """Whether another process is still at it; what is checked here is settled first."""
        return self._fetch is not None and self._forged is None

    def settle(self) -> bool:
        """Wait for them, and give forged items their refusal; whether there are any. Again: the same."""
        if self._forged is None:
            right = self._answered()
            doubted = [pair for pair in self._signed if _told(pair[0].envelope) not in right]
            forged = [item for item, key in doubted if _is_forged(item, key)]
            self._forged = bool(forged)
        return self._forged

    def _ask(self, asked: list[_Told]) -> None:
        if len(asked) >= FEWEST:
            self._asked = asked
            raw = {key_id: key.public_bytes_raw() for key_id, key in self._keys.items()}
            self._fetch = helper.ask([_seal(raw[told.key_id], told) for told in asked])

    def _answered(self) -> set[_Told]:
        """What the helper found right, once; nothing when it was not asked, is gone, or has been heard."""
        fetch, self._fetch = self._fetch, None
        said = fetch() if fetch is not None else None
        if said is None:
            return set()
        return {told for told, right in zip(self._asked, said, strict=True) if right}


def _seen_in(body: bytes) -> list[_Told]:
    """The seals of canonical envelopes in the order of the batch; none when it looks otherwise."""
    keys = [body[at : at + _KEY_SIZE] for at in _places(body, _KEY)]
    hashes = _places(body, _HASH)
    if not len(keys) == len(hashes) <= MAX_ENVELOPES:
        return []
    seen = []
    for key, at in zip(keys, hashes, strict=True):
        end = at + _HASH_SIZE
        start = end + len(_SIGNATURE)
        if body[end:start] != _SIGNATURE:
            return []
        parts = (key, body[at:end], body[start : start + _SIGNATURE_SIZE])
        seen.append(_Told(*(part.decode("latin-1") for part in parts)))
    return seen


def _places(body: bytes, mark: bytes) -> list[int]:
    """Where each thing that stands behind the mark begins."""
    places = []
    at = body.find(mark)
    while at >= 0:
        at += len(mark)
        places.append(at)
        at = body.find(mark, at)
    return places


def _told(envelope: Envelope) -> _Told:
    return _Told(envelope.key_id, envelope.sha256, envelope.signature)


def _seal(key: bytes, told: _Told) -> Seal:
    try:
        digest, signature = bytes.fromhex(told.sha256), from_base64url(told.signature)
    except ValueError:
        # no seal at all: denied, and then refused in words
        digest, signature = b"", b""
    return Seal(key, digest[:32].ljust(32, b"\0"), signature[:64].ljust(64, b"\0"))


def _is_forged(item: Item, key: Ed25519PublicKey) -> bool:
    try:
        check_signature(key, item.envelope.sha256, item.envelope.signature)
    except BadSignatureError as error:
        item.refusal, item.is_forged = (
            Refusal(Code.SIGNATURE_WRONG, str(error), "signature"),
            True,
        )
    return item.is_forged
