"""The shop could not be opened: what happened, what was kept, what to do; and another try."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.kernel.errors import UserError
from ui.shell.account import Account
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.theme import theme

_WIDTH = 640


class Refused(QWidget):
    """A screen before the desk. ``again`` wants another try, ``left`` gives up (Esc)."""

    again = Signal()
    left = Signal()

    def __init__(self, error: UserError) -> None:
        super().__init__()
        look = theme()
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel = QWidget()
        panel.setMaximumWidth(look.px(_WIDTH))
        column = QVBoxLayout(panel)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(16))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        picture = QLabel()
        picture.setPixmap(look.pixmap("hard-drive", "status.bad.fg", 24))
        title = label(self.tr("The shop cannot be opened"), "title")
        title.setFont(look.font("title"))
        head.addWidget(picture)
        head.addWidget(title, 1)
        column.addLayout(head)
        # a line of its own: it may name a long path
        column.addWidget(label(said(error.sentence), "strong", wrap=True))
        account = Account(
            "",
            self.tr("Nothing was changed. What was saved before is where it was."),
            said(error.remedy) if error.remedy is not None else self.tr("Try again in a moment."),
        )
        column.addWidget(account)
        column.addWidget(hairline())
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        close = Button(self.tr("Close"), kind="quiet")
        close.clicked.connect(self.left)
        self.retry = Button(self.tr("Try again"), "refresh-cw", kind="primary")
        self.retry.setAutoDefault(True)
        self.retry.clicked.connect(self.again)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.retry)
        column.addLayout(buttons)
        self.setAccessibleName(f"{title.text()}. {said(error.sentence)} {account.accessibleName()}")
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel, 100)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
