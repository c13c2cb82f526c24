"""Pages by which people come in and go out."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sync.server import accounts, telegram
from sync.server.accounts import LANGUAGES, EmailRefusedError
from sync.server.problems import not_found
from sync.server.telegram import TelegramPerson, TelegramRefusedError
from sync.server.web import (
    LANGUAGE_LIFE,
    FieldsOf,
    Visitor,
    VisitorOf,
    cookie_name,
    go,
    message,
    safe_path,
)

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def sign_in(visitor: VisitorOf, onward: str = "/") -> Response:
    """Ways in."""
    if visitor.session is not None:
        return go(safe_path(onward))
    return _ways_in(visitor, onward)


@router.post("/sign-in")
def send_code(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Send a code to an address; the answer is the same whoever has an account."""
    onward = safe_path(fields.get("onward", "/"))
    try:
        email = accounts.email_of(fields.get("email", ""))
    except EmailRefusedError:
        return _ways_in(visitor, onward, wrong=fields.get("email", ""))
    accounts.send_code(visitor.station, email, visitor.address, visitor.reader.language)
    return visitor.show("code.html", {"email": email, "onward": onward, "dead": False})


@router.post("/sign-in/code")
def use_code(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Come in by a code."""
    onward = safe_path(fields.get("onward", "/"))
    try:
        email = accounts.email_of(fields.get("email", ""))
    except EmailRefusedError:
        return _ways_in(visitor, onward, wrong=fields.get("email", ""))
    language = visitor.reader.language
    code = fields.get("code", "")[:32]
    secret = accounts.use_code(visitor.station, email, code, visitor.address, language)
    if secret is None:
        values = {"email": email, "onward": onward, "dead": True}
        return visitor.show("code.html", values, HTTPStatus.FORBIDDEN)
    return visitor.sign_in(secret, onward)


@router.get("/sign-in/telegram")
def telegram_login(request: Request, visitor: VisitorOf) -> Response:
    """Telegram sends people here; they confirm with a form, so no other page can sign them in."""
    fields = dict(request.query_params)
    try:
        person = _checked(visitor, fields)
    except TelegramRefusedError:
        return message(visitor, "sign_in_again", HTTPStatus.FORBIDDEN)
    return visitor.show("telegram.html", {"name": person.name, "fields": fields})


@router.post("/sign-in/telegram")
def telegram_confirmed(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Come in by a Telegram login, checked again; each works once."""
    try:
        person = _checked(visitor, fields)
    except TelegramRefusedError:
        return message(visitor, "sign_in_again", HTTPStatus.FORBIDDEN)
    return _enter(visitor, person)


@router.post("/sign-in/telegram-app")
def telegram_app(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Come in from a Mini App by its initData."""
    token = _bot_token(visitor)
    try:
        with visitor.station.reading() as tx:
            person = telegram.from_mini_app(fields.get("init_data", ""), token, tx.now)
    except TelegramRefusedError:
        return message(visitor, "sign_in_again", HTTPStatus.FORBIDDEN)
    return _enter(visitor, person)


@router.get("/invite/{secret}")
def invited(visitor: VisitorOf, secret: str) -> Response:
    """An invitation; opening it uses nothing up, so previews do no harm."""
    with visitor.station.reading() as tx:
        row = accounts.invitation(tx, secret)
    return visitor.show("invite.html", {"secret": secret, "name": row.name})


@router.post("/invite/{secret}")
def come_in(visitor: VisitorOf, fields: FieldsOf, secret: str) -> Response:
    """Use an invitation."""
    session = accounts.use_invitation(visitor.station, secret, visitor.reader.language)
    return visitor.sign_in(session, fields.get("onward", "/"))


@router.post("/sign-out")
def sign_out(request: Request, visitor: VisitorOf, fields: FieldsOf) -> Response:
    """End the session here, or everywhere."""
    session = visitor.member()
    name = cookie_name(visitor.station, "session")
    if fields.get("everywhere"):
        with visitor.station.writing() as tx:
            accounts.end_sessions(tx, session.user_id)
    else:
        accounts.end_session(visitor.station, request.cookies.get(name, ""))
    answer = go("/sign-in")
    answer.delete_cookie(name, path="/")
    return answer


@router.get("/language/{code}")
def language(code: str, back: str = "/") -> Response:
    """Read in another language; remembered in this browser."""
    if code not in LANGUAGES:
        raise not_found()
    answer = go(safe_path(back))
    # Read before anybody is known and no secret: not one of the protected cookies.
    answer.set_cookie("carpass-language", code, max_age=LANGUAGE_LIFE, path="/", samesite="lax")
    return answer


def _ways_in(visitor: Visitor, onward: str, wrong: str | None = None) -> Response:
    values = {
        "onward": safe_path(onward),
        "email": wrong or "",
        "wrong": wrong is not None,
        "bot": visitor.station.settings.telegram_bot,
    }
    status = HTTPStatus.OK if wrong is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return visitor.show("sign_in.html", values, status)


def _bot_token(visitor: Visitor) -> str:
    token = visitor.station.settings.telegram_token.get_secret_value()
    if not token:
        raise not_found()
    return token


def _checked(visitor: Visitor, fields: dict[str, str]) -> TelegramPerson:
    token = _bot_token(visitor)
    with visitor.station.reading() as tx:
        return telegram.from_login(fields, token, tx.now)


def _enter(visitor: Visitor, person: TelegramPerson) -> Response:
    told = person.language
    language = told if told in LANGUAGES else visitor.reader.language
    secret = accounts.use_telegram(visitor.station, person, language)
    if secret is None:
        return message(visitor, "sign_in_again", HTTPStatus.FORBIDDEN)
    return visitor.sign_in(secret, "/")
