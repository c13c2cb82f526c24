"""The short way through a batch says what the long way says, and leaves to it whatever is not in order."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from models.base import new_id
from sync.server.quick import read_proven
from sync.wire.centers import CenterProfile
from sync.wire.envelope import Envelope, Header
from sync.wire.kinds import CURRENT, Kind
from sync.wire.push import push_body

KEY = Ed25519PrivateKey.generate()
CENTER = new_id()


def sealed(**more: object) -> Envelope:
    profile = CenterProfile(
        center_id=CENTER,
        name="АвтоЛиния",
        country="RU",
        zone="Europe/Moscow",
        currency="RUB",
        language="ru",
    )
    return Envelope.seal(
        Header(
            id=new_id(),
            kind=Kind.CENTER_PROFILE.value,
            schema_version=CURRENT[Kind.CENTER_PROFILE],
            center_id=CENTER,
            subject_id=CENTER,
            subject_seq=1,
            made_at="2026-11-20T09:15:00.000000Z",
            payload={**profile.plain(), **more},
        ),
        KEY,
    )


def test_what_is_in_order_is_spelled_as_it_was_sealed() -> None:
    envelope = sealed()
    found = read_proven(push_body([envelope.to_bytes()], None))
    assert found is not None
    (proven,), last = found
    assert proven.content == envelope.content()
    assert isinstance(proven.payload, CenterProfile)
    assert last is None


@pytest.mark.parametrize("more", [{"zzz": 1}, {"aaa": "x"}, {"name": "e\u0301"}])
def test_more_than_the_models_name_goes_the_long_way(more: dict[str, object]) -> None:
    plain = json.loads(sealed().to_bytes())
    plain["payload"].update(more)
    assert read_proven(json.dumps({"envelopes": [plain]}).encode()) is None


@pytest.mark.parametrize("field", ["sha256", "made_at", "subject_seq", "id"])
def test_what_was_changed_after_the_seal_is_never_proven(field: str) -> None:
    plain = json.loads(sealed().to_bytes())
    other = json.loads(sealed().to_bytes())
    plain[field] = {**other, "made_at": "2026-11-20T09:15:00.000001Z", "subject_seq": 2}[field]
    assert read_proven(json.dumps({"envelopes": [plain]}).encode()) is None


def test_one_envelope_out_of_order_leaves_the_batch_to_the_long_way() -> None:
    good, strange = json.loads(sealed().to_bytes()), json.loads(sealed().to_bytes())
    strange["kind"] = "a_newer_kind"
    assert read_proven(json.dumps({"envelopes": [good, strange]}).encode()) is None
    assert read_proven(json.dumps({"envelopes": [good]}).encode()) is not None
