"""Today: what is shown, where each thing leads, by keys and by pointer; who may see what; when it reads anew."""

import itertools
import uuid
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Actor
from models.order_flow import OrderEvent, OrderState
from tests.build.asking import ask_as_owner
from tests.build.calendars import at, make_calendar
from tests.build.orders import Garage
from tests.build.shops import TestShop, make_shop
from ui.dressing import open_window
from ui.shell.desk import Desk
from ui.shell.page import Page, PageSpec
from ui.shell.window import Window
from ui.start import settle
from ui.today import SPEC, TodayPage
from ui.work_orders import SPEC as ORDERS
from ui.work_orders.page import WorkOrdersPage
from widgets.brief import BriefList
from widgets.theme import theme

_numbers = itertools.count(1)


class Elsewhere(Page):
    """A page that notes what it was asked to open."""

    asked: list[tuple[str, uuid.UUID | None, dict[str, Any]]]

    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:  # noqa: ANN401  as in the page
        self.asked.append((self.objectName(), key, params))


class Place:
    """Today in a window whose other pages only note what they are asked."""

    def __init__(self, shop: TestShop, folder: Path) -> None:
        self.on = shop
        self.garage = Garage(shop)
        self.folder = folder
        self.asked: list[tuple[str, uuid.UUID | None, dict[str, Any]]] = []
        self.windows: list[Window] = []

    def other(self, name: str) -> PageSpec:
        def make(desk: Desk) -> Page:
            page = Elsewhere(desk)
            page.setObjectName(name)
            page.asked = self.asked
            return page

        return PageSpec(name=name, title=QT_TRANSLATE_NOOP("test", "Page"), icon="sun", make=make)

    def open(
        self,
        actor: Actor | None = None,
        *,
        size: tuple[int, int] = (1366, 768),
        places: tuple[str, ...] = ("work_orders", "inventory", "billing", "sync"),
    ) -> TodayPage:
        specs = (SPEC, *(self.other(name) for name in places))
        window = self.show(actor or self.on.owner, specs, size)
        window.open("today", None, {})
        settle(window)
        page = window.page
        assert isinstance(page, TodayPage)
        return page

    def show(
        self, actor: Actor, specs: tuple[PageSpec, ...], size: tuple[int, int] = (1366, 768)
    ) -> Window:
        window = open_window(
            self.on.shop, actor, language="en", drafts=self.folder / "drafts", specs=specs
        )
        window.resize(*size)
        window.show()
        self.windows.append(window)
        return window

    def order(self, plate: str, hours: str = "1", due: float | None = None) -> uuid.UUID:
        values: dict[str, Any] = {}
        if due is not None:
            values["promised_at"] = self.on.clock.at + timedelta(hours=due)
        order_id = self.garage.order(self.garage.car(self.garage.customer(), plate), **values)
        self.garage.line(order_id, self.garage.labour("Работа", hours))
        return order_id


@pytest.fixture
def place(database_folder: Path, tmp_path: Path, dressed: QApplication) -> Iterator[Place]:
    path = database_folder / f"today{next(_numbers)}.sqlite"
    made = Place(make_shop(str(path)), tmp_path)
    yield made
    for window in made.windows:
        window.close()
        window.desk.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dressed.processEvents()
    made.on.close()
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()


def texts(brief: BriefList) -> list[str]:
    model = brief.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def focus() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    return held


def press(page: TodayPage, key: Qt.Key, *, alt: bool = False) -> None:
    page.window().activateWindow()
    QApplication.processEvents()
    keys = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or page.window(), key, keys)


def test_an_empty_day_says_so_in_every_section(place: Place) -> None:
    page = place.open()
    parts = page.board.parts
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    for sentence in (
        "Nothing is promised for today.",
        "No car is in the shop.",
        "Every customer has answered.",
        "Nothing runs out.",
        "Everything is paid.",
        "No hours were sold this week yet.",
    ):
        assert sentence in words
    assert texts(parts.sync) == ["Not paired with a server yet, queue 0"]
    assert page.toolbar.sub.text() == "Monday, 15 June"


