"""Words of the exchange: kinds of records, groups of reasons, what happened, what was kept, what to do."""

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.passports import WAITING_TEXT, Waiting, WaitingRecord
from models.passports import LinkState
from sync.wire.kinds import ChangeKind, Kind
from sync.wire.push import Code
from ui.shell.words import said
from widgets.values import Badge, Hue, Mark, Tone

_OTHER: tuple[str, Source] = ("file-text", QT_TRANSLATE_NOOP("Sync", "Record"))
_KINDS: dict[str, tuple[str, Source]] = {
    Kind.COMPLETED_WORK_ORDER: (
        "clipboard-list",
        QT_TRANSLATE_NOOP("Sync", "Completed work order"),
    ),
    Kind.WORK_ORDER_PRICES: ("receipt-text", QT_TRANSLATE_NOOP("Sync", "Prices of the order")),
    Kind.LINK_REQUEST: ("car", QT_TRANSLATE_NOOP("Sync", "Question to the owner")),
    Kind.CENTER_PROFILE: ("building-2", QT_TRANSLATE_NOOP("Sync", "About the center")),
    Kind.CORRECTION_REQUEST: ("file-pen", QT_TRANSLATE_NOOP("Sync", "Correction asked for")),
    Kind.CORRECTION: ("file-check", QT_TRANSLATE_NOOP("Sync", "Correction")),
    Kind.BOOKING_SETTINGS: ("calendar-clock", QT_TRANSLATE_NOOP("Sync", "Online booking")),
    Kind.FREE_BUSY: ("calendar-check", QT_TRANSLATE_NOOP("Sync", "Free time of the calendar")),
    Kind.APPOINTMENT_ANSWER: (
        "calendar-check",
        QT_TRANSLATE_NOOP("Sync", "Answer about an appointment"),
    ),
    Kind.AUDIT_CHECKPOINT: ("shield-check", QT_TRANSLATE_NOOP("Sync", "Audit checkpoint")),
    ChangeKind.LINK_DECISION: ("users", QT_TRANSLATE_NOOP("Sync", "The owner's answer")),
    ChangeKind.CORRECTION_DECISION: (
        "file-check",
        QT_TRANSLATE_NOOP("Sync", "Answer to a correction"),
    ),
    ChangeKind.KEY_REVOKED: ("key-round", QT_TRANSLATE_NOOP("Sync", "A key was revoked")),
    ChangeKind.DEVICE_REVOKED: ("monitor", QT_TRANSLATE_NOOP("Sync", "A device was revoked")),
    ChangeKind.APPOINTMENT_REQUEST: (
        "calendar-plus",
        QT_TRANSLATE_NOOP("Sync", "An owner asks for a visit"),
    ),
    ChangeKind.APPOINTMENT_CHOICE: (
        "calendar-check",
        QT_TRANSLATE_NOOP("Sync", "An owner's answer to another time"),
    ),
    ChangeKind.APPOINTMENT_CANCELLATION: (
        "calendar-x",
        QT_TRANSLATE_NOOP("Sync", "An owner cancels a visit"),
    ),
    ChangeKind.PASSPORT_HISTORY: ("book-open", QT_TRANSLATE_NOOP("Sync", "History of a car")),
}

