"""What the bench tells of pages is measured on each of them; no time is judged here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo_orders import DemoClock, DemoDesk
from app.compose import open_shop
from app.exchange.sample import make_sample
from app.kernel.clock import system_clock
from app.kernel.tx import Shop
from ui.measured import page_figures
from ui.pages import PAGES


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Shop]:
    shop = open_shop(
        url=str(tmp_path / "shop.sqlite"),
        secrets_dir=tmp_path / "secrets",
        durable=False,
        daily=False,
        workstation="b",
    )
    desk = DemoDesk(make_sample(shop), DemoClock(system_clock()))
    desk.open("bench", "E731KM197", 1)
    yield shop
    shop.close()


@pytest.mark.usefixtures("qapp")
def test_every_page_is_made_and_opened(sample: Shop, tmp_path: Path) -> None:
    found = page_figures(sample, str(tmp_path / "drafts"), rounds=2)
    assert set(found) == {spec.name for spec in PAGES}
    for spans in found.values():
        assert {name: len(each) for name, each in spans.items()} == {
            "make": 2,
            "open": 2,
            "bare": 2,
        }
        assert all(span > 0 for each in spans.values() for span in each)
