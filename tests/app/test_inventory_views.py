"""Stock: what screens see, what is refused in words, and reservations in parts."""

import json
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app import inventory as stock
from app.inventory import Want
from app.kernel.errors import InvalidError, NotFoundError, Reason, UserError
from models.base import new_id
from models.inventory import LocationKind, StockMove
from models.ledger import AuditEntry
from models.money import Money
from sync.wire.canonical import sha256_hex
from tests.app.goods import get, level, place_of, product, run, store_of, use, whole
from tests.build.shops import TestShop

D = Decimal


def test_a_stock_card_runs_backwards_page_by_page(shop: TestShop) -> None:
    p = product(shop, qty="10", cost=100)
    other = product(shop, qty="99", cost=100)
    for _ in range(6):
        use(shop, p, "1.5")
    run(
        shop,
        lambda tx: stock.issue(
            tx, line_id=new_id(), product_id=p, location_id=store_of(shop), qty=D("0.5")
        ),
    )
    seen: list[stock.CardRow] = []
    after = None
    while True:
        page = shop.see(stock.stock_card, p, location_id=store_of(shop), after=after, limit=3)
        seen += page.rows
        after = page.after
        if after is None:
            break
    assert [row.balance_qty for row in seen] == [
        D(text) for text in ("0.5", "1", "2.5", "4", "5.5", "7", "8.5", "10")
    ]
    assert [row.change_qty for row in seen][-1] == D(10)
    assert len({row.move_id for row in seen}) == 8
    assert shop.see(stock.stock_card, p).rows[0].change_qty == 0
    assert shop.see(stock.stock_card, other).rows[0].balance_qty == D(99)
    assert shop.see(stock.stock_card, product(shop)) == stock.CardPage((), None)


def test_who_may_not_see_costs_sees_none(shop: TestShop) -> None:
    p = product(shop, qty="10", cost=100)
    for actor in (shop.mechanic, shop.receptionist):
        detail = shop.see(stock.get_product, p, actor=actor)
        assert (detail.last_cost, detail.product.cost, detail.product.value) == (None, None, None)
        assert detail.levels[0].value is None
        assert detail.product.on_hand_qty == 10
        assert shop.see(stock.list_products, actor=actor)[0].cost is None
        assert shop.see(stock.stock_card, p, actor=actor).rows[0].value is None
        with pytest.raises(UserError) as refused:
            shop.see(stock.stock_value, actor=actor)
        assert refused.value.reason is Reason.NOT_ALLOWED
    assert shop.see(stock.get_product, p, actor=shop.storekeeper).product.cost == Money(100, "RUB")


def test_a_mechanic_moves_no_stock(shop: TestShop) -> None:
    p = product(shop, qty="10", cost=100)
    for verb, command in (
        (stock.receive, stock.Receive(product_id=p, qty=D(1), cost_amount=1)),
        (stock.adjust, stock.Adjust(product_id=p, counted_qty=D(1), reason="x")),
        (stock.scrap, stock.TakeOut(product_id=p, qty=D(1), reason="x")),
    ):
        with pytest.raises(UserError) as refused:
            shop.do(verb, command, actor=shop.mechanic)  # type: ignore[arg-type]  # one of several
        assert refused.value.reason is Reason.NOT_ALLOWED


def test_the_stock_of_all_is_a_table_that_makes_rows_when_looked_at(shop: TestShop) -> None:
    van = shop.do(stock.create_location, stock.CreateLocation(code="VAN1", name="Выездной"))
    p = product(shop, qty="10")
    shop.do(
        stock.receive,
        stock.Receive(product_id=p, qty=D("0.5"), cost_amount=1, location_id=van),
    )
    table = shop.see(stock.stock_of_all)
    assert list(table) == [stock.StockRow(p, D("10.5"), D(0))]
    assert len(table[:1]) == 1
    assert shop.see(stock.stock_of_all, location_id=van)[0].on_hand_qty == D("0.5")


