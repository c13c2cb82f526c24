"""The lines of a bill as columns: they are read, never typed into."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.billing import BillCard, BillLine
from ui.parts.units import unit_word
from ui.shell.formats import Formats
from widgets.table import Column


def line_columns(formats: Formats, bill: Callable[[], BillCard | None]) -> tuple[Column, ...]:
    """The lines of the bill that ``bill`` gives."""

    def place(line: BillLine) -> str:
        card = bill()
        lines = card.lines if card is not None else ()
        return str(lines.index(line) + 1) if line in lines else ""

    def tax(line: BillLine) -> object:
        return formats.amount(line.tax, "secondary") if line.tax.minor else line.tax_name

    def right(name: str, title: str, value: object, width: int) -> Column:
        return Column(name, title, value, width, align="right", kind="money")  # type: ignore[arg-type]  # a function of the line

    return (
        Column("place", "№", place, 40, kind="muted", elide=False),
        Column(
            "name",
            QCoreApplication.translate("BillView", "Work or part"),
            lambda r: r.name,
            170,
            stretch=1,
        ),
        Column(
            "code",
            QCoreApplication.translate("BillView", "Code"),
            lambda r: r.code,
            104,
            kind="code",
        ),
        Column(
            "qty",
            QCoreApplication.translate("BillView", "Qty"),
            lambda r: formats.qty(r.qty),
            60,
            align="right",
            kind="number",
        ),
        Column("unit", "", lambda r: unit_word(r.unit), 42, kind="secondary", elide=False),
        right(
            "price",
            QCoreApplication.translate("BillView", "Price"),
            lambda r: formats.amount(r.price),
            78,
        ),
        right("tax", QCoreApplication.translate("BillView", "Tax"), tax, 74),
        right(
            "total",
            QCoreApplication.translate("BillView", "Amount"),
            lambda r: formats.amount(r.total, "strong"),
            84,
        ),
    )
