"""Odometer readings in words."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.vehicles import OdometerUnit
from ui.shell.formats import Formats
from ui.shell.words import said

_KM = QT_TRANSLATE_NOOP("Mileage", "km")
_MI = QT_TRANSLATE_NOOP("Mileage", "mi")


def dash_unit(unit: str) -> str:
    """What a dashboard counts in, as it stands behind a number."""
    return said(_MI if unit == OdometerUnit.MI.value else _KM)


def reading_words(formats: Formats, value: int, unit: str) -> str:
    """A reading with its unit: ``84 320 km``."""
    return f"{formats.number(value)}\N{NO-BREAK SPACE}{dash_unit(unit)}"
