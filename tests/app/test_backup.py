"""Backups: equal to the moment they were made, refused when one byte changed, and nothing is lost by restoring."""

import base64
import os
import shutil
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.config import Config

from app.kernel import backup, db
from app.kernel.backup import keeping, lite, restoring, rows
from app.kernel.db import Database, migrate, schema_version
from app.kernel.errors import Reason, UserError
from app.kernel.tx import Actor, Shop, act
from migrations.guards import GUARDS
from models.access import SavedSetting
from models.ledger import SearchRow
from tests.build import bare
from tests.build.postgres import Postgres

TEXTS = ("Ёж \"в\" 'тумане'", "line\nbreak\ttab", "नमस्ते", "\\", "\u2028", "")


def every_row(url: str) -> dict[str, tuple[int, str]]:
    """Count and hash of every table, by the columns of this program's schema."""
    database = Database(url)
    try:
        with database.reading() as connection:
            return {spec.name: rows.digest_of(connection, spec) for spec in rows.model_specs()}
    finally:
        database.close()


@pytest.fixture
def shop(database_url: str, tmp_path: Path) -> Iterator[tuple[Shop, Actor]]:
    """A shop with audited changes, found texts and final rows, on both databases."""
    opened, actor = bare.bare_shop(database_url, tmp_path / "secrets")
    for number, text in enumerate(TEXTS):
        act(opened, actor, bare.remember, bare.Remember(name=f"name {number}", text=text))
    bare.put_final_rows(opened, actor)
    yield opened, actor
    opened.close()


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where nothing is yet, of the kind the test asks for by its parameter."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'elsewhere' / 'shop.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    url = server.create("elsewhere")
    yield url
    server.drop("elsewhere")


@pytest.mark.parametrize("empty_url", ["sqlite", "postgresql"], indirect=True)
def test_a_restored_shop_equals_the_moment_of_its_backup(
    shop: tuple[Shop, Actor], database_url: str, empty_url: str, tmp_path: Path
) -> None:
    opened, actor = shop
    before = every_row(database_url)
    made = backup.make_backup(opened, tmp_path / "backups", "manual")
    act(opened, actor, bare.remember, bare.Remember(name="after the backup"))
    assert every_row(database_url) != before
    opened.close()

    done = backup.restore(made.path, empty_url)

    assert every_row(empty_url) == before
    assert done.kept is None
    assert done.rows == sum(count for count, _ in before.values())
    restored = Database(empty_url)
    again = Shop(restored, opened.secrets, "desk-1", clock=opened.clock, identity=opened.identity)
    act(again, actor, bare.remember, bare.Remember(name="life goes on"))
    with again.reading(actor) as read:
        found = read.connection.execute(sa.select(sa.func.max(SearchRow.id))).scalar_one()
        names = set(read.connection.execute(sa.select(SavedSetting.name)).scalars())
    again.close()
    assert found == len(TEXTS) + 1
    assert "life goes on" in names
    assert "after the backup" not in names
    assert guards_of(empty_url) == {guard.name for guard in GUARDS}


def guards_of(url: str) -> set[str]:
    """Names of the guards that stand and are awake."""
    database = Database(url)
    try:
        with database.reading() as connection:
            if database.is_sqlite:
                names = connection.exec_driver_sql(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'final%'"
                )
            else:
                names = connection.exec_driver_sql(
                    "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                    "WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled = 'O' "
                    "AND t.tgname LIKE 'final%%' AND t.tgname NOT LIKE '%%_truncate'"
                )
            return set(names.scalars())
    finally:
        database.close()


