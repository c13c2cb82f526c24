"""Sealing, checking, and golden files that prove that old desks still speak."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.base import new_id
from sync.wire import signing
from sync.wire.canonical import FloatRefusedError, canonical, sha256_hex
from sync.wire.changes import Change, ChangesPage
from sync.wire.envelope import Envelope, HashMismatchError, Header
from sync.wire.fields import Wire, utc_text, utc_time
from sync.wire.kinds import CHANGE_PAYLOADS, PAYLOADS, ChangeKind, Kind
from sync.wire.pairing import PairRequest, pairing_digest, typed
from sync.wire.passports import LinkScope, Odometer
from sync.wire.push import Problem, PushAnswer, PushRequest, Receipt, push_body
from sync.wire.signing import BadSignatureError, check_signature, from_base64url, read_public
from sync.wire.versions import TAKES
from sync.wire.work_orders import NextService, WorkOrderPrices

GOLDEN = Path(__file__).parent / "golden"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SEAL = {"sha256", "key_id", "signature"}


def header(**more: object) -> Header:
    fields: dict[str, Any] = {
        "id": new_id(),
        "kind": "center_profile",
        "schema_version": "2026-11-20",
        "center_id": new_id(),
        "subject_id": new_id(),
        "subject_seq": 1,
        "made_at": "2026-11-20T09:15:00.000000Z",
        "payload": {"name": "АвтоЛиния", "n": [1, None, True]},
    }
    return Header.model_validate(fields | more)


def golden(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((GOLDEN / name).read_text(encoding="utf-8"))
    return read


def test_sp2_the_hash_is_of_everything_but_the_seal() -> None:
    sealed = Envelope.seal(header(desk_version="9.0", zebra=None), KEY)
    everything = sealed.plain()
    rest = {name: value for name, value in everything.items() if name not in SEAL}
    assert sealed.content() == canonical(rest)
    assert sealed.sha256 == sha256_hex(canonical(rest))
    assert sealed.spell()[1] == canonical(sealed.payload)
    sealed.check(KEY.public_key())


@given(st.dictionaries(st.text("abcpz_", min_size=1), st.integers(0, 9) | st.text("aж")))
def test_sp2_the_content_is_canonical_whatever_is_added(extra: dict[str, object]) -> None:
    fields = set(Header.model_fields) | SEAL
    added = {name: value for name, value in extra.items() if name not in fields}
    stated = header(**added)
    assert stated.content() == canonical(stated.plain())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "019a9f3e-7c00-7000-8000-000000000001"),
        ("kind", "correction"),
        ("schema_version", "2026-11-21"),
        ("center_id", "019a9f3e-7c00-7000-8000-000000000001"),
        ("subject_id", "019a9f3e-7c00-7000-8000-000000000001"),
        ("subject_seq", 2),
        ("made_at", "2026-11-20T09:15:00.000001Z"),
        ("payload", {"name": "АвтоЛиния", "n": [1, None, 1]}),
        ("desk_version", "9.1"),
        ("something_new", None),
    ],
)
def test_sp2_any_changed_field_is_noticed(field: str, value: object) -> None:
    sealed = Envelope.seal(header(desk_version="9.0"), KEY)
    changed = Envelope.from_bytes(canonical(sealed.plain() | {field: value}))
    with pytest.raises(HashMismatchError):
        changed.check(KEY.public_key())


def test_sp2_another_key_seals_the_same_fact() -> None:
    fact = header()
    again = Envelope.seal(fact, Ed25519PrivateKey.generate())
    first = Envelope.seal(fact, KEY)
    assert first.sha256 == again.sha256
    assert first.key_id != again.key_id
    with pytest.raises(BadSignatureError):
        again.check(KEY.public_key())


def test_sp3_the_signature_is_over_the_digest_alone() -> None:
    sealed = Envelope.seal(header(), KEY)
    raw = from_base64url(sealed.signature)
    KEY.public_key().verify(raw, bytes.fromhex(sealed.sha256))
    assert sealed.key_id == signing.key_id(signing.public_text(KEY))
    assert sealed.key_id == sha256_hex(KEY.public_key().public_bytes_raw())[:32]


@given(st.binary(max_size=100))
def test_sp3_base64url_has_one_spelling(data: bytes) -> None:
    text = signing.to_base64url(data)
    assert "=" not in text
    assert from_base64url(text) == data


@pytest.mark.parametrize("text", ["AB", "A", "AA==", "A+/A", "Ж", "AAA\n"])
def test_sp3_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        from_base64url(text)


def test_sp4_strict_and_frozen() -> None:
    plain = Envelope.seal(header(), KEY).plain()
    for field, wrong in (("subject_seq", "5"), ("subject_seq", 5.0), ("payload", []), ("id", 7)):
        with pytest.raises(ValidationError):
            Envelope.model_validate_json(json.dumps(plain | {field: wrong}))
    with pytest.raises(ValidationError):
        Envelope.model_validate_json(json.dumps(plain | {"id": str(UUID(int=1))}))
    sealed = Envelope.from_bytes(canonical(plain))
    with pytest.raises(ValidationError):
        setattr(sealed, "kind", "other")  # noqa: B010 - the checker refuses the plain way


def test_sp4_a_float_in_a_payload_cannot_be_sealed() -> None:
    with pytest.raises(FloatRefusedError):
        Envelope.seal(header(payload={"price": 1.5}), KEY)


def test_sp4_unknown_fields_survive_the_journey() -> None:
    name = "2026-11-20/envelope.from_a_newer_desk.json"
    stored = golden(name)
    read = Envelope.model_validate_json(json.dumps(stored))
    read.check(read_public(golden("2026-11-20/public_key.json")["public_key"]))
    assert read.plain() == stored
    assert json.loads(read.to_bytes()) == stored
    profile = PAYLOADS[Kind.CENTER_PROFILE].model_validate_json(json.dumps(stored["payload"]))
    assert profile.plain()["motto"] == stored["payload"]["motto"]


@pytest.mark.parametrize(
    "path", sorted(GOLDEN.glob("*/envelope.*.json")), ids=lambda path: path.stem
)
def test_sp5_old_envelopes_still_check_and_read(path: Path) -> None:
    stored = golden(str(path.relative_to(GOLDEN)))
    public = golden(f"{path.parent.name}/public_key.json")["public_key"]
    read = Envelope.model_validate_json(path.read_bytes())
    read.check(read_public(public))
    assert read.plain() == stored
    kind = Kind(read.kind)
    assert read.schema_version in TAKES[kind]
    payload = PAYLOADS[kind].model_validate_json(json.dumps(stored["payload"]))
    known = {name: value for name, value in payload.plain().items() if name in stored["payload"]}
    assert known == stored["payload"]


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*/change.*.json")), ids=lambda path: path.stem)
def test_sp5_old_changes_still_read(path: Path) -> None:
    stored = json.loads(path.read_bytes())
    change = Change.model_validate_json(path.read_bytes())
    payload = CHANGE_PAYLOADS[ChangeKind(change.kind)].model_validate_json(
        json.dumps(stored["payload"])
    )
    assert payload.plain() == stored["payload"]


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("changes_page", ChangesPage),
        ("push_request", PushRequest),
        ("push_answer", PushAnswer),
        ("pair_request", PairRequest),
        ("problem", Problem),
    ],
)
def test_sp5_old_messages_still_read(name: str, model: type[Wire]) -> None:
    for path in GOLDEN.glob(f"*/{name}.json"):
        assert model.model_validate_json(path.read_bytes()).plain() == json.loads(path.read_bytes())


def test_sp5_every_version_that_is_taken_has_its_golden_file() -> None:
    for kind, versions in TAKES.items():
        for version in versions:
            assert (GOLDEN / version / f"envelope.{kind}.json").exists(), (kind, version)


def test_sp5_the_proof_in_the_golden_pairing_holds() -> None:
    request = PairRequest.model_validate_json(
        (GOLDEN / "2026-11-20" / "pair_request.json").read_bytes()
    )
    digest = pairing_digest(request.code, request.center_id, request.device_id, request.public_key)
    check_signature(read_public(request.public_key), digest, request.proof)


def test_a_body_of_stored_envelopes_is_the_request_they_make() -> None:
    sealed = [Envelope.seal(header(), KEY) for _ in range(3)]
    last = Receipt(number=4, envelope_id=new_id())
    body = push_body([each.to_bytes() for each in sealed], last)
    assert PushRequest.model_validate_json(body) == PushRequest(envelopes=sealed, last=last)
    assert json.loads(push_body([sealed[0].to_bytes()], None))["last"] is None


@pytest.mark.parametrize(
    ("said", "code"),
    [("abcd-efgh", "ABCDEFGH"), (" o1iL 8888 ", "01118888"), ("k7m2q9tx", "K7M2Q9TX")],
)
def test_a_code_may_be_typed_as_it_was_read(said: str, code: str) -> None:
    assert typed(said) == code


def test_times_are_written_one_way_and_read_back() -> None:
    text = "0999-03-01T00:00:00.000001Z"
    assert utc_text(utc_time(text)) == text
    with pytest.raises(ValidationError):
        header(made_at="2026-02-30T00:00:00.000000Z")


def test_figures_that_contradict_themselves_are_refused() -> None:
    stored = golden("2026-11-20/envelope.work_order_prices.json")["payload"]
    with pytest.raises(ValidationError, match="total_amount"):
        WorkOrderPrices.model_validate_json(json.dumps(stored | {"total_amount": 705_001}))
    with pytest.raises(ValidationError, match="neither"):
        NextService()
    with pytest.raises(ValidationError):
        Odometer(value=-1, unit="km")
    assert LinkScope(prices=False, history=False).works
