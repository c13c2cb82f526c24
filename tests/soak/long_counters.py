"""F15: what a car's card counts is the sum of its source rows, after ten thousand random steps on each database."""

import random

from app.cli import doctor
from app.cli.findings import Severity
from tests.app.test_vehicle_card import counted, random_life
from tests.build.orders import Garage
from tests.build.shops import TestShop
from tests.soak.conftest import Sized, Told

STEPS = 10_000


def test_counters(shop: TestShop, seed: int, sized: Sized, told: Told) -> None:
    garage, steps = Garage(shop), sized(STEPS)
    cars = random_life(garage, random.Random(seed), steps)
    visits = counted(garage, cars)
    assert visits > steps // 10
    url = shop.shop.database.url.render_as_string(hide_password=False)
    chart = doctor.examine(shop.shop.database, url)
    assert [f for f in chart.findings if f.severity is not Severity.WARNING] == []
    told("random steps of cars", steps)
    told("visits counted", visits)
