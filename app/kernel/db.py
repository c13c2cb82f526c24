"""The database: SQLite in a local file, or PostgreSQL on the LAN, behind two engines (one writer, some readers).

The settings are those measured for this product: WAL and ``synchronous=FULL`` so that what was acknowledged
survives a power cut, ``BEGIN IMMEDIATE`` so that writers wait instead of dying.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session, configure_mappers, sessionmaker

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0008"
"""The schema this program speaks; a house test holds it against the newest migration."""

OLDEST_SQLITE = (3, 51, 3)
"""Below it a WAL reset may corrupt the file."""

_WAIT = 5.0
"""Seconds for which a writer waits for another one."""

_PAUSE = 0.005

_SAMPLE = 1000
_WHAT_IS_NEEDED = "0x10002"
"""SQLite's mask: analyse every table whose counts are missing or far from what it holds now."""

MOUNTS = Path("/proc/self/mounts")
"""Where Linux tells which file system lies where."""

_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs", "ceph"}
)


def normal_url(url: str) -> sa.URL:
    """The SQLAlchemy URL of what a person wrote: a path, ``sqlite:///…``, or ``postgresql://…``."""
    if "://" not in url:
        return sa.URL.create("sqlite", database=str(Path(url).expanduser().resolve()))
    made = sa.make_url(url)
    if made.get_backend_name() == "postgresql":
        return made.set(drivername="postgresql+psycopg")
    if made.get_backend_name() != "sqlite":
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("kernel", "“{kind}” is not a database this program works with."),
                kind=made.get_backend_name(),
            ),
            reason=Reason.UNSUPPORTED,
            remedy=say(
                QT_TRANSLATE_NOOP("kernel", "Use a SQLite file or a postgresql:// address.")
            ),
        )
    return made


def file_system_of(path: Path) -> str:
    """The kind of file system ``path`` lies on, as the kernel names it; empty when the system does not tell."""
    if not MOUNTS.exists():
        return ""
    best, kind = "", ""
    place = str(path.resolve())
    for line in MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


def refuse_bad_place(path: Path) -> None:
    """Raise UserError when a SQLite file must not live there: a network share, or a folder nobody can write to."""
    folder = path.parent
    if str(path).startswith("\\\\") or file_system_of(folder) in _NETWORK_FILE_SYSTEMS:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("kernel", "The database file lies on a network share: {path}"),
                path=str(path),
            ),
            reason=Reason.UNSUPPORTED,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "kernel",
                    "A shared file breaks under two writers. Keep it on this computer's disk, or use PostgreSQL "
                    "for several computers (CARPASS_DATABASE_URL).",
                )
            ),
        )
    # the log and the index lie beside the file: a folder nobody can write to stops a file that everybody can
    for target in (folder, path):
        if target.exists() and not os.access(target, os.W_OK):
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP("kernel", "No permission to write to {path}."),
                    path=str(target),
                ),
                reason=Reason.STORAGE,
                remedy=say(
                    QT_TRANSLATE_NOOP(
                        "kernel", "Give this user write access, or choose another folder."
                    )
                ),
            )