def test_part_of_a_reservation_stays_promised_when_some_is_issued(shop: TestShop) -> None:
    p, store, line = product(shop, qty="5"), store_of(shop), new_id()
    for _ in range(2):
        run(
            shop,
            lambda tx: stock.reserve(tx, line_id=line, product_id=p, location_id=store, qty=D(2)),
        )
    run(shop, lambda tx: stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(1)))
    assert shop.see(stock.get_product, p).product.reserved_qty == 3
    run(shop, lambda tx: stock.issue(tx, line_id=line, product_id=p, location_id=store, qty=D(1)))
    assert shop.see(stock.get_product, p).product.reserved_qty == 2
    whole(shop)


def test_a_line_that_uses_less_than_was_promised_frees_the_rest(shop: TestShop) -> None:
    p, store, line = product(shop, qty="5"), store_of(shop), new_id()
    run(shop, lambda tx: stock.reserve(tx, line_id=line, product_id=p, location_id=store, qty=D(4)))
    want = Want(line, p, store, D(3))
    run(shop, lambda tx: stock.consume(tx, [want], allow_negative=False))
    seen = shop.see(stock.get_product, p).product
    assert (seen.on_hand_qty, seen.reserved_qty) == (D(2), D(0))
    assert run(shop, lambda tx: stock.release(tx, line_id=line)) == D(0)
    whole(shop)


def test_a_refused_step_leaves_nothing_behind(shop: TestShop) -> None:
    p, q, store = product(shop, qty="5"), product(shop, qty="1"), store_of(shop)
    wants = [Want(new_id(), p, store, D(2)), Want(new_id(), q, store, D(2))]
    with pytest.raises(UserError) as refused:
        run(shop, lambda tx: stock.consume(tx, wants, allow_negative=False))
    assert refused.value.details["product_id"] == str(q)
    assert level(shop, p) == ("5", 50_000)
    assert run(shop, lambda tx: stock.consume(tx, [], allow_negative=False)) == {}
    whole(shop)


def test_costs_below_nothing_are_refused(shop: TestShop) -> None:
    p = product(shop)
    opening = stock.Opening(product_id=p, qty=D(1), cost_amount=-1)
    with pytest.raises(InvalidError, match="nothing or more"):
        get(shop, p, "1", -1)
    with pytest.raises(InvalidError, match="nothing or more"):
        shop.do(stock.open_stock, stock.OpenStock(rows=(opening,)))
    with pytest.raises(InvalidError, match="nothing or more"):
        shop.do(
            stock.adjust,
            stock.Adjust(product_id=p, counted_qty=D(1), reason="нашли", cost_amount=-1),
        )


def test_goods_are_kept_in_open_stores_only(shop: TestShop) -> None:
    p, scrap = product(shop), place_of(shop, LocationKind.SCRAP)
    with pytest.raises(InvalidError, match="not an open store"):
        shop.do(
            stock.receive,
            stock.Receive(product_id=p, qty=D(1), cost_amount=1, location_id=scrap),
        )
    with pytest.raises(NotFoundError, match="storage place"):
        shop.do(
            stock.receive,
            stock.Receive(product_id=p, qty=D(1), cost_amount=1, location_id=new_id()),
        )
    with pytest.raises(NotFoundError, match="no place of kind"):
        place_of(shop, "moon")
    with pytest.raises(InvalidError, match="a code and a name"):
        shop.do(stock.create_location, stock.CreateLocation(code=" ", name="Без кода"))
    store = store_of(shop)
    other = shop.do(stock.create_location, stock.CreateLocation(code="V", name="V"))
    with pytest.raises(InvalidError, match="Nothing to send"):
        shop.do(stock.send_goods, stock.SendGoods(from_id=store, to_id=other, lines=()))


def test_every_action_leaves_the_hashes_of_its_moves_in_the_audit(shop: TestShop) -> None:
    p = product(shop)
    move = get(shop, p, "5", 10_000)
    with shop.reading() as read:
        row = read.connection.execute(
            sa.select(StockMove.__table__).where(StockMove.id == move)
        ).one()
        entry = read.connection.execute(
            sa.select(AuditEntry.changes)
            .where(AuditEntry.subject_id == p)
            .order_by(AuditEntry.seq.desc())
            .limit(1)
        ).scalar_one()
    assert stock.move_hash(row._asdict()) == row.sha256
    proof = sha256_hex(row.sha256.encode("ascii"))
    assert json.loads(entry)[f"stock_moves/{move}"] == {"count": 1, "sha256": proof}
