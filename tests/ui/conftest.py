"""A real sample shop, a desk and a window for tests of screens."""

import itertools
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli.demo_orders import DemoClock, DemoDesk, run_orders
from app.compose import open_shop
from app.exchange.sample import make_sample
from app.kernel.clock import system_clock
from app.kernel.tx import Shop
from tests.build.shops import MovableClock
from tests.house.words import LANGUAGES, compiled
from ui.dressing import Look, dress, open_window
from ui.shell.desk import Desk
from ui.shell.drafts import Drafts
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.start import person, settle

_numbers = itertools.count(1)


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: DeskApplication) -> DeskApplication:
    """Fonts, colours and words as the desk has them; English, light."""
    for language in LANGUAGES:
        compiled(language)
    dress(qapp, Look(language="en", mode="light"))
    return qapp


@pytest.fixture(scope="session")
def sample_template(database_folder: Path) -> tuple[Path, MovableClock]:
    """The sample shop after its three days of orders, to copy; and the moment it stands at."""
    path = database_folder / "sample.sqlite"
    clock = DemoClock(system_clock())
    shop = open_shop(
        url=str(path),
        clock=clock,
        workstation="Desk 1",
        secrets_dir=database_folder / "sample-secrets",
        durable=False,
        daily=False,
    )
    run_orders(DemoDesk(make_sample(shop), clock))
    shop.close()
    return path, MovableClock(clock.at + timedelta(minutes=5))


@pytest.fixture
def sample_shop(sample_template: tuple[Path, MovableClock], tmp_path: Path) -> Iterator[Shop]:
    """The sample shop of this test alone; its clock is a MovableClock."""
    template, clock = sample_template
    path = template.with_name(f"ui{next(_numbers)}.sqlite")
    shutil.copyfile(template, path)
    secrets = tmp_path / "secrets"
    shutil.copytree(template.parent / "sample-secrets", secrets)
    shop = open_shop(
        url=str(path),
        clock=MovableClock(clock.at),
        workstation="Desk 1",
        secrets_dir=secrets,
        durable=False,
        daily=False,
    )
    yield shop
    shop.close()
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()


@pytest.fixture
def desk(sample_shop: Shop, tmp_path: Path, dressed: DeskApplication) -> Iterator[Desk]:
    """A desk without a window: what goes wrong is raised."""
    actor = person(sample_shop, None)
    drafts = Drafts(tmp_path / "drafts", sample_shop.clock)
    made = Desk(sample_shop, actor, language="en", drafts=drafts)
    yield made
    made.close()
    made.deleteLater()
    dressed.processEvents()


@pytest.fixture
def window(sample_shop: Shop, tmp_path: Path, dressed: DeskApplication) -> Iterator[Window]:
    """The whole window of the owner at 1366×768, its first page open and read."""
    made = open_window(
        sample_shop, person(sample_shop, None), language="en", drafts=tmp_path / "drafts"
    )
    made.resize(1366, 768)
    made.show()
    if made.pages:
        made.open(made.pages[0].name, None, {})
    settle(made)
    yield made
    made.close()
    made.desk.close()
    made.deleteLater()
    dressed.processEvents()
