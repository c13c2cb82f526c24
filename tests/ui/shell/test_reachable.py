"""What the shell shows can be reached by keyboard and has a name for those who hear the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.centers import list_centers
from app.kernel.tx import Shop
from tests.build.shops import open_test_shop
from ui.access.choices import ChoicesRow
from ui.access.sign_in import SignIn
from ui.palette import Palette
from ui.shell.conflict import ConflictDialog, Difference, Side
from ui.shell.crash import CrashDialog
from ui.shell.first_run import FirstRun
from ui.shell.preferences import Preferences
from ui.shell.recovered import RecoveredDialog
from ui.shell.runner import Runner
from ui.shell.window import Window


def nameless(root: QWidget) -> list[str]:
    """Widgets that take the focus or are pressed, and have no name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if (widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton))
        and widget.isVisibleTo(root)
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    del qtbot
    made = Runner()
    yield made
    made.stop()


@pytest.fixture
def empty_shop(sqlite_url: str) -> Iterator[Shop]:
    made = open_test_shop(sqlite_url)
    yield made
    made.close()


def test_the_sign_in_screen(
    sample_shop: Shop, runner: Runner, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept = Preferences(tmp_path_factory.mktemp("kept") / "choices.json")
    center = list_centers(sample_shop)[0]
    screen = SignIn(sample_shop, center, "en", runner, foot=ChoicesRow(kept, "en"))
    qtbot.addWidget(screen)
    screen.show()
    assert nameless(screen) == []
    screen.choose(None)
    assert nameless(screen) == []


@pytest.mark.parametrize("step", range(4))
def test_the_steps_of_the_first_run(
    empty_shop: Shop, runner: Runner, qtbot: QtBot, step: int
) -> None:
    screen = FirstRun(empty_shop, "en", runner)
    qtbot.addWidget(screen)
    screen.show()
    screen.go(step)
    assert nameless(screen) == []


def test_the_dialogs(window: Window) -> None:
    window.desk.drafts.keep("customers", {"name": "Ким"})
    dialogs = (
        ConflictDialog(
            window,
            "Changed",
            "Your text is whole.",
            Side("Malinin P.", "14:29"),
            Side("Demina O.", "14:31"),
            (Difference("a", "Promised", "18:30", "17:30"),),
        ),
        CrashDialog(window, "the report"),
        RecoveredDialog(window, window.desk),
    )
    for dialog in dialogs:
        dialog.open()
        assert nameless(dialog) == []
        assert dialog.accessibleName()
        dialog.cancel()


def test_the_palette(window: Window) -> None:
    palette = Palette(window)
    palette.open()
    assert palette.overlay is not None
    assert nameless(palette.overlay) == []
    palette.overlay.end()
