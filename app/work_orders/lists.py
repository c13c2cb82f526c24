"""The list of work orders: what reception filters by, in the order it asks for, page by page, and the counts."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa

from app.kernel import search
from app.kernel.tx import Read
from models.customers import Customer
from models.ledger import SearchRow
from models.money import Money
from models.order_flow import ASKING, DONE, OPEN, WAITING, OrderState
from models.text import fold, phone_key
from models.vehicles import Vehicle
from models.work_orders import WorkOrder


class OrderShelf(StrEnum):
    """The saved filters that everybody has."""

    OPEN = "open"
    MINE = "mine"
    LATE = "late"
    APPROVAL = "approval"
    PARTS = "parts"
    READY = "ready"
    UNPAID = "unpaid"
    ALL = "all"


class OrderSort(StrEnum):
    """By what the list may be sorted."""

    PROMISED = "promised"
    NUMBER = "number"
    STATE = "state"
    SUM = "sum"
    MADE = "made"


PROMISED: Final = tuple(state for state in OPEN if state is not OrderState.COMPLETED)
"""States in which the promised time still counts."""

_FAR: Final = datetime(9999, 1, 1, tzinfo=UTC)
_FOUND: Final = 300
_PHONE_LIKE: Final = re.compile(r"[\d+()\s\-./‐-―]{3,}")
_RANKS: Final = {state: place for place, state in enumerate(OrderState)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWish:
    """Which orders, in what order. ``made_since`` is the first moment of their opening that counts."""

    shelf: OrderShelf = OrderShelf.OPEN
    text: str = ""
    states: tuple[OrderState, ...] = ()
    advisor_id: uuid.UUID | None = None
    technician_id: uuid.UUID | None = None
    made_since: datetime | None = None
    sort: OrderSort = OrderSort.PROMISED
    descending: bool = False


@dataclass(frozen=True, slots=True)
class OrderPlace:
    """Where a page ended: the value it is sorted by, and the id."""

    value: Any
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class ListedOrder:
    """An order as the list shows it.

    ``late``: the promised time is over; ``at_risk``: it ends today while the shop waits for somebody.
    """

    id: uuid.UUID
    number: str
    version: int
    state: OrderState
    vehicle: str
    plate: str | None
    customer: str | None
    advisor_id: uuid.UUID
    technician_id: uuid.UUID | None
    promised_at: datetime | None
    made_at: datetime
    total: Money
    late: bool
    at_risk: bool


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Rows, and where the next page begins; None at the end."""

    rows: tuple[ListedOrder, ...]
    next: OrderPlace | None


@dataclass(frozen=True, slots=True)
class OrderSum:
    """How many orders the whole list has, and what they amount to in minor units."""

    count: int
    amount: int


_KEYS: Final[dict[OrderSort, sa.ColumnElement[Any]]] = {
    OrderSort.PROMISED: sa.func.coalesce(
        WorkOrder.promised_at, sa.literal(_FAR, WorkOrder.__table__.c.promised_at.type)
    ),
    OrderSort.NUMBER: sa.type_coerce(WorkOrder.number, sa.Text()),
    OrderSort.STATE: sa.case(
        *((WorkOrder.state == state, rank) for state, rank in _RANKS.items()), else_=len(_RANKS)
    ),
    OrderSort.SUM: sa.type_coerce(WorkOrder.total_amount, WorkOrder.__table__.c.total_amount.type),
    OrderSort.MADE: sa.type_coerce(WorkOrder.made_at, WorkOrder.__table__.c.made_at.type),
}
_MADE_TYPES: Final = {
    OrderSort.PROMISED: WorkOrder.__table__.c.promised_at.type,
    OrderSort.NUMBER: sa.Text(),
    OrderSort.STATE: sa.Integer(),
    OrderSort.SUM: WorkOrder.__table__.c.total_amount.type,
    OrderSort.MADE: WorkOrder.__table__.c.made_at.type,
}