def test_the_strip_counts_what_is_late_and_opens_an_order(place: Place) -> None:
    late = place.order("А001ВС77", due=0.2)
    place.garage.start(late)
    asked = place.order("А002ВС77", due=5)
    place.garage.move(asked, OrderEvent.PROPOSE)
    place.on.clock.move(hours=1)
    page = place.open()
    strip = page.board.parts.strip
    assert strip.head.words.text() == "2"
    press(page, Qt.Key.Key_1, alt=True)
    assert focus() is strip.strip
    assert "late" in strip.strip.accessibleDescription()
    assert "+0:48" in strip.strip.accessibleDescription()
    press(page, Qt.Key.Key_Right)
    assert "at risk" in strip.strip.accessibleDescription()
    press(page, Qt.Key.Key_Return)
    assert place.asked == [("work_orders", asked, {})]


def test_a_car_is_checked_in_by_enter_and_the_page_tells_it(place: Place, qtbot: QtBot) -> None:
    order_id = place.order("А001ВС77", due=6)
    place.garage.move(order_id, OrderEvent.EXPECT)
    page = place.open()
    arrivals = page.board.parts.arrivals
    assert arrivals.head.words.text() == "0 of 1 checked in"
    press(page, Qt.Key.Key_2, alt=True)
    assert focus() is arrivals.list
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.garage.card(order_id).state == OrderState.CHECKED_IN)
    window = place.windows[0]
    settle(window)
    assert arrivals.head.words.text() == "1 of 1 checked in"
    assert window.toasts.text() == "А001ВС 77 is checked in"
    assert "checked in" in texts(arrivals.list)[0]
    press(page, Qt.Key.Key_Return)
    assert place.asked == [("work_orders", order_id, {})]


def test_who_may_not_edit_orders_is_offered_no_check_in(place: Place) -> None:
    order_id = place.order("А001ВС77", due=6)
    place.garage.move(order_id, OrderEvent.EXPECT)
    page = place.open(place.on.mechanic)
    (row,) = page.board.parts.arrivals.list.rows()
    assert row.action == ""


def test_a_state_opens_its_cars(place: Place) -> None:
    order_id = place.order("А001ВС77")
    place.garage.start(order_id)
    page = place.open()
    bars = page.board.parts.states.bars
    assert bars.accessibleName() == "Cars in the shop"
    QTest.mouseClick(bars.sheet(), Qt.MouseButton.LeftButton, pos=QPoint(40, theme().px(13)))
    assert place.asked == [("work_orders", None, {"filter": "state:in_progress"})]


def test_approvals_low_stock_and_debts_lead_to_their_records(place: Place) -> None:
    garage = place.garage
    asked = place.order("А001ВС77", "2")
    garage.move(asked, OrderEvent.PROPOSE)
    garage.part("Колодки", 1000, stock="0", product={"min_qty": Decimal(4)})
    bill = garage.invoice(garage.finished((garage.labour("Работа", "2"), None)))
    place.on.clock.move(hours=3)
    page = place.open()
    parts = page.board.parts
    assert parts.approvals.head.words.text() == "1, ₽4,800"
    assert texts(parts.approvals.list) == ["А001ВС 77, Škoda Octavia, 4,800, 3 h"]
    assert texts(parts.debts.list)[0].startswith("Орлова Вера Павловна")
    for number, wanted in ((4, ("work_orders", asked)), (6, ("billing", bill))):
        press(page, Qt.Key(Qt.Key.Key_0 + number), alt=True)
        press(page, Qt.Key.Key_Return)
        assert place.asked[-1][:2] == wanted
        place.windows[0].open("today", None, {})
    press(page, Qt.Key.Key_5, alt=True)
    press(page, Qt.Key.Key_Return)
    assert place.asked[-1][0] == "inventory"
    low = page.view
    assert low is not None
    assert place.asked[-1][1] == low.low.rows[0].product_id


