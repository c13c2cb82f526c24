"""Gapless numbers: drawn in the transaction that uses them, never reused, never counted from rows.

Rule: a series restarts with its period; the period follows from the places of its template.
"""

import re
import uuid
from datetime import date
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.kernel.errors import BugError
from models.base import Id, new_id

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_DRAW = sa.text(
    "INSERT INTO number_sequence (id, center_id, series, period, value) VALUES (:id, :center, :series, :period, 1) "
    "ON CONFLICT (center_id, series, period) DO UPDATE SET value = number_sequence.value + 1 RETURNING value"
).bindparams(sa.bindparam("id", type_=Id()), sa.bindparam("center", type_=Id()))

_PLACES = re.compile(r"\{(center|order|yyyy|yy|mm|fy|seq)(?::0?(\d+))?\}")


def fiscal_year(on: date, starts_month: int) -> tuple[int, int]:
    """First and last calendar year of the fiscal year that ``on`` lies in (India: April to March)."""
    first = on.year if on.month >= starts_month else on.year - 1
    return (first, first + 1) if starts_month > 1 else (first, first)


def period_of(template: str, on: date, starts_month: int) -> str:
    """The period in which numbers of the template are unique: month, fiscal year, year, or for ever."""
    if "{fy}" in template:
        first, last = fiscal_year(on, starts_month)
        return f"{first}-{last}"
    if "{mm}" in template:
        return f"{on.year:04}-{on.month:02}"
    if "{yyyy}" in template or "{yy}" in template:
        return f"{on.year:04}"
    return ""


def render(
    template: str, *, seq: int, on: date, center: str, starts_month: int = 1, order: str = ""
) -> str:
    """The number as people read it. Places: center, order, yyyy, yy, mm, fy (2526), seq with a width."""
    first, last = fiscal_year(on, starts_month)
    values = {
        "center": center,
        "order": order,
        "yyyy": f"{on.year:04}",
        "yy": f"{on.year % 100:02}",
        "mm": f"{on.month:02}",
        "fy": f"{first % 100:02}{last % 100:02}",
    }
    if "{seq" not in template:
        message = f"the number template {template!r} has no {{seq}}"
        raise BugError(message)

    def fill(match: re.Match[str]) -> str:
        name, width = match.group(1), match.group(2)
        return (
            f"{seq:0{width}}"
            if name == "seq" and width
            else str(seq)
            if name == "seq"
            else values[name]
        )

    return _PLACES.sub(fill, template)


def draw(connection: "Connection", center_id: uuid.UUID, series: str, period: str) -> int:
    """The next whole number of a series; a roll-back gives it back, so there is no gap."""
    value = connection.execute(
        _DRAW, {"id": new_id(), "center": center_id, "series": series, "period": period}
    ).scalar_one()
    return int(value)
