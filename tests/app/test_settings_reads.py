"""What the settings show: people and their last visit, rights as they were used, numbers to come, the database."""

from datetime import date, timedelta

import pytest

from app.access import (
    CreateEmployee,
    EmployeeOf,
    RemoveRole,
    SaveRole,
    archive_employee,
    count_archived,
    create_employee,
    get_employee,
    list_people,
    list_roles,
    remove_role,
    save_role,
    sign_in_pin,
    uses_of_rights,
)
from app.centers import (
    SetPolicy,
    checked_policy,
    database_facts,
    get_center,
    list_sequences,
    list_workstations,
    next_number,
    set_policy,
)
from app.exchange import (
    ImportKind,
    RemoveRecipe,
    SaveRecipe,
    list_recipes,
    remove_recipe,
    save_recipe,
)
from app.kernel.db import HEAD
from app.kernel.errors import BlockedError, InvalidError, NotAllowedError
from models.access import Permission
from tests.build.orders import Garage
from tests.build.shops import PIN, TestShop

DAY = date(2026, 6, 15)


def test_people_are_shown_with_their_last_good_sign_in(shop: TestShop) -> None:
    sign_in_pin(shop.shop, shop.mechanic.employee_id, PIN)
    later = shop.clock.move(hours=2)
    sign_in_pin(shop.shop, shop.mechanic.employee_id, PIN)
    people = {row.employee.name: row for row in shop.see(list_people)}
    assert [row.employee.login for row in people.values()] == [
        "owner",
        "manager",
        "receptionist",
        "mechanic",
        "storekeeper",
    ]
    mechanic = people[shop.mechanic.name]
    assert (mechanic.last_at, mechanic.workstation) == (later, "desk-1")
    assert people[shop.receptionist.name].last_at is None


def test_who_left_is_counted_and_listed_apart(shop: TestShop) -> None:
    assert shop.see(count_archived) == 0
    row = shop.see(get_employee, shop.storekeeper.employee_id)
    shop.do(archive_employee, EmployeeOf(employee_id=row.id, version=row.version))
    assert shop.see(count_archived) == 1
    assert [p.employee.id for p in shop.see(list_people, archived=True)] == [row.id]
    assert row.id not in {p.employee.id for p in shop.see(list_people)}


def test_rights_are_counted_by_person_since_a_moment(shop: TestShop) -> None:
    shop.vehicle("А001АА77")
    since = shop.clock.move(days=1)
    shop.vehicle("А002АА77")
    shop.vehicle("А003АА77")
    uses = shop.see(uses_of_rights, since)
    assert uses[str(Permission.VEHICLES_EDIT), shop.owner.employee_id] >= 2
    assert (str(Permission.VEHICLES_EDIT), shop.mechanic.employee_id) not in uses
    assert (str(Permission.EMPLOYEES_EDIT), shop.owner.employee_id) in shop.see(
        uses_of_rights, since - timedelta(days=30)
    )


def test_an_own_role_goes_when_nobody_holds_it(shop: TestShop) -> None:
    shop.do(save_role, SaveRole(code="washer", name="Мойщик", permissions=frozenset()))
    made = shop.do(
        create_employee, CreateEmployee(login="washer", name="Юсупов Тимур", role_codes=["washer"])
    )
    with pytest.raises(BlockedError) as held:
        shop.do(remove_role, RemoveRole(code="washer"))
    assert held.value.blockers[0].code == "role_held"
    row = shop.see(get_employee, made)
    shop.do(archive_employee, EmployeeOf(employee_id=made, version=row.version))
    with pytest.raises(BlockedError):
        shop.do(remove_role, RemoveRole(code="washer"))
    shop.do(save_role, SaveRole(code="driver", name="Водитель", permissions=frozenset()))
    shop.do(remove_role, RemoveRole(code="driver"))
    assert "driver" not in {role.code for role in shop.see(list_roles)}


@pytest.mark.parametrize("code", ["owner", "mechanic", "nobody"])
def test_roles_of_the_house_stay(shop: TestShop, code: str) -> None:
    with pytest.raises(BlockedError) as stays:
        shop.do(remove_role, RemoveRole(code=code))
    assert stays.value.blockers[0].code == "role_seed"


def test_a_role_stronger_than_the_remover_stays(shop: TestShop) -> None:
    shop.do(
        save_role,
        SaveRole(code="keys", name="Ключи", permissions=frozenset({Permission.EMPLOYEES_EDIT})),
    )
    shop.do(
        save_role,
        SaveRole(code="boss", name="Босс", permissions=frozenset({Permission.CENTERS_EDIT})),
    )
    with pytest.raises(NotAllowedError):
        shop.do(remove_role, RemoveRole(code="boss"), actor=shop.manager)


