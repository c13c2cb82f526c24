"""The import as a person goes through it: file, columns, dry run, remedies, import; and lists taken out."""

import csv
import io
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.exchange import (
    Format,
    ImportKind,
    Outcome,
    Problem,
    Sure,
    Weight,
    list_recipes,
    read_bytes,
)
from models.customers import Customer
from models.ledger import AuditEntry
from models.vehicles import Vehicle
from tests.build.spreadsheets import SAMPLE
from ui.exchange.columns_pane import sure_mark
from ui.exchange.dialogs import MannerDialog, RecipeDialog, ValueDialog
from ui.exchange.lines import Lister, remedy_of
from ui.exchange.lists import write_file
from ui.exchange.page import ExchangePage
from ui.exchange.problem_list import Line, ProblemList
from ui.exchange.session import Manner, to_write
from ui.exchange.words import ICONS, KINDS, OUTCOMES, RECORDS, SHAPES, SURE, TITLES
from ui.shell.window import Window
from ui.start import settle

WORDS = {"leave": "Leave out", "enter": "Enter…", "right": "Put right"}
CARS = """Госномер;VIN;Марка;Модель;Пробег;Владелец;Телефон владельца;Менеджер
К900АТ77;XW8ZZZ5NZOG102345;VW;Tiguan;118420;Логинов Антон;8-903-000-11-22;Дёмина
К901АТ77;;Lada;Vesta;1 284 500;Сомова Ира;8-916-20;Кравец
К902АТ77;;Kia;Rio;61 907,4;Иванов Пётр;;
К903АТ77;;Kia;Rio;61 907;Ветров Лев;8-903-000-11-33;
"""


@pytest.fixture
def page(window: Window) -> ExchangePage:
    window.open("exchange", None, {})
    settle(window)
    found = window.page
    assert isinstance(found, ExchangePage)
    return found


@pytest.fixture
def cars(tmp_path: Path) -> Path:
    path = tmp_path / "cars.csv"
    path.write_text(CARS, encoding="cp1251")
    return path


def opened(window: Window, page: ExchangePage, path: Path) -> ExchangePage:
    page.open_file(path)
    checked(window, page)
    return page


def checked(window: Window, page: ExchangePage) -> None:
    """Until the figures are those of the present decisions."""
    end = time.monotonic() + 20
    while not page.session.is_fresh and time.monotonic() < end:
        settle(window, 1)
        QTest.qWait(20)
    assert page.session.is_fresh


def count(window: Window, entity: type[Customer] | type[Vehicle]) -> int:
    with window.desk.shop.reading(window.desk.actor) as read:
        found = read.connection.execute(sa.select(sa.func.count()).select_from(entity))
        return int(found.scalar_one())


def test_everything_that_can_come_has_its_words() -> None:
    assert set(KINDS) == set(TITLES) == set(ICONS) == set(ImportKind)
    assert set(OUTCOMES) == set(Outcome)
    assert set(SURE) == set(Sure)


@pytest.mark.parametrize(
    ("file", "kind", "title"),
    [
        ("customers.csv", ImportKind.CUSTOMERS, "Import customers"),
        ("vehicles.csv", ImportKind.VEHICLES, "Import cars and owners"),
        ("price_list.xlsx", ImportKind.CATALOG, "Import a price list"),
    ],
)
def test_a_sample_file_is_known_and_adds_nothing_twice(
    window: Window, page: ExchangePage, file: str, kind: ImportKind, title: str
) -> None:
    opened(window, page, SAMPLE / file)
    assert page.session.kind is kind
    assert page.toolbar.title.text() == title
    report = page.session.report
    assert report is not None
    assert report.count(Outcome.ADDED) == 0
    assert report.count(Outcome.SAME) > 100
    assert set(report.counted) <= set(RECORDS)
    assert {m.shape.name for m in report.mappings} <= set(SHAPES)
    assert not page.import_button.isEnabled()
    assert page.steps.step() == 2


def test_a_dry_run_writes_nothing_and_the_import_does(
    window: Window, page: ExchangePage, cars: Path
) -> None:
    people, vehicles = count(window, Customer), count(window, Vehicle)
    opened(window, page, cars)
    report = page.session.report
    assert report is not None
    assert report.is_dry
    assert (report.count(Outcome.ADDED), report.count(Outcome.REFUSED)) == (1, 3)
    assert (count(window, Customer), count(window, Vehicle)) == (people, vehicles)
    assert page.import_button.text() == "Import 1 row"
    page.session.run()
    settle(window)
    assert (count(window, Customer), count(window, Vehicle)) == (people + 1, vehicles + 1)
    assert page.steps.step() == 4
    assert not page.import_button.isEnabled()
    with window.desk.shop.reading(window.desk.actor) as read:
        last = read.connection.execute(
            sa.select(AuditEntry.action).order_by(AuditEntry.seq.desc()).limit(1)
        ).scalar()
    assert last == "exchange.import"


