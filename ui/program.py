"""The desk as a program: who comes in, their window, and what lives beside it until they go."""

import logging
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.centers import CenterRow, list_centers
from app.kernel.errors import UserError
from app.kernel.tx import Actor, Shop
from ui.access.choices import ChoicesRow
from ui.access.lock import IdleWatch, Lock
from ui.access.sign_in import SignIn
from ui.dressing import Look, dress, system_language
from ui.pages import PAGES
from ui.shell.actions import PaletteAction
from ui.shell.ahead import Ahead
from ui.shell.crash import CrashGuard
from ui.shell.desk import Desk
from ui.shell.drafts import Drafts
from ui.shell.preferences import Preferences
from ui.shell.problems import show_problem
from ui.shell.recovered import offer_drafts
from ui.shell.runner import Runner
from ui.shell.scan import Scanner
from ui.shell.shortcuts import key_groups, show_shortcuts
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.shell.window_state import WindowState
from ui.sync.running import SyncService
from widgets.theme import theme

if TYPE_CHECKING:
    from ui.palette import Palette

_log = logging.getLogger(__name__)

SIZE = QSize(1366, 768)
LOCK_AFTER = "lock_minutes"
"""Saved setting: idle minutes until the desk locks itself; 0 means never."""

APPEARANCE = "appearance"
"""Saved setting of a person: mode, scale, language, calm."""


