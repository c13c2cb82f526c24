"""The catalogue: prices and why, packages to the kopeck, thousands of rows at once, and who sees costs."""

import time
import uuid
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app import catalog
from app import inventory as stock
from app.catalog import CreateItem, ItemRow, LineOf, PricedItem, SetLabourRate, SetMarkup
from app.kernel.errors import ChangedError, InvalidError, NotFoundError, Reason, UserError
from app.kernel.tx import Tx
from models.base import new_id
from models.catalog import CatalogItem
from models.ledger import AuditEntry
from models.money import Money
from sync.wire.canonical import canonical
from tests.app.goods import product, run
from tests.build.shops import TestShop, make_shop

D = Decimal
DAY = date(2026, 11, 20)


def rate(shop: TestShop, amount: int, on: str = "2025-01-01", **given: str) -> None:
    shop.do(
        catalog.set_labour_rate,
        SetLabourRate(rate_amount=amount, from_on=date.fromisoformat(on), **given),
    )


def item(shop: TestShop, kind: str, code: str, **given: object) -> uuid.UUID:
    form: dict[str, object] = {"kind": kind, "code": code, "name": f"Позиция {code}", **given}
    return shop.do(catalog.create_item, CreateItem(**form))  # type: ignore[arg-type]  # any field


def price(
    shop: TestShop,
    item_id: uuid.UUID,
    qty: str | None = None,
    *,
    group: str = "retail",
    discount: str = "0",
    on: date = DAY,
) -> PricedItem:
    made: PricedItem = run(
        shop,
        lambda tx: catalog.priced(
            tx,
            item_id,
            qty=None if qty is None else D(qty),
            price_group=group,
            customer_discount=D(discount),
            on=on,
        ),
    )
    return made


def test_labour_by_norm_hours_takes_the_rate_of_the_day_and_group(shop: TestShop) -> None:
    rate(shop, 240_000)
    rate(shop, 260_000, "2026-01-01")
    rate(shop, 200_000, price_group="fleet")
    rate(shop, 280_000, labour_type="paint")
    oil = item(shop, "labour", "OIL", norm_hours=D("0.6"))
    paint = item(shop, "labour", "PAINT", norm_hours=D(2), labour_type="paint")
    made = price(shop, oil)
    assert (made.qty, made.unit, made.price_amount) == (D("0.6"), "h", 260_000)
    assert made.why["rate_from_on"] == "2026-01-01"
    assert made.why["norm_hours"] == "0.6"
    assert price(shop, oil, "2").qty == D("1.2")
    assert price(shop, oil, on=date(2025, 12, 31)).price_amount == 240_000
    assert price(shop, oil, group="fleet").price_amount == 200_000
    assert price(shop, paint, group="fleet").price_amount == 280_000
    with pytest.raises(InvalidError, match="no labour rate for general, retail"):
        price(shop, oil, on=date(2024, 12, 31))


def test_labour_of_a_fixed_price_counts_in_times(shop: TestShop) -> None:
    made = price(shop, item(shop, "labour", "WASH", price_amount=50_000), "2")
    assert (made.qty, made.unit, made.price_amount, made.why["base"]) == (
        D(2),
        "pc",
        50_000,
        "fixed",
    )


def test_why_tells_tax_and_discount_and_is_fit_for_sealing(shop: TestShop) -> None:
    made = price(shop, item(shop, "part", "P1", price_amount=78_000), "3", discount="5")
    assert made.why == {
        "base": "price_list",
        "base_amount": 78_000,
        "price_group": "retail",
        "discount_percent": "5",
        "tax": {
            "code": "vat",
            "name": "НДС 22 %",
            "percent": "22",
            "from_on": "2026-01-01",
            "is_inside": True,
        },
    }
    assert made.discount_percent == 5
    assert canonical(made.why)
    with pytest.raises(InvalidError, match="0 to 100"):
        price(shop, made.item_id, discount="101")
    older = price(shop, made.item_id, on=date(2025, 12, 31))
    assert older.why["tax"] == {
        "code": "vat",
        "name": "НДС 20 %",
        "percent": "20",
        "from_on": "2019-01-01",
        "is_inside": True,
    }


