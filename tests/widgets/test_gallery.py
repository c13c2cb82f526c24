"""The gallery shows every kind of control in every theme, and each that takes the keyboard has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from widgets.gallery import gallery
from widgets.theme import install, theme

# Popups and pieces of others: they show when somebody opens them.
NOT_ALONE = {
    "CellEditor",
    "ChoiceList",
    "ColumnChooser",
    "CompletionPopup",
    "Dialog",
    "ElidedLabel",
    "FocusRing",
    "Gallery",
    "KeyBox",
    "KeyHint",
    "MonthPopup",
    "PaletteOverlay",
    "Popover",
    "BusyLine",
    "MarkLabel",
    "MeterBar",
    "CellLabel",
    "Chart",
    "TypedEdit",
    "Understands",
    "WholeEdit",
    "Line",
    "Form",
    "Sheets",
}


@pytest.fixture(params=["light", "dark", "high_contrast"])
def page(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QWidget]:
    install(qapp, request.param)
    made = gallery()
    made.resize(1366, 768)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete.value
    )  # before it is dressed anew
    install(qapp, "light")


def test_it_shows_in_every_theme_and_fills_the_width(page: QWidget) -> None:
    picture = page.grab().toImage()
    ground = theme().colour("surface.page").rgb()
    assert picture.pixel(2, 2) == ground
    seen = {picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(seen) > 20


def test_everything_that_takes_the_keyboard_has_a_name(page: QWidget) -> None:
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.isVisible()
    ]
    assert nameless == []


def test_every_public_control_is_shown(page: QWidget) -> None:
    shown = {
        base.__name__ for widget in page.findChildren(QWidget) for base in type(widget).__mro__
    }
    known = {
        cls.__name__
        for cls in _descendants(QWidget)
        if cls.__module__.startswith("widgets.") and not cls.__name__.startswith("_")
    }
    assert len(known) > 40
    assert known - shown - NOT_ALONE == set()


def _descendants(cls: type[QWidget]) -> set[type[QWidget]]:
    found: set[type[QWidget]] = set()
    for child in cls.__subclasses__():
        found |= {child, *_descendants(child)}
    return found
