"""Garbage dies on the drawing thread, whoever made it."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from ui.shell.garbage import Garbage
from ui.shell.watchdog import DeskApplication


class _Knot:
    """A cycle, as screens tie them."""

    def __init__(self, died: list[threading.Thread]) -> None:
        self.me = self
        weakref.finalize(self, lambda: died.append(threading.current_thread()))


def test_cycles_do_not_die_on_a_reader(dressed: DeskApplication) -> None:
    owner = QObject(dressed)
    garbage = Garbage(owner)
    died: list[threading.Thread] = []
    _Knot(died)
    # a reader makes objects enough for Python to collect by itself, if it were let
    reader = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    reader.start()
    reader.join()
    assert died == []
    for _ in range(3):
        garbage.collect()
    gc.collect()
    assert died == [threading.main_thread()]
    owner.deleteLater()
