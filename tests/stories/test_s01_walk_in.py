"""S1: a walk-in oil service in Russia, prices with VAT inside, from the plate to the money."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app import billing, passports, vehicles, work_orders
from app.billing.papers import billing_paper
from app.work_orders.papers import work_order_paper
from models.billing import Billing, Settlement
from models.inventory import StockLevel
from models.money import Money
from models.order_flow import OrderEvent, OrderState
from models.papers import Copy
from models.papers.documents import InvoicePaper
from reports import invoice as invoice_report
from reports import work_order as work_order_report
from tests.build.orders import Garage, Item
from tests.stories.conftest import Open


def _oil_service(garage: Garage) -> list[tuple[Item, Decimal | None]]:
    work = garage.labour("Замена масла и фильтра", "0.6")
    oil = garage.part(
        "Масло моторное 5W-30",
        115_000,
        kind="fluid",
        unit="l",
        stock="0",
        product={"purchase_unit": "drum", "purchase_factor": Decimal(200)},
        next_service_km=10_000,
        next_service_months=12,
    )
    assert oil.product_id is not None
    garage.receive(oil.product_id, "1", 12_000_000, purchase_units=True)
    oil_filter = garage.part("Фильтр масляный", 78_000, cost=41_000)
    washer = garage.part("Шайба сливной пробки", 9_000, cost=2_000)
    return [(work, None), (oil, Decimal("4.2")), (oil_filter, None), (washer, None)]


def test_a_walk_in_oil_service_from_the_plate_to_the_money(open_garage: Open) -> None:
    garage = open_garage("ru")
    lines = _oil_service(garage)
    owner = garage.customer()
    car = garage.car(owner, "А123ВС77")

    # typed on a Latin keyboard, the plate still finds the car and its owner
    order = garage.order(None, plate="a123bc 77", odometer_value=84_320)
    garage.job(order, "ТО")
    for item, qty in lines:
        garage.line(order, item, qty=qty)
    card = garage.card(order)
    assert (card.vehicle_id, card.customer_id) == (car, owner)
    assert card.number == "SC001-2026-11-0001"
    assert [line.list.minor for line in card.lines] == [144_000, 483_000, 78_000, 9_000]
    assert [line.tax.minor for line in card.lines] == [25_967, 87_098, 14_066, 1_623]
    assert (card.total, card.tax) == (Money(714_000, "RUB"), Money(128_754, "RUB"))

    assert garage.decide(order) is OrderState.APPROVED
    garage.move(order, OrderEvent.START)
    done = garage.complete(order)
    assert (done.total_amount, done.currency) == (714_000, "RUB")
    assert garage.complete(order) == done

    invoice = garage.invoice(order)
    bill = garage.bill(invoice)
    assert (bill.row.net.minor, bill.row.tax.minor, bill.row.total.minor) == (
        585_246,
        128_754,
        714_000,
    )
    assert bill.row.due_on == date(2026, 11, 25)
    garage.pay(714_000, invoice_id=invoice)
    assert garage.bill(invoice).settlement is Settlement.PAID
    assert garage.on.see(billing.order_billing, order) is Billing.PAID
    garage.move(order, OrderEvent.DELIVER)
    assert garage.card(order).state is OrderState.DELIVERED

    # 4.2 litres of a drum of 200 are gone, at 600.00 a litre
    oil = lines[1][0].product_id
    level = garage.rows(StockLevel, StockLevel.product_id == oil)
    assert [(row.on_hand_qty, row.value_amount) for row in level if row.on_hand_qty] == [
        (Decimal("195.8"), 11_748_000)
    ]
    assert garage.card(order).lines[1].cost == Money(252_000, "RUB")

    # whichever comes first: 94,320 km or 20 November 2027
    now = garage.on.clock()
    (due,) = garage.on.see(passports.list_recommendations, car, now=now)
    assert (due.due_value, due.unit, due.due_on) == (94_320, "km", date(2027, 11, 20))

    paper = garage.on.see(billing_paper, invoice)
    assert isinstance(paper, InvoicePaper)
    assert paper.totals.in_words == "семь тысяч сто сорок рублей, ноль копеек"
    assert paper.totals.total == Money(714_000, "RUB")
    assert invoice_report.render(paper).startswith(b"%PDF")
    whole = garage.on.see(work_order_paper, order)
    for copy in Copy:
        assert work_order_report.render(whole, copy).startswith(b"%PDF")


def test_the_same_service_on_the_last_day_of_2025_has_20_per_cent(open_garage: Open) -> None:
    garage = open_garage("ru", at=datetime(2025, 12, 31, 9, 0, tzinfo=UTC))
    lines = _oil_service(garage)
    order = garage.order()
    for item, qty in lines:
        garage.line(order, item, qty=qty)
    card = garage.card(order)
    assert [line.tax.minor for line in card.lines] == [24_000, 80_500, 13_000, 1_500]
    assert (card.tax.minor, card.total.minor) == (119_000, 714_000)

    # a supply on the next day takes the next day's rate
    garage.on.do(
        work_orders.edit_order,
        work_orders.EditOrder(
            order_id=order, version=card.version, values={"supplied_on": date(2026, 1, 1)}
        ),
    )
    assert garage.card(order).tax.minor == 128_754


@pytest.mark.parametrize("first", ["day", "reading"])
def test_what_comes_first_makes_the_next_service_due(open_garage: Open, first: str) -> None:
    garage = open_garage("ru")
    car = garage.car(garage.customer())
    garage.finished(*((i, str(q) if q else None) for i, q in _oil_service(garage)), vehicle_id=car)
    at = garage.on.clock()
    assert not garage.on.see(vehicles.get_vehicle, car, now=at).open_work[0].is_due
    if first == "day":
        at += timedelta(days=365)
    else:
        garage.on.do(vehicles.add_reading, vehicles.AddReading(vehicle_id=car, value=55_000))
    assert garage.on.see(vehicles.get_vehicle, car, now=at).open_work[0].is_due
