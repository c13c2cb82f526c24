"""One connection to the server: TLS only (plain HTTP to loopback), small answers only, no redirects, strict models."""

import gzip
import ipaddress
import ssl
from functools import cache
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import httpx
from pydantic import ValidationError

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from sync.wire.canonical import NotCanonicalError, canonical
from sync.wire.changes import ChangesPage
from sync.wire.fields import Wire
from sync.wire.pairing import KeyRequest, KeyState, PairAnswer, PairRequest, RotateAnswer
from sync.wire.push import HaveAnswer, HaveRequest, Problem, PushAnswer
from sync.wire.versions import Versions

_Model = TypeVar("_Model", bound=Wire)

MAX_ANSWER_BYTES: Final = 8 * 1024 * 1024
"""A server that sends more lies or is broken: the answer is refused before it fills the memory."""
_TIMEOUT: Final = httpx.Timeout(20.0, connect=5.0)
LONGEST_TOLD: Final = 86_400.0
"""Seconds that a server can ask a desk to wait."""
_GOOD: Final = 200


class Unreachable(Exception):  # noqa: N818 - what happened, in the words of the house
    """The network, a time-out, 5xx or 429: tried again by itself. `retry_after` in seconds, if the server said so."""

    def __init__(self, why: str, retry_after: float | None = None) -> None:
        super().__init__(why)
        self.retry_after = retry_after


class Refused(Exception):  # noqa: N818 - as above
    """The server answered and said no; `code` is one of `sync.wire.push.Code`, or ours for a broken answer."""

    def __init__(self, status: int, code: str, reason: str) -> None:
        super().__init__(f"{status} {code}: {reason}")
        self.status = status
        self.code = code
        self.reason = reason


def checked_url(url: str) -> str:
    """The server's address without its tail; UserError for anything but https, or http to this computer."""
    try:
        parsed = httpx.URL(url.strip())
    except httpx.InvalidURL as error:
        raise invalid("server_url", QT_TRANSLATE_NOOP("sync", "This is not an address.")) from error
    host = parsed.host
    if parsed.scheme != "https" and not (parsed.scheme == "http" and _is_this_computer(host)):
        raise UserError(
            say(QT_TRANSLATE_NOOP("sync", "The server's address must begin with https://.")),
            reason=Reason.UNSUPPORTED,
        )
    return str(parsed.copy_with(path="/", query=None, fragment=None)).rstrip("/")


def _is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@cache
def _trusted() -> ssl.SSLContext:
    """Whose servers are believed: read once, it costs 50 ms."""
    return httpx.create_ssl_context()


class Client:
    """Requests to one server; close it when done."""

    def __init__(self, url: str, token: str | None = None) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers["Accept-Encoding"] = "identity"
        self._http = httpx.Client(
            base_url=checked_url(url),
            timeout=_TIMEOUT,
            headers=headers,
            follow_redirects=False,
            verify=_trusted(),
        )
        self._is_here = _is_this_computer(self._http.base_url.host)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.close()

    def versions(self) -> Versions:
        """What the server takes and gives."""
        return self._ask("GET", "/v1/versions", Versions)

    def pair(self, asked: PairRequest) -> PairAnswer:
        """Swap a pairing code for a device token."""
        return self._ask("POST", "/v1/pair", PairAnswer, body=asked.model_dump_json().encode())

    def push(self, body: bytes) -> PushAnswer:
        """Send a batch (as `push_body` joins it), packed unless it stays in this computer."""
        sent = body if self._is_here else gzip.compress(body, 1)
        return self._ask("POST", "/v1/push", PushAnswer, body=sent, packed=not self._is_here)

    def have(self, asked: HaveRequest) -> HaveAnswer:
        """Which envelopes the server lacks."""
        return self._ask("POST", "/v1/have", HaveAnswer, body=asked.model_dump_json().encode())

    def changes(self, after: str | None, limit: int) -> ChangesPage:
        """The page beyond the cursor."""
        params: dict[str, str | int] = {"limit": limit}
        if after is not None:
            params["after"] = after
        page = self._ask("GET", "/v1/changes", ChangesPage, params=params)
        try:
            for change in page.changes:
                canonical(change.payload)
        except NotCanonicalError as error:
            # floats and the like: what cannot be written down exactly is not taken over
            raise Refused(_GOOD, "broken_answer", f"a change is not canonical: {error}") from error
        return page

    def rotate(self) -> RotateAnswer:
        """A new device token."""
        return self._ask("POST", "/v1/device/rotate", RotateAnswer)

    def add_key(self, asked: KeyRequest) -> KeyState:
        """Announce another signing key of the center."""
        return self._ask("POST", "/v1/keys", KeyState, body=asked.model_dump_json().encode())

    def _ask(
        self,
        method: str,
        path: str,
        model: type[_Model],
        *,
        body: bytes | None = None,
        packed: bool = False,
        params: dict[str, str | int] | None = None,
    ) -> _Model:
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if packed:
            headers["Content-Encoding"] = "gzip"
        try:
            with self._http.stream(
                method, path, content=body, headers=headers, params=params
            ) as response:
                data = _bounded(response)
        except httpx.HTTPError as error:
            raise Unreachable(type(error).__name__) from error
        if response.status_code != _GOOD:
            raise _refusal(response, data)
        try:
            return model.model_validate_json(data)
        except (ValidationError, RecursionError) as error:
            raise Refused(
                response.status_code, "broken_answer", "the answer is not understood"
            ) from error


def _bounded(response: httpx.Response) -> bytes:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        # a thousandfold of what arrived would be unpacked before its length could be looked at
        raise Refused(response.status_code, "broken_answer", "nobody asked for a packed answer")
    data = bytearray()
    for chunk in response.iter_raw():
        data += chunk
        if len(data) > MAX_ANSWER_BYTES:
            raise Refused(response.status_code, "broken_answer", "the answer is too large")
    return bytes(data)


def _refusal(response: httpx.Response, data: bytes) -> Exception:
    status = response.status_code
    try:
        problem = Problem.model_validate_json(data)
    except ValidationError:
        problem = Problem(code="broken_answer", reason=f"status {status}")
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or status == httpx.codes.TOO_MANY_REQUESTS:
        return Unreachable(f"{status} {problem.code}", _retry_after(response, problem))
    return Refused(status, problem.code, problem.reason)


def _retry_after(response: httpx.Response, problem: Problem) -> float | None:
    told: Any = response.headers.get("Retry-After", "")
    if told.isdecimal():
        # the same bound as in an answer's own field: nobody sends the desk away for years
        return min(float(told), LONGEST_TOLD)
    return float(problem.retry_after) if problem.retry_after is not None else None
