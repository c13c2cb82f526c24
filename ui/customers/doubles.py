"""Records that may be one: pairs with reasons, looked at side by side, merged or told apart."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.customers.doubles import (
    Distinguish,
    DoublePair,
    compare_customers_again,
    distinguish_customers,
    find_double_customers,
)
from app.vehicles.doubles import (
    DoubleCars,
    compare_vehicles_again,
    distinguish_vehicles,
    find_double_vehicles,
)
from ui.customers.merge_dialog import MergeDialog
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline
from widgets.table import Column, Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.values import Mark

_SURE = 80
Pair = DoublePair | DoubleCars


class DoublesPane(QWidget):
    """Two shelves: customers and cars. ``left`` asks to go back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pairs: dict[str, Sequence[Pair]] = {"customer": (), "vehicle": ()}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        look = theme()
        line = QHBoxLayout()
        line.setContentsMargins(look.px(8), look.px(4), look.px(16), look.px(4))
        line.setSpacing(look.px(8))
        back = Button(icon="arrow-left", kind="quiet", name=self.tr("Back to the list"))
        back.clicked.connect(self.left)
        line.addWidget(back)
        self.tabs = TabLine(self.tr("Which records"))
        self.tabs.changed.connect(lambda _name: self._show())
        line.addWidget(self.tabs, 1)
        self.apart = Button(self.tr("Not the same"), "split")
        self.apart.clicked.connect(self.tell_apart)
        self.compare = Button(self.tr("Compare…"), "arrow-left-right", kind="primary")
        self.compare.clicked.connect(self.open_pair)
        line.addWidget(self.apart)
        line.addWidget(self.compare)
        box.addLayout(line)
        box.addWidget(hairline())
        self.table = Table(
            (
                Column("score", self.tr("Likeness"), self._score, width=96, align="right"),
                Column("one", self.tr("One"), lambda p: self._name(p.one), width=200, stretch=1),
                Column(
                    "other", self.tr("Other"), lambda p: self._name(p.other), width=200, stretch=1
                ),
                Column(
                    "why",
                    self.tr("Why"),
                    lambda p: _sentence([said(reason) for reason in p.reasons]),
                    width=260,
                    stretch=1,
                ),
            ),
            key=lambda pair: (pair.one.id, pair.other.id),
            name=self.tr("Records that may be one"),
        )
        self.table.opened.connect(lambda _pair: self.open_pair())
        box.addWidget(self.table, 1)
        self._set_tabs()

    def _score(self, pair: Pair) -> object:
        percent = f"{pair.score} %"
        return Mark(percent, "", "strong" if pair.score >= _SURE else "muted")

    def _name(self, row: object) -> str:
        formats = self._desk.formats
        parts: tuple[str, ...]
        if hasattr(row, "phone"):
            parts = (getattr(row, "name", ""), formats.phone(getattr(row, "phone", None)))
        else:
            car = f"{getattr(row, 'make', '')} {getattr(row, 'model', '')}".strip()
            parts = (getattr(row, "plate", None) or "—", car, getattr(row, "vin", None) or "")
        return ", ".join(part for part in parts if part)

    # reading
    def read(self) -> None:
        """Look for doubles anew."""
        self.table.show_loading()
        self._desk.read(
            self,
            lambda read: (find_double_customers(read), find_double_vehicles(read)),
            self._got,
            lane="doubles",
        )

    def _got(self, found: tuple[Sequence[Pair], Sequence[Pair]]) -> None:
        self._pairs = {"customer": found[0], "vehicle": found[1]}
        self._set_tabs()
        self._show()

    def _set_tabs(self) -> None:
        self.tabs.set_tabs(
            [
                ("customer", self.tr("Customers"), len(self._pairs["customer"])),
                ("vehicle", self.tr("Cars"), len(self._pairs["vehicle"])),
            ]
        )

    def _show(self) -> None:
        rows = self._pairs[self.kind]
        self.table.set_rows(rows)
        for button in (self.apart, self.compare):
            button.setEnabled(bool(rows))
        if rows:
            self.table.select_first()
        else:
            self.table.show_empty("users", self.tr("No two records look alike"))

    @property
    def kind(self) -> str:
        """Which records show: "customer" or "vehicle"."""
        return self.tabs.current() or "customer"

    # acting
    def open_pair(self) -> None:
        """Look at the pair side by side."""
        pair = self.table.current()
        if pair is not None:
            dialog = MergeDialog(self, self._desk, self.kind, pair.one.id, pair.other.id)
            dialog.begin()

    def tell_apart(self) -> None:
        """Say that the two are not the same; the toast takes it back."""
        pair = self.table.current()
        if pair is None:
            return
        people = self.kind == "customer"
        command = Distinguish(one_id=pair.one.id, other_id=pair.other.id)
        verb = distinguish_customers if people else distinguish_vehicles
        again = compare_customers_again if people else compare_vehicles_again

        def back() -> None:
            self._desk.act(self, again, command)

        words = self.tr("They are not shown together any more")
        self._desk.act(self, verb, command, lambda _done: self._desk.toast(words, back))


def _sentence(reasons: Sequence[str]) -> str:
    """Reasons one after another, only the first with its capital."""
    rest = (f"{reason[:1].lower()}{reason[1:]}" for reason in reasons[1:])
    return ", ".join((*reasons[:1], *rest))
