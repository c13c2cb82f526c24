"""``export``: a list of the shop as a file that spreadsheets, and our own importer, can read."""

import argparse
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from app.bookings import TakeOutCalendar, take_out_calendar
from app.cli.frame import GOOD, Command, show
from app.cli.person import add_person, signed_in
from app.exchange.exporting import ExportFile, Format, run_export
from app.exchange.fields import ImportKind
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.tx import act

CALENDAR: Final = "calendar"
_AHEAD = timedelta(days=30)


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``export``."""
    parser.add_argument(
        "--kind",
        required=True,
        choices=[*(kind.value for kind in ImportKind), CALENDAR],
        help="which list; calendar writes appointments as iCalendar",
    )
    for name, told in (("from", "today"), ("until", "30 days later")):
        parser.add_argument(
            f"--{name}",
            dest=f"{name}_on",
            metavar="DAY",
            type=date.fromisoformat,
            help=f"{name} which day of the calendar, as 2026-10-25 (default: {told})",
        )
    parser.add_argument(
        "--format",
        choices=[form.value for form in Format],
        default=Format.XLSX.value,
        help="how it is written (xlsx)",
    )
    parser.add_argument(
        "--to", metavar="PLACE", type=Path, default=Path(), help="a folder, or a new file (here)"
    )
    add_person(parser)


def run(options: argparse.Namespace) -> int:
    """Write the list; a file that is there already is never overwritten."""
    if options.kind == CALENDAR:
        return _calendar(options)
    command = ExportFile(kind=ImportKind(options.kind), format=Format(options.format))
    with signed_in(options) as (shop, actor):
        made = run_export(shop, actor, command)
    target = options.to / made.name if options.to.is_dir() else options.to
    _write(target, made.data)
    result = {
        "path": str(target),
        "kind": options.kind,
        "format": options.format,
        "rows": made.rows,
        "size_bytes": len(made.data),
    }
    show(options, result, [f"{made.rows} rows: {target}"])
    return GOOD


def _calendar(options: argparse.Namespace) -> int:
    with signed_in(options) as (shop, actor):
        first = options.from_on or shop.clock().date()
        last = options.until_on or first + _AHEAD
        command = TakeOutCalendar(from_on=first, until_on=last)
        made = act(shop, actor, take_out_calendar, command).result
    name = f"calendar-{first}-{last}.ics"
    target = options.to / name if options.to.is_dir() else options.to
    _write(target, made)
    events = made.count(b"BEGIN:VEVENT")
    result = {
        "path": str(target),
        "kind": CALENDAR,
        "format": "ics",
        "rows": events,
        "size_bytes": len(made),
    }
    show(options, result, [f"{events} events: {target}"])
    return GOOD


def _write(target: Path, data: bytes) -> None:
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("cli", "Cannot write {path}: {why}."),
                path=str(target),
                why=error.strerror or type(error).__name__,
            ),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("cli", "Name another place with --to.")),
        ) from error


COMMAND = Command(
    "export",
    "write a list of the shop into a file",
    "Writes the catalog, customers, vehicles or what is on the shelves as .xlsx or .csv, or the calendar as "
    ".ics. Importing a list again adds nothing. Who took which list out is kept in the audit.",
    configure,
    run,
)
