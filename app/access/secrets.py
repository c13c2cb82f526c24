"""Passwords and PINs: hashed by Argon2id (RFC 9106), never kept or compared as text."""

import re
import uuid
from functools import cache
from typing import TYPE_CHECKING, Self

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.typed import Typed
from models.text import TextRefused, clean

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_PIN = re.compile(r"[0-9]{4,8}")
_SHORTEST_PASSWORD = 8
_LONGEST_PASSWORD = 1000


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - the screen that asks for a secret stands before

    # One lane: a second thread would only take the processor from the screen.
    return PasswordHasher(parallelism=1)


class Hashed(str):
    """A secret that was hashed before: it is kept as it is. ValueError when it is no Argon2 hash."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Refuse what is no hash, so that a password never stands in its place."""
        from argon2 import extract_parameters  # noqa: PLC0415 - see _hasher

        extract_parameters(text)
        return super().__new__(cls, text)


def hash_secret(secret: str) -> str:
    """The Argon2id hash of a password or PIN, with its own salt; a tenth of a second on purpose."""
    return str(secret) if isinstance(secret, Hashed) else _hasher().hash(clean(secret))


def rehashed(kept: str | None, secret: str) -> str | None:
    """The right secret hashed anew when its kept hash is weaker than today's; else None."""
    if kept is None or not _hasher().check_needs_rehash(kept):
        return None
    return hash_secret(secret)


def is_right(kept: str | None, secret: str) -> bool:
    """Whether the secret fits; costs the same time when there is nothing to fit."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - see _hasher

    try:
        _hasher().verify(kept or _nobodys_hash(), clean(secret))
    except (VerificationError, InvalidHashError, TextRefused):
        return False
    return kept is not None


@cache
def _nobodys_hash() -> str:
    return hash_secret(uuid.uuid4().hex)


def checked_password(typed: Typed, field: str, password: str) -> None:
    """Note what is wrong with a new password: 8 to 1000 characters (NIST SP 800-63B), nothing unstorable."""
    if isinstance(password, Hashed):
        return
    typed.text(field, password, limit=_LONGEST_PASSWORD)
    if len(password) < _SHORTEST_PASSWORD:
        typed.wrong(
            field,
            QT_TRANSLATE_NOOP("access", "A password has at least {n} characters."),
            n=_SHORTEST_PASSWORD,
        )


def checked_pin(typed: Typed, field: str, pin: str) -> None:
    """Note what is wrong with a new PIN: 4 to 8 digits."""
    if not isinstance(pin, Hashed) and _PIN.fullmatch(pin) is None:
        typed.wrong(field, QT_TRANSLATE_NOOP("access", "A PIN has four to eight digits."))
