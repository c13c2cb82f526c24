"""One running server of each kind for the whole run; tests share it as strangers do."""

import ipaddress
import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pydantic import SecretStr

from sync.server.app import create_app
from sync.server.serve import bound, configured
from sync.server.settings import ServerSettings
from tests.build import postgres
from tests.sync.people import Desk, Person
from tests.sync.running import Server

_FIRST_ADDRESS = int(ipaddress.IPv4Address("10.0.0.0"))
_addresses = itertools.count(1)
BOT_TOKEN = SecretStr("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")


@pytest.fixture(scope="session")
def sqlite_server(
    database_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("server") / "log"
    url = f"sqlite:///{database_folder / 'server.sqlite'}"
    with Server(url, log, durable="false", print_codes="true", trusted_proxy="127.0.0.1") as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_server(
    postgres_server: postgres.Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("server") / "log"
    with (
        postgres.database(postgres_server, "carpass_server") as url,
        Server(url, log, print_codes="true", trusted_proxy="127.0.0.1") as server,
    ):
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Server:
    """A running server; other tests use it too, so a test makes its own center and people."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found


class StandingClock:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Here:
    """A server in a thread of this process, on a clock of its own."""

    url: str
    database_url: str
    clock: StandingClock
    stack: ExitStack

    def person(self) -> Person:
        person = self.stranger()
        person.come_in(self.database_url, self.clock)
        return person

    def stranger(self) -> Person:
        person = Person(self.url)
        self.stack.callback(person.close)
        return person

    def desk(self) -> Desk:
        boss = self.person()
        desk = Desk(boss.browser, boss)
        desk.pair(boss.pairing_code())
        return desk


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Here]:
    """For tests in which time passes."""
    url = f"sqlite:///{tmp_path / 'here.sqlite'}"
    settings = ServerSettings(
        database_url=url, durable=False, telegram_bot="CarPassBot", telegram_token=BOT_TOKEN
    )
    clock = StandingClock()
    server = uvicorn.Server(configured(create_app(settings, clock), settings))
    with ExitStack() as stack, bound("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield Here(f"http://127.0.0.1:{listener.getsockname()[1]}", url, clock, stack)
        stack.close()
        server.should_exit = True
        thread.join()


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        # Guesses are counted per address, and the proxy here is believed: tests are neighbours.
        client.headers["X-Forwarded-For"] = str(
            ipaddress.IPv4Address(_FIRST_ADDRESS + next(_addresses))
        )
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


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for localhost that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = (tmp_path / "certificate.pem", tmp_path / "key.pem")
    files[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files
