"""Stock: the ledger of moves, what orders do with goods, and what nobody may change."""

import uuid
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app import inventory as stock
from app.inventory import Want
from app.kernel.errors import FinalError, InvalidError, NotFoundError, Reason, UserError
from app.kernel.tx import Tx
from models.base import new_id
from models.inventory import LocationKind, StockLevel, StockMove
from models.money import Money
from tests.app.goods import get, level, place_of, product, run, store_of, use, whole
from tests.build.shops import TestShop

D = Decimal


def test_s4_the_moving_average_to_the_kopeck(shop: TestShop) -> None:
    p = product(shop)
    get(shop, p, "10", 10_000)
    get(shop, p, "5", 13_000)
    assert level(shop, p) == ("15", 165_000)
    assert use(shop, p, "6") == 66_000
    get(shop, p, "7", 9_550)
    assert level(shop, p) == ("16", 165_850)
    line = new_id()
    want = Want(line, p, store_of(shop), D(5))
    assert run(shop, lambda tx: stock.consume(tx, [want], allow_negative=False)) == {line: 51_828}
    assert level(shop, p) == ("11", 114_022)
    page = shop.see(stock.stock_card, p)
    shop.do(stock.reverse, stock.ReverseMove(move_id=page.rows[0].move_id, reason="не та деталь"))
    assert level(shop, p) == ("16", 165_850)
    whole(shop)


def test_what_empties_a_place_takes_the_whole_value(shop: TestShop) -> None:
    p = product(shop, qty="3", cost=3_333)
    assert use(shop, p, "0.001") == 3
    assert use(shop, p, "2.999") == 9_996
    assert level(shop, p) == ("0", 0)
    whole(shop)


def test_oil_is_bought_by_the_drum_and_leaves_in_litres(shop: TestShop) -> None:
    p = product(shop, unit="l", purchase_unit="drum", purchase_factor=D(200))
    shop.do(
        stock.receive,
        stock.Receive(product_id=p, qty=D(1), cost_amount=9_200_000, in_purchase_units=True),
    )
    assert level(shop, p) == ("200", 9_200_000)
    assert use(shop, p, "4.2") == 193_200
    detail = shop.see(stock.get_product, p)
    assert detail.last_cost == Money(46_000, "RUB")
    assert detail.product.on_hand_qty == D("195.8")


def test_more_than_is_free_is_not_reserved(shop: TestShop) -> None:
    p, store, first, second = product(shop, qty="5"), store_of(shop), new_id(), new_id()

    def hold(line: uuid.UUID, qty: str) -> None:
        run(
            shop,
            lambda tx: stock.reserve(tx, line_id=line, product_id=p, location_id=store, qty=D(qty)),
        )

    hold(first, "3")
    with pytest.raises(UserError) as refused:
        hold(second, "2.5")
    assert refused.value.reason is Reason.SHORT
    assert "2 pc free" in str(refused.value)
    with pytest.raises(UserError) as refused:
        use(shop, p, "3")
    assert refused.value.reason is Reason.SHORT
    with pytest.raises(UserError) as refused:
        shop.do(stock.adjust, stock.Adjust(product_id=p, counted_qty=D(2), reason="пересчёт"))
    assert "Release reservations first" in str(refused.value.remedy)
    assert run(shop, lambda tx: stock.release(tx, line_id=first)) == D(3)
    assert run(shop, lambda tx: stock.release(tx, line_id=first)) == D(0)
    shop.do(stock.adjust, stock.Adjust(product_id=p, counted_qty=D(2), reason="пересчёт"))
    assert level(shop, p) == ("2", 20_000)
    whole(shop)


def test_goods_go_to_the_car_and_come_back_at_the_value_they_went(shop: TestShop) -> None:
    p, store, line = product(shop, qty="5", cost=333), store_of(shop), new_id()
    work = place_of(shop, LocationKind.WORK)
    run(shop, lambda tx: stock.reserve(tx, line_id=line, product_id=p, location_id=store, qty=D(4)))

    def issue(tx: Tx) -> int:
        return stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(3))

    assert run(shop, issue) == 999
    assert level(shop, p) == ("2", 666)
    assert level(shop, p, work) == ("3", 999)
    get(shop, p, "10", 999)
    assert run(shop, lambda tx: stock.take_back(tx, line_id=line, qty=D(1))) == 333
    assert run(shop, lambda tx: stock.take_back(tx, line_id=line)) == 666
    assert level(shop, p, work) == ("0", 0)
    assert level(shop, p) == ("15", 1665 + 9990)
    assert run(shop, lambda tx: stock.take_back(tx, line_id=line)) == 0
    with pytest.raises(UserError, match="not 1"):
        run(shop, lambda tx: stock.take_back(tx, line_id=line, qty=D(1)))
    whole(shop)


