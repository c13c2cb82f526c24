"""A shown list as a file: what stands on the screen, readable by a spreadsheet, noted in the audit."""

import io
import json
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from app.exchange import ExportShown, Format, export_shown
from app.kernel.errors import NotAllowedError
from models.ledger import AuditEntry
from tests.build.orders import Garage
from tests.build.shops import TestShop

SHOWN = ExportShown(
    name="Заказ-наряды",
    titles=("№", "Клиент", "Сумма", "Обещано"),
    rows=(
        ("0148", "Иванова Марина", Decimal("37402.50"), date(2025, 12, 17)),
        ("0149", '=HYPERLINK("x")', None, None),
    ),
)


def test_a_spreadsheet_gets_numbers_days_and_texts_that_do_not_run(shop: TestShop) -> None:
    data = export_shown(shop.shop, shop.owner, SHOWN)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == ["№", "Клиент", "Сумма", "Обещано"]
    assert rows[1][2].value == 37402.5
    assert rows[1][3].value.date() == date(2025, 12, 17)  # type: ignore[union-attr]  # a day is read as a moment
    assert (rows[2][1].value, rows[2][1].data_type) == ('=HYPERLINK("x")', "s")


def test_a_text_table_has_the_marks_of_the_center(shop: TestShop) -> None:
    shown = ExportShown(name=SHOWN.name, titles=SHOWN.titles, rows=SHOWN.rows, format=Format.CSV)
    lines = export_shown(shop.shop, shop.owner, shown).decode("utf-8-sig").splitlines()
    assert lines == [
        "№;Клиент;Сумма;Обещано",
        "0148;Иванова Марина;37402,50;2025-12-17",
        '0149;"\'=HYPERLINK(""x"")";;',
    ]


def test_who_took_it_out_is_kept_and_not_everybody_may(shop: TestShop) -> None:
    export_shown(shop.shop, shop.owner, SHOWN)
    noted = Garage(shop).rows(AuditEntry)[-1]
    assert noted.action == "exchange.export_shown"
    assert json.loads(noted.changes)["export"] == {
        "list": "Заказ-наряды",
        "format": "xlsx",
        "rows": 2,
    }
    with pytest.raises(NotAllowedError):
        export_shown(shop.shop, shop.mechanic, SHOWN)
