"""The catalogue as a list: ids by kind, rows on demand, prices by group, cards, and who sees costs."""

import uuid
from datetime import date
from decimal import Decimal

import pytest

from app import catalog
from app import inventory as stock
from app.catalog import ItemFilter, ItemIndex, LineOf, SetLabourRate, SetMarkup
from app.kernel.errors import NotFoundError
from app.work_orders import AddJob, AddLine, OpenOrder, add_job, add_line, open_order
from models.base import new_id
from models.money import Money
from tests.app.goods import product
from tests.app.test_catalog import DAY, form_of, item, rate
from tests.build.shops import TestShop

D = Decimal


def index(shop: TestShop, query: str = "", **wanted: object) -> ItemIndex:
    return shop.see(catalog.item_index, ItemFilter(query=query, **wanted))  # type: ignore[arg-type]  # any field


def ids(found: ItemIndex) -> list[uuid.UUID]:
    return [key for _, keys in found.groups for key in keys]


def test_kinds_stay_together_and_what_is_offered_first_comes_first(shop: TestShop) -> None:
    rate(shop, 240_000)
    part = item(shop, "part", "B", name="Фильтр", price_amount=100)
    oil = item(shop, "labour", "A", name="Масло, замена", norm_hours=D(1))
    wash = item(shop, "labour", "W", name="Мойка", price_amount=500)
    package = item(shop, "package", "P", name="ТО", lines=(LineOf(item_id=oil, qty=D(1)),))
    gone = item(shop, "part", "X", name="Старый фильтр")
    shop.do(catalog.archive_item, catalog.ArchiveItem(item_id=gone, version=1))
    seen = index(shop)
    assert [(kind, list(keys)) for kind, keys in seen.groups] == [
        ("package", [package]),
        ("labour", [oil, wash]),
        ("part", [part]),
    ]
    assert seen.ids(1, 3) == [oil, wash]
    assert [seen.place_of(key) for key in (package, wash, part, gone)] == [0, 2, 3, -1]
    assert (dict(seen.counts), seen.archived, seen.total, seen.found) == (
        {"package": 1, "labour": 2, "part": 1},
        1,
        4,
        4,
    )
    assert ids(index(shop, is_archived=True)) == [gone]
    assert ids(index(shop, kind="labour")) == [oil, wash]
    assert ids(index(shop, kind="labour", sort="code", is_descending=True)) == [wash, oil]
    assert ids(index(shop, "фильтр")) == [part]
    assert index(shop, "фильтр").archived == 1


def test_a_number_of_the_goods_or_of_an_equivalent_finds_the_item(shop: TestShop) -> None:
    mann = product(shop, sku="W 712/95", maker="MANN", barcode="4011558739409")
    mahle = product(shop, sku="OC 593/4", maker="MAHLE")
    shop.do(stock.link_equivalents, stock.LinkEquivalents(product_id=mann, other_id=mahle))
    one = item(shop, "part", "F-1", product_id=mann)
    two = item(shop, "part", "F-2", product_id=mahle)
    alone = item(shop, "part", "F-3")
    for words in ("w71295", "4011558739409", "mann w 712", "OC 593"):
        assert set(ids(index(shop, words))) == {one, two}, words
    assert ids(index(shop, "f-3")) == [alone]
    assert ids(index(shop, "100%")) == []
    (line,) = shop.see(catalog.item_rows, [one])
    assert line.numbers == ("W 712/95", "4011558739409", "OC 593/4 MAHLE")


def test_the_exact_code_comes_first(shop: TestShop) -> None:
    item(shop, "part", "OIL-5", name="AAA")
    exact = item(shop, "part", "OIL", name="ZZZ")
    assert ids(index(shop, "oil"))[0] == exact


def test_items_sort_by_what_is_free(shop: TestShop) -> None:
    made = [item(shop, "part", f"P{n}", product_id=product(shop, qty=str(n))) for n in (3, 1, 2)]
    order = ids(index(shop, sort="free"))
    assert order == [made[1], made[2], made[0]]


