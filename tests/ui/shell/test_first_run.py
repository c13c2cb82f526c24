"""From nothing to an open shop: four steps, a paper that follows, and a shop that is really there."""

import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.access import sign_in_password, sign_in_pin
from app.access.faces import list_faces
from app.catalog import list_items
from app.centers import list_centers
from app.kernel.errors import Source
from app.kernel.tx import Actor, Shop
from models.regimes import TaxRegime
from tests.build.shops import open_test_shop
from ui.shell.first_countries import COUNTRIES, REGIMES
from ui.shell.first_people import PeopleStep
from ui.shell.first_plan import (
    CHECKS,
    EMPTY,
    IMPORT,
    SAMPLE,
    Person,
    Plan,
    login_of,
    people_problems,
    tax_problems,
)
from ui.shell.first_run import FirstRun
from ui.shell.first_sample import bill_of
from ui.shell.first_steps import CenterStep
from ui.shell.first_taxes import TaxStep
from ui.shell.runner import Runner

TODAY = date(2026, 6, 15)
INDIA = next(c for c in COUNTRIES if c.code == "IN")
PASSWORD = "correct horse"


def plan_of(country: str = "RU", **answers: object) -> Plan:
    plan = Plan()
    plan.use_country(next(c for c in COUNTRIES if c.code == country))
    given = {
        "name": "АвтоЛиния",
        "address": "Олимпийский пр-т, 29",
        "owner_name": "Серова Татьяна",
        "owner_password": PASSWORD,
        **answers,
    }
    return dataclasses.replace(plan, **given)  # type: ignore[arg-type]  # names are checked by replace


@pytest.mark.parametrize("country", [country.code for country in COUNTRIES])
def test_every_country_has_taxes_that_calculate(country: str) -> None:
    plan = plan_of(country)
    for regime in plan.country.regimes:
        plan.regime = regime
        assert isinstance(plan.taxes(), TaxRegime)
        bill = bill_of(plan, TODAY)
        assert bill.totals is not None, bill.problem
        assert all(isinstance(words, Source) for words in REGIMES[regime])


def test_indian_halves_are_equal_and_another_state_pays_one_tax() -> None:
    plan = plan_of("IN", tax_ids={"gstin": "27AAPFU0939F1ZV"})
    same, other = bill_of(plan, TODAY).totals, bill_of(plan, TODAY, across=True).totals
    assert same is not None
    assert other is not None
    cgst, sgst = same.rates[0].parts
    assert (cgst.name, sgst.name, cgst.amount) == ("CGST", "SGST", sgst.amount)
    assert [part.name for part in other.rates[0].parts] == ["IGST"]
    assert same.total_amount == other.total_amount == 10_006_500
    assert plan.number(TODAY) == "SC001/2627/00001"


def test_a_chosen_rate_is_what_the_shop_begins_with() -> None:
    plan = plan_of("RU", labour="vat10", round_off=100)
    regime = plan.taxes()
    assert (regime.usual("labour"), regime.usual("part")) == ("vat10", "vat")
    assert regime.round_off_amount == 100
    assert plan.command("ru").regime == dataclasses.replace(regime, home_place="").to_json()


@pytest.mark.parametrize(
    ("answers", "step", "field"),
    [
        ({"name": " "}, 0, "name"),
        ({"phone": "12"}, 0, "phone"),
        ({"tax_ids": {"inn": "5029217743"}}, 1, "inn"),
        ({"invoice_number": "{center}-{yy}"}, 1, "invoice_number"),
        ({"owner_name": ""}, 2, "owner_name"),
        ({"owner_password": "short"}, 2, "owner_password"),
        ({"owner_pin": "12"}, 2, "owner_pin"),
        ({"people": [Person("Ким", "mechanic", "1")]}, 2, "pin0"),
    ],
)
def test_what_is_wrong_is_found_on_its_step(
    answers: dict[str, object], step: int, field: str
) -> None:
    plan = plan_of(**answers)  # type: ignore[arg-type]  # as above
    assert field in CHECKS[step](plan)


def test_nothing_is_wrong_with_good_answers() -> None:
    plan = plan_of(
        tax_ids={"inn": "5029217742", "kpp": ""}, people=[Person(), Person("Ким", pin="1234")]
    )
    assert [check(plan) for check in CHECKS] == [{}, {}, {}, {}]
    assert tax_problems(plan) == people_problems(plan) == {}


def test_logins_of_namesakes_differ() -> None:
    plan = plan_of(
        people=[
            Person("Серова Анна", pin="1111"),
            Person("Ким", pin="2222"),
            Person("Ким Ли", pin="3333"),
        ]
    )
    assert login_of("Серова Татьяна") == "серова"
    assert [command.login for command in plan.employees()] == ["серова2", "ким", "ким2"]


@pytest.fixture
def shop(sqlite_url: str) -> Iterator[Shop]:
    made = open_test_shop(sqlite_url)
    yield made
    made.close()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    del qtbot
    made = Runner()
    yield made
    made.settle()
    made.stop()


