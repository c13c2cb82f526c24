"""An arrival in a real window: begun by a plate, written down by keys, signed, amended."""

import uuid
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import arrivals
from app.kernel.tx import act
from app.recognition import compare_reading
from models.arrivals import KeyAt
from models.recognition import Document, FieldName, PictureReading, ReadField
from tests.ui.arrivals.begun import PLATE, begin, card, keep, page, record
from ui.arrivals.ask import AskDialog
from ui.recognition.page import RecognitionPage
from ui.recognition.state import review
from ui.shell.window import Window
from ui.start import settle
from ui.tour.hands import Hands


def sign(window: Window, hands: Hands) -> None:
    pad = record(window).side.pad
    left = Qt.MouseButton.LeftButton
    hands.press("Ctrl+S")
    assert pad.hasFocus(), "with nothing drawn the keys go on at the pad"
    QTest.mousePress(pad, left, pos=QPoint(20, 30))
    for x in range(30, 160, 15):
        QTest.mouseMove(pad, QPoint(x, 30 + x % 20))
    QTest.mouseRelease(pad, left, pos=QPoint(160, 40))
    record(window).side.sign_on_screen()
    hands.calm()


def dialog(window: Window) -> AskDialog:
    found = [each for each in window.findChildren(AskDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_plate_and_two_keys_are_a_reception(window: Window, hands: Hands) -> None:
    hands.strokes = 0
    shown = begin(window, hands)
    assert hands.strokes == len(PLATE) + 2
    assert not [lamp for lamp, button in shown.state.lamps.items() if button.is_cut()]
    assert (card(window).row.plate or "").replace(" ", "") == PLATE
    assert card(window).row.order_id is not None


def test_words_are_a_draft_at_once_and_written_after_a_pause(
    window: Window, hands: Hands, qtbot: QtBot
) -> None:
    shown = begin(window, hands)
    shown.state.words.setPlainText("It squeals when I brake")
    assert window.desk.drafts.find(f"arrivals:{shown.key}") is not None
    keep(window, hands)
    # the words, then what they hint at, each after a pause of its own
    qtbot.waitUntil(lambda: "squeal" in card(window).symptoms)
    qtbot.waitUntil(lambda: window.desk.drafts.find(f"arrivals:{shown.key}") is None)
    assert card(window).words == "It squeals when I brake"


def test_what_was_typed_before_a_crash_comes_back(window: Window, hands: Hands) -> None:
    key = begin(window, hands).key
    assert key is not None
    page(window).back()
    window.desk.drafts.keep(f"arrivals:{key}", {"words": "Knocks"})
    other: Any = act(
        window.desk.shop,
        window.desk.actor,
        arrivals.open_arrival,
        arrivals.OpenArrival(plate="Т556ТТ77"),
    ).result
    for each in (other, key):
        window.open("arrivals", each, {})
        settle(window)
    keep(window, hands)
    assert card(window).words == "Knocks"


def test_a_mark_is_put_by_keys_named_by_its_panel_and_taken_away(
    window: Window, hands: Hands
) -> None:
    figure = begin(window, hands).damage.figure
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press("Ctrl+Right")
    hands.type("k")
    keep(window, hands)
    (mark,) = card(window).marks
    assert (mark["kind"], mark["view"]) == ("crack", "left")
    assert mark["panel"]
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press("Delete")
    keep(window, hands)
    assert card(window).marks == ()


def test_a_photo_is_added_and_shown_small(window: Window, hands: Hands, tmp_path: Path) -> None:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    path = tmp_path / "front.jpg"
    image.save(str(path))
    shown = begin(window, hands)
    shown.photos.add([path], "front")
    hands.calm(0.3)
    (photo,) = card(window).photos
    assert photo.slot == "front"
    assert shown.photos.grid.lacking() == []


def test_an_edit_of_a_signed_act_says_so_first_and_makes_the_next_version(
    window: Window, hands: Hands
) -> None:
    shown = begin(window, hands)
    sign(window, hands)
    assert card(window).is_signed
    shown.state.fuel.setFocus()
    hands.type("5")
    shown.keeper.save()
    hands.calm()
    asked = dialog(window)
    asked.form.set_values({"reason": "Fuel was forgotten"})
    asked.yes.click()
    hands.calm()
    assert (card(window).row.draft_number, card(window).fuel_eighths) == (2, 5)
    assert not card(window).is_signed


def test_who_does_not_amend_leaves_the_signed_act_as_it_is(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    sign(window, hands)
    shown.state.fuel.setFocus()
    hands.type("5")
    shown.keeper.save()
    hands.calm()
    dialog(window).cancel()
    hands.calm()
    assert card(window).is_signed
    assert card(window).fuel_eighths is None
    assert shown.state.fuel.value() is None


def test_a_key_is_hung_and_taken_on_the_board(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    shown.doer.key(shown)
    hands.calm()
    dialog(window).form.set_values({"key_tag": "97"})
    dialog(window).yes.click()
    hands.calm()
    assert card(window).row.key_tag == "97"
    key = shown.key
    page(window).back()
    board = page(window).board
    board.show_tab("keys")
    hands.calm()
    row = next(row for row in board.keys.rows() if row.arrival_id == key)
    assert board.keys.select((row.number, row.key_tag))
    board.move_key()
    hands.calm()
    dialog(window).form.set_values({"to": KeyAt.EMPLOYEE.value})
    dialog(window).yes.click()
    hands.calm()
    row = next(row for row in board.keys.rows() if row.arrival_id == key)
    assert row.key_at is KeyAt.EMPLOYEE
    assert row.moved_by


def test_new_photos_of_the_watched_folder_are_offered(
    window: Window, hands: Hands, tmp_path: Path
) -> None:
    shown = begin(window, hands)
    inbox = shown.photos.inbox
    found: list[list[Path]] = []
    inbox.offered.connect(found.append)
    (tmp_path / "old.jpg").write_bytes(b"old")
    inbox.watch(tmp_path)
    (tmp_path / "new.jpg").write_bytes(b"new")
    for _ in range(60):
        hands.calm(0.1)
        if found:
            break
    assert [path.name for path in found[-1]] == ["new.jpg"]
    assert list(inbox.take()) == [tmp_path / "new.jpg"]
    QApplication.processEvents()


def test_check_in_takes_the_car_in(window: Window, hands: Hands) -> None:
    hands.strokes = 0
    begin(window, hands)
    hands.press("Ctrl+Return")
    assert card(window).row.is_here
    # from the board to a car that is checked in: its plate and three keys
    assert hands.strokes == len(PLATE) + 3
    assert isinstance(card(window).row.id, uuid.UUID)


def test_an_odometer_accepted_from_a_photo_stands_in_the_arrival(
    window: Window, hands: Hands
) -> None:
    shown = begin(window, hands)
    key = shown.key
    shown.doer.read_photo(shown, "odometer")
    settle(window)
    reader = window.page
    assert isinstance(reader, RecognitionPage)
    assert reader.start.document is Document.ODOMETER
    read = ReadField(FieldName.ODOMETER, "148230", 0.97)
    reading = PictureReading(Document.ODOMETER, None, (read,), 9, 9, "ab" * 32)
    with window.desk.shop.reading(window.desk.actor) as base:
        found = compare_reading(base, reading, reader.vehicle_id, now=window.desk.now())
    reader.state = review(found)
    assert reader.state.asked[0].accept()
    reader.transfer_fields()
    hands.calm()
    assert record(window).key == key
    assert record(window).state.odometer.value() == 148230
