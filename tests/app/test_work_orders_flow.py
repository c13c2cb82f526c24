"""States of an order (F29, F30): every forbidden step is refused in the core, history is never missing."""

import random
import uuid
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app import centers, work_orders
from app.kernel.errors import BlockedError, InvalidError, TransitionNotAllowedError
from models.order_flow import (
    FINAL,
    FROM_COLLISION,
    FROM_DMS,
    LABOUR_FLOW,
    ORDER_FLOW,
    PART_FLOW,
    SEALED,
    TO_COLLISION,
    TO_DMS,
    LineState,
    OrderEvent,
    OrderState,
)
from models.work_orders import OrderTransition, WorkOrder
from tests.build.orders import Garage
from tests.build.shops import TestShop

PLAIN = [event for event in OrderEvent if event is not OrderEvent.COMPLETE]


def _reachable(start: OrderState) -> set[OrderState]:
    seen, waiting = {start}, [start]
    while waiting:
        for following in ORDER_FLOW[waiting.pop()].values():
            if following is not None and following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen


def test_every_state_has_its_row_and_is_reached_from_a_draft() -> None:
    assert set(ORDER_FLOW) == set(OrderState)
    assert _reachable(OrderState.DRAFT) == set(OrderState)
    assert {event for events in ORDER_FLOW.values() for event in events} == set(OrderEvent)


def test_mistake_13_declined_is_no_dead_end_and_a_hold_comes_back() -> None:
    assert OrderState.COMPLETED in _reachable(OrderState.DECLINED)
    assert OrderState.COMPLETED in _reachable(OrderState.NO_RESPONSE)
    assert OrderEvent.RESUME in ORDER_FLOW[OrderState.ON_HOLD]
    assert {state for state, events in ORDER_FLOW.items() if not events} == {
        OrderState.DELIVERED,
        OrderState.CANCELLED,
    }
    assert {OrderState.COMPLETED, OrderState.DELIVERED, OrderState.CANCELLED} == FINAL
    assert SEALED < FINAL


def test_mistake_8_every_state_of_a_line_is_in_the_table_and_nothing_else() -> None:
    assert set(LABOUR_FLOW) | set(PART_FLOW) == set(LineState)
    for table in (LABOUR_FLOW, PART_FLOW):
        assert {following for events in table.values() for following in events.values()} <= set(
            table
        )


DMS_JOB_CARD = {
    "CREATED",
    "ARRIVAL_PENDING",
    "JOB_CARD_PENDING_VEHICLE",
    "CHECK_IN_ONLY",
    "MANAGER_QUOTE",
    "AWAITING_QUOTATION_APPROVAL",
    "NO_RESPONSE_LEAD",
    "JOB_CARD_ACTIVE",
    "ASSIGNED",
    "IN_PROGRESS",
    "PARTS_PENDING",
    "COMPLETED",
    "INVOICED",
}


def test_the_words_of_both_other_systems_map_both_ways() -> None:
    assert set(FROM_DMS) == DMS_JOB_CARD
    assert len(FROM_DMS) == 13
    for theirs, ours in ((FROM_DMS, TO_DMS), (FROM_COLLISION, TO_COLLISION)):
        assert set(ours) == set(OrderState)
        assert set(ours.values()) <= set(theirs)
        for word, state in theirs.items():
            # back and forth once, a word means the same state here
            assert theirs[ours[state]] is state, word


def _put(garage: Garage, order: uuid.UUID, state: OrderState) -> None:
    with garage.on.shop.database.writer.begin() as connection:
        connection.execute(
            sa.update(WorkOrder)
            .where(WorkOrder.id == order)
            .values(state=state, held_from=OrderState.IN_PROGRESS)
        )


@pytest.mark.parametrize("state", OrderState)
def test_every_step_that_is_not_in_the_table_is_refused_in_the_core(
    shop: TestShop, state: OrderState
) -> None:
    garage = Garage(shop)
    if state in SEALED:
        order = garage.finished((garage.labour("Мойка", "1"), None))
        if state is OrderState.DELIVERED:
            garage.move(order, OrderEvent.DELIVER)
    else:
        order = garage.order()
        _put(garage, order, state)
    history = garage.rows(OrderTransition)
    row = garage.rows(WorkOrder)
    for event in PLAIN:
        if event in ORDER_FLOW[state]:
            continue
        with pytest.raises(TransitionNotAllowedError) as refused:
            garage.move(order, event, reason="потому что")
        assert (refused.value.state, refused.value.event) == (state.value, event.value)
        assert set(refused.value.allowed) == {e.value for e in ORDER_FLOW[state]}
    if state not in SEALED and OrderEvent.COMPLETE not in ORDER_FLOW[state]:
        with pytest.raises(BlockedError) as blocked:
            garage.complete(order)
        assert "state" in {blocker.code for blocker in blocked.value.blockers}
    assert garage.rows(OrderTransition) == history
    assert garage.rows(WorkOrder) == row


