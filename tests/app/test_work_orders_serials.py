"""F13: numbers of parts that the maker asks for: without them no order is closed, with them the car carries them."""

import pytest

from app import work_orders
from app.kernel.errors import BlockedError
from app.vehicles.profile import SaveProfile, get_profile, save_profile
from models.order_flow import Payer
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


@pytest.mark.parametrize("payer", [Payer.CUSTOMER, Payer.WARRANTY])
def test_a_part_that_needs_its_serial_blocks_until_it_is_noted(
    garage: Garage, payer: Payer
) -> None:
    """F13: under warranty too, where nobody pays at the desk and the maker asks for the number later."""
    battery = garage.part("Тяговая батарея 60 кВт·ч", 900_000, required_serial="serial")
    order = garage.order()
    garage.job(order, "Замена батареи", payer)
    line = garage.line(order, battery)
    garage.start(order)
    with pytest.raises(BlockedError) as told:
        garage.complete(order)
    assert [blocker.code for blocker in told.value.blockers] == ["serial"]
    garage.on.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order, line_id=line, serial="SN-0001"),
    )
    garage.complete(order)
    (job,) = garage.snapshot(order).content["jobs"]
    assert job["lines"][0]["serial"] == "SN-0001"


def test_numbers_of_replaced_parts_stand_on_the_car_once_the_order_is_closed(
    garage: Garage,
) -> None:
    """F13: the battery and both motors under warranty; every gap is told, then the car carries the new numbers."""
    car = garage.car(garage.customer(), make="Atom", model="E")
    old = {"battery": "BAT-OLD", "charger": "OBC-7"}
    garage.on.do(save_profile, SaveProfile(vehicle_id=car, serials=old))
    battery = garage.part("Тяговая батарея", 900_000, required_serial="battery")
    motor = garage.part("Тяговый электродвигатель", 400_000, required_serial="motor")
    order = garage.order(car)
    garage.job(order, "Гарантия изготовителя", Payer.WARRANTY)
    lines = [garage.line(order, item) for item in (battery, motor, motor)]
    garage.start(order)
    with pytest.raises(BlockedError) as told:
        garage.complete(order)
    assert [b.subject for b in told.value.blockers] == [str(line) for line in lines]
    for line, serial in zip(lines, ("BAT-NEW", "M-1", "M-2"), strict=True):
        garage.on.do(
            work_orders.change_line,
            work_orders.ChangeLine(order_id=order, line_id=line, serial=serial),
        )
    assert garage.on.see(get_profile, car).serials == old  # not before the parts are in
    garage.complete(order)
    new = {"battery": "BAT-NEW", "charger": "OBC-7", "motor": "M-1, M-2"}
    assert garage.on.see(get_profile, car).serials == new
    assert garage.snapshot(order).content["vehicle"]["serials"] == new


def test_a_part_that_was_taken_off_the_order_leaves_the_car_as_it_is(garage: Garage) -> None:
    car = garage.car(garage.customer())
    order = garage.order(car)
    motor = garage.part("Тяговый электродвигатель", 400_000, required_serial="motor")
    line = garage.line(order, motor)
    garage.typed(order, "labour", "Диагностика", 100_000)
    garage.on.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order, line_id=line, serial="M-1"),
    )
    garage.on.do(work_orders.remove_line, work_orders.RemoveLine(order_id=order, line_id=line))
    garage.start(order)
    garage.complete(order)
    assert garage.on.see(get_profile, car).serials == {}