def test_a_part_without_list_price_is_marked_up_by_its_cost_band(shop: TestShop) -> None:
    bands = ((0, D(100)), (10_000, D("62.5")))
    shop.do(catalog.set_markup, SetMarkup(bands=bands))
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(10)),), price_group="fleet"))
    p = product(shop, qty="4", cost=10_000, maker="MANN")
    part = item(shop, "part", "P1", product_id=p)
    made = price(shop, part)
    assert made.maker == "MANN"
    assert made.price_amount == 19_825  # 100.00 + 62.5 %, and 22 % VAT inside
    assert made.why["cost_amount"] == 10_000
    assert made.why["markup"] == {"from_cost_amount": 10_000, "percent": "62.5"}
    assert price(shop, part, group="fleet").price_amount == 13_420
    with shop.reading(shop.mechanic) as read:
        hidden = catalog.visible_why(read, made.why)
    assert "cost_amount" not in hidden
    assert "markup" not in hidden
    assert hidden["tax"] == made.why["tax"]
    assert shop.see(catalog.visible_why, made.why) == made.why


def test_what_has_no_price_says_so(shop: TestShop) -> None:
    with pytest.raises(InvalidError, match="neither a list price nor a cost"):
        price(shop, item(shop, "part", "P1"))
    p = item(shop, "part", "P2", product_id=product(shop, qty="1", cost=100))
    with pytest.raises(InvalidError, match="no markup band"):
        price(shop, p)
    with pytest.raises(NotFoundError):
        price(shop, new_id())


def test_s5_a_package_adds_up_to_the_kopeck(shop: TestShop) -> None:
    rate(shop, 240_000)
    lines = (
        LineOf(item_id=item(shop, "labour", "OIL", norm_hours=D("0.6")), qty=D(1)),
        LineOf(item_id=item(shop, "fluid", "5W30", price_amount=115_000), qty=D("4.2")),
        LineOf(item_id=item(shop, "part", "OC90", price_amount=78_000), qty=D(1)),
    )
    package = item(shop, "package", "TO1", price_amount=599_000, lines=lines)
    made = run(shop, lambda tx: catalog.expand(tx, package, price_group="retail", on=DAY))
    assert [line.fixed_amount for line in made] == [122_349, 410_379, 66_272]
    assert [line.kind for line in made] == ["labour", "fluid", "part"]
    assert made[0].why["package"] == {"code": "TO1", "price_amount": 599_000}
    plain = item(shop, "package", "TO2", lines=lines)
    free = run(shop, lambda tx: catalog.expand(tx, plain, price_group="retail", on=DAY))
    assert [line.fixed_amount for line in free] == [None] * 3
    assert [line.qty for line in free] == [D("0.6"), D("4.2"), D(1)]
    with pytest.raises(InvalidError, match="add its lines"):
        price(shop, package)
    with pytest.raises(InvalidError, match="not a package"):
        run(shop, lambda tx: catalog.expand(tx, lines[0].item_id, price_group="retail", on=DAY))
    detail = shop.see(catalog.get_item, package)
    assert [(line.code, line.qty) for line in detail.lines] == [
        ("OIL", D(1)),
        ("5W30", D("4.2")),
        ("OC90", D(1)),
    ]


def form_of(shop: TestShop, item_id: uuid.UUID, **changed: object) -> catalog.UpdateItem:
    detail = shop.see(catalog.get_item, item_id)
    seen = detail.item
    form: dict[str, object] = {
        "item_id": item_id,
        "version": seen.version,
        "kind": seen.kind,
        "code": seen.code,
        "name": seen.name,
        "unit": seen.unit,
        "price_amount": detail.price_amount,
        "norm_hours": seen.norm_hours,
        **changed,
    }
    return catalog.UpdateItem(**form)  # type: ignore[arg-type]  # any field


def test_two_people_editing_one_item(shop: TestShop) -> None:
    part = item(shop, "part", "P1", price_amount=100)
    mine, theirs = form_of(shop, part, price_amount=200), form_of(shop, part, price_amount=300)
    shop.do(catalog.update_item, mine)
    with pytest.raises(ChangedError, match="Серова Татьяна"):
        shop.do(catalog.update_item, theirs)
    assert shop.see(catalog.get_item, part).price_amount == 200


