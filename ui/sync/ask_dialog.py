"""Asking an owner: what is asked for, and the link that the owner may scan right at the desk."""

import hashlib
import secrets
import uuid
from typing import Any

import zxingcpp
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.kernel.errors import UserError
from app.passports import RequestLink, request_link
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Check
from widgets.theme import theme

_SECRET_BYTES = 24
_HALF = 128
_QUIET = 4
"""Modules of white around a QR symbol (ISO/IEC 18004)."""


class QrCode(QWidget):
    """A QR symbol, always dark on white; ``text`` is read aloud."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAccessibleName(text)
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        grey: Any = code.to_image(scale=1, add_quiet_zones=False)
        self._side = int(grey.shape[0])
        data = bytes(grey)
        self._dark = [divmod(at, self._side) for at, shade in enumerate(data) if shade < _HALF]
        side = theme().px(168)
        self.setFixedSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module = self.width() // (self._side + 2 * _QUIET)
        left = (self.width() - module * self._side) // 2
        for row, column in self._dark:
            spot = QRect(left + column * module, left + row * module, module, module)
            painter.fillRect(spot, Qt.GlobalColor.black)


class AskDialog(Dialog):
    """Works are always asked for; prices and history may be. ``asked`` comes when the question is written."""

    asked = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        vehicle_id: uuid.UUID,
        customer_id: uuid.UUID,
        about: str,
        server_url: str,
    ) -> None:
        super().__init__(parent, self.tr("Ask the owner"), 480)
        self.desk = desk
        self._vehicle_id, self._customer_id = vehicle_id, customer_id
        self._server_url = server_url
        self._secret = secrets.token_urlsafe(_SECRET_BYTES)
        self.set_sub(about)
        self.words = label(
            self.tr(
                "The owner sees on their phone what the shop did, and decides what it may write down for the car."
            ),
            "secondary",
            wrap=True,
        )
        self.body.addWidget(self.words)
        self.works = Check(self.tr("Works and parts, always"))
        self.works.set_value(True)
        self.works.setEnabled(False)
        self.prices = Check(self.tr("Prices too"))
        self.prices.set_value(True)
        self.history = Check(self.tr("The car's history from other shops"))
        for check in (self.works, self.prices, self.history):
            self.body.addWidget(check)
        self._cancel = self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.asks = Button(self.tr("Ask"), "send", kind="primary", keys="Ctrl+Return")
        self.asks.clicked.connect(self.ask)
        self.add_button(self.asks, "primary")
        self.set_first_focus(self.prices)

    @property
    def link(self) -> str:
        """The address under which the owner finds the question, whatever phone they gave."""
        return f"{self._server_url.rstrip('/')}/claim/{self._secret}"

    def ask(self) -> None:
        """Write the question; it leaves with the next exchange."""
        scope = ["works"]
        scope += ["prices"] if self.prices.value() else []
        scope += ["history"] if self.history.value() else []
        command = RequestLink(
            vehicle_id=self._vehicle_id,
            customer_id=self._customer_id,
            scope=tuple(scope),
            claim_sha256=hashlib.sha256(self._secret.encode()).hexdigest(),
        )
        self.asks.setEnabled(False)
        self.desk.act(
            self, request_link, command, lambda _changes: self._show_link(), failed=self._failed
        )

    def _failed(self, error: UserError) -> bool:
        self.asks.setEnabled(True)
        self.set_hint(said(error.sentence))
        return True

    def _show_link(self) -> None:
        """The question is written: the owner may open it here and now."""
        self.asked.emit()
        if not self._server_url:
            words = self.tr("The question leaves when this desk is paired")
            self.finish("asked")
            self.desk.toast(words)
            return
        for check in (self.works, self.prices, self.history):
            check.hide()
        self.set_title(self.tr("The owner is asked"))
        self.words.setText(
            self.tr(
                "It waits on the owner's page. Who stands at the desk can scan this and answer at once."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(QrCode(self.link))
        side = QVBoxLayout()
        shown = label(self.link, "small", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = Button(self.tr("Copy the link"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.link))
        side.addWidget(shown)
        side.addWidget(copy)
        side.addStretch(1)
        row.addLayout(side, 1)
        self.body.addLayout(row)
        self.asks.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setAccessibleName(self.tr("Close"))
        copy.setFocus()
        self.refit()