def test_an_issued_line_costs_what_was_issued_and_the_rest_the_average(shop: TestShop) -> None:
    p, store, line = product(shop, qty="2", cost=10_000), store_of(shop), new_id()
    run(shop, lambda tx: stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(1)))
    get(shop, p, "3", 20_000)
    run(shop, lambda tx: stock.reserve(tx, line_id=line, product_id=p, location_id=store, qty=D(3)))
    want = Want(line, p, store, D(3), issued_qty=D(1))
    costs = run(shop, lambda tx: stock.consume(tx, [want], allow_negative=False))
    assert costs == {line: 10_000 + 35_000}
    assert level(shop, p) == ("2", 35_000)
    with shop.reading() as read:
        held = read.connection.execute(sa.select(sa.func.sum(StockLevel.reserved_qty))).scalar()
    assert held == 0
    whole(shop)


def test_more_issued_than_the_line_has_is_told(shop: TestShop) -> None:
    p, store, line = product(shop, qty="4"), store_of(shop), new_id()
    run(shop, lambda tx: stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(3)))
    want = Want(line, p, store, D(2), issued_qty=D(3))
    with pytest.raises(UserError, match="3 were issued for a line of 2"):
        run(shop, lambda tx: stock.consume(tx, [want], allow_negative=False))


def test_shortages_share_what_is_there_between_the_lines(shop: TestShop) -> None:
    p, store = product(shop, qty="5"), store_of(shop)
    lines = [new_id() for _ in range(3)]
    run(
        shop,
        lambda tx: stock.reserve(tx, line_id=lines[2], product_id=p, location_id=store, qty=D(2)),
    )
    wants = [Want(line, p, store, D(2)) for line in lines]
    with shop.reading() as read:
        short = stock.shortages(read.connection, wants)
        assert stock.shortages(read.connection, []) == []
        assert stock.shortages(read.connection, [wants[0], wants[2]]) == []
    assert [(s.line_id, s.wanted_qty, s.available_qty) for s in short] == [(lines[1], D(2), D(1))]
    with pytest.raises(UserError):
        run(shop, lambda tx: stock.consume(tx, wants, allow_negative=False))
    fits = [wants[0], wants[2]]
    run(shop, lambda tx: stock.consume(tx, fits, allow_negative=False))
    assert level(shop, p) == ("1", 10_000)


def test_below_zero_only_by_policy_and_mended_when_goods_arrive(shop: TestShop) -> None:
    p = product(shop, qty="1", cost=10_000)
    with pytest.raises(UserError) as refused:
        use(shop, p, "3")
    assert refused.value.reason is Reason.SHORT
    assert use(shop, p, "3", allow_negative=True) == 30_000
    assert level(shop, p) == ("-2", -20_000)
    get(shop, p, "1", 13_000)
    assert level(shop, p) == ("-1", -10_000)
    get(shop, p, "4", 13_000)
    assert level(shop, p) == ("3", 39_000)
    whole(shop)


def test_below_zero_with_no_cost_known_is_worth_nothing_until_goods_arrive(shop: TestShop) -> None:
    p = product(shop)
    assert use(shop, p, "2", allow_negative=True) == 0
    get(shop, p, "2", 5_000)
    assert level(shop, p) == ("0", 0)
    whole(shop)


def test_a_receipt_taken_back_after_a_sale_never_leaves_value_without_goods(shop: TestShop) -> None:
    p = product(shop, qty="10", cost=10_000)
    wrong = get(shop, p, "5", 13_000)
    assert use(shop, p, "10") == 110_000
    shop.do(stock.reverse, stock.ReverseMove(move_id=wrong, reason="чужая накладная"))
    assert level(shop, p) == ("0", 0)
    whole(shop)


