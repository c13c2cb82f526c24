"""The drawing of the car in the words of the paper, so that screen and act say the same; lamps in few letters."""

from collections.abc import Mapping

from app.arrivals import drawing
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.arrivals import Lamp, MarkKind, View
from reports.labels import Labels
from widgets.figure import FigureKind, FigureView

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


SHORT_LAMPS: Mapping[Lamp, Source] = {
    Lamp.TYRES: QT_TRANSLATE_NOOP("ArrivalLamps", "Tyres"),
    Lamp.AIRBAG: QT_TRANSLATE_NOOP("ArrivalLamps", "Airbag"),
    Lamp.COOLANT: QT_TRANSLATE_NOOP("ArrivalLamps", "Coolant"),
    Lamp.STEERING: QT_TRANSLATE_NOOP("ArrivalLamps", "Steering"),
    Lamp.STABILITY: QT_TRANSLATE_NOOP("ArrivalLamps", "Stability"),
    Lamp.GEARBOX: QT_TRANSLATE_NOOP("ArrivalLamps", "Gearbox"),
    Lamp.GLOW_PLUG: QT_TRANSLATE_NOOP("ArrivalLamps", "Glow plug"),
    Lamp.PARTICLE_FILTER: QT_TRANSLATE_NOOP("ArrivalLamps", "DPF"),
    Lamp.ADBLUE: QT_TRANSLATE_NOOP("ArrivalLamps", "AdBlue"),
    Lamp.HYBRID: QT_TRANSLATE_NOOP("ArrivalLamps", "Hybrid"),
    Lamp.DRIVER_ASSISTANCE: QT_TRANSLATE_NOOP("ArrivalLamps", "Assistance"),
}
"""Lamps whose whole words have no room on a button; the button says them to who asks."""
