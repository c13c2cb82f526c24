"""Drives with their driver, calendars for telephones, and what is told to those outside, on both databases."""

import dataclasses
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import sqlalchemy as sa

from app import bookings as b
from app.customers import EraseCustomer, erase_customer, export_person, preview_erasure
from app.kernel.errors import UserError
from models.bookings import EndedBy, EndReason, Transport, TransportKind
from tests.build.calendars import MONDAY, Calendar, at, make_calendar
from tests.build.shops import TestShop


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def events_of(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def drive(calendar: Calendar, appointment: object, **more: object) -> b.SaveTransport:
    values: dict[str, Any] = {
        "appointment_id": appointment,
        "kind": TransportKind.PICK_UP,
        "from_address": "Мытищи, Мира 1",
        "to_address": "Олимпийский 29",
        "driver_id": calendar.people["Кузнецов"],
        "starts_at": at("9:00"),
        "ends_at": at("10:00"),
        **more,
    }
    return b.SaveTransport(**values)


def test_a_driver_is_busy_in_the_calendar(calendar: Calendar) -> None:
    key = calendar.book("А001АА77", "10:00", 60)
    made = calendar.shop.do(b.save_transport, drive(calendar, key))
    with pytest.raises(
        UserError, match="Кузнецов Алексей is taken until 10:00: SC001-T-2026-00001"
    ):
        calendar.book("А002АА77", "9:30", 60, bay="Bay 2", person="Кузнецов")
    board = calendar.shop.see(b.get_board, MONDAY, 1, by="employee", now=at("8:00"))
    assert [i.number for i in board.items if i.transport_id] == ["SC001-T-2026-00001"]
    (told,) = calendar.shop.see(b.get_appointment, key).transports
    assert (told.from_address, told.driver) == ("Мытищи, Мира 1", "Кузнецов Алексей")
    calendar.shop.do(b.cancel_transport, b.TransportOf(transport_id=made, version=1))
    calendar.book("А002АА77", "9:30", 60, bay="Bay 2", person="Кузнецов")


def test_calendars_are_read_back_by_others(calendar: Calendar, tmp_path: Path) -> None:
    customer = calendar.shop.customer(phone="8 999 123-45-67")
    key = calendar.book(
        "А001АА77",
        "9:00",
        60,
        person="Гусев",
        customer_id=customer,
        services=[calendar.services["Oil"]],
    )
    with calendar.shop.reading() as read:
        files = b.publish_calendars(read, tmp_path, now=at("8:00"))
    named = {file.name for file in files}
    assert f"bay-{calendar.bays['Bay 1']}.ics" in named
    mine = tmp_path / f"person-{calendar.people['Гусев']}.ics"
    (event,) = events_of(mine.read_bytes())
    assert (event["SUMMARY"], event["LOCATION"]) == ("А001АА77", "Bay 1, Гусев")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (at("9:00"), at("10:00"))
    assert event["SEQUENCE"] == 0
    text = mine.read_text(encoding="utf-8")
    assert "999" not in text
    assert "Ким" not in text

    before = mine.stat().st_mtime_ns
    with calendar.shop.reading() as read:
        b.publish_calendars(read, tmp_path, now=at("8:30"))
    assert mine.stat().st_mtime_ns == before
    calendar.shop.do(
        b.cancel_appointment,
        b.CancelAppointment(
            appointment_id=key, version=1, reason=EndReason.ILL, ended_by=EndedBy.CUSTOMER
        ),
    )
    with calendar.shop.reading() as read:
        b.publish_calendars(read, tmp_path, now=at("9:30"))
    (after,) = events_of(mine.read_bytes())
    assert (after["UID"], after["SEQUENCE"], after["STATUS"]) == (event["UID"], 1, "CANCELLED")
    assert [f.name for f in tmp_path.iterdir() if f.suffix != ".ics"] == []


def test_a_range_is_one_file(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 60)
    calendar.book("А002АА77", "9:00", 60, day=MONDAY + timedelta(days=3))
    with calendar.shop.reading() as read:
        made = b.export_calendar(read, MONDAY, MONDAY, now=at("8:00"))
    assert [e["SUMMARY"] for e in events_of(made)] == ["А001АА77"]


def test_those_outside_learn_what_is_taken_and_nothing_else(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 60, name="Ким", phone="8 999 123-45-67")
    (day,) = calendar.shop.see(b.free_busy, MONDAY, 1, now=at("8:00"))
    assert [(s.starts_at, s.ends_at) for s in day.lanes[calendar.bays["Bay 1"]]] == [
        (at("9:00"), at("10:00"))
    ]
    assert "Ким" not in str(dataclasses.asdict(day))
    assert [(s.starts_at, s.ends_at) for s in day.open] == [
        (at("9:00"), at("13:00")),
        (at("13:30"), at("20:00")),
    ]


def test_an_erased_person_is_gone_from_the_calendar(calendar: Calendar) -> None:
    customer = calendar.shop.customer()
    key = calendar.book(None, "10:00", 60, customer_id=customer, words="Живёт на Мира 1")
    calendar.shop.do(b.save_transport, drive(calendar, key))
    told = json.loads(json.dumps(calendar.shop.see(export_person, customer)))
    assert told["appointments"][0]["words"] == "Живёт на Мира 1"
    assert told["drives"][0]["from_address"]
    goes = calendar.shop.see(preview_erasure, customer, today=MONDAY).goes
    assert {("appointment", 1), ("transport", 1)} <= set(goes)
    calendar.shop.do(erase_customer, EraseCustomer(customer_id=customer))
    assert calendar.shop.see(b.get_appointment, key).words == ""
    with calendar.shop.reading() as read:
        assert read.connection.execute(sa.select(Transport.from_address)).scalar() == ""
