"""A real server process for tests: started, killed and started again on the same port."""

import json
import os
import queue
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import httpx

START = (
    "import logging; logging.basicConfig(level=logging.INFO); "
    "from sync.server.serve import serve; from sync.server.settings import ServerSettings; "
    "serve(ServerSettings())"
)
START_SECONDS = 90.0
# Loading the system's certificates costs 50 ms for each client; here everything is loopback.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ROOT = Path(__file__).resolve().parents[2]


class Server:
    """One process on `database_url`; `settings` are those of `ServerSettings` by name."""

    def __init__(self, database_url: str, log: Path, **settings: str) -> None:
        self.database_url = database_url
        self.log = log
        self.settings = settings
        self.port = int(settings.pop("port", "0"))
        self.url = ""
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[dict[str, Any]] = queue.Queue()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        settings = {"database_url": self.database_url, "port": str(self.port), **self.settings}
        names = {f"CARPASS_SERVER_{name.upper()}": value for name, value in settings.items()}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-c", START],
                cwd=ROOT,
                env=os.environ | names,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self._listener = threading.Thread(target=self._listen, args=(self._process,))
        self._listener.start()
        line = self.line("listening")
        self.port = line["port"]
        self.url = line["url"]

    def line(self, event: str) -> dict[str, Any]:
        """The next line of that kind on the server's standard output."""
        while True:
            try:
                line = self._lines.get(timeout=START_SECONDS)
            except queue.Empty:
                raise AssertionError(f"no {event!r}; log:\n{self.log.read_text()}") from None
            if line["event"] == event:
                return line

    def kill(self) -> None:
        """As a power cut would."""
        self._leave(kill=True)

    def stop(self) -> None:
        self._leave(kill=False)

    def restart(self) -> None:
        self.kill()
        self.start()

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=self.url, timeout=30, verify=NO_CERTIFICATES) as client:
            yield client

    def _listen(self, process: subprocess.Popen[str]) -> None:
        if process.stdout is None:
            raise AssertionError("no standard output")
        with process.stdout:
            for line in process.stdout:
                self._lines.put(json.loads(line))

    def _leave(self, *, kill: bool) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if kill:
            process.kill()
        else:
            process.terminate()
        process.wait(timeout=20)
        self._listener.join(timeout=20)
