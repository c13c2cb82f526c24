"""The one place where the parts are put together: an open shop from the settings of this computer."""

import logging
import platform
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from app.kernel.clock import Clock, system_clock
from app.kernel.db import HEAD, Database, migrate_database, schema_version
from app.kernel.errors import Reason, UserError
from app.kernel.refusals import translated
from app.kernel.secrets import SecretStore
from app.kernel.settings import Settings
from app.kernel.settings import settings as settings_of_process
from app.kernel.store import sweep
from app.kernel.tx import Shop
from models.base import new_id, table_of
from models.ledger import ShopIdentity

if TYPE_CHECKING:
    from app.kernel.backup import BackupReport

_log = logging.getLogger(__name__)

_OPENING = 0x0CA59A55
"""Number of the PostgreSQL advisory lock that lets one desk after the other open a shop."""


_PATIENCE_SECONDS = 10.0

_IDENTITY = table_of(ShopIdentity)


def open_shop(
    settings: Settings | None = None,
    *,
    url: str | None = None,
    clock: Clock = system_clock,
    workstation: str | None = None,
    durable: bool = True,
    secrets_dir: Path | None = None,
    daily: bool = True,
) -> Shop:
    """Open the shop's database, bring it to this program's schema, and find its identity and secrets.

    A shop that is migrated is backed up before, and once a day when it is opened; a window that must show at once
    says ``daily=False`` and calls ``keep_daily`` from its worker.

    Arguments go before ``settings``. A given ``secrets_dir`` means: the encrypted file, no key ring.
    Raises UserError for a database that a newer program made, or that cannot be opened.
    """
    chosen = settings or settings_of_process()
    database = Database(url or chosen.database, durable=durable)
    try:
        identity = _prepared(database, chosen.backups, clock)
    except BaseException:
        database.close()
        raise
    folder = secrets_dir or chosen.secrets_dir
    shop = Shop(
        database=database,
        secrets=SecretStore(folder or chosen.secrets, use_keyring=folder is None),
        workstation=workstation or chosen.workstation or platform.node() or "desk",
        clock=clock,
        identity=identity,
    )
    if daily:
        keep_daily(shop, chosen)
    return shop


def keep_daily(shop: Shop, settings: Settings | None = None) -> "BackupReport | UserError | None":
    """Make the day's backup unless it is there; None when it is, or when there is nothing to keep yet.

    Before it the database learns how full its tables are.
    What keeps it from being made is returned and logged, not raised: a full disk must not close the shop.
    """
    from app.kernel import backup  # noqa: PLC0415 - a window shows without it

    chosen = settings or settings_of_process()
    database = shop.database
    url = str(database.path) if database.is_sqlite else str(database.url)
    try:
        database.tune()
    except OperationalError as busy:
        _log.info("the tables were not counted: %s", type(busy.orig).__name__)
    try:
        # bytes that a killed erasure or import left: nobody needs them in a backup
        sweep(database, shop.files)
        return backup.daily(database, chosen.backups_of(url), shop.clock(), chosen.backups_kept)
    except UserError as problem:
        _log.warning("no backup today: %s", problem.sentence.source)
        return problem


def _prepared(database: Database, backups: Path, clock: Clock) -> uuid.UUID:
    """Schema at head and identity known; a database that cannot be opened is told in words."""
    give_up = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            with _one_at_a_time(database):
                _bring_to_head(database, backups)
                return _identity(database, clock)
        except OperationalError as error:
            # another desk brings it to this schema in this moment, for longer than a database waits by itself
            told = translated(error)
            busy = isinstance(told, UserError) and told.reason is Reason.BUSY
            if not busy or time.monotonic() > give_up:
                raise told from error
            time.sleep(0.05)


@contextmanager
def _one_at_a_time(database: Database) -> Iterator[None]:
    """Two desks that start together migrate once; SQLite's own write lock does it there, for each migration."""
    if database.is_sqlite:
        yield
        return
    with database.writer.connect() as connection:
        connection.execute(sa.select(sa.func.pg_advisory_lock(_OPENING)))
        try:
            yield
        finally:
            connection.execute(sa.select(sa.func.pg_advisory_unlock(_OPENING)))


def _bring_to_head(database: Database, backups: Path) -> None:
    found = schema_version(database)
    if found == HEAD:
        return
    if found is not None:
        from app.kernel import backup  # noqa: PLC0415 - as above

        backup.before_migration(database, backups)
    migrate_database(database)


def _identity(database: Database, clock: Clock) -> uuid.UUID:
    """Which shop this database is; made at its first opening, and the opening is written down."""
    with database.writer.begin() as connection:
        found: uuid.UUID | None = connection.execute(sa.select(_IDENTITY.c.id)).scalar()
        if found is None:
            found = new_id()
            row = {"id": found, "made_at": clock(), "last_opened_at": clock()}
            connection.execute(sa.insert(_IDENTITY), row)
        else:
            connection.execute(sa.update(_IDENTITY).values(last_opened_at=clock()))
    return found
