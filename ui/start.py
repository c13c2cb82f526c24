"""The life of the program with a window: from the first picture on the screen to the last write."""

import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize

from app.access import actor_of, every_actor, list_tiles
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.search import find
from app.kernel.tx import Actor, Read, Shop
from ui.dressing import Look, dress, make_application, open_window
from ui.program import Program
from ui.shell.single import SingleInstance
from ui.shell.window import Window

_SETTLE_SECONDS = 30.0
_KINDS = {
    "work_orders": ("work_order",),
    "customers": ("customer", "vehicle"),
    "vehicles": ("vehicle",),
    "catalog": ("catalog_item",),
    "inventory": ("product",),
    "billing": ("invoice",),
    "arrivals": ("arrival",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture to make: ``page`` or ``page:record`` (words that find it), where to, window size in pixels."""

    page: str
    to: Path
    size: tuple[int, int]
    login: str | None = None


def take_shot(shop: Shop, look: Look, shot: Shot, data: Path) -> Path:
    """Open the page on a window nobody sees and keep a picture of it; UserError when there is no such record."""
    app = make_application()
    dress(app, look)
    actor = person(shop, shot.login)
    window = open_window(shop, actor, language=look.language, drafts=data / "shots")
    window.resize(QSize(*shot.size))
    window.show()
    place, _, words = shot.page.partition(":")
    key = record(window, place, words) if words else None
    window.open(place, key, {})
    if window.page is None:
        raise _absent(place)
    settle(window)
    shot.to.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(shot.to))
    window.close()
    window.desk.close()
    return shot.to


def settle(window: Window, rounds: int = 3) -> None:
    """Wait until everything asked for is read and painted."""
    for _ in range(rounds):
        window.desk.runner.settle(_SETTLE_SECONDS)


def person(shop: Shop, login: str | None) -> Actor:
    """Who works: of that login, else the first person who may do most."""
    if login is not None:
        for tile in list_tiles(shop):
            if tile.login == login:
                return actor_of(shop, tile.employee_id)
        raise _absent(login)
    actors = every_actor(shop)
    if not actors:
        raise _absent("–")
    return max(actors, key=lambda actor: len(actor.permissions))


def record(window: Window, place: str, words: str) -> uuid.UUID:
    """The record of a page that the words find best."""
    kinds = _KINDS.get(place, ())

    def ask(read: Read) -> uuid.UUID | None:
        hits = find(read.connection, read.center_id, words, kinds=kinds, limit=1)
        return hits[0].subject_id if hits else None

    with window.desk.shop.reading(window.desk.actor) as read:
        found = ask(read)
    if found is None:
        raise _absent(words)
    return found


def _absent(what: str) -> UserError:
    return UserError(
        say(QT_TRANSLATE_NOOP("start", "Nothing is found under “{what}”."), what=what),
        reason=Reason.NOT_FOUND,
    )


def show_gallery(look: Look, to: Path | None, size: tuple[int, int]) -> int:
    """Every control in all its states, in a window or as a picture."""
    from widgets.gallery import gallery  # noqa: PLC0415 - nobody else needs it

    app = make_application()
    dress(app, look)
    page = gallery()
    page.resize(QSize(*size))
    page.show()
    if to is None:
        return app.exec()
    app.processEvents()
    page.grab().save(str(to))
    page.close()
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How the desk is started: ``login`` comes in without signing in (sample shops only), ``what`` is opened."""

    data: Path
    look: Look | None = None
    login: str | None = None
    what: str = ""


def run_window(shop: Shop, start: Start, chores: Callable[[], object]) -> int:
    """Show the desk until it is closed; a second desk of the same folder only wakes the first one."""
    app = make_application(sys.argv[:1])
    single = SingleInstance(start.data)
    if not single.claim():
        single.hand_over(start.what)
        return 0
    program = Program(app, shop, start.data, start.look)
    single.asked.connect(program.asked)
    if start.login is not None:
        program.come_in(person(shop, start.login))
        program.asked(start.what)
    else:
        program.begin()
    program.chore(chores)
    try:
        return app.exec()
    finally:
        program.end()
        single.release()
