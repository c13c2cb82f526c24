"""Imports: tried out without a trace, whole or without wrong rows, twice without a change (rules I1 to I5)."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app.catalog import find_items, get_item
from app.customers import CreateCustomer, create_customer, find_customers, list_consents
from app.exchange import (
    FileRefusedError,
    ImportFile,
    ImportKind,
    ImportRefusedError,
    ImportReport,
    ImportStoppedError,
    Outcome,
    SourceFile,
    check_import,
    propose_columns,
    read_bytes,
    read_file,
    run_import,
)
from app.inventory import (
    CreateLocation,
    CreateProduct,
    Receive,
    check_levels,
    create_location,
    create_product,
    find_products,
    receive,
    stock_of_all,
)
from app.kernel.errors import InvalidError, NotAllowedError
from app.vehicles import CreateVehicle, create_vehicle, find_vehicles, get_vehicle
from models.entities import metadata
from models.ledger import AuditEntry
from models.money import Money
from models.vehicles import OdometerReading
from tests.build.shops import TestShop
from tests.build.spreadsheets import SAMPLE, xlsx

C = ImportKind.CUSTOMERS
V = ImportKind.VEHICLES
K = ImportKind.CATALOG
S = ImportKind.OPENING_STOCK


def csv_of(text: str, name: str = "file.csv") -> SourceFile:
    return read_bytes(text.encode(), name)


def bring(shop: TestShop, kind: ImportKind, source: SourceFile | str, **more: Any) -> ImportReport:  # noqa: ANN401 - any field of the command
    made = csv_of(source) if isinstance(source, str) else source
    return run_import(shop.shop, shop.owner, ImportFile(kind=kind, source=made, **more)).result


def check(shop: TestShop, kind: ImportKind, source: SourceFile | str, **more: Any) -> ImportReport:  # noqa: ANN401 - as above
    made = csv_of(source) if isinstance(source, str) else source
    return check_import(shop.shop, shop.owner, ImportFile(kind=kind, source=made, **more))


def sums(report: ImportReport) -> dict[str, int]:
    return {o.value: report.count(o) for o in Outcome if report.count(o)}


def everything(shop: TestShop) -> Mapping[str, list[Any]]:
    """All rows of all tables."""
    with shop.reading() as read:
        return {
            table.name: [tuple(row) for row in read.connection.execute(sa.select(table))]
            for table in metadata.sorted_tables
        }


def says(report: ImportReport) -> list[tuple[int, str, str]]:
    return [(p.row, p.column, str(p.sentence)) for p in report.problems]


def levels_match(shop: TestShop) -> bool:
    """Whether every balance is the sum of its moves."""
    with shop.reading() as read:
        return not check_levels(read.connection, read.center_id)


SAMPLE_SUMS = [
    (K, "price_list.xlsx", {"added": 733, "skipped": 38}, {"same": 733, "skipped": 38}),
    (
        C,
        "customers.csv",
        {"added": 152, "skipped": 9, "refused": 6},
        {"same": 160, "skipped": 1, "refused": 6},
    ),
    (V, "vehicles.csv", {"added": 208, "skipped": 3, "refused": 8}, {"same": 211, "refused": 8}),
    (
        S,
        "opening_stock.xlsx",
        {"added": 323, "skipped": 1, "refused": 3},
        {"same": 323, "skipped": 1, "refused": 3},
    ),
]


def test_the_sample_shop_comes_in_and_a_repeat_adds_nothing(shop: TestShop) -> None:
    """I2, I3: the wrong rows that its page names are left out, everything else is there, once."""
    shop.do(create_location, CreateLocation(code="VAN1", name="Выездной 1"))
    for kind, file, first, _ in SAMPLE_SUMS:
        source = read_file(SAMPLE / file)
        trial = check(shop, kind, source, skip_bad=True)
        report = bring(shop, kind, source, skip_bad=True)
        assert sums(report) == first, file
        assert sums(trial) == first, file
        assert [(r.sheet, r.row, r.outcome) for r in trial.outcomes] == [
            (r.sheet, r.row, r.outcome) for r in report.outcomes
        ]
    before = {
        name: rows for name, rows in everything(shop).items() if not name.startswith("audit_")
    }
    for kind, file, _, again in SAMPLE_SUMS:
        assert sums(bring(shop, kind, read_file(SAMPLE / file), skip_bad=True)) == again, file
    assert {n: r for n, r in everything(shop).items() if not n.startswith("audit_")} == before
    assert levels_match(shop)


def test_what_came_in_is_what_the_files_say(shop: TestShop) -> None:
    shop.do(create_location, CreateLocation(code="VAN1", name="Выездной 1"))
    for kind, file, *_ in SAMPLE_SUMS:
        bring(shop, kind, read_file(SAMPLE / file), skip_bad=True)
    (filter_,) = [p for p in shop.see(find_products, "w 712/95") if p.sku == "W 712/95"]
    assert (filter_.maker, filter_.unit, filter_.min_qty, filter_.max_qty) == (
        "MANN-FILTER",
        "шт",
        Decimal(10),
        Decimal(40),
    )
    assert filter_.barcode == "4011558739409"
    (oil,) = [p for p in shop.see(find_products, "15668e") if p.sku == "15668E"]
    assert oil.unit == "л"
    bought = {
        sku: (unit, factor)
        for sku, unit, factor in products(shop, "sku", "purchase_unit", "purchase_factor")
    }
    assert bought["15668E"] == ("бочка", 208)
    (package,) = [i for i in shop.see(find_items, "P-OIL-5990") if i.code == "P-OIL-5990"]
    detail = shop.see(get_item, package.id)
    assert (detail.price_amount, detail.next_service_km, detail.next_service_months) == (
        599000,
        10000,
        12,
    )
    assert [(line.code, line.qty) for line in detail.lines] == [
        ("M-0102", 1),
        ("15668E", Decimal("4.2")),
        ("W 712/95", 1),
    ]
    (tow,) = [i for i in shop.see(find_items, "X-0009") if i.code == "X-0009"]
    assert (tow.price, tow.tax_code, tow.unit) == (Money(74000, "RUB"), "none", "усл")
    (octavia,) = shop.see(find_vehicles, "a123bc777")
    assert (octavia.vin, octavia.make, octavia.owner_name) == (
        "XW8AN4NE3KH012845",
        "Škoda",
        "Иванова Марина Сергеевна",
    )
    (owner,) = shop.see(find_customers, "9162041873")
    assert (owner.phone, owner.other_phone, owner.price_group, owner.discount_percent) == (
        "+79162041873",
        "+79162041874",
        "regular",
        Decimal(5),
    )
    assert [c.purpose for c in shop.see(list_consents, owner.id)] == ["personal_data"]
    assert {v.odometer_unit for v in shop.see(find_vehicles, "Sienna")} == {"mi"}


def test_equivalents_hang_together_however_they_are_named(shop: TestShop) -> None:
    source = xlsx(
        {
            "Запчасти": [
                ["Артикул", "Наименование", "Цена", "Аналоги"],
                ["W 712/95", "Фильтр", 780, "oc593/4, Х-99"],
                ["OC 593/4", "Фильтр", 720, None],
                ["04E 115 561 H", "Фильтр", 1190, "W712/95"],
            ]
        }
    )
    report = bring(shop, K, read_bytes(source, "a.xlsx"))
    assert says(report) == [(2, "D", "The catalog has no “Х-99”.")]
    groups = {row[0] for row in products(shop, "equivalent_group")}
    assert len(groups) == 1
    assert None not in groups
    assert sums(bring(shop, K, read_bytes(source, "a.xlsx"))) == {"same": 3}


def products(shop: TestShop, *columns: str) -> list[tuple[Any, ...]]:
    table = metadata.tables["product"]
    with shop.reading() as read:
        found = read.connection.execute(
            sa.select(*(table.c[c] for c in columns)).order_by(table.c.sku)
        )
        return [tuple(row) for row in found]


def test_a_trial_leaves_no_trace(shop: TestShop) -> None:
    """I1."""
    before = everything(shop)
    for kind, file, *_ in SAMPLE_SUMS[:3]:
        report = check(shop, kind, read_file(SAMPLE / file), skip_bad=True)
        assert report.is_dry
        assert report.count(Outcome.ADDED) > 0
    assert everything(shop) == before


def test_a_trial_says_what_there_will_be(shop: TestShop) -> None:
    report = check(shop, V, "Госномер;Марка;Владелец\nА1;Kia;Ким Юрий\n")
    assert report.counted == {"customer": (0, 1), "vehicle": (0, 1)}


WRONG = "Клиент;Телефон;Скидка\nИванов Пётр;89162041873;5\nСёмин Олег;8-916-20;\nЛи Дарина;89160000001;много\n"


def test_one_wrong_row_keeps_the_whole_file_out(shop: TestShop) -> None:
    """I2."""
    before = everything(shop)
    with pytest.raises(ImportRefusedError) as caught:
        bring(shop, C, WRONG)
    assert says(caught.value.report) == [
        (3, "B", "“8-916-20” is too short for a phone number: 6 digits."),
        (4, "C", "“много” is not a number."),
    ]
    assert all(problem.remedy for problem in caught.value.report.errors)
    assert everything(shop) == before


def test_wrong_rows_are_left_out_when_asked(shop: TestShop) -> None:
    """I2."""
    report = bring(shop, C, WRONG, skip_bad=True)
    assert sums(report) == {"added": 1, "refused": 2}
    assert [c.name for c in shop.see(find_customers, "иванов")] == ["Иванов Пётр"]
    assert shop.see(find_customers, "сёмин") == ()


def test_answers_to_single_cells_make_wrong_rows_right(shop: TestShop) -> None:
    fixes = {("", 3, "B"): "8 916 204-18-74", ("", 4, "C"): None}
    assert sums(bring(shop, C, WRONG, fixes=fixes)) == {"added": 3}
    assert shop.see(find_customers, "9162041874")[0].name == "Сёмин Олег"


def test_decisions_about_columns_are_remembered(shop: TestShop) -> None:
    """I4."""
    first = "ФИО;Связь;Прочее\nИванов Пётр;89162041873;звонить вечером\n"
    report = bring(shop, C, first, choices={"": {"Прочее": "note", "Связь": None}})
    assert {c.heading: c.field for c in report.mappings[0].columns} == {
        "ФИО": "name",
        "Связь": None,
        "Прочее": "note",
    }
    second = csv_of("Прочее;Связь;ФИО\nне звонить;89162041874;Сёмин Олег\n")
    with shop.reading() as read:
        (mapping,) = propose_columns(read, C, second, shop.clock().date())
    assert {c.heading: c.field for c in mapping.columns} == {
        "Прочее": "note",
        "Связь": None,
        "ФИО": "name",
    }
    bring(shop, C, second)
    (made,) = shop.see(find_customers, "семин")
    assert (made.note, made.phone) == ("не звонить", None)


def test_a_trial_remembers_nothing(shop: TestShop) -> None:
    text = "ФИО;Прочее\nИванов Пётр;звонить вечером\n"
    check(shop, C, text, choices={"": {"Прочее": "note"}})
    with shop.reading() as read:
        (mapping,) = propose_columns(read, C, csv_of(text), shop.clock().date())
    assert {c.heading: c.field for c in mapping.columns} == {"ФИО": "name", "Прочее": None}


def test_columns_nobody_knows_can_be_named_by_a_person(shop: TestShop) -> None:
    text = "Столбец1;Столбец2\nИванов Пётр;89162041873\n"
    with pytest.raises(FileRefusedError):
        bring(shop, C, text)
    bring(shop, C, text, choices={"": {"A": "name", "B": "phone"}})
    assert shop.see(find_customers, "9162041873")[0].name == "Иванов Пётр"


def test_a_field_that_does_not_exist_is_refused(shop: TestShop) -> None:
    with pytest.raises(InvalidError):
        bring(shop, C, WRONG, choices={"": {"Скидка": "shoe_size"}})


def test_a_file_without_headings_is_refused(shop: TestShop) -> None:
    with pytest.raises(FileRefusedError):
        bring(shop, C, "1;2\n3;4\n")


def test_the_audit_keeps_hash_and_sums_but_nobody_s_name(shop: TestShop) -> None:
    """I5."""
    source = csv_of("Клиент;Телефон\nИванов Пётр;89162041873\n", "clients.csv")
    bring(shop, C, source)
    with shop.reading() as read:
        row = read.connection.execute(
            sa.select(AuditEntry.action, AuditEntry.changes)
            .order_by(AuditEntry.seq.desc())
            .limit(1)
        ).one()
    assert row.action == "exchange.import"
    facts = json.loads(row.changes)["import"]
    assert facts["sha256"] == source.sha256
    assert facts["rows"]["added"] == 1
    assert "Иванов" not in row.changes
    assert "9162041873" not in row.changes


def test_rights_are_asked_for(shop: TestShop) -> None:
    command = ImportFile(kind=C, source=csv_of("Клиент;Телефон\nИванов;89162041873\n"))
    with pytest.raises(NotAllowedError):
        run_import(shop.shop, shop.mechanic, command)
    with pytest.raises(NotAllowedError):  # may import goods, not people
        run_import(shop.shop, shop.storekeeper, command)
    parts = ImportFile(kind=K, source=csv_of("Артикул;Наименование;Цена\nA1;Болт;10\n"))
    assert run_import(shop.shop, shop.storekeeper, parts).result.count(Outcome.ADDED) == 1


def test_progress_is_told_and_a_stop_leaves_nothing(shop: TestShop) -> None:
    lines = "\n".join(f"Клиент {n};8916000{n:04}" for n in range(1000))
    source = csv_of("Клиент;Телефон\n" + lines)
    seen: list[tuple[int, int]] = []

    def note(done: int, total: int) -> None:
        seen.append((done, total))

    before = everything(shop)
    with pytest.raises(ImportStoppedError):
        bring(shop, C, source, progress=note, is_stopped=lambda: len(seen) >= 7)
    assert everything(shop) == before
    assert len(seen) == 7
    bring(shop, C, source, progress=note)
    assert seen[-1] == (1000, 1000)


# customers
def test_the_same_person_in_other_words_is_not_made_twice(shop: TestShop) -> None:
    text = (
        "Клиент;Телефон;E-mail\n"
        "Иванова Марина Сергеевна;8(916)204-18-73;\n"
        "ИВАНОВА М.;+7 916 2041873;marina@example.org\n"
        "Марина  Иванова;9162041873;\n"
        "Иванов Олег;89162041873;\n"
    )
    report = bring(shop, C, text)
    assert sums(report) == {"added": 2, "skipped": 2}
    assert says(report) == [(5, "B", "Somebody else has this phone too.")]
    marina, oleg = sorted(
        shop.see(find_customers, "9162041873"), key=lambda c: c.name, reverse=True
    )
    assert (marina.name, marina.email) == ("Иванова Марина Сергеевна", "marina@example.org")
    assert oleg.name == "Иванов Олег"


def test_known_customers_get_what_they_lack_and_keep_what_they_have(shop: TestShop) -> None:
    known = shop.do(
        create_customer,
        CreateCustomer(name="Иванов Пётр", phone="+79162041873", email="old@example.org"),
    )
    text = "Клиент;Телефон;E-mail;Адрес\nИванов П.;89162041873;new@example.org;Мытищи\n"
    report = bring(shop, C, text)
    assert sums(report) == {"changed": 1}
    assert report.outcomes[0].record == known
    (row,) = shop.see(find_customers, "9162041873")
    assert (row.name, row.email, row.address) == ("Иванов Пётр", "old@example.org", "Мытищи")
    assert sums(bring(shop, C, text)) == {"same": 1}
    assert sums(bring(shop, C, text, overwrite=True)) == {"changed": 1}
    (row,) = shop.see(find_customers, "new@example.org")
    assert row.name == "Иванов П."


def test_companies_are_known_by_their_tax_number_and_branch(shop: TestShop) -> None:
    text = (
        "Клиент;ИНН;КПП\n"
        "ООО «Вектор»;5000749487;502901001\n"
        '"ООО ""Вектор-Сервис""";5000749487;502901001\n'
        "ООО «Вектор», филиал;5000749487;771001001\n"
    )
    report = bring(shop, C, text)
    assert sums(report) == {"added": 2, "skipped": 1}
    assert {c.kind for c in shop.see(find_customers, "5000749487")} == {"company"}


# vehicles
def test_a_car_is_known_by_vin_then_by_plate(shop: TestShop) -> None:
    owner = shop.do(create_customer, CreateCustomer(name="Ким Юрий", phone="+79170008263"))
    known = shop.do(create_vehicle, CreateVehicle(plate="Е731КМ197", make="Kia", owner_id=owner))
    text = (
        "Госномер;VIN;Марка;Модель;Год;Пробег;Владелец;Телефон владельца\n"
        "e731km 197;Z94CB41B9KC222877;KIA;Rio;2019;61 000 км;Ким Ю.;8(917)000-82-63\n"
    )
    report = bring(shop, V, text)
    assert sums(report) == {"changed": 1}
    assert report.outcomes[0].record == known
    card = shop.see(get_vehicle, known, now=shop.clock())
    assert (card.vehicle.vin, card.vehicle.make, card.vehicle.model, card.vehicle.made_year) == (
        "Z94CB41B9KC222877",
        "Kia",
        "Rio",
        2019,
    )
    assert [r.value for r in card.readings] == [61000]
    assert sums(bring(shop, V, text)) == {"same": 1}
    assert shop.see(find_vehicles, "Z94CB41B9KC222877")[0].id == known


def test_a_plate_on_two_cars_is_asked_about(shop: TestShop) -> None:
    text = (
        "Госномер;VIN;Марка\nВ640НН799;XTAGFL110JR000001;Lada\nB640HH 799;XTAGFL110JR000002;Lada\n"
    )
    report = bring(shop, V, text, skip_bad=True)
    assert sums(report) == {"added": 1, "refused": 1}
    assert says(report) == [(3, "A", "The plate is also in row 2, on a car with another VIN.")]
    other = bring(shop, V, "Госномер;VIN\nВ640НН799;XTAGFL110JR000003\n", skip_bad=True)
    assert says(other) == [(2, "A", "The plate stands on another car here, with another VIN.")]


