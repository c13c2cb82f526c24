"""The access log: who did what with a car's data, and when, in words for its owner."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from models.base import new_id
from sync.server.station import Row, Tx
from sync.server.tables import access_entries
from sync.server.tenancy import OwnerRows

OWNER: Final = ""
"""The actor of what the owner did; the page says "you"."""


def note(
    tx: Tx, car_id: UUID, act: str, params: Mapping[str, object], *, actor: str = OWNER
) -> None:
    """Write one entry. `params` are names and counts for the sentence, never ids."""
    entry = {
        "id": new_id(),
        "car_id": car_id,
        "at": tx.now,
        "actor": actor,
        "act": act,
        "params": dict(params),
    }
    tx.insert(access_entries, [entry])


def entries(owner: OwnerRows, car_id: UUID, limit: int = 200) -> list[Row]:
    """The newest entries of one of their cars."""
    of_car = owner.of_cars(access_entries).where(access_entries.c.car_id == car_id)
    newest = of_car.order_by(access_entries.c.at.desc(), access_entries.c.id.desc())
    return list(owner.tx.all(newest.limit(limit)))
