"""Signing in: local, offline, with a wait that grows after five failures and always ends.

A wrong login and a wrong password are answered by the same sentence; a login nobody has waits like any other.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app.access.rows import first_center, permissions_of, roles_by_code
from app.access.secrets import is_right, rehashed
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, Reason, UserError, say
from app.kernel.refusals import translated
from app.kernel.tx import Actor, Shop, Tx
from models.access import Employee, SignIn
from models.base import table_of
from models.text import fold

FREE_TRIES = 5
LONGEST_WAIT = timedelta(hours=1)
_STRANGERS_KEPT = 1000


@contextmanager
def unasked(shop: Shop, actor: Actor, name: str) -> Iterator[Tx]:
    """A transaction that needs no right: signing in, one's own secrets, the first run."""
    try:
        with shop.database.write_session() as session, session.begin():
            tx = Tx(shop, session, actor, name)
            yield tx
            tx.finish()
    except DBAPIError as error:
        raise translated(error) from error


@dataclass(frozen=True, slots=True)
class _Known:
    id: uuid.UUID
    center_id: uuid.UUID
    name: str
    role_codes: tuple[str, ...]
    password_hash: str | None
    pin_hash: str | None

    def secret_hash(self, method: str) -> str | None:
        """The hash that the method ("password", "pin") compares with."""
        return self.password_hash if method == "password" else self.pin_hash


_EMPLOYEES = table_of(Employee)
_EMPLOYEE = sa.select(
    _EMPLOYEES.c.id,
    _EMPLOYEES.c.center_id,
    _EMPLOYEES.c.name,
    _EMPLOYEES.c.role_codes,
    _EMPLOYEES.c.password_hash,
    _EMPLOYEES.c.pin_hash,
).where(_EMPLOYEES.c.archived_at.is_(None))

_strangers: dict[tuple[uuid.UUID | None, str], tuple[int, datetime | None]] = {}


def sign_in_password(
    shop: Shop, login: str, password: str, *, center_id: uuid.UUID | None = None
) -> Actor:
    """The actor of that login; ``center_id`` None means the shop's first center.

    Raises UserError (reason SIGN_IN): wrong login or password, or a wait after too many tries.
    """
    key = fold(login).strip()
    with shop.database.reading() as connection:
        center = center_id or first_center(connection)
        row = connection.execute(
            _EMPLOYEE.where(_EMPLOYEES.c.center_id == center, _EMPLOYEES.c.login == key)
        ).one_or_none()
    known = None if row is None else _known(row)
    right = is_right(known.password_hash if known else None, password)
    if known is None:
        raise _strangers_refusal(shop, key)
    return _enter(shop, known, "password", password, right=right)


def sign_in_pin(shop: Shop, employee_id: uuid.UUID, pin: str) -> Actor:
    """The actor of a tile, by PIN.

    Raises UserError (reason SIGN_IN): wrong PIN, none set, gone, or a wait after too many tries.
    """
    with shop.database.reading() as connection:
        row = connection.execute(_EMPLOYEE.where(_EMPLOYEES.c.id == employee_id)).one_or_none()
    known = None if row is None else _known(row)
    right = is_right(known.pin_hash if known else None, pin)
    if known is None:
        raise _refusal("pin")
    return _enter(shop, known, "pin", pin, right=right)


def _known(row: Any) -> _Known:  # noqa: ANN401  a row's columns have no type
    return _Known(
        row.id, row.center_id, row.name, tuple(row.role_codes), row.password_hash, row.pin_hash
    )


