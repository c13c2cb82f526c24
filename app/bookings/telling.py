"""What the owner who asked for a visit is told: one answer for each step that means something to them."""

from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from app.kernel.tx import Tx
from models.bookings import (
    Appointment,
    AppointmentState,
    BookingSource,
    EndedBy,
    OwnerRequest,
)
from sync.wire.moments import utc_text
from sync.wire.names import Kind

if TYPE_CHECKING:
    from datetime import datetime

_S = AppointmentState
_PLAIN: Final = {
    _S.CONFIRMED: "confirmed",
    _S.ARRIVED: "arrived",
    _S.CONVERTED: "arrived",
    _S.DONE: "done",
    _S.NO_SHOW: "no_show",
}


def request_of(tx: Tx, appointment: Appointment) -> OwnerRequest | None:
    """What an owner asked, if the appointment came from one."""
    if appointment.source != BookingSource.OWNER:
        return None
    return tx.session.scalars(
        sa.select(OwnerRequest).where(OwnerRequest.appointment_id == appointment.id)
    ).first()


def standing(
    appointment: Appointment, request: OwnerRequest, was: AppointmentState | None
) -> tuple[str, "datetime | None", str | None]:
    """State, time and reason as the owner reads them; ``was`` is the state before the last step."""
    state = appointment.state
    if state == _S.REQUESTED:
        other = appointment.starts_at is not None and appointment.starts_at != request.wished_at
        return ("offered" if other else "requested"), appointment.starts_at, None
    if state == _S.CANCELLED:
        reason = appointment.end_reason.value if appointment.end_reason else None
        declined = appointment.ended_by == EndedBy.CENTER and was == _S.REQUESTED
        return ("declined" if declined else "cancelled"), None, reason
    return _PLAIN[state], appointment.starts_at, None


def tell_owner(
    tx: Tx,
    appointment: Appointment,
    *,
    was: AppointmentState | None = None,
    words: str = "",
    anyway: bool = False,
) -> None:
    """Leave an answer when what the owner would read has changed; ``anyway``: they said something and wait."""
    request = request_of(tx, appointment)
    if request is None:
        return
    state, starts_at, reason = standing(appointment, request, was)
    mark = f"{state} {utc_text(starts_at) if starts_at else ''} {words}".strip()
    if mark == request.told and not anyway:
        return
    from sync.wire.bookings import AppointmentAnswer  # noqa: PLC0415 - few steps are told to anybody

    request.told, request.told_at, request.words = mark, tx.now, words
    tx.emit(
        Kind.APPOINTMENT_ANSWER,
        request.request_id,
        AppointmentAnswer.model_validate(
            {
                "request_id": request.request_id,
                "heard": request.heard,
                "state": state,
                "starts_at": utc_text(starts_at) if starts_at else None,
                "reason": reason,
                "words": words,
                "answered_at": utc_text(tx.now),
            }
        ),
    )