def test_a_move_has_one_counter_move(shop: TestShop) -> None:
    p = product(shop)
    wrong = get(shop, p, "5", 13_000)
    command = stock.ReverseMove(move_id=wrong, reason="чужая накладная")
    back = shop.do(stock.reverse, command)
    with pytest.raises(FinalError):
        shop.do(stock.reverse, command)
    with pytest.raises(UserError, match="no counter-move of its own"):
        shop.do(stock.reverse, stock.ReverseMove(move_id=back, reason="ещё раз"))
    with pytest.raises(NotFoundError):
        shop.do(stock.reverse, stock.ReverseMove(move_id=new_id(), reason="нет такого"))
    with pytest.raises(InvalidError, match="Say why"):
        shop.do(stock.reverse, stock.ReverseMove(move_id=wrong, reason=" "))
    assert level(shop, p) == ("0", 0)


def test_a_counter_move_of_what_was_sold_since_is_refused_in_words(shop: TestShop) -> None:
    p = product(shop)
    first = get(shop, p, "5", 10_000)
    use(shop, p, "3")
    with pytest.raises(UserError, match="2 pc free"):
        shop.do(stock.reverse, stock.ReverseMove(move_id=first, reason="ошибка"))


def test_a_returned_part_brings_back_its_share_and_the_last_the_rest(shop: TestShop) -> None:
    p, line = product(shop, qty="3", cost=3_333), new_id()
    want = Want(line, p, store_of(shop), D(3))
    run(shop, lambda tx: stock.consume(tx, [want], allow_negative=False))
    values = [run(shop, lambda tx: stock.bring_back(tx, line_id=line, qty=D(1))) for _ in range(3)]
    assert values == [3_333, 3_333, 3_333]
    with pytest.raises(UserError, match="0 of this line are with the customer"):
        run(shop, lambda tx: stock.bring_back(tx, line_id=line, qty=D(1)))
    with pytest.raises(UserError, match="0 of this line"):
        run(shop, lambda tx: stock.bring_back(tx, line_id=new_id(), qty=D(1)))
    assert level(shop, p) == ("3", 9_999)
    whole(shop)


def test_scrap_and_return_to_vendor_leave_at_the_average(shop: TestShop) -> None:
    p = product(shop, qty="4", cost=2_500)
    shop.do(stock.scrap, stock.TakeOut(product_id=p, qty=D(1), reason="разбито"))
    shop.do(stock.return_to_vendor, stock.TakeOut(product_id=p, qty=D(2), reason="брак"))
    assert level(shop, p) == ("1", 2_500)
    with pytest.raises(UserError, match="1 pc free"):
        shop.do(stock.scrap, stock.TakeOut(product_id=p, qty=D(2), reason="разбито"))
    whole(shop)


def test_an_adjustment_needs_a_reason_and_the_number_that_was_seen(shop: TestShop) -> None:
    p = product(shop, qty="4", cost=2_500)
    with pytest.raises(InvalidError, match="Say why"):
        shop.do(stock.adjust, stock.Adjust(product_id=p, counted_qty=D(5), reason=""))
    stale = stock.Adjust(product_id=p, counted_qty=D(5), reason="счёт", expected_qty=D(3))
    with pytest.raises(UserError) as refused:
        shop.do(stock.adjust, stale)
    assert refused.value.reason is Reason.CHANGED
    right = stock.Adjust(product_id=p, counted_qty=D(4), reason="счёт", expected_qty=D(4))
    assert shop.do(stock.adjust, right) is None
    found = stock.Adjust(product_id=p, counted_qty=D(5), reason="нашли", cost_amount=5_000)
    assert shop.do(stock.adjust, found) is not None
    assert level(shop, p) == ("5", 15_000)
    shop.do(stock.adjust, stock.Adjust(product_id=p, counted_qty=D(6), reason="нашли ещё"))
    assert level(shop, p) == ("6", 18_000)
    shop.do(stock.adjust, stock.Adjust(product_id=p, counted_qty=D(0), reason="кража"))
    assert level(shop, p) == ("0", 0)
    whole(shop)


