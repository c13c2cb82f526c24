"""A window that opens on the bills of the sample shop."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import billing
from app.kernel.tx import Shop, act
from models.billing import InvoiceKind
from ui.billing import SPEC
from ui.billing.page import BillingPage
from ui.dressing import open_window
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.start import person, settle


@pytest.fixture
def bills(
    sample_shop: Shop, tmp_path: Path, dressed: DeskApplication, qtbot: QtBot
) -> Iterator[Window]:
    """The window of the owner with the bills alone."""
    made = open_window(
        sample_shop,
        person(sample_shop, None),
        language="en",
        drafts=tmp_path / "drafts",
        specs=(SPEC,),
    )
    made.resize(1366, 768)
    made.show()
    made.open("billing", None, {})
    settle(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.desk.close()
    made.deleteLater()
    dressed.processEvents()


@pytest.fixture
def page(bills: Window) -> BillingPage:
    """The page itself."""
    found = bills.page
    assert isinstance(found, BillingPage)
    return found


@pytest.fixture
def row_of(bills: Window) -> Callable[[Callable[[billing.BillRow], bool]], billing.BillRow]:
    """The newest bill that fits."""

    def find(fits: Callable[[billing.BillRow], bool]) -> billing.BillRow:
        desk = bills.desk
        with desk.shop.reading(desk.actor) as read:
            rows = billing.find_bills(read, today=desk.formats.today())
        return next(row for row in rows if fits(row))

    return find


@pytest.fixture
def unbilled(
    bills: Window,
    row_of: Callable[[Callable[[billing.BillRow], bool]], billing.BillRow],
    qtbot: QtBot,
) -> uuid.UUID:
    """A completed order whose invoice was taken back."""
    row = row_of(lambda r: r.kind == InvoiceKind.INVOICE and r.settlement.value == "paid")
    desk = bills.desk
    command = billing.CreditInvoice(invoice_id=row.id, reason="Wrong buyer")
    act(desk.shop, desk.actor, billing.credit_invoice, command)
    qtbot.waitUntil(lambda: desk.commits > 0)
    settle(bills)
    assert row.order_id is not None
    return row.order_id
