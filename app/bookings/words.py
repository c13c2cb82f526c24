"""Sentences of the calendar: who has a time, why a day does not fit; times as the center's wall clock shows them."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, Source, say
from models.access import Employee
from models.bookings import Appointment, Transport
from models.slots import moment_of
from models.vehicles import Vehicle


def clock(moment: datetime, place: tzinfo, beside: datetime | None = None) -> str:
    """``12:30``, with its date when it is another day than ``beside``."""
    local = moment.astimezone(place)
    if beside is not None and beside.astimezone(place).date() != local.date():
        return local.strftime("%d.%m %H:%M")
    return local.strftime("%H:%M")


def clock_at(minute: int, place: tzinfo) -> str:
    """The wall clock at a minute."""
    return clock(moment_of(minute), place)


_OFF: Final[Mapping[str, Source]] = {
    "leave": QT_TRANSLATE_NOOP("bookings", "{name} on leave"),
    "sick": QT_TRANSLATE_NOOP("bookings", "{name} is ill"),
    "training": QT_TRANSLATE_NOOP("bookings", "{name} at a training"),
    "other": QT_TRANSLATE_NOOP("bookings", "{name} is away"),
    "off": QT_TRANSLATE_NOOP("bookings", "{name} has no shift"),
    "holiday": QT_TRANSLATE_NOOP("bookings", "holiday: {name}"),
    "own": QT_TRANSLATE_NOOP("bookings", "closed: {name}"),
    "weekday": QT_TRANSLATE_NOOP("bookings", "closed on this weekday"),
    "closure": QT_TRANSLATE_NOOP("bookings", "{name} is closed: {why}"),
}
_CLOSED = QT_TRANSLATE_NOOP("bookings", "closed")
_BAY_CLOSED = QT_TRANSLATE_NOOP("bookings", "{name} is closed")


def why_off(code: str, params: Mapping[str, Any]) -> Sentence:
    """Why a day, a bay or a person does not work."""
    if code == "own" and not params.get("name"):
        return say(_CLOSED)
    if code == "closure" and not params.get("why"):
        return say(_BAY_CLOSED, name=params["name"])
    return say(_OFF[code], **params)


def initials(name: str) -> str:
    """The first letters of a name's first two words."""
    return "".join(word[0] for word in name.split()[:2]).upper()


@cache
def _whose() -> sa.Select[Any]:
    """Made once: a refused search asks it of every bay."""
    a, v, e = Appointment.__table__, Vehicle.__table__, Employee.__table__
    return (
        sa.select(
            a.c.number,
            sa.func.coalesce(v.c.plate, a.c.plate).label("plate"),
            a.c.car,
            v.c.model,
            e.c.name,
        )
        .select_from(a.outerjoin(v, v.c.id == a.c.vehicle_id).join(e, e.c.id == a.c.made_by_id))
        .where(a.c.id == sa.bindparam("key"), a.c.center_id == sa.bindparam("center"))
    )


def whose(connection: Connection, center_id: uuid.UUID, key: uuid.UUID) -> tuple[str, str]:
    """What has a time, as people call it (plate and car, or a number), and who booked it."""
    row = connection.execute(_whose(), {"key": key, "center": center_id}).one_or_none()
    if row is None:
        number = connection.execute(
            sa.select(Transport.number).where(Transport.id == key, Transport.center_id == center_id)
        ).scalar()
        return (number or "?", "?")
    named = " ".join(part for part in (row.plate, row.model or row.car) if part)
    return (named or row.number, row.name)


_CODES: Final[Mapping[str, Source]] = {
    "lift": QT_TRANSLATE_NOOP("bookings", "lift"),
    "up_to_3_5_t": QT_TRANSLATE_NOOP("bookings", "up to 3.5 t"),
    "alignment": QT_TRANSLATE_NOOP("bookings", "alignment"),
    "diagnosis": QT_TRANSLATE_NOOP("bookings", "diagnosis"),
    "electric": QT_TRANSLATE_NOOP("bookings", "electric"),
    "tyres": QT_TRANSLATE_NOOP("bookings", "tyres"),
    "body": QT_TRANSLATE_NOOP("bookings", "body"),
    "paint_booth": QT_TRANSLATE_NOOP("bookings", "paint booth"),
    "wash": QT_TRANSLATE_NOOP("bookings", "wash"),
    "calibration": QT_TRANSLATE_NOOP("bookings", "calibration"),
    "mechanic": QT_TRANSLATE_NOOP("bookings", "mechanic"),
    "electrician": QT_TRANSLATE_NOOP("bookings", "electrician"),
    "geometry": QT_TRANSLATE_NOOP("bookings", "geometry"),
    "engine": QT_TRANSLATE_NOOP("bookings", "engine"),
    "gearbox": QT_TRANSLATE_NOOP("bookings", "gearbox"),
    "brakes": QT_TRANSLATE_NOOP("bookings", "brakes"),
    "air_conditioning": QT_TRANSLATE_NOOP("bookings", "air conditioning"),
    "high_voltage": QT_TRANSLATE_NOOP("bookings", "high voltage"),
    "paint": QT_TRANSLATE_NOOP("bookings", "paint"),
    "driver": QT_TRANSLATE_NOOP("bookings", "driver"),
}
_BOTH = QT_TRANSLATE_NOOP("bookings", "{one}, {other}")


def named(codes: Iterable[str]) -> Sentence | Source | str:
    """Abilities or skills in words; a code of the shop's own is its own word."""
    told: Sentence | Source | str = ""
    for code in sorted(codes):
        word = _CODES.get(code, code)
        told = say(_BOTH, one=told, other=word) if told else word
    return told
