"""Gapless numbers: drawn in the transaction that uses them, never reused, never counted from rows.

Rule: a series restarts with its period; the period follows from the places of its template.
"""

import re
import uuid
from datetime import date
from enum import StrEnum
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

# a width is typed by a person: {seq:999999999} would be a gigabyte of zeros
PLACES = re.compile(r"\{(?:(center|order|yyyy|yy|mm|fy)|(seq)(?::0?([1-9]|1[0-2]))?)\}")
"""The places of a template: one that is not the running number, or the number and its width (1 to 12)."""
LONGEST = 60
"""Characters of a template; longer ones do not fit the narrowest paper."""


class Flaw(StrEnum):
    """Why a template makes no numbers."""

    LONG = "long"
    UNPRINTABLE = "unprintable"
    UNKNOWN_PLACE = "unknown_place"
    NOT_ONE_NUMBER = "not_one_number"
    MONTH_ALONE = "month_alone"


def flaw_of(template: str) -> Flaw | None:
    """Why a template that a person typed makes no numbers; None when it does. Quick whatever was typed.

    Outside its places everything is plain text; a brace that belongs to no place is a mistake.
    """
    if len(template) > LONGEST:
        return Flaw.LONG
    if not template.isprintable():
        # a number that turns its reader around, or breaks its line, is no number on a paper
        return Flaw.UNPRINTABLE
    if re.search(r"[{}]", PLACES.sub("", template)):
        return Flaw.UNKNOWN_PLACE
    if sum(bool(match[2]) for match in PLACES.finditer(template)) != 1:
        return Flaw.NOT_ONE_NUMBER
    # a month without its year would give last year's numbers a second time
    if "{mm}" in template and not re.search(r"\{(yyyy|yy|fy)\}", template):
        return Flaw.MONTH_ALONE
    return None


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
    """The number as people read it. Places: center, order, yyyy, yy, mm, fy (2526), seq with a width (1 to 12)."""
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
        name, width = match.group(1), match.group(3)
        return values[name] if name else f"{seq:0{width}}" if width else str(seq)

    return PLACES.sub(fill, template)


def draw(connection: "Connection", center_id: uuid.UUID, series: str, period: str) -> int:
    """The next whole number of a series; a roll-back gives it back, so there is no gap."""
    value = connection.execute(
        _DRAW, {"id": new_id(), "center": center_id, "series": series, "period": period}
    ).scalar_one()
    return int(value)
