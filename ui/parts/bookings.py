"""The calendar in words: what bays can, what people know, where an appointment stands, why nothing came of it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.bookings import (
    AbsenceReason,
    AppointmentState,
    ArrivalMode,
    BookingSource,
    EndedBy,
    EndReason,
    OverbookReason,
    TransportKind,
)
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.values import Badge, Hue

_S = AppointmentState

_STATES: Mapping[AppointmentState, tuple[Source, str, Hue]] = {
    _S.REQUESTED: (QT_TRANSLATE_NOOP("bookings_ui", "Requested"), "phone", "wait"),
    _S.CONFIRMED: (QT_TRANSLATE_NOOP("bookings_ui", "Confirmed"), "calendar-check", "good"),
    _S.ARRIVED: (QT_TRANSLATE_NOOP("bookings_ui", "Arrived"), "log-in", "work"),
    _S.CONVERTED: (QT_TRANSLATE_NOOP("bookings_ui", "In work"), "wrench", "work"),
    _S.DONE: (QT_TRANSLATE_NOOP("bookings_ui", "Done"), "check-check", "idle"),
    _S.CANCELLED: (QT_TRANSLATE_NOOP("bookings_ui", "Cancelled"), "ban", "idle"),
    _S.NO_SHOW: (QT_TRANSLATE_NOOP("bookings_ui", "Did not come"), "circle-x", "bad"),
}

_ABILITIES: Mapping[str, Source] = {
    "lift": QT_TRANSLATE_NOOP("bookings_ui", "lift"),
    "up_to_3_5_t": QT_TRANSLATE_NOOP("bookings_ui", "up to 3.5 t"),
    "alignment": QT_TRANSLATE_NOOP("bookings_ui", "alignment"),
    "diagnosis": QT_TRANSLATE_NOOP("bookings_ui", "diagnosis"),
    "electric": QT_TRANSLATE_NOOP("bookings_ui", "electric"),
    "tyres": QT_TRANSLATE_NOOP("bookings_ui", "tyres"),
    "body": QT_TRANSLATE_NOOP("bookings_ui", "body"),
    "paint_booth": QT_TRANSLATE_NOOP("bookings_ui", "paint booth"),
    "wash": QT_TRANSLATE_NOOP("bookings_ui", "wash"),
    "calibration": QT_TRANSLATE_NOOP("bookings_ui", "calibration"),
}

_SKILLS: Mapping[str, Source] = {
    "mechanic": QT_TRANSLATE_NOOP("bookings_ui", "mechanic"),
    "electrician": QT_TRANSLATE_NOOP("bookings_ui", "electrician"),
    "geometry": QT_TRANSLATE_NOOP("bookings_ui", "geometry"),
    "engine": QT_TRANSLATE_NOOP("bookings_ui", "engine"),
    "gearbox": QT_TRANSLATE_NOOP("bookings_ui", "gearbox"),
    "brakes": QT_TRANSLATE_NOOP("bookings_ui", "brakes"),
    "diagnosis": QT_TRANSLATE_NOOP("bookings_ui", "diagnosis"),
    "air_conditioning": QT_TRANSLATE_NOOP("bookings_ui", "air conditioning"),
    "high_voltage": QT_TRANSLATE_NOOP("bookings_ui", "high voltage"),
    "tyres": QT_TRANSLATE_NOOP("bookings_ui", "tyres"),
    "body": QT_TRANSLATE_NOOP("bookings_ui", "body"),
    "paint": QT_TRANSLATE_NOOP("bookings_ui", "paint"),
    "driver": QT_TRANSLATE_NOOP("bookings_ui", "driver"),
}

END_REASONS: Mapping[EndReason, Source] = {
    EndReason.CHANGED_MIND: QT_TRANSLATE_NOOP("bookings_ui", "Changed their mind"),
    EndReason.NO_TIME: QT_TRANSLATE_NOOP("bookings_ui", "No time"),
    EndReason.ILL: QT_TRANSLATE_NOOP("bookings_ui", "Ill"),
    EndReason.PRICE: QT_TRANSLATE_NOOP("bookings_ui", "Too expensive"),
    EndReason.OTHER_SHOP: QT_TRANSLATE_NOOP("bookings_ui", "Went to another shop"),
    EndReason.FIXED_ALREADY: QT_TRANSLATE_NOOP("bookings_ui", "Repaired already"),
    EndReason.FORGOT: QT_TRANSLATE_NOOP("bookings_ui", "Forgot"),
    EndReason.NOT_REACHED: QT_TRANSLATE_NOOP("bookings_ui", "Could not be reached"),
    EndReason.NO_PARTS: QT_TRANSLATE_NOOP("bookings_ui", "Parts did not come"),
    EndReason.NOBODY_TO_WORK: QT_TRANSLATE_NOOP("bookings_ui", "Nobody to do it"),
    EndReason.BAY_BROKEN: QT_TRANSLATE_NOOP("bookings_ui", "Bay out of order"),
    EndReason.MISTAKE: QT_TRANSLATE_NOOP("bookings_ui", "Booked by mistake"),
    EndReason.HOLD_EXPIRED: QT_TRANSLATE_NOOP("bookings_ui", "Hold ran out"),
    EndReason.OTHER: QT_TRANSLATE_NOOP("bookings_ui", "Another reason"),
}

ENDED_BY: Mapping[EndedBy, Source] = {
    EndedBy.CUSTOMER: QT_TRANSLATE_NOOP("bookings_ui", "The customer"),
    EndedBy.CENTER: QT_TRANSLATE_NOOP("bookings_ui", "We"),
}

OVERBOOK: Mapping[OverbookReason, Source] = {
    OverbookReason.REGULAR: QT_TRANSLATE_NOOP("bookings_ui", "Regular customer"),
    OverbookReason.URGENT: QT_TRANSLATE_NOOP("bookings_ui", "Urgent, the car cannot be driven"),
    OverbookReason.WARRANTY: QT_TRANSLATE_NOOP("bookings_ui", "Warranty"),
    OverbookReason.SHORT_JOB: QT_TRANSLATE_NOOP("bookings_ui", "Short job, it fits between"),
    OverbookReason.PROMISED: QT_TRANSLATE_NOOP("bookings_ui", "It was promised"),
    OverbookReason.OTHER: QT_TRANSLATE_NOOP("bookings_ui", "Another reason"),
}

MODES: Mapping[ArrivalMode, Source] = {
    ArrivalMode.STAYS: QT_TRANSLATE_NOOP("bookings_ui", "Leaves the car"),
    ArrivalMode.WAITS: QT_TRANSLATE_NOOP("bookings_ui", "Waits here"),
    ArrivalMode.CHECK_IN_ONLY: QT_TRANSLATE_NOOP("bookings_ui", "Check-in only"),
    ArrivalMode.PICK_UP: QT_TRANSLATE_NOOP("bookings_ui", "We fetch the car"),
    ArrivalMode.HOME_SERVICE: QT_TRANSLATE_NOOP("bookings_ui", "Work at the customer's"),
}

SOURCES: Mapping[BookingSource, Source] = {
    BookingSource.PHONE: QT_TRANSLATE_NOOP("bookings_ui", "By phone"),
    BookingSource.WALK_IN: QT_TRANSLATE_NOOP("bookings_ui", "Came by"),
    BookingSource.WEB: QT_TRANSLATE_NOOP("bookings_ui", "From the site"),
    BookingSource.OWNER: QT_TRANSLATE_NOOP("bookings_ui", "From the owner's app"),
}

ABSENCES: Mapping[AbsenceReason, Source] = {
    AbsenceReason.LEAVE: QT_TRANSLATE_NOOP("bookings_ui", "Leave"),
    AbsenceReason.SICK: QT_TRANSLATE_NOOP("bookings_ui", "Ill"),
    AbsenceReason.TRAINING: QT_TRANSLATE_NOOP("bookings_ui", "Training"),
    AbsenceReason.OTHER: QT_TRANSLATE_NOOP("bookings_ui", "Other"),
}

DRIVES: Mapping[TransportKind, Source] = {
    TransportKind.PICK_UP: QT_TRANSLATE_NOOP("bookings_ui", "Fetch the car"),
    TransportKind.DROP_OFF: QT_TRANSLATE_NOOP("bookings_ui", "Bring the car back"),
    TransportKind.HOME_SERVICE: QT_TRANSLATE_NOOP("bookings_ui", "Work at the customer's"),
}

_AWAY: Mapping[AbsenceReason, Source] = {
    AbsenceReason.LEAVE: QT_TRANSLATE_NOOP("bookings_ui", "{name} on leave"),
    AbsenceReason.SICK: QT_TRANSLATE_NOOP("bookings_ui", "{name} is ill"),
    AbsenceReason.TRAINING: QT_TRANSLATE_NOOP("bookings_ui", "{name} at a training"),
    AbsenceReason.OTHER: QT_TRANSLATE_NOOP("bookings_ui", "{name} is away"),
}


def appointment_badge(state: AppointmentState) -> Badge:
    """Where an appointment stands."""
    words, icon, hue = _STATES[state]
    return Badge(said(words), icon, hue)


def ability_word(code: str) -> str:
    """What a bay can; a center's own ability is its own word."""
    return said(_ABILITIES.get(code, code))


