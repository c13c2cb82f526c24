"""Taking time: spans of bays and people are locked, checked in words, and kept apart by the database itself."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.bookings.telling import tell_owner
from app.bookings.words import clock, named, whose
from app.bookings.world import World, codes_of, knows, load_world
from app.kernel.clock import local_day, zone
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BugError,
    ConfirmError,
    NotFoundError,
    Reason,
    UserError,
    say,
)
from app.kernel.tx import Tx
from models.access import Employee, Permission
from models.base import new_id
from models.bookings import (
    Appointment,
    AppointmentEvent,
    AppointmentState,
    AppointmentStep,
    Bay,
    BusySpan,
    EndedBy,
    EndReason,
    OverbookReason,
)
from models.slots import Lane, Layout, goes_on, lay_out, length, minute_of, moment_of

_SPAN = BusySpan.__table__
_LOOK_AHEAD = 21
_FURTHER = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """How far somebody goes on in spite of what they were told."""

    overbook: OverbookReason | None = None
    without_buffer: bool = False
    continues: bool = False
    misfit: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else's time under a wished one. ``only_buffers``: the work of both would not meet."""

    key: uuid.UUID
    span_id: uuid.UUID
    is_bay: bool
    starts_at: datetime
    ends_at: datetime
    part_starts_at: datetime
    part_ends_at: datetime
    only_buffers: bool
    is_overbooked: bool
    owner_is_drive: bool


def world_for(tx: Tx, starts_at: datetime, minutes: int) -> World:
    """The days that a job of that length may reach over, without what is taken."""
    first = local_day(starts_at, tx.center.time_zone)
    days = _LOOK_AHEAD if minutes < _LOOK_AHEAD * 240 else _FURTHER
    return load_world(tx.connection, tx.actor.center_id, first, days, tx.now, with_busy=False)


def lay_job(tx: Tx, appointment: Appointment, going: Going) -> Layout:
    """Where the job lies; asks before it is split over closed hours or laid outside them."""
    if appointment.starts_at is None:
        message = "an appointment without a time has no place"
        raise BugError(message)
    world = world_for(tx, appointment.starts_at, appointment.minutes)
    table = world.table
    bay = table.bay(appointment.bay_id) if appointment.bay_id else None
    person = table.person(appointment.employee_id) if appointment.employee_id else None
    _refuse_strangers(tx, appointment, bay_is_known=bay is not None)
    if person is None and appointment.employee_id is not None:
        # somebody who has no week of their own may still be named: the shop's hours are theirs
        person = Lane(appointment.employee_id, "", table.open)
    layout = lay_out(
        table,
        minute_of(appointment.starts_at),
        appointment.minutes,
        bay=bay,
        person=person,
        before=appointment.buffer_before,
        after=appointment.buffer_after,
    )
    if layout.problem and going.overbook is None:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("bookings", "Nobody works there at {time}."),
                time=clock(appointment.starts_at, world.zone),
            )
            if layout.problem == "off"
            else say(
                QT_TRANSLATE_NOOP("bookings", "The center is closed at {time}."),
                time=clock(appointment.starts_at, world.zone),
            ),
            reason=Reason.TAKEN,
            remedy=_OVERBOOK,
        )
    _ask_about_split(appointment, layout, world, going)
    _ask_about_misfit(appointment, world, going)
    return layout


_OVERBOOK = say(
    QT_TRANSLATE_NOOP("bookings", "Choose another time; who may overbook can go on with a reason.")
)


def _refuse_strangers(tx: Tx, appointment: Appointment, *, bay_is_known: bool) -> None:
    if appointment.bay_id is not None and not bay_is_known:
        bay = tx.load(Bay, appointment.bay_id)
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("bookings", "{name} is not used any more."), name=bay.name)
        )
    if appointment.employee_id is not None:
        tx.load(Employee, appointment.employee_id)


def _ask_about_split(appointment: Appointment, layout: Layout, world: World, going: Going) -> None:
    table = world.table
    night = goes_on(table, layout)
    if night is None or going.continues or layout.problem:
        return
    first = table.day_of(layout.start)
    if appointment.minutes > length(table.open[first]):
        return
    raise ConfirmError(
        "continues",
        say(
            QT_TRANSLATE_NOOP("bookings", "Work ends at {end}; the rest goes on {next}."),
            end=clock(moment_of(night[0]), world.zone),
            next=moment_of(night[1]).astimezone(world.zone).strftime("%d.%m %H:%M"),
        ),
    )


