"""No control is a window of its own for a moment: that flashes on the screen and takes the keyboard away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from ui.pages import PAGES
from ui.shell.window import Window
from ui.start import record, settle

RECORDS = {
    "work_orders": "А123ВС",
    "customers": "Иванова",
    "vehicles": "А123ВС",
    "catalog": "P-OIL",
    "inventory": "W 712/95",
    "billing": "INV",
}


class _Eye(QObject):
    """Remembers every control that was shown without a parent."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QMainWindow)
        ):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def eye(dressed: QApplication) -> Iterator[_Eye]:
    made = _Eye()
    dressed.installEventFilter(made)
    yield made
    dressed.removeEventFilter(made)


@pytest.mark.parametrize("place", [spec.name for spec in PAGES])
def test_a_page_opens_without_a_flash(window: Window, eye: _Eye, place: str) -> None:
    window.open(place, None, {})
    settle(window)
    assert eye.seen == []


@pytest.mark.parametrize("place", sorted(RECORDS))
def test_a_record_opens_without_a_flash(window: Window, eye: _Eye, place: str) -> None:
    key = record(window, place, RECORDS[place])
    window.open(place, key, {})
    settle(window)
    assert eye.seen == []


def test_the_eye_sees_a_flash(eye: _Eye) -> None:
    lonely = QWidget()
    lonely.setAccessibleName("lonely")
    lonely.show()
    lonely.hide()
    assert eye.seen == ["QWidget lonely"]
