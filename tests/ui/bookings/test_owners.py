"""What owners ask for on their page, at the desk: it comes by itself, is confirmed, offered another time, declined."""

from datetime import datetime, timedelta

from app import bookings
from models.bookings import AppointmentState, EndReason
from tests.ui.bookings.conftest import Calendar
from ui.bookings.owner_acts import DeclineDialog, OfferDialog
from ui.shell.watch import Elsewhere
from ui.start import settle


def tomorrow(calendar: Calendar, hour: int) -> datetime:
    local = calendar.window.desk.formats.local(calendar.window.desk.now()) + timedelta(days=1)
    return local.replace(hour=hour, minute=0, second=0, microsecond=0)


def comes_by_itself(calendar: Calendar) -> None:
    """The window looks for what others wrote, as it does every two seconds."""
    watch = calendar.window.findChild(Elsewhere)
    assert watch is not None
    watch.look()
    settle(calendar.window)
    calendar.hands.calm(0.1)


def test_an_owners_request_comes_by_itself_and_enter_confirms_its_time(calendar: Calendar) -> None:
    calendar.ask_as_owner(
        "Service 30", tomorrow(calendar, 11), plate="Н455ОО799", words="Oil, please"
    )
    comes_by_itself(calendar)
    page = calendar.page
    assert page.tools.owners.text() == "1"
    calendar.hands.press("O")
    (shown,) = page.sides.owners.list.rows()
    assert "Н455ОО799" in shown.accessibleName()
    assert "Service 30" in shown.accessibleName()
    assert "Oil, please" in shown.accessibleName()
    assert "kept for them" in shown.standing.text
    assert page.view.current() == shown.row.appointment_id
    calendar.hands.press("Return")
    calendar.hands.calm()
    assert calendar.card(shown.row.appointment_id).state is AppointmentState.CONFIRMED
    assert page.sides.owners.list.rows() == []
    assert page.tools.owners.text() == ""


def test_a_taken_time_gets_another_offer_with_words_and_then_a_no_with_its_reason(
    calendar: Calendar,
) -> None:
    hands, wished = calendar.hands, tomorrow(calendar, 11)
    for days in (0, 1):
        calendar.ask_as_owner("Service 30", wished, plate=f"Н45{days}ОО799", days_ago=1 - days)
    comes_by_itself(calendar)
    hands.press("O", "End")
    row = calendar.page.sides.owners.list.current()
    assert row is not None
    assert (row.was_taken, row.starts_at) == (True, None)
    hands.press("Return")
    hands.calm()
    slots = calendar.page.sides.slots
    chosen = slots.chosen()
    assert chosen is not None
    assert chosen[1].starts_at.date() == wished.date()
    assert slots.book.text().startswith("Offer")
    hands.press("Return")
    hands.calm(0.1)
    offer = calendar.page.sides.owner_acts.dialog
    assert isinstance(offer, OfferDialog)
    hands.type("We begin with you")
    hands.press("Ctrl+Return")
    hands.calm()
    offered = calendar.page.sides.owners.list.current()
    assert offered is not None
    assert offered.is_offered
    assert offered.starts_at == chosen[1].starts_at
    assert calendar.page.tools.owners.text() == "1"
    hands.press("Delete", "Ctrl+Return")
    no = calendar.page.sides.owner_acts.dialog
    assert isinstance(no, DeclineDialog)
    assert no.form.field("reason").message()
    no.reason.set_value(EndReason.NOBODY_TO_WORK)
    hands.press("Ctrl+Return")
    hands.calm()
    card = calendar.card(row.appointment_id)
    assert (card.state, card.end_reason) == (
        AppointmentState.CANCELLED,
        EndReason.NOBODY_TO_WORK,
    )
    assert calendar.see(bookings.count_requests) == 1