def _ask_about_misfit(appointment: Appointment, world: World, going: Going) -> None:
    if going.misfit or appointment.starts_at is None:
        return
    bay = world.table.bay(appointment.bay_id) if appointment.bay_id else None
    lacks = codes_of(appointment.ability) - bay.abilities if bay else frozenset()
    if bay is not None and lacks:
        raise ConfirmError(
            "misfit",
            say(
                QT_TRANSLATE_NOOP("bookings", "{bay} has no {ability}."),
                bay=bay.name,
                ability=named(lacks),
            ),
        )
    person = world.table.person(appointment.employee_id) if appointment.employee_id else None
    day = appointment.starts_at.astimezone(world.zone).date()
    skills = codes_of(appointment.skill)
    if person is not None and skills and not knows(person, skills, day):
        raise ConfirmError(
            "misfit",
            say(
                QT_TRANSLATE_NOOP("bookings", "{person} has no valid skill “{skill}”."),
                person=person.name,
                skill=named(skills),
            ),
        )


# who has it
def lock_lanes(
    tx: Tx, bays: Iterable[uuid.UUID | None], people: Iterable[uuid.UUID | None]
) -> None:
    """Others who want the same bays or people wait here; bays first, each kind in its order."""
    for entity, keys in ((Bay, bays), (Employee, people)):
        wanted = sorted({key for key in keys if key is not None})
        if wanted:
            table: Any = entity.__table__
            # rows that name them as a foreign key may still be written: this is not a lock against those
            tx.connection.execute(
                sa.select(table.c.id)
                .where(table.c.id.in_(wanted))
                .order_by(table.c.id)
                .with_for_update(key_share=True)
            ).all()


