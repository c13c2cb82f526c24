"""A window that is closed is let go with all its pages: people come and go at one desk all day."""

import gc
import weakref
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.kernel.tx import Shop
from ui.dressing import open_window
from ui.shell.window import Window
from ui.start import person, record, settle
from widgets.dialog import Dialog

ROUNDS = 2
PLACES = ("sync", "billing", "calendar")


def _standing() -> int:
    return len([each for each in QApplication.allWidgets() if shiboken6.isValid(each)])


def _come_and_go(shop: Shop, drafts: Path) -> list[weakref.ref[QWidget]]:
    """Open the pages in a window of its own and close it; they are named weakly."""
    window = open_window(shop, person(shop, None), language="en", drafts=drafts)
    window.show()
    held: list[weakref.ref[QWidget]] = [weakref.ref(window)]
    for place in PLACES:
        window.open(place, None, {})
        settle(window, 1)
        page = window.page
        assert page is not None
        held.append(weakref.ref(page))
    window.close()
    window.desk.close()
    window.deleteLater()
    del window, page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return held


def test_nothing_of_a_closed_window_is_kept(sample_shop: Shop, tmp_path: Path) -> None:
    # the first one lets go what earlier tests left, and makes what stays once for the program
    _come_and_go(sample_shop, tmp_path / "first")
    gc.collect()
    counts = []
    for number in range(ROUNDS):
        held = _come_and_go(sample_shop, tmp_path / str(number))
        gc.collect()
        counts.append(_standing())
        assert [ref() for ref in held] == [None] * len(held)
    assert counts == [counts[0]] * ROUNDS


# a page as it opens, a record of it, or a form that is cancelled
VISITS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("work_orders", "А123ВС", {}),
    ("work_orders", "", {"new": True}),
    ("customers", "Иванова", {}),
    ("customers", "", {"new": "customer"}),
    ("customers", "", {"new": "car"}),
    ("vehicles", "А123ВС", {}),
    ("catalog", "P-OIL", {}),
    ("inventory", "W 712/95", {}),
    ("inventory", "", {"new": True}),
    ("billing", "INV", {}),
    ("arrivals", "", {"new": True}),
    ("calendar", "", {}),
)


def _visit(window: Window) -> int:
    """Go everywhere once and cancel what opens; how many dialogs opened."""
    dialogs = 0
    for place, words, params in VISITS:
        window.open(place, record(window, place, words) if words else None, dict(params))
        settle(window, 1)
        for dialog in window.findChildren(Dialog):
            dialogs += dialog.isVisible()
            dialog.cancel()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.open("today", None, {})
    settle(window, 1)
    return dialogs


def test_what_is_opened_again_adds_nothing(window: Window) -> None:
    # the first round makes pages and what they keep
    assert _visit(window) >= len([params for _, _, params in VISITS if params]) - 1
    before = len(window.findChildren(QObject))
    _visit(window)
    assert len(window.findChildren(QObject)) == before
