"""What there is to see: each page and dialog with the sample's data, numbered as the drawings of the look."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.centers import list_centers
from app.kernel.tx import Shop
from ui.access.sign_in import SignIn
from ui.arrivals.page import ArrivalsPage
from ui.bookings.page import CalendarPage
from ui.dressing import Look
from ui.exchange.page import ExchangePage
from ui.shell.first_run import FirstRun
from ui.shell.runner import Runner
from ui.shell.window import Window
from ui.start import record, settle
from ui.tour import states
from ui.tour.camera import Camera
from ui.tour.hands import Hands
from ui.work_orders.page import WorkOrdersPage
from widgets.board import Place
from widgets.gallery import gallery
from widgets.tokens import RESOURCES

Play = Callable[[Window, Hands], None]


def _nothing(_window: Window, _hands: Hands) -> None:
    """The scene leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: how it is reached from any page, and how it is left."""

    name: str
    play: Play
    leave: Play = _nothing


def page(place: str, words: str = "", **params: object) -> Play:
    """A page, or its record that the words find."""

    def play(window: Window, _hands: Hands) -> None:
        key: uuid.UUID | None = record(window, place, words) if words else None
        window.open(place, key, dict(params))
        settle(window)

    return play


def then(play: Play, *keys: str, text: str = "") -> Play:
    """Something, and then keys, and then a text."""

    def more(window: Window, hands: Hands) -> None:
        play(window, hands)
        hands.press(*keys)
        if text:
            hands.type(text)

    return more


def search(place: str, text: str) -> Play:
    """A page, and a text in its search."""

    def play(window: Window, hands: Hands) -> None:
        page(place)(window, hands)
        if window.page is not None:
            window.page.focus_search()
        hands.type(text)

    return play


def escape(times: int = 1) -> Play:
    """Leave by Esc."""

    def leave(_window: Window, hands: Hands) -> None:
        hands.press(*["Escape"] * times)

    return leave


def _completion(window: Window, hands: Hands) -> None:
    page("work_orders", "А123ВС")(window, hands)
    opened = window.page
    if isinstance(opened, WorkOrdersPage) and opened.editor is not None:
        opened.editor.acts.complete()
    hands.calm()


def _import(window: Window, hands: Hands) -> None:
    page("exchange")(window, hands)
    opened = window.page
    if isinstance(opened, ExchangePage):
        opened.open_file(RESOURCES / "sample" / "vehicles.csv")
    hands.calm()


def _carry(window: Window, hands: Hands) -> None:
    """Somebody from the waiting list over a time that another has: the card says so before the drop."""
    page("calendar", span="week", by="bay", side="waiting")(window, hands)
    opened = window.page
    if isinstance(opened, CalendarPage):
        waits, view = opened.panel.list, opened.view
        lanes = view.plan.lanes
        if waits.items() and len(lanes) > 1:
            opened.bring(waits.items()[0].key, by_mouse=False)
            block = view.carry.block
            if block is not None:
                day = min(3, len(view.plan.days) - 1)
                view.carry.to(Place(lanes[1].key, day, 11 * 60, block.place.minutes))
    hands.calm()


def _stretch(window: Window, hands: Hands) -> None:
    """An appointment of the day made longer: what it would mean stands beside it."""
    page("calendar", span="day", by="bay", side="waiting")(window, hands)
    opened = window.page
    if isinstance(opened, CalendarPage):
        coming = [item for item in opened.items.values() if item.plate.startswith("О284ТР")]
        if coming and opened.view.go_to(coming[0].id):
            opened.view.setFocus()
            hands.press("Shift+Down", "Shift+Down")
    hands.calm()


def _appointment(window: Window, hands: Hands) -> None:
    """A booking on the phone, its car known."""
    page("calendar", span="week", by="bay", side="waiting")(window, hands)
    hands.press("Ctrl+N")
    hands.type("а123")
    hands.press("Return")
    hands.type("сход")
    hands.press("Return")
    hands.calm()


def _record(window: Window, hands: Hands) -> None:
    """The record of an appointment."""
    page("calendar", span="week", by="bay")(window, hands)
    opened = window.page
    if isinstance(opened, CalendarPage):
        coming = [item for item in opened.items.values() if item.plate.startswith("О284ТР")]
        if coming:
            opened.acts.open(coming[0].id)
    hands.calm()


def _marks(window: Window, hands: Hands) -> None:
    """A mark is put by keys alone."""
    page("arrivals", "О284ТР")(window, hands)
    opened = window.page
    if isinstance(opened, ArrivalsPage) and opened.record is not None:
        opened.record.damage.figure.setFocus(Qt.FocusReason.TabFocusReason)
        hands.press("4", "Ctrl+Right", "Ctrl+Right")
    hands.calm()


def _signature(window: Window, hands: Hands) -> None:
    """Who signs on paper."""
    page("arrivals", "О284ТР")(window, hands)
    opened = window.page
    if isinstance(opened, ArrivalsPage) and opened.record is not None:
        opened.record.side.sign_otherwise()
    hands.calm()


SCENES: tuple[Scene, ...] = (
    Scene("02-today", page("today")),
    Scene("04-calendar-week", page("calendar", span="week", by="bay", side="waiting")),
    Scene("04-calendar-drag", _carry, escape()),
    Scene("04-calendar-people", page("calendar", span="week", by="person")),
    Scene("04-calendar-full", page("calendar", span="week", by="bay", side="full"), escape()),
    Scene("26-day-stretch", _stretch, escape()),
    Scene("26-day-slots", page("calendar", span="day", find="2 h alignment"), escape()),
    Scene("26-appointment-new", _appointment, escape(2)),
    Scene("26-appointment", _record, escape()),
    Scene("16-intake", page("arrivals", "О284ТР"), escape()),
    Scene("16-intake-marks", _marks, escape()),
    Scene("16-signature", _signature, escape(2)),
    Scene("16-key-board", page("arrivals", tab="keys")),
    Scene("16-reception", then(page("arrivals", tab="here"), "Ctrl+N", text="а123"), escape()),
    Scene("01-work-order", page("work_orders", "А123ВС")),
    Scene("10-completion", _completion, escape(2)),
    Scene("03-work-orders", search("work_orders", "ри"), escape(2)),
    Scene("09-palette", then(page("today"), "Ctrl+K", text="а123"), escape()),
    Scene("25-keys", then(page("today"), "F1"), escape()),
    Scene("25-conflict", states.conflict, escape()),
    Scene("25-refusal", states.refusal, escape()),
    Scene("25-mistake", states.mistake, escape()),
    Scene("25-drafts", states.drafts, states.forget),
    Scene("13-customers", page("customers")),
    Scene("13-customer-vehicle", page("vehicles", "Р774ТК"), escape()),
    Scene("14-catalog", search("catalog", "масл"), escape()),
    Scene("05-stock", page("inventory")),
    Scene("05-stock-card", page("inventory", "W 712/95"), escape()),
    Scene("15-invoices", page("billing")),
    Scene("15-invoice", page("billing", "INV-25-0033")),
    Scene("15-invoice-payment", then(page("billing", "INV-25-0033"), "F9"), escape(2)),
    Scene("06-sync", page("sync")),
    Scene("22-import", _import, escape()),
    Scene("21-center", page("centers", section="center")),
    Scene("21-taxes", page("centers", section="taxes")),
    Scene("21-rights", page("centers", section="people")),
    Scene("21-rules", page("centers", section="rules")),
    Scene("21-calendar", page("centers", section="hours")),
    Scene("21-numbers", page("centers", section="numbers")),
    Scene("21-printing", page("centers", section="printing")),
    Scene("21-appearance", page("centers", section="appearance")),
    Scene("21-backups", page("centers", section="backups")),
    Scene("21-station", page("centers", section="station")),
)
"""Every page and the dialogs of the main job."""


def entrances(shop: Shop, empty: Shop, camera: Camera, look: Look, size: tuple[int, int]) -> None:
    """What stands before the desk: sign-in, the first run of an ``empty`` shop, and the sheet of all controls."""
    runner = Runner()
    center = list_centers(shop)[0]
    screens = (
        ("08-sign-in", SignIn(shop, center, look.language, runner)),
        ("20-first-run", FirstRun(empty, look.language, runner)),
        ("12-components", gallery()),
    )
    for name, screen in screens:
        frame = QMainWindow()
        frame.setCentralWidget(screen)
        frame.resize(*size)
        frame.show()
        runner.settle()
        camera.take(frame, name)
        frame.close()
        frame.deleteLater()
    runner.stop()
