"""What the card of an item tells under its fields: margin, why the price, groups, changes, goods, packages."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog import GroupPrice, ItemCard, once_amount
from app.inventory import ProductDetail
from models.access import Permission
from models.catalog import ItemKind
from models.money import Money, half_up
from ui.catalog.rows import CatalogRows
from ui.parts.units import counted, unit_word
from ui.parts.why import WhyStep, group_word, why_steps
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import FigureLabel
from widgets.buttons import hairline, label
from widgets.facts import Fact, FactColumn, Facts
from widgets.links import TextButton
from widgets.theme import theme
from widgets.values import Figure, Rich

_TWO = (FactColumn(), FactColumn(66, "right"))


class Section(QWidget):
    """A title with a muted word, an action at its right, and facts below."""

    def __init__(self, title: str, facts: Facts, action: QWidget | None = None) -> None:
        super().__init__()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, look.px(6))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), 0, look.px(16), 0)
        head.setSpacing(look.px(8))
        self._title = label(title, "strong")
        self._note = label("", "muted")
        head.addWidget(self._title)
        head.addWidget(self._note)
        head.addStretch(1)
        if action is not None:
            head.addWidget(action)
        column.addLayout(head)
        column.addWidget(facts)
        self.facts = facts

    def say(self, title: str = "", note: str = "") -> None:
        """Another title, another muted word."""
        if title:
            self._title.setText(title)
        self._note.setText(note)


class ItemFacts(QWidget):
    """``product_asked`` and ``package_asked`` give the id of what shall be opened."""

    product_asked = Signal(object)
    package_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ItemCard | None = None
        self._group = 0
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.reads = Facts(
            (FactColumn(120, kind="muted"), FactColumn()), name=self.tr("Facts of the item")
        )
        self._total = QWidget()
        row = QHBoxLayout(self._total)
        row.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(6))
        self._margin = label("", "hint")
        self._sum = FigureLabel(Figure(""), size="lead", name=self.tr("Price"))
        row.addWidget(self._margin, 1)
        row.addWidget(self._sum)
        self.why = Section(self.tr("Why"), Facts(_TWO, name=self.tr("Why this price")))
        self.why.setProperty("surface", "sunken")
        self.why.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.groups = Section(
            self.tr("Prices by group"),
            Facts((*_TWO, FactColumn(48, "right", "muted")), name=self.tr("Prices by group")),
        )
        self.groups.facts.opened.connect(self._choose_group)
        self.changes = Section(
            self.tr("Price changes"),
            Facts((FactColumn(), FactColumn(66, "right")), name=self.tr("Price changes")),
        )
        self._open_card = TextButton(self.tr("Open card"))
        self._open_card.clicked.connect(self._ask_product)
        self.stock = Section(
            self.tr("Goods behind"),
            Facts(_TWO, name=self.tr("Goods behind")),
            self._open_card,
        )
        self.packages = Section(
            self.tr("In packages"), Facts((FactColumn(),), name=self.tr("In packages"))
        )
        self.packages.facts.opened.connect(self.package_asked)
        self.stock.facts.opened.connect(self.product_asked)
        self._lines = [hairline() for _ in range(2)]
        column.addWidget(self.reads)
        self.reads.setVisible(not desk.can(Permission.CATALOG_EDIT))
        column.addWidget(self._total)
        column.addWidget(self._lines[0])
        column.addWidget(self.why)
        column.addWidget(self._lines[1])
        for section in (self.groups, self.changes, self.stock, self.packages):
            column.addWidget(section)

    def show_card(self, card: ItemCard | None, product: ProductDetail | None) -> None:
        """Show an item; nothing for a new one."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        self._group = min(self._group, len(card.prices) - 1)
        self._show_reads(card)
        self._show_prices(card)
        self._show_changes(card)
        self._show_product(product)
        self.packages.setVisible(bool(card.packages))
        self.packages.facts.set_facts(
            [Fact((name,), "package-plus", key) for key, name in card.packages]
        )

    def _show_reads(self, card: ItemCard) -> None:
        """What the fields would say, for people who only read."""
        detail, formats = card.detail, self._desk.formats
        item = detail.item
        hours, rows = card.line.hours, CatalogRows(formats)
        shown: list[tuple[str, str | None]] = [
            (self.tr("Code"), item.code),
            (self.tr("Maker"), item.maker),
            (self.tr("Unit"), unit_word(item.unit)),
            (self.tr("Norm hours"), None if hours is None else formats.qty(hours)),
            (
                self.tr("Next service"),
                rows.service(detail.next_service_km, detail.next_service_months),
            ),
            (self.tr("Warranty"), rows.service(detail.warranty_km, detail.warranty_months)),
        ]
        self.reads.set_facts([Fact((caption, text)) for caption, text in shown if text])

    # prices
    def _show_prices(self, card: ItemCard) -> None:
        shown = card.prices[self._group]
        whole = shown.whole
        formats = self._desk.formats
        self._total.setVisible(card.detail.item.kind == ItemKind.PACKAGE)
        self._sum.set_figure(
            Figure("—") if whole is None else Figure(formats.money(whole), "", "strong")
        )
        goal = self._desk.center.policy.margin_goal_percent
        percent = card.line.margin_percent if self._group == 0 else shown.margin_percent
        if percent is not None and self._desk.can(Permission.COSTS_SEE):
            words = self.tr("Margin {margin}, goal {goal}")
            text = words.format(margin=formats.percent(percent), goal=goal)
            self._margin.setText(text)
        else:
            self._margin.setText("")
        steps = self._steps(card, shown)
        title = self.tr("Why {price}").format(price=formats.money(whole)) if whole else ""
        self.why.say(title or self.tr("No price"), group_word(shown.price_group))
        last = len(steps) - 1
        self.why.facts.set_facts(
            [
                step.fact(strong=place == last and whole is not None)
                for place, step in enumerate(steps)
            ]
        )
        self.groups.setVisible(len(card.prices) > 1)
        self.groups.facts.set_facts(
            [
                Fact(
                    (
                        group_word(price.price_group),
                        None if price.whole is None else formats.amount(price.whole),
                        None
                        if price.margin_percent is None
                        else formats.percent(Decimal(round(price.margin_percent))),
                    ),
                    "circle-dot" if place == self._group else "circle",
                    key=place,
                )
                for place, price in enumerate(card.prices)
            ]
        )

    def _steps(self, card: ItemCard, shown: GroupPrice) -> Sequence[WhyStep]:
        if card.detail.item.kind == ItemKind.PACKAGE:
            return self._package_steps(card, shown)
        if shown.whole is None or not shown.why:
            problem = (
                said(shown.problem) if shown.problem is not None else self.tr("It is archived.")
            )
            return (WhyStep("circle-alert", problem, ""),)
        return why_steps(shown.why, shown.whole, self._desk.formats)

    def _package_steps(self, card: ItemCard, shown: GroupPrice) -> Sequence[WhyStep]:
        """What its labour and its goods add up to, and the price it has of its own."""
        formats, currency = self._desk.formats, self._desk.center.currency
        by_id = {line.item.id: line for line in card.contents}
        sums = {True: 0, False: 0}
        for part in card.detail.lines:
            once = once_amount(by_id[part.item_id].item)
            if once is None:
                words = self.tr("{name} has no price").format(name=part.name)
                return (WhyStep("circle-alert", words, ""),)
            sums[part.kind == ItemKind.LABOUR] += half_up(Decimal(once) * part.qty)
        steps = [
            WhyStep("wrench", self.tr("Labour"), formats.amount(Money(sums[True], currency))),
            WhyStep("package", self.tr("Goods"), formats.amount(Money(sums[False], currency))),
        ]
        own = card.detail.price_amount
        if own is not None:
            change = Money(own - sums[True] - sums[False], currency)
            words = self.tr("Price of its own, shared onto the lines")
            steps.append(WhyStep("badge-percent", words, formats.amount(change)))
        if shown.whole is not None:
            steps.append(WhyStep("tag", self.tr("Price"), formats.amount(shown.whole, "strong")))
        return steps

    def _choose_group(self, place: int) -> None:
        self._group = place
        if self._card is not None:
            self._show_prices(self._card)

    # the rest
    def _show_changes(self, card: ItemCard) -> None:
        formats, currency = self._desk.formats, self._desk.center.currency
        rows = [
            Fact(
                (
                    self._dated(
                        self.tr("one hour from {day}").format(day=formats.full_day(rate.from_on)),
                        self.tr("ahead") if rate.from_on > formats.today() else "",
                    ),
                    formats.amount(Money(rate.rate_amount, currency)),
                ),
                "calendar-clock" if rate.from_on > formats.today() else "clock",
            )
            for rate in card.rates
        ]
        rows += [
            Fact(
                (
                    self._dated(formats.full_day(change.at), change.by),
                    None if change.after is None else formats.amount(change.after),
                ),
                "history",
                tip=self._change_tip(change.at.date(), change.before),
            )
            for change in card.changes
        ]
        self.changes.setVisible(bool(rows))
        self.changes.facts.set_facts(rows)

    @staticmethod
    def _dated(day: str, more: str) -> Rich:
        return Rich(((day, ""), (f"   {more}", "muted"))) if more else Rich(((day, ""),))

    def _change_tip(self, on: date, before: Money | None) -> str:
        formats = self._desk.formats
        was = formats.money(before) if before is not None else self.tr("no price of its own")
        return self.tr("{day}: it was {price}").format(day=formats.full_day(on), price=was)

    def _show_product(self, product: ProductDetail | None) -> None:
        self.stock.setVisible(product is not None)
        if product is None:
            return
        view = product.product
        formats = self._desk.formats
        self.stock.say(note=view.sku)
        place = view.bin or self.tr("no bin")
        words = Rich(((view.name, ""), (f"   {place}", "muted")))
        tone = "good" if view.free_qty > 0 else "bad"
        free = Rich(((counted(formats, view.free_qty, view.unit), tone),))
        self.stock.facts.set_facts([Fact((words, free), "boxes", view.id)])

    def _ask_product(self) -> None:
        facts = self.stock.facts.facts()
        if facts:
            self.product_asked.emit(facts[0].key)
