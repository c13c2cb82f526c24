"""The owner's passport at the desk: permission (F78), recommendations (F79), why every record waits."""

import uuid
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import passports, vehicles
from app.kernel.errors import InvalidError, TransitionNotAllowedError
from app.passports import Waiting, add_months
from models.base import new_id
from models.ledger import OutboxEnvelope
from models.passports import (
    LINK_FLOW,
    ExpenseEntry,
    LinkState,
    RecommendationState,
    ServiceEntry,
)
from sync.wire.changes import Change, ChangesPage
from sync.wire.fields import utc_text
from sync.wire.kinds import CHANGE_CURRENT, ChangeKind
from sync.worker import verbs
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def _asked(
    garage: Garage, scope: tuple[str, ...] = ("works", "prices")
) -> tuple[uuid.UUID, uuid.UUID]:
    owner = garage.customer()
    car = garage.car(owner)
    link = garage.on.do(
        passports.request_link,
        passports.RequestLink(vehicle_id=car, customer_id=owner, scope=scope),
    )
    return car, link


def _paired(garage: Garage) -> None:
    garage.on.do(
        verbs.record_pairing,
        verbs.Paired(server_url="https://passport.example", device_id=new_id()),
    )


def _decided(
    garage: Garage, link: uuid.UUID, decision: str, *, prices: bool = True
) -> dict[str, int]:
    """The server's word, through the door by which the worker takes it over."""
    found = garage.on.see(passports.list_waiting, now=garage.on.clock(), delivered=True)
    vehicle = found[0].vehicle_id or found[0].subject_id
    change = Change.model_validate(
        {
            "id": new_id(),
            "kind": ChangeKind.LINK_DECISION.value,
            "schema_version": CHANGE_CURRENT[ChangeKind.LINK_DECISION],
            "subject_id": vehicle,
            "made_at": utc_text(garage.on.clock()),
            "payload": {
                "link_id": str(link),
                "vehicle_id": str(vehicle),
                "decision": decision,
                "scope": {"works": True, "prices": prices, "history": False},
                "decided_at": utc_text(garage.on.clock()),
            },
        }
    )
    page = ChangesPage(changes=[change], next=None, more=False)
    return garage.on.do(verbs.apply_page, verbs.ApplyPage(page=page))


def _why(garage: Garage, car: uuid.UUID) -> dict[str, Waiting]:
    rows = garage.on.see(passports.list_waiting, now=garage.on.clock(), vehicle_id=car)
    return {row.kind: row.waiting for row in rows}


def test_nothing_leaves_before_the_owner_agreed_and_each_record_says_why(garage: Garage) -> None:
    car = garage.car(garage.customer())
    order = garage.finished((garage.labour("Мойка", "1"), None), vehicle_id=car)
    assert garage.on.see(passports.order_sync_state, order, now=garage.on.clock()) is (
        Waiting.NOT_ASKED
    )
    assert set(_why(garage, car).values()) == {Waiting.NOT_ASKED}
    assert set(passports.WAITING_TEXT) == set(Waiting)


@pytest.mark.parametrize(
    ("decisions", "records", "prices"),
    [
        ((), Waiting.AWAITING_OWNER, Waiting.AWAITING_OWNER),
        (("declined",), Waiting.DECLINED, Waiting.DECLINED),
        (("expired",), Waiting.EXPIRED, Waiting.EXPIRED),
        (("approved",), Waiting.READY, Waiting.READY),
        (("approved", "revoked"), Waiting.REVOKED, Waiting.REVOKED),
    ],
)
def test_the_owners_word_opens_and_closes_the_way(
    garage: Garage, decisions: tuple[str, ...], records: Waiting, prices: Waiting
) -> None:
    _paired(garage)
    car, link = _asked(garage)
    garage.finished((garage.labour("Мойка", "1"), None), vehicle_id=car)
    for decision in decisions:
        assert _decided(garage, link, decision) == {"applied": 1}
    assert _why(garage, car) == {"completed_work_order": records, "work_order_prices": prices}


def test_a_permission_without_prices_holds_only_the_money_back(garage: Garage) -> None:
    _paired(garage)
    car, link = _asked(garage)
    garage.finished((garage.labour("Мойка", "1"), None), vehicle_id=car)
    _decided(garage, link, "approved", prices=False)
    assert _why(garage, car) == {
        "completed_work_order": Waiting.READY,
        "work_order_prices": Waiting.NO_PRICES,
    }
    found = garage.on.see(passports.find_link, car)
    assert found is not None
    assert (found.state, found.scope) == (LinkState.APPROVED, ("works",))


def test_a_shop_that_is_not_paired_says_so(garage: Garage) -> None:
    _asked(garage)
    rows = garage.on.see(passports.list_waiting, now=garage.on.clock())
    assert {row.waiting for row in rows} == {Waiting.NOT_PAIRED}


