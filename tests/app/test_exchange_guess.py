"""The kind of a file is found out from its columns."""

import pytest

from app.exchange import ImportKind, guess_kind, read_bytes, read_file
from tests.app.test_settings_reads import DAY
from tests.build.shops import TestShop
from tests.build.spreadsheets import SAMPLE


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("price_list.xlsx", ImportKind.CATALOG),
        ("customers.csv", ImportKind.CUSTOMERS),
        ("vehicles.csv", ImportKind.VEHICLES),
        ("opening_stock.xlsx", ImportKind.OPENING_STOCK),
        ("in/price_list.csv", ImportKind.CATALOG),
        ("in/customers.csv", ImportKind.CUSTOMERS),
        ("in/vehicles.csv", ImportKind.VEHICLES),
        ("in/opening_stock.csv", ImportKind.OPENING_STOCK),
        ("eu/price_list.csv", ImportKind.CATALOG),
        ("eu/customers.csv", ImportKind.CUSTOMERS),
        ("eu/vehicles.csv", ImportKind.VEHICLES),
        ("eu/opening_stock.csv", ImportKind.OPENING_STOCK),
    ],
)
def test_every_sample_file_is_known(shop: TestShop, file: str, kind: ImportKind) -> None:
    assert shop.see(guess_kind, read_file(SAMPLE / file), DAY) is kind


def test_columns_nobody_knows_are_no_kind(shop: TestShop) -> None:
    source = read_bytes("Альфа;Бета\n1;2\n".encode(), "x.csv")
    assert shop.see(guess_kind, source, DAY) is None
