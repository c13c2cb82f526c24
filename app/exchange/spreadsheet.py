"""Reads .xlsx files that nobody vouches for.

A spreadsheet is a ZIP of XML: 1.4 MB can unpack to 599 MB, one text can be repeated by 100,000 cells
(514 KB became 2.9 GB in memory), and two cells at opposite corners make a reader reserve the area between
them. So the parts that matter are unpacked here with a bound, checked, packed anew, and only that copy
reaches the reader: whatever two ZIP readers may see differently in one file cannot matter.
"""

import io
import math
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

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
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, say

_LOCAL_HEADER: Final = b"PK\x03\x04"
_LOCAL_HEADER_SIZE: Final = 30
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_MOST_PARTS: Final = 5_000
_ENCRYPTED: Final = 0x1
_RATIO_MATTERS_FROM: Final = 4 * 1024 * 1024
_NOT_READ: Final = re.compile(
    r"^(docProps|customXml|xl/(theme|drawings|charts|media|externalLinks|pivot\w*|comments|calcChain|printerSettings))",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(rb"<(?:[^\s<>:/]+:)?si[\s/>]")
_ADDRESS: Final = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{1,4})([0-9]{1,8})""")
_CELL_STARTS: Final = tuple(
    a + b"c" + b for a in (b"<", b":") for b in (b" ", b">", b"/", b"\n", b"\t", b"\r")
)
_CELL_REFERENCE: Final = re.compile(r"([A-Za-z]{1,4})([0-9]{1,8})")


def read_spreadsheet(data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """The visible sheets of an .xlsx file, formulas as the value they last had.

    Raises:
        FileRefusedError: damaged, too large, or made to hurt; within a second and 200 MB.
    """
    safe = _checked(data, limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(safe))
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        if len(names) > limits.sheets:
            raise too_big(
                say(QT_TRANSLATE_NOOP("exchange", "The file has {count} sheets."), count=len(names))
            )
        sheets: list[Sheet] = []
        left = limits.cells
        for name in names:
            sheet = _sheet(name, book.get_sheet_by_name(name), limits, left)
            left -= sum(len(row.cells) for row in sheet.rows)
            sheets.append(sheet)
    except CalamineError as error:
        raise _damaged() from error
    return tuple(sheet for sheet in sheets if sheet.rows)


def _sheet(name: str, source: Any, limits: Limits, left: int) -> Sheet:  # noqa: ANN401  the reader's own type
    if source.start is None:
        return Sheet(name, ())
    first_column = source.start[1]
    if first_column + source.width > limits.columns:
        raise too_big(
            say(
                QT_TRANSLATE_NOOP("exchange", "Sheet “{name}” has more than {count} columns."),
                name=name,
                count=limits.columns,
            )
        )
    rows: list[Row] = []
    lead: list[Cell] = [None] * first_column
    for number, values in enumerate(source.iter_rows(), start=1):
        cells = trimmed([*lead, *(_cell(value) for value in values)])
        if not cells:
            continue
        rows.append(Row(number, cells))
        left -= len(cells)
        if len(rows) > limits.rows or left < 0:
            raise too_big(
                say(
                    QT_TRANSLATE_NOOP("exchange", "The file has more than {count} filled rows."),
                    count=len(rows) - 1,
                )
            )
    return Sheet(name, tuple(rows))


def _cell(value: Any) -> Cell:  # noqa: ANN401  whatever the reader found
    if value == "" or value is None:
        return None
    if isinstance(value, str | bool | datetime | date):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float) and math.isfinite(value):
        # fifteen digits is what spreadsheets keep and show: 0.1 + 0.2 is 0.3 there
        return Decimal(format(value, ".15g"))
    return str(value)  # a time, a duration, or a number that is none


def _checked(data: bytes, limits: Limits) -> bytes:
    """A fresh ZIP of the parts that are read, each unpacked within bounds and looked through."""
    if data.count(_DIRECTORY_ENTRY) > _MOST_PARTS:
        raise _hostile(say(QT_TRANSLATE_NOOP("exchange", "The file consists of too many parts.")))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [e for e in archive.infolist() if e.filename.lower().endswith((".xml", ".rels"))]
    except (
        zipfile.BadZipFile,
        struct.error,
        UnicodeError,
        NotImplementedError,  # zipfile, for a compression it does not know
        ValueError,
        OSError,
    ) as error:
        raise _damaged() from error
    entries = [e for e in entries if not _NOT_READ.match(e.filename)]
    _check_entries(data, entries, limits)
    bounds = _Bounds()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for entry in entries:
            part = _unpacked(data, entry)
            _check_xml(part)
            bounds.add(part)
            if bounds.unprefixed > limits.cells:
                raise too_big(say(QT_TRANSLATE_NOOP("exchange", "The file has too many cells.")))
            copy.writestr(zipfile.ZipInfo(entry.filename), part)
    if not bounds.harmless(limits):
        _weigh(out, limits)
    return out.getvalue()


def _check_entries(data: bytes, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [entry.filename.lower() for entry in entries]
    if "xl/workbook.xml" not in names:
        raise FileRefusedError(
            FileReason.NOT_A_TABLE,
            say(QT_TRANSLATE_NOOP("exchange", "This is not a spreadsheet.")),
            say(QT_TRANSLATE_NOOP("exchange", "Save it as .xlsx or .csv and try again.")),
        )
    if len(set(names)) != len(names) or any(
        ".." in n or n.startswith("/") or "\\" in n for n in names
    ):
        raise _hostile(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "The file is packed in a way no spreadsheet program packs."
                )
            )
        )
    size = sum(entry.file_size for entry in entries)
    if size > limits.unpacked_bytes:
        raise too_big(
            say(
                QT_TRANSLATE_NOOP("exchange", "The file unpacks to {size} MB."),
                size=size // (1024 * 1024),
            )
        )
    if size > _RATIO_MATTERS_FROM and size > limits.ratio * max(len(data), 1):
        raise _hostile(
            say(
                QT_TRANSLATE_NOOP("exchange", "The file unpacks to {times} times its size."),
                times=size // max(len(data), 1),
            )
        )


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The part's bytes; a part that unpacks to anything but its declared size is refused."""
    head = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER_SIZE]
    if (
        len(head) < _LOCAL_HEADER_SIZE
        or not head.startswith(_LOCAL_HEADER)
        or entry.flag_bits & _ENCRYPTED
    ):
        raise _damaged()
    name_size, extra_size = struct.unpack("<HH", head[26:30])
    start = entry.header_offset + _LOCAL_HEADER_SIZE + name_size + extra_size
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        body, whole = packed, True
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        try:
            body = unpacker.decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise _damaged() from error
        whole = unpacker.eof
    else:
        raise _damaged()
    if not whole or len(body) != entry.file_size or zlib.crc32(body) != entry.CRC:
        raise _damaged()
    return body


