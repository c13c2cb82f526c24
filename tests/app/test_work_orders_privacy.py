"""Personal data stands in the customer's own rows and the seals, and nowhere else (domain rule 10)."""

import uuid

import sqlalchemy as sa

from app import billing, customers, passports, work_orders
from models.billing import InvoiceLine
from models.entities import metadata
from models.order_flow import OrderEvent
from models.text import fold
from models.work_orders import WorkOrder
from tests.build.orders import Garage
from tests.build.shops import TestShop

PERSON = {
    "name": "Орлова Вера Павловна",
    "phone": "+7 916 000-14-22",
    "email": "orlova@example.org",
    "address": "Мытищи, Летная ул., 7",
    "document_number": "4509 770011",
}
BRINGER = {"name": "Жуков Пётр Ильич", "phone": "+7 903 000-55-31", "email": "zhukov@example.org"}
AUTHORITY = "доверенность 77АВ1239876"
TRACES = (
    "орлова",
    "9160001422",
    "orlova@example",
    "летная",
    "770011",
    "жуков",
    "9030005531",
    "zhukov@example",
    "77ав1239876",
)
OWN_ROWS = {"customer", "person_seal"}


def _found(shop: TestShop) -> dict[str, set[str]]:
    """Which trace stands in which table, over every column of every row."""
    found: dict[str, set[str]] = {}
    with shop.reading() as read:
        for table in metadata.sorted_tables:
            for row in read.connection.execute(sa.select(table)):
                text = " ".join(str(value) for value in row).casefold()
                for trace in TRACES:
                    if trace in text or fold(trace) in text:
                        found.setdefault(table.name, set()).add(trace)
    return found


def _whole_story(garage: Garage) -> tuple[uuid.UUID, uuid.UUID]:
    owner = garage.customer(**PERSON)
    bringer = garage.customer(**BRINGER, address=None)
    car = garage.car(owner)
    garage.on.do(passports.request_link, passports.RequestLink(vehicle_id=car, customer_id=owner))
    part = garage.part("Фильтр", 78_000)
    order = garage.order(car, bringer_id=bringer)
    garage.line(order, garage.labour("Замена масла", "1", next_service_km=10_000))
    garage.line(order, part)
    garage.on.do(
        work_orders.edit_order,
        work_orders.EditOrder(
            order_id=order,
            version=garage.card(order).version,
            values={"bringer_authority": AUTHORITY},
        ),
    )
    garage.decide(order, method="phone", note="Согласна")
    garage.pay(50_000, order_id=order)
    garage.start(order)
    garage.complete(order)
    invoice = garage.invoice(order)
    (line, *_) = garage.rows(InvoiceLine, InvoiceLine.invoice_id == invoice)
    garage.pay(10_000, invoice_id=invoice)
    garage.on.do(
        billing.credit_invoice,
        billing.CreditInvoice(invoice_id=invoice, reason="Скидка", quantities={line.id: line.qty}),
    )
    garage.on.do(
        work_orders.request_correction,
        work_orders.RequestCorrection(
            order_id=order, reason="Опечатка", corrected={"odometer": "45001"}
        ),
    )
    return owner, bringer


def test_after_a_whole_story_no_person_stands_outside_their_own_rows(shop: TestShop) -> None:
    garage = Garage(shop)
    owner, bringer = _whole_story(garage)
    found = _found(shop)
    assert set(found) == OWN_ROWS | {"search_row"}
    assert found["person_seal"] >= {"орлова", "9160001422", "770011", "жуков", "77ав1239876"}
    # the search finds customers, never bills, by their names
    with shop.reading() as read:
        kinds = read.connection.execute(
            sa.text("SELECT DISTINCT kind FROM search_row WHERE folded LIKE :name"),
            {"name": f"%{fold('орлова')}%"},
        ).scalars()
        assert set(kinds) == {"customer"}
    assert [row.bringer_authority for row in garage.rows(WorkOrder)] == [None]

    for person in (owner, bringer):
        garage.on.do(customers.erase_customer, customers.EraseCustomer(customer_id=person))
    # what the law makes the books keep waits in the seals alone
    assert set(_found(shop)) == {"person_seal"}
    garage.on.clock.move(days=366 * 6)
    garage.on.do(customers.run_erasures, customers.RunErasures())
    assert _found(shop) == {}


def test_a_cancelled_order_keeps_no_paper_number(shop: TestShop) -> None:
    garage = Garage(shop)
    order = garage.order()
    garage.on.do(
        work_orders.edit_order,
        work_orders.EditOrder(
            order_id=order,
            version=garage.card(order).version,
            values={"bringer_authority": AUTHORITY},
        ),
    )
    assert _found(shop)["work_order"] == {"77ав1239876"}
    garage.move(order, OrderEvent.CANCEL, reason="Передумал")
    assert "work_order" not in _found(shop)
    assert "audit_entry" not in _found(shop)
