"""Drives for customers: the car is fetched or brought, or the work goes to them; the driver is busy meanwhile."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from app.bookings.placing import Going, release, take
from app.bookings.world import read_rules
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Employee, Permission
from models.bookings import (
    LIVE,
    Appointment,
    OverbookReason,
    Transport,
    TransportKind,
    TransportState,
)
from models.slots import Layout, Piece, minute_of

_EDIT = Permission.BOOKINGS_EDIT


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTransport:
    """A drive of an appointment, new (``transport_id`` None) or changed; without a driver nobody is busy yet."""

    appointment_id: uuid.UUID
    transport_id: uuid.UUID | None = None
    version: int | None = None
    kind: TransportKind
    from_address: str
    to_address: str
    driver_id: uuid.UUID | None = None
    starts_at: datetime
    ends_at: datetime
    note: str | None = None
    overbook: OverbookReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportOf:
    """Names a drive."""

    transport_id: uuid.UUID
    version: int | None = None


@action(
    "bookings.save_transport",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Save drive"),
)
def save_transport(tx: Tx, command: SaveTransport) -> uuid.UUID:
    """Plan a drive from one address to another; UserError (TAKEN) names who needs the driver then."""
    appointment = tx.load(Appointment, command.appointment_id, lock=True)
    if appointment.state not in LIVE:
        raise UserError(
            say(QT_TRANSLATE_NOOP("bookings", "This appointment is over.")), reason=Reason.INVALID
        )
    typed = Typed()
    from_address = typed.needed("from_address", command.from_address)
    to_address = typed.needed("to_address", command.to_address)
    note = typed.text("note", command.note, limit=500)
    typed.finish()
    starts = command.starts_at.replace(second=0, microsecond=0)
    ends = command.ends_at.replace(second=0, microsecond=0)
    if starts >= ends:
        raise invalid("ends_at", QT_TRANSLATE_NOOP("bookings", "The end lies after the beginning."))
    if command.driver_id is not None:
        tx.load(Employee, command.driver_id)
    if command.transport_id is None:
        template = read_rules(tx.connection, tx.actor.center_id).transport_number
        drive = tx.add(
            Transport(
                center_id=tx.actor.center_id,
                number=tx.number("transport", template),
                appointment_id=appointment.id,
                state=TransportState.PLANNED,
                made_at=tx.now,
            )
        )
    else:
        drive = tx.load(Transport, command.transport_id, version=command.version, lock=True)
        _refuse_over(drive)
    drive.kind, drive.from_address, drive.to_address = command.kind, from_address, to_address
    drive.driver_id, drive.starts_at, drive.ends_at, drive.note = (
        command.driver_id,
        starts,
        ends,
        note,
    )
    if command.transport_id is None:
        tx.flush()  # its span names it
    span = (minute_of(starts), minute_of(ends))
    piece = Piece(
        has_bay=False,
        has_person=True,
        start=span[0],
        end=span[1],
        part_start=span[0],
        part_end=span[1],
    )
    take(
        tx,
        Layout([span], [piece]),
        appointment_id=None,
        transport_id=drive.id,
        bay_id=None,
        employee_id=command.driver_id,
        going=Going(overbook=command.overbook),
    )
    tx.about("transport", drive.id)
    return drive.id


def _refuse_over(drive: Transport) -> None:
    if drive.state != TransportState.PLANNED:
        raise UserError(
            say(QT_TRANSLATE_NOOP("bookings", "This drive is over.")), reason=Reason.INVALID
        )


@action(
    "bookings.finish_transport",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Drive done"),
)
def finish_transport(tx: Tx, command: TransportOf) -> uuid.UUID:
    """The drive is done."""
    return _end(tx, command, TransportState.DONE)


@action(
    "bookings.cancel_transport",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Cancel drive"),
)
def cancel_transport(tx: Tx, command: TransportOf) -> uuid.UUID:
    """Nobody drives; the driver is free."""
    return _end(tx, command, TransportState.CANCELLED)


def _end(tx: Tx, command: TransportOf, state: TransportState) -> uuid.UUID:
    drive = tx.load(Transport, command.transport_id, version=command.version, lock=True)
    _refuse_over(drive)
    drive.state = state
    if state == TransportState.CANCELLED:
        release(tx, transport_id=drive.id)
    tx.about("transport", drive.id)
    return drive.id
