"""People: how they sign in, and what keeps them signed in.

An account is made by the first sign-in, so no answer tells whether somebody has one.
"""

import hmac
import json
import secrets
import sys
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from models.base import new_id
from models.text import TextRefused, clean, phone_key
from sync.server import throttle
from sync.server.problems import not_found
from sync.server.station import Row, Station, Tx, fast_hash, token
from sync.server.tables import (
    invitations,
    letters,
    sessions,
    sign_in_codes,
    used_logins,
    users,
)
from sync.server.telegram import TelegramPerson
from sync.server.words import say

CODE_DIGITS: Final = 8
CODE_LIFE: Final = timedelta(minutes=15)
CODE_TRIES: Final = 5
INVITATION_LIFE: Final = timedelta(days=14)
LANGUAGES: Final = ("ru", "en")
LONGEST_EMAIL: Final = 254
LONGEST_NAME: Final = 100


class EmailRefusedError(ValueError):
    """Not an address."""


class PhoneRefusedError(ValueError):
    """Not a telephone number with its country code."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in, on one browser."""

    user_id: UUID
    form_token: str
    """Stands in every form of this session: a page of somebody else does not know it."""
    language: str


def email_of(text: str) -> str:
    """The address in the form in which accounts are found.

    Raises:
        EmailRefusedError: not an address.
    """
    try:
        address = clean(text.strip()).casefold()
    except TextRefused as error:
        raise EmailRefusedError(text) from error
    name, at, host = address.rpartition("@")
    plain = not any(letter.isspace() or not letter.isprintable() for letter in address)
    if not (name and at and "." in host.strip(".") and plain) or len(address) > LONGEST_EMAIL:
        raise EmailRefusedError(text)
    return address


def send_code(station: Station, email: str, address: str, language: str) -> None:
    """Put a letter with a fresh code into the outbox; older codes die. `address`: the asker's.

    Raises:
        ProblemError: 429, too many letters to or from there.
    """
    throttle.count(station, throttle.LETTERS_FROM, address)
    throttle.count(station, throttle.LETTERS_TO, email)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    code_hash = station.slow_hash(f"{email}:{code}")
    subject, body = say(language, "letter_subject"), say(language, "letter_body", code=code)
    with station.writing() as tx:
        _sweep(tx)
        expires_at = tx.now + CODE_LIFE
        tx.change(sa.delete(sign_in_codes).where(sign_in_codes.c.email == email))
        row = {"email": email, "code_hash": code_hash, "tries": 0, "expires_at": expires_at}
        tx.insert(sign_in_codes, [row])
        letter = {
            "id": new_id(),
            "recipient": email,
            "subject": subject,
            "body": body,
            "made_at": tx.now,
            "expires_at": expires_at,
            "sent_at": tx.now if station.settings.print_codes else None,
        }
        tx.insert(letters, [letter])
    if station.settings.print_codes:
        line = {"event": "sign_in_code", "email": email, "code": code}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def use_code(station: Station, email: str, code: str, address: str, language: str) -> str | None:
    """Sign in by the code of a letter: the session's token, or None for a wrong or dead code.

    Raises:
        ProblemError: 429, too many tries from there.
    """
    throttle.count(station, throttle.SIGN_IN, address)
    digits = "".join(letter for letter in code if letter.isalnum())
    code_hash = station.slow_hash(f"{email}:{digits}")
    with station.writing() as tx:
        this = sign_in_codes.c.email == email
        row = tx.one(sa.select(sign_in_codes).where(this))
        if row is None or row.expires_at <= tx.now or row.tries >= CODE_TRIES:
            return None
        if not hmac.compare_digest(row.code_hash, code_hash):
            tx.change(sa.update(sign_in_codes).where(this).values(tries=row.tries + 1))
            return None
        tx.change(sa.delete(sign_in_codes).where(this))
        throttle.give_back(tx, throttle.SIGN_IN, address)
        return _start(tx, station, _account(tx, email, None, language))


def use_telegram(station: Station, person: TelegramPerson, language: str) -> str | None:
    """Sign in by a checked Telegram login: the session's token, or None when it was used before."""
    with station.writing() as tx:
        _sweep(tx)
        row = {"sha256": person.digest, "expires_at": person.expires_at + timedelta(days=1)}
        first = tx.insert_or(used_logins).values(row).on_conflict_do_nothing()
        if not tx.change(first):
            return None
        found = tx.one(sa.select(users).where(users.c.telegram_id == person.id))
        user_id: UUID
        if found is None:
            user_id = _new_user(
                tx, language, telegram_id=person.id, name=person.name[:LONGEST_NAME] or None
            )
        else:
            user_id = found.id
        return _start(tx, station, user_id)


