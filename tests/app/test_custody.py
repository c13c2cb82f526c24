"""Where the key and the car are: tags, places, and who moved what."""

from datetime import timedelta

import pytest

from app import arrivals, work_orders
from app.arrivals import ArrivalOf, CheckIn, OpenArrival, RetireTag, SaveArrival, SetTag
from app.kernel.errors import InvalidError, NotAllowedError
from models.arrivals import ArrivalMode, CarAt, KeyAt
from models.order_flow import OrderEvent
from tests.build.arriving import arrive, card, complete, order_of, save
from tests.build.shops import TestShop


def test_one_tag_hangs_on_one_key_and_names_the_other(shop: TestShop) -> None:
    one, two = arrive(shop), arrive(shop, plate="В777ОР77")
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=one, tag="A 31"))
    number = order_of(shop, one).number
    with pytest.raises(InvalidError, match=number):
        shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=two, tag="а31"))
    assert shop.see(arrivals.key_tag_state, "a31").taken_by == number
    at = shop.clock.move(hours=2)
    shop.do(arrivals.move_key, arrivals.MoveKey(arrival_id=one, to=KeyAt.OWNER))
    state = shop.see(arrivals.key_tag_state, "A 31")
    assert state.is_free
    assert state.free_since == at
    assert order_of(shop, one).key_tag is None
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=two, tag="A 31"))


def test_a_tag_of_an_order_without_arrival_counts_too(shop: TestShop) -> None:
    order = shop.do(work_orders.open_order, work_orders.OpenOrder(plate="А111АА77"))
    shop.do(
        work_orders.edit_order,
        work_orders.EditOrder(order_id=order, version=1, values={"key_tag": "7"}),
    )
    arrival = arrive(shop, mode=ArrivalMode.CHECK_IN_ONLY)
    with pytest.raises(InvalidError, match="SC001-2026-06-0001"):
        shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=arrival, tag="7"))
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=arrival, tag="8"))
    with pytest.raises(InvalidError, match="SC001-A-2026-00001"):
        shop.do(
            work_orders.edit_order,
            work_orders.EditOrder(order_id=order, version=2, values={"key_tag": "8"}),
        )
    assert [row.key_tag for row in shop.see(arrivals.key_board)] == ["7", "8"]


def test_where_is_the_car_and_its_key_now_and_who_moved_it(shop: TestShop) -> None:
    lift = shop.do(arrivals.set_place, arrivals.SetPlace(code="П3", capacity=1))
    yard = shop.do(arrivals.set_place, arrivals.SetPlace(code="Двор", capacity=9, sort=2))
    one, two = arrive(shop), arrive(shop, plate="В777ОР77")
    shop.do(arrivals.check_in, CheckIn(arrival_id=one, key_tag="31", place_id=yard))
    shop.clock.move(minutes=20)
    shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=one, place_id=lift), actor=shop.mechanic)
    shop.do(
        arrivals.move_key,
        arrivals.MoveKey(arrival_id=one, to=KeyAt.EMPLOYEE),
        actor=shop.mechanic,
    )
    (key,) = shop.see(arrivals.key_board)
    assert (key.key_at, key.key_holder, key.place) == ("employee", "Кузнецов Алексей", "П3")
    assert key.moved_by == "Кузнецов Алексей"
    told = [(m.what, m.to, m.place, m.by) for m in shop.see(arrivals.list_moves, one)]
    assert told == [
        ("key", "employee", None, "Кузнецов Алексей"),
        ("car", "place", "П3", "Кузнецов Алексей"),
        ("car", "place", "Двор", "Серова Татьяна"),
        ("key", "board", None, "Серова Татьяна"),
    ]
    with pytest.raises(InvalidError, match="no room"):
        shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=two, place_id=lift))
    shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=two, place_id=lift, even_if_full=True))
    places = shop.see(arrivals.list_places)
    assert [(p.code, len(p.cars)) for p in places] == [("П3", 2), ("Двор", 0)]
    shop.do(arrivals.leave, ArrivalOf(arrival_id=one))
    assert shop.see(arrivals.key_tag_state, "31").is_free
    assert not card(shop, one).row.is_here
    assert [len(p.cars) for p in shop.see(arrivals.list_places)] == [1, 0]


