"""The editable line table: keys, completion, what it tells the page, and that nothing typed is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.completion import CompletionPopup, Hint, Option, PopupColumn
from widgets.lines import Line, LineColumn, LineGroup, LineTable
from widgets.theme import install, theme
from widgets.typed import Reading, read_quantity, signs_of
from widgets.values import Figure, Mark

SIGNS = signs_of(",")


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of a test."""

    name: str
    qty: str = "1"
    is_new: bool = False
    is_locked: bool = False


COLUMNS = (
    LineColumn("kind", "", lambda _row: Mark("Part", "package"), 40, kind="icon"),
    LineColumn(
        "name",
        "Labour or part",
        lambda row: row.name,
        0,
        reader=lambda text: Reading(text, text),
        completes=lambda row: row.is_new,
        editable=lambda row: not row.is_locked,
    ),
    LineColumn(
        "qty",
        "Qty",
        lambda row: row.qty,
        50,
        align="right",
        reader=lambda text: read_quantity(text, signs=SIGNS),
        editable=lambda row: not row.is_locked,
    ),
    LineColumn("who", "Technician", lambda _row: "", 98, drop=1),
    LineColumn("amount", "Amount", lambda _row: Figure("1 440", ",00"), 96, align="right"),
)


class Heard(list[tuple[object, ...]]):
    """What a signal told, in order."""

    def __call__(self, *told: object) -> None:
        self.append(told)


@dataclass(slots=True)
class Bench:
    """A table in a window, with a search that the test answers."""

    window: QWidget
    table: LineTable
    popup: CompletionPopup
    asked: list[str]
    answers: list[Callable[[Sequence[Option]], None]]

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.held, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.held, letter)

    @property
    def held(self) -> QWidget:
        held = QApplication.focusWidget()
        return held if held is not None else self.table

    @property
    def field(self) -> QLineEdit:
        assert self.table.editor is not None
        return self.table.editor.field

    def heard(self, signal: str) -> Heard:
        told = Heard()
        getattr(self.table, signal).connect(told)
        return told


def _groups(*extra: Line) -> tuple[LineGroup, ...]:
    oil = (Line(1, Goods("Oil change", "0,6")), Line(2, Goods("Oil 5W-30", "4,2")), *extra)
    locked = Line(3, Goods("Done already", is_locked=True), muted=True)
    return (
        LineGroup("a", {"name": Mark("1 Service", "", "strong"), "amount": Figure("7 050")}, oil),
        LineGroup("b", {"name": Mark("2 Brakes", "", "strong")}, (locked, Line(4, Goods("Discs")))),
    )


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Bench:
    install(qapp, "light")
    asked: list[str] = []
    answers: list[Callable[[Sequence[Option]], None]] = []

    def search(
        _key: object, _column: str, text: str, give: Callable[[Sequence[Option]], None]
    ) -> None:
        asked.append(text)
        answers.append(give)

    popup = CompletionPopup([PopupColumn("Name")], hints=[Hint("Ctrl+I", "card", acts=True)])
    table = LineTable(COLUMNS, name="Jobs and lines", search=search, popups={"name": lambda: popup})
    window = QWidget()
    window.resize(900, 500)
    column = QVBoxLayout(window)
    column.addWidget(table)
    column.addStretch(1)
    qtbot.addWidget(window)
    table.set_groups(_groups())
    window.show()
    qtbot.waitExposed(window)
    table.setFocus()
    return Bench(window, table, popup, asked, answers)


def test_the_model_keeps_qt_s_rules(bench: Bench) -> None:
    tester = QAbstractItemModelTester(bench.table.model())
    bench.table.fold("a", folded=True)
    bench.table.set_groups(_groups(Line(9, Goods("New"))))
    bench.table.fold("a", folded=False)
    assert bench.table.model().rowCount() == 7
    assert tester.model() is bench.table.model()


def test_typing_opens_the_cell_and_enter_commits_and_stays(bench: Bench) -> None:
    told = bench.heard("committed")
    bench.table.select(2, "qty")
    bench.type("5,5")
    assert bench.table.editing == (2, "qty")
    bench.key(Qt.Key.Key_Return)
    assert told == [(2, "qty", Decimal("5.5"))]
    assert (bench.table.current_key(), bench.table.current_column()) == (2, "qty")
    assert bench.table.editor is None


def test_f2_keeps_the_text_and_esc_gives_back(bench: Bench) -> None:
    told, given_up = bench.heard("committed"), bench.heard("given_up")
    bench.table.select(2, "qty")
    bench.key(Qt.Key.Key_F2)
    assert bench.field.text() == "4,2"
    bench.type("9")
    bench.key(Qt.Key.Key_Escape)
    assert (told, given_up) == ([], [(2, "qty")])


def test_an_untouched_cell_tells_nothing(bench: Bench) -> None:
    told = bench.heard("committed")
    bench.table.select(2, "qty")
    bench.key(Qt.Key.Key_F2)
    bench.key(Qt.Key.Key_Return)
    assert told == []


def test_tab_walks_cells_that_can_be_edited_and_leaves_at_the_end(bench: Bench) -> None:
    walked: list[object] = []
    bench.table.edit_cell(1, "name")
    while bench.table.editing is not None and len(walked) < 20:
        walked.append(bench.table.editing)
        bench.key(Qt.Key.Key_Tab)
    assert walked == [(1, "name"), (1, "qty"), (2, "name"), (2, "qty"), (4, "name"), (4, "qty")]
    bench.table.edit_cell(4, "name")
    bench.key(Qt.Key.Key_Backtab)
    assert bench.table.editing == (2, "qty")


def test_what_cannot_be_read_stays_with_its_sentence(bench: Bench) -> None:
    told = bench.heard("committed")
    bench.table.select(2, "qty")
    bench.type("abc")
    bench.key(Qt.Key.Key_Return)
    assert told == []
    assert bench.field.text() == "abc"
    assert bench.table.editor is not None
    assert bench.table.editor.problem
    bench.key(Qt.Key.Key_Backspace)
    assert bench.table.editor.problem == ""


def test_completion_chooses_what_stands_first(bench: Bench) -> None:
    bench.table.set_groups(_groups(Line("new", Goods("", is_new=True))))
    told, typed = bench.heard("chosen"), bench.heard("typed")
    bench.table.edit_cell("new", "name")
    bench.type("cuk")
    assert bench.asked[-1] == "cuk"
    bench.answers[-1]([Option("x", "CUK 26 009"), Option("y", "CUK 26 010")])
    assert bench.popup.isVisible()
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_Return)
    assert told == [("new", "name", "y")]
    assert not bench.popup.isVisible()
    assert typed[-1] == ("new", "name", "cuk")


def test_enter_before_the_answer_waits_for_it(bench: Bench) -> None:
    bench.table.set_groups(_groups(Line("new", Goods("", is_new=True))))
    told = bench.heard("chosen")
    bench.table.edit_cell("new", "name")
    bench.type("oil")
    bench.key(Qt.Key.Key_Return)
    assert told == []
    bench.answers[0]([Option("old", "an older question")])
    assert told == []
    bench.answers[-1]([Option("x", "Oil")])
    assert told == [("new", "name", "x")]


def test_nothing_found_keeps_what_was_typed(bench: Bench) -> None:
    bench.table.set_groups(_groups(Line("new", Goods("", is_new=True))))
    bench.table.edit_cell("new", "name")
    bench.type("zzz")
    bench.answers[-1]([])
    bench.key(Qt.Key.Key_Return)
    assert bench.field.text() == "zzz"
    assert bench.table.editing == ("new", "name")


def test_a_key_of_the_popup_names_its_row(bench: Bench) -> None:
    bench.table.set_groups(_groups(Line("new", Goods("", is_new=True))))
    told = bench.heard("acted")
    bench.table.edit_cell("new", "name")
    bench.type("c")
    bench.answers[-1]([Option("x", "CUK")])
    bench.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert told == [("new", "Ctrl+I", "x")]


def test_a_refresh_keeps_cursor_and_half_typed_text(bench: Bench) -> None:
    bench.table.edit_cell(2, "qty")
    bench.type("7")
    changed = replace(_groups()[0], lines=(Line(0, Goods("First")), *_groups()[0].lines))
    bench.table.set_groups((changed, _groups()[1]), {2: 2})
    assert bench.field.text() == "7"
    assert bench.table.current_key() == 2
    assert bench.table.editor is not None
    row = bench.table.visualRect(bench.table.currentIndex())
    assert row.contains(bench.table.editor.geometry().center())


