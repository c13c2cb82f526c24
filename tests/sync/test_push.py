"""Push: verdicts, order, receipts, and what a batch may be."""

import gzip
import json
from collections.abc import Callable

import httpx
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from models.base import new_id
from sync.server.tables import checkpoints, envelopes
from sync.wire.canonical import canonical, sha256_hex
from sync.wire.centers import AuditCheckpoint, CenterProfile
from sync.wire.envelope import Envelope
from sync.wire.kinds import Kind
from sync.wire.push import HaveAnswer, PushAnswer, Receipt, Verdict, push_body
from sync.wire.signing import sign
from tests.sync.people import JSON, Car, Desk, rows
from tests.sync.running import Server


def profile(desk: Desk, name: str = "АвтоЛиния") -> CenterProfile:
    return CenterProfile(
        center_id=desk.center_id,
        name=name,
        country="RU",
        zone="Europe/Moscow",
        currency="RUB",
        language="ru",
    )


def sealed_profile(desk: Desk, name: str = "АвтоЛиния", **header: object) -> Envelope:
    return desk.seal(Kind.CENTER_PROFILE, profile(desk, name), desk.center_id, **header)


def resealed(desk: Desk, envelope: Envelope, **fields: object) -> Envelope:
    """The same header with other fields, sealed by the same key."""
    plain = {**envelope.plain(), **fields}
    rest = {key: value for key, value in plain.items() if key not in {"sha256", "signature"}}
    digest = sha256_hex(canonical({key: value for key, value in rest.items() if key != "key_id"}))
    return Envelope.from_bytes(
        canonical(rest | {"sha256": digest, "signature": sign(desk.key, digest)})
    )


def verdicts_of(response: httpx.Response) -> list[Verdict]:
    assert response.status_code == 200, response.text
    return PushAnswer.model_validate_json(response.content).verdicts


def push_raw(desk: Desk, sealed: list[object]) -> httpx.Response:
    body = json.dumps({"envelopes": sealed}).encode()
    return desk.client.post("/v1/push", content=body, headers=JSON | desk.auth)


def test_sp10_five_times_sent_is_one_record(desk: Desk) -> None:
    envelope = sealed_profile(desk)
    first = desk.push(envelope)[0]
    again = [desk.push(envelope)[0] for _ in range(4)]
    assert first.verdict == "accepted"
    assert {each.verdict for each in again} == {"duplicate"}
    assert {each.receipt for each in again} == {first.receipt} == {1}
    assert desk.last == Receipt(number=1, envelope_id=envelope.id)


def test_sp10_twice_in_one_batch_is_one_record(desk: Desk) -> None:
    envelope = sealed_profile(desk)
    assert [each.verdict for each in desk.push(envelope, envelope)] == ["accepted", "duplicate"]


def test_sp10_the_same_id_with_other_content_is_a_conflict_and_the_first_stands(
    desk: Desk,
) -> None:
    envelope = sealed_profile(desk, "Первый")
    other = resealed(desk, envelope, payload=profile(desk, "Второй").plain())
    desk.push(envelope)
    verdict = desk.push(other)[0]
    assert (verdict.verdict, verdict.code) == ("conflict", "other_content")
    page = desk.boss.open("/centers")
    assert "Первый" in page
    assert "Второй" not in page
    assert desk.push(envelope)[0].verdict == "duplicate"


def test_sp10_another_seal_of_the_same_fact_is_a_duplicate(desk: Desk) -> None:
    envelope = sealed_profile(desk)
    desk.push(envelope)
    assert desk.push(resealed(desk, envelope))[0].verdict == "duplicate"


def test_sp12_a_broken_envelope_costs_its_neighbours_nothing(desk: Desk) -> None:
    good = json.loads(sealed_profile(desk).to_bytes())
    elsewhere = good | {"subject_id": str(new_id())}
    lacking = {key: value for key, value in elsewhere.items() if key != "kind"}
    known = str(new_id())
    broken: list[object] = [
        7,
        None,
        {},
        lacking | {"id": known},
        elsewhere | {"id": "nonsense"},
        elsewhere | {"subject_seq": "1"},
        elsewhere | {"payload": {"price": 1.5}, "id": str(new_id())},
    ]
    verdicts = verdicts_of(push_raw(desk, [*broken, good]))
    assert [each.index for each in verdicts] == list(range(8))
    assert [each.verdict for each in verdicts] == ["rejected"] * 7 + ["accepted"]
    assert {each.code for each in verdicts[:6]} == {"malformed"}
    assert verdicts[6].code == "not_canonical"
    assert verdicts[3].field == "kind"
    assert str(verdicts[3].id) == known
    assert verdicts[4].id is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b'{"envelopes":[NaN]', 400),
        (b"[]", 422),
        (b"{}", 422),
        (b'{"envelopes":[]}', 422),
        (b'{"envelopes":{}}', 422),
        (b'{"envelopes":[{}],"last":{"number":0,"envelope_id":"x"}}', 422),
        (b"[" * 5000, 400),
    ],
)
def test_sp12_what_is_no_batch_is_refused_whole(desk: Desk, body: bytes, status: int) -> None:
    answer = desk.client.post("/v1/push", content=body, headers=JSON | desk.auth)
    assert answer.status_code == status, answer.text
    assert answer.json()["code"] in {"unparsable", "malformed"}


