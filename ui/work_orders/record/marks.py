"""Where a line stands, as a mark without a ground: icon and word in the hue of who acts next."""

from decimal import Decimal

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import LineRow, ShelfRow
from models.catalog import ItemKind
from models.order_flow import Approval, LineState
from ui.parts.states import line_badge
from ui.shell.words import said
from widgets.values import Badge, Mark


def line_mark(
    line: LineRow, shelf: ShelfRow | None, approval: Approval, *, asks: bool, is_final: bool
) -> Mark:
    """The state of a line; parts that nobody touched yet say whether they are there.

    ``asks``: the shop does nothing the customer has not agreed to.
    """
    badge = line_badge(line.state)
    if is_final or line.state not in {LineState.OPEN, LineState.NEEDED}:
        return _mark(badge)
    if line.is_customers_own:
        return Mark(said(QT_TRANSLATE_NOOP("OrderLines", "Customer's own")), "user", "muted")
    if line.kind == ItemKind.LABOUR.value:
        if asks and approval != Approval.APPROVED:
            return Mark(said(QT_TRANSLATE_NOOP("OrderLines", "Not agreed")), "lock", "idle")
        return _mark(badge)
    return _on_shelf(line, shelf) or _mark(badge)


def _on_shelf(line: LineRow, shelf: ShelfRow | None) -> Mark | None:
    if line.reserved_qty >= line.qty:
        return Mark(said(QT_TRANSLATE_NOOP("OrderLines", "Reserved")), "box", "work")
    if shelf is None:
        return None
    if shelf.free_qty >= line.qty:
        return Mark(said(QT_TRANSLATE_NOOP("OrderLines", "In stock")), "box", "idle")
    if shelf.free_qty <= Decimal(0):
        return Mark(said(QT_TRANSLATE_NOOP("OrderLines", "Not in stock")), "triangle-alert", "bad")
    return Mark(said(QT_TRANSLATE_NOOP("OrderLines", "Too few")), "triangle-alert", "wait")


def _mark(badge: Badge) -> Mark:
    return Mark(badge.text, badge.icon, badge.hue)
