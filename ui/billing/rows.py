"""Rows of a bill below its lines: the tax table, and the money that came and went."""

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
from models.money import Money
from ui.billing.words import WAYS, kind_word, way_word
from ui.shell.desk import Desk
from widgets.buttons import label
from widgets.cells import cell_width, paint_cell
from widgets.links import TextButton
from widgets.theme import theme
from widgets.values import NONE, Figure, Tone, cell_text

_RATE = 64
"""Design pixels that a rate needs: where they lack, the base gives way."""
_ROOMY = 280


class TaxTable(QWidget):
    """Rates, what they are taken from, and what they come to; painted, and said aloud as a sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._note = ""
        self._rows: list[tuple[str, tuple[Figure, ...]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: BillCard) -> None:
        """Show the taxes of this bill."""
        formats = self.desk.formats
        self._note = self.tr("inside the price") if card.inclusive else self.tr("on top")

        def figure(money: Money, tone: Tone = "") -> Figure:
            return formats.amount(money, tone) if money.minor else Figure(NONE, tone="muted")

        self._rows = [
            (
                tax.name or formats.percent(tax.percent),
                (figure(tax.net), figure(tax.tax), figure(tax.total, "strong")),
            )
            for tax in card.taxes
        ]
        if card.round_off.minor:
            blank = Figure("")
            self._rows.append(
                (self.tr("Rounding"), (blank, blank, figure(card.round_off, "muted")))
            )
        self.setAccessibleName(f"{self.tr('Taxes')}, {self._note}")
        self.setAccessibleDescription(
            "; ".join(
                f"{name}: {', '.join(cell_text(each) for each in figures)}"
                for name, figures in self._rows
            )
        )
        self.setToolTip(self.accessibleDescription().replace("; ", "\n"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(280), look.px(30 + 24) + len(self._rows) * look.px(29) + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        wide = self.width()
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text.primary"))
        title = self.tr("Taxes")
        painter.drawText(QRect(0, 0, wide, look.px(30)), middle, title)
        left = painter.fontMetrics().horizontalAdvance(title) + look.px(8)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text.muted"))
        painter.drawText(QRect(left, 0, wide - left, look.px(30)), middle, self._note)
        columns = self._columns()
        painter.setFont(look.font("caption"))
        y = look.px(30)
        titles = (self.tr("Base"), self.tr("Tax"), self.tr("Total"))
        painter.drawText(QRect(0, y, wide, look.px(24)), middle, self.tr("Rate"))
        first = 0 if columns[0][0] - columns[0][1] >= look.px(_RATE) else 1
        shown_columns = columns[first:]
        for (right, room), words in zip(shown_columns, titles[first:], strict=True):
            box = QRect(right - room, y, room, look.px(24))
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, words)
        y += look.px(24)
        for name, figures in self._rows:
            painter.fillRect(0, y, wide, 1, look.colour("line.hairline"))
            painter.setFont(look.font())
            painter.setPen(look.colour("text.primary"))
            room = max(shown_columns[0][0] - shown_columns[0][1] - look.px(2), look.px(40))
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(0, y, room, look.px(29)), middle, shown)
            for (right, _), figure in zip(shown_columns, figures[first:], strict=True):
                need = round(cell_width(figure)) + 2
                box = QRect(right - need, y, need, look.px(29))
                paint_cell(painter, box, figure, align="right")
            y += look.px(29)
        painter.fillRect(0, y, wide, 1, look.colour("line.hairline"))

    def _columns(self) -> list[tuple[int, int]]:
        """Right edge and room of base, tax and total: what their figures need, the last at the right."""
        look = theme()
        gap = look.px(14)
        least = look.px(72) if self.width() >= look.px(_ROOMY) else 0
        titles = (self.tr("Base"), self.tr("Tax"), self.tr("Total"))
        metrics = QFontMetrics(look.font("caption"))
        made: list[tuple[int, int]] = []
        right = self.width()
        for place in (2, 1, 0):
            widths = [cell_width(figures[place]) for _, figures in self._rows]
            room = round(max([metrics.horizontalAdvance(titles[place]), *widths])) + 4
            made.insert(0, (right, room))
            right -= max(room, least) + gap
        return made


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
