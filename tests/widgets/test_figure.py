"""A drawing that is marked and a pad that is signed, by mouse and by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.figure import FigureKind, FigureMark, FigureView, MarkedFigure
from widgets.level import EighthsGauge, LampButton
from widgets.sign_pad import SignaturePad
from widgets.theme import install, theme
from widgets.thumbs import Thumb, ThumbGrid

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L9 9"/></svg>'
DOOR = ((0, 0), (5000, 0), (5000, 5000), (0, 5000))
WING = ((6000, 6000), (9000, 6000), (9000, 9000), (6000, 9000))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    install(qapp, "light", 1.0)
    yield
    theme().use(mode="light", scale=1.0)


@pytest.fixture
def figure(qtbot: QtBot) -> MarkedFigure:
    views = (
        FigureView("left", "left", SVG, (156, 0, 260, 95), {"door": DOOR, "wing": WING}),
        FigureView("top", "", SVG, (156, 106, 260, 105)),
    )
    kinds = (FigureKind("scratch", "Scratch", "SЫ"), FigureKind("dent", "Dent", "DВ"))
    made = MarkedFigure(views, kinds, name="Car", region_words={"wing": "Rear wing"})
    qtbot.addWidget(made)
    made.resize(572, 318)
    made.show()
    return made


def heard(figure: MarkedFigure) -> list[FigureMark]:
    found: list[FigureMark] = []
    figure.added.connect(found.append)
    return found


def test_a_tap_marks_the_place_under_it(figure: MarkedFigure) -> None:
    found = heard(figure)
    QTest.mouseClick(
        figure, Qt.MouseButton.LeftButton, pos=figure.spot("left", (5000, 5000)).toPoint()
    )
    assert [(mark.view, mark.kind, len(mark.points)) for mark in found] == [("left", "scratch", 1)]
    assert abs(found[0].points[0][0] - 5000) < 60


def test_a_drag_draws_a_line_that_stays_inside_its_view(figure: MarkedFigure) -> None:
    found = heard(figure)
    left = Qt.MouseButton.LeftButton
    start = figure.spot("left", (2000, 5000)).toPoint()
    QTest.mousePress(figure, left, pos=start)
    for step in range(1, 8):
        QTest.mouseMove(figure, start + QPoint(step * 60, 0))
    QTest.mouseRelease(figure, left, pos=start + QPoint(420, 0))
    assert len(found) == 1
    assert len(found[0].points) > 3
    assert all(0 <= part <= 10_000 for point in found[0].points for part in point)


def test_beside_the_car_nothing_is_marked(figure: MarkedFigure) -> None:
    found = heard(figure)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert found == []


def test_keys_choose_view_region_place_and_kind(figure: MarkedFigure) -> None:
    found = heard(figure)
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figure, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(figure, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert "Rear wing" in figure.accessibleName()
    assert figure.place() == ("left", (7500, 7500))
    QTest.keyClick(figure, Qt.Key.Key_Left)
    QTest.keyClicks(figure, "d")
    assert [(m.view, m.kind, m.points) for m in found] == [("left", "dent", ((7300, 7500),))]
    QTest.keyClick(figure, Qt.Key.Key_PageDown)
    assert figure.place() == ("top", (5000, 5000))


def test_a_selected_mark_is_moved_and_taken_away(figure: MarkedFigure) -> None:
    figure.set_marks([FigureMark("a", "left", "dent", ((5000, 5000),))])
    gone: list[str] = []
    moved: list[FigureMark] = []
    figure.removed.connect(gone.append)
    figure.moved.connect(moved.append)
    left, start = Qt.MouseButton.LeftButton, figure.spot("left", (5000, 5000)).toPoint()
    QTest.mousePress(figure, left, pos=start)
    QTest.mouseRelease(figure, left, pos=start + QPoint(52, 0))
    assert figure.current() == "a"
    assert abs(moved[0].points[0][0] - 7000) < 120
    QTest.keyClick(figure, Qt.Key.Key_Delete)
    assert gone == ["a"]


def test_a_locked_drawing_is_only_looked_at(figure: MarkedFigure) -> None:
    found = heard(figure)
    figure.set_locked(True)
    at = figure.spot("left", (5000, 5000)).toPoint()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at)
    assert found == []


def test_a_signature_is_kept_as_strokes_and_cleared(qtbot: QtBot) -> None:
    pad = SignaturePad(name="Signature")
    qtbot.addWidget(pad)
    pad.resize(260, 112)
    pad.show()
    left = Qt.MouseButton.LeftButton
    for row in (30, 60):
        QTest.mousePress(pad, left, pos=QPoint(20, row))
        for x in range(30, 200, 20):
            QTest.mouseMove(pad, QPoint(x, row))
        QTest.mouseRelease(pad, left, pos=QPoint(200, row))
    strokes = pad.strokes()
    assert len(strokes) == 2
    assert strokes[0][0][0] == round(20 * 10_000 / 260)
    pad.show_strokes(strokes, locked=True)
    pad.clear()
    assert len(pad.strokes()) == 2
    pad.show_strokes(strokes, locked=False)
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes() == ()


def test_who_has_no_pointer_asks_for_paper(qtbot: QtBot) -> None:
    pad = SignaturePad(name="Signature")
    qtbot.addWidget(pad)
    asked: list[bool] = []
    pad.asked.connect(lambda: asked.append(True))
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert asked == [True]


def test_fuel_is_set_by_digit_arrow_and_tap(qtbot: QtBot) -> None:
    gauge = EighthsGauge(name="Fuel")
    qtbot.addWidget(gauge)
    gauge.resize(160, 32)
    QTest.keyClicks(gauge, "5")
    assert gauge.value() == 5
    QTest.keyClick(gauge, Qt.Key.Key_Right)
    assert gauge.value() == 6
    QTest.mouseClick(gauge, Qt.MouseButton.LeftButton, pos=QPoint(158, 16))
    assert gauge.value() == 8
    QTest.keyClick(gauge, Qt.Key.Key_Delete)
    assert gauge.value() is None


def test_a_lamp_is_lit_by_keys(qtbot: QtBot) -> None:
    lamp = LampButton("Oil", "droplet")
    qtbot.addWidget(lamp)
    QTest.keyClick(lamp, Qt.Key.Key_Return)
    assert lamp.isChecked()


def test_pictures_keep_their_form_in_a_wide_window(qtbot: QtBot) -> None:
    grid = ThumbGrid(name="Photos")
    qtbot.addWidget(grid)
    grid.set_thumbs([Thumb(str(number), "front", filled=False) for number in range(12)])
    grid.show()
    forms = []
    for width in (560, 860, 1150):
        grid.resize(width, 400)
        grid.setFixedHeight(grid.sizeHint().height())
        box = grid.box(11)
        assert box.bottom() <= grid.height()
        forms.append(box.width() / box.height())
    assert all(1.3 < form < 1.7 for form in forms), forms


def test_places_of_photos_are_opened_and_emptied_by_keys(qtbot: QtBot) -> None:
    grid = ThumbGrid(name="Photos")
    qtbot.addWidget(grid)
    grid.resize(560, 140)
    grid.set_thumbs([Thumb("one", "front"), Thumb("two", "rear", filled=False)])
    opened: list[str] = []
    gone: list[str] = []
    grid.opened.connect(opened.append)
    grid.removed.connect(gone.append)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert (gone, opened) == (["one"], ["two"])
    assert grid.lacking() == ["one"]
