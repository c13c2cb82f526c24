"""The one window: navigation, the page that is open, status bar; it carries out what the desk asks to show."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.kernel.errors import UserError
from app.kernel.tx import Changes, Read
from ui.shell.desk import Desk
from ui.shell.navigation import Navigation
from ui.shell.page import Page, PageSpec
from ui.shell.runner import Job
from ui.shell.status_bar import StatusBar
from ui.shell.undo import Undoable, UndoStack
from ui.shell.watch import Elsewhere
from ui.shell.words import said
from widgets.buttons import hairline
from widgets.notice import Notice
from widgets.progress import ProgressStrip
from widgets.theme import theme
from widgets.toast import Toasts

_TICK_MS = 10_000
_COUNT_MS = 400
_KEPT_BACK = 50
_NARROW = 1180
"""Below this width (design pixels) the navigation shows icons only."""


ProblemScreen = Callable[["Window", Exception, Callable[[], object] | None], None]
"""Shows what went wrong in a window; ``retry`` does the same thing again."""


class Window(QMainWindow):
    """The desk's window for one signed-in person."""

    palette_asked = Signal()
    shortcuts_asked = Signal()
    lock_asked = Signal()
    closed = Signal()
    page_shown = Signal(str)
    restart_asked = Signal()

    def __init__(self, desk: Desk, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.desk = desk
        self._specs = [spec for spec in specs if _may(desk, spec)]
        self._pages: dict[str, Page] = {}
        self._back: list[str] = []
        self._strips: dict[Job, ProgressStrip] = {}
        self._trouble: Notice | None = None
        self.undo_stack = UndoStack(self)
        self._told: Undoable | None = None
        self.show_problem: ProblemScreen = _say_in_notice
        self.setWindowTitle(f"{desk.center.name} – CarPass Desk")
        # not scaled: large letters on a small screen must not make a window larger than the screen
        self.setMinimumSize(960, 600)
        self._build()
        self._keys()
        desk.attach(self)
        desk.changed.connect(self._heard)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._elsewhere = Elsewhere(desk, self._show_trouble)
        self._tick()
        self._counted = False

    # parts

    def _build(self) -> None:
        self._root = QWidget(self)
        self._root.setProperty("surface", "window")
        column = QVBoxLayout(self._root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._listed = [spec for spec in self._specs if not spec.under]
        self.navigation = Navigation(self._listed, self._root)
        middle.addWidget(self.navigation)
        middle.addWidget(hairline(vertical=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(0)
        right.addLayout(self._notices)
        self.stack = QStackedWidget(self._root)
        right.addWidget(self.stack, 1)
        self._strip_box = QVBoxLayout()
        right.addLayout(self._strip_box)
        middle.addLayout(right, 1)
        column.addLayout(middle, 1)
        self.status = StatusBar(self._root)
        column.addWidget(self.status)
        self.setCentralWidget(self._root)
        self.toasts = Toasts(self.stack, keys=False)
        self.undo_stack.changed.connect(self._undone)
        self.navigation.chosen.connect(lambda name: self.open(name, None, {}))
        self.navigation.entered_page.connect(self._into_page)
        self.navigation.find_asked.connect(self.palette_asked)
        self.status.sync_pressed.connect(lambda: self.open("sync", None, {}))
        self.status.person_pressed.connect(self.lock_asked)
        self.status.database_pressed.connect(lambda: self.open("centers", None, {}))
        center = self.desk.center
        alone = not center.city or center.city in center.name
        place = center.name if alone else f"{center.name}, {center.city}"
        self.status.set_facts(self.desk.actor.name, self.desk.shop.workstation, place)
        self.status.set_sync("idle", "")

    def _keys(self) -> None:
        for keys, do in (
            ("Ctrl+K", self.palette_asked.emit),
            ("F1", self.shortcuts_asked.emit),
            ("F5", self._again),
            ("Ctrl+L", self.lock_asked.emit),
            ("Alt+Left", self.go_back),
            ("Ctrl+B", self._fold),
            *((f"Ctrl+{n}", self._opener(n)) for n in range(1, 10)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _opener(self, number: int) -> Callable[[], None]:
        def go() -> None:
            if number <= len(self._listed):
                self.open(self._listed[number - 1].name, None, {})

        return go

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys reach the window when nothing else took them: ``/`` searches, ``?`` helps, Esc goes back."""
        page = self.page
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.text() == "/" and page is not None and not _typing():
            page.focus_search()
        elif event.text() == "?" and not _typing():
            self.shortcuts_asked.emit()
        else:
            super().keyPressEvent(event)

    # where we are

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Page) else None

    @property
    def pages(self) -> Sequence[PageSpec]:
        """The pages that this person may see."""
        return self._specs

    @property
    def place(self) -> str:
        """Name of the page that is open."""
        page = self.page
        return next((name for name, made in self._pages.items() if made is page), "")

    def open(self, place: str, key: uuid.UUID | None, params: dict[str, Any]) -> None:
        """Show the page of a place, or its record."""
        spec = self._spec_of(place)
        if spec is None:
            return
        before = self.place
        page = self._made(spec)
        if before and before != spec.name:
            self._back = [*self._back, before][-_KEPT_BACK:]
        is_new_to_keys = page.focusWidget() is None
        self.stack.setCurrentWidget(page)
        guessed = QApplication.focusWidget() if is_new_to_keys else None
        self.navigation.show_page(spec.under or spec.name)
        page.shown()
        if not self._counted:
            # after what the first page reads: it is seen before the numbers beside its name
            self._counted = True
            desk = self.desk
            desk.runner.busy_changed.connect(self._count_when_quiet)
            self._count_when_quiet(desk.runner.busy)
        # before the record: it may open a dialog, which has the keyboard then
        self._settle_focus(page, guessed)
        if key is not None or params:
            page.open_record(key, **({"place": place, **params} if place != spec.name else params))
        self.status.set_hints(page.hints())
        self.page_shown.emit(spec.name)

    @property
    def made(self) -> set[str]:
        """Names of the pages that stand already, shown or not."""
        return set(self._pages)

    def make(self, place: str) -> None:
        """Have the page of a place ready without showing it."""
        spec = self._spec_of(place)
        if spec is not None:
            self._made(spec).make_ahead()

    def _made(self, spec: PageSpec) -> Page:
        page = self._pages.get(spec.name)
        if page is None:
            page = self._pages[spec.name] = spec.make(self.desk)
            self.stack.addWidget(page)
        return page

    def _settle_focus(self, page: Page, guessed: QWidget | None = None) -> None:
        """The keyboard goes where the person went, unless the page has already put it somewhere.

        Qt guesses for a page that never had it: a button of the toolbar or a tab it ``guessed`` is no place to begin.
        """
        focus = QApplication.focusWidget()
        is_guess = focus is guessed and isinstance(focus, QAbstractButton | QTabBar)
        if focus is None or is_guess or not page.isAncestorOf(focus):
            page.focus_first()

    def _spec_of(self, place: str) -> PageSpec | None:
        return next((s for s in self._specs if place == s.name or place in s.places), None)

    def go_back(self) -> None:
        """One step back: inside the page, else to the page before."""
        page = self.page
        if page is not None and page.back():
            self.status.set_hints(page.hints())
            return
        if self._back:
            before = self._back.pop()
            shown = self._pages[before]
            self.stack.setCurrentWidget(shown)
            spec = self._spec_of(before)
            self.navigation.show_page((spec.under if spec else "") or before)
            shown.shown()
            self._settle_focus(shown)
            self.status.set_hints(shown.hints())
            self.page_shown.emit(before)

    def _into_page(self) -> None:
        page = self.page
        if page is not None:
            page.focus_first()

    def _again(self) -> None:
        page = self.page
        if page is not None:
            page.reload()

    def _fold(self) -> None:
        self.navigation.collapse(on=not self.navigation.collapsed)

    # what the desk asks for

    def toast(self, text: str, undo: Callable[[], object] | None) -> None:
        """Say something in passing, with a way to take it back."""
        if undo is None:
            self._told = None
            self.toasts.show(text, None)
            return
        done = self.undo_stack.push(text, undo)
        self.toasts.show(text, lambda: self.undo_stack.take_back(done))
        self._told = done

    def _undone(self) -> None:
        """What the toast offers to take back is taken back: it says nothing true any more."""
        if self._told is not None and not self.undo_stack.holds(self._told):
            self._told = None
            self.toasts.clear()

    def problem(self, error: Exception, retry: Callable[[], object] | None) -> None:
        """Show what went wrong."""
        self.show_problem(self, error, retry)

    def restart(self) -> None:
        """Tell whoever made the window that it should be made anew."""
        self.restart_asked.emit()

    def progress(self, title: str, job: Job) -> Callable[[int, int, str], None]:
        """A strip above the status bar for long work."""
        strip = ProgressStrip(title, job.progress.cancel if job.progress is not None else None)
        self._strips[job] = strip
        self._strip_box.addWidget(strip)
        return strip.step

    def progress_ended(self, job: Job) -> None:
        """Its strip goes away."""
        strip = self._strips.pop(job, None)
        if strip is not None:
            self._strip_box.removeWidget(strip)
            strip.deleteLater()

    def set_sync(self, hue: str, words: str) -> None:
        """The state of the exchange in the status bar."""
        self.status.set_sync(hue, words)

    def add_notice(self, notice: QWidget) -> None:
        """A notice bar above the page until it is closed."""
        self._notices.addWidget(notice)

    # what happens meanwhile

    def _heard(self, changes: Changes[Any]) -> None:
        for page in self._pages.values():
            page.heard(changes)
        self._counting.start()

    def _count_when_quiet(self, busy: int) -> None:
        if not busy:
            self.desk.runner.busy_changed.disconnect(self._count_when_quiet)
            QTimer.singleShot(0, self, self._count)

    def _count(self) -> None:
        specs = [spec for spec in self._specs if spec.count is not None]

        def ask(read: Read) -> Mapping[str, int]:
            return {spec.name: spec.count(read) for spec in specs if spec.count is not None}

        self.desk.read(self, ask, self.navigation.set_counts, lane="counts")

    def _tick(self) -> None:
        formats = self.desk.formats
        today = formats.today()
        words = f"{formats.weekday(today)} {formats.day(today)}, {formats.clock(self.desk.now())}"
        self.status.set_clock(words)

    def _show_trouble(self, error: UserError | None) -> None:
        if self._trouble is not None:
            self._notices.removeWidget(self._trouble)
            self._trouble.deleteLater()
            self._trouble = None
        if error is not None:
            text = said(error.sentence)
            self._trouble = Notice("bad", "database", text, [])
            self._notices.addWidget(self._trouble)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        if (
            narrow != (event.oldSize().width() < theme().px(_NARROW))
            or not event.oldSize().isValid()
        ):
            self.navigation.collapse(on=narrow)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._elsewhere.look()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for timer in (self._clock, self._counting):
            timer.stop()
        self._elsewhere.stop()
        self._elsewhere.stop()
        self._counting.stop()  # the shop may be closed before the next beat
        self.closed.emit()
        super().closeEvent(event)


def _say_in_notice(window: Window, error: Exception, retry: Callable[[], object] | None) -> None:
    """Before anything better stands: the sentence in a bar, our own mistakes as they are."""
    if not isinstance(error, UserError):
        raise error
    remedy = f" {said(error.remedy)}" if error.remedy is not None else ""
    words = QCoreApplication.translate("Window", "Try again")
    again = [(words, retry)] if retry is not None else []
    window.add_notice(
        Notice("bad", "circle-x", said(error.sentence) + remedy, again, closable=True)
    )


def _may(desk: Desk, spec: PageSpec) -> bool:
    return not spec.permissions or any(desk.can(permission) for permission in spec.permissions)


def _typing() -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit)
