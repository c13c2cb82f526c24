"""The list of work orders: filters, sorts, pages, counts, search, what is paid; and the order at a glance."""

import uuid
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from app import billing, work_orders
from app.billing import PaidMark
from app.kernel.errors import NotAllowedError, NotFoundError
from app.work_orders import JobStage, OrderShelf, OrderSort, OrderWish
from models.access import SEED_ROLES
from models.billing import PaymentMethod
from models.money import Money
from models.order_flow import OrderEvent, OrderState
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def _page(garage: Garage, **wish: object) -> list[billing.ListLine]:
    """All pages of two rows, one after another."""
    now = garage.on.clock()
    asked = OrderWish(**wish)  # type: ignore[arg-type]  # fields of the wish
    rows: list[billing.ListLine] = []
    after = None
    while True:
        page = garage.on.see(
            partial(
                billing.list_work_orders,
                wish=asked,
                now=now,
                day_end=now + timedelta(hours=6),
                after=after,
                limit=2,
            )
        )
        assert len(page.rows) <= 2
        rows += page.rows
        after = page.next
        if after is None:
            return rows


def _ids(garage: Garage, **wish: object) -> list[uuid.UUID]:
    return [row.order.id for row in _page(garage, **wish)]


def _promised(garage: Garage, hours: float | None) -> uuid.UUID:
    at = None if hours is None else garage.on.clock() + timedelta(hours=hours)
    return garage.order(promised_at=at)


def _asked(garage: Garage, order: uuid.UUID) -> None:
    """The order waits for the customer's word."""
    garage.line(order, garage.labour("Работа", "1"))
    garage.move(order, OrderEvent.CHECK_IN)
    garage.move(order, OrderEvent.PROPOSE)


def test_open_orders_come_by_their_promise_and_those_without_one_last(garage: Garage) -> None:
    late = _promised(garage, -3)
    never = _promised(garage, None)
    soon = _promised(garage, 2)
    tomorrow = _promised(garage, 26)
    gone = _promised(garage, 1)
    garage.move(gone, OrderEvent.CANCEL, reason="не приехал")
    assert _ids(garage) == [late, soon, tomorrow, never]
    assert _ids(garage, descending=True) == [never, tomorrow, soon, late]
    assert _ids(garage, shelf=OrderShelf.LATE) == [late]
    assert gone in _ids(garage, shelf=OrderShelf.ALL)
    marks = {row.order.id: (row.order.late, row.order.at_risk) for row in _page(garage)}
    assert marks[late] == (True, False)
    assert marks[soon] == (False, False)


def test_an_order_that_waits_while_its_promise_ends_today_is_at_risk(garage: Garage) -> None:
    soon, tomorrow = _promised(garage, 2), _promised(garage, 26)
    for order in (soon, tomorrow):
        _asked(garage, order)
    marks = {row.order.id: row.order.at_risk for row in _page(garage)}
    assert marks == {soon: True, tomorrow: False}


@pytest.mark.parametrize("sort", list(OrderSort))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_give_every_order_once_whatever_they_are_sorted_by(
    garage: Garage, sort: OrderSort, *, descending: bool
) -> None:
    labour = garage.labour("Работа", "1")
    orders = [_promised(garage, hours) for hours in (5, None, -1, 5, None)]
    for order in orders[:3]:
        garage.line(order, labour, qty=Decimal(orders.index(order) + 1))
    garage.move(orders[0], OrderEvent.CHECK_IN)
    ids = _ids(garage, shelf=OrderShelf.ALL, sort=sort, descending=descending)
    assert len(ids) == 5
    assert set(ids) == set(orders)


def test_sorted_by_state_an_order_early_on_its_way_comes_first(garage: Garage) -> None:
    asked, draft, inside = (garage.order() for _ in range(3))
    _asked(garage, asked)
    garage.move(inside, OrderEvent.CHECK_IN)
    assert _ids(garage, sort=OrderSort.STATE) == [draft, inside, asked]


def test_sorted_by_sum_and_by_number(garage: Garage) -> None:
    small, large = garage.order(), garage.order()
    garage.line(large, garage.labour("Работа", "2"))
    assert _ids(garage, sort=OrderSort.SUM, descending=True) == [large, small]
    assert _ids(garage, sort=OrderSort.NUMBER) == [small, large]
    assert _ids(garage, sort=OrderSort.MADE, descending=True) == [large, small]


