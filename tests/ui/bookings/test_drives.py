"""Cars that are fetched: addresses, a driver, and whom the drive meets, before it is saved."""

from PySide6.QtWidgets import QLabel

from app import bookings
from models.bookings import ArrivalMode, TransportKind, TransportState
from tests.ui.bookings.conftest import Calendar
from ui.bookings.drive import DriveDialog
from ui.start import settle


def fetched(
    calendar: Calendar, hour: int = 12, mode: ArrivalMode = ArrivalMode.PICK_UP
) -> bookings.AppointmentCard:
    at = calendar.window.desk.formats.local(calendar.window.desk.now())
    key = calendar.do(
        bookings.book,
        bookings.BookAppointment(
            name="Petrov",
            plate="Т777ЕХ77",
            minutes=60,
            mode=mode,
            starts_at=at.replace(hour=hour, minute=0, second=0, microsecond=0),
            bay_id=calendar.bays[0],
        ),
    )
    calendar.window.open("calendar", None, {})
    settle(calendar.window)
    return calendar.card(key)


def drive_form(calendar: Calendar, card: bookings.AppointmentCard) -> DriveDialog:
    acts = calendar.page.acts
    acts.open(card.id)
    settle(calendar.window)
    assert acts.card is not None
    acts.card.drives.buttons[-1].click()
    settle(calendar.window)
    assert acts.driving is not None
    return acts.driving


def test_a_drive_is_planned_on_the_record_and_keeps_its_driver_busy(calendar: Calendar) -> None:
    card = fetched(calendar)
    form = drive_form(calendar, card)
    assert form.form.control("kind").value() == TransportKind.PICK_UP
    assert form.form.control("ends_at").value() == card.starts_at
    form.form.control("from_address").set_value("Lesnaya 5")
    form.form.control("to_address").set_value("Here 1")
    form.form.control("driver").set_value(calendar.mechanics[0])
    form.go.click()
    settle(calendar.window)
    (drive,) = calendar.card(card.id).transports
    assert (drive.from_address, drive.to_address) == ("Lesnaya 5", "Here 1")
    assert drive.driver_id == calendar.mechanics[0]
    assert calendar.page.acts.card is not None, "the record shows again"
    calendar.page.acts.card.finish()
    calendar.page.bar.show_side("person")
    settle(calendar.window)
    shown = [item for item in calendar.page.items.values() if item.transport_id == drive.id]
    assert [item.employee_id for item in shown] == [calendar.mechanics[0]]


def test_a_car_that_was_left_is_brought_back_after_the_work(calendar: Calendar) -> None:
    card = fetched(calendar, mode=ArrivalMode.STAYS)
    form = drive_form(calendar, card).form
    assert form.control("kind").value() == TransportKind.DROP_OFF
    assert form.control("starts_at").value() == card.ends_at
    assert calendar.window.desk.center.address in form.control("from_address").value()


def test_a_busy_driver_is_told_before_saving_and_a_drive_is_no_conflict_with_itself(
    calendar: Calendar,
) -> None:
    card = fetched(calendar)
    form = drive_form(calendar, card)
    form.form.control("from_address").set_value("Lesnaya 5")
    form.form.control("to_address").set_value("Here 1")
    form.form.control("driver").set_value(calendar.mechanics[0])
    form.go.click()
    settle(calendar.window)
    name = calendar.card(card.id).transports[0].driver
    acts = calendar.page.acts
    assert acts.card is not None
    acts.card.drives.buttons[0].click()
    settle(calendar.window)
    assert acts.driving is not None
    calendar.hands.calm(0.4)
    assert not any("taken until" in each.text() for each in acts.driving.fits)
    acts.driving.finish("cancel")
    settle(calendar.window)
    again = drive_form(calendar, calendar.card(card.id))
    again.form.control("starts_at").set_value(calendar.card(card.id).transports[0].starts_at)
    again.form.control("ends_at").set_value(card.starts_at)
    again.form.control("driver").set_value(calendar.mechanics[0])
    again._check()  # noqa: SLF001 - what the pause after typing does
    settle(calendar.window)
    assert any(f"{name} taken until" in each.text() for each in again.fits if each.isVisible())


def test_a_drive_that_is_called_off_frees_the_driver(calendar: Calendar) -> None:
    card = fetched(calendar)
    form = drive_form(calendar, card)
    form.form.control("from_address").set_value("Lesnaya 5")
    form.form.control("to_address").set_value("Here 1")
    form.form.control("driver").set_value(calendar.mechanics[0])
    form.go.click()
    settle(calendar.window)
    acts = calendar.page.acts
    assert acts.card is not None
    next(b for b in acts.card.drives.buttons if b.text() == "Call the drive off").click()
    settle(calendar.window)
    (drive,) = calendar.card(card.id).transports
    assert drive.state is TransportState.CANCELLED
    acts.open(card.id)
    settle(calendar.window)
    assert any("cancelled" in each.text() for each in acts.card.findChildren(QLabel))


def test_a_drive_without_addresses_says_which_are_missing(calendar: Calendar) -> None:
    form = drive_form(calendar, fetched(calendar))
    form.form.control("from_address").set_value("")
    form.go.click()
    settle(calendar.window)
    assert form.form.field("from_address").message()
