"""Today: what is promised and late, who came, who waits, what is owed and sold; each only to those who may see it."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app import billing, centers, insights, work_orders
from app.insights import Floor, PromiseMark, TodayView
from app.kernel.tx import Actor
from models.money import Money
from models.order_flow import OrderEvent, OrderState
from tests.build.orders import Garage, Item
from tests.build.shops import CENTERS, PASSWORD, PIN, START, TestShop, hashed

RUB = "RUB"


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def seen(garage: Garage, actor: Actor | None = None) -> TodayView:
    return garage.on.see(insights.today, now=garage.on.clock(), actor=actor)


def opened(garage: Garage, plate: str, hours: str | None = None, **values: object) -> uuid.UUID:
    """An order for a car of that plate; with labour of so many hours when told."""
    order_id = garage.order(garage.car(garage.customer(), plate), **values)
    if hours:
        garage.line(order_id, garage.labour("Работа", hours))
    return order_id


def test_an_empty_shop_has_an_empty_day(garage: Garage) -> None:
    view = seen(garage)
    assert view.on == date(2026, 6, 15)
    assert view.floor.in_shop == 0
    assert view.floor.promises == ()
    assert view.low.count == 0
    assert view.hours == ()
    assert [day.on.weekday() for day in view.load] == list(range(7))
    assert all(day.hours == 0 and day.cars == 0 for day in view.load)
    assert view.turnover is not None
    assert view.turnover.total == Money(0, RUB)
    assert len(view.turnover.days) == 15
    assert view.comparison is not None
    assert view.comparison.this.average is None
    owed = garage.on.see(insights.owed, now=START)
    assert owed is not None
    assert (owed.count, owed.sum) == (0, Money(0, RUB))


def test_promises_of_the_day_are_on_time_at_risk_late_or_done(garage: Garage) -> None:
    at = garage.on.clock.at
    late = opened(garage, "А001ВС77", "1", promised_at=at + timedelta(minutes=10))
    garage.start(late)
    fine = opened(garage, "А002ВС77", "2", promised_at=at + timedelta(hours=5))
    garage.start(fine)
    stopped = opened(garage, "А003ВС77", "6", promised_at=at + timedelta(hours=5))
    garage.start(stopped)
    garage.move(stopped, OrderEvent.HOLD, reason="Нет поста")
    asked = opened(garage, "А004ВС77", "1", promised_at=at + timedelta(hours=6))
    garage.move(asked, OrderEvent.PROPOSE)
    done = opened(garage, "А005ВС77", "1", promised_at=at + timedelta(minutes=20))
    garage.start(done)
    garage.complete(done)
    opened(garage, "А006ВС77", "1", promised_at=at + timedelta(days=1))
    opened(garage, "А007ВС77", "1")
    garage.on.clock.move(hours=1)
    marks = {row.car.order_id: row.mark for row in seen(garage).floor.promises}
    assert marks == {
        late: PromiseMark.LATE,
        done: PromiseMark.DONE,
        fine: PromiseMark.ON_TIME,
        stopped: PromiseMark.AT_RISK,
        asked: PromiseMark.AT_RISK,
    }
    times = [row.promised_at for row in seen(garage).floor.promises]
    assert times == sorted(times)


def test_a_promise_of_yesterday_stays_until_the_car_is_ready(garage: Garage) -> None:
    at = garage.on.clock.at
    order_id = opened(garage, "А001ВС77", "1", promised_at=at + timedelta(hours=1))
    garage.start(order_id)
    opened(garage, "А002ВС77", promised_at=at + timedelta(hours=1))
    garage.on.clock.move(days=1)
    promises = seen(garage).floor.promises
    assert [(row.car.order_id, row.mark) for row in promises] == [(order_id, PromiseMark.LATE)]
    garage.complete(order_id)
    assert seen(garage).floor.promises == ()


def test_the_day_is_the_centers_not_that_of_greenwich(garage: Garage) -> None:
    garage.on.clock.move(hours=13)  # 20:30 in Greenwich, 23:30 on the wall of Mytishchi
    order_id = opened(garage, "А001ВС77", "1", promised_at=garage.on.clock.at + timedelta(hours=2))
    garage.start(order_id)
    assert seen(garage).floor.promises == ()
    garage.on.clock.move(minutes=31)
    view = seen(garage)
    assert view.on == date(2026, 6, 16)
    assert [row.car.order_id for row in view.floor.promises] == [order_id]


def test_cars_are_counted_by_state_and_the_longest_in_theirs_come_first(garage: Garage) -> None:
    first = opened(garage, "А001ВС77", "1")
    garage.start(first)
    garage.on.clock.move(hours=2)
    second = opened(garage, "А002ВС77", "1")
    garage.move(second, OrderEvent.CHECK_IN)
    garage.on.clock.move(hours=1)
    opened(garage, "А003ВС77", "1")
    floor = seen(garage).floor
    assert [(each.state, each.count) for each in floor.states] == [
        (OrderState.CHECKED_IN, 1),
        (OrderState.IN_PROGRESS, 1),
    ]
    assert floor.in_shop == 2
    assert [car.order_id for car in floor.stuck] == [first, second]
    assert floor.stuck[0].since_at == START
    assert floor.stuck[0].plate == "А001ВС 77"
    assert (floor.stuck[0].vehicle, floor.stuck[0].model) == ("Škoda Octavia", "Octavia")


def test_who_is_waited_for_stands_before_who_came(garage: Garage) -> None:
    at = garage.on.clock.at
    later = opened(garage, "А001ВС77", promised_at=at + timedelta(hours=8))
    sooner = opened(garage, "А002ВС77", promised_at=at + timedelta(hours=4))
    came = opened(garage, "А003ВС77")
    for order_id in (later, sooner, came):
        garage.move(order_id, OrderEvent.EXPECT)
    garage.on.do(
        work_orders.set_concern, work_orders.SetConcern(order_id=came, words="Стук спереди")
    )
    garage.job(sooner, "ТО-60")
    garage.move(came, OrderEvent.CHECK_IN)
    arrivals = seen(garage).floor.arrivals
    assert [row.car.order_id for row in arrivals] == [sooner, later, came]
    assert [row.checked_in_at for row in arrivals] == [None, None, at]
    assert [row.what for row in arrivals] == ["ТО-60", "", "Стук спереди"]
    garage.on.clock.move(days=1)
    assert [row.car.order_id for row in seen(garage).floor.arrivals] == [sooner, later]


def test_approvals_tell_their_amount_only_to_those_who_may_see_money(garage: Garage) -> None:
    order_id = opened(garage, "А001ВС77", "2")
    garage.move(order_id, OrderEvent.PROPOSE)
    garage.on.clock.move(hours=2)
    (row,) = seen(garage).floor.approvals
    assert row.car.order_id == order_id
    assert row.amount == Money(480_000, RUB)
    assert row.car.since_at == START
    (row,) = seen(garage, actor=garage.on.mechanic).floor.approvals
    assert row.amount is None


def test_a_ready_car_waits_for_its_owner_until_it_is_delivered(garage: Garage) -> None:
    order_id = opened(garage, "А001ВС77", "1")
    garage.start(order_id)
    garage.complete(order_id)
    assert [car.order_id for car in seen(garage).floor.uncollected] == [order_id]
    garage.on.clock.move(days=15)
    assert seen(garage).floor.uncollected == ()


def test_what_is_emptiest_is_the_first_of_the_low(garage: Garage) -> None:
    for name, stock, least in (("Масло", "12", "20"), ("Колодки", "0", "4"), ("Фильтр", "9", "10")):
        garage.part(name, 1000, stock=stock, product={"min_qty": Decimal(least)})
    garage.part("Лампа", 1000, stock="50", product={"min_qty": Decimal(10)})
    low = seen(garage).low
    assert [(row.name, row.free_qty) for row in low.rows] == [
        ("Колодки", Decimal(0)),
        ("Масло", Decimal(12)),
        ("Фильтр", Decimal(9)),
    ]
    assert low.count == 3


def sold(garage: Garage, labour: Item, **values: object) -> uuid.UUID:
    return garage.invoice(garage.finished((labour, None), **values))


def test_turnover_is_what_was_invoiced_less_what_was_credited(garage: Garage) -> None:
    labour = garage.labour("Работа", "2")
    first = sold(garage, labour)
    garage.on.clock.move(days=1)
    sold(garage, labour)
    sold(garage, labour)
    turnover = seen(garage).turnover
    assert turnover is not None
    assert [day.sum.minor for day in turnover.days[-3:]] == [0, 480_000, 960_000]
    assert turnover.total == Money(1_440_000, RUB)
    garage.on.do(billing.credit_invoice, billing.CreditInvoice(invoice_id=first, reason="Ошибка"))
    turnover = seen(garage).turnover
    assert turnover is not None
    assert [day.sum.minor for day in turnover.days[-2:]] == [480_000, 480_000]
    assert seen(garage, actor=garage.on.receptionist).turnover is None
    assert seen(garage, actor=garage.on.receptionist).comparison is None


def test_hours_sold_and_in_hand_belong_to_the_person_of_the_line(garage: Garage) -> None:
    labour = garage.labour("Работа", "1.5")
    who = garage.on.mechanic.employee_id
    order_id = garage.order()
    garage.line(order_id, labour, technician_id=who)
    garage.start(order_id)
    assert [(p.sold, p.in_hand) for p in seen(garage).hours] == [(Decimal(0), Decimal("1.5"))]
    garage.complete(order_id)
    garage.invoice(order_id)
    (person,) = seen(garage).hours
    assert (person.name, person.sold, person.in_hand) == (
        "Кузнецов Алексей",
        Decimal("1.5"),
        Decimal(0),
    )
    garage.on.clock.move(days=7)
    assert seen(garage).hours == ()


def test_hours_are_known_by_every_spelling_and_a_fixed_price_has_none(garage: Garage) -> None:
    order_id = garage.order(promised_at=garage.on.clock.at + timedelta(hours=3))
    for name, unit, hours in (("Мойка", "job", "1"), ("Слесарная", "н/ч", "2.5")):
        garage.typed(order_id, "labour", name, 100_000, hours, unit=unit)
    assert seen(garage).load[0].hours == Decimal("2.5")


def test_the_load_is_the_hours_promised_for_each_day_of_the_week(garage: Garage) -> None:
    at = garage.on.clock.at
    opened(garage, "А001ВС77", "1.5", promised_at=at + timedelta(hours=3))
    opened(garage, "А002ВС77", "2", promised_at=at + timedelta(hours=4))
    opened(garage, "А003ВС77", promised_at=at + timedelta(days=2))
    opened(garage, "А004ВС77", "9", promised_at=at + timedelta(days=7))
    dead = opened(garage, "А005ВС77", "9", promised_at=at + timedelta(hours=4))
    garage.move(dead, OrderEvent.CANCEL, reason="Передумал")
    load = seen(garage).load
    assert [(day.hours, day.cars) for day in load[:4]] == [
        (Decimal("3.5"), 2),
        (Decimal(0), 0),
        (Decimal(0), 1),
        (Decimal(0), 0),
    ]
    assert sum(day.cars for day in load) == 3


def test_months_are_compared_by_average_margin_and_kept_promises(garage: Garage) -> None:
    labour = garage.labour("Работа", "2")
    garage.finished((labour, None), promised_at=START + timedelta(hours=2))
    garage.on.clock.move(days=31)
    late = garage.order(promised_at=garage.on.clock.at + timedelta(minutes=1))
    garage.line(late, garage.labour("Работа", "1"))
    garage.start(late)
    garage.on.clock.move(minutes=2)
    garage.complete(late)
    both = seen(garage).comparison
    assert both is not None
    assert (both.month, both.before) == (date(2026, 7, 1), date(2026, 6, 1))
    assert both.last.average == Money(480_000, RUB)
    assert both.this.average == Money(240_000, RUB)
    assert (both.last.on_time_percent, both.this.on_time_percent) == (Decimal(100), Decimal(0))


def test_the_longest_overdue_is_owed_first_and_paid_ones_are_not(garage: Garage) -> None:
    labour = garage.labour("Работа", "2")
    old = sold(garage, labour)
    garage.on.clock.move(days=10)
    new = sold(garage, labour)
    paid = sold(garage, labour)
    garage.pay(480_000, invoice_id=paid)
    part = sold(garage, labour)
    garage.pay(100_000, invoice_id=part)
    owed = garage.on.see(insights.owed, now=garage.on.clock())
    assert owed is not None
    assert owed.rows[0].invoice_id == old
    assert {row.invoice_id for row in owed.rows} == {old, new, part}
    assert owed.rows[0].late_days == 5
    assert owed.rows[1].late_days == 0
    assert owed.count == 3
    assert owed.sum == Money(480_000 + 480_000 + 380_000, RUB)
    assert garage.on.see(insights.owed, now=garage.on.clock(), actor=garage.on.mechanic) is None


def test_another_centers_day_is_its_own(garage: Garage) -> None:
    order_id = opened(garage, "А001ВС77", "1", promised_at=START + timedelta(hours=3))
    garage.start(order_id)
    sold(garage, garage.labour("Работа", "2"))
    garage.part("Колодки", 1000, stock="0", product={"min_qty": Decimal(4)})
    other = centers.create_center(
        garage.on.shop,
        centers.CreateCenter(
            profile="ru",
            owner_login="other",
            owner_name="Другой Владелец",
            owner_password=hashed(PASSWORD),
            owner_pin=hashed(PIN),
            **{**CENTERS["ru"], "code": "SC009"},
        ),
        actor=garage.on.owner,
    )
    view = seen(garage, other)
    assert view.floor == Floor((), (), (), (), (), ())
    assert (view.low.count, view.hours) == (0, ())
    assert view.turnover is not None
    assert view.turnover.total.minor == 0
    owed = garage.on.see(insights.owed, now=START, actor=other)
    assert owed is not None
    assert owed.count == 0


def test_the_whole_day_is_read_in_few_statements(garage: Garage) -> None:
    for number in range(3):
        opened(garage, f"А00{number}ВС77", "1", promised_at=START + timedelta(hours=3))
    statements: list[str] = []

    def note(_c: object, _k: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    engine = garage.on.shop.database.reader
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        seen(garage)
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
    assert 10 <= len(statements) <= 16
