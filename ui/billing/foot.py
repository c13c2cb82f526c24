"""The foot beside a bill: why it cannot be issued yet, and the buttons for its paper."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.billing import BillCard
from models.access import Permission
from ui.shell.desk import Desk
from widgets.buttons import Button, label
from widgets.theme import theme


class BillFoot(QWidget):
    """Save and print for what is issued, issue for what is not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = theme()
        self.desk = desk
        self.setFixedHeight(look.px(50))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(8))
        self.why = label("", "small", wrap=True)
        self.saves = Button(self.tr("PDF"), name=self.tr("Save as PDF"), keys="Ctrl+S")
        self.prints = Button(self.tr("Print"), "printer", keys="Ctrl+P")
        self.issues = Button(
            self.tr("Issue and print"), "printer", kind="primary", keys="Ctrl+Return"
        )
        row.addWidget(self.why, 1)
        for button in (self.saves, self.prints, self.issues):
            row.addWidget(button)

    def show_card(self, card: BillCard) -> None:
        """Offer what can be done with this bill's paper."""
        issued = card.id is not None
        allowed = self.desk.can(Permission.BILLING_ISSUE)
        self.saves.setVisible(issued)
        self.prints.setVisible(issued)
        self.issues.setVisible(not issued)
        self.issues.setEnabled(not card.missing and allowed)
        if issued:
            self.why.setText("")
        elif card.missing:
            self.why.setText(self.tr("Fill in what is missing, then it can be issued"))
        elif not allowed:
            self.why.setText(self.tr("Your role does not issue invoices"))
        else:
            self.why.setText(self.tr("Everything is there"))
