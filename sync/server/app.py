"""The application: routes, answers to what goes wrong, and the published OpenAPI document."""

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import sqlalchemy.exc
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from app import __version__
from app.kernel.clock import Clock, system_clock
from sync.server import api, center_pages, owner_pages, sign_in_pages, visit_pages, web
from sync.server.gate import Gate, refusal
from sync.server.problems import ProblemError, not_found
from sync.server.render import HERE
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.wire.pairing import KeyRequest, PairRequest
from sync.wire.push import Code, HaveRequest, PushRequest

log = logging.getLogger(__name__)

BUSY_SECONDS = 2


def create_app(settings: ServerSettings, clock: Clock = system_clock) -> FastAPI:
    """The whole server, its database brought up to date.

    Raises:
        SchemaTooNewError: a newer program made the database.
    """
    station = Station.open(settings, clock)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        station.close()

    app = FastAPI(
        title="CarPass reference server",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        lifespan=lifespan,
    )
    app.state.station = station
    for pages in (api, sign_in_pages, owner_pages, visit_pages, center_pages):
        app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    _answer_what_goes_wrong(app)
    _publish_bodies(app)
    app.add_middleware(Gate, encrypted=settings.encrypted, fault=_fault)
    return app


def _answer_what_goes_wrong(app: FastAPI) -> None:
    @app.exception_handler(ProblemError)
    def problem(request: Request, error: ProblemError) -> Response:
        return _answer(request, error)

    @app.exception_handler(RequestValidationError)
    def wrong_field(request: Request, error: RequestValidationError) -> Response:
        if not _speaks_json(request):
            return _answer(request, not_found())
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"][1:])
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _answer(
            request, ProblemError(status, Code.MALFORMED, first["msg"], field=field or None)
        )

    @app.exception_handler(HTTPException)
    def no_route(request: Request, error: HTTPException) -> Response:
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            wrong = ProblemError(
                HTTPStatus.METHOD_NOT_ALLOWED, Code.METHOD_NOT_ALLOWED, "not this way"
            )
            answer = _answer(request, wrong)
            answer.headers.update(error.headers or {})
            return answer
        return _answer(request, not_found())

    @app.exception_handler(web.SignInNeededError)
    def sign_in(request: Request, _: web.SignInNeededError) -> Response:
        onward = request.url.path if request.method == "GET" else "/"
        return web.go(f"/sign-in?onward={onward}")

    @app.exception_handler(web.FormRefusedError)
    def form(request: Request, _: web.FormRefusedError) -> Response:
        return web.message(web.visitor_of(request), "error_form", HTTPStatus.FORBIDDEN)

    @app.exception_handler(sqlalchemy.exc.OperationalError)
    @app.exception_handler(sqlalchemy.exc.IntegrityError)
    @app.exception_handler(sqlalchemy.exc.TimeoutError)
    def busy(request: Request, error: sqlalchemy.exc.SQLAlchemyError) -> Response:
        # Two at once, or the database is away for a moment: nothing was written, so try again.
        log.warning("busy: %s", type(error).__name__)
        return _answer(
            request,
            ProblemError(
                HTTPStatus.SERVICE_UNAVAILABLE,
                Code.BUSY,
                "busy: nothing was taken, try again",
                retry_after=BUSY_SECONDS,
            ),
        )


def _fault(request: Request, error: Exception) -> Response:
    """What people get when we erred; what happened goes to the log."""
    mark = secrets.token_hex(4)
    # The frames without the message: a database error's message quotes people's data.
    log.error("fault %s: %s", mark, type(error).__name__, exc_info=_bare(error))
    reason = f"the mistake is ours; it is logged as {mark}"
    return _answer(request, ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, Code.FAULT, reason))


def _bare(error: Exception) -> Exception:
    """The error's frames under its name alone."""
    return RuntimeError(type(error).__name__).with_traceback(error.__traceback__)


def _speaks_json(request: Request) -> bool:
    return request.url.path.startswith("/v1/")


def _answer(request: Request, problem: ProblemError) -> Response:
    if _speaks_json(request):
        return refusal(problem)
    return web.error_page(request, problem)


def _publish_bodies(app: FastAPI) -> None:
    """Add the models of raw bodies to the OpenAPI document."""
    generated = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generated()
            bodies: tuple[type[BaseModel], ...] = (
                PushRequest,
                HaveRequest,
                PairRequest,
                KeyRequest,
            )
            _, schema = models_json_schema(
                [(body, "validation") for body in bodies],
                ref_template="#/components/schemas/{model}",
            )
            known = document["components"]["schemas"]
            for name, model in schema["$defs"].items():
                known.setdefault(name, model)
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way