def invite(station: Station, email: str | None = None, name: str | None = None) -> str:
    """A one-time way in for somebody the operator knows: the path to give them.

    With an e-mail address it opens that account; the address counts as proven.
    """
    secret = token()
    with station.writing() as tx:
        row = {
            "token_sha256": fast_hash(secret),
            "email": None if email is None else email_of(email),
            "name": name,
            "expires_at": tx.now + INVITATION_LIFE,
        }
        tx.insert(invitations, [row])
    return f"/invite/{secret}"


def invitation(tx: Tx, secret: str) -> Row:
    """The invitation, unused and in time.

    Raises:
        ProblemError: 404 otherwise.
    """
    live = sa.select(invitations).where(
        invitations.c.token_sha256 == fast_hash(secret),
        invitations.c.used_at.is_(None),
        invitations.c.expires_at > tx.now,
    )
    row = tx.one(live)
    if row is None:
        raise not_found()
    return row


def use_invitation(station: Station, secret: str, language: str) -> str:
    """Sign in by an invitation: the session's token.

    Raises:
        ProblemError: 404 for a wrong, used or expired one.
    """
    with station.writing() as tx:
        row = invitation(tx, secret)
        this = sa.update(invitations).where(
            invitations.c.token_sha256 == row.token_sha256, invitations.c.used_at.is_(None)
        )
        if not tx.change(this.values(used_at=tx.now)):
            raise not_found()
        if row.email is None:
            user_id = _new_user(tx, language, name=row.name)
        else:
            user_id = _account(tx, row.email, row.name, language)
        return _start(tx, station, user_id)


def session_of(station: Station, secret: str) -> Session | None:
    """Who holds this session's token, if anybody still does."""
    live = (
        sa.select(sessions.c.user_id, sessions.c.form_token, users.c.language)
        .join(users, users.c.id == sessions.c.user_id)
        .where(sessions.c.token_sha256 == fast_hash(secret))
    )
    with station.reading() as tx:
        row = tx.one(live.where(sessions.c.expires_at > tx.now))
    return None if row is None else Session(row.user_id, row.form_token, row.language)


def end_session(station: Station, secret: str) -> None:
    """Sign out on this browser."""
    with station.writing() as tx:
        tx.change(sa.delete(sessions).where(sessions.c.token_sha256 == fast_hash(secret)))


def end_sessions(tx: Tx, user_id: UUID) -> None:
    """Sign out everywhere."""
    tx.change(sa.delete(sessions).where(sessions.c.user_id == user_id))


def describe(tx: Tx, user_id: UUID, *, name: str, phone: str, language: str) -> None:
    """Write what a person says about themselves; empty text removes.

    Raises:
        PhoneRefusedError: not a number with its country code.
    """
    digits = phone_key(phone)
    if phone.strip() and not (phone.strip().startswith("+") and 7 <= len(digits) <= 15):  # noqa: PLR2004 - E.164 has 7 to 15 digits
        raise PhoneRefusedError(phone)
    this = sa.update(users).where(users.c.id == user_id)
    tx.change(
        this.values(
            name=clean(name.strip())[:LONGEST_NAME] or None,
            phone=f"+{digits}" if digits else None,
            language=language if language in LANGUAGES else LANGUAGES[0],
        )
    )


def _account(tx: Tx, email: str, name: str | None, language: str) -> UUID:
    found = tx.one(sa.select(users.c.id).where(users.c.email == email))
    if found is None:
        return _new_user(tx, language, email=email, name=name)
    user_id: UUID = found.id
    return user_id


def _new_user(tx: Tx, language: str, **values: object) -> UUID:
    user_id = new_id()
    row = {"id": user_id, "language": language, "created_at": tx.now, **values}
    tx.insert(users, [row])
    return user_id


def _start(tx: Tx, station: Station, user_id: UUID) -> str:
    secret = token()
    row = {
        "token_sha256": fast_hash(secret),
        "user_id": user_id,
        "form_token": token(),
        "created_at": tx.now,
        "expires_at": tx.now + station.settings.session_life,
    }
    tx.insert(sessions, [row])
    return secret


def _sweep(tx: Tx) -> None:
    """Remove what is over: it is of no use to us, and of some to a thief."""
    for table in (sessions, sign_in_codes, letters, used_logins, invitations):
        tx.change(sa.delete(table).where(table.c.expires_at <= tx.now))
    throttle.forget(tx)
