"""A shop that cannot be opened: told in a window with what to do, and tried again."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from app import cli
from app.kernel.db import make_folder
from app.kernel.errors import Reason, UserError
from app.kernel.secrets import SecretStore
from tests.house.tree import ROOT
from ui.dressing import Look
from ui.refusal import ask_again
from ui.shell.refused import Refused


@pytest.fixture
def unwritable(tmp_path: Path) -> Path:
    """A folder that nobody can make, whoever runs the tests: a file stands in its place."""
    (tmp_path / "disk").write_text("not a folder", encoding="utf-8")
    return tmp_path / "disk" / "carpass"


@pytest.fixture
def refusal(unwritable: Path) -> UserError:
    with pytest.raises(UserError) as told:
        make_folder(unwritable)
    return told.value


def test_a_folder_that_can_be_written_to_is_made_and_left_empty(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


_AS_NOBODY = """
import os, sys
from pathlib import Path
from app.kernel.db import make_folder
from app.kernel.errors import UserError
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    make_folder(Path(sys.argv[1]))
except UserError as told:
    print(told)
"""


@pytest.mark.parametrize(("rights", "refused"), [(0o555, True), (0o777, False)])
def test_a_folder_without_the_right_to_write_is_refused(rights: int, *, refused: bool) -> None:
    """In a process of nobody's where the tests run as root, whom no right binds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(rights)
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, name],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o700)
    assert done.returncode == 0, done.stderr
    told = f"Nothing can be saved in the folder {name}." in done.stdout
    assert told is refused


def test_the_sentence_names_the_folder_and_what_to_do(refusal: UserError, unwritable: Path) -> None:
    assert refusal.reason == Reason.STORAGE
    assert str(unwritable) in str(refusal.sentence)
    assert "CARPASS_DATA_DIR" in str(refusal.remedy)


def test_the_command_says_it_and_ends_with_two(unwritable: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "run"],
        cwd=ROOT,
        env=os.environ | {"CARPASS_DATA_DIR": str(unwritable), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert str(unwritable) in done.stderr
    assert "CARPASS_DATA_DIR" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_named_database_in_such_a_folder_is_refused_likewise(
    unwritable: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["run", "--database", str(unwritable / "shop.sqlite")]) == 2
    assert str(unwritable) in capsys.readouterr().err


def test_keys_that_cannot_be_kept_are_told_too(unwritable: Path) -> None:
    store = SecretStore(unwritable, use_keyring=False)
    with pytest.raises(UserError, match="keys of this computer") as told:
        store.put("signing", b"key")
    assert told.value.remedy is not None


def test_the_screen_tells_all_three_things(qtbot: QtBot, refusal: UserError) -> None:
    screen = Refused(refusal)
    qtbot.addWidget(screen)
    screen.show()
    words = " ".join(label.text() for label in screen.findChildren(QLabel))
    assert str(refusal.sentence) in words
    assert "Nothing was changed" in words
    assert str(refusal.remedy) in words
    assert screen.retry.hasFocus() or screen.focusWidget() is screen.retry


@pytest.mark.parametrize(("key", "again"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_the_keyboard_tries_again_or_leaves(
    qtbot: QtBot, refusal: UserError, key: Qt.Key, *, again: bool
) -> None:
    seen: list[str] = []

    def decide() -> None:
        (window,) = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QMainWindow) and isinstance(widget.centralWidget(), Refused)
        ]
        seen.append(window.windowTitle())
        screen = window.centralWidget()
        assert isinstance(screen, Refused)
        QTest.keyClick(screen.retry, key)

    QTimer.singleShot(200, decide)
    assert ask_again(Look("en", "light"), refusal) is again
    assert seen == ["CarPass Desk"]
    qtbot.wait(10)
