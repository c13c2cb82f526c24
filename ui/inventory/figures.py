"""The figures at the head of a product's card: how much, how much of it is free, what it costs, how fast it goes."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QObject

from app.catalog import ItemLine
from app.inventory import ProductCard, ProductDetail
from models.inventory import OWN_PLACES
from models.money import Money
from ui.inventory.moves import DAYS
from ui.parts.units import unit_word
from ui.shell.desk import Desk
from widgets.headline import Headline

_YEAR = 365


class ProductFigures(QObject):
    """Makes the figures."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def of(self, card: ProductCard, items: Sequence[ItemLine]) -> list[Headline]:
        """The figures of a product; money only where it was read."""
        formats = self._desk.formats
        product = card.detail.product
        elsewhere = [
            self.tr("{n} in {place}").format(n=formats.qty(level.on_hand_qty), place=level.place)
            for level in card.detail.levels[1:]
            if level.kind in OWN_PLACES and level.on_hand_qty
        ]
        figures = [
            Headline(
                self.tr("On hand"), formats.qty(product.on_hand_qty), unit=unit_word(product.unit),
                note=elsewhere[0] if elsewhere else "", tone="bad" if product.on_hand_qty < 0 else "",
            ),
            Headline(
                self.tr("Reserved"), formats.qty(product.reserved_qty),
                note=self.tr("%n orders", "", len(card.reserved)) if card.reserved else "",
            ),
            Headline(
                self.tr("Available"), formats.qty(product.free_qty), note=self._limits(card.detail),
                tone=self._tone(card.detail),
            ),
        ]  # fmt: skip  # a declaration of a row reads as a row
        if product.cost is not None:
            last = card.detail.last_cost
            note = self.tr("last {cost}").format(cost=formats.money(last)) if last else ""
            figures.append(self._money(self.tr("Average cost"), product.cost, note))
        item = items[0] if items else None
        if item is not None and item.whole is not None:
            figures.append(self._money(self.tr("Price"), item.whole, item.item.code))
        if item is not None and item.margin_percent is not None:
            goal = self._desk.center.policy.margin_goal_percent
            figures.append(
                Headline(
                    self.tr("Margin"), formats.percent(item.margin_percent),
                    note=self.tr("goal {n}").format(n=goal), optional=True,
                    tone="wait" if item.margin_percent < goal else "",
                )
            )  # fmt: skip  # a declaration of a row reads as a row
        figures.append(
            Headline(
                self.tr("Used in {n} days").format(n=DAYS), formats.qty(card.used_qty),
                note=self._lasts(card), optional=True,
            )
        )  # fmt: skip  # a declaration of a row reads as a row
        if product.value is not None and product.value.minor:
            figures.append(self._money(self.tr("Value"), product.value, "", optional=True))
        return figures

    def _money(self, caption: str, money: Money, note: str, *, optional: bool = False) -> Headline:
        formats = self._desk.formats
        major, sign, minor = formats.money(money).partition(formats.decimal_sign)
        return Headline(caption, major, sign + minor, note=note, optional=optional)

    def _limits(self, detail: ProductDetail) -> str:
        formats, product = self._desk.formats, detail.product
        parts = []
        if product.min_qty is not None:
            parts.append(self.tr("minimum {n}").format(n=formats.qty(product.min_qty)))
        if product.max_qty is not None:
            parts.append(self.tr("maximum {n}").format(n=formats.qty(product.max_qty)))
        return ", ".join(parts)

    @staticmethod
    def _tone(detail: ProductDetail) -> str:
        product = detail.product
        if product.free_qty < 0 or (product.free_qty == 0 and product.low_since_at is not None):
            return "bad"
        return "wait" if product.low_since_at is not None else ""

    def _lasts(self, card: ProductCard) -> str:
        free = card.detail.product.free_qty
        if card.used_qty <= 0 or free <= 0:
            return ""
        days = int(free / (card.used_qty / Decimal(DAYS)))
        return self.tr("lasts %n days", "", days) if days <= _YEAR else self.tr("lasts over a year")
