"""One running server of each kind for the whole run; tests share it as strangers do."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from tests.build import postgres
from tests.sync.people import Desk, Person
from tests.sync.running import Server


@pytest.fixture(scope="session")
def sqlite_server(
    database_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("server") / "log"
    url = f"sqlite:///{database_folder / 'server.sqlite'}"
    with Server(url, log, durable="false", print_codes="true") as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_server(
    postgres_server: postgres.Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("server") / "log"
    with (
        postgres.database(postgres_server, "carpass_server") as url,
        Server(url, log, print_codes="true") as server,
    ):
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Server:
    """A running server; other tests use it too, so a test makes its own center and people."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


@pytest.fixture
def new_person(server: Server) -> Iterator[Callable[[], Person]]:
    """Makes people who are signed in."""
    with ExitStack() as stack:

        def make(language: str = "ru") -> Person:
            person = Person(server.url, language)
            stack.callback(person.close)
            person.come_in(server.database_url)
            return person

        yield make


@pytest.fixture
def new_desk(client: httpx.Client, new_person: Callable[[], Person]) -> Callable[[], Desk]:
    """Makes desks of centers of their own, paired."""

    def make(name: str = "АвтоЛиния") -> Desk:
        desk = Desk(client, new_person(), name)
        desk.pair(desk.boss.pairing_code())
        return desk

    return make


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    return new_desk()


@pytest.fixture
def owner(new_person: Callable[[], Person]) -> Person:
    return new_person()
