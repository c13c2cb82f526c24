"""Somebody tries every PIN there is: the wait lets a few through in a day, and the owner comes in all the same."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher

from app.access import sign_in_password, sign_in_pin
from app.access.sign_in import FREE_TRIES, LONGEST_WAIT
from app.kernel.errors import UserError
from models.access import Employee
from tests.build.orders import Garage
from tests.build.shops import PASSWORD, PIN, TestShop

PATIENCE = 16
"""Guesses that are really made here: the waits of the rest are known by then."""


def quickly_compared(shop: TestShop) -> None:
    """The owner's secrets, hashed so that a wrong guess costs nothing here: what is proved is the wait behind it."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    quick = {"password_hash": hasher.hash(PASSWORD), "pin_hash": hasher.hash(PIN)}
    with shop.shop.database.writer.begin() as connection:
        owner = sa.update(Employee).where(Employee.id == shop.owner.employee_id)
        connection.execute(owner.values(**quick))


def test_ten_thousand_pins_take_more_than_a_year(shop: TestShop) -> None:
    """As soon as each wait is over, the next guess; whoever guesses meets an hour's wait for every further one."""
    quickly_compared(shop)
    guessed, waits = 0, list[timedelta]()
    while guessed < PATIENCE:
        pin = f"{guessed:04}"
        assert pin != PIN
        try:
            sign_in_pin(shop.shop, shop.owner.employee_id, pin)
        except UserError as told:
            wait = told.details.get("seconds") if told.details else None
            if wait is None:
                guessed += 1
            else:
                waits.append(timedelta(seconds=int(wait)))
                shop.clock.at += waits[-1]
        else:
            raise AssertionError(f"{pin} is not the PIN")
    assert len(waits) == guessed - FREE_TRIES
    assert waits[-3:] == [LONGEST_WAIT] * 3
    assert (10_000 - guessed) * LONGEST_WAIT > timedelta(days=365)
    # while the wait lasts the right PIN is refused like a wrong one: guessing learns nothing
    with pytest.raises(UserError, match="Too many wrong tries"):
        sign_in_pin(shop.shop, shop.owner.employee_id, PIN)
    (row,) = Garage(shop).rows(Employee, Employee.login == "owner")
    assert row.failed_count >= guessed
    # and it ends: nobody is locked out for good
    shop.clock.at += LONGEST_WAIT
    assert sign_in_password(shop.shop, "owner", PASSWORD).name == "Серова Татьяна"
    assert sign_in_pin(shop.shop, shop.owner.employee_id, PIN).name == "Серова Татьяна"