def clashes(
    tx: Tx, layout: Layout, bay_id: uuid.UUID | None, employee_id: uuid.UUID | None
) -> list[Clash]:
    """Everybody whose time lies under the layout, in the order of time."""
    meets = []
    for piece in layout.pieces:
        over = sa.and_(
            _SPAN.c.ends_at > moment_of(piece.start), _SPAN.c.starts_at < moment_of(piece.end)
        )
        if piece.has_bay and bay_id is not None:
            meets.append(sa.and_(_SPAN.c.bay_id == bay_id, over))
        if piece.has_person and employee_id is not None:
            meets.append(sa.and_(_SPAN.c.employee_id == employee_id, over))
    if not meets:
        return []
    rows = tx.connection.execute(
        sa.select(_SPAN)
        .where(_SPAN.c.center_id == tx.actor.center_id, sa.or_(*meets))
        .order_by(_SPAN.c.starts_at)
    )
    found = []
    for row in rows:
        begins, ends = minute_of(row.part_starts_at), -(-int(row.part_ends_at.timestamp()) // 60)
        parts = any(
            piece.part_start < ends
            and begins < piece.part_end
            and (
                (piece.has_bay and row.bay_id is not None and row.bay_id == bay_id)
                or (
                    piece.has_person
                    and row.employee_id is not None
                    and row.employee_id == employee_id
                )
            )
            for piece in layout.pieces
        )
        found.append(
            Clash(
                row.appointment_id or row.transport_id,
                row.id,
                row.bay_id is not None and row.bay_id == bay_id,
                row.starts_at,
                row.ends_at,
                row.part_starts_at,
                row.part_ends_at,
                not parts,
                row.is_overbooked,
                row.transport_id is not None and row.appointment_id is None,
            )
        )
    return found


def taken_error(
    tx: Tx, clash: Clash, bay_id: uuid.UUID | None, employee_id: uuid.UUID | None
) -> UserError:
    """Who has the time, until when, and who booked it."""
    place = zone(tx.center.time_zone)
    what, by = whose(tx.connection, tx.actor.center_id, clash.key)
    key: Any = bay_id if clash.is_bay else employee_id
    name = tx.load(Bay, key).name if clash.is_bay else tx.load(Employee, key).name
    return UserError(
        say(
            QT_TRANSLATE_NOOP(
                "bookings", "{lane} is taken until {until}: {what} (booked by {by})."
            ),
            lane=name,
            until=clock(clash.part_ends_at, place, clash.part_starts_at),
            what=what,
            by=by,
        ),
        reason=Reason.TAKEN,
        remedy=_OVERBOOK,
        details={"key": str(clash.key)},
    )


def take(
    tx: Tx,
    layout: Layout,
    *,
    appointment_id: uuid.UUID | None,
    transport_id: uuid.UUID | None = None,
    bay_id: uuid.UUID | None,
    employee_id: uuid.UUID | None,
    going: Going,
    hold_until_at: datetime | None = None,
) -> bool:
    """Write the spans of a layout in place of the record's own; returns whether it lies over another's.

    UserError (reason TAKEN) names who has the time; ConfirmError ``without_buffer`` when only buffers meet.
    """
    lock_lanes(tx, (bay_id,), (employee_id,))
    expire_holds(tx, but=appointment_id)
    release(tx, appointment_id=appointment_id, transport_id=transport_id)
    found = clashes(tx, layout, bay_id, employee_id)
    hard = [clash for clash in found if not clash.only_buffers]
    if hard and going.overbook is None:
        raise taken_error(tx, hard[0], bay_id, employee_id)
    if hard or layout.problem:
        tx.require(Permission.BOOKINGS_OVERBOOK)
    soft = [clash for clash in found if clash.only_buffers and not clash.is_overbooked]
    if soft and not hard and not going.without_buffer:
        what, _ = whose(tx.connection, tx.actor.center_id, soft[0].key)
        raise ConfirmError(
            "without_buffer",
            say(QT_TRANSLATE_NOOP("bookings", "No buffer left beside {what}."), what=what),
        )
    rows = [
        {
            "id": new_id(),
            "center_id": tx.actor.center_id,
            "appointment_id": appointment_id,
            "transport_id": transport_id,
            "bay_id": bay_id if piece.has_bay else None,
            "employee_id": employee_id if piece.has_person else None,
            "starts_at": moment_of(piece.start),
            "ends_at": moment_of(piece.end),
            "part_starts_at": moment_of(piece.part_start),
            "part_ends_at": moment_of(piece.part_end),
            "is_overbooked": bool(hard),
            "hold_until_at": hold_until_at,
        }
        for piece in layout.pieces
        if (piece.has_bay and bay_id is not None) or (piece.has_person and employee_id is not None)
    ]
    if not hard:
        _trim(tx, rows, soft)
    _insert(tx, rows, layout, bay_id, employee_id)
    return bool(hard)


def _trim(tx: Tx, rows: list[dict[str, Any]], soft: Sequence[Clash]) -> None:
    """Give up buffers where two jobs stand close, so that the work of each keeps its time."""
    for clash in soft:
        starts, ends = clash.starts_at, clash.ends_at
        for row in rows:
            if row["starts_at"] >= ends or row["ends_at"] <= starts:
                continue
            if clash.part_starts_at >= row["part_ends_at"]:
                starts = max(starts, row["part_ends_at"])
                row["ends_at"] = min(row["ends_at"], starts)
            elif clash.part_ends_at <= row["part_starts_at"]:
                ends = min(ends, row["part_starts_at"])
                row["starts_at"] = max(row["starts_at"], ends)
        if (starts, ends) != (clash.starts_at, clash.ends_at):
            tx.execute(
                sa.update(BusySpan)
                .where(_SPAN.c.id == clash.span_id)
                .values(starts_at=starts, ends_at=ends)
            )
            tx.touch("busy_span", clash.span_id)


def _insert(
    tx: Tx,
    rows: list[dict[str, Any]],
    layout: Layout,
    bay_id: uuid.UUID | None,
    employee_id: uuid.UUID | None,
) -> None:
    if not rows:
        return
    try:
        # of the connection, not of the session: that one would write what the audit has not seen yet
        with tx.connection.begin_nested():
            tx.connection.execute(sa.insert(BusySpan), rows)
    except IntegrityError as error:
        # the database's own word is the last: somebody came in between
        lost = clashes(tx, layout, bay_id, employee_id)
        if not lost:
            raise
        raise taken_error(tx, lost[0], bay_id, employee_id) from error
    for row in rows:
        tx.touch("busy_span", row["id"])


def release(
    tx: Tx, *, appointment_id: uuid.UUID | None = None, transport_id: uuid.UUID | None = None
) -> None:
    """Give back all time of a record; who was overbooked over it alone is overbooked no more."""
    mine = (
        sa.and_(_SPAN.c.appointment_id == appointment_id, _SPAN.c.transport_id.is_(None))
        if transport_id is None
        else _SPAN.c.transport_id == transport_id
    )
    gone = tx.connection.execute(sa.select(_SPAN).where(mine)).all()
    if not gone:
        return
    tx.execute(sa.delete(BusySpan).where(mine))
    for row in gone:
        tx.touch("busy_span", row.id)
    _settle(tx, gone)


def _settle(tx: Tx, gone: Sequence[Any]) -> None:
    other = _SPAN.alias()
    over = [
        sa.and_(
            column == getattr(row, column.name),
            _SPAN.c.ends_at > row.starts_at,
            _SPAN.c.starts_at < row.ends_at,
        )
        for row in gone
        for column in (_SPAN.c.bay_id, _SPAN.c.employee_id)
        if getattr(row, column.name) is not None
    ]
    freed = tx.connection.execute(
        sa.select(_SPAN.c.appointment_id)
        .distinct()
        .where(
            _SPAN.c.center_id == tx.actor.center_id,
            _SPAN.c.is_overbooked,
            _SPAN.c.appointment_id.is_not(None),
            sa.or_(*over),
        )
    ).scalars()
    for key in sorted(freed.all()):
        still = tx.connection.execute(
            sa.select(sa.func.count())
            .select_from(_SPAN)
            .join(
                other,
                sa.and_(
                    other.c.id != _SPAN.c.id,
                    sa.or_(
                        other.c.bay_id == _SPAN.c.bay_id,
                        other.c.employee_id == _SPAN.c.employee_id,
                    ),
                    other.c.ends_at > _SPAN.c.starts_at,
                    other.c.starts_at < _SPAN.c.ends_at,
                    other.c.appointment_id.is_distinct_from(key),
                ),
            )
            .where(_SPAN.c.appointment_id == key)
        ).scalar_one()
        if not still:
            tx.execute(
                sa.update(BusySpan).where(_SPAN.c.appointment_id == key).values(is_overbooked=False)
            )
            tx.load(Appointment, key).overbooked = None


def expire_holds(tx: Tx, *, but: uuid.UUID | None = None) -> int:
    """Let go of holds whose minutes are over, but one; returns how many. Whoever books next does it."""
    over = tx.session.scalars(
        sa.select(Appointment)
        .where(
            Appointment.center_id == tx.actor.center_id,
            Appointment.state == AppointmentState.REQUESTED,
            Appointment.hold_until_at <= tx.now,
            *([Appointment.id != but] if but else []),
        )
        .order_by(Appointment.id)
        .with_for_update(skip_locked=True)
    ).all()
    for appointment in over:
        release(tx, appointment_id=appointment.id)
        step(
            tx,
            appointment,
            AppointmentEvent.CANCEL,
            AppointmentState.CANCELLED,
            reason=EndReason.HOLD_EXPIRED,
            ended_by=EndedBy.CENTER,
        )
    return len(over)


# history
@dataclass(frozen=True, slots=True)
class Before:
    """What a step is going to change."""

    starts_at: datetime | None
    bay_id: uuid.UUID | None
    employee_id: uuid.UUID | None
    minutes: int

    @classmethod
    def of(cls, appointment: Appointment) -> "Before":
        """As the appointment stands now."""
        return cls(
            appointment.starts_at,
            appointment.bay_id,
            appointment.employee_id,
            appointment.minutes,
        )


def step(
    tx: Tx,
    appointment: Appointment,
    event: AppointmentEvent | str,
    to: AppointmentState,
    *,
    before: Before | None = None,
    is_new: bool = False,
    reason: EndReason | OverbookReason | None = None,
    ended_by: EndedBy | None = None,
    words: str = "",
) -> None:
    """Move the appointment to a state and write the step into its story; an owner who asked for it is told."""
    was = before or Before.of(appointment)
    left = appointment.state
    from_state = None if is_new else left.value
    appointment.state = to
    if isinstance(reason, EndReason):
        appointment.end_reason, appointment.ended_by = reason, ended_by
        appointment.ended_at = tx.now
        appointment.hold_until_at = None
    tx.append(
        AppointmentStep,
        appointment_id=appointment.id,
        event=str(event),
        from_state=from_state,
        to_state=to.value,
        at=tx.now,
        by_id=tx.actor.employee_id,
        reason=reason.value if reason else None,
        ended_by=ended_by.value if ended_by else None,
        starts_before=None if is_new else was.starts_at,
        starts_after=appointment.starts_at,
        bay_before_id=None if is_new else was.bay_id,
        bay_after_id=appointment.bay_id,
        employee_before_id=None if is_new else was.employee_id,
        employee_after_id=appointment.employee_id,
        minutes_before=None if is_new else was.minutes,
        minutes_after=appointment.minutes,
    )
    if not is_new:
        tell_owner(tx, appointment, was=left, words=words)


def put(tx: Tx, appointment: Appointment, starts_at: datetime, going: Going) -> None:
    """Give the appointment its time, bay and person as they stand on it; asks what must be asked."""
    appointment.starts_at = starts_at.replace(second=0, microsecond=0)
    layout = lay_job(tx, appointment, going)
    appointment.ends_at = moment_of(layout.end)
    if not sa.inspect(appointment).persistent:
        tx.flush()  # spans name the appointment
    over = take(
        tx,
        layout,
        appointment_id=appointment.id,
        bay_id=appointment.bay_id,
        employee_id=appointment.employee_id,
        going=going,
        hold_until_at=appointment.hold_until_at,
    )
    appointment.overbooked = going.overbook if over or layout.problem else None


def hold_end(tx: Tx, minutes: int) -> datetime:
    """When a hold made now is over."""
    return tx.now + timedelta(minutes=minutes)
