"""Whom the desk believes: a server by its certificate, at the address it was paired with, and no other."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typing_extensions import override

from app.kernel.errors import Reason, UserError
from sync.worker.client import Client, Refused, Unreachable, checked_url
from tests.sync.running import Server

TOKEN = "device-token-7f3a"


class Stranger(ThreadingHTTPServer):
    """A server that answers everything alike and remembers what it was told."""

    def __init__(self, status: int, **headers: str) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.status = status
        self.headers = headers
        self.told: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    server: Stranger

    def do_GET(self) -> None:
        self.server.told.append(str(self.headers))
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        del format, args


@contextmanager
def listening(status: int, **headers: str) -> Iterator[Stranger]:
    with Stranger(status, **headers) as stranger:
        thread = threading.Thread(target=stranger.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield stranger
        stranger.shutdown()
        thread.join()


def test_sp60_a_certificate_that_nobody_vouches_for_is_not_believed(
    tmp_path: Path, certificate: tuple[Path, Path]
) -> None:
    files = {"certificate": str(certificate[0]), "private_key": str(certificate[1])}
    log = tmp_path / "log"
    with Server(f"sqlite:///{tmp_path / 's.sqlite'}", log, host="localhost", **files) as server:
        assert server.url.startswith("https://")
        with Client(server.url, TOKEN) as client, pytest.raises(Unreachable, match="ConnectError"):
            client.versions()
    assert "/v1/versions" not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "http://carpass.example",
        "http://192.168.1.5:8000",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "ftp://carpass.example",
        "carpass.example",
    ],
)
def test_sp60_a_token_goes_over_tls_or_nowhere(url: str) -> None:
    with pytest.raises(UserError) as refused:
        Client(url, TOKEN)
    assert refused.value.reason is Reason.UNSUPPORTED
    assert checked_url("http://127.0.0.1:8000/x?y#z") == "http://127.0.0.1:8000"
    assert checked_url(" https://carpass.example/ ") == "https://carpass.example"


def test_sp73_a_redirect_takes_the_token_nowhere() -> None:
    with listening(200) as elsewhere, listening(307, Location=elsewhere.url) as server:
        with Client(server.url, TOKEN) as client, pytest.raises(Refused):
            client.versions()
        assert TOKEN in server.told[0]
        assert elsewhere.told == []


@pytest.mark.parametrize("told", ["9" * 400, "99999999999", "86400"])
def test_sp72_a_server_cannot_send_the_desk_away_for_years(told: str) -> None:
    with listening(503, Retry_After=told) as server, Client(server.url, TOKEN) as client:
        with pytest.raises(Unreachable) as refused:
            client.versions()
        assert refused.value.retry_after == 86_400
