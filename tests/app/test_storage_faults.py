"""A full disk, a folder nobody may write to, a locked file, a network share: said in words, and the data is whole."""

import os
import resource
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest

from app.compose import open_shop
from app.kernel import db
from app.kernel.errors import Reason, UserError
from tests.app.test_completion_faults import ready_order, rows_of, whole
from tests.build.orders import Garage
from tests.build.shops import TestShop, make_shop

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shop(sqlite_url: str) -> Iterator[TestShop]:
    """A shop in a file: these faults are a file's."""
    made = make_shop(sqlite_url)
    yield made
    made.close()


def pragma(shop: TestShop, text: str) -> int:
    """Run a pragma on the one writing connection, which the pool keeps; its number."""
    raw = shop.shop.database.writer.raw_connection()
    try:
        row = raw.cursor().execute(f"PRAGMA {text}").fetchone()
    finally:
        raw.close()
    return int(row[0]) if row else 0


@contextmanager
def full_file(shop: TestShop) -> Iterator[None]:
    """The database may not grow by another page, as on a disk without room."""
    pragma(shop, f"max_page_count={pragma(shop, 'page_count') + 1}")
    yield
    pragma(shop, "max_page_count=1000000")


@contextmanager
def limited_files(shop: TestShop) -> Iterator[None]:
    """The system itself refuses to make any file of this process longer than the log is now."""
    log = shop.shop.database.path.with_name(shop.shop.database.path.name + "-wal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 8192, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("short", [full_file, limited_files])
def test_a_full_disk_at_completion_is_said_and_changes_nothing(
    shop: TestShop, short: Callable[[TestShop], AbstractContextManager[None]]
) -> None:
    garage = Garage(shop)
    order = ready_order(garage)
    # what this action's own statements need is spilled by a long text, whatever room pages have left
    garage.typed(garage.order(), "labour", "x", 100)
    before = rows_of(shop.shop.database)
    with short(shop):
        for _ in range(60):
            try:
                garage.customer("Ёжиков " * 12)
            except UserError as error:
                told = error
                break
        full = rows_of(shop.shop.database)
        with pytest.raises(UserError) as refused:
            garage.complete(order)
        assert rows_of(shop.shop.database) == full
    assert told.reason is Reason.STORAGE
    assert refused.value.reason is Reason.STORAGE
    assert "Nothing was changed" in str(refused.value)
    assert refused.value.remedy is not None
    assert full["work_order"] == before["work_order"]
    # room again: the same button does it
    garage.complete(order)
    whole(garage)


_LOCKING = """
    import sys, pysqlite3.dbapi2 as lite
    held = lite.connect(sys.argv[1], isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_file_that_another_program_holds_is_said_and_changes_nothing(shop: TestShop) -> None:
    garage = Garage(shop)
    order = ready_order(garage)
    before = rows_of(shop.shop.database)
    pragma(shop, "busy_timeout=100")
    command = [sys.executable, "-c", textwrap.dedent(_LOCKING), str(shop.shop.database.path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        with pytest.raises(UserError) as refused:
            garage.complete(order)
        other.communicate("")
    assert refused.value.reason is Reason.BUSY
    assert "Nothing was changed" in str(refused.value)
    assert rows_of(shop.shop.database) == before
    garage.complete(order)
    whole(garage)


_OPENING = """
    import os, sys
    from pathlib import Path
    from app.compose import open_shop
    from app.kernel.errors import UserError
    os.setgid(65534), os.setuid(65534)
    try:
        open_shop(url=sys.argv[1], secrets_dir=Path(sys.argv[2]))
    except UserError as told:
        print(told.reason.value, told, told.remedy, sep="|")
"""


def test_who_opens_a_file_that_another_is_making_gets_in_behind_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.sqlite"
    other = driver.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if other.in_transaction:
            other.execute("COMMIT")

    monkeypatch.setattr(time, "sleep", pause)
    database = db.Database(str(path))
    with database.writer.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert pauses
    database.close()
    other.close()


def test_all_who_open_a_new_file_at_the_same_moment_get_in(tmp_path: Path) -> None:
    together = threading.Barrier(6)

    def opened(turn: int) -> object:
        database = db.Database(str(tmp_path / f"{turn}.sqlite"))
        together.wait()
        try:
            with database.writer.begin() as connection:
                return connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        finally:
            database.close()

    with ThreadPoolExecutor(6) as pool:
        for turn in range(40):
            assert list(pool.map(opened, [turn] * 6)) == ["wal"] * 6


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becomes nobody")
@pytest.mark.parametrize("what", ["folder", "file", "empty folder"])
def test_a_place_nobody_may_write_to_is_named(
    sqlite_template: Path, database_folder: Path, what: str
) -> None:
    database_folder.chmod(0o755)
    place = database_folder / f"read-only {what}"
    place.mkdir()
    path = place / "shop.sqlite"
    if what != "empty folder":
        shutil.copyfile(sqlite_template, path)
        path.chmod(0o444 if what == "file" else 0o666)
    place.chmod(0o777 if what == "file" else 0o555)
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_OPENING), str(path), str(place / "secrets")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    place.chmod(0o700)
    shutil.rmtree(place)
    assert done.returncode == 0, done.stderr
    reason, sentence, remedy = done.stdout.strip().split("|")
    assert reason == Reason.STORAGE.value
    assert str(place) in sentence
    assert "rights" in remedy or "write access" in remedy


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_file_on_a_network_share_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    share = tmp_path / "общая папка"
    share.mkdir()
    mounts = tmp_path / "mounts"
    shown = str(share).replace(" ", "\\040")
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nserver:/x {shown} {kind} rw 0 0\n")
    monkeypatch.setattr(db, "MOUNTS", mounts)
    for where in (share / "shop.sqlite", share / "data" / "shop.sqlite"):
        with pytest.raises(UserError) as refused:
            open_shop(url=str(where), secrets_dir=tmp_path)
        assert refused.value.reason is Reason.UNSUPPORTED
        assert "network share" in str(refused.value)
        assert "PostgreSQL" in str(refused.value.remedy)
    assert list(share.iterdir()) == []
    beside = tmp_path / "beside" / "shop.sqlite"
    open_shop(url=str(beside), secrets_dir=tmp_path, daily=False).close()
    assert beside.exists()


def test_a_windows_share_is_known_by_its_name() -> None:
    with pytest.raises(UserError, match="network share"):
        db.refuse_bad_place(Path("\\\\server\\shop\\shop.sqlite"))
