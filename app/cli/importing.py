"""``import``: a price list, customers, vehicles or opening stock from a file, tried out or brought in."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.frame import FOUND, GOOD, USER, Command, complain, show, table
from app.cli.person import add_person, signed_in
from app.exchange.fields import ImportKind
from app.exchange.files import read_file
from app.exchange.grid import SourceFile
from app.exchange.importing import ImportFile, check_import, run_import
from app.exchange.report import ImportRefusedError, ImportReport, Outcome
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid

_LEFT_OUT = "none"


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``import``."""
    parser.add_argument("file", metavar="FILE", type=Path, help="an .xlsx, .csv or text table")
    parser.add_argument(
        "--kind", required=True, choices=[kind.value for kind in ImportKind], help="what is in it"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    parser.add_argument(
        "--skip-bad", action="store_true", help="leave wrong rows out instead of refusing the file"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="replace what is known, not only fill what is empty",
    )
    parser.add_argument(
        "--no-owners", action="store_true", help="make no customers of owners nobody knows"
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="[SHEET!]COLUMN=FIELD",
        help="what a column (letter or heading) means; FIELD none leaves it out; may be repeated",
    )
    parser.add_argument("--decimal-mark", choices=[".", ","], help="of the file (the center's)")
    parser.add_argument("--encoding", help="of a text table (found out)")
    parser.add_argument("--delimiter", help="of a text table (found out)")
    add_person(parser)


def run(options: argparse.Namespace) -> int:
    """Try out or bring in, and tell row by row what is wrong."""
    source = read_file(options.file, encoding=options.encoding, delimiter=options.delimiter)
    command = ImportFile(
        kind=ImportKind(options.kind),
        source=source,
        choices=choices_of(options.column, source),
        skip_bad=options.skip_bad,
        overwrite=options.overwrite,
        makes_owners=not options.no_owners,
        decimal_mark=options.decimal_mark,
    )
    with signed_in(options) as (shop, actor):
        try:
            report = (
                check_import(shop, actor, command)
                if options.dry_run
                else run_import(shop, actor, command).result
            )
        except ImportRefusedError as refused:
            show(options, refused.report.plain(), _lines(refused.report))
            complain(str(refused.sentence))
            complain(str(refused.remedy or ""))
            return USER
    show(options, report.plain(), _lines(report))
    return FOUND if report.count(Outcome.REFUSED) else GOOD


def choices_of(words: list[str], source: SourceFile) -> dict[str, dict[str, str | None]]:
    """Decisions about columns by sheet; without a sheet they are for every sheet of the file."""
    chosen: dict[str, dict[str, str | None]] = {}
    for word in words:
        place, equals, field = word.rpartition("=")
        sheet, mark, column = place.rpartition("!")
        if not equals or not column:
            raise invalid(
                "column",
                QT_TRANSLATE_NOOP("cli", "“{word}” is not COLUMN=FIELD."),
                word=word,
            )
        for name in [sheet] if mark else [found.name for found in source.sheets]:
            chosen.setdefault(name, {})[column] = None if field == _LEFT_OUT else field
    return chosen


def _lines(report: ImportReport) -> list[str]:
    plain: dict[str, Any] = report.plain()
    sums = ", ".join(f"{number} {word}" for word, number in plain["rows"].items())
    word = "would be" if report.is_dry else "were"
    lines = [f"{report.file} ({report.kind.value}): rows that {word} {sums}."]
    lines += [
        f"{name}: {counts['before']} before, {counts['after']} after"
        for name, counts in plain["records"].items()
    ]
    problems = [
        (p["sheet"], p["row"], p["column"], p["weight"], p["what"]) for p in plain["problems"]
    ]
    if problems:
        lines += table(("sheet", "row", "column", "weight", "what"), problems)
    return lines


COMMAND = Command(
    "import",
    "bring in a price list, customers, vehicles, recalls or opening stock",
    "Reads the file, finds out what its columns mean (decisions are remembered), and brings it in as "
    "one action, or not at all. The same file a second time adds nothing. Answers 1 when rows were "
    "left out (or would be refused in a dry run), 2 when the file was refused.",
    configure,
    run,
)