def test_the_counts_are_those_of_the_lists(garage: Garage) -> None:
    _promised(garage, -3)
    waiting = _promised(garage, 3)
    _asked(garage, waiting)
    done = garage.finished((garage.labour("Работа", "1"), "1"))
    garage.invoice(done)
    gone = _promised(garage, 1)
    garage.move(gone, OrderEvent.CANCEL, reason="не приехал")
    now = garage.on.clock()
    counts = dict(garage.on.see(partial(work_orders.count_orders, now=now)))
    unpaid = garage.on.see(billing.count_unpaid_orders)
    assert unpaid is not None
    counts[OrderShelf.UNPAID] = unpaid
    assert set(counts) == set(OrderShelf)
    for shelf, count in counts.items():
        assert len(_ids(garage, shelf=shelf)) == count, shelf
        asked = OrderWish(shelf=shelf)
        assert garage.on.see(partial(billing.sum_work_orders, wish=asked, now=now)).count == count
    assert counts[OrderShelf.ALL] == 4
    assert counts[OrderShelf.OPEN] == garage.on.see(work_orders.count_open_orders) == 3
    assert counts[OrderShelf.APPROVAL] == 1
    assert counts[OrderShelf.READY] == 1


def test_the_sum_is_that_of_the_whole_list(garage: Garage) -> None:
    labour = garage.labour("Работа", "1")
    for hours in ("1", "2", "3"):
        garage.line(garage.order(), labour, qty=Decimal(hours))
    rows = _page(garage)
    found = garage.on.see(partial(billing.sum_work_orders, wish=OrderWish(), now=garage.on.clock()))
    assert found.count == 3
    assert found.amount == sum(row.order.total.minor for row in rows)


@pytest.mark.parametrize("shelf", [OrderShelf.OPEN, OrderShelf.ALL])
@pytest.mark.parametrize(
    "text", ["орло", "А123ВС", "a123bc", "8 916 777-88", "+7 (916) 7778899", "octavia", "vera"]
)
def test_orders_are_found_by_owner_phone_plate_and_car(
    garage: Garage, shelf: OrderShelf, text: str
) -> None:
    owner = garage.customer("Орлова Вера", phone="+7 916 777-88-99", email="vera@example.org")
    wanted = garage.order(garage.car(owner, "А123ВС777"))
    other = garage.customer("Ким Юрий", phone="+7 903 111-22-33", email="kim@example.org")
    garage.order(garage.car(other, "Е731КМ197", make="Kia", model="Rio"))
    assert _ids(garage, shelf=shelf, text=text) == [wanted]


def test_in_a_short_list_two_letters_inside_a_name_are_enough(garage: Garage) -> None:
    wanted = garage.order(garage.car(garage.customer("Харитонов Дмитрий"), "А123ВС777"))
    garage.order(garage.car(garage.customer("Ким Юна"), "Е731КМ197", make="Kia", model="Ceed"))
    assert _ids(garage, text="ри") == [wanted]
    assert _ids(garage, text="ри octa") == [wanted]
    assert _ids(garage, text="ри ceed") == []
    assert _ids(garage, text="100%") == []


def test_an_order_is_found_by_part_of_its_number(garage: Garage) -> None:
    orders = [garage.order() for _ in range(3)]
    number = _page(garage, sort=OrderSort.NUMBER)[1].order.number
    assert _ids(garage, text=number) == [orders[1]]
    assert _ids(garage, text=number[-4:]) == [orders[1]]


def test_filters_add_up(garage: Garage) -> None:
    draft, inside = garage.order(), garage.order()
    garage.move(inside, OrderEvent.CHECK_IN)
    mechanic = garage.on.mechanic.employee_id
    garage.on.do(
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=inside, technician_id=mechanic),
    )
    assert _ids(garage, states=(OrderState.DRAFT,)) == [draft]
    assert _ids(garage, technician_id=mechanic) == [inside]
    assert _ids(garage, technician_id=mechanic, states=(OrderState.DRAFT,)) == []
    advisor = garage.on.see(partial(work_orders.get_order, order_id=draft)).advisor_id
    assert set(_ids(garage, advisor_id=advisor)) == {draft, inside}
    assert _ids(garage, made_since=garage.on.clock() + timedelta(minutes=1)) == []
    assert len(_ids(garage, made_since=garage.on.clock() - timedelta(days=1))) == 2


