"""Files that people have are read; files that hurt are refused quickly and in words."""

import io
import random
import struct
import subprocess
import sys
import textwrap
import time
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.files import read_bytes, read_file
from app.exchange.grid import FileReason, FileRefusedError, Limits, column_letter
from tests.build.spreadsheets import SAMPLE, packed, raw_parts, xlsx

ONE_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
TABLE = "Клиент;Телефон\r\nИванов Пётр;8 916 204-18-73\r\nСёмина Алёна;+7 903 118-40-27\r\n"


def refusal(data: bytes, name: str = "file", limits: Limits | None = None) -> FileReason:
    with pytest.raises(FileRefusedError) as caught:
        read_bytes(data, name, limits)
    assert str(caught.value.sentence)
    return caught.value.why


def test_a_spreadsheet_keeps_what_a_person_sees() -> None:
    data = xlsx(
        {"A": [[None, "x", 0.1 + 0.2, 4011558739409, True, date(2025, 12, 1), "=1+1"], [], ["y"]]}
    )
    (sheet,) = read_bytes(data, "a.xlsx").sheets
    assert [row.number for row in sheet.rows] == [1, 3]
    assert sheet.rows[0].cells == (
        None,
        "x",
        Decimal("0.3"),
        Decimal(4011558739409),
        True,
        date(2025, 12, 1),
    )


def test_a_table_that_does_not_begin_at_a1_keeps_its_addresses() -> None:
    rows: list[list[object]] = [[] for _ in range(4)]
    (sheet,) = read_bytes(xlsx({"S": [*rows, [None, None, "x", 2]]}), "a").sheets
    assert sheet.rows[0].number == 5
    assert sheet.rows[0].cells == (None, None, "x", Decimal(2))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r"],
)
def test_the_encoding_of_a_russian_table_is_found(encoding: str) -> None:
    source = read_bytes(TABLE.encode(encoding), "customers.csv")
    assert source.sheets[0].rows[2].cells == ("Сёмина Алёна", "+7 903 118-40-27")


def test_western_accents_are_not_taken_for_russian() -> None:
    text = "Name,City\nJürgen Müller,Köln\nRené Lefèvre,Besançon\n"
    assert read_bytes(text.encode("cp1252"), "a.csv").sheets[0].rows[1].cells[0] == "Jürgen Müller"


def test_a_wrong_choice_of_encoding_is_refused_in_words() -> None:
    with pytest.raises(FileRefusedError) as caught:
        read_bytes(TABLE.encode("cp1251"), "a.csv", encoding="utf-8")
    assert caught.value.why is FileReason.ENCODING
    assert "utf-8" in str(caught.value.sentence)


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_the_delimiter_is_the_sign_that_makes_columns(delimiter: str) -> None:
    text = "\n".join(
        delimiter.join(cells)
        for cells in [
            ["Код", "Имя", "Цена"],
            ["A1", '"Болт, гайка; шайба"', "10.50"],
            ["A2", "б", "3.00"],
        ]
    )
    source = read_bytes(text.encode(), "a.csv")
    assert source.delimiter == delimiter
    assert source.sheets[0].rows[1].cells[1] == "Болт, гайка; шайба"


def test_a_formula_in_a_text_table_stays_text() -> None:
    source = read_bytes(b'name;x\n=HYPERLINK("http://bad","a");@SUM(1)\n', "a.csv")
    assert source.sheets[0].rows[1].cells == ('=HYPERLINK("http://bad","a")', "@SUM(1)")


def test_empty_rows_keep_their_place() -> None:
    rows = read_bytes(b"a;b\n\n;\n1;2\n", "a.csv").sheets[0].rows
    assert [row.number for row in rows] == [1, 4]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", FileReason.EMPTY),
        (b" \r\n ", FileReason.EMPTY),
        (b";;;\n;;\n", FileReason.EMPTY),
        (b"%PDF-1.7 something", FileReason.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), FileReason.NOT_A_TABLE),
        (b"SQLite format 3\0" + bytes(100), FileReason.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), FileReason.OLD_OR_LOCKED),
        (b"a;b\n1;\x00\x00\n" + b"x;y\n" * 9, FileReason.NOT_A_TABLE),
        (random.Random(1).randbytes(5000), FileReason.NOT_A_TABLE),
        (b"a;b\n" + b'"' + b"x;y\n" * 60_000, FileReason.DAMAGED),
        (b"PK\x03\x04" + bytes(200), FileReason.DAMAGED),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data: bytes, why: FileReason) -> None:
    assert refusal(data) is why


