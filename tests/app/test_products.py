"""Products: numbers, barcodes, units, equivalents, and price lists of thousands."""

import uuid
from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app import inventory as stock
from app.catalog import BulkResult
from app.centers import CreateCenter, create_center
from app.inventory import ProductRow
from app.kernel.errors import ChangedError, InvalidError, Reason, UserError
from models.access import Permission
from models.base import new_id
from models.inventory import Product
from models.money import Money
from tests.app.goods import product, run, together
from tests.build.shops import PASSWORD, TestShop, hashed

D = Decimal


def test_a_barcode_in_use_is_refused_with_its_owners_name(shop: TestShop) -> None:
    product(shop, sku="OC 90", name="Фильтр масляный", barcode="4009026010907")
    with pytest.raises(UserError, match="belongs to OC 90 Фильтр масляный") as refused:
        product(shop, sku="OC 91", barcode="4009026010907")
    assert refused.value.reason is Reason.DUPLICATE
    assert refused.value.details["field"] == "barcode"
    with pytest.raises(UserError, match="“OC 90” belongs to"):
        product(shop, sku="OC 90")


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("sku", {"sku": " "}),
        ("name", {"name": ""}),
        ("purchase_factor", {"purchase_factor": D(0)}),
        ("purchase_factor", {"purchase_factor": D("0.0001")}),
        ("min_qty", {"min_qty": D(-1)}),
        ("max_qty", {"min_qty": D(5), "max_qty": D(4)}),
        ("last_cost_amount", {"last_cost_amount": -1}),
    ],
)
def test_a_wrong_form_names_the_field(shop: TestShop, field: str, given: dict[str, object]) -> None:
    with pytest.raises(InvalidError) as refused:
        product(shop, **given)  # type: ignore[arg-type]  # any field
    assert set(refused.value.problems) == {field}


def edit(shop: TestShop, product_id: uuid.UUID, **changed: object) -> None:
    seen = shop.see(stock.get_product, product_id).product
    form: dict[str, object] = {
        "product_id": product_id,
        "version": seen.version,
        "sku": seen.sku,
        "name": seen.name,
        "unit": seen.unit,
        **changed,
    }
    shop.do(stock.update_product, stock.UpdateProduct(**form))  # type: ignore[arg-type]  # any field


def test_a_product_is_edited_and_found_by_its_new_words(shop: TestShop) -> None:
    p = product(shop, sku="OC 90", name="Фильтр")
    edit(shop, p, name="Колодка", maker="TRW", barcode="123456789012")
    assert [view.id for view in shop.see(stock.find_products, "колод")] == [p]
    assert shop.see(stock.find_products, "фильтр") == ()
    with pytest.raises(ChangedError):
        edit(shop, p, version=1, name="Ничего")


def test_a_form_of_somebody_who_sees_no_costs_leaves_the_cost_alone(shop: TestShop) -> None:
    p = product(shop, qty="2", cost=700)
    blind = replace(
        shop.storekeeper, permissions=shop.storekeeper.permissions - {Permission.COSTS_SEE}
    )
    seen = shop.see(stock.get_product, p, actor=blind)
    command = stock.UpdateProduct(
        product_id=p, version=seen.product.version, sku=seen.product.sku, name="Новое имя"
    )
    shop.do(stock.update_product, command, actor=blind)
    after = shop.see(stock.get_product, p)
    assert (after.product.name, after.last_cost) == ("Новое имя", Money(700, "RUB"))


def test_the_unit_stays_once_goods_have_moved(shop: TestShop) -> None:
    p = product(shop)
    edit(shop, p, unit="l")
    shop.do(stock.receive, stock.Receive(product_id=p, qty=D(1), cost_amount=1))
    with pytest.raises(InvalidError, match="have moved in l"):
        edit(shop, p, unit="pc")


def test_a_new_minimum_starts_and_ends_a_dip(shop: TestShop) -> None:
    p = product(shop, qty="3")
    edit(shop, p, min_qty=D(4))
    assert shop.see(stock.get_product, p).product.low_since_at is not None
    edit(shop, p, min_qty=D(3))
    assert shop.see(stock.get_product, p).product.low_since_at is None


def test_a_product_is_archived_only_when_nothing_is_left(shop: TestShop) -> None:
    p = product(shop, qty="3")
    archive = stock.ArchiveProduct(product_id=p, version=1)
    with pytest.raises(UserError, match="still stock"):
        shop.do(stock.archive_product, archive)
    shop.do(stock.adjust, stock.Adjust(product_id=p, counted_qty=D(0), reason="пусто"))
    shop.do(stock.archive_product, archive)
    assert shop.see(stock.list_products) == ()
    assert shop.see(stock.find_products, "фильтр") == ()
    shop.do(stock.archive_product, replace(archive, version=2, is_archived=False))
    assert [view.id for view in shop.see(stock.list_products)] == [p]


