"""Login and password, for those who have no PIN here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.buttons import Button, label
from widgets.theme import theme


class PasswordForm(QWidget):
    """Two fields and a button; ``entered`` carries login and password, which are not kept."""

    entered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self.login = QLineEdit()
        self.login.setAccessibleName(self.tr("Login"))
        self.password = QLineEdit()
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.login, self.password):
            # what somebody types here is a secret, and a scanner has no business in it
            field.setProperty("takesScans", True)
            field.textChanged.connect(self._ready)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._enter)
        self._login_words = label(self.tr("Login"), "caption")
        self._button = Button(self.tr("Sign in"), "arrow-right", kind="primary")
        self._button.clicked.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(30), look.px(12), look.px(30), 0)
        column.setSpacing(look.px(2))
        column.addWidget(self._login_words)
        column.addWidget(self.login)
        column.addSpacing(look.px(8))
        column.addWidget(label(self.tr("Password"), "caption"))
        column.addWidget(self.password)
        column.addSpacing(look.px(16))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self._ready()

    def clear(self, *, login: str, asks_login: bool) -> None:
        """Begin anew: for a person who is known, or for one who must say who they are."""
        self.login.setText(login)
        self.password.clear()
        for widget in (self.login, self._login_words):
            widget.setVisible(asks_login)

    def forget_password(self) -> None:
        """Only the secret is typed again."""
        self.password.clear()

    def first(self) -> QLineEdit:
        """Where typing begins."""
        return self.password if self.login.isHidden() or self.login.text() else self.login

    def _ready(self) -> None:
        self._button.setEnabled(bool(self.login.text().strip() and self.password.text()))

    def _enter(self) -> None:
        if self._button.isEnabled():
            password = self.password.text()
            self.password.clear()
            self.entered.emit(self.login.text().strip(), password)
