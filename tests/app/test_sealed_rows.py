"""What proves a sealed document is spelled from the driver's values as it would be from the rows themselves."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import work_orders
from app.kernel.audit import rows_hash
from app.kernel.rows import SEALED, proofs_of
from models.entities import metadata
from tests.build.orders import Garage
from tests.build.shops import TestShop


def _rows(connection: sa.Connection, name: str, document: object) -> list[Mapping[str, Any]]:
    parent, free = SEALED[name]
    table = metadata.tables[name]
    kept = [column for column in table.columns if column.name not in free]
    mine = sa.select(*kept).where(table.c[parent] == document).order_by(table.c.id)
    return [dict(row) for row in connection.execute(mine).mappings()]


def test_every_value_of_a_sealed_document_is_spelled_as_its_row_would_be(shop: TestShop) -> None:
    made = Garage(shop)
    oil = made.part('Масло «5W‑30» \\ "л" 😀\n', 90_000, kind="fluid", unit="l", stock="20")
    work = made.labour("Замена масла", "0.05")
    both = [made.order(), made.order()]
    for order in both:
        words = work_orders.SetConcern(order_id=order, words="Стучит \t слева", cause="Опора")
        made.on.do(work_orders.set_concern, words)
        made.line(order, work)
        made.line(order, oil, qty=Decimal("4.505"))
        made.start(order)
        made.complete(order)
    bills = [made.invoice(order) for order in both]
    with shop.shop.database.reading() as connection:
        for name in SEALED:
            asked = bills if name.startswith("invoice") else both
            expected = {one: rows_hash(_rows(connection, name, one)) for one in asked}
            assert len(set(expected.values())) == 2
            assert proofs_of(connection, name, asked) == expected
            for one in asked:
                assert proofs_of(connection, name, [one]) == {one: expected[one]}
