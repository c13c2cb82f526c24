"""Devices and keys: how a desk gets in, changes its token, and is put out."""

import json
from collections.abc import Callable

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from models.base import new_id
from sync.server.pairing import CODE_LIFE
from sync.server.tables import devices, pairing_codes
from sync.wire import signing
from sync.wire.kinds import Kind
from sync.wire.pairing import CODE_ALPHABET, DeviceState, KeyRequest, key_digest, new_code
from tests.sync.conftest import Here
from tests.sync.people import JSON, Car, Desk, Person, rows
from tests.sync.running import Server


def key_request(desk: Desk, new: Ed25519PrivateKey, voucher: Ed25519PrivateKey) -> bytes:
    public = signing.public_text(new)
    digest = key_digest(desk.center_id, public)
    request = KeyRequest(
        public_key=public,
        proof=signing.sign(new, digest),
        voucher_key_id=signing.key_id(signing.public_text(voucher)),
        voucher=signing.sign(voucher, digest),
    )
    return request.model_dump_json().encode()


def announce(desk: Desk, body: bytes) -> httpx.Response:
    return desk.client.post("/v1/keys", content=body, headers=JSON | desk.auth)


def state(desk: Desk) -> DeviceState:
    answer = desk.client.get("/v1/device", headers=desk.auth)
    assert answer.status_code == 200, answer.text
    return DeviceState.model_validate_json(answer.content)


def revoke_device(desk: Desk) -> None:
    desk.boss.open("/centers")
    desk.boss.send(f"/centers/{desk.center_id}/devices/{desk.device_id}/revoke")


def test_sp40_a_code_connects_one_desk(client: httpx.Client, owner: Person) -> None:
    desk = Desk(client, owner)
    code = owner.pairing_code()
    assert len(code) == 9
    assert set(code) <= set(CODE_ALPHABET) | {"-"}
    desk.pair(code.lower().replace("0", "o").replace("1", "l"))
    told = state(desk)
    assert (told.center_id, told.device_id) == (desk.center_id, desk.device_id)
    assert [key.key_id for key in told.keys] == [desk.key_id]
    other = Desk(client, owner)
    refused = other.try_pair(code)
    assert (refused.status_code, refused.json()["code"]) == (403, "code_wrong")


def test_sp40_a_lost_answer_costs_nothing(client: httpx.Client, owner: Person) -> None:
    desk = Desk(client, owner)
    code = owner.pairing_code()
    desk.pair(code)
    lost = desk.auth
    desk.pair(code)
    assert state(desk).device_id == desk.device_id
    assert client.get("/v1/device", headers=lost).status_code == 401


def test_sp40_a_fresh_code_kills_the_old_one(client: httpx.Client, owner: Person) -> None:
    old = owner.pairing_code()
    owner.pairing_code()
    assert Desk(client, owner).try_pair(old).json()["code"] == "code_wrong"


def test_sp40_a_code_lives_ten_minutes(here: Here) -> None:
    owner = here.person()
    code = owner.pairing_code()
    here.clock.wait(CODE_LIFE.total_seconds())
    assert Desk(owner.browser, owner).try_pair(code).status_code == 403
    code = owner.pairing_code()
    here.clock.wait(CODE_LIFE.total_seconds() - 1)
    Desk(owner.browser, owner).pair(code)


def test_sp40_guesses_are_counted_and_waiting_is_enough(here: Here) -> None:
    owner = here.person()
    code = owner.pairing_code()
    guesser = Desk(owner.browser, owner)
    answers = []
    for number in range(12):
        # Nobody here is a proxy: what the guesser says about its address is not believed.
        owner.browser.headers["X-Forwarded-For"] = f"10.9.9.{number}"
        answers.append(guesser.try_pair(new_code()))
    assert [each.status_code for each in answers] == [403] * 10 + [429] * 2
    wait = answers[-1].json()["retry_after"]
    assert answers[-1].headers["Retry-After"] == str(wait)
    assert Desk(owner.browser, owner).try_pair(code).status_code == 429
    here.clock.wait(wait)
    Desk(owner.browser, owner).pair(owner.pairing_code())


