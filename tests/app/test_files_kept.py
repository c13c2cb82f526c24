"""Files go along with the shop: into backups and back out, proved by the doctor, named when something is wrong."""

import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app import arrivals, files
from app.arrivals import OpenArrival, SignAct
from app.cli.doctor import examine
from app.cli.findings import Finding, Severity
from app.files import AddFile, FileOf
from app.kernel import backup
from app.kernel.backup import kept_files
from app.kernel.db import Database
from app.kernel.errors import UserError
from app.kernel.settings import Settings, settings
from app.kernel.store import store_at, store_of
from models.files import StoredFile
from tests.build import pictures
from tests.build.shops import TestShop
from tests.build.tampering import tamper

DAY = datetime(2026, 6, 15, 20, 0, tzinfo=UTC)
CHECKS = ("files", "acceptance acts")


def add(shop: TestShop, number: int, vehicle: uuid.UUID | None = None) -> tuple[uuid.UUID, str]:
    came = files.receive(shop.shop.files, pictures.photo(tint=number * 20), f"{number}.jpg")
    link = shop.do(
        files.add_file,
        AddFile(
            sha256=came.sha256,
            subject_kind="vehicle",
            subject_id=vehicle or shop.vehicle(f"А{number:03}АА77"),
        ),
    )
    return link, came.sha256


def found(shop: TestShop) -> list[Finding]:
    url = shop.shop.database.url.render_as_string(hide_password=False)
    return examine(shop.shop.database, url, only=CHECKS).findings


def codes(shop: TestShop) -> set[str]:
    return {finding.code for finding in found(shop)}


# backups
@pytest.mark.parametrize("where", ["inside", "beside"])
def test_a_backup_brings_the_files_back(
    shop: TestShop, tmp_path: Path, where: kept_files.Where
) -> None:
    hashes = sorted(add(shop, number)[1] for number in range(1, 4))
    folder = tmp_path / "backups"
    made = backup.make_backup(shop.shop, folder, files=where)
    assert made.manifest.files is not None
    assert (made.manifest.files.count, made.manifest.files.is_inside) == (3, where == "inside")
    assert made.manifest.format == 2
    assert backup.verify_backup(made.path).lost == ()
    target = tmp_path / "elsewhere" / "shop.sqlite"
    done = backup.restore(made.path, str(target))
    assert (done.files, done.files_missing) == (3, ())
    restored = Database(str(target))
    store = store_of(restored)
    assert store.root == target.with_name("shop.files")
    assert store.hashes() == hashes
    assert all(store.hash_of(sha256) == sha256 for sha256 in hashes)
    with restored.reading() as connection:
        rows = set(connection.execute(sa.select(StoredFile.sha256)).scalars())
    restored.close()
    assert rows == set(hashes)


def test_a_backup_by_hand_can_be_taken_away_alone(shop: TestShop, tmp_path: Path) -> None:
    _, sha256 = add(shop, 1)
    made = backup.make_backup(shop.shop, tmp_path / "backups")
    away = tmp_path / "stick" / made.path.name
    away.parent.mkdir()
    made.path.rename(away)
    assert backup.restore(away, str(tmp_path / "new.sqlite")).files == 1
    assert store_at(sa.make_url(f"sqlite:///{tmp_path / 'new.sqlite'}")).has(sha256)


def test_daily_backups_keep_each_file_once_and_let_go_of_the_unnamed(
    shop: TestShop, tmp_path: Path
) -> None:
    folder, database = tmp_path / "backups", shop.shop.database
    link, sha256 = add(shop, 1)
    first = backup.daily(database, folder, DAY)
    _, other = add(shop, 2)
    second = backup.daily(database, folder, DAY.replace(day=16))
    assert first is not None
    assert second is not None
    pool = kept_files.pool_of(folder)
    assert pool.hashes() == sorted([sha256, other])
    assert second.size < first.size * 2
    shop.do(files.erase_file, FileOf(link_id=link))
    assert pool.has(sha256)
    # the first of a month stays: the next month's backups push only the others out
    for day in (17, 18):
        backup.daily(database, folder, DAY.replace(day=day), keep=1)
    assert first.path.exists()
    assert pool.has(sha256)
    first.path.unlink()
    backup.daily(database, folder, DAY.replace(day=19), keep=1)
    assert pool.hashes() == [other]


