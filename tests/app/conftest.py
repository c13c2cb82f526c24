"""A Russian shop on both databases, for everybody who tests what a shop can do.

It is made once and copied: making it takes longer than most tests.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build import postgres
from tests.build.shops import ShopTemplate, TestShop, make_template
from tests.conftest import postgres_copy, sqlite_copy


@pytest.fixture(scope="session")
def sqlite_shop(sqlite_template: Path) -> ShopTemplate:
    """The shop in a SQLite file to copy."""
    path = sqlite_template.with_name("shop.sqlite")
    shutil.copyfile(sqlite_template, path)
    return make_template(f"sqlite:///{path}", str(path))


@pytest.fixture(scope="session")
def postgresql_shop(postgres_server: postgres.Postgres, postgres_template: str) -> ShopTemplate:
    """The shop in a PostgreSQL database to copy."""
    return make_template(postgres_server.create("shop", template=postgres_template), "shop")


def _wants_shop(request: pytest.FixtureRequest) -> bool:
    """Whether the test has the shop below; a file may have one of its own."""
    return "shop" in request.fixturenames and not hasattr(request.module, "shop")


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, sqlite_template: Path) -> Iterator[str]:
    """URL of a migrated SQLite database of this test alone, with the shop in it when the test wants one."""
    template = sqlite_template
    if _wants_shop(request):
        template = Path(request.getfixturevalue("sqlite_shop").database)
    with sqlite_copy(template) as url:
        yield url


@pytest.fixture
def postgresql_url(
    request: pytest.FixtureRequest, postgres_server: postgres.Postgres, postgres_template: str
) -> Iterator[str]:
    """URL of a migrated PostgreSQL database of this test alone, with the shop in it when the test wants one."""
    template = postgres_template
    if _wants_shop(request):
        template = request.getfixturevalue("postgresql_shop").database
    with postgres_copy(postgres_server, template) as url:
        yield url


@pytest.fixture
def shop(request: pytest.FixtureRequest, database_url: str) -> Iterator[TestShop]:
    """An open shop with its people, of this test alone."""
    kind = "sqlite" if database_url.startswith("sqlite") else "postgresql"
    template: ShopTemplate = request.getfixturevalue(f"{kind}_shop")
    made = template.open(database_url)
    yield made
    made.close()
