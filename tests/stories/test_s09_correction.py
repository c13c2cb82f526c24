"""S9 and F38: a completed order is wrong about the mileage; what was sealed stays, what is right stands beside it."""

import uuid
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import customers, passports, vehicles, work_orders
from app.kernel.errors import TransitionNotAllowedError, UserError
from app.work_orders.papers import work_order_paper
from models.centers import SigningKey
from models.ledger import OutboxEnvelope, OutboxState
from models.text import fold
from models.work_orders import CorrectionState
from sync.wire.canonical import sha256_hex
from sync.worker import exchange, pair
from tests.build.orders import Garage
from tests.stories.conftest import Here, Open
from tests.sync.people import Car


def verified(garage: Garage, order: uuid.UUID) -> bytes:
    """The snapshot's bytes, after proving hash and signature with the public key the shop published."""
    sealed = garage.snapshot(order)
    data = sealed.text.encode("utf-8")
    assert sha256_hex(data) == sealed.sha256
    (key,) = garage.rows(SigningKey, SigningKey.id == sealed.key_id)
    # raises InvalidSignature when one bit differs
    Ed25519PublicKey.from_public_bytes(key.public_key).verify(
        sealed.signature, bytes.fromhex(sealed.sha256)
    )
    return data


def test_both_readings_stand_beside_each_other_and_the_seal_is_what_it_was(
    open_garage: Open,
) -> None:
    garage = open_garage("ru")
    owner = garage.customer()
    car = garage.car(owner)
    work = garage.labour("Замена масла", "0.6", next_service_km=10_000)
    order = garage.finished((work, None), vehicle_id=car, odometer_value=84_320)
    before = verified(garage, order)

    garage.on.clock.move(days=1)
    correction = garage.on.do(
        work_orders.request_correction,
        work_orders.RequestCorrection(
            order_id=order,
            reason="Владелец прислал фото щитка",
            corrected={"odometer": "83420"},
            asked_by="owner",
        ),
    )
    (asked,) = garage.on.see(work_orders.list_corrections, order)
    assert asked.id == correction
    assert (asked.number, asked.state) == ("SC001-2026-11-0001-C1", CorrectionState.REQUESTED)
    assert (asked.recorded, asked.corrected) == ({"odometer": "84320"}, {"odometer": "83420"})
    # nothing counts before the owner's word
    card = garage.on.see(vehicles.get_vehicle, car, now=garage.on.clock())
    assert card.last_reading is not None
    assert card.last_reading.value == 84_320

    garage.on.do(
        work_orders.decide_correction,
        work_orders.DecideCorrection(
            correction_id=correction, event="approve", decided_by="owner", note="Согласна"
        ),
    )
    (decided,) = garage.on.see(work_orders.list_corrections, order)
    assert (decided.state, decided.decided_by, decided.decision_note) == (
        CorrectionState.APPROVED,
        "owner",
        "Согласна",
    )
    assert verified(garage, order) == before
    assert garage.card(order).odometer_value == 84_320

    card = garage.on.see(vehicles.get_vehicle, car, now=garage.on.clock())
    assert card.last_reading is not None
    assert card.last_reading.value == 83_420
    mistaken, right = (
        next(r for r in card.readings if r.value == value) for value in (84_320, 83_420)
    )
    assert (mistaken.corrected_by_id, right.corrects_id) == (right.id, mistaken.id)
    assert right.reason == "Владелец прислал фото щитка"
    (due,) = garage.on.see(passports.list_recommendations, car, now=garage.on.clock())
    assert due.due_value == 93_420

    paper = garage.on.see(work_order_paper, order)
    assert len(paper.corrections) == 1
    kinds = [row.kind for row in garage.rows(OutboxEnvelope)]
    assert kinds == [
        "completed_work_order",
        "work_order_prices",
        "correction_request",
    ]


def test_the_owner_agrees_on_the_phone_and_the_counter_document_leaves(
    open_garage: Open, here: Here
) -> None:
    garage = open_garage("ru", at=datetime.now(UTC))
    shop, actor, car = garage.on.shop, garage.on.owner, Car()
    owner = garage.customer(phone=car.phone)
    vehicle = garage.car(owner, car.plate, vin=car.vin, make="Renault", model="Duster")
    order = garage.finished(
        (garage.labour("Диагностика", "1"), None), vehicle_id=vehicle, odometer_value=84_320
    )
    before = verified(garage, order)
    garage.on.do(
        passports.request_link, passports.RequestLink(vehicle_id=vehicle, customer_id=owner)
    )
    pair(shop, actor, server_url=here.url, code=here.person().pairing_code())
    person = here.person()
    person.add_car(car)
    exchange(shop, actor)
    path = person.approve()
    correction = garage.on.do(
        work_orders.request_correction,
        work_orders.RequestCorrection(
            order_id=order, reason="Цифры переставлены", corrected={"odometer": "83420"}
        ),
    )
    # the shop may have written it down already; the server takes the owner's word only
    garage.on.do(
        work_orders.decide_correction,
        work_orders.DecideCorrection(correction_id=correction, event="approve", decided_by="owner"),
    )
    exchange(shop, actor)
    person.open("/")
    asked = person.find(r'href="(/corrections/[^"]+)"')
    person.open(asked)
    person.send(f"{asked}/approve", note="Верно")
    exchange(shop, actor)
    exchange(shop, actor)
    states = {row.kind: row.state for row in garage.rows(OutboxEnvelope)}
    assert set(states) >= {"completed_work_order", "correction_request", "correction"}
    assert set(states.values()) == {OutboxState.DELIVERED}
    page = person.open(path).replace("\u00a0", " ")
    assert "83 420 км" in page
    assert verified(garage, order) == before


