"""The calendar as iCalendar (RFC 5545): a range in one file, and a file to subscribe to for each bay and person.

Events name plate, car and services; never a customer, a phone or an address.
"""

import contextlib
import os
import re
import tempfile
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import sqlalchemy as sa

from app.bookings.board import service_words
from app.kernel.clock import zone
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.tx import Read, Tx, action
from models.access import Employee, Permission
from models.base import EPOCH
from models.bookings import OVER, Appointment, AppointmentState, Bay, BusySpan
from models.centers import Center
from models.slots import merged, minute_at, minute_of, moment_of
from models.vehicles import Vehicle

_BACK = timedelta(days=14)
_AHEAD = timedelta(days=90)
_DOMAIN = "carpass-desk"


@dataclass(frozen=True, slots=True)
class Entry:
    """An appointment as a calendar tells it; ``parts`` are its stretches of work."""

    id: uuid.UUID
    version: int
    state: AppointmentState
    number: str
    title: str
    what: str
    bay_id: uuid.UUID | None
    bay: str
    employee_id: uuid.UUID | None
    person: str
    parts: Sequence[tuple[datetime, datetime]]
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOutCalendar:
    """The days to write into one file, the last one included."""

    from_on: date
    until_on: date


@action(
    "bookings.take_out_calendar",
    permission=Permission.EXCHANGE_EXPORT,
    label=QT_TRANSLATE_NOOP("bookings", "Take out calendar"),
)
def take_out_calendar(tx: Tx, command: TakeOutCalendar) -> bytes:
    """The iCalendar file of some days; who took it out is kept in the audit."""
    if command.from_on > command.until_on:
        raise invalid(
            "until_on", QT_TRANSLATE_NOOP("bookings", "The last day lies before the first.")
        )
    made = export_calendar(tx.read, command.from_on, command.until_on, now=tx.now)
    tx.note("calendar", [command.from_on, command.until_on])
    tx.about("center", tx.actor.center_id)
    return made


def export_calendar(read: Read, from_on: date, until_on: date, *, now: datetime) -> bytes:
    """One iCalendar file of some days, the last one included; times in UTC."""
    read.require(Permission.BOOKINGS_VIEW)
    center = _center(read)
    place = zone(center.time_zone)
    first = moment_of(minute_at(from_on, 0, place))
    last = moment_of(minute_at(until_on + timedelta(days=1), 0, place))
    return _calendar(center.name, _entries(read, first, last, ended=False), now)


def publish_calendars(read: Read, folder: Path, *, now: datetime) -> tuple[Path, ...]:
    """Bring a file for each bay and person up to date; a reader sees the old file or the new one, never half of it.

    Files of bays and people that are gone are removed. A file that would say the same is left alone. Two weeks
    back and ninety days ahead; what was called off stays as cancelled, so that a phone takes it out.
    Raises UserError (STORAGE) when the folder cannot be written.
    """
    read.require(Permission.BOOKINGS_VIEW)
    entries = _entries(read, now - _BACK, now + _AHEAD, ended=True)
    bays = _named(read, Bay)
    people = _named(read, Employee)
    wanted: dict[str, tuple[str, list[Entry]]] = {}
    for key, name in bays:
        wanted[f"bay-{key}.ics"] = (name, [e for e in entries if e.bay_id == key])
    busy = {entry.employee_id for entry in entries}
    for key, name in people:
        if key in busy:
            wanted[f"person-{key}.ics"] = (name, [e for e in entries if e.employee_id == key])
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in folder.glob("*.ics"):
            if (
                re.fullmatch(r"(bay|person)-[0-9a-f-]{36}\.ics", old.name)
                and old.name not in wanted
            ):
                old.unlink()
        for file, (name, told) in wanted.items():
            _write(folder / file, _calendar(name, told, now))
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("bookings", "The calendars cannot be saved in {path}."),
                path=str(folder),
            ),
            reason=Reason.STORAGE,
            remedy=say(QT_TRANSLATE_NOOP("bookings", "Check the folder's rights and the disk.")),
            details={"why": error.strerror or type(error).__name__},
        ) from error
    return tuple(folder / file for file in wanted)


def _write(target: Path, content: bytes) -> None:
    if target.exists() and _without_stamp(target.read_bytes()) == _without_stamp(content):
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _without_stamp(content: bytes) -> bytes:
    return re.sub(rb"DTSTAMP:[^\r\n]*", b"", content)


