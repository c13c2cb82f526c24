"""Reads text tables as shops have them: any of five encodings, any of four delimiters, quotes where they fell."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from app.exchange.grid import (
    Cell,
    FileReason,
    FileRefusedError,
    Limits,
    Row,
    Sheet,
    too_big,
    trimmed,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, say

DELIMITERS: Final = (";", "\t", ",", "|")
RUNNABLE: Final = re.compile(r"'*[=+\-@\t\r]")
"""A text that begins like this could be run as a formula by the program that opens it (OWASP), or was disarmed."""

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOKED_AT: Final = 200_000
_SNIFFED_LINES: Final = 60
_TELLING: Final = frozenset("оеаинтсрвлкмдп")
_CYRILLIC: Final = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_AMONG_LATIN: Final = re.compile(rb"(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")
_MANY_NULS: Final = 0.2
_CONTROLS: Final = frozenset(chr(code) for code in range(32)) - frozenset(
    "\t\n\r\x0b\x0c\x1a\x1c\x1d\x1e\x1f"
)
_CONTROLS_IN_TEXT: Final = 0.001


def read_delimited(
    data: bytes, limits: Limits, encoding: str | None = None, delimiter: str | None = None
) -> tuple[Sheet, str, str]:
    """The one sheet of a text table, its encoding and its delimiter. Cells are text or None; a formula stays text.

    Args:
        data: the file's bytes.
        limits: how much it may be.
        encoding: what a person chose; None finds it out.
        delimiter: the same.

    Raises:
        FileRefusedError: binary data, an encoding that does not fit, too many rows or columns.
    """
    encoding = encoding or find_encoding(data)
    text = _decoded(data, encoding)
    delimiter = delimiter or find_delimiter(text)
    return Sheet("", _rows(text, delimiter, limits)), encoding, delimiter


def find_encoding(data: bytes) -> str:
    """The encoding of a text: by its mark, by UTF-8's own form, else by which alphabet makes Russian words of it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[:_LOOKED_AT]
    nuls = sample.count(0)
    if nuls > len(sample) * _MANY_NULS:
        return "utf-16-be" if sample[0:2000:2].count(0) > sample[1:2000:2].count(0) else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _best_single_byte(sample)
    return "utf-8"


def _best_single_byte(sample: bytes) -> str:
    high = len(_HIGH.findall(sample))
    # Cyrillic letters stand in words of their own; Western accents stand among Latin letters
    if len(_AMONG_LATIN.findall(sample)) * 2 > high:
        return "cp1252"
    return max(("cp1251", "cp866", "koi8-r"), key=lambda name: _russian(sample, name))


def _russian(sample: bytes, encoding: str) -> float:
    """How much of the text's high half reads as Russian: common letters count, a capital inside a word costs."""
    text = sample.decode(encoding, errors="replace")
    score = 0.0
    before = " "
    for letter in text:
        if letter > "\x7f":
            small = letter.lower()
            if small in _TELLING:
                score += 1.0
            elif small in _CYRILLIC or small == "ё":
                score += 0.8
            elif letter not in "«»№–—₽\u00a0":
                score -= 1.0
            if before.islower() and letter.isupper():
                score -= 1.0
        before = letter
    return score


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise FileRefusedError(
            FileReason.ENCODING,
            say(
                QT_TRANSLATE_NOOP("exchange", "The text does not read as {encoding}."),
                encoding=encoding,
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "Choose another encoding, or save the file as “CSV UTF-8”."
                )
            ),
        ) from error
    text = text.removeprefix("\ufeff").rstrip("\x1a")
    controls = sum(text.count(sign) for sign in _CONTROLS)
    if "\0" in text or controls > len(text) * _CONTROLS_IN_TEXT:
        raise FileRefusedError(
            FileReason.NOT_A_TABLE,
            say(QT_TRANSLATE_NOOP("exchange", "The file holds something else than text.")),
            say(QT_TRANSLATE_NOOP("exchange", "Save it as .xlsx or .csv and try again.")),
        )
    return text


def find_delimiter(text: str) -> str:
    """The sign that cuts the first lines into the same number of columns, and into most."""
    best, best_score = DELIMITERS[0], 0.0
    head = text[:_LOOKED_AT]
    for delimiter in DELIMITERS:
        if delimiter not in head:
            continue
        widths: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
                widths.append(len(cells))
                if len(widths) >= _SNIFFED_LINES:
                    break
        except csv.Error:
            continue
        width, often = Counter(widths).most_common(1)[0]
        score = often / len(widths) * (width - 1) ** 0.5
        if width > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _rows(text: str, delimiter: str, limits: Limits) -> tuple[Row, ...]:
    rows: list[Row] = []
    cells_left = limits.cells
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    try:
        for number, values in enumerate(reader, start=1):
            cells = trimmed(_cells(values))
            if not cells:
                continue
            if len(cells) > limits.columns:
                raise too_big(
                    say(
                        QT_TRANSLATE_NOOP("exchange", "Row {row} has more than {count} columns."),
                        row=number,
                        count=limits.columns,
                    )
                )
            rows.append(Row(number, cells))
            cells_left -= len(cells)
            if len(rows) > limits.rows or cells_left < 0:
                raise too_big(
                    say(
                        QT_TRANSLATE_NOOP(
                            "exchange", "The file has more than {count} filled rows."
                        ),
                        count=len(rows) - 1,
                    )
                )
            if any(isinstance(cell, str) and len(cell) > limits.cell_chars for cell in cells):
                raise _endless(number)
    except csv.Error as error:
        raise _endless(number + 1) from error
    return tuple(rows)


def _cells(values: Iterable[str]) -> list[Cell]:
    return [_plain(value) if value and not value.isspace() else None for value in values]


def _plain(value: str) -> str:
    # an apostrophe before a sign is how a formula is disarmed, by us too: it is no part of the value
    return value[1:] if value.startswith("'") and RUNNABLE.match(value) else value


def _endless(row: int) -> FileRefusedError:
    return FileRefusedError(
        FileReason.DAMAGED,
        say(QT_TRANSLATE_NOOP("exchange", "A cell in row {row} does not end."), row=row),
        say(
            QT_TRANSLATE_NOOP(
                "exchange", "Look for a quotation mark that is opened and not closed there."
            )
        ),
    )
