"""How long the pages of the desk take: made, opened with all they read, painted; beside bare labels of Qt."""

import statistics
import time
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.kernel.tx import Shop
from ui.dressing import Look, dress, make_application, open_window
from ui.start import person, settle

_LABELS: Final = 200
_SIZE: Final = (1366, 768)


def page_figures(shop: Shop, drafts: str, rounds: int = 5) -> dict[str, dict[str, list[float]]]:
    """Milliseconds to make each page of ``shop`` and to open it, and of as many bare labels, for some windows."""
    app = make_application()
    bare = _bare_label(rounds)
    dress(app, Look(language="ru", mode="light", scale=1.0))
    found: dict[str, dict[str, list[float]]] = {}
    # the first window warms: what is loaded once for the whole program
    for number in range(rounds + 1):
        window = open_window(
            shop, person(shop, None), language="ru", drafts=Path(drafts) / f"pages{number}"
        )
        window.resize(*_SIZE)
        window.show()
        settle(window)
        for spec in window.pages:
            began = time.perf_counter()
            window.make(spec.name)
            made = time.perf_counter()
            window.open(spec.name, None, {})
            settle(window, 2)
            window.grab()
            opened = time.perf_counter()
            page = window.page
            if number and page is not None:
                spans = found.setdefault(spec.name, {"make": [], "open": [], "bare": []})
                spans["make"].append((made - began) * 1000)
                spans["open"].append((opened - made) * 1000)
                spans["bare"].append(bare * len(page.findChildren(QWidget)))
        window.close()
        window.desk.close()
        window.deleteLater()
        QApplication.processEvents()
    return found


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
