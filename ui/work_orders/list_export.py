"""The shown list as a file: all of its rows, the columns that show, in the order they stand."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from app import billing
from app.billing import ListLine
from app.exchange import ExportShown, Format, export_shown
from app.kernel.tx import Actor, Shop
from app.work_orders import OrderPlace, OrderWish
from ui.shell.desk import Desk
from ui.shell.runner import Progress
from widgets.cells import cell_text
from widgets.columns import Column

_AT_ONCE: Final = 500


def rows_of(
    shop: Shop, actor: Actor, wish: OrderWish, desk: Desk, progress: Progress, count: int
) -> list[ListLine]:
    """All rows that the wish finds, page by page."""
    rows: list[ListLine] = []
    after: OrderPlace | None = None
    now = desk.now()
    while True:
        with shop.reading(actor) as read:
            page = billing.list_work_orders(
                read, wish, now=now, day_end=now, after=after, limit=_AT_ONCE
            )
        rows += page.rows
        progress.step(len(rows), max(count, len(rows)))
        after = page.next
        if after is None:
            return rows


def cells_of(columns: Sequence[Column], row: ListLine) -> tuple[Any, ...]:
    """The values of a row as a spreadsheet counts with them."""
    plain: dict[str, Callable[[], Decimal | str | None]] = {
        "number": lambda: row.order.number,
        "plate": lambda: row.order.plate,
        "sum": lambda: row.order.total.decimal,
    }
    return tuple(
        plain[column.name]() if column.name in plain else cell_text(column.value(row)) or None
        for column in columns
    )


def write_list(
    desk: Desk, wish: OrderWish, columns: Sequence[Column], path: Path, name: str, count: int
) -> Callable[[Progress], int]:
    """The work that writes the list into a file; it returns how many rows it wrote."""
    shop, actor = desk.shop, desk.actor
    kind = Format.CSV if path.suffix.lower() == ".csv" else Format.XLSX

    def do(progress: Progress) -> int:
        rows = rows_of(shop, actor, wish, desk, progress, count)
        shown = ExportShown(
            name=name,
            titles=[column.title for column in columns],
            rows=[cells_of(columns, row) for row in rows],
            format=kind,
        )
        path.write_bytes(export_shown(shop, actor, shown))
        return len(rows)

    return do
