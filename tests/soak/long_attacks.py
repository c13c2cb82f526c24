"""Whoever guesses PINs, and a server whose pages were hit on their way: nobody gets in, nothing of ours is touched."""

import json
import random
from datetime import timedelta

import pytest

from app.access import sign_in_password, sign_in_pin
from app.kernel.errors import UserError
from models.base import new_id
from sync.worker import exchange
from tests.app.test_guessing import quickly_compared
from tests.build.orders import Garage
from tests.build.shops import PASSWORD, PIN, TestShop
from tests.soak.conftest import Sized, Told
from tests.sync.test_lying_server import WRITTEN_BY_EVERY_ROUND, change, tables_of
from tests.sync.test_worker import Wire, garage, lying, wired

__all__ = ["garage", "wired"]

GUESSES = 100
PAGES = 60


def test_pins(shop: TestShop, seed: int, sized: Sized, told: Told) -> None:
    """A hundred whole turns try all ten thousand."""
    quickly_compared(shop)
    guesses = sized(GUESSES)
    for number in range(seed * guesses, (seed + 1) * guesses):
        pin = f"{number % 10_000:04}"
        if pin == PIN:
            continue
        while True:
            with pytest.raises(UserError) as refused:
                sign_in_pin(shop.shop, shop.owner.employee_id, pin)
            wait = (refused.value.details or {}).get("seconds")
            if wait is None:
                break
            shop.clock.at += timedelta(seconds=int(str(wait)))
    shop.clock.at += timedelta(hours=1)
    assert sign_in_password(shop.shop, "owner", PASSWORD).name
    told("PINs guessed", guesses)


def test_pages_that_were_hit(
    garage: Garage, wired: Wire, seed: int, sized: Sized, told: Told
) -> None:
    chance, pages = random.Random(seed), sized(PAGES)
    touched = {"inbox_change", "sync_state", *WRITTEN_BY_EVERY_ROUND}
    exchange(garage.on.shop, garage.on.owner)
    wired.lie = lying("/v1/push", (503, b"{}"))
    exchange(garage.on.shop, garage.on.owner)
    for _ in range(pages):
        told_page = {"changes": [change(id=str(new_id()))], "next": "9-f", "more": False}
        body = bytearray(json.dumps(told_page).encode())
        for _ in range(chance.randint(1, 4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        wired.lie = lying("/v1/changes", (200, bytes(body)))
        before = tables_of(garage)
        exchange(garage.on.shop, garage.on.owner)
        after = tables_of(garage)
        # an honest push may follow a page that keeps the contract
        differ = {name for name in after if after[name] != before[name]} - {"outbox_envelope"}
        assert differ <= touched, bytes(body)
    told("damaged pages of a server", pages)
