"""Files of a customer or a car, and of everything of theirs: cars, orders, arrivals."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app import arrivals, files
from app.kernel.tx import Read
from app.work_orders.visits import VisitRow

_MOST = 200


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The newest files; ``arrivals`` are the numbers of the arrivals that some of them belong to."""

    rows: tuple[files.FileRow, ...] = ()
    arrivals: Mapping[uuid.UUID, str] = field(default_factory=dict)


def read_files(
    read: Read,
    customer_id: uuid.UUID | None,
    vehicle_ids: Sequence[uuid.UUID],
    visits: Sequence[VisitRow],
) -> KeptFiles:
    """Two selects. Of a customer only their own arrivals: a car may have been somebody else's before."""
    orders = [visit.id for visit in visits]
    came = arrivals.arrival_numbers(
        read, vehicle_ids, customer_id=customer_id, order_ids=orders, limit=_MOST
    )
    wanted = {
        "customer": [customer_id] if customer_id is not None else [],
        "vehicle": vehicle_ids,
        "work_order": orders,
        "arrival": list(came),
    }
    return KeptFiles(tuple(files.list_files_of(read, wanted, limit=_MOST)), came)
