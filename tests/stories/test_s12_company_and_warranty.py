"""S12: a company pays in parts and late; a warranty job costs the customer nothing and the shop its goods."""

import uuid
from datetime import timedelta
from decimal import Decimal

from app import billing, vehicles, work_orders
from app.billing.papers import billing_paper
from models.billing import Billing, PaymentMethod, Settlement
from models.inventory import StockLevel
from models.money import Money
from models.order_flow import OrderEvent, Payer
from models.papers.documents import InvoicePaper
from models.papers.kinds import Payer as PaperPayer
from tests.build.orders import Garage
from tests.stories.conftest import Open

COMPANY = {
    "kind": "company",
    "phone": "8 (495) 000-33-10",
    "email": "office@vektor.example",
    "address": "125009, Москва, Тверская ул., 1",
    "tax_ids": {"inn": "7700123459", "kpp": "770001001"},
    "payment_term_days": 10,
}


def _settlement(garage: Garage, invoice: uuid.UUID, days: int) -> Settlement:
    on = garage.on.clock().date() + timedelta(days=days)
    return garage.on.see(billing.get_invoice, invoice, today=on).settlement


def test_a_company_pays_by_transfer_in_parts_and_late(open_garage: Open) -> None:
    garage = open_garage("ru", regime="ru_vat_exclusive")
    company = garage.customer("ООО «Вектор»", **COMPANY)
    van = garage.car(company, make="ГАЗ", model="Газель NEXT")
    order = garage.finished((garage.labour("ТО-2", "4"), None), vehicle_id=van)
    invoice = garage.invoice(order)
    bill = garage.bill(invoice)
    assert bill.row.total == Money(1_171_200, "RUB")
    assert bill.row.due_on == bill.row.issued_on + timedelta(days=10)
    paper = garage.on.see(billing_paper, invoice)
    assert isinstance(paper, InvoicePaper)
    assert paper.customer.name == "ООО «Вектор»"
    assert {(t.scheme, t.value) for t in paper.customer.tax_ids} == {
        ("inn", "7700123459"),
        ("kpp", "770001001"),
    }
    assert _settlement(garage, invoice, 10) is Settlement.UNPAID
    assert garage.on.see(billing.order_billing, order) is Billing.INVOICED

    garage.pay(500_000, PaymentMethod.TRANSFER, invoice_id=invoice)
    assert _settlement(garage, invoice, 10) is Settlement.PART_PAID
    assert garage.on.see(billing.order_billing, order) is Billing.PART_PAID
    assert _settlement(garage, invoice, 11) is Settlement.OVERDUE
    garage.pay(671_200, PaymentMethod.TRANSFER, invoice_id=invoice)
    assert _settlement(garage, invoice, 11) is Settlement.PAID
    assert garage.on.see(billing.order_billing, order) is Billing.PAID


def test_an_indian_company_with_its_gstin(open_garage: Open) -> None:
    garage = open_garage("in")
    company = garage.customer(
        "Deccan Fleet Pvt Ltd",
        kind="company",
        phone="+91 80 4000 1400",
        email=None,
        address="8, MG Road, Bengaluru 560001",
        tax_ids={"gstin": "29AAACI1681G1ZL"},
    )
    van = garage.car(company, "KA 01 AB 1234", make="Tata", model="Ace")
    work = garage.labour("Service", "2", rate=65_000, hsn_sac="998714")
    paper = garage.on.see(
        billing_paper, garage.invoice(garage.finished((work, None), vehicle_id=van))
    )
    assert isinstance(paper, InvoicePaper)
    assert ("gstin", "29AAACI1681G1ZL") in {(t.scheme, t.value) for t in paper.customer.tax_ids}
    # the state is in the number: another one than the center's, so one integrated tax
    assert {s.name for line in paper.lines for s in line.tax_parts} == {"IGST"}


def test_a_warranty_job_is_free_for_the_customer_and_counts_for_shop_and_technician(
    open_garage: Open,
) -> None:
    garage = open_garage("ru")
    work = garage.labour("Замена стартера", "2")
    starter = garage.part("Стартер", 1_500_000, stock="1", cost=900_000)
    paid = garage.labour("Мойка двигателя", "0.5")
    order = garage.order()
    job = garage.job(order, "Стартер по гарантии")
    labour_line = garage.line(order, work)
    garage.line(order, starter)
    garage.on.do(
        work_orders.set_payer,
        work_orders.SetPayer(order_id=order, job_id=job, payer=Payer.WARRANTY),
    )
    garage.job(order, "Мойка")
    garage.line(order, paid)
    assert garage.card(order).total == Money(120_000, "RUB")
    garage.decide(order)
    garage.move(order, OrderEvent.START)
    for event in ("start", "finish"):
        garage.on.do(
            work_orders.work_line,
            work_orders.LineWork(order_id=order, line_id=labour_line, event=event),
            actor=garage.on.mechanic,
        )
    assert garage.complete(order).total_amount == 120_000

    lines = {line.name: line for line in garage.card(order).lines}
    assert lines["Стартер"].total.minor == lines["Замена стартера"].total.minor == 0
    assert lines["Стартер"].cost == Money(900_000, "RUB")
    assert lines["Замена стартера"].credit == Money(480_000, "RUB")
    assert lines["Замена стартера"].technician_id == garage.on.mechanic.employee_id
    shelf = garage.rows(StockLevel, StockLevel.product_id == starter.product_id)
    assert {(row.on_hand_qty, row.value_amount) for row in shelf} == {(Decimal(0), 0)}

    invoice = garage.invoice(order)
    assert garage.bill(invoice).row.total.minor == 120_000
    paper = garage.on.see(billing_paper, invoice)
    assert isinstance(paper, InvoicePaper)
    shown = {line.name: (line.payer, line.total.minor) for line in paper.lines}
    assert shown == {
        "Замена стартера": (PaperPayer.WARRANTY, 0),
        "Стартер": (PaperPayer.WARRANTY, 0),
        "Мойка двигателя": (PaperPayer.CUSTOMER, 120_000),
    }


def test_an_order_that_is_all_warranty_gives_an_invoice_of_nothing_that_is_paid(
    open_garage: Open,
) -> None:
    garage = open_garage("ru")
    order = garage.order()
    garage.job(order, "Гарантия", Payer.WARRANTY)
    garage.line(order, garage.labour("Замена датчика", "1"))
    garage.start(order)
    assert garage.complete(order).total_amount == 0
    invoice = garage.invoice(order)
    assert garage.invoice(order) == invoice
    assert garage.bill(invoice).settlement is Settlement.PAID


def test_a_sold_car_leaves_its_old_invoices_with_its_old_owner(open_garage: Open) -> None:
    """F14."""
    garage = open_garage("ru")
    seller, buyer = garage.customer("Орлова Вера"), garage.customer("Панин Олег", phone=None)
    car = garage.car(seller)
    work = garage.labour("Диагностика", "1")
    invoice = garage.invoice(garage.finished((work, None), vehicle_id=car))
    version = garage.on.see(vehicles.get_vehicle, car, now=garage.on.clock()).vehicle.version
    garage.on.do(
        vehicles.sell_vehicle,
        vehicles.SellVehicle(vehicle_id=car, version=version, buyer_id=buyer),
    )
    assert garage.bill(invoice).row.customer_id == seller
    assert [r.id for r in garage.on.see(billing.list_invoices, customer_id=seller)] == [invoice]
    assert garage.on.see(billing.list_invoices, customer_id=buyer) == []
    assert garage.card(garage.order(car)).customer_id == buyer
