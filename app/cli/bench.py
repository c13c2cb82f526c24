"""``carpass-desk bench``: how fast each job is, beside its limit measured in the same run."""

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from app.cli.bench_desk import desk_rows
from app.cli.bench_frame import Row
from app.cli.bench_orders import (
    completion_row,
    completions,
    fresh_desk,
    grown_desk,
    paper_rows,
    postgres_row,
    push_row,
)
from app.cli.bench_pages import page_rows
from app.cli.bench_reads import read_rows
from app.cli.bench_recognition import recognition_rows
from app.cli.bench_slots import slot_rows
from app.cli.frame import FOUND, GOOD, Command, refuse_absent, show, table
from app.kernel.errors import QT_TRANSLATE_NOOP, Source, invalid

ORDERS: Final = 20
_FEWEST: Final = 3
_HEADS: Final = ("figure", "value", "unit", "limit", "ratio", "must", "aim", "verdict", "slope")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--orders",
        type=int,
        default=ORDERS,
        metavar="N",
        help=f"orders to complete (default: {ORDERS})",
    )
    parser.add_argument(
        "--shop",
        action="append",
        default=[],
        metavar="YEARS=FILE",
        help="a shop that `demo --years` made, read in place and copied for writing; may be repeated: "
        "the figures are those of the oldest, with the slope from the youngest",
    )
    parser.add_argument(
        "--postgres",
        metavar="URL",
        help="an empty PostgreSQL database, for completion there; it is filled",
    )
    parser.add_argument(
        "--postgres-shop",
        action="append",
        default=[],
        metavar="YEARS=URL",
        help="a PostgreSQL database into which a backup of such a shop was restored, for completion there; it is "
        "written into; may be repeated",
    )
    parser.add_argument(
        "--only",
        choices=("orders", "reads", "desk", "postgres"),
        help="measure one part: orders (completion, papers, sync), reads, the desk, or PostgreSQL",
    )
    parser.add_argument(
        "--no-desk",
        action="store_true",
        help="leave out what needs the window: start, memory, table, pages",
    )

    parser.add_argument(
        "--photos",
        choices=("with", "without", "only"),
        default="with",
        help="the reading of drawn photos takes some ten minutes: with it, without it, or nothing else",
    )


def _run(options: argparse.Namespace) -> int:
    shops = _shops(options)
    if options.only == "postgres" and not options.postgres:
        raise invalid(
            "postgres",
            QT_TRANSLATE_NOOP("cli", "Name an empty PostgreSQL database with --postgres."),
        )
    rows: list[Row] = []
    if options.photos != "only":
        with tempfile.TemporaryDirectory(prefix="carpass-bench-") as name:
            rows += _measured(options, shops, Path(name))
    if options.photos != "without":
        rows += recognition_rows()
    lines = table(_HEADS, [_cells(row) for row in rows])
    show(options, {"rows": [asdict(row) for row in rows]}, lines)
    return FOUND if any(row.verdict == "short" for row in rows) else GOOD


def _cells(row: Row) -> tuple[str, ...]:
    cells = (row.value, row.unit, row.limit, row.ratio, row.must, row.aim, row.verdict, row.slope)
    return (row.name, *("" if cell is None else str(cell) for cell in cells))


def _shops(options: argparse.Namespace) -> dict[int, str]:
    """Years to file, as they were given; the one at --database counts as a shop of no age."""
    found = {0: str(options.database)} if options.database else {}
    found |= _by_years(
        options.shop,
        "shop",
        QT_TRANSLATE_NOOP("cli", "Write --shop as YEARS=FILE, such as 10=ten.sqlite."),
    )
    for file in found.values():
        refuse_absent(file)
    return found


def _by_years(given: Sequence[str], option: str, remedy: Source) -> dict[int, str]:
    """What stands behind each number of years."""
    found = {}
    for each in given:
        years, _, place = each.partition("=")
        if not years.isdecimal() or not place:
            raise invalid(option, remedy)
        found[int(years)] = place
    return found


def _measured(options: argparse.Namespace, shops: dict[int, str], folder: Path) -> list[Row]:
    orders = max(_FEWEST, options.orders)
    only = options.only
    kept = _by_years(
        options.postgres_shop,
        "postgres_shop",
        QT_TRANSLATE_NOOP("cli", "Write --postgres-shop as YEARS=URL, such as 10=postgresql://…"),
    )
    if only == "postgres":
        return [_on_postgres(options.postgres, kept, folder, orders)]
    if only in {"reads", "desk"} and shops:
        oldest = shops[max(shops)]
        if only == "reads":
            return [*read_rows(shops, folder), *slot_rows(shops, folder)]
        return [*desk_rows(shops, folder), *page_rows(oldest, folder)]
    fresh = folder / "shop.sqlite"
    desk = fresh_desk(str(fresh), folder)
    try:
        ours, bare, done = completions(desk, orders)
        row = completion_row("complete a work order, SQLite", ours, bare, must=10, aim=4)
        papers = paper_rows(desk, desk.bill(done[0]))
        push = push_row(desk, done[0], folder)
        desk.sample.shop.database.checkpoint()
    finally:
        desk.sample.shop.close()
    rows = [_with_ages(row, shops, folder, orders)]
    if only == "orders":
        return [*rows, *papers, push]
    if options.postgres:
        rows.append(_on_postgres(options.postgres, kept, folder, orders))
    read = shops or {0: str(fresh)}
    rows += [*read_rows(read, folder), *slot_rows(shops, folder)]
    if not options.no_desk:
        rows += [*desk_rows(read, folder), *page_rows(read[max(read)], folder)]
    return [*rows, *papers, push]


def _on_postgres(url: str, kept: dict[int, str], folder: Path, orders: int) -> Row:
    """Completion in an empty database, and in those that hold shops of some age."""
    row = postgres_row(url, folder / "postgres", orders)
    return _aged(
        row,
        {
            years: _completed(row, place, folder / f"postgres{years}", orders)
            for years, place in sorted(kept.items())
        },
    )


def _with_ages(row: Row, shops: dict[int, str], folder: Path, orders: int) -> Row:
    """The row with completions in copies of the shops."""
    found = {}
    for years, file in sorted(shops.items()):
        copy = folder / f"{years}.sqlite"
        shutil.copyfile(file, copy)
        found[years] = _completed(row, str(copy), folder / str(years), orders)
        copy.unlink()
    return _aged(row, found)


def _completed(row: Row, url: str, folder: Path, orders: int) -> Row:
    """The same figure in a shop that has grown."""
    desk = grown_desk(url, folder)
    try:
        ours, bare, _ = completions(desk, orders)
    finally:
        desk.sample.shop.close()
    return completion_row(row.name, ours, bare, must=row.must, aim=row.aim)


def _aged(row: Row, found: dict[int, Row]) -> Row:
    """The figure of the oldest shop with those of the younger ones; the row as it is where there is none."""
    if not found:
        return row
    ages = {str(years): each.value for years, each in found.items()}
    ends = list(ages.values())
    slope = round(ends[-1] / ends[0], 2) if len(ends) > 1 else None
    return replace(found[max(found)], years=ages, slope=slope)


COMMAND = Command(
    name="bench",
    help="measure each job beside its limit",
    description="Measures completion, papers and sync in a shop of its own, the reads in the shops that are given "
    "(else in its own), and the start of the desk. Limits are measured in the same run; quote medians of a quiet "
    "machine.",
    configure=_configure,
    run=_run,
)
