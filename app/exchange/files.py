"""Opens a file of rows, whatever it is, or says in a sentence why not."""

import hashlib
from pathlib import Path
from typing import Final

from app.exchange.delimited import read_delimited
from app.exchange.grid import FileReason, FileRefusedError, Limits, SourceFile, too_big
from app.exchange.spreadsheet import read_spreadsheet
from app.kernel.errors import QT_TRANSLATE_NOOP, say

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ",
    b"SQLite format 3\0",
    b"PK\x05\x06",
    b"\xfd7zXZ",
    b"(\xb5/\xfd",
)


def read_file(
    path: Path,
    limits: Limits | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> SourceFile:
    """The sheets of a file on disk; see ``read_bytes``. A folder, a device and a missing file are refused too."""
    limits = limits or Limits()
    try:
        if not path.is_file():
            raise FileRefusedError(
                FileReason.UNREADABLE,
                say(QT_TRANSLATE_NOOP("exchange", "There is no file “{name}”."), name=path.name),
            )
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise FileRefusedError(
            FileReason.UNREADABLE,
            say(
                QT_TRANSLATE_NOOP("exchange", "The file “{name}” cannot be opened: {why}."),
                name=path.name,
                why=error.strerror or type(error).__name__,
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Close it in other programs and try again.")),
        ) from error
    return read_bytes(data, path.name, limits, encoding, delimiter)


def read_bytes(
    data: bytes,
    name: str,
    limits: Limits | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> SourceFile:
    """The sheets of a file: a spreadsheet (.xlsx) or a text table, told apart by content, not by name.

    Args:
        data: the whole file.
        name: how people call it.
        limits: how much it may be.
        encoding: of a text table, as a person chose it; None finds it out.
        delimiter: the same.

    Raises:
        FileRefusedError: with the reason; a hostile file within a second and 200 MB.
    """
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise too_big(
            say(
                QT_TRANSLATE_NOOP("exchange", "The file is larger than {size} MB."),
                size=limits.file_bytes // (1024 * 1024),
            )
        )
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(_ZIP):
        return _filled(SourceFile(name, digest, read_spreadsheet(data, limits)))
    if data.startswith(_OLE):
        raise FileRefusedError(
            FileReason.OLD_OR_LOCKED,
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "“{name}” is an old .xls file or is locked with a password."
                ),
                name=name,
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "Open it, save it as .xlsx without a password and try again."
                )
            ),
        )
    if data.startswith(_OTHER):
        raise FileRefusedError(
            FileReason.NOT_A_TABLE,
            say(QT_TRANSLATE_NOOP("exchange", "“{name}” is not a table."), name=name),
            say(QT_TRANSLATE_NOOP("exchange", "Save it as .xlsx or .csv and try again.")),
        )
    if not data.strip():
        raise _empty(name)
    sheet, found_encoding, found_delimiter = read_delimited(data, limits, encoding, delimiter)
    return _filled(SourceFile(name, digest, (sheet,), found_encoding, found_delimiter))


def _filled(source: SourceFile) -> SourceFile:
    if not any(sheet.rows for sheet in source.sheets):
        raise _empty(source.name)
    return source


def _empty(name: str) -> FileRefusedError:
    return FileRefusedError(
        FileReason.EMPTY,
        say(QT_TRANSLATE_NOOP("exchange", "There is nothing in “{name}”."), name=name),
    )