def test_sp13_order_is_kept_per_subject_wherever_they_stand(
    desk: Desk,
) -> None:
    first, second, third = (sealed_profile(desk, f"Имя {number}") for number in range(3))
    verdicts = desk.push(third, first, second)
    assert {each.verdict for each in verdicts} == {"accepted"}
    assert [each.receipt for each in verdicts] == [3, 1, 2]
    assert "Имя 2" in desk.boss.open("/centers")


def test_sp13_a_rejected_one_holds_back_its_own_subject_only(desk: Desk) -> None:
    car, other = Car(), Car()
    wrong = desk.seal(Kind.LINK_REQUEST, {"nonsense": True}, car.id)
    later, elsewhere = desk.ask(car), desk.ask(other)
    verdicts = desk.push(wrong, later, elsewhere)
    assert [each.verdict for each in verdicts] == ["rejected", "later", "accepted"]
    assert verdicts[0].code == "payload_invalid"
    assert verdicts[1].code == "held_back"
    assert verdicts[1].retry_after
    assert desk.push(later)[0].verdict == "accepted"


def test_sp13_one_that_cannot_be_read_holds_back_what_comes_after_it(desk: Desk) -> None:
    before, broken, after = (sealed_profile(desk) for _ in range(3))
    lacking = {key: value for key, value in broken.plain().items() if key != "payload"}
    verdicts = verdicts_of(push_raw(desk, [before.plain(), lacking, after.plain()]))
    assert [each.code for each in verdicts] == [None, "malformed", "held_back"]


def test_sp13_want_of_consent_holds_nothing_back(desk: Desk) -> None:
    car = Car()
    verdicts = desk.push(desk.completed(car), desk.ask(car))
    assert [each.verdict for each in verdicts] == ["rejected", "accepted"]


def test_sp14_a_late_fact_never_overwrites_a_later_one(
    desk: Desk,
) -> None:
    early, late = sealed_profile(desk, "Раньше"), sealed_profile(desk, "Позже")
    desk.push(late)
    assert desk.push(early)[0].verdict == "accepted"
    page = desk.boss.open("/centers")
    assert "Позже" in page
    assert "Раньше" not in page


@pytest.mark.parametrize("made_at", ["1996-11-20T00:00:00.000000Z", "2126-11-20T00:00:00.000000Z"])
def test_sp14_a_clock_that_is_off_by_years_orders_nothing(desk: Desk, made_at: str) -> None:
    both = [sealed_profile(desk, made_at=made_at), sealed_profile(desk)]
    assert [each.receipt for each in desk.push(*both)] == [1, 2]


def test_sp15_a_batch_of_500_is_taken_and_one_more_is_not(desk: Desk) -> None:
    many = [desk.seal("tomorrow", {}, desk.center_id) for _ in range(501)]
    assert desk.post(many).status_code == 422
    answer = desk.post(many[:500])
    assert {each.verdict for each in verdicts_of(answer)} == {"accepted"}


def test_sp15_more_than_a_mebibyte_is_refused(desk: Desk) -> None:
    big = [desk.seal("tomorrow", {"text": "a" * 300_000}, desk.center_id) for _ in range(4)]
    for packed in (True, False):
        answer = desk.post(big, packed=packed)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert {each.verdict for each in verdicts_of(desk.post(big[:3]))} == {"accepted"}