def test_mine_are_those_i_advise_and_those_i_do(garage: Garage) -> None:
    order = garage.order()
    mechanic = garage.on.mechanic
    now = garage.on.clock()
    seen = partial(
        billing.list_work_orders,
        wish=OrderWish(shelf=OrderShelf.MINE),
        now=now,
        day_end=now + timedelta(hours=6),
    )
    assert garage.on.see(seen, actor=mechanic).rows == ()
    garage.on.do(
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=order, technician_id=mechanic.employee_id),
    )
    assert [row.order.id for row in garage.on.see(seen, actor=mechanic).rows] == [order]
    assert _ids(garage, shelf=OrderShelf.MINE) == [order]


def test_what_is_paid_goes_from_nothing_over_advance_and_invoice_to_paid(garage: Garage) -> None:
    owner = garage.customer()
    waiting = garage.order(garage.car(owner))
    assert [row.paid for row in _page(garage)] == [PaidMark.NOTHING]
    garage.pay(100_000, order_id=waiting)
    assert [row.paid for row in _page(garage)] == [PaidMark.ADVANCE]
    done = garage.finished((garage.labour("Работа", "1"), "1"))
    invoice = garage.invoice(done)
    assert _ids(garage, shelf=OrderShelf.UNPAID) == [done]
    for paid, mark in ((0, PaidMark.INVOICED), (100_000, PaidMark.PART_PAID), (140_000, None)):
        if paid:
            garage.pay(paid, PaymentMethod.CARD, invoice_id=invoice)
        marks = {row.order.id: row.paid for row in _page(garage, shelf=OrderShelf.ALL)}
        assert marks[done] == (mark or PaidMark.PAID)
    assert _ids(garage, shelf=OrderShelf.UNPAID) == []


def test_money_is_not_shown_to_those_who_may_not_see_it(garage: Garage) -> None:
    garage.order()
    mechanic = garage.on.mechanic
    assert "money.see" not in SEED_ROLES["mechanic"]
    now = garage.on.clock()
    seen = partial(billing.list_work_orders, now=now, day_end=now)
    rows = garage.on.see(partial(seen, wish=OrderWish()), actor=mechanic).rows
    assert [row.paid for row in rows] == [None]
    assert garage.on.see(billing.count_unpaid_orders, actor=mechanic) is None
    with pytest.raises(NotAllowedError):
        garage.on.see(partial(seen, wish=OrderWish(shelf=OrderShelf.UNPAID)), actor=mechanic)


def test_an_order_at_a_glance(garage: Garage) -> None:
    order = _promised(garage, 3)
    garage.line(order, garage.labour("Масло", "0.6"))
    second = garage.job(order, "Тормоза")
    garage.line(order, garage.labour("Колодки", "1.8"))
    garage.move(order, OrderEvent.CHECK_IN)
    peek = garage.on.see(partial(work_orders.peek_order, order_id=order))
    assert peek.sheet.made_year == 2019
    assert [job.stage for job in peek.jobs] == [JobStage.ASKED, JobStage.ASKED]
    assert peek.jobs[1].id == second
    assert peek.all_hours == sum(line.qty for line in peek.sheet.card.lines)
    assert peek.done_hours == 0
    assert [step.event for step in peek.latest][:1] == ["check_in"]
    assert peek.latest[0].by == garage.on.owner.name
    assert sum(job.total.minor for job in peek.jobs) == peek.sheet.card.total.minor
    with pytest.raises(NotFoundError):
        garage.on.see(partial(work_orders.peek_order, order_id=uuid.uuid4()))


def test_a_finished_order_has_its_jobs_and_hours_done(garage: Garage) -> None:
    order = garage.finished((garage.labour("Масло", "1"), "1"))
    peek = garage.on.see(partial(work_orders.peek_order, order_id=order))
    assert [job.stage for job in peek.jobs] == [JobStage.DONE]
    assert peek.done_hours == peek.all_hours != 0
    assert len(peek.latest) <= 3
    assert isinstance(peek.sheet.card.total, Money)