def list_page(
    read: Read,
    wish: OrderWish,
    *,
    now: datetime,
    day_end: datetime,
    after: OrderPlace | None = None,
    limit: int = 60,
    only: sa.Select[Any] | None = None,
) -> OrderPage:
    """A page of the orders wished for. ``day_end`` is the end of today on the center's clock; ``only`` selects ids.

    The ids are found first and sorted, then cars and customers are read for this page alone.
    """
    key = _KEYS[wish.sort]
    if _is_found(wish):
        key = sa.func.coalesce(key, key)
    ids = sa.select(WorkOrder.id, key.label("place")).where(
        *_conditions(read, wish, now=now, only=only)
    )
    if after is not None:
        kind = _MADE_TYPES[wish.sort]
        here = sa.tuple_(key, WorkOrder.id)
        there = sa.tuple_(
            sa.literal(after.value, kind), sa.literal(after.id, WorkOrder.__table__.c.id.type)
        )
        ids = ids.where(here < there if wish.descending else here > there)
    table = WorkOrder.__table__
    ids = ids.order_by(*_order(key, table.c.id, descending=wish.descending))
    page = ids.limit(limit).subquery("page")
    rows = read.connection.execute(
        sa.select(
            page.c.place,
            WorkOrder.id,
            WorkOrder.number,
            WorkOrder.version,
            WorkOrder.state,
            WorkOrder.advisor_id,
            WorkOrder.technician_id,
            WorkOrder.promised_at,
            WorkOrder.made_at,
            WorkOrder.total_amount,
            WorkOrder.currency,
            Vehicle.make,
            Vehicle.model,
            Vehicle.plate,
            Customer.name.label("customer_name"),
        )
        .select_from(page)
        .join(WorkOrder, WorkOrder.id == page.c.id)
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
        .order_by(*_order(page.c.place, page.c.id, descending=wish.descending))
    ).all()
    last = OrderPlace(rows[-1].place, rows[-1].id) if len(rows) == limit else None
    return OrderPage(tuple(_listed(row, now, day_end) for row in rows), last)


def _order(
    value: sa.ColumnElement[Any], key: sa.ColumnElement[Any], *, descending: bool
) -> Sequence[Any]:
    return (value.desc(), key.desc()) if descending else (value, key)


def _listed(row: sa.Row[*tuple[Any, ...]], now: datetime, day_end: datetime) -> ListedOrder:
    promised = row.promised_at if row.state in PROMISED else None
    return ListedOrder(
        row.id,
        row.number,
        row.version,
        row.state,
        f"{row.make} {row.model}".strip(),
        row.plate,
        row.customer_name,
        row.advisor_id,
        row.technician_id,
        row.promised_at,
        row.made_at,
        Money(row.total_amount, row.currency),
        late=promised is not None and promised < now,
        at_risk=promised is not None and now <= promised < day_end and row.state in WAITING,
    )


def sum_orders(
    read: Read, wish: OrderWish, *, now: datetime, only: sa.Select[Any] | None = None
) -> OrderSum:
    """How many orders the wish finds, and their sum."""
    row = read.connection.execute(
        sa.select(
            sa.func.count().label("orders"),
            sa.func.coalesce(sa.func.sum(WorkOrder.total_amount), 0).label("amount"),
        ).where(*_conditions(read, wish, now=now, only=only))
    ).one()
    return OrderSum(int(row.orders), int(row.amount))


def count_open_orders(read: Read) -> int:
    """How many orders are open, for the word in the navigation."""
    return int(
        read.connection.execute(
            sa.select(sa.func.count())
            .select_from(WorkOrder)
            .where(WorkOrder.center_id == read.center_id, WorkOrder.state.in_(OPEN))
        ).scalar_one()
    )


def count_orders(read: Read, *, now: datetime) -> Mapping[OrderShelf, int]:
    """The counts beside the filters, but that of the unpaid, which billing knows."""
    me = read.actor.employee_id
    parts: dict[OrderShelf, sa.ColumnElement[bool]] = {
        OrderShelf.MINE: sa.or_(WorkOrder.advisor_id == me, WorkOrder.technician_id == me),
        OrderShelf.LATE: sa.and_(WorkOrder.promised_at < now, WorkOrder.state.in_(PROMISED)),
        OrderShelf.APPROVAL: WorkOrder.state.in_(ASKING),
        OrderShelf.PARTS: WorkOrder.state == OrderState.PARTS_PENDING,
        OrderShelf.READY: WorkOrder.state.in_(DONE),
    }
    row = read.connection.execute(
        sa.select(
            sa.func.count().label("open"),
            *(sa.func.count().filter(part).label(shelf.value) for shelf, part in parts.items()),
        ).where(WorkOrder.center_id == read.center_id, WorkOrder.state.in_(OPEN))
    ).one()
    counts = {shelf: int(getattr(row, shelf.value)) for shelf in (OrderShelf.OPEN, *parts)}
    counts[OrderShelf.ALL] = int(
        read.connection.execute(
            sa.select(sa.func.count())
            .select_from(WorkOrder)
            .where(WorkOrder.center_id == read.center_id)
        ).scalar_one()
    )
    return counts