def test_owners_nobody_knows_are_made_once(shop: TestShop) -> None:
    text = (
        "Госномер;Марка;Владелец;Телефон владельца\n"
        "А001АА77;Kia;Ким Юрий;89170008263\n"
        "А002АА77;Kia;Ким Ю.;8 917 000-82-63\n"
        "А003АА77;Lada;;\n"
    )
    report = bring(shop, V, text)
    assert report.counted == {"customer": (0, 1), "vehicle": (0, 3)}
    (owner,) = shop.see(find_customers, "9170008263")
    assert owner.name == "Ким Юрий"
    assert {v.plate for v in shop.see(find_vehicles, "Kia") if v.owner_id == owner.id} == {
        "А001АА 77",
        "А002АА 77",
    }


def test_without_making_owners_cars_wait_for_theirs(shop: TestShop) -> None:
    text = "Госномер;Марка;Владелец\nА001АА77;Kia;Ким Юрий\n"
    report = bring(shop, V, text, makes_owners=False)
    assert report.counted == {"customer": (0, 0), "vehicle": (0, 1)}
    assert says(report) == [(2, "C", "No customer fits: the car has no owner yet.")]


def test_readings_keep_their_day_and_unit_and_an_odd_one_is_marked(shop: TestShop) -> None:
    text = (
        "Госномер;Марка;Пробег;Дата пробега\n"
        "А001АА77;Ford;45000;01.03.25\n"
        "А001АА77;Ford;61 907 миль;03.06.25\n"
        "А001АА77;Ford;42000;01.09.25\n"
    )
    report = bring(shop, V, text)
    assert [str(p.sentence)[:11] for p in report.warnings] == ["It does not"]
    with shop.reading() as read:
        rows = read.connection.execute(
            sa.select(
                OdometerReading.value,
                OdometerReading.unit,
                OdometerReading.is_anomaly,
                OdometerReading.source,
            ).order_by(OdometerReading.read_at)
        ).all()
    assert [tuple(row) for row in rows] == [
        (45000, "km", False, "import"),
        (61907, "mi", False, "import"),
        (42000, "km", True, "import"),
    ]
    assert sums(bring(shop, V, text)) == {"same": 3}