def test_sp40_right_codes_are_no_guesses(here: Here) -> None:
    owner = here.person()
    for _ in range(12):
        desk = Desk(owner.browser, owner)
        desk.pair(owner.pairing_code())
        assert desk.token


def test_sp40_neither_code_nor_token_is_kept_readable(
    server: Server, client: httpx.Client, owner: Person
) -> None:
    desk = Desk(client, owner)
    code = owner.pairing_code()
    desk.pair(code)
    stored = str(rows(server.database_url, devices.select()))
    stored += str(rows(server.database_url, pairing_codes.select()))
    assert str(desk.device_id.hex) in stored.replace("-", "")
    assert desk.token not in stored
    assert code.replace("-", "") not in stored


def test_sp41_a_desk_proves_that_it_holds_its_key(client: httpx.Client, owner: Person) -> None:
    desk = Desk(client, owner)
    request = desk.pair_request(owner.pairing_code())
    other = signing.public_text(Ed25519PrivateKey.generate())
    for wrong in ({"public_key": other}, {"device_id": str(new_id())}, {"proof": "A" * 86}):
        body = json.dumps(request.plain() | wrong)
        answer = client.post("/v1/pair", content=body, headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (403, "signature_wrong")


def test_sp41_a_center_of_somebody_else_is_out_of_reach(
    client: httpx.Client, desk: Desk, owner: Person
) -> None:
    thief = Desk(client, owner)
    thief.center_id = desk.center_id
    answer = thief.try_pair(owner.pairing_code())
    assert (answer.status_code, answer.json()["code"]) == (409, "other_center")


def test_sp41_another_desk_joins_by_a_code_of_its_center(client: httpx.Client, desk: Desk) -> None:
    boss = desk.boss
    boss.open("/centers")
    boss.send("/centers/code", center=str(desk.center_id))
    code = boss.find(r'id="code">([^<]+)<')
    stranger = Desk(client, boss)
    assert stranger.try_pair(code).json()["code"] == "other_center"
    second = Desk(client, boss)
    second.center_id, second.key = desk.center_id, desk.key
    second.pair(code)
    assert state(second).center_id == desk.center_id
    assert state(desk).device_id == desk.device_id


def test_sp42_the_old_token_works_until_the_new_one_was_used(desk: Desk) -> None:
    def rotate() -> str:
        answer = desk.client.post("/v1/device/rotate", headers=desk.auth)
        assert answer.status_code == 200
        token: str = answer.json()["token"]
        return token

    lost = rotate()
    fresh = rotate()
    state(desk)
    old = desk.token
    desk.token = fresh
    state(desk)
    for dead in (old, lost):
        answer = desk.client.get("/v1/device", headers={"Authorization": f"Bearer {dead}"})
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
    state(desk)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic abc", "Bearer " + "A" * 43])
def test_sp42_without_a_token_there_is_nothing(client: httpx.Client, header: str) -> None:
    for path in ("/v1/device", "/v1/changes"):
        answer = client.get(path, headers={"Authorization": header} if header else {})
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_sp43_a_revoked_device_is_told_and_the_page_says_so(desk: Desk) -> None:
    car = Car()
    second = Desk(desk.client, desk.boss)
    second.center_id, second.key = desk.center_id, desk.key
    desk.boss.open("/centers")
    desk.boss.send("/centers/code", center=str(desk.center_id))
    second.pair(desk.boss.find(r'id="code">([^<]+)<'))
    revoke_device(desk)
    assert "ещё не выходил на связь" in desk.boss.open("/centers")
    answer = desk.post([desk.ask(car)])
    assert (answer.status_code, answer.json()["code"]) == (403, "device_revoked")
    assert "узнал об этом" in desk.boss.open("/centers")
    assert desk.client.get("/v1/changes", headers=desk.auth).status_code == 403
    told = [each for each in second.changes() if each.kind == "device_revoked"]
    assert [each.payload["device_id"] for each in told] == [str(desk.device_id)]
    desk.boss.send("/centers/code", center=str(desk.center_id))
    desk.pair(desk.boss.find(r'id="code">([^<]+)<'))
    assert desk.push(desk.ask(car))[0].verdict == "accepted"


def test_sp43_only_the_centers_owner_disconnects(desk: Desk, owner: Person) -> None:
    owner.open("/centers")
    token = owner.forms()["/centers/code"]["form_token"]
    for path in (
        f"/centers/{desk.center_id}/devices/{desk.device_id}/revoke",
        f"/centers/{desk.center_id}/keys/{desk.key_id}/revoke",
    ):
        assert owner.browser.post(path, data={"form_token": token}).status_code == 404
    assert (
        owner.browser.post(
            "/centers/code", data={"form_token": token, "center": str(desk.center_id)}
        ).status_code
        == 404
    )
    state(desk)


def test_sp44_the_next_key_is_vouched_for(desk: Desk) -> None:
    new, stranger = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    assert announce(desk, key_request(desk, new, stranger)).json()["code"] == "key_unknown"
    forged = json.loads(key_request(desk, new, desk.key)) | {"voucher": "A" * 86}
    assert announce(desk, json.dumps(forged).encode()).json()["code"] == "signature_wrong"
    unproved = json.loads(key_request(desk, new, desk.key)) | {"proof": "A" * 86}
    assert announce(desk, json.dumps(unproved).encode()).json()["code"] == "signature_wrong"
    body = key_request(desk, new, desk.key)
    assert announce(desk, body).status_code == announce(desk, body).status_code == 200
    desk.key = new
    assert desk.push(desk.ask(Car()))[0].verdict == "accepted"
    assert len(state(desk).keys) == 2


def test_sp44_a_revoked_key_signs_nothing_new(desk: Desk, owner: Person) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car)
    desk.push(record)
    new, old = Ed25519PrivateKey.generate(), desk.key_id
    announce(desk, key_request(desk, new, desk.key))
    desk.boss.open("/centers")
    desk.boss.send(f"/centers/{desk.center_id}/keys/{old}/revoke")
    assert desk.push(desk.completed(car, "N-2"))[0].code == "key_revoked"
    assert desk.push(record)[0].verdict == "duplicate"
    assert [each.payload["key_id"] for each in desk.changes() if each.kind == "key_revoked"] == [
        old
    ]
    another = Ed25519PrivateKey.generate()
    assert announce(desk, key_request(desk, another, desk.key)).json()["code"] == "key_unknown"
    desk.key = new
    assert desk.push(desk.completed(car, "N-3"))[0].verdict == "accepted"
    owner.open(path)
    for record_path in owner.all(r'href="(/records/[^"]+)"'):
        assert "не менялась" in owner.open(record_path)


def test_versions_are_told_to_anybody(client: httpx.Client) -> None:
    answer = client.get("/v1/versions").json()
    assert set(answer["takes"]) == {kind.value for kind in Kind}
    assert answer["limits"] == {"envelopes": 500, "bytes": 1_048_576, "changes": 500, "ids": 1000}


def test_sp61_an_id_of_another_center_is_nothing_here(
    desk: Desk, new_desk: Callable[[], Desk]
) -> None:
    stranger = new_desk()
    envelope = desk.ask(Car())
    desk.push(envelope)
    twin = stranger.seal(Kind.LINK_REQUEST, envelope.payload, envelope.subject_id, id=envelope.id)
    assert stranger.push(twin)[0].verdict == "accepted"
    body = json.dumps({"ids": [str(desk.ask(Car()).id), str(envelope.id)]})
    for each, missing in ((desk, 1), (new_desk(), 2)):
        have = each.client.post("/v1/have", content=body, headers=JSON | each.auth)
        assert len(have.json()["missing"]) == missing
