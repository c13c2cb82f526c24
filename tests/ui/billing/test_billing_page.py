"""The bills: found, opened, issued, paid in several ways, taken back, given back; all of it by the keyboard."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import billing, vehicles, work_orders
from app.billing import BillFilter, BillRow
from app.kernel.tx import act
from models.access import Permission
from models.billing import InvoiceKind, PaymentMethod, Settlement
from models.money import Money
from ui.billing.cash_day import CashDayDialog
from ui.billing.credit_dialog import CreditDialog
from ui.billing.page import BillingPage
from ui.billing.payment_dialog import PaymentDialog
from ui.billing.refund_dialog import RefundDialog
from ui.billing.unbilled import UnbilledDialog
from ui.papers import PreviewDialog
from ui.shell.window import Window
from ui.start import settle
from widgets.dialog import Dialog

RowOf = Callable[[Callable[[BillRow], bool]], BillRow]
CTRL = Qt.KeyboardModifier.ControlModifier


def _owed(row: BillRow) -> bool:
    return row.open.minor > 0


def _dialog(window: Window, kind: type[Dialog], qtbot: QtBot) -> Dialog:
    def there() -> bool:
        return any(found.isVisible() for found in window.findChildren(kind))

    qtbot.waitUntil(there)
    return next(found for found in window.findChildren(kind) if found.isVisible())


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(widget, key, modifier)


def _bill(window: Window, key: uuid.UUID) -> billing.BillCard:
    desk = window.desk
    with desk.shop.reading(desk.actor) as read:
        return billing.get_bill(read, key, today=desk.formats.today())


def test_filters_show_what_is_to_be_done_with_counts_and_sums(
    bills: Window, page: BillingPage, row_of: RowOf
) -> None:
    owed = row_of(_owed)
    assert [row.id for row in page.list.table.rows()] == [owed.id]
    big = page.list.totals.figures()[-1]
    assert big.value == page.list.totals.figures()[-1].value
    assert "2,602" in bills.desk.formats.money(owed.open)
    page.list.choose(BillFilter.ALL)
    settle(bills)
    kinds = {row.kind for row in page.list.table.rows()}
    assert kinds == {InvoiceKind.INVOICE, InvoiceKind.CREDIT_NOTE}
    page.list.choose(BillFilter.OVERDUE)
    settle(bills)
    assert page.list.table.rows() == []
    bills.desk.shop.clock.move(days=30)  # type: ignore[attr-defined]  # a MovableClock here
    page.reload()
    settle(bills)
    assert [row.settlement for row in page.list.table.rows()] == [Settlement.OVERDUE]


def test_a_search_looks_into_everything(bills: Window, page: BillingPage) -> None:
    page.list.search.setText("меридиан")
    page.list.search.searched.emit("меридиан")
    settle(bills)
    rows = page.list.table.rows()
    assert len(rows) > 1
    assert {row.customer for row in rows} == {"ООО «Меридиан»"}
    assert page.list.tabs.current() == BillFilter.ALL.value
    page.list.search.setText("nobody at all")
    page.list.search.searched.emit("nobody at all")
    settle(bills)
    assert page.list.table.rows() == []


def test_a_bill_opens_by_enter_and_closes_by_escape(
    bills: Window, page: BillingPage, row_of: RowOf, qtbot: QtBot
) -> None:
    owed = row_of(_owed)
    page.list.table.select(owed.id)
    QTest.keyClick(page.list.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.bill.card is not None)
    settle(bills)
    card = page.bill.card
    assert card is not None
    assert (card.id, card.open) == (owed.id, owed.open)
    assert len(page.bill.table.rows()) == len(card.lines)
    assert page.bill.panel.is_ready()
    assert page.bill.totals.figures()[-1].big
    assert page.bill.head.pay.isVisible()
    bills.go_back()
    assert page.stack.currentWidget() is page.list
    assert page.list.table.current_key() == owed.id


def test_several_ways_are_posted_at_once_and_change_is_told(
    bills: Window, page: BillingPage, row_of: RowOf, qtbot: QtBot
) -> None:
    owed = row_of(_owed)
    bills.open("billing", owed.id, {})
    settle(bills)
    page.bill.head.pay.click()
    dialog = _dialog(bills, PaymentDialog, qtbot)
    assert isinstance(dialog, PaymentDialog)
    settle(bills)
    (cash,) = dialog.rows
    assert cash.money() == owed.open, "what is left stands there already"
    assert bills.isActiveWindow(), "nothing was a window of its own for a moment"
    assert QApplication.focusWidget() is cash.amount
    cash.amount.selectAll()
    QTest.keyClicks(cash.amount, "1000")
    assert dialog.left() == owed.open - Money(100_000, "RUB")
    QTest.keyClicks(cash.received, "5000")
    assert cash.change() == Money(400_000, "RUB")
    _press(cash.amount, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert [row.method for row in dialog.rows] == [PaymentMethod.CASH, PaymentMethod.CARD]
    assert dialog.left().minor == 0
    _press(dialog.rows[1].amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _bill(bills, owed.id).open.minor == 0)
    settle(bills)
    card = _bill(bills, owed.id)
    assert [(m.method, m.amount.minor) for m in card.money[-2:]] == [
        (PaymentMethod.CASH, 100_000),
        (PaymentMethod.CARD, owed.open.minor - 100_000),
    ]
    assert not bills.findChildren(PaymentDialog) or not dialog.isVisible()
    assert bills.desk.saved("billing.way") == PaymentMethod.CARD.value
    qtbot.waitUntil(lambda: page.bill.card is not None and not page.bill.card.open.minor)
    assert not page.bill.head.pay.isVisible()


def test_too_much_is_not_posted(
    bills: Window, page: BillingPage, row_of: RowOf, qtbot: QtBot
) -> None:
    owed = row_of(_owed)
    page.pay_for(owed.id)
    dialog = _dialog(bills, PaymentDialog, qtbot)
    assert isinstance(dialog, PaymentDialog)
    (cash,) = dialog.rows
    cash.set_amount(owed.open + Money(1, "RUB"))
    assert not dialog.posts.isEnabled()
    cash.set_amount(Money(0, "RUB"))
    assert not dialog.posts.isEnabled()
    cash.set_amount(Money(50_000, "RUB"))
    cash.received.set_value(Decimal(400))
    cash.received.edited.emit()
    assert cash.problem()
    assert not dialog.posts.isEnabled()
    dialog.cancel()
    assert _bill(bills, owed.id).open == owed.open


def test_an_advance_of_the_customer_is_offered_first(
    bills: Window, page: BillingPage, row_of: RowOf, qtbot: QtBot
) -> None:
    """What nobody used of an advance pays the next invoice."""
    desk = bills.desk
    owed = row_of(_owed)
    others = [row.order_id for row in _open_orders(bills, owed.customer_id)]
    assert others, "the sample shop has an open order of this customer"
    bills.open("billing", None, {"order_id": others[0], "advance": True})
    dialog = _dialog(bills, PaymentDialog, qtbot)
    assert isinstance(dialog, PaymentDialog)
    (cash,) = dialog.rows
    assert cash.money().minor == 0
    QTest.keyClicks(cash.amount, "700")
    _press(cash.amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_bill(bills, owed.id).advances))
    settle(bills)
    page.pay_for(owed.id)
    qtbot.waitUntil(lambda: any(d.rows for d in _open(bills)))
    (second,) = _open(bills)
    advance, usual = second.rows
    assert (advance.advance is not None, advance.money().minor) == (True, 70_000)
    assert usual.money() == owed.open - Money(70_000, "RUB")
    usual.set_amount(Money(0, "RUB"))
    second.post()
    qtbot.waitUntil(lambda: _bill(bills, owed.id).open == owed.open - Money(70_000, "RUB"))
    assert _bill(bills, owed.id).advances == ()
    assert desk.saved("billing.receipt") is False


def _open(window: Window) -> list[PaymentDialog]:
    return [found for found in window.findChildren(PaymentDialog) if found.isVisible()]


def _open_orders(window: Window, customer_id: uuid.UUID) -> list[billing.BillRow]:
    """An order of the customer that is still open, made if the sample has none."""
    desk = window.desk
    car = act(
        desk.shop,
        desk.actor,
        vehicles.create_vehicle,
        vehicles.CreateVehicle(plate="А001АА77", make="Lada", model="Vesta", owner_id=customer_id),
    ).result
    order = act(
        desk.shop, desk.actor, work_orders.open_order, work_orders.OpenOrder(vehicle_id=car)
    ).result
    with desk.shop.reading(desk.actor) as read:
        row = billing.find_bills(read, today=desk.formats.today())[0]

    return [replace(row, order_id=order)]


def test_an_order_is_billed_from_the_list_by_keys(
    bills: Window, page: BillingPage, unbilled: uuid.UUID, qtbot: QtBot
) -> None:
    page.new()
    dialog = _dialog(bills, UnbilledDialog, qtbot)
    assert isinstance(dialog, UnbilledDialog)
    settle(bills)
    assert unbilled in [row.order_id for row in dialog.table.rows()]
    dialog.table.select(unbilled)
    _press(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.bill.card is not None and page.bill.card.order_id == unbilled)
    settle(bills)
    card = page.bill.card
    assert card is not None
    assert card.id is None
    assert card.missing == ()
    assert "№" in page.bill.panel.pdf.text(0)
    _press(page.bill, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.bill.card is not None and page.bill.card.id is not None)
    preview = _dialog(bills, PreviewDialog, qtbot)
    preview.cancel()
    issued = page.bill.card
    assert issued is not None
    with bills.desk.shop.reading(bills.desk.actor) as read:
        assert billing.standing_bill(read, unbilled) == issued.id


def test_an_order_that_is_billed_shows_its_bill(
    bills: Window, page: BillingPage, row_of: RowOf, qtbot: QtBot
) -> None:
    owed = row_of(_owed)
    bills.open("billing", None, {"order_id": owed.order_id})
    qtbot.waitUntil(lambda: page.bill.card is not None)
    card = page.bill.card
    assert card is not None
    assert card.id == owed.id


def test_an_order_that_is_not_completed_says_what_to_do(
    bills: Window, page: BillingPage, qtbot: QtBot, row_of: RowOf
) -> None:
    (order,) = (row.order_id for row in _open_orders(bills, row_of(_owed).customer_id))
    bills.open("billing", None, {"order_id": order})
    settle(bills)
    words = [child.accessibleName() for child in page.bill.findChildren(QWidget)]
    assert any("Complete the order first" in text for text in words)
    qtbot.wait(1)
    assert page.back()


def test_lines_are_taken_back_with_a_reason(
    bills: Window, page: BillingPage, row_of: RowOf, qtbot: QtBot
) -> None:
    paid = row_of(lambda row: row.kind == InvoiceKind.INVOICE and row.total.minor > 1_000_000)
    bills.open("billing", paid.id, {})
    settle(bills)
    page.bill.head.credit.click()
    dialog = _dialog(bills, CreditDialog, qtbot)
    assert isinstance(dialog, CreditDialog)
    assert not dialog.issues.isEnabled()
    line, chosen, qty = next(entry for entry in dialog.lines if entry[0].qty > 1)
    chosen.click()
    qty.setFocus()
    qty.selectAll()
    QTest.keyClicks(qty, "1")
    settle(bills)
    assert dialog.quantities() == {line.id: Decimal(1)}
    _press(dialog.reason, Qt.Key.Key_Return)
    assert dialog.isVisible(), "a reason is needed"
    QTest.keyClicks(dialog.reason, "Does not fit")
    _press(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: page.bill.card is not None and page.bill.card.kind == InvoiceKind.CREDIT_NOTE
    )
    note = page.bill.card
    assert note is not None
    assert note.reason == "Does not fit"
    assert _bill(bills, paid.id).notes[0].total == note.total
    assert _bill(bills, paid.id).open == -note.total


def test_money_goes_back_where_a_credit_note_freed_it(
    bills: Window, page: BillingPage, unbilled: uuid.UUID, row_of: RowOf, qtbot: QtBot
) -> None:
    bill = row_of(lambda row: row.order_id == unbilled and row.kind == InvoiceKind.INVOICE)
    assert bill.open.minor < 0
    bills.open("billing", bill.id, {})
    settle(bills)
    titles = [act.text() for act in page.bill.head.menu().actions()]
    assert "Give money back…" in titles
    page.bill.head.refund_asked.emit()
    dialog = _dialog(bills, RefundDialog, qtbot)
    assert isinstance(dialog, RefundDialog)
    dialog.give()
    assert dialog.isVisible(), "a reason is needed"
    dialog.form.set_values({"reason": "Wrong buyer", "amount": Decimal(10**9)})
    dialog.give()
    assert dialog.isVisible(), "more than is free"
    dialog.form.set_values({"amount": (-bill.open).decimal, "method": PaymentMethod.CASH.value})
    dialog.give()
    qtbot.waitUntil(lambda: _bill(bills, bill.id).open.minor == 0)
    _dialog(bills, PreviewDialog, qtbot).cancel()


def test_a_cash_day_counts_the_drawer_and_prints(
    bills: Window, page: BillingPage, qtbot: QtBot
) -> None:
    _press(page.list.table.view, Qt.Key.Key_D)
    dialog = _dialog(bills, CashDayDialog, qtbot)
    assert isinstance(dialog, CashDayDialog)
    settle(bills)
    today = bills.desk.formats.today()
    with bills.desk.shop.reading(bills.desk.actor) as read:
        rows = billing.list_payments(read, today)
        before = billing.list_payments(read, today - timedelta(days=1))
    assert [row.id for row in dialog.table.rows()] == [row.id for row in rows]
    _press(dialog.table.view, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    settle(bills)
    assert [row.id for row in dialog.table.rows()] == [row.id for row in before]
    QTest.keyClicks(dialog.opening, "500")
    QTest.keyClicks(dialog.counted, "1")
    _press(dialog.counted, Qt.Key.Key_P)
    preview = _dialog(bills, PreviewDialog, qtbot)
    assert isinstance(preview, PreviewDialog)
    qtbot.waitUntil(preview.prints.isEnabled)
    assert "500,00" in preview.panel.pdf.text(0)
    preview.cancel()
    dialog.show_day(today)
    assert dialog.opening.minor() is None
    dialog.show_day(today - timedelta(days=1))
    assert dialog.opening.minor() == 50_000
    dialog.cancel()


@pytest.mark.parametrize("permission", [Permission.BILLING_TAKE_MONEY, Permission.BILLING_CREDIT])
def test_what_a_role_may_not_do_is_not_offered(
    bills: Window, page: BillingPage, row_of: RowOf, permission: Permission
) -> None:
    desk = bills.desk

    desk.actor = replace(desk.actor, permissions=desk.actor.permissions - {permission})
    owed = row_of(_owed)
    bills.open("billing", owed.id, {})
    settle(bills)
    head = page.bill.head
    button = head.pay if permission == Permission.BILLING_TAKE_MONEY else head.credit
    assert not button.isVisible()
    page.take_payment(_bill(bills, owed.id))
    shown = bool(_open(bills))
    assert shown == (permission != Permission.BILLING_TAKE_MONEY)