def test_money_shows_only_to_those_who_may_see_it(place: Place) -> None:
    asked = place.order("А001ВС77", "2")
    place.garage.move(asked, OrderEvent.PROPOSE)
    page = place.open(place.on.mechanic)
    parts = page.board.parts
    assert parts.approvals.head.words.text() == "1"
    assert texts(parts.approvals.list) == ["А001ВС 77, Škoda Octavia, 0 min"]
    assert not parts.debts.isVisible()
    assert not parts.turnover.isVisible()
    assert parts.hours.isVisible()
    assert page.hints()[0][0] == "Alt+1…5"


def test_rows_of_a_closed_page_are_only_read(place: Place) -> None:
    place.garage.part("Колодки", 1000, stock="0", product={"min_qty": Decimal(4)})
    page = place.open(places=("work_orders",))
    (row,) = page.board.parts.low.list.rows()
    assert row.key is None
    (row,) = page.board.parts.sync.rows()
    assert row.key is None


def test_a_wide_window_gains_a_column_and_loses_it_again(place: Place) -> None:
    order_id = place.order("А001ВС77")
    place.garage.start(order_id)
    page = place.open(size=(1920, 1080))
    parts = page.board.parts
    assert page.board.mode == "wide"
    assert parts.wide is not None
    stuck = parts.wide.stuck
    assert stuck.isVisible()
    assert len(stuck.list.rows()) == 1
    assert parts.wide.uncollected.isVisible()
    assert page.hints()[0][0] == "Alt+1…8"
    left = [parts.arrivals, parts.states, parts.approvals, parts.turnover]
    places = [part.mapTo(page, QPoint(0, 0)).x() for part in left]
    assert places == sorted(places)
    assert len(set(places)) == 4
    place.windows[0].resize(1366, 768)
    QApplication.processEvents()
    assert page.board.mode == "normal"
    assert not stuck.isVisible()
    assert parts.turnover.isVisible()


def test_rows_are_shared_and_what_stays_out_is_counted(place: Place) -> None:
    for number in range(9):
        order_id = place.order(f"А00{number}ВС77")
        place.garage.move(order_id, OrderEvent.PROPOSE)
        place.garage.part(f"Деталь {number}", 1000, stock="0", product={"min_qty": Decimal(4)})
    page = place.open()
    parts = page.board.parts
    for section in (parts.approvals, parts.low):
        shown = section.list.height() // section.list.row_height()
        assert 3 <= shown < 9
        more = [b for b in section.head.findChildren(QWidget) if "more" in b.accessibleName()]
        assert [b.accessibleName() for b in more if b.isVisible()] == [
            f"{section.head.title.text()}: {9 - shown} more"
        ]
    bottom = parts.sync.mapTo(page, QPoint(0, parts.sync.height())).y()
    assert bottom <= page.height()


def test_it_reads_anew_each_minute_and_when_something_was_written(
    place: Place, qtbot: QtBot
) -> None:
    page = place.open()
    first = page.view
    assert first is not None
    place.on.clock.move(minutes=1)
    page.tick()
    settle(place.windows[0])
    assert page.view is not None
    assert page.view.at == first.at + timedelta(minutes=1)
    place.garage.start(place.order("А001ВС77"))
    qtbot.waitUntil(lambda: page.board.parts.states.head.words.text() == "1", timeout=5000)


def test_debts_are_read_again_only_when_money_moved(place: Place, qtbot: QtBot) -> None:
    garage = place.garage
    page = place.open()
    settle(place.windows[0])
    before = page.owed
    assert before is not None
    page.tick()
    settle(place.windows[0])
    assert page.owed is before
    garage.invoice(garage.finished((garage.labour("Работа", "2"), None)))
    qtbot.waitUntil(lambda: page.owed is not None and page.owed.count == 1, timeout=5000)


