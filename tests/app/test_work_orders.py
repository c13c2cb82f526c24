"""Orders: opened with a plate, closed with everything; consent, rights, goods, and what is final."""

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app import centers, inventory, passports, vehicles, work_orders
from app.centers import CreateCenter, create_center
from app.kernel.errors import (
    BlockedError,
    FinalError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    Reason,
    TransitionNotAllowedError,
    UserError,
)
from app.kernel.tx import ACTIONS, act
from app.work_orders.papers import act_of_work_paper, work_order_paper
from models.access import SEED_ROLES, Permission
from models.base import Base
from models.inventory import StockLevel, StockMove
from models.money import Money
from models.order_flow import Approval, LineState, OrderEvent, OrderState, Payer
from models.vehicles import OdometerReading, Vehicle
from models.work_orders import (
    CompletedRecord,
    Job,
    JobDecision,
    OrderLine,
    OrderTransition,
    WorkOrder,
)
from tests.build.orders import Garage
from tests.build.shops import PASSWORD, TestShop, hashed, make_shop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def _policy(garage: Garage, **values: object) -> None:
    version = garage.on.see(centers.get_center).version
    garage.on.do(centers.set_policy, centers.SetPolicy(version=version, values=values))


def _line(garage: Garage, verb: Callable[..., Any], order: uuid.UUID, line: uuid.UUID) -> None:
    garage.on.do(verb, work_orders.LineWork(order_id=order, line_id=line))


def _codes(told: BlockedError) -> list[str]:
    return sorted(blocker.code for blocker in told.blockers)


# Little at the reception, everything at the end: F5.
def test_a_plate_alone_opens_an_order_and_closing_lists_every_gap_at_once(garage: Garage) -> None:
    _policy(garage, required_to_complete=("customer", "vehicle", "plate_or_vin", "odometer"))
    order = garage.on.do(work_orders.open_order, work_orders.OpenOrder(plate="А777АА77"))
    (vehicle,) = garage.rows(Vehicle)
    assert (vehicle.plate, vehicle.vin, vehicle.make) == ("А777АА 77", None, "")
    garage.job(order, "Осмотр")
    garage.line(order, garage.labour("Осмотр подвески", "0.5"))
    garage.decide(order)
    garage.line(order, garage.part("Втулка", 50_000, stock="0"), qty=Decimal(2))
    garage.job(order, "Согласовать")
    garage.line(order, garage.labour("Мойка", "0.5"))
    for line in garage.card(order).lines:
        assert line.state in {LineState.OPEN, LineState.NEEDED}
    # the part changed the price: the consent is asked anew, so approve the first job only
    garage.decide(order, garage.card(order).jobs[0].id)
    garage.move(order, OrderEvent.START)
    with pytest.raises(BlockedError) as told:
        garage.complete(order, finish_open_labour=False)
    assert _codes(told.value) == [
        "customer",
        "labour_open",
        "not_approved",
        "odometer",
        "short",
        "vehicle",
    ]
    assert all(str(blocker) for blocker in told.value.blockers)
    assert garage.card(order).state is OrderState.IN_PROGRESS
    assert garage.rows(CompletedRecord) == []


def test_an_order_without_work_is_not_completed(garage: Garage) -> None:
    _policy(garage, uses_approval=False)
    order = garage.order()
    garage.move(order, OrderEvent.START)
    with pytest.raises(BlockedError) as told:
        garage.complete(order)
    assert _codes(told.value) == ["lines"]


def test_an_order_without_even_a_plate_is_refused(garage: Garage) -> None:
    with pytest.raises(InvalidError) as told:
        garage.on.do(work_orders.open_order, work_orders.OpenOrder(plate="  "))
    assert set(told.value.problems) == {"vehicle"}


