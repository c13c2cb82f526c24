"""The main job without a mouse: a walk-in oil service from Ctrl+N to its printed invoice, every key counted."""

import pytest
from PySide6.QtCore import Qt

from app import billing, work_orders
from app.kernel.tx import Read
from models.billing import Billing
from models.order_flow import OrderState
from tests.ui.work_orders.keys import CTRL, Fingers
from ui.shell.window import Window

MOST_KEYS = 70


@pytest.fixture
def fingers(window: Window) -> Fingers:
    window.open("work_orders", None, {})
    window.activateWindow()
    made = Fingers(window)
    made.wait()
    return made


def test_a_walk_in_oil_service_takes_seventy_keys(window: Window, fingers: Fingers) -> None:
    fingers.key(Qt.Key.Key_N, CTRL)
    fingers.type("а123")
    fingers.enter()
    fingers.type("91200")
    fingers.enter()
    fingers.type("18")
    fingers.enter()
    fingers.type("замена масла")
    fingers.enter()
    fingers.type("масл")
    fingers.enter()
    editor = window.page.editor if window.page is not None else None  # type: ignore[attr-defined]  # the orders' page
    assert editor is not None
    sheet = editor.sheet
    assert sheet is not None
    assert sheet.card.lines

    for _ in range(12):
        if editor.sheet is None or editor.sheet.card.state == OrderState.COMPLETED:
            break
        fingers.go()
        button = fingers.held.accessibleName()
        if button in {"Agreed", "Mark done and go on", "Mark done"}:
            fingers.enter()
    assert editor.sheet is not None
    assert editor.sheet.card.state == OrderState.COMPLETED
    order_id = editor.sheet.card.id

    fingers.enter()
    fingers.go()

    def billed(read: Read) -> tuple[Billing, int]:
        done = billing.order_billing(read, order_id)
        return done, work_orders.get_order(read, order_id).total.minor

    with window.desk.shop.reading(window.desk.actor) as read:
        state, total = billed(read)
    assert state == Billing.INVOICED
    assert total > 0
    assert fingers.count <= MOST_KEYS, " ".join(fingers.trail)
