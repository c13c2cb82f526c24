"""Which steps an order offers, by its state, the shop's rules, the person's rights; and what its rows and sums say."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from app import work_orders
from app.billing.order_money import order_money
from app.work_orders import OrderSheet
from models.access import Permission
from models.billing import Billing, PaymentMethod
from models.centers import Policy
from models.money import Money
from models.order_flow import OrderEvent, OrderState, Payer
from tests.build.orders import Garage
from tests.build.shops import make_shop
from ui.shell.formats import Formats
from ui.work_orders.record.columns import columns
from ui.work_orders.record.finding import TYPED, item_options, job_options, typed_options
from ui.work_orders.record.rows import NEW, Draft, OrderRows, currency_figure, short_name
from ui.work_orders.record.steps import DECIDE, INVOICE, steps_of
from ui.work_orders.record.strangers import meant_field
from ui.work_orders.record.sums import totals_of
from widgets.values import Badge, Figure, Meter, cell_text


@pytest.fixture
def garage(database_folder: object) -> Iterator[Garage]:
    shop = make_shop(f"{database_folder}/steps-{uuid.uuid4().hex[:8]}.sqlite")
    yield Garage(shop)
    shop.close()


def _sheet(garage: Garage, order: uuid.UUID, **policy: object) -> OrderSheet:
    sheet = garage.on.see(work_orders.get_sheet, order)
    return replace(sheet, policy=replace(Policy(), **policy)) if policy else sheet  # type: ignore[arg-type]  # rules by name


def _formats(garage: Garage) -> Formats:
    return Formats("en", "en_GB", "RUB", "Europe/Moscow", garage.on.clock)


def _all(_permission: Permission) -> bool:
    return True


def test_an_empty_order_is_checked_in_first(garage: Garage) -> None:
    steps = steps_of(_sheet(garage, garage.order()), _all, Billing.UNBILLED)
    assert steps.primary is not None
    assert steps.primary.name == OrderEvent.CHECK_IN


def test_the_customer_decides_before_work_starts(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "0.6"))
    asked = steps_of(_sheet(garage, order), _all, Billing.UNBILLED)
    assert asked.primary is not None
    assert asked.primary.name == DECIDE
    trusting = steps_of(_sheet(garage, order, uses_approval=False), _all, Billing.UNBILLED)
    assert trusting.primary is not None
    assert trusting.primary.name == OrderEvent.START


def test_rules_of_the_shop_choose_the_next_step(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "0.6"))
    garage.decide(order)
    assigns = steps_of(_sheet(garage, order, uses_assignment=True), _all, Billing.UNBILLED)
    assert assigns.primary is not None
    assert assigns.primary.name == OrderEvent.ASSIGN
    garage.move(order, OrderEvent.START)
    plain = steps_of(_sheet(garage, order), _all, Billing.UNBILLED)
    assert plain.primary is not None
    assert plain.primary.name == OrderEvent.COMPLETE
    assert OrderEvent.HOLD in {step.name for step in plain.secondary}
    checked = steps_of(_sheet(garage, order, uses_quality_check=True), _all, Billing.UNBILLED)
    assert checked.primary is not None
    assert checked.primary.name == OrderEvent.CHECK_QUALITY
    assert OrderEvent.COMPLETE not in {step.name for step in checked.every()}


def test_a_person_sees_only_what_they_may_press(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "0.6"))
    steps = steps_of(
        _sheet(garage, order), lambda wanted: wanted == Permission.WORK_ORDERS_WORK, None
    )
    assert {step.name for step in steps.every()} <= {OrderEvent.START}


def test_a_sealed_order_asks_for_its_invoice_then_the_keys(garage: Garage) -> None:
    order = garage.finished((garage.labour("Замена масла", "0.6"), None))
    unbilled = steps_of(_sheet(garage, order), _all, Billing.UNBILLED)
    assert unbilled.primary is not None
    assert unbilled.primary.name == INVOICE
    paid = steps_of(_sheet(garage, order), _all, Billing.PAID)
    assert paid.primary is not None
    assert paid.primary.name == OrderEvent.DELIVER


@pytest.mark.parametrize("state", list(OrderState))
def test_every_state_offers_what_its_table_allows(garage: Garage, state: OrderState) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "0.6"))
    sheet = _sheet(garage, order)
    steps = steps_of(replace(sheet, card=replace(sheet.card, state=state)), _all, Billing.UNBILLED)
    names = [step.name for step in steps.every()]
    assert len(names) == len(set(names))
    if state not in {OrderState.DELIVERED, OrderState.CANCELLED}:
        assert steps.primary is not None


def test_rows_number_jobs_and_leave_out_what_was_removed(garage: Garage) -> None:
    order = garage.order()
    first = garage.job(order, "ТО")
    garage.line(order, garage.labour("Замена масла", "0.6"))
    garage.job(order, "Лишнее")
    gone = garage.line(order, garage.part("Фильтр", 78_000))
    garage.on.do(work_orders.remove_line, work_orders.RemoveLine(order_id=order, line_id=gone))
    garage.job(order, "Тормоза")
    rows = OrderRows(_sheet(garage, order), _formats(garage), may_edit=True, may_price=True)
    groups = rows.groups()
    assert [cell_text(g.cells["name"])[0] for g in groups] == ["1", "2"]
    assert groups[0].key == first
    assert "Тормоза" in cell_text(groups[1].cells["name"])


def test_a_draft_stands_in_its_job_and_opens_one_cell(garage: Garage) -> None:
    order = garage.order()
    job = garage.job(order, "ТО")
    rows = OrderRows(_sheet(garage, order), _formats(garage), may_edit=True, may_price=True)
    (group,) = rows.groups(Draft("line", job))
    assert [line.key for line in group.lines] == [NEW]
    assert group.lines[0].row.opens == {"name"}
    alone = rows.groups(Draft("price", None, "Мойка", "labour"))
    assert alone[-1].lines[0].row.opens == {"price"}


def test_a_line_tells_its_stock_and_its_margin(garage: Garage) -> None:
    order = garage.order()
    here = garage.line(order, garage.part("Фильтр", 100_000, stock="5", cost=40_000))
    nowhere = garage.line(order, garage.part("Диск", 500_000, stock="0", cost=0))
    garage.decide(order)
    rows = OrderRows(_sheet(garage, order), _formats(garage), may_edit=True, may_price=True)
    lines = {line.key: line.row for line in rows.groups()[0].lines}
    assert cell_text(lines[here].cells["state"]) == "In stock"
    assert cell_text(lines[nowhere].cells["state"]) == "Not in stock"
    assert "%" in cell_text(lines[here].cells["margin"])
    assert "price" in lines[here].opens
    closed = OrderRows(_sheet(garage, order), _formats(garage), may_edit=False, may_price=True)
    assert closed.groups()[0].lines[0].row.opens == frozenset()


def test_who_pays_and_the_decision_stand_on_the_job(garage: Garage) -> None:
    order = garage.order()
    garage.job(order, "Гарантия", Payer.WARRANTY)
    garage.line(order, garage.labour("Замена насоса", "1"))
    garage.decide(order)
    (group,) = OrderRows(
        _sheet(garage, order), _formats(garage), may_edit=True, may_price=True
    ).groups()
    badges = group.cells["code"]
    assert isinstance(badges, tuple)
    assert [type(each) for each in badges] == [Badge, Badge, str]
    assert "in person" in badges[-1]


def test_sums_add_up_and_the_margin_has_its_goal(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Замена масла", "1", rate=200_000))
    garage.line(order, garage.part("Фильтр", 100_000, cost=40_000), discount_percent=Decimal(10))
    garage.pay(50_000, PaymentMethod.CASH, order_id=order)
    sheet = _sheet(garage, order)
    rows = OrderRows(sheet, _formats(garage), may_edit=True, may_price=True)
    with garage.on.reading() as read:
        money = order_money(read, order)
    totals = {total.caption: total.value for total in totals_of(rows, money)}
    assert totals["Labour"] == Figure("2,000", ".00")
    assert totals["Parts"] == Figure("900", ".00")
    assert cell_text(totals["Discount"]) == "−100.00"
    assert cell_text(totals["Advance"]) == "500.00"
    assert cell_text(totals["Not agreed"]) == "2,900.00"
    margin = totals["Margin"]
    assert isinstance(margin, Meter)
    assert margin.goal == pytest.approx(33 / 60)
    assert margin.hue == "good"


def test_reception_sees_no_money_it_may_not_see(garage: Garage) -> None:
    order = garage.order()
    with garage.on.reading(garage.on.mechanic) as read:
        assert order_money(read, order) is None


def test_columns_read_as_the_center_writes(garage: Garage) -> None:
    made = {column.name: column for column in columns(_formats(garage), "RUB", with_margin=True)}
    price = made["price"].reader
    assert price is not None
    assert price("1,500.50").value == 150_050
    assert price("abc").problem
    name = made["name"].reader
    assert name is not None
    assert name("  ").problem
    assert "margin" not in {
        column.name for column in columns(_formats(garage), "RUB", with_margin=False)
    }


def test_the_popup_offers_items_free_texts_and_the_customer_s_words(garage: Garage) -> None:
    garage.part("Фильтр салона", 149_000, product={"bin": "A-04-2"})
    found = garage.on.see(work_orders.find_line_items, "салона")
    (option,) = item_options(found, _formats(garage), with_margin=True)
    assert [cell_text(cell) for cell in option.cells][1:4] == [
        "Фильтр салона",
        "100\N{NO-BREAK SPACE}pc",
        "A-04-2",
    ]
    assert [option.key[0] for option in typed_options("мойка")] == [TYPED, TYPED]  # type: ignore[index]  # keys are tuples
    assert typed_options("  ") == []
    order = garage.order(concerns=("Стук спереди",))
    names = [option.title for option in job_options("", _sheet(garage, order))]
    assert names == ["Стук спереди"]
    assert [o.title for o in job_options("Стук", _sheet(garage, order))] == ["Стук", "Стук спереди"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("х777ум199", "plate"),
        ("B-AB 123", "plate"),
        ("8 916 000-14-22", "phone"),
        ("Орлов Пётр", "name"),
        ("123", "name"),
    ],
)
def test_a_stranger_s_text_goes_where_it_belongs(text: str, field: str) -> None:
    assert meant_field(text, "RU") == field


def test_small_words() -> None:
    assert short_name("Малинин Павел Игоревич") == "Малинин П."
    assert short_name("Малинин") == "Малинин"
    assert short_name("") == ""


def test_the_total_keeps_its_currency(garage: Garage) -> None:
    figure = currency_figure(_formats(garage), Money(3_740_250, "RUB"))
    assert figure.minor.startswith(".50")
