"""Words of arrivals: those of the paper, so that screen and act say the same, and those of the screen alone."""

from collections.abc import Mapping

from app.arrivals import drawing
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.arrivals import (
    ArrivalMode,
    ArrivalState,
    CarAt,
    KeyAt,
    MarkKind,
    View,
)
from reports.labels import Labels, labels
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.figure import FigureKind, FigureView
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
_LETTERS = {
    # the same keys of a Russian keyboard
    MarkKind.SCRATCH: "SЫ",
    MarkKind.DENT: "DВ",
    MarkKind.CHIP: "CС",
    MarkKind.CRACK: "KЛ",
    MarkKind.MISSING: "MЬ",
}
_BOXES = {
    View.LEFT: (156.0, 0.0, 260.0, 95.0),
    View.FRONT: (18.0, 112.0, 105.0, 95.0),
    View.TOP: (156.0, 106.0, 260.0, 105.0),
    View.REAR: (449.0, 112.0, 105.0, 95.0),
    View.RIGHT: (156.0, 209.0, 260.0, 95.0),
}


def paper_words(desk: Desk) -> Labels:
    """The words of the act in the person's language: ``words("lamp.oil")``."""
    return labels(desk.language, desk.center.country)


def state_badge(state: ArrivalState) -> Badge:
    """The state of an arrival."""
    words, icon, hue = _STATES[state]
    return Badge(said(words), icon, hue)


def views(words: Labels) -> tuple[FigureView, ...]:
    """The five views of the car."""
    return tuple(
        FigureView(
            view.value,
            "" if view is View.TOP else words(f"view.{view.value}"),
            drawing.svg_of(view),
            box,
            drawing.panels()[view.value],
        )
        for view, box in _BOXES.items()
    )


def kinds(words: Labels) -> tuple[FigureKind, ...]:
    """The kinds of marks that have a key."""
    return tuple(
        FigureKind(kind.value, words(f"mark.{kind.value}"), keys) for kind, keys in _LETTERS.items()
    )
