"""A scanner types anywhere: what it typed is told and taken out again; people are left alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import billing, inventory, vehicles, work_orders
from tests.build.shops import MovableClock
from ui.shell.desk import Desk
from ui.shell.scan import Scanner, code_of, gtin_fits
from ui.shell.scanned import Scanned, find_scanned
from widgets.buttons import Button
from widgets.dialog import Dialog

EAN = "4006633374668"
VIN = "XW8AN4NE3KH012845"


class Beat:
    """A clock that goes on by its step with every look."""

    def __init__(self) -> None:
        self.at = 0.0
        self.step = 0.004

    def __call__(self) -> float:
        self.at += self.step
        return self.at


@pytest.fixture
def beat() -> Beat:
    return Beat()


@pytest.fixture
def pane(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def scanner(pane: QWidget, beat: Beat) -> Scanner:
    return Scanner(pane, clock=beat)


def put(pane: QWidget, field: QWidget) -> None:
    layout = pane.layout()
    assert layout is not None
    layout.addWidget(field)
    field.show()
    field.setFocus()


def scan(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


@pytest.mark.parametrize("code", ["4006633374668", "96385074", "036000291452", "10012345678902"])
def test_check_digits_of_gs1(code: str) -> None:
    assert gtin_fits(code)
    assert not gtin_fits(code[:-1] + str((int(code[-1]) + 1) % 10))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (EAN, EAN),
        (VIN, VIN),
        (VIN.lower(), VIN),
        ("SC001-2026-03-0148", "SC001-2026-03-0148"),
        ("ЫС001-2026-03-0148", "SC001-2026-03-0148"),
        ("SC001/2627/00001", "SC001/2627/00001"),
        ("тормоза", None),
        ("1234567", None),
        ("4006633374669", None),
    ],
)
def test_what_is_a_code(typed: str, code: str | None) -> None:
    assert code_of(typed) == code


def test_a_scan_is_told_and_the_typed_text_stays(
    pane: QWidget, scanner: Scanner, qtbot: QtBot
) -> None:
    field = QLineEdit("Стук спереди слева")
    put(pane, field)
    field.setSelection(5, 7)
    returned: list[bool] = []
    field.returnPressed.connect(lambda: returned.append(True))
    with qtbot.waitSignal(scanner.found) as found:
        scan(field, EAN)
    assert found.args == [EAN]
    assert field.text() == "Стук спереди слева"
    assert returned == []


def test_a_long_text_gets_its_words_back(pane: QWidget, scanner: Scanner, qtbot: QtBot) -> None:
    field = QPlainTextEdit("Первая строка\nВторая")
    put(pane, field)
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    with qtbot.waitSignal(scanner.found):
        scan(field, VIN)
    assert field.toPlainText() == "Первая строка\nВторая"
    assert field.textCursor().position() == 7


def test_people_type_slower(pane: QWidget, scanner: Scanner, beat: Beat) -> None:
    beat.step = 0.08
    heard: list[str] = []
    scanner.found.connect(heard.append)
    field = QLineEdit()
    put(pane, field)
    scan(field, EAN)
    assert heard == []
    assert field.text() == EAN


def test_quick_words_are_no_code(pane: QWidget, scanner: Scanner) -> None:
    heard: list[str] = []
    scanner.found.connect(heard.append)
    field = QLineEdit()
    put(pane, field)
    scan(field, "brakepads")
    assert (heard, field.text()) == ([], "brakepads")


def test_a_field_that_takes_codes_keeps_them(pane: QWidget, scanner: Scanner) -> None:
    heard: list[str] = []
    scanner.found.connect(heard.append)
    field = QLineEdit()
    field.setProperty("takesScans", True)
    put(pane, field)
    scan(field, VIN)
    assert (heard, field.text()) == ([], VIN)


def test_nothing_is_opened_from_under_a_question(
    pane: QWidget, scanner: Scanner, qtbot: QtBot
) -> None:
    heard: list[str] = []
    scanner.found.connect(heard.append)
    pane.resize(900, 700)
    dialog = Dialog(pane, "Is this right?")
    field = QLineEdit()
    dialog.body.addWidget(field)
    dialog.add_button(Button("No"), "safe")
    dialog.open()
    qtbot.waitUntil(field.hasFocus)
    scan(field, EAN)
    assert heard == []
    dialog.cancel()


def test_a_scan_without_a_field_is_told(pane: QWidget, scanner: Scanner, qtbot: QtBot) -> None:
    button = Button("Go")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    put(pane, button)
    with qtbot.waitSignal(scanner.found):
        scan(button, EAN)
    assert pressed == []


def test_codes_name_orders_invoices_goods_and_cars(desk: Desk) -> None:
    assert isinstance(desk.shop.clock, MovableClock)
    with desk.shop.reading(desk.actor) as read:
        order = work_orders.list_orders(read, limit=1)[0]
        invoice = billing.list_invoices(read, limit=1)[0]
        product = next(p for p in inventory.list_products(read, limit=50) if p.barcode)
        vehicle = next(v for v in vehicles.list_vehicles(read, limit=50) if v.vin)
        assert find_scanned(read, order.number) == Scanned("work_orders", order.id)
        assert find_scanned(read, invoice.number) == Scanned("billing", invoice.id)
        assert find_scanned(read, product.barcode or "") == Scanned("inventory", product.id)
        assert find_scanned(read, vehicle.vin or "") == Scanned("vehicles", vehicle.id)
        assert find_scanned(read, "4006633374668"[::-1]) is None