def test_errors_are_listed_with_row_column_value_sentence_and_remedy(
    window: Window, page: ExchangePage, cars: Path
) -> None:
    opened(window, page, cars)
    lines = page.results.list.lines()
    assert [(line.row, line.column, line.value) for line in lines] == [
        ("2", "VIN", "XW8ZZZ5NZOG102345"),
        ("3", "Пробег", "1 284 500"),
        ("3", "Телефон владельца", "8-916-20"),
        ("4", "Пробег", "61 907,4"),
    ]
    assert [line.remedy for line in lines] == ["Put right", "Leave out", "Leave out", "61907"]
    assert all(line.sentence and line.tone == "bad" for line in lines)
    assert "XW8ZZZ5NZ0G102345" in lines[0].tip


def test_enter_takes_the_remedy_and_the_figures_follow(
    window: Window, page: ExchangePage, cars: Path
) -> None:
    opened(window, page, cars)
    for _ in range(4):
        table = page.results.list
        table.setFocus()
        table.setCurrentIndex(table.model().index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert not page.session.is_fresh
    assert not page.import_button.isEnabled()
    checked(window, page)
    report = page.session.report
    assert report is not None
    assert (report.count(Outcome.ADDED), report.count(Outcome.REFUSED)) == (4, 0)
    page.session.run()
    settle(window)
    with window.desk.shop.reading(window.desk.actor) as read:
        vins = read.connection.execute(sa.select(Vehicle.vin)).scalars().all()
    assert "XW8ZZZ5NZ0G102345" in vins


def test_a_remedy_can_be_taken_back(window: Window, page: ExchangePage, cars: Path) -> None:
    opened(window, page, cars)
    page.results.take(page.results.list.line(1))
    assert len(page.session.fixes) == 1
    window.toasts.undo()
    assert page.session.fixes == {}
    checked(window, page)


def test_f2_asks_for_another_value(window: Window, page: ExchangePage, cars: Path) -> None:
    opened(window, page, cars)
    table = page.results.list
    table.setCurrentIndex(table.model().index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_F2)
    (dialog,) = window.findChildren(ValueDialog)
    dialog.form.control("value").setText("128 450")
    dialog.take()
    checked(window, page)
    assert [line.value for line in page.results.list.lines()][1] == "8-916-20"


def test_a_column_means_what_a_person_chose(window: Window, page: ExchangePage, cars: Path) -> None:
    opened(window, page, cars)
    choice, mark = page.columns._rows["", "H"]  # noqa: SLF001  the column's own row
    assert choice.value() is None
    choice.set_value("note")
    assert not page.session.is_fresh
    checked(window, page)
    (mapping,) = page.session.mappings()
    column = next(c for c in mapping.columns if c.letter == "H")
    assert (column.field, column.sure) == ("note", Sure.CHOSEN)
    assert mark.isVisible()
    assert sure_mark(column).icon == "hand"


def test_recipes_are_kept_and_used(window: Window, page: ExchangePage, cars: Path) -> None:
    opened(window, page, cars)
    page.session.choose("", "E", None)
    page.recipes.keep("Автодилер")
    settle(window)
    with window.desk.shop.reading(window.desk.actor) as read:
        (recipe,) = list_recipes(read, ImportKind.VEHICLES)
    assert recipe.choices["Пробег"] is None
    page.session.choices = {}
    RecipeDialog(
        page, [recipe], "", lambda _name: None, page.session.use_recipe, lambda _recipe: None
    )
    page.session.use_recipe(recipe)
    checked(window, page)
    (mapping,) = page.session.mappings()
    assert next(c for c in mapping.columns if c.heading == "Пробег").field is None


def test_a_check_is_stopped_without_a_trace(window: Window, page: ExchangePage) -> None:
    page.open_file(SAMPLE / "price_list.xlsx")
    while page.session.busy != "check":
        QTest.qWait(5)
    assert page.back()
    settle(window)
    assert page.session.busy == ""
    assert page.session.report is None
    assert page.back()
    assert page.session.source is None
    assert not page.back()


def test_a_file_that_is_no_table_is_refused_in_words(
    window: Window, page: ExchangePage, tmp_path: Path
) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    said: list[Exception] = []
    window.show_problem = lambda _window, error, _retry: said.append(error)
    page.open_file(path)
    settle(window)
    assert "not a table" in str(said[0])
    assert page.session.source is None


def test_a_file_nobody_knows_asks_what_it_is_about(
    window: Window, page: ExchangePage, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Альфа;Бета\nИванов;89160000011\n", encoding="utf-8")
    page.open_file(path)
    settle(window)
    assert page.session.kind is None
    assert page._notices.itemAt(0) is not None  # noqa: SLF001  a part of the screen
    assert not page.import_button.isEnabled()


def test_the_manner_reads_the_file_otherwise(
    window: Window, page: ExchangePage, cars: Path
) -> None:
    opened(window, page, cars)
    source = page.session.source
    assert source is not None
    got: list[tuple[Manner, ImportKind]] = []
    dialog = MannerDialog(
        page, source, page.session.manner, page.session.kind, lambda m, k: got.append((m, k))
    )
    dialog.open()
    dialog.form.set_values({"kind": ImportKind.CUSTOMERS, "decimal_mark": "."})
    dialog.take()
    assert got == [(Manner(decimal_mark="."), ImportKind.CUSTOMERS)]
    page._take_manner(*got[0])  # noqa: SLF001  what the dialog calls
    settle(window)
    assert page.session.kind is ImportKind.CUSTOMERS
    assert page.session.manner.decimal_mark == "."


def test_columns_nobody_knows_are_told_by_a_person(
    window: Window, page: ExchangePage, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Альфа;Бета\nНовиков Пётр;89160000011\n", encoding="utf-8")
    page.open_file(path)
    settle(window)
    page.session.choose_kind(ImportKind.CUSTOMERS)
    settle(window)
    assert not page.results.list.lines()
    page.columns._rows["", "A"][0].set_value("name")  # noqa: SLF001  the column's own row
    page.columns._rows["", "B"][0].set_value("phone")  # noqa: SLF001  a part of the screen
    checked(window, page)
    report = page.session.report
    assert report is not None
    assert report.count(Outcome.ADDED) == 1


def test_lines_are_saved_as_a_table(window: Window, page: ExchangePage, cars: Path) -> None:
    opened(window, page, cars)
    data = page.lists.table(page.results.list.lines())
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Row", "Column", "Value", "What is wrong"]
    assert rows[1][:3] == ["2", "VIN", "XW8ZZZ5NZOG102345"]
    target = cars.with_name("list.csv")
    page.lists.write(data, target)
    settle(window)
    assert target.read_bytes() == data


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="cannot be written"):
        write_file(tmp_path / "absent" / "x.csv", b"")


@pytest.mark.parametrize("form", list(Format))
def test_a_list_is_taken_out_and_can_be_read_again(
    window: Window, page: ExchangePage, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, bytes]] = []

    def keep(name: str, then: object) -> None:
        assert callable(then)
        data = then.args[0]  # type: ignore[attr-defined]  # a partial of ``write``
        made.append((name, data))

    monkeypatch.setattr(page.lists, "_save_as", keep)
    page.start.exports[ImportKind.CUSTOMERS, form].click()
    settle(window)
    ((name, data),) = made
    assert name.endswith(f"customers.{form.value}")
    assert len(read_bytes(data, name).sheets[0].rows) > 100


def test_the_list_keeps_the_promises_of_models(qtbot: QtBot) -> None:
    table = ProblemList("Problems")
    qtbot.addWidget(table)
    tester = QAbstractItemModelTester(
        table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, table
    )
    table.show_lines([Line("1", "A", "x", "Wrong.", "Leave out")] * 3, ["Row"] * 5)
    table.show_lines([], ["Row"] * 5)
    assert tester.model() is table.model()


def test_a_button_is_pressed_where_it_stands(qtbot: QtBot) -> None:
    table = ProblemList("Problems")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show_lines([Line("1", "A", "x", "Wrong.", "Leave out")], ["Row"] * 5)
    table.show()
    taken: list[Line] = []
    table.taken.connect(taken.append)
    box = table.visualRect(table.model().index(0, 4))
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.button_box(box, "Leave out").center(),
    )
    assert len(taken) == 1
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.model().index(0, 3)).center(),
    )
    assert len(taken) == 1


def test_a_needed_cell_cannot_be_left_out(window: Window, page: ExchangePage) -> None:
    opened(window, page, SAMPLE / "customers.csv")
    report, source = page.session.report, page.session.source
    assert report is not None
    assert source is not None
    lister = Lister(report, source, str, WORDS)
    lines = lister.problems(Weight.ERROR, {})
    empty = next(line for line in lines if not line.value)
    assert empty.remedy == "Enter…"
    assert isinstance(empty.key, Problem)
    assert remedy_of(empty.key, needed=True) is None
    assert lister.cells(empty.key.sheet, empty.key.row)
    assert to_write(report) == 0
