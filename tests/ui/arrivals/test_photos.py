"""Photos come to an arrival by dragging, pasting, from a folder; what cannot come is said with what to do."""

import platform
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.kernel.errors import UserError
from tests.build import pictures
from tests.reports.pages import Pages
from tests.ui.arrivals.begun import begin, card
from ui.arrivals.camera import Camera
from ui.arrivals.record import ArrivalRecord
from ui.papers import PreviewDialog
from ui.shell.window import Window
from ui.tour.hands import Hands
from widgets.dialog import Dialog


@pytest.fixture
def shown(window: Window, hands: Hands) -> ArrivalRecord:
    return begin(window, hands)


def texts(window: Window) -> str:
    """What the open dialogs say."""
    open_ones = [each for each in window.findChildren(Dialog) if each.isVisible()]
    return " ".join(each.text() for one in open_ones for each in one.findChildren(QLabel))


def dropped(record: ArrivalRecord, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(400, 300), copy, data, left, none)
    QApplication.sendEvent(record, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(record, QDropEvent(QPointF(400, 300), copy, data, left, none))


# Qt's only way to make such an event is one that it means to change
@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent.*:DeprecationWarning")
def test_dragged_files_go_to_the_bare_places_and_the_bad_one_is_named(
    window: Window, hands: Hands, shown: ArrivalRecord, tmp_path: Path
) -> None:
    made = {
        "front.jpg": pictures.photo(),
        "IMG_2.HEIC": pictures.mp4(brand=b"heic"),
        "round.mp4": pictures.mp4(seconds=7),
        "virus.jpg": pictures.exe(),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    refused: list[Exception] = []
    window.show_problem = lambda _window, error, _retry: refused.append(error)
    dropped(shown, *(tmp_path / name for name in made))
    hands.calm(0.2)
    assert [(photo.name, photo.slot) for photo in card(window).photos] == [
        ("front.jpg", "front"),
        ("round.mp4", "free"),
    ]
    (error,) = refused
    assert isinstance(error, UserError)
    assert str(error.sentence).startswith("Not added: IMG_2.HEIC, virus.jpg. This is a HEIC")
    assert "Most compatible" in str(error.remedy)
    film = next(thumb for thumb in shown.photos.grid.thumbs() if "round.mp4" in thumb.caption)
    assert (film.icon, film.caption) == ("play", "0:07 round.mp4")


def test_a_pasted_picture_is_a_photo_and_an_empty_clipboard_is_said(
    window: Window, hands: Hands, shown: ArrivalRecord
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    assert not shown.photos.paste()
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    clipboard.setImage(image)
    shown.photos.add_button.setFocus()
    hands.press("Ctrl+V")
    hands.calm(0.2)
    (photo,) = card(window).photos
    assert (photo.slot, photo.width) == ("front", 320)


def test_without_a_camera_it_is_said_what_to_do(
    window: Window, hands: Hands, shown: ArrivalRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    # no program that could take a shot is found
    monkeypatch.setenv("PATH", "")
    shown.photos.camera.take()
    hands.calm()
    assert "sudo apt install fswebcam" in texts(window)
    (dialog,) = [each for each in window.findChildren(Dialog) if each.isVisible()]
    assert "Choose a file…" in [each.text() for each in dialog.findChildren(QPushButton)]


def program(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A camera at a device of its own, and a program that takes its shots; gives the folder of devices."""
    (folder / "video0").touch()
    tool = folder / "fswebcam"
    tool.write_text(f"#!/bin/sh\n{body}\n")
    tool.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    return folder


def test_a_shot_of_the_camera_comes_as_a_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the last word of the command is where the shot goes
    devices = program(tmp_path, 'for last; do :; done; echo shot > "$last"', monkeypatch)
    camera = Camera(QApplication.instance(), devices)  # type: ignore[arg-type]  # there is one
    with qtbot.waitSignal(camera.taken, timeout=20_000) as taken:
        camera.take()
    assert taken.args[0].read_text() == "shot\n"
    camera.deleteLater()


def test_a_camera_that_gives_nothing_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = Camera(QApplication.instance(), program(tmp_path, "exit 1", monkeypatch))  # type: ignore[arg-type]  # as above
    with qtbot.waitSignal(camera.failed, timeout=20_000) as failed:
        camera.take()
    assert "no picture" in failed.args[0]
    camera.deleteLater()


def test_the_act_is_seen_before_it_is_printed(
    window: Window, hands: Hands, shown: ArrivalRecord
) -> None:
    shown.print_act()
    hands.calm(0.3)
    (seen,) = [each for each in window.findChildren(PreviewDialog) if each.isVisible()]
    assert seen.panel.paper is not None
    assert seen.panel.paper.kind == "acceptance_act"
    assert seen.prints.isEnabled()
    assert card(window).row.number in Pages(seen.panel.pdf.data()).whole
