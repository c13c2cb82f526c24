"""A booked car that has arrived is received at once; a plate is asked for where none was told on the phone."""

from app import arrivals, bookings
from models.booking_states import AppointmentEvent
from tests.ui.bookings.conftest import Calendar
from ui.arrivals.page import ArrivalsPage
from ui.arrivals.reception import ReceptionDialog
from ui.start import settle


def arrive(calendar: Calendar, card: bookings.AppointmentCard) -> ArrivalsPage:
    window = calendar.window
    calendar.page.acts.flow.do(AppointmentEvent.ARRIVE, card)
    settle(window)
    shown = window.page
    assert isinstance(shown, ArrivalsPage)
    return shown


def test_arrived_opens_the_arrival_of_the_booked_car(calendar: Calendar) -> None:
    key = calendar.book(14)
    shown = arrive(calendar, calendar.card(key))
    assert shown.is_open
    assert shown.record is not None
    arrival = shown.record.key
    assert arrival is not None
    seen = calendar.see(lambda read: arrivals.get_arrival(read, arrival))
    assert (seen.appointment_id, seen.row.plate) == (key, calendar.card(key).plate)
    assert seen.row.order_id == calendar.card(key).order_id is not None


def test_a_car_booked_by_name_alone_is_asked_for_its_plate(calendar: Calendar) -> None:
    local = calendar.window.desk.formats.local(calendar.window.desk.now())
    at = local.replace(hour=15, minute=0, second=0, microsecond=0)
    key = calendar.do(
        bookings.book,
        bookings.BookAppointment(name="Petrov", minutes=60, starts_at=at, bay_id=calendar.bays[0]),
    )
    shown = arrive(calendar, calendar.card(key))
    (asked,) = [each for each in shown.window().findChildren(ReceptionDialog) if each.isVisible()]
    calendar.hands.type("Т558ТТ77")
    calendar.hands.press("Return")
    assert not asked.isVisible()
    assert shown.is_open
    assert calendar.card(key).order_id is not None
