"""Fixtures for everybody: databases of both kinds, migrated once and copied for each test."""

import contextlib
import gc
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.build import postgres

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Beside this, examples are found by chance as always; a slow shared machine is no failure.
hypothesis.settings.register_profile("carpass", deadline=None, print_blob=True)
hypothesis.settings.load_profile("carpass")

_database_numbers = itertools.count(1)


@contextlib.contextmanager
def sqlite_copy(template: Path) -> Iterator[str]:
    """A copy of a closed SQLite database that lives as long as the block; yields its URL."""
    path = template.with_name(f"test{next(_database_numbers)}.sqlite")
    shutil.copyfile(template, path)
    yield f"sqlite:///{path}"
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()


def postgres_copy(
    server: postgres.Postgres, template: str
) -> contextlib.AbstractContextManager[str]:
    """A copy of a PostgreSQL database that nobody is connected to, as long as the block; gives its URL."""
    return postgres.database(server, f"test{next(_database_numbers)}", template=template)


@pytest.fixture(scope="session", autouse=True)
def home_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Tests see no real shop: own folders for settings and data, no `CARPASS_` variables."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("CARPASS_")]:
            patch.delenv(name)
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        yield home


@pytest.fixture(scope="session")
def qapp_cls() -> "type[QApplication]":
    """The desk's own application for every test with windows; those that watch its events say so."""
    from ui.shell import watchdog  # noqa: PLC0415 - other tests need no Qt

    if "WATCHED" in os.environ:
        return watchdog.WatchedApplication
    return watchdog.DeskApplication


@pytest.fixture(scope="session")
def database_folder() -> Iterator[Path]:
    """Where SQLite test databases lie: in memory when there is room (fsync costs nothing there)."""
    parent = postgres.scratch_folder(room_bytes=1 << 28)
    with tempfile.TemporaryDirectory(prefix="carpass-sqlite-", dir=parent) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """The run's own server, started when the first test asks; each xdist worker has one."""
    with postgres.Postgres() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(database_folder: Path) -> Path:
    """A migrated, empty SQLite database to copy; do not open it."""
    from app.kernel.db import migrate  # noqa: PLC0415 - tests of pure rules need no database

    path = database_folder / "template.sqlite"
    migrate(f"sqlite:///{path}")
    left = [extra.name for extra in database_folder.glob("template.sqlite-*")]
    if left:
        pytest.fail(f"migrate() left {left}: a copy of the file alone would lose rows")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: postgres.Postgres) -> str:
    """Name of a migrated, empty PostgreSQL database to copy; do not connect to it."""
    from app.kernel.db import migrate  # noqa: PLC0415 - as above

    migrate(postgres_server.create("migrated"))
    return "migrated"


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> Iterator[str]:
    """URL of a migrated, empty SQLite database of this test alone."""
    with sqlite_copy(sqlite_template) as url:
        yield url


@pytest.fixture
def postgresql_url(postgres_server: postgres.Postgres, postgres_template: str) -> Iterator[str]:
    """URL of a migrated, empty PostgreSQL database of this test alone."""
    with postgres_copy(postgres_server, postgres_template) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """URL of a migrated, empty database of this test alone: the test runs on both kinds."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of a database without any table, of both kinds: for tests of the migrations."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.sqlite'}"
        return
    server: postgres.Postgres = request.getfixturevalue("postgres_server")
    with postgres.database(server, f"bare{next(_database_numbers)}") as url:
        yield url


_tests_done = itertools.count(1)
_COLLECT_EVERY = 10


@pytest.fixture(autouse=True)
def garbage_of_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Qt's objects die on the thread that draws: no other thread of a test may collect what a screen left."""
    gc.disable()
    yield
    if "qapp" in request.fixturenames or next(_tests_done) % _COLLECT_EVERY == 0:
        gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def garbage_of_this_file() -> Iterator[None]:
    """All that a file left dies here; what lives on is looked through no more."""
    yield
    gc.collect()
    gc.freeze()