def test_mistake_11_a_plate_moves_to_another_car_and_no_vin_is_wanted(garage: Garage) -> None:
    first = garage.car(garage.customer(), "А123ВС77")
    old = garage.finished((garage.labour("Мойка", "1"), None), vehicle_id=first)
    second = garage.car(garage.customer("Панин Олег"), "А123ВС77", takes_plate=True)
    assert garage.on.see(vehicles.find_by_plate, "a123bc77") == second
    assert garage.card(garage.order(None, plate="А123ВС77")).vehicle_id == second
    # the first car's sealed order still carries the plate it came with
    assert garage.snapshot(old).content["vehicle"]["plate"] == "А123ВС 77"
    assert garage.snapshot(old).content["vehicle"]["vin"] is None


def test_one_unit_above_what_was_authorised_is_not_completed(garage: Garage) -> None:
    order = garage.order()
    line = garage.typed(order, "labour", "Работа", 100_000)
    garage.on.do(
        work_orders.edit_order,
        work_orders.EditOrder(
            order_id=order, version=garage.card(order).version, values={"limit_amount": 100_000}
        ),
    )
    garage.on.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order, line_id=line, price_amount=100_001),
    )
    garage.start(order)
    with pytest.raises(BlockedError) as told:
        garage.complete(order)
    assert _codes(told.value) == ["limit"]


# What the customer agreed to: story S6.
def test_three_jobs_one_declined_comes_back_with_its_age_and_old_price(garage: Garage) -> None:
    car = garage.car(garage.customer())
    order = garage.order(car)
    brakes = garage.job(order, "Тормоза")
    garage.line(order, garage.labour("Колодки", "1"))
    oil = garage.job(order, "Масло")
    oil_line = garage.line(order, garage.labour("Замена масла", "0.5"))
    links = garage.job(order, "Тяги стабилизатора")
    link = garage.part("Тяга", 250_000, stock="4")
    link_line = garage.line(order, link, qty=Decimal(2))
    _line(garage, work_orders.reserve_line, order, link_line)

    garage.decide(order, brakes, method="in_person")
    with pytest.raises(InvalidError):
        garage.decide(order, oil, method="phone")
    with pytest.raises(BlockedError) as told:
        _work(garage, order, oil_line, "start")
    assert _codes(told.value) == ["not_approved"]
    garage.decide(order, oil, method="phone", note="Согласна, 12:40")
    assert garage.decide(order, links, "decline") is OrderState.APPROVED
    with pytest.raises(BlockedError):
        _work(garage, order, link_line, "install")
    assert {r.reserved_qty for r in garage.rows(StockLevel)} == {0}
    kept = garage.rows(JobDecision)
    assert [(d.decision, d.method, d.amount) for d in kept] == [
        ("approve", "in_person", 240_000),
        ("approve", "phone", 120_000),
        ("decline", "in_person", 500_000),
    ]
    garage.move(order, OrderEvent.START)
    assert garage.complete(order).total_amount == 360_000

    garage.on.clock.move(days=40)
    (old,) = garage.on.see(passports.list_recommendations, car, now=garage.on.clock())
    assert (old.name, old.kind, old.age_days) == ("Тяги стабилизатора", "declined", 40)
    assert old.old_price == Money(500_000, "RUB")
    again = garage.order(car)
    job = garage.on.do(
        work_orders.revive_recommendation,
        work_orders.ReviveRecommendation(order_id=again, recommendation_id=old.id),
    )
    card = garage.card(again)
    assert [(j.id, j.recommendation_id, j.total.minor) for j in card.jobs] == [
        (job, old.id, 500_000)
    ]
    assert card.lines[0].why == {"old_price_of": "2026-06-15"}
    assert garage.on.see(passports.list_recommendations, car, now=garage.on.clock()) == []
    with pytest.raises(TransitionNotAllowedError):
        garage.on.do(
            work_orders.revive_recommendation,
            work_orders.ReviveRecommendation(order_id=again, recommendation_id=old.id),
        )
    garage.start(again)
    assert garage.complete(again).total_amount == 500_000


def _work(garage: Garage, order: uuid.UUID, line: uuid.UUID, event: str) -> LineState:
    return garage.on.do(
        work_orders.work_line, work_orders.LineWork(order_id=order, line_id=line, event=event)
    )