def test_a_changed_item_leaves_what_was_priced_alone(shop: TestShop) -> None:
    part = item(shop, "part", "P1", price_amount=100)
    before = price(shop, part)
    shop.do(catalog.update_item, form_of(shop, part, price_amount=200, name="Новое имя"))
    after = price(shop, part)
    assert (before.price_amount, before.name) == (100, "Позиция P1")
    assert (after.price_amount, after.name) == (200, "Новое имя")


def test_package_lines_are_replaced_by_an_edit(shop: TestShop) -> None:
    a, b = (item(shop, "part", code, price_amount=100) for code in ("A", "B"))
    package = item(shop, "package", "TO", lines=(LineOf(item_id=a, qty=D(1)),))
    edit = form_of(shop, package, lines=(LineOf(item_id=b, qty=D(2)),))
    shop.do(catalog.update_item, edit)
    assert [line.code for line in shop.see(catalog.get_item, package).lines] == ["B"]
    with pytest.raises(InvalidError, match="stays a package"):
        shop.do(catalog.update_item, form_of(shop, a, kind="package", lines=edit.lines))


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("kind", {"kind": "boat"}),
        ("code", {"code": " "}),
        ("name", {"name": ""}),
        ("tax_code", {"tax_code": "vat99"}),
        ("price_amount", {"price_amount": -1}),
        ("norm_hours", {"kind": "labour"}),
        ("norm_hours", {"kind": "labour", "norm_hours": D("0.0001")}),
        ("warranty_km", {"warranty_km": 0}),
        ("product_id", {"kind": "labour", "price_amount": 1, "product_id": new_id()}),
        ("lines", {"kind": "package"}),
        ("lines", {"lines": (LineOf(item_id=new_id(), qty=D(1)),)}),
        ("lines", {"kind": "package", "lines": (LineOf(item_id=new_id(), qty=D(1)),)}),
        ("lines", {"kind": "package", "lines": (LineOf(item_id=new_id(), qty=D(0)),)}),
    ],
)
def test_a_wrong_form_names_the_field(shop: TestShop, field: str, given: dict[str, object]) -> None:
    form: dict[str, object] = {"kind": "part", "code": "P", "name": "P", **given}
    with pytest.raises(InvalidError) as refused:
        shop.do(catalog.create_item, CreateItem(**form))  # type: ignore[arg-type]  # any field
    assert field in refused.value.problems


def test_a_code_in_use_is_refused_with_its_owners_name(shop: TestShop) -> None:
    item(shop, "part", "P1", price_amount=1)
    with pytest.raises(UserError, match="belongs to “Позиция P1”") as refused:
        item(shop, "part", "P1", price_amount=2)
    assert refused.value.reason is Reason.DUPLICATE


def test_an_archived_item_is_not_sold_and_a_packages_item_stays(shop: TestShop) -> None:
    part = item(shop, "part", "P1", price_amount=1)
    package = item(shop, "package", "TO", lines=(LineOf(item_id=part, qty=D(1)),))
    with pytest.raises(UserError, match="package TO"):
        shop.do(catalog.archive_item, catalog.ArchiveItem(item_id=part, version=1))
    shop.do(catalog.archive_item, catalog.ArchiveItem(item_id=package, version=1))
    shop.do(catalog.archive_item, catalog.ArchiveItem(item_id=part, version=1))
    with pytest.raises(UserError, match="is archived"):
        price(shop, part)
    assert shop.see(catalog.list_items) == ()
    assert len(shop.see(catalog.list_items, with_archived=True)) == 2
    back = catalog.ArchiveItem(item_id=part, version=2, is_archived=False)
    shop.do(catalog.archive_item, back)
    assert [view.id for view in shop.see(catalog.list_items)] == [part]


def test_indian_parts_take_the_tax_of_their_hsn(database_url: str) -> None:
    shop = make_shop(database_url, profile="in")
    try:
        oil = price(shop, item(shop, "fluid", "OIL", price_amount=42_550, hsn_sac="27101980"))
        work = price(shop, item(shop, "labour", "W", price_amount=65_000, hsn_sac="998714"))
    finally:
        shop.close()
    assert (oil.hsn_sac, work.hsn_sac) == ("27101980", "998714")
    assert oil.why["tax"]
    assert oil.tax_code == work.tax_code


