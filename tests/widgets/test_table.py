"""The table: rows and ids, walking, selecting, copying, sorting, columns, states, paint."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.buttons import Button
from widgets.cells import Badge, Figure, Mark, PlateText, highlight
from widgets.column_chooser import ColumnChooser
from widgets.table import Column, Group, Table
from widgets.table_model import KEPT, TableModel
from widgets.theme import install, theme


@dataclass(frozen=True)
class Car:
    id: int
    plate: str
    name: str
    sum: int


CARS = [
    Car(1, "Н417ОС", "Toyota Camry", 58),
    Car(2, "В052ХА", "VW Polo", 17),
    Car(3, "Е731КМ", "Kia Rio", 12),
    Car(4, "С290УН", "Nissan X-Trail", 31),
]
COLUMNS = (
    Column("plate", "Plate", lambda r: PlateText(r.plate, "777"), width=109, kind="plate"),
    Column("name", "Vehicle", lambda r: r.name, width=140, stretch=1, sort="name"),
    Column(
        "state",
        "State",
        lambda _: Badge("Awaiting approval", "wrench", "wait"),
        width=90,
        kind="state",
    ),
    Column("note", "Note", lambda _: None, hidden=True),
    Column(
        "sum",
        "Amount",
        lambda r: Figure(f"{r.sum}\u00a0000", ",50"),
        width=84,
        align="right",
        kind="money",
        sort="sum",
        order=lambda r: r.sum,
    ),
)


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> Iterator[Table]:
    install(qapp, "light", 1.0)
    made = Table(COLUMNS, key=lambda row: row.id, name="Cars", sorts_here=True)
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    theme().use(mode="light", scale=1.0)


def names(table: Table) -> list[str]:
    return [getattr(row, "name", getattr(row, "title", "")) for row in table.model.all_rows()]


def image(table: Table) -> QImage:
    return table.view.viewport().grab().toImage()


def has_colour(picture: QImage, colour: QColor, *, row: int) -> bool:
    """Whether a pixel of the 32-pixel row has the colour."""
    wanted = colour.rgb()
    return any(
        picture.pixel(x, y) == wanted
        for y in range(row * 32, row * 32 + 32)
        for x in range(picture.width())
    )


def test_the_model_keeps_the_rules_of_qt(table: Table) -> None:
    tester = QAbstractItemModelTester(
        table.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    table.set_rows(CARS[:2])
    table.append(CARS[2:])
    table.set_rows([Group("All", {"sum": Figure("118")}), *CARS])
    table.set_rows(CARS[1:])
    table.set_keys(range(1000))
    table.fill([Car(5, "А", "five", 5)])
    table.set_keys([])
    assert tester.model() is table.model


def test_enter_and_double_click_open_the_row(table: Table, qtbot: QtBot) -> None:
    table.set_rows(CARS)
    assert table.select(2)
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == [CARS[1]]
    spot = table.view.visualRect(table.model.index(2, 1)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.opened) as told:
        QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [CARS[2]]


def test_arrows_preview_space_peeks_and_letters_go_to_the_page(table: Table, qtbot: QtBot) -> None:
    seen: list[Any] = []
    table.set_rows(CARS)
    table.select_first()
    table.previewed.connect(seen.append)
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert seen == [CARS[1]]
    with qtbot.waitSignal(table.peeked):
        QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert seen == [CARS[1], CARS[1]]
    QTest.keyClick(table.view, Qt.Key.Key_End)
    assert table.current() == CARS[3]
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    assert table.current() == CARS[0]
    QTest.keyClicks(table.view, "n")
    assert table.current() == CARS[0]


def test_group_rows_are_walked_over(table: Table) -> None:
    table.set_rows([Group("One"), *CARS[:2], Group("Two"), *CARS[2:]])
    table.view.clearFocus()
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.current() == CARS[0]
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert table.current() == CARS[2]
    QTest.keyClick(table.view, Qt.Key.Key_Up)
    assert table.current() == CARS[1]
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    assert table.current() == CARS[0]


def test_new_rows_keep_the_selection_with_its_records(table: Table) -> None:
    table.set_rows(CARS)
    table.select(3)
    table.set_rows([Car(9, "A", "Ada", 1), *CARS])
    assert table.current() == CARS[2]
    changed = Car(3, "Е731КМ", "Kia Ceed", 12)
    table.set_rows([Car(9, "A", "Ada", 1), *CARS[:2], changed, CARS[3]])
    assert table.current() == changed


def test_a_record_that_left_hands_the_selection_to_the_one_in_its_place(table: Table) -> None:
    table.set_rows(CARS)
    table.select(2)
    table.set_rows([CARS[0], *CARS[2:]])
    assert table.current() == CARS[2]
    seen: list[Any] = []
    table.previewed.connect(seen.append)
    table.set_rows([])
    assert table.current() is None
    assert seen[-1] is None


def test_several_rows_are_copied_under_their_titles(table: Table) -> None:
    table.set_rows(CARS)
    table.select(1)
    QTest.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in table.selected()] == [1, 2]
    assert QGuiApplication.clipboard().text() == (
        "Plate\tVehicle\tState\tAmount\n"
        "Н417ОС 777\tToyota Camry\tAwaiting approval\t58000,50\n"
        "В052ХА 777\tVW Polo\tAwaiting approval\t17000,50\n"
    )


def test_a_head_sorts_once_up_once_down_within_groups(table: Table, qtbot: QtBot) -> None:
    table.set_rows([*CARS[:2], Group("Rest"), *CARS[2:]])
    header = table.view.header
    spot = QPoint(header.sectionViewportPosition(1) + 20, 10)
    with qtbot.waitSignal(table.sorted) as told:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["name", False]
    assert names(table) == ["Toyota Camry", "VW Polo", "Rest", "Kia Rio", "Nissan X-Trail"]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(table) == ["VW Polo", "Toyota Camry", "Rest", "Nissan X-Trail", "Kia Rio"]
    assert table.sort() == ("name", True)
    table.set_sort("sum")
    assert names(table) == ["VW Polo", "Toyota Camry", "Rest", "Kia Rio", "Nissan X-Trail"]


def test_a_column_that_cannot_be_sorted_ignores_the_click(table: Table) -> None:
    table.set_rows(CARS)
    spot = QPoint(table.view.header.sectionViewportPosition(0) + 20, 10)
    QTest.mouseClick(table.view.header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert table.sort() is None


def test_more_rows_are_asked_for_once_near_the_end(table: Table, qtbot: QtBot) -> None:
    many = [Car(n, "А", f"{n:03}", n) for n in range(200)]
    asked: list[int] = []
    table.more_wanted.connect(lambda: asked.append(1))
    table.set_rows(many[:100], more=True)
    assert not asked
    with qtbot.waitSignal(table.more_wanted):
        QTest.keyClick(table.view, Qt.Key.Key_End)
    table.view.scrollToTop()
    table.view.scrollToBottom()
    assert len(asked) == 1
    table.append(many[100:])
    table.view.scrollToBottom()
    assert len(asked) == 1
    assert table.count() == 200


def test_a_first_page_that_does_not_fill_the_view_asks_at_once(table: Table) -> None:
    asked: list[int] = []
    table.more_wanted.connect(lambda: asked.append(1))
    table.set_rows(CARS, more=True)
    assert asked == [1]


def test_ids_are_fetched_when_their_rows_are_seen(table: Table, qtbot: QtBot) -> None:
    asked: list[list[int]] = []
    table.rows_wanted.connect(asked.append)
    table.set_keys(range(100_000))
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0][0] == 0
    assert len(asked[0]) < 60
    table.fill([Car(key, "А", str(key), key) for key in asked[0]])
    table.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(asked) > 1)
    assert asked[-1][-1] == 99_999
    assert 50_000 not in {key for keys in asked for key in keys}
    table.view.scrollToTop()
    image(table)
    qtbot.wait(40)
    assert len(asked) == 2


def test_an_answer_that_never_comes_is_asked_for_again_a_few_times(
    table: Table, qtbot: QtBot
) -> None:
    asked: list[list[int]] = []
    table.rows_wanted.connect(asked.append)
    table.set_keys(range(200))
    qtbot.waitUntil(lambda: len(asked) >= 2)
    assert asked[0][0] == asked[1][0] == 0
    table.fill([Car(key, "А", str(key), key) for key in asked[0]])
    before = len(asked)
    qtbot.wait(800)
    assert len(asked) == before


def test_a_row_that_comes_late_is_shown_and_previewed(table: Table, qtbot: QtBot) -> None:
    table.set_keys(range(10))
    table.select(4)
    assert table.current() is None
    assert table.current_key() == 4
    image(table)
    with qtbot.waitSignal(table.previewed) as told:
        table.fill([Car(4, "А", "four", 4)])
    assert told.args == [Car(4, "А", "four", 4)]
    assert table.model.data(table.model.index(4, 1)) == "four"
    assert table.model.data(table.model.index(5, 1)) == ""


def test_fetched_rows_are_kept_up_to_a_bound(qapp: QApplication) -> None:
    install(qapp, "light", 1.0)
    model = TableModel(COLUMNS, lambda row: row.id)
    model.set_keys(range(100_000))
    model.fill(Car(n, "А", str(n), n) for n in range(KEPT + 10))
    assert model.row(0) is None
    assert model.row(KEPT + 9) == Car(KEPT + 9, "А", str(KEPT + 9), KEPT + 9)
    assert len(model.all_rows()) == KEPT


def test_a_copy_waits_for_rows_that_are_not_here(table: Table, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    table.set_keys(range(500))
    image(table)
    qtbot.wait(30)
    table.view.selectAll()
    asked: list[list[int]] = []
    table.rows_wanted.connect(asked.append)
    table.copy()
    assert len(asked[-1]) == 500
    assert QGuiApplication.clipboard().text() == "before"
    table.fill([Car(key, "А", str(key), key) for key in asked[-1]])
    assert len(QGuiApplication.clipboard().text().splitlines()) == 501


def test_the_layout_comes_back_as_it_was_left(table: Table, qtbot: QtBot) -> None:
    table.set_rows(CARS)
    header = table.view.header
    header.moveSection(4, 0)
    header.resizeSection(1, 222)
    table.view.setColumnHidden(3, False)
    table.set_sort("sum", descending=True)
    kept = table.layout_state()
    other = Table(COLUMNS, key=lambda row: row.id, name="Cars")
    qtbot.addWidget(other)
    other.resize(700, 400)
    other.restore_layout(kept)
    assert other.layout_state() == kept
    assert other.sort() == ("sum", True)
    assert other.view.columnWidth(1) == 222
    assert not other.view.isColumnHidden(3)


def test_a_layout_of_other_columns_does_no_harm(table: Table) -> None:
    table.restore_layout(
        {"columns": [["gone", True, 5], ["sum", True, None]], "sort": ["gone", True]}
    )
    state = table.layout_state()
    assert next(name for name, _, _ in state["columns"]) == "sum"
    assert len(state["columns"]) == len(COLUMNS)
    assert state["sort"] is None


def test_columns_are_chosen_moved_and_sorted_with_the_keyboard(table: Table, qtbot: QtBot) -> None:
    table.set_rows(CARS)
    chooser = table.choose_columns()
    assert isinstance(chooser, ColumnChooser)
    rows = chooser.list
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert table.view.isColumnHidden(1)
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [name for name, _, _ in table.layout_state()["columns"]][:2] == ["name", "plate"]
    with qtbot.waitSignal(table.sorted) as told:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == ["name", False]
    chooser.reset.emit()
    assert [name for name, visible, _ in table.layout_state()["columns"] if visible] == [
        "plate",
        "name",
        "state",
        "sum",
    ]
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not table.findChildren(ColumnChooser))


def test_the_last_column_cannot_be_hidden(table: Table) -> None:
    chooser = table.choose_columns()
    for place in range(chooser.list.count()):
        chooser.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert len(table.view.header.shown()) == 1
    chooser.close()


def test_states_are_never_shortened_their_column_grows(table: Table, qtbot: QtBot) -> None:
    table.set_rows(CARS)
    qtbot.waitUntil(lambda: table.view.columnWidth(2) > 130)
    assert sum(table.view.columnWidth(n) for n in table.view.header.shown()) == 700


def test_a_shortened_cell_tells_the_whole_text(table: Table) -> None:
    long = "Volkswagen Transporter with a very long body " * 3
    table.set_rows([Car(1, "А123ВС", long, 1), *CARS[1:]])
    spot = table.view.visualRect(table.model.index(0, 1)).center()
    assert table.view.tip_at(spot) == long
    below = table.view.visualRect(table.model.index(1, 1)).center()
    assert table.view.tip_at(below) == ""


def test_an_icon_column_tells_its_word(qapp: QApplication, qtbot: QtBot) -> None:
    install(qapp, "light", 1.0)
    column = Column("kind", "", lambda _: Mark("Labour", "wrench"), width=40, kind="icon")
    table = Table([column], key=lambda row: row.id, name="Lines")
    qtbot.addWidget(table)
    table.resize(200, 100)
    table.set_rows(CARS)
    table.show()
    assert table.view.tip_at(QPoint(20, 10)) == "Labour"
    assert table.model.data(table.model.index(0, 0)) == "Labour"


def test_empty_and_error_say_what_to_do(table: Table) -> None:
    table.set_rows(CARS)
    table.show_empty("boxes", "Nothing is on the shelves", "Receive a delivery", Button("Receive"))
    state = table.state()
    assert state is not None
    assert state.isVisible()
    assert "Nothing is on the shelves" in state.accessibleName()
    assert table.count() == 0
    tries: list[int] = []
    table.show_error("The list could not be read.", lambda: tries.append(1))
    state = table.state()
    assert state is not None
    button = state.findChild(Button)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tries == [1]
    table.set_rows(CARS)
    assert table.state() is None
    assert table.count() == 4


def test_loading_shows_shapes_after_a_moment_and_only_where_nothing_stands(
    table: Table, qtbot: QtBot
) -> None:
    table.show_loading()
    shape = theme().colour("surface.pressed")
    assert not has_colour(image(table), shape, row=0)
    qtbot.waitUntil(lambda: has_colour(image(table), shape, row=0))
    table.set_rows(CARS)
    assert not has_colour(image(table), shape, row=5)


def test_selection_hover_group_and_focus_are_painted(table: Table, qtbot: QtBot) -> None:
    look = theme()
    table.set_rows([*CARS[:3], Group("Group")])
    table.select(2)
    active, inactive = look.colour("surface.selected"), look.colour("surface.selected_inactive")
    # straight to the rows: where another window's test left the pointer, and its button, is not asked
    spot = QPointF(300, 10)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        spot,
        QPointF(table.view.viewport().mapToGlobal(spot.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(table.view.viewport(), moved)

    def painted() -> bool:
        shown = image(table)
        chosen = has_colour(shown, active, row=1) or has_colour(shown, inactive, row=1)
        return chosen and has_colour(shown, look.colour("surface.hover"), row=0)

    qtbot.waitUntil(painted)
    picture = image(table)
    assert has_colour(picture, active, row=1) or has_colour(picture, inactive, row=1)
    assert has_colour(picture, look.colour("surface.sunken"), row=3)
    assert not has_colour(picture, look.colour("surface.hover"), row=2)
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    if table.view.hasFocus():
        assert has_colour(image(table), look.colour("focus.ring"), row=1)


def test_a_find_is_painted_behind_its_letters(qapp: QApplication, qtbot: QtBot) -> None:
    install(qapp, "light", 1.0)
    column = Column("name", "Name", lambda row: highlight(row.name, ["cam"]), stretch=1)
    table = Table([column], key=lambda row: row.id, name="Cars")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.set_rows(CARS)
    match = theme().colour("surface.match")
    assert has_colour(image(table), match, row=0)
    assert not has_colour(image(table), match, row=1)


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_another_theme_and_scale_take_hold_at_once(table: Table, mode: str) -> None:
    table.set_rows(CARS)
    theme().use(mode=mode, scale=1.5)
    assert table.view.rowHeight(0) == 48
    assert table.view.header.height() == 42
    page = theme().colour("surface.page").rgb()
    assert image(table).pixel(680, 340) == page


def test_the_names_that_are_read_aloud(table: Table) -> None:
    table.set_rows(CARS)
    assert table.view.accessibleName() == "Cars"
    index = table.model.index(0, 0)
    assert table.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Н417ОС 777"
    assert table.model.headerData(0, Qt.Orientation.Horizontal) == "Plate"


def test_several_rows_chosen_stay_chosen_after_new_rows(table: Table) -> None:
    table.set_rows(CARS)
    table.select(1)
    flags = QItemSelectionModel.SelectionFlag
    table.view.selectionModel().select(table.model.index(3, 0), flags.Select | flags.Rows)
    table.set_rows(list(reversed(CARS)))
    assert {row.id for row in table.selected()} == {1, 4}
    assert table.selected_keys() == [4, 1]
