"""Who gives a command that changes the shop: the same sign-in as at the desk, so that the audit names a person."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.access import sign_in_password
from app.cli.frame import address, refuse_absent
from app.compose import open_shop
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.tx import Actor, Shop

STDIN = "-"


def add_person(parser: argparse.ArgumentParser) -> None:
    """The options that say who gives the command."""
    parser.add_argument("--as", dest="login", metavar="LOGIN", help="sign in as this employee")
    parser.add_argument(
        "--password-file",
        metavar="FILE",
        help="read the password from the first line of FILE, - for standard input (default: ask)",
    )


@contextmanager
def signed_in(options: argparse.Namespace) -> Iterator[tuple[Shop, Actor]]:
    """The shop, opened, and the employee who signed in.

    Raises:
        UserError: no shop there, nobody named, wrong login or password.
    """
    refuse_absent(address(options))
    if not options.login:
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "This changes the shop: it must be known who does it.")),
            reason=Reason.SIGN_IN,
            remedy=say(QT_TRANSLATE_NOOP("cli", "Name an employee with --as LOGIN.")),
        )
    password = _password(options)
    shop = open_shop(url=address(options))
    try:
        yield shop, sign_in_password(shop, options.login, password)
    finally:
        shop.close()


def _password(options: argparse.Namespace) -> str:
    named: str | None = options.password_file
    if named is None:
        if not sys.stdin.isatty():
            raise UserError(
                say(QT_TRANSLATE_NOOP("cli", "There is nobody to ask for the password.")),
                reason=Reason.SIGN_IN,
                remedy=say(QT_TRANSLATE_NOOP("cli", "Give it with --password-file.")),
            )
        return getpass.getpass("Password: ")
    if named == STDIN:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        return Path(named).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "The password file {path} cannot be read."), path=named),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("cli", "Check its name and its rights.")),
        ) from error
