"""Opening a shop: migrated when behind, one identity, secrets in their file, a newer database refused."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from app import compose
from app.compose import keep_daily, open_shop
from app.kernel import backup
from app.kernel.backup import keeping
from app.kernel.db import HEAD, Database, migrate_database, schema_version
from app.kernel.errors import Reason, UserError
from app.kernel.settings import Settings
from models.ledger import ShopIdentity
from tests.build.shops import MovableClock, TestShop


def test_an_empty_database_becomes_a_shop_that_keeps_its_identity(
    bare_database_url: str, tmp_path: Path
) -> None:
    clock = MovableClock()
    first = open_shop(url=bare_database_url, clock=clock, secrets_dir=tmp_path, workstation="a")
    key = first.signing_key().public_key().public_bytes_raw()
    assert schema_version(first.database) == HEAD
    first.close()
    clock.move(days=1)
    again = open_shop(url=bare_database_url, clock=clock, secrets_dir=tmp_path, workstation="a")
    assert again.identity == first.identity
    assert again.signing_key().public_key().public_bytes_raw() == key
    with again.database.reading() as connection:
        (row,) = connection.execute(sa.select(ShopIdentity.__table__)).all()
    assert row.last_opened_at == clock()
    assert row.made_at < row.last_opened_at
    again.close()


_START = """
import sys
from pathlib import Path
from app import compose
from app.compose import keep_daily, open_shop
from app.kernel import backup
from app.kernel.backup import keeping
shop = open_shop(url=sys.argv[1], workstation=sys.argv[2], secrets_dir=Path(sys.argv[3]))
print(shop.identity)
shop.close()
"""


def test_two_desks_that_start_together_make_one_shop(
    bare_database_url: str, tmp_path: Path
) -> None:
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", _START, bare_database_url, name, str(tmp_path / name)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for name in ("one", "two")
    ]
    told = [desk.communicate(timeout=60) for desk in desks]
    assert [desk.returncode for desk in desks] == [0, 0], told
    assert len({out for out, _ in told}) == 1


def test_a_desk_that_goes_on_between_two_migrations_of_another_is_not_in_its_way(
    sqlite_url: str, tmp_path: Path
) -> None:
    ours = Database(str(tmp_path / "new.sqlite"))
    theirs = Database(sqlite_url)
    begun: list[str | None] = []

    def go_on(_connection: object) -> None:
        begun.append(schema_version(ours))
        if len(begun) == 2:
            # the other desk has the file at the newest schema before our second migration begins
            into, of = ours.reader.raw_connection(), theirs.reader.raw_connection()
            of.driver_connection.backup(into.driver_connection)  # type: ignore[union-attr]  # it is there
            into.close()
            of.close()

    event.listen(ours.writer, "begin", go_on, insert=True)
    migrate_database(ours)
    assert begun[:2] == [None, "0001"]
    assert schema_version(ours) == HEAD
    ours.close()
    theirs.close()


def test_a_database_of_a_newer_program_is_refused_and_left_alone(
    bare_database_url: str, tmp_path: Path
) -> None:
    open_shop(url=bare_database_url, secrets_dir=tmp_path).close()
    database = Database(bare_database_url)
    with database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UserError) as caught:
        open_shop(url=bare_database_url, secrets_dir=tmp_path)
    assert caught.value.reason is Reason.UNSUPPORTED
    assert schema_version(database) == "9999"
    database.close()


def test_settings_say_where_everything_is(tmp_path: Path) -> None:
    chosen = Settings(
        data_dir=tmp_path / "data", secrets_dir=tmp_path / "secrets", workstation="desk-7"
    )
    shop = open_shop(chosen)
    assert shop.database.path == tmp_path / "data" / "shop.sqlite"
    assert shop.workstation == "desk-7"
    assert shop.secrets.kind == "file"
    shop.signing_key()
    assert (tmp_path / "secrets" / "secrets.bin").exists()
    shop.close()


def test_a_day_begins_with_a_backup_and_a_full_disk_does_not_close_the_shop(
    shop: TestShop, tmp_path: Path
) -> None:
    chosen = Settings(backup_dir=tmp_path / "kept", secrets_dir=tmp_path / "s")
    database = shop.shop.database
    url = str(database.path) if database.is_sqlite else str(database.url)
    for _ in range(2):
        open_shop(chosen, url=url, clock=shop.clock).close()
    assert len(list((tmp_path / "kept").iterdir())) == 1
    shop.clock.move(days=1)
    open_shop(chosen, url=url, clock=shop.clock, daily=False).close()
    assert len(list((tmp_path / "kept").iterdir())) == 1
    (tmp_path / "blocked").write_text("a file, where a folder should be", encoding="utf-8")
    blocked = Settings(backup_dir=tmp_path / "blocked", secrets_dir=tmp_path / "s")
    opened = open_shop(blocked, url=url, clock=shop.clock)
    problem = keep_daily(opened, blocked)
    assert isinstance(problem, UserError)
    assert problem.reason is Reason.STORAGE
    opened.close()


def test_a_migration_begins_with_a_backup(
    shop: TestShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = shop.shop.database
    url = str(database.path) if database.is_sqlite else str(database.url)
    for module in (compose, keeping):
        monkeypatch.setattr(module, "HEAD", "9000")
    chosen = Settings(backup_dir=tmp_path / "kept", secrets_dir=tmp_path / "s")
    open_shop(chosen, url=url, clock=shop.clock, daily=False).close()
    (made,) = (tmp_path / "kept").iterdir()
    assert made.name.endswith("-before-9000.backup.zip")
    assert backup.verify_backup(made).manifest.schema_version == HEAD


def test_a_server_that_does_not_answer_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        open_shop(url="postgresql://shop@127.0.0.1:9/none", secrets_dir=tmp_path)
    assert caught.value.reason is Reason.NETWORK
