"""People: e-mail codes, Telegram, invitations, sessions, forms."""

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.server import telegram
from sync.server.accounts import EmailRefusedError, email_of
from sync.server.tables import invitations, letters, sessions, sign_in_codes
from sync.server.telegram import TelegramRefusedError
from sync.server.web import safe_path
from tests.sync.conftest import BOT_TOKEN, Here
from tests.sync.people import Car, Desk, Person, invitation, rows
from tests.sync.running import Server

TOKEN = BOT_TOKEN.get_secret_value()
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def login(at: datetime = NOW, token: str = TOKEN, **fields: str) -> dict[str, str]:
    """What the login widget gives: the documented check, written out once more."""
    told = {"id": "42", "first_name": "Анна", "username": "anna"} | fields
    told["auth_date"] = str(int(at.timestamp()))
    text = "\n".join(f"{name}={told[name]}" for name in sorted(told))
    key = hashlib.sha256(token.encode()).digest()
    return told | {"hash": hmac.new(key, text.encode(), hashlib.sha256).hexdigest()}


def mini_app(at: datetime = NOW, token: str = TOKEN, user: str | None = None) -> str:
    person = json.dumps({"id": 42, "first_name": "Анна", "language_code": "ru"})
    told = {
        "auth_date": str(int(at.timestamp())),
        "query_id": "AAE",
        "user": person if user is None else user,
    }
    text = "\n".join(f"{name}={told[name]}" for name in sorted(told))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    told["hash"] = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    return urlencode(told)


def newest_code(here: Here, email: str) -> str:
    found = rows(here.database_url, letters.select().where(letters.c.recipient == email))
    newest = max(found, key=lambda row: (row.made_at, row.id))
    return "".join(letter for letter in newest.body.split("\n")[0] if letter.isdecimal())


def ask_code(person: Person, email: str) -> None:
    person.open("/sign-in")
    person.send("/sign-in", email=email)


def test_sp50_the_answer_is_the_same_for_everybody(here: Here) -> None:
    known, unknown = here.stranger(), here.stranger()
    ask_code(known, "known@example.org")
    known.send("/sign-in/code", code=newest_code(here, "known@example.org"))
    pages = []
    for person, email in ((here.stranger(), "known@example.org"), (unknown, "other@example.org")):
        ask_code(person, email)
        assert person.page is not None
        token = person.forms()["/sign-in/code"]["form_token"]
        pages.append(person.page.text.replace(email, "@").replace(token, ""))
    assert pages[0] == pages[1]


def test_sp51_a_code_from_the_printed_line_opens_the_account(server: Server) -> None:
    person = Person(server.url)
    try:
        ask_code(person, "Owner@Example.org ")
        line = server.line("sign_in_code")
        assert line["email"] == "owner@example.org"
        code = f"{line['code'][:4]} {line['code'][4:]}"
        assert "Мои машины" in person.send("/sign-in/code", code=code)
        person.open("/profile")
        assert person.page is not None
        assert "owner@example.org" in person.page.text
    finally:
        person.close()


def test_sp51_five_tries_then_only_a_new_code(here: Here) -> None:
    person = here.stranger()
    ask_code(person, "a@example.org")
    right = newest_code(here, "a@example.org")
    wrong = f"{(int(right) + 1) % 10**8:08}"
    for _ in range(5):
        assert "не подошёл" in person.send("/sign-in/code", 403, code=wrong)
    person.send("/sign-in/code", 403, code=right)
    ask_code(person, "a@example.org")
    fresh = newest_code(here, "a@example.org")
    assert "Мои машины" in person.send("/sign-in/code", code=fresh)
    again = here.stranger()
    ask_code(again, "b@example.org")
    again.send("/sign-in/code", 403, email="a@example.org", code=fresh)


def test_sp51_a_code_lives_fifteen_minutes_and_a_new_one_kills_it(here: Here) -> None:
    person = here.stranger()
    ask_code(person, "a@example.org")
    old = newest_code(here, "a@example.org")
    here.clock.wait(1)
    ask_code(person, "a@example.org")
    person.send("/sign-in/code", 403, code=old)
    here.clock.wait(15 * 60)
    person.send("/sign-in/code", 403, code=newest_code(here, "a@example.org"))
    assert person.page is not None
    assert person.page.status_code == 403


def test_sp51_letters_are_counted_and_waiting_is_enough(here: Here) -> None:
    person = here.stranger()
    for _ in range(5):
        ask_code(person, "a@example.org")
    person.open("/sign-in")
    assert "Подождите" in person.send("/sign-in", 429, email="a@example.org")
    person.open("/sign-in")
    person.send("/sign-in", email="b@example.org")
    here.clock.wait(3600)
    ask_code(person, "a@example.org")
    person.send("/sign-in/code", code=newest_code(here, "a@example.org"))


def test_sp51_codes_are_not_kept_readable(here: Here) -> None:
    person = here.stranger()
    ask_code(person, "a@example.org")
    code = newest_code(here, "a@example.org")
    assert code not in str(rows(here.database_url, sign_in_codes.select()))
    here.clock.wait(15 * 60)
    ask_code(person, "b@example.org")
    kept = rows(here.database_url, letters.select())
    assert [row.recipient for row in kept] == ["b@example.org"]


