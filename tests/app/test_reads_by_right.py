"""What a read tells to somebody who may not know: no cost, no bill, no figure of the shop by any way round."""

import dataclasses
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app import billing, catalog, insights, inventory, work_orders
from app.billing.papers import billing_paper, payment_paper
from app.insights.debts import debts
from app.insights.figures import compare_months, turnover
from app.kernel.errors import NotAllowedError
from app.kernel.tx import Actor
from models.access import SEED_ROLES, Permission
from tests.build.orders import Garage, Item
from tests.build.shops import START, TestShop

COST = 41_357
"""Odd on purpose: nothing else in the shop amounts to it."""
MONEY = frozenset({Permission.MONEY_SEE, Permission.REPORTS_MONEY, Permission.COSTS_SEE})

Ask = Callable[[Garage, "Day", Actor | None], object]


@dataclasses.dataclass(frozen=True)
class Day:
    """What stands in the shop: an open order, a sealed one, its bill, a payment, a product with its cost."""

    open: uuid.UUID
    done: uuid.UUID
    invoice: uuid.UUID
    payment: uuid.UUID
    product: uuid.UUID
    item: uuid.UUID


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


@pytest.fixture
def day(garage: Garage) -> Day:
    garage.on.do(catalog.set_markup, catalog.SetMarkup(bands=((0, Decimal("37.5")),)))
    part = garage.part("Фильтр", 78_000, cost=COST)
    marked_up = garage.on.do(
        catalog.create_item,
        catalog.CreateItem(
            kind="part",
            code="marked-up",
            name="Колодки",
            unit="pc",
            product_id=part.product_id,
        ),
    )
    done = garage.finished((part, None))
    invoice = garage.invoice(done)
    payment = garage.pay(10_000, invoice_id=invoice)
    open_ = garage.order()
    garage.line(open_, part)
    garage.line(open_, Item(marked_up))
    assert part.product_id is not None
    return Day(open_, done, invoice, payment, part.product_id, part.id)


def told(value: object) -> str:
    """Everything an answer holds, as text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return " ".join(told(getattr(value, each.name)) for each in dataclasses.fields(value))
    if isinstance(value, Mapping):
        return " ".join(f"{key} {told(each)}" for key, each in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return " ".join(told(each) for each in value)
    return str(value)


def _see(read: Callable[..., object], *names: str, **given: object) -> Ask:
    """Ask the read about the things of the day that have these names."""

    def ask(garage: Garage, day: Day, actor: Actor | None) -> object:
        about = [getattr(day, name) for name in names]
        return garage.on.see(read, *about, actor=actor, **given)

    return ask


def _today(read: Callable[..., object], *names: str, **given: object) -> Ask:
    """The same on the shop's present day."""

    def ask(garage: Garage, day: Day, actor: Actor | None) -> object:
        about = [getattr(day, name) for name in names]
        today = garage.on.clock().date()
        return garage.on.see(read, *about, today=today, actor=actor, **given)

    return ask


HIDE_COSTS: dict[str, Ask] = {
    "open order": _see(work_orders.get_order, "open"),
    "sealed order": _see(work_orders.get_order, "done"),
    "sheet of the open order": _see(work_orders.get_sheet, "open"),
    "sheet of the sealed order": _see(work_orders.get_sheet, "done"),
    "look at the sealed order": _see(work_orders.peek_order, "done"),
    "snapshot": _see(work_orders.get_snapshot, "done"),
    "audit of the open order": _see(work_orders.list_audit, "open"),
    "audit of the sealed order": _see(work_orders.list_audit, "done"),
    "list of orders": _see(work_orders.list_orders),
    "item": _see(catalog.get_item, "item"),
    "item's card": _see(catalog.item_card, "item"),
    "search for a line": _see(work_orders.find_line_items, query="Колодки"),
    "product": _see(inventory.get_product, "product"),
    "product's card": _see(
        inventory.product_card, "product", since=START - timedelta(days=30), now=START
    ),
    "stock card": _see(inventory.stock_card, "product"),
    "stock": _see(inventory.stock_of_all),
    "list of products": _see(inventory.list_products),
}
KNOWN_TO_COSTS = frozenset({"open order", "sealed order", "product", "stock card"})
"""Reads that do tell the cost to those who may see it: the test looks where there is something."""