def test_limits_hold_for_both_kinds() -> None:
    small = Limits(rows=10, columns=4, cells=30, file_bytes=100_000)
    many = [["a", "b"] for _ in range(20)]
    assert refusal("\n".join("a;b" for _ in range(20)).encode(), limits=small) is FileReason.TOO_BIG
    assert refusal(xlsx({"S": many}), limits=small) is FileReason.TOO_BIG
    assert refusal(b"a;b;c;d;e\n1;2;3;4;5\n", limits=small) is FileReason.TOO_BIG
    assert refusal(xlsx({"S": [["a"] * 5]}), limits=small) is FileReason.TOO_BIG
    assert refusal(b"a;b\n" * 50_000, limits=small) is FileReason.TOO_BIG


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "no.csv", tmp_path):
        with pytest.raises(FileRefusedError) as caught:
            read_file(path)
        assert caught.value.why is FileReason.UNREADABLE


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n1;2\n")
    assert read_file(path).sha256 == read_bytes(b"a;b\n1;2\n", "other").sha256


def shared(text: str, cells: int) -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, cells + 1)
    )
    return packed(raw_parts(rows, f"<si><t>{text}</t></si>"))


def bomb() -> bytes:
    out = io.BytesIO(packed(raw_parts(ONE_CELL)))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w") as part,
    ):
        part.write(b"<a>")
        for _ in range(600):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def lying() -> bytes:
    """A part that says it has 100 bytes and unpacks to 40 MB; the check sum is right for the 100."""
    parts = raw_parts(ONE_CELL)
    parts["xl/sharedStrings.xml"] += b" " * 40_000_000
    data = bytearray(packed(parts))
    body = parts["xl/sharedStrings.xml"][:100]
    crc = struct.pack("<I", zipfile.crc32(body))  # type: ignore[attr-defined]  # re-exported by zipfile
    for mark, crc_at, size_at in ((b"PK\x03\x04", 14, 22), (b"PK\x01\x02", 16, 24)):
        at = data.find(b"xl/sharedStrings.xml")
        while at >= 0:
            start = at - (30 if mark == b"PK\x03\x04" else 46)
            if data[start : start + 4] == mark:
                data[start + crc_at : start + crc_at + 4] = crc
                data[start + size_at : start + size_at + 4] = struct.pack("<I", 100)
            at = data.find(b"xl/sharedStrings.xml", at + 1)
    return bytes(data)


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
XXE = b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def with_dtd(dtd: bytes, part: str = "xl/sharedStrings.xml") -> bytes:
    parts = raw_parts(ONE_CELL, "<si><t>x</t></si>")
    return packed({**parts, part: dtd + parts[part]})


def twice() -> bytes:
    parts = raw_parts(ONE_CELL)
    out = io.BytesIO(packed(parts))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", parts["xl/workbook.xml"])
    return out.getvalue()


def renamed(name: str) -> bytes:
    return packed({**raw_parts(ONE_CELL), name: b"<a/>"})