def test_what_the_server_says_twice_or_too_late_changes_nothing(garage: Garage) -> None:
    car, link = _asked(garage)
    assert _decided(garage, link, "approved") == {"applied": 1}
    assert _decided(garage, link, "approved") == {"known": 1}
    assert _decided(garage, link, "revoked") == {"applied": 1}
    assert _decided(garage, link, "approved") == {"out_of_order": 1}
    assert _decided(garage, new_id(), "approved") == {"unknown": 1}
    found = garage.on.see(passports.find_link, car)
    assert found is not None
    assert found.state is LinkState.REVOKED


def test_asking_twice_is_asking_once_and_after_a_no_one_may_ask_again(garage: Garage) -> None:
    owner = garage.customer()
    car = garage.car(owner)
    ask = passports.RequestLink(vehicle_id=car, customer_id=owner)
    first = garage.on.do(passports.request_link, ask)
    assert garage.on.do(passports.request_link, ask) == first
    _decided(garage, first, "declined")
    second = garage.on.do(passports.request_link, ask)
    assert second != first
    kinds = [row.kind for row in garage.rows(OutboxEnvelope)]
    assert kinds == ["link_request", "link_request"]


def test_the_request_tells_four_digits_of_the_phone_and_no_name(garage: Garage) -> None:
    _asked(garage)
    (row,) = garage.rows(OutboxEnvelope)
    assert '"phone_mask":"+7 *** ***-14-22"' in row.body
    assert "Орлова" not in row.body
    assert "+7 916" not in row.body


def test_a_car_without_plate_and_vin_cannot_be_asked_for(garage: Garage) -> None:
    owner = garage.customer()
    car = garage.on.do(vehicles.create_vehicle, vehicles.CreateVehicle(make="ГАЗ", model="21"))
    with pytest.raises(InvalidError):
        garage.on.do(
            passports.request_link, passports.RequestLink(vehicle_id=car, customer_id=owner)
        )


def test_every_state_of_a_link_has_its_row() -> None:
    assert set(LINK_FLOW) == set(LinkState)


def test_recurrence_counts_from_the_completion_not_from_the_plan(garage: Garage) -> None:
    """F79: done late, the next one is late too; and only the newest reminder of the work is open."""
    car = garage.car(garage.customer())
    oil = garage.labour("Замена масла", "1", next_service_km=10_000, next_service_months=12)
    garage.finished((oil, None), vehicle_id=car, odometer_value=45_000)
    garage.on.clock.move(days=500)
    garage.finished((oil, None), vehicle_id=car, odometer_value=58_000)
    (due,) = garage.on.see(passports.list_recommendations, car, now=garage.on.clock())
    done_on = garage.on.clock().date()
    assert (due.due_value, due.due_on) == (68_000, add_months(done_on, 12))
    every = garage.on.see(
        passports.list_recommendations, car, now=garage.on.clock(), open_only=False
    )
    assert [row.state for row in every] == [RecommendationState.DONE, RecommendationState.OPEN]


def test_a_completion_writes_the_service_and_what_it_cost(garage: Garage) -> None:
    car = garage.car(garage.customer(), odometer_unit="mi")
    part = garage.part("Фильтр", 78_000)
    garage.finished((garage.labour("Мойка", "1"), None), (part, None), vehicle_id=car)
    (service,) = garage.rows(ServiceEntry)
    (expense,) = garage.rows(ExpenseEntry)
    assert (service.works, service.odometer_km) == (["Мойка", "Фильтр"], 72_420)
    assert (expense.labour_amount, expense.parts_amount, expense.total_amount) == (
        240_000,
        78_000,
        318_000,
    )


def test_a_dismissed_recommendation_stays_in_the_history(garage: Garage) -> None:
    car = garage.car(garage.customer())
    oil = garage.labour("Замена масла", "1", next_service_months=12)
    garage.finished((oil, None), vehicle_id=car)
    (due,) = garage.on.see(passports.list_recommendations, car, now=garage.on.clock())
    away = passports.DismissRecommendation(recommendation_id=due.id, reason="Продаёт машину")
    garage.on.do(passports.dismiss_recommendation, away)
    assert garage.on.see(passports.list_recommendations, car, now=garage.on.clock()) == []
    with pytest.raises(TransitionNotAllowedError):
        garage.on.do(passports.dismiss_recommendation, away)
    (kept,) = garage.on.see(
        passports.list_recommendations, car, now=garage.on.clock(), open_only=False
    )
    assert kept.state is RecommendationState.DISMISSED


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 240))
def test_months_later_is_that_day_or_the_last_one_of_a_shorter_month(
    day: date, months: int
) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert later.day <= day.day
