"""Garbage dies on the drawing thread, whoever made it."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.shell.ahead import Ahead
from ui.shell.garbage import Garbage, garbage_of
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window


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


def test_nothing_is_collected_while_modules_are_loaded(dressed: DeskApplication) -> None:
    owner = QObject(dressed)
    garbage = Garbage(owner)
    garbage.hold()
    assert not garbage.runs()
    garbage.go_on()
    assert garbage.runs()
    owner.deleteLater()


def test_a_window_that_closes_before_its_pages_are_loaded_lets_garbage_be_collected(
    window: Window,
) -> None:
    garbage = garbage_of(QApplication.instance())
    assert garbage is not None
    Ahead(window, after_ms=60_000)
    assert not garbage.runs()
    window.close()
    assert garbage.runs()
