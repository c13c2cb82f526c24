"""S8: a day without a cable; then records leave by themselves, in order, once, where an owner agreed."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from app import passports
from app.billing.papers import billing_paper
from app.passports import Waiting
from models.ledger import OutboxEnvelope
from models.papers.documents import InvoicePaper
from reports import invoice as invoice_report
from sync.server import tables
from sync.worker import exchange, pair
from tests.build.orders import Garage
from tests.stories.conftest import Here, Open
from tests.sync.people import Car, Person, rows


class Killed(BaseException):
    """The desk is gone at this moment: no code of ours may catch it."""


def killed_while_pushing(garage: Garage) -> None:
    """The server has taken the batch, and the desk dies before it writes that down."""
    writer = garage.on.shop.database.writer

    def before(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401  SQLAlchemy's hook
        if statement.startswith("UPDATE outbox_envelope"):
            raise Killed

    event.listen(writer, "before_cursor_execute", before)
    try:
        with pytest.raises(Killed):
            exchange(garage.on.shop, garage.on.owner)
    finally:
        event.remove(writer, "before_cursor_execute", before)


def _waiting(garage: Garage, order: uuid.UUID) -> Waiting | None:
    return garage.on.see(passports.order_sync_state, order, now=garage.on.clock())


def _on_server(here: Here) -> list[tuple[str, str]]:
    """Kind and work order of everything of a car that the server keeps, in the order it came."""
    found = rows(
        here.database_url, sa.select(tables.envelopes).order_by(tables.envelopes.c.receipt)
    )
    return [(row.kind, row.sha256) for row in found]


def _paid_order(garage: Garage, vehicle: uuid.UUID) -> uuid.UUID:
    order = garage.finished((garage.labour("Замена масла", "0.6"), None), vehicle_id=vehicle)
    invoice = garage.invoice(order)
    garage.pay(144_000, invoice_id=invoice)
    paper = garage.on.see(billing_paper, invoice)
    assert isinstance(paper, InvoicePaper)
    assert invoice_report.render(paper).startswith(b"%PDF")
    return order


def _ask(garage: Garage, vehicle: uuid.UUID, owner: uuid.UUID) -> None:
    garage.on.do(
        passports.request_link, passports.RequestLink(vehicle_id=vehicle, customer_id=owner)
    )


def _revoke(person: Person, car_path: str) -> None:
    person.open(car_path)
    link = person.find(r'href="(/links/[^"]+)"')
    person.open(link)
    person.send(f"{link}/revoke")


def test_a_day_without_a_cable(open_garage: Open, here: Here) -> None:
    garage = open_garage("ru", at=datetime.now(UTC))
    shop, actor = garage.on.shop, garage.on.owner
    cars = [Car() for _ in range(7)]
    owners = [
        garage.customer(f"Владелец {n}", phone=car.phone, email=None) for n, car in enumerate(cars)
    ]
    vehicles = [
        garage.car(owner, car.plate, vin=car.vin, make="Renault", model="Duster")
        for owner, car in zip(owners, cars, strict=True)
    ]
    # eight orders completed, printed and paid without a network
    orders = [_paid_order(garage, vehicle) for vehicle in vehicles]
    assert {_waiting(garage, order) for order in orders} == {Waiting.NOT_ASKED}
    for vehicle, owner in list(zip(vehicles, owners, strict=True))[:6]:
        _ask(garage, vehicle, owner)
    assert [_waiting(garage, order) for order in orders] == [
        *[Waiting.AWAITING_OWNER] * 6,
        Waiting.NOT_ASKED,
    ]

    # the cable is back
    boss = here.person()
    pair(shop, actor, server_url=here.url, code=boss.pairing_code())
    people = [here.person() for _ in range(4)]
    for person, car in zip(people, cars, strict=False):
        person.add_car(car)
    exchange(shop, actor)
    assert {kind for kind, _ in _on_server(here)} <= {
        "center_profile",
        "link_request",
        "audit_checkpoint",
    }
    assert [_waiting(garage, order) for order in orders[:6]] == [Waiting.AWAITING_OWNER] * 6

    # three links approved, and a fourth whose owner thinks better of it between two records
    paths = [person.approve() for person in people]
    killed_while_pushing(garage)
    killed_while_pushing(garage)
    exchange(shop, actor)
    _revoke(people[3], paths[3])
    orders.append(_paid_order(garage, vehicles[3]))
    exchange(shop, actor)
    garage.on.clock.move(hours=1)
    exchange(shop, actor)

    assert [_waiting(garage, order) for order in orders] == [
        *[Waiting.DELIVERED] * 4,
        *[Waiting.AWAITING_OWNER] * 2,
        Waiting.NOT_ASKED,
        Waiting.REVOKED,
    ]
    kept = _on_server(here)
    assert len(kept) == len(set(kept))
    desk = {row.sha256: row for row in garage.rows(OutboxEnvelope)}
    records = [desk[sha256] for kind, sha256 in kept if kind == "completed_work_order"]
    assert {row.gate_vehicle_id for row in records} == set(vehicles[:4])
    assert len(records) == 4
    # each car's envelopes came in the order in which they were made
    for vehicle in vehicles[:4]:
        came = [desk[s].subject_seq for _, s in kept if desk[s].subject_id == vehicle]
        # the request to the owner passes what it asks for; the rest is in order
        records_of = [
            desk[s].subject_seq
            for k, s in kept
            if desk[s].subject_id == vehicle and k != "link_request"
        ]
        assert records_of == sorted(records_of)
        assert len(came) == len(set(came)) == 3
    never = garage.snapshot(orders[-1]).sha256
    assert not [row for row in desk.values() if never in row.body and row.state == "delivered"]
    for row in garage.on.see(passports.list_waiting, now=garage.on.clock(), delivered=True):
        assert str(passports.WAITING_TEXT[row.waiting])
    assert len(rows(here.database_url, sa.select(tables.records))) == 4