def make_folder(folder: Path) -> None:
    """Make the folder unless it is there, and prove that files can be made in it.

    Raises UserError when they cannot: a read-only disk, a folder of somebody else, a file in its place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("kernel", "Nothing can be saved in the folder {path}."),
                path=str(folder),
            ),
            reason=Reason.STORAGE,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "kernel",
                    "Give this user write access and try again, or name another folder in CARPASS_DATA_DIR.",
                )
            ),
            details={"why": error.strerror or type(error).__name__},
        ) from error


class Database:
    """The two engines on one database. Close it when done: an open reader lets the write-ahead log grow."""

    def __init__(self, url: str, *, durable: bool = True) -> None:
        self.url = normal_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            path = self.path
            refuse_bad_place(path)
            if not path.exists():
                make_folder(path.parent)
            self.writer = _lite_engine(
                self.url, "BEGIN IMMEDIATE", durable=durable, pool_size=1, max_overflow=0
            )
            self.reader = _lite_engine(
                self.url, "BEGIN", durable=durable, query_only=True, pool_size=4
            )
        else:
            self.writer = _postgres_engine(self.url)
            self.reader = self.writer.execution_options(postgresql_readonly=True)
        self.sessions = sessionmaker(self.writer, autoflush=False, expire_on_commit=False)

    @property
    def path(self) -> Path:
        """The SQLite file."""
        return Path(self.url.database or "")

    @property
    def shown(self) -> str:
        """The address without its password, for a status bar."""
        return self.path.name if self.is_sqlite else self.url.render_as_string(hide_password=True)

    def write_session(self) -> Session:
        """A session on the writer; only the kernel's ``act`` and the migrations use it."""
        return self.sessions()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A short read transaction; every row seen belongs to one moment."""
        with self.reader.connect() as connection, connection.begin():
            yield connection

    def checkpoint(self) -> None:
        """Fold the write-ahead log back into the file (SQLite, when idle)."""
        if self.is_sqlite:
            raw = self.writer.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def tune(self) -> None:
        """Let SQLite learn how full its tables are, so that it finds rows by their ids (PostgreSQL learns by itself).

        Without it a few ids are looked for through the center's whole index: 75 ms instead of 1 in a ten-year shop.
        Reads a sample of each index, a quarter of a second there; does nothing while the counts still hold. The
        sample keeps counts only: a limit on it means no copy of anybody's name. Not on the screen's own thread.
        """
        if self.is_sqlite:
            with self.writer.begin() as connection:
                connection.exec_driver_sql(f"PRAGMA analysis_limit={_SAMPLE}")
                connection.exec_driver_sql(f"PRAGMA optimize={_WHAT_IS_NEEDED}")

    def close(self) -> None:
        """Give back every connection."""
        self.writer.dispose()
        self.reader.dispose()


def _postgres_engine(url: sa.URL) -> Engine:
    from app.kernel.postgres import LeanCursor, watch  # noqa: PLC0415 - a shop in a file never loads it

    engine = sa.create_engine(
        url,
        pool_size=4,
        # the connection that spoke last knows the statements of now
        pool_use_lifo=True,
        connect_args={
            "options": "-c lock_timeout=5000 -c timezone=UTC",
            "prepare_threshold": 2,
            "connect_timeout": 10,
            "cursor_factory": LeanCursor,
        },
    )
    watch(engine)
    return engine


def _lite_engine(
    url: sa.URL, begin: str, *, durable: bool, query_only: bool = False, **pool: int
) -> Engine:
    import pysqlite3.dbapi2 as driver  # noqa: PLC0415 - a shop on PostgreSQL never loads it

    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("kernel", "SQLite {version} is too old."),
                version=driver.sqlite_version,
            ),
            reason=Reason.UNSUPPORTED,
            remedy=say(
                QT_TRANSLATE_NOOP("kernel", "Install the program again: it brings its own SQLite.")
            ),
        )
    engine = sa.create_engine(url, module=driver, poolclass=sa.pool.QueuePool, **pool)

    @event.listens_for(engine, "do_connect")
    def _keep_private(*_: Any) -> None:
        # A new file is this user's alone, and SQLite gives its log and its index the same rights. One that is
        # there keeps its rights; one that cannot be made is refused by SQLite itself.
        with suppress(OSError):
            os.close(os.open(url.database or "", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={_WAIT * 1000:.0f}")
        _use_wal(cursor, driver)
        cursor.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA recursive_triggers=ON")
        # what was erased is overwritten in the file, not left in its free pages
        cursor.execute("PRAGMA secure_delete=ON")
        if query_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    def _begin(dbapi_connection: Any) -> None:
        dbapi_connection.execute(begin)

    # by the dialect: one listener of the engine would have every statement ask for listeners
    engine.dialect.do_begin = _begin  # type: ignore[method-assign]  # of this engine alone
    return engine


def _use_wal(cursor: Any, driver: Any) -> None:
    """Switch the file to the write-ahead log, once and for all who open it.

    Two that open a new file together are both refused at once, as SQLite does not wait for this switch; so we do.
    """
    until = time.monotonic() + _WAIT
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except driver.OperationalError as error:
            if error.sqlite_errorcode != driver.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def schema_version(database: Database) -> str | None:
    """The migration the database stands at; None for an empty one."""
    with database.reader.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _alembic_config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - 70 ms that a start without migrations does not pay

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).resolve().parents[2] / "migrations")
    )
    return config


def known_versions() -> frozenset[str]:
    """Every schema this program can open: its own, and the older ones it migrates from."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see _alembic_config

    script = ScriptDirectory.from_config(_alembic_config())
    return frozenset(revision.revision for revision in script.walk_revisions())


def migrate_connection(connection: Connection, target: str = "head") -> None:
    """Bring the schema to ``target`` inside the caller's transaction, or one for each migration when there is none.

    What comes next is asked inside that migration's own transaction: between two of them another desk may go on.
    """
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415 - see _alembic_config
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - the same

    config = _alembic_config()
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    left = True

    def next_one(found: Any, _context: object) -> list[Any]:
        nonlocal left
        steps = script._upgrade_revs(target, found)  # noqa: SLF001 - alembic's own commands are made so
        left = len(steps) > 1
        return steps[:1]

    while left:
        with EnvironmentContext(config, script, fn=next_one, destination_rev=target):
            script.run_env()


def migrate_database(database: Database, target: str = "head") -> None:
    """Bring the schema to ``target``; each migration is one transaction, so a kill in the middle resumes."""
    with database.writer.connect() as connection:
        migrate_connection(connection, target)


def migrate(url: str) -> None:
    """Bring the database of that address to this program's schema."""
    database = Database(url)
    try:
        migrate_database(database)
    finally:
        database.close()


def map_loaded() -> None:
    """Finish the mapping of all entities that are loaded; else the first statement of one does it, 30 ms and more."""
    configure_mappers()
