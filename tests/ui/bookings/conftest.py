"""A shop with hours, bays, people and services, on a Wednesday morning."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import bookings
from app.kernel.tx import Read, Shop, act
from tests.build.asking import ask_as_owner
from tests.build.shops import MovableClock
from ui.bookings.page import CalendarPage
from ui.dressing import open_window
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.start import person, settle
from ui.tour.hands import Hands, activate

WEDNESDAY = 2


@dataclass
class Calendar:
    """The window at its calendar, hands, and ways to look into the shop."""

    window: Window
    hands: Hands
    bays: list[uuid.UUID]
    mechanics: list[uuid.UUID]
    services: dict[str, uuid.UUID]

    @property
    def page(self) -> CalendarPage:
        page = self.window.page
        assert isinstance(page, CalendarPage)
        return page

    def see(self, ask: Callable[[Read], Any]) -> Any:  # noqa: ANN401 - any read
        with self.window.desk.shop.reading(self.window.desk.actor) as read:
            return ask(read)

    def do(self, verb: Any, command: Any) -> Any:  # noqa: ANN401 - any verb
        done = act(self.window.desk.shop, self.window.desk.actor, verb, command).result
        settle(self.window)
        return done

    def card(self, key: uuid.UUID) -> bookings.AppointmentCard:
        found: bookings.AppointmentCard = self.see(lambda read: bookings.get_appointment(read, key))
        return found

    def book(self, hour: float, *, days: int = 0, bay: int = 0, minutes: int = 60) -> uuid.UUID:
        local = self.window.desk.formats.local(self.window.desk.now())
        at = local.replace(hour=int(hour), minute=round(hour % 1 * 60), second=0, microsecond=0)
        key: uuid.UUID = self.do(
            bookings.book,
            bookings.BookAppointment(
                name="Petrov",
                plate=f"Т{100 + int(hour * 2) + days * 50 + bay * 100:03}ЕХ77",
                minutes=minutes,
                starts_at=at + timedelta(days=days),
                bay_id=self.bays[bay],
            ),
        )
        self.window.open("calendar", None, {})
        settle(self.window)
        return key

    def ask_as_owner(
        self, service: str, wished: datetime, *, plate: str, words: str = "", days_ago: int = 0
    ) -> None:
        """What the exchange brings of an owner who asks on their page."""
        desk = self.window.desk
        ask_as_owner(
            desk.shop,
            desk.actor,
            (self.services[service], service),
            wished,
            plate=plate,
            words=words,
            asked=desk.now() - timedelta(days=days_ago),
        )


@pytest.fixture
def calendar(sample_shop: Shop, tmp_path: Path, dressed: DeskApplication) -> Iterator[Calendar]:
    """The window of the owner at the calendar of a week, 7:00 UTC on a Wednesday."""
    clock = sample_shop.clock
    assert isinstance(clock, MovableClock)
    on = clock.at + timedelta(days=7)
    on += timedelta(days=(WEDNESDAY - on.weekday()) % 7)
    clock.at = datetime(on.year, on.month, on.day, 7, tzinfo=UTC)
    owner = person(sample_shop, None)

    def do(verb: Any, command: Any) -> Any:  # noqa: ANN401 - any verb
        return act(sample_shop, owner, verb, command).result

    week = tuple(
        bookings.Hours(weekday=day, starts_minute=540, ends_minute=1200, breaks=((780, 810),))
        for day in range(6)
    )
    do(bookings.set_hours, bookings.SetHours(hours=week))
    do(bookings.set_booking_rules, bookings.SetBookingRules(version=0, uses_public_holidays=False))
    bays = [
        do(bookings.save_bay, bookings.SaveBay(name=f"Bay {n}", position=n, abilities=(ability,)))
        for n, ability in enumerate(("lift", "alignment"), start=1)
    ]
    with sample_shop.reading(owner) as read:
        staff = bookings.list_people(read, today=clock.at.date())
    mechanics = [row.employee_id for row in staff if "механик" in row.position][:2]
    for key in mechanics:
        do(bookings.set_week, bookings.SetWeek(employee_id=key, hours=week))
    services = {
        name: do(
            bookings.save_service_type,
            bookings.SaveServiceType(name=name, minutes=minutes, ability=ability),
        )
        for name, minutes, ability in (("Service 30", 90, "lift"), ("Alignment", 60, "alignment"))
    }
    window = open_window(sample_shop, owner, language="en", drafts=tmp_path / "drafts")
    window.resize(1366, 768)
    window.show()
    window.open("calendar", None, {})
    activate(window)
    settle(window)
    yield Calendar(window, Hands(window, window.desk.runner), bays, mechanics, services)
    window.close()
    window.desk.close()
    window.deleteLater()
    dressed.processEvents()
