"""Beside the list: what happened to the chosen record, what was kept, what to do."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.passports import Waiting, WaitingRecord
from models.access import Permission
from sync.wire.kinds import Kind
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.sync.words import KEPT_OTHER, KEPT_RECORD, kind_word, to_do, why_icon, why_text
from widgets.buttons import Button, label
from widgets.links import TextButton
from widgets.theme import theme

_RECORDS = frozenset({Kind.COMPLETED_WORK_ORDER, Kind.WORK_ORDER_PRICES, Kind.CORRECTION})
_ASKS = frozenset({Waiting.NOT_ASKED, Waiting.EXPIRED, Waiting.DECLINED, Waiting.REVOKED})
_LEAVES = frozenset({Waiting.READY, Waiting.BACKING_OFF, Waiting.BEHIND})
WIDTH = 300


class RecordAside(QWidget):
    """Remedies as buttons; the first of them is the primary one."""

    send_asked = Signal()
    pair_asked = Signal()
    ask_asked = Signal(object)
    """The record whose owner is to be asked."""
    resend_asked = Signal(object)
    """The id of the envelope."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look = theme()
        self.setFixedWidth(look.px(WIDTH))
        self._record: WaitingRecord | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(scroll)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        column.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        self._icon = QLabel()
        self._title = label("", "strong", wrap=True)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        self._parts: list[tuple[QLabel, QLabel]] = []
        for title in (self.tr("What happened"), self.tr("What was kept"), self.tr("What to do")):
            column.addSpacing(look.px(8))
            words = label("", "secondary", wrap=True)
            caption = label(title, "strong")
            column.addWidget(caption)
            column.addWidget(words)
            self._parts.append((caption, words))
        column.addSpacing(look.px(8))
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(look.px(8))
        column.addLayout(self._buttons)
        column.addStretch(1)
        foot = QHBoxLayout()
        self._tries = label("", "small")
        foot.addWidget(self._tries, 1)
        self._details = TextButton(self.tr("Copy details"))
        self._details.clicked.connect(self._copy)
        foot.addWidget(self._details)
        column.addLayout(foot)
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget turns it on
        scroll.viewport().setAutoFillBackground(False)
        self.show_record(None)

    def show_record(self, record: WaitingRecord | None) -> None:
        """Show this record, or nothing."""
        self._record = record
        for caption, words in self._parts:
            caption.setVisible(record is not None)
            words.setVisible(record is not None)
        self._details.setVisible(record is not None)
        self._icon.setVisible(record is not None)
        self._clear()
        if record is None:
            self._title.setText("")
            self._tries.setText("")
            return
        icon, tone = why_icon(record.waiting)
        ink = "text.secondary" if tone == "secondary" else f"status.{tone}.fg"
        self._icon.setPixmap(theme().pixmap(icon, ink))
        self._title.setText(f"{kind_word(record.kind)} {record.label}".strip())
        kept = KEPT_RECORD if record.kind in _RECORDS else KEPT_OTHER
        happened = f"{why_text(record)}."
        if record.waiting is Waiting.NEEDS_ATTENTION and record.verdict_reason:
            happened += " " + self.tr("The server said: {words}").format(
                words=record.verdict_reason
            )
        texts = (happened, said(kept), to_do(record.waiting))
        for (_, words), text in zip(self._parts, texts, strict=True):
            words.setText(text)
        self._tries.setText(self.tr("%n tries", "", record.tries) if record.tries else "")
        self._offer(record)

    def _clear(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _offer(self, record: WaitingRecord) -> None:
        may_sync = self.desk.can(Permission.SYNC)
        if record.waiting is Waiting.NOT_PAIRED and may_sync:
            self._button(self.tr("Pair this desk"), "link", self.pair_asked.emit, primary=True)
        elif record.waiting in _ASKS and self.desk.can(Permission.LINKS_REQUEST):
            words = (
                self.tr("Ask the owner")
                if record.waiting is Waiting.NOT_ASKED
                else self.tr("Ask again")
            )
            first = record.waiting in {Waiting.NOT_ASKED, Waiting.EXPIRED}
            self._button(words, "send", lambda: self.ask_asked.emit(record), primary=first)
        elif record.waiting is Waiting.NEEDS_ATTENTION and may_sync:
            self._button(
                self.tr("Send it again"),
                "refresh-cw",
                lambda: self.resend_asked.emit(record.id),
                primary=True,
            )
        elif record.waiting in _LEAVES:
            self._button(self.tr("Send now"), "refresh-cw", self.send_asked.emit, primary=True)
        if record.order_id is not None:
            order: uuid.UUID = record.order_id
            self._button(
                self.tr("Open the order"),
                "clipboard-list",
                lambda: self.desk.open("work_orders", order),
            )
        if record.vehicle_id is not None:
            car: uuid.UUID = record.vehicle_id
            self._button(self.tr("Open the car"), "car", lambda: self.desk.open("vehicles", car))

    def _button(self, words: str, icon: str, press: object, *, primary: bool = False) -> None:
        made = Button(words, icon, kind="primary" if primary else "secondary")
        if primary:
            made.set_keys("Ctrl+Return")
        made.clicked.connect(press)
        self._buttons.addWidget(made)

    def buttons(self) -> list[Button]:
        """What is offered now, the primary one first."""
        return [each for each in self.findChildren(Button) if not each.isHidden()]

    def details(self) -> str:
        """Facts for support: ids, kinds and codes, no name and no plate."""
        record = self._record
        if record is None:
            return ""
        lines = {
            "envelope": record.id,
            "kind": record.kind,
            "waiting": record.waiting.value,
            "made_at": record.made_at.isoformat(),
            "tries": record.tries,
            "verdict": record.verdict_code or "-",
            "reason": record.verdict_reason or "-",
            "next_try_at": record.next_try_at.isoformat() if record.next_try_at else "-",
        }
        return "\n".join(f"{name}: {value}" for name, value in lines.items())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self.desk.toast(self.tr("The details are on the clipboard"))
