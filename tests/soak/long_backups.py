"""Backups of a shop at work: each restores to its moment; one that was cut or hit is refused."""

import random
from pathlib import Path

import pytest

from app.kernel import backup
from app.kernel.errors import UserError
from tests.app.test_backup import every_row
from tests.build.orders import Garage
from tests.build.shops import TestShop
from tests.soak.conftest import Told
from tests.soak.long_operations import Life

BACKUPS = 3
HITS = 40
STEPS = 25


def test_every_backup_restores_to_its_moment(
    shop: TestShop, tmp_path: Path, seed: int, told: Told
) -> None:
    chance = random.Random(seed)
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
    for number in range(HITS):
        damaged = bytearray(whole)
        if number % 2:
            del damaged[chance.randrange(len(damaged)) :]
        else:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        hit.write_bytes(damaged)
        with pytest.raises(UserError):
            backup.restore(hit, f"sqlite:///{tmp_path / 'never.sqlite'}")
    told("backups restored", BACKUPS)
    told("cut and hit backups refused", HITS)
