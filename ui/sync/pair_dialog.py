"""Pairing: the server's address and the code of its page; done off the drawing thread."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kernel.errors import InvalidError, UserError
from sync.worker import pair
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.fields import TextEdit
from widgets.forms import Form


class PairDialog(Dialog):
    """``paired`` comes when this computer became a device of the center."""

    paired = Signal()

    def __init__(self, desk: Desk, parent: QWidget, server_url: str = "") -> None:
        super().__init__(parent, self.tr("Pair this desk with a server"), 480)
        self.desk = desk
        self.set_sub(
            self.tr("Sign in on the server's page, open your center and read the code there.")
        )
        self.form = Form(1)
        self.address = TextEdit(placeholder="https://")
        self.code = TextEdit(placeholder="ABCD-2345", codes=True)
        self.form.add("server_url", self.tr("Address of the server"), self.address, required=True)
        self.form.add(
            "code",
            self.tr("Code"),
            self.code,
            required=True,
            hint=self.tr("8 letters and digits; it holds for some minutes"),
        )
        self.address.set_value(server_url)
        self.body.addWidget(self.form)
        self.set_first_focus(self.code if server_url else self.address)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.pairs = Button(self.tr("Pair"), "link", kind="primary", keys="Ctrl+Return")
        self.pairs.clicked.connect(self.pair)
        self.add_button(self.pairs, "primary")
        self.code.returnPressed.connect(self.pair)

    def pair(self) -> None:
        """Swap the code for this device's own token."""
        if not self.pairs.isEnabled() or not self.form.check():
            return
        values = self.form.values()
        shop, actor = self.desk.shop, self.desk.actor
        self.pairs.setEnabled(False)
        self.set_hint(self.tr("Asking the server…"))
        self.desk.write(
            self,
            lambda: pair(shop, actor, server_url=values["server_url"], code=values["code"]),
            self._done,
            failed=self._failed,
        )

    def _done(self, _device: object) -> None:
        desk, words = self.desk, self.tr("This desk is paired")
        self.finish("paired")
        desk.toast(words)
        self.paired.emit()

    def _failed(self, error: Exception) -> None:
        self.pairs.setEnabled(True)
        self.set_hint("")
        if not isinstance(error, UserError):
            self.desk.problem(error)
            return
        if isinstance(error, InvalidError):
            self.form.show_problems({name: said(text) for name, text in error.problems.items()})
            return
        remedy = f" {said(error.remedy)}" if error.remedy is not None else ""
        field = "code" if error.reason.value == "invalid" else "server_url"
        self.form.show_problems({field: said(error.sentence) + remedy})
