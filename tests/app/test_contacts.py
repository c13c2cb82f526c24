"""Messages to customers: queued with the fact they tell, once, without a name in them."""

import pytest
import sqlalchemy as sa

from app import contacts
from models.base import new_id
from models.contacts import NOTIFICATION_FLOW, Notification, NotificationState
from tests.build.orders import Garage
from tests.build.shops import TestShop


def test_a_completion_queues_one_message_and_a_repeated_one_none(shop: TestShop) -> None:
    garage = Garage(shop)
    owner = garage.customer()
    order = garage.finished((garage.labour("Мойка", "1"), None), vehicle_id=garage.car(owner))
    garage.complete(order)
    (message,) = shop.see(contacts.list_notifications, customer_id=owner)
    assert (message.template, message.state, message.order_id) == (
        "order_completed",
        NotificationState.QUEUED,
        order,
    )
    (row,) = garage.rows(Notification)
    assert row.params == {
        "number": "SC001-2026-06-0001",
        "total_amount": 240_000,
        "currency": "RUB",
    }
    # the key of the event makes a second message for it impossible
    with pytest.raises(sa.exc.IntegrityError), shop.shop.database.writer.begin() as connection:
        connection.execute(sa.insert(Notification), {**row._asdict(), "id": new_id()})


def test_who_brought_the_car_is_told(shop: TestShop) -> None:
    garage = Garage(shop)
    owner, bringer = garage.customer(), garage.customer("Панин Олег")
    garage.finished(
        (garage.labour("Мойка", "1"), None), vehicle_id=garage.car(owner), bringer_id=bringer
    )
    assert shop.see(contacts.list_notifications, customer_id=owner) == []
    assert len(shop.see(contacts.list_notifications, customer_id=bringer)) == 1


def test_every_state_of_a_message_is_in_its_table() -> None:
    assert set(NOTIFICATION_FLOW) == set(NotificationState)
    following = {state for events in NOTIFICATION_FLOW.values() for state in events.values()}
    assert following <= set(NotificationState)
