"""Requests as a receptionist keeps them: taken while the phone rings, called back, booked with all they said, lost."""

import uuid
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app import bookings
from app.bookings import request_reads as reads
from app.bookings import requests as r
from models.requests import LossReason, RequestState
from tests.ui.bookings.conftest import Calendar
from ui.bookings.request_card import RequestDialog
from ui.bookings.request_page import RequestsPage
from ui.start import settle
from widgets.buttons import Button

MOST_STROKES = 45


@pytest.fixture
def page(calendar: Calendar) -> RequestsPage:
    calendar.page.tools.asks.click()
    settle(calendar.window)
    found = calendar.window.page
    assert isinstance(found, RequestsPage)
    return found


def every(calendar: Calendar) -> list[reads.RequestRow]:
    found: list[reads.RequestRow] = calendar.see(
        lambda read: reads.list_service_requests(read, states=frozenset(RequestState))
    )
    return found


def card_of(calendar: Calendar, page: RequestsPage, key: uuid.UUID) -> RequestDialog:
    calendar.window.open("requests", key, {})
    settle(calendar.window)
    assert page.card is not None
    return page.card


def test_a_call_is_kept_by_keys_alone_while_the_phone_rings(
    calendar: Calendar, page: RequestsPage
) -> None:
    assert page.table.view.hasFocus(), "the list has the keys, not the first button of the toolbar"
    hands, before = calendar.hands, calendar.hands.strokes
    hands.press("Ctrl+N")
    hands.calm()
    hands.type("9162041899")
    hands.press("Tab")
    hands.type("Anna")
    hands.press("Tab")
    hands.type("brakes squeal")
    hands.press("Ctrl+Return")
    hands.calm()
    settle(calendar.window)
    (row,) = every(calendar)
    assert (row.name, row.phone, row.words) == ("Anna", "+79162041899", "brakes squeal")
    assert hands.strokes - before <= MOST_STROKES
    assert [each.id for each in page.table.rows()] == [row.id]


def test_the_same_phone_again_is_asked_about_and_leaves_one(
    calendar: Calendar, page: RequestsPage
) -> None:
    calendar.do(r.take_request, r.TakeRequest(name="Anna", phone="+79162041899"))
    page.new()
    assert page.form is not None
    page.form.form.control("phone").set_text("+7 916 204-18-99")
    page.form.go.click()
    settle(calendar.window)
    asked = page.doer.asked
    assert asked is not None
    asked.finish("no")
    settle(calendar.window)
    assert len(every(calendar)) == 1


def test_booking_carries_who_they_are_their_words_and_their_wish(
    calendar: Calendar, page: RequestsPage, qtbot: QtBot
) -> None:
    command = r.TakeRequest(
        name="Olga", phone="+79162041899", words="brakes squeal", wish="2 h, friday after 15"
    )
    key = calendar.do(r.take_request, command)
    dialog = card_of(calendar, page, key)
    dialog._book()  # noqa: SLF001 - what the button does
    booking = page.booking
    assert booking is not None
    qtbot.waitUntil(lambda: booking.form.values()["starts_at"] is not None, timeout=5000)
    values = booking.form.values()
    assert (values["name"], values["phone"], values["words"]) == (
        "Olga",
        "+79162041899",
        "brakes squeal",
    )
    assert values["minutes"] == 120
    local = calendar.window.desk.formats.local(values["starts_at"])
    assert (local.weekday(), local.hour >= 15) == (4, True)
    booking.go.click()
    settle(calendar.window)
    (row,) = every(calendar)
    assert row.state is RequestState.BOOKED
    assert row.appointment_id is not None
    made: bookings.AppointmentCard = calendar.card(row.appointment_id)
    assert (made.name, made.minutes, made.words) == ("Olga", 120, "brakes squeal")


def test_a_lost_one_asks_why_and_the_report_counts_it(
    calendar: Calendar, page: RequestsPage
) -> None:
    key = calendar.do(r.take_request, r.TakeRequest(name="Olga"))
    card = card_of(calendar, page, key)
    assert card.isVisible()
    calendar.do(r.lose_request, r.LoseRequest(request_id=key, version=1, reason=LossReason.PRICE))
    now = calendar.window.desk.now()
    report = calendar.see(
        lambda read: reads.report_requests(read, now - timedelta(days=1), now + timedelta(days=1))
    )
    assert report.reasons == ((LossReason.PRICE, 1),)
    assert page.tabs.current() == "open"
    page.tabs.set_current("lost")
    settle(calendar.window)
    assert [row.id for row in page.table.rows()] == [key]


def test_a_price_told_by_word_is_kept_in_the_money_of_the_center(
    calendar: Calendar, page: RequestsPage
) -> None:
    key = calendar.do(r.take_request, r.TakeRequest(name="Olga", words="brakes squeal"))
    card = card_of(calendar, page, key)
    (told,) = (b for b in card.findChildren(Button) if b.text() == "Price told")
    told.click()
    calendar.hands.calm()
    calendar.hands.type("12000")
    calendar.hands.press("Ctrl+Return")
    (row,) = every(calendar)
    assert row.state is RequestState.QUOTED
    assert row.quoted is not None
    assert row.quoted.decimal == 12_000
    assert row.quoted_words == "brakes squeal"
