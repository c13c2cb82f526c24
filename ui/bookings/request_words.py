"""Service requests in words: where one stands, how it came, why it was lost, what happened to it."""

from collections.abc import Mapping

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.requests import LossReason, RequestSource, RequestState
from ui.shell.words import said
from widgets.values import Badge, Hue

_S = RequestState
_STATES: Mapping[RequestState, tuple[Source, str, Hue]] = {
    _S.NEW: (QT_TRANSLATE_NOOP("requests_ui", "New"), "inbox", "wait"),
    _S.CONTACTED: (QT_TRANSLATE_NOOP("requests_ui", "Spoken with"), "phone", "work"),
    _S.QUOTED: (QT_TRANSLATE_NOOP("requests_ui", "Price told"), "banknote", "work"),
    _S.BOOKED: (QT_TRANSLATE_NOOP("requests_ui", "Booked"), "calendar-check", "good"),
    _S.LOST: (QT_TRANSLATE_NOOP("requests_ui", "Lost"), "circle-x", "bad"),
}
REQUEST_SOURCES: Mapping[RequestSource, Source] = {
    RequestSource.PHONE: QT_TRANSLATE_NOOP("requests_ui", "Phone"),
    RequestSource.WEB: QT_TRANSLATE_NOOP("requests_ui", "Web page"),
    RequestSource.WALK_IN: QT_TRANSLATE_NOOP("requests_ui", "Walked in"),
    RequestSource.OWNER: QT_TRANSLATE_NOOP("requests_ui", "Owner's page"),
    RequestSource.MESSENGER: QT_TRANSLATE_NOOP("requests_ui", "Messenger"),
}
LOSSES: Mapping[LossReason, Source] = {
    LossReason.PRICE: QT_TRANSLATE_NOOP("requests_ui", "Too expensive"),
    LossReason.TIME: QT_TRANSLATE_NOOP("requests_ui", "No time that suits"),
    LossReason.ELSEWHERE: QT_TRANSLATE_NOOP("requests_ui", "Went elsewhere"),
    LossReason.NO_ANSWER: QT_TRANSLATE_NOOP("requests_ui", "No answer"),
    LossReason.NOT_OURS: QT_TRANSLATE_NOOP("requests_ui", "We do not do this"),
    LossReason.OTHER: QT_TRANSLATE_NOOP("requests_ui", "Another reason"),
}
_EVENTS: Mapping[str, tuple[Source, str]] = {
    "take": (QT_TRANSLATE_NOOP("requests_ui", "Taken"), "inbox"),
    "contact": (QT_TRANSLATE_NOOP("requests_ui", "Spoken with"), "phone"),
    "quote": (QT_TRANSLATE_NOOP("requests_ui", "Price told"), "banknote"),
    "book": (QT_TRANSLATE_NOOP("requests_ui", "Booked"), "calendar-check"),
    "lose": (QT_TRANSLATE_NOOP("requests_ui", "Lost"), "circle-x"),
    "reopen": (QT_TRANSLATE_NOOP("requests_ui", "Opened again"), "rotate-ccw"),
    "assign": (QT_TRANSLATE_NOOP("requests_ui", "Handed over"), "user-round"),
}


def request_badge(state: RequestState) -> Badge:
    """Where a request stands."""
    words, icon, hue = _STATES[state]
    return Badge(said(words), icon, hue)


def event_words(event: str) -> tuple[str, str]:
    """A step of the story: its words and its icon."""
    words, icon = _EVENTS[event]
    return said(words), icon