def _center(read: Read) -> Any:  # noqa: ANN401 - a row has no type
    return read.connection.execute(
        sa.select(Center.name, Center.time_zone).where(Center.id == read.center_id)
    ).one()


def _named(read: Read, entity: Any) -> list[tuple[uuid.UUID, str]]:  # noqa: ANN401 - bays or people
    return [
        (row.id, row.name)
        for row in read.connection.execute(
            sa.select(entity.id, entity.name)
            .where(entity.center_id == read.center_id, entity.archived_at.is_(None))
            .order_by(entity.id)
        )
    ]


def _entries(read: Read, first: datetime, last: datetime, *, ended: bool) -> list[Entry]:
    a = Appointment
    wanted = sa.select(a.id).where(
        a.center_id == read.center_id, a.starts_at < last, a.ends_at > first
    )
    if not ended:
        wanted = wanted.where(a.state.not_in(OVER))
    words = service_words(read, wanted)
    parts = _parts(read, wanted)
    rows = read.connection.execute(
        wanted.add_columns(
            a.version,
            a.state,
            a.number,
            a.starts_at,
            a.ends_at,
            a.bay_id,
            a.employee_id,
            a.made_at,
            sa.func.coalesce(Vehicle.plate, a.plate, "").label("shown_plate"),
            sa.func.coalesce(sa.func.nullif(Vehicle.model, ""), a.car, "").label("shown_car"),
            Bay.name.label("bay"),
            Employee.name.label("person"),
        )
        .outerjoin(Vehicle, Vehicle.id == a.vehicle_id)
        .outerjoin(Bay, Bay.id == a.bay_id)
        .outerjoin(Employee, Employee.id == a.employee_id)
        .order_by(a.starts_at, a.id)
    )
    return [
        Entry(
            row.id,
            row.version,
            row.state,
            row.number,
            " ".join(text for text in (row.shown_plate, row.shown_car) if text) or row.number,
            words.get(row.id, ""),
            row.bay_id,
            row.bay or "",
            row.employee_id,
            row.person or "",
            parts.get(row.id) or [(row.starts_at, row.ends_at)],
            row.made_at,
        )
        for row in rows
    ]


def _parts(read: Read, wanted: sa.Select[Any]) -> dict[uuid.UUID, list[tuple[datetime, datetime]]]:
    t = BusySpan.__table__.c
    spans: dict[uuid.UUID, list[tuple[int, int]]] = {}
    for row in read.connection.execute(
        sa.select(t.appointment_id, t.part_starts_at, t.part_ends_at).where(
            t.appointment_id.in_(wanted.order_by(None)), t.transport_id.is_(None)
        )
    ):
        spans.setdefault(row.appointment_id, []).append(
            (minute_of(row.part_starts_at), minute_of(row.part_ends_at))
        )
    return {
        key: [(moment_of(a), moment_of(b)) for a, b in merged(found)]
        for key, found in spans.items()
    }


def _calendar(name: str, entries: Iterable[Entry], now: datetime) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//CarPass Desk//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        for number, (starts_at, ends_at) in enumerate(entry.parts):
            calendar.add_component(_event(entry, number, starts_at, ends_at, now))
    made: bytes = calendar.to_ical()
    return made


def _event(
    entry: Entry, number: int, starts_at: datetime, ends_at: datetime, now: datetime
) -> icalendar.Event:
    event = icalendar.Event()
    # the stretch's place in the job names it: a job that is moved keeps the names of its days
    event.add("uid", f"{entry.id}-{number}@{_DOMAIN}")
    event.add("sequence", entry.version - 1)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("created", max(entry.made_at, EPOCH).replace(microsecond=0))
    event.add("dtstart", starts_at.astimezone(UTC))
    event.add("dtend", ends_at.astimezone(UTC))
    event.add("summary", entry.title)
    place = ", ".join(text for text in (entry.bay, entry.person) if text)
    if place:
        event.add("location", place)
    told = "\n".join(text for text in (entry.what, entry.number) if text)
    event.add("description", told)
    event.add("status", _status(entry.state))
    return event


def _status(state: AppointmentState) -> str:
    if state in OVER:
        return "CANCELLED"
    return "TENTATIVE" if state == AppointmentState.REQUESTED else "CONFIRMED"
