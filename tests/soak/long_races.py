"""S10 again and again: two desks on one database press the same button."""

from functools import partial

from app import work_orders
from app.kernel.errors import Reason, UserError
from models.billing import Invoice
from tests.soak.conftest import Sized, Told
from tests.stories.test_s10_two_desks import Desks, _whole, desks, race

__all__ = ["desks"]

ROUNDS = 20


def test_the_same_order_the_last_piece_the_next_number(
    desks: Desks, seed: int, sized: Sized, told: Told
) -> None:
    rounds = sized(ROUNDS)
    one, two = desks
    work = one.labour("Диагностика", "1")
    drawn = 0
    for number in range(rounds):
        first, second = (one, two) if (seed + number) % 2 else (two, one)
        disc = one.part("Диск тормозной", 624_000, stock="1")
        orders = [one.order(), one.order()]
        for order in orders:
            one.line(order, disc)
            one.start(order)
        told_two = race(partial(first.complete, orders[0]), partial(second.complete, orders[1]))
        (refused,) = [answer for answer in told_two if isinstance(answer, UserError)]
        assert refused.reason in {Reason.BLOCKED, Reason.SHORT}
        same = one.order()
        one.line(same, work)
        one.start(same)
        left, right = race(partial(first.complete, same), partial(second.complete, same))
        assert isinstance(left, work_orders.Completed)
        assert left == right
        winner = orders[0] if isinstance(told_two[0], work_orders.Completed) else orders[1]
        race(partial(first.invoice, same), partial(second.invoice, winner))
        drawn += 2
    numbers = sorted(str(row.number) for row in one.rows(Invoice))
    assert numbers == [f"SC001/26/{n:06}" for n in range(1, drawn + 1)]
    _whole(one)
    told("races", 3 * rounds)
