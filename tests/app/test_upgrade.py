"""A shop that an earlier version wrote keeps every byte when this one opens it; each landed schema has a file here."""

import json
import lzma
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app import billing
from app.compose import open_shop
from app.kernel import backup
from app.kernel.backup import postgres, rows
from app.kernel.db import HEAD, Database, migrate_database, schema_version
from app.kernel.settings import Settings
from models.entities import metadata
from models.ledger import ShopIdentity

LANDED = Path(__file__).with_name("landed")
VERSIONS = sorted(path.name.removesuffix(".sqlite.xz") for path in LANDED.iterdir())
"""Schemas that shops out there may stand at: a small shop of each, as its own program wrote it."""

Stored = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=VERSIONS)
def landed(request: pytest.FixtureRequest, bare_database_url: str, tmp_path: Path) -> str:
    """URL of a shop at an earlier schema, on both databases."""
    version: str = request.param
    whole = lzma.decompress((LANDED / f"{version}.sqlite.xz").read_bytes())
    target = Database(bare_database_url)
    if target.is_sqlite:
        target.path.write_bytes(whole)
        target.close()
        return bare_database_url
    (tmp_path / "landed.sqlite").write_bytes(whole)
    source = Database(f"sqlite:///{tmp_path / 'landed.sqlite'}")
    migrate_database(target, version)
    with source.reading() as taken, target.writer.begin() as given, postgres.without_guards(given):
        inspector = sa.inspect(taken)
        known = set(inspector.get_table_names())
        for spec in rows.model_specs():
            if spec.name in known:
                had = {column["name"] for column in inspector.get_columns(spec.name)}
                then = replace(spec, columns=tuple(c for c in spec.columns if c[0] in had))
                rows.load(given, then, rows.lines_of(rows.chunks(taken, then)))
    source.close()
    target.close()
    return bare_database_url


def stored(url: str, like: Stored | None = None) -> Stored:
    """Every row of every table as the database has it, by name of the column; of ``like`` only its tables."""
    database = Database(url)
    there = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if not database.is_sqlite:
        there = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    try:
        with database.reading() as connection:
            found: Stored = {}
            for table in connection.exec_driver_sql(there).scalars().all():
                if table not in metadata.tables or (like is not None and table not in like):
                    continue
                rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
                names = list(rows.keys())
                found[table] = sorted(
                    (tuple(zip(names, map(_plain, row), strict=True)) for row in rows), key=repr
                )
            return found
    finally:
        database.close()


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, bytearray | memoryview) else value


def opened_at(url: str) -> datetime:
    """When the shop was opened last: opening it again at that moment changes nothing."""
    database = Database(url)
    with database.reading() as connection:
        at = connection.execute(sa.select(ShopIdentity.last_opened_at)).scalar_one()
    database.close()
    assert at is not None
    return at


def kept(row: tuple[Any, ...], old: tuple[Any, ...]) -> bool:
    """Whether a row says everything that it said; later versions may have added columns, and rights to a role."""
    now = dict(row)
    return all(
        set(json.loads(value)) <= set(json.loads(now[name]))
        if name == "permissions"
        else now[name] == value
        for name, value in old
    )


def test_opening_an_earlier_shop_keeps_every_byte(landed: str, tmp_path: Path) -> None:
    before, at = stored(landed), opened_at(landed)
    assert {name for name, found in before.items() if found} >= {
        "customer", "vehicle", "work_order", "invoice", "payment", "audit_entry", "completed_record",
    }  # fmt: skip  # one line reads better
    chosen = Settings(backup_dir=tmp_path / "kept")

    shop = open_shop(chosen, url=landed, clock=lambda: at, secrets_dir=tmp_path / "s", daily=False)

    assert schema_version(shop.database) == HEAD
    with shop.database.reading() as connection:
        inspector = sa.inspect(connection)
        standing = {
            index["name"] for table in metadata.tables for index in inspector.get_indexes(table)
        }
        assert billing.wrong_bills(connection) == {}
    shop.close()
    wanted = {str(index.name) for table in metadata.tables.values() for index in table.indexes}
    assert standing >= wanted
    after = stored(landed, before)
    assert after.keys() == before.keys()
    for table, old in before.items():
        assert len(after[table]) == len(old), table
        assert all(kept(new, row) for new, row in zip(after[table], old, strict=True)), table
    (made,) = (tmp_path / "kept").iterdir()
    proved = backup.verify_backup(made).manifest
    assert proved.schema_version in VERSIONS
    assert sum(table.rows for table in proved.tables) == sum(map(len, before.values()))


def test_the_backup_of_before_brings_the_earlier_shop_back(landed: str, tmp_path: Path) -> None:
    before, at = stored(landed), opened_at(landed)
    chosen = Settings(backup_dir=tmp_path / "kept")
    open_shop(chosen, url=landed, clock=lambda: at, secrets_dir=tmp_path / "s", daily=False).close()
    (made,) = (tmp_path / "kept").iterdir()
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere' / 'shop.sqlite'}"

    backup.restore(made, elsewhere)

    back = stored(elsewhere, before)
    assert {name: len(found) for name, found in back.items()} == {
        name: len(found) for name, found in before.items()
    }
