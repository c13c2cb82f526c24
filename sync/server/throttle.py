"""How often something may be tried. Counted in the database, so all processes count together."""

from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from sync.server.problems import too_many
from sync.server.station import Station, Tx
from sync.server.tables import attempts


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` tries of `what` in any one period."""

    what: str
    count: int
    period: timedelta


PAIRING = Limit("pair", 10, timedelta(minutes=10))
"""From one address. With 40-bit codes that live ten minutes, a guess is hopeless long before."""
LETTERS_TO = Limit("letter-to", 5, timedelta(hours=1))
LETTERS_FROM = Limit("letter-from", 30, timedelta(hours=1))
SIGN_IN = Limit("sign-in", 60, timedelta(minutes=10))
"""From one address, over all people: a person who mistypes is stopped by the code's own tries."""
PROFILE = Limit("profile", 10, timedelta(days=1))
"""Per person: who could change the phone at will could look for strangers' requests by it."""
VISITS = Limit("visit", 10, timedelta(days=1))
"""Per person: each request keeps somebody's time until the center answers."""
_LIMITS = (PAIRING, LETTERS_TO, LETTERS_FROM, SIGN_IN, PROFILE, VISITS)


def count(station: Station, limit: Limit, who: str) -> None:
    """Count one try, in a transaction of its own, so that a refused try stays counted.

    Raises:
        ProblemError: 429, with the seconds until the period ends.
    """
    seconds = int(limit.period.total_seconds())
    with station.writing() as tx:
        now = int(tx.now.timestamp())
        tried = _count(tx, f"{limit.what}:{who}", now // seconds)
    if tried > limit.count:
        raise too_many(seconds - now % seconds)


def give_back(tx: Tx, limit: Limit, who: str) -> None:
    """A try that was right is no guess."""
    period = int(tx.now.timestamp()) // int(limit.period.total_seconds())
    this = (attempts.c.who == f"{limit.what}:{who}") & (attempts.c.period == period)
    tx.change(sa.update(attempts).where(this).values(count=attempts.c.count - 1))


def forget(tx: Tx) -> None:
    """Remove counts of periods that are long over."""
    a_day = int(timedelta(days=1).total_seconds())
    now = int(tx.now.timestamp())
    for limit in _LIMITS:
        oldest = (now - a_day) // int(limit.period.total_seconds())
        old = attempts.c.who.startswith(f"{limit.what}:") & (attempts.c.period < oldest)
        tx.change(sa.delete(attempts).where(old))


def _count(tx: Tx, who: str, period: int) -> int:
    statement = tx.insert_or(attempts).values(who=who, period=period, count=1)
    raised = statement.on_conflict_do_update(
        index_elements=["who", "period"], set_={"count": attempts.c.count + 1}
    )
    return int(tx.value(raised.returning(attempts.c.count)))
