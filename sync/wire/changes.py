"""`GET /v1/changes`: what the server has to tell a center, in the order in which it happened."""

from typing import Annotated, Any

from pydantic import Field

from sync.wire.fields import Id, UtcText, VersionText, Wire, Word

MAX_CHANGES = 500

Cursor = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
"""Opaque. It names a place and what stood there, so a server restored from an old backup notices
and answers 409 `cursor_unknown`; the desk then reads from the beginning."""


class Change(Wire):
    """A fact from the server. Applied twice it changes nothing; an unknown kind is parked."""

    id: Id
    kind: Word
    schema_version: VersionText
    subject_id: Id
    made_at: UtcText
    payload: dict[str, Any]


class ChangesPage(Wire):
    """A page. The desk applies it and stores `next` in one transaction."""

    changes: list[Change] = Field(max_length=MAX_CHANGES)
    next: Cursor | None
    """Where to go on, also when nothing more is there now; null when nothing ever was."""
    more: bool
