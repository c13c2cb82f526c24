"""A list as somebody sees it, as a file for a spreadsheet: its columns, its order, its filter."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from babel import Locale
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from app.exchange.delimited import RUNNABLE
from app.exchange.exporting import Format, Value
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Actor, Shop, Tx, act, action
from models.access import Permission
from models.centers import Center

_SHEET_CHARS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportShown:
    """What is shown: the list's name, the titles of its columns, its rows of values in their order."""

    name: str
    titles: Sequence[str]
    rows: Sequence[Sequence[Value]]
    format: Format = Format.XLSX


@dataclass(frozen=True, slots=True)
class NoteShown:
    """That a shown list was taken out."""

    name: str
    format: Format
    rows: int


@action(
    "exchange.export_shown",
    permission=Permission.EXCHANGE_EXPORT,
    label=QT_TRANSLATE_NOOP("exchange", "Export the list"),
)
def note_shown(tx: Tx, command: NoteShown) -> None:
    """Keep in the audit who took which list out."""
    tx.note("export", {"list": command.name, "format": command.format.value, "rows": command.rows})


def export_shown(shop: Shop, actor: Actor, command: ExportShown) -> bytes:
    """The list as a file; who took it out, and how many rows, is kept in the audit. NotAllowedError."""
    with shop.reading(actor) as read:
        read.require(Permission.EXCHANGE_EXPORT)
        locale = read.connection.execute(
            sa.select(Center.locale).where(Center.id == read.center_id)
        ).scalar_one()
    data = _xlsx(command) if command.format is Format.XLSX else _csv(command, locale)
    act(shop, actor, note_shown, NoteShown(command.name, command.format, len(command.rows)))
    return data


def _xlsx(command: ExportShown) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(command.name[:_SHEET_CHARS])
    for row in (command.titles, *command.rows):
        cells = []
        for value in row:
            plain: Any = value
            cell = WriteOnlyCell(sheet, plain)
            if isinstance(value, str):
                cell.data_type = "s"  # a text stays a text, whatever it begins with
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _csv(command: ExportShown, locale: str) -> bytes:
    """UTF-8 with a mark, semicolons where the decimal mark is a comma: opens right by a double click."""
    mark = str(Locale.parse(locale.replace("-", "_")).number_symbols["latn"]["decimal"])
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if mark == "," else ",")
    for row in (command.titles, *command.rows):
        writer.writerow([_text(value, mark) for value in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _text(value: Value, mark: str) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return format(value, "f").replace(".", mark)
        case date():
            return value.isoformat()
        case str() if RUNNABLE.match(value):
            return f"'{value}"
        case _:
            return str(value)
