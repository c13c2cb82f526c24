"""Signatures are checked beside the server, in a process of its own.

The library of keys holds Python's lock while it checks one (70 µs), so threads gain nothing; another process has the
other core while this one judges and writes. It knows no secret and no database: public key, digest and signature in,
yes or no out. What it denies is checked again here, so it can refuse nobody; while it is away, starting, busy with
another batch, or gone, everything is checked here.
"""

import logging
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from app.kernel.program import this_program

NAME: Final = "check-seals"
"""The word that starts it; no command of people's, so no help names it."""
FEWEST: Final = 32
"""Signatures that are worth asking another process for."""
PATIENCE_SECONDS: Final = 5.0

_ROOT: Final = Path(__file__).resolve().parents[2]
_COUNT: Final = struct.Struct("<I")
_KEY, _DIGEST, _SIGNATURE = 32, 32, 64
_READY: Final = b"R"
_log = logging.getLogger(__name__)


class Seal(NamedTuple):
    """A signature as bytes: 32 of the public key, 32 of the digest, 64 of the signature."""

    key: bytes
    digest: bytes
    signature: bytes


def answer(asked: BinaryIO, told: BinaryIO) -> int:
    """The child's whole life: says that it is ready, then answers until nobody asks any more; its exit code."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - the child's alone
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - as above
        Ed25519PublicKey,
    )

    told.write(_READY)
    told.flush()
    keys: dict[bytes, Ed25519PublicKey] = {}
    while len(head := asked.read(_COUNT.size)) == _COUNT.size:
        (count,) = _COUNT.unpack(head)
        said = bytearray(count)
        for place in range(count):
            key, digest, signature = (asked.read(size) for size in (_KEY, _DIGEST, _SIGNATURE))
            try:
                if key not in keys:
                    keys[key] = Ed25519PublicKey.from_public_bytes(key)
                keys[key].verify(signature, digest)
            except (InvalidSignature, ValueError):
                continue
            said[place] = 1
        told.write(head + said)
        told.flush()
    return 0


def run() -> int:
    """Be the child: the server that started it ends it by closing its own end, whatever ends the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(BrokenPipeError):
        return answer(sys.stdin.buffer, sys.stdout.buffer)
    return 0


class Helper:
    """The child as the server sees it: one batch at a time, started when the first large one comes."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_ready = threading.Event()
        self._is_over = False

    def ask(self, seals: Sequence[Seal]) -> Callable[[], bytes | None] | None:
        """Have these checked meanwhile; None when that has to be done here.

        The answer has to be fetched, once: a byte for each, not 0 when the signature is right; None when the child is
        gone. It waits for it.
        """
        if self._is_over or not self._one.acquire(blocking=False):
            return None
        try:
            if self._child is None:
                self._start()
            if self._is_ready.is_set() and self._send(seals):
                return lambda: self._fetch(len(seals))
        except OSError:
            self._give_up("it cannot be started")
        self._one.release()
        return None

    def wait_until_ready(self, seconds: float) -> bool:
        """Start the child and wait for it; whether it is there. For measuring and tests."""
        with self._one:
            if self._child is None:
                self._start()
        return self._is_ready.wait(seconds)

    def close(self) -> None:
        """End the child."""
        self._is_over = True
        if self._child is not None:
            self._end(self._child)

    def _start(self) -> None:
        self._child = subprocess.Popen(  # noqa: S603 - this program itself
            [*this_program(), NAME],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, args=(self._child,), daemon=True).start()

    def _listen(self, child: "subprocess.Popen[bytes]") -> None:
        told = child.stdout
        if told is None:
            return
        with suppress(OSError, ValueError):
            if told.read(1) == _READY:
                self._is_ready.set()
            while len(head := told.read(_COUNT.size)) == _COUNT.size:
                self._answers.put(told.read(_COUNT.unpack(head)[0]))
        self._answers.put(None)

    def _send(self, seals: Sequence[Seal]) -> bool:
        child = self._child
        if child is None or child.stdin is None or child.poll() is not None:
            self._give_up("it is gone")
            return False
        child.stdin.write(_COUNT.pack(len(seals)) + b"".join(map(b"".join, seals)))
        child.stdin.flush()
        return True

    def _fetch(self, count: int) -> bytes | None:
        try:
            said = self._answers.get(timeout=PATIENCE_SECONDS)
        except queue.Empty:
            said = None
        if said is None or len(said) != count:
            self._give_up("it does not answer")
            said = None
        self._one.release()
        return said

    def _give_up(self, why: str) -> None:
        _log.warning("signatures are checked here from now on: %s", why)
        self._is_over = True
        if self._child is not None:
            self._end(self._child)

    @staticmethod
    def _end(child: "subprocess.Popen[bytes]") -> None:
        child.kill()
        child.wait()
        for end in (child.stdin, child.stdout):
            with suppress(OSError):
                if end is not None:
                    end.close()


helper: Final = Helper()
"""The server's. A program that serves in its own process (a test, a pilot's script) starts it by a large batch."""
