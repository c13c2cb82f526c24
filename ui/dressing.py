"""How the program is dressed: language, colours, letters; and the window that is made of it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.kernel.tx import Actor, Shop
from ui.bookings.publishing import publisher_of
from ui.pages import PAGES
from ui.shell.desk import Desk
from ui.shell.drafts import Drafts
from ui.shell.garbage import Garbage, garbage_of
from ui.shell.page import PageSpec
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.shell.words import LANGUAGES, use_language
from widgets.icons import icon_pixmap
from widgets.lasting import make_lasting
from widgets.style import FocusFollower
from widgets.theme import Theme, install
from widgets.tokens import colours

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """How the program looks: language (``en``, ``ru``), mode of the theme, scale of letters (1 = as drawn)."""

    language: str = "en"
    mode: str = "system"
    scale: float = 1.0


def system_language() -> str:
    """The system's language where the desk speaks it, else English."""
    found = QLocale.system().name()[:2]
    return found if found in LANGUAGES else "en"


def make_application(arguments: Sequence[str] = ()) -> DeskApplication:
    """The application, undressed; the one that exists when there is one."""
    make_lasting()
    found = QApplication.instance()
    if isinstance(found, DeskApplication):
        return found
    app = DeskApplication(list(arguments) or ["carpass-desk"])
    app.setApplicationName("CarPass Desk")
    app.setDesktopFileName("carpass-desk")
    return app


def dress(app: DeskApplication, look: Look) -> Theme:
    """Language, colours, fonts and icon, before any window is made."""
    use_language(app, look.language)
    made = install(app, look.mode, look.scale)
    if garbage_of(app) is None:
        app.setProperty("carpass-garbage", Garbage(app))
    if app.property("carpass-follower") is None:
        follower = FocusFollower(app)
        made.changed.connect(follower.again)
        app.setProperty("carpass-follower", follower)
        accent = colours("light")["accent.base"]
        app.setWindowIcon(QIcon(icon_pixmap("wrench", accent, 64, 1.0)))
    return made


def open_window(
    shop: Shop,
    actor: Actor,
    *,
    language: str,
    drafts: Path,
    specs: Sequence[PageSpec] = PAGES,
) -> Window:
    """A window for the person, not yet shown; its first page is opened by the caller."""
    desk = Desk(shop, actor, language=language, drafts=Drafts(drafts, shop.clock))
    window = Window(desk, specs)
    desk.setParent(window)
    publisher_of(desk)
    return window
