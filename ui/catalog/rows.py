"""What a row of the catalogue says: items as columns of values, kinds as group rows."""

from decimal import Decimal

from PySide6.QtCore import QObject

from app.catalog import ItemLine
from models.catalog import ItemKind
from models.text import fold
from ui.parts.units import counted, kind_icon, kinds_word, unit_word
from ui.shell.formats import Formats
from widgets.columns import Column, Group
from widgets.values import Mark, Rich, find_spans, highlight

_DOT = "●  "
_FEW = 2


class CatalogRows(QObject):
    """Makes the cells of the list. ``words`` are what is searched for, ``goal`` the margin that is wanted."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.words: tuple[str, ...] = ()
        self.goal: int | None = None

    def columns(self, *, with_margin: bool) -> list[Column]:
        """The columns; margin only for people who may see costs."""
        columns = [
            Column(
                "code", self.tr("Code"), self.code, width=112, sort="code", kind="code", elide=False,
                tip=lambda line: line.item.code,
            ),
            Column(
                "name", self.tr("Name"), self.name, width=220, stretch=1, sort="name",
                tip=self.tip,
            ),
            Column(
                "hours", self.tr("Norm"), self.norm, width=56, align="right", sort="hours",
                kind="secondary",
            ),
            Column("price", self.tr("Price"), self.price, width=88, align="right", kind="money"),
        ]  # fmt: skip  # a declaration of a row reads as a row
        if with_margin:
            columns.append(
                Column("margin", self.tr("Margin"), self.margin, width=66, align="right")
            )
        return [
            *columns,
            Column(
                "free", self.tr("Available"), self.available, width=100, sort="free", elide=False
            ),
            Column("next", self.tr("Next service"), self.next_service, width=154,
                   kind="secondary"),
            Column("maker", self.tr("Maker"), lambda line: line.item.maker or None,
                   width=120, hidden=True, kind="secondary"),
        ]  # fmt: skip  # a declaration of a row reads as a row

    def group(self, kind: str, count: int) -> Group:
        """The row that names a kind and counts its items."""
        shown = self._formats.number(count)
        word = kinds_word(kind)
        cells = {
            "code": Mark(word, kind_icon(kind), "strong"),
            "name": Rich(((shown, "muted"),)),
        }
        return Group(f"{word}, {shown}", cells)

    def code(self, line: ItemLine) -> object:
        """The code with what was searched for marked."""
        return highlight(line.item.code, self.words, fold)

    def name(self, line: ItemLine) -> object:
        """The name, and the other number by which the item was found."""
        shown = highlight(line.item.name, self.words, fold)
        number = self._found_by(line)
        if number is None:
            return shown
        spans = shown.spans if isinstance(shown, Rich) else ((line.item.name, ""),)
        other = highlight(number, self.words, fold)
        more = other.spans if isinstance(other, Rich) else ((number, "muted"),)
        kept = tuple((text, style or "muted") for text, style in more)
        return Rich((*spans, ("   = ", "muted"), *kept))

    def _found_by(self, line: ItemLine) -> str | None:
        """The first other number with a word of the search that code and name lack."""
        own = fold(f"{line.item.name} {line.item.code}")
        lacking = [word for word in self.words if fold(word) not in own]
        if not lacking:
            return None
        for number in line.numbers:
            if find_spans(fold(number), [fold(word) for word in lacking]):
                return number
        bare = "".join(c for c in fold("".join(lacking)) if c.isalnum())
        for number in line.numbers:
            if bare and bare in "".join(c for c in fold(number) if c.isalnum()):
                return number
        return None

    def tip(self, line: ItemLine) -> str:
        """The whole name with maker and the numbers by which the goods are known."""
        first = " · ".join(part for part in (line.item.name, line.item.maker) if part)
        return "\n".join((first, *line.numbers))

    def norm(self, line: ItemLine) -> object:
        """Norm hours, or the unit that is counted."""
        if line.hours is not None:
            return counted(self._formats, line.hours, "h")
        return None if line.item.kind == ItemKind.PACKAGE else unit_word(line.item.unit)

    def price(self, line: ItemLine) -> object:
        """What it costs once."""
        return None if line.whole is None else self._formats.amount(line.whole)

    def margin(self, line: ItemLine) -> object:
        """The margin; below the goal it says so by arrow and colour."""
        return margin_cell(self._formats, line.margin_percent, self.goal)

    def available(self, line: ItemLine) -> object:
        """How many are free, or how often a package can be made."""
        if line.item.kind == ItemKind.PACKAGE:
            return self._times(line.times)
        return self.free(line.item.free_qty, line.item.unit, is_low=line.is_low)

    def next_service(self, line: ItemLine) -> object:
        """After how far and how long it is due again."""
        return self.service(line.next_service_km, line.next_service_months)

    def free(self, free: Decimal | None, unit: str, *, is_low: bool = False) -> object:
        """What is free on the shelves; the dot says what to do about it."""
        if free is None:
            return None
        if free <= 0:
            return Rich(((_DOT, "bad"), (self.tr("none"), "bad")))
        shown = counted(self._formats, free, unit)
        return _dotted(shown, is_low=is_low)

    def _times(self, times: int | None) -> object:
        if times is None:
            return None
        if times == 0:
            return Rich(((_DOT, "bad"), (self.tr("none"), "bad")))
        return _dotted(self.tr("%n times", "", times), is_low=times <= _FEW)

    def service(self, kilometres: int | None, months: int | None) -> str | None:
        """``15,000 km / 12 mo``; None when nothing is set."""
        parts = []
        if kilometres:
            parts.append(self.tr("{n} km").format(n=self._formats.number(kilometres)))
        if months:
            parts.append(self.tr("{n} mo").format(n=months))
        return " / ".join(parts) or None


def _dotted(text: str, *, is_low: bool) -> Rich:
    if is_low:
        return Rich(((_DOT, "wait"), (text, "wait")))
    return Rich(((_DOT, "good"), (text, "secondary")))


def margin_cell(formats: Formats, percent: Decimal | None, goal: int | None) -> object:
    """A margin with a mark where it is below the goal; None when it is not known."""
    if percent is None:
        return None
    shown = formats.percent(Decimal(round(percent)))
    is_low = goal is not None and percent < goal
    return Mark(f"↓ {shown}", "", "wait") if is_low else Mark(shown, "", "secondary")
