"""What a file of rows is once it has been read: sheets of typed cells, with the row numbers a person sees."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, Sentence, UserError, say

Cell = str | Decimal | bool | date | datetime | None
"""One cell. Numbers of a spreadsheet come as the Decimal a person sees in it, never as a float."""

MEGABYTE = 1024 * 1024


class FileReason(StrEnum):
    """Why a whole file was refused."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    NOT_A_TABLE = "not_a_table"
    OLD_OR_LOCKED = "old_or_locked"
    DAMAGED = "damaged"
    HOSTILE = "hostile"
    ENCODING = "encoding"
    NO_HEADING = "no_heading"
    UNREADABLE = "unreadable"


class FileRefusedError(UserError):
    """The file cannot be read as a table; nothing of it was kept. ``why`` is for programs."""

    reason = Reason.FILE

    def __init__(self, why: FileReason, sentence: Sentence, remedy: Sentence | None = None) -> None:
        super().__init__(sentence, remedy=remedy, details={"why": why.value})
        self.why = why


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may be. A price list of 30,000 rows with 20 columns fits."""

    file_bytes: int = 32 * MEGABYTE
    unpacked_bytes: int = 48 * MEGABYTE
    ratio: int = 200
    sheets: int = 50
    rows: int = 100_000
    columns: int = 256
    cells: int = 600_000
    area: int = 1_500_000
    text_bytes: int = 32 * MEGABYTE
    cell_chars: int = 32_767


@dataclass(frozen=True, slots=True)
class Row:
    """One filled row: its number in the file (from 1) and its cells without the empty tail."""

    number: int
    cells: tuple[Cell, ...]

    def at(self, index: int) -> Cell:
        """The cell of that column (from 0); None beyond the row's end."""
        return self.cells[index] if index < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table sheet; the only one of a CSV file has no name."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as read. ``sha256`` is of its bytes; encoding and delimiter are None for a spreadsheet."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    delimiter: str | None = None


def column_letter(index: int) -> str:
    """The letter of a column counted from 0: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    rest = index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def too_big(what: Sentence) -> FileRefusedError:
    """The refusal of a file that is larger than a person's file can be."""
    return FileRefusedError(
        FileReason.TOO_BIG,
        what,
        say(
            QT_TRANSLATE_NOOP(
                "exchange", "Split it into smaller files and import them one after another."
            )
        ),
    )


def trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells without their empty tail."""
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return tuple(cells[:end])