def test_what_stood_there_is_kept_beside(
    shop: tuple[Shop, Actor], database_url: str, tmp_path: Path
) -> None:
    opened, actor = shop
    made = backup.make_backup(opened, tmp_path / "backups", "manual")
    before = every_row(database_url)
    act(opened, actor, bare.remember, bare.Remember(name="after the backup"))
    opened.close()
    after = every_row(database_url)

    done = backup.restore(made.path, database_url, now=bare.NOW)

    # numbers alone go on behind those of the shop that was replaced: its papers keep theirs
    restored = before | {"number_sequence": after["number_sequence"]}
    assert every_row(database_url) == restored
    assert done.numbers == 1
    assert done.kept is not None
    if database_url.startswith("sqlite"):
        assert ".before-restore-20260302T093000Z" in done.kept
        assert every_row(done.kept) == after
        assert not list(Path(done.kept).parent.glob(".restoring-*"))
        return
    assert done.kept == "before_restore_20260302t093000z"
    database = Database(database_url)
    with database.reading() as connection:
        old = sa.table("saved_setting", schema=done.kept)
        kept = connection.execute(sa.select(sa.func.count()).select_from(old))
        assert kept.scalar_one() == len(TEXTS) + 1
    database.close()
    again = backup.restore(made.path, database_url, now=bare.NOW + timedelta(seconds=1))
    assert again.kept == "before_restore_20260302t093001z"
    assert every_row(database_url) == restored


def test_a_shop_that_is_open_elsewhere_is_not_replaced(
    shop: tuple[Shop, Actor], database_url: str, tmp_path: Path
) -> None:
    opened, actor = shop
    made = backup.make_backup(opened, tmp_path / "backups", "manual")
    with pytest.raises(UserError) as refused:
        backup.restore(made.path, database_url)
    assert refused.value.reason is Reason.BUSY
    assert "Close every CarPass Desk" in str(refused.value.remedy)
    act(opened, actor, bare.remember, bare.Remember(name="still at work"))


