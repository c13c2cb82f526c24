"""Between browser and verbs: who reads, in which language, and whether a form is really ours."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any, Final
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.server import accounts, render
from sync.server.accounts import LANGUAGES, Session
from sync.server.problems import ProblemError
from sync.server.render import Reader
from sync.server.station import Station, token

MOST_FIELDS: Final = 64
FORM_LIFE: Final = 24 * 3600
LANGUAGE_LIFE: Final = 365 * 24 * 3600


class FormRefusedError(Exception):
    """A form that this server did not make for this browser."""


class SignInNeededError(Exception):
    """The page is for people who are signed in."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page."""

    station: Station
    session: Session | None
    reader: Reader
    address: str
    fresh_form_token: bool
    """The anonymous form token is new: the answer must carry its cookie."""

    def member(self) -> Session:
        """The session.

        Raises:
            SignInNeededError: there is none.
        """
        if self.session is None:
            raise SignInNeededError
        return self.session

    def show(
        self,
        template: str,
        values: Mapping[str, Any] | None = None,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> Response:
        """A page for this visitor."""
        answer = render.page(template, self.reader, values, status)
        if self.fresh_form_token:
            self.keep(answer, "form", self.reader.form_token, FORM_LIFE)
        return answer

    def keep(self, answer: Response, name: str, value: str, life: int) -> None:
        """Set a cookie that no script and no other site can use."""
        answer.set_cookie(
            cookie_name(self.station, name),
            value,
            max_age=life,
            path="/",
            secure=self.station.settings.encrypted,
            httponly=True,
            samesite="lax",
        )

    def sign_in(self, secret: str, onward: str) -> Response:
        """Start the session in this browser."""
        answer = go(safe_path(onward))
        life = int(self.station.settings.session_life.total_seconds())
        self.keep(answer, "session", secret, life)
        answer.delete_cookie(cookie_name(self.station, "form"), path="/")
        return answer


def cookie_name(station: Station, name: str) -> str:
    """With TLS the `__Host-` prefix keeps subdomains from planting it."""
    return f"__Host-carpass-{name}" if station.settings.encrypted else f"carpass-{name}"


def go(path: str) -> RedirectResponse:
    """Show another page; a reload of it sends no form again."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


def safe_path(text: str) -> str:
    """A path of this server, or the start page: never a way to somebody else's."""
    parts = urlsplit(text)
    foreign = parts.scheme or parts.netloc or "\\" in text or not text.isprintable()
    if foreign or not text.startswith("/") or text.startswith("//"):
        return "/"
    return text


def station_of(request: Request) -> Station:
    """The server behind the request."""
    station: Station = request.app.state.station
    return station


def address_of(request: Request) -> str:
    """The asker's address, for counting tries."""
    return request.client.host if request.client is not None else "unknown"


def visitor_of(request: Request) -> Visitor:
    """Find out who asks."""
    station = station_of(request)
    secret = request.cookies.get(cookie_name(station, "session"), "")
    session = accounts.session_of(station, secret) if secret else None
    planted = request.cookies.get(cookie_name(station, "form"), "")
    if session is not None:
        form_token, fresh = session.form_token, False
    else:
        form_token, fresh = (planted, False) if planted else (token(), True)
    reader = Reader(
        language=_language(request, session),
        form_token=form_token,
        signed_in=session is not None,
        path=request.url.path,
    )
    return Visitor(station, session, reader, address_of(request), fresh)


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of a posted form.

    Raises:
        FormRefusedError: it cannot be read.
    """
    try:
        text = (await request.body()).decode("utf-8")
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise FormRefusedError from error
    if any("\0" in value for _, value in pairs):
        raise FormRefusedError
    return dict(pairs)


def trusted_fields(
    request: Request,
    visitor: Annotated[Visitor, Depends(visitor_of)],
    fields: Annotated[dict[str, str], Depends(fields_of)],
) -> dict[str, str]:
    """The fields of a form that this server made for this browser.

    Raises:
        FormRefusedError: the token is not this browser's, or another site sent it.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise FormRefusedError
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc not in _own_hosts(request, visitor.station):
        raise FormRefusedError
    given = fields.pop("form_token", "")
    expected = visitor.reader.form_token
    if visitor.fresh_form_token or not hmac.compare_digest(given.encode(), expected.encode()):
        raise FormRefusedError
    return fields


VisitorOf = Annotated[Visitor, Depends(visitor_of)]
FieldsOf = Annotated[dict[str, str], Depends(trusted_fields)]


def error_page(request: Request, problem: ProblemError) -> Response:
    """A problem in words, with what to do. Asks no database: it may be what is wrong."""
    kind = {
        HTTPStatus.NOT_FOUND: "error_missing",
        HTTPStatus.CONFLICT: "already_decided",
        HTTPStatus.TOO_MANY_REQUESTS: "error_wait",
    }.get(problem.status, "error_fault")
    minutes = -(-(problem.body.retry_after or 60) // 60)
    reader = Reader(_language(request, None), "", signed_in=False, path=request.url.path)
    values = {"kind": kind, "params": {"minutes": minutes}}
    return render.page("message.html", reader, values, problem.status)


def message(visitor: Visitor, kind: str, status: HTTPStatus, **params: object) -> Response:
    """A page that says one thing: `<kind>_title` and `<kind>_text`."""
    return visitor.show("message.html", {"kind": kind, "params": params}, status)


def _own_hosts(request: Request, station: Station) -> set[str]:
    hosts = {request.headers.get("host", "")}
    if station.settings.public_url:
        hosts.add(urlsplit(station.settings.public_url).netloc)
    return hosts


def _language(request: Request, session: Session | None) -> str:
    chosen = request.cookies.get("carpass-language", "")
    if chosen in LANGUAGES:
        return chosen
    if session is not None:
        return session.language
    for part in request.headers.get("accept-language", "").split(","):
        language = part.split(";")[0].strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return "en"
