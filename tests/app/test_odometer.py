"""Odometer readings: the numbered rules of ``app.vehicles.odometer``, and story S7."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel.errors import QT_TRANSLATE_NOOP, ConfirmError, InvalidError
from app.kernel.tx import Tx, action
from app.vehicles import (
    AddReading,
    Reading,
    add_reading,
    check_reading,
    get_vehicle,
    last_reading,
    record_reading,
)
from models.access import Permission
from models.base import new_id
from models.vehicles import OdometerReading
from tests.build.shops import TestShop, make_shop


@action(
    "tests.correct",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("tests", "Correct"),
)
def correct(tx: Tx, command: tuple[UUID, UUID, int, str | None]) -> UUID:
    vehicle_id, reading_id, value, reason = command
    return record_reading(
        tx,
        vehicle_id=vehicle_id,
        value=value,
        unit="km",
        source="correction",
        source_id=None,
        reason=reason,
        corrects_id=reading_id,
    )


def read_off(
    shop: TestShop,
    vehicle: UUID,
    value: int,
    reason: str | None = None,
    *,
    unit: str | None = None,
    read_at: datetime | None = None,
) -> UUID:
    shop.clock.move(hours=1)
    return shop.do(
        add_reading,
        AddReading(vehicle_id=vehicle, value=value, unit=unit, reason=reason, read_at=read_at),
    )


def last(shop: TestShop, vehicle: UUID) -> Reading:
    with shop.reading() as read:
        found = last_reading(read.connection, vehicle)
    assert found is not None
    return found


def test_rule_1_a_lower_reading_is_asked_about_and_kept_as_an_anomaly(shop: TestShop) -> None:
    car = shop.vehicle()
    read_off(shop, car, 45_000)
    with pytest.raises(ConfirmError) as caught:
        read_off(shop, car, 42_000)
    assert caught.value.field == "odometer_reason"
    assert "42000 km is less than the last known 45000 km of 2026-06-15" in str(caught.value)
    with pytest.raises(ConfirmError):
        read_off(shop, car, 42_000, "   ")
    odd = read_off(shop, car, 42_000, "щиток заменён")
    assert last(shop, car).value == 45_000
    row = next(r for r in shop.see(get_vehicle, car, now=shop.clock()).readings if r.id == odd)
    assert (row.is_anomaly, row.reason) == (True, "щиток заменён")
    assert row.confirmed_by_id == shop.owner.employee_id


def test_s7_the_typo_corrected_is_the_reading_that_counts(shop: TestShop) -> None:
    car = shop.vehicle()
    read_off(shop, car, 45_000)
    typo = read_off(shop, car, 42_000, "так на щитке")
    shop.clock.move(days=3)
    fixed = shop.do(correct, (car, typo, 45_200, "опечатка"))
    assert last(shop, car).value == 45_200
    assert last(shop, car).id == fixed
    rows = {r.id: r for r in shop.see(get_vehicle, car, now=shop.clock()).readings}
    assert len(rows) == 3
    assert rows[typo].value == 42_000
    assert rows[typo].corrected_by_id == fixed
    assert rows[fixed].read_at == rows[typo].read_at
    assert not rows[fixed].is_anomaly


def test_rule_2_a_jump_is_asked_about_and_counts_with_a_reason(shop: TestShop) -> None:
    car = shop.vehicle()
    read_off(shop, car, 45_000)
    read_off(shop, car, 145_000)
    with pytest.raises(ConfirmError, match="far more"):
        read_off(shop, car, 245_001)
    read_off(shop, car, 245_001, "такси, три года не был")
    assert last(shop, car).value == 245_001
    read_off(shop, car, 246_000)
    assert last(shop, car).value == 246_000


def test_rule_3_a_correction_can_be_corrected(shop: TestShop) -> None:
    car = shop.vehicle()
    first = read_off(shop, car, 45_000)
    second = shop.do(correct, (car, first, 54_000, "цифры местами"))
    third = shop.do(correct, (car, first, 44_000, "нет, всё же так"))
    assert last(shop, car).value == 44_000
    with shop.reading() as read:
        chain = dict(
            read.connection.execute(
                sa.select(OdometerReading.id, OdometerReading.corrects_id)
            ).all()
        )
    assert (chain[second], chain[third]) == (first, second)


def test_rule_3_a_correction_is_compared_with_its_neighbours_in_time(shop: TestShop) -> None:
    car = shop.vehicle()
    read_off(shop, car, 40_000)
    middle = read_off(shop, car, 42_000)
    read_off(shop, car, 45_000)
    with pytest.raises(ConfirmError, match="more than 45000"):
        shop.do(correct, (car, middle, 46_000, None))
    shop.do(correct, (car, middle, 43_000, None))
    assert last(shop, car).value == 45_000


def test_a_correction_of_another_cars_reading_is_refused(shop: TestShop) -> None:
    one, two = shop.vehicle("А111АА77"), shop.vehicle("В222ВВ77")
    reading = read_off(shop, one, 1000)
    with pytest.raises(InvalidError):
        shop.do(correct, (two, reading, 1001, "опечатка"))
    with pytest.raises(InvalidError):
        shop.do(correct, (two, new_id(), 1001, "опечатка"))


def test_rule_4_miles_and_kilometres_in_one_shop(shop: TestShop) -> None:
    car = shop.vehicle(odometer_unit="mi")
    read_off(shop, car, 45_000)
    assert last(shop, car).km == 72_420
    with pytest.raises(ConfirmError):
        read_off(shop, car, 44_999)
    with pytest.raises(ConfirmError, match="72419 km is less than the last known 45000 mi"):
        read_off(shop, car, 72_419, unit="km")
    read_off(shop, car, 72_420, unit="km")
    assert last(shop, car).unit == "km"
    other = shop.vehicle("К777ОР99")
    read_off(shop, other, 1_000)
    with shop.reading() as read:
        assert check_reading(read.connection, other, 63_000, "mi", 100_000) is not None
        assert check_reading(read.connection, other, 62_000, "mi", 100_000) is None


@pytest.mark.parametrize("value", [-1, 10_000_000, True])
def test_what_no_dashboard_shows_is_refused(shop: TestShop, value: int) -> None:
    car = shop.vehicle()
    with pytest.raises(InvalidError):
        read_off(shop, car, value)


def test_an_old_reading_takes_its_place_in_time(shop: TestShop) -> None:
    car = shop.vehicle()
    read_off(shop, car, 45_000)
    month_ago = shop.clock() - timedelta(days=30)
    with pytest.raises(ConfirmError, match="read later"):
        read_off(shop, car, 46_000, read_at=month_ago)
    read_off(shop, car, 44_000, read_at=month_ago)
    assert last(shop, car).value == 45_000
    with pytest.raises(InvalidError):
        read_off(shop, car, 46_000, read_at=shop.clock() + timedelta(days=2))


def test_a_reading_cannot_be_changed_or_deleted(shop: TestShop) -> None:
    read_off(shop, shop.vehicle(), 45_000)
    for statement in (sa.update(OdometerReading).values(value=1), sa.delete(OdometerReading)):
        with (
            pytest.raises(sa.exc.DBAPIError, match="final"),
            shop.shop.database.writer.begin() as c,
        ):
            c.execute(statement)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 300_000), min_size=1, max_size=12))
def test_the_last_reading_never_goes_back_without_a_correction(
    lite_shop: TestShop, values: list[int]
) -> None:
    car = lite_shop.vehicle(None, make="any")
    highest = 0
    for value in values:
        read_off(lite_shop, car, value, "so it says")
        highest = max(highest, value)
        assert last(lite_shop, car).value == highest


@pytest.fixture(scope="module")
def lite_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestShop]:
    """One shop for all examples; each makes its own car."""
    made = make_shop(f"sqlite:///{tmp_path_factory.mktemp('odometer') / 'shop.sqlite'}")
    yield made
    made.close()
