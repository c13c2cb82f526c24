"""Two records made one and taken apart: what moves, what stays on paper, what undoing restores."""

import json
import uuid
from typing import Any

import pytest
import sqlalchemy as sa

from app import billing, customers, vehicles, work_orders
from app.billing.accounts import account_of
from app.customers.doubles import (
    MOST_PAIRS,
    Distinguish,
    compare_customers_again,
    distinguish_customers,
    find_double_customers,
    pairs_of,
)
from app.customers.listing import customer_lines
from app.customers.merging import (
    FIELDS,
    MergeCustomers,
    UndoMerge,
    merge_customers,
    preview_merge,
    undo_customer_merge,
)
from app.kernel import audit
from app.kernel.errors import BlockedError, FinalError, InvalidError, UserError
from app.kernel.merging import STAYS, list_merges, places, standing_id
from app.vehicles.doubles import distinguish_vehicles, find_double_vehicles
from app.vehicles.merging import (
    MergeVehicles,
    merge_vehicles,
    preview_vehicle_merge,
    undo_vehicle_merge,
)
from app.work_orders.visits import list_visits
from models.customers import Customer
from models.entities import metadata
from models.merges import RecordMerge
from models.order_flow import OrderState
from models.vehicles import Vehicle
from tests.build.orders import Garage
from tests.build.shops import TestShop

MOVING_PARTS = {"version"}
LEFT_OUT = {"audit_entry", "audit_head", "record_merge", "search_row"}


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def everything(shop: TestShop) -> dict[str, list[dict[str, Any]]]:
    """Every row of the shop but for versions and what tells of the merge itself."""
    found: dict[str, list[dict[str, Any]]] = {}
    with shop.reading() as read:
        for table in metadata.sorted_tables:
            if table.name in LEFT_OUT:
                continue
            rows = [
                {k: v for k, v in row.items() if k not in MOVING_PARTS}
                for row in read.connection.execute(sa.select(table)).mappings()
            ]
            found[table.name] = sorted(rows, key=repr)
    return found


def papers(shop: TestShop) -> dict[str, list[Any]]:
    """What is sealed, as it stands."""
    with shop.reading() as read:
        return {
            name: sorted(
                map(tuple, read.connection.execute(sa.select(metadata.tables[name]))), key=repr
            )
            for name in ("completed_record", "person_seal", "payment", "service_entry")
        }


def sold(garage: Garage, customer: uuid.UUID, car: uuid.UUID) -> uuid.UUID:
    """A finished order of that customer; returns its invoice."""
    order = garage.order(car, customer_id=customer)
    garage.typed(order, "labour", "Диагностика", 150_000)
    garage.start(order)
    garage.complete(order)
    return garage.invoice(order)


def two_people(garage: Garage) -> tuple[uuid.UUID, uuid.UUID]:
    one = garage.customer("Орлова Вера Павловна")
    other = garage.customer("ОРЛОВА В. П.", phone="8 916 000 14 22", email=None, address=None)
    return one, other


def test_open_things_move_and_papers_keep_their_customer(garage: Garage) -> None:
    shop = garage.on
    one, other = two_people(garage)
    first, second = garage.car(one), garage.car(other)
    bill = sold(garage, other, second)
    waiting = garage.order(second, customer_id=other)
    before = papers(shop)

    shop.do(merge_customers, MergeCustomers(survivor_id=one, gone_id=other))

    assert papers(shop) == before
    with shop.reading() as read:
        assert work_orders.get_order(read, waiting).customer_id == one
        cars = {row.id for row in vehicles.vehicles_of(read, one)}
        assert cars == {first, second}
        bills = billing.list_invoices(read, customer_id=one)
        assert [row.id for row in bills] == [bill]
        assert {row.id for row in list_visits(read, customer_id=one)} >= {waiting}
        (line,) = customer_lines(read, [one], currency="RUB")
        assert line.visits == 1
        assert line.spent is not None
        assert line.spent.minor > 0
        assert standing_id(read, Customer, other) == one
        owed = account_of(read, one, today=shop.clock().date(), currency="RUB")
        assert owed is not None
        assert owed.owed.minor == line.spent.minor
        assert audit.verify(read.connection, read.center_id).broken_seq is None


