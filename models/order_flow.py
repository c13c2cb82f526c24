"""States of a work order and of its lines: tables of what may follow what, and the other systems' words for them."""

from enum import StrEnum
from typing import Final


class ItemKind(StrEnum):
    """Kinds of things sold; also the kinds of order lines, but for the package, which expands to lines."""

    LABOUR = "labour"
    PART = "part"
    FLUID = "fluid"
    MATERIAL = "material"
    PACKAGE = "package"


class OrderState(StrEnum):
    """Where an order stands."""

    DRAFT = "draft"
    AWAITING_VEHICLE = "awaiting_vehicle"
    CHECKED_IN = "checked_in"
    AWAITING_APPROVAL = "awaiting_approval"
    APPROVED = "approved"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    QUALITY_CHECK = "quality_check"
    READY = "ready"
    COMPLETED = "completed"
    DELIVERED = "delivered"
    PARTS_PENDING = "parts_pending"
    ON_HOLD = "on_hold"
    DECLINED = "declined"
    NO_RESPONSE = "no_response"
    CANCELLED = "cancelled"


ASKING: Final = (OrderState.AWAITING_APPROVAL, OrderState.NO_RESPONSE)
WAITING: Final = (*ASKING, OrderState.PARTS_PENDING, OrderState.ON_HOLD)
"""States in which the shop waits for somebody else."""
DONE: Final = (OrderState.READY, OrderState.COMPLETED)


class OrderEvent(StrEnum):
    """What can happen to an order."""

    EXPECT = "expect"
    CHECK_IN = "check_in"
    PROPOSE = "propose"
    APPROVE = "approve"
    DECLINE = "decline"
    GIVE_UP = "give_up"
    ASSIGN = "assign"
    START = "start"
    WAIT_FOR_PARTS = "wait_for_parts"
    HOLD = "hold"
    RESUME = "resume"
    CHECK_QUALITY = "check_quality"
    PASS = "pass"  # noqa: S105 - the trade's word for a passed check, no secret
    REWORK = "rework"
    FINISH = "finish"
    COMPLETE = "complete"
    DELIVER = "deliver"
    CANCEL = "cancel"


_S = OrderState
_E = OrderEvent
_STOP = {_E.HOLD: _S.ON_HOLD, _E.CANCEL: _S.CANCELLED}

ORDER_FLOW: dict[OrderState, dict[OrderEvent, OrderState | None]] = {
    _S.DRAFT: {
        _E.EXPECT: _S.AWAITING_VEHICLE,
        _E.CHECK_IN: _S.CHECKED_IN,
        _E.PROPOSE: _S.AWAITING_APPROVAL,
        _E.APPROVE: _S.APPROVED,
        _E.START: _S.IN_PROGRESS,
        **_STOP,
    },
    _S.AWAITING_VEHICLE: {_E.CHECK_IN: _S.CHECKED_IN, **_STOP},
    _S.CHECKED_IN: {
        _E.PROPOSE: _S.AWAITING_APPROVAL,
        _E.APPROVE: _S.APPROVED,
        _E.ASSIGN: _S.ASSIGNED,
        _E.START: _S.IN_PROGRESS,
        **_STOP,
    },
    _S.AWAITING_APPROVAL: {
        _E.APPROVE: _S.APPROVED,
        _E.DECLINE: _S.DECLINED,
        _E.GIVE_UP: _S.NO_RESPONSE,
        **_STOP,
    },
    _S.APPROVED: {
        _E.ASSIGN: _S.ASSIGNED,
        _E.START: _S.IN_PROGRESS,
        _E.PROPOSE: _S.AWAITING_APPROVAL,
        _E.WAIT_FOR_PARTS: _S.PARTS_PENDING,
        **_STOP,
    },
    _S.ASSIGNED: {
        _E.START: _S.IN_PROGRESS,
        _E.PROPOSE: _S.AWAITING_APPROVAL,
        _E.WAIT_FOR_PARTS: _S.PARTS_PENDING,
        **_STOP,
    },
    _S.IN_PROGRESS: {
        _E.CHECK_QUALITY: _S.QUALITY_CHECK,
        _E.FINISH: _S.READY,
        _E.PROPOSE: _S.AWAITING_APPROVAL,
        _E.WAIT_FOR_PARTS: _S.PARTS_PENDING,
        _E.COMPLETE: _S.COMPLETED,
        **_STOP,
    },
    # None: back to the state the order was taken from
    _S.PARTS_PENDING: {_E.RESUME: None, **_STOP},
    _S.ON_HOLD: {_E.RESUME: None, _E.CANCEL: _S.CANCELLED},
    _S.QUALITY_CHECK: {_E.PASS: _S.READY, _E.REWORK: _S.IN_PROGRESS},
    _S.READY: {_E.COMPLETE: _S.COMPLETED, _E.REWORK: _S.IN_PROGRESS},
    _S.COMPLETED: {_E.DELIVER: _S.DELIVERED},
    _S.DELIVERED: {},
    _S.DECLINED: {_E.PROPOSE: _S.AWAITING_APPROVAL, _E.CANCEL: _S.CANCELLED},
    _S.NO_RESPONSE: {
        _E.PROPOSE: _S.AWAITING_APPROVAL,
        _E.APPROVE: _S.APPROVED,
        _E.DECLINE: _S.DECLINED,
        _E.CANCEL: _S.CANCELLED,
    },
    _S.CANCELLED: {},
}
"""What each event makes of each state; an event that is not in the table is refused."""

