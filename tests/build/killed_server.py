"""A server that dies again and again, cheaply: one process has the imports and forks for every life.

``python -m tests.build.killed_server`` reads where a server's database is and its port ("[url, port]") and forks one
(settings stand in the environment, as for the real one); it says what the server says, which is where it listens. The
fork is killed by its number.
"""

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socket import create_connection, socket

import httpx

from sync.server.serve import serve
from sync.server.settings import ServerSettings
from tests.sync.running import NO_CERTIFICATES

ROOT = Path(__file__).resolve().parents[2]
POINTS = ("asked", "reading", "half", "told")
"""Before a byte of the request came in; while it is answered; with half of the answer out; right after the answer."""


class MortalServer:
    """The process that forks, and the server that lives just now; one at a time."""

    def __init__(self, process: subprocess.Popen[str], database_url: str) -> None:
        self._process = process
        self.database_url = database_url
        self.pid = 0
        self.port = 0
        self._dying = threading.Lock()
        self.dead = threading.Event()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Another life, at the same port."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.dead.clear()
        self._process.stdin.write(json.dumps([self.database_url, self.port]) + "\n")
        self._process.stdin.flush()
        listens = False
        while not (listens and self.pid):
            line = self._process.stdout.readline()
            assert line, "the server is gone; its log says why"
            said = json.loads(line)
            if said["event"] == "forked":
                self.pid = said["pid"]
            elif said["event"] == "listening":
                self.port, listens = said["port"], True

    def kill(self) -> None:
        """As a power cut would; a second time changes nothing.

        ``dead`` is set when it is over: another thread than the one that kills waits for it.
        """
        with self._dying:
            if self.pid:
                os.kill(self.pid, signal.SIGKILL)
                assert self._process.stdout is not None
                while json.loads(self._process.stdout.readline())["event"] != "dead":
                    pass
                self.pid = 0
                self.dead.set()

    def restart(self) -> None:
        """Killed, and there again."""
        self.kill()
        self.start()

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """Who asks it."""
        with httpx.Client(base_url=self.url, timeout=30, verify=NO_CERTIFICATES) as client:
            yield client


@contextmanager
def mother_of_servers(log: Path) -> Iterator[subprocess.Popen[str]]:
    """The process that has the imports."""
    names = {"CARPASS_SERVER_PRINT_CODES": "true"}
    with log.open("ab") as errors:
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "tests.build.killed_server"],
            cwd=ROOT,
            env=os.environ | names,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    with process:
        yield process
        process.terminate()


@contextmanager
def mortal_server(mother: subprocess.Popen[str], database_url: str) -> Iterator[MortalServer]:
    """A server on that database that may be killed and started again at once."""
    server = MortalServer(mother, database_url)
    try:
        yield server
    finally:
        server.kill()


def dying_at(
    server: MortalServer, point: str, request: int, late: Callable[[], None], cut: float
) -> Callable[[BaseHTTPRequestHandler, str], bool]:
    """Pass requests for changes on byte by byte, and kill the server at that point of the n-th one.

    ``late`` waits between the request and the kill while it is answered; ``cut`` is the share of the answer that is
    out when it dies half way.
    """
    asked = itertools.count(1)

    def passing(request_: BaseHTTPRequestHandler, place: str) -> bool:
        if place != "/v1/changes":
            return False
        dies = next(asked) == request
        if dies and point == "asked":
            server.kill()
        with (
            suppress(ConnectionError),
            closing(create_connection(("127.0.0.1", server.port))) as line,
        ):
            head = [f"{request_.command} {request_.path} HTTP/1.1", "Connection: close"]
            head += [f"{name}: {request_.headers[name]}" for name in ("Host", "Authorization")]
            line.sendall("\r\n".join([*head, "", ""]).encode())
            if dies and point == "reading":
                late()
                server.kill()
            answer = _whole(line)
            if dies and point == "half":
                answer = answer[: int(len(answer) * cut)]
                server.kill()
            request_.wfile.write(answer)
            request_.wfile.flush()
            if dies and point == "told":
                server.kill()
        return True

    return passing


def _whole(line: socket) -> bytes:
    answer = b""
    while more := line.recv(65536):
        answer += more
    return answer


def _live(line: str) -> None:
    url, port = json.loads(line)
    os.environ |= {"CARPASS_SERVER_DATABASE_URL": url, "CARPASS_SERVER_PORT": str(port)}
    serve(ServerSettings())


def main() -> None:
    """Fork for every line, and say when that life is over."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _live(line)
            os._exit(0)
        sys.stdout.write(json.dumps({"event": "forked", "pid": child}) + "\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write(json.dumps({"event": "dead"}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