def test_items_are_found_by_code_name_number_and_barcode(shop: TestShop) -> None:
    p = product(shop, sku="OC 90", maker="KNECHT", barcode="4009026010907", qty="3", cost=100)
    shop.do(
        stock.create_product, stock.CreateProduct(sku="OC 91", name="Другой", barcode="4009026")
    )
    part = item(shop, "part", "FILTER-1", product_id=p, price_amount=78_000, name="Фильтр масляный")
    item(shop, "part", "FILTER-10", price_amount=1, name="Фильтр салона")
    for query in ("4009026010907", "OC 90", "knecht", "масляный", "FILTER-1", "мАсЛ"):
        assert shop.see(catalog.find_items, query)[0].id == part, query
    assert shop.see(catalog.find_items, "нет такого") == ()
    assert shop.see(catalog.find_items, "   ") == ()
    (found,) = shop.see(stock.find_products, "oc-90")
    assert found.id == p


def test_cost_and_margin_only_for_those_who_may_see_them(shop: TestShop) -> None:
    p = product(shop, qty="3", cost=30_000)
    part = item(shop, "part", "P1", product_id=p, price_amount=73_200)
    (seen,) = shop.see(catalog.list_items, on=DAY)
    assert (seen.cost, seen.margin_percent) == (Money(30_000, "RUB"), D("50.00"))
    assert (seen.price, seen.free_qty) == (Money(73_200, "RUB"), D(3))
    for actor in (shop.mechanic, shop.receptionist):
        (plain,) = shop.see(catalog.list_items, on=DAY, actor=actor)
        assert plain == replace(seen, cost=None, margin_percent=None)
        assert shop.see(catalog.find_items, "P1", actor=actor)[0].cost is None
        with pytest.raises(UserError):
            shop.see(catalog.list_markup, actor=actor)
    assert shop.see(catalog.get_item, part).item.cost == Money(30_000, "RUB")


def test_a_list_shows_the_prices_that_are_made(shop: TestShop) -> None:
    rate(shop, 240_000)
    item(shop, "labour", "L", norm_hours=D(1))
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(100)),)))
    item(shop, "part", "P", product_id=product(shop, qty="1", cost=100))
    item(shop, "part", "Q")
    views = shop.see(catalog.list_items, on=DAY)
    assert [view.price and view.price.minor for view in views] == [240_000, 244, None]
    assert [v.code for v in shop.see(catalog.list_items, kind="part", after=views[1].id)] == ["Q"]
    assert [v.code for v in shop.see(catalog.list_items, limit=1)] == ["L"]


def test_price_tables_keep_the_days_before(shop: TestShop) -> None:
    before = len(shop.see(catalog.list_labour_rates))
    rate(shop, 240_000)
    rate(shop, 260_000, "2026-01-01")
    rate(shop, 270_000, "2026-01-01")
    assert len(shop.see(catalog.list_labour_rates)) == before + 2
    general = [
        r.rate_amount
        for r in shop.see(catalog.list_labour_rates, on=DAY)
        if (r.labour_type, r.price_group) == ("general", "retail")
    ]
    assert general == [270_000]
    gone = SetLabourRate(rate_amount=270_000, from_on=date(2026, 1, 1))
    shop.do(catalog.remove_labour_rate, gone)
    with pytest.raises(NotFoundError):
        shop.do(catalog.remove_labour_rate, gone)
    with pytest.raises(InvalidError):
        rate(shop, -1)
    with pytest.raises(InvalidError):
        rate(shop, 1, labour_type=" ")


def test_a_markup_matrix_is_replaced_as_a_whole(shop: TestShop) -> None:
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(100)), (500, D(50)), (900, D(40)))))
    shop.do(catalog.set_markup, SetMarkup(bands=((0, D(90)), (500, D(50)))))
    assert [(b.from_cost_amount, b.markup_percent) for b in shop.see(catalog.list_markup)] == [
        (0, D(90)),
        (500, D(50)),
    ]
    for bad in (((-1, D(1)),), ((0, D(-100)),), ((0, D("0.0001")),), ((0, D(1)), (0, D(2)))):
        with pytest.raises(InvalidError):
            shop.do(catalog.set_markup, SetMarkup(bands=bad))