def test_f50_equivalents_of_equivalents_are_found(shop: TestShop) -> None:
    a, b, c, d = (
        product(shop, sku=sku, name=f"Диск {sku}") for sku in ("AAA1", "BBB2", "CCC3", "DDD4")
    )
    shop.do(stock.link_equivalents, stock.LinkEquivalents(product_id=a, other_id=b))
    shop.do(stock.link_equivalents, stock.LinkEquivalents(product_id=d, other_id=c))
    shop.do(stock.link_equivalents, stock.LinkEquivalents(product_id=b, other_id=c))
    assert [view.id for view in shop.see(stock.find_products, "AAA1")] == [a, b, c, d]
    alone = shop.see(stock.find_products, "AAA1", with_equivalents=False)
    assert [view.id for view in alone] == [a]
    assert {view.id for view in shop.see(stock.get_product, c).equivalents} == {a, b, d}


def test_products_page_by_key(shop: TestShop) -> None:
    made = [product(shop) for _ in range(5)]
    first = shop.see(stock.list_products, limit=3)
    rest = shop.see(stock.list_products, after=first[-1].id, limit=3)
    assert [view.id for view in (*first, *rest)] == made


def upsert(shop: TestShop, *rows: ProductRow) -> BulkResult:
    made: BulkResult = run(shop, lambda tx: stock.upsert_products(tx, rows))
    return made


def test_a_price_list_of_products_twice_changes_nothing(shop: TestShop) -> None:
    rows = [
        ProductRow(sku=" OC 90 ", name="Фильтр", barcode="111", min_qty=D(2)),
        ProductRow(
            sku="5W30", name="Масло", unit="l", purchase_unit="drum", purchase_factor=D(200)
        ),
    ]
    first = upsert(shop, *rows)
    assert set(first.created) == {"OC 90", "5W30"}
    assert set(upsert(shop, *rows).unchanged) == {"OC 90", "5W30"}
    changed = upsert(shop, ProductRow(sku="OC 90", name="Фильтр масляный"))
    assert set(changed.updated) == {"OC 90"}
    (seen,) = shop.see(stock.find_products, "oc90")
    assert (seen.name, seen.min_qty, seen.barcode, seen.version) == (
        "Фильтр масляный",
        D(2),
        "111",
        2,
    )


def test_bad_products_of_a_price_list_are_named_and_the_good_ones_kept(shop: TestShop) -> None:
    product(shop, sku="OLD", name="Старый", barcode="999")
    made = upsert(
        shop,
        ProductRow(sku="A", name="A", barcode="111"),
        ProductRow(sku="B", name="B", barcode="111"),
        ProductRow(sku="C", name="C", barcode="999"),
        ProductRow(sku="D", name=""),
        ProductRow(sku="E", name="\x00"),
        ProductRow(sku="F", name="F", min_qty=D(-1)),
    )
    assert set(made.created) == {"A"}
    assert set(made.refused) == {"B", "C", "D", "E", "F"}
    assert "Старый" in str(made.refused["C"])
    assert "belongs to A A" in str(made.refused["B"])


def test_a_price_list_touches_only_its_own_center(shop: TestShop) -> None:
    stranger = create_center(
        shop.shop,
        CreateCenter(
            profile="ru",
            code="SC009",
            name="Другой",
            owner_login="other",
            owner_name="Другая",
            owner_password=hashed(PASSWORD),
        ),
        actor=shop.owner,
    )
    mine = upsert(shop, ProductRow(sku="A", name="Мой", barcode="111"))
    row = ProductRow(sku="A", name="Чужой", barcode="111")
    theirs = shop.do(together, lambda tx: stock.upsert_products(tx, [row]), actor=stranger)
    assert mine.ids["A"] != theirs.ids["A"]
    assert [view.name for view in shop.see(stock.list_products)] == ["Мой"]
    with pytest.raises(UserError) as refused:
        shop.do(stock.receive, stock.Receive(product_id=theirs.ids["A"], qty=D(1), cost_amount=1))
    assert refused.value.reason is Reason.NOT_FOUND


def test_five_thousand_products_with_opening_stock(shop: TestShop) -> None:
    rows = [ProductRow(sku=f"S{n:05}", name=f"Деталь {n}", min_qty=D(1)) for n in range(5_000)]
    ids = upsert(shop, *rows).ids
    opening = tuple(
        stock.Opening(product_id=key, qty=D(n % 9 + 1), cost_amount=n)
        for n, key in enumerate(ids.values())
    )
    assert shop.do(stock.open_stock, stock.OpenStock(rows=opening)) == stock.OpenedStock(5_000, 0)
    assert shop.do(stock.open_stock, stock.OpenStock(rows=opening)) == stock.OpenedStock(0, 5_000)
    assert len(shop.see(stock.stock_of_all)) == 5_000
    with shop.reading() as read:
        assert stock.check_levels(read.connection, read.center_id) == []
        cost = read.connection.execute(
            sa.select(Product.last_cost_amount).where(Product.id == ids["S00042"])
        ).scalar_one()
    assert cost == 42


def test_an_unknown_product_is_not_edited(shop: TestShop) -> None:
    command = stock.UpdateProduct(product_id=new_id(), version=1, sku="X", name="X")
    with pytest.raises(UserError) as refused:
        shop.do(stock.update_product, command)
    assert refused.value.reason is Reason.NOT_FOUND
