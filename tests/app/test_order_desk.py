"""What the editor of an order asks and does beyond the plain verbs: the sheet, walk-ins, taking back, checking."""

from decimal import Decimal

import pytest

from app import vehicles, work_orders
from app.kernel.errors import BlockedError, TransitionNotAllowedError, UserError
from models.order_flow import Approval, LineState, OrderEvent, OrderState
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def test_the_sheet_names_goods_costs_and_the_price_s_story(garage: Garage) -> None:
    oil = garage.part("Масло 5W-30", 115_000, kind="fluid", unit="l", stock="10", cost=71_200)
    order = garage.order()
    line = garage.line(order, oil, qty=Decimal("4.2"))
    sheet = garage.on.see(work_orders.get_sheet, order)
    assert sheet.costs[line].minor == 299_040
    assert sheet.shelf[line].free_qty == Decimal(10)
    assert sheet.why[line]["base"] == "price_list"
    assert sheet.policy.margin_goal_percent == 33
    assert sheet.tax_name


def test_costs_stay_hidden_from_reception(garage: Garage, shop: TestShop) -> None:
    order = garage.order()
    line = garage.line(order, garage.part("Фильтр", 78_000, cost=43_100))
    sheet = shop.see(work_orders.get_sheet, order, actor=shop.receptionist)
    assert sheet.costs == {}
    assert not sheet.sees_costs
    assert "cost_amount" not in sheet.why[line]


def test_the_last_word_on_a_job_is_told(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "0.6"))
    garage.decide(order)
    sheet = garage.on.see(work_orders.get_sheet, order)
    (said,) = sheet.decisions.values()
    assert (said.decision, said.method) == ("approve", "in_person")


def test_a_removed_line_stands_again(garage: Garage, shop: TestShop) -> None:
    order = garage.order()
    line = garage.line(order, garage.part("Фильтр", 78_000))
    shop.do(work_orders.remove_line, work_orders.RemoveLine(order_id=order, line_id=line))
    assert garage.card(order).total.minor == 0
    shop.do(work_orders.restore_line, work_orders.RestoreLine(order_id=order, line_id=line))
    card = garage.card(order)
    assert card.total.minor == 78_000
    assert card.lines[0].state == LineState.NEEDED
    with pytest.raises(TransitionNotAllowedError):
        shop.do(work_orders.restore_line, work_orders.RestoreLine(order_id=order, line_id=line))


def test_a_removed_job_asks_nothing_any_more(garage: Garage, shop: TestShop) -> None:
    order = garage.order()
    first = garage.job(order, "ТО")
    garage.line(order, garage.labour("Замена масла", "0.6"))
    second = garage.job(order, "Тормоза")
    garage.line(order, garage.labour("Замена колодок", "1"))
    shop.do(work_orders.remove_job, work_orders.RemoveJob(order_id=order, job_id=second))
    assert garage.decide(order, first) == OrderState.APPROVED
    assert garage.card(order).jobs[1].approval == Approval.PROPOSED


def test_issued_goods_keep_their_job(garage: Garage, shop: TestShop) -> None:
    order = garage.order()
    line = garage.line(order, garage.part("Диск", 624_000))
    garage.start(order)
    shop.do(work_orders.issue_line, work_orders.LineWork(order_id=order, line_id=line))
    job = garage.card(order).jobs[0].id
    with pytest.raises(BlockedError) as refused:
        shop.do(work_orders.remove_job, work_orders.RemoveJob(order_id=order, job_id=job))
    assert [b.code for b in refused.value.blockers] == ["issued"]


def test_a_removed_revived_job_opens_its_recommendation_again(
    garage: Garage, shop: TestShop
) -> None:
    car = garage.car(garage.customer())
    first = garage.order(car)
    kept = garage.job(first, "ТО")
    garage.line(first, garage.labour("Замена масла", "0.6"))
    declined = garage.job(first, "Стойки")
    garage.line(first, garage.labour("Замена стоек", "0.8"))
    garage.decide(first, kept)
    garage.decide(first, declined, "decline")
    garage.move(first, OrderEvent.START)
    garage.complete(first)
    card = shop.see(vehicles.get_vehicle, car, now=shop.clock())
    found = next(work for work in card.open_work if work.kind == "declined")
    again = garage.order(car, odometer_value=46_000)
    job = shop.do(
        work_orders.revive_recommendation,
        work_orders.ReviveRecommendation(order_id=again, recommendation_id=found.id),
    )
    shop.do(work_orders.remove_job, work_orders.RemoveJob(order_id=again, job_id=job))
    card = shop.see(vehicles.get_vehicle, car, now=shop.clock())
    assert found.id in {work.id for work in card.open_work}


