"""The window comes back where it was, on these screens; the computer's own choices are kept beside."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter
from pytestqt.qtbot import QtBot

from app.kernel.errors import Source
from ui.shell.actions import PaletteAction
from ui.shell.preferences import Choices, Preferences
from ui.shell.shortcuts import EVERYWHERE, key_groups, show_shortcuts
from ui.shell.window import Window
from ui.shell.window_state import WindowState, screens_key
from widgets.buttons import Button


def front(qtbot: QtBot) -> tuple[QMainWindow, QSplitter]:
    made = QMainWindow()
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName("orders.preview")
    split.addWidget(QLabel("list"))
    split.addWidget(QLabel("preview"))
    made.setCentralWidget(split)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made, split


def test_a_window_comes_back_where_it_was(qtbot: QtBot) -> None:
    kept: dict[str, Any] = {}
    one, split = front(qtbot)
    state = WindowState(one, kept.get, kept.__setitem__)
    assert state.restore() == ""
    state.watch(one)
    one.setGeometry(20, 30, 640, 480)
    split.setSizes([200, 440])
    sizes = split.sizes()
    state.opened("work_orders")
    state.keep()
    assert list(kept) == [f"window:{screens_key()}"]
    two, other = front(qtbot)
    again = WindowState(two, kept.get, kept.__setitem__)
    again.watch(two)
    assert again.restore() == "work_orders"
    assert two.size() == one.size()
    assert other.sizes() == sizes


def test_a_page_that_comes_later_gets_its_sizes(qtbot: QtBot) -> None:
    kept: dict[str, Any] = {}
    one, split = front(qtbot)
    state = WindowState(one, kept.get, kept.__setitem__)
    state.watch(one)
    split.setSizes([150, 550])
    state.keep()
    two, other = front(qtbot)
    two.resize(one.size())
    again = WindowState(two, kept.get, kept.__setitem__)
    again.restore()
    again.watch(two)
    assert other.sizes() == split.sizes()


def test_a_page_opened_later_is_watched_by_its_owner(qtbot: QtBot) -> None:
    kept: dict[str, Any] = {}
    one, split = front(qtbot)
    split.setObjectName("")
    state = WindowState(one, kept.get, kept.__setitem__)
    state.opened("billing")
    split.setSizes([150, 550])
    state.keep()
    assert kept[state.name]["splitters"] == {"QMainWindow": split.sizes()}
    assert kept[state.name]["page"] == "billing"
    split.setParent(None)
    split.deleteLater()
    qtbot.wait(10)
    state.keep()
    assert list(kept[state.name]["splitters"]) == ["QMainWindow"]


def test_what_is_no_state_is_left_alone(qtbot: QtBot) -> None:
    one, _ = front(qtbot)
    state = WindowState(one, lambda _name, _default: "nonsense", lambda _name, _value: None)
    assert state.restore() == ""


def test_choices_of_the_computer_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "data" / "choices.json"
    kept = Preferences(path)
    assert kept.chosen == Choices()
    kept.choose(language="ru", scale=1.5)
    kept.choose(mode="dark")
    assert Preferences(path).chosen == Choices("ru", "dark", 1.5)


@pytest.mark.parametrize("text", ["", "[]", '{"scale": "big"}', '{"mode": "pink", "scale": 99}'])
def test_a_spoilt_file_of_choices_is_no_trouble(tmp_path: Path, text: str) -> None:
    path = tmp_path / "choices.json"
    path.write_text(text, encoding="utf-8")
    chosen = Preferences(path).chosen
    assert chosen.mode == "system"
    assert chosen.scale <= 2.0


def test_the_sheet_tells_the_keys_of_the_page_and_of_the_window(window: Window) -> None:
    page = window.page
    assert page is not None
    action = PaletteAction("Lock", "lock", "Ctrl+L", lambda: None)
    groups = key_groups(page, [("Space", "preview")], [action])
    assert ("Space", "preview") in groups[0].keys
    assert [group.title for group in groups][-2:] == ["Everywhere", "In tables"]
    shown = [b.keys for b in page.findChildren(Button) if b.keys and b.isVisibleTo(page)]
    assert set(shown) <= {keys for keys, _ in groups[0].keys}
    dialog = show_shortcuts(window, groups)
    said = " ".join(found.text() for found in dialog.findChildren(QLabel))
    for _keys, words in EVERYWHERE:
        assert isinstance(words, Source)
        assert str(words) in said
    dialog.cancel()