def test_moving_the_car_does_not_disturb_who_writes_the_act(shop: TestShop) -> None:
    yard = shop.do(arrivals.set_place, arrivals.SetPlace(code="Двор", capacity=9))
    arrival = arrive(shop)
    seen = card(shop, arrival).row.version
    shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=arrival, place_id=yard))
    shop.do(
        arrivals.save_arrival,
        SaveArrival(arrival_id=arrival, version=seen, values={"note": "мокрая"}),
    )
    assert card(shop, arrival).row.place == "Двор"


def test_a_delivered_car_frees_its_tag_by_itself(shop: TestShop) -> None:
    customer = shop.customer(phone="+79165510733")
    vehicle = shop.vehicle(make="Škoda", model="Kodiaq", owner_id=customer)
    one = shop.do(arrivals.open_arrival, OpenArrival(vehicle_id=vehicle))
    save(shop, one, odometer_value=1000)
    shop.do(arrivals.check_in, CheckIn(arrival_id=one, key_tag="31"))
    order = order_of(shop, one).id
    complete(shop, order)
    shop.do(work_orders.move_order(OrderEvent.DELIVER), work_orders.MoveOrder(order_id=order))
    assert shop.see(arrivals.key_board) == []
    assert shop.see(arrivals.list_arrivals) == []
    other = arrive(shop, plate="В777ОР77")
    shop.clock.at += timedelta(minutes=5)
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=other, tag="31"))
    assert [row.plate for row in shop.see(arrivals.key_board)] == ["В777ОР 77"]


# the list of tags
def test_keys_hang_under_named_tags_alone_once_there_is_a_list(shop: TestShop) -> None:
    one, two = arrive(shop), arrive(shop, plate="В777ОР77")
    assert shop.do(arrivals.set_tag, SetTag(text="1–3, A 9")) == 4
    assert shop.see(arrivals.free_tags) == ["1", "2", "3", "A 9"]
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=one, tag="а9"))
    assert card(shop, one).row.key_tag == "A 9"
    assert shop.see(arrivals.free_tags) == ["1", "2", "3"]
    with pytest.raises(InvalidError, match="no key tag 44"):
        shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=two, tag="44"))
    shop.do(arrivals.retire_tag, RetireTag(tag="2"))
    with pytest.raises(InvalidError, match="used no more"):
        shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=two, tag="2"))
    shop.do(arrivals.retire_tag, RetireTag(tag="2", is_retired=False))
    shop.do(arrivals.set_tag, SetTag(text="02", tag="2"))
    rows = shop.see(arrivals.list_tags)
    assert [row.tag for row in rows] == ["1", "02", "3", "A 9"]
    assert [row.key.plate for row in rows if row.key] == ["О284ТР 777"]


def test_a_tag_is_named_once_and_stays_while_a_key_hangs_there(shop: TestShop) -> None:
    shop.do(arrivals.set_tag, SetTag(text="07"))
    for text in ("07", "5-1", "1-9999", " , "):
        with pytest.raises(InvalidError):
            shop.do(arrivals.set_tag, SetTag(text=text))
    arrival = arrive(shop)
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=arrival, tag="07"))
    number = order_of(shop, arrival).number
    with pytest.raises(InvalidError, match=number):
        shop.do(arrivals.retire_tag, RetireTag(tag="07"))
    with pytest.raises(InvalidError, match=number):
        shop.do(arrivals.set_tag, SetTag(text="7", tag="07"))
    with pytest.raises(InvalidError, match="no key tag"):
        shop.do(arrivals.retire_tag, RetireTag(tag="8"))
    with pytest.raises(NotAllowedError):
        shop.do(arrivals.set_tag, SetTag(text="8"), actor=shop.mechanic)


def test_a_place_is_used_no_more_once_it_is_empty(shop: TestShop) -> None:
    yard = shop.do(arrivals.set_place, arrivals.SetPlace(code="Двор"))
    arrival = arrive(shop)
    shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=arrival, place_id=yard))
    away = arrivals.SetPlace(code="Двор", place_id=yard, is_archived=True)
    with pytest.raises(InvalidError, match="move them first"):
        shop.do(arrivals.set_place, away)
    shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=arrival, to=CarAt.TEST_DRIVE))
    shop.do(arrivals.set_place, away)
    assert shop.see(arrivals.list_places) == []
    with pytest.raises(InvalidError, match="used no more"):
        shop.do(arrivals.move_car, arrivals.MoveCar(arrival_id=arrival, place_id=yard))
    (moved,) = shop.see(arrivals.last_moves, [arrival], "car").values()
    assert (moved.to, moved.by) == ("test_drive", "Серова Татьяна")