# price lists
def test_a_new_price_list_changes_prices_and_says_how_many(shop: TestShop) -> None:
    head = "Артикул;Наименование;Цена;Закупка\n"
    bring(shop, K, head + "A1;Болт;10,50;5\nA2;Гайка;3;1\n")
    report = bring(shop, K, head + "a-1;Болт;11,00;5\nA2;Гайка;3;1\nA3;Шайба;1;0,4\n")
    assert sums(report) == {"added": 1, "changed": 1, "same": 1}
    assert [(i.code, i.price) for i in shop.see(find_items, "Болт")] == [("A1", Money(1100, "RUB"))]


def test_an_empty_cell_never_erases(shop: TestShop) -> None:
    head = "Артикул;Наименование;Цена;Ячейка\n"
    bring(shop, K, head + "A1;Болт;10;B-1\n")
    assert sums(bring(shop, K, head + "A1;Болт;;\n")) == {"same": 1}
    assert products(shop, "sku", "bin") == [("A1", "B-1")]


def test_a_code_twice_is_one_row_too_many(shop: TestShop) -> None:
    head = "Артикул;Наименование;Цена\n"
    report = bring(
        shop, K, head + "A1;Болт;10\nA 1;Болт;12\nB2;Гайка;3\nB2;Гайка;3\n", skip_bad=True
    )
    assert says(report) == [(3, "A", "This code is also in row 2.")]
    assert sums(report) == {"added": 2, "skipped": 1, "refused": 1}