def _package(shop: TestShop, **given: object) -> uuid.UUID:
    rate(shop, 240_000)
    oil = product(shop, qty="9", cost=50_000, sku="OIL")
    lines = (
        LineOf(item_id=item(shop, "labour", "M", norm_hours=D("0.6")), qty=D(1)),
        LineOf(item_id=item(shop, "fluid", "5W", price_amount=115_000, product_id=oil), qty=D(4)),
    )
    return item(shop, "package", "TO", lines=lines, next_service_km=15_000, **given)


def test_a_package_shows_the_sum_the_hours_and_how_often_it_can_be_made(shop: TestShop) -> None:
    package = _package(shop)
    (line,) = shop.see(catalog.item_rows, [package], on=DAY)
    assert line.whole == Money(144_000 + 460_000, "RUB")
    assert (line.hours, line.times, line.next_service_km) == (D("0.6"), 2, 15_000)
    # 6 040 with 22 % inside is 4 950.82 net; the oil cost 2 000
    assert line.margin_percent == D("59.60")
    (hidden,) = shop.see(catalog.item_rows, [package], on=DAY, actor=shop.receptionist)
    assert (hidden.margin_percent, hidden.whole) == (None, line.whole)
    content = shop.see(catalog.get_item, package).lines
    lines = tuple(LineOf(item_id=part.item_id, qty=part.qty) for part in content)
    shop.do(catalog.update_item, form_of(shop, package, price_amount=599_000, lines=lines))
    (line,) = shop.see(catalog.item_rows, [package], on=DAY)
    assert line.whole == Money(599_000, "RUB")


def test_a_package_with_a_line_without_price_has_none(shop: TestShop) -> None:
    bare = item(shop, "part", "BARE")
    package = item(shop, "package", "TO", lines=(LineOf(item_id=bare, qty=D(1)),))
    (line,) = shop.see(catalog.item_rows, [package], on=DAY)
    assert (line.whole, line.margin_percent, line.times, line.hours) == (None, None, None, None)


def test_rows_come_in_the_order_asked_for_with_the_prices_of_the_group(shop: TestShop) -> None:
    rate(shop, 240_000)
    rate(shop, 200_000, price_group="fleet")
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(100)),)))
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(10)),), price_group="dealer"))
    work = item(shop, "labour", "M", norm_hours=D("0.5"))
    part = item(shop, "part", "P", product_id=product(shop, qty="1", cost=10_000))
    rows = shop.see(catalog.item_rows, [part, new_id(), work], on=DAY)
    assert [line.item.id for line in rows] == [part, work]
    assert [line.whole for line in rows] == [Money(24_400, "RUB"), Money(120_000, "RUB")]
    (fleet,) = shop.see(catalog.item_rows, [work], price_group="fleet", on=DAY)
    assert (fleet.whole, fleet.item.price) == (Money(100_000, "RUB"), Money(200_000, "RUB"))
    (dealer,) = shop.see(catalog.item_rows, [part], price_group="dealer", on=DAY)
    assert dealer.whole == Money(13_420, "RUB")
    assert shop.see(catalog.price_groups) == ("retail", "dealer", "fleet")
    shop.customer(price_group="taxi")
    named = shop.see(catalog.price_groups, with_customers=True)
    assert named == ("retail", "dealer", "fleet", "taxi")


