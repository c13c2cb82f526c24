"""What every request passes: bounded bodies, protecting headers, a log line without secrets."""

import asyncio
import logging
import time
import zlib
from collections.abc import Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.server.problems import ProblemError
from sync.wire.push import MAX_BYTES, Code

log = logging.getLogger(__name__)

FORM_BYTES = 64 * 1024
PUSH_BYTES = MAX_BYTES
PUSH_PATH = "/v1/push"
BODY_SECONDS = 30
_GZIP = 31
_PACKED = {"gzip", "x-gzip"}


class _DisconnectedError(Exception):
    """The client went away in the middle of its body."""


class Gate:
    """Outermost ASGI layer."""

    def __init__(
        self, app: ASGIApp, *, encrypted: bool, fault: Callable[[Request, Exception], Response]
    ) -> None:
        self._app = app
        self._fault = fault
        self._headers = _protections(encrypted=encrypted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or pass lifespan messages on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.monotonic()
        status = 0

        async def protected(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            body = await _body(scope, receive)
        except ProblemError as problem:
            await refusal(problem)(scope, receive, protected)
        except _DisconnectedError:
            return
        else:
            inner = _without_packing(scope)
            try:
                await self._app(inner, _replay(body, receive), protected)
            except Exception as error:  # noqa: BLE001 - the last one that can still answer
                answer = await run_in_threadpool(self._fault, Request(scope), error)
                if status == 0:
                    await answer(scope, receive, protected)
        # The route's pattern, not the path: paths carry the secrets of invitations and claims.
        pattern = getattr(scope.get("route"), "path", "-")
        took_ms = (time.monotonic() - started) * 1000
        log.info("%s %s %d %.0f ms", scope["method"], pattern, status, took_ms)


def refusal(problem: ProblemError) -> Response:
    """The problem as an answer."""
    headers = {}
    if problem.body.retry_after is not None:
        headers["Retry-After"] = str(problem.body.retry_after)
    if problem.status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(
        problem.body.model_dump_json(), problem.status, headers, media_type="application/json"
    )


def _protections(*, encrypted: bool) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": (
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        # Not no-referrer: with it browsers say "Origin: null" on our own forms.
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    if encrypted:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return headers


def _too_large(limit: int) -> ProblemError:
    return ProblemError(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        Code.TOO_LARGE,
        f"the body is larger than {limit} bytes",
    )


async def _body(scope: Scope, receive: Receive) -> bytes:
    """Read all of the body, unpacked, and never more than the limit."""
    limit = PUSH_BYTES if scope["path"] == PUSH_PATH else FORM_BYTES
    headers = Headers(scope=scope)
    length = headers.get("content-length", "0")
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", *_PACKED}:
        raise ProblemError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, Code.BAD_ENCODING, "gzip or nothing, please"
        )
    try:
        async with asyncio.timeout(BODY_SECONDS):
            raw = await _received(receive, limit)
    except TimeoutError as error:
        raise ProblemError(
            HTTPStatus.REQUEST_TIMEOUT, Code.BUSY, "the body took too long"
        ) from error
    return _unpacked(raw, limit) if encoding in _PACKED else raw


async def _received(receive: Receive, limit: int) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _DisconnectedError
        body += message.get("body", b"")
        if len(body) > limit:
            raise _too_large(limit)
        if not message.get("more_body", False):
            return bytes(body)


def _unpacked(raw: bytes, limit: int) -> bytes:
    """Unpack gzip without ever holding more than the limit and one byte."""
    unpacker = zlib.decompressobj(_GZIP)
    try:
        body = unpacker.decompress(raw, limit + 1)
    except zlib.error as error:
        raise _bad_gzip() from error
    if len(body) > limit or unpacker.unconsumed_tail:
        raise _too_large(limit)
    if not unpacker.eof or unpacker.unused_data:
        raise _bad_gzip()
    return body


def _bad_gzip() -> ProblemError:
    return ProblemError(HTTPStatus.BAD_REQUEST, Code.BAD_ENCODING, "the body is not whole gzip")


def _without_packing(scope: Scope) -> Scope:
    """The same request as if it had come unpacked."""
    kept = [
        (name, value)
        for name, value in scope["headers"]
        if name not in {b"content-encoding", b"content-length"}
    ]
    scope["headers"] = kept
    return scope


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give the body that was read already, then whatever the connection says."""
    given = False

    async def replayed() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed
