"""The columns of the editor: their titles and widths, and how what is typed into them is read."""

from collections.abc import Callable

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.money import Money, minor_digits
from ui.shell.formats import Formats
from ui.shell.words import said
from ui.work_orders.record.rows import LineView
from widgets.lines import LineColumn
from widgets.typed import Reading, read_money, read_percent, read_quantity, signs_of


def columns(
    formats: Formats, currency: str, *, with_margin: bool, is_wide: bool = False
) -> tuple[LineColumn, ...]:
    """The editor's columns. Prices and quantities are read as the center writes them."""
    signs = signs_of(formats.decimal_sign, lakhs=formats.locale.territory == "IN")
    digits = minor_digits(currency)

    def money(text: str) -> Reading:
        reading = read_money(text, digits=digits, signs=signs)
        if reading.value is None:
            return reading
        return Reading(Money.of(reading.value, currency).minor, reading.text)

    def words(text: str) -> Reading:
        kept = " ".join(text.split())
        problem = "" if kept else said(QT_TRANSLATE_NOOP("OrderLines", "Type a name."))
        return Reading(kept or None, kept, problem)

    wide = 1.13 if is_wide else 1.0

    def column(
        name: str,
        title: str,
        width: int,
        *,
        align: str = "left",
        kind: str = "text",
        reader: Callable[[str], Reading] | None = None,
        completes: Callable[[LineView], bool] | None = None,
        drop: int = 0,
    ) -> LineColumn:
        return LineColumn(
            name,
            title,
            lambda view: view.cells.get(name, ""),
            round(width * wide),
            align=align,
            kind=kind,
            text=lambda view: view.texts.get(name, ""),
            reader=reader,
            completes=completes,
            editable=lambda view: name in view.opens,
            tip=lambda view: view.tip if name in {"name", "kind"} else "",
            drop=drop,
        )

    made = [
        column("kind", "", 40, kind="icon"),
        column(
            "name",
            said(QT_TRANSLATE_NOOP("OrderLines", "Labour or part")),
            0,
            reader=words,
            completes=lambda view: view.is_new and "name" in view.opens,
        ),
        column("code", said(QT_TRANSLATE_NOOP("OrderLines", "Code")), 122, kind="code", drop=2),
        column("state", said(QT_TRANSLATE_NOOP("OrderLines", "State")), 140),
        column(
            "who",
            said(QT_TRANSLATE_NOOP("OrderLines", "Technician")),
            98,
            kind="secondary",
            completes=lambda view: "who" in view.opens,
            drop=3,
        ),
        column(
            "qty",
            said(QT_TRANSLATE_NOOP("OrderLines", "Qty")),
            54,
            align="right",
            kind="number",
            reader=lambda text: read_quantity(text, signs=signs),
        ),
        column("unit", "", 54, kind="secondary"),
        column(
            "price",
            said(QT_TRANSLATE_NOOP("OrderLines", "Price")),
            86,
            align="right",
            reader=money,
            drop=1,
        ),
        column(
            "discount",
            said(QT_TRANSLATE_NOOP("OrderLines", "Disc. %")),
            46,
            align="right",
            kind="number",
            reader=lambda text: read_percent(text or "0", signs=signs),
            drop=5,
        ),
        column("amount", said(QT_TRANSLATE_NOOP("OrderLines", "Amount")), 96, align="right"),
    ]
    if with_margin:
        margin = said(QT_TRANSLATE_NOOP("OrderLines", "Margin"))
        made.append(column("margin", margin, 70, align="right", kind="secondary", drop=4))
    return tuple(made)
