"""A busy calendar at once: twelve bays, a person at each, and forty thousand bookings up to a month ahead."""

import random
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.rows import evened
from models.access import Employee
from models.base import new_id
from models.bookings import (
    Appointment,
    AppointmentState,
    AppointmentStep,
    ArrivalMode,
    Bay,
    BookingSource,
    BusySpan,
    OpeningHours,
    Shift,
    Skill,
)
from models.centers import Center
from models.entities import metadata

BOOKINGS: Final = 40_000
BAYS: Final = 12
DAYS_AHEAD: Final = 30
_OPENS, _CLOSES = 9 * 60, 20 * 60
_LENGTHS: Final = (60, 90, 120, 180, 240)
_GAPS: Final = (0, 0, 0, 30, 30, 60)
_WEEK: Final = 6
_CHUNK: Final = 4_000

Insert = Callable[[str, Sequence[dict[str, Any]]], None]


def inserting(connection: Connection) -> Insert:
    """Rows of one table, every column named, past the one door."""

    def insert(table: str, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            connection.execute(sa.insert(metadata.tables[table]), evened(table, list(rows)))

    return insert


def fill_calendar(
    connection: Connection,
    insert: Insert,
    *,
    center_id: uuid.UUID,
    owner_id: uuid.UUID,
    now: datetime,
    chance: random.Random,
    vehicles: Sequence[uuid.UUID] = (),
    count: int = BOOKINGS,
) -> int:
    """Hours, bays, people and ``count`` bookings that end a month ahead; returns how many bookings were made."""
    place = ZoneInfo(
        connection.execute(sa.select(Center.time_zone).where(Center.id == center_id)).scalar_one()
    )
    bays, people = _places(connection, insert, center_id, chance)
    rows: dict[str, list[dict[str, Any]]] = {}
    made = 0
    day = now.astimezone(place).date() + timedelta(days=DAYS_AHEAD)
    while made < count:
        if day.weekday() < _WEEK:
            for bay, person in zip(bays, people, strict=True):
                at = _OPENS + chance.choice(_GAPS)
                while at + _LENGTHS[0] <= _CLOSES and made < count:
                    minutes = min(chance.choice(_LENGTHS), _CLOSES - at)
                    start = datetime(day.year, day.month, day.day, tzinfo=place) + timedelta(
                        minutes=at
                    )
                    made += 1
                    car = chance.choice(vehicles) if vehicles else None
                    _one(
                        rows,
                        center_id,
                        owner_id,
                        bay,
                        person,
                        start.astimezone(UTC),
                        minutes,
                        made,
                        now,
                        car,
                    )
                    at += minutes + chance.choice(_GAPS)
        day -= timedelta(days=1)
    for table in ("appointment", "busy_span", "appointment_step"):
        # the oldest first: a new span is looked for among those that end after it
        found = rows[table][::-1]
        for begin in range(0, len(found), _CHUNK):
            insert(table, found[begin : begin + _CHUNK])
    return made


def _places(
    connection: Connection, insert: Insert, center_id: uuid.UUID, chance: random.Random
) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    base = {"center_id": center_id, "version": 1}
    bays = [new_id() for _ in range(BAYS)]
    insert(
        Bay.__tablename__,
        [
            {
                **base,
                "id": key,
                "name": f"Пост {place + 1}",
                "department": "кузов" if place >= BAYS - 2 else "слесарный",
                "position": place,
                "abilities": ["lift", "alignment"] if place % 4 == 3 else ["lift"],  # noqa: PLR2004 - every fourth
            }
            for place, key in enumerate(bays)
        ],
    )
    known = connection.execute(
        sa.select(sa.func.count()).where(OpeningHours.center_id == center_id)
    ).scalar_one()
    hours = (
        []
        if known
        else [
            {
                **base,
                "id": new_id(),
                "weekday": weekday,
                "opens_minute": _OPENS,
                "closes_minute": _CLOSES,
                "breaks": [],
            }
            for weekday in range(_WEEK)
        ]
    )
    insert(OpeningHours.__tablename__, hours)
    people = [new_id() for _ in range(BAYS)]
    insert(
        Employee.__tablename__,
        [
            {
                **base,
                "id": key,
                "login": f"bay{place + 1}-{chance.randrange(10**6)}",
                "name": f"Механик {place + 1}",
                "position": "механик",
                "role_codes": ["mechanic"],
                "failed_count": 0,
            }
            for place, key in enumerate(people)
        ],
    )
    insert(
        Shift.__tablename__,
        [
            {
                **base,
                "id": new_id(),
                "employee_id": key,
                "weekday": weekday,
                "starts_minute": _OPENS,
                "ends_minute": _CLOSES,
                "breaks": [],
            }
            for key in people
            for weekday in range(_WEEK)
        ],
    )
    insert(
        Skill.__tablename__,
        [
            {
                **base,
                "id": new_id(),
                "employee_id": key,
                "code": "geometry" if place % 4 == 3 else "mechanic",  # noqa: PLR2004 - every fourth
            }
            for place, key in enumerate(people)
        ],
    )
    return bays, people


def _one(  # noqa: PLR0917 - the columns of a booking, in their order
    rows: dict[str, list[dict[str, Any]]],
    center_id: uuid.UUID,
    owner_id: uuid.UUID,
    bay: uuid.UUID,
    person: uuid.UUID,
    start: datetime,
    minutes: int,
    place: int,
    now: datetime,
    car: uuid.UUID | None,
) -> None:
    key = new_id()
    end = start + timedelta(minutes=minutes)
    state = AppointmentState.DONE if end < now else AppointmentState.CONFIRMED
    made_at = min(start - timedelta(days=7), now)
    rows.setdefault(Appointment.__tablename__, []).append(
        {
            "id": key,
            "center_id": center_id,
            "version": 1,
            "number": f"Y-A-{place:06}",
            "state": state,
            "source": BookingSource.PHONE,
            "mode": ArrivalMode.STAYS,
            "vehicle_id": car,
            "car": "Octavia",
            "words": "ТО",
            "minutes": minutes,
            "starts_at": start,
            "ends_at": end,
            "bay_id": bay,
            "employee_id": person,
            "wish": {},
            "made_at": made_at,
            "made_by_id": owner_id,
        }
    )
    rows.setdefault(BusySpan.__tablename__, []).append(
        {
            "id": new_id(),
            "center_id": center_id,
            "appointment_id": key,
            "bay_id": bay,
            "employee_id": person,
            "starts_at": start,
            "ends_at": end,
            "part_starts_at": start,
            "part_ends_at": end,
        }
    )
    rows.setdefault(AppointmentStep.__tablename__, []).append(
        {
            "id": new_id(),
            "appointment_id": key,
            "event": "book",
            "to_state": AppointmentState.CONFIRMED.value,
            "at": made_at,
            "by_id": owner_id,
            "starts_after": start,
            "bay_after_id": bay,
            "employee_after_id": person,
            "minutes_after": minutes,
        }
    )
