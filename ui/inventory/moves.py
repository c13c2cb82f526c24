"""The moves of a product: the balance of the last days, where it lies, for whom it is kept, and every move."""

import math
import uuid
from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.inventory import CardMark, CardPage, CardRow, ProductCard, stock_card
from models.access import Permission
from models.inventory import OWN_PLACES
from ui.inventory.rows import StockRows
from ui.parts.cells import plate_cell
from ui.parts.units import counted
from ui.shell.desk import Desk
from widgets.balance import Balance, Level
from widgets.buttons import hairline, label
from widgets.facts import Fact, FactColumn, Facts
from widgets.table import Table
from widgets.theme import theme
from widgets.values import Mark, Rich

DAYS = 90
_PAGE = 60
_TICKS = 4
_CHART = (520, 174)
_KEPT_SHOWN = 3


class MovesTab(QWidget):
    """``reverse_asked`` gives the move that shall be taken back."""

    reverse_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._product_id: uuid.UUID | None = None
        self._after: CardMark | None = None
        self._rows = StockRows(desk.formats)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(look.px(16), look.px(10), 0, look.px(12))
        top.setSpacing(look.px(12))
        left = QVBoxLayout()
        left.setSpacing(look.px(6))
        left.addWidget(label(self.tr("On hand, {n} days").format(n=DAYS), "strong"))
        self.chart = Balance(
            self.tr("On hand, {n} days").format(n=DAYS), (self.tr("When"), self.tr("On hand"))
        )
        self.chart.setFixedHeight(look.px(_CHART[1]))
        self.chart.setMaximumWidth(look.px(_CHART[0]))
        left.addWidget(self.chart)
        left.addStretch(1)
        top.addLayout(left, 6)
        top.addLayout(self._make_right(), 7)
        column.addLayout(top)
        column.addWidget(hairline())
        self.table = Table(
            self._rows.move_columns(with_money=desk.can(Permission.COSTS_SEE)),
            key=lambda row: row.move_id,
            name=self.tr("Moves"),
        )
        self.table.more_wanted.connect(self._more)
        self.table.opened.connect(self._open_document)
        self.table.menu_wanted.connect(self._menu)
        column.addWidget(self.table, 1)

    def _make_right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(0)
        self._levels = Facts(
            (
                FactColumn(title=self.tr("Levels")),
                FactColumn(70, "right", "number", self.tr("On hand")),
                FactColumn(76, "right", "number", self.tr("Reserved")),
                FactColumn(84, "right", "number", self.tr("Available")),
            ),
            name=self.tr("Levels"),
            row=28,
            lined=True,
        )
        self._kept = Facts(
            (
                FactColumn(150, title=self.tr("Kept for orders")),
                FactColumn(104),
                FactColumn(kind="secondary"),
                FactColumn(48, "right", "number"),
            ),
            name=self.tr("Kept for orders"),
            row=28,
            lined=True,
        )
        self._kept.opened.connect(lambda key: self._desk.open("work_orders", key))
        self._last = Facts(
            (FactColumn(title=self.tr("Last receipt")), FactColumn(90, "right", "secondary")),
            name=self.tr("Last receipt"),
            row=28,
            lined=True,
        )
        for facts in (self._levels, self._kept, self._last):
            right.addWidget(facts)
            right.addSpacing(theme().px(8))
        right.addStretch(1)
        return right

    # showing
    def show_card(self, card: ProductCard) -> None:
        """Show a product; its moves are read beside."""
        product_id = card.detail.product.id
        if product_id != self._product_id:
            self.table.show_loading()
        self._product_id = product_id
        self._show_chart(card)
        self._show_levels(card)
        self._show_kept(card)
        self._show_last(card)
        self._read_first(max(_PAGE, self.table.count()))

    def _show_chart(self, card: ProductCard) -> None:
        formats, product = self._desk.formats, card.detail.product
        levels = [
            Level(
                point.at.timestamp(),
                float(point.qty),
                f"{formats.day(point.at)} {formats.clock(point.at)}",
                counted(formats, point.qty, product.unit),
            )
            for point in card.points
        ]
        first, last = card.points[0].at, card.points[-1].at
        step = (last - first) / (_TICKS - 1)
        across = [
            (moment.timestamp(), formats.day(moment))
            for moment in (first + step * place for place in range(_TICKS))
        ]
        top = max([point.qty for point in card.points] + [product.min_qty or Decimal(0)])
        up = [(float(tick), formats.number(tick)) for tick in ticks(top)]
        least = None
        if product.min_qty:
            words = self.tr("minimum {n}").format(n=formats.qty(product.min_qty))
            least = (float(product.min_qty), words)
        self.chart.set_levels(levels, across=across, up=up, least=least)

    def _show_levels(self, card: ProductCard) -> None:
        formats = self._desk.formats
        product = card.detail.product
        rows = []
        for place, level in enumerate(card.detail.levels):
            if level.kind not in OWN_PLACES or not (level.on_hand_qty or level.reserved_qty):
                continue
            words = [(level.place, "")]
            if place == 0 and product.bin:
                words.append((f"   {product.bin}", "code"))
            free = level.on_hand_qty - level.reserved_qty
            rows.append(
                Fact(
                    (
                        Rich(tuple(words)),
                        formats.qty(level.on_hand_qty),
                        formats.qty(level.reserved_qty) if level.reserved_qty else None,
                        Mark(formats.qty(free), "", "bad" if free < 0 else "strong"),
                    )
                )
            )
        if not rows:
            rows.append(Fact((self.tr("Nothing lies anywhere"), "", "", "")))
        self._levels.set_facts(rows)

    def _show_kept(self, card: ProductCard) -> None:
        formats = self._desk.formats
        self._kept.setVisible(bool(card.reserved))
        self._kept.set_facts(
            [
                Fact(
                    (
                        Mark(kept.order_number or self.tr("no order"), "", "link"),
                        plate_cell(kept.plate) or "",
                        formats.moment(kept.promised_at) if kept.promised_at else "",
                        formats.qty(kept.qty),
                    ),
                    key=kept.order_id,
                )
                for kept in card.reserved[:_KEPT_SHOWN]
            ]
        )

    def _show_last(self, card: ProductCard) -> None:
        formats, last = self._desk.formats, card.last_receipt
        self._last.setVisible(last is not None)
        if last is None:
            return
        words = [(formats.full_day(last.at), "")]
        words += [(f"   {part}", "muted") for part in (last.note, last.made_by) if part]
        qty = counted(formats, last.qty, card.detail.product.unit)
        self._last.set_facts([Fact((Rich(tuple(words)), f"+{qty}"))])

    # moves
    def _read_first(self, count: int) -> None:
        product_id = self._product_id
        if product_id is None:
            return

        def show(page: CardPage) -> None:
            self._after = page.after
            if page.rows:
                self.table.set_rows(page.rows, more=page.after is not None)
                if self.table.current() is None:
                    self.table.select_first()
            else:
                self.table.show_empty("arrow-left-right", self.tr("It has not moved yet"))

        self._desk.read(
            self,
            lambda read: stock_card(read, product_id, in_stores=True, limit=count),
            show,
            lane="moves",
        )

    def _more(self) -> None:
        product_id, after = self._product_id, self._after
        if product_id is None or after is None:
            return

        def show(page: CardPage) -> None:
            if after is self._after:
                self._after = page.after
                self.table.append(page.rows, more=page.after is not None)

        self._desk.read(
            self,
            lambda read: stock_card(read, product_id, in_stores=True, after=after, limit=_PAGE),
            show,
            lane="moves",
        )

    def _open_document(self, row: CardRow) -> None:
        if row.order_id is not None:
            self._desk.open("work_orders", row.order_id)

    def _menu(self, row: CardRow | None, spot: QPoint) -> None:
        if row is None:
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Move"))
        if row.order_id is not None:
            menu.addAction(self.tr("Open the order"), lambda: self._open_document(row))
        if row.invoice_id is not None:
            menu.addAction(
                self.tr("Open the invoice"), lambda: self._desk.open("billing", row.invoice_id)
            )
        menu.addAction(self.tr("Copy"), self.table.copy)
        if self._desk.can(Permission.INVENTORY_ADJUST) and row.reverses_id is None:
            menu.addSeparator()
            menu.addAction(self.tr("Take this move back…"), lambda: self.reverse_asked.emit(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)


def ticks(top: Decimal, most: int = 5) -> Sequence[Decimal]:
    """Round figures from nothing up to ``top``, at most ``most`` of them above zero."""
    if top <= 0:
        return (Decimal(0), Decimal(1))
    rough = top / most
    power = Decimal(10) ** math.floor(rough.log10())
    step = next(step for step in (power, power * 2, power * 5, power * 10) if step * most >= top)
    count = int((top / step).to_integral_value(ROUND_CEILING))
    return tuple(step * place for place in range(count + 1))
