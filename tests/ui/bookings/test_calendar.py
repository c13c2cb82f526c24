"""The calendar as a receptionist uses it: booking on the phone by keys, moving, undoing, cancelling, settings."""

import uuid
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app import bookings
from models.bookings import AppointmentState, EndReason, OnlineTakes, OverbookReason
from tests.ui.bookings.conftest import Calendar
from ui.bookings.doing import OverbookDialog
from ui.bookings.ends import EndDialog
from ui.centers.calendar import BookingSection, ListsSection
from ui.centers.page import SettingsPage
from ui.start import settle
from widgets.board import Place

MOST_STROKES = 16


def appointments(calendar: Calendar) -> list[bookings.BoardItem]:
    on = calendar.window.desk.formats.today()
    now = calendar.window.desk.now()
    board = calendar.see(lambda read: bookings.get_board(read, on - timedelta(days=2), 7, now=now))
    return list(board.items)


def carry(calendar: Calendar, key: uuid.UUID, *keys: str) -> None:
    view = calendar.page.view
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert view.go_to(key)
    calendar.hands.press("Space", *keys)
    calendar.hands.calm()


def test_a_known_car_is_booked_by_keyboard_alone_in_few_strokes(calendar: Calendar) -> None:
    hands = calendar.hands
    before = hands.strokes
    hands.press("Ctrl+N")
    hands.calm()
    hands.type("а123")
    hands.calm()
    hands.press("Return")
    hands.calm()
    hands.type("ser")
    hands.calm()
    hands.press("Return")
    hands.calm()
    hands.press("Ctrl+Return")
    hands.calm()
    found = appointments(calendar)
    assert [item.what for item in found] == ["Service 30"]
    assert found[0].plate.startswith("А123ВС")
    assert found[0].bay_id == calendar.bays[0]
    assert found[0].minutes == 90
    assert found[0].employee_id in calendar.mechanics
    assert hands.strokes - before <= MOST_STROKES


def test_booked_at_once_it_is_where_the_service_can_be_done(calendar: Calendar) -> None:
    hands = calendar.hands
    hands.press("Ctrl+N")
    hands.calm()
    hands.type("а123")
    hands.calm()
    hands.press("Return")
    hands.calm()
    hands.type("alig")
    hands.calm()
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ):
        # nothing is waited for in between: the slot of the new service has not been read yet
        QTest.keyClick(QApplication.focusWidget() or calendar.window, key, modifier)
    hands.calm()
    hands.calm()
    (found,) = appointments(calendar)
    assert (found.what, found.bay_id) == ("Alignment", calendar.bays[1])


def test_what_no_bay_can_do_together_is_said_and_nothing_stands_in_the_form(
    calendar: Calendar,
) -> None:
    calendar.hands.press("Ctrl+N")
    calendar.hands.calm(0.3)
    dialog = calendar.page.acts.booking
    assert dialog is not None
    assert dialog.form.values()["starts_at"] is not None
    dialog.services.take(list(calendar.services.values()))
    calendar.hands.calm(0.3)
    values = dialog.form.values()
    assert (values["starts_at"], values["bay"], values["person"]) == (None, None, None)
    assert "no bay has" in dialog.fits[0].text()


def test_an_unknown_caller_needs_a_phone_and_nothing_else(calendar: Calendar) -> None:
    hands = calendar.hands
    hands.press("Ctrl+N")
    hands.calm()
    hands.type("+7 916 204-18-99")
    hands.calm()
    hands.press("Down", "Return")
    hands.calm()
    hands.press("Ctrl+Return")
    hands.calm()
    (item,) = appointments(calendar)
    assert calendar.card(item.id).phone == "+79162041899"


def test_a_booking_without_who_says_what_is_missing(calendar: Calendar) -> None:
    calendar.hands.press("Ctrl+N")
    calendar.hands.calm(0.6)
    calendar.hands.press("Ctrl+Return")
    calendar.hands.calm()
    dialog = calendar.page.acts.booking
    assert dialog is not None
    assert "a name, a phone or a plate" in dialog.form.field("name").message()
    assert appointments(calendar) == []


