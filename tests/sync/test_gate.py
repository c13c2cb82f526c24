"""What every request passes, and how a server is started: bounds, headers, TLS, logs, schema."""

import asyncio
import contextlib
import gzip
import json
import logging
import re
import socket
import ssl
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from pydantic import ValidationError

from app.kernel.db import Database
from sync.server import schema
from sync.server.schema import SchemaTooNewError, Step
from sync.server.serve import bound
from sync.server.settings import ServerSettings, is_loopback
from sync.server.station import Station, token
from sync.server.tables import envelopes, metadata
from sync.server.words import keys, say
from tests.sync.conftest import Here
from tests.sync.people import JSON, Car, Desk, Person
from tests.sync.running import ROOT, Server

PAGES = ("/sign-in", "/check", "/v1/versions", "/static/style.css", "/nowhere", "/v1/nowhere")


@pytest.fixture
def bare(bare_database_url: str) -> Iterator[Database]:
    database = Database(bare_database_url, durable=False)
    yield database
    database.close()


@pytest.mark.parametrize("path", PAGES)
def test_sp60_every_answer_carries_its_protections(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "server" not in headers
    foreign = client.get(path, headers={"Origin": "https://elsewhere.example"}).headers
    assert not [name for name in foreign if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%2f..%2f..%2fpyproject.toml",
    ],
)
def test_sp60_only_what_is_meant_for_people_is_served(client: httpx.Client, path: str) -> None:
    assert client.get("/static/style.css").status_code == 200
    raw = httpx.URL(str(client.base_url)).copy_with(raw_path=path.encode())
    answer = client.get(raw)
    assert answer.status_code == 404
    assert "ServerSettings" not in answer.text
    assert "[project]" not in answer.text


def test_sp60_pages_hold_no_script_and_no_style_of_their_own(owner: Person) -> None:
    car = Car()
    for path in ("/", "/cars/new", "/profile", "/centers", "/check", owner.add_car(car)):
        page = owner.open(path)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", page)
        assert not re.search(r"(src|href)=\"(https?:)?//", page)


def test_sp60_tls_is_served_and_said(tmp_path: Path, certificate: tuple[Path, Path]) -> None:
    files = {"certificate": str(certificate[0]), "private_key": str(certificate[1])}
    url = f"sqlite:///{tmp_path / 's.sqlite'}"
    trust = ssl.create_default_context(cafile=certificate[0])
    with Server(url, tmp_path / "log", host="localhost", **files) as server:
        assert server.url.startswith("https://localhost:")
        with httpx.Client(base_url=server.url, verify=trust) as client:
            answer = client.get("/sign-in")
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
            cookie = answer.headers["set-cookie"]
            assert cookie.startswith("__Host-carpass-form=")
            assert "Secure" in cookie
        plain = server.url.replace("https", "http")
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{plain}/sign-in")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::"])  # noqa: S104 - refused, that is the point
def test_sp60_plain_http_is_for_this_computer_only(host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(ValidationError, match="this computer only"):
        ServerSettings(database_url="sqlite:///x", host=host)


def test_sp60_half_a_pair_of_files_is_refused() -> None:
    for host in ("127.0.0.1", "::1", "localhost"):
        assert ServerSettings(database_url="sqlite:///x", host=host).host == host
    with pytest.raises(ValidationError, match="belong together"):
        ServerSettings(database_url="sqlite:///x", certificate=Path("a"))


def test_sp15_a_bomb_is_never_unpacked(client: httpx.Client, desk: Desk) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(500)) + packer.flush()
    assert len(bomb) < 600_000
    headers = JSON | desk.auth | {"Content-Encoding": "gzip"}
    answer = client.post("/v1/push", content=bomb, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("path", ["/v1/pair", "/v1/have", "/sign-in", "/nowhere"])
def test_sp15_other_bodies_are_small(client: httpx.Client, path: str) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            yield b"a" * 65536

    for content in (b"a" * 70_000, gzip.compress(b"a" * 70_000)):
        packed = {"Content-Encoding": "gzip"} if content[:1] != b"a" else {}
        answer = client.post(path, content=content, headers=JSON | packed)
        assert answer.status_code == 413
    with contextlib.suppress(httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError):
        # The server may answer and hang up while we still send: that is as good.
        assert client.post(path, content=endless(), headers=JSON).status_code == 413


def test_unknown_ways_are_named(client: httpx.Client) -> None:
    wrong = client.put("/v1/push", content=b"{}", headers=JSON)
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
    assert wrong.headers["Allow"] == "POST"
    assert client.request("TRACE", "/sign-in").status_code == 405
    nowhere = client.get("/v1/nowhere")
    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "not_found")
    assert "Здесь ничего нет" in client.get("/nowhere", headers={"Accept-Language": "ru"}).text
    assert "nothing here" in client.get("/cars/1", headers={"Accept-Language": "de"}).text


