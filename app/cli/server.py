"""``server``: the reference server, for pilots who host it themselves."""

import argparse
import os
from pathlib import Path

from pydantic import ValidationError

from app.cli.frame import GOOD, Command
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.settings import settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``server``; what is left out comes from ``CARPASS_SERVER_…``."""
    parser.add_argument("--host", help="address to bind (127.0.0.1)")
    parser.add_argument("--port", type=int, help="port; 0 takes any free one (0)")
    parser.add_argument("--public-url", help="how people reach it, when that is another address")
    parser.add_argument("--certificate", type=Path, metavar="FILE", help="for TLS, PEM")
    parser.add_argument("--private-key", type=Path, metavar="FILE", help="for TLS, PEM")
    parser.add_argument("--trusted-proxy", help="address of the proxy in front")
    parser.add_argument(
        "--print-codes",
        action="store_true",
        default=None,
        help="print sign-in codes as JSON lines: for a pilot without e-mail",
    )


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop; the first line printed is JSON and names the address."""
    from sync.server.schema import SchemaTooNewError  # noqa: PLC0415 - 240 ms no other command pays
    from sync.server.serve import serve  # noqa: PLC0415 - as above
    from sync.server.settings import ServerSettings  # noqa: PLC0415 - as above

    names = (
        "host",
        "port",
        "public_url",
        "certificate",
        "private_key",
        "trusted_proxy",
        "print_codes",
    )
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    try:
        chosen = ServerSettings(database_url=_database(options), **given)
        serve(chosen)
    except ValidationError as error:
        raise _refused(error.errors()[0]["msg"]) from error
    except SchemaTooNewError as error:
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "A newer server has used this database.")),
            reason=Reason.UNSUPPORTED,
            remedy=say(QT_TRANSLATE_NOOP("cli", "Update the program on this computer.")),
        ) from error
    except OSError as error:
        raise _refused(error.strerror or type(error).__name__) from error
    return GOOD


def _refused(why: str) -> UserError:
    return UserError(
        say(QT_TRANSLATE_NOOP("cli", "The server cannot start: {why}."), why=why),
        reason=Reason.INVALID,
        remedy=say(QT_TRANSLATE_NOOP("cli", "Check --host, --port and the certificate.")),
    )


def _database(options: argparse.Namespace) -> str:
    chosen: str | None = options.database
    if chosen is not None:
        return chosen if "://" in chosen else f"sqlite:///{Path(chosen).expanduser().resolve()}"
    named = os.environ.get("CARPASS_SERVER_DATABASE_URL")
    if named:
        return named
    folder = settings().data
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return f"sqlite:///{folder / 'server.sqlite'}"


COMMAND = Command(
    "server",
    "run the reference server",
    "Serves owners' pages and the desks' interface. Without a certificate it binds to this computer "
    "only. Its database is one of its own, not the shop's.",
    configure,
    run,
    "the server's own database: a file, or postgresql://… (default: CARPASS_SERVER_DATABASE_URL, "
    "else server.sqlite with this user's data)",
)