@pytest.mark.parametrize("seed", range(6))
def test_a_random_walk_writes_every_step_and_its_times_add_up(shop: TestShop, seed: int) -> None:
    chance = random.Random(seed)
    garage = Garage(shop)
    _policy(garage, uses_approval=False)
    order = garage.order()
    garage.line(order, garage.labour("Мойка", "1"))
    opened = garage.on.clock()
    walked = [OrderState.DRAFT]
    while len(walked) < 25:
        garage.on.clock.move(minutes=chance.randrange(1, 3000), seconds=chance.randrange(60))
        wanted = [
            event
            for event in ORDER_FLOW[walked[-1]]
            if event not in {OrderEvent.CANCEL, OrderEvent.COMPLETE}
        ]
        event = chance.choice(wanted)
        try:
            walked.append(garage.move(order, event, reason="так вышло"))
        except BlockedError:
            # open labour: finish it, then try another step
            _finish_labour(garage, order)
    steps = garage.on.see(work_orders.list_transitions, order)
    assert [step.to_state for step in steps] == [state.value for state in walked]
    assert [step.from_state for step in steps] == [None, *(s.value for s in walked[:-1])]
    assert all(step.by_id == garage.on.owner.employee_id for step in steps)
    now = garage.on.clock.move(hours=5)
    spans = garage.on.see(work_orders.time_in_states, order, now=now)
    assert sum(spans.values(), timedelta()) == now - opened
    assert set(spans) == {state.value for state in walked}


def _finish_labour(garage: Garage, order: uuid.UUID) -> None:
    for line in garage.card(order).lines:
        if line.state in {LineState.OPEN, LineState.IN_PROGRESS}:
            garage.on.do(
                work_orders.work_line,
                work_orders.LineWork(order_id=order, line_id=line.id, event="finish"),
            )


def _policy(garage: Garage, **values: object) -> None:
    version = garage.on.see(centers.get_center).version
    garage.on.do(centers.set_policy, centers.SetPolicy(version=version, values=values))


def test_with_all_steps_off_a_walk_in_takes_three(shop: TestShop) -> None:
    garage = Garage(shop)
    _policy(garage, uses_approval=False)
    order = garage.order()
    garage.line(order, garage.labour("Мойка", "1"))
    garage.move(order, OrderEvent.START)
    garage.complete(order)
    steps = garage.on.see(work_orders.list_transitions, order)
    assert [step.to_state for step in steps] == ["draft", "in_progress", "completed"]


def test_a_hold_needs_a_reason_and_comes_back_where_it_was(shop: TestShop) -> None:
    garage = Garage(shop)
    order = garage.order()
    garage.move(order, OrderEvent.CHECK_IN)
    with pytest.raises(InvalidError) as asked:
        garage.move(order, OrderEvent.HOLD)
    assert set(asked.value.problems) == {"reason"}
    until = garage.on.clock() + timedelta(days=2)
    garage.move(order, OrderEvent.HOLD, reason="Ждём владельца", until=until)
    card = garage.card(order)
    assert (card.state, card.hold_reason, card.hold_until_at) == (
        OrderState.ON_HOLD,
        "Ждём владельца",
        until,
    )
    assert garage.move(order, OrderEvent.RESUME) is OrderState.CHECKED_IN
    assert garage.card(order).hold_reason is None


def test_parts_pending_then_on_hold_still_comes_back_to_the_work(shop: TestShop) -> None:
    garage = Garage(shop)
    order = garage.order()
    garage.line(order, garage.labour("Мойка", "1"))
    garage.start(order)
    garage.move(order, OrderEvent.WAIT_FOR_PARTS)
    garage.move(order, OrderEvent.HOLD, reason="Каникулы")
    assert garage.move(order, OrderEvent.RESUME) is OrderState.IN_PROGRESS


def test_rework_counts_and_opens_the_labour_again(shop: TestShop) -> None:
    garage = Garage(shop)
    _policy(garage, uses_quality_check=True)
    order = garage.order()
    garage.line(order, garage.labour("Мойка", "1"))
    garage.start(order)
    with pytest.raises(BlockedError) as blocked:
        garage.complete(order)
    assert {b.code for b in blocked.value.blockers} == {"quality"}
    _finish_labour(garage, order)
    garage.move(order, OrderEvent.CHECK_QUALITY)
    assert garage.move(order, OrderEvent.REWORK) is OrderState.IN_PROGRESS
    card = garage.card(order)
    assert (card.rework_count, card.lines[0].state) == (1, LineState.OPEN)
    _finish_labour(garage, order)
    garage.move(order, OrderEvent.CHECK_QUALITY)
    garage.move(order, OrderEvent.PASS)
    garage.complete(order)
    assert garage.card(order).state is OrderState.COMPLETED


def test_a_cancelled_order_gives_its_goods_and_its_number_is_not_drawn_again(
    shop: TestShop,
) -> None:
    """Known mistake 6: numbers are no count of rows."""
    garage = Garage(shop)
    part = garage.part("Фильтр", 78_000, stock="1")
    first = garage.order()
    line = garage.line(first, part)
    garage.on.do(work_orders.reserve_line, work_orders.LineWork(order_id=first, line_id=line))
    garage.move(first, OrderEvent.CANCEL, reason="Передумал")
    second = garage.order()
    line = garage.line(second, part)
    garage.on.do(work_orders.reserve_line, work_orders.LineWork(order_id=second, line_id=line))
    numbers = [garage.card(order).number for order in (first, second)]
    assert numbers == ["SC001-2026-06-0001", "SC001-2026-06-0002"]