def test_a_language_is_remembered(server: Server) -> None:
    person = Person(server.url, "ru")
    try:
        assert "Войдите" in person.open("/sign-in")
        assert "Sign in" in person.open("/language/en?back=/sign-in")
        assert "Sign in" in person.open("/sign-in")
        person.open("/language/fr", 404)
        assert person.open("/language/ru?back=//evil.example") is not None
        assert person.page is not None
        assert person.page.url.host == "127.0.0.1"
    finally:
        person.close()


def test_every_sentence_is_there_in_both_languages_and_used() -> None:
    folder = ROOT / "sync" / "server"
    pages = [path for path in folder.rglob("*") if path.suffix in {".html", ".py"}]
    text = "".join(path.read_text("utf-8") for path in pages if path.name != "words.py")
    built = tuple(re.findall(r't\("(\w+_)" ~', text))
    values = dict.fromkeys(
        re.findall(r"[{](\w+)[}]", (folder / "words.py").read_text("utf-8")), "x"
    )
    units = {"km", "mi"}  # of an odometer, as the wire names them
    for key in keys():
        kind = key.removesuffix("_title").removesuffix("_text")
        said = f'"{key}"' in text or f'"{kind}"' in text or key.startswith(built) or key in units
        assert said, f"{key}: nobody says it"
        russian, english = say("ru", key, **values), say("en", key, **values)
        assert russian
        assert english
        assert not re.search("[а-яё]", english, re.IGNORECASE)
    for used in re.findall(r'\bt\("(\w+)"[,)]', text):
        assert used in keys()


def test_sp64_the_log_holds_no_secret(tmp_path: Path) -> None:
    log = tmp_path / "log"
    url = f"sqlite:///{tmp_path / 's.sqlite'}"
    with Server(url, log, durable="false") as server, server.client() as client:
        boss, owner = Person(server.url), Person(server.url)
        try:
            boss.come_in(url)
            owner.come_in(url)
            desk = Desk(client, boss)
            code = boss.pairing_code()
            desk.pair(code)
            car, secret = Car(), token()
            desk.push(desk.ask(car, claim=secret))
            owner.open(f"/claim/{secret}")
            owner.approve()
            desk.push(desk.completed(car, "NUMBER-7"))
            client.get("/check", params={"sha256": "\x00" * 3, "signature": "s", "key": "k"})
            secrets = [desk.token, code, code.replace("-", ""), secret, car.vin, car.plate]
            secrets += [
                "NUMBER-7",
                *(each.value for each in owner.browser.cookies.jar if each.value),
            ]
        finally:
            boss.close()
            owner.close()
    text = log.read_text()
    assert "/v1/push" in text
    assert "/claim/{secret}" in text
    assert [each for each in secrets if each in text] == []


