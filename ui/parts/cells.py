"""Values of the trade as cells: plates with their region apart, phones, mileage."""

import re

from models.text import fold
from widgets.values import PlateText

_RU = re.compile(r"^([АВЕКМНОРСТУХA-Z]\d{3}[АВЕКМНОРСТУХA-Z]{2})\s*(\d{2,3})$", re.IGNORECASE)


def plate_cell(text: str | None, query: str = "") -> PlateText | None:
    """A plate as it is drawn; a Russian one with its region behind the hairline. None for no plate.

    ``query`` marks what was searched for; Latin and Cyrillic look-alikes are equal.
    """
    if not text:
        return None
    shown = re.sub(r"\s+", "", text).upper()
    match = _RU.match(shown)
    body, region = (match.group(1), match.group(2)) if match else (text.upper().strip(), "")
    return PlateText(body, region, _found(body, query))


def _found(body: str, query: str) -> tuple[int, int] | None:
    wanted = fold(query).replace(" ", "")
    if not wanted:
        return None
    at = fold(body).replace(" ", "").find(wanted)
    return (at, len(wanted)) if at >= 0 and len(fold(body)) == len(body) else None
