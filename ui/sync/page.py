"""The Sync page: what waits, since when, why, what to do; what went, what came, what the owners said."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from app.kernel.tx import Read
from app.passports import (
    OwnerLink,
    Reached,
    SyncView,
    Waiting,
    WaitingList,
    WaitingRecord,
    count_links,
    exchange_of_day,
    get_sync,
    list_waiting_records,
)
from models.access import Permission
from models.passports import LinkState
from ui.parts.room import hide_columns, is_narrow
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.sync.aside import RecordAside
from ui.sync.errands import Errands
from ui.sync.history import InboxList, LinkList, SentList
from ui.sync.rows import SHOWN, More, grouped, waiting_columns
from ui.sync.running import Phase, service_of
from ui.sync.summary import Summary
from widgets.buttons import Button, hairline
from widgets.table import Group, Table
from widgets.tabs import TabLine
from widgets.theme import theme

Standing = tuple[SyncView, WaitingList, tuple[Reached, ...], dict[LinkState, int]]

History = SentList | InboxList | LinkList

_HISTORIES: dict[str, Callable[[Desk], History]] = {
    "sent": SentList,
    "inbox": InboxList,
    "links": LinkList,
}


class SyncPage(Page):
    """Enter opens the record, Ctrl+Enter does what helps, F9 sends now."""

    watches: ClassVar[Sequence[str]] = (
        "sync_state",
        "outbox_envelope",
        "inbox_change",
        "vehicle_link",
        "completed_record",
        "center",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.service = service_of(desk)
        self.errands = Errands(desk, self, self.service)
        self._opened: set[Waiting] = set()
        self._narrow = False
        self._view: SyncView | None = None
        self._found: WaitingList | None = None
        self.toolbar.set_title(self.tr("Sync"))
        self._build_toolbar()
        self.summary = Summary(desk)
        self.body.addWidget(self.summary)
        self.tabs = TabLine()
        self.tabs.setAccessibleName(self.tr("Lists of the exchange"))
        self.tabs.set_tabs(
            [
                ("waiting", self.tr("Waiting"), None),
                ("sent", self.tr("Sent"), None),
                ("inbox", self.tr("Received"), None),
                ("links", self.tr("Owners"), None),
            ]
        )
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        line.addWidget(self.tabs)
        self.body.addLayout(line)
        self.body.addWidget(hairline())
        self.stack = QStackedWidget()
        self._histories: dict[str, History] = {}
        self._queue = self._waiting()
        self.stack.addWidget(self._queue)
        self.body.addWidget(self.stack, 1)
        self.tabs.changed.connect(self._turn)
        self.service.moved.connect(self._show_phase)
        self._beat = QTimer(self)
        self._beat.setInterval(1000)
        self._beat.timeout.connect(self._show_phase)

    def _build_toolbar(self) -> None:
        self.more = Button("", "ellipsis", kind="quiet", name=self.tr("More"))
        self.more.clicked.connect(self._open_menu)
        self.pauses = Button(self.tr("Pause"), "pause", kind="quiet")
        self.pauses.clicked.connect(self._pause)
        self.checks = Button(self.tr("Check connection"), "stethoscope")
        self.checks.clicked.connect(self._check)
        self.pairs = Button(self.tr("Pair this desk"), "link", kind="primary")
        self.pairs.clicked.connect(self._pair)
        self.sends = Button(self.tr("Send now"), "refresh-cw", keys="F9")
        self.sends.clicked.connect(self.service.send_now)
        for button in (self.more, self.pauses, self.checks, self.sends, self.pairs):
            self.toolbar.add(button)

    def history(self, name: str) -> History:
        """The list of a tab: ``sent``, ``inbox`` or ``links``; made when it is opened for the first time."""
        made = self._histories.get(name)
        if made is None:
            made = self._histories[name] = _HISTORIES[name](self.desk)
            if isinstance(made, LinkList):
                made.ask_asked.connect(self._ask_again)
            self.stack.addWidget(made)
        return made

    def _waiting(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.table = Table(
            waiting_columns(self.desk.formats),
            key=lambda row: row.reasons if isinstance(row, More) else row.id,
            name=self.tr("What waits"),
        )
        self.table.opened.connect(self._open)
        self.table.previewed.connect(self._preview)
        self.aside = RecordAside(self.desk)
        self.aside.send_asked.connect(self.service.send_now)
        self.aside.pair_asked.connect(self._pair)
        self.aside.ask_asked.connect(self._ask)
        self.aside.resend_asked.connect(self._resend)
        row.addWidget(self.table, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.aside)
        return made

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = is_narrow(self)
        if narrow != self._narrow:
            self._narrow = narrow
            hidden = {"since", "icon"} if narrow else set()
            columns = waiting_columns(self.desk.formats)
            self.table.restore_layout(hide_columns(columns, hidden))

    # reading
    @override
    def load(self) -> None:
        now, opened = self.desk.now(), frozenset(self._opened)
        midnight = self.desk.formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0)

        def read(read: Read) -> Standing:
            return (
                get_sync(read),
                list_waiting_records(read, now=now, each=SHOWN, reasons=opened),
                exchange_of_day(read, midnight),
                count_links(read),
            )

        self.desk.read(self, read, self._show, lane="sync")
        current = self.stack.currentWidget()
        if isinstance(current, History):
            current.load()

    def _show(self, found: Standing) -> None:
        view, waiting, parts, links = found
        self._view, self._found = view, waiting
        rows = grouped(waiting, self._opened)
        if rows:
            fresh = self.table.current_key() is None
            self.table.set_rows(rows)
            if fresh:
                self.table.select_first()
        else:
            self.table.show_empty(
                "cloud-check", self.tr("Nothing waits: the server has everything.")
            )
        self.tabs.set_count("waiting", view.undelivered)
        self.tabs.set_count("links", links.get(LinkState.REQUESTED, 0) or None)
        self.summary.show_day(parts, view)
        self._preview(self.table.current())
        self._show_phase()

    def _show_phase(self) -> None:
        phase = self.service.phase() if self.service.view is not None else Phase.UNKNOWN
        view = self.service.view or self._view
        if view is None:
            return
        if phase is Phase.UNKNOWN:
            phase = Phase.DONE if view.is_paired else Phase.NOT_PAIRED
        self.summary.show_phase(phase, view)
        if phase is Phase.TROUBLE and self.isVisible():
            self._beat.start()
        else:
            self._beat.stop()
        paired, may = view.is_paired, self.desk.can(Permission.SYNC)
        self.pairs.setVisible(not paired and may)
        self.sends.setVisible(paired)
        self.sends.setEnabled(phase is not Phase.SENDING)
        self.checks.setVisible(bool(view.server_url))
        self.more.setVisible(paired and may)
        self.pauses.setVisible(paired and may)
        paused = phase is Phase.PAUSED
        self.pauses.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pauses.set_icon("play" if paused else "pause")

    def _turn(self, name: str) -> None:
        if name == "waiting":
            self.stack.setCurrentWidget(self._queue)
            return
        current = self.history(name)
        self.stack.setCurrentWidget(current)
        current.load()

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if params.get("pair"):
            self._pair()
        elif key is not None:
            self.table.select(key)

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return (
            ("Return", self.tr("open record")),
            ("Ctrl+Return", self.tr("what helps")),
            ("F9", self.tr("send now")),
        )

    # the list
    def _preview(self, row: object) -> None:
        self.aside.show_record(row if isinstance(row, WaitingRecord) else None)

    def _open(self, row: object) -> None:
        if isinstance(row, More):
            self._opened |= set(row.reasons)
            self.load()
        elif isinstance(row, WaitingRecord):
            if row.order_id is not None:
                self.desk.open("work_orders", row.order_id)
            elif row.vehicle_id is not None:
                self.desk.open("vehicles", row.vehicle_id)
            else:
                self.desk.open("centers")

    # doing
    def _pause(self) -> None:
        if self.service.is_paused:
            self.service.resume()
        else:
            self.service.pause()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Pair anew…")).triggered.connect(self._pair)
        words = self.tr("Stop exchanging with this server…")
        menu.addAction(words).triggered.connect(self._unpair)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _pair(self) -> None:
        self.errands.pair(self._view)

    def _unpair(self) -> None:
        self.errands.unpair()

    def _check(self) -> None:
        self.errands.check(self._view)

    def _ask(self, record: WaitingRecord) -> None:
        self.errands.ask(record, self._view)

    def _ask_again(self, link: OwnerLink) -> None:
        self.errands.ask_again(link, self._view)

    def _resend(self, key: uuid.UUID) -> None:
        self.errands.resend(key)

    def rows(self) -> list[WaitingRecord | More | Group]:
        """What the waiting list shows, with its groups."""
        return list(self.table.model.all_rows())
