"""A PostgreSQL server of our own for tests: started in a temporary folder, gone afterwards."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import psycopg
from psycopg import sql

INSTALL = "python3 dev.py setup test"
PROGRAMS = Path("/usr/lib/postgresql")
START_ATTEMPTS = 5
START_SECONDS = 90.0
# A container's shared memory is often 64 MB: a server wants more room than that.
ROOM_BYTES = 1 << 30
COPIES_FILES_FROM = 150_000
PREFIX = "carpass-pg-"


class PostgresUnavailableError(Exception):
    """The server's programs are missing, or it did not start; the text says what to do."""


def server_programs() -> Path:
    """Folder of `initdb` and `postgres`, the newest version installed.

    Raises:
        PostgresUnavailableError: nothing installed; names the command that installs it.
    """
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).parent
    found = [path.parent for path in PROGRAMS.glob("*/bin/initdb")]
    if not found:
        raise PostgresUnavailableError(f"PostgreSQL's server is not installed. Run: {INSTALL}")
    return max(found, key=lambda folder: int(folder.parent.name))


def scratch_folder(room_bytes: int = ROOM_BYTES) -> Path:
    """Where test databases lie: memory when there is room (bytes), else the temporary folder."""
    memory = Path("/dev/shm")  # noqa: S108 - only the folder; what we make in it has a random name
    if memory.is_dir() and os.access(memory, os.W_OK):
        free_bytes = shutil.disk_usage(memory).free
        if free_bytes >= room_bytes:
            return memory
    return Path(tempfile.gettempdir())


class Postgres:
    """One running server on a free port of the loopback; trusts everybody who can reach it.

    Databases belong to the plain role `shop`, as in a real shop: what needs a superuser fails here
    too. `durable=True` keeps fsync and lies on a disk, for tests that kill the server.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self.durable = durable
        self.port = 0
        parent = Path(tempfile.gettempdir()) if durable else scratch_folder()
        _sweep(parent)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent))
        self._programs = server_programs()
        self._process: subprocess.Popen[bytes] | None = None
        self._admin: psycopg.Connection | None = None

    def __enter__(self) -> Self:
        self.make()
        self.start()
        self.execute(sql.SQL("CREATE ROLE shop LOGIN"))
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, database: str) -> str:
        """SQLAlchemy's address of a database here."""
        return f"postgresql+psycopg://shop@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """Makes the empty cluster (0.5 s)."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8"]
        if not self.durable:
            options.append("--no-sync")
        done = subprocess.run(
            [*self._as_its_user(), self._programs / "initdb", *options, self._data],
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
        if done.returncode != 0:
            raise PostgresUnavailableError(f"initdb failed:\n{done.stderr.decode()}")

    def start(self) -> None:
        """Starts the server and waits until it answers; after a stop, on the same port.

        Raises:
            PostgresUnavailableError: it did not start; the text ends with its log.
        """
        ports = [self.port or _free_port() for _ in range(START_ATTEMPTS)]
        for attempt, port in enumerate(ports):
            # Another process may take the port between our look and the server's bind; and what a killed
            # server left may hold its shared memory for a moment.
            time.sleep(0.3 * attempt)
            if self._start_on(port):
                self.port = port
                self._admin = psycopg.connect(
                    host="127.0.0.1", port=port, user="postgres", autocommit=True
                )
                return
        log = self._log.read_text() if self._log.exists() else ""
        raise PostgresUnavailableError(f"PostgreSQL did not start:\n{log[-4000:]}")

    def stop(self) -> None:
        """Stops at once and takes the connections down; what is durable stays."""
        self._leave(signal.SIGQUIT)

    def kill(self) -> None:
        """Kills it as a power cut would; `start` recovers."""
        self._leave(signal.SIGKILL)

    def create(self, database: str, *, template: str = "template0") -> str:
        """Makes a database as a copy of another that nobody is connected to; returns its URL."""
        command = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER shop").format(
            sql.Identifier(database), sql.Identifier(template)
        )
        if not self.durable and self._version >= COPIES_FILES_FROM:
            # 12 ms instead of 75: without fsync its checkpoints cost nothing.
            command += sql.SQL(" STRATEGY FILE_COPY")
        self.execute(command)
        return self.url(database)

    def drop(self, database: str) -> None:
        """Removes a database and ends the connections that are left."""
        self.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))

    def execute(self, statement: sql.SQL | sql.Composed) -> list[tuple[object, ...]]:
        """Runs one statement as the superuser, outside a transaction; its rows if it has any."""
        cursor = self._connection.execute(statement)
        return cursor.fetchall() if cursor.description else []

    @property
    def _connection(self) -> psycopg.Connection:
        if self._admin is None:
            raise PostgresUnavailableError("the server is not running")
        return self._admin

    @property
    def _version(self) -> int:
        """As PostgreSQL counts: 150018 is 15.18."""
        return self._connection.info.server_version

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def _start_on(self, port: int) -> bool:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(port),
            "unix_socket_directories": "",
            "shared_buffers": "32MB",
            "max_connections": "60",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._as_its_user(), self._programs / "postgres", "-D", self._data, *options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        give_up = time.monotonic() + START_SECONDS
        while self._process.poll() is None and time.monotonic() < give_up:
            with contextlib.suppress(psycopg.OperationalError):  # not yet: asked again below
                with psycopg.connect(host="127.0.0.1", port=port, user="postgres") as asked:
                    told = asked.execute("SHOW data_directory").fetchone()
                # the port may have gone to the server of another run: that one answers, and ours is about to end
                if told is not None and Path(told[0]) == self._data:
                    return True
            time.sleep(0.02)
        self._leave(signal.SIGQUIT)
        return False

    def _leave(self, how: signal.Signals) -> None:
        if self._admin is not None:
            self._admin.close()
            self._admin = None
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(START_SECONDS)
            self._process = None

    def _as_its_user(self) -> list[str]:
        """The server refuses root; and it must not outlive tests that were killed."""
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            raise PostgresUnavailableError("setpriv (util-linux) is not installed")
        who = ["--reuid=postgres", "--regid=postgres", "--init-groups"]
        return [setpriv, *(who if os.geteuid() == 0 else []), "--pdeathsig=QUIT"]


@contextlib.contextmanager
def database(server: Postgres, name: str, *, template: str = "template0") -> Iterator[str]:
    """A database that lives as long as the block; yields its URL."""
    url = server.create(name, template=template)
    try:
        yield url
    finally:
        server.drop(name)


def _sweep(parent: Path) -> None:
    """Removes what killed runs left: their process id is in the folder's name."""
    for folder in parent.glob(f"{PREFIX}*"):
        owner = int(folder.name.removeprefix(PREFIX).partition("-")[0])
        try:
            os.kill(owner, 0)
        except ProcessLookupError:
            shutil.rmtree(folder, ignore_errors=True)
        except PermissionError:
            continue


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