def test_keys_move_an_appointment_and_the_toast_takes_it_back(calendar: Calendar) -> None:
    key = calendar.book(15)
    was = calendar.card(key)
    carry(calendar, key, "Right", "Down", "Return")
    now = calendar.card(key)
    assert now.starts_at == (was.starts_at or calendar.window.desk.now()) + timedelta(days=1)
    assert now.bay_id == calendar.bays[1]
    calendar.hands.press("Ctrl+Z")
    calendar.hands.calm()
    back = calendar.card(key)
    assert (back.starts_at, back.bay_id) == (was.starts_at, was.bay_id)


def test_each_undo_takes_back_one_move_and_the_last_one_first(calendar: Calendar) -> None:
    key = calendar.book(15)
    places = [calendar.card(key)]
    for step in ("Right", "Down"):
        carry(calendar, key, step, "Return")
        places.append(calendar.card(key))
    assert len({(card.starts_at, card.bay_id) for card in places}) == 3
    for expected in (places[1], places[0], places[0]):
        calendar.hands.press("Ctrl+Z")
        calendar.hands.calm()
        now = calendar.card(key)
        assert (now.starts_at, now.bay_id) == (expected.starts_at, expected.bay_id)
    assert now.version == places[0].version + 4, "the third found nothing more to take back"


@pytest.mark.parametrize("by", ["bay", "person"])
def test_booked_at_a_place_of_the_board_the_form_has_its_lane_and_its_time(
    calendar: Calendar, by: str
) -> None:
    calendar.window.open("calendar", None, {"by": by, "span": "day"})
    settle(calendar.window)
    view = calendar.page.view
    lane = calendar.bays[1] if by == "bay" else calendar.mechanics[1]
    spot = view.box_of(Place(lane, 0, 15 * 60, 30)).center() - view.offset()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())
    calendar.hands.calm()
    dialog = calendar.page.acts.booking
    assert dialog is not None
    values = dialog.form.values()
    starts = calendar.window.desk.formats.local(values["starts_at"])
    assert (starts.hour, starts.minute) == (15, 0)
    mine = (lane, None) if by == "bay" else (None, lane)
    assert (values["bay"], values["person"]) == mine


def test_shift_and_arrows_make_it_longer(calendar: Calendar) -> None:
    key = calendar.book(15)
    carry(calendar, key, "Shift+Right", "Shift+Right", "Return")
    assert calendar.card(key).minutes == 90


def test_esc_while_carrying_puts_back_and_stays_on_the_page(calendar: Calendar) -> None:
    key = calendar.book(15)
    was = calendar.card(key)
    carry(calendar, key, "Right", "Escape")
    assert calendar.card(key).version == was.version
    assert calendar.window.place == "calendar"
    assert calendar.page.view.carry.block is None


def test_before_the_drop_the_card_names_who_has_the_time(calendar: Calendar) -> None:
    taken = calendar.book(15)
    key = calendar.book(15, bay=1)
    carry(calendar, key, "Up")
    answer = calendar.page.view.card.answer()
    assert answer is not None
    assert answer.tone == "bad"
    assert (calendar.card(taken).plate or "?")[:6] in answer.text


def test_overbooking_asks_for_a_reason_and_is_marked(calendar: Calendar) -> None:
    calendar.book(15)
    key = calendar.book(15, bay=1)
    carry(calendar, key, "Up", "Return")
    dialog = calendar.page.acts.doer.asked
    assert isinstance(dialog, OverbookDialog)
    dialog.reason.set_value(OverbookReason.URGENT)
    calendar.hands.press("Ctrl+Return")
    calendar.hands.calm()
    assert calendar.card(key).overbooked is OverbookReason.URGENT


def test_giving_up_the_overbooking_leaves_it_where_it_was(calendar: Calendar) -> None:
    calendar.book(15)
    key = calendar.book(15, bay=1)
    carry(calendar, key, "Up", "Return")
    calendar.hands.press("Escape")
    calendar.hands.calm()
    assert calendar.card(key).bay_id == calendar.bays[1]
    assert calendar.page.view.carry.pending is None


def test_the_waiting_list_gives_its_first_the_first_free_slot(calendar: Calendar) -> None:
    waits = bookings.BookAppointment(name="Ivanov", plate="О930ВН50", minutes=120)
    key = calendar.do(bookings.book, waits)
    calendar.hands.press("W", "Return")
    calendar.hands.calm()
    card = calendar.card(key)
    assert card.starts_at is not None
    assert card.bay_id is not None
    assert calendar.page.waiting == {}


