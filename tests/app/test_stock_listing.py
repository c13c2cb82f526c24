"""The stock as a list and as a card: ids and rows, deliveries, promises, the balance of the last days."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest

from app import inventory as stock
from app.inventory import Arrived, ReceiveGoods, StockFilter
from app.kernel.errors import InvalidError, NotAllowedError, UserError
from app.work_orders import AddJob, AddLine, OpenOrder, add_job, add_line, open_order
from models.base import new_id
from models.money import Money
from tests.app.goods import level, product, run, store_of, use, whole
from tests.app.test_catalog import item
from tests.build.shops import TestShop

D = Decimal


def ids(shop: TestShop, **wanted: object) -> list[uuid.UUID]:
    return list(shop.see(stock.stock_ids, StockFilter(**wanted)))  # type: ignore[arg-type]  # any field


def second_store(shop: TestShop) -> uuid.UUID:
    return shop.do(stock.create_location, stock.CreateLocation(code="VAN1", name="Выездной"))


def test_the_list_shows_all_low_negative_and_archived(shop: TestShop) -> None:
    plenty = product(shop, sku="A1", qty="9", min_qty=D(2))
    low = product(shop, sku="B2", qty="1", min_qty=D(2))
    minus = product(shop, sku="C3", qty="1")
    use(shop, minus, "3", allow_negative=True)
    gone = product(shop, sku="D4")
    shop.do(stock.archive_product, stock.ArchiveProduct(product_id=gone, version=1))
    assert ids(shop) == [plenty, low, minus]
    assert ids(shop, is_descending=True) == [minus, low, plenty]
    assert ids(shop, show="low") == [low]
    assert ids(shop, show="negative") == [minus]
    assert ids(shop, show="archived") == [gone]
    counts = shop.see(stock.stock_counts)
    assert (counts.all, counts.low, counts.negative, counts.archived) == (3, 1, 1, 1)
    assert counts.value == shop.see(stock.stock_value)


def test_one_store_counts_only_what_lies_there(shop: TestShop) -> None:
    van = second_store(shop)
    both, main = product(shop, sku="A", qty="5", cost=100), product(shop, sku="B", qty="2")
    shop.do(
        stock.receive, stock.Receive(product_id=both, qty=D(2), cost_amount=300, location_id=van)
    )
    assert ids(shop, location_id=van) == [both]
    (row,) = shop.see(stock.stock_rows, [both], location_id=van)
    assert (row.on_hand_qty, row.value, row.cost) == (D(2), Money(600, "RUB"), Money(300, "RUB"))
    (row,) = shop.see(stock.stock_rows, [both])
    assert (row.on_hand_qty, row.value) == (D(7), Money(1_100, "RUB"))
    assert [r.id for r in shop.see(stock.stock_rows, [main, new_id(), both])] == [main, both]
    counts = shop.see(stock.stock_counts, location_id=van)
    assert (counts.all, counts.value) == (1, Money(600, "RUB"))


@pytest.mark.parametrize("sort", ["on_hand", "free", "value", "minimum", "bin", "name"])
def test_the_list_is_sorted_by_what_was_asked(shop: TestShop, sort: str) -> None:
    made = [
        product(shop, name=f"N{n}", bin=f"B{n}", qty=str(n), cost=n, min_qty=D(n) / 10)
        for n in (2, 3, 1)
    ]
    assert ids(shop, sort=sort) == [made[2], made[0], made[1]]
    assert ids(shop, sort=sort, is_descending=True) == [made[1], made[0], made[2]]


def test_products_are_found_by_number_name_maker_and_barcode(shop: TestShop) -> None:
    p = product(shop, sku="W 712/95", name="Фильтр", maker="MANN", barcode="4011558739409")
    product(shop, sku="OC 90", name="Колодка")
    for words in ("712", "w71295", "mann", "фильтр mann", "739409"):
        assert ids(shop, query=words) == [p], words
    assert ids(shop, query="нет такого") == []


def test_money_of_the_list_is_for_people_who_see_costs(shop: TestShop) -> None:
    p = product(shop, qty="1")
    assert shop.see(stock.stock_counts, actor=shop.receptionist).value is None
    assert shop.see(stock.stock_rows, [p], actor=shop.receptionist)[0].value is None
    with pytest.raises(NotAllowedError):
        shop.see(stock.stock_ids, StockFilter(sort="value"), actor=shop.receptionist)


def test_a_delivery_is_booked_whole_under_its_document(shop: TestShop) -> None:
    a = product(shop)
    oil = product(shop, unit="l", purchase_unit="drum", purchase_factor=D(208))
    delivery = shop.do(
        stock.receive_goods,
        ReceiveGoods(
            lines=(
                Arrived(product_id=a, qty=D(8), cost_amount=43_450),
                Arrived(product_id=oil, qty=D(1), cost_amount=2_080_000, in_purchase_units=True),
            ),
            document="  Авторус 0102-2512 ",
        ),
    )
    assert (level(shop, a), level(shop, oil)) == (("8", 347_600), ("208", 2_080_000))
    for key in (a, oil):
        (row,) = shop.see(stock.stock_card, key).rows
        assert (row.source_id, row.note, row.made_by) == (
            delivery,
            "Авторус 0102-2512",
            "Серова Татьяна",
        )
        assert (row.order_id, row.order_number, row.invoice_id) == (None, None, None)
    whole(shop)


def test_a_delivery_with_one_bad_line_changes_nothing(shop: TestShop) -> None:
    a = product(shop, qty="1", cost=100)
    lines = (
        Arrived(product_id=a, qty=D(2), cost_amount=100),
        Arrived(product_id=a, qty=D(0), cost_amount=100),
    )
    with pytest.raises(InvalidError, match="above zero"):
        shop.do(stock.receive_goods, ReceiveGoods(lines=lines))
    with pytest.raises(InvalidError, match="at least one line"):
        shop.do(stock.receive_goods, ReceiveGoods(lines=()))
    with pytest.raises(NotAllowedError):
        shop.do(stock.receive_goods, ReceiveGoods(lines=lines[:1]), actor=shop.mechanic)
    assert level(shop, a) == ("1", 100)


def card(shop: TestShop, product_id: uuid.UUID, *, days: int = 90) -> stock.ProductCard:
    return shop.see(
        stock.product_card,
        product_id,
        since=shop.clock.at - timedelta(days=days),
        now=shop.clock.at,
    )


def test_the_balance_runs_from_the_first_day_to_now(shop: TestShop) -> None:
    p = product(shop, qty="10")
    start = shop.clock.at
    shop.clock.move(days=100)
    use(shop, p, "3")
    shop.clock.move(days=10)
    use(shop, p, "1.5")
    shop.clock.move(days=1)
    seen = card(shop, p)
    assert [(point.at - start, point.qty) for point in seen.points] == [
        (timedelta(days=21), D(10)),
        (timedelta(days=100), D(7)),
        (timedelta(days=110), D("5.5")),
        (timedelta(days=111), D("5.5")),
    ]
    assert (seen.used_qty, seen.moves) == (D("4.5"), 3)
    assert seen.last_receipt is not None
    assert (seen.last_receipt.qty, seen.last_receipt.at) == (D(10), start)
    assert card(shop, p, days=5).used_qty == D("1.5")


def test_what_came_back_was_not_used(shop: TestShop) -> None:
    p, line, store = product(shop, qty="4"), new_id(), store_of(shop)
    run(shop, lambda tx: stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(3)))
    run(shop, lambda tx: stock.take_back(tx, line_id=line, qty=D(1)))
    seen = card(shop, p)
    assert (seen.used_qty, seen.points[-1].qty) == (D(2), D(2))


def test_a_product_that_never_moved_has_a_flat_balance(shop: TestShop) -> None:
    seen = card(shop, product(shop))
    assert [point.qty for point in seen.points] == [D(0), D(0)]
    assert (seen.used_qty, seen.moves, seen.last_receipt, seen.reserved) == (D(0), 0, None, ())


def order_with(shop: TestShop, product_id: uuid.UUID) -> tuple[uuid.UUID, uuid.UUID]:
    part = item(shop, "part", f"I-{new_id().hex[-6:]}", price_amount=78_000, product_id=product_id)
    order = shop.do(
        open_order,
        OpenOrder(
            vehicle_id=shop.vehicle(),
            customer_id=shop.customer(),
            promised_at=shop.clock.at + timedelta(hours=3),
        ),
    )
    job = shop.do(add_job, AddJob(order_id=order, name="ТО"))
    return order, shop.do(add_line, AddLine(order_id=order, job_id=job, item_id=part, qty=D(2)))


def test_a_promise_names_its_order_and_its_car(shop: TestShop) -> None:
    p, store = product(shop, qty="5"), store_of(shop)
    order, line = order_with(shop, p)
    run(shop, lambda tx: stock.reserve(tx, line_id=line, product_id=p, location_id=store, qty=D(2)))
    run(
        shop,
        lambda tx: stock.reserve(tx, line_id=new_id(), product_id=p, location_id=store, qty=D(1)),
    )
    promised, loose = card(shop, p).reserved
    assert (promised.order_id, promised.plate, promised.customer, promised.qty) == (
        order,
        "А123ВС 77",
        "Ким Анна",
        D(2),
    )
    assert promised.order_number
    assert promised.promised_at == shop.clock.at + timedelta(hours=3)
    assert (loose.order_id, loose.plate, loose.qty) == (None, None, D(1))


def test_a_move_names_its_order(shop: TestShop) -> None:
    p, store = product(shop, qty="5"), store_of(shop)
    order, line = order_with(shop, p)
    run(shop, lambda tx: stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(2)))
    row = shop.see(stock.stock_card, p, in_stores=True).rows[0]
    assert (row.order_id, row.change_qty, row.balance_qty) == (order, D(-2), D(3))
    assert row.order_number
    assert row.invoice_id is None
    assert shop.see(stock.stock_card, p).rows[0].change_qty == 0


def test_another_centers_product_has_no_card(shop: TestShop) -> None:
    with pytest.raises(UserError):
        card(shop, new_id())
