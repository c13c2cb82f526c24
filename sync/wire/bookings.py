"""Visits that are asked for from outside: what a center offers, what an owner asks, what the center answers.

Nothing here tells of any customer: free time is told, not whose the rest is.
"""

from typing import Annotated, Literal

from pydantic import Field

from sync.wire.fields import DateText, Id, Name, UtcText, VersionText, Wire, Word

BOOKING_SETTINGS_VERSION: VersionText = "2026-11-21"
"""First published: who may ask, hours, services, how early and how far ahead."""
FREE_BUSY_VERSION: VersionText = "2026-11-21"
"""First published: by day and service, when a visit may begin."""
APPOINTMENT_ANSWER_VERSION: VersionText = "2026-11-21"
"""First published: where a request stands, and how much of the owner the desk had heard."""
APPOINTMENT_REQUEST_VERSION: VersionText = "2026-11-21"
"""First published: car, service, wished time, words, and the contact if the owner gives it."""
APPOINTMENT_CHOICE_VERSION: VersionText = "2026-11-21"
"""First published: the owner takes the time that was offered, or not."""
APPOINTMENT_CANCELLATION_VERSION: VersionText = "2026-11-21"
"""First published: the owner does not come."""

Minute = Annotated[int, Field(ge=0, le=1440)]
"""Of the wall clock."""
Length = Annotated[int, Field(ge=1, le=60 * 24 * 60)]
Count = Annotated[int, Field(ge=1, le=2**53 - 1)]
"""The owner's acts about one request: the request itself is 1."""
Words = Annotated[str, Field(max_length=1000)]


class Break(Wire):
    """A part of the day in which nobody works."""

    from_minute: Minute
    until_minute: Minute


class DayHours(Wire):
    """Hours of a weekday, 0 is Monday; a weekday that is not named is closed."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    opens_minute: Minute
    closes_minute: Minute
    breaks: list[Break] = Field(max_length=20)


class OnlineService(Wire):
    """What may be asked for, and how long it takes."""

    service_id: Id
    name: Name
    minutes: Length


class BookingSettings(Wire):
    """`booking_settings`: the last one by `subject_seq` wins. Subject: the center."""

    center_id: Id
    takes: Literal["nobody", "linked", "everybody"]
    """Whose requests are taken; `linked`: owners who approved a link of this center."""
    zone: Annotated[str, Field(pattern=r"^[A-Za-z0-9_+/-]{1,64}$")]
    """IANA name of the time zone."""
    lead_minutes: Annotated[int, Field(ge=0, le=60 * 24 * 60)]
    """How long before its beginning a visit can be asked for at the latest."""
    ahead_days: Annotated[int, Field(ge=1, le=62)]
    """How many days ahead, today included."""
    hours: list[DayHours] = Field(max_length=7)
    services: list[OnlineService] = Field(max_length=200)


class Begins(Wire):
    """A visit may begin at `first_at` and every step after it until `last_at`."""

    first_at: UtcText
    last_at: UtcText


class FreeFor(Wire):
    """When some services, alike in what they need, may begin on a day."""

    service_ids: list[Id] = Field(min_length=1, max_length=200)
    begins: list[Begins] = Field(min_length=1, max_length=200)


class FreeDay(Wire):
    """A day that has free time; a day that is not named has none."""

    day_on: DateText
    free: list[FreeFor] = Field(max_length=200)


class CalendarFreeBusy(Wire):
    """`free_busy`: the last one by `subject_seq` wins. Subject: the center. No bays, no persons, no cars."""

    center_id: Id
    step_minutes: Annotated[int, Field(ge=5, le=240)]
    days: list[FreeDay] = Field(max_length=62)


class AppointmentAnswer(Wire):
    """`appointment_answer`: where a request stands at the desk. Subject: the request.

    `requested`: received, with `starts_at` when the time is kept; `offered`: another time is kept, the owner is asked.
    """

    request_id: Id
    heard: Count
    """The owner's last act that the desk knew of: an answer that knows less than the server is only kept."""
    state: Literal[
        "requested",
        "offered",
        "confirmed",
        "declined",
        "cancelled",
        "arrived",
        "done",
        "no_show",
    ]
    starts_at: UtcText | None = None
    reason: Word | None = None
    words: Words = ""
    """What the center says to the owner."""
    answered_at: UtcText


class AppointmentRequest(Wire):
    """`appointment_request`: comes back. An owner asks for a visit. Subject: the request."""

    request_id: Id
    number: Count
    service_id: Id
    service_name: Name
    """As the owner read it."""
    starts_at: UtcText
    words: Words = ""
    label: Name
    """The car as its owner calls it."""
    plate: Annotated[str, Field(min_length=1, max_length=20)] | None = None
    vin: Annotated[str, Field(pattern=r"^[A-HJ-NPR-Z0-9]{17}$")] | None = None
    vehicle_id: Id | None = None
    """The center's own id of the car, when its owner approved a link."""
    name: Name | None = None
    """Only when the owner gives it, like the phone."""
    phone: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    asked_at: UtcText


class AppointmentChoice(Wire):
    """`appointment_choice`: comes back. What the owner says to the offered time. Subject: the request."""

    request_id: Id
    number: Count
    accepted: bool
    starts_at: UtcText
    """The time that was offered."""
    chosen_at: UtcText


class AppointmentCancellation(Wire):
    """`appointment_cancellation`: comes back. The owner does not come. Subject: the request."""

    request_id: Id
    number: Count
    cancelled_at: UtcText
