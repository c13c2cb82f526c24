"""S5: a package with a price of its own, laid on its lines without losing a kopeck."""

import uuid
from decimal import Decimal

from app import catalog, work_orders
from app.billing.papers import billing_paper
from models.papers.documents import InvoicePaper
from tests.build.orders import Garage
from tests.stories.conftest import Open


def _package(garage: Garage, price: int | None) -> uuid.UUID:
    work = garage.labour("Замена масла", "0.6")
    oil = garage.part("Масло", 115_000, kind="fluid", unit="l", cost=60_000)
    oil_filter = garage.part("Фильтр", 78_000, cost=40_000)
    return garage.on.do(
        catalog.create_item,
        catalog.CreateItem(
            kind="package",
            code="TO-1",
            name="ТО-1 «Масляный сервис»",
            price_amount=price,
            lines=(
                catalog.LineOf(item_id=work.id, qty=Decimal(1)),
                catalog.LineOf(item_id=oil.id, qty=Decimal("4.2")),
                catalog.LineOf(item_id=oil_filter.id, qty=Decimal(1)),
            ),
        ),
    )


def test_the_price_of_a_package_lies_on_its_lines_to_the_kopeck(open_garage: Open) -> None:
    garage = open_garage("ru")
    package = _package(garage, 599_000)
    order = garage.order()
    job = garage.on.do(
        work_orders.add_package, work_orders.AddPackage(order_id=order, package_id=package)
    )
    card = garage.card(order)
    assert [line.list.minor for line in card.lines] == [144_000, 483_000, 78_000]
    assert [line.total.minor for line in card.lines] == [122_349, 410_379, 66_272]
    assert card.total.minor == 599_000
    assert [(j.id, j.name, j.total.minor) for j in card.jobs] == [
        (job, "ТО-1 «Масляный сервис»", 599_000)
    ]

    garage.start(order)
    assert garage.complete(order).total_amount == 599_000
    paper = garage.on.see(billing_paper, garage.invoice(order))
    assert isinstance(paper, InvoicePaper)
    assert sum(line.total.minor for line in paper.lines) == 599_000
    assert sum(line.tax.minor for line in paper.lines) == paper.totals.tax.minor


def test_a_package_without_a_price_costs_what_its_lines_cost(open_garage: Open) -> None:
    garage = open_garage("ru")
    package = _package(garage, None)
    order = garage.order()
    garage.on.do(
        work_orders.add_package, work_orders.AddPackage(order_id=order, package_id=package)
    )
    assert garage.card(order).total.minor == 144_000 + 483_000 + 78_000


def test_a_changed_catalogue_never_alters_a_line_that_exists(open_garage: Open) -> None:
    """F25."""
    garage = open_garage("ru")
    part = garage.part("Фильтр салона", 90_000, cost=40_000)
    order = garage.order()
    garage.line(order, part)
    before = garage.card(order).lines
    detail = garage.on.see(catalog.get_item, part.id)
    garage.on.do(
        catalog.update_item,
        catalog.UpdateItem(
            item_id=part.id,
            version=detail.item.version,
            kind="part",
            code="NEW",
            name="Фильтр салона угольный",
            price_amount=150_000,
            product_id=part.product_id,
        ),
    )
    assert garage.card(order).lines == before
    garage.line(order, part)
    assert [line.total.minor for line in garage.card(order).lines] == [90_000, 150_000]