def test_the_next_number_is_the_one_that_comes(shop: TestShop) -> None:
    garage = Garage(shop)
    for _ in range(2):
        center = shop.see(get_center)
        rows = shop.see(list_sequences)
        shown = next_number(center.policy, "work_order_number", rows, on=DAY, code=center.code)
        assert garage.card(garage.order()).number == shown


def test_a_template_of_another_period_starts_again(shop: TestShop) -> None:
    center = shop.see(get_center)
    Garage(shop).order()
    rows = shop.see(list_sequences)
    for template, shown in (
        ("{center}-{yyyy}-{mm}-{seq:04}", "SC001-2026-06-0002"),
        ("{yyyy}/{seq}", "2026/1"),
    ):
        values = {**center.policy.to_json(), "work_order_number": template}
        policy = checked_policy(values, code="SC001", country="RU")
        assert next_number(policy, "work_order_number", rows, on=DAY, code="SC001") == shown
    policy = center.policy
    assert next_number(policy, "correction_number", rows, on=DAY, code="SC001") == (
        "SC001-2026-06-0002-C1"
    )
    assert next_number(policy, "work_order_number", rows, on=date(2026, 7, 1), code="SC001") == (
        "SC001-2026-07-0001"
    )


def test_a_changed_template_is_what_the_next_paper_gets(shop: TestShop) -> None:
    center = shop.see(get_center)
    shop.do(
        set_policy,
        SetPolicy(version=center.version, values={"work_order_number": "ЗН-{yyyy}-{seq:05}"}),
    )
    with pytest.raises(InvalidError) as caught:
        shop.do(
            set_policy,
            SetPolicy(version=center.version + 1, values={"work_order_number": "no number"}),
        )
    assert set(caught.value.problems) == {"work_order_number"}
    center = shop.see(get_center)
    rows = shop.see(list_sequences)
    assert next_number(center.policy, "work_order_number", rows, on=DAY, code="SC001") == (
        "ЗН-2026-00001"
    )


def test_the_database_is_named_without_its_password(shop: TestShop) -> None:
    facts = database_facts(shop.shop)
    assert facts.schema == HEAD
    assert facts.centers == 1
    assert facts.size > 100_000
    assert facts.made_at is not None
    assert facts.is_file == shop.shop.database.is_sqlite
    assert facts.shown == shop.shop.database.shown


def test_workstations_are_those_that_signed(shop: TestShop) -> None:
    assert shop.see(list_workstations) == ()
    garage = Garage(shop)
    garage.finished((garage.labour("Замена масла", "1"), None))
    (row,) = shop.see(list_workstations)
    assert (row.workstation, row.retired_at) == ("desk-1", None)


def test_recipes_are_kept_replaced_and_forgotten(shop: TestShop) -> None:
    choices = {"Госномер": "plate", "Комментарий": None}
    name = shop.do(
        save_recipe,
        SaveRecipe(kind=ImportKind.VEHICLES, name="  Автодилер ", choices=choices),
    )
    assert name == "Автодилер"
    (kept,) = shop.see(list_recipes, ImportKind.VEHICLES)
    assert (kept.name, dict(kept.choices), kept.decimal_mark) == ("Автодилер", choices, None)
    assert shop.see(list_recipes, ImportKind.CUSTOMERS) == ()
    shop.do(
        save_recipe,
        SaveRecipe(kind=ImportKind.VEHICLES, name="Автодилер", choices={}, decimal_mark=","),
    )
    shop.do(save_recipe, SaveRecipe(kind=ImportKind.VEHICLES, name="Авто 2"))
    found = shop.see(list_recipes, ImportKind.VEHICLES)
    assert [(r.name, r.decimal_mark) for r in found] == [("Авто 2", None), ("Автодилер", ",")]
    for _ in range(2):
        shop.do(remove_recipe, RemoveRecipe(kind=ImportKind.VEHICLES, name="Автодилер"))
    assert [r.name for r in shop.see(list_recipes, ImportKind.VEHICLES)] == ["Авто 2"]


def test_a_recipe_needs_a_name_and_the_right(shop: TestShop) -> None:
    with pytest.raises(InvalidError):
        shop.do(save_recipe, SaveRecipe(kind=ImportKind.VEHICLES, name=" "))
    with pytest.raises(NotAllowedError):
        shop.do(save_recipe, SaveRecipe(kind=ImportKind.VEHICLES, name="X"), actor=shop.mechanic)