@pytest.mark.parametrize("change", ["price", "quantity", "discount", "line", "removed"])
def test_a_price_change_after_approval_withdraws_that_approval_only(
    garage: Garage, change: str
) -> None:
    order = garage.order()
    garage.job(order, "Другое")
    garage.line(order, garage.labour("Мойка", "1"))
    job = garage.job(order, "Тормоза")
    line = garage.line(order, garage.labour("Колодки", "1"))
    spare = garage.line(order, garage.part("Колодки", 300_000))
    garage.decide(order)
    values: dict[str, Mapping[str, Any]] = {
        "price": {"price_amount": 250_000},
        "quantity": {"qty": Decimal(2)},
        "discount": {"discount_percent": Decimal(1)},
    }
    if change in values:
        garage.on.do(
            work_orders.change_line,
            work_orders.ChangeLine(order_id=order, line_id=line, **values[change]),
        )
    elif change == "line":
        garage.line(order, garage.part("Смазка", 10_000))
    else:
        garage.on.do(work_orders.remove_line, work_orders.RemoveLine(order_id=order, line_id=spare))
    states = {j.id == job: j.approval for j in garage.card(order).jobs}
    assert states == {True: Approval.PROPOSED, False: Approval.APPROVED}
    last = garage.rows(JobDecision)[-1]
    assert (last.job_id, last.decision, last.method) == (job, "withdrawn", "price_changed")
    garage.move(order, OrderEvent.START)
    with pytest.raises(BlockedError) as told:
        garage.complete(order)
    assert _codes(told.value) == ["not_approved"]


def test_mistake_14_a_new_decision_never_removes_the_one_before(garage: Garage) -> None:
    order = garage.order()
    job = garage.job(order, "Тормоза")
    garage.line(order, garage.labour("Колодки", "1"))
    for decision in ("approve", "decline", "approve"):
        garage.decide(order, job, decision)
    assert [d.decision for d in garage.rows(JobDecision)] == ["approve", "decline", "approve"]
    garage.move(order, OrderEvent.START)
    garage.complete(order)
    sealed = garage.snapshot(order).content["decisions"]
    assert [d["decision"] for d in sealed] == ["approve", "decline", "approve"]


def test_a_declined_job_neighbour_does_not_move_anothers_approval(database_url: str) -> None:
    """Tax rounded by rate lies a cent more or less on a line when another job goes."""
    shop = make_shop(database_url, profile="eu")
    garage = Garage(shop)
    order = garage.order(garage.car(garage.customer("Jonas Keller", phone="+49 30 5550100")))
    jobs = []
    for name in ("Bremsen", "Öl", "Filter"):
        jobs.append(garage.job(order, name))
        garage.typed(order, "part", name, 1_003)
    for job in jobs[:2]:
        garage.decide(order, job)
    garage.decide(order, jobs[2], "decline")
    states = [job.approval for job in garage.card(order).jobs]
    assert states == [Approval.APPROVED, Approval.APPROVED, Approval.DECLINED]
    shop.close()


# Goods: F44 and F45.
def test_goods_of_an_order_move_once_and_the_ledger_equals_the_shelf(garage: Garage) -> None:
    part = garage.part("Фильтр", 78_000, stock="10", cost=41_000)
    order = garage.order()
    line = garage.line(order, part, qty=Decimal(3))
    _line(garage, work_orders.reserve_line, order, line)
    _line(garage, work_orders.reserve_line, order, line)
    garage.decide(order)
    _line(garage, work_orders.issue_line, order, line)
    _line(garage, work_orders.take_back_line, order, line)
    assert garage.card(order).total == Money(0, "RUB")
    again = garage.line(order, part, qty=Decimal(3))
    garage.decide(order)
    _line(garage, work_orders.issue_line, order, again)
    garage.move(order, OrderEvent.START)
    garage.complete(order)
    sold = [m for m in garage.rows(StockMove) if m.reason == "consumption"]
    assert [(m.qty, m.value_amount) for m in sold] == [(3, 123_000)]
    on_hand = {r.on_hand_qty for r in garage.rows(StockLevel)}
    assert on_hand == {Decimal(7), Decimal(0)}
    with garage.on.reading() as read:
        assert inventory.check_levels(read.connection, read.center_id) == []


