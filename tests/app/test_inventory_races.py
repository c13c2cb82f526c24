"""S10: two desks want the same last piece. One gets it, the other is told in words; the books stay whole."""

import threading
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from app import inventory as stock
from app.inventory import Want
from app.kernel.errors import Reason, UserError
from app.kernel.tx import Actor, Shop, Tx, act
from models.base import new_id
from tests.app.goods import product, store_of, together
from tests.build.shops import TestShop, open_test_shop

ROUNDS = 12
LAST_PIECES = {"sqlite": 12, "postgresql": 30}
"""Races for the last piece: see the story of the two desks."""


@pytest.fixture
def second(shop: TestShop, database_url: str) -> Iterator[Shop]:
    """Another desk with its own connections to the same database."""
    made = open_test_shop(database_url, workstation="desk-2")
    assert made.database is not shop.shop.database
    yield made
    made.close()


def race(desks: list[Shop], actor: Actor, works: list[Callable[[Tx], object]]) -> list[object]:
    """Each desk does its work at the same moment; what each got: a result, or its refusal."""
    start = threading.Barrier(len(desks))
    got: list[object] = [None] * len(desks)

    def run(place: int) -> None:
        start.wait()
        try:
            got[place] = act(desks[place], actor, together, works[place]).result
        except UserError as error:
            got[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(desks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def refusals(got: list[object]) -> list[UserError]:
    return [result for result in got if isinstance(result, UserError)]


def whole(shop: TestShop) -> None:
    with shop.reading() as read:
        assert stock.check_levels(read.connection, read.center_id) == []
        assert stock.damaged_moves(read.connection, read.center_id) == []


def test_two_desks_use_the_last_piece(shop: TestShop, second: Shop) -> None:
    store = store_of(shop)

    def use(product_id: uuid.UUID) -> Callable[[Tx], object]:
        want = Want(new_id(), product_id, store, Decimal(1))
        return lambda tx: stock.consume(tx, [want], allow_negative=False)

    for _ in range(LAST_PIECES[shop.shop.database.url.get_backend_name()]):
        p = product(shop, qty="1", name="Диск тормозной")
        got = race([shop.shop, second], shop.owner, [use(p), use(p)])
        (told,) = refusals(got)
        assert told.reason is Reason.SHORT
        assert "Диск тормозной: 0 pc free" in str(told)
        assert shop.see(stock.get_product, p).product.on_hand_qty == 0
    whole(shop)


def test_two_desks_reserve_and_use_the_last_piece(shop: TestShop, second: Shop) -> None:
    store = store_of(shop)
    for _ in range(LAST_PIECES[shop.shop.database.url.get_backend_name()]):
        p = product(shop, qty="1")
        want = Want(new_id(), p, store, Decimal(1))

        def use(tx: Tx, want: Want = want) -> object:
            return stock.consume(tx, [want], allow_negative=False)

        def hold(tx: Tx, p: uuid.UUID = p) -> object:
            return stock.reserve(
                tx, line_id=new_id(), product_id=p, location_id=store, qty=Decimal(1)
            )

        assert len(refusals(race([shop.shop, second], shop.owner, [use, hold]))) == 1
    whole(shop)


def test_desks_that_want_the_same_goods_in_another_order_both_get_them(
    shop: TestShop, second: Shop
) -> None:
    store = store_of(shop)
    products = [product(shop, qty="100", cost=n * 7 + 1) for n in range(6)]
    for _ in range(ROUNDS):
        there = [Want(new_id(), p, store, Decimal(1)) for p in products]
        back = [Want(new_id(), p, store, Decimal(1)) for p in reversed(products)]
        got = race(
            [shop.shop, second],
            shop.owner,
            [
                lambda tx, w=there: stock.consume(tx, w, allow_negative=False),  # type: ignore[misc]  # bound now
                lambda tx, w=back: stock.consume(tx, w, allow_negative=False),  # type: ignore[misc]  # bound now
            ],
        )
        assert refusals(got) == []
    for p in products:
        assert shop.see(stock.get_product, p).product.on_hand_qty == 100 - 2 * ROUNDS
    whole(shop)


def test_one_counter_move_when_two_press(shop: TestShop, second: Shop) -> None:
    for _ in range(ROUNDS):
        p = product(shop)
        move = shop.do(stock.receive, stock.Receive(product_id=p, qty=Decimal(2), cost_amount=100))
        # more of the same, so that a second counter-move would find goods to take
        shop.do(stock.receive, stock.Receive(product_id=p, qty=Decimal(9), cost_amount=100))
        got = race(
            [shop.shop, second],
            shop.owner,
            [lambda tx, m=move: stock.reverse_move(tx, m)] * 2,  # type: ignore[misc]  # bound now
        )
        (told,) = refusals(got)
        assert told.reason is Reason.FINAL
        assert shop.see(stock.get_product, p).product.on_hand_qty == 9
    whole(shop)


def test_first_goods_of_a_product_from_two_desks(shop: TestShop, second: Shop) -> None:
    store = store_of(shop)
    for _ in range(ROUNDS):
        p = product(shop)
        opening = stock.OpenStock(
            rows=(stock.Opening(product_id=p, qty=Decimal(3), cost_amount=10),), location_id=store
        )
        got = race(
            [shop.shop, second],
            shop.owner,
            [lambda tx, o=opening: stock.open_stock(tx, o)] * 2,  # type: ignore[misc]  # bound now
        )
        assert refusals(got) == []
        assert shop.see(stock.get_product, p).product.on_hand_qty == 3
    whole(shop)
