"""Two kinds of error: the user's world (``UserError``: what happened, what to do) and our bugs (all others)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Source(str):
    """An English sentence with named places that Qt Linguist translates in ``context``."""

    __slots__ = ("context",)
    context: str


def QT_TRANSLATE_NOOP(context: str, text: str) -> Source:  # noqa: N802 - the name by which lupdate finds the text
    """Mark ``text`` for translation; returns it with its context, unchanged."""
    source = Source(text)
    source.context = context
    return source


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for a person: its translatable source and the values of its places."""

    source: Source
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.source.format(**self.params) if self.params else str(self.source)


def say(source: Source, **params: Any) -> Sentence:
    """The sentence of ``source`` with its places filled."""
    return Sentence(source, params)


class Reason(StrEnum):
    """The closed list of ways in which the user's world says no."""

    INVALID = "invalid"
    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    TRANSITION = "transition"
    BLOCKED = "blocked"
    CHANGED = "changed"
    FINAL = "final"
    DUPLICATE = "duplicate"
    SHORT = "short"
    SIGN_IN = "sign_in"
    BUSY = "busy"
    STORAGE = "storage"
    UNSUPPORTED = "unsupported"
    NETWORK = "network"
    FILE = "file"
    TAKEN = "taken"


class UserError(Exception):
    """Something a person can understand and act upon.

    ``details`` holds facts for support, never personal data; ``remedy`` says what to do.
    """

    reason: Reason = Reason.INVALID

    def __init__(
        self,
        sentence: Sentence,
        *,
        reason: Reason | None = None,
        remedy: Sentence | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        if reason is not None:
            self.reason = reason
        self.remedy = remedy
        self.details: Mapping[str, Any] = details or {}


class NotFoundError(UserError):
    """The record is not there, or belongs to another center."""

    reason = Reason.NOT_FOUND


class NotAllowedError(UserError):
    """The actor's roles do not hold the permission."""

    reason = Reason.NOT_ALLOWED

    def __init__(self, permission: str) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP("kernel", "You are not allowed to do this ({permission})."),
                permission=permission,
            ),
            remedy=say(QT_TRANSLATE_NOOP("kernel", "Ask somebody whose role holds this right.")),
        )
        self.permission = permission


class TransitionNotAllowedError(UserError):
    """The event is not in the table for this state; names state, event, and what is allowed."""

    reason = Reason.TRANSITION

    def __init__(self, state: str, event: str, allowed: Sequence[str]) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP(
                    "kernel", "“{event}” is not possible in state “{state}”; possible: {allowed}."
                ),
                state=state,
                event=event,
                allowed=", ".join(allowed) or "—",
            )
        )
        self.state = state
        self.event = event
        self.allowed = tuple(allowed)


@dataclass(frozen=True, slots=True)
class Blocker:
    """One missing condition: its code, the sentence, and the record or field to jump to."""

    code: str
    sentence: Sentence
    subject: str = ""
    needs_permission: str | None = None

    def __str__(self) -> str:
        return str(self.sentence)


class BlockedError(UserError):
    """Every condition that is missing, all at once."""

    reason = Reason.BLOCKED

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP("kernel", "{count} things are missing: {list}"),
                count=len(blockers),
                list=" ".join(str(b) for b in blockers),
            )
        )
        self.blockers = tuple(blockers)


class ChangedError(UserError):
    """Somebody else changed the record meanwhile: reload, or keep yours."""

    reason = Reason.CHANGED

    def __init__(self, kind: str, who: str, at: str, yours: int, theirs: int) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP("kernel", "Changed by {who} at {at} while you were editing."),
                who=who,
                at=at,
            ),
            remedy=say(
                QT_TRANSLATE_NOOP("kernel", "Reload to see their version, or keep yours over it.")
            ),
            details={"kind": kind, "yours": yours, "theirs": theirs},
        )


class FinalError(UserError):
    """The record is final: a correction, a credit note, a reversal or a counter-move mends it."""

    reason = Reason.FINAL

    def __init__(self, table: str) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP(
                    "kernel", "This record is final and cannot be changed ({table})."
                ),
                table=table,
            ),
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "kernel", "Mend it by a correction, a credit note or a counter-move."
                )
            ),
        )
        self.table = table


class InvalidError(UserError):
    """Something typed is not right; ``problems`` maps each field to its sentence."""

    reason = Reason.INVALID

    def __init__(self, problems: Mapping[str, Sentence]) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP("kernel", "Please check: {list}"),
                list=" ".join(str(s) for s in problems.values()),
            )
        )
        self.problems = dict(problems)


class ConfirmError(UserError):
    """Unusual but possible: the caller may repeat the command with the confirmation named in ``field``."""

    reason = Reason.INVALID

    def __init__(self, field_name: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field_name


class BugError(Exception):
    """Our mistake: something that no input may cause."""


def invalid(field_name: str, source: Source, **params: Any) -> InvalidError:
    """An ``InvalidError`` about one field."""
    return InvalidError({field_name: say(source, **params)})