@pytest.mark.parametrize(
    "text",
    ["", "a", "a@", "@b.c", "a b@c.de", "a@b", "a@.", "a@b.c\nBcc: x@y.z", "a" * 250 + "@b.cd"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(EmailRefusedError):
        email_of(text)


def test_sp52_a_real_login_is_taken() -> None:
    person = telegram.from_login(login(), TOKEN, NOW)
    assert (person.id, person.name) == (42, "Анна")
    app = telegram.from_mini_app(mini_app(), TOKEN, NOW)
    assert (app.id, app.name, app.language) == (42, "Анна", "ru")


@pytest.mark.parametrize(
    "forged",
    [
        login() | {"id": "43"},
        login() | {"last_name": "Б"},
        login() | {"hash": "0" * 64},
        login() | {"hash": ""},
        login() | {"hash": "Ж"},
        login(token="110201543:other"),
        login(NOW - timedelta(minutes=15, seconds=1)),
        login(NOW + timedelta(minutes=5, seconds=1)),
        login(id="0"),
        login(id="-5"),
        login(id="9" * 30),
        login(id="٤٢"),
        login(first_name="a" * 5000),
        {name: value for name, value in login().items() if name != "hash"},
        {},
    ],
)
def test_sp52_forged_expired_and_senseless_logins_are_refused(forged: dict[str, str]) -> None:
    with pytest.raises(TelegramRefusedError):
        telegram.from_login(forged, TOKEN, NOW)


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "a",
        mini_app(token="1:x"),
        mini_app(NOW - timedelta(hours=1)),
        mini_app().replace("42", "43"),
        mini_app(user="[]"),
        mini_app(user="{"),
        mini_app(user='{"id":"x"}'),
        mini_app() + "&user=%7B%7D",
        urlencode(login()),
    ],
)
def test_sp52_forged_mini_app_data_is_refused(forged: str) -> None:
    with pytest.raises(TelegramRefusedError):
        telegram.from_mini_app(forged, TOKEN, NOW)


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=20), max_size=8), st.text(max_size=99))
def test_sp52_noise_is_refused_and_never_breaks(fields: dict[str, str], data: str) -> None:
    with pytest.raises(TelegramRefusedError):
        telegram.from_login(fields, TOKEN, NOW)
    with pytest.raises(TelegramRefusedError):
        telegram.from_mini_app(data, TOKEN, NOW)


def test_sp52_a_login_works_once(here: Here) -> None:
    first, thief = here.stranger(), here.stranger()
    fields = login(here.clock.now)
    query = f"/sign-in/telegram?{urlencode(fields)}"
    assert "Войти как Анна?" in first.open(query)
    thief.open(query)
    assert "Мои машины" in first.send("/sign-in/telegram")
    thief.send("/sign-in/telegram", 403)
    thief.open("/sign-in/telegram?" + urlencode(fields | {"id": "43"}), 403)
    again = here.stranger()
    again.open("/sign-in/telegram?" + urlencode(login(here.clock.now, auth="x")))
    again.send("/sign-in/telegram")
    assert again.open("/profile").count("Анна") == 1


def test_sp52_a_mini_app_comes_in_once(here: Here) -> None:
    person = here.stranger()
    person.open("/sign-in")
    token = person.forms()["/sign-in"]["form_token"]
    data = {"form_token": token, "init_data": mini_app(here.clock.now)}
    assert person.browser.post("/sign-in/telegram-app", data=data).status_code == 200
    other = here.stranger()
    other.open("/sign-in")
    data["form_token"] = other.forms()["/sign-in"]["form_token"]
    assert other.browser.post("/sign-in/telegram-app", data=data).status_code == 403


def test_sp52_without_a_bot_there_is_no_telegram(server: Server) -> None:
    person = Person(server.url)
    try:
        assert "telegram" not in person.open("/sign-in").lower()
        person.open("/sign-in/telegram?" + urlencode(login()), 404)
    finally:
        person.close()


def test_sp53_a_form_needs_the_token_of_its_session(server: Server, owner: Person) -> None:
    car = Car()
    fields = {"label": car.label, "vin": car.vin}
    owner.open("/cars/new")
    good = owner.forms()["/cars/new"]["form_token"]
    stranger = Person(server.url)
    try:
        stranger.come_in(server.database_url)
        stranger.open("/cars/new")
        theirs = stranger.forms()["/cars/new"]["form_token"]
    finally:
        stranger.close()
    for bad in ({}, {"form_token": ""}, {"form_token": "x"}, {"form_token": theirs}):
        answer = owner.browser.post("/cars/new", data=fields | bad)
        assert answer.status_code == 403
    for header in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        answer = owner.browser.post("/cars/new", data=fields | {"form_token": good}, headers=header)
        assert answer.status_code == 403
    assert car.vin not in owner.open("/")
    kind = {"Origin": server.url, "Sec-Fetch-Site": "same-origin"}
    answer = owner.browser.post("/cars/new", data=fields | {"form_token": good}, headers=kind)
    assert car.vin in answer.text


