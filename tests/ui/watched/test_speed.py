"""Nothing holds the window for longer than the watchdog allows: making a page, opening it, reading it, scrolling it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from app.kernel.tx import Shop
from ui.dressing import open_window
from ui.pages import PAGES
from ui.shell.watchdog import Block, watched
from ui.shell.window import Window
from ui.start import person, settle

ROUNDS = 3
"""A machine that does other things holds one round up, hardly the same page of every round."""


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """The program loads the modules of pages beside its window, before it makes them."""
    for spec in PAGES:
        spec.load()


def as_event(window: Window, do: Callable[[], object]) -> None:
    """Do it the way a key or the mouse does: as one event of the window, and all that follows."""
    QTimer.singleShot(0, window, do)
    settle(window)


def scroll(window: Window) -> int:
    """Move everything that scrolls by pages to its end and back; returns how many steps were painted."""
    steps = 0
    for area in window.stack.findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        if not area.isVisible() or not bar.maximum():
            continue
        for value in (*range(0, bar.maximum(), max(1, bar.pageStep())), bar.maximum(), 0):
            bar.setValue(value)
            QApplication.processEvents()
            steps += 1
    return steps


@dataclass
class Walk:
    """One window walked through: the longest event of each thing done, and how many steps were scrolled."""

    window: Window
    longest: dict[str, Block] = field(default_factory=dict)
    steps: int = 0

    def note(self, what: str, do: Callable[[], None]) -> None:
        """Do it, and keep the longest event over the limit."""
        blocks = watched(do)
        if blocks:
            self.longest[what] = max(blocks, key=lambda block: block.seconds)

    def page(self, name: str) -> None:
        """Make a page, open it, scroll it."""
        window = self.window
        self.note(f"{name} made", lambda: as_event(window, lambda: window.make(name)))
        self.note(f"{name} opened", lambda: as_event(window, lambda: window.open(name, None, {})))
        assert window.place == name
        self.note(f"{name} scrolled", self.scroll)

    def scroll(self) -> None:
        """Scroll what shows."""
        self.steps += scroll(self.window)


def test_no_page_holds_the_window(sample_shop: Shop, tmp_path: Path) -> None:
    walks = []
    for number in range(ROUNDS):
        window = open_window(
            sample_shop,
            person(sample_shop, None),
            language="en",
            drafts=tmp_path / f"drafts{number}",
        )
        window.resize(1366, 768)
        window.show()
        # the first page is part of the window's start: nothing stands that it could hold up
        window.open(window.pages[0].name, None, {})
        settle(window)
        walk = Walk(window)
        for spec in window.pages:
            walk.page(spec.name)
        walks.append(walk)
        window.close()
        window.desk.close()
        window.deleteLater()
        QApplication.processEvents()
    assert all(walk.steps > len(PAGES) for walk in walks)
    every = set.intersection(*(set(walk.longest) for walk in walks))
    assert not {what: [str(walk.longest[what]) for walk in walks] for what in every}
