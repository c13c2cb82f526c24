"""The calendar as files: some days where the person says, and a folder that follows every change."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from app import bookings
from tests.ui.bookings.conftest import Calendar
from ui.bookings.files import FilesDialog
from ui.bookings.publishing import publisher_of
from ui.start import settle


def files_form(calendar: Calendar) -> FilesDialog:
    outside = calendar.page.acts.outside
    outside.show_files()
    settle(calendar.window)
    assert outside.files is not None
    return outside.files


def test_a_chosen_folder_gets_a_calendar_of_each_bay_and_says_where(
    calendar: Calendar, tmp_path: Path
) -> None:
    calendar.book(15)
    form = files_form(calendar)
    assert "nothing is written" in form.where.text()
    form.take_folder(tmp_path / "phones")
    settle(calendar.window)
    assert str(tmp_path / "phones") in form.where.text()
    bay = tmp_path / "phones" / f"bay-{calendar.bays[0]}.ics"
    assert bay.read_bytes().count(b"BEGIN:VEVENT") == 1


def test_the_folder_follows_a_change_without_being_asked(
    calendar: Calendar, tmp_path: Path, qtbot: QtBot
) -> None:
    publisher = publisher_of(calendar.window.desk)
    publisher.choose(tmp_path)
    settle(calendar.window)
    key = calendar.book(16)
    card, desk = calendar.card(key), calendar.window.desk
    command = bookings.MoveAppointment(
        appointment_id=key,
        version=card.version,
        starts_at=(card.starts_at or desk.now()) + timedelta(hours=1),
        bay_id=card.bay_id,
        employee_id=None,
    )
    desk.act(calendar.page, bookings.move, command)
    settle(calendar.window)
    moved = calendar.card(key).starts_at
    assert moved is not None
    begins = f"DTSTART:{moved:%Y%m%dT%H%M%SZ}"
    file = tmp_path / f"bay-{calendar.bays[0]}.ics"
    qtbot.waitUntil(lambda: begins in file.read_text(), timeout=10_000)


def test_some_days_are_saved_as_one_file_that_names_no_customer(
    calendar: Calendar, tmp_path: Path
) -> None:
    calendar.book(15)
    form = files_form(calendar)
    today = calendar.window.desk.formats.today()
    data = calendar.do(
        bookings.take_out_calendar, bookings.TakeOutCalendar(from_on=today, until_on=today)
    )
    form.write_to(tmp_path / "week.ics", data)
    settle(calendar.window)
    told = (tmp_path / "week.ics").read_text()
    assert told.startswith("BEGIN:VCALENDAR")
    assert "Petrov" not in told
    assert told.count("BEGIN:VEVENT") == 1


def test_a_folder_that_cannot_be_written_is_said(calendar: Calendar, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    form = files_form(calendar)
    form.take_folder(tmp_path / "file")
    settle(calendar.window)
    assert "cannot be written" in form.where.text()
