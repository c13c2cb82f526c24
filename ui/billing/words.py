"""Words, icons and colours of billing: ways of paying in chart colours, settlement of documents as badges."""

from dataclasses import dataclass

from app.billing import BillFilter
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.billing import InvoiceKind, PaymentKind, PaymentMethod, Settlement
from models.money import Money
from ui.parts.states import settlement_badge
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.values import Badge, Figure


@dataclass(frozen=True, slots=True)
class Way:
    """A way of paying: its words, its icon, and its place among the chart colours, never a status hue."""

    words: Source
    icon: str
    chart: int
    keys: str


WAYS: dict[PaymentMethod, Way] = {
    PaymentMethod.CASH: Way(QT_TRANSLATE_NOOP("Billing", "Cash"), "banknote", 0, "F5"),
    PaymentMethod.CARD: Way(QT_TRANSLATE_NOOP("Billing", "Card"), "credit-card", 1, "F6"),
    PaymentMethod.INSTANT: Way(QT_TRANSLATE_NOOP("Billing", "Instant"), "qr-code", 4, "F7"),
    PaymentMethod.TRANSFER: Way(QT_TRANSLATE_NOOP("Billing", "Transfer"), "landmark", 3, "F8"),
}
ADVANCE_CHART = 2
"""The chart colour of advances."""

_KINDS: dict[PaymentKind, Source] = {
    PaymentKind.DEPOSIT: QT_TRANSLATE_NOOP("Billing", "Advance"),
    PaymentKind.PAYMENT: QT_TRANSLATE_NOOP("Billing", "Payment"),
    PaymentKind.REFUND: QT_TRANSLATE_NOOP("Billing", "Refund"),
}
_NOTE = QT_TRANSLATE_NOOP("Billing", "Credit note")
_DRAFT = QT_TRANSLATE_NOOP("Billing", "Not issued yet")

TITLES: dict[BillFilter, Source] = {
    BillFilter.UNPAID: QT_TRANSLATE_NOOP("BillList", "Unpaid"),
    BillFilter.OVERDUE: QT_TRANSLATE_NOOP("BillList", "Overdue"),
    BillFilter.TODAY: QT_TRANSLATE_NOOP("BillList", "Today"),
    BillFilter.CREDIT_NOTES: QT_TRANSLATE_NOOP("BillList", "Credit notes"),
    BillFilter.ALL: QT_TRANSLATE_NOOP("BillList", "All"),
}
"""What the saved filters are called."""

EMPTY: dict[BillFilter, Source] = {
    BillFilter.UNPAID: QT_TRANSLATE_NOOP("BillList", "Everything is paid."),
    BillFilter.OVERDUE: QT_TRANSLATE_NOOP("BillList", "Nothing is overdue."),
    BillFilter.TODAY: QT_TRANSLATE_NOOP("BillList", "Nothing was billed today."),
    BillFilter.CREDIT_NOTES: QT_TRANSLATE_NOOP("BillList", "Nothing was taken back."),
    BillFilter.ALL: QT_TRANSLATE_NOOP("BillList", "Nothing was billed yet."),
}
"""What is said where a filter holds nothing."""


def way_word(method: PaymentMethod) -> str:
    """The way of paying in a word."""
    return said(WAYS[method].words)


def kind_word(kind: PaymentKind) -> str:
    """Advance, payment or refund."""
    return said(_KINDS[kind])


def bill_badge(kind: InvoiceKind, settlement: Settlement, *, is_issued: bool = True) -> Badge:
    """The state of a document."""
    if not is_issued:
        return Badge(said(_DRAFT), "circle-dashed", "idle")
    if kind == InvoiceKind.CREDIT_NOTE:
        return Badge(said(_NOTE), "undo-2", "idle")
    return settlement_badge(settlement)


def money_figure(formats: Formats, money: Money) -> Figure:
    """An amount with its currency, before or behind it as the language wants; minor units apart."""
    text, plain = formats.money(money), formats.amount(money)
    at = text.find(plain.major)
    if at < 0:
        return Figure(text)
    end = at + len(plain.major)
    return Figure(text[:end], text[end:])
