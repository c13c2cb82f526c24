"""The process beside the server that checks signatures: right, wrong, broken, and gone."""

import io
import struct
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.server import signatures
from sync.server.checking import Item, check, read_batch
from sync.server.problems import ProblemError
from sync.server.seals import FEWEST, Helper, Seal, answer
from sync.server.signatures import Signatures
from sync.wire.envelope import Envelope
from sync.wire.push import MAX_ENVELOPES, Code, push_body
from tests.sync.test_quick import CENTER, KEY, sealed

RIGHT = Seal(KEY.public_key().public_bytes_raw(), b"d" * 32, KEY.sign(b"d" * 32))
WRONG = RIGHT._replace(digest=b"e" * 32)
NO_KEY = RIGHT._replace(key=b"\xff" * 32)


@pytest.fixture(scope="module")
def helper() -> Iterator[Helper]:
    made = Helper()
    assert made.wait_until_ready(60)
    yield made
    made.close()


def envelopes(count: int) -> list[Envelope]:
    return [sealed() for _ in range(count)]


def forged() -> Envelope:
    other = Ed25519PrivateKey.generate()
    mine = sealed()
    return mine.model_copy(update={"signature": Envelope.seal(mine, other).signature})


def test_it_answers_each_question_in_its_place_until_nobody_asks_any_more() -> None:
    asked = [RIGHT, WRONG, NO_KEY, RIGHT]
    told = io.BytesIO()
    one = struct.pack("<I", 4) + b"".join(map(b"".join, asked))
    assert answer(io.BytesIO(one + one), told) == 0
    said = struct.pack("<I", 4) + b"\1\0\0\1"
    assert told.getvalue() == b"R" + said + said


def test_a_batch_at_a_time_is_asked_and_the_next_is_not_made_to_wait(helper: Helper) -> None:
    fetch = helper.ask([RIGHT, WRONG])
    assert fetch is not None
    assert helper.ask([RIGHT]) is None
    assert fetch() == b"\1\0"
    again = helper.ask([WRONG, RIGHT])
    assert again is not None
    assert again() == b"\0\1"


def judged(body: bytes, *, waited_for: bool) -> list[Item]:
    keys = {envelopes(1)[0].key_id: KEY.public_key()}
    with Signatures(body, keys) as found:
        items = read_batch(body).items
        found.expect(check(items, CENTER, keys))
        assert found.are_waited_for is waited_for
        assert found.settle() is (Code.SIGNATURE_WRONG in refused(items).values())
        assert not found.are_waited_for
    return items


def refused(items: list[Item]) -> dict[int, Code]:
    return {item.index: item.refusal.code for item in items if item.refusal is not None}


def body_of(sent: list[Envelope]) -> bytes:
    return push_body([each.to_bytes() for each in sent], None)


def test_what_it_denies_is_refused_in_words_and_the_rest_stands(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "helper", helper)
    sent = envelopes(FEWEST)
    sent[3] = forged()
    assert refused(judged(body_of(sent), waited_for=True)) == {3: Code.SIGNATURE_WRONG}


def test_a_spelling_in_which_no_seal_is_seen_is_asked_about_once_it_was_read(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "helper", helper)
    sent = [*envelopes(FEWEST), forged()]
    body = body_of(sent).replace(b'"signature":"', b'"signature": "')
    assert refused(judged(body, waited_for=True)) == {FEWEST: Code.SIGNATURE_WRONG}


def test_a_right_seal_beside_the_envelope_does_not_vouch_for_it(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "helper", helper)
    sent = [*envelopes(FEWEST), forged()]
    # JSON keeps the last of two equal names: what is seen first is the right seal of another fact
    right = sent[0]
    seal = f'"sha256":"{right.sha256}","signature":"{right.signature}","signature":"'
    wrong = f'"sha256":"{sent[-1].sha256}","signature":"'
    body = body_of(sent).replace(wrong.encode(), seal.encode())
    assert refused(judged(body, waited_for=True)) == {FEWEST: Code.HASH_MISMATCH}
    swapped = sent[-1].model_copy(update={"signature": right.signature})
    assert refused(judged(body_of([*sent[:-1], swapped]), waited_for=True)) == {
        FEWEST: Code.SIGNATURE_WRONG
    }


def test_a_batch_that_cannot_be_read_leaves_the_helper_to_the_next(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "helper", helper)
    body = body_of(envelopes(FEWEST))
    with pytest.raises(ProblemError):
        judged(body[:-1], waited_for=True)
    assert refused(judged(body, waited_for=True)) == {}


def test_seals_of_more_envelopes_than_a_batch_has_are_nobodys(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "helper", helper)
    one = envelopes(1)[0]
    seal = f'{{"key_id":"{one.key_id}","sha256":"{one.sha256}","signature":"{one.signature}"}},'
    body = b'{"more":[' + seal.encode() * (MAX_ENVELOPES + 1) + b"0]}"
    with Signatures(body, {one.key_id: KEY.public_key()}) as found:
        assert not found.are_waited_for


def test_without_it_the_same_is_found_here(monkeypatch: pytest.MonkeyPatch) -> None:
    dead = Helper()
    assert dead.wait_until_ready(60)
    fetch = dead.ask([RIGHT])
    assert fetch is not None
    dead.close()
    assert fetch() in {b"\1", None}
    monkeypatch.setattr(signatures, "helper", dead)
    sent = [*envelopes(FEWEST), forged()]
    assert refused(judged(body_of(sent), waited_for=False)) == {FEWEST: Code.SIGNATURE_WRONG}
