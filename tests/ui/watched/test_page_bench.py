"""What the bench tells of pages is measured on each of them; no time is judged here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo_orders import DemoClock, DemoDesk
from app.compose import open_shop
from app.exchange.sample import make_sample
from app.kernel.clock import system_clock
from app.kernel.tx import Shop
from ui.measured import page_figures, page_gaps
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
def test_every_page_is_made_opened_and_watched(sample: Shop, tmp_path: Path) -> None:
    names = {spec.name for spec in PAGES}
    found = page_figures(sample, str(tmp_path / "drafts"), rounds=1)
    assert set(found) == names
    for spans in found.values():
        assert {name: len(each) for name, each in spans.items()} == {
            "make": 1,
            "open": 1,
            "bare": 1,
            "first": 1,
        }
        assert all(span > 0 for each in spans.values() for span in each)
    gaps = page_gaps(sample, str(tmp_path / "drafts"), rounds=1)
    assert set(gaps) == names
    assert all(longest > 0 for each in gaps.values() for longest in each)
