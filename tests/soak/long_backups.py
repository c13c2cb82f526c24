"""Backups of a shop at work: each restores to its moment; one that was cut or hit is refused."""

import random
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.kernel import backup
from app.kernel.errors import UserError
from models.access import SavedSetting
from models.base import new_id
from tests.app.test_backup import every_row
from tests.build.bare import row_of
from tests.build.orders import Garage
from tests.build.shops import TestShop
from tests.soak.conftest import Measured, Sized, Told
from tests.soak.long_operations import Life

BACKUPS = 3
HITS = 40
STEPS = 25


def test_every_backup_restores_to_its_moment(
    shop: TestShop, tmp_path: Path, seed: int, sized: Sized, told: Told
) -> None:
    chance, hits = random.Random(seed), sized(HITS)
    life = Life(Garage(shop), chance)
    url = shop.shop.database.url.render_as_string(hide_password=False)
    made = []
    for _ in range(BACKUPS):
        for _ in range(STEPS):
            life.step()
        path = backup.make_backup(shop.shop, tmp_path / "kept", "manual", now=shop.clock()).path
        made.append((path, every_row(url)))
    for number, (path, then) in enumerate(made):
        fresh = tmp_path / f"restored{number}.sqlite"
        backup.restore(path, f"sqlite:///{fresh}")
        assert every_row(f"sqlite:///{fresh}") == then
    whole = made[-1][0].read_bytes()
    hit = tmp_path / "hit.backup.zip"
    for number in range(hits):
        damaged = bytearray(whole)
        if number % 2:
            del damaged[chance.randrange(len(damaged)) :]
        else:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        hit.write_bytes(damaged)
        with pytest.raises(UserError):
            backup.restore(hit, f"sqlite:///{tmp_path / 'never.sqlite'}")
    told("backups restored", BACKUPS)
    told("cut and hit backups refused", hits)


MEGABYTES = 60
ROW_BYTES = 560
"""As in a shop at work: 280,000 rows in 158 MB."""


def grown(shop: TestShop) -> None:
    """Sixty megabytes of rows that differ."""
    texts = random.Random(20261121)
    row = row_of(SavedSetting, center_id=shop.owner.center_id)
    rows = [
        row | {"id": new_id(), "name": f"{n}", "value": {"text": texts.randbytes(200).hex()}}
        for n in range(MEGABYTES * 1_000_000 // ROW_BYTES)
    ]
    with shop.shop.database.writer.begin() as connection:
        connection.execute(sa.insert(SavedSetting), rows)


def test_sixty_megabytes(shop: TestShop, tmp_path: Path, measured: Measured) -> None:
    grown(shop)
    url = shop.shop.database.url.render_as_string(hide_password=False)
    kind = shop.shop.database.url.get_backend_name()
    began, worked = time.monotonic(), time.process_time()
    made = backup.make_backup(shop.shop, tmp_path / "kept", "manual")
    measured(f"{kind}: backup of {MEGABYTES} MB, seconds", time.monotonic() - began)
    measured(f"{kind}: its own CPU, seconds", time.process_time() - worked)
    shop.close()
    began, worked = time.monotonic(), time.process_time()
    done = backup.restore(made.path, url)
    measured(f"{kind}: restore of {MEGABYTES} MB, seconds", time.monotonic() - began)
    measured(f"{kind}: the restore's own CPU, seconds", time.process_time() - worked)
    assert done.rows == made.manifest.rows
