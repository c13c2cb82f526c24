"""The live sample beside the taxes: an invoice of two lines under the rules as they are typed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.centers import CenterRow
from models.money import Money, minor_digits
from models.regimes import TaxRefused, TaxRegime
from models.tax import TaxLine, compute
from models.words import WordsRefused, amount_in_words
from ui.centers.paper import PaperRow
from ui.shell.formats import Formats

_LABOUR, _PART = 1250050, 7230000
"""Minor units of a currency with two digits after the mark, chosen so that rounding shows."""


def sample_rows(
    regime: TaxRegime, center: CenterRow, on: date, formats: Formats, place: str | None
) -> Sequence[PaperRow]:
    """The rows of the sample invoice; one row that says why when nothing can be calculated."""
    scale = 10 ** minor_digits(regime.currency)
    lines = (
        TaxLine("labour", "labour", Decimal(1), _LABOUR * scale // 100),
        TaxLine("part", "part", Decimal(1), _PART * scale // 100),
    )
    names = {"labour": _tr("Clutch overhaul, 5 h"), "part": _tr("Clutch kit")}
    try:
        totals = compute(regime, lines, on, place)
    except TaxRefused as refused:
        return [PaperRow(_tr("This cannot be calculated: {why}.").format(why=refused.detail))]

    def shown(amount: int) -> str:
        return formats.plain(Money(amount, regime.currency))

    rows = [
        PaperRow(center.legal_name or center.name, (_tr("Invoice"),), kind="title"),
        PaperRow(center.address, (formats.full_day(on),)),
        PaperRow(_tr("Item"), (_tr("Tax"), _tr("Amount")), kind="small", line=True),
    ]
    for line in totals.lines:
        amount = line.total_amount if regime.inclusive else line.net_amount
        name = names.get(line.key, line.rate_name)
        rows.append(PaperRow(name, (_percent(line.percent, formats), shown(amount))))
    rows.append(
        PaperRow(_tr("Without tax"), (shown(totals.net_amount),), line=True, right_from=0.4)
    )
    for rate in totals.rates:
        if not rate.parts and rate.tax_amount == 0:
            rows.append(PaperRow(rate.name, ("—",), right_from=0.4))
        for part in rate.parts:
            title = f"{part.name} {_percent(part.percent, formats)}"
            rows.append(PaperRow(title, (shown(part.amount),), right_from=0.4))
    if totals.round_off_amount:
        text = shown(totals.round_off_amount)
        rows.append(PaperRow(_tr("Round-off"), (text,), kind="muted", right_from=0.4))
    total = Money(totals.total_amount, regime.currency)
    rows.append(PaperRow(_tr("Total"), (formats.money(total),), kind="total", right_from=0.4))
    words = _words(total, center.language)
    if words:
        rows.append(PaperRow(words, kind="muted"))
    return rows


def _percent(percent: Decimal, formats: Formats) -> str:
    return formats.percent(percent) if percent else "—"


def _words(total: Money, language: str) -> str:
    try:
        words = amount_in_words(total, language)
    except WordsRefused:
        return ""
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("TaxSample", text)


_WORDS = (
    QCoreApplication.translate("TaxSample", "Clutch overhaul, 5 h"),
    QCoreApplication.translate("TaxSample", "Clutch kit"),
    QCoreApplication.translate("TaxSample", "This cannot be calculated: {why}."),
    QCoreApplication.translate("TaxSample", "Invoice"),
    QCoreApplication.translate("TaxSample", "Item"),
    QCoreApplication.translate("TaxSample", "Tax"),
    QCoreApplication.translate("TaxSample", "Amount"),
    QCoreApplication.translate("TaxSample", "Without tax"),
    QCoreApplication.translate("TaxSample", "Round-off"),
    QCoreApplication.translate("TaxSample", "Total"),
)
"""Named here so that lupdate finds them."""
