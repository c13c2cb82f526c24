"""The commands of ``carpass-desk``: each in a module of its own, put together and guarded here."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

import app
from app.cli import backup, demo, doctor, restore
from app.cli.frame import BUG, INTERRUPTED, USER, Command, common, complain
from app.kernel.errors import UserError
from app.kernel.logs import logging_to
from app.kernel.refusals import translated
from app.kernel.settings import settings

COMMANDS: tuple[Command, ...] = (demo.COMMAND, backup.COMMAND, restore.COMMAND, doctor.COMMAND)

_CODES = """\
exit codes:
  0    done, and all is well
  1    a check found something wrong
  2    it could not be done; the text says why and what to do
  70   a mistake of this program; the log says where
"""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="carpass-desk",
        description="The desk of a car service center.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {app.__version__}")
    commands = top.add_subparsers(metavar="COMMAND", dest="command")
    for command in COMMANDS:
        made = commands.add_parser(
            command.name,
            parents=[common()],
            help=command.help,
            description=command.description,
            epilog=_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.configure(made)
        made.set_defaults(run=command.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code and never raises for what a user can cause."""
    top = parser()
    try:
        options = top.parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if options.command is None:
        top.print_help(sys.stderr)
        return USER
    try:
        chosen = settings()
    except ValidationError as error:
        complain(f"A CARPASS_ setting is wrong: {error.errors()[0]['msg']}.")
        return USER
    with logging_to(chosen.logs, chosen.log_level) as log:
        return _guarded(options, log)


def _guarded(options: argparse.Namespace, log: Path | None) -> int:
    try:
        code: int = options.run(options)
    except UserError as error:
        return _refused(error)
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED
    except DBAPIError as error:
        told = translated(error)
        return _refused(told) if isinstance(told, UserError) else _our_mistake(error, log)
    except Exception as error:  # noqa: BLE001 - the last place that can say where the log is
        return _our_mistake(error, log)
    return code


def _refused(error: UserError) -> int:
    complain(str(error.sentence))
    if error.remedy is not None:
        complain(str(error.remedy))
    return USER


def _our_mistake(error: Exception, log: Path | None) -> int:
    logging.getLogger(__name__).error("a command failed", exc_info=error)
    complain("A mistake of this program stopped it. Nothing half-done was kept.")
    complain(f"Please send us the log: {log}" if log else "Please send us the lines above.")
    return BUG
