"""Two versions of one record: what joins by itself, what must be chosen, and the dialog that asks."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.shell.conflict import ConflictDialog, Difference, Side, Tell
from ui.shell.merging import decided, merge
from ui.shell.window import Window
from widgets.buttons import Button

_records = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3))


def test_each_side_keeps_what_only_it_changed() -> None:
    base = {"promised": 17, "note": "", "bay": 1, "qty": 4}
    theirs = {"promised": 18, "note": "", "bay": 2, "qty": 5}
    mine = {"promised": 17, "note": "ring", "bay": 2, "qty": 6}
    found = merge(base, theirs, mine)
    assert found.merged == {"promised": 18, "note": "ring", "bay": 2}
    assert (found.open, found.joined) == (("qty",), 3)
    whole = decided(found, theirs, mine, {"qty": "theirs"})
    assert whole == {"promised": 18, "note": "ring", "bay": 2, "qty": 5}


@given(_records, _records, _records)
def test_nothing_is_lost_and_nothing_is_asked_twice(
    base: dict[str, int], theirs: dict[str, int], mine: dict[str, int]
) -> None:
    found = merge(base, theirs, mine)
    assert set(found.merged) | set(found.open) == set(theirs) | set(mine)
    assert not set(found.merged) & set(found.open)
    for side, other in ((theirs, "theirs"), (mine, "mine")):
        whole = decided(found, theirs, mine, dict.fromkeys(found.open, other))
        for name in found.open:
            assert whole[name] == side.get(name)


@given(_records, _records)
def test_who_changed_nothing_agrees_with_everything(
    base: dict[str, int], theirs: dict[str, int]
) -> None:
    found = merge(base, theirs, base)
    assert found.open == ()
    assert {k: v for k, v in found.merged.items() if k in theirs} == theirs


def dialog_over(window: Window, asked: list[Mapping[str, str]]) -> ConflictDialog:
    def total(choice: Mapping[str, str], tell: Tell) -> None:
        asked.append(dict(choice))
        tell("37 632,50 ₽" if choice["oil"] == "theirs" else "37 402,50 ₽")

    made = ConflictDialog(
        window,
        "Order 0148 was changed at another desk",
        "Your text is whole.",
        Side("Malinin P.", "bay 1, 14:29"),
        Side("Demina O.", "desk 1, 14:31"),
        (
            Difference("promised", "Promised", "today, 18:30", "today, 17:30", prefer="theirs"),
            Difference("oil", "Oil, quantity", "4.4 l", "4.2 l"),
        ),
        before="37 402,50",
        total=total,
    )
    made.open()
    return made


def test_the_choice_is_told_with_its_total(window: Window, qtbot: QtBot) -> None:
    asked: list[Mapping[str, str]] = []
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dialog = dialog_over(window, asked)
    assert dialog.choice() == {"promised": "theirs", "oil": "mine"}
    dialog.choose_all("theirs")
    assert asked[-1] == {"promised": "theirs", "oil": "theirs"}
    save = next(b for b in dialog.findChildren(Button) if b.kind == "primary")
    assert window.focusWidget() is save
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(save, Qt.Key.Key_Return)
    assert chosen.args == [{"promised": "theirs", "oil": "theirs"}]


def test_escape_changes_nothing(window: Window, qtbot: QtBot) -> None:
    dialog = dialog_over(window, [])
    heard: list[object] = []
    dialog.chosen.connect(heard.append)
    with qtbot.waitSignal(dialog.finished) as finished:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert finished.args == ["cancel"]
    assert heard == []


def test_keys_choose_a_whole_side(window: Window) -> None:
    dialog = dialog_over(window, [])
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert set(dialog.choice().values()) == {"mine"}
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert set(dialog.choice().values()) == {"theirs"}
    dialog.cancel()


def test_a_long_text_stands_whole_beside_the_other(window: Window) -> None:
    long = "Knocks at the front right on bumps, mostly on cold mornings, since the struts were done"
    sides = (Side("Malinin P.", "bay 1"), Side("Demina O.", "desk 1"))
    fields = [
        Difference("words", "In the customer’s words", long, "Squeals"),
        Difference("fuel", "Fuel", "2⁄8", "6⁄8"),
    ]
    dialog = ConflictDialog(window, "Two people", "Nothing is lost.", *sides, fields)
    dialog.open()
    high, low = (dialog.choices(field)[0] for field in ("words", "fuel"))
    room = high.fontMetrics().boundingRect(
        QRect(0, 0, high.width() - 48, 999), Qt.TextFlag.TextWordWrap, long
    )
    assert low.height() < room.height() <= high.height()
    dialog.cancel()
