"""Telegram sign-in, checked as Telegram documents it.

Login widget and `login_url` buttons: https://core.telegram.org/widgets/login, "Checking
authorization". Mini Apps: https://core.telegram.org/bots/webapps, "Validating data received via the
Mini App". Both: fields sorted, `name=value` by line, HMAC-SHA-256; only the key differs.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

FRESH = timedelta(minutes=15)
"""Telegram leaves the age to us. A login is used at once, so minutes are enough."""
AHEAD = timedelta(minutes=5)
"""How far Telegram's clock may be before ours."""
LONGEST_FIELD = 4096
LARGEST_ID = 2**63 - 1


class TelegramRefusedError(ValueError):
    """Not from Telegram for this bot, or too old. The reason is for the log, not for the person."""


@dataclass(frozen=True, slots=True)
class TelegramPerson:
    """Who signed in, and what makes this login unique."""

    id: int
    name: str
    language: str | None
    digest: str
    """SHA-256 of the hash: kept until the login is too old anyway, so none works twice."""
    expires_at: datetime


def from_login(fields: Mapping[str, str], token: str, now: datetime) -> TelegramPerson:
    """Check what the login widget, or a `login_url` button, gave to our page.

    Raises:
        TelegramRefusedError: forged, incomplete or expired.
    """
    signed_at = _check(fields, hashlib.sha256(token.encode()).digest(), now)
    parts = (fields.get("first_name", ""), fields.get("last_name", ""))
    return TelegramPerson(
        id=_person_id(fields.get("id", "")),
        name=" ".join(part for part in parts if part) or fields.get("username", ""),
        language=None,
        digest=_digest(fields),
        expires_at=signed_at + FRESH,
    )


def from_mini_app(init_data: str, token: str, now: datetime) -> TelegramPerson:
    """Check `Telegram.WebApp.initData`.

    Raises:
        TelegramRefusedError: forged, incomplete or expired.
    """
    try:
        pairs = parse_qsl(init_data, strict_parsing=True, max_num_fields=32)
    except ValueError as error:
        raise TelegramRefusedError("not a query string") from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise TelegramRefusedError("a field stands there twice")
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    signed_at = _check(fields, key, now)
    person = _person(fields.get("user", ""))
    parts = (str(person.get("first_name") or ""), str(person.get("last_name") or ""))
    language = person.get("language_code")
    return TelegramPerson(
        id=_person_id(str(person.get("id", ""))),
        name=" ".join(part for part in parts if part),
        language=language if isinstance(language, str) else None,
        digest=_digest(fields),
        expires_at=signed_at + FRESH,
    )


def _check(fields: Mapping[str, str], key: bytes, now: datetime) -> datetime:
    if any(len(value) > LONGEST_FIELD for value in fields.values()):
        raise TelegramRefusedError("a field is too long")
    lines = sorted(f"{name}={value}" for name, value in fields.items() if name != "hash")
    right = hmac.new(key, "\n".join(lines).encode(), "sha256").hexdigest()
    if not hmac.compare_digest(right.encode(), fields.get("hash", "").encode()):
        raise TelegramRefusedError("the hash is not Telegram's")
    told = fields.get("auth_date", "")
    if not (told.isascii() and told.isdecimal() and len(told) <= 12):  # noqa: PLR2004 - seconds
        raise TelegramRefusedError("no auth_date")
    signed_at = datetime.fromtimestamp(int(told), UTC)
    if not now - FRESH <= signed_at <= now + AHEAD:
        raise TelegramRefusedError("too old")
    return signed_at


def _person(text: str) -> dict[str, Any]:
    try:
        person = json.loads(text)
    except ValueError as error:
        raise TelegramRefusedError("user is not JSON") from error
    if not isinstance(person, dict):
        raise TelegramRefusedError("user is not an object")
    return person


def _person_id(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text[:20]) <= LARGEST_ID:
        raise TelegramRefusedError("no user id")
    return int(text)


def _digest(fields: Mapping[str, str]) -> str:
    return hashlib.sha256(fields["hash"].encode()).hexdigest()