def skill_word(code: str) -> str:
    """What somebody knows; a center's own skill is its own word."""
    return said(_SKILLS.get(code, code))


def abilities() -> list[tuple[str, str]]:
    """Every usual ability with its word."""
    return [(code, said(words)) for code, words in _ABILITIES.items()]


def skills() -> list[tuple[str, str]]:
    """Every usual skill with its word."""
    return [(code, said(words)) for code, words in _SKILLS.items()]


def away(name: str, reason: AbsenceReason) -> str:
    """Who is not there, and why, in a few words: the family name alone."""
    family = next(iter(name.split()), name)
    return said(_AWAY[reason]).format(name=family)


def choices(words: Mapping[Any, Source]) -> list[tuple[object, str]]:
    """A mapping of words as choices of a field."""
    return [(value, said(text)) for value, text in words.items()]


def length(formats: Formats, minutes: int) -> str:
    """A length of work: ``2,5 ч``, ``45 мин``."""
    hour = 60
    if minutes < hour or minutes % 15:
        whole = QCoreApplication.translate("bookings_ui", "{n} min")
        if minutes < hour:
            return whole.format(n=minutes)
        hours = QCoreApplication.translate("bookings_ui", "{n} h")
        return f"{hours.format(n=minutes // hour)} {whole.format(n=minutes % hour)}"
    hours = QCoreApplication.translate("bookings_ui", "{n} h")
    return hours.format(n=formats.qty(Decimal(minutes) / hour))