HOSTILE: list[tuple[str, Callable[[], bytes], FileReason]] = [
    ("unpacks to 600 MB", bomb, FileReason.TOO_BIG),
    ("lies about its size", lying, FileReason.DAMAGED),
    ("one text in 100,000 cells", lambda: shared("z" * 30_000, 100_000), FileReason.TOO_BIG),
    (
        "the same, hidden from a count",
        lambda: shared("z" * 30_000 + " :si ", 100_000),
        FileReason.TOO_BIG,
    ),
    (
        "two corners of the sheet",
        lambda: packed(
            raw_parts(ONE_CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
        ),
        FileReason.TOO_BIG,
    ),
    (
        "corners in small letters",
        lambda: packed(
            raw_parts(ONE_CELL + "<row r='1048576'><c r = 'xfd1048576'><v>1</v></c></row>")
        ),
        FileReason.TOO_BIG,
    ),
    (
        "cells without addresses",
        lambda: packed(
            raw_parts(
                "<row>"
                + "<c><v>1</v></c>" * 16_000
                + "</row>"
                + "<row><c><v>1</v></c></row>" * 9_000
            )
        ),
        FileReason.TOO_BIG,
    ),
    (
        "a million empty cells",
        lambda: packed(raw_parts("<row>" + "<c/>" * 1_000_000 + "</row>")),
        FileReason.TOO_BIG,
    ),
    ("billion laughs", lambda: with_dtd(LAUGHS), FileReason.HOSTILE),
    ("external entity", lambda: with_dtd(XXE, "xl/workbook.xml"), FileReason.HOSTILE),
    ("an entity behind a comment", lambda: with_dtd(b"<!-- x -->" + LAUGHS), FileReason.HOSTILE),
    (
        "another encoding",
        lambda: packed({**raw_parts(ONE_CELL), "xl/workbook.xml": "<workbook/>".encode("utf-16")}),
        FileReason.DAMAGED,
    ),
    ("a part twice", twice, FileReason.HOSTILE),
    ("a part outside", lambda: renamed("../../evil.xml"), FileReason.HOSTILE),
    ("a part at the root", lambda: renamed("/etc/evil.xml"), FileReason.HOSTILE),
    (
        "ten thousand parts",
        lambda: packed({**raw_parts(ONE_CELL), **{f"xl/p{n}.xml": b"<a/>" for n in range(10_000)}}),
        FileReason.HOSTILE,
    ),
    ("a ZIP of something else", lambda: packed({"readme.txt": b"hello"}), FileReason.NOT_A_TABLE),
    ("cut in the middle", lambda: xlsx({"S": [["a"] * 9] * 99})[:3000], FileReason.DAMAGED),
    (
        "unfinished XML",
        lambda: packed({**raw_parts(""), "xl/workbook.xml": b"<workbook><sheets>"}),
        FileReason.DAMAGED,
    ),
]


@pytest.mark.parametrize(("make", "why"), [h[1:] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_a_hostile_spreadsheet_is_refused_within_a_second(
    make: Callable[[], bytes], why: FileReason
) -> None:
    data = make()
    started = time.process_time()
    assert refusal(data) is why
    assert time.process_time() - started < 1.0


MEASURE = """
    import pathlib, re, sys
    from app.exchange.files import read_bytes
    from app.exchange.grid import FileRefusedError
    data = sys.stdin.buffer.read()
    try:
        read_bytes(data, "x")
    except FileRefusedError as error:
        status = pathlib.Path("/proc/self/status").read_text()
        print(error.why.value, int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024)
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the peak is read from Linux's /proc"
)
@pytest.mark.parametrize("place", [0, 2, 4, 6, 7, 8])
def test_a_hostile_spreadsheet_needs_less_than_200_mb(place: int) -> None:
    _, make, why = HOSTILE[place]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(MEASURE)],
        input=make(),
        capture_output=True,
        check=True,
        cwd=SAMPLE.parents[1],
    )
    said, megabytes = done.stdout.decode().split()
    assert said == why.value
    assert int(megabytes) < 200


def test_a_spreadsheet_that_unpacks_to_hundreds_of_times_its_size_is_refused() -> None:
    parts = raw_parts(ONE_CELL, "")
    assert read_bytes(packed(parts), "a.xlsx").sheets
    (sheet,) = [name for name in parts if name.endswith("sheet1.xml")]
    padded = packed({**parts, sheet: parts[sheet] + b" " * (24 * 1024 * 1024)})
    with pytest.raises(FileRefusedError) as caught:
        read_bytes(padded, "a.xlsx")
    assert "times its size" in str(caught.value.sentence)


def test_a_long_list_is_read_in_seconds_and_bounded_memory() -> None:
    rows = [[f"K{n}", f"Деталь номер {n}", "MANN-FILTER", "шт", 431, 780.5] for n in range(10_000)]
    data = xlsx({"S": rows})
    started = time.process_time()
    (sheet,) = read_bytes(data, "big").sheets
    assert time.process_time() - started < 1.5
    assert len(sheet.rows) == 10_000


def test_far_formatting_and_repeated_long_texts_of_honest_size_pass() -> None:
    """What looks large at a glance is weighed before it is refused."""
    far = ONE_CELL + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert read_bytes(packed(raw_parts(far)), "x").sheets[0].rows[0].cells == ("x",)
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(1, 20_001))
    data = packed(raw_parts(rows, f"<si><t>{'long ' * 2000}</t></si><si><t>short</t></si>"))
    assert len(read_bytes(data, "x").sheets[0].rows) == 20_000


def read_or_refused(data: bytes) -> bool:
    """Whether the bytes gave sheets or a sentence; any other exception fails the test."""
    try:
        return bool(read_bytes(data, "any").sheets)
    except FileRefusedError as error:
        return bool(str(error.sentence))


@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused_never_worse(data: bytes) -> None:
    assert read_or_refused(data)


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_a_damaged_spreadsheet_is_read_or_refused(seed: int, hits: int) -> None:
    chance = random.Random(seed)
    data = bytearray(xlsx({"S": [["Код", "Имя"], ["A1", 2], ["B", "x"]]}))
    for _ in range(hits):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert read_or_refused(bytes(data))


TOKENS = [
    b"<",
    b">",
    b'"',
    b"/",
    b"NaN",
    b"1e999",
    b'r="A0"',
    b't="s"',
    b"<v>",
    b"&#0;",
    b'r="A4294967296"',
]


@given(st.integers(0, 2**32))
def test_a_spreadsheet_with_damaged_xml_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
    )
    parts = raw_parts(cells, "<si><t>x</t></si>")
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name])
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(part))
        part[at : at + chance.randrange(6)] = chance.choice(TOKENS)
    assert read_or_refused(packed({**parts, name: bytes(part)}))


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [column_letter(n) for n in (0, 25, 26, 51, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "ZZ",
        "AAA",
    ]