def _check_xml(part: bytes) -> None:
    start = part[:4].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"<") or b"\x00" in part[:256]:
        raise _damaged()
    # a DTD is the door of every XML attack; comments and CDATA would hide text from the counting
    if b"<!" in part:
        raise _hostile(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "The file holds declarations no spreadsheet program writes."
                )
            )
        )


@dataclass(slots=True)
class _Bounds:
    """Upper bounds that a quick look gives, never too low: how many cells, how far, how long a text."""

    cells: int = 0
    unprefixed: int = 0
    addressed: int = 0
    rows: int = 0
    columns: int = 0
    longest: int = 0

    def add(self, part: bytes) -> None:
        found = {start: part.count(start) for start in _CELL_STARTS}
        self.cells += sum(found.values())
        # "<" stands in no text, ":" may: only these are certainly cells
        self.unprefixed += sum(often for start, often in found.items() if start.startswith(b"<"))
        texts = [match.start() for match in _SHARED.finditer(part)]
        self.longest = max(
            [self.longest, *(end - start for start, end in pairwise([*texts, len(part)]))]
        )
        letters: set[bytes] = set()
        for match in _ADDRESS.finditer(part):
            self.addressed += 1
            letters.add(match[1])
            self.rows = max(self.rows, int(match[2]))
        self.columns = max([self.columns, *(_column(text.decode()) for text in letters)])

    def harmless(self, limits: Limits) -> bool:
        return (
            self.addressed >= self.cells
            and self.cells <= limits.cells
            and self.rows * self.columns <= limits.area
            and self.cells * self.longest <= limits.text_bytes
        )


