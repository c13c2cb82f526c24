"""States of an appointment, what may follow what, and the closed lists of the calendar."""

from enum import StrEnum


class AppointmentState(StrEnum):
    """Where an appointment stands; ``requested`` without a time is a place on the waiting list."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    CONVERTED = "converted"
    DONE = "done"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class AppointmentEvent(StrEnum):
    """What can happen to an appointment; a reschedule keeps the state and leaves its history."""

    CONFIRM = "confirm"
    RESCHEDULE = "reschedule"
    WAIT = "wait"
    ARRIVE = "arrive"
    LEAVE = "leave"
    CONVERT = "convert"
    FINISH = "finish"
    CANCEL = "cancel"
    MISS = "miss"
    REOPEN = "reopen"


_S = AppointmentState
_E = AppointmentEvent
_ENDS = {_E.CANCEL: _S.CANCELLED, _E.MISS: _S.NO_SHOW}

APPOINTMENT_FLOW: dict[AppointmentState, dict[AppointmentEvent, AppointmentState]] = {
    _S.REQUESTED: {
        _E.CONFIRM: _S.CONFIRMED,
        _E.RESCHEDULE: _S.REQUESTED,
        _E.WAIT: _S.REQUESTED,
        _E.ARRIVE: _S.ARRIVED,
        **_ENDS,
    },
    _S.CONFIRMED: {
        _E.RESCHEDULE: _S.CONFIRMED,
        _E.WAIT: _S.REQUESTED,
        _E.ARRIVE: _S.ARRIVED,
        **_ENDS,
    },
    _S.ARRIVED: {
        _E.RESCHEDULE: _S.ARRIVED,
        _E.CONVERT: _S.CONVERTED,
        _E.LEAVE: _S.CONFIRMED,
        _E.CANCEL: _S.CANCELLED,
    },
    _S.CONVERTED: {_E.RESCHEDULE: _S.CONVERTED, _E.FINISH: _S.DONE},
    _S.DONE: {},
    _S.CANCELLED: {_E.REOPEN: _S.CONFIRMED},
    _S.NO_SHOW: {_E.REOPEN: _S.CONFIRMED},
}
"""What may follow what; an event that is not here raises."""

COMING = frozenset({_S.REQUESTED, _S.CONFIRMED})
"""The car is expected."""
LIVE = frozenset({_S.REQUESTED, _S.CONFIRMED, _S.ARRIVED, _S.CONVERTED})
"""Takes time of the shop, now or to come."""
OVER = frozenset({_S.CANCELLED, _S.NO_SHOW})
"""Nothing came of it."""


class EndReason(StrEnum):
    """Why nothing came of an appointment: a closed list, so that a report can count it."""

    CHANGED_MIND = "changed_mind"
    NO_TIME = "no_time"
    ILL = "ill"
    PRICE = "price"
    OTHER_SHOP = "other_shop"
    FIXED_ALREADY = "fixed_already"
    FORGOT = "forgot"
    NOT_REACHED = "not_reached"
    NO_PARTS = "no_parts"
    NOBODY_TO_WORK = "nobody_to_work"
    BAY_BROKEN = "bay_broken"
    MISTAKE = "mistake"
    HOLD_EXPIRED = "hold_expired"
    OTHER = "other"


class EndedBy(StrEnum):
    """Who called an appointment off."""

    CUSTOMER = "customer"
    CENTER = "center"


class OverbookReason(StrEnum):
    """Why somebody was put where another already is."""

    REGULAR = "regular"
    URGENT = "urgent"
    WARRANTY = "warranty"
    SHORT_JOB = "short_job"
    PROMISED = "promised"
    OTHER = "other"


class ArrivalMode(StrEnum):
    """How the car comes and whether its people wait."""

    STAYS = "stays"
    WAITS = "waits"
    CHECK_IN_ONLY = "check_in_only"
    PICK_UP = "pick_up"
    HOME_SERVICE = "home_service"


class BookingSource(StrEnum):
    """Where an appointment came from."""

    PHONE = "phone"
    WEB = "web"
    WALK_IN = "walk_in"
    OWNER = "owner"


class DayKind(StrEnum):
    """What a day of the center's own calendar is."""

    CLOSED = "closed"
    OTHER_HOURS = "other_hours"


class AbsenceReason(StrEnum):
    """Why somebody is not there."""

    LEAVE = "leave"
    SICK = "sick"
    TRAINING = "training"
    OTHER = "other"


class TransportKind(StrEnum):
    """A drive of the shop's: for the car, back to the customer, or to work at the customer's."""

    PICK_UP = "pick_up"
    DROP_OFF = "drop_off"
    HOME_SERVICE = "home_service"


class TransportState(StrEnum):
    """Where a drive stands."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
