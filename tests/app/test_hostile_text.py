"""What people type is text: never a command of the database, a pattern of its search, or a way out of a folder."""

import uuid
from collections.abc import Callable

import pytest

from app import catalog, customers, inventory, vehicles, work_orders
from app.access import find_employees
from app.billing.finding import find_invoices
from app.work_orders.finding import find_orders
from app.work_orders.walk_in import find_arrivals
from tests.build.filled import Filled, filled, templates
from tests.build.orders import Garage
from tests.build.shops import TestShop

__all__ = ["filled", "templates"]

HOSTILE = (
    "' OR 1=1 --",
    "'; DROP TABLE customer; --",
    '" OR "" = "',
    '"',
    "''",
    "%",
    "%%%%",
    "____",
    "*",
    "орло*",
    "NEAR(орлова вера)",
    "folded:орлова",
    "орлова OR никто",
    "(((",
    "\\",
    "\\%\\_",
    ":match",
    "%(center)s",
    "{0}",
)
FINDS: dict[str, Callable[..., object]] = {
    "customers": customers.find_customers,
    "vehicles": vehicles.find_vehicles,
    "orders": find_orders,
    "arrivals": find_arrivals,
    "line items": work_orders.find_line_items,
    "items": catalog.find_items,
    "products": inventory.find_products,
    "employees": find_employees,
    "invoices": find_invoices,
}


def _billed(shop: TestShop) -> None:
    made = Garage(shop)
    made.invoice(made.finished((made.part("Фильтр", 78_000), None)))


@pytest.fixture
def garage(filled: Filled) -> Garage:
    return Garage(filled(_billed))


@pytest.mark.parametrize("kind", sorted(FINDS))
def test_what_is_searched_for_is_only_text(garage: Garage, kind: str) -> None:
    for text in HOSTILE:
        assert not garage.on.see(FINDS[kind], text), text
    assert garage.on.see(customers.find_customers, "орлова")


def test_what_is_written_down_comes_back_as_it_was_typed(garage: Garage) -> None:
    for text in HOSTILE:
        key: uuid.UUID = garage.customer(f"Имя {text}")
        assert garage.on.see(customers.get_customer, key).name == f"Имя {text}"
        found = garage.on.see(customers.find_customers, f"Имя {text}", limit=50)
        assert key in {row.id for row in found} or not text.strip("%_*'\"\\(:{}")