def test_empty_values_are_filled_and_chosen_ones_taken(garage: Garage) -> None:
    shop = garage.on
    one = garage.customer("Орлова Вера", phone="+7 916 000-14-22", email=None, address=None)
    other = garage.customer(
        "Орлова Вера Павловна", phone="+7 903 111-22-33", email="o@example.org", note="VIP"
    )
    shown = shop.see(preview_merge, one, other)
    assert {pair.name for pair in shown.fields if pair.differs} >= {"name", "phone"}
    assert {pair.name for pair in shown.fields if pair.filled} >= {"email", "address"}

    shop.do(merge_customers, MergeCustomers(survivor_id=one, gone_id=other, take=("name",)))

    row = shop.see(customers.get_customer, one)
    assert row.name == "Орлова Вера Павловна"
    assert (row.phone, row.other_phone) == ("+79160001422", "+79031112233")
    assert row.email == "o@example.org"
    assert row.note == "VIP"
    assert shop.see(customers.find_customers, "Орлова")[0].id == one
    assert len(shop.see(customers.find_customers, "Орлова")) == 1


def test_undoing_restores_every_value(garage: Garage) -> None:
    shop = garage.on
    one, other = two_people(garage)
    car = garage.car(one)
    shop.do(
        vehicles.add_person, vehicles.AddPerson(vehicle_id=car, customer_id=other, role="owner")
    )
    second = garage.car(other)
    sold(garage, other, second)
    garage.order(second, customer_id=other)
    for who in (one, other):
        shop.do(
            customers.give_consent,
            customers.GiveConsent(customer_id=who, purpose="messages", source="phone"),
        )
    before = everything(shop)

    merge = shop.do(
        merge_customers, MergeCustomers(survivor_id=one, gone_id=other, take=tuple(FIELDS))
    )
    assert everything(shop) != before
    people = shop.see(vehicles.get_vehicle, car, now=shop.clock()).people
    assert [row.customer_id for row in people if row.until_at is None] == [one]
    shop.do(undo_customer_merge, UndoMerge(merge_id=merge))

    assert everything(shop) == before
    assert {row.id for row in shop.see(customers.find_customers, "Орлова")} == {one, other}
    with shop.reading() as read:
        assert audit.verify(read.connection, read.center_id).broken_seq is None
        assert list_merges(read, "customer", one)[0].undone_at is not None
    with pytest.raises(UserError):
        shop.do(undo_customer_merge, UndoMerge(merge_id=merge))


def test_a_finished_order_speaks_against_undoing_and_is_named(garage: Garage) -> None:
    shop = garage.on
    one, other = two_people(garage)
    waiting = garage.order(garage.car(other), customer_id=other)
    garage.typed(waiting, "labour", "Диагностика", 150_000)
    merge = shop.do(merge_customers, MergeCustomers(survivor_id=one, gone_id=other))
    garage.start(waiting)
    garage.complete(waiting)
    number = shop.see(work_orders.get_order, waiting).number

    with pytest.raises(BlockedError) as refused:
        shop.do(undo_customer_merge, UndoMerge(merge_id=merge))

    assert number in str(refused.value)
    assert shop.see(customers.get_customer, other).archived_at is not None


def test_a_value_changed_since_speaks_against_undoing(garage: Garage) -> None:
    shop = garage.on
    one, other = two_people(garage)
    merge = shop.do(merge_customers, MergeCustomers(survivor_id=one, gone_id=other, take=("name",)))
    row = shop.see(customers.get_customer, one)
    from dataclasses import replace  # noqa: PLC0415  one test only

    shop.do(customers.update_customer, replace(customers.edit_of(row), name="Орлова-Белова Вера"))
    with pytest.raises(BlockedError) as refused:
        shop.do(undo_customer_merge, UndoMerge(merge_id=merge))
    assert "name" in str(refused.value)


