"""Words of arrivals that several rooms say: how a car is here, its state, its key and its place."""

from collections.abc import Mapping

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.arrivals import ArrivalMode, ArrivalState, CarAt, KeyAt, PlaceKind
from reports.labels import Labels, labels
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.values import Badge, Hue

MODES: Mapping[ArrivalMode, Source] = {
    ArrivalMode.STAYS: QT_TRANSLATE_NOOP("ArrivalWords", "Stays"),
    ArrivalMode.WAITS: QT_TRANSLATE_NOOP("ArrivalWords", "Waits"),
    ArrivalMode.CHECK_IN_ONLY: QT_TRANSLATE_NOOP("ArrivalWords", "Check-in only"),
    ArrivalMode.ABSENT: QT_TRANSLATE_NOOP("ArrivalWords", "Not here yet"),
}
_STATES: Mapping[ArrivalState, tuple[Source, str, Hue]] = {
    ArrivalState.DRAFT: (QT_TRANSLATE_NOOP("ArrivalWords", "Draft"), "circle-dashed", "idle"),
    ArrivalState.EXPECTED: (QT_TRANSLATE_NOOP("ArrivalWords", "Expected"), "clock", "wait"),
    ArrivalState.CHECKED_IN: (QT_TRANSLATE_NOOP("ArrivalWords", "Checked in"), "log-in", "work"),
    ArrivalState.LEFT: (QT_TRANSLATE_NOOP("ArrivalWords", "Left"), "log-out", "idle"),
    ArrivalState.CANCELLED: (QT_TRANSLATE_NOOP("ArrivalWords", "Cancelled"), "circle-x", "bad"),
}
KEYS: Mapping[KeyAt, Source] = {
    KeyAt.BOARD: QT_TRANSLATE_NOOP("ArrivalWords", "on the board"),
    KeyAt.EMPLOYEE: QT_TRANSLATE_NOOP("ArrivalWords", "taken"),
    KeyAt.CAR: QT_TRANSLATE_NOOP("ArrivalWords", "in the car"),
    KeyAt.OWNER: QT_TRANSLATE_NOOP("ArrivalWords", "with the owner"),
}
CARS: Mapping[CarAt, Source] = {
    CarAt.PLACE: QT_TRANSLATE_NOOP("ArrivalWords", "at a place"),
    CarAt.TEST_DRIVE: QT_TRANSLATE_NOOP("ArrivalWords", "on a test drive"),
    CarAt.OTHER_SHOP: QT_TRANSLATE_NOOP("ArrivalWords", "at another shop"),
    CarAt.OWNER: QT_TRANSLATE_NOOP("ArrivalWords", "with the owner"),
}
PLACES: Mapping[PlaceKind, Source] = {
    PlaceKind.PARKING: QT_TRANSLATE_NOOP("ArrivalWords", "Parking"),
    PlaceKind.BAY: QT_TRANSLATE_NOOP("ArrivalWords", "Bay"),
    PlaceKind.HALL: QT_TRANSLATE_NOOP("ArrivalWords", "Hall"),
    PlaceKind.STREET: QT_TRANSLATE_NOOP("ArrivalWords", "Street"),
}


def paper_words(desk: Desk) -> Labels:
    """The words of the act in the person's language: ``words("lamp.oil")``."""
    return labels(desk.language, desk.center.country)


def state_badge(state: ArrivalState) -> Badge:
    """The state of an arrival."""
    words, icon, hue = _STATES[state]
    return Badge(said(words), icon, hue)