FINAL = frozenset({_S.COMPLETED, _S.DELIVERED, _S.CANCELLED})
"""States in which nothing of the order's content changes any more."""

SEALED = frozenset({_S.COMPLETED, _S.DELIVERED})
"""States that have a sealed record."""

GONE = frozenset({_S.DELIVERED, _S.CANCELLED})
"""States in which nothing is left to do for anybody, and car and key are with their owner again."""

OPEN: Final = tuple(state for state in OrderState if state not in GONE)
"""All other states. Ask for these: an index leads to the few rows that are one of them, and to none that are not."""


class Approval(StrEnum):
    """What the customer said of a job."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"


class Payer(StrEnum):
    """Who pays a job: anybody but the customer makes its lines 0.00 for the customer."""

    CUSTOMER = "customer"
    WARRANTY = "warranty"
    GOODWILL = "goodwill"
    INTERNAL = "internal"


class LineState(StrEnum):
    """Life of a line: labour is open, in_progress, done; a part goes from needed to installed."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NEEDED = "needed"
    REQUESTED = "requested"
    ORDERED = "ordered"
    BACKORDERED = "backordered"
    RECEIVED = "received"
    ISSUED = "issued"
    INSTALLED = "installed"
    RETURNED_TO_STOCK = "returned_to_stock"
    RETURNED_TO_VENDOR = "returned_to_vendor"
    CORE_DUE = "core_due"
    CORE_RETURNED = "core_returned"
    CANCELLED = "cancelled"


_L = LineState
LABOUR_FLOW: dict[LineState, dict[str, LineState]] = {
    _L.OPEN: {"start": _L.IN_PROGRESS, "finish": _L.DONE, "cancel": _L.CANCELLED},
    _L.IN_PROGRESS: {"finish": _L.DONE, "reopen": _L.OPEN, "cancel": _L.CANCELLED},
    _L.DONE: {"reopen": _L.OPEN},
    _L.CANCELLED: {},
}

PART_FLOW: dict[LineState, dict[str, LineState]] = {
    _L.NEEDED: {
        "request": _L.REQUESTED,
        "order": _L.ORDERED,
        "issue": _L.ISSUED,
        "install": _L.INSTALLED,
        "cancel": _L.CANCELLED,
    },
    _L.REQUESTED: {
        "order": _L.ORDERED,
        "issue": _L.ISSUED,
        "receive": _L.RECEIVED,
        "cancel": _L.CANCELLED,
    },
    _L.ORDERED: {"receive": _L.RECEIVED, "backorder": _L.BACKORDERED, "cancel": _L.CANCELLED},
    _L.BACKORDERED: {"receive": _L.RECEIVED, "order": _L.ORDERED, "cancel": _L.CANCELLED},
    _L.RECEIVED: {
        "issue": _L.ISSUED,
        "install": _L.INSTALLED,
        "return_to_vendor": _L.RETURNED_TO_VENDOR,
        "cancel": _L.CANCELLED,
    },
    _L.ISSUED: {"install": _L.INSTALLED, "return_to_stock": _L.RETURNED_TO_STOCK},
    _L.INSTALLED: {"core_due": _L.CORE_DUE, "return_to_stock": _L.RETURNED_TO_STOCK},
    _L.CORE_DUE: {"core_return": _L.CORE_RETURNED},
    _L.CORE_RETURNED: {},
    _L.RETURNED_TO_STOCK: {"issue": _L.ISSUED},
    _L.RETURNED_TO_VENDOR: {},
    _L.CANCELLED: {},
}