GROUPS: tuple[tuple[Source, Source, tuple[Waiting, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Sync", "Needs you"),
        QT_TRANSLATE_NOOP("Sync", "the server refused it"),
        (Waiting.NEEDS_ATTENTION,),
    ),
    (
        QT_TRANSLATE_NOOP("Sync", "The owner was not asked"),
        QT_TRANSLATE_NOOP("Sync", "kept here until you ask"),
        (Waiting.NOT_ASKED, Waiting.EXPIRED),
    ),
    (
        QT_TRANSLATE_NOOP("Sync", "Waits for the owner's permission"),
        QT_TRANSLATE_NOOP("Sync", "kept here until the owner agrees"),
        (Waiting.AWAITING_OWNER,),
    ),
    (
        QT_TRANSLATE_NOOP("Sync", "Waits for the connection"),
        QT_TRANSLATE_NOOP("Sync", "leaves by itself, oldest first"),
        (Waiting.READY, Waiting.BACKING_OFF, Waiting.BEHIND, Waiting.NOT_PAIRED),
    ),
    (
        QT_TRANSLATE_NOOP("Sync", "Stays in the shop"),
        QT_TRANSLATE_NOOP("Sync", "the owner said no"),
        (Waiting.DECLINED, Waiting.REVOKED, Waiting.NO_PRICES),
    ),
)
"""Title, a few more words, and the reasons of each group of the list."""

_MARKS: dict[Waiting, tuple[str, Tone]] = {
    Waiting.READY: ("cloud-upload", "secondary"),
    Waiting.NOT_PAIRED: ("cloud-off", "secondary"),
    Waiting.NOT_ASKED: ("message-circle-question-mark", "wait"),
    Waiting.AWAITING_OWNER: ("hourglass", "wait"),
    Waiting.DECLINED: ("ban", "secondary"),
    Waiting.REVOKED: ("ban", "secondary"),
    Waiting.EXPIRED: ("message-circle-question-mark", "wait"),
    Waiting.NO_PRICES: ("ban", "secondary"),
    Waiting.BEHIND: ("hourglass", "secondary"),
    Waiting.BACKING_OFF: ("cloud-off", "secondary"),
    Waiting.NEEDS_ATTENTION: ("circle-x", "bad"),
    Waiting.DELIVERED: ("check", "good"),
}

_REFUSED = QT_TRANSLATE_NOOP("Sync", "Refused: the server does not take it as it is")
_CODES: dict[str, Source] = {
    Code.KEY_UNKNOWN: QT_TRANSLATE_NOOP(
        "Sync", "Refused: the server does not know this desk's key"
    ),
    Code.KEY_REVOKED: QT_TRANSLATE_NOOP("Sync", "Refused: this desk's key was revoked"),
    Code.SIGNATURE_WRONG: QT_TRANSLATE_NOOP("Sync", "Refused: the signature does not fit"),
    Code.HASH_MISMATCH: QT_TRANSLATE_NOOP("Sync", "Refused: the content was changed on the way"),
    Code.WRONG_CENTER: QT_TRANSLATE_NOOP("Sync", "Refused: it belongs to another center"),
    Code.SCHEMA_TOO_OLD: QT_TRANSLATE_NOOP(
        "Sync", "Refused: this program is too old for the server"
    ),
    Code.LINK_UNKNOWN: QT_TRANSLATE_NOOP("Sync", "Refused: the server does not know the link"),
    Code.LINK_TAKEN: QT_TRANSLATE_NOOP("Sync", "Refused: the link belongs to another car"),
    Code.RECORD_TAKEN: QT_TRANSLATE_NOOP("Sync", "Refused: the record is there already"),
    Code.CORRECTION_NOT_APPROVED: QT_TRANSLATE_NOOP(
        "Sync", "Refused: the owner did not agree to the correction"
    ),
    Code.OTHER_CONTENT: QT_TRANSLATE_NOOP(
        "Sync", "Refused: the server has it with another content"
    ),
}

KEPT_RECORD = QT_TRANSLATE_NOOP(
    "Sync",
    "The order, its invoice and its stock moves are complete and safe here. Only the passport entry waits.",
)
KEPT_OTHER = QT_TRANSLATE_NOOP("Sync", "Everything is safe on this computer. Nothing is lost.")

_TO_DO: dict[Waiting, Source] = {
    Waiting.READY: QT_TRANSLATE_NOOP("Sync", "Nothing: it leaves by itself."),
    Waiting.NOT_PAIRED: QT_TRANSLATE_NOOP(
        "Sync", "Pair this desk: open the server's page of your center and read the code there."
    ),
    Waiting.NOT_ASKED: QT_TRANSLATE_NOOP(
        "Sync", "Ask the owner. They approve on their phone, and the records leave by themselves."
    ),
    Waiting.AWAITING_OWNER: QT_TRANSLATE_NOOP(
        "Sync", "Remind the owner: the question waits on their page of the server."
    ),
    Waiting.DECLINED: QT_TRANSLATE_NOOP(
        "Sync", "Nothing. You may ask again when the owner has changed their mind."
    ),
    Waiting.REVOKED: QT_TRANSLATE_NOOP(
        "Sync", "Nothing. You may ask again when the owner has changed their mind."
    ),
    Waiting.EXPIRED: QT_TRANSLATE_NOOP("Sync", "Ask the owner again."),
    Waiting.NO_PRICES: QT_TRANSLATE_NOOP(
        "Sync", "Nothing: the works leave, the prices stay here, as the owner wished."
    ),
    Waiting.BEHIND: QT_TRANSLATE_NOOP(
        "Sync", "Look at the earlier record of the same car: this one follows it."
    ),
    Waiting.BACKING_OFF: QT_TRANSLATE_NOOP(
        "Sync", "Nothing: it is tried again by itself. You may also send now."
    ),
    Waiting.NEEDS_ATTENTION: QT_TRANSLATE_NOOP(
        "Sync", "Send it again. If it is refused again, give the details to support."
    ),
    Waiting.DELIVERED: QT_TRANSLATE_NOOP("Sync", "Nothing."),
}

_LINKS: dict[LinkState, tuple[Source, str, Hue]] = {
    LinkState.REQUESTED: (QT_TRANSLATE_NOOP("Sync", "Asked"), "hourglass", "wait"),
    LinkState.APPROVED: (QT_TRANSLATE_NOOP("Sync", "Agreed"), "circle-check", "good"),
    LinkState.DECLINED: (QT_TRANSLATE_NOOP("Sync", "Declined"), "circle-x", "idle"),
    LinkState.REVOKED: (QT_TRANSLATE_NOOP("Sync", "Taken back"), "ban", "idle"),
    LinkState.EXPIRED: (QT_TRANSLATE_NOOP("Sync", "No answer"), "alarm-clock", "idle"),
}
_SCOPES: dict[str, Source] = {
    "works": QT_TRANSLATE_NOOP("Sync", "works"),
    "prices": QT_TRANSLATE_NOOP("Sync", "prices"),
    "history": QT_TRANSLATE_NOOP("Sync", "history"),
}
_OUTCOMES: dict[str, Source] = {
    "applied": QT_TRANSLATE_NOOP("Sync", "Taken over"),
    "known": QT_TRANSLATE_NOOP("Sync", "Known already"),
    "unknown": QT_TRANSLATE_NOOP("Sync", "Not asked by this shop"),
    "out_of_order": QT_TRANSLATE_NOOP("Sync", "Came too late"),
    "kept": QT_TRANSLATE_NOOP("Sync", "Kept"),
    "parked": QT_TRANSLATE_NOOP("Sync", "Parked: this program is too old for it"),
}
_DECISIONS: dict[str, Source] = {
    "approved": QT_TRANSLATE_NOOP("Sync", "agreed"),
    "declined": QT_TRANSLATE_NOOP("Sync", "declined"),
    "revoked": QT_TRANSLATE_NOOP("Sync", "took back"),
    "expired": QT_TRANSLATE_NOOP("Sync", "did not answer"),
}


def kind_icon(kind: str) -> str:
    """The icon of a kind of record."""
    return _KINDS.get(kind, _OTHER)[0]


def kind_word(kind: str) -> str:
    """A kind of record in words; one that a newer program made is just a record."""
    return said(_KINDS.get(kind, _OTHER)[1])


def why_mark(record: WaitingRecord) -> Mark:
    """Why the record waits, with its icon in its tone."""
    icon, tone = _MARKS[record.waiting]
    return Mark(why_text(record), icon, tone)


def why_text(record: WaitingRecord) -> str:
    """Why the record waits, in a sentence."""
    if record.waiting is Waiting.NEEDS_ATTENTION:
        return said(_CODES.get(record.verdict_code or "", _REFUSED))
    return said(WAITING_TEXT[record.waiting]).removesuffix(".")


def why_icon(waiting: Waiting) -> tuple[str, Tone]:
    """Icon and tone of a reason."""
    return _MARKS[waiting]


def to_do(waiting: Waiting) -> str:
    """What a person can do about a reason."""
    return said(_TO_DO[waiting])


def link_badge(state: LinkState) -> Badge:
    """What an owner said, as a badge."""
    words, icon, hue = _LINKS[state]
    return Badge(said(words), icon, hue)


def scope_words(scope: tuple[str, ...]) -> str:
    """What an owner opened: works, prices, history."""
    return ", ".join(said(_SCOPES[name]) for name in _SCOPES if name in scope)


def outcome_word(outcome: str) -> str:
    """What became of something the server told."""
    return said(_OUTCOMES.get(outcome, _OUTCOMES["kept"]))


def decision_word(word: str) -> str:
    """Somebody's word in the inbox; empty for changes that carry none."""
    found = _DECISIONS.get(word)
    return said(found) if found is not None else ""
