"""Ctrl+K: everything that can be found and everything that can be done, behind one field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import ACTIONS
from models.access import Permission
from models.text import fold
from ui.records import Hits, May, Place, find_records, found_plate, sections_of
from ui.shell.actions import PaletteAction
from ui.shell.page import PageSpec
from ui.shell.window import Window
from ui.shell.words import said
from widgets.cells import highlight
from widgets.palette import PaletteOverlay, PaletteRow, PaletteSection

_PAUSE_MS: Final = 60
_SHORTEST: Final = 2
_ACTIONS: Final = 8
_ONLY: Final = ">"

# What begins with nothing in hand: the action, its page and what that is asked, icon, keys.
_STARTS: Final[tuple[tuple[str, str, Mapping[str, Any], str, str], ...]] = (
    ("work_orders.open", "work_orders", {"new": True}, "clipboard-list", "Ctrl+N"),
    ("arrivals.open", "arrivals", {"new": True}, "log-in", ""),
    ("customers.create", "customers", {"new": "customer"}, "user-plus", ""),
    ("vehicles.create", "customers", {"new": "car"}, "car", ""),
    ("inventory.create_product", "inventory", {"new": True}, "package-plus", ""),
    ("catalog.create_item", "catalog", {}, "book-open", ""),
)
_GO_TO = QT_TRANSLATE_NOOP("Palette", "Go to: {page}")
_NEW_FOR = QT_TRANSLATE_NOOP("Palette", "New work order for")
_FIND_IN_STOCK = QT_TRANSLATE_NOOP("Palette", "Search stock for “{words}”")


class Palette(QObject):
    """The palette of a window. ``open()`` shows it; what is chosen is done at once.

    ``extra`` gives further actions of the moment (lock, another person, keys).
    """

    def __init__(
        self, window: Window, extra: Callable[[], Sequence[PaletteAction]] = tuple
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._extra = extra
        self._overlay: PaletteOverlay | None = None
        self._hits: Hits | None = None
        self._doing: dict[int, Callable[[], object]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)

    @property
    def overlay(self) -> PaletteOverlay | None:
        """What is shown; None while it is closed."""
        return self._overlay

    def open(self, text: str = "") -> None:
        """Show it; a second time only chooses its text."""
        if self._overlay is not None:
            self._overlay.begin(text)
            return
        overlay = PaletteOverlay(
            self._window,
            self.tr("Find anything, do anything"),
            self.tr("Plate, name, phone, number, or what to do"),
        )
        self._overlay = overlay
        overlay.panel.set_foot(
            (
                ("Up+Down", self.tr("choose")),
                ("Return", self.tr("open")),
                (_ONLY, self.tr("actions only")),
            ),
            self.tr("in plates, Latin = Cyrillic"),
        )
        overlay.panel.typed.connect(self._typed)
        overlay.panel.chosen.connect(self._chosen)
        overlay.closed.connect(self._closed)
        self._hits = None
        self._show()
        overlay.begin(text)

    def _closed(self) -> None:
        self._pause.stop()
        if self._overlay is not None:
            self._overlay.deleteLater()
            self._overlay = None

    def _typed(self, _text: str) -> None:
        self._pause.start()
        self._show()

    def _query(self) -> str:
        return self._overlay.panel.box.text().strip() if self._overlay is not None else ""

    def _search(self) -> None:
        query = self._query()
        if query.startswith(_ONLY) or len(query) < _SHORTEST:
            self._hits = None
            self._show()
            return
        self._desk.read(self, lambda read: find_records(read, query), self._found, lane="palette")

    def _found(self, hits: Hits) -> None:
        if hits.query == self._query():
            self._hits = hits
            self._show()

    def _show(self) -> None:
        if self._overlay is None:
            return
        query = self._query()
        sections: list[PaletteSection] = []
        hits = self._hits
        only = query.startswith(_ONLY)
        if hits is not None and not only and len(query) >= _SHORTEST:
            # while an answer is under way the former one stays: nothing jumps while somebody types
            sections += sections_of(hits, self._desk.formats, self._may())
        words = query.removeprefix(_ONLY).strip()
        self._doing = {}
        sections.append(
            PaletteSection(self.tr("Actions"), tuple(self._action_rows(words, only=only)))
        )
        waits = self._pause.isActive() or (hits is not None and hits.query != query)
        nothing = "" if waits else self.tr("Nothing is found under “{words}”").format(words=query)
        self._overlay.panel.set_sections(sections, nothing)
        self._overlay.fit()

    def _may(self) -> May:
        places = {spec.name for spec in self._window.pages}
        places |= {place for spec in self._window.pages for place in spec.places}
        return May(frozenset(places))

    def _action_rows(self, words: str, *, only: bool) -> list[PaletteRow]:
        rows = [] if only else self._contextual(words)
        wanted = fold(words).split()
        actions = self.actions()
        fits = [a for a in actions if all(w in fold(f"{a.title} {a.more}") for w in wanted)]
        fits.sort(key=lambda a: not fold(a.title).startswith(fold(words)))
        limit = len(fits) if only or not words else _ACTIONS
        for action in fits[:limit]:
            rows.append(self._row(action, (highlight(action.title, words.split(), fold),)))
        return rows

    def _row(self, action: PaletteAction, cells: tuple[object, ...]) -> PaletteRow:
        mark = len(self._doing)
        self._doing[mark] = action.run
        row = PaletteRow(mark, action.icon, (action.title,), keys=action.keys)
        return replace(row, cells=cells)  # type: ignore[arg-type]  # cells are values of the table's kinds

    def _contextual(self, words: str) -> list[PaletteRow]:
        """What can be done with what was found: an order for the car, the words in the stock."""
        rows: list[PaletteRow] = []
        may = self._may()
        hits = self._hits
        if hits is not None and hits.cars and hits.cars[0].plate and may("work_orders"):
            car = hits.cars[0]
            if self._desk.can(Permission.WORK_ORDERS_EDIT):
                start = PaletteAction(
                    said(_NEW_FOR),
                    "plus",
                    "",
                    lambda: self._desk.open("work_orders", new=True, vehicle_id=car.id),
                )
                plate = found_plate(car.plate or "", "")
                rows.append(self._row(start, (start.title, plate)))
        if len(words) >= _SHORTEST and may("inventory"):
            title = said(_FIND_IN_STOCK).format(words=words)
            look = PaletteAction(
                title, "boxes", "", lambda: self._desk.open("inventory", search=words)
            )
            rows.append(self._row(look, (title,)))
        return rows

    def actions(self) -> list[PaletteAction]:
        """Everything that can be started now, by this person."""
        return [*self._starts(), *self._desk.actions, *self._extra(), *self._pages()]

    def _starts(self) -> list[PaletteAction]:
        may = self._may()
        for spec in self._window.pages:
            spec.load()
        known = {action.name: action for action in ACTIONS.values()}
        made = []
        for name, place, params, icon, keys in _STARTS:
            action = known.get(name)
            if action is None or not may(place) or not self._desk.can(action.permission):
                continue
            made.append(
                PaletteAction(said(action.label), icon, keys, self._starter(place, params), name)
            )
        return made

    def _starter(self, place: str, params: Mapping[str, Any]) -> Callable[[], object]:
        def start() -> None:
            self._desk.open(place, **params)
            page = self._window.page
            if page is not None and not params:
                page.new()

        return start

    def _pages(self) -> list[PaletteAction]:
        return [self._page(number, spec) for number, spec in enumerate(self._window.pages, 1)]

    def _page(self, number: int, spec: PageSpec) -> PaletteAction:
        title: Source = spec.title
        keys = f"Ctrl+{number}" if number <= 9 else ""  # noqa: PLR2004 - nine digits but zero
        words = said(_GO_TO).format(page=said(title))
        return PaletteAction(
            words, spec.icon, keys, lambda: self._desk.open(spec.name), f"{spec.name} {title}"
        )

    def _chosen(self, key: object) -> None:
        overlay = self._overlay
        do = self._doing.get(key) if isinstance(key, int) else None
        if overlay is not None:
            overlay.end()
        if isinstance(key, Place):
            self._desk.open(key.place, key.key)
        elif do is not None:
            do()
