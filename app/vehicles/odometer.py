"""Odometer readings: every one is kept, an unusual one wants a reason, a mistake is mended beside itself.

Rules: 1. A reading lower than the last known one is asked about; with a reason it is kept as an anomaly and does
not count as the last. 2. A jump beyond the center's limit is asked about; with a reason it counts. 3. A correction
takes the place, and the day, of the reading it corrects; both stay. 4. Dashboards that count differently are
compared in kilometres.
"""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.errors import QT_TRANSLATE_NOOP, ConfirmError, Sentence, invalid, say
from app.kernel.merging import standing, whole, wholes
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.base import new_id
from models.vehicles import OdometerReading, OdometerUnit, Vehicle, to_km

HIGHEST = 9_999_999
"""More than any dashboard shows."""

REASON = "odometer_reason"
"""The field that confirms an unusual reading."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that holds: ``value`` in ``unit``."""

    value: int
    unit: str
    read_at: datetime
    id: uuid.UUID

    @property
    def km(self) -> int:
        """The reading in whole kilometres."""
        return to_km(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Newest:
    """What the newest reading of a vehicle is, None when it has none: read once, asked about more than once."""

    reading: Reading | None

    def unusual(self, value: int, unit: str, jump_limit: int) -> Sentence | None:
        """What is unusual about a reading after it, as a question; None when nothing is. ``jump_limit`` in km."""
        return None if self.reading is None else _compare(self.reading, value, unit, jump_limit)


_correction = sa.orm.aliased(OdometerReading)
_STANDS = (
    OdometerReading.is_anomaly.is_(sa.false()),
    # within the vehicle: its index finds the few rows, whatever else is stored
    ~sa.exists().where(
        _correction.vehicle_id == OdometerReading.vehicle_id,
        _correction.corrects_id == OdometerReading.id,
    ),
)
_HOLDS = sa.select(
    OdometerReading.value, OdometerReading.unit, OdometerReading.read_at, OdometerReading.id
).where(whole(OdometerReading.vehicle_id, Vehicle, sa.bindparam("vehicle")), *_STANDS)
_NEWEST = _HOLDS.order_by(OdometerReading.read_at.desc(), OdometerReading.id.desc()).limit(1)
_BEFORE = (
    _HOLDS.where(OdometerReading.read_at <= sa.bindparam("at"))
    .where(OdometerReading.id != sa.bindparam("but"))
    .order_by(OdometerReading.read_at.desc(), OdometerReading.id.desc())
    .limit(1)
)
_AFTER = (
    _HOLDS.where(OdometerReading.read_at > sa.bindparam("at"))
    .where(OdometerReading.id != sa.bindparam("but"))
    .order_by(OdometerReading.read_at, OdometerReading.id)
    .limit(1)
)
_NOBODY = uuid.UUID(int=0)


def last_reading(connection: Connection, vehicle_id: uuid.UUID) -> Reading | None:
    """The newest reading that holds: no anomaly, corrections in the place of what they correct."""
    row = connection.execute(_NEWEST, {"vehicle": vehicle_id}).one_or_none()
    return None if row is None else Reading(*row)


def newest_reading(connection: Connection, vehicle_id: uuid.UUID) -> Newest:
    """The same, for a caller who asks what is unusual and then records."""
    return Newest(last_reading(connection, vehicle_id))


def last_readings(
    connection: Connection, vehicles: Collection[uuid.UUID]
) -> dict[uuid.UUID, Reading]:
    """The newest reading that holds of each of these vehicles, in one select; one never read is left out."""
    mine = standing(Vehicle)
    place = (
        sa.func.row_number()
        .over(
            partition_by=mine,
            order_by=(OdometerReading.read_at.desc(), OdometerReading.id.desc()),
        )
        .label("place")
    )
    ranked = (
        sa.select(
            mine.label("vehicle_id"),
            OdometerReading.value,
            OdometerReading.unit,
            OdometerReading.read_at,
            OdometerReading.id,
            place,
        )
        .join(Vehicle, Vehicle.id == OdometerReading.vehicle_id)
        .where(wholes(OdometerReading.vehicle_id, Vehicle, vehicles), *_STANDS)
        .subquery()
    )
    rows = connection.execute(sa.select(ranked).where(ranked.c.place == 1))
    return {row.vehicle_id: Reading(row.value, row.unit, row.read_at, row.id) for row in rows}


def check_reading(
    connection: Connection, vehicle_id: uuid.UUID, value: int, unit: str, jump_limit: int
) -> Sentence | None:
    """What is unusual about a reading of now, as a question; None when nothing is. ``jump_limit`` in km."""
    return newest_reading(connection, vehicle_id).unusual(value, unit, jump_limit)


def _compare(last: Reading, value: int, unit: str, jump_limit: int) -> Sentence | None:
    if _less(value, unit, last):
        return say(
            QT_TRANSLATE_NOOP(
                "vehicles",
                "{value} {unit} is less than the last known {last} {last_unit} of {day}. Say why.",
            ),
            value=value,
            unit=unit,
            last=last.value,
            last_unit=last.unit,
            day=last.read_at.date().isoformat(),
        )
    if to_km(value, unit) - last.km > jump_limit:
        return say(
            QT_TRANSLATE_NOOP(
                "vehicles",
                "{value} {unit} is far more than the last known {last} {last_unit} of {day}. Say why.",
            ),
            value=value,
            unit=unit,
            last=last.value,
            last_unit=last.unit,
            day=last.read_at.date().isoformat(),
        )
    return None


def _less(value: int, unit: str, other: Reading) -> bool:
    # the same dashboard is compared as it stands: kilometres would round half a mile away
    return value < other.value if unit == other.unit else to_km(value, unit) < other.km


def _unusual(
    connection: Connection, vehicle_id: uuid.UUID, seen: Reading, jump_limit: int, newest: Newest
) -> tuple[Sentence | None, bool]:
    """The question about a reading among its neighbours in time, and whether it is an anomaly."""
    last, later = newest.reading, None
    if last is not None and (last.read_at > seen.read_at or last.id == seen.id):
        # not the newest of all: it stands between two others
        params = {"vehicle": vehicle_id, "at": seen.read_at, "but": seen.id}
        before = connection.execute(_BEFORE, params).one_or_none()
        after = connection.execute(_AFTER, params).one_or_none()
        last = None if before is None else Reading(*before)
        later = None if after is None else Reading(*after)
    if last is not None:
        question = _compare(last, seen.value, seen.unit, jump_limit)
        if question is not None:
            return question, _less(seen.value, seen.unit, last)
    if later is not None and _less(later.value, later.unit, seen):
        return say(
            QT_TRANSLATE_NOOP(
                "vehicles",
                "{value} {unit} is more than {later} {later_unit}, read later, on {day}. Say why.",
            ),
            value=seen.value,
            unit=seen.unit,
            later=later.value,
            later_unit=later.unit,
            day=later.read_at.date().isoformat(),
        ), True
    return None, False


def record_reading(
    tx: Tx,
    *,
    vehicle_id: uuid.UUID,
    value: int,
    unit: str,
    source: str,
    source_id: uuid.UUID | None,
    reason: str | None = None,
    corrects_id: uuid.UUID | None = None,
    read_at: datetime | None = None,
    newest: Newest | None = None,
) -> uuid.UUID:
    """Keep a reading, written with the transaction's other rows; returns its id.

    ``newest`` is what the caller read of the vehicle in this very transaction, when no reading was made since.

    Raises ConfirmError ("odometer_reason") when it is unusual and no reason is given, InvalidError for
    what is no reading. A correction compares with the neighbours of the reading it corrects.
    """
    _check_value(value, unit)
    if tx.collected(OdometerReading.__tablename__):
        tx.flush()  # a reading of this very transaction counts as a neighbour too
        newest = None
    moment = read_at or tx.now
    mistaken = _latest_correction(tx, vehicle_id, corrects_id) if corrects_id else None
    if mistaken is not None:
        moment = mistaken.read_at
    seen = Reading(value, unit, moment, mistaken.id if mistaken else _NOBODY)
    question, anomaly = _unusual(
        tx.connection,
        vehicle_id,
        seen,
        tx.policy.odometer_jump_limit,
        newest or newest_reading(tx.connection, vehicle_id),
    )
    if question is not None and not (reason and reason.strip()):
        raise ConfirmError(REASON, question)
    made = new_id()
    row = {
        "id": made,
        "vehicle_id": vehicle_id,
        "value": value,
        "unit": unit,
        "read_at": moment,
        "source": source,
        "source_id": source_id,
        "is_anomaly": anomaly,
        "reason": reason.strip() if reason else None,
        "confirmed_by_id": tx.actor.employee_id if question is not None else None,
        "corrects_id": mistaken.id if mistaken else None,
    }
    tx.append(OdometerReading, **row)
    tx.touch("vehicle", vehicle_id)
    tx.note(f"odometer_reading/{made}", {"new": row})
    return made


def _check_value(value: int, unit: str) -> None:
    if type(value) is not int or not 0 <= value <= HIGHEST:
        raise invalid(
            "odometer_value",
            QT_TRANSLATE_NOOP("vehicles", "An odometer shows 0 to {highest}."),
            highest=HIGHEST,
        )
    if unit not in {choice.value for choice in OdometerUnit}:
        raise invalid(
            "odometer_unit", QT_TRANSLATE_NOOP("vehicles", "An odometer counts in km or mi.")
        )


def _latest_correction(tx: Tx, vehicle_id: uuid.UUID, reading_id: uuid.UUID) -> Reading:
    """The reading, or the last correction of it: corrections follow one another, they do not branch."""
    current = reading_id
    while True:
        newer = tx.connection.execute(
            sa.select(OdometerReading.id).where(OdometerReading.corrects_id == current)
        ).scalar()
        if newer is None:
            break
        current = newer
    row = tx.connection.execute(
        sa.select(
            OdometerReading.value, OdometerReading.unit, OdometerReading.read_at, OdometerReading.id
        ).where(OdometerReading.id == current, OdometerReading.vehicle_id == vehicle_id)
    ).one_or_none()
    if row is None:
        raise invalid(
            "corrects_id", QT_TRANSLATE_NOOP("vehicles", "This is not a reading of this vehicle.")
        )
    return Reading(*row)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReading:
    """A reading taken outside an order; ``unit`` None is the vehicle's own, ``read_at`` None is now."""

    vehicle_id: uuid.UUID
    value: int
    unit: str | None = None
    reason: str | None = None
    read_at: datetime | None = None


@action(
    "vehicles.add_reading",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Add odometer reading"),
)
def add_reading(tx: Tx, command: AddReading) -> uuid.UUID:
    """Keep a reading from the dashboard; returns its id."""
    vehicle = tx.load(Vehicle, command.vehicle_id, lock=True)
    typed = Typed()
    reason = typed.text("reason", command.reason, limit=500)
    if command.read_at is not None and command.read_at > tx.now:
        typed.wrong("read_at", QT_TRANSLATE_NOOP("vehicles", "This day has not come yet."))
    typed.finish()
    tx.about("vehicle", vehicle.id)
    return record_reading(
        tx,
        vehicle_id=vehicle.id,
        value=command.value,
        unit=command.unit or vehicle.odometer_unit,
        source="desk",
        source_id=None,
        reason=reason,
        read_at=command.read_at,
    )


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading with its story; ``corrected_by_id`` names the reading that stands in its place."""

    id: uuid.UUID
    value: int
    unit: str
    read_at: datetime
    source: str
    source_id: uuid.UUID | None
    is_anomaly: bool
    reason: str | None
    confirmed_by_id: uuid.UUID | None
    corrects_id: uuid.UUID | None
    corrected_by_id: uuid.UUID | None


def readings_of(connection: Connection, vehicle_id: uuid.UUID) -> Sequence[ReadingRow]:
    """Every reading of a vehicle, the newest first, mistaken ones and their corrections too."""
    table = OdometerReading.__table__
    rows = connection.execute(
        sa.select(table)
        .where(whole(table.c.vehicle_id, Vehicle, vehicle_id))
        .order_by(table.c.read_at.desc(), table.c.id.desc())
    ).all()
    corrected = {row.corrects_id: row.id for row in rows if row.corrects_id}
    return tuple(
        ReadingRow(
            id=row.id,
            value=row.value,
            unit=row.unit,
            read_at=row.read_at,
            source=row.source,
            source_id=row.source_id,
            is_anomaly=row.is_anomaly,
            reason=row.reason,
            confirmed_by_id=row.confirmed_by_id,
            corrects_id=row.corrects_id,
            corrected_by_id=corrected.get(row.id),
        )
        for row in rows
    )
