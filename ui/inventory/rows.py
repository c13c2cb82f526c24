"""What the rows of the stock say: products with their levels, moves with their documents, promises."""

from PySide6.QtCore import QObject

from app.inventory import CardRow, ProductView, ReservedFor
from models.inventory import MoveReason
from models.money import Money
from models.text import fold
from ui.parts.cells import plate_cell
from ui.parts.units import counted
from ui.shell.formats import Formats
from widgets.columns import Column
from widgets.values import Badge, Figure, Mark, highlight

_ICONS: dict[str, tuple[str, str]] = {
    MoveReason.OPENING.value: ("package-plus", "idle"),
    MoveReason.RECEIPT.value: ("truck", "good"),
    MoveReason.ISSUE.value: ("wrench", "work"),
    MoveReason.CONSUMPTION.value: ("wrench", "work"),
    MoveReason.RETURN.value: ("undo-2", "good"),
    MoveReason.TRANSFER.value: ("arrow-left-right", "idle"),
    MoveReason.ADJUSTMENT.value: ("clipboard-check", "wait"),
    MoveReason.SCRAP.value: ("trash-2", "bad"),
    MoveReason.REVERSAL.value: ("rotate-ccw", "idle"),
}

_LONG = 26


class StockRows(QObject):
    """Makes the cells of the lists. ``words`` are what is searched for."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.words: tuple[str, ...] = ()

    # levels
    def level_columns(self, *, with_money: bool) -> list[Column]:
        """The columns of the stock; money only for people who may see costs."""
        columns = [
            Column(
                "sku", self.tr("Number"), lambda v: highlight(v.sku, self.words, fold),
                width=136, sort="sku", kind="code", tip=lambda v: v.sku,
            ),
            Column(
                "name", self.tr("Name"), lambda v: highlight(v.name, self.words, fold),
                width=230, stretch=1, sort="name", tip=lambda v: v.name,
            ),
            Column(
                "maker", self.tr("Maker"), lambda v: highlight(v.maker, self.words, fold) or None,
                width=120, kind="secondary",
            ),
            Column("bin", self.tr("Bin"), lambda v: v.bin, width=78, sort="bin", kind="code"),
            Column(
                "on_hand", self.tr("On hand"), self._on_hand, width=84, align="right",
                sort="on_hand", kind="number", elide=False,
            ),
            Column(
                "reserved", self.tr("Reserved"),
                lambda v: self._formats.qty(v.reserved_qty) if v.reserved_qty else None,
                width=78, align="right", sort="reserved", kind="number", elide=False,
            ),
            Column(
                "free", self.tr("Available"), self._free, width=84, align="right", sort="free",
                kind="number", elide=False,
            ),
            Column(
                "minimum", self.tr("Minimum"),
                lambda v: None if v.min_qty is None else self._formats.qty(v.min_qty),
                width=78, align="right", sort="minimum", kind="secondary",
            ),
            Column(
                "maximum", self.tr("Maximum"),
                lambda v: None if v.max_qty is None else self._formats.qty(v.max_qty),
                width=78, align="right", kind="secondary", hidden=True,
            ),
        ]  # fmt: skip  # a declaration of a row reads as a row
        if with_money:
            columns += [
                Column(
                    "cost", self.tr("Average cost"), lambda v: self.money(v.cost), width=98,
                    align="right", kind="money",
                ),
                Column(
                    "value", self.tr("Value"), lambda v: self.money(v.value), width=104,
                    align="right", sort="value", kind="money",
                ),
            ]  # fmt: skip  # a declaration of a row reads as a row
        return [
            *columns,
            Column(
                "state", self.tr("State"), lambda v: self.state(v) or "", width=132, kind="state"
            ),
            Column(
                "barcode", self.tr("Barcode"), lambda v: v.barcode, width=130, kind="code",
                hidden=True,
            ),
        ]  # fmt: skip  # a declaration of a row reads as a row

    def money(self, money: Money | None) -> Figure | None:
        """An amount for a cell; nothing for no money at all."""
        return None if money is None or not money.minor else self._formats.amount(money)

    def _on_hand(self, view: ProductView) -> object:
        if not view.on_hand_qty:
            return None
        shown = counted(self._formats, view.on_hand_qty, view.unit)
        return Mark(shown, "", "bad" if view.on_hand_qty < 0 else "")

    def _free(self, view: ProductView) -> object:
        if not view.free_qty and view.low_since_at is None:
            return None
        shown = self._formats.qty(view.free_qty)
        if view.free_qty <= 0:
            return Mark(shown, "", "bad")
        return Mark(shown, "", "wait" if view.low_since_at else "strong")

    def state(self, view: ProductView) -> Badge | None:
        """What somebody has to do about a product; nothing when all is well."""
        if view.is_archived:
            return Badge(self.tr("Archived"), "archive", "idle")
        if view.on_hand_qty < 0:
            return Badge(self.tr("Below zero"), "triangle-alert", "bad")
        if view.free_qty <= 0 and view.low_since_at is not None:
            return Badge(self.tr("Out of stock"), "circle-x", "bad")
        if view.low_since_at is not None:
            return Badge(self.tr("Below minimum"), "trending-down", "wait")
        return None

    # moves
    def move_columns(self, *, with_money: bool) -> list[Column]:
        """The columns of a product's moves."""
        columns = [
            Column(
                "when", self.tr("When"), self._when, width=118, kind="secondary", elide=False
            ),
            Column(
                "document", self.tr("Document"), self.document, width=216,
                tip=self.document_text, elide=False,
            ),
            Column(
                "way", self.tr("From, to"), self.way, width=220, stretch=1, kind="secondary"
            ),
            Column("change", self.tr("Change"), self._change, width=76, align="right", elide=False),
            Column(
                "balance", self.tr("Balance"), lambda r: self._formats.qty(r.balance_qty), width=80,
                align="right", kind="strong", elide=False,
            ),
        ]  # fmt: skip  # a declaration of a row reads as a row
        if with_money:
            columns.append(
                Column("cost", self.tr("Cost"), self._cost, width=92, align="right", kind="money")
            )
        return [*columns, Column("by", self.tr("By"), lambda r: r.made_by, 150, kind="secondary")]

    def _when(self, row: CardRow) -> str:
        moment = row.done_at
        return f"{self._formats.day(moment)} {self._formats.clock(moment)}"

    def document_text(self, row: CardRow) -> str:
        """What moved the goods, in words."""
        if row.order_number:
            return row.order_number
        words = {
            MoveReason.OPENING.value: self.tr("Opening stock"),
            MoveReason.RECEIPT.value: self.tr("Receipt"),
            MoveReason.ISSUE.value: self.tr("Taken to a car"),
            MoveReason.CONSUMPTION.value: self.tr("Used"),
            MoveReason.RETURN.value: self.tr("Return"),
            MoveReason.TRANSFER.value: self.tr("Transfer"),
            MoveReason.ADJUSTMENT.value: self.tr("Adjustment"),
            MoveReason.SCRAP.value: self.tr("Scrap"),
            MoveReason.REVERSAL.value: self.tr("Counter-move"),
        }
        word = words.get(row.reason, row.reason)
        return f"{word}: {row.note}" if row.note else word

    def _short(self, row: CardRow) -> str:
        """The document where there is little room: numbers whole, long reasons cut."""
        text = (
            row.note if row.reason == MoveReason.RECEIPT and row.note else self.document_text(row)
        )
        return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"

    def document(self, row: CardRow) -> object:
        """The document with the icon of what it did; orders are links."""
        icon, hue = _ICONS.get(row.reason, ("package", "idle"))
        if row.order_number:
            return Mark(row.order_number, icon, "link")
        tones = {"good": "good", "wait": "wait", "bad": "bad", "work": "work"}
        return Mark(self._short(row), icon, tones.get(hue, "secondary"))  # type: ignore[arg-type]  # tones

    def way(self, row: CardRow) -> str:
        """Where the goods came from and went."""
        return self.tr("{start} → {end}").format(start=row.from_place, end=row.to_place)

    def _change(self, row: CardRow) -> object:
        if not row.change_qty:
            return Mark("0", "", "muted")
        shown = self._formats.qty(row.change_qty)
        return Mark(f"+{shown}", "", "good") if row.change_qty > 0 else Mark(shown)

    def _cost(self, row: CardRow) -> Figure | None:
        """What one unit was worth."""
        if row.value is None or not row.qty:
            return None
        one = (row.value.decimal / row.qty).quantize(row.value.decimal)
        digits = -int(row.value.decimal.as_tuple().exponent)
        return self._formats.amount(Money(int(one.scaleb(digits)), row.value.currency))

    # promises
    def promise_columns(self) -> list[Column]:
        """The columns of what orders hold."""
        return [
            Column(
                "order", self.tr("Order"),
                lambda r: Mark(r.order_number or self.tr("no order"), "bookmark",
                               "link" if r.order_number else "muted"),
                width=216,
            ),
            Column("plate", self.tr("Car"), lambda r: plate_cell(r.plate), width=116, kind="plate"),
            Column(
                "vehicle", self.tr("Vehicle"), lambda r: r.vehicle or None, width=150, stretch=1,
                kind="secondary",
            ),
            Column(
                "customer", self.tr("Customer"), lambda r: r.customer, width=170, stretch=1,
                kind="secondary",
            ),
            Column("promised", self.tr("Promised"), self._promised, width=140, kind="secondary"),
            Column("place", self.tr("Place"), lambda r: r.place, width=130, kind="secondary"),
            Column(
                "qty", self.tr("Reserved"), lambda r: self._formats.qty(r.qty), width=84,
                align="right", kind="strong",
            ),
            Column("by", self.tr("By"), lambda r: r.made_by, 150, kind="secondary"),
        ]  # fmt: skip  # a declaration of a row reads as a row

    def _promised(self, row: ReservedFor) -> str | None:
        return None if row.promised_at is None else self._formats.moment(row.promised_at)