def test_more_than_what_is_free_is_not_reserved_nor_counted_away(garage: Garage) -> None:
    part = garage.part("Фильтр", 78_000, stock="3")
    first, second = garage.order(), garage.order()
    kept = garage.line(first, part, qty=Decimal(2))
    _line(garage, work_orders.reserve_line, first, kept)
    with pytest.raises(UserError) as told:
        _line(
            garage,
            work_orders.reserve_line,
            second,
            garage.line(second, part, qty=Decimal(2)),
        )
    assert told.value.reason is Reason.SHORT
    assert part.product_id is not None
    count = inventory.Adjust(product_id=part.product_id, counted_qty=Decimal(1), reason="Счёт")
    with pytest.raises(UserError) as told:
        garage.on.do(inventory.adjust, count)
    assert told.value.reason is Reason.BLOCKED
    garage.on.do(work_orders.remove_line, work_orders.RemoveLine(order_id=first, line_id=kept))
    garage.on.do(inventory.adjust, count)


@pytest.mark.parametrize(
    ("rule", "who", "may"),
    [
        ("refuse", "owner", False),
        ("with_permission", "receptionist", False),
        ("with_permission", "owner", True),
        ("allow", "receptionist", True),
    ],
)
def test_goods_that_are_not_there_follow_the_center_s_rule(
    garage: Garage,
    rule: str,
    who: str,
    may: bool,  # noqa: FBT001  a column of the table above
) -> None:
    _policy(garage, negative_stock=rule)
    order = garage.order()
    garage.line(order, garage.part("Фильтр", 78_000, stock="1"), qty=Decimal(2))
    garage.start(order)
    press = work_orders.Complete(order_id=order, finish_open_labour=True)
    actor = getattr(garage.on, who)
    if may:
        garage.on.do(work_orders.complete, press, actor=actor)
        assert min(r.on_hand_qty for r in garage.rows(StockLevel)) == -1
        return
    with pytest.raises(BlockedError) as told:
        garage.on.do(work_orders.complete, press, actor=actor)
    (short,) = told.value.blockers
    assert short.code == "short"
    wanted = Permission.INVENTORY_NEGATIVE if rule == "with_permission" else None
    assert short.needs_permission == wanted


def test_a_customers_own_part_moves_no_stock_and_costs_nothing(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена ламп", "1"))
    garage.typed(order, "part", "Лампа клиента", 0, is_customers_own=True)
    garage.start(order)
    assert garage.complete(order).total_amount == 240_000
    assert [m for m in garage.rows(StockMove) if m.reason == "consumption"] == []
    paper = garage.on.see(work_order_paper, order)
    assert [own.name for own in paper.own_parts] == ["Лампа клиента"]
    assert garage.on.see(act_of_work_paper, order).totals.total == Money(240_000, "RUB")


# What is final.
FINAL_ROWS: list[tuple[type[Base], dict[str, object]]] = [
    (WorkOrder, {"total_amount": 1}),
    (WorkOrder, {"state": OrderState.IN_PROGRESS}),
    (OrderLine, {"price_amount": 1}),
    (Job, {"name": "x"}),
    (JobDecision, {"amount": 1}),
    (OrderTransition, {"note": "x"}),
    (CompletedRecord, {"snapshot": "{}"}),
    (OdometerReading, {"value": 1}),
]


def test_final_rows_are_refused_through_the_orm_and_through_sql(garage: Garage) -> None:
    part = garage.part("Фильтр", 78_000)
    order = garage.finished((garage.labour("Мойка", "1"), None), (part, None))
    writer = garage.on.shop.database.writer
    for entity, values in FINAL_ROWS:
        for statement in (
            sa.update(entity).values(values),
            sa.delete(entity),
        ):
            with pytest.raises(sa.exc.DBAPIError, match="final:"), writer.begin() as connection:
                connection.execute(statement)
        with garage.on.shop.database.write_session() as session:
            found = session.scalars(sa.select(entity)).first()
            for name, value in values.items():
                setattr(found, name, value)
            with pytest.raises(sa.exc.DBAPIError, match="final:"):
                session.flush()
            session.rollback()
    done = StockMove.__table__.c.state == "done"
    for statement in (
        sa.update(StockMove).where(done).values(qty=9),
        sa.delete(StockMove).where(done),
    ):
        with pytest.raises(sa.exc.DBAPIError, match="final:"), writer.begin() as connection:
            connection.execute(statement)
    late: list[Callable[[], object]] = [
        lambda: garage.job(order, "Ещё"),
        lambda: garage.line(order, part),
        lambda: garage.decide(order, garage.card(order).jobs[0].id, "decline"),
        lambda: garage.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(
                order_id=order, version=garage.card(order).version, values={"note": "x"}
            ),
        ),
    ]
    for press in late:
        with pytest.raises(FinalError):
            press()


