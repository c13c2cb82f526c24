"""Whatever happens to stock, in whatever order: balances equal the ledger, goods are never worth less than nothing."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from app import inventory as stock
from app.inventory import Want
from app.kernel.errors import Reason, UserError
from models.base import new_id
from models.inventory import LocationKind, StockLevel
from tests.app.goods import place_of, product, run, store_of
from tests.build import postgres
from tests.build.shops import TestShop, make_shop

ALLOWED = {Reason.SHORT, Reason.BLOCKED, Reason.FINAL, Reason.INVALID, Reason.NOT_FOUND}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shop(request: pytest.FixtureRequest) -> Iterator[TestShop]:
    """One shop for all examples, on each kind of database: every example has a product of its own."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            template: Path = request.getfixturevalue("sqlite_template")
            path = template.with_name("properties.sqlite")
            shutil.copyfile(template, path)
            url = f"sqlite:///{path}"
        else:
            server: postgres.Postgres = request.getfixturevalue("postgres_server")
            name: str = request.getfixturevalue("postgres_template")
            url = stack.enter_context(postgres.database(server, "properties", template=name))
        made = make_shop(url)
        stack.callback(made.close)
        yield made


qtys = st.integers(1, 12_000).map(lambda n: Decimal(n).scaleb(-3))
costs = st.integers(0, 50_000)
lines = st.integers(0, 2)
steps = st.one_of(
    st.tuples(st.just("receive"), qtys, costs),
    st.tuples(st.just("adjust"), qtys, costs),
    st.tuples(st.just("reserve"), qtys, lines),
    st.tuples(st.just("release"), qtys, lines),
    st.tuples(st.just("issue"), qtys, lines),
    st.tuples(st.just("take_back"), qtys, lines),
    st.tuples(st.just("consume"), qtys, st.booleans().map(int)),
    st.tuples(st.just("reverse"), qtys, st.integers(0, 9)),
    st.tuples(st.just("scrap"), qtys, costs),
    st.tuples(st.just("send"), qtys, lines),
)


class Goods:
    """One product, and what may happen to it."""

    def __init__(self, shop: TestShop) -> None:
        self.shop = shop
        self.product = product(shop, min_qty=Decimal(5))
        self.store = store_of(shop)
        self.lines = [new_id() for _ in range(3)]

    def do(self, what: str, qty: Decimal, n: int) -> None:
        """Do it; a refusal in words is as good as success."""
        try:
            getattr(self, what)(qty, n)
        except UserError as error:
            if error.reason not in ALLOWED:
                raise

    def receive(self, qty: Decimal, cost: int) -> None:
        command = stock.Receive(product_id=self.product, qty=qty, cost_amount=cost)
        self.shop.do(stock.receive, command)

    def adjust(self, qty: Decimal, cost: int) -> None:
        counted = Decimal(0) if cost % 3 == 0 else qty
        command = stock.Adjust(
            product_id=self.product, counted_qty=counted, reason="счёт", cost_amount=cost
        )
        self.shop.do(stock.adjust, command)

    def reserve(self, qty: Decimal, line: int) -> None:
        run(
            self.shop,
            lambda tx: stock.reserve(
                tx,
                line_id=self.lines[line],
                product_id=self.product,
                location_id=self.store,
                qty=qty,
            ),
        )

    def release(self, _qty: Decimal, line: int) -> None:
        run(self.shop, lambda tx: stock.release(tx, line_id=self.lines[line]))

    def issue(self, qty: Decimal, line: int) -> None:
        run(
            self.shop,
            lambda tx: stock.issue(
                tx,
                line_id=self.lines[line],
                product_id=self.product,
                location_id=self.store,
                qty=qty,
            ),
        )

    def take_back(self, qty: Decimal, line: int) -> None:
        some = None if qty > 6 else qty
        run(self.shop, lambda tx: stock.take_back(tx, line_id=self.lines[line], qty=some))

    def consume(self, qty: Decimal, negative: int) -> None:
        want = Want(new_id(), self.product, self.store, qty)
        run(self.shop, lambda tx: stock.consume(tx, [want], allow_negative=bool(negative)))

    def reverse(self, _qty: Decimal, n: int) -> None:
        rows = self.shop.see(stock.stock_card, self.product).rows
        if rows:
            move = rows[n % len(rows)].move_id
            self.shop.do(stock.reverse, stock.ReverseMove(move_id=move, reason="ошибка"))

    def scrap(self, qty: Decimal, _n: int) -> None:
        self.shop.do(stock.scrap, stock.TakeOut(product_id=self.product, qty=qty, reason="бой"))

    def send(self, qty: Decimal, n: int) -> None:
        other = self.shop.see(stock.list_locations)[-1].id
        if other == self.store:
            other = self.shop.do(
                stock.create_location, stock.CreateLocation(code="VAN", name="Выездной")
            )
        command = stock.SendGoods(from_id=self.store, to_id=other, lines=((self.product, qty),))
        sent = self.shop.do(stock.send_goods, command)
        if n == 0:
            self.shop.do(stock.call_back, stock.CallBack(transfer_id=sent))
        elif n == 1:
            self.shop.do(stock.arrive_goods, stock.ArriveGoods(transfer_id=sent))


@settings(max_examples=40)
@given(st.lists(steps, min_size=3, max_size=25))
def test_ledger_and_levels_agree_whatever_happens(
    shop: TestShop, todo: list[tuple[str, Decimal, int]]
) -> None:
    goods = Goods(shop)
    for what, qty, n in todo:
        goods.do(what, qty, n)
    work = place_of(shop, LocationKind.WORK)
    with shop.reading() as read:
        differences = stock.check_levels(read.connection, read.center_id)
        rows = read.connection.execute(
            sa.select(StockLevel).where(StockLevel.product_id == goods.product)
        ).all()
        assert stock.damaged_moves(read.connection, read.center_id) == []
    assert differences == []
    for row in rows:
        if row.on_hand_qty == 0:
            assert row.value_amount == 0, row
        elif row.on_hand_qty > 0:
            assert row.value_amount >= 0, row
        else:
            assert row.value_amount <= 0, row
            assert row.location_id != work
    detail = shop.see(stock.get_product, goods.product)
    card = shop.see(stock.stock_card, goods.product, limit=200)
    assert card.after is None
    if card.rows:
        assert card.rows[-1].balance_qty == card.rows[-1].change_qty
    free = detail.product.free_qty
    assert (detail.product.low_since_at is not None) == (free < 5)
