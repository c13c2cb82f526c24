"""States as badges: icon, word, and the hue of who acts next; icons and hues come from the tokens."""

from collections.abc import Mapping

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.billing import Settlement
from models.order_flow import Approval, LineState, OrderState, Payer
from ui.shell.words import said
from widgets.tokens import tokens
from widgets.values import Badge, Hue

_ORDER: Mapping[OrderState, Source] = {
    OrderState.DRAFT: QT_TRANSLATE_NOOP("states", "Draft"),
    OrderState.AWAITING_VEHICLE: QT_TRANSLATE_NOOP("states", "Awaiting vehicle"),
    OrderState.CHECKED_IN: QT_TRANSLATE_NOOP("states", "Checked in"),
    OrderState.AWAITING_APPROVAL: QT_TRANSLATE_NOOP("states", "Awaiting approval"),
    OrderState.APPROVED: QT_TRANSLATE_NOOP("states", "Approved"),
    OrderState.ASSIGNED: QT_TRANSLATE_NOOP("states", "Assigned"),
    OrderState.IN_PROGRESS: QT_TRANSLATE_NOOP("states", "In progress"),
    OrderState.QUALITY_CHECK: QT_TRANSLATE_NOOP("states", "Quality check"),
    OrderState.READY: QT_TRANSLATE_NOOP("states", "Ready"),
    OrderState.COMPLETED: QT_TRANSLATE_NOOP("states", "Completed"),
    OrderState.DELIVERED: QT_TRANSLATE_NOOP("states", "Delivered"),
    OrderState.PARTS_PENDING: QT_TRANSLATE_NOOP("states", "Parts pending"),
    OrderState.ON_HOLD: QT_TRANSLATE_NOOP("states", "On hold"),
    OrderState.DECLINED: QT_TRANSLATE_NOOP("states", "Declined"),
    OrderState.NO_RESPONSE: QT_TRANSLATE_NOOP("states", "No response"),
    OrderState.CANCELLED: QT_TRANSLATE_NOOP("states", "Cancelled"),
}

_APPROVAL: Mapping[Approval, tuple[Source, str, Hue]] = {
    Approval.PROPOSED: (
        QT_TRANSLATE_NOOP("states", "To be agreed"),
        "message-circle-question-mark",
        "wait",
    ),
    Approval.APPROVED: (QT_TRANSLATE_NOOP("states", "Agreed"), "circle-check", "good"),
    Approval.DECLINED: (QT_TRANSLATE_NOOP("states", "Declined"), "circle-x", "bad"),
}

_LINE: Mapping[LineState, tuple[Source, str, Hue]] = {
    LineState.OPEN: (QT_TRANSLATE_NOOP("states", "Open"), "circle-dashed", "idle"),
    LineState.IN_PROGRESS: (QT_TRANSLATE_NOOP("states", "In progress"), "play", "work"),
    LineState.DONE: (QT_TRANSLATE_NOOP("states", "Done"), "check", "good"),
    LineState.NEEDED: (QT_TRANSLATE_NOOP("states", "Needed"), "circle-dashed", "idle"),
    LineState.REQUESTED: (QT_TRANSLATE_NOOP("states", "Requested"), "hand-coins", "wait"),
    LineState.ORDERED: (QT_TRANSLATE_NOOP("states", "Ordered"), "truck", "wait"),
    LineState.BACKORDERED: (QT_TRANSLATE_NOOP("states", "Backordered"), "hourglass", "wait"),
    LineState.RECEIVED: (QT_TRANSLATE_NOOP("states", "Received"), "package-check", "work"),
    LineState.ISSUED: (QT_TRANSLATE_NOOP("states", "Issued"), "package-minus", "work"),
    LineState.INSTALLED: (QT_TRANSLATE_NOOP("states", "Installed"), "check", "good"),
    LineState.RETURNED_TO_STOCK: (
        QT_TRANSLATE_NOOP("states", "Back in stock"),
        "undo-2",
        "idle",
    ),
    LineState.RETURNED_TO_VENDOR: (
        QT_TRANSLATE_NOOP("states", "Back to vendor"),
        "undo-2",
        "idle",
    ),
}

_SETTLEMENT: Mapping[Settlement, tuple[Source, str, Hue]] = {
    Settlement.UNPAID: (QT_TRANSLATE_NOOP("states", "Unpaid"), "hourglass", "wait"),
    Settlement.PART_PAID: (QT_TRANSLATE_NOOP("states", "Part paid"), "coins", "wait"),
    Settlement.PAID: (QT_TRANSLATE_NOOP("states", "Paid"), "check-check", "good"),
    Settlement.OVERDUE: (QT_TRANSLATE_NOOP("states", "Overdue"), "alarm-clock", "bad"),
    Settlement.CREDITED: (QT_TRANSLATE_NOOP("states", "Credited"), "undo-2", "idle"),
}

_PAYER: Mapping[Payer, Source] = {
    Payer.CUSTOMER: QT_TRANSLATE_NOOP("states", "Customer"),
    Payer.WARRANTY: QT_TRANSLATE_NOOP("states", "Warranty"),
    Payer.GOODWILL: QT_TRANSLATE_NOOP("states", "Goodwill"),
    Payer.INTERNAL: QT_TRANSLATE_NOOP("states", "Own account"),
}


def order_badge(state: OrderState) -> Badge:
    """Where an order stands."""
    hue, icon = tokens()["state_badge"][state.value]
    return Badge(order_word(state), icon, hue)


def order_word(state: OrderState) -> str:
    """The state in a word."""
    return said(_ORDER[state])


def approval_badge(approval: Approval) -> Badge:
    """What the customer said about a job."""
    return _badge(_APPROVAL[approval])


def line_badge(state: LineState) -> Badge:
    """Where a labour line or a part stands."""
    return _badge(_LINE[state])


def settlement_badge(settlement: Settlement) -> Badge:
    """What is paid of an invoice."""
    return _badge(_SETTLEMENT[settlement])


def payer_word(payer: Payer) -> str:
    """Who pays, in a word."""
    return said(_PAYER[payer])


def _badge(found: tuple[Source, str, Hue]) -> Badge:
    words, icon, hue = found
    return Badge(said(words), icon, hue)
