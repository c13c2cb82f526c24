"""Backups that make themselves: before a migration, and once a day; and which of them stay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from app.kernel.backup import kept_files
from app.kernel.backup.archive import SUFFIX
from app.kernel.backup.making import BackupReport, in_words, make_backup, mark_of, readable
from app.kernel.clock import system_clock
from app.kernel.db import HEAD, Database, known_versions, schema_version
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from models.centers import Center
from models.ledger import ShopIdentity

DAILY = "daily"
_MONTHS_KEPT = 12
_CLOCKS_DIFFER = timedelta(days=1)
"""Several computers of a shop never agree wholly; a name further ahead than this was given by a wrong clock."""
_IDENTITY = sa.select(ShopIdentity.id)
_ANY_CENTER = sa.select(Center.id).limit(1)
_NAME = re.compile(
    r"carpass-(?P<mark>[0-9a-f]{8}|new)-(?P<stamp>\d{8}T\d{6}Z)-(?P<reason>[a-z0-9-]+?)(-\d+)?"
    + re.escape(SUFFIX)
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup in a folder, as its name tells."""

    path: Path
    mark: str
    made_at: datetime
    reason: str


def kept_in(folder: Path) -> list[Kept]:
    """The backups of a folder, oldest first, by their names."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        match = _NAME.fullmatch(path.name)
        if match:
            made_at = datetime.strptime(match["stamp"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append(Kept(path, match["mark"], made_at, match["reason"]))
    return sorted(found, key=lambda kept: (kept.made_at, kept.path.name))


def newest(folder: Path, shop: UUID | None, now: datetime) -> Kept | None:
    """The newest backup of that shop in the folder.

    One that is dated in the future says nothing of its age; it is given only where there is no other.
    """
    mine = [kept for kept in kept_in(folder) if kept.mark == mark_of(shop)]
    honest = [kept for kept in mine if not is_ahead(kept, now)]
    return honest[-1] if honest else mine[-1] if mine else None


def is_ahead(kept: Kept, now: datetime) -> bool:
    """Whether the backup was dated by a clock that was wrong: later than any clock of the shop can be now."""
    return kept.made_at > now + _CLOCKS_DIFFER


def refuse_newer(version: str) -> None:
    """Raise UserError when a schema is from a newer program: it must not be opened or restored here."""
    if version not in known_versions():
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "backup",
                    "The data was written by a newer version of this program "
                    "(schema {version}; this one knows {head}).",
                ),
                version=version,
                head=HEAD,
            ),
            reason=Reason.UNSUPPORTED,
            remedy=say(QT_TRANSLATE_NOOP("backup", "Update the program on this computer.")),
        )


def before_migration(
    database: Database, folder: Path, *, now: datetime | None = None
) -> BackupReport | None:
    """Back up a database that is about to be migrated; None when it is empty or up to date.

    Raises:
        UserError: the schema is newer than this program, or the backup cannot be made.
    """
    version = schema_version(database)
    if version is None or version == HEAD:
        return None
    refuse_newer(version)
    return make_backup(database, folder, f"before-{HEAD}", now=now, files="beside")


def daily(
    database: Database, folder: Path, now: datetime | None = None, keep: int = 30
) -> BackupReport | None:
    """The day's backup (UTC day), unless it is there; then let go of old ones. None: nothing was to do.

    Stay: the newest ``keep`` daily ones, and the first of each of the last twelve months that have one. Backups made
    by hand or before a migration are never removed. Nothing is removed unless a new one was made.

    Raises:
        UserError: the database is damaged, the disk is full, no right to write; nothing was removed.
    """
    moment = (now or system_clock()).astimezone(UTC)
    with readable(database), database.reading() as connection:
        shop = connection.execute(_IDENTITY).scalar()
        if shop is None or connection.execute(_ANY_CENTER).first() is None:
            return None
    mine = _dailies(folder, shop)
    if any(kept.made_at.date() == moment.date() for kept in mine):
        return None
    made = make_backup(database, folder, DAILY, now=moment, files="beside")
    with in_words(folder):
        for kept in superfluous(_dailies(folder, shop), moment, keep):
            kept.path.unlink(missing_ok=True)
        kept_files.let_go(folder)
    return made


def _dailies(folder: Path, shop: UUID) -> list[Kept]:
    return [k for k in kept_in(folder) if k.mark == mark_of(shop) and k.reason == DAILY]


def superfluous(dailies: Sequence[Kept], now: datetime, keep: int) -> list[Kept]:
    """Those that need not stay, of daily backups sorted by time.

    Months are counted by the backups that are there, not by the clock: one that jumped ten years ahead makes no
    month old. What it left in the future takes nobody's place afterwards, and waits until its day comes.
    """
    past = [kept for kept in dailies if not is_ahead(kept, now)]
    firsts: dict[tuple[int, int], Kept] = {}
    for kept in past:
        firsts.setdefault((kept.made_at.year, kept.made_at.month), kept)
    stay = {kept.path for kept in past[-keep:]} if keep > 0 else set()
    stay |= {kept.path for kept in list(firsts.values())[-_MONTHS_KEPT:]}
    return [kept for kept in past if kept.path not in stay]
