"""Vehicles: a plate is enough, look-alikes are equal, plates and owners change, the card is told from facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.customers import get_customer
from app.kernel.errors import ChangedError, InvalidError, NotFoundError, Reason, UserError
from app.vehicles import (
    AddPerson,
    ChangePlate,
    EndPerson,
    SellVehicle,
    VehicleOf,
    add_person,
    archive_vehicle,
    cars_of_plate,
    change_plate,
    edit_of,
    end_person,
    find_by_plate,
    find_vehicles,
    get_vehicle,
    list_vehicles,
    restore_vehicle,
    sell_vehicle,
    update_vehicle,
    vehicle_warnings,
    vehicles_of,
)
from app.vehicles.rows import VehicleCard
from models.base import new_id
from tests.build.shops import TestShop, make_shop

VIN = "1HGCM82633A004352"
WRONG_DIGIT = "1HGCM82643A004352"


def card(shop: TestShop, vehicle_id: object) -> VehicleCard:
    return shop.see(get_vehicle, vehicle_id, now=shop.clock())


def test_a_plate_is_enough(shop: TestShop) -> None:
    made = shop.vehicle(" а123вс 77 ")
    row = card(shop, made).vehicle
    assert (row.plate, row.vin, row.make, row.odometer_unit) == ("А123ВС 77", None, "", "km")
    assert shop.see(find_by_plate, "A123BC77") == made


def test_without_anything_there_is_no_car(shop: TestShop) -> None:
    with pytest.raises(InvalidError, match="plate"):
        shop.vehicle("  ")
    made = shop.vehicle(None, body_number="GX110-6012345")
    assert card(shop, made).vehicle.body_number == "GX110-6012345"


@pytest.mark.parametrize(
    "query",
    [
        "А123ВС77",
        "a123bc77",
        "A 123-BC 77",
        "123",
        "вс 77",
        "4352",
        "1hgcm82633",
        "1HGCM 82633 A004352",
        "honda acc",
    ],
)
def test_a_car_is_found_as_people_type(shop: TestShop, query: str) -> None:
    shop.vehicle("К777ОР99", make="Lada")
    made = shop.vehicle("А123ВС77", vin=VIN, make="Honda", model="Accord")
    assert made in [row.id for row in shop.see(find_vehicles, query)]


@pytest.mark.parametrize(
    ("vin", "told"),
    [
        ("1HGCM82633A00435", "17 characters"),
        ("1HGCM82633AO04352", "letter O"),
        ("IHGCM82633A004352", "letter I"),
        ("1HGCM82633AQ04352", "letter Q"),
        ("1HGCM82633A0Ж4352", "Ж"),
    ],
)
def test_what_is_no_vin_is_refused(shop: TestShop, vin: str, told: str) -> None:
    with pytest.raises(InvalidError) as caught:
        shop.vehicle(vin=vin)
    assert told in str(caught.value.problems["vin"])


def test_a_wrong_check_digit_only_warns(shop: TestShop) -> None:
    told = shop.see(vehicle_warnings, vin=WRONG_DIGIT)
    assert [str(s) for s in told] == [
        f"The check digit of {WRONG_DIGIT} does not fit; a letter is mistyped?"
    ]
    assert shop.see(vehicle_warnings, vin=VIN) == ()
    made = shop.vehicle(vin=WRONG_DIGIT.lower())
    assert card(shop, made).vehicle.vin == WRONG_DIGIT


def test_one_vin_is_one_car(shop: TestShop) -> None:
    first = shop.vehicle(vin=VIN)
    with pytest.raises(UserError) as caught:
        shop.vehicle("К777ОР99", vin=VIN)
    assert caught.value.reason is Reason.DUPLICATE
    assert caught.value.details["vehicle_id"] == str(first)
    shop.do(archive_vehicle, VehicleOf(vehicle_id=first))
    shop.vehicle("К777ОР99", vin=VIN)
    with pytest.raises(UserError, match="has this VIN"):
        shop.do(restore_vehicle, VehicleOf(vehicle_id=first))


def test_the_same_plate_on_two_cars_over_time(shop: TestShop) -> None:
    old = shop.vehicle("А123ВС77", make="Lada")
    shop.clock.move(days=400)
    told = shop.see(vehicle_warnings, plate="a123bc77")
    assert [str(s) for s in told] == ["Lada carries the plate А123ВС 77."]
    new = shop.vehicle("А123ВС77", make="Kia", takes_plate=True)
    assert shop.see(find_by_plate, "А123ВС77") == new
    assert [row.id for row in shop.see(cars_of_plate, "А123ВС77")] == [new, old]
    assert card(shop, old).vehicle.plate is None
    (record,) = card(shop, old).plates
    assert record.until_at == shop.clock()
    assert shop.see(vehicle_warnings, plate="А123ВС77", but=new) == ()


def test_two_cars_may_carry_one_plate_until_somebody_decides(shop: TestShop) -> None:
    shop.vehicle("А123ВС77", make="Lada")
    shop.clock.move(days=1)
    second = shop.vehicle("А123ВС77", make="Kia")
    assert shop.see(find_by_plate, "А123ВС77") == second


def test_a_new_plate_keeps_the_former_one_findable(shop: TestShop) -> None:
    made = shop.vehicle("А123ВС77")
    version = card(shop, made).vehicle.version
    shop.clock.move(days=1)
    shop.do(change_plate, ChangePlate(vehicle_id=made, version=version, plate="к777ор99"))
    shop.clock.move(days=1)
    assert [p.plate for p in card(shop, made).plates] == ["К777ОР 99", "А123ВС 77"]
    assert shop.see(find_by_plate, "А123ВС77") is None
    assert [row.id for row in shop.see(find_vehicles, "a123bc")] == [made]
    with pytest.raises(ChangedError):
        shop.do(change_plate, ChangePlate(vehicle_id=made, version=version, plate=None))
    version = card(shop, made).vehicle.version
    shop.do(change_plate, ChangePlate(vehicle_id=made, version=version, plate=None))
    assert card(shop, made).vehicle.plate is None


def test_a_plate_from_tomorrow_and_a_plate_of_dashes_are_refused(shop: TestShop) -> None:
    made = shop.vehicle()
    version = card(shop, made).vehicle.version
    tomorrow = shop.clock() + timedelta(days=1)
    with pytest.raises(InvalidError):
        shop.do(
            change_plate,
            ChangePlate(vehicle_id=made, version=version, plate="К777ОР99", from_at=tomorrow),
        )
    with pytest.raises(InvalidError):
        shop.do(change_plate, ChangePlate(vehicle_id=made, version=version, plate=" - "))


def test_a_sale_ends_one_owner_and_begins_another(shop: TestShop) -> None:
    seller, buyer, driver = shop.customer("Ким"), shop.customer("Орлов"), shop.customer("Шофёр")
    made = shop.vehicle(owner_id=seller)
    shop.do(add_person, AddPerson(vehicle_id=made, customer_id=driver, role="driver"))
    shop.clock.move(days=30)
    version = card(shop, made).vehicle.version
    shop.do(sell_vehicle, SellVehicle(vehicle_id=made, version=version, buyer_id=buyer))
    with pytest.raises(ChangedError):
        shop.do(sell_vehicle, SellVehicle(vehicle_id=made, version=version, buyer_id=seller))
    told = card(shop, made)
    assert (told.vehicle.owner_id, told.vehicle.owner_name) == (buyer, "Орлов")
    held = {(p.name, p.role): p.until_at for p in told.people}
    assert held == {
        ("Ким", "owner"): shop.clock(),
        ("Шофёр", "driver"): shop.clock(),
        ("Орлов", "owner"): None,
    }
    assert shop.see(vehicles_of, seller) == ()
    assert [row.id for row in shop.see(vehicles_of, buyer)] == [made]


def test_a_sale_to_nobody_we_know(shop: TestShop) -> None:
    made = shop.vehicle(owner_id=shop.customer("Ким"))
    version = card(shop, made).vehicle.version
    shop.do(sell_vehicle, SellVehicle(vehicle_id=made, version=version, buyer_id=None))
    assert card(shop, made).vehicle.owner_id is None
    version = card(shop, made).vehicle.version
    later = shop.clock() + timedelta(days=1)
    with pytest.raises(InvalidError):
        shop.do(
            sell_vehicle,
            SellVehicle(vehicle_id=made, version=version, buyer_id=None, sold_at=later),
        )


def test_several_people_may_belong_to_a_car(shop: TestShop) -> None:
    company, driver = shop.customer("ООО «Ромашка»", kind="company"), shop.customer("Шофёр")
    made = shop.vehicle(owner_id=company)
    part = AddPerson(vehicle_id=made, customer_id=driver, role="driver")
    first = shop.do(add_person, part)
    assert shop.do(add_person, part) == first
    assert [row.id for row in shop.see(vehicles_of, driver)] == [made]
    shop.do(end_person, EndPerson(person_id=first))
    assert shop.see(vehicles_of, driver) == ()
    assert shop.do(add_person, part) != first
    with pytest.raises(InvalidError):
        shop.do(add_person, replace(part, role="cat"))
    with pytest.raises(NotFoundError):
        shop.do(add_person, replace(part, customer_id=new_id()))


def test_a_form_is_saved_whole(shop: TestShop) -> None:
    made = shop.vehicle(vin=VIN, make="Honda")
    before = card(shop, made).vehicle
    shop.do(update_vehicle, edit_of(before))
    assert card(shop, made).vehicle == before
    shop.do(
        update_vehicle,
        replace(
            edit_of(before), model="Accord", made_year=2003, inspection_until_on=date(2027, 1, 31)
        ),
    )
    after = card(shop, made).vehicle
    assert (after.model, after.made_year, after.vin) == ("Accord", 2003, VIN)
    assert after.inspection_until_on == date(2027, 1, 31)
    with pytest.raises(ChangedError):
        shop.do(update_vehicle, edit_of(before))
    with pytest.raises(InvalidError) as caught:
        shop.do(update_vehicle, replace(edit_of(after), made_year=2100, odometer_unit="m"))
    assert set(caught.value.problems) == {"made_year", "odometer_unit"}


def test_lists_go_page_by_page_the_newest_first(shop: TestShop) -> None:
    made = [shop.vehicle(f"А{n:03}ВС77") for n in range(1, 6)]
    first = shop.see(list_vehicles, limit=3)
    second = shop.see(list_vehicles, after=first[-1].id, limit=3)
    assert [row.id for row in first + second] == made[::-1]
    shop.do(archive_vehicle, VehicleOf(vehicle_id=made[0]))
    assert made[0] not in {row.id for row in shop.see(list_vehicles)}
    assert shop.see(find_vehicles, "А001ВС") == ()
    assert shop.see(find_by_plate, "А001ВС77") is None
    shop.do(restore_vehicle, VehicleOf(vehicle_id=made[0]))
    assert shop.see(find_by_plate, "А001ВС77") == made[0]


def test_a_new_car_has_an_empty_card(shop: TestShop) -> None:
    made = shop.vehicle()
    told = card(shop, made)
    assert (told.visits_count, told.first_visit_at, told.last_visit_at) == (0, None, None)
    assert told.spent is not None
    assert (told.spent.minor, told.spent.currency) == (0, "RUB")
    assert told.open_work == ()
    assert told.last_reading is None


def test_money_on_the_card_is_not_for_everybody(shop: TestShop) -> None:
    made = shop.vehicle()
    assert shop.see(get_vehicle, made, now=shop.clock(), actor=shop.mechanic).spent is None
    with pytest.raises(NotFoundError):
        shop.see(get_vehicle, new_id(), now=shop.clock())


def test_an_american_car_counts_miles(sqlite_url: str) -> None:
    shop = make_shop(sqlite_url, profile="us")
    made = shop.vehicle("7ABC123", owner_id=shop.customer("Ann Lee", "(916) 445-1254"))
    told = card(shop, made)
    assert (told.vehicle.odometer_unit, told.vehicle.plate) == ("mi", "7ABC123")
    assert told.vehicle.owner_id is not None
    assert shop.see(get_customer, told.vehicle.owner_id).phone == "+19164451254"
    shop.close()
