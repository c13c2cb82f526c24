"""Employees, roles, secrets, and signing in with its growing wait."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from argon2.exceptions import InvalidHashError

from app.access import (
    CreateEmployee,
    EmployeeOf,
    Hashed,
    SaveRole,
    SetSecret,
    UpdateEmployee,
    actor_of,
    archive_employee,
    change_own_secret,
    create_employee,
    find_employees,
    get_employee,
    hash_secret,
    list_employees,
    list_roles,
    list_tiles,
    restore_employee,
    role_code,
    save_role,
    set_secret,
    sign_in_password,
    sign_in_pin,
    unlock_employee,
    update_employee,
)
from app.kernel import audit
from app.kernel.errors import (
    BlockedError,
    ChangedError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    Reason,
    UserError,
)
from models.access import Employee, Permission, SignIn
from tests.build.shops import PASSWORD, PIN, TestShop, hashed


def refused(shop: TestShop, login: str, password: str) -> str:
    with pytest.raises(UserError) as caught:
        sign_in_password(shop.shop, login, password)
    assert caught.value.reason is Reason.SIGN_IN
    return str(caught.value)


def fail_until_locked(shop: TestShop, login: str) -> None:
    for _ in range(5):
        refused(shop, login, "wrong password")


def tries(shop: TestShop) -> list[tuple[str, bool]]:
    with shop.reading() as read:
        rows = read.connection.execute(
            sa.select(SignIn.method, SignIn.succeeded).order_by(SignIn.id)
        )
        return [(row.method, row.succeeded) for row in rows]


def test_a_secret_is_kept_as_argon2id_with_one_lane() -> None:
    kept = hash_secret("correct horse")
    assert kept.startswith("$argon2id$")
    assert ",p=1$" in kept
    assert "correct" not in kept
    assert hash_secret(Hashed(kept)) == kept


def test_what_is_no_hash_cannot_stand_in_for_one() -> None:
    with pytest.raises(InvalidHashError):
        Hashed("correct horse")


def test_a_password_signs_in_with_the_rights_of_the_roles(shop: TestShop) -> None:
    actor = sign_in_password(shop.shop, " Mechanic ", PASSWORD)
    assert actor.employee_id == shop.mechanic.employee_id
    assert actor.permissions == {
        Permission.WORK_ORDERS_WORK,
        Permission.BOOKINGS_VIEW,
        Permission.ARRIVALS_MOVE,
        Permission.FILES_ADD,
    }
    assert sign_in_pin(shop.shop, shop.owner.employee_id, PIN).permissions == set(Permission)
    assert tries(shop) == [("password", True), ("pin", True)]


def test_a_password_typed_in_another_unicode_form_is_the_same(shop: TestShop) -> None:
    shop.do(set_secret, SetSecret(employee_id=shop.mechanic.employee_id, password="мойка ёлки"))
    decomposed = "мои\u0306ка е\u0308лки"
    assert sign_in_password(shop.shop, "mechanic", decomposed).name == shop.mechanic.name


def test_wrong_login_and_wrong_password_sound_the_same(shop: TestShop) -> None:
    assert refused(shop, "owner", "wrong password") == refused(shop, "nobody", PASSWORD)


def test_a_login_nobody_has_waits_like_one_that_somebody_has(shop: TestShop) -> None:
    fail_until_locked(shop, "owner")
    fail_until_locked(shop, "nobody at all")
    assert refused(shop, "owner", "wrong password") == refused(shop, "nobody at all", "x" * 9)
    assert "Серова" not in refused(shop, "owner", "wrong password")


def test_no_password_without_one_and_no_pin_without_one(shop: TestShop) -> None:
    made = shop.do(
        create_employee, CreateEmployee(login="new", name="Ким", role_codes=["mechanic"])
    )
    refused(shop, "new", "")
    with pytest.raises(UserError):
        sign_in_pin(shop.shop, made, "")
    assert made not in {tile.employee_id for tile in list_tiles(shop.shop)}


@pytest.mark.parametrize("secret", ["", "\0", "\ud800", "x" * 5000])
def test_odd_secrets_are_wrong_not_a_crash(shop: TestShop, secret: str) -> None:
    refused(shop, "owner", secret)


def test_the_wait_doubles_up_to_an_hour_and_always_ends(shop: TestShop) -> None:
    fail_until_locked(shop, "owner")
    waits = []
    for _ in range(9):
        with pytest.raises(UserError) as caught:
            sign_in_password(shop.shop, "owner", PASSWORD)
        waits.append(caught.value.details["seconds"] // 60)
        shop.clock.move(seconds=caught.value.details["seconds"])
        refused(shop, "owner", "wrong password")
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    shop.clock.move(hours=1)
    assert sign_in_password(shop.shop, "owner", PASSWORD).name == "Серова Татьяна"
    assert refused(shop, "owner", "wrong password").startswith("The login")


def test_a_locked_person_is_not_let_in_even_with_the_right_secret(shop: TestShop) -> None:
    fail_until_locked(shop, "mechanic")
    with pytest.raises(UserError, match="Try again in 1 min"):
        sign_in_pin(shop.shop, shop.mechanic.employee_id, PIN)
    shop.do(unlock_employee, EmployeeOf(employee_id=shop.mechanic.employee_id))
    assert sign_in_pin(shop.shop, shop.mechanic.employee_id, PIN).name == shop.mechanic.name


def test_every_try_is_written_down_and_in_the_audit(shop: TestShop) -> None:
    refused(shop, "owner", "wrong password")
    sign_in_password(shop.shop, "owner", PASSWORD)
    assert tries(shop) == [("password", False), ("password", True)]
    with shop.reading() as read:
        assert audit.verify(read.connection, read.center_id).broken_seq is None


def test_the_tries_cannot_be_changed_afterwards(shop: TestShop) -> None:
    refused(shop, "owner", "wrong password")
    with pytest.raises(sa.exc.DBAPIError, match="final"), shop.shop.database.writer.begin() as c:
        c.execute(sa.update(SignIn).values(succeeded=True))


def test_tiles_are_for_people_who_can_sign_in(shop: TestShop) -> None:
    tiles = {tile.login: tile for tile in list_tiles(shop.shop)}
    assert tiles["mechanic"].role == "Механик"
    assert tiles["mechanic"].has_pin
    assert len(tiles) == 5


def test_a_weak_secret_is_refused_with_its_field(shop: TestShop) -> None:
    with pytest.raises(InvalidError) as caught:
        shop.do(
            create_employee,
            CreateEmployee(login=" ", name="", role_codes=["pilot"], password="short", pin="12a4"),
        )
    assert set(caught.value.problems) == {"login", "name", "role_codes", "password", "pin"}


@pytest.mark.parametrize("pin", ["123", "123456789", "١٢٣٤"])
def test_a_pin_is_four_to_eight_digits(shop: TestShop, pin: str) -> None:
    with pytest.raises(InvalidError):
        shop.do(set_secret, SetSecret(employee_id=shop.mechanic.employee_id, pin=pin))


def test_role_names_of_other_systems_are_understood(shop: TestShop) -> None:
    assert role_code("SERVICE_ADVISOR") == "receptionist"
    assert role_code("Sc Manager") == "manager"
    assert role_code("owner") == "owner"
    made = shop.do(
        create_employee,
        CreateEmployee(login="x", name="X", role_codes=["Service Engineer", "inventory_manager"]),
    )
    assert shop.see(get_employee, made).role_codes == ("mechanic", "storekeeper")


def test_a_login_is_taken_once_whatever_its_letters(shop: TestShop) -> None:
    with pytest.raises(UserError) as caught:
        shop.do(create_employee, CreateEmployee(login="OWNER", name="X", role_codes=["mechanic"]))
    assert caught.value.reason is Reason.DUPLICATE


def test_the_last_owner_stays(shop: TestShop) -> None:
    owner = shop.see(get_employee, shop.owner.employee_id)
    with pytest.raises(BlockedError) as caught:
        shop.do(archive_employee, EmployeeOf(employee_id=owner.id))
    assert [b.code for b in caught.value.blockers] == ["last_owner"]
    demoted = UpdateEmployee(
        employee_id=owner.id, version=owner.version, name=owner.name, role_codes=["manager"]
    )
    with pytest.raises(BlockedError):
        shop.do(update_employee, demoted)


def test_an_owner_who_cannot_sign_in_does_not_count(shop: TestShop) -> None:
    shop.do(create_employee, CreateEmployee(login="second", name="Вторая", role_codes=["owner"]))
    with pytest.raises(BlockedError):
        shop.do(archive_employee, EmployeeOf(employee_id=shop.owner.employee_id))


def test_with_two_owners_one_may_go_and_come_back(shop: TestShop) -> None:
    second = shop.do(
        create_employee,
        CreateEmployee(
            login="second", name="Вторая", role_codes=["owner"], password=hashed(PASSWORD)
        ),
    )
    shop.do(archive_employee, EmployeeOf(employee_id=shop.owner.employee_id))
    refused(shop, "owner", PASSWORD)
    with pytest.raises(NotFoundError):
        actor_of(shop.shop, shop.owner.employee_id)
    there = {row.id for row in shop.see(list_employees)}
    assert second in there
    assert shop.owner.employee_id not in there
    assert {row.id for row in shop.see(list_employees, archived=True)} == {shop.owner.employee_id}
    shop.do(
        restore_employee,
        EmployeeOf(employee_id=shop.owner.employee_id),
        actor=actor_of(shop.shop, second),
    )
    assert sign_in_password(shop.shop, "owner", PASSWORD).name == "Серова Татьяна"


def test_nobody_gives_a_right_they_do_not_hold(shop: TestShop) -> None:
    keys = frozenset({Permission.EMPLOYEES_EDIT.value})
    shop.do(save_role, SaveRole(code="personnel", name="Кадры", permissions=keys))
    made = shop.do(
        create_employee,
        CreateEmployee(
            login="hr", name="Кадры", role_codes=["personnel"], password=hashed(PASSWORD)
        ),
    )
    clerk = actor_of(shop.shop, made)
    with pytest.raises(NotAllowedError):
        shop.do(
            create_employee, CreateEmployee(login="y", name="Y", role_codes=["owner"]), actor=clerk
        )
    with pytest.raises(NotAllowedError):
        shop.do(
            set_secret,
            SetSecret(employee_id=shop.owner.employee_id, password="my own password"),
            actor=clerk,
        )
    everything = frozenset(p.value for p in Permission)
    with pytest.raises(NotAllowedError):
        shop.do(
            save_role, SaveRole(code="personnel", name="Кадры", permissions=everything), actor=clerk
        )
    assert sign_in_password(shop.shop, "owner", PASSWORD).can(Permission.CENTERS_EDIT)


def test_a_manager_cannot_touch_employees_at_all(shop: TestShop) -> None:
    with pytest.raises(NotAllowedError):
        shop.do(
            create_employee,
            CreateEmployee(login="y", name="Y", role_codes=["mechanic"]),
            actor=shop.manager,
        )


def test_a_role_can_be_changed_and_holds_from_the_next_look(shop: TestShop) -> None:
    before = {role.code: role for role in shop.see(list_roles)}
    more = before["mechanic"].permissions | {Permission.COSTS_SEE.value}
    shop.do(save_role, SaveRole(code="mechanic", name="Мастер", permissions=more))
    after = {role.code: role for role in shop.see(list_roles)}
    assert after["mechanic"].name == "Мастер"
    assert actor_of(shop.shop, shop.mechanic.employee_id).can(Permission.COSTS_SEE)


@pytest.mark.parametrize("code", ["owner"])
def test_the_owners_role_always_allows_everything(shop: TestShop, code: str) -> None:
    with pytest.raises(InvalidError):
        shop.do(save_role, SaveRole(code=code, name="O", permissions=frozenset()))


def test_a_right_that_does_not_exist_is_refused(shop: TestShop) -> None:
    with pytest.raises(InvalidError, match="rockets"):
        shop.do(
            save_role,
            SaveRole(code="pilot", name="P", permissions=frozenset({"rockets.launch"})),
        )


def test_own_password_wants_the_old_one(shop: TestShop) -> None:
    with pytest.raises(InvalidError):
        change_own_secret(
            shop.shop, shop.mechanic, old_password="not it", password="new password 1"
        )
    change_own_secret(
        shop.shop, shop.mechanic, old_password=PASSWORD, password="new password 1", pin="97531"
    )
    refused(shop, "mechanic", PASSWORD)
    assert sign_in_password(shop.shop, "mechanic", "new password 1").name == shop.mechanic.name
    assert sign_in_pin(shop.shop, shop.mechanic.employee_id, "97531").name == shop.mechanic.name


def test_an_older_version_is_told_who_changed_it(shop: TestShop) -> None:
    row = shop.see(get_employee, shop.mechanic.employee_id)
    change = UpdateEmployee(
        employee_id=row.id,
        version=row.version,
        name="Кузнецов А. А.",
        role_codes=["mechanic"],
        phone="8 916 204-18-73",
    )
    shop.do(update_employee, change)
    assert shop.see(get_employee, row.id).phone == "+79162041873"
    with pytest.raises(ChangedError, match="Серова"):
        shop.do(update_employee, change)


def test_people_are_found_by_any_word(shop: TestShop) -> None:
    assert [row.login for row in shop.see(find_employees, "КУЗНЕЦОВ алек")] == ["mechanic"]
    assert shop.see(find_employees, "nobody") == ()


def test_no_secret_is_in_the_audit(shop: TestShop) -> None:
    shop.do(set_secret, SetSecret(employee_id=shop.mechanic.employee_id, password="new password 1"))
    with shop.reading() as read:
        told = "".join(
            read.connection.execute(sa.text("SELECT changes FROM audit_entry")).scalars()
        )
        kept = read.connection.execute(sa.select(Employee.password_hash)).scalars().all()
    assert "password_hash" in told
    assert "argon2" not in told
    assert all(text not in told for text in kept if text)


def test_signing_in_late_after_failures_starts_anew(shop: TestShop) -> None:
    for _ in range(4):
        refused(shop, "owner", "wrong password")
    sign_in_password(shop.shop, "owner", PASSWORD)
    for _ in range(4):
        refused(shop, "owner", "wrong password")
    shop.clock.at += timedelta(seconds=1)
    assert sign_in_password(shop.shop, "owner", PASSWORD).name == "Серова Татьяна"