def test_labour_without_hours_and_price_is_refused_where_it_stands(shop: TestShop) -> None:
    text = "Код;Наименование;Вид;Норма, н/ч;Цена\nM-1;Замена;работа;;\nM-2;Мойка;работа;;900\n"
    report = bring(shop, K, text, skip_bad=True)
    assert [(row, what) for row, _, what in says(report)] == [
        (2, "Labour needs norm hours or a fixed price.")
    ]


def test_a_package_is_imported_whole_or_not_at_all(shop: TestShop) -> None:
    source = xlsx(
        {
            "Работы": [["Код", "Наименование", "Норма, н/ч"], ["M-1", "Замена масла", 0.6]],
            "Пакеты": [
                ["Код пакета", "Название пакета", "Цена пакета", "Код позиции", "Количество"],
                ["P-1", "Сервис", 990, "m-1", 1],
                ["P-2", "Сервис с ошибкой", 990, "M-1", 1],
                [None, None, None, "M-1", "много"],
                ["P-3", "Чужое", 990, "Z-9", 1],
            ],
        }
    )
    report = bring(shop, K, read_bytes(source, "a.xlsx"), skip_bad=True)
    assert sums(report) == {"added": 2, "refused": 3}
    assert {(p.row, p.column) for p in report.errors} == {(3, "D"), (4, "E"), (5, "D")}
    assert [i.code for i in shop.see(find_items, "P-")] == ["P-1"]