def test_a_slot_is_found_in_words_and_booked(calendar: Calendar) -> None:
    hands = calendar.hands
    hands.press("Ctrl+F")
    hands.type("2 h alignment")
    hands.calm()
    slots = calendar.page.sides.slots
    assert slots.chips.words() == ["2 h", "alignment"]
    chosen = slots.chosen()
    assert chosen is not None
    assert chosen[1].bay_id == calendar.bays[1]
    hands.press("Return")
    hands.calm()
    booking = calendar.page.acts.booking
    assert booking is not None
    assert booking.form.control("starts_at").value() == chosen[1].starts_at
    assert booking.form.control("minutes").value() == 120
    # a telephone is enough: the board calls the booking by it, and the slot is not offered again
    hands.type("9162041899")
    hands.press("Tab", "Ctrl+Return")
    hands.wait(lambda: slots.chosen() != chosen, "the answers are read again")
    others = slots.chosen()
    assert others is not None
    assert others[1].starts_at >= chosen[1].ends_at
    named = {entry.title: entry.by_end for entry in calendar.page.view.plan.entries}
    assert named["+7\N{NO-BREAK SPACE}916\N{NO-BREAK SPACE}204-18-99"], (
        "its last digits stay in a narrow bar"
    )


def test_the_record_goes_on_from_arrival_to_the_one_order(calendar: Calendar) -> None:
    key = calendar.book(15)
    places = []
    for _ in range(2):
        calendar.window.open("calendar", None, {})
        settle(calendar.window)
        calendar.page.acts.open(key)
        calendar.hands.calm()
        calendar.hands.press("Ctrl+Return")
        calendar.hands.calm()
        places.append((calendar.window.place, calendar.card(key).order_id))
    card = calendar.card(key)
    assert card.state is AppointmentState.CONVERTED
    assert card.order_id is not None
    # arrived, it is received; pressed again its order opens, the same one
    assert places == [("arrivals", card.order_id), ("work_orders", card.order_id)]


def test_nothing_is_cancelled_without_a_reason(calendar: Calendar) -> None:
    key = calendar.book(15)
    acts = calendar.page.acts
    dialog = EndDialog(calendar.window, acts.doer, calendar.card(key), lambda: None, missed=False)
    dialog.open()
    dialog.go.click()
    settle(calendar.window)
    assert calendar.card(key).state is AppointmentState.CONFIRMED
    assert dialog.form.field("reason").message()
    dialog.reason.set_value(EndReason.PRICE)
    dialog.go.click()
    settle(calendar.window)
    card = calendar.card(key)
    assert (card.state, card.end_reason) == (AppointmentState.CANCELLED, EndReason.PRICE)


def test_people_stand_in_the_place_of_bays(calendar: Calendar) -> None:
    calendar.book(15)
    calendar.window.open("calendar", None, {"by": "person", "span": "day"})
    settle(calendar.window)
    assert [lane.title for lane in calendar.page.view.plan.lanes][-1] == "Nobody yet"
    assert len(calendar.page.view.plan.lanes) == 1 + len(calendar.mechanics)


def test_how_full_it_is_names_the_overloaded_day(calendar: Calendar) -> None:
    calendar.book(9, days=1, minutes=600)
    calendar.page.sides.open_panel("full")
    settle(calendar.window)
    said = calendar.page.sides.full.words
    assert any("is overloaded: Bay 1" in words for words in said), said


def test_large_letters_leave_every_word_of_the_toolbar_whole(calendar: Calendar) -> None:
    """What has no room is in the menu with its key."""
    calendar.window.open("calendar", None, {"span": "day"})
    # as many design pixels as 1366 × 768 have at 150 %
    calendar.window.resize(911, 512)
    settle(calendar.window)
    page = calendar.page
    for widget in (page.bar.range, page.bar.span, page.bar.by, page.tools.fresh):
        assert widget is not None
        assert widget.width() >= widget.sizeHint().width(), widget.accessibleName()
    page.acts.outside.menu(page.tools.more)
    menu = page.tools.more.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [act.text() for act in menu.actions()[:2]] == ["Waiting list\tW", "How full it is\tL"]
    menu.actions()[1].trigger()
    assert page.sides.name == "full"
    menu.close()


def test_a_lift_that_is_mended_for_two_hours_is_hatched_in_the_week(calendar: Calendar) -> None:
    day = calendar.window.desk.formats.local(calendar.window.desk.now())
    at = day.replace(hour=14, minute=0, second=0, microsecond=0)
    closure = bookings.CloseBay(
        bay_id=calendar.bays[0], starts_at=at, ends_at=at + timedelta(hours=2), why="cable"
    )
    calendar.do(bookings.close_bay, closure)
    calendar.window.open("calendar", None, {"span": "week", "by": "bay"})
    settle(calendar.window)
    shut = [span for span in calendar.page.week.plan.closed if not span.is_break]
    assert [(span.lane, span.day, span.start, span.end) for span in shut] == [
        (calendar.bays[0], 2, 840, 960)
    ]
    assert "14:00–16:00" in shut[0].text
    assert "cable" in shut[0].text


SECTIONS = {"bays": "bays", "hours": "hours", "people": "shifts"}
"""Where the settings keep a list."""


def section(calendar: Calendar, part: str) -> ListsSection:
    calendar.window.open("centers", None, {"section": SECTIONS.get(part, "booking")})
    settle(calendar.window)
    page = calendar.window.page
    assert isinstance(page, SettingsPage)
    found = page.section
    assert isinstance(found, ListsSection)
    found.show_part(part)
    settle(calendar.window)
    return found


def test_a_bay_is_added_with_words_for_what_it_can(calendar: Calendar) -> None:
    settings = section(calendar, "bays")
    settings.edit(None)
    assert settings.dialog is not None
    form = settings.dialog.form
    form.set_values({"name": "Bay 3", "abilities": "lift, Paint booth, lathe", "position": 3})
    settings.dialog.save.click()
    settle(calendar.window)
    rows = calendar.see(bookings.list_bays)
    assert [tuple(row.abilities) for row in rows if row.name == "Bay 3"] == [
        ("lift", "paint_booth", "lathe")
    ]


def test_the_rules_stand_one_under_another_and_any_of_them_opens_their_form(
    calendar: Calendar,
) -> None:
    settings = section(calendar, "rules")
    lines = {line.name: line.value for line in settings.table.rows()}
    assert (lines["step"], lines["holidays"], lines["region"]) == ("30", "no", "whole country")
    settings.edit(settings.table.rows()[-1])
    assert settings.dialog is not None
    settings.dialog.form.set_values({"late": 20})
    settings.dialog.save.click()
    settle(calendar.window)
    assert calendar.see(bookings.get_rules).late_minutes == 20


def test_what_owners_may_ask_for_is_set_in_plain_words(calendar: Calendar) -> None:
    settings = section(calendar, "online")
    assert isinstance(settings, BookingSection)
    form = settings.online
    form.checks[calendar.services["Service 30"]].click()
    form.lead.set_text("3 h")
    form.takes.set_value(OnlineTakes.LINKED.value)
    form.touched()
    assert "1 service, between today, 13:00" in form.sentence.text()
    unsaved = [settings.is_dirty]
    for days in ("0", "7"):
        form.ahead.set_text(days)
        calendar.hands.press("Ctrl+S")
        settle(calendar.window)
        unsaved.append(settings.is_dirty)
    assert unsaved == [True, True, False], "no days ahead is no offer, seven are one"
    row = calendar.see(bookings.get_online_booking)
    assert (row.takes, row.lead_minutes, row.ahead_days) == (OnlineTakes.LINKED, 180, 7)
    public = [kind.name for kind in calendar.see(bookings.list_service_types) if kind.is_public]
    assert public == ["Service 30"]


@pytest.mark.parametrize("part", ["hours", "people"])
def test_hours_are_typed_as_people_write_them(calendar: Calendar, part: str) -> None:
    settings = section(calendar, part)
    wanted = next(
        row
        for row in settings.table.rows()
        if getattr(row, "employee_id", calendar.mechanics[0]) == calendar.mechanics[0]
    )
    settings.edit(wanted)
    assert settings.dialog is not None
    field = "hours" if part == "hours" else "day0"
    settings.dialog.form.control(field).set_text("10-18.30, 12–12:45")
    settings.dialog.save.click()
    settle(calendar.window)
    today = calendar.window.desk.formats.today()
    if part == "hours":
        monday = calendar.see(bookings.list_hours)[0]
    else:
        people = calendar.see(lambda read: bookings.list_people(read, today=today))
        mine = next(row for row in people if row.employee_id == calendar.mechanics[0])
        monday = mine.week[0]
    assert (monday.opens_minute, monday.closes_minute) == (600, 1110)
    assert [tuple(pair) for pair in monday.breaks] == [(720, 765)]
