"""`/v1`: what desks speak. Bodies are read by the wire's own strict models."""

from http import HTTPStatus
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app import __version__
from sync.server import feed, intake, links, pairing, tenancy
from sync.server.checking import first_error
from sync.server.problems import ProblemError, unparsable
from sync.server.station import Station
from sync.server.tenancy import CenterRows, Device
from sync.server.web import address_of, station_of
from sync.wire.changes import MAX_CHANGES, ChangesPage, Cursor
from sync.wire.fields import Wire, utc_text
from sync.wire.pairing import (
    DeviceState,
    KeyRequest,
    KeyState,
    PairAnswer,
    PairRequest,
    RotateAnswer,
)
from sync.wire.push import (
    MAX_BYTES,
    MAX_ENVELOPES,
    MAX_IDS,
    Code,
    HaveAnswer,
    HaveRequest,
    Problem,
    PushAnswer,
    PushRequest,
)
from sync.wire.versions import PROTOCOL, Limits, Versions, gives, takes

_Model = TypeVar("_Model", bound=Wire)
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The body is not JSON, or not whole gzip."},
    401: {"model": Problem, "description": "No token, or one that no device holds."},
    403: {"model": Problem, "description": "The device was disconnected, or a proof is wrong."},
    409: {"model": Problem, "description": "What one side remembers the other does not have."},
    413: {"model": Problem, "description": "The body is too large, unpacked."},
    415: {"model": Problem, "description": "Neither JSON nor gzip of it."},
    422: {"model": Problem, "description": "A field is wrong; `field` names it."},
    429: {"model": Problem, "description": "Too many attempts; `Retry-After` says how long."},
    503: {"model": Problem, "description": "Busy; `Retry-After` says how long."},
}
"""Answers that every operation may give."""

router = APIRouter(prefix="/v1", responses=_PROBLEMS)
_bearer = HTTPBearer(auto_error=False, description="The device token from `POST /v1/pair`.")


def body_of(model: type[Wire]) -> dict[str, Any]:
    """Tell OpenAPI what a raw body holds."""
    schema = {"$ref": f"#/components/schemas/{model.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def device_of(
    request: Request,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Device:
    """The device that asks.

    Raises:
        ProblemError: 401 or 403.
    """
    if credentials is None:
        raise ProblemError(
            HTTPStatus.UNAUTHORIZED, Code.UNAUTHENTICATED, "send the device token as Bearer"
        )
    return tenancy.device_of(station_of(request), credentials.credentials)


StationOf = Annotated[Station, Depends(station_of)]
DeviceOf = Annotated[Device, Depends(device_of)]


@router.get("/versions")
def versions(station: StationOf) -> Versions:
    """What this server takes and gives."""
    return Versions(
        server="CarPass reference server",
        server_version=__version__,
        protocols=[PROTOCOL],
        takes=takes(),
        gives=gives(),
        limits=Limits(envelopes=MAX_ENVELOPES, bytes=MAX_BYTES, changes=MAX_CHANGES, ids=MAX_IDS),
        now=utc_text(station.clock()),
    )


@router.post("/pair", openapi_extra=body_of(PairRequest))
async def pair(request: Request, station: StationOf) -> PairAnswer:
    """Swap a pairing code for a device token."""
    asked = await _read(request, PairRequest)
    return await run_in_threadpool(pairing.pair, station, asked, address_of(request))


@router.post("/push", openapi_extra=body_of(PushRequest), response_model=PushAnswer)
async def push(request: Request, station: StationOf, device: DeviceOf) -> Response:
    """Take envelopes; a verdict for each."""
    _refuse_other_media(request)
    body = await request.body()
    answer = await run_in_threadpool(intake.push, station, device, body)
    # Written by the model at once: FastAPI's way costs more than the verdicts themselves.
    return Response(answer.model_dump_json(), media_type="application/json")


@router.post("/have", openapi_extra=body_of(HaveRequest))
async def have(request: Request, station: StationOf, device: DeviceOf) -> HaveAnswer:
    """Which of these envelopes are not here."""
    asked = await _read(request, HaveRequest)
    return await run_in_threadpool(intake.have, station, device, asked)


@router.get("/changes")
def changes(
    station: StationOf,
    device: DeviceOf,
    after: Annotated[Cursor | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=MAX_CHANGES)] = 100,
) -> ChangesPage:
    """What happened beyond the cursor, in the order in which it happened."""
    with station.reading() as tx:
        due = links.any_due(CenterRows(tx, device.center_id))
    if due:
        with station.writing() as tx:
            mine = CenterRows(tx, device.center_id)
            mine.lock()
            links.expire_due(mine)
    with station.reading() as tx:
        return feed.page(CenterRows(tx, device.center_id), after, limit)


@router.get("/device")
def device_state(station: StationOf, device: DeviceOf) -> DeviceState:
    """What the server knows about the device that asks, and its center's keys."""
    return pairing.state(station, device)


@router.post("/device/rotate")
def rotate(station: StationOf, device: DeviceOf) -> RotateAnswer:
    """A new token. The old one works until the new one was used once."""
    return RotateAnswer(token=pairing.rotate(station, device))


@router.post("/keys", openapi_extra=body_of(KeyRequest))
async def add_key(request: Request, station: StationOf, device: DeviceOf) -> KeyState:
    """Announce the center's next signing key."""
    asked = await _read(request, KeyRequest)
    return await run_in_threadpool(pairing.add_key, station, device, asked)


def _refuse_other_media(request: Request) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise ProblemError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, Code.UNSUPPORTED_MEDIA, "send application/json"
        )


async def _read(request: Request, model: type[_Model]) -> _Model:
    _refuse_other_media(request)
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        field, reason = first_error(error)
        if error.errors(include_url=False)[0]["type"] == "json_invalid":
            raise unparsable("the body is not JSON") from error
        raise ProblemError(
            HTTPStatus.UNPROCESSABLE_ENTITY, Code.MALFORMED, reason, field=field or None
        ) from error