def test_sp53_nobody_signs_another_in(here: Here) -> None:
    """The sign-in forms carry a token too: no page can put its own session on somebody."""
    victim = here.stranger()
    ask_code(here.stranger(), "attacker@example.org")
    code = newest_code(here, "attacker@example.org")
    data = {"email": "attacker@example.org", "code": code, "form_token": "x"}
    assert victim.browser.post("/sign-in/code", data=data).status_code == 403
    data["form_token"] = ""
    assert victim.browser.post("/sign-in/code", data=data).status_code == 403
    victim.open("/")
    assert victim.page is not None
    assert victim.page.url.path == "/sign-in"


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ("/cars/new", "/cars/new"),
        ("/a?b=c", "/a?b=c"),
        ("//evil.example", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("\\/evil", "/"),
        ("javascript:alert(1)", "/"),
        ("evil", "/"),
        ("", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
    ],
)
def test_sp53_onward_stays_here(told: str, path: str) -> None:
    assert safe_path(told) == path


@given(st.text(max_size=30))
def test_sp53_onward_is_a_path_whatever_is_told(told: str) -> None:
    path = safe_path(told)
    assert path.startswith("/")
    assert path[1:2] not in {"/", "\\"}


def test_sp54_an_invitation_works_once_and_opening_it_uses_nothing(here: Here) -> None:
    path = invitation(here.database_url, "guest@example.org", here.clock)
    preview, guest, late = here.stranger(), here.stranger(), here.stranger()
    preview.open(path)
    late.open(path)
    guest.open(path)
    guest.send(path)
    assert "guest@example.org" in guest.open("/profile")
    late.send(path, 404)
    assert path.rpartition("/")[2] not in str(rows(here.database_url, invitations.select()))


def test_sp54_an_invitation_lives_two_weeks(here: Here) -> None:
    path = invitation(here.database_url, clock=here.clock)
    here.clock.wait(14 * 24 * 3600)
    stranger = here.stranger()
    stranger.open(path, 404)
    assert stranger.page is not None
    assert stranger.page.status_code == 404


def test_sessions_end(here: Here) -> None:
    person, token = here.person(), ""
    for cookie in person.browser.cookies.jar:
        if cookie.name == "carpass-session":
            token = str(cookie.value)
    assert len(token) == 43
    assert token not in str(rows(here.database_url, sessions.select()))
    person.open("/profile")
    person.send("/sign-out")
    person.browser.cookies.set("carpass-session", token)
    person.open("/")
    assert person.page is not None
    assert person.page.url.path == "/sign-in"
    second = here.person()
    here.clock.wait(30 * 24 * 3600)
    second.open("/")
    assert second.page is not None
    assert second.page.url.path == "/sign-in"


def test_the_session_cookie_is_for_nobody_else(here: Here) -> None:
    path = invitation(here.database_url, clock=here.clock)
    person = here.stranger()
    person.open(path)
    answer = person.browser.post(path, data=person.forms()[path], follow_redirects=False)
    cookies = {each.partition("=")[0]: each for each in answer.headers.get_list("set-cookie")}
    for rule in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert rule in cookies["carpass-session"]


def test_sp55_the_access_log_says_who_what_when_and_no_id(
    desk: Desk, owner: Person, new_desk: Callable[[str], Desk]
) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car)
    desk.push(record, desk.prices(record), desk.dispute(record, 40_000))
    reader = new_desk("Второй")
    reader.push(reader.ask(car))
    owner.approve()
    page = owner.open(f"{path}/access")
    for words in (
        "доступ разрешён",
        "добавлены записи: 1",
        "добавлена стоимость работ: 1",
        "запрошено исправление",
        "получены записи других сервисов: 1",
    ):
        assert words in page
    body = page[page.index("<h1>") : page.index("</main>")]
    for secret in (desk.center_id, car.id, record.id, record.payload["record_id"]):
        assert str(secret) not in body
    assert "UTC" in body


def test_sp56_a_paper_is_checked_by_anybody(server: Server, desk: Desk) -> None:
    said = desk.completed(Car()).payload
    given_params = {
        "sha256": said["snapshot_sha256"],
        "signature": said["snapshot_signature"],
        "key": said["snapshot_key_id"],
    }
    person = Person(server.url)
    try:
        assert "Подпись верна" in person.open("/check?" + urlencode(given_params))
        upper = given_params | {"sha256": said["snapshot_sha256"].upper() + " "}
        assert "Подпись верна" in person.open("/check?" + urlencode(upper))
        other = given_params | {"sha256": "0" * 64}
        assert "не подтверждена" in person.open("/check?" + urlencode(other))
        unknown = given_params | {"key": "0" * 32}
        assert "Ключ неизвестен" in person.open("/check?" + urlencode(unknown))
        for noise in ("ж", "'", "\0", "x" * 500):
            page = person.open("/check?" + urlencode(given_params | {"sha256": noise}))
            assert "Подпись верна" not in page
    finally:
        person.close()
