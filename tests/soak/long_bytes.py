"""A byte of any column of any final record, another one each turn: the doctor says so."""

from tests.app.test_doctor_bytes import PROVED, garage, unproved
from tests.build.orders import Garage
from tests.soak.conftest import Told

__all__ = ["garage"]


def test_bytes(garage: Garage, seed: int, told: Told) -> None:
    tried = 0
    for table, (_, silent) in PROVED.items():
        count, found = unproved(garage, table, seed)
        assert found <= silent, table
        tried += count
    told("altered values of final records", tried)
