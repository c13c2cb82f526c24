"""The page of work orders: the list, and in its place the editor when an order is open."""

import uuid
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget
from typing_extensions import override

from app.work_orders import OrderShelf
from models.access import Permission
from models.order_flow import OrderState
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.work_orders.list import OrderList
from ui.work_orders.list_export import write_list
from ui.work_orders.list_filter import ListFilter
from ui.work_orders.list_menu import show_menu
from ui.work_orders.list_popover import FilterPopover, states_of
from ui.work_orders.record import OrderEditor
from widgets.buttons import Button
from widgets.controls import SearchEdit


class WorkOrdersPage(Page):
    """A record is an order's id.

    Params: ``shelf`` opens a tab, ``search`` looks for words, ``filter="state:ready"`` for a state,
    ``new`` starts an order, ``step`` is taken at once.
    """

    watches: ClassVar[Sequence[str]] = (
        "work_order",
        "order_line",
        "job",
        "invoice",
        "payment",
        "allocation",
        "customer",
        "vehicle",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack)
        self.orders = OrderList(desk)
        self._stack.addWidget(self.orders)
        self._editor: OrderEditor | None = None
        self._fill_toolbar()
        self.orders.open_asked.connect(self._open)
        self.orders.new_asked.connect(self.new)
        self.orders.counted.connect(self.search.set_count)
        self.orders.text_set.connect(self.search.set_value)
        self.orders.filtered.connect(self._show_filtered)
        self.orders.table.menu_wanted.connect(partial(show_menu, self.orders))
        self.search.searched.connect(self.orders.search)
        self.search.installEventFilter(self)
        self.setFocusProxy(self.orders)

    def _fill_toolbar(self) -> None:
        bar = self.toolbar
        bar.set_title(self.tr("Work orders"))
        self.search = SearchEdit(
            self.tr("Number, plate, car, name or phone"), name=self.tr("Search work orders")
        )
        bar.add_search(self.search, 330)
        self.filter = Button(self.tr("Filter"), "list-filter", kind="quiet", keys="F")
        self.filter.clicked.connect(self._ask_filter)
        bar.add_left(self.filter)
        columns = Button(icon="columns-3", kind="quiet", name=self.tr("Choose columns"))
        columns.clicked.connect(self._choose_columns)
        bar.add(columns)
        if self.desk.can(Permission.EXCHANGE_EXPORT):
            self.export = Button(icon="download", kind="quiet", name=self.tr("Export the list"))
            self.export.clicked.connect(self._ask_export)
            bar.add(self.export)
        if self.desk.can(Permission.WORK_ORDERS_EDIT):
            fresh = Button(self.tr("Work order"), "plus", kind="primary", keys="Ctrl+N")
            fresh.clicked.connect(self.new)
            bar.add(fresh)

    # the editor in the list's place
    def _made_editor(self) -> OrderEditor:
        if self._editor is None:
            self._editor = OrderEditor(self.desk, self)
            self._editor.left.connect(self._left)
            self._editor.opened.connect(self._show_editor)
            self._stack.addWidget(self._editor)
        return self._editor

    def _show_editor(self) -> None:
        editor = self._made_editor()
        self.toolbar.hide()
        self._stack.setCurrentWidget(editor)
        self.setFocusProxy(editor)

    @property
    def editor(self) -> OrderEditor | None:
        """The editor while an order is open in it."""
        shown = self._editor is not None and self._stack.currentWidget() is self._editor
        return self._editor if shown else None

    def _left(self) -> None:
        self.toolbar.show()
        self._stack.setCurrentWidget(self.orders)
        self.setFocusProxy(self.orders)
        self.orders.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.orders.load()

    def _open(self, order_id: uuid.UUID, step: str) -> None:
        self.desk.open("work_orders", order_id, **({"step": step} if step else {}))

    # what every page does
    @override
    def load(self) -> None:
        if self.editor is None:
            self.orders.load()

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if key is not None:
            editor, step = self._made_editor(), params.get("step")
            self._show_editor()
            editor.open_order(key, partial(editor.press, step) if step else None)
        elif params.pop("new", False):
            self._made_editor().new_order(**params)
        elif params.keys() & {"shelf", "search", "filter"}:
            if self.editor is not None:
                self._left()
            if "search" in params:
                self.search.set_value(params["search"])
                self.orders.search(params["search"])
            if "shelf" in params:
                self.orders.show_shelf(OrderShelf(params["shelf"]))
            kind, _, wanted = str(params.get("filter", "")).partition(":")
            if kind == "state":
                self.orders.set_filter(ListFilter(states=(OrderState(wanted),)))

    @override
    def back(self) -> bool:
        if self.editor is not None:
            if not self.editor.back():
                self.editor.leave()
            return True
        if self.search.value():
            self.search.clear()
            self.orders.search("")
            return True
        return False

    @override
    def new(self) -> None:
        self._made_editor().new_order()

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self.editor is not None:
            return self.editor.hints()
        return (
            ("↑↓", self.tr("row")),
            ("↵", self.tr("open")),
            ("␣", self.tr("preview")),
            ("Alt 1–8", self.tr("filter")),
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down and Enter lead into the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            into = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if into and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.orders.search(self.search.value())
                self.orders.table.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # columns, filter and export
    def _choose_columns(self) -> None:
        self.orders.table.choose_columns()

    def _ask_filter(self) -> None:
        orders, own = self.orders, self.orders.tabs.own()
        asked = FilterPopover(
            self,
            orders.filter,
            orders.staff,
            states_of(orders.filter.shelf),
            own=own.name if own else "",
        )
        asked.changed.connect(orders.set_filter)
        if own is not None:
            asked.dropped.connect(partial(orders.tabs.drop, own.name))
        asked.show_under(self.filter)

    def _show_filtered(self, added: int) -> None:
        words = self.tr("Filter")
        self.filter.setText(f"{words}: {added}" if added else words)
        self.filter.setAccessibleName(self.filter.text())
        self.filter.updateGeometry()

    def _ask_export(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, kind in ((self.tr("Excel table…"), "xlsx"), (self.tr("CSV table…"), "csv")):
            menu.addAction(words).triggered.connect(partial(self._ask_path, kind))
        menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def _ask_path(self, kind: str) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        name = f"{self.desk.center.code}_work_orders.{kind}"
        dialog = QFileDialog(self, self.tr("Export the list"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilter(f"*.{kind}")
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the shown list into a file; its ending says how."""
        orders = self.orders
        columns = [
            orders.table.model.columns[logical] for logical in orders.table.view.header.shown()
        ]
        count = orders.sum.count if orders.sum is not None else 0
        title = self.tr("Work orders")
        work = write_list(self.desk, orders.wish(), columns, path, title, count)

        def done(rows: int) -> None:
            words = self.tr("%n order(s) written to {file}", "", rows)
            self.desk.toast(words.format(file=path.name))

        self.desk.work(self, self.tr("Exporting work orders"), work, done)
