"""Lines of a supplier's invoice, and which product of the stock each of them is."""

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inventory import MatchedBy, MatchedLine
from ui.recognition.words import amount_words
from ui.shell.desk import Desk
from widgets.buttons import label
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Figure, Mark


class GoodsList(QWidget):
    """Nothing is written here: the receipt opens with these lines filled in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = theme()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, look.px(12), 0, 0)
        self._head = label("", "strong")
        self._head.setContentsMargins(look.px(16), 0, 0, 0)
        box.addWidget(self._head)
        self.table = Table(
            [
                Column(
                    "code",
                    self.tr("Code"),
                    _code,
                    width=110,
                    kind="code",
                    tip=lambda row: self._other(row.line.other_code),
                ),
                Column("name", self.tr("Name"), lambda row: row.line.name, width=130, stretch=1),
                Column(
                    "qty",
                    self.tr("Qty"),
                    lambda row: self._number(row.line.qty),
                    width=52,
                    align="right",
                ),
                Column(
                    "price",
                    self.tr("Price"),
                    self._price,
                    width=84,
                    align="right",
                ),
                Column("match", self.tr("In stock"), self._match, width=130),
            ],
            key=lambda row: (row.line.box.top, row.line.code),
            name=self.tr("Lines of the invoice"),
        )
        self.table.setMinimumHeight(look.px(300))
        box.addWidget(self.table, 1)
        self.hide()

    def show_lines(self, lines: tuple[MatchedLine, ...]) -> None:
        """Show other lines; without any the list goes away."""
        known = sum(row.product is not None for row in lines)
        self._head.setText(
            self.tr("{n} lines, {known} found in the stock").format(n=len(lines), known=known)
        )
        self.table.set_rows(list(lines))
        self.setVisible(bool(lines))

    def _other(self, code: str) -> str:
        return self.tr("another look read “{code}”").format(code=code) if code else ""

    def _number(self, value: Decimal | None) -> Figure:
        return Figure("–" if value is None else self._desk.formats.number(value))

    def _price(self, row: MatchedLine) -> Figure:
        price = row.line.price
        return Figure("–" if price is None else amount_words(self._desk, price))

    def _match(self, row: MatchedLine) -> Mark:
        if row.product is None:
            return Mark(self.tr("not found"), "circle-help", "wait")
        if row.by is MatchedBy.NAME:
            return Mark(self.tr("{sku} by name").format(sku=row.product.sku), "circle-help", "wait")
        return Mark(row.product.sku, "check", "good" if row.line.sums_up else "wait")


def _code(row: MatchedLine) -> object:
    """A code that was read in two ways is looked at by a person."""
    doubted = row.line.other_code
    return Mark(row.line.code, "circle-help", "wait") if doubted else row.line.code