# Rights: F88.
def test_a_receptionist_sees_no_cost_and_nobody_else_s_center(garage: Garage) -> None:
    order = garage.finished((garage.part("Фильтр", 78_000, cost=41_000), None))
    desk = garage.card(order, garage.on.receptionist)
    assert (desk.cost, desk.lines[0].cost, desk.lines[0].margin_percent) == (None, None, None)
    assert desk.lines[0].why == {}
    boss = garage.card(order)
    assert boss.cost == boss.lines[0].cost == Money(41_000, "RUB")
    assert "cost" not in str(garage.snapshot(order).content)


WORKING = {
    verb: action
    for verb, action in ACTIONS.items()
    if action.name.split(".")[0] in {"work_orders", "billing", "passports"}
}


@pytest.mark.parametrize("role", sorted(SEED_ROLES))
def test_every_verb_is_refused_in_the_core_without_its_right(garage: Garage, role: str) -> None:
    person = replace(garage.on.owner, permissions=frozenset(SEED_ROLES[role]))
    refused = 0
    for verb, action in WORKING.items():
        if action.permission in person.permissions:
            continue
        refused += 1
        with pytest.raises(NotAllowedError) as told:
            act(garage.on.shop, person, verb, None)
        assert told.value.permission == action.permission
    missing = {a.permission for a in WORKING.values()} - SEED_ROLES[role]
    assert bool(refused) == bool(missing)


def test_a_price_is_overridden_only_with_that_right(garage: Garage) -> None:
    order = garage.order()
    line = garage.line(order, garage.part("Фильтр", 78_000))
    cheaper = work_orders.ChangeLine(order_id=order, line_id=line, price_amount=1)
    with pytest.raises(NotAllowedError):
        garage.on.do(work_orders.change_line, cheaper, actor=garage.on.receptionist)
    assert garage.card(order).total.minor == 78_000
    garage.on.do(work_orders.change_line, cheaper)
    shown = garage.card(order).lines[0]
    assert (shown.price.minor, shown.why["overridden_from"]) == (1, 78_000)


def test_another_centers_order_does_not_exist_here(garage: Garage) -> None:
    order = garage.order()
    stranger = create_center(
        garage.on.shop,
        CreateCenter(
            profile="ru",
            code="SC009",
            name="Чужой",
            owner_login="other",
            owner_name="Чужой",
            owner_password=hashed(PASSWORD),
        ),
        actor=garage.on.owner,
    )
    with pytest.raises(NotFoundError):
        garage.card(order, stranger)
    with pytest.raises(NotFoundError):
        garage.move(order, OrderEvent.CHECK_IN, actor=stranger)
    with pytest.raises(NotFoundError):
        garage.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(
                order_id=order,
                version=garage.card(order).version,
                values={"technician_id": stranger.employee_id},
            ),
        )
    assert garage.on.see(work_orders.list_orders, actor=stranger) == []
    assert garage.on.see(work_orders.list_transitions, order, actor=stranger) == []
    now = garage.on.clock()
    assert garage.on.see(work_orders.time_in_states, order, now=now, actor=stranger) == {}

    car = garage.car(garage.customer())
    oil = garage.labour("Замена масла", "1", next_service_km=10_000)
    done = garage.finished((oil, None), vehicle_id=car)
    (due,) = garage.on.see(passports.list_recommendations, car, now=now)
    assert garage.on.see(passports.list_recommendations, car, now=now, actor=stranger) == []
    with pytest.raises(UserError) as told:
        garage.on.see(passports.order_sync_state, done, now=now, actor=stranger)
    assert told.value.reason is Reason.NOT_FOUND
    with pytest.raises(NotFoundError):
        garage.on.do(
            passports.dismiss_recommendation,
            passports.DismissRecommendation(recommendation_id=due.id, reason="x"),
            actor=stranger,
        )
    (reading,) = garage.rows(OdometerReading)
    with pytest.raises(NotFoundError):
        garage.on.do(
            passports.correct_reading,
            passports.CorrectReading(reading_id=reading.id, value=1, reason="x"),
            actor=stranger,
        )


