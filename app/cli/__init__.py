"""The commands of ``carpass-desk``: each in a module of its own, put together and guarded here."""

import argparse
import logging
import os
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.exc import DBAPIError

import app
from app.cli.frame import BUG, INTERRUPTED, USER, Command, common, complain
from app.kernel.errors import UserError
from app.kernel.logs import logging_to
from app.kernel.refusals import translated
from app.kernel.settings import SettingError, settings

# Each command is loaded when it is asked for: a window must not wait for the server's libraries.


def _run() -> Command:
    from app.cli.run import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _demo() -> Command:
    from app.cli.demo import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _bench() -> Command:
    from app.cli.bench import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _server() -> Command:
    from app.cli.server import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _sync() -> Command:
    from app.cli.sync import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _import() -> Command:
    from app.cli.importing import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _export() -> Command:
    from app.cli.exporting import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _backup() -> Command:
    from app.cli.backup import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _restore() -> Command:
    from app.cli.restore import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _doctor() -> Command:
    from app.cli.doctor import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


def _read() -> Command:
    from app.cli.read import COMMAND  # noqa: PLC0415 - see above

    return COMMAND


COMMANDS: dict[str, tuple[str, Callable[[], Command]]] = {
    "run": ("open the desk", _run),
    "demo": ("make the sample shop and do the main job", _demo),
    "bench": ("measure each job beside its limit", _bench),
    "server": ("run the reference server", _server),
    "sync": ("exchange records with the CarPass server", _sync),
    "import": ("bring in a price list, customers, vehicles, recalls or opening stock", _import),
    "export": ("write a list of the shop into a file", _export),
    "read": ("read a photo of a plate, certificate, dashboard or invoice", _read),
    "backup": ("make a backup of the shop, or prove one", _backup),
    "restore": ("put a backup in the shop's place", _restore),
    "doctor": ("prove the shop whole, or name what is not", _doctor),
}

_CODES = """\
exit codes:
  0    done, and all is well
  1    a check found something wrong
  2    it could not be done; the text says why and what to do
  70   a mistake of this program; the log says where
"""


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The command line; of the commands, the one that ``words`` asks for knows its arguments."""
    top = argparse.ArgumentParser(
        prog="carpass-desk",
        description="The desk of a car service center.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {app.__version__}")
    commands = top.add_subparsers(metavar="COMMAND", dest="command")
    asked = next((word for word in words if not word.startswith("-")), None)
    for name, (text, load) in COMMANDS.items():
        command = load() if name == asked else None
        made = commands.add_parser(
            name,
            parents=[common(command)],
            help=text,
            epilog=_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if command is not None:
            made.description = textwrap.fill(command.description, 79)
            command.configure(made)
            made.set_defaults(run=command.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code and never raises for what a user can cause."""
    words = list(sys.argv[1:] if argv is None else argv)
    if sys.stderr is None:
        # the program without a console, on Windows: started from a menu, it opens the desk and prints to nobody
        words = words or ["run"]
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lasts as long as we do
    if words[:1] == ["bench-part"]:
        from app.cli.bench_part import run  # noqa: PLC0415 - the bench's own, asked for by nobody else

        return run(words[1:])
    top = parser(words)
    try:
        options = top.parse_args(words)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if options.command is None:
        top.print_help(sys.stderr)
        return USER
    try:
        chosen = settings()
    except SettingError as error:
        complain(f"A CARPASS_ setting is wrong: {error}.")
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
