"""`GET /v1/versions`: what a server takes and gives, so that an old desk can say that it is old."""

from typing import Final

from sync.wire.fields import Name, UtcText, VersionText, Wire, Word
from sync.wire.kinds import CHANGE_CURRENT, CURRENT, Kind

PROTOCOL: Final[VersionText] = "2026-11-20"
"""First published: push, changes, have, pairing."""

TAKES: Final[dict[Kind, tuple[VersionText, ...]]] = {kind: (CURRENT[kind],) for kind in Kind}
"""Schema versions that this code reads, oldest first. A version leaves this list only when no desk
in the field writes it any more; golden files in the tests keep each one readable until then."""


class Limits(Wire):
    """How much a request may hold."""

    envelopes: int
    bytes: int
    changes: int
    ids: int


class Versions(Wire):
    """Asked without a token."""

    server: Name
    server_version: Name
    protocols: list[VersionText]
    takes: dict[Word, list[VersionText]]
    gives: dict[Word, VersionText]
    limits: Limits
    now: UtcText
    """The server's clock, for a hint when the desk's is far off; nothing depends on it."""


def takes() -> dict[str, list[str]]:
    """`TAKES` as the answer says it."""
    return {kind.value: list(versions) for kind, versions in TAKES.items()}


def gives() -> dict[str, str]:
    """What this server writes, as the answer says it."""
    return {kind.value: version for kind, version in CHANGE_CURRENT.items()}
