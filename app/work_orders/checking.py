"""What an order still lacks to be completed, asked without completing it."""

from app.kernel.errors import QT_TRANSLATE_NOOP, Blocker
from app.kernel.tx import Tx, action
from app.work_orders import aggregate
from app.work_orders.completion import Complete, completion_blockers
from models.access import Permission


@action(
    "work_orders.check",
    permission=Permission.WORK_ORDERS_COMPLETE,
    label=QT_TRANSLATE_NOOP("work_orders", "Check what is missing"),
)
def check_completion(tx: Tx, command: Complete) -> tuple[Blocker, ...]:
    """Every condition that completion with this command would still miss; nothing is written."""
    order = aggregate.load(tx, command.order_id)
    return tuple(completion_blockers(tx, order, command))
