"""A board of time: what is dragged asks first, the card answers before the drop, and the keys can do it all."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.board import (
    Answer,
    Closed,
    DayBoard,
    Line,
    Move,
    Place,
    Question,
    WaitingList,
    WeekBoard,
)
from widgets.board.base import Board
from widgets.gallery_board import DAY, WAITING, WEEK, busy_answer
from widgets.theme import install, theme

Boards = tuple[WeekBoard, WaitingList]
KEPT: list[QWidget] = []
"""Pages that nothing else holds until their test is over."""
YES = Answer("good", "free", "", (Line("good", "Free"),))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    install(qapp, "light", 1.0)
    yield
    theme().use(mode="light", scale=1.0)
    KEPT.clear()


@pytest.fixture
def week(qtbot: QtBot) -> WeekBoard:
    board = WeekBoard("Week", "Load", "85 %")
    board.set_asker(busy_answer)
    shown(qtbot, board)
    board.set_plan(WEEK)
    return board


@pytest.fixture
def day(qtbot: QtBot) -> DayBoard:
    board = DayBoard("Day")
    shown(qtbot, board)
    board.set_plan(DAY)
    return board


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1000, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()


def mouse(widget: QWidget, kind: QEvent.Type, spot: QPointF, *, held: bool = True) -> None:
    left = Qt.MouseButton.LeftButton
    buttons = left if held else Qt.MouseButton.NoButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    there = QPointF(widget.mapToGlobal(spot.toPoint()))
    event = QMouseEvent(kind, spot, there, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag(board: Board, start: QPointF, *spots: QPointF, drop: bool = True) -> None:
    view = board.viewport()
    mouse(view, QEvent.Type.MouseButtonPress, start)
    for spot in spots:
        mouse(view, QEvent.Type.MouseMove, spot)
    if drop:
        mouse(view, QEvent.Type.MouseButtonRelease, spots[-1], held=False)


def middle(board: Board, key: str) -> QPointF:
    return next(stop.box for stop in board.stops if stop.key == key).center()


def cell(board: WeekBoard, lane: str, day: int) -> QPointF:
    return board.box_of(Place(lane, day, 540, 60)).center()


def drops(board: Board) -> list[Move]:
    found: list[Move] = []
    board.dropped.connect(lambda move, _answer: found.append(move))
    return found


def keys(widget: QWidget, *pressed: Qt.Key, shift: bool = False) -> None:
    hold = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in pressed:
        QTest.keyClick(widget, key, hold)


def test_an_entry_dragged_to_another_day_keeps_its_hour(week: WeekBoard) -> None:
    moves = drops(week)
    start = middle(week, "e")
    over = week.box_of(Place("1", 3, 0, 0)).width()
    drag(week, start, start + QPointF(20, 4), start + QPointF(over + 5, 4))
    assert moves == [Move("e", Place("1", 2, 840, 180), Place("1", 3, 840, 180))]


def test_hours_without_work_are_hatched_in_their_part_of_the_day_and_said(week: WeekBoard) -> None:
    whole, begin, end = week.box_of(Place("1", 0, 0, 0)), WEEK.begin, WEEK.end
    noon = Closed("1", 0, 720, 750, is_break=True)
    lift = Closed("1", 0, 840, 960, text="closed 14:00–16:00: the lift is mended")
    evening = Closed("1", 0, end - 60, end)
    week.set_plan(replace(WEEK, closed=(noon, lift, evening)))
    middle_of_day, last = week.shut_boxes("1", 0)
    at = (middle_of_day.left() - whole.left()) / whole.width()
    assert at == pytest.approx((840 - begin) / (end - begin), abs=0.05)
    assert last.right() == whole.right(), "up to the edge of the cell"
    assert (whole.top(), whole.height()) == (last.top(), last.height())
    free = next(stop for stop in week.stops if stop.key is None and stop.place.lane == "1")
    assert week.said(free).endswith("; closed 14:00–16:00: the lift is mended")


def test_dragged_far_inside_its_cell_it_gets_another_hour_on_the_quarter(week: WeekBoard) -> None:
    start = middle(week, "e")
    drag(week, start, start + QPointF(-60, 0), drop=False)
    block = week.carry.block
    assert block is not None
    assert block.place.day == 2
    assert block.place.start < 840
    assert block.place.start % 15 == 0


def test_before_the_drop_the_card_says_that_the_place_is_taken(week: WeekBoard) -> None:
    moves = drops(week)
    refused: list[Answer] = []
    week.refused.connect(refused.append)
    start = middle(week, "f")
    drag(week, start, start + QPointF(12, 0), cell(week, "2", 3), drop=False)
    assert week.card.isVisible()
    said = week.card.answer()
    assert said is not None
    assert said.tone == "bad"
    assert "Taken until 12:30" in week.card.accessibleName()
    mouse(week.viewport(), QEvent.Type.MouseButtonRelease, cell(week, "2", 3), held=False)
    assert moves == []
    assert [answer.tone for answer in refused] == ["bad"]
    assert not week.card.isVisible()


def test_the_last_question_wins_whenever_the_answers_come(week: WeekBoard) -> None:
    asked: list[tuple[Question, Callable[[Answer], None]]] = []
    week.set_asker(lambda question, then: asked.append((question, then)))
    week.go_to("e")
    keys(week, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert [question.place.lane for question, _ in asked] == ["1", "2", "4"]
    asked[-1][1](YES)
    asked[1][1](Answer("bad", "taken", may=False))
    said = week.card.answer()
    assert said is not None
    assert said.tone == "good"


def test_a_drop_waits_for_its_answer(week: WeekBoard) -> None:
    asked: list[Callable[[Answer], None]] = []
    week.set_asker(lambda _question, then: asked.append(then))
    moves = drops(week)
    week.go_to("e")
    keys(week, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert moves == []
    asked[-1](YES)
    assert [move.after.day for move in moves] == [3]


def test_arrows_move_shift_stretches_enter_places(week: WeekBoard) -> None:
    moves = drops(week)
    week.go_to("e")
    keys(week, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Left)
    keys(week, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, shift=True)
    keys(week, Qt.Key.Key_Return)
    assert moves == [Move("e", Place("1", 2, 840, 180), Place("2", 1, 840, 195))]


def test_esc_puts_back(week: WeekBoard) -> None:
    moves = drops(week)
    week.go_to("e")
    keys(week, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert moves == []
    assert week.carry.block is None


def test_esc_during_a_drag_puts_back(week: WeekBoard) -> None:
    moves = drops(week)
    drag(week, middle(week, "e"), cell(week, "1", 3), drop=False)
    assert week.card.isVisible()
    keys(week, Qt.Key.Key_Escape)
    mouse(week.viewport(), QEvent.Type.MouseButtonRelease, cell(week, "1", 3), held=False)
    assert not week.card.isVisible()
    assert moves == []


def test_what_could_not_be_written_is_shown_where_it_was(week: WeekBoard) -> None:
    week.go_to("e")
    keys(week, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert week.carry.pending is not None
    week.carry.take_back()
    assert week.carry.pending is None


def test_arrows_walk_over_entries_and_free_places_and_enter_opens(week: WeekBoard) -> None:
    opened: list[object] = []
    created: list[Place] = []
    week.opened.connect(opened.append)
    week.created.connect(created.append)
    week.go_to("d")
    keys(week, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert opened == ["e"]
    week.go_to("g")
    keys(week, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert created == [Place("1", 3, 16 * 60, 60)]


def test_a_bar_over_days_is_one_entry_above_the_others(week: WeekBoard) -> None:
    bar = next(stop.box for stop in week.stops if stop.key == "j")
    assert bar.width() > 2.9 * week.box_of(Place("6", 0, 0, 0)).width()


def test_what_stands_under_the_cursor_is_said(week: WeekBoard) -> None:
    week.go_to("e")
    assert "В640НН Vesta" in week.accessibleDescription()
    assert week.listing().rowCount() == len(WEEK.entries)
    QTest.keyClick(week, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "В640НН\tVesta" in QGuiApplication.clipboard().text()


def test_a_click_on_the_free_time_starts_an_entry_there(week: WeekBoard) -> None:
    created: list[Place] = []
    week.created.connect(created.append)
    chip = next(
        stop.box for stop in week.stops if stop.key is None and stop.place.start == 16 * 60
    ).center()
    drag(week, chip, chip)
    assert created == [Place("1", 3, 16 * 60, 60)]


def test_from_the_waiting_list_an_item_is_dragged_onto_the_board(qtbot: QtBot) -> None:
    board, waiting = both(qtbot)
    moves = drops(board)
    view = waiting.viewport()
    mouse(view, QEvent.Type.MouseButtonPress, QPointF(40, 20))
    mouse(view, QEvent.Type.MouseMove, QPointF(40, 40))
    there = board.viewport().mapToGlobal(cell(board, "4", 1).toPoint())
    mouse(view, QEvent.Type.MouseMove, QPointF(view.mapFromGlobal(there)))
    assert board.card.isVisible()
    mouse(view, QEvent.Type.MouseButtonRelease, QPointF(view.mapFromGlobal(there)), held=False)
    assert [(move.key, move.before, move.after.lane, move.after.day) for move in moves] == [
        ("w1", None, "4", 1)
    ]
    assert moves[0].after.minutes == 150


def test_from_the_waiting_list_an_item_is_carried_by_keys(qtbot: QtBot) -> None:
    board, waiting = both(qtbot)
    moves = drops(board)
    waiting.setFocus()
    keys(waiting, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert board.carry.block is not None
    keys(board, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert [(move.key, move.after.day, move.after.minutes) for move in moves] == [("w2", 1, 90)]


def both(qtbot: QtBot) -> Boards:
    page = QWidget()
    row = QHBoxLayout(page)
    board, waiting = WeekBoard("Week", "Load", "85 %"), WaitingList("Waiting")
    board.set_asker(busy_answer)
    waiting.setFixedWidth(200)
    row.addWidget(board)
    row.addWidget(waiting)
    shown(qtbot, page)
    board.set_plan(WEEK)
    waiting.set_items(WAITING)
    home = Place("1", 0, 540, 60)

    def bring(key: object, *, by_mouse: bool) -> None:
        item = next(each for each in WAITING if each.key == key)
        board.bring(waiting.block(item, home, by_mouse=by_mouse))

    waiting.taken.connect(lambda key: bring(key, by_mouse=True))
    waiting.lifted.connect(lambda key: bring(key, by_mouse=False))
    waiting.carried.connect(board.carry_over)
    waiting.let_go.connect(board.carry.drop)
    KEPT.append(page)
    return board, waiting


def test_enter_on_the_waiting_list_asks_for_the_first_free_slot(qtbot: QtBot) -> None:
    waiting = WaitingList("Waiting")
    shown(qtbot, waiting)
    waiting.set_items(WAITING)
    placed: list[object] = []
    waiting.placed.connect(placed.append)
    keys(waiting, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert placed == ["w2"]


# the day


def test_a_block_is_dragged_by_quarters_and_across_lanes(day: DayBoard) -> None:
    moves = drops(day)
    start = middle(day, "n")
    bay1 = day.box_of(Place("1", 0, 16 * 60 + 10, 30)).center()
    drag(day, start, start + QPointF(0, 15), QPointF(bay1.x(), start.y() + 33))
    assert [(move.after.lane, move.after.start % 15) for move in moves] == [("1", 0)]
    assert moves[0].after.start > 15 * 60 + 30


def test_the_lower_edge_of_a_block_stretches_it(day: DayBoard) -> None:
    moves = drops(day)
    box = next(stop.box for stop in day.stops if stop.key == "n")
    edge = QPointF(box.center().x(), box.bottom() - 2)
    hour = day.box_of(Place("1", 0, 600, 60)).height() + 3
    drag(day, edge, edge + QPointF(0, 20), edge + QPointF(0, hour / 2))
    assert moves == [Move("n", Place("4", 0, 930, 90), Place("4", 0, 930, 120))]


def test_in_the_day_arrows_go_by_quarters_and_lanes(day: DayBoard) -> None:
    moves = drops(day)
    day.go_to("n")
    keys(day, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Left)
    keys(day, Qt.Key.Key_Down, shift=True)
    keys(day, Qt.Key.Key_Return)
    assert moves == [Move("n", Place("4", 0, 930, 90), Place("2", 0, 945, 105))]


def test_work_over_a_break_ends_later(day: DayBoard) -> None:
    before = day.box_of(Place("1", 0, 11 * 60, 60)).height()
    over = day.box_of(Place("1", 0, 12 * 60 + 30, 60)).height()
    assert over == pytest.approx(before + (before + 3) / 2, abs=3)


def test_two_at_one_hour_stand_beside_each_other(day: DayBoard) -> None:
    first = DAY.entries[0]
    twin = replace(first, key="twin", start=600, end=700, minutes=100)
    day.set_plan(replace(DAY, entries=(*DAY.entries, twin)))
    boxes = [stop.box for stop in day.stops if stop.key in {"k", "twin"}]
    assert not boxes[0].intersects(boxes[1])


def test_a_double_click_on_a_free_hour_starts_an_entry_there(day: DayBoard) -> None:
    created: list[Place] = []
    day.created.connect(created.append)
    spot = day.box_of(Place("2", 0, 18 * 60 + 30, 30)).center()
    QTest.mouseDClick(day.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert [(place.lane, place.start) for place in created] == [("2", 18 * 60 + 30)]


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_boards_are_painted_in_every_look(qtbot: QtBot, mode: str, scale: float) -> None:
    theme().use(mode=mode, scale=scale)
    for board, plan in ((WeekBoard("Week", "Load", "85 %"), WEEK), (DayBoard("Day"), DAY)):
        shown(qtbot, board)
        board.set_plan(plan)
        picture = board.grab().toImage()
        colours = {
            picture.pixelColor(QPoint(x, y)).name()
            for x in range(0, picture.width(), 7)
            for y in range(0, picture.height(), 7)
        }
        assert theme().colour("status.work.bg").name() in colours
        assert theme().colour("surface.page").name() in colours