def test_a_card_tells_the_price_of_each_group_and_why(shop: TestShop) -> None:
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(100)),)))
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(10)),), price_group="dealer"))
    part = item(shop, "part", "P", product_id=product(shop, qty="1", cost=10_000))
    retail, dealer = shop.see(catalog.item_card, part, on=DAY).prices
    assert (retail.price_group, retail.price) == ("retail", Money(24_400, "RUB"))
    assert (dealer.price_group, dealer.price) == ("dealer", Money(13_420, "RUB"))
    assert retail.why["markup"] == {"from_cost_amount": 0, "percent": "100"}
    assert retail.margin_percent == D("50.00")
    hidden = shop.see(catalog.item_card, part, on=DAY, actor=shop.receptionist).prices[0]
    assert (hidden.price, hidden.margin_percent) == (retail.price, None)
    assert not {"markup", "cost_amount"} & hidden.why.keys()
    assert hidden.why["tax"] == retail.why["tax"]


def test_a_card_says_what_keeps_an_item_from_having_a_price(shop: TestShop) -> None:
    card = shop.see(catalog.item_card, item(shop, "part", "P"), on=DAY)
    assert card.prices[0].price is None
    assert "neither a list price nor a cost" in str(card.prices[0].problem)
    with pytest.raises(NotFoundError):
        shop.see(catalog.item_card, new_id())


def test_a_card_knows_when_the_price_changed_and_who_did_it(shop: TestShop) -> None:
    part = item(shop, "part", "P", price_amount=100)
    shop.clock.move(days=2)
    shop.do(catalog.update_item, form_of(shop, part, price_amount=250), actor=shop.storekeeper)
    shop.do(catalog.update_item, form_of(shop, part, name="Другое"), actor=shop.storekeeper)
    newer, older = shop.see(catalog.item_card, part, on=DAY).changes
    assert (newer.before, newer.after, newer.by) == (
        Money(100, "RUB"),
        Money(250, "RUB"),
        "Гусев Виктор",
    )
    assert (older.before, older.after) == (None, Money(100, "RUB"))
    assert (newer.at - older.at).days == 2


def test_a_card_of_labour_lists_the_rates_with_their_days(shop: TestShop) -> None:
    rate(shop, 240_000)
    shop.do(catalog.set_labour_rate, SetLabourRate(rate_amount=260_000, from_on=date(2027, 1, 1)))
    work = item(shop, "labour", "M", norm_hours=D(1), labour_type="diagnostics")
    card = shop.see(catalog.item_card, work, on=DAY)
    assert [row.rate_amount for row in card.rates] == [260_000, 240_000]
    assert card.prices[0].price == Money(240_000, "RUB")
    package = item(shop, "package", "TO", lines=(LineOf(item_id=work, qty=D(1)),))
    assert shop.see(catalog.item_card, work, on=DAY).packages == ((package, "Позиция TO"),)
    assert [row.item.id for row in shop.see(catalog.item_card, package, on=DAY).contents] == [work]


def test_a_card_counts_the_orders_that_keep_the_old_price(shop: TestShop) -> None:
    part = item(shop, "part", "P", price_amount=100)
    order = shop.do(open_order, OpenOrder(vehicle_id=shop.vehicle(), customer_id=shop.customer()))
    assert shop.see(catalog.item_card, part, on=DAY).open_orders == 0
    job = shop.do(add_job, AddJob(order_id=order, name="ТО"))
    for _ in range(2):
        shop.do(add_line, AddLine(order_id=order, job_id=job, item_id=part))
    assert shop.see(catalog.item_card, part, on=DAY).open_orders == 1


def test_choices_are_the_taxes_of_the_day_and_kinds_of_labour_with_a_rate(shop: TestShop) -> None:
    rate(shop, 240_000)
    rate(shop, 250_000, labour_type="paint")
    seen = shop.see(catalog.item_choices, on=DAY)
    assert seen.labour_types == ("general", "paint")
    assert {tax.percent for tax in seen.taxes if tax.code == "vat"} == {D(22)}
    assert (seen.currency, seen.is_tax_inside) == ("RUB", True)


def test_the_goal_is_for_people_who_see_costs(shop: TestShop) -> None:
    assert index(shop).goal_percent == 33
    assert shop.see(catalog.item_index, ItemFilter(), actor=shop.receptionist).goal_percent is None