REFUSED: dict[str, tuple[Permission, Ask]] = {
    "invoices": (Permission.MONEY_SEE, _see(billing.list_invoices)),
    "invoice": (Permission.MONEY_SEE, _today(billing.get_invoice, "invoice")),
    "its lines": (Permission.MONEY_SEE, _see(billing.invoice_lines, "invoice")),
    "what is owed on it": (Permission.MONEY_SEE, _see(billing.open_amount, "invoice")),
    "its paper": (Permission.MONEY_SEE, _see(billing_paper, "invoice")),
    "bill": (Permission.MONEY_SEE, _today(billing.get_bill, "invoice")),
    "receipt": (Permission.MONEY_SEE, _see(payment_paper, "payment")),
    "debts": (Permission.MONEY_SEE, _today(debts, currency="RUB", limit=5)),
    "turnover": (
        Permission.REPORTS_MONEY,
        _today(turnover, time_zone="Europe/Moscow", currency="RUB"),
    ),
    "months": (
        Permission.REPORTS_MONEY,
        _today(compare_months, time_zone="Europe/Moscow", currency="RUB"),
    ),
    "value of the stock": (Permission.COSTS_SEE, _see(inventory.stock_value)),
    "markup": (Permission.COSTS_SEE, _see(catalog.list_markup)),
}


def _spelled(cost: int) -> tuple[str, str]:
    return str(cost), str(Decimal(cost) / 100)


def test_a_mechanic_s_role_holds_no_right_to_money() -> None:
    assert not SEED_ROLES["mechanic"] & MONEY


@pytest.mark.parametrize("role", ["mechanic", "receptionist"])
def test_no_read_tells_a_cost_to_who_may_not_see_it(garage: Garage, day: Day, role: str) -> None:
    person: Actor = getattr(garage.on, role)
    assert not person.can(Permission.COSTS_SEE)
    leaks = {
        name
        for name, ask in HIDE_COSTS.items()
        if any(cost in told(ask(garage, day, person)) for cost in _spelled(COST))
    }
    assert leaks == set()
    for name in KNOWN_TO_COSTS:
        answer = told(HIDE_COSTS[name](garage, day, None))
        assert any(cost in answer for cost in _spelled(COST)), name


def test_the_audit_of_an_order_tells_costs_and_markup_to_the_owner_only(
    garage: Garage, day: Day
) -> None:
    fields = {
        person.name: {
            change.field
            for order in (day.open, day.done)
            for row in garage.on.see(work_orders.list_audit, order, actor=person)
            for change in row.changes
        }
        for person in (garage.on.owner, garage.on.mechanic)
    }
    assert "cost_amount" in fields[garage.on.owner.name]
    assert not {"cost_amount", "price_why"} & fields[garage.on.mechanic.name]
    assert "state" in fields[garage.on.mechanic.name]


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_bills_and_figures_are_refused_without_their_right(
    garage: Garage, day: Day, name: str
) -> None:
    right, ask = REFUSED[name]
    nearly = replace(garage.on.owner, permissions=garage.on.owner.permissions - {right})
    for person in (garage.on.mechanic, nearly):
        with pytest.raises(NotAllowedError) as refused:
            ask(garage, day, person)
        assert refused.value.permission == right
    assert ask(garage, day, None) is not None


def test_today_is_without_figures_for_a_mechanic(garage: Garage, day: Day) -> None:
    assert day.invoice is not None
    seen: Any = garage.on.see(insights.today, now=garage.on.clock(), actor=garage.on.mechanic)
    owed = garage.on.see(insights.owed, now=garage.on.clock(), actor=garage.on.mechanic)
    assert (seen.turnover, seen.comparison, owed) == (None, None, None)
    boss: Any = garage.on.see(insights.today, now=garage.on.clock())
    assert boss.turnover.total.minor == 78_000