def test_sp64_a_fault_of_ours_is_told_without_peoples_data(here: Here, tmp_path: Path) -> None:
    desk, owner, car = here.desk(), here.person(), Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    desk.push(desk.completed(car))
    owner.open(path)
    record = owner.find(r'href="(/records/[^"]+)"')
    station = Station.open(ServerSettings(database_url=here.database_url))
    with station.writing() as tx:
        tx.change(sa.update(envelopes).values(content='{"payload":"PRIVATE-PERSON"}'))
    with handled(tmp_path / "log") as log:
        page = owner.open(record, 500)
        with station.writing() as tx:
            tx.connection.exec_driver_sql("DROP TABLE center_keys")
        query = {"sha256": "PRIVATE-PERSON", "signature": "s", "key": "k"}
        busy = owner.browser.get("/check", params=query)
    station.close()
    assert "Ошибка на нашей стороне" in page
    assert busy.status_code == 503
    text = log.read_text()
    assert "fault" in text
    assert "ValidationError" in text
    assert "busy: OperationalError" in text
    for told in (page, busy.text, text):
        assert "PRIVATE-PERSON" not in told
        assert "no such table" not in told


@contextlib.contextmanager
def handled(path: Path) -> Iterator[Path]:
    """What the server's own loggers say, in a file."""
    handler = logging.FileHandler(path)
    logger = logging.getLogger("sync.server")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield path
    logger.setLevel(before)
    logger.removeHandler(handler)
    handler.close()


def _is_of_the_domain(name: str | None, kind: str, _parents: object) -> bool:
    """The steps' own table is known to them alone."""
    return not (kind == "table" and name == "server_info")


def test_sp63_the_steps_make_exactly_the_tables(bare: Database) -> None:
    assert schema.upgrade(bare) == schema.STEPS[-1].version
    with bare.writer.connect() as connection:
        opts = {"compare_type": True, "include_name": _is_of_the_domain}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []
    assert schema.upgrade(bare) == schema.STEPS[-1].version
    assert len(schema.salt(bare)) == 32


def test_sp63_two_that_start_together_migrate_once(bare: Database) -> None:
    failed: list[BaseException] = []

    def start() -> None:
        database = Database(str(bare.url.render_as_string(hide_password=False)), durable=False)
        try:
            schema.upgrade(database)
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_sp63_a_step_that_fails_leaves_nothing(
    bare: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Step(99, "broken", "CREATE TABLE half (a TEXT);\nCREATE TABLE users (a TEXT)")
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, broken))
    with pytest.raises(sa.exc.SQLAlchemyError):
        schema.upgrade(bare)
    with bare.writer.connect() as connection:
        assert not sa.inspect(connection).has_table("half")
    added = Step(2, "added", "CREATE TABLE whole (a TEXT NOT NULL)")
    monkeypatch.setattr(schema, "STEPS", (schema.STEPS[0], added))
    assert schema.upgrade(bare) == 2
    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:1])
    with pytest.raises(SchemaTooNewError, match="step 2"):
        schema.upgrade(bare)


def test_a_taken_port_is_said_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        start = (
            "from sync.server.serve import serve; from sync.server.settings import ServerSettings;"
            f"serve(ServerSettings(database_url={f'sqlite:///{tmp_path}/s.sqlite'!r}, port={port}))"
        )
        done = subprocess.run(
            [sys.executable, "-c", start], cwd=ROOT, capture_output=True, text=True, check=False
        )
    assert done.returncode != 0
    assert "Address already in use" in done.stderr
    assert done.stdout == ""


def test_no_answer_waits_until_what_was_sent_before_it_is_acknowledged() -> None:
    async def first_connection() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def meet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            told.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()
            await writer.wait_closed()

        with bound("127.0.0.1", 0) as listener:
            async with await asyncio.start_server(meet, sock=listener):
                asked, asking = await asyncio.open_connection(*listener.getsockname())
                await asked.read()
                asking.close()
                await asking.wait_closed()
        return told.result()

    assert asyncio.run(first_connection())


def test_the_first_line_says_where(tmp_path: Path) -> None:
    with Server(f"sqlite:///{tmp_path / 's.sqlite'}", tmp_path / "log") as server:
        assert server.url == f"http://127.0.0.1:{server.port}"
        with server.client() as client:
            assert json.loads(client.get("/v1/versions").content)["protocols"] == ["2026-11-20"]