def test_an_order_is_assigned_to_somebody_or_not_at_all(garage: Garage) -> None:
    _policy(garage, uses_assignment=True)
    order = garage.order()
    garage.line(order, garage.labour("Мойка", "1"))
    garage.decide(order)
    for event in (OrderEvent.ASSIGN, OrderEvent.START):
        with pytest.raises(BlockedError) as told:
            garage.move(order, event)
        assert _codes(told.value) == ["assignment"]
    somebody = work_orders.AssignOrder(order_id=order, technician_id=garage.on.mechanic.employee_id)
    assert garage.on.do(work_orders.assign_order, somebody) is OrderState.ASSIGNED
    garage.move(order, OrderEvent.START, actor=garage.on.mechanic)
    garage.complete(order)


def test_pages_go_by_key_and_show_every_order_once(garage: Garage) -> None:
    car = garage.car(garage.customer())
    made = []
    for _ in range(7):
        made.append(garage.order(car))
        garage.on.clock.move(minutes=1)
    seen: list[uuid.UUID] = []
    after = None
    while page := garage.on.see(work_orders.list_orders, after=after, limit=3):
        seen += [row.id for row in page]
        after = (page[-1].made_at, page[-1].id)
    assert seen == made[::-1]
    assert garage.on.see(work_orders.list_orders, states=[OrderState.COMPLETED]) == []


def test_counters_of_a_vehicle_are_the_sums_of_its_orders(garage: Garage) -> None:
    """F15, after a season of orders on three cars, some cancelled, some open."""
    chance = random.Random(15)
    cars = [garage.car(garage.customer(f"Клиент {n}")) for n in range(3)]
    work = garage.labour("Работа", "1")
    expected = dict.fromkeys(cars, (0, 0))
    for _ in range(18):
        garage.on.clock.move(days=1)
        car = chance.choice(cars)
        order = garage.order(car, odometer_value=None)
        garage.line(order, work, qty=Decimal(chance.randrange(1, 9)))
        if (fate := chance.randrange(4)) == 0:
            garage.move(order, OrderEvent.CANCEL, reason="Передумал")
        elif fate > 1:
            garage.start(order)
            version = garage.card(order).version
            total = garage.complete(order, version=version, odometer_value=10_000).total_amount
            visits, spent = expected[car]
            expected[car] = (visits + 1, spent + total)
    now = garage.on.clock() + timedelta(days=1)
    for car, (visits, spent) in expected.items():
        card = garage.on.see(vehicles.get_vehicle, car, now=now)
        assert (card.visits_count, card.spent) == (visits, Money(spent, "RUB"))
    assert sum(visits for visits, _ in expected.values()) > 5


def test_goodwill_and_internal_jobs_are_free_too(garage: Garage) -> None:
    for payer in (Payer.GOODWILL, Payer.INTERNAL):
        order = garage.order()
        garage.job(order, "Жест", payer)
        garage.line(order, garage.labour("Мойка", "1"))
        garage.start(order)
        assert garage.complete(order).total_amount == 0
        assert [line.credit for line in garage.card(order).lines] == [Money(240_000, "RUB")]
