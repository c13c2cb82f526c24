"""Visits over bad networks, with a desk that dies, and from a server that lies: one visit, one answer."""

import itertools
import json
import random
from collections.abc import Iterator
from queue import Queue

import pytest

from app import bookings as b
from models.base import new_id
from models.bookings import (
    AppointmentState,
)
from models.ledger import OutboxEnvelope, OutboxState
from sync.worker import exchange, pair
from tests.build.desks import DyingDesk, dying_desk, kill, task_of
from tests.build.orders import Garage
from tests.sync.conftest import Here
from tests.sync.people import Car
from tests.sync.test_worker import CUTS, FAULTS, between
from tests.sync.visiting import (
    Shop,
    ask,
    asked,
    garage,
    mine,
    open_to_owners,
    owner,
    shop,
    told,
    with_car,
)

__all__ = ["garage", "owner", "shop"]

SEEDS = 12


# faults
def test_lost_and_doubled_answers_make_one_visit(here: Here, garage: Garage) -> None:
    shop = open_to_owners(garage)
    owner = here.person()
    car_id = with_car(owner, Car())
    chance = random.Random(20261121)
    with between(here.url) as (wire, url):
        pair(garage.on.shop, garage.on.owner, server_url=url, code=here.person().pairing_code())
        shop.round()
        for turn in range(SEEDS):
            wire.fault = lambda: chance.choice(FAULTS)
            if turn % 10 == 9:
                here.clock.wait(24 * 3600)
                garage.on.clock.move(days=1)
            path, wished = ask(owner, shop, car_id, place=turn % 4)
            for _ in range(40):
                garage.on.clock.move(minutes=1)
                done = exchange(garage.on.shop, garage.on.owner)
                if done.problem is None and shop.requests():
                    break
            row = shop.one()
            assert row.wished_at == wished
            confirmed = b.AppointmentOf(appointment_id=row.appointment_id, version=row.version)
            shop.do(b.confirm, confirmed)
            owner.open(path)
            owner.send(f"{path}/cancel")
            for _ in range(3):
                garage.on.clock.move(minutes=20)
                exchange(garage.on.shop, garage.on.owner)
            wire.fault = lambda: "pass"
            garage.on.clock.move(minutes=20)
            shop.round()
            assert "Отменён" in owner.open(path)
            assert len(shop.appointments()) == len(asked(here)) == turn + 1
            assert {row.state for row in shop.appointments()} == {AppointmentState.CANCELLED}
    assert CUTS
    assert told(here, shop) == mine(shop)


@pytest.fixture(scope="module")
def dying() -> Iterator[DyingDesk]:
    with dying_desk() as made:
        yield made


@pytest.mark.parametrize("point", ["asked", "taken", "half", "told"])
def test_a_desk_killed_between_hearing_and_answering_answers_once(
    here: Here, garage: Garage, dying: DyingDesk, point: str
) -> None:
    shop = open_to_owners(garage)
    owner = here.person()
    car_id = with_car(owner, Car())
    died = 0
    with between(here.url) as (wire, url):
        pair(garage.on.shop, garage.on.owner, server_url=url, code=here.person().pairing_code())
        shop.round()
        path, _ = ask(owner, shop, car_id)
        for request in range(1, 9):
            count = itertools.count(1)
            pid: Queue[int] = Queue()

            def passing(
                now: str,
                _path: str,
                count: Iterator[int] = count,
                request: int = request,
                pid: Queue[int] = pid,
            ) -> None:
                if now == point and next(count) == request:
                    kill(pid.get(timeout=30))

            wire.passing = passing
            secrets = garage.on.shop.secrets.folder
            dying.ask(task_of(garage, secrets, "exchange", workstation="desk-1"))
            pid.put(dying.pid())
            if dying.outcome() is not None:
                break
            died += 1
        wire.passing = lambda _point, _path: None
        garage.on.clock.move(minutes=30)
        shop.round()
    assert died >= 2
    assert len(shop.appointments()) == len(shop.kept()) == 1
    answers = [row for row in garage.rows(OutboxEnvelope) if row.kind == "appointment_answer"]
    assert [row.state for row in answers] == [OutboxState.DELIVERED]
    assert "держит это время" in owner.open(path)
    assert told(here, shop) == mine(shop)


def test_a_request_from_a_server_that_lies_does_not_stop_the_round(shop: Shop) -> None:
    from sync.wire.bookings import AppointmentRequest  # noqa: PLC0415 - what a liar would send
    from sync.wire.changes import Change, ChangesPage  # noqa: PLC0415 - as above
    from sync.worker import verbs  # noqa: PLC0415 - as above

    changes = []
    for starts_at, phone in (
        ("9999-12-31T23:59:59.000000Z", "+7 916 000-00-01"),
        ("0001-01-01T00:00:00.000000Z", "не телефон"),
    ):
        key = new_id()
        payload = AppointmentRequest.model_validate_json(
            json.dumps(
                {
                    "request_id": str(key),
                    "number": 1,
                    "service_id": str(new_id()),
                    "service_name": "Ничего",
                    "starts_at": starts_at,
                    "label": "Машина",
                    "phone": phone,
                    "asked_at": "2026-11-21T09:00:00.000000Z",
                }
            )
        )
        changes.append(
            Change.model_validate_json(
                json.dumps(
                    {
                        "id": str(new_id()),
                        "kind": "appointment_request",
                        "schema_version": "2026-11-21",
                        "subject_id": str(key),
                        "made_at": "2026-11-21T09:00:00.000000Z",
                        "payload": payload.plain(),
                    }
                )
            )
        )
    page = ChangesPage(changes=changes, next=None, more=False)
    assert shop.do(verbs.apply_page, verbs.ApplyPage(page=page)) == {"applied": 2}
    assert [row.was_taken for row in shop.requests()] == [True, True]
    assert shop.do(verbs.apply_page, verbs.ApplyPage(page=page)) == {"known": 2}