def test_checking_tells_all_and_changes_nothing(garage: Garage, shop: TestShop) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "0.6"))
    before = garage.card(order).version
    found = shop.do(work_orders.check_completion, work_orders.Complete(order_id=order))
    assert {b.code for b in found} == {"state", "not_approved"}
    assert garage.card(order).version == before


def test_a_stranger_at_the_desk_takes_one_step(garage: Garage, shop: TestShop) -> None:
    order = shop.do(
        work_orders.open_walk_in,
        work_orders.OpenWalkIn(
            plate="х555ау 77",
            car="Kia Rio",
            name="Орлов Пётр",
            phone="8 916 000 14 22",
            odometer_value=61_200,
            concern="Замена масла",
        ),
        actor=shop.receptionist,
    )
    card = garage.card(order)
    assert (card.vehicle, card.customer, card.odometer_value) == ("Kia Rio", "Орлов Пётр", 61_200)
    assert card.customer_phone == "+79160001422"
    assert [c.words for c in card.concerns] == ["Замена масла"]
    assert shop.see(vehicles.get_vehicle, card.vehicle_id, now=shop.clock()).vehicle.owner_name


def test_a_walk_in_that_fails_leaves_nothing(shop: TestShop) -> None:
    with pytest.raises(UserError):
        shop.do(
            work_orders.open_walk_in,
            work_orders.OpenWalkIn(name="Никто", phone="+7 916 000-14-23"),
        )
    assert shop.see(work_orders.find_arrivals, "Никто") == ()


def test_arrivals_are_found_by_plate_name_and_phone(garage: Garage, shop: TestShop) -> None:
    car = garage.car(garage.customer("Иванова Марина"), plate="А123ВС777")
    for typed in ("a123", "иванова", "916 000-14"):
        found = shop.see(work_orders.find_arrivals, typed)
        assert [a.vehicle_id for a in found] == [car], typed
    garage.order(car)
    (arrival,) = shop.see(work_orders.find_arrivals, "А123ВС")
    assert arrival.order_number
    assert shop.see(work_orders.arrival_of, vehicle_id=car) == arrival
    assert shop.see(work_orders.find_arrivals, " ") == ()


def test_items_are_found_with_their_bin(garage: Garage, shop: TestShop) -> None:
    garage.part("Фильтр салона угольный", 149_000, product={"bin": "A-04-2"})
    (found,) = shop.see(work_orders.find_line_items, "салона")
    assert (found.bin, found.item.free_qty) == ("A-04-2", Decimal(100))
    assert shop.see(work_orders.find_line_items, "") == ()


def test_mechanics_come_first(shop: TestShop) -> None:
    staff = shop.see(work_orders.list_staff)
    assert [person.is_mechanic for person in staff] == sorted(
        (person.is_mechanic for person in staff), reverse=True
    )
    assert staff[0].is_mechanic


def test_the_audit_tells_what_changed_newest_first(garage: Garage, shop: TestShop) -> None:
    order = garage.order()
    line = garage.line(order, garage.part("Фильтр", 78_000))
    shop.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order, line_id=line, qty=Decimal(3)),
    )
    rows = shop.see(work_orders.list_audit, order)
    assert [row.action for row in rows][:2] == ["work_orders.change_line", "work_orders.add_line"]
    assert rows[-1].action == "work_orders.open"
    assert rows[0].label == "Change line"
    changed = {(change.table, change.field): change.after for change in rows[0].changes}
    assert changed["order_line", "qty"].startswith("3")
    assert shop.see(work_orders.list_audit, order, limit=1) == rows[:1]


def test_open_work_of_the_car_is_counted(garage: Garage) -> None:
    car = garage.car(garage.customer())
    first = garage.order(car)
    kept = garage.job(first, "ТО")
    garage.line(first, garage.labour("Замена масла", "0.6"))
    declined = garage.job(first, "Стойки")
    garage.line(first, garage.labour("Замена стоек", "0.8"))
    garage.decide(first, kept)
    garage.decide(first, declined, "decline")
    garage.move(first, OrderEvent.START)
    garage.complete(first)
    again = garage.order(car, odometer_value=46_000)
    assert garage.on.see(work_orders.get_sheet, again).open_work == 1
