"""Columns of the two lists; what was searched for is marked in them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.customers.listing import CustomerLine, CustomerSort
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.vehicles.listing import VehicleLine, VehicleSort
from models.text import fold, phone_key
from ui.parts.cells import plate_cell
from ui.parts.people import kind_words, price_group_word
from ui.parts.states import order_badge
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.table import Column
from widgets.values import Figure, Mark, highlight

_HEADS: dict[str, Source] = {
    "plate": QT_TRANSLATE_NOOP("Columns", "Plate"),
    "car": QT_TRANSLATE_NOOP("Columns", "Car"),
    "year": QT_TRANSLATE_NOOP("Columns", "Year"),
    "vin": QT_TRANSLATE_NOOP("Columns", "VIN"),
    "owner": QT_TRANSLATE_NOOP("Columns", "Customer"),
    "phone": QT_TRANSLATE_NOOP("Columns", "Phone"),
    "km": QT_TRANSLATE_NOOP("Columns", "Odometer"),
    "state": QT_TRANSLATE_NOOP("Columns", "Now"),
    "last": QT_TRANSLATE_NOOP("Columns", "Last visit"),
    "due": QT_TRANSLATE_NOOP("Columns", "Open work"),
    "name": QT_TRANSLATE_NOOP("Columns", "Name"),
    "cars": QT_TRANSLATE_NOOP("Columns", "Cars"),
    "visits": QT_TRANSLATE_NOOP("Columns", "Visits"),
    "spent": QT_TRANSLATE_NOOP("Columns", "Spent"),
    "kind": QT_TRANSLATE_NOOP("Columns", "Kind"),
    "group": QT_TRANSLATE_NOOP("Columns", "Price group"),
    "email": QT_TRANSLATE_NOOP("Columns", "E-mail"),
}

Query = Callable[[], str]


def vehicle_columns(formats: Formats, query: Query) -> tuple[Column, ...]:
    """Columns of cars."""

    def marked(text: str | None) -> object:
        return highlight(text, query().split(), fold) if text and query() else (text or None)

    def phone(row: VehicleLine) -> object:
        return _phone(formats, row.owner_phone, query())

    def mileage(row: VehicleLine) -> object:
        return formats.number(row.km) if row.km is not None else None

    def vin(row: VehicleLine) -> object:
        return marked(row.vehicle.vin)

    return (
        Column(
            "plate",
            _head("plate"),
            lambda row: plate_cell(row.vehicle.plate, query()),
            width=118,
            kind="plate",
            sort=VehicleSort.PLATE.value,
        ),
        Column(
            "car",
            _head("car"),
            lambda row: marked(_car(row)),
            width=180,
            stretch=2,
            sort=VehicleSort.NAME.value,
        ),
        Column("year", _head("year"), lambda r: r.vehicle.made_year, width=60, kind="secondary"),
        Column("vin", _head("vin"), vin, width=172, kind="code", elide=False),
        Column(
            "owner",
            _head("owner"),
            lambda row: marked(row.vehicle.owner_name),
            width=170,
            stretch=2,
            sort=VehicleSort.OWNER.value,
        ),
        Column("phone", _head("phone"), phone, width=146, kind="secondary", elide=False),
        Column("km", _head("km"), mileage, width=84, align="right", kind="secondary"),
        Column(
            "state",
            _head("state"),
            lambda row: order_badge(row.state) if row.state is not None else None,
            width=150,
            kind="state",
        ),
        Column(
            "last",
            _head("last"),
            lambda row: formats.day(row.last_at) if row.last_at is not None else None,
            width=96,
            kind="secondary",
            elide=False,
            sort=VehicleSort.RECENT.value,
        ),
        Column("due", _head("due"), _due, width=92, align="right"),
    )


def customer_columns(formats: Formats, query: Query, *, sees_money: bool) -> tuple[Column, ...]:
    """Columns of customers."""

    def marked(text: str | None) -> object:
        return highlight(text, query().split(), fold) if text and query() else (text or None)

    def phone(row: CustomerLine) -> object:
        return _phone(formats, row.customer.phone, query())

    def last(row: CustomerLine) -> object:
        return formats.day(row.last_at) if row.last_at is not None else None

    made = [
        Column(
            "name",
            _head("name"),
            lambda row: marked(row.customer.name),
            width=220,
            stretch=2,
            sort=CustomerSort.NAME.value,
        ),
        Column("phone", _head("phone"), phone, width=146, kind="secondary", elide=False),
        Column("cars", _head("cars"), _cars, width=240, stretch=2, kind="secondary", tip=_all_cars),
        Column(
            "kind",
            _head("kind"),
            lambda row: kind_words(row.customer.kind),
            width=112,
            kind="secondary",
        ),
        Column(
            "group",
            _head("group"),
            lambda row: price_group_word(row.customer.price_group),
            width=110,
            kind="secondary",
            hidden=True,
        ),
        Column("email", _head("email"), lambda r: r.customer.email, width=170, hidden=True),
        Column(
            "visits",
            _head("visits"),
            lambda row: formats.number(row.visits) if row.visits else None,
            width=70,
            align="right",
        ),
        Column("last", _head("last"), last, width=96, kind="secondary", elide=False),
    ]
    if sees_money:
        made.append(
            Column(
                "spent",
                _head("spent"),
                lambda row: Figure(formats.short(row.spent)) if row.spent and row.visits else None,
                width=100,
                align="right",
                kind="money",
            )
        )
    return tuple(made)


def _head(name: str) -> str:
    return said(_HEADS[name])


def _car(row: VehicleLine) -> str:
    car = row.vehicle
    return " ".join(part for part in (car.make, car.model, car.variant) if part)


def _due(row: VehicleLine) -> object:
    return Mark(str(row.due), "hourglass", "wait") if row.due else None


def _cars(row: CustomerLine) -> object:
    shown = [f"{car.plate or ''} {car.name}".strip() for car in row.cars[:2]]
    if len(row.cars) > len(shown):
        more = QCoreApplication.translate("Columns", "and {count} more")
        shown.append(more.format(count=len(row.cars) - len(shown)))
    return ", ".join(shown) or None


def _all_cars(row: CustomerLine) -> str:
    return "\n".join(f"{car.plate or ''} {car.name}".strip() for car in row.cars)


def _phone(formats: Formats, phone: str | None, query: str) -> object:
    """The phone with the digits that were searched for marked, however they were typed."""
    shown = formats.phone(phone)
    if not shown:
        return None
    wanted = phone_key(query)
    if len(wanted) < 3 or phone is None:  # noqa: PLR2004  fewer digits mark everything
        return shown
    digits = [place for place, letter in enumerate(shown) if letter.isdecimal()]
    plain = "".join(shown[place] for place in digits)
    for form in (wanted, wanted[1:]):
        at = plain.find(form) if form else -1
        if at >= 0:
            begin, end = digits[at], digits[at + len(form) - 1] + 1
            return highlight(shown, (shown[begin:end],))
    return shown
