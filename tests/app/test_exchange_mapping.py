"""Columns are known by their headings, by what was decided before, or by what stands in them."""

from typing import Any

import pytest

from app.exchange.fields import CATALOG, CUSTOMERS, VEHICLES, ImportKind, Shape, shapes_of
from app.exchange.files import read_bytes, read_file
from app.exchange.grid import FileRefusedError, Sheet
from app.exchange.mapping import SheetMapping, Sure, heading_key, no_heading, propose
from app.exchange.rows import ParsedRow, SheetParser, Skip, Weight
from tests.app.test_exchange_values import reading
from tests.build.spreadsheets import SAMPLE, xlsx


def table(*rows: list[Any]) -> Sheet:
    return read_bytes(xlsx({"S": rows}), "x").sheets[0]


def mapped(sheet: Sheet, *shapes: Shape, **remembered: dict[str, str | None]) -> SheetMapping:
    found = propose(sheet, shapes, reading(), remembered)
    assert found is not None
    return found


def fields_of(mapping: SheetMapping) -> dict[str, str | None]:
    return {column.heading: column.field for column in mapping.columns}


def parsed(sheet: Sheet, mapping: SheetMapping, **fixes: str | None) -> list[ParsedRow]:
    known = {(sheet.name, int(place[1:]), place[0]): text for place, text in fixes.items()}
    return list(SheetParser(sheet, mapping, reading(), known).rows())


def test_headings_of_another_program_are_known() -> None:
    """The columns of screen 22: a file of another shop program."""
    sheet = table(
        [
            "REG_NO",
            "VIN",
            "MAKE_MODEL",
            "MILEAGE",
            "CLIENT",
            "CLIENT_TYPE",
            "PHONE_1",
            "LAST_VISIT",
            "MANAGER",
        ],
        [
            "К664АТ77",
            "X7LHSRDV551038274",
            "RENAULT DUSTER",
            96410,
            "Фомин Григорий",
            "ФЛ",
            "8(965)330-41-08",
            "03.06.25",
            "Дёмина",
        ],
    )
    assert fields_of(mapped(sheet, VEHICLES)) == {
        "REG_NO": "plate",
        "VIN": "vin",
        "MAKE_MODEL": "model",
        "MILEAGE": "odometer",
        "CLIENT": "owner",
        "CLIENT_TYPE": "owner_kind",
        "PHONE_1": "owner_phone",
        "LAST_VISIT": "odometer_on",
        "MANAGER": None,
    }


def test_a_longer_heading_is_known_by_its_words_and_says_so() -> None:
    sheet = table(["Артикул детали", "Наименование", "Цена продажи, руб. с НДС"], ["A", "b", 10])
    by = {column.heading: column for column in mapped(sheet, CATALOG).columns}
    assert by["Артикул детали"].field == "code"
    assert by["Артикул детали"].sure is Sure.PART_OF_NAME
    assert by["Цена продажи, руб. с НДС"].field == "price_amount"


def test_two_columns_never_mean_the_same_field() -> None:
    sheet = table(["Код", "Артикул", "Наименование", "Цена", "Цена продажи"], ["1", "A", "b", 5, 6])
    fields = [field for field in fields_of(mapped(sheet, CATALOG)).values() if field]
    assert len(fields) == len(set(fields))


def test_columns_without_a_telling_heading_are_known_by_what_stands_in_them() -> None:
    rows = [[f"Иванов {n}", f"8 916 000-{n:02}-11", f"a{n}@example.org"] for n in range(10, 30)]
    by = {c.letter: c for c in mapped(table(["ФИО", "Тип", "Тип 2"], *rows), CUSTOMERS).columns}
    assert (by["C"].field, by["C"].sure) == ("email", Sure.PATTERN)
    rows = [[f"Иванов {n}", f"8 916 000-{n:02}-11", "Мытищи"] for n in range(10, 30)]
    by = {c.letter: c for c in mapped(table(["ФИО", "Связь", "Адрес"], *rows), CUSTOMERS).columns}
    assert (by["B"].field, by["B"].sure) == ("phone", Sure.PATTERN)
    assert (by["B"].filled, by["B"].fits) == (20, 20)


def test_what_was_decided_before_goes_first() -> None:
    sheet = table(["Клиент", "Телефон", "Менеджер"], ["Иванов", "89162041873", "Дёмина"])
    first = mapped(sheet, CUSTOMERS).chosen({"C": "note", "Телефон": None})
    assert fields_of(first) == {"Клиент": "name", "Телефон": None, "Менеджер": "note"}
    again = mapped(sheet, CUSTOMERS, customers=first.remembered())
    assert fields_of(again) == fields_of(first)
    moved = table(["Менеджер", "Клиент", "Телефон"], ["Дёмина", "Иванов", "89162041873"])
    assert fields_of(mapped(moved, CUSTOMERS, customers=first.remembered())) == fields_of(first)
    assert {c.sure for c in again.columns if c.field == "note"} == {Sure.REMEMBERED}