def _enter(shop: Shop, known: _Known, method: str, secret: str, *, right: bool) -> Actor:
    """Write the try down, then let in or refuse; the lock is looked at again under the row's lock."""
    actor = Actor(known.id, known.center_id, known.name, frozenset())
    refusal: UserError | None = None
    with unasked(shop, actor, "access.sign_in") as tx:
        failed, until = tx.connection.execute(
            sa.select(_EMPLOYEES.c.failed_count, _EMPLOYEES.c.locked_until_at)
            .where(_EMPLOYEES.c.id == known.id)
            .with_for_update()
        ).one()
        if until is not None and until > tx.now + LONGEST_WAIT:
            # a clock that was wrong has written it: nobody waits longer than the longest wait
            until = tx.now + LONGEST_WAIT
            later = sa.update(_EMPLOYEES).where(_EMPLOYEES.c.id == known.id)
            tx.execute(later.values(locked_until_at=until))
        if until is not None and until > tx.now:
            right, refusal = False, _wait(until - tx.now)
        elif right:
            fresh = rehashed(known.secret_hash(method), secret)
            if failed or until is not None or fresh:
                values: dict[str, Any] = {"failed_count": 0, "locked_until_at": None}
                values |= {f"{method}_hash": fresh} if fresh else {}
                tx.execute(sa.update(_EMPLOYEES).where(_EMPLOYEES.c.id == known.id).values(values))
        else:
            refusal = _refusal(method)
            values = {"failed_count": failed + 1, "locked_until_at": _locked(failed + 1, tx.now)}
            tx.execute(sa.update(_EMPLOYEES).where(_EMPLOYEES.c.id == known.id).values(values))
        tx.append(
            SignIn,
            employee_id=known.id,
            at=tx.now,
            workstation=shop.workstation,
            method=method,
            succeeded=right,
        )
        tx.about("employee", known.id)
        tx.note("succeeded", right)
    if refusal is not None:
        raise refusal
    return actor_of(shop, known.id)


def _locked(failures: int, now: datetime) -> datetime | None:
    """Until when a person waits: 1 minute after the fifth failure, then twice as long, at most an hour."""
    if failures < FREE_TRIES:
        return None
    doubled = min(failures - FREE_TRIES, 6)
    return now + min(timedelta(minutes=2**doubled), LONGEST_WAIT)


def _refusal(method: str) -> UserError:
    if method == "pin":
        return UserError(
            say(QT_TRANSLATE_NOOP("access", "The PIN is not right.")), reason=Reason.SIGN_IN
        )
    return UserError(
        say(QT_TRANSLATE_NOOP("access", "The login or the password is not right.")),
        reason=Reason.SIGN_IN,
    )


def _wait(left: timedelta) -> UserError:
    minutes = max(1, -(-int(left.total_seconds()) // 60))
    return UserError(
        say(
            QT_TRANSLATE_NOOP("access", "Too many wrong tries. Try again in {minutes} min."),
            minutes=minutes,
        ),
        reason=Reason.SIGN_IN,
        details={"seconds": int(left.total_seconds())},
    )


def _strangers_refusal(shop: Shop, login: str) -> UserError:
    """A login nobody has waits like any other, so that waiting does not tell who exists."""
    mark, now = (shop.identity, login), shop.clock()
    failed, until = _strangers.get(mark, (0, None))
    if until is not None and until > now:
        until = min(until, now + LONGEST_WAIT)
        _strangers[mark] = (failed, until)
        return _wait(until - now)
    if mark not in _strangers and len(_strangers) >= _STRANGERS_KEPT:
        _strangers.pop(next(iter(_strangers)))
    _strangers[mark] = (failed + 1, _locked(failed + 1, now))
    return _refusal("password")


def every_actor(shop: Shop) -> tuple[Actor, ...]:
    """Everybody who can sign in at the first center, in the order they came, with what they may."""
    with shop.database.reading() as connection:
        center = first_center(connection)
        if center is None:
            return ()
        has_secret = sa.or_(
            _EMPLOYEES.c.password_hash.is_not(None), _EMPLOYEES.c.pin_hash.is_not(None)
        )
        rows = connection.execute(
            _EMPLOYEE.where(_EMPLOYEES.c.center_id == center, has_secret).order_by(_EMPLOYEES.c.id)
        ).all()
        roles = roles_by_code(connection, center)
    return tuple(
        Actor(row.id, row.center_id, row.name, permissions_of(roles, row.role_codes))
        for row in rows
    )


def actor_of(shop: Shop, employee_id: uuid.UUID) -> Actor:
    """The employee as an actor, with the permissions of their roles as they are now; NotFoundError when gone."""
    with shop.database.reading() as connection:
        row = connection.execute(_EMPLOYEE.where(_EMPLOYEES.c.id == employee_id)).one_or_none()
        if row is None:
            raise NotFoundError(
                say(QT_TRANSLATE_NOOP("access", "This employee does not work here any more."))
            )
        roles = roles_by_code(connection, row.center_id)
    return Actor(row.id, row.center_id, row.name, permissions_of(roles, row.role_codes))
