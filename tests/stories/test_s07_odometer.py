"""S7 and F16: a lower reading is asked about, kept with its reason, and mended beside itself."""

import pytest

from app import passports, vehicles, work_orders
from app.kernel.errors import BlockedError, ConfirmError, InvalidError
from tests.build.orders import Garage, Item
from tests.stories.conftest import Open


def _service(garage: Garage) -> Item:
    return garage.labour("Замена масла", "0.6", next_service_km=10_000)


def _due(garage: Garage, car: object) -> list[int | None]:
    rows = garage.on.see(passports.list_recommendations, car, now=garage.on.clock())
    return [row.due_value for row in rows]


def test_reminders_are_counted_from_the_corrected_reading(open_garage: Open) -> None:
    garage = open_garage("ru")
    work = _service(garage)
    car = garage.car(garage.customer())
    garage.finished((work, None), vehicle_id=car, odometer_value=45_000)
    assert _due(garage, car) == [55_000]

    garage.on.clock.move(days=90)
    order = garage.order(car, odometer_value=42_000)
    garage.line(order, work)
    garage.start(order)
    with pytest.raises(BlockedError) as asked:
        garage.complete(order)
    assert [(b.code, b.subject) for b in asked.value.blockers] == [
        ("odometer_reason", "odometer_reason")
    ]
    assert "45000" in str(asked.value)
    garage.complete(order, odometer_reason="Щиток приборов заменён")
    card = garage.on.see(vehicles.get_vehicle, car, now=garage.on.clock())
    anomaly = card.readings[0]
    assert (anomaly.value, anomaly.is_anomaly, anomaly.reason) == (
        42_000,
        True,
        "Щиток приборов заменён",
    )
    assert card.last_reading is not None
    assert card.last_reading.value == 45_000
    # the work is done anew: the reminder of the first visit has made room for this one
    assert _due(garage, car) == [52_000]

    garage.on.do(
        passports.correct_reading,
        passports.CorrectReading(reading_id=anomaly.id, value=45_200, reason="Опечатка"),
    )
    assert _due(garage, car) == [55_200]
    card = garage.on.see(vehicles.get_vehicle, car, now=garage.on.clock())
    assert card.last_reading is not None
    assert card.last_reading.value == 45_200
    story = {(r.value, r.is_anomaly, r.corrected_by_id is not None) for r in card.readings}
    assert story == {(45_000, False, False), (42_000, True, True), (45_200, False, False)}

    # a second slip in the same reading moves the same reminder again
    garage.on.do(
        passports.correct_reading,
        passports.CorrectReading(reading_id=anomaly.id, value=45_300, reason="Ещё раз"),
    )
    assert _due(garage, car) == [55_300]


def test_a_reading_outside_an_order_is_asked_about_too(open_garage: Open) -> None:
    garage = open_garage("ru")
    car = garage.car(garage.customer())
    garage.on.do(vehicles.add_reading, vehicles.AddReading(vehicle_id=car, value=45_000))
    with pytest.raises(ConfirmError) as asked:
        garage.on.do(vehicles.add_reading, vehicles.AddReading(vehicle_id=car, value=42_000))
    assert asked.value.field == "odometer_reason"


def test_cars_that_count_in_miles_and_in_kilometres_stand_in_one_shop(open_garage: Open) -> None:
    garage = open_garage("ru")
    work = _service(garage)
    owner = garage.customer()
    british = garage.car(owner, odometer_unit="mi")
    german = garage.car(owner)
    sealed = {}
    for car in (british, german):
        order = garage.finished((work, None), vehicle_id=car, odometer_value=30_000)
        sealed[car] = garage.snapshot(order).content["order"]
    assert [sealed[car]["odometer_unit"] for car in (british, german)] == ["mi", "km"]
    # 10,000 km are 6,214 miles
    assert (_due(garage, british), _due(garage, german)) == ([36_214], [40_000])
    row = garage.on.see(vehicles.get_vehicle, british, now=garage.on.clock()).last_reading
    assert row is not None
    assert (row.value, row.unit, row.km) == (30_000, "mi", 48_280)


def test_a_reading_below_zero_is_refused(open_garage: Open) -> None:
    garage = open_garage("ru")
    order = garage.order()
    with pytest.raises(InvalidError):
        garage.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(
                order_id=order, version=garage.card(order).version, values={"odometer_value": -1}
            ),
        )