def test_a_new_key_takes_the_cursor_along(bench: Bench) -> None:
    bench.table.set_groups(_groups(Line("new", Goods("", is_new=True))))
    bench.table.select("new", "name")
    bench.table.set_groups(_groups(Line(77, Goods("Filter"))), {"new": 77})
    assert bench.table.current_key() == 77


def test_a_line_that_went_closes_its_cell(bench: Bench) -> None:
    bench.table.edit_cell(2, "qty")
    bench.type("7")
    bench.table.set_groups((LineGroup("a", {"name": "1"}, (Line(1, Goods("Oil change")),)),))
    assert bench.table.editor is None


def test_a_locked_line_cannot_be_edited(bench: Bench) -> None:
    assert not bench.table.edit_cell(3, "name")
    bench.table.select(3, "name")
    bench.type("x")
    assert bench.table.editor is None


def test_groups_fold_by_keys_and_mouse(bench: Bench) -> None:
    told = bench.heard("opened")
    bench.table.select("a")
    bench.key(Qt.Key.Key_Left)
    assert bench.table.is_folded("a")
    bench.key(Qt.Key.Key_Right)
    assert not bench.table.is_folded("a")
    bench.key(Qt.Key.Key_Return)
    assert told == [("a",)]
    chevron = bench.table.visualRect(bench.table.model().index(0, 0)).center()
    QTest.mouseClick(bench.table.viewport(), Qt.MouseButton.LeftButton, pos=chevron)
    assert bench.table.is_folded("a")


def test_editing_a_folded_line_unfolds_it(bench: Bench) -> None:
    bench.table.fold("a", folded=True)
    assert bench.table.edit_cell(2, "qty")
    assert not bench.table.is_folded("a")


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "told"),
    [
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, "line_wanted", (2,)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "removal_wanted", (2,)),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, "group_wanted", ()),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "undo_wanted", ()),
        (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier, "why_wanted", (2,)),
    ],
)
def test_keys_tell_what_is_wanted(
    bench: Bench,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    signal: str,
    told: tuple[object, ...],
) -> None:
    heard = bench.heard(signal)
    bench.table.select(2, "qty")
    bench.key(key, modifier)
    assert heard == [told]


def test_the_menu_opens_for_the_line_under_it(bench: Bench) -> None:
    heard = bench.heard("menu_wanted")
    place = bench.table.visualRect(bench.table.model().index(2, 1)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, bench.table.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(bench.table.viewport(), event)
    assert heard[0][0] == 2
    assert isinstance(heard[0][1], QPoint)


def test_narrow_windows_drop_columns_never_the_amount(bench: Bench) -> None:
    who = 3
    assert not bench.table.isColumnHidden(who)
    bench.window.resize(440, 500)
    QApplication.processEvents()
    assert bench.table.isColumnHidden(who)
    assert not bench.table.isColumnHidden(4)
    assert bench.table.columnWidth(1) >= theme().px(COLUMNS[1].least)


def test_screen_readers_hear_column_and_value(bench: Bench) -> None:
    index = bench.table.model().index(2, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Qty: 4,2"
    assert bench.table.accessibleName() == "Jobs and lines"


def test_a_half_typed_choice_waits_when_the_focus_goes(bench: Bench) -> None:
    bench.table.set_groups(_groups(Line("new", Goods("", is_new=True))))
    bench.table.edit_cell("new", "name")
    bench.type("cuk")
    bench.answers[-1]([Option("x", "CUK")])
    other = QLineEdit(bench.window)
    other.show()
    other.setFocus()
    assert bench.table.editing == ("new", "name")
    assert bench.field.text() == "cuk"


def test_a_changed_cell_is_committed_when_the_focus_goes(bench: Bench) -> None:
    told = bench.heard("committed")
    bench.table.edit_cell(2, "qty")
    bench.type("7")
    other = QLineEdit(bench.window)
    other.show()
    other.setFocus()
    assert told == [(2, "qty", Decimal(7))]
