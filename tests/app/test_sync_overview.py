"""What the Sync page reads: standing, what waits with its record, what went and came, links, the day's connection."""

import uuid
from collections.abc import Sequence
from datetime import timedelta

import pytest

from app import passports
from app.passports import Waiting
from models.base import new_id
from models.passports import LinkState
from sync.wire.changes import Change, ChangesPage
from sync.wire.fields import utc_text
from sync.wire.kinds import CHANGE_CURRENT, ChangeKind, Kind
from sync.worker import verbs
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def _pair(garage: Garage) -> None:
    garage.on.do(
        verbs.record_pairing,
        verbs.Paired(server_url="https://passport.example", device_id=new_id()),
    )


def _ask(garage: Garage, car: uuid.UUID, owner: uuid.UUID) -> uuid.UUID:
    return garage.on.do(
        passports.request_link, passports.RequestLink(vehicle_id=car, customer_id=owner)
    )


def _verdict(
    garage: Garage, ids: Sequence[uuid.UUID], verdict: str, code: str | None = None
) -> None:
    rows = [(key, verdict, code, "because" if code else None, None) for key in ids]
    garage.on.do(verbs.record_verdicts, verbs.Verdicts(rows=rows, last=None))


def test_a_shop_that_was_never_paired_says_so_and_counts_what_waits(garage: Garage) -> None:
    view = garage.on.see(passports.get_sync)
    assert (view.is_paired, view.server_url, view.undelivered) == (False, "", 0)
    garage.finished((garage.labour("Работа", "1"), "1"))
    assert garage.on.see(passports.get_sync).undelivered == 2
    _pair(garage)
    view = garage.on.see(passports.get_sync)
    assert view.is_paired
    assert view.server_url == "https://passport.example"


def test_what_waits_names_its_record_and_only_some_of_each_reason(garage: Garage) -> None:
    labour = garage.labour("Работа", "1")
    owner = garage.customer()
    car = garage.car(owner, "С290УН750")
    orders = [garage.finished((labour, "1"), vehicle_id=car) for _ in range(3)]
    found = garage.on.see(passports.list_waiting_records, now=garage.on.clock(), each=2)
    assert found.counts == {Waiting.NOT_ASKED: 6}
    assert [(r.kind, r.order_id) for r in found.records] == [
        (Kind.COMPLETED_WORK_ORDER, orders[0]),
        (Kind.WORK_ORDER_PRICES, orders[0]),
    ]
    first = found.records[0]
    assert (first.plate, first.vehicle, first.vehicle_id) == ("С290УН 750", "Škoda Octavia", car)
    assert first.label == garage.card(orders[0]).number
    assert first.customer_id is None
    _ask(garage, car, owner)
    found = garage.on.see(
        passports.list_waiting_records,
        now=garage.on.clock(),
        each=1,
        reasons={Waiting.AWAITING_OWNER},
    )
    assert found.counts == {Waiting.AWAITING_OWNER: 6, Waiting.NOT_PAIRED: 1}
    assert len(found.records) == 7
    (asked,) = [r for r in found.records if r.kind == Kind.LINK_REQUEST]
    assert (asked.label, asked.customer_id) == ("С290УН 750", owner)


def test_what_the_server_took_and_refused_is_told_apart(garage: Garage) -> None:
    _pair(garage)
    owner = garage.customer()
    cars = [garage.car(owner) for _ in range(3)]
    for car in cars:
        _ask(garage, car, owner)
    waits = garage.on.see(passports.list_waiting_records, now=garage.on.clock()).records
    taken, refused = [r.id for r in waits[:2]], waits[2].id
    _verdict(garage, taken, "accepted")
    _verdict(garage, [refused], "rejected", "payload_invalid")
    view = garage.on.see(passports.get_sync)
    assert (view.undelivered, view.attention) == (1, 1)
    assert garage.on.see(passports.count_attention) == 1
    (left,) = garage.on.see(passports.list_waiting_records, now=garage.on.clock()).records
    assert (left.id, left.waiting, left.verdict_code, left.tries) == (
        refused,
        Waiting.NEEDS_ATTENTION,
        "payload_invalid",
        1,
    )
    sent = garage.on.see(passports.list_sent)
    assert [row.id for row in sent] == taken[::-1]
    assert sent[0].delivered_at == garage.on.clock()
    assert [r.id for r in garage.on.see(passports.list_sent, after=sent[0].id)] == [taken[0]]


def test_the_inbox_and_the_links_say_who_decided_what(garage: Garage) -> None:
    _pair(garage)
    owner = garage.customer("Орлова Вера")
    car, other = garage.car(owner, "С290УН750"), garage.car(owner, "А001АА77")
    link = _ask(garage, car, owner)
    later = _ask(garage, other, owner)
    change = Change.model_validate(
        {
            "id": new_id(),
            "kind": ChangeKind.LINK_DECISION.value,
            "schema_version": CHANGE_CURRENT[ChangeKind.LINK_DECISION],
            "subject_id": car,
            "made_at": utc_text(garage.on.clock()),
            "payload": {
                "link_id": str(link),
                "vehicle_id": str(car),
                "decision": "approved",
                "scope": {"prices": True, "history": False},
                "decided_at": utc_text(garage.on.clock()),
            },
        }
    )
    garage.on.do(
        verbs.apply_page,
        verbs.ApplyPage(page=ChangesPage(changes=[change], next="c1", more=False)),
    )
    (told,) = garage.on.see(passports.list_inbox)
    assert (told.word, told.plate, told.vehicle_id, told.outcome) == (
        "approved",
        "С290УН 750",
        car,
        "applied",
    )
    assert garage.on.see(passports.list_inbox, after=told.id) == []
    rows = garage.on.see(passports.list_links)
    assert [(row.id, row.state) for row in rows] == [
        (later, LinkState.REQUESTED),
        (link, LinkState.APPROVED),
    ]
    assert (rows[1].customer, rows[1].plate) == ("Орлова Вера", "С290УН 750")
    assert [row.id for row in garage.on.see(passports.list_links, states={LinkState.APPROVED})] == [
        link
    ]
    assert garage.on.see(passports.list_links, after=later)[0].id == link
    assert garage.on.see(passports.count_links) == {
        LinkState.REQUESTED: 1,
        LinkState.APPROVED: 1,
    }


def test_the_day_shows_when_the_server_was_reached(garage: Garage) -> None:
    since = garage.on.clock()
    assert garage.on.see(passports.exchange_of_day, since) == ()
    _pair(garage)
    moments = []
    for fails in (False, True, True, False):
        moments.append(garage.on.clock.move(minutes=10))
        if fails:
            command = verbs.Failed(problem="unreachable: ConnectError", next_try_at=None)
            garage.on.do(verbs.record_failure, command)
        else:
            _verdict(garage, [], "accepted")
    reached = garage.on.see(passports.exchange_of_day, since)
    assert [(r.at, r.is_reached) for r in reached] == [
        (moments[0], True),
        (moments[1], False),
        (moments[3], True),
    ]
    later = moments[1] + timedelta(minutes=1)
    assert garage.on.see(passports.exchange_of_day, later)[0].at == moments[2]