class Program(QObject):
    """One running desk over one open shop.

    Args:
        app: the application, not yet dressed.
        shop: open; closed by whoever opened it.
        data: folder of drafts and of this computer's choices.
        given: what the command line asks for; it goes before what was chosen.
    """

    window_made = Signal(object)

    def __init__(
        self,
        app: DeskApplication,
        shop: Shop,
        data: Path,
        given: Look | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.app = app
        self.shop = shop
        self.data = data
        self.preferences = Preferences(data / "choices.json")
        self._given = given
        self._runner = Runner(self)
        self._entrance: QMainWindow | None = None
        self.window: Window | None = None
        self._lock: Lock | None = None
        self._state: WindowState | None = None
        self._idle: IdleWatch | None = None
        self._palette: Palette | None = None
        self._wanted = ""
        self.look = self._chosen_look()
        dress(app, self.look)
        self.guard = CrashGuard(shop.clock, lambda: self.window, self._facts, self)
        self.guard.install()
        self.sync = SyncService(shop, self)
        app.setQuitOnLastWindowClosed(False)
        app.lastWindowClosed.connect(self._last_closed)

    # how it looks

    def _chosen_look(self) -> Look:
        if self._given is not None:
            return self._given
        chosen = self.preferences.chosen
        return Look(chosen.language or system_language(), chosen.mode, chosen.scale)

    def _look_of(self, desk_saved: object) -> Look:
        """A person's own choices go before the computer's."""
        if self._given is not None or not isinstance(desk_saved, dict):
            return self._chosen_look()
        computers = self._chosen_look()
        return Look(
            str(desk_saved.get("language", computers.language)),
            str(desk_saved.get("mode", computers.mode)),
            float(desk_saved.get("scale", computers.scale)),
        )

    # who comes in

    def begin(self) -> None:
        """The first screen: the wizard of an empty shop, else who is working here."""
        centers = list_centers(self.shop)
        if not centers:
            self._enter(self._first_run())
            return
        self._enter(self._sign_in(centers[0]))

    def come_in(self, actor: Actor) -> Window:
        """The person's window, in place of whatever stood there."""
        self._close_window()
        desk = Desk(
            self.shop,
            actor,
            language=self.look.language,
            drafts=Drafts.of(self.data, self.shop.workstation, actor.employee_id, self.shop.clock),
        )
        saved = desk.saved(APPEARANCE)
        self.look = self._look_of(saved)
        dress(self.app, self.look)
        theme().use(reduced_motion=bool(isinstance(saved, dict) and saved.get("calm")))
        desk.speak(self.look.language)
        window = self.window = Window(desk, PAGES)
        desk.setParent(window)
        self._furnish(window)
        self._state = WindowState(window, desk.saved, desk.save)
        window.resize(SIZE)
        page = self._state.restore()
        window.show()
        self._leave_entrance()
        names = [spec.name for spec in window.pages]
        window.open(page if page in names else names[0], None, {})
        window.page_shown.connect(self._state.opened)
        offer_drafts(window, desk)
        Ahead(window)
        self.window_made.emit(window)
        return window

    def _sign_in(self, center: CenterRow, here: Actor | None = None) -> SignIn:
        foot = ChoicesRow(self.preferences, self.look.language)
        foot.changed.connect(self._chosen)
        screen = SignIn(self.shop, center, self.look.language, self._runner, here=here, foot=foot)
        if here is None:
            screen.signed_in.connect(self.come_in)
        return screen

    def _first_run(self) -> QWidget:
        from ui.shell.first_run import FirstRun  # noqa: PLC0415 - for the first start of a shop only

        screen = FirstRun(self.shop, self.look.language, self._runner)
        screen.done.connect(self._made)
        return screen

    def _made(self, owner: Actor, page: str) -> None:
        window = self.come_in(owner)
        if page:
            window.open(page, None, {})

    def _enter(self, screen: QWidget) -> None:
        entrance = self._entrance or QMainWindow()
        entrance.setWindowTitle("CarPass Desk")
        entrance.setCentralWidget(screen)
        if self._entrance is None:
            entrance.resize(SIZE)
            entrance.show()
        self._entrance = entrance

    def _leave_entrance(self) -> None:
        if self._entrance is not None:
            self._entrance.close()
            self._entrance.deleteLater()
            self._entrance = None

    def _chosen(self) -> None:
        """Language, colours or size were chosen at the sign-in screen: it is made anew."""
        self._given = None
        self.look = self._chosen_look()
        dress(self.app, self.look)
        if self._entrance is not None:
            self.begin()

    # what a window has

    def _furnish(self, window: Window) -> None:
        desk = window.desk
        window.show_problem = self._problem
        self._palette = None
        window.palette_asked.connect(self._find)
        window.shortcuts_asked.connect(self._keys)
        self._lock = Lock(window, desk.actor, lambda: self._sign_in(desk.center, desk.actor))
        self._lock.switched.connect(self.come_in)
        window.lock_asked.connect(self._lock.lock)
        self._idle = IdleWatch(
            window, float(desk.saved(LOCK_AFTER, desk.center.policy.lock_minutes))
        )
        self._idle.idle.connect(self._lock.lock)
        scanner = Scanner(window, self._may_scan)
        scanner.found.connect(self._scanned)
        self.sync.attach(desk)
        self.sync.state_changed.connect(window.set_sync)
        window.restart_asked.connect(self._again)
        window.closed.connect(self._closing)

    def _find(self) -> None:
        from ui.palette import Palette  # noqa: PLC0415 - the first page is painted before anybody searches

        if self._palette is None and self.window is not None:
            self._palette = Palette(self.window, self._extra)
        if self._palette is not None:
            self._palette.open()

    def _extra(self) -> list[PaletteAction]:
        return [
            PaletteAction(self.tr("Lock"), "lock", "Ctrl+L", self._lock_now, "lock sign out"),
            PaletteAction(self.tr("Keys"), "keyboard", "F1", self._keys, "keys shortcuts help"),
        ]

    def _lock_now(self) -> None:
        if self._lock is not None:
            self._lock.lock()

    def _keys(self) -> None:
        window = self.window
        if window is not None:
            page = window.page
            hints = page.hints() if page is not None else ()
            show_shortcuts(window, key_groups(page, hints, [*window.desk.actions, *self._extra()]))

    def _problem(
        self, window: Window, error: Exception, retry: Callable[[], object] | None
    ) -> None:
        if not isinstance(error, UserError):
            self.guard.show_mistake(error)
            return
        page = window.page
        show_problem(window, error, retry, reload=page.reload if page is not None else None)

    def _facts(self) -> dict[str, str]:
        place = self.window.place if self.window is not None else "entrance"
        kind = "SQLite" if self.shop.database.is_sqlite else "PostgreSQL"
        return {"page": place, "database": kind}

    # what is scanned, and what another start asks for

    def _may_scan(self) -> bool:
        locked = self._lock is not None and self._lock.is_locked
        return not locked and QApplication.activeModalWidget() is None

    def _scanned(self, code: str) -> None:
        window = self.window
        if window is None:
            return
        from ui.shell.scanned import Scanned, find_scanned  # noqa: PLC0415 - when something is scanned

        desk = window.desk

        def show(found: Scanned | None) -> None:
            if found is None:
                desk.toast(self.tr("Nothing is found under {code}.").format(code=code))
            else:
                desk.open(found.place, found.key)

        desk.read(window, lambda read: find_scanned(read, code), show, lane="scan")

    def asked(self, what: str) -> None:
        """A second start was asked to open ``page`` or ``page:id``; the window comes to the front."""
        window = self.window or self._entrance
        if window is not None:
            window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
            window.raise_()
            window.activateWindow()
        if self.window is not None and what:
            place, _, key = what.partition(":")
            self.window.open(place, uuid.UUID(key) if key else None, {})

    def chore(self, do: Callable[[], object]) -> None:
        """Something that the day needs (a backup), after the window stands; what goes wrong is logged by it."""
        self._runner.write(self, do, None, self._chore_failed)

    def _chore_failed(self, error: Exception) -> None:
        self.guard.show_mistake(error)

    # the end

    def _again(self) -> None:
        """The same person's window, made anew: another language or size of letters was chosen."""
        if self.window is not None:
            self.come_in(self.window.desk.actor)

    def _closing(self) -> None:
        if self._state is not None:
            self._state.keep()
            self._state = None

    def _close_window(self) -> None:
        window, self.window = self.window, None
        self._palette = None
        if window is None:
            return
        self.sync.detach()
        self._closing()
        window.hide()
        window.desk.leave()
        window.desk.close()
        window.deleteLater()

    def _last_closed(self) -> None:
        standing = self.window is not None and self.window.isVisible()
        entering = self._entrance is not None and self._entrance.isVisible()
        if not standing and not entering:
            self.app.quit()

    def end(self) -> None:
        """Let writes finish and stop everything that runs beside."""
        self._close_window()
        self._leave_entrance()
        self.sync.stop()
        self._runner.stop()
        self.guard.remove()