DROPPED = frozenset({_L.CANCELLED, _L.RETURNED_TO_STOCK, _L.RETURNED_TO_VENDOR})
"""Line states that are not sold."""

FROM_DMS: dict[str, OrderState] = {
    "CREATED": _S.DRAFT,
    "ARRIVAL_PENDING": _S.AWAITING_VEHICLE,
    "JOB_CARD_PENDING_VEHICLE": _S.AWAITING_VEHICLE,
    "CHECK_IN_ONLY": _S.CHECKED_IN,
    "MANAGER_QUOTE": _S.AWAITING_APPROVAL,
    "AWAITING_QUOTATION_APPROVAL": _S.AWAITING_APPROVAL,
    "NO_RESPONSE_LEAD": _S.NO_RESPONSE,
    "JOB_CARD_ACTIVE": _S.APPROVED,
    "ASSIGNED": _S.ASSIGNED,
    "IN_PROGRESS": _S.IN_PROGRESS,
    "PARTS_PENDING": _S.PARTS_PENDING,
    "COMPLETED": _S.COMPLETED,
    "INVOICED": _S.DELIVERED,
}
"""The 13 job card statuses of the dealer management system onto ours."""

TO_DMS: dict[OrderState, str] = {
    _S.DRAFT: "CREATED",
    _S.AWAITING_VEHICLE: "ARRIVAL_PENDING",
    _S.CHECKED_IN: "CHECK_IN_ONLY",
    _S.AWAITING_APPROVAL: "AWAITING_QUOTATION_APPROVAL",
    _S.APPROVED: "JOB_CARD_ACTIVE",
    _S.ASSIGNED: "ASSIGNED",
    _S.IN_PROGRESS: "IN_PROGRESS",
    _S.QUALITY_CHECK: "IN_PROGRESS",
    _S.READY: "IN_PROGRESS",
    _S.COMPLETED: "COMPLETED",
    _S.DELIVERED: "INVOICED",
    _S.PARTS_PENDING: "PARTS_PENDING",
    _S.ON_HOLD: "PARTS_PENDING",
    _S.DECLINED: "NO_RESPONSE_LEAD",
    _S.NO_RESPONSE: "NO_RESPONSE_LEAD",
    _S.CANCELLED: "CREATED",
}
"""Ours onto theirs: total, and what came from them goes back to a status that means the same state here."""

FROM_COLLISION: dict[str, OrderState] = {
    "draft": _S.DRAFT,
    "pending_approval": _S.AWAITING_APPROVAL,
    "approved": _S.APPROVED,
    "in_progress": _S.IN_PROGRESS,
    "on_hold": _S.ON_HOLD,
    "parts_pending": _S.PARTS_PENDING,
    "quality_control": _S.QUALITY_CHECK,
    "ready_for_delivery": _S.READY,
    "completed": _S.COMPLETED,
    "delivered": _S.DELIVERED,
    "cancelled": _S.CANCELLED,
}
"""The repair order statuses of the collision system, draft through delivered, onto ours."""

TO_COLLISION: dict[OrderState, str] = {
    **{ours: theirs for theirs, ours in FROM_COLLISION.items()},
    _S.AWAITING_VEHICLE: "draft",
    _S.CHECKED_IN: "draft",
    _S.ASSIGNED: "approved",
    _S.DECLINED: "cancelled",
    _S.NO_RESPONSE: "pending_approval",
}
