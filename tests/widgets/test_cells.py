"""How values are painted: inside their room, in the colours of the tokens, whole where they must be whole."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from widgets.cells import (
    Badge,
    Figure,
    Mark,
    Meter,
    PlateText,
    Rich,
    cell_width,
    highlight,
    kit,
    paint_cell,
)
from widgets.theme import install, theme

VALUES = [
    "Škoda Octavia",
    None,
    Badge("Awaiting approval", "wrench", "wait"),
    PlateText("А123ВС", "777"),
    Figure("37 402", ",50", "", " ₽"),
    Mark("13:00", "alarm-clock", "bad"),
    Meter(0.4, "38 %", "good", 0.33),
    Rich((("Ма", ""), ("ри", "match"), ("на", "strong"), ("X1", "code"))),
]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    install(qapp, "light", 1.0)


def painted(value: object, width: int = 300, **how: object) -> QImage:
    """The value in the middle of a white picture, with 20 pixels free around its rectangle."""
    picture = QImage(width + 40, 72, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_cell(painter, QRect(20, 20, width, 31), value, **how)  # type: ignore[arg-type]  # kind, align, large
    painter.end()
    return picture


def ink(picture: QImage) -> QRect:
    """The smallest rectangle with everything that is not white."""
    white = QColor(Qt.GlobalColor.white).rgb()
    spots = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != white
    ]
    xs, ys = [x for x, _ in spots] or [0], [y for _, y in spots] or [0]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def has(picture: QImage, token: str) -> bool:
    wanted = theme().colour(token).rgb()
    return any(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("align", ["left", "right"])
def test_a_value_takes_the_room_it_says_at_the_edge_it_belongs_to(
    value: object, align: str
) -> None:
    box = ink(painted(value, align=align))
    assert box.width() <= cell_width(value, align=align) + 3
    assert box.top() >= 20
    assert box.bottom() <= 51
    if align == "left":
        assert abs(box.left() - 20) <= 3
    elif not isinstance(value, Meter):
        assert abs(box.right() - 319) <= 3


@pytest.mark.parametrize(
    "value",
    ["A rather long name of a car", VALUES[-1], Mark("a long word for a mark", "wrench", "work")],
)
def test_texts_are_shortened_to_their_room(value: object) -> None:
    narrow = 60
    assert cell_width(value) > narrow
    assert ink(painted(value, narrow)).right() <= 20 + narrow


def test_a_badge_stands_on_its_hue_and_a_plate_in_its_frame() -> None:
    assert has(painted(VALUES[2]), "status.wait.bg")
    assert has(painted(VALUES[3]), "surface.plate")
    assert ink(painted(VALUES[3])).height() == 20
    assert ink(painted(VALUES[3], large=True)).height() == 26


def test_a_find_has_a_ground_of_its_own() -> None:
    assert has(painted(highlight("Марина", ["ри"])), "surface.match")
    assert has(painted(PlateText("А123ВС", "777", (1, 3))), "surface.match")
    assert not has(painted(highlight("Марина", ["x"])), "surface.match")


def test_a_meter_is_full_at_most_and_shows_its_goal() -> None:
    full, half = ink(painted(Meter(3.0))), painted(Meter(0.5, goal=0.9))
    assert full.right() <= 320
    assert has(half, "status.work.mark")
    assert has(half, "line.hairline")
    assert has(half, "text.primary")
    assert not has(painted(Meter(0.0)), "status.work.mark")


def test_an_empty_text_paints_nothing_and_none_is_a_dash() -> None:
    white = QColor(Qt.GlobalColor.white).rgb()
    nothing = painted("")
    assert all(nothing.pixel(x, 36) == white for x in range(nothing.width()))
    assert ink(painted(None)).width() > 3


def test_what_is_known_by_its_end_loses_its_front() -> None:
    face = kit().face("small")
    room = face.width("+7 916 000-44-10") * 0.6
    shown = face.short("+7 916 000-44-10", room, by_end=True)
    assert face.width(shown) <= room
    assert shown.endswith("44-10")
    assert face.short("+7 916 000-44-10", room).startswith("+7")


def test_another_theme_has_another_kit() -> None:
    before = kit()
    assert kit() is before
    theme().use(mode="dark")
    try:
        assert kit() is not before
        assert has(painted(VALUES[2]), "status.wait.bg")
    finally:
        theme().use(mode="light")


def test_sizes_follow_the_scale() -> None:
    plain = cell_width(VALUES[3])
    theme().use(scale=1.5)
    try:
        assert cell_width(VALUES[3]) == pytest.approx(plain * 1.5, rel=0.08)
    finally:
        theme().use(scale=1.0)
