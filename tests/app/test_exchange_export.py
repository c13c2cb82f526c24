"""Lists go out as files that come back without a change, and that no spreadsheet program runs."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.customers import CreateCustomer, create_customer
from app.exchange import (
    ExportFile,
    Format,
    ImportFile,
    ImportKind,
    Outcome,
    SourceFile,
    read_bytes,
    read_file,
    run_export,
    run_import,
)
from app.inventory import CreateLocation, create_location
from app.kernel.errors import NotAllowedError
from app.kernel.tx import Actor
from app.vehicles import CreateVehicle, create_vehicle
from models.entities import metadata
from models.ledger import AuditEntry
from models.vehicle_profiles import Recall
from tests.build.shops import TestShop, make_shop
from tests.build.spreadsheets import SAMPLE

KINDS = [
    (ImportKind.CATALOG, "price_list"),
    (ImportKind.CUSTOMERS, "customers"),
    (ImportKind.VEHICLES, "vehicles"),
    (ImportKind.OPENING_STOCK, "opening_stock"),
]
NASTY = ["=1+1", "+7 916", "-2+3", "@SUM(A1)", "\t=1", "'=quoted", "''@twice", "plain 'text'"]


def bring(shop: TestShop, kind: ImportKind, source: SourceFile) -> dict[str, int]:
    report = run_import(
        shop.shop, shop.owner, ImportFile(kind=kind, source=source, skip_bad=True)
    ).result
    return {o.value: report.count(o) for o in Outcome if report.count(o)}


def taken_out(
    shop: TestShop, kind: ImportKind, form: Format, actor: Actor | None = None
) -> SourceFile:
    made = run_export(shop.shop, actor or shop.owner, ExportFile(kind=kind, format=form))
    return read_bytes(made.data, made.name)


def rows_of(shop: TestShop) -> dict[str, list[Any]]:
    with shop.reading() as read:
        return {
            table.name: [tuple(row) for row in read.connection.execute(sa.select(table))]
            for table in metadata.sorted_tables
            if not table.name.startswith(("audit_", "saved_setting"))
        }


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize(
    ("profile", "folder", "end"), [("ru", ".", "xlsx"), ("in", "in", "csv"), ("eu", "eu", "csv")]
)
def test_what_goes_out_comes_back_without_a_change(
    database_url: str, profile: str, folder: str, end: str, form: Format
) -> None:
    shop = make_shop(database_url, profile=profile)
    if profile == "ru":
        shop.do(create_location, CreateLocation(code="VAN1", name="Выездной 1"))
    for kind, name in KINDS:
        ends = "csv" if name in {"customers", "vehicles"} else end
        bring(shop, kind, read_file(SAMPLE / folder / f"{name}.{ends}"))
    before = rows_of(shop)
    for kind, _ in KINDS:
        again = bring(shop, kind, taken_out(shop, kind, form))
        assert set(again) == {"same"}, (kind, again)
    assert rows_of(shop) == before
    shop.close()


def test_a_list_of_another_shop_fills_an_empty_one(shop: TestShop, tmp_path: Path) -> None:
    """What went out of one shop makes the same catalog, customers, cars and stock in another."""
    shop.do(create_location, CreateLocation(code="VAN1", name="Выездной 1"))
    for kind, name in KINDS:
        ends = "csv" if name in {"customers", "vehicles"} else "xlsx"
        bring(shop, kind, read_file(SAMPLE / f"{name}.{ends}"))
    other = make_shop(f"sqlite:///{tmp_path / 'other.sqlite'}")
    other.do(create_location, CreateLocation(code="VAN1", name="Выездной 1"))
    for kind, _ in KINDS:
        assert set(bring(other, kind, taken_out(shop, kind, Format.XLSX))) == {"added"}
    for kind, _ in KINDS:
        ours = taken_out(shop, kind, Format.CSV).sheets
        theirs = taken_out(other, kind, Format.CSV).sheets
        assert sorted(map(repr, ours[0].rows[0].cells)) == sorted(
            map(repr, theirs[0].rows[0].cells)
        )
        assert len(ours[0].rows) == len(theirs[0].rows)
    other.close()


@pytest.mark.parametrize("form", list(Format))
def test_recalls_go_out_and_come_back_however_many_cars_they_name(
    shop: TestShop, tmp_path: Path, form: Format
) -> None:
    vins = ", ".join(f"TMBJG7NE8K{number:07}" for number in range(120))
    text = (
        "Номер отзыва;Марка;Описание;Модели;Год от;Год до;VIN;Что сделать;Дата;Безопасность\n"
        "R-1;Škoda;Подушка;Octavia, Superb;2017;2020;;Заменить;01.04.2026;да\n"
        f"R-2;Škoda;Трубка;;;;{vins};=Проверить;02.04.2026;нет\n"
    )
    bring(shop, ImportKind.RECALLS, read_bytes(text.encode(), "recalls.csv"))
    out = taken_out(shop, ImportKind.RECALLS, form)
    assert set(bring(shop, ImportKind.RECALLS, out)) <= {"same", "skipped"}
    other = make_shop(f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert bring(other, ImportKind.RECALLS, out)["added"] == 2
    columns = (
        Recall.number,
        Recall.models,
        Recall.vins,
        Recall.year_to,
        Recall.text,
        Recall.remedy,
    )
    told = (*columns, Recall.published_on, Recall.is_safety)
    kept: list[sa.Row[*tuple[Any, ...]]] = []
    for one in (shop, other):
        with one.reading() as read:
            kept += read.connection.execute(sa.select(*told).order_by(Recall.number)).all()
    assert kept[:2] == kept[2:]
    assert len(kept[1].vins) == 120
    other.close()


def test_every_list_that_comes_in_also_goes_out(shop: TestShop) -> None:
    for kind in ImportKind:
        assert run_export(shop.shop, shop.owner, ExportFile(kind=kind)).data


@pytest.mark.parametrize("form", list(Format))
def test_no_text_can_run_as_a_formula_and_every_text_comes_back(
    shop: TestShop, form: Format
) -> None:
    for number, text in enumerate(NASTY):
        shop.do(
            create_customer,
            CreateCustomer(name=f"Клиент {number}", phone=f"+7916000{number:04}", note=text),
        )
    made = run_export(shop.shop, shop.owner, ExportFile(kind=ImportKind.CUSTOMERS, format=form))
    if form is Format.CSV:
        cells = [
            c
            for row in csv.reader(io.StringIO(made.data.decode("utf-8-sig")), delimiter=";")
            for c in row
        ]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    else:
        from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, one test needs it

        sheet = load_workbook(io.BytesIO(made.data)).worksheets[0]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    source = read_bytes(made.data, made.name)
    note = [str(cell) for cell in source.sheets[0].rows[0].cells].index("Примечание")
    assert sorted(str(row.at(note)) for row in source.sheets[0].rows[1:]) == sorted(
        text.strip() for text in NASTY
    )


def test_the_center_s_habits_shape_the_text_table(shop: TestShop) -> None:
    shop.do(create_customer, CreateCustomer(name="Иванов", discount_percent=Decimal("2.5")))
    made = run_export(
        shop.shop, shop.owner, ExportFile(kind=ImportKind.CUSTOMERS, format=Format.CSV)
    )
    text = made.data.decode("utf-8-sig")
    assert made.data.startswith(b"\xef\xbb\xbf")
    assert text.splitlines()[0].startswith("Клиент;")
    assert ";2,5" in text
    assert made.name == "SC001_customers.csv"
    assert made.rows == 1


def test_costs_stay_inside_for_people_who_may_not_see_them(shop: TestShop) -> None:
    bring(shop, ImportKind.CATALOG, read_file(SAMPLE / "price_list.xlsx"))
    bring(shop, ImportKind.OPENING_STOCK, read_file(SAMPLE / "opening_stock.xlsx"))
    blind = Actor(
        shop.owner.employee_id,
        shop.owner.center_id,
        shop.owner.name,
        shop.owner.permissions - {"costs.see"},
    )
    for kind, word in ((ImportKind.CATALOG, "Закупка"), (ImportKind.OPENING_STOCK, "Сумма")):
        assert word in taken_out(shop, kind, Format.CSV).sheets[0].rows[0].cells
        assert word not in taken_out(shop, kind, Format.CSV, blind).sheets[0].rows[0].cells


def test_taking_a_list_out_needs_the_right_and_stays_in_the_audit(shop: TestShop) -> None:
    command = ExportFile(kind=ImportKind.CUSTOMERS)
    with pytest.raises(NotAllowedError):
        run_export(shop.shop, shop.mechanic, command)
    shop.do(create_customer, CreateCustomer(name="Иванов"))
    run_export(shop.shop, shop.storekeeper, command)
    with shop.reading() as read:
        row = read.connection.execute(
            sa.select(AuditEntry.action, AuditEntry.actor_id, AuditEntry.changes)
            .order_by(AuditEntry.seq.desc())
            .limit(1)
        ).one()
    assert (row.action, row.actor_id) == ("exchange.export", shop.storekeeper.employee_id)
    assert json.loads(row.changes)["export"] == {"kind": "customers", "format": "xlsx", "rows": 1}


@pytest.mark.parametrize("form", list(Format))
def test_a_list_that_went_out_and_in_goes_out_byte_by_byte_the_same(
    shop: TestShop, form: Format
) -> None:
    bring(shop, ImportKind.CUSTOMERS, read_file(SAMPLE / "customers.csv"))
    command = ExportFile(kind=ImportKind.CUSTOMERS, format=form)
    first = run_export(shop.shop, shop.owner, command)
    bring(shop, ImportKind.CUSTOMERS, read_bytes(first.data, first.name))
    assert run_export(shop.shop, shop.owner, command) == first


def test_a_reading_late_in_the_evening_comes_back_as_the_same_day(shop: TestShop) -> None:
    shop.clock.move(hours=14)  # past midnight on the center's wall clock
    shop.do(create_vehicle, CreateVehicle(plate="А001АА77", make="Kia"))
    bring(
        shop,
        ImportKind.VEHICLES,
        read_bytes("Госномер;Пробег\nА001АА77;45000\n".encode(), "a.csv"),
    )
    shop.clock.move(days=3)
    source = taken_out(shop, ImportKind.VEHICLES, Format.CSV)
    assert bring(shop, ImportKind.VEHICLES, source) == {"same": 1}