def test_a_chain_of_merges_is_one_customer_and_comes_apart_from_its_end(garage: Garage) -> None:
    shop = garage.on
    first, second = two_people(garage)
    third = garage.customer("Орлова Вера", email=None)
    bill = sold(garage, first, garage.car(first))
    inner = shop.do(merge_customers, MergeCustomers(survivor_id=second, gone_id=first))
    outer = shop.do(merge_customers, MergeCustomers(survivor_id=third, gone_id=second))
    with shop.reading() as read:
        assert standing_id(read, Customer, first) == third
        assert [row.id for row in billing.list_invoices(read, customer_id=third)] == [bill]
    with pytest.raises(BlockedError):
        shop.do(undo_customer_merge, UndoMerge(merge_id=inner))
    shop.do(undo_customer_merge, UndoMerge(merge_id=outer))
    shop.do(undo_customer_merge, UndoMerge(merge_id=inner))
    assert shop.see(customers.get_customer, first).archived_at is None


@pytest.mark.parametrize("same", [True, False])
def test_what_cannot_be_merged_is_said(garage: Garage, *, same: bool) -> None:
    shop = garage.on
    one, other = two_people(garage)
    if same:
        command = MergeCustomers(survivor_id=one, gone_id=one)
    else:
        shop.do(customers.archive_customer, customers.CustomerOf(customer_id=other))
        command = MergeCustomers(survivor_id=one, gone_id=other)
    with pytest.raises(BlockedError):
        shop.do(merge_customers, command)
    with pytest.raises(InvalidError):
        shop.do(merge_customers, MergeCustomers(survivor_id=one, gone_id=other, take=("salt",)))


def test_erasing_forgets_the_double_too_and_no_merge_is_undone_then(garage: Garage) -> None:
    shop = garage.on
    one, other = two_people(garage)
    sold(garage, other, garage.car(other))
    merge = shop.do(merge_customers, MergeCustomers(survivor_id=one, gone_id=other, take=("name",)))

    shop.do(customers.erase_customer, customers.EraseCustomer(customer_id=one))

    with shop.reading() as read:
        text = json.dumps(
            [list(map(str, row)) for row in read.connection.execute(sa.select(RecordMerge.changes))]
        )
        assert "9160001422" not in text
        assert customers.get_customer(read, other).name == ""
        assert audit.verify(read.connection, read.center_id).broken_seq is None
    with pytest.raises((FinalError, UserError)):
        shop.do(undo_customer_merge, UndoMerge(merge_id=merge))


# vehicles
def two_cars(garage: Garage) -> tuple[uuid.UUID, uuid.UUID]:
    owner = garage.customer()
    one = garage.car(owner, plate="А123ВС77", vin="XW8AN4NE3KH012845")
    other = garage.car(owner, plate="О777ОО50", vin="XW8AN4NE3KH012846", color="белый")
    return one, other


def test_a_merged_car_has_both_histories(garage: Garage) -> None:
    shop = garage.on
    one, other = two_cars(garage)
    owner = shop.see(vehicles.get_vehicle, other, now=shop.clock()).vehicle.owner_id
    assert owner is not None
    sold(garage, owner, other)
    sold(garage, owner, one)
    before = papers(shop)
    shown = shop.see(preview_vehicle_merge, one, other)
    assert shown.warnings
    assert {counted.table for counted in shown.stays} >= {"odometer_reading", "service_entry"}

    shop.do(merge_vehicles, MergeVehicles(survivor_id=one, gone_id=other, take=("plate",)))

    assert papers(shop) == before
    card = shop.see(vehicles.get_vehicle, one, now=shop.clock())
    assert card.visits_count == 2
    assert len(card.readings) == 2
    assert card.vehicle.plate == "О777ОО 50"
    assert card.vehicle.color == "белый"
    assert [row.plate for row in card.plates if row.until_at is None] == ["О777ОО 50"]
    assert {row.plate for row in card.plates} == {"А123ВС 77", "О777ОО 50"}
    assert [row.customer_id for row in card.people if row.until_at is None] == [owner]
    assert shop.see(vehicles.find_by_plate, "А123ВС77") is None
    assert shop.see(vehicles.find_by_plate, "О777ОО50") == one


