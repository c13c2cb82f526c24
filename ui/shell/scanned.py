"""What a scanned code means: an order or invoice by its number, a product by its barcode, a car by its VIN."""

import uuid
from dataclasses import dataclass

from app import inventory, vehicles, work_orders
from app.billing.finding import invoice_by_number
from app.kernel.errors import NotFoundError
from app.kernel.tx import Read
from models.identifiers import normalise_vin


@dataclass(frozen=True, slots=True)
class Scanned:
    """The page and the record that a code names."""

    place: str
    key: uuid.UUID


def find_scanned(read: Read, code: str) -> Scanned | None:
    """The record of a code as ``scan.code_of`` gives it; None when the shop has none."""
    return (
        _order(read, code) or _invoice(read, code) or _product(read, code) or _vehicle(read, code)
    )


def _order(read: Read, code: str) -> Scanned | None:
    try:
        return Scanned("work_orders", work_orders.order_by_number(read, code))
    except NotFoundError:
        return None


def _invoice(read: Read, code: str) -> Scanned | None:
    found = invoice_by_number(read, code)
    return Scanned("billing", found) if found else None


def _product(read: Read, code: str) -> Scanned | None:
    for product in inventory.find_products(read, code, limit=5):
        if code in (product.barcode, product.sku):
            return Scanned("inventory", product.id)
    return None


def _vehicle(read: Read, code: str) -> Scanned | None:
    vin = normalise_vin(code)
    for vehicle in vehicles.find_vehicles(read, vin, limit=5):
        if vehicle.vin == vin:
            return Scanned("vehicles", vehicle.id)
    return None