# opening stock
def test_opening_stock_of_a_known_product_is_booked_once(shop: TestShop) -> None:
    shop.do(create_product, CreateProduct(sku="W 712/95", name="Фильтр", last_cost_amount=43100))
    text = "Артикул;Остаток;Себестоимость;Ячейка\nw 712/95;2;431,00;A-02-4\nW712/95;3 шт;;\n"
    report = bring(shop, S, text)
    assert sums(report) == {"added": 2}
    (level,) = shop.see(stock_of_all)
    assert level.on_hand_qty == 5
    assert products(shop, "sku", "bin") == [("W 712/95", "A-02-4")]
    assert sums(bring(shop, S, text)) == {"same": 2}
    assert levels_match(shop)


def test_goods_that_moved_already_are_not_opened_again(shop: TestShop) -> None:
    product = shop.do(create_product, CreateProduct(sku="A1", name="Болт"))
    shop.do(receive, Receive(product_id=product, qty=Decimal(4), cost_amount=1000))
    report = bring(shop, S, "Артикул;Остаток;Себестоимость\nA1;9;10\n")
    assert sums(report) == {"skipped": 1}
    (level,) = shop.see(stock_of_all)
    assert level.on_hand_qty == 4


def test_stock_nobody_can_place_or_value_is_named(shop: TestShop) -> None:
    shop.do(create_product, CreateProduct(sku="A1", name="Болт"))
    text = "Артикул;Остаток;Склад;Себестоимость\nZ9;1;;5\nA1;1;Луна;5\nA1;1;;\nA1;0;;5\n"
    report = bring(shop, S, text, skip_bad=True)
    assert says(report) == [
        (2, "A", "The catalog has no “Z9”."),
        (3, "C", "There is no store “Луна”."),
        (4, "D", "Nobody knows what this cost."),
    ]
    assert sums(report) == {"skipped": 1, "refused": 3}


def test_formulas_and_markup_come_in_as_text(shop: TestShop) -> None:
    bring(
        shop, C, 'Клиент;Телефон;Примечание\nИванов Пётр;89162041873;"=HYPERLINK(""http://x"")"\n'
    )
    assert shop.see(find_customers, "иванов")[0].note == '=HYPERLINK("http://x")'
