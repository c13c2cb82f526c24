"""A live sample of an invoice beside the wizard's settings: change a field and the paper follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, Source
from models.money import Money
from models.profiles import law_profile
from models.regimes import TaxRefused
from models.tax import TaxLine, TaxTotals, compute
from models.words import WordsRefused, amount_in_words
from ui.shell.first_countries import TAX_IDS
from ui.shell.first_plan import Plan
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.theme import theme

_WIDTH: Final = 420
_INK, _QUIET, _LINE = QColor("#14171d"), QColor("#5f6775"), QColor("#d3d8df")
_PAPER: Final = QColor("#ffffff")
_OTHER_STATE: Final = {"27": "29"}

_LABOUR: Final = QT_TRANSLATE_NOOP("FirstRun", "Brake overhaul, 2.5 h")
_PART: Final = QT_TRANSLATE_NOOP("FirstRun", "Brake pads, set")
_CODES: Final = {"IN": ("998714", "8708")}
_PRICES: Final[Mapping[str, tuple[int, int]]] = {
    "RUB": (550_000, 735_000),
    "INR": (1_250_050, 7_230_000),
    "EUR": (22_500, 11_890),
    "USD": (31_250, 14_900),
    "CAD": (30_000, 16_900),
}


@dataclass(frozen=True, slots=True)
class Bill:
    """The sample's figures; ``problem`` says why there are none."""

    totals: TaxTotals | None
    problem: str = ""


def bill_of(plan: Plan, on: date, *, across: bool = False) -> Bill:
    """Two lines taxed by the chosen regime on that day; ``across`` sells into another state."""
    labour, part = _PRICES[plan.country.currency]
    try:
        regime = plan.taxes()
        place = None
        if across and regime.split == "gst":
            place = _OTHER_STATE.get(regime.home_place, "27")
        lines = [
            TaxLine("labour", "labour", Decimal(1), labour),
            TaxLine("part", "part", Decimal(1), part),
        ]
        return Bill(compute(regime, lines, on, place))
    except InvalidError as error:
        return Bill(None, " ".join(said(sentence) for sentence in error.problems.values()))
    except TaxRefused as error:
        return Bill(None, str(error))


