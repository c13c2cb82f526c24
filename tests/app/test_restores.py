"""Every kind of backup of a shop at work, restored: equal to its moment, with its files; the old file stays."""

import shutil
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli import doctor
from app.kernel import backup
from app.kernel.backup import keeping
from app.kernel.db import Database
from app.kernel.errors import Reason, UserError
from app.kernel.store import FileStore, store_of
from models.work_orders import WorkOrder
from tests.app.test_backup import every_row
from tests.app.test_files import add
from tests.build.filled import Filled, filled, templates
from tests.build.orders import Garage
from tests.build.pictures import photo
from tests.build.shops import TestShop

__all__ = ["filled", "templates"]

Made = Callable[[TestShop, Path, pytest.MonkeyPatch], backup.BackupReport]


def _by_hand(shop: TestShop, folder: Path, _patch: pytest.MonkeyPatch) -> backup.BackupReport:
    return backup.make_backup(shop.shop, folder, "manual", now=shop.clock())


def _daily(shop: TestShop, folder: Path, _patch: pytest.MonkeyPatch) -> backup.BackupReport:
    made = backup.daily(shop.shop.database, folder, shop.clock())
    assert made is not None
    return made


def _monthly(shop: TestShop, folder: Path, patch: pytest.MonkeyPatch) -> backup.BackupReport:
    made = _daily(shop, folder, patch)
    at = shop.clock()
    # a week of days later, of which two are kept: the first of its month stays
    for day in range(1, 8):
        backup.daily(shop.shop.database, folder, at + timedelta(days=day), keep=2)
    assert made.path.exists()
    assert len(list(folder.glob("*-daily*"))) < 7
    return made


def _before_migration(
    shop: TestShop, folder: Path, patch: pytest.MonkeyPatch
) -> backup.BackupReport:
    with patch.context() as later:
        later.setattr(keeping, "HEAD", "9000")
        made = backup.before_migration(shop.shop.database, folder, now=shop.clock())
    assert made is not None
    return made


KINDS: dict[str, Made] = {
    "by hand": _by_hand,
    "daily": _daily,
    "monthly": _monthly,
    "before a migration": _before_migration,
}


def _billed(shop: TestShop) -> None:
    made = Garage(shop)
    work = made.labour("Замена масла", "0.5")
    order = made.finished((work, None), (made.part("Фильтр", 78_000), None))
    made.pay(10_000, invoice_id=made.invoice(order))


@pytest.fixture
def garage(filled: Filled) -> Garage:
    return Garage(filled(_billed))


def url_of(garage: Garage) -> str:
    return garage.on.shop.database.url.render_as_string(hide_password=False)


def contents(store: FileStore) -> dict[str, bytes]:
    return {sha256: store.path(sha256).read_bytes() for sha256 in store.hashes()}


@pytest.mark.parametrize(
    ("kind", "with_files"), [("by hand", False), *((kind, True) for kind in KINDS)]
)
def test_a_backup_of_any_kind_restores_to_its_moment_and_the_old_shop_stays_beside(
    garage: Garage,
    tmp_path: Path,
    kind: str,
    with_files: bool,  # noqa: FBT001 - a parameter of the test
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop, url = garage.on, url_of(garage)
    if with_files:
        add(shop, photo(), ("vehicle", garage.car()))
    then, files = every_row(url), contents(store_of(shop.shop.database))
    assert bool(files) == with_files
    made = KINDS[kind](shop, tmp_path / "kept", monkeypatch)
    # life goes on, and then the folder of files is lost with the disk
    garage.finished((garage.labour("Мойка", "0.2"), None))
    now = every_row(url)
    shop.close()
    shutil.rmtree(store_of(shop.shop.database).root, ignore_errors=True)

    done = backup.restore(made.path, url, now=shop.clock())

    kept = every_row(url)
    same = {name: rows for name, rows in kept.items() if name != "number_sequence"}
    assert same == {name: rows for name, rows in then.items() if name != "number_sequence"}
    assert contents(store_of(Database(url))) == files
    assert done.files == len(files)
    assert done.files_missing == ()
    assert done.kept is not None
    if url.startswith("sqlite"):
        assert every_row(done.kept) == now


def test_a_backup_made_while_work_is_done_holds_whole_papers(
    garage: Garage, tmp_path: Path
) -> None:
    stop = threading.Event()
    work = garage.labour("Мойка", "0.2")

    def write() -> None:
        while not stop.is_set():
            garage.invoice(garage.finished((work, None)))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = backup.make_backup(garage.on.shop, tmp_path / "kept")
    finally:
        stop.set()
        writer.join()
    fresh = f"sqlite:///{tmp_path / 'fresh.sqlite'}"
    backup.restore(made.path, fresh)
    chart = doctor.examine(Database(fresh), fresh)
    assert [f for f in chart.findings if f.severity != "warning"] == []


@pytest.mark.parametrize("hurt", ["cut", "seal", "inside", "another seal"])
def test_a_backup_that_is_not_whole_is_refused_and_nothing_changes(
    garage: Garage, tmp_path: Path, hurt: str
) -> None:
    url = url_of(garage)
    made = _by_hand(garage.on, tmp_path / "kept", pytest.MonkeyPatch())
    garage.customer("Новый")
    now, whole = every_row(url), made.path.read_bytes()
    middle = len(whole) // 2
    hurts = {
        "cut": whole[: len(whole) * 2 // 3],
        "seal": whole[:-1] + bytes([whole[-1] ^ 1]),
        "inside": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "another seal": whole[:-64] + b"0123456789abcdef" * 4,
    }
    made.path.write_bytes(hurts[hurt])
    garage.on.close()
    with pytest.raises(UserError, match="not a whole backup") as refused:
        backup.restore(made.path, url)
    assert refused.value.reason is Reason.FILE
    assert every_row(url) == now
    assert garage.rows(WorkOrder)
