"""Shops that were filled once and are copied for every test: minutes of the run are spent on making the same shop."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.compose import open_shop
from tests.build import postgres
from tests.build.shops import MovableClock, TestShop, make_shop

Fill = Callable[[TestShop], None]
Filled = Callable[[Fill], TestShop]
"""``filled(fill)``: a shop as ``fill`` left it, on the database of this test; filled once in a run."""
_numbers = itertools.count(1)


@dataclass
class Templates:
    """What was filled in this run, by what fills it; each is closed, and only copies of it are opened."""

    folder: Path
    empty_file: Callable[[], Path]
    server: Callable[[], postgres.Postgres]
    empty_name: Callable[[], str]
    known: dict[tuple[str, Fill], tuple[str, TestShop]] = field(default_factory=dict)

    @contextmanager
    def copy(self, kind: str, fill: Fill) -> Iterator[TestShop]:
        """A shop on a database of this kind ("sqlite", "postgresql") of its own, as ``fill`` left it."""
        if (kind, fill) not in self.known:
            self.known[kind, fill] = self._filled(kind, fill)
        template, made = self.known[kind, fill]
        with self._database(kind, template) as url:
            clock = MovableClock(made.clock.at)
            shop = open_shop(
                url=url,
                clock=clock,
                workstation=made.shop.workstation,
                durable=False,
                secrets_dir=made.shop.secrets.folder,
                daily=False,
            )
            yield replace(made, shop=shop, clock=clock)
            shop.close()

    def _filled(self, kind: str, fill: Fill) -> tuple[str, TestShop]:
        name = f"filled{next(_numbers)}"
        if kind == "sqlite":
            path = self.folder / f"{name}.sqlite"
            shutil.copyfile(self.empty_file(), path)
            name, url = str(path), f"sqlite:///{path}"
        else:
            url = self.server().create(name, template=self.empty_name())
        made = make_shop(url)
        fill(made)
        made.close()
        if kind == "sqlite":
            assert not list(self.folder.glob(f"{path.name}-*")), "a copy would lose rows"
        return name, made

    @contextmanager
    def _database(self, kind: str, template: str) -> Iterator[str]:
        name = f"copy{next(_numbers)}"
        if kind == "postgresql":
            with postgres.database(self.server(), name, template=template) as url:
                yield url
            return
        path = self.folder / f"{name}.sqlite"
        shutil.copyfile(template, path)
        yield f"sqlite:///{path}"
        for left in self.folder.glob(f"{path.name}*"):
            left.unlink()


@pytest.fixture(scope="session")
def templates(database_folder: Path, request: pytest.FixtureRequest) -> Templates:
    """What was filled so far."""
    return Templates(
        database_folder,
        empty_file=lambda: request.getfixturevalue("sqlite_template"),
        server=lambda: request.getfixturevalue("postgres_server"),
        empty_name=lambda: request.getfixturevalue("postgres_template"),
    )


@pytest.fixture
def sqlite_filled(templates: Templates) -> Iterator[Filled]:
    """On SQLite alone."""
    with ExitStack() as stack:
        yield lambda fill: stack.enter_context(templates.copy("sqlite", fill))


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(templates: Templates, request: pytest.FixtureRequest) -> Iterator[Filled]:
    """On both databases."""
    with ExitStack() as stack:
        yield lambda fill: stack.enter_context(templates.copy(request.param, fill))