class InvoiceSample(QWidget):
    """The paper, always white; it shows the plan as it is when ``refresh`` is called."""

    def __init__(self, plan: Plan, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.formats = formats
        self.across = False
        self._bill = Bill(None)
        self._high = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.refresh()

    def refresh(self) -> None:
        """Calculate and paint again."""
        self._bill = bill_of(self._plan, self.formats.today(), across=self.across)
        totals = self._bill.totals
        total = self._money(totals.total_amount) if totals is not None else self._bill.problem
        number = self._plan.number(self.formats.today())
        self.setAccessibleName(
            self.tr("Sample invoice {number}, total {total}").format(number=number, total=total)
        )
        self._high = self._measure()
        self.updateGeometry()
        self.update()

    def _measure(self) -> int:
        """How high the paper is: written once where nobody sees it."""
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        low = self._write(painter)
        painter.end()
        return round(low) + theme().px(22)

    @property
    def bill(self) -> Bill:
        """What is painted."""
        return self._bill

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), self._high)

    def _money(self, minor: int) -> str:
        return self.formats.money(Money(minor, self._plan.country.currency))

    def _plain(self, minor: int) -> str:
        return self.formats.plain(Money(minor, self._plan.country.currency))

    def _taxes(self) -> list[tuple[str, str]]:
        """The tax rows of the summary: name with its percent, amount."""
        totals = self._bill.totals
        rows: dict[str, int] = {}
        for rate in totals.rates if totals is not None else ():
            for part in rate.parts:
                name = f"{part.name} {self.formats.percent(part.percent)}"
                rows[name] = rows.get(name, 0) + part.amount
        return [(name, self._plain(amount)) for name, amount in rows.items()]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._write(painter)

    def _write(self, painter: QPainter) -> float:
        """Put everything onto the paper; returns where the last line ends."""
        look = theme()
        pen = _Pen(painter, look.px(26), look.px(_WIDTH - 26), look.px(24))
        self._head(pen)
        totals = self._bill.totals
        if totals is None:
            pen.text(self._bill.problem, _font(11), _QUIET)
        else:
            self._lines(pen, totals)
            self._sums(pen, totals)
        return pen.y

    def _head(self, pen: "_Pen") -> None:
        plan = self._plan
        today = self.formats.today()
        top = pen.y
        pen.text(plan.name or self.tr("Your center"), _font(14, 600))
        address = ", ".join(part for part in (plan.address, plan.city) if part)
        pen.text(address or self.tr("its address"), _font(11), _QUIET if not address else _INK)
        ids = [f"{said(TAX_IDS[kind])} {value}" for kind, value in plan.tax_ids.items() if value]
        if ids:
            pen.text("  ".join(ids), _font(11))
        low = pen.y
        pen.y = top
        gst = plan.regime == "in_gst"
        pen.right(self.tr("Tax invoice") if gst else self.tr("Invoice"), _font(11, 600))
        pen.right(plan.number(today), _font(11))
        pen.right(self.formats.full_day(today), _font(11))
        pen.y = max(low, pen.y) + theme().px(10)
        pen.rule()
        if plan.country.code == "IN":
            place = plan.place() or "27"
            shown = _OTHER_STATE.get(place, "27") if self.across else place
            name = law_profile("IN").places.get(shown, "")
            shown = f"{shown}, {name}" if name else shown
            pen.text(self.tr("Place of supply {place}").format(place=shown), _font(11))
            pen.y += theme().px(4)

    def _lines(self, pen: "_Pen", totals: TaxTotals) -> None:
        codes = _CODES.get(self._plan.country.code, ("", ""))
        pen.pair(self.tr("Item"), self.tr("Amount"), _font(10), _QUIET)
        pen.rule()
        names: tuple[tuple[str, Source, str], ...] = (
            ("labour", _LABOUR, codes[0]),
            ("part", _PART, codes[1]),
        )
        for key, name, code in names:
            line = totals.line(key)
            shown = said(name) + (f"   {code}" if code else "")
            pen.pair(shown, self._plain(line.list_amount), _font(11), _INK)
        for line in totals.lines:
            if line.key.startswith("fee:"):
                pen.pair(
                    line.key.removeprefix("fee:"), self._plain(line.list_amount), _font(11), _INK
                )
        pen.rule()

    def _sums(self, pen: "_Pen", totals: TaxTotals) -> None:
        pen.left += theme().px(150)
        inclusive = self._plan.taxes().inclusive
        if not inclusive:
            pen.pair(self.tr("Without tax"), self._plain(totals.net_amount), _font(11), _INK)
        for name, amount in self._taxes():
            words = self.tr("of it {tax}").format(tax=name) if inclusive else name
            pen.pair(words, amount, _font(11), _INK)
        if totals.round_off_amount:
            sign = "+" if totals.round_off_amount > 0 else ""
            shown = sign + self._plain(totals.round_off_amount)
            pen.pair(self.tr("Round-off"), shown, _font(11), _QUIET)
        pen.pair(self.tr("Total"), self._money(totals.total_amount), _font(13, 600), _INK)
        pen.left -= theme().px(150)
        pen.y += theme().px(6)
        pen.text(self._in_words(totals.total_amount), _font(11), QColor("#444b58"))

    def _in_words(self, minor: int) -> str:
        try:
            words = amount_in_words(
                Money(minor, self._plan.country.currency), self.formats.language
            )
        except WordsRefused:
            return ""
        return words[:1].upper() + words[1:]


def _font(size: int, weight: int = 400) -> QFont:
    font = QFont(theme().font("base", weight=weight))
    font.setPixelSize(theme().px(size))
    return font


class _Pen:
    """Writes line under line between two edges."""

    def __init__(self, painter: QPainter, left: float, right: float, top: float) -> None:
        self.painter = painter
        self.left = left
        self.edge = right
        self.y = top

    def _high(self, font: QFont) -> float:
        return round(font.pixelSize() * 1.5)

    def _write(self, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(colour)
        room = int(self.edge - self.left)
        shown = self.painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = QRectF(self.left, self.y, room, self._high(font))
        self.painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def text(self, text: str, font: QFont, colour: QColor = _INK) -> None:
        """A line at the left edge."""
        if text:
            self._write(text, font, colour, Qt.AlignmentFlag.AlignLeft)
            self.y += self._high(font)

    def right(self, text: str, font: QFont, colour: QColor = _INK) -> None:
        """A line at the right edge."""
        self._write(text, font, colour, Qt.AlignmentFlag.AlignRight)
        self.y += self._high(font)

    def pair(self, text: str, amount: str, font: QFont, colour: QColor) -> None:
        """A name at the left and its figure at the right."""
        self._write(text, font, colour, Qt.AlignmentFlag.AlignLeft)
        self._write(amount, font, colour, Qt.AlignmentFlag.AlignRight)
        self.y += self._high(font) + theme().px(3)

    def rule(self) -> None:
        """A line across."""
        self.painter.setPen(QPen(_LINE, 1))
        y = round(self.y) + 0.5
        self.painter.drawLine(int(self.left), int(y), int(self.edge), int(y))
        self.y += theme().px(6)
