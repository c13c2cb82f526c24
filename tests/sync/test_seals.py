"""The process beside the server that checks signatures: right, wrong, broken, and gone."""

import io
import struct
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.server import checking
from sync.server.checking import check, read_batch
from sync.server.seals import FEWEST, Helper, Seal, answer
from sync.wire.envelope import Envelope
from sync.wire.push import Code, push_body
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


def test_what_it_denies_is_refused_in_words_and_the_rest_stands(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "helper", helper)
    sent = envelopes(FEWEST)
    sent[3] = forged()
    body = push_body([each.to_bytes() for each in sent], None)
    items = read_batch(body).items
    found = check(items, CENTER, {sent[0].key_id: KEY.public_key()})
    assert found.are_waited_for
    assert found.settle()
    assert [item.index for item in items if item.refusal is not None] == [3]
    assert items[3].refusal is not None
    assert items[3].refusal.code is Code.SIGNATURE_WRONG


def test_without_it_the_same_is_found_here(monkeypatch: pytest.MonkeyPatch) -> None:
    dead = Helper()
    assert dead.wait_until_ready(60)
    fetch = dead.ask([RIGHT])
    assert fetch is not None
    dead.close()
    assert fetch() in {b"\1", None}
    monkeypatch.setattr(checking, "helper", dead)
    sent = [*envelopes(FEWEST), forged()]
    items = read_batch(push_body([each.to_bytes() for each in sent], None)).items
    found = check(items, CENTER, {sent[0].key_id: KEY.public_key()})
    assert not found.are_waited_for
    assert found.settle()
    assert [item.is_forged for item in items] == [False] * FEWEST + [True]
