"""How long the pages of the desk take: made, opened with all they read, painted; beside bare labels of Qt.

And for how long one event of theirs holds the window, which nothing else can reach meanwhile.
"""

import statistics
import time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.kernel.tx import Shop
from ui.dressing import Look, dress, make_application, open_window
from ui.shell.ahead import load_ahead
from ui.shell.garbage import garbage_of
from ui.shell.watchdog import watched
from ui.shell.window import Window
from ui.start import person, settle

_LABELS: Final = 200
_LAID_OUT: Final = 12
_SIZE: Final = (1366, 768)
_SPANS: Final = ("make", "open", "bare", "first")


def page_figures(shop: Shop, drafts: str, rounds: int = 5) -> dict[str, dict[str, list[float]]]:
    """Milliseconds for each page of ``shop``, of some windows.

    ``make`` and ``open`` of a program that is warm, and of as many labels that nothing dresses (``bare``); and the one
    ``first`` opening in this process, of a page that was made ahead.
    """
    make_application()
    bare = _bare_label(rounds)
    found: dict[str, dict[str, list[float]]] = {}
    # the first window warms: what is loaded once for the whole program
    for number in range(rounds + 1):
        window = _window(shop, Path(drafts) / f"pages{number}")
        for spec in window.pages:
            began = time.perf_counter()
            window.make(spec.name)
            made = time.perf_counter()
            _open(window, spec.name)
            opened = time.perf_counter()
            page = window.page
            if page is None:
                continue
            spans = found.setdefault(spec.name, {name: [] for name in _SPANS})
            if number:
                spans["make"].append((made - began) * 1000)
                spans["open"].append((opened - made) * 1000)
                spans["bare"].append(bare * len(page.findChildren(QWidget)))
            else:
                spans["first"].append((opened - made) * 1000)
        _close(window)
    return found


def page_gaps(shop: Shop, drafts: str, rounds: int = 3) -> dict[str, list[float]]:
    """The longest event of making and opening each page of ``shop``, in milliseconds, for some windows.

    Each event passes through Python to be measured, so the application is one that can be watched (RuntimeError).
    """
    found: dict[str, list[float]] = {}
    for number in range(rounds):
        window = _window(shop, Path(drafts) / f"gaps{number}")
        for spec in window.pages:
            blocks = watched(partial(_make_and_open, window, spec.name), limit=0.0)
            longest = max((block.seconds for block in blocks), default=0.0)
            found.setdefault(spec.name, []).append(longest * 1000)
        _close(window)
    return found


def _window(shop: Shop, drafts: Path) -> Window:
    """A window with its first page, and the modules of all pages loaded; none of those is made."""
    dress(make_application(), Look(language="ru", mode="light", scale=1.0))
    window = open_window(shop, person(shop, None), language="ru", drafts=drafts)
    window.resize(*_SIZE)
    window.show()
    window.open(window.pages[0].name, None, {})
    settle(window)
    garbage = garbage_of(QApplication.instance())
    if garbage is not None:
        garbage.hold()
    load_ahead(window)
    if garbage is not None:
        garbage.go_on()
    return window


def _open(window: Window, name: str) -> None:
    """Until it is read and painted: what is laid out asks the next one to be, and the last of these events paint."""
    window.open(name, None, {})
    settle(window, 2)
    for _ in range(_LAID_OUT):
        QApplication.processEvents()


def _make_and_open(window: Window, name: str) -> None:
    """Each as one event, as a key or the mouse does it."""
    for do in (partial(window.make, name), partial(window.open, name, None, {})):
        QTimer.singleShot(0, window, do)
        settle(window, 2)


def _close(window: Window) -> None:
    window.close()
    window.desk.close()
    window.deleteLater()
    QApplication.processEvents()


def _bare_label(rounds: int) -> float:
    """Milliseconds in which Qt makes, lays out and paints one label of a window that nothing dresses."""
    spans = []
    for _ in range(rounds):
        began = time.perf_counter()
        window = QWidget()
        column = QVBoxLayout(window)
        for number in range(_LABELS):
            column.addWidget(QLabel(str(number)))
        window.resize(*_SIZE)
        window.show()
        window.grab()
        window.close()
        spans.append((time.perf_counter() - began) * 1000)
    return statistics.median(spans) / _LABELS