def test_undoing_restores_both_cars(garage: Garage) -> None:
    shop = garage.on
    one, other = two_cars(garage)
    garage.order(other)
    before = everything(shop)
    merge = shop.do(
        merge_vehicles,
        MergeVehicles(survivor_id=one, gone_id=other, take=("vin", "plate", "owner_name")),
    )
    assert shop.see(vehicles.get_vehicle, one, now=shop.clock()).vehicle.vin == "XW8AN4NE3KH012846"
    shop.do(undo_vehicle_merge, UndoMerge(merge_id=merge))
    assert everything(shop) == before
    assert shop.see(vehicles.find_by_plate, "О777ОО50") == other


def test_the_car_whose_passport_is_linked_is_kept(garage: Garage) -> None:
    from app import passports  # noqa: PLC0415  one test only

    shop = garage.on
    one, other = two_cars(garage)
    owner = shop.see(vehicles.get_vehicle, other, now=shop.clock()).vehicle.owner_id
    assert owner is not None
    shop.do(passports.request_link, passports.RequestLink(vehicle_id=other, customer_id=owner))
    with pytest.raises(BlockedError):
        shop.do(merge_vehicles, MergeVehicles(survivor_id=one, gone_id=other))
    shop.do(merge_vehicles, MergeVehicles(survivor_id=other, gone_id=one))


# finding
def test_doubles_are_found_with_reasons_the_surest_first(garage: Garage) -> None:
    shop = garage.on
    one, other = two_people(garage)
    namesake = garage.customer("Вера Павловна Орлова", phone="+7 999 000-00-01", email=None)
    garage.customer("Сидоров Иван", phone="+7 999 000-00-02", email=None)

    found = shop.see(find_double_customers)

    assert {found[0].one.id, found[0].other.id} == {one, other}
    assert found[0].score >= 70
    assert "telephone" in " ".join(map(str, found[0].reasons))
    assert all(namesake not in {p.one.id, p.other.id} or p.score < found[0].score for p in found)
    shop.do(distinguish_customers, Distinguish(one_id=other, other_id=one))
    pairs = [{p.one.id, p.other.id} for p in shop.see(find_double_customers)]
    assert {one, other} not in pairs
    shop.do(compare_customers_again, Distinguish(one_id=one, other_id=other))
    assert {one, other} in [{p.one.id, p.other.id} for p in shop.see(find_double_customers)]


def test_a_shared_switchboard_makes_no_doubles_of_strangers(garage: Garage) -> None:
    shop = garage.on
    for number in range(14):
        garage.customer(f"Водитель{number} Такси", email=None)
    assert shop.see(find_double_customers) == ()


def test_cars_one_slip_apart_are_found(garage: Garage) -> None:
    shop = garage.on
    one, other = two_cars(garage)
    garage.car(plate="Е001КХ99", vin="WVWZZZ1KZAW000001", make="VW")
    (pair,) = shop.see(find_double_vehicles)
    assert {pair.one.id, pair.other.id} == {one, other}
    assert pair.score >= 80
    shop.do(distinguish_vehicles, Distinguish(one_id=one, other_id=other))
    assert shop.see(find_double_vehicles) == ()


def test_every_place_that_names_a_record_moves_or_is_known_to_stay() -> None:
    named = {table.name for kind in ("customer", "vehicle") for table, _ in places(kind)}
    assert named >= STAYS
    assert named - STAYS >= {"work_order", "invoice", "vehicle_person", "consent", "notification"}
    assert {Customer.merged_into_id.key, Vehicle.merged_into_id.key} == {"merged_into_id"}
    assert OrderState.COMPLETED.value == "completed"


def test_a_dealers_cars_numbered_in_a_row_are_no_doubles(garage: Garage) -> None:
    for number in range(13):
        garage.car(vin=f"XW8AN4NE3KH0128{number + 10}")
    assert garage.on.see(find_double_vehicles) == ()


def test_of_a_shop_full_of_doubles_no_more_pairs_are_compared_than_somebody_reads() -> None:
    groups = [[uuid.UUID(int=at + 12 * group) for at in range(12)] for group in range(400)]
    assert MOST_PAIRS <= len(pairs_of(groups)) < MOST_PAIRS + 66
    assert len(pairs_of([groups[0], groups[0]])) == 66
    assert pairs_of([[uuid.UUID(int=at) for at in range(13)]]) == []