def test_one_changed_byte_anywhere_is_refused(
    shop: tuple[Shop, Actor], tmp_path: Path, empty_target: Path
) -> None:
    made = backup.make_backup(shop[0], tmp_path / "backups", "manual")
    whole = made.path.read_bytes()
    places = {*range(0, len(whole), max(1, len(whole) // 40)), len(whole) - 1, len(whole) - 70}
    for place in places:
        altered = bytearray(whole)
        altered[place] ^= 0x20
        made.path.write_bytes(altered)
        with pytest.raises(UserError) as refused:
            backup.restore(made.path, str(empty_target))
        assert refused.value.reason is Reason.FILE
    assert not empty_target.exists()


@pytest.fixture
def empty_target(tmp_path: Path) -> Path:
    """A SQLite file that does not exist yet."""
    return tmp_path / "new" / "shop.sqlite"


def test_a_cut_backup_is_refused_at_every_length(
    shop: tuple[Shop, Actor], tmp_path: Path, empty_target: Path
) -> None:
    made = backup.make_backup(shop[0], tmp_path / "backups", "manual")
    whole = made.path.read_bytes()
    for length in (0, 1, 63, 64, 100, len(whole) // 2, len(whole) - 64, len(whole) - 1):
        made.path.write_bytes(whole[:length])
        with pytest.raises(UserError, match="not a whole backup"):
            backup.verify_backup(made.path)
        with pytest.raises(UserError, match="not a whole backup"):
            backup.restore(made.path, str(empty_target))
    assert not empty_target.exists()


def test_another_file_is_no_backup(tmp_path: Path) -> None:
    other = tmp_path / "photos.zip"
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("a.txt", "a" * 200)
    with pytest.raises(UserError, match="not a whole backup"):
        backup.verify_backup(other)
    with pytest.raises(UserError, match="There is no file"):
        backup.verify_backup(tmp_path / "gone.zip")


def test_a_good_backup_is_verified_with_its_rows(shop: tuple[Shop, Actor], tmp_path: Path) -> None:
    opened, _ = shop
    made = backup.make_backup(opened, tmp_path / "backups", "before the audit")
    proved = backup.verify_backup(made.path)
    assert proved == made
    assert proved.manifest.shop == opened.identity
    assert proved.manifest.reason == "before the audit"
    assert proved.manifest.schema_version == db.HEAD
    counted = {table.name: table.rows for table in proved.manifest.tables}
    assert counted["saved_setting"] == len(TEXTS)
    assert set(counted) == {spec.name for spec in rows.model_specs()}
    assert made.path.stat().st_mode & 0o077 == 0
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_a_backup_during_writing_holds_whole_actions_only(
    shop: tuple[Shop, Actor], tmp_path: Path, empty_target: Path
) -> None:
    opened, actor = shop
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            act(opened, actor, bare.remember, bare.Remember(name=f"busy {number}"))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backup.make_backup(opened, tmp_path / "backups") for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    for number, one in enumerate(made):
        target = empty_target.with_name(f"{number}.sqlite")
        backup.restore(one.path, str(target))
        database = Database(str(target))
        with database.reading() as connection:
            settings = connection.execute(
                sa.select(sa.func.count()).select_from(SavedSetting)
            ).scalar_one()
            entries = connection.exec_driver_sql("SELECT count(*), max(seq) FROM audit_entry").one()
            drawn = connection.exec_driver_sql(
                "SELECT value FROM number_sequence WHERE series = 'bare'"
            ).scalar_one()
        database.close()
        assert (settings, settings, settings) == (entries[0], entries[1], drawn)


def test_a_backup_holds_no_secret(shop: tuple[Shop, Actor], tmp_path: Path) -> None:
    opened, _ = shop
    opened.signing_key()
    opened.secrets.put("device-token", b"token-0123456789abcdef")
    key = opened.signing_key().private_bytes_raw()
    secret_file = (opened.secrets.folder / "secrets.key").read_bytes()
    made = backup.make_backup(opened, tmp_path / "backups", "manual")
    forbidden = [key, key.hex().encode(), base64.b64encode(key), secret_file, b"token-0123456789"]
    with zipfile.ZipFile(made.path) as opened_zip:
        content = [opened_zip.read(name) for name in opened_zip.namelist()]
    assert len(content) >= 2
    assert [word for word in forbidden for text in content if word in text] == []


def test_a_newer_schema_is_refused(database_url: str, tmp_path: Path, empty_target: Path) -> None:
    opened, _ = bare.bare_shop(database_url, tmp_path / "secrets")
    with opened.database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    made = backup.make_backup(opened, tmp_path / "backups", "manual")
    with pytest.raises(UserError, match="newer version") as refused:
        backup.restore(made.path, str(empty_target))
    assert "Update the program" in str(refused.value.remedy)
    with pytest.raises(UserError, match="newer version"):
        backup.before_migration(opened.database, tmp_path / "backups")
    opened.close()
    assert not empty_target.exists()


NEXT_MIGRATION = """
import sqlalchemy as sa
from alembic import op
from models import base as t
revision, down_revision, branch_labels, depends_on = "9000", "HEAD", None, None
def upgrade():
    op.add_column("saved_setting", sa.Column("note", t.Str(), nullable=True))
    op.execute("UPDATE saved_setting SET note = 'was: ' || name")
"""


@pytest.mark.parametrize("empty_url", ["sqlite", "postgresql"], indirect=True)
def test_a_backup_of_an_older_schema_is_migrated_after_it_was_proved(
    shop: tuple[Shop, Actor],
    database_url: str,
    empty_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened, _ = shop
    before = every_row(database_url)
    made = backup.make_backup(opened, tmp_path / "backups")
    schema = db.HEAD
    newer = tmp_path / "migrations"
    shutil.copytree(Path(db.__file__).resolve().parents[2] / "migrations", newer)
    made_up = newer / "versions" / "9000_note.py"
    made_up.write_text(NEXT_MIGRATION.replace("HEAD", schema), encoding="utf-8")
    config = Config()
    config.set_main_option("script_location", str(newer))
    monkeypatch.setattr(db, "_alembic_config", lambda: config)
    for module in (db, keeping, restoring):
        monkeypatch.setattr(module, "HEAD", "9000")

    done = backup.restore(made.path, empty_url)

    assert (done.manifest.schema_version, done.schema_version) == (schema, "9000")
    assert every_row(empty_url) == before
    database = Database(empty_url)
    assert schema_version(database) == "9000"
    with database.reading() as connection:
        notes = set(connection.exec_driver_sql("SELECT note FROM saved_setting").scalars())
    # from file to server the columns of the models go along, and those do not know this made-up one
    crosses = database_url.startswith("sqlite") and not database.is_sqlite
    assert notes == ({None} if crosses else {f"was: name {n}" for n in range(len(TEXTS))})
    database.close()


def test_before_a_migration_the_old_schema_is_kept(
    shop: tuple[Shop, Actor], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = shop[0].database
    assert backup.before_migration(database, tmp_path) is None
    monkeypatch.setattr(keeping, "HEAD", "9000")
    made = backup.before_migration(database, tmp_path, now=bare.NOW)
    assert made is not None
    assert made.path.name.endswith("-20260302T093000Z-before-9000.backup.zip")
    assert made.manifest.schema_version == schema_version(database)


def test_an_empty_database_needs_no_backup(bare_database_url: str, tmp_path: Path) -> None:
    database = Database(bare_database_url)
    assert backup.before_migration(database, tmp_path / "b") is None
    with pytest.raises(UserError, match="nothing to back up"):
        backup.make_backup(database, tmp_path / "b")
    migrate(bare_database_url)
    assert backup.daily(database, tmp_path / "b", bare.NOW) is None
    database.close()
    assert not (tmp_path / "b").exists()


def test_a_day_has_one_backup_and_old_ones_go(shop: tuple[Shop, Actor], tmp_path: Path) -> None:
    database, folder = shop[0].database, tmp_path / "backups"
    first = backup.daily(database, folder, bare.NOW)
    assert first is not None
    assert backup.daily(database, folder, bare.NOW + timedelta(hours=3)) is None
    by_hand = backup.make_backup(database, folder, "manual", now=bare.NOW - timedelta(days=900))
    for days in (800, 500, 200, 199, 170, 40, 20, 2):
        when = (bare.NOW - timedelta(days=days)).strftime("%Y%m%dT%H%M%SZ")
        shutil.copy(first.path, folder / first.path.name.replace("20260302T093000Z", when))
    backup.daily(database, folder, bare.NOW + timedelta(days=1), keep=2)
    left = {path.name.split("-")[2][:8] for path in folder.glob("*-daily*")}
    # the two newest, and the first of each month that has one
    assert left == {
        "20260303", "20260302", "20231223", "20241018", "20250814", "20250913", "20260121", "20260210",
    }  # fmt: skip  # reads better side by side
    assert by_hand.path.exists()
    newest = backup.newest(folder, shop[0].identity, bare.NOW + timedelta(days=1))
    assert newest is not None
    assert newest.made_at == bare.NOW + timedelta(days=1)


def test_thirty_days_and_twelve_months_stay() -> None:
    start = datetime(2024, 1, 1, 8, tzinfo=UTC)
    days = [start + timedelta(days=n) for n in range(800)]
    kept: list[keeping.Kept] = []
    for day in days:
        kept.append(keeping.Kept(Path(f"{day:%Y%m%d}"), "aaaaaaaa", day, "daily"))
        gone = {k.path for k in keeping.superfluous(kept, day, 30)}
        kept = [k for k in kept if k.path not in gone]
    stayed = [k.made_at for k in kept]
    assert stayed[-30:] == days[-30:]
    assert [f"{day:%Y-%m-%d}" for day in stayed[:-30]] == [
        "2025-04-01", "2025-05-01", "2025-06-01", "2025-07-01", "2025-08-01", "2025-09-01",
        "2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01",
    ]  # fmt: skip  # reads better side by side


def test_a_clock_that_jumps_ahead_drops_no_month_and_what_it_made_is_not_fresh() -> None:
    start = datetime(2025, 1, 1, 8, tzinfo=UTC)
    days = [start + timedelta(days=n) for n in range(365)]
    kept = [keeping.Kept(Path(f"{day:%Y%m%d}"), "aaaaaaaa", day, "daily") for day in days]
    gone = keeping.superfluous(kept, days[-1], 30)
    kept = [k for k in kept if k not in gone]
    months = {f"{k.made_at:%Y-%m}" for k in kept}
    assert len(months) == 12
    # for a week the clock is ten years ahead: each day one is made, and the round lets go of old ones
    for n in range(7):
        ahead = days[-1] + timedelta(days=3600 + n)
        kept.append(keeping.Kept(Path(f"{ahead:%Y%m%d}"), "aaaaaaaa", ahead, "daily"))
        gone = keeping.superfluous(kept, ahead, 30)
        kept = [k for k in kept if k not in gone]
    # the oldest month made place for the new one, as at the beginning of any month; no other went
    left = {f"{k.made_at:%Y-%m}" for k in kept}
    assert months - left == {"2025-01"}
    # the clock is right again: the seven of the future take nobody's place, and none of them is the newest
    now = days[-1] + timedelta(days=1)
    kept.append(keeping.Kept(Path(f"{now:%Y%m%d}"), "aaaaaaaa", now, "daily"))
    kept.sort(key=lambda k: k.made_at)
    gone = keeping.superfluous(kept, now, 24)
    stay = [k for k in kept if k not in gone]
    assert [k.made_at for k in stay if k.made_at <= now][-24:] == [*days[-23:], now]
    assert [k.made_at.year for k in stay][-7:] == [2035] * 7


def test_a_backup_dated_in_the_future_does_not_count_as_fresh(
    shop: tuple[Shop, Actor], tmp_path: Path
) -> None:
    opened, _ = shop
    backup.make_backup(opened.database, tmp_path, "manual", now=bare.NOW + timedelta(days=3650))
    alone = backup.newest(tmp_path, opened.identity, bare.NOW)
    assert alone is not None
    assert backup.is_ahead(alone, bare.NOW)
    backup.make_backup(opened.database, tmp_path, "manual", now=bare.NOW - timedelta(days=40))
    found = backup.newest(tmp_path, opened.identity, bare.NOW)
    assert found is not None
    assert found.made_at == bare.NOW - timedelta(days=40)


def test_a_damaged_database_pushes_out_no_good_backup(sqlite_url: str, tmp_path: Path) -> None:
    opened, actor = bare.bare_shop(sqlite_url, tmp_path / "secrets")
    for number in range(300):
        act(opened, actor, bare.remember, bare.Remember(name=f"{number}", text="x" * 300))
    good = backup.daily(opened.database, tmp_path / "b", bare.NOW, keep=1)
    assert good is not None
    opened.database.checkpoint()
    opened.close()
    path = opened.database.path
    damaged = bytearray(path.read_bytes())
    for place in range(len(damaged) // 2, len(damaged) // 2 + 40_960, 7):
        damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    with pytest.raises(UserError, match="is damaged") as refused:
        backup.daily(opened.database, tmp_path / "b", bare.NOW + timedelta(days=1), keep=1)
    assert "doctor" in str(refused.value.remedy)
    opened.close()
    assert [p.name for p in (tmp_path / "b").iterdir()] == [good.path.name]
    done = backup.restore(good.path, sqlite_url)
    assert done.kept is not None
    assert lite.damage(path) is None
    kept = Path(done.kept).read_bytes()
    assert len(kept) == len(damaged)
    # SQLite's header may say that the file was closed for good: how it writes, and how often it changed
    own_words = {18, 19, *range(24, 28), *range(92, 100)}
    assert {at for at, byte in enumerate(kept) if byte != damaged[at]} <= own_words
    for beside in path.parent.glob(f"{path.stem}.before-restore*"):
        beside.unlink()


def test_a_full_disk_is_told_and_leaves_nothing(
    shop: tuple[Shop, Actor], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, _ = shop

    def full(_handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="disk is full") as refused:
        backup.daily(opened.database, tmp_path / "b", bare.NOW)
    assert refused.value.reason is Reason.STORAGE
    assert list((tmp_path / "b").iterdir()) == []