def wizard(shop: Shop, runner: Runner, qtbot: QtBot, plan: Plan | None = None) -> FirstRun:
    made = FirstRun(shop, "en", runner, plan=plan)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def finish(screen: FirstRun, qtbot: QtBot) -> tuple[Actor, str]:
    with qtbot.waitSignal(screen.done, timeout=60_000) as done:
        while screen.at < 3:
            at = screen.at
            screen.forward()
            assert screen.at == at + 1
        screen.forward()
    assert done.args is not None
    return done.args[0], done.args[1]


def test_a_whole_shop_by_keyboard(shop: Shop, runner: Runner, qtbot: QtBot) -> None:
    screen = wizard(shop, runner, qtbot)
    center = screen.steps[0]
    assert isinstance(center, CenterStep)
    field = center.form.control("name")
    field.setFocus()
    QTest.keyClicks(field, "AutoLine")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert screen.at == 1
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.at == 0
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert screen.at == 2
    step = screen.steps[2]
    assert isinstance(step, PeopleStep)
    people = step.form
    QTest.keyClicks(people.control("owner_name"), "Olga Dyomina")
    QTest.keyClicks(people.control("owner_password"), PASSWORD)
    QTest.keyClicks(people.control("owner_pin"), "2580")
    QTest.keyClick(people.control("owner_pin"), Qt.Key.Key_Return)
    assert screen.at == 3
    with qtbot.waitSignal(screen.done, timeout=60_000) as done:
        QTest.keyClick(screen, Qt.Key.Key_Return)
    assert done.args is not None
    owner, page = done.args
    assert page == "today"
    assert list_centers(shop)[0].name == "AutoLine"
    assert sign_in_pin(shop, owner.employee_id, "2580").employee_id == owner.employee_id
    assert sign_in_password(shop, "olga", PASSWORD).employee_id == owner.employee_id


def test_a_sample_shop_with_its_people(shop: Shop, runner: Runner, qtbot: QtBot) -> None:
    plan = plan_of(start=SAMPLE, people=[Person("Кузнецов Алексей", "mechanic", "1201")])
    owner, page = finish(wizard(shop, runner, qtbot, plan), qtbot)
    assert page == "today"
    assert [face.name for face in list_faces(shop)] == ["Серова Татьяна", "Кузнецов Алексей"]
    with shop.reading(owner) as read:
        assert len(list_items(read, limit=50)) == 50


def test_own_lists_begin_on_the_import_page(shop: Shop, runner: Runner, qtbot: QtBot) -> None:
    owner, page = finish(wizard(shop, runner, qtbot, plan_of(start=IMPORT)), qtbot)
    assert page == "exchange"
    with shop.reading(owner) as read:
        assert list_items(read, limit=1) == ()


def test_a_wrong_answer_keeps_the_step(shop: Shop, runner: Runner, qtbot: QtBot) -> None:
    screen = wizard(shop, runner, qtbot, plan_of(name=""))
    screen.forward()
    assert screen.at == 0
    center = screen.steps[0]
    assert isinstance(center, CenterStep)
    assert center.form.field("name").message() == "This field must be filled."
    assert list_centers(shop) == ()


def test_the_paper_follows_the_answers(shop: Shop, runner: Runner, qtbot: QtBot) -> None:
    screen = wizard(shop, runner, qtbot, plan_of())
    screen.go(1)
    tax = screen.steps[1]
    assert isinstance(tax, TaxStep)
    before = screen.preview.sample.bill.totals
    tax.regimes.choose("ru_vat_exclusive")
    after = screen.preview.sample.bill.totals
    assert before is not None
    assert after is not None
    assert before.total_amount == 1_285_000
    assert after.net_amount == 1_285_000
    tax.number.set_value("A-{yyyy}-{seq:03}")
    assert "A-2026-001" in screen.preview.sample.accessibleName()


def test_a_country_brings_what_is_usual_there(shop: Shop, runner: Runner, qtbot: QtBot) -> None:
    screen = wizard(shop, runner, qtbot, plan_of())
    center = screen.steps[0]
    assert isinstance(center, CenterStep)
    center.country.set_value("IN")
    assert screen.plan.country is INDIA
    assert (screen.plan.zone, screen.plan.regime) == ("Asia/Kolkata", "in_gst")
    screen.go(1)
    assert not screen.preview.across.isHidden()
    assert screen.preview.sample.formats is screen.formats


def test_only_fitting_samples_are_offered() -> None:
    assert plan_of("RU").sample()
    assert plan_of("IN").sample()
    assert not plan_of("US").sample()
    assert plan_of("US").start == EMPTY


def test_large_letters_take_the_room_of_the_sample(
    shop: Shop, runner: Runner, qtbot: QtBot
) -> None:
    screen = wizard(shop, runner, qtbot, plan_of())
    assert screen.preview.isVisible()
    screen.resize(1100, 700)
    assert screen.width() == 1100
    assert not screen.preview.isVisible()
    assert screen.next.isVisible()
