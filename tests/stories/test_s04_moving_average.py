"""S4: the moving average through receipts, completed orders and a counter-move."""

from decimal import Decimal

from app import inventory, work_orders
from models.inventory import MoveReason, MoveState, StockLevel, StockMove
from tests.build.orders import Garage
from tests.stories.conftest import Open


def _level(garage: Garage, product: object) -> tuple[int, int]:
    with garage.on.reading() as read:
        store = inventory.default_store(read.connection, read.center_id)
    (row,) = garage.rows(
        StockLevel, StockLevel.product_id == product, StockLevel.location_id == store
    )
    return int(row.on_hand_qty), row.value_amount


def test_the_cost_of_every_completed_line_is_the_average_of_its_moment(open_garage: Open) -> None:
    garage = open_garage("ru")
    part = garage.part("Ступица", 25_000, stock="10", cost=10_000)
    assert part.product_id is not None
    garage.receive(part.product_id, "5", 13_000)
    assert _level(garage, part.product_id) == (15, 165_000)  # 110.00 each

    first = garage.finished((part, "6"))
    assert garage.card(first).cost is not None
    assert garage.card(first).lines[0].cost == garage.card(first).cost
    assert [line.cost.minor for line in garage.card(first).lines if line.cost] == [66_000]

    garage.receive(part.product_id, "7", 9_550)
    assert _level(garage, part.product_id) == (16, 165_850)
    second = garage.finished((part, "5"))
    assert [line.cost.minor for line in garage.card(second).lines if line.cost] == [51_828]
    assert _level(garage, part.product_id) == (11, 114_022)

    (sold,) = garage.rows(
        StockMove,
        StockMove.source_id == garage.card(second).lines[0].id,
        StockMove.state == MoveState.DONE.value,
        StockMove.reason == MoveReason.CONSUMPTION.value,
    )
    garage.on.do(inventory.reverse, inventory.ReverseMove(move_id=sold.id, reason="Возврат"))
    assert _level(garage, part.product_id) == (16, 165_850)
    with garage.on.reading() as read:
        assert inventory.check_levels(read.connection, read.center_id) == []


def test_mistake_9_completion_releases_what_the_order_had_reserved(open_garage: Open) -> None:
    garage = open_garage("ru")
    part = garage.part("Ступица", 25_000, stock="3", cost=10_000)
    order = garage.order()
    line = garage.line(order, part, qty=Decimal(2))
    garage.on.do(work_orders.reserve_line, work_orders.LineWork(order_id=order, line_id=line))
    assert garage.card(order).lines[0].reserved_qty == 2
    garage.start(order)
    garage.complete(order)
    (row,) = [
        row
        for row in garage.rows(StockLevel, StockLevel.product_id == part.product_id)
        if row.on_hand_qty
    ]
    assert (row.on_hand_qty, row.reserved_qty) == (1, 0)
    with garage.on.reading() as read:
        assert inventory.check_levels(read.connection, read.center_id) == []