def _weigh(packed: io.BytesIO, limits: Limits) -> None:
    """Count exactly what the reader would keep: cells, the area they span, the text they repeat."""
    with zipfile.ZipFile(packed) as archive:
        lengths: list[int] = []
        sheets = []
        for name in archive.namelist():
            part = archive.read(name)
            if _SHARED.search(part):
                lengths = _Strings().weigh(part)
            elif _ADDRESS.search(part) or any(start in part for start in _CELL_STARTS):
                sheets.append(part)
        text = cells = 0
        for part in sheets:
            scale = _Scale(lengths, limits.cells - cells, limits.text_bytes - text)
            scale.weigh(part)
            cells += scale.cells
            text += scale.text
            if scale.rows * scale.columns > limits.area:
                raise too_big(
                    say(QT_TRANSLATE_NOOP("exchange", "The cells of one sheet lie too far apart."))
                )


class _Strings:
    """Lengths of the shared strings, in bytes of UTF-8."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def weigh(self, part: bytes) -> list[int]:
        parser = _parser()
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        _parse(parser, part)
        return self.lengths

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if _local(name) == "si":
            self.lengths.append(0)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text.encode())


class _Scale:
    """Cells that hold something, how far they reach, and the shared text they would copy."""

    def __init__(self, lengths: list[int], cells_left: int, text_left: int) -> None:
        self.lengths = lengths
        self.cells_left = cells_left
        self.text_left = text_left
        self.cells = self.text = self.rows = self.columns = 0
        self._row = self._column = 0
        self._shared = False
        self._value: list[str] = []

    def weigh(self, part: bytes) -> None:
        parser = _parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._value.append
        _parse(parser, part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if name == "row":
            self._row = (
                int(attributes["r"]) if attributes.get("r", "").isdecimal() else self._row + 1
            )
            self._column = 0
        elif name == "c":
            found = _CELL_REFERENCE.fullmatch(attributes.get("r", "").strip())
            self._column = _column(found[1]) if found else self._column + 1
            self._row = int(found[2]) if found else self._row
            self._shared = attributes.get("t") == "s"
            self.cells += 1
            if self.cells > self.cells_left:
                raise too_big(say(QT_TRANSLATE_NOOP("exchange", "The file has too many cells.")))
        elif name in {"v", "is"}:
            self._value.clear()
            self.rows = max(self.rows, self._row)
            self.columns = max(self.columns, self._column)

    def _end(self, name: str) -> None:
        if self._shared and _local(name) == "v":
            text = "".join(self._value).strip()
            index = int(text) if text.isdecimal() and len(text) < 10 else -1  # noqa: PLR2004  fewer than a billion texts
            self.text += self.lengths[index] if 0 <= index < len(self.lengths) else 0
            if self.text > self.text_left:
                raise too_big(
                    say(QT_TRANSLATE_NOOP("exchange", "The file repeats one long text too often."))
                )


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    return parser


def _parse(parser: expat.XMLParserType, part: bytes) -> None:
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise _damaged() from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _damaged() -> FileRefusedError:
    return FileRefusedError(
        FileReason.DAMAGED,
        say(QT_TRANSLATE_NOOP("exchange", "The spreadsheet is damaged.")),
        say(
            QT_TRANSLATE_NOOP(
                "exchange", "Open it in the program it comes from, save it as .xlsx and try again."
            )
        ),
    )


def _hostile(sentence: Sentence) -> FileRefusedError:
    return FileRefusedError(
        FileReason.HOSTILE,
        sentence,
        say(
            QT_TRANSLATE_NOOP(
                "exchange", "If you trust its sender, save it again as .xlsx in your own program."
            )
        ),
    )