def test_charts_tell_their_figures(place: Place) -> None:
    garage = place.garage
    garage.invoice(garage.finished((garage.labour("Работа", "2"), None)))
    place.order("А001ВС77", "3", due=4)
    page = place.open()
    parts = page.board.parts
    assert parts.load_chart.accessibleName() == "Load this week"
    assert [p.text for p in parts.load_chart.pillars()][:2] == ["3 h, 1 car", "0 h"]
    assert parts.turnover_chart.pillars()[-1].text == "₽4,800.00"
    assert parts.turnover_chart.pillars()[-1].strong


def test_everything_that_holds_the_focus_has_a_name(place: Place) -> None:
    place.garage.start(place.order("А001ВС77", due=3))
    page = place.open()
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) >= 8
    assert [widget for widget in stops if not widget.accessibleName()] == []


def test_the_search_and_new_order_lead_on(place: Place, qtbot: QtBot) -> None:
    page = place.open()
    window = place.windows[0]
    with qtbot.waitSignal(window.palette_asked):
        page.focus_search()
    page.new()
    assert place.asked == [("work_orders", None, {"new": True})]


def test_the_list_of_orders_takes_the_state_from_today(place: Place) -> None:
    ready, working = place.order("А001ВС77"), place.order("А002ВС77")
    place.garage.start(working)
    place.garage.move(ready, OrderEvent.CHECK_IN)
    window = place.show(place.on.owner, (SPEC, ORDERS))
    window.open("today", None, {})
    settle(window)
    today = window.page
    assert isinstance(today, TodayPage)
    bars = today.board.parts.states.bars
    QTest.mouseClick(bars.sheet(), Qt.MouseButton.LeftButton, pos=QPoint(40, theme().px(40)))
    settle(window)
    page = window.page
    assert isinstance(page, WorkOrdersPage)
    assert page.orders.filter.states == (OrderState.IN_PROGRESS,)
    assert page.orders.table.count() == 1


def test_who_is_booked_stands_in_time_with_the_orders_and_the_calendar_tells_what_waits(
    place: Place,
) -> None:
    calendar = make_calendar(place.on)
    now = place.on.clock.at
    calendar.book("А001ВС77", "9:00", 60)
    ordered = place.order("А002ВС77", due=6)
    place.garage.move(ordered, OrderEvent.EXPECT)
    calendar.book("А002ВС77", "18:00", 60)
    for bay in ("Bay 1", "Bay 2", "Bay 4"):
        calendar.book(None, "9:00", 660, bay=bay, day=calendar.next(1), name=f"Owner of {bay}")
    asked = (calendar.services["Oil"], "Oil") if "Oil" in calendar.services else None
    service = asked or next((key, name) for name, key in calendar.services.items())
    ask_as_owner(
        place.on.shop,
        place.on.owner,
        service,
        now + timedelta(days=3),
        plate="А003ВС77",
        asked=now,
    )
    place.on.clock.at = at("9:40")
    page = place.open(places=("work_orders", "calendar", "arrivals"))
    settle(place.windows[0])
    arrivals, told = page.board.parts.arrivals, texts(page.board.parts.calendar)
    assert arrivals.head.words.text() == "0 of 2 checked in"
    rows = texts(arrivals.list)
    assert rows[0].startswith("09:00, А001ВС 77")
    assert rows[0].endswith("not here, 40 min")
    assert rows[1].startswith("18:00, А002ВС 77")
    assert told[0].endswith("1 owner asks for a visit")
    assert "Tue 16 is 100% full" in told[1]
    assert "Bay 1" in told[1]
    assert [pillar.warns for pillar in page.board.parts.load_chart.pillars()][1] is True
    press(page, Qt.Key.Key_2, alt=True)
    press(page, Qt.Key.Key_Return)
    assert place.asked[-1][0] == "arrivals"
    page.board.parts.calendar.setFocus()
    for side in ("owners", "full"):
        press(page, Qt.Key.Key_Return)
        assert place.asked[-1][0] == "calendar"
        assert place.asked[-1][2]["side"] == side
        place.windows[0].open("today", None, {})
        page.board.parts.calendar.setFocus()
        press(page, Qt.Key.Key_Down)
