"""Walking over every page of the desk: what can be opened, what can hold the focus, what stands where."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QTabBar,
    QWidget,
)

from app import work_orders
from app.kernel.tx import act
from models.base import Base
from models.billing import Invoice
from models.catalog import CatalogItem
from models.customers import Customer
from models.inventory import StockMove
from models.order_flow import OrderState
from models.vehicles import Vehicle
from models.work_orders import WorkOrder
from tests.build.spreadsheets import SAMPLE
from ui.centers.sections import SECTIONS
from ui.shell.window import Window
from ui.start import settle
from widgets.reading import read_in_order

NEAR = 3
"""Pixels by which neighbours in a row may differ."""
RING = 8
"""Pixels around a control in which its focus may show."""


@dataclass(frozen=True, slots=True)
class View:
    """Something that can be opened: a page, a record of it, a part of the settings."""

    name: str
    place: str
    key: Any = None
    params: dict[str, Any] = field(default_factory=dict)


def views(window: Window) -> Iterator[View]:
    """Every page, and the records that they open."""
    for spec in window.pages:
        yield View(spec.name, spec.name)
    records: Sequence[tuple[str, str, type[Base], Any]] = (
        ("completed order", "work_orders", WorkOrder, WorkOrder.state == OrderState.COMPLETED),
        ("customer", "customers", Customer, Customer.erased_at.is_(None)),
        ("car", "vehicles", Vehicle, Vehicle.archived_at.is_(None)),
        ("item", "catalog", CatalogItem, CatalogItem.archived_at.is_(None)),
        ("invoice", "billing", Invoice, Invoice.number.is_not(None)),
    )
    yield View("open order", "work_orders", open_order_of(window))
    for name, place, entity, where in records:
        yield View(name, place, _first(window, sa.select(entity.id).where(where)))  # type: ignore[attr-defined]  # every entity has the Key column
    yield View("goods", "inventory", _first(window, sa.select(StockMove.product_id)))
    yield View("file", "exchange", None, {"file": str(SAMPLE / "customers.csv")})
    for section in SECTIONS:
        yield View(f"settings {section.name}", "centers", None, {"section": section.name})


def _first(window: Window, query: Any) -> Any:  # noqa: ANN401  a select of one column
    with window.desk.shop.reading(window.desk.actor) as read:
        return read.connection.execute(query.limit(1)).scalar_one()


def open_order_of(window: Window) -> uuid.UUID:
    """A new order with a job and a few lines."""
    shop, actor = window.desk.shop, window.desk.actor
    car = _first(window, sa.select(Vehicle.id).where(Vehicle.archived_at.is_(None)))
    order: uuid.UUID = act(
        shop, actor, work_orders.open_order, work_orders.OpenOrder(vehicle_id=car)
    ).result
    job = act(
        shop, actor, work_orders.add_job, work_orders.AddJob(order_id=order, name="ТО")
    ).result
    for kind in ("labour", "part", "fluid"):
        item = _first(window, sa.select(CatalogItem.id).where(CatalogItem.kind == kind))
        command = work_orders.AddLine(order_id=order, job_id=job, item_id=item)
        act(shop, actor, work_orders.add_line, command)
    return order


def open_view(window: Window, view: View) -> QWidget:
    """Open it and wait until everything is read; the page."""
    window.open(view.place, view.key, dict(view.params))
    settle(window, 4)
    page = window.page
    assert page is not None
    return page


# what can hold the focus


def stops(page: QWidget) -> list[QWidget]:
    """Where Tab stops inside the page, in the order of the focus chain as the page arranges it at a Tab."""
    read_in_order(page)
    found: list[QWidget] = []
    seen: set[int] = set()
    widget = page.nextInFocusChain()
    while widget is not None and id(widget) not in seen:
        seen.add(id(widget))
        tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if (
            tab
            and page.isAncestorOf(widget)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusProxy() is None
        ):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def spoken(widget: QWidget) -> str:
    """What a screen reader says for a widget."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def called(widget: QWidget) -> str:
    """A widget in a message of a test."""
    text = spoken(widget) or getattr(widget, "text", lambda: "")() or widget.objectName()
    parent = widget.parentWidget()
    inside = type(parent).__name__ if parent is not None else ""
    return f"{type(widget).__name__} “{text}” in {inside}"


def box_in(page: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in the page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def backward(page: QWidget, order: Sequence[QWidget]) -> list[str]:
    """Steps of the focus that go against reading: up within a column, or back to the left within a row."""
    wrong = []
    for before, after in pairwise(order):
        a, b = box_in(page, before), box_in(page, after)
        is_below = b.top() >= a.bottom() - NEAR or b.center().y() > a.bottom()
        is_right = b.left() >= a.right() - NEAR
        is_inside = a.contains(b.center())
        if not (is_below or is_right or is_inside):
            wrong.append(f"{called(before)} → {called(after)}")
    return wrong


def bring_into_sight(widget: QWidget) -> None:
    """As Qt does when Tab comes to something in a part that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def shows_focus(window: Window, widget: QWidget) -> bool:
    """Whether the picture of the widget changes when the keyboard comes to it."""
    if QApplication.activeWindow() is not window:
        window.activateWindow()
        QApplication.processEvents()
    held = QApplication.focusWidget()
    if held is not None:
        held.clearFocus()
    bring_into_sight(widget)
    box = box_in(window, widget).adjusted(-RING, -RING, RING, RING)
    before = window.grab(box).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    shown = window.grab(box).toImage() != before
    widget.clearFocus()
    return shown


# what stands where


def is_scrolled(widget: QWidget, page: QWidget) -> bool:
    """Whether the widget lies in a part that scrolls, where it may stand below the edge."""
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def may_shorten(widget: QWidget) -> bool:
    """Whether a text says itself that it is shortened and is whole in its tooltip."""
    ignored = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
    if isinstance(widget, QAbstractButton) and isinstance(widget.parentWidget(), QTabBar):
        return True  # the arrows that Qt itself puts beside tabs that do not fit
    return (
        ignored
        or bool(widget.toolTip())
        or "Elided" in type(widget).__name__
        or bool(widget.property("elides"))
    )


def clipped(page: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need."""
    wrong = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.isVisible() or may_shorten(widget):
            continue
        if isinstance(widget, QLabel):
            if not widget.text() or not widget.pixmap().isNull():
                continue
            if widget.wordWrap():
                short = widget.heightForWidth(widget.width()) > widget.height() + 1
            else:
                short = widget.sizeHint().width() > widget.width() + 1
        elif isinstance(widget, QAbstractButton):
            line = widget.fontMetrics().height()
            short = widget.sizeHint().width() > widget.width() + 1 or line > widget.height()
        else:
            continue
        if short:
            wrong.append(called(widget))
    return wrong


def outside(page: QWidget) -> list[str]:
    """Labels and buttons that stand beyond the page's edge, where nothing scrolls."""
    room = page.rect().adjusted(-NEAR, -NEAR, NEAR, NEAR)
    return [
        called(widget)
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisible()
        and not is_scrolled(widget, page)
        and not room.contains(box_in(page, widget))
    ]


def overlapping(page: QWidget) -> list[str]:
    """Widgets of one layout that cover each other."""
    wrong = []
    for parent in (page, *page.findChildren(QWidget)):
        layout = parent.layout()
        if layout is None or not parent.isVisible():
            continue
        placed = [w for w in _laid_out(layout) if w.isVisible() and not w.size().isEmpty()]
        wrong += [
            f"{called(one)} over {called(other)}"
            for one, other in combinations(placed, 2)
            if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry())
        ]
    return wrong


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, QStackedLayout):
        return
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
