"""The kinds of places where cars stand, in words."""

from collections.abc import Mapping

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.arrivals import PlaceKind

PLACES: Mapping[PlaceKind, Source] = {
    PlaceKind.PARKING: QT_TRANSLATE_NOOP("PlaceKinds", "Parking"),
    PlaceKind.BAY: QT_TRANSLATE_NOOP("PlaceKinds", "Bay"),
    PlaceKind.HALL: QT_TRANSLATE_NOOP("PlaceKinds", "Hall"),
    PlaceKind.STREET: QT_TRANSLATE_NOOP("PlaceKinds", "Street"),
}
