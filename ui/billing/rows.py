"""The money of a bill as rows: what came, what went back, what is still free."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.billing import BillCard, BillMoney
from models.billing import InvoiceKind, PaymentKind
from ui.billing.words import WAYS, kind_word, way_word
from ui.shell.desk import Desk
from widgets.buttons import label
from widgets.cells import cell_width, paint_cell
from widgets.links import TextButton
from widgets.theme import theme
from widgets.values import Figure


class MoneyRow(QAbstractButton):
    """Icon, words, a muted word, an amount; pressed, it shows the paper behind it."""

    def __init__(
        self,
        icon: str,
        text: str,
        note: str = "",
        figure: Figure | None = None,
        *,
        colour: str = "text.muted",
        tone: str = "text.primary",
    ) -> None:
        super().__init__()
        self._icon, self._note, self._figure = icon, note, figure
        self._colour, self._tone = colour, tone
        self.setText(text)
        amount = f"{figure.major}{figure.minor}" if figure is not None else ""
        self.setAccessibleName(" ".join(part for part in (text, note, amount) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def leads_nowhere(self) -> "MoneyRow":
        """Only to be read: no focus, no hand."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(True)
        return self

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        box = self.rect()
        leads = self.focusPolicy() != Qt.FocusPolicy.NoFocus
        if leads and self.underMouse():
            painter.fillRect(box, look.colour("surface.hover"))
        painter.fillRect(0, 0, box.width(), 1, look.colour("line.hairline"))
        middle = (box.height() - look.px(16)) // 2
        painter.drawPixmap(0, middle, look.pixmap(self._icon, self._colour))
        right = box.right()
        if self._figure is not None:
            wide = round(cell_width(self._figure)) + 2
            spot = QRect(right - wide, 0, wide, box.height())
            paint_cell(painter, spot, self._figure, align="right")
            right -= wide + look.px(10)
        centre = Qt.AlignmentFlag.AlignVCenter
        words = QFontMetrics(look.font()).horizontalAdvance(self.text())
        note = QFontMetrics(look.font("small")).horizontalAdvance(self._note)
        if self._note and words + note + look.px(46) < right:
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text.muted"))
            wide = painter.fontMetrics().horizontalAdvance(self._note)
            spot = QRect(right - wide, 0, wide + 1, box.height())
            painter.drawText(spot, centre, self._note)
            right -= wide + look.px(10)
        painter.setFont(look.font())
        painter.setPen(look.colour(self._tone))
        left = look.px(26)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, right - left
        )
        if shown != self.text():
            self.setToolTip(self.text())
        painter.drawText(QRect(left, 0, right - left, box.height()), centre, shown)


class MoneyList(QWidget):
    """Payments, refunds, free advances and credit notes of a bill."""

    def __init__(
        self,
        desk: Desk,
        show_receipt: Callable[[BillMoney], None],
        open_cash_day: Callable[[], None],
    ) -> None:
        super().__init__()
        self.desk = desk
        self._show_receipt = show_receipt
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Payments"), "strong"))
        head.addStretch(1)
        day = TextButton(self.tr("Cash day"))
        day.clicked.connect(open_cash_day)
        head.addWidget(day)
        top = QWidget()
        top.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        top.setFixedHeight(theme().px(30))
        column.addWidget(top)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)

    def show_card(self, card: BillCard) -> None:
        """Show the money of this bill."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for money in card.money:
            self._add_money(money)
        self._add_notes(card)
        self._add_advances(card)
        if card.corrects_id is not None:
            words = self.tr("Money goes back on {number}").format(number=card.corrects_number)
            row = MoneyRow("receipt-text", words)
            row.clicked.connect(lambda: self.desk.open("billing", card.corrects_id))
            self._rows.addWidget(row)
        elif not self._rows.count():
            words = self.tr("No money came in yet")
            self._rows.addWidget(MoneyRow("receipt-text", words, tone="text.muted").leads_nowhere())
        self._add_law(card)

    def _add_money(self, money: BillMoney) -> None:
        formats, way = self.desk.formats, WAYS[money.method]
        back = money.kind == PaymentKind.REFUND
        words = ", ".join(
            part
            for part in (
                kind_word(money.kind) if money.kind != PaymentKind.PAYMENT else "",
                way_word(money.method),
            )
            if part
        )
        note = formats.brief(money.at)
        figure = formats.amount(-money.amount if back else money.amount, "strong")
        row = MoneyRow(way.icon, words, note, figure, colour=f"chart.{way.chart}")
        about = [money.number, money.reference, money.reason, self.tr("Enter shows the receipt")]
        row.setToolTip("\n".join(part for part in about if part))
        row.clicked.connect(lambda: self._show_receipt(money))
        self._rows.addWidget(row)

    def _add_notes(self, card: BillCard) -> None:
        for note in card.notes:
            words = self.tr("Credit note {number}, {why}").format(
                number=note.number, why=note.reason
            )
            figure = self.desk.formats.amount(-note.total, "strong")
            row = MoneyRow("undo-2", words, self.desk.formats.brief(note.issued_at), figure)
            row.clicked.connect(lambda _on=False, key=note.id: self.desk.open("billing", key))
            self._rows.addWidget(row)

    def _add_advances(self, card: BillCard) -> None:
        if card.id is None and card.paid.minor:
            words = self.tr("Advance of this order")
            figure = self.desk.formats.amount(card.paid, "strong")
            note = self.tr("goes in with the issue")
            row = MoneyRow("wallet", words, note, figure, colour="chart.2").leads_nowhere()
            self._rows.addWidget(row)
            return
        for advance in card.advances:
            words = self.tr("Advance {number}, {day}").format(
                number=advance.number, day=self.desk.formats.day(advance.at)
            )
            figure = self.desk.formats.amount(advance.free)
            note = self.tr("not used yet")
            row = MoneyRow("wallet", words, note, figure, colour="chart.2").leads_nowhere()
            self._rows.addWidget(row)

    def _add_law(self, card: BillCard) -> None:
        if card.id is None:
            return
        row = MoneyRow(
            "lock",
            self.tr("Locked: only a credit note takes it back")
            if card.kind == InvoiceKind.INVOICE
            else self.tr("Locked and signed"),
            tone="text.muted",
        ).leads_nowhere()
        row.setToolTip(row.text())
        self._rows.addWidget(row)