def test_the_owner_alone_decides_on_the_phone(open_garage: Open, here: Here) -> None:
    garage = open_garage("ru", at=datetime.now(UTC))
    shop, actor, car = garage.on.shop, garage.on.owner, Car()
    owner = garage.customer(phone=car.phone)
    vehicle = garage.car(owner, car.plate, vin=car.vin, make="Renault", model="Duster")
    order = garage.finished(
        (garage.labour("Диагностика", "1"), None), vehicle_id=vehicle, odometer_value=84_320
    )
    garage.on.do(
        passports.request_link, passports.RequestLink(vehicle_id=vehicle, customer_id=owner)
    )
    pair(shop, actor, server_url=here.url, code=here.person().pairing_code())
    person = here.person()
    person.add_car(car)
    exchange(shop, actor)
    person.approve()
    garage.on.do(
        work_orders.request_correction,
        work_orders.RequestCorrection(
            order_id=order, reason="Цифры переставлены", corrected={"odometer": "83420"}
        ),
    )
    exchange(shop, actor)
    person.open("/")
    asked = person.find(r'href="(/corrections/[^"]+)"')
    person.open(asked)
    person.send(f"{asked}/approve", note="Верно")
    exchange(shop, actor)
    (decided,) = garage.on.see(work_orders.list_corrections, order)
    assert (decided.state, decided.decided_by, decided.decision_note) == (
        CorrectionState.APPROVED,
        "owner",
        "Верно",
    )
    last = garage.on.see(vehicles.get_vehicle, vehicle, now=garage.on.clock()).last_reading
    assert last is not None
    assert last.value == 83_420
    (counter,) = garage.rows(OutboxEnvelope, OutboxEnvelope.kind == "correction")
    assert counter.state is OutboxState.DELIVERED


@pytest.mark.parametrize(
    ("event", "state"),
    [("reject", CorrectionState.REJECTED), ("withdraw", CorrectionState.WITHDRAWN)],
)
def test_a_refused_correction_changes_nothing_but_itself(
    open_garage: Open, event: str, state: CorrectionState
) -> None:
    garage = open_garage("ru")
    car = garage.car(garage.customer())
    order = garage.finished(
        (garage.labour("Диагностика", "1"), None), vehicle_id=car, odometer_value=84_320
    )
    before = verified(garage, order)
    correction = garage.on.do(
        work_orders.request_correction,
        work_orders.RequestCorrection(
            order_id=order, reason="Ошибка", corrected={"odometer": "83420"}
        ),
    )
    decide = work_orders.DecideCorrection(
        correction_id=correction, event=event, decided_by="owner", note=None
    )
    garage.on.do(work_orders.decide_correction, decide)
    assert [c.state for c in garage.on.see(work_orders.list_corrections, order)] == [state]
    card = garage.on.see(vehicles.get_vehicle, car, now=garage.on.clock())
    assert card.last_reading is not None
    assert card.last_reading.value == 84_320
    assert verified(garage, order) == before
    with pytest.raises(TransitionNotAllowedError):
        garage.on.do(work_orders.decide_correction, decide)


def test_an_open_order_is_edited_not_corrected(open_garage: Open) -> None:
    garage = open_garage("ru")
    with pytest.raises(UserError, match="Only a completed order"):
        garage.on.do(
            work_orders.request_correction,
            work_orders.RequestCorrection(
                order_id=garage.order(), reason="Ошибка", corrected={"odometer": "1"}
            ),
        )


def test_erasing_the_customer_leaves_every_seal_valid(open_garage: Open) -> None:
    garage = open_garage("ru")
    owner = garage.customer("Орлова Вера Павловна")
    order = garage.finished((garage.labour("Диагностика", "1"), None), vehicle_id=garage.car(owner))
    garage.invoice(order)
    before = verified(garage, order)
    commitment = garage.snapshot(order).content["people"]["commitment"]
    assert garage.on.see(customers.seal_is_whole, "work_order", order, commitment)

    left = garage.on.do(customers.erase_customer, customers.EraseCustomer(customer_id=owner))
    assert left == 2  # the books keep the buyer of the order and of the invoice until their term
    garage.on.clock.move(days=366 * 6)
    assert garage.on.do(customers.run_erasures, customers.RunErasures()) == 2
    assert garage.on.see(customers.read_seal, "work_order", order) is None
    assert garage.on.see(customers.seal_is_whole, "work_order", order, commitment)
    assert verified(garage, order) == before
    paper = garage.on.see(work_order_paper, order)
    assert "Орлова" not in str(paper)
    with garage.on.reading() as read:
        words = read.connection.execute(sa.text("SELECT folded FROM search_row")).scalars().all()
    assert not [text for text in words if fold("Орлова") in text]