def test_a_choice_takes_the_field_from_the_column_that_had_it() -> None:
    sheet = table(["Клиент", "Телефон", "Второй"], ["Иванов", "89162041873", "89162041874"])
    chosen = mapped(sheet, CUSTOMERS).chosen({"C": "phone"})
    assert fields_of(chosen) == {"Клиент": "name", "Телефон": None, "Второй": "phone"}
    with pytest.raises(KeyError):
        chosen.chosen({"C": "shoe_size"})


def test_without_headings_the_refusal_says_what_is_needed() -> None:
    sheet = table([1, 2, 3], [4, 5, 6])
    assert propose(sheet, (CATALOG,), reading(), {}) is None
    refusal = no_heading("x.xlsx", shapes_of(ImportKind.CATALOG))
    assert isinstance(refusal, FileRefusedError)
    assert "Code, Name" in str(refusal.remedy)


def test_titles_sections_totals_and_repeated_headings_are_no_data() -> None:
    sheet = table(
        ["Прайс-лист"],
        ["Код", "Наименование", "Цена"],
        ["Двигатель"],
        ["E-1", "Замена ремня", 100],
        ["Код", "Наименование", "Цена"],
        ["E-2", "Замена цепи", 200],
        ["Итого", None, 300],
    )
    mapping = mapped(sheet, CATALOG)
    assert mapping.heading_row == 2
    parser = SheetParser(sheet, mapping, reading(), {})
    rows = list(parser.rows())
    assert [(row.number, row.get("code"), row.section) for row in rows] == [
        (4, "E-1", "Двигатель"),
        (6, "E-2", "Двигатель"),
    ]
    assert parser.result.skipped == [(3, Skip.SECTION), (5, Skip.HEADING), (7, Skip.TOTAL)]


def test_a_problem_names_row_column_value_and_remedy() -> None:
    sheet = table(
        ["Код", "Наименование", "Цена"],
        ["A", "Болт", "дорого"],
        ["B", None, 5],
        ["C", "Гайка", 796.66667],
    )
    bad, empty, doubtful = parsed(sheet, mapped(sheet, CATALOG))
    (problem,) = bad.problems
    assert (problem.row, problem.column, problem.heading, problem.value) == (
        2,
        "C",
        "Цена",
        "дорого",
    )
    assert str(problem.sentence) == "“дорого” is not a number."
    assert problem.remedy is not None
    assert bad.is_bad
    assert [(p.row, p.column) for p in empty.problems] == [(3, "B")]
    assert [p.weight for p in doubtful.problems] == [Weight.WARNING]
    assert not doubtful.is_bad
    assert doubtful.get("price_amount") == 79667


def test_a_person_s_answer_is_read_instead_of_the_cell() -> None:
    sheet = table(["Код", "Наименование", "Цена"], ["A", "Болт", "дорого"])
    (row,) = parsed(sheet, mapped(sheet, CATALOG), C2="1 200,50")
    assert row.get("price_amount") == 120050
    (row,) = parsed(sheet, mapped(sheet, CATALOG), C2=None)
    assert not row.is_bad
    assert row.get("price_amount") is None


def test_headings_are_compared_without_case_signs_and_currency() -> None:
    assert heading_key("Цена, ₽") == heading_key("ЦЕНА") == heading_key(" цена: ")
    assert heading_key("Reg_No.") == "reg no"


@pytest.mark.parametrize(
    ("file", "kind", "expected"),
    [
        (
            "price_list.xlsx",
            ImportKind.CATALOG,
            {"Работы": 356, "Запчасти": 257, "Жидкости": 33, "Материалы": 38, "Пакеты": 49},
        ),
        ("customers.csv", ImportKind.CUSTOMERS, {"": 166}),
        ("vehicles.csv", ImportKind.VEHICLES, {"": 219}),
        ("opening_stock.xlsx", ImportKind.OPENING_STOCK, {"Остатки": 326}),
    ],
)
def test_the_sample_is_understood(file: str, kind: ImportKind, expected: dict[str, int]) -> None:
    source = read_file(SAMPLE / file)
    found = {}
    for sheet in source.sheets:
        mapping = propose(sheet, shapes_of(kind), reading(), {})
        assert mapping is not None
        found[sheet.name] = len(parsed(sheet, mapping))
    assert found == expected


def test_the_wrong_rows_of_the_sample_are_those_its_page_names() -> None:
    wrong: dict[str, list[tuple[int, str]]] = {}
    for file, kind in (
        ("customers.csv", ImportKind.CUSTOMERS),
        ("vehicles.csv", ImportKind.VEHICLES),
    ):
        (sheet,) = read_file(SAMPLE / file).sheets
        mapping = propose(sheet, shapes_of(kind), reading(), {})
        assert mapping is not None
        rows = parsed(sheet, mapping)
        wrong[file] = [(p.row, p.column) for row in rows if row.is_bad for p in row.problems]
    assert wrong == {
        "customers.csv": [(22, "B"), (49, "D"), (85, "I"), (101, "H"), (122, "F"), (143, "K")],
        "vehicles.csv": [(35, "B"), (63, "B"), (77, "H"), (98, "H"), (135, "F"), (190, "J")],
    }
