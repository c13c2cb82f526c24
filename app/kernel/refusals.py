"""What a database refuses, in words: the user's-world errors behind driver errors."""

from collections.abc import Callable
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError, Reason, Source, UserError, say


def _has(
    *words: str, states: frozenset[str | None] = frozenset()
) -> Callable[[str, str | None], bool]:
    return lambda text, state: state in states or any(word in text for word in words)


_RULES: Final[tuple[tuple[Callable[[str, str | None], bool], Reason, Source, Source], ...]] = (
    (
        _has("locked", states=frozenset({"55P03"})),
        Reason.BUSY,
        QT_TRANSLATE_NOOP(
            "kernel", "The database is busy with another change. Nothing was changed."
        ),
        QT_TRANSLATE_NOOP("kernel", "Try again in a moment."),
    ),
    (
        _has("disk is full", "disk full", states=frozenset({"53100"})),
        Reason.STORAGE,
        QT_TRANSLATE_NOOP(
            "kernel", "The disk is full. Nothing was changed; what was saved before is safe."
        ),
        QT_TRANSLATE_NOOP("kernel", "Free some space and press the button again."),
    ),
    (
        _has("readonly", "unable to open", "disk I/O"),
        Reason.STORAGE,
        QT_TRANSLATE_NOOP("kernel", "The database cannot be written to. Nothing was changed."),
        QT_TRANSLATE_NOOP("kernel", "Check the folder's rights and the disk, then try again."),
    ),
)
_TAKEN: Final = "23P01"
_GONE: Final = frozenset({"57P01", "08006", "08001", None})


def translated(error: DBAPIError) -> Exception:
    """The user's-world error of a database refusal; the database's own error when it is our bug."""
    text = str(error.orig)
    state = getattr(error.orig, "sqlstate", None)
    if "final:" in text:
        return FinalError(text.split("final:", 1)[1].split(maxsplit=1)[0].strip("\"'"))
    if "taken:" in text or state == _TAKEN:
        return UserError(
            say(QT_TRANSLATE_NOOP("kernel", "Somebody else has just taken this time.")),
            reason=Reason.TAKEN,
            remedy=say(
                QT_TRANSLATE_NOOP("kernel", "Look at the calendar and choose another time.")
            ),
        )
    for holds, reason, sentence, remedy in _RULES:
        if holds(text, state):
            return UserError(say(sentence), reason=reason, remedy=say(remedy))
    if isinstance(error, IntegrityError) and ("UNIQUE" in text or state == "23505"):
        return UserError(
            say(QT_TRANSLATE_NOOP("kernel", "Such a record exists already.")),
            reason=Reason.DUPLICATE,
            details={"constraint": text.splitlines()[0]},
        )
    if isinstance(error, OperationalError) and state in _GONE and "connection" in text:
        return UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "kernel", "The database server does not answer. Nothing was changed."
                )
            ),
            reason=Reason.NETWORK,
            remedy=say(
                QT_TRANSLATE_NOOP("kernel", "Check the network and the server, then try again.")
            ),
        )
    return error
