"""A small shop's calendar for tests: two bays, two people, hours with a break."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app import bookings as b
from app.access import CreateEmployee, create_employee
from app.kernel.tx import Actor
from models.bookings import AbsenceReason
from tests.build.shops import PASSWORD, TestShop, hashed

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = date(2026, 6, 15)
"""The day on which test shops stand: a Monday."""


def at(wall: str, day: date = MONDAY, zone: ZoneInfo = MOSCOW) -> datetime:
    """``10:30`` of a day as a moment."""
    hour, minute = wall.split(":")
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone).astimezone(
        UTC
    )


@dataclass(slots=True)
class Calendar:
    """The shop with its bays and people by their names, and short ways to book."""

    shop: TestShop
    bays: dict[str, uuid.UUID] = field(default_factory=dict)
    people: dict[str, uuid.UUID] = field(default_factory=dict)
    services: dict[str, uuid.UUID] = field(default_factory=dict)
    zone: ZoneInfo = MOSCOW

    def book(
        self,
        plate: str | None,
        wall: str,
        minutes: int | None,
        *,
        bay: str | None = "Bay 1",
        person: str | None = None,
        day: date = MONDAY,
        actor: Actor | None = None,
        confirmed: b.Confirmed | None = None,
        **more: Any,  # noqa: ANN401  any field of BookAppointment
    ) -> uuid.UUID:
        """Book a car into a bay at a time of the wall clock."""
        return self.shop.do(
            b.book,
            b.BookAppointment(
                plate=plate,
                minutes=minutes,
                starts_at=at(wall, day, self.zone),
                bay_id=self.bays[bay] if bay else None,
                employee_id=self.people[person] if person else None,
                confirmed=confirmed or b.Confirmed(),
                **more,
            ),
            actor=actor,
        )

    def absent(self, name: str, from_on: date, until_on: date | None = None) -> uuid.UUID:
        """Somebody is on leave."""
        return self.shop.do(
            b.save_absence,
            b.SaveAbsence(
                employee_id=self.people[name],
                from_on=from_on,
                until_on=until_on or from_on,
                reason=AbsenceReason.LEAVE,
            ),
        )

    def next(self, days: int) -> date:
        """A day so many days after the Monday of the tests."""
        return MONDAY + timedelta(days=days)


def make_calendar(
    shop: TestShop,
    *,
    zone: ZoneInfo = MOSCOW,
    hours: tuple[int, int] = (540, 1200),
    breaks: tuple[tuple[int, int], ...] = ((780, 810),),
    weekdays: range = range(6),
) -> Calendar:
    """Open Monday to Saturday 9–20 with a break at 13; Gusev alone knows geometry."""
    made = Calendar(shop, zone=zone)
    week = [
        b.Hours(weekday=day, starts_minute=hours[0], ends_minute=hours[1], breaks=breaks)
        for day in weekdays
    ]
    shop.do(b.set_hours, b.SetHours(hours=week))
    for position, (name, abilities) in enumerate(
        {"Bay 1": ("lift",), "Bay 2": ("lift",), "Bay 4": ("lift", "alignment")}.items()
    ):
        made.bays[name] = shop.do(
            b.save_bay,
            b.SaveBay(name=name, abilities=abilities, position=position, department="repair"),
        )
    made.people["Кузнецов"] = shop.mechanic.employee_id
    made.people["Гусев"] = shop.do(
        create_employee,
        CreateEmployee(
            login="gusev2", name="Гусев", role_codes=["mechanic"], password=hashed(PASSWORD)
        ),
    )
    for person in made.people.values():
        shop.do(b.set_week, b.SetWeek(employee_id=person, hours=week))
    shop.do(b.save_skill, b.SaveSkill(employee_id=made.people["Гусев"], code="geometry"))
    shop.do(b.save_skill, b.SaveSkill(employee_id=made.people["Кузнецов"], code="mechanic"))
    for name, minutes, ability, skill in (
        ("Oil", 60, "lift", None),
        ("Alignment", 90, "alignment", "geometry"),
    ):
        made.services[name] = shop.do(
            b.save_service_type,
            b.SaveServiceType(
                name=name, minutes=minutes, ability=ability, skill=skill, department="repair"
            ),
        )
    return made
