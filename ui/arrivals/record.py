"""One arrival: head, state, damage and photos, gaps and signature."""

import uuid
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.arrivals import ArrivalSheet, arrival_sheet
from app.kernel.tx import Read
from models.access import Permission
from models.arrivals import ArrivalMode, ArrivalState
from ui.arrivals.damage import Damage
from ui.arrivals.doing import Doer
from ui.arrivals.facts import show_facts
from ui.arrivals.head import ArrivalHead
from ui.arrivals.keeping import Keeper
from ui.arrivals.parts import Column
from ui.arrivals.photos import Photos
from ui.arrivals.routes import Routes
from ui.arrivals.side import SideColumn
from ui.arrivals.state import StateColumn
from ui.shell.desk import Desk
from widgets.buttons import hairline
from widgets.theme import theme
from widgets.values import Mark

_LEFT, _RIGHT = 290, 296
_NARROW = 1000
_EXPECTED = ArrivalState.EXPECTED


class ArrivalRecord(QWidget):
    """``left`` when it is to be closed."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.key: uuid.UUID | None = None
        self.sheet: ArrivalSheet | None = None
        self._dashboard: int | None = None
        self._may = desk.can(Permission.ARRIVALS_EDIT)
        """Who only moves cars and keys reads what others wrote down."""
        self.setAcceptDrops(True)
        self.keeper = Keeper(desk, self)
        self.doer = Doer(desk, self)
        self.routes = Routes(desk, self.doer, self)
        self.head = ArrivalHead()
        self.state = StateColumn(desk, self.keeper)
        self.damage = Damage(desk, self.keeper)
        self.photos = Photos(desk)
        self.side = SideColumn(desk, self.keeper)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(hairline())
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        self._middle = Column(self.tr("Damage and photos"))
        self._middle.box.setContentsMargins(0, theme().px(4), 0, theme().px(6))
        self._middle.box.addWidget(self.damage, 1)
        self._middle.box.addWidget(hairline())
        self._middle.box.addWidget(self.photos)
        self._outer = QVBoxLayout()
        self._outer.setSpacing(0)
        self._outer.addWidget(self.state, 1)
        self._split: QFrame = hairline()
        self._columns.addLayout(self._outer)
        self._columns.addWidget(hairline(vertical=True))
        self._columns.addWidget(self._middle, 1)
        self._line = hairline(vertical=True)
        self._columns.addWidget(self._line)
        self._columns.addWidget(self.side)
        whole.addLayout(self._columns, 1)
        self._narrow = False
        self._fit()

    def _connect(self) -> None:
        head, side = self.head, self.side
        head.left.connect(self.left)
        head.go_wanted.connect(self.check_in)
        head.act_wanted.connect(self.print_act)
        head.more_wanted.connect(lambda: self.doer.menu(self))
        head.order.clicked.connect(self._open_order)
        head.mode.edited.connect(lambda: self.keeper.edit({"mode": head.mode.value()}))
        head.fact_pressed.connect(partial(self.routes.fact, self))
        self.keeper.kept.connect(self._kept)
        self.keeper.refused.connect(self.load)
        self.keeper.waits.connect(self._waits)
        self.keeper.decided.connect(self._decided)
        self.state.thing_wanted.connect(partial(self.routes.thing, self))
        self.state.voice_wanted.connect(self.photos.play_voice)
        self.photos.changed.connect(self.load)
        self.damage.figure.selected.connect(self.photos.set_mark)
        self.damage.list.selected.connect(self.photos.set_mark)
        side.remedy.connect(partial(self.routes.remedy, self))
        side.signed.connect(self.load)
        side.scan_wanted.connect(lambda: self.photos.choose("free"))
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.photos.paste)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Three columns where there is room for them, else gaps and signature below the state."""
        look = theme()
        narrow = self.width() < look.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._columns.removeWidget(self.side)
                self._outer.addWidget(self._split)
                self._outer.addWidget(self.side, 1)
            else:
                self._outer.removeWidget(self.side)
                self._outer.removeWidget(self._split)
                self._columns.addWidget(self.side)
            self._line.setVisible(not narrow)
            self._split.setVisible(narrow)
        self.state.setFixedWidth(look.px(_LEFT))
        self.side.setFixedWidth(look.px(_LEFT if narrow else _RIGHT))

    # showing
    def open(self, key: uuid.UUID) -> None:
        """Show an arrival; what waits of another one is written first."""
        if self.key not in (None, key):
            self.keeper.save()
        self.key = key
        self.load()

    def take_odometer(self, value: int) -> None:
        """What was read off the dashboard and accepted, as soon as the arrival is shown."""
        self._dashboard = value

    def load(self) -> None:
        """Read and show."""
        key = self.key
        if key is None:
            return

        def ask(read: Read) -> ArrivalSheet:
            return arrival_sheet(read, key)

        self._desk.read(self, ask, self._show, lane="sheet")

    def _kept(self) -> None:
        now = self._desk.formats.clock(self._desk.now())
        self.head.saved.set_value(
            Mark(self.tr("saved {time}").format(time=now), "cloud-check", "muted")
        )
        self.head.fit()
        self.load()

    def _waits(self) -> None:
        """What was typed is not in the database: it stands in the fields and in a draft."""
        self.head.saved.set_value(Mark(self.tr("not saved yet"), "cloud-off", "wait"))
        self.head.fit()

    def _decided(self) -> None:
        """Two desks wrote the same, and it was chosen: every field shows what holds now."""
        self.state.forget_typing()
        self.load()

    def _show(self, sheet: ArrivalSheet) -> None:
        if sheet.card.row.id != self.key:
            return
        self.sheet = sheet
        self.keeper.take(sheet.card)
        if self._dashboard is not None:
            self.keeper.edit({"odometer_value": self._dashboard, "odometer_reason": None})
            self._dashboard = None
        row = sheet.card.row
        show_facts(self.head, sheet, self._desk)
        self.head.mode.blockSignals(True)
        mode = self.keeper.value("mode")
        absent = mode is ArrivalMode.ABSENT
        self.head.mode.setVisible(not absent)
        if not absent:
            self.head.mode.set_value(mode)
        self.head.mode.blockSignals(False)
        comes = row.state in {ArrivalState.DRAFT, ArrivalState.EXPECTED}
        self.head.go.setVisible(comes and self._may)
        words = self.tr("Expect it") if absent else self.tr("Check in")
        self.head.go.setText(self.tr("It has come") if row.state is _EXPECTED else words)
        self.head.go.setAccessibleName(self.head.go.text())
        self.head.fit()
        self.state.show_sheet(sheet)
        self.damage.show_sheet(sheet)
        self.photos.show_sheet(sheet)
        self.side.show_sheet(sheet)
        over = row.state in {ArrivalState.LEFT, ArrivalState.CANCELLED}
        self.photos.setEnabled(not over)
        for part in (self.state.inner, self.head.mode, self.side.pad):
            part.setEnabled(self._may and not over)
        self.damage.set_locked(on=over or not self._may)

    # doing
    def check_in(self) -> None:
        """Take the car in; a check-in alone prints its slip."""
        if self._may:
            self.keeper.flush(partial(self.doer.check_in, self))

    def print_act(self) -> None:
        """The act, or the slip of a check-in alone."""
        self.keeper.flush(partial(self.doer.print_act, self))

    def _open_order(self) -> None:
        if self.sheet is not None and self.sheet.card.row.order_id is not None:
            self._desk.open("work_orders", self.sheet.card.row.order_id)

    def focus_first(self) -> None:
        """The customer's words: where writing begins."""
        self.state.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_only_check_in(self) -> bool:
        """Whether no order goes with it."""
        return bool(self.keeper.value("mode") == ArrivalMode.CHECK_IN_ONLY)

    def hints(self) -> Sequence[tuple[str, str]]:
        """Keys for the status bar."""
        return (
            ("S D C K M", self.tr("mark")),
            ("Ctrl R", self.tr("photo")),
            ("Ctrl S", self.tr("sign")),
            ("Ctrl ↵", self.tr("check in")),
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.photos.drop(_files(event.mimeData()))


def _files(data: QMimeData) -> list[QUrl]:
    return [url for url in data.urls() if url.isLocalFile()]
