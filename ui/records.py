"""What the palette finds: cars, orders, customers, items and invoices, each as one row of plain values."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import Read
from models.access import Permission
from models.order_flow import ItemKind
from models.text import fold, plate_key
from ui.parts.cells import plate_cell
from ui.parts.states import order_badge
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.cells import PlateText, Rich, Value, highlight
from widgets.palette import PaletteRow, PaletteSection

if TYPE_CHECKING:
    from app import catalog, customers, vehicles
    from app.billing.reads import InvoiceRow
    from app.work_orders.reads import OrderRow

EACH = 4
"""How many of a kind are shown: what is not among them needs another word."""

_VEHICLES = QT_TRANSLATE_NOOP("Palette", "Vehicles")
_ORDERS = QT_TRANSLATE_NOOP("Palette", "Work orders")
_CUSTOMERS = QT_TRANSLATE_NOOP("Palette", "Customers")
_ITEMS = QT_TRANSLATE_NOOP("Palette", "Catalogue")
_INVOICES = QT_TRANSLATE_NOOP("Palette", "Invoices")
_ICONS = {ItemKind.LABOUR.value: "wrench", ItemKind.PART.value: "package"}


@dataclass(frozen=True, slots=True)
class Place:
    """A record to open: its page and id."""

    place: str
    key: uuid.UUID


@dataclass(frozen=True, slots=True)
class Hits:
    """Everything found for a query, as the capabilities' own rows; money None for who may not see it."""

    query: str
    sees_money: bool
    cars: tuple[vehicles.VehicleRow, ...]
    orders: tuple[OrderRow, ...]
    people: tuple[customers.CustomerRow, ...]
    items: tuple[catalog.ItemView, ...]
    invoices: tuple[InvoiceRow, ...]


def find_records(read: Read, query: str) -> Hits:
    """What the palette shows for a query; five short searches in one transaction."""
    # the palette stands before the first page is painted, and searches long after it
    from app import catalog, customers, vehicles  # noqa: PLC0415 - see above
    from app.billing.finding import find_invoices  # noqa: PLC0415 - as above
    from app.work_orders.finding import find_orders  # noqa: PLC0415 - as above

    return Hits(
        query=query,
        sees_money=read.can(Permission.MONEY_SEE),
        cars=vehicles.find_vehicles(read, query, limit=EACH),
        orders=find_orders(read, query, limit=EACH),
        people=customers.find_customers(read, query, limit=EACH),
        items=tuple(catalog.find_items(read, query, limit=EACH)),
        invoices=find_invoices(read, query, limit=EACH),
    )


def sections_of(hits: Hits, formats: Formats, may: May) -> list[PaletteSection]:
    """The rows under their headings; kinds whose page the person may not see are left out."""
    words = hits.query.split()
    made = (
        ("vehicles", _VEHICLES, (_car(row, hits.query) for row in hits.cars)),
        ("work_orders", _ORDERS, (_order(row, words, hits, formats) for row in hits.orders)),
        ("customers", _CUSTOMERS, (_person(row, words, formats) for row in hits.people)),
        ("catalog", _ITEMS, (_item(row, words, hits, formats) for row in hits.items)),
        ("billing", _INVOICES, (_invoice(row, words, hits, formats) for row in hits.invoices)),
    )
    return [_section(title, rows) for place, title, rows in made if may(place)]


class May:
    """Which places the person can go to."""

    def __init__(self, places: frozenset[str]) -> None:
        self._places = places

    def __call__(self, place: str) -> bool:
        """Whether the place is one of them."""
        return place in self._places


def _section(title: Source, rows: Iterator[PaletteRow]) -> PaletteSection:
    return PaletteSection(said(title), tuple(rows))


def found_plate(plate: str, query: str) -> PlateText:
    """The plate with what was searched for marked in it; look-alike letters are equal."""
    return plate_cell(plate, query) or PlateText(plate)


def _coded(number: str, words: list[str]) -> Rich:
    """A number in the letters of codes, what was searched for marked in it."""
    marked = highlight(number, words, fold)
    spans = marked.spans if isinstance(marked, Rich) else ((marked, ""),)
    return Rich(tuple((text, style or "code") for text, style in spans))


def _car(row: vehicles.VehicleRow, query: str) -> PaletteRow:
    car = " ".join(part for part in (row.make, row.model, row.variant) if part)
    note = [car, str(row.made_year or ""), row.owner_name or ""]
    main: Value = found_plate(row.plate, query) if row.plate else (row.vin or car)
    if row.vin and plate_key(query) in fold(row.vin) and plate_key(query):
        note.append(row.vin)
    return PaletteRow(
        Place("vehicles", row.id), "car", (main,), ", ".join(part for part in note if part)
    )


def _order(row: OrderRow, words: list[str], hits: Hits, formats: Formats) -> PaletteRow:
    when = row.promised_at or row.made_at
    note = [row.vehicle, formats.moment(when) if row.promised_at else formats.day(when)]
    if hits.sees_money and row.total.minor:
        note.append(formats.money(row.total))
    plate = (found_plate(row.plate, hits.query),) if row.plate else ()
    return PaletteRow(
        Place("work_orders", row.id),
        "clipboard-list",
        (_coded(row.number, words), *plate),
        ", ".join(part for part in note if part),
        right=order_badge(row.state),
    )


def _person(row: customers.CustomerRow, words: list[str], formats: Formats) -> PaletteRow:
    note = ", ".join(part for part in (formats.phone(row.phone), row.email or "") if part)
    icon = "building-2" if row.kind == "company" else "user"
    return PaletteRow(Place("customers", row.id), icon, (highlight(row.name, words, fold),), note)


def _item(row: catalog.ItemView, words: list[str], hits: Hits, formats: Formats) -> PaletteRow:
    icon = _ICONS.get(row.kind, "layers")
    price = formats.amount(row.price) if row.price is not None and hits.sees_money else None
    return PaletteRow(
        Place("catalog", row.id),
        icon,
        (highlight(row.name, words, fold),),
        " ".join(part for part in (row.code, row.maker) if part),
        right=price,
    )


def _invoice(row: InvoiceRow, words: list[str], hits: Hits, formats: Formats) -> PaletteRow:
    total = formats.money(row.total) if hits.sees_money else None
    return PaletteRow(
        Place("billing", row.id),
        "receipt-text",
        (_coded(row.number, words),),
        formats.full_day(row.issued_on),
        right=total,
    )