def test_sp16_forgery_is_named_first(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    stranger = new_desk()
    envelope = sealed_profile(desk)
    plain = envelope.plain()
    forged = {
        "wrong_center": sealed_profile(stranger).plain(),
        "hash_mismatch": plain | {"made_at": "2026-11-20T09:15:00.000001Z"},
        "key_unknown": plain | {"key_id": "0" * 32},
        "signature_wrong": plain | {"signature": sign(stranger.key, envelope.sha256)},
    }
    for code, each in forged.items():
        verdict = verdicts_of(push_raw(desk, [each]))[0]
        assert (verdict.verdict, verdict.code) == ("rejected", code)
    assert desk.push(envelope)[0].verdict == "accepted"


def test_sp16_a_forged_copy_of_what_is_held_is_refused_not_confirmed(desk: Desk) -> None:
    envelope = sealed_profile(desk)
    desk.push(envelope)
    other = Ed25519PrivateKey.generate()
    copy = envelope.plain() | {"signature": sign(other, envelope.sha256)}
    assert verdicts_of(push_raw(desk, [copy]))[0].code == "signature_wrong"


def test_sp16_the_subject_must_be_what_the_payload_is_about(desk: Desk) -> None:
    car = Car()
    wrong = resealed(desk, desk.ask(car), subject_id=str(new_id()))
    assert desk.push(wrong)[0].code == "subject_mismatch"
    other = desk.seal(Kind.CENTER_PROFILE, profile(desk), new_id())
    assert desk.push(other)[0].code == "subject_mismatch"


def test_sp17_an_unknown_kind_is_parked(desk: Desk) -> None:
    envelope = desk.seal("loyalty_card", {"points": 5}, new_id())
    verdict = desk.push(envelope)[0]
    assert (verdict.verdict, verdict.parked) == ("accepted", True)
    assert desk.push(envelope)[0].verdict == "duplicate"


def test_sp5_versions_too_old_and_too_new(desk: Desk) -> None:
    old = sealed_profile(desk, schema_version="2025-01-01")
    new = sealed_profile(desk, schema_version="2031-01-01")
    verdicts = desk.push(old, new)
    assert (verdicts[0].verdict, verdicts[0].code) == ("rejected", "schema_too_old")
    alone = desk.push(new)[0]
    assert (alone.verdict, alone.code) == ("later", "schema_too_new")
    assert alone.retry_after


def test_sp18_a_receipt_that_the_server_lost_stops_the_push(desk: Desk) -> None:
    first, second = sealed_profile(desk), sealed_profile(desk)
    desk.push(first)
    real = desk.last
    for number, held in ((2, second.id), (1, second.id)):
        desk.last = Receipt(number=number, envelope_id=held)
        answer = desk.post([second])
        assert (answer.status_code, answer.json()["code"]) == (409, "history_lost")
    body = json.dumps({"ids": [str(first.id), str(second.id)]})
    have = desk.client.post("/v1/have", content=body, headers=JSON | desk.auth)
    assert HaveAnswer.model_validate_json(have.content) == HaveAnswer(
        missing=[second.id], last=real
    )
    desk.last = real
    assert desk.push(second)[0].receipt == 2


def test_sp19_a_shortened_audit_log_is_marked(server: Server, desk: Desk) -> None:
    def checkpoint(entries: int, head: str) -> Envelope:
        payload = AuditCheckpoint(
            entries=entries, head_sha256=head * 32, taken_at="2026-11-20T00:00:00.000000Z"
        )
        return desk.seal(Kind.AUDIT_CHECKPOINT, payload, desk.center_id)

    steps = [(10, "aa"), (20, "bb"), (20, "bb"), (15, "cc"), (20, "dd"), (21, "ee")]
    verdicts = desk.push(*(checkpoint(*step) for step in steps))
    assert {each.verdict for each in verdicts} == {"accepted"}
    marks = sa.select(checkpoints.c.consistent).join(
        envelopes,
        (envelopes.c.center_id == checkpoints.c.center_id)
        & (envelopes.c.id == checkpoints.c.envelope_id),
    )
    mine = marks.where(envelopes.c.center_id == desk.center_id).order_by(envelopes.c.receipt)
    found = [row.consistent for row in rows(server.database_url, mine)]
    assert found == [True, True, True, False, False, True]


def test_a_push_says_what_it_is(desk: Desk) -> None:
    body = push_body([sealed_profile(desk).to_bytes()], None)
    plain = desk.client.post("/v1/push", content=body, headers=desk.auth)
    assert (plain.status_code, plain.json()["code"]) == (415, "unsupported_media")
    packed = {"Content-Encoding": "br"} | JSON | desk.auth
    assert desk.client.post("/v1/push", content=body, headers=packed).status_code == 415
    wrong = {"Content-Encoding": "gzip"} | JSON | desk.auth
    for bad in (b"no gzip", gzip.compress(body)[:-9], gzip.compress(body) * 2):
        answer = desk.client.post("/v1/push", content=bad, headers=wrong)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_encoding")
