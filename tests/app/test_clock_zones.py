"""A clock that thinks in another time zone writes the same facts: what is hashed is the moment, in UTC."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from app.kernel import audit
from app.work_orders import OpenOrder, open_order
from tests.build.shops import TestShop


@pytest.mark.parametrize("name", ["Europe/Moscow", "Asia/Kolkata", "America/Los_Angeles"])
def test_the_chain_holds_under_a_clock_of_another_zone(shop: TestShop, name: str) -> None:
    shop.clock.at = datetime(2026, 6, 15, 14, 30, tzinfo=ZoneInfo(name))
    shop.do(open_order, OpenOrder(vehicle_id=shop.vehicle(), customer_id=shop.customer()))
    with shop.reading() as read:
        report = audit.verify(read.connection, read.center_id)
    assert report.broken_seq is None
    assert report.entries > 0
