"""The cash day: what came in and went back by way of paying, the drawer counted, and the paper of it."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.billing import CashDay, PaymentRow, cash_day, list_payments
from app.kernel.tx import Read
from models.billing import PaymentKind
from models.money import Money
from ui.billing.pay_rows import peek_money
from ui.billing.words import WAYS, kind_word, way_word
from ui.papers import cash_day_report, payment_receipt, preview
from ui.parts.fields import day_edit, money_edit
from ui.shell.desk import Desk
from widgets.badge import FigureLabel
from widgets.buttons import Button, hairline, label, set_tone
from widgets.dialog import Dialog
from widgets.fields import Field
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Figure, Mark


class CashDayDialog(Dialog):
    """F7 and F8 turn the days; Ctrl+P prints the paper of the day."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Cash day"), 800)
        self.desk = desk
        self._day = desk.formats.today()
        self._cash = Money.zero(desk.center.currency)
        self._build_days()
        self._build_sums()
        self.table = Table(
            self._columns(), key=lambda row: row.id, name=self.tr("Payments of the day")
        )
        self.table.setFixedHeight(theme().px(230))
        self.table.opened.connect(self._show_receipt)
        self.body.addWidget(self.table)
        self.add_button(Button(self.tr("Close"), keys="Esc"), "cancel")
        self.prints = Button(self.tr("Print"), "printer", kind="primary", keys="Ctrl+P")
        self.prints.clicked.connect(self.print)
        self.add_button(self.prints, "primary")
        self.set_first_focus(self.table)
        desk.changed.connect(self.load)
        self.show_day(self._day)

    def _build_days(self) -> None:
        look = theme()
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        earlier = Button("", "chevron-left", name=self.tr("The day before"), keys="F7")
        earlier.clicked.connect(lambda: self.show_day(self._day - timedelta(days=1)))
        self.day = day_edit(self.desk, "back", name=self.tr("Day"))
        self.day.setFixedWidth(look.px(150))
        self.day.read.connect(self._typed_day)
        self._later = Button("", "chevron-right", name=self.tr("The day after"), keys="F8")
        self._later.clicked.connect(lambda: self.show_day(self._day + timedelta(days=1)))
        self._named = label("", "secondary")
        for widget in (earlier, self.day, self._later, self._named):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(hairline())

    def _build_sums(self) -> None:
        look = theme()
        pair = QHBoxLayout()
        pair.setSpacing(look.px(28))
        self._ways = QGridLayout()
        self._ways.setHorizontalSpacing(look.px(12))
        self._ways.setVerticalSpacing(look.px(2))
        left = QWidget()
        left.setLayout(self._ways)
        self._ways.setContentsMargins(0, 0, 0, 0)
        pair.addWidget(left, 3, Qt.AlignmentFlag.AlignTop)
        drawer = QWidget()
        grid = QGridLayout(drawer)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        self.opening = money_edit(self.desk, right=True)
        self.paid_out = money_edit(self.desk, right=True)
        self.counted = money_edit(self.desk, right=True)
        for place, (words, edit) in enumerate(
            (
                (self.tr("In the drawer in the morning"), self.opening),
                (self.tr("Taken out, to the bank"), self.paid_out),
                (self.tr("Counted in the evening"), self.counted),
            )
        ):
            grid.addWidget(Field(words, edit), place // 2, place % 2)
            edit.edited.connect(self._recount)
        self._expected = label("", "strong", wrap=True)
        grid.addWidget(self._expected, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        pair.addWidget(drawer, 4)
        self.body.addLayout(pair)
        self.body.addWidget(hairline())

    def _columns(self) -> tuple[Column, ...]:
        formats = self.desk.formats

        def amount(row: PaymentRow) -> Figure:
            back = row.kind == PaymentKind.REFUND
            return formats.amount(-row.amount if back else row.amount, "strong")

        def way(row: PaymentRow) -> Mark:
            found = WAYS[row.method]
            words = way_word(row.method)
            if row.kind != PaymentKind.PAYMENT:
                words = f"{kind_word(row.kind)}, {words.lower()}"
            return Mark(words, found.icon, "secondary")

        return (
            Column("at", self.tr("Time"), lambda r: formats.clock(r.at), 52, elide=False),
            Column("number", self.tr("Number"), lambda r: r.number, 190, kind="code"),
            Column("way", self.tr("How"), way, 104),
            Column("for", self.tr("For"), lambda r: r.for_number, 124, kind="code"),
            Column("customer", self.tr("Customer"), lambda r: r.customer, 120, stretch=1),
            Column("by", self.tr("Who"), lambda r: r.by, 100, kind="secondary", hidden=True),
            Column("sum", self.tr("Amount"), amount, 96, align="right", kind="money"),
        )

    # the day
    def _typed_day(self, day: object) -> None:
        if isinstance(day, date) and day != self._day:
            self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show the money of a day; days that have not come yet have none."""
        today = self.desk.formats.today()
        self._day = min(day, today)
        self._later.setEnabled(self._day < today)
        self.day.set_value(self._day)
        self._named.setText(self.desk.formats.long_day(self._day))
        kept = self.desk.saved(self._setting(), {})
        for name, edit in (
            ("opening", self.opening),
            ("counted", self.counted),
            ("out", self.paid_out),
        ):
            value = kept.get(name)
            edit.set_value(None if value is None else Money(value, self._cash.currency).decimal)
        self.load()

    def _setting(self) -> str:
        return f"cash_day.{self.desk.shop.workstation}.{self._day.isoformat()}"

    def load(self) -> None:
        """Read the day's money."""
        day, currency = self._day, self.desk.center.currency

        def ask(read: Read) -> tuple[CashDay, list[PaymentRow]]:
            return cash_day(read, day, currency=currency), list_payments(read, day)

        self.desk.read(self, ask, self._show, lane="day")

    def _show(self, found: tuple[CashDay, list[PaymentRow]]) -> None:
        day, rows = found
        self._cash = day.cash_in_drawer
        if rows:
            self.table.set_rows(rows)
        else:
            self.table.show_empty("banknote", self.tr("No money moved on this day."))
        self._show_ways(day)
        self._recount()
        self.refit()

    def _show_ways(self, day: CashDay) -> None:
        while (item := self._ways.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        look, formats = theme(), self.desk.formats
        titles = ("", self.tr("Way"), self.tr("Came in"), self.tr("Went back"))
        right = Qt.AlignmentFlag.AlignRight
        for place, title in enumerate(titles):
            self._ways.addWidget(
                label(title, "caption"),
                0,
                place,
                right if place > 1 else Qt.AlignmentFlag.AlignLeft,
            )
        for row, line in enumerate(day.lines, start=1):
            way = WAYS[line.method]
            picture = QLabel()
            picture.setPixmap(look.pixmap(way.icon, f"chart.{way.chart}"))
            self._ways.addWidget(picture, row, 0)
            self._ways.addWidget(label(way_word(line.method)), row, 1)
            for place, money in ((2, line.received), (3, line.refunded)):
                figure = formats.amount(money) if money.minor else Figure("—", tone="muted")
                self._ways.addWidget(FigureLabel(figure), row, place, right)
        if not day.lines:
            self._ways.addWidget(label("—", "muted"), 1, 1)
        self._ways.setColumnStretch(1, 1)

    def _recount(self) -> None:
        formats, currency = self.desk.formats, self._cash.currency
        zero = Money.zero(currency)
        opening = peek_money(self.opening, currency) or zero
        out = peek_money(self.paid_out, currency) or zero
        expected = opening - out + self._cash
        counted = peek_money(self.counted, currency)
        words = self.tr("Must be {sum}").format(sum=formats.money(expected))
        tone = ""
        if counted is not None:
            off = counted - expected
            if off.minor:
                shown = self.tr("{sum} too much") if off.minor > 0 else self.tr("{sum} too little")
                words += "\n" + shown.format(sum=formats.money(off if off.minor > 0 else -off))
                tone = "bad"
            else:
                words += "\n" + self.tr("The drawer is right")
                tone = "good"
        self._expected.setText(words)
        set_tone(self._expected, tone)

    # paper
    def _show_receipt(self, row: PaymentRow) -> None:
        title = self.tr("Receipt {number}").format(number=row.number)
        preview(self.desk, title, payment_receipt(row.id, row.number))

    def print(self) -> None:
        """Remember what was counted, and show the paper of the day."""
        kept = {
            "opening": self.opening.minor(),
            "counted": self.counted.minor(),
            "out": self.paid_out.minor(),
        }
        self.desk.save(self._setting(), kept)
        paper = cash_day_report(
            self._day,
            opening=kept["opening"] or 0,
            counted=kept["counted"],
            paid_in=None,
            paid_out=kept["out"],
        )
        title = self.tr("Cash day, {day}").format(day=self.desk.formats.full_day(self._day))
        preview(self.desk, title, paper)