def test_nothing_is_let_go_while_a_backup_cannot_be_read(shop: TestShop, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    add(shop, 1)
    made = backup.make_backup(shop.shop, folder, files="beside")
    (folder / "carpass-torn.backup.zip").write_bytes(b"half")
    made.path.unlink()
    assert kept_files.let_go(folder) == 0
    (folder / "carpass-torn.backup.zip").unlink()
    assert kept_files.let_go(folder) == 1


def test_a_file_missing_beside_its_backup_is_named_and_the_rest_restored(
    shop: TestShop, tmp_path: Path
) -> None:
    lost, kept = add(shop, 1)[1], add(shop, 2)[1]
    made = backup.make_backup(shop.shop, tmp_path / "backups", files="beside")
    kept_files.pool_of(tmp_path / "backups").remove(lost)
    assert backup.verify_backup(made.path).lost == (lost,)
    done = backup.restore(made.path, str(tmp_path / "new" / "shop.sqlite"))
    assert (done.files, done.files_missing) == (1, (lost,))
    assert store_at(sa.make_url(f"sqlite:///{tmp_path / 'new' / 'shop.sqlite'}")).hashes() == [kept]


def test_a_rotten_file_is_left_out_and_counted(shop: TestShop, tmp_path: Path) -> None:
    _, sha256 = add(shop, 1)
    path = shop.shop.files.path(sha256)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    made = backup.make_backup(shop.shop, tmp_path / "backups")
    assert made.manifest.files is not None
    assert (made.manifest.files.count, made.manifest.files.damaged_count) == (0, 1)


def test_a_backup_without_files_is_what_it_always_was(shop: TestShop, tmp_path: Path) -> None:
    made = backup.make_backup(shop.shop, tmp_path / "backups")
    assert made.manifest.files is None
    assert made.manifest.format == 1
    done = backup.restore(made.path, str(tmp_path / "new.sqlite"))
    assert done.files == 0


def test_a_backup_with_another_file_under_a_hash_is_refused(
    shop: TestShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sha256 = add(shop, 1)
    monkeypatch.setattr(kept_files, "member_of", lambda _sha256: "files/" + "0" * 64)
    made = backup.make_backup(shop.shop, tmp_path / "backups")
    monkeypatch.undo()
    with pytest.raises(UserError):
        backup.verify_backup(made.path)
    with pytest.raises(UserError):
        backup.restore(made.path, str(tmp_path / "new.sqlite"))
    assert not (tmp_path / "new.files" / sha256[:2]).exists()


def test_a_shared_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings.cache_clear()
    monkeypatch.setenv("CARPASS_FILES_DIR", str(tmp_path / "share"))
    try:
        assert Settings().files_dir == tmp_path / "share"
        assert store_at(sa.make_url("postgresql://shop@lan/shop")).root == tmp_path / "share"
    finally:
        settings.cache_clear()


# the doctor
def test_a_shop_in_order_has_nothing_to_say(shop: TestShop) -> None:
    add(shop, 1)
    arrival = shop.do(arrivals.open_arrival, OpenArrival(plate="О284ТР777"))
    sign(shop, arrival)
    assert found(shop) == []


def sign(shop: TestShop, arrival: uuid.UUID) -> None:
    strokes = [[[1, 1], [2, 2], [3, 3]]]
    version = shop.see(arrivals.get_arrival, arrival).row.version
    shop.do(arrivals.sign_act, SignAct(arrival_id=arrival, version=version, strokes=strokes))


def test_a_row_without_its_file_is_named(shop: TestShop) -> None:
    _, sha256 = add(shop, 1)
    shop.shop.files.path(sha256).unlink()
    (finding,) = found(shop)
    assert (finding.code, finding.severity) == ("file_missing", Severity.FAULT)
    assert finding.record == f"file {sha256}"


def test_a_file_that_changed_is_named(shop: TestShop) -> None:
    _, sha256 = add(shop, 1)
    path = shop.shop.files.path(sha256)
    path.write_bytes(path.read_bytes() + b"\0")
    (finding,) = found(shop)
    assert (finding.code, finding.severity) == ("file_altered", Severity.DAMAGE)


def test_a_file_without_a_row_and_a_stranger_are_minded(shop: TestShop) -> None:
    store = shop.shop.files
    orphan = files.receive(store, pictures.photo()).sha256
    (store.path(orphan).parent / "notes.txt").write_text("mine")
    assert codes(shop) == {"file_orphan", "file_stranger"}
    assert {f.severity for f in found(shop)} == {Severity.WARNING}


def test_erased_bytes_that_are_still_there_are_named(shop: TestShop) -> None:
    link, sha256 = add(shop, 1)
    data = shop.shop.files.path(sha256).read_bytes()
    shop.do(files.erase_file, FileOf(link_id=link))
    shop.shop.files.path(sha256).write_bytes(data)
    assert codes(shop) == {"file_erased"}


@pytest.mark.parametrize(
    ("table", "change", "code"),
    [
        ("arrival_version", "content = replace(content, 'stays', 'waits')", "acceptance_act"),
        ("arrival_signature", "note = 'added later'", "act_signature"),
        ("arrival_signature", "content_sha256 = sha256", "act_signature"),
        ("arrival_signature", "role = 'acceptor'", "act_signature"),
        ("person_seal", "document_kind = 'brrival' WHERE document_kind = 'arrival'", "act_people"),
        (
            "person_seal",
            "document_kind = 'payment' WHERE document_kind = 'arrival_signature'",
            "act_people",
        ),
    ],
)
def test_a_changed_act_or_signature_is_named(
    shop: TestShop, table: str, change: str, code: str
) -> None:
    arrival = shop.do(arrivals.open_arrival, OpenArrival(plate="О284ТР777"))
    sign(shop, arrival)
    tamper(shop.shop.database, table, change)
    assert code in codes(shop)