def _conditions(
    read: Read, wish: OrderWish, *, now: datetime, only: sa.Select[Any] | None
) -> list[sa.ColumnElement[bool]]:
    center: sa.ColumnElement[Any] = WorkOrder.__table__.c.center_id
    if _is_found(wish):
        center = sa.func.coalesce(center, center)
    made = [center == read.center_id, *_of_shelf(read, wish.shelf, now)]
    if only is not None:
        made.append(WorkOrder.id.in_(only))
    if wish.states:
        made.append(WorkOrder.state.in_(wish.states))
    if wish.advisor_id is not None:
        made.append(WorkOrder.advisor_id == wish.advisor_id)
    if wish.technician_id is not None:
        made.append(WorkOrder.technician_id == wish.technician_id)
    if wish.made_since is not None:
        made.append(WorkOrder.made_at >= wish.made_since)
    if wish.text.strip():
        made.append(_matching(read, wish))
    return made


def _is_found(wish: OrderWish) -> bool:
    """Whether the ids come from the search: they are few, and no index of the whole list is to be walked for them."""
    return wish.shelf == OrderShelf.ALL and bool(wish.text.strip())


def _of_shelf(  # noqa: PLR0911 - one for each filter
    read: Read, shelf: OrderShelf, now: datetime
) -> list[sa.ColumnElement[bool]]:
    me = read.actor.employee_id
    match shelf:
        case OrderShelf.OPEN:
            return [WorkOrder.state.in_(OPEN)]
        case OrderShelf.MINE:
            mine = sa.or_(WorkOrder.advisor_id == me, WorkOrder.technician_id == me)
            return [WorkOrder.state.in_(OPEN), mine]
        case OrderShelf.LATE:
            return [WorkOrder.state.in_(PROMISED), WorkOrder.promised_at < now]
        case OrderShelf.APPROVAL:
            return [WorkOrder.state.in_(ASKING)]
        case OrderShelf.PARTS:
            return [WorkOrder.state == OrderState.PARTS_PENDING]
        case OrderShelf.READY:
            return [WorkOrder.state.in_(DONE)]
        case OrderShelf.UNPAID | OrderShelf.ALL:
            return []


def _matching(read: Read, wish: OrderWish) -> sa.ColumnElement[bool]:
    """Few orders are compared letter by letter; among all of them the index is asked."""
    if _is_found(wish):
        return _found(read, wish.text)
    return sa.or_(*(sa.and_(*(_told(word) for word in form)) for form in _forms(wish.text)))


def _forms(text: str) -> list[list[str]]:
    """The words as typed; digits also bare, and without the trunk prefix that is no part of what is kept."""
    forms = [fold(text).split()]
    if _PHONE_LIKE.fullmatch(text.strip()):
        bare = phone_key(text)
        forms += [[bare]] if bare else []
        forms += [[bare[1:]]] if len(bare) > 1 and bare[0] in {"0", "8"} else []
    return forms


def _told(word: str) -> sa.ColumnElement[bool]:
    """Whether the order, its customer or its car tells the word somewhere."""
    subjects = (WorkOrder.id, WorkOrder.customer_id, WorkOrder.vehicle_id)
    return (
        sa.exists()
        .where(SearchRow.subject_id.in_(subjects), SearchRow.folded.contains(word, autoescape=True))
        .correlate(WorkOrder)
    )


def _found(read: Read, text: str) -> sa.ColumnElement[bool]:
    kinds = {"work_order", "customer", "vehicle"}
    ids: dict[str, set[uuid.UUID]] = {kind: set() for kind in kinds}
    for form in _forms(text):
        hits = search.find(
            read.connection, read.center_id, " ".join(form), kinds=kinds, limit=_FOUND
        )
        for hit in hits:
            ids[hit.kind].add(hit.subject_id)
    table = WorkOrder.__table__.alias("found")
    parts = [
        sa.select(table.c.id).where(column.in_(ids[kind]))
        for kind, column in (
            ("work_order", table.c.id),
            ("customer", table.c.customer_id),
            ("vehicle", table.c.vehicle_id),
        )
    ]
    return WorkOrder.id.in_(sa.union(*parts))