def test_opening_stock_is_booked_once(shop: TestShop) -> None:
    products = [product(shop) for _ in range(3)]
    rows = tuple(stock.Opening(product_id=p, qty=D("1.5"), cost_amount=101) for p in products[:2])
    assert shop.do(stock.open_stock, stock.OpenStock(rows=rows)) == stock.OpenedStock(2, 0)
    more = (*rows, stock.Opening(product_id=products[2], qty=D(2), cost_amount=7))
    assert shop.do(stock.open_stock, stock.OpenStock(rows=more)) == stock.OpenedStock(1, 2)
    assert level(shop, products[0]) == ("1.5", 152)
    assert shop.see(stock.get_product, products[2]).last_cost == Money(7, "RUB")
    assert shop.see(stock.stock_value) == Money(152 * 2 + 14, "RUB")
    whole(shop)


def test_a_done_move_cannot_be_changed_by_anybody(shop: TestShop) -> None:
    p = product(shop)
    move = get(shop, p, "5", 10_000)

    def change(tx: Tx) -> None:
        tx.load(StockMove, move).qty = D(6)

    with pytest.raises(FinalError):
        run(shop, change)

    def remove(tx: Tx) -> None:
        tx.session.delete(tx.load(StockMove, move))

    with pytest.raises(FinalError):
        run(shop, remove)
    for statement in (
        "UPDATE stock_move SET qty = 6000",
        "UPDATE stock_move SET state = 'planned'",
        "UPDATE stock_move SET value_amount = 0, note = 'x'",
        "DELETE FROM stock_move",
    ):
        with (
            pytest.raises(DBAPIError, match="final:stock_move"),
            shop.shop.database.writer.begin() as connection,
        ):
            connection.exec_driver_sql(statement)
    whole(shop)


def test_a_damaged_move_and_a_wrong_level_are_named(shop: TestShop) -> None:
    p = product(shop)
    moves = [get(shop, p, "5", 10_000) for _ in range(3)]
    database = shop.shop.database
    with database.writer.begin() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("DROP TRIGGER final_stock_move_update")
        else:
            connection.exec_driver_sql("ALTER TABLE stock_move DISABLE TRIGGER USER")
        connection.execute(
            sa.update(StockMove).where(StockMove.id == moves[1]).values(value_amount=50_001)
        )
    with shop.reading() as read:
        assert stock.damaged_moves(read.connection, read.center_id) == [moves[1]]
        (found,) = stock.check_levels(read.connection, read.center_id)
    assert (found.product_id, found.level_amount, found.ledger_amount) == (p, 150_000, 150_001)
    if database.is_sqlite:
        with database.writer.begin() as connection:
            connection.execute(
                sa.text("UPDATE stock_move SET note = CAST(x'ff80' AS TEXT) WHERE id = :id"),
                {"id": moves[2].bytes},
            )
        with shop.reading() as read:
            assert stock.damaged_moves(read.connection, read.center_id) == moves[1:]


def test_goods_between_stores_are_counted_once(shop: TestShop) -> None:
    other = shop.do(stock.create_location, stock.CreateLocation(code="VAN1", name="Выездной"))
    p, q = product(shop, qty="5", cost=333), product(shop, qty="2", cost=100)
    store, transit = store_of(shop), place_of(shop, LocationKind.TRANSIT)
    sent = shop.do(
        stock.send_goods,
        stock.SendGoods(from_id=store, to_id=other, lines=((p, D(3)), (q, D(2)))),
    )
    assert level(shop, p) == ("2", 666)
    assert level(shop, p, transit) == ("3", 999)
    assert shop.see(stock.stock_value) == Money(1_865, "RUB")
    on_way = shop.see(stock.list_on_the_way)
    assert {(row.product_id, row.qty) for row in on_way} == {(p, D(3)), (q, D(2))}
    lost = stock.ArriveGoods(transfer_id=sent, received={p: D(2)})
    with pytest.raises(InvalidError, match="what happened to the rest"):
        shop.do(stock.arrive_goods, lost)
    too_many = stock.ArriveGoods(transfer_id=sent, received={p: D(4)}, reason="?")
    with pytest.raises(InvalidError, match="More arrived"):
        shop.do(stock.arrive_goods, too_many)
    shop.do(
        stock.arrive_goods,
        stock.ArriveGoods(transfer_id=sent, received={p: D(2)}, reason="разбито в пути"),
    )
    assert level(shop, p, other) == ("2", 666)
    assert level(shop, p, transit) == ("0", 0)
    assert shop.see(stock.list_on_the_way) == ()
    with pytest.raises(NotFoundError, match="on the way any more"):
        shop.do(stock.arrive_goods, stock.ArriveGoods(transfer_id=sent))
    whole(shop)


