"""A long backlog of cars whose owners never answer holds nothing else back."""

import sqlalchemy as sa

from app.passports import RequestLink, request_link
from models.base import new_id
from models.ledger import OutboxEnvelope, OutboxState
from sync.wire.kinds import Kind
from sync.worker.rounds import _batches
from sync.worker.verbs import Paired, record_pairing
from tests.build.shops import TestShop

MORE_THAN_A_PAGE = 5001


def test_a_backlog_of_unasked_owners_does_not_starve_what_may_leave(shop: TestShop) -> None:
    silent = shop.vehicle()
    row = {
        "center_id": shop.owner.center_id,
        "kind": Kind.COMPLETED_WORK_ORDER.value,
        "schema_version": "2026-11-20",
        "subject_id": silent,
        "gate_vehicle_id": silent,
        "made_at": shop.clock(),
        "needs_prices": False,
        "body": "{}",
        "sha256": "0" * 64,
        "state": OutboxState.PENDING,
        "tries": 0,
    }
    rows = [{**row, "id": new_id(), "subject_seq": 1 + n} for n in range(MORE_THAN_A_PAGE)]
    with shop.shop.database.writer.begin() as connection:
        connection.execute(sa.insert(OutboxEnvelope), rows)
    asked = shop.do(
        request_link,
        RequestLink(
            vehicle_id=shop.vehicle(plate="В456ОР77"),
            customer_id=shop.customer(phone="+79000001234"),
        ),
    )
    shop.do(record_pairing, Paired(server_url="https://carpass.example", device_id=new_id()))
    batch = next(_batches(shop.shop, shop.owner, set()))
    assert len(batch) == 1
    assert str(asked) in batch[0][1].decode()
