"""What the right button, or the menu key, offers on an order of the list."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app.billing import ListLine
from ui.work_orders.list import OrderList
from widgets.theme import theme


class OrderMenu(QMenu):
    """Open it, or take its number or plate along."""

    def __init__(self, orders: OrderList, row: ListLine) -> None:
        super().__init__(orders)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        order, icon = row.order, theme().icon
        opened = self.addAction(icon("clipboard-list"), self.tr("Open"))
        opened.triggered.connect(partial(orders.open_asked.emit, order.id, ""))
        self.addSeparator()
        number = self.addAction(icon("copy"), self.tr("Copy the number"))
        number.triggered.connect(partial(_take, order.number))
        if order.plate:
            plate = self.addAction(icon("copy"), self.tr("Copy the plate"))
            plate.triggered.connect(partial(_take, order.plate))
        rows = self.addAction(icon("table-2"), self.tr("Copy the selected rows"))
        rows.triggered.connect(orders.table.copy)


def _take(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def show_menu(orders: OrderList, row: ListLine | None, spot: QPoint) -> OrderMenu | None:
    """Open the menu of a row at a spot of the screen; nothing beside rows."""
    if row is None:
        return None
    menu = OrderMenu(orders, row)
    menu.popup(spot)
    return menu
