"""What every command has: its words, the address of the database, and one way to show a result."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.kernel.db import Database, normal_url
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.program import this_program as this_program  # noqa: PLC0414 - the commands take it from here
from app.kernel.settings import settings

GOOD, FOUND, USER, BUG, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes: all is well; a check found something; the user's world says no; our mistake; Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: ``configure`` adds its arguments, ``run`` returns the exit code."""

    name: str
    help: str
    description: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    database: str = (
        "the shop's database: a file, or postgresql://… (default: CARPASS_DATABASE_URL, "
        "else this user's shop)"
    )


def common(command: Command | None) -> argparse.ArgumentParser:
    """The options that every command takes; only the command that is asked for has words about them."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--database", metavar="URL", help=command.database if command else None)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def address(options: argparse.Namespace) -> str:
    """The database that the command is about."""
    chosen: str | None = options.database
    return chosen or settings().database


@contextmanager
def existing(options: argparse.Namespace) -> Iterator[Database]:
    """The shop's database, opened as it is: nothing is made and nothing is migrated.

    Raises:
        UserError: there is none.
    """
    url = address(options)
    refuse_absent(url)
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


def refuse_absent(url: str) -> None:
    """Raise UserError when a SQLite shop is named that does not exist: opening it would make an empty one."""
    made = normal_url(url)
    if made.get_backend_name() != "sqlite":
        return
    if not Path(made.database or "").is_file():
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("cli", "There is no shop at {place}."),
                place=made.database or url,
            ),
            reason=Reason.NOT_FOUND,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "cli",
                    "Give its place with --database, or set CARPASS_DATABASE_URL.",
                ),
            ),
        )


def show(options: argparse.Namespace, result: Mapping[str, Any], lines: Iterable[str]) -> None:
    """Print the result: JSON when it was asked for, else the lines."""
    if options.json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
        return
    for line in lines:
        sys.stdout.write(f"{line}\n")


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Lines of columns that stand under each other; numbers to the right."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [
        max(len(heading), *(len(row[n]) for row in texts)) if texts else len(heading)
        for n, heading in enumerate(headings)
    ]
    lines = ["  ".join(h.ljust(w) for h, w in zip(headings, widths, strict=True)).rstrip()]
    for row, text in zip(rows, texts, strict=True):
        cells = [
            cell.rjust(width) if isinstance(value, int) else cell.ljust(width)
            for value, cell, width in zip(row, text, widths, strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def complain(text: str) -> None:
    """Say something on standard error."""
    sys.stderr.write(f"{text}\n")