def test_goods_on_the_way_can_be_called_back(shop: TestShop) -> None:
    other = shop.do(stock.create_location, stock.CreateLocation(code="VAN1", name="Выездной"))
    p, store = product(shop, qty="5", cost=333), store_of(shop)
    command = stock.SendGoods(from_id=store, to_id=other, lines=((p, D(3)),))
    sent = shop.do(stock.send_goods, command)
    shop.do(stock.call_back, stock.CallBack(transfer_id=sent))
    assert level(shop, p) == ("5", 1_665)
    with pytest.raises(UserError, match="5 pc free"):
        shop.do(stock.send_goods, stock.SendGoods(from_id=store, to_id=other, lines=((p, D(6)),)))
    with pytest.raises(InvalidError, match="another store"):
        shop.do(stock.send_goods, stock.SendGoods(from_id=store, to_id=store, lines=((p, D(1)),)))
    whole(shop)


def test_a_store_is_closed_only_when_empty_and_not_the_last(shop: TestShop) -> None:
    van = shop.do(stock.create_location, stock.CreateLocation(code="VAN1", name="Выездной"))
    with pytest.raises(UserError, match="taken by “Выездной”"):
        shop.do(stock.create_location, stock.CreateLocation(code="VAN1", name="Другой"))
    with pytest.raises(InvalidError):
        shop.do(
            stock.create_location,
            stock.CreateLocation(code="X", name="X", kind=LocationKind.SCRAP.value),
        )
    p = product(shop)
    shop.do(
        stock.receive,
        stock.Receive(product_id=p, qty=D(1), cost_amount=1, location_id=van),
    )
    with pytest.raises(UserError, match="1 products are still"):
        shop.do(stock.archive_location, stock.ArchiveLocation(location_id=van))
    shop.do(
        stock.adjust,
        stock.Adjust(product_id=p, counted_qty=D(0), reason="вывезли", location_id=van),
    )
    shop.do(stock.archive_location, stock.ArchiveLocation(location_id=van))
    with pytest.raises(UserError, match="last store"):
        shop.do(stock.archive_location, stock.ArchiveLocation(location_id=store_of(shop)))
    assert [place.is_archived for place in shop.see(stock.list_locations)].count(True) == 1
    assert {place.kind for place in shop.see(stock.list_locations, stores_only=False)} >= {
        LocationKind.WORK.value,
        LocationKind.TRANSIT.value,
        LocationKind.CUSTOMER.value,
    }


def test_one_alert_for_each_dip_below_the_minimum(shop: TestShop) -> None:
    p = product(shop, min_qty=D(5), sku="OC90")

    def dips() -> tuple[int, bool]:
        view = shop.see(stock.get_product, p).product
        return view.dip_count, view.low_since_at is not None

    assert dips() == (1, True)
    get(shop, p, "10", 100)
    assert dips() == (1, False)
    for _ in range(3):
        for _ in range(7):
            use(shop, p, "1")
        get(shop, p, "7", 100)
    assert dips() == (4, False)
    use(shop, p, "6")
    low = shop.see(stock.list_low_stock)
    assert [(row.id, row.free_qty) for row in low] == [(p, D(4))]
    assert shop.see(stock.list_low_stock, after=p) == ()


@pytest.mark.parametrize("qty", ["0", "-1", "0.0001", "NaN", "Infinity"])
def test_a_quantity_is_above_zero_and_exact(shop: TestShop, qty: str) -> None:
    p = product(shop, qty="1")
    with pytest.raises(InvalidError):
        get(shop, p, qty, 100)


def test_a_product_of_another_center_is_not_there(shop: TestShop) -> None:
    with pytest.raises(NotFoundError):
        get(shop, new_id(), "1", 100)
    with pytest.raises(NotFoundError):
        use(shop, new_id(), "1")
    with pytest.raises(NotFoundError):
        shop.see(stock.get_product, new_id())