def upsert(shop: TestShop, *rows: ItemRow) -> catalog.BulkResult:
    made: catalog.BulkResult = run(shop, lambda tx: catalog.upsert_items(tx, rows))
    return made


def kinds(made: catalog.BulkResult) -> tuple[set[str], set[str], set[str]]:
    """Codes created, updated, left alone."""
    return set(made.created), set(made.updated), set(made.unchanged)


def test_a_price_list_twice_changes_nothing(shop: TestShop) -> None:
    rows = [
        ItemRow(code=" A ", name="Свеча", kind="part", price_amount=100),
        ItemRow(code="W", name="Замена", kind="labour", norm_hours=D("0.5"), labour_type="general"),
        ItemRow(code="TO", name="ТО", kind="package", lines=(("A", D(4)), ("W", D(1)))),
    ]
    first = upsert(shop, *rows)
    assert kinds(first) == ({"A", "W", "TO"}, set(), set())
    again = upsert(shop, *rows)
    assert kinds(again) == (set(), set(), {"A", "W", "TO"})
    assert again.ids == first.ids
    dearer = upsert(
        shop,
        replace(rows[0], price_amount=120, name="Свеча зажигания"),
        replace(rows[2], lines=(("A", D(3)),)),
    )
    assert kinds(dearer) == (set(), {"A", "TO"}, set())
    detail = shop.see(catalog.get_item, first.ids["A"])
    assert (detail.price_amount, detail.item.version, detail.item.name) == (
        120,
        2,
        "Свеча зажигания",
    )
    assert [line.qty for line in shop.see(catalog.get_item, first.ids["TO"]).lines] == [D(3)]
    assert [view.code for view in shop.see(catalog.find_items, "зажигания")] == ["A"]
    with shop.reading() as read:
        last = read.connection.execute(
            sa.select(AuditEntry.changes).order_by(AuditEntry.seq.desc()).limit(1)
        ).scalar_one()
    assert '"price_amount":[100,120]' in last


def test_bad_rows_of_a_price_list_are_named_and_the_good_ones_kept(shop: TestShop) -> None:
    made = upsert(
        shop,
        ItemRow(code="A", name="Свеча", kind="part", price_amount=100),
        ItemRow(code="B", name="Лодка", kind="boat"),
        ItemRow(code="C", name="\x00", kind="part"),
        ItemRow(code="D", name="Пакет", kind="package", lines=(("нет", D(1)),)),
        ItemRow(code="E", name="Пакет", kind="package", lines=(("A", D(0)),)),
    )
    assert made.created == {"A"}
    assert set(made.refused) == {"B", "C", "D", "E"}
    assert "нет" in str(made.refused["D"])


def test_none_in_a_price_list_leaves_what_is_known(shop: TestShop) -> None:
    upsert(shop, ItemRow(code="A", name="Свеча", kind="part", price_amount=100, warranty_km=500))
    made = upsert(shop, ItemRow(code="A", name="Свеча", kind="part"))
    assert made.unchanged == {"A"}
    assert shop.see(catalog.get_item, made.ids["A"]).warranty_km == 500


def test_ten_thousand_items_in_seconds(shop: TestShop) -> None:
    rows = [
        ItemRow(code=f"C{n:05}", name=f"Деталь номер {n}", kind="part", price_amount=n)
        for n in range(10_000)
    ]

    def load(tx: Tx) -> catalog.BulkResult:
        return catalog.upsert_items(tx, rows)

    began = time.perf_counter()
    assert len(run(shop, load).created) == 10_000
    assert time.perf_counter() - began < 30, "seconds, even on a busy machine"
    with shop.reading() as read:
        count = read.connection.execute(
            sa.select(sa.func.count()).select_from(CatalogItem)
        ).scalar()
    assert count == 10_000
    assert len(run(shop, load).unchanged) == 10_000
