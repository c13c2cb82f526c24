"""The first run in four countries, the rules a center sets for itself, its taxes."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from app.access import list_tiles, sign_in_password
from app.centers import (
    LOCATIONS,
    PROFILES,
    CreateCenter,
    SetPolicy,
    SetRegime,
    UpdateCenter,
    create_center,
    get_center,
    list_centers,
    regime_codes,
    set_policy,
    set_regime,
    update_center,
)
from app.inventory import list_locations
from app.kernel import audit
from app.kernel.errors import ChangedError, InvalidError, NotAllowedError
from app.kernel.tx import Shop
from models.centers import Policy
from tests.build.shops import PASSWORD, TestShop, hashed, make_shop, open_test_shop

SAMPLES = Path(__file__).parents[2] / "resources" / "sample"


def first_run(**changed: Any) -> CreateCenter:  # noqa: ANN401  any field of it
    command = CreateCenter(
        profile="ru",
        code="SC001",
        name="АвтоЛиния",
        owner_login="owner",
        owner_name="Серова",
        owner_password=hashed(PASSWORD),
    )
    return replace(command, **changed)


@pytest.fixture
def empty(database_url: str) -> Iterator[Shop]:
    shop = open_test_shop(database_url)
    yield shop
    shop.close()


def update_of(shop: TestShop) -> UpdateCenter:
    row = shop.see(get_center)
    return UpdateCenter(**{f.name: getattr(row, f.name) for f in fields(UpdateCenter)})


def test_before_the_first_run_there_is_nobody(empty: Shop) -> None:
    assert list_centers(empty) == ()
    assert list_tiles(empty) == ()


def test_the_first_run_makes_a_shop_that_can_work(empty: Shop) -> None:
    owner = create_center(empty, first_run())
    assert sign_in_password(empty, "owner", PASSWORD) == replace(
        owner, permissions=sign_in_password(empty, "owner", PASSWORD).permissions
    )
    with empty.reading(owner) as read:
        assert {place.code for place in list_locations(read, stores_only=False)} == {
            code for code, _, _ in LOCATIONS
        }
        assert audit.verify(read.connection, read.center_id).entries == 3


@pytest.mark.parametrize(
    ("profile", "regime", "currency", "zone", "template"),
    [
        ("ru", "ru_vat_inclusive", "RUB", "Europe/Moscow", "{center}/{yy}/{seq:06}"),
        ("in", "in_gst", "INR", "Asia/Kolkata", "{center}/{fy}/{seq:05}"),
        ("eu", "eu_vat_de", "EUR", "Europe/Berlin", "{center}/{yy}/{seq:06}"),
        ("us", "us_ca_sacramento", "USD", "America/Los_Angeles", "{center}/{yy}/{seq:06}"),
    ],
)
def test_a_profile_sets_what_its_country_needs(
    sqlite_url: str, profile: str, regime: str, currency: str, zone: str, template: str
) -> None:
    shop = make_shop(sqlite_url, profile=profile)
    center = shop.see(get_center)
    assert (center.regime.code, center.currency, center.time_zone) == (regime, currency, zone)
    assert center.policy.invoice_number == template
    assert center.regime.currency == currency
    assert center.legal_name
    shop.close()


def test_an_indian_center_is_at_home_in_the_state_of_its_gstin(sqlite_url: str) -> None:
    shop = make_shop(sqlite_url, profile="in")
    center = shop.see(get_center)
    assert (center.place, center.regime.home_place) == ("27", "27")
    assert center.policy.fiscal_year_starts_month == 4
    shop.close()


def test_a_gst_number_longer_than_sixteen_signs_is_refused(empty: Shop) -> None:
    with pytest.raises(InvalidError) as caught:
        create_center(empty, first_run(profile="in", code="PUNE12"))
    assert {"invoice_number", "credit_note_number"} & set(caught.value.problems)
    assert list_centers(empty) == ()


@pytest.mark.parametrize("place", ["", "in", "eu"])
def test_the_sample_shops_can_be_made(sqlite_url: str, place: str) -> None:
    shop = open_test_shop(sqlite_url)
    data = json.loads((SAMPLES / place / "center.json").read_text(encoding="utf-8"))["center"]
    known = {f.name for f in fields(CreateCenter)}
    create_center(shop, first_run(**{k: v for k, v in data.items() if k in known}))
    (center,) = list_centers(shop)
    assert center.regime.code == data["regime"]
    assert center.policy.invoice_number == data["policy"].get(
        "invoice_number", Policy().invoice_number
    )
    shop.close()


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_names_a_regime_that_ships(profile: str) -> None:
    assert PROFILES[profile].regime in regime_codes()


def test_everything_wrong_is_told_at_once(empty: Shop) -> None:
    with pytest.raises(InvalidError) as caught:
        create_center(
            empty,
            first_run(
                code="no good!",
                name=" ",
                owner_password="short",
                owner_pin="1",
                time_zone="Europe/Nowhere",
                locale="xx_YY_zz",
                phone="12",
                email="nobody",
                tax_ids={"inn": "5029217743"},
                country="RUS",
            ),
        )
    assert set(caught.value.problems) == {
        "code",
        "name",
        "owner_password",
        "owner_pin",
        "time_zone",
        "locale",
        "phone",
        "email",
        "tax_ids.inn",
        "country",
    }


def test_a_second_center_wants_somebody_who_may(shop: TestShop) -> None:
    second = first_run(code="SC002", name="Второй")
    with pytest.raises(NotAllowedError):
        create_center(shop.shop, second)
    with pytest.raises(NotAllowedError):
        create_center(shop.shop, second, actor=shop.manager)
    made = create_center(shop.shop, second, actor=shop.owner)
    assert [center.code for center in list_centers(shop.shop)] == ["SC001", "SC002"]
    # one login in two centers: each signs in where they work
    assert (
        sign_in_password(shop.shop, "owner", PASSWORD, center_id=made.center_id).employee_id
        == made.employee_id
    )
    assert sign_in_password(shop.shop, "owner", PASSWORD).employee_id == shop.owner.employee_id
    with pytest.raises(InvalidError, match="Another center"):
        create_center(shop.shop, second, actor=shop.owner)


def test_rules_can_be_changed_one_by_one(shop: TestShop) -> None:
    version = shop.see(get_center).version
    shop.do(
        set_policy,
        SetPolicy(version=version, values={"uses_quality_check": True, "margin_goal_percent": 40}),
        actor=shop.owner,
    )
    policy = shop.see(get_center).policy
    assert (policy.uses_quality_check, policy.margin_goal_percent) == (True, 40)
    assert policy.uses_approval
    with pytest.raises(ChangedError):
        shop.do(set_policy, SetPolicy(version=version, values={"uses_approval": False}))
    with pytest.raises(NotAllowedError):
        shop.do(set_policy, SetPolicy(version=version + 1, values={}), actor=shop.receptionist)


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("uses_approval", 1),
        ("warranty_months", True),
        ("warranty_months", -1),
        ("fiscal_year_starts_month", 13),
        ("negative_stock", "perhaps"),
        ("invoice_number", "INV"),
        ("invoice_number", "{center}-{mm}-{seq:04}"),
        ("invoice_number", "{center}-{week}-{seq:04}"),
        ("invoice_number", "{seq:04}{"),
        ("credit_note_number", "{center}/{yy}/{seq:06}"),
        ("correction_number", "C{seq}"),
        ("rockets", True),
    ],
)
def test_a_rule_that_cannot_be_is_refused(shop: TestShop, rule: str, value: object) -> None:
    before = shop.see(get_center)
    with pytest.raises(InvalidError) as caught:
        shop.do(set_policy, SetPolicy(version=before.version, values={rule: value}))
    assert set(caught.value.problems) == {rule}
    assert shop.see(get_center).policy == before.policy


def test_the_tax_regime_changes_only_to_one_of_the_centers_money(shop: TestShop) -> None:
    version = shop.see(get_center).version
    for wrong in ("in_gst", "atlantis", {"code": "x"}):
        with pytest.raises(InvalidError) as caught:
            shop.do(set_regime, SetRegime(version=version, regime=wrong))
        assert set(caught.value.problems) == {"regime"}
    shop.do(set_regime, SetRegime(version=version, regime="ru_no_vat"))
    assert shop.see(get_center).regime.code == "ru_no_vat"
    own = shop.see(get_center).regime.to_json() | {"name": "Своя"}
    shop.do(set_regime, SetRegime(version=version + 1, regime=own))
    assert shop.see(get_center).regime.name == "Своя"


def test_the_centers_own_data_changes(shop: TestShop) -> None:
    shop.do(update_center, replace(update_of(shop), city="Королёв", phone="8(495)000-17-30"))
    center = shop.see(get_center)
    assert (center.city, center.phone) == ("Королёв", "+74950001730")
    with pytest.raises(InvalidError):
        shop.do(update_center, replace(update_of(shop), time_zone="Mars/Base"))
    with pytest.raises(NotAllowedError):
        shop.do(update_center, update_of(shop), actor=shop.manager)


def test_an_indian_center_that_moves_taxes_from_its_new_state(sqlite_url: str) -> None:
    shop = make_shop(sqlite_url, profile="in")
    shop.do(update_center, replace(update_of(shop), place="29"))
    assert shop.see(get_center).regime.home_place == "29"
    with pytest.raises(InvalidError):
        shop.do(update_center, replace(update_of(shop), place="Karnataka"))
    shop.close()
