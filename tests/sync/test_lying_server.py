"""SP73: a server that lies, over a real socket: refused, nothing of the shop changed, memory bounded."""

import contextlib
import gzip
import hashlib
import json
import tracemalloc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

import hypothesis
import pytest
import sqlalchemy as sa
from hypothesis import strategies as st

from app.kernel.db import Database
from models.base import new_id
from models.entities import metadata
from models.ledger import OutboxEnvelope, OutboxState, SyncState
from sync.wire.changes import Change, ChangesPage
from sync.worker import exchange, rounds
from tests.build.orders import Garage
from tests.sync.conftest import Here
from tests.sync.test_worker import (
    Answer,
    Wire,
    garage,
    lying,
    on_server,
    orders_for,
    outbox,
    state,
    wired,
)

__all__ = ["garage", "wired"]

WRITTEN_BY_EVERY_ROUND = {"audit_entry", "audit_head"}
"""A round that failed is written down; in ``sync_state`` it touches these columns."""
OF_THE_FAILURE = {"version", "failures", "last_try_at", "next_try_at", "problem"}
MIB = 1024 * 1024
EXAMPLES = 40


def shop_hash(database: Database) -> str:
    """One hash over every row of every table, without what says that a round failed."""
    digest = hashlib.sha256()
    with database.reading() as connection:
        for table in metadata.sorted_tables:
            if table.name in WRITTEN_BY_EVERY_ROUND:
                continue
            hidden = OF_THE_FAILURE if table.name == SyncState.__tablename__ else set()
            columns = [column for column in table.columns if column.name not in hidden]
            rows = sorted(
                tuple(map(str, row)) for row in connection.execute(sa.select(*columns)).all()
            )
            digest.update(json.dumps([table.name, rows]).encode())
    return digest.hexdigest()


def page(*changes: object, following: object = "9-f", more: object = False) -> bytes:
    return json.dumps({"changes": changes, "next": following, "more": more}).encode()


def change(**other: object) -> dict[str, object]:
    return {
        "id": str(new_id()),
        "kind": "link_decision",
        "schema_version": "2026-11-20",
        "subject_id": str(new_id()),
        "made_at": "2026-11-20T09:00:00.000000Z",
        "payload": {},
    } | other


def without(name: str) -> dict[str, object]:
    made = change()
    del made[name]
    return made


def deep(levels: int) -> bytes:
    return b'{"changes":[],"next":null,"more":false,"x":' + b"[" * levels + b"]" * levels + b"}"


Lie = tuple[int, bytes]
PULLED: dict[str, Lie] = {
    "nothing": (200, b""),
    "a page for people": (200, b"<html><body>Welcome to the hotel network</body></html>"),
    "half a page": (200, page(change())[:60]),
    "two pages": (200, page() + page()),
    "not UTF-8": (200, b"\xff\xfe{}"),
    "a NUL": (200, b"\x00" * 100),
    "null": (200, b"null"),
    "a number": (200, b"5"),
    "a list": (200, b"[]"),
    "no changes": (200, b'{"next":null,"more":false}'),
    "no more": (200, b'{"changes":[],"next":null}'),
    "changes are a word": (200, b'{"changes":"none","next":null,"more":false}'),
    "more is a word": (200, page(more="no")),
    "more is a number": (200, page(more=0)),
    "the cursor is a number": (200, page(following=7)),
    "the cursor climbs": (200, page(following="../../../etc/passwd")),
    "the cursor is long": (200, page(following="9" * 65)),
    "the cursor is empty": (200, page(following="")),
    "the cursor has another line": (200, page(following="1-a\n2-b")),
    "a change is a word": (200, page("approved")),
    "an id is a number": (200, page(change(id=5))),
    "an id climbs": (200, page(change(id="../../shop.sqlite"))),
    "a subject climbs": (200, page(change(subject_id="..\\..\\shop.sqlite"))),
    "a kind climbs": (200, page(change(kind="../../app/kernel/db"))),
    "a kind is SQL": (200, page(change(kind="x'; DROP TABLE payment; --"))),
    "a kind is endless": (200, page(change(kind="k" * 10_000))),
    "a version is a number": (200, page(change(schema_version=1))),
    "a moment is none": (200, page(change(made_at="yesterday"))),
    "a moment has no zone": (200, page(change(made_at="2026-11-20T09:00:00"))),
    "a payload is a list": (200, page(change(payload=[]))),
    "a payload counts in fractions": (200, page(change(payload={"price": 1.5}))),
    "a payload counts too far": (200, page(change(payload={"price": 2**60}))),
    "a payload holds NUL": (200, page(change(payload={"note": "a\0b"}))),
    "a payload holds half a letter": (200, page(change()).replace(b"{}", b'{"a":"\\ud800"}')),
    "a payload is infinite": (200, page(change()).replace(b"{}", b'{"a":Infinity}')),
    "a payload is no number": (200, page(change()).replace(b"{}", b'{"a":NaN}')),
    **{f"without {name}": (200, page(without(name))) for name in change()},
    "too many changes": (200, page(*[change(kind="loyalty_offer")] * 501)),
    "a hundred thousand levels": (200, deep(100_000)),
    "a page that goes on, empty": (200, page(following="1-a", more=True)),
    "a page that goes on from nowhere": (200, page(change(), following=None, more=True)),
    "nine megabytes": (200, b" " * (9 * MIB)),
    "elsewhere": (302, b""),
    "nothing changed": (304, b""),
    "no such page": (404, b"<h1>404</h1>"),
    "a teapot": (418, b"short and stout"),
    "out of order": (500, b"Traceback (most recent call last)"),
    "another status": (299, page()),
    "never before": (200, page(change(made_at="0000-00-00T00:00:00.000000Z"))),
}


@pytest.fixture
def waiting(here: Here, garage: Garage, wired: Wire) -> Garage:
    """A shop with a record that may leave, and a server that has not taken it."""
    approve = orders_for(garage, here, 2)
    exchange(garage.on.shop, garage.on.owner)
    approve()
    wired.lie = lying("/v1/push", (503, b"{}"))
    exchange(garage.on.shop, garage.on.owner)
    wired.lie = lambda _method, _path: None
    assert outbox(garage)[OutboxState.PENDING] >= 2
    return garage


def refused(shop: Garage, name: str, before: str) -> str:
    """One round: it says what is wrong, and leaves every table as it was."""
    problem = exchange(shop.on.shop, shop.on.owner).problem
    assert problem is not None, name
    assert shop_hash(shop.on.shop.database) == before, name
    assert state(shop).paired_at is not None, name
    return problem


def ends_well(here: Here, shop: Garage, wire: Wire) -> None:
    """The server is honest again: the next round delivers everything."""
    wire.lie = lambda _method, _path: None
    wire.raw = lambda _request, _place: False
    assert exchange(shop.on.shop, shop.on.owner).problem is None
    assert set(outbox(shop)) == {OutboxState.DELIVERED}
    assert on_server(here) == {str(row.id): row.sha256 for row in shop.rows(OutboxEnvelope)}


def test_sp73_no_lie_in_a_pull_changes_anything(here: Here, waiting: Garage, wired: Wire) -> None:
    before = shop_hash(waiting.on.shop.database)
    assert len(PULLED) >= 40
    for name, lie in PULLED.items():
        wired.lie = lying("/v1/changes", lie)
        refused(waiting, name, before)
    ends_well(here, waiting, wired)


def both(lies: dict[str, Lie]) -> Answer:
    """These answers at these places, the truth elsewhere."""
    return lambda _method, path: lies.get(path)


def verdicts(*told: object, last: object = None) -> bytes:
    return json.dumps({"verdicts": told, "last": last}).encode()


def pushed_lies(ids: list[str]) -> dict[str, Lie]:
    """What may be answered to a push of these envelopes, and must not be believed."""

    def taken(place: int, **other: object) -> dict[str, object]:
        return {"index": place, "id": ids[place], "verdict": "accepted", "receipt": 1} | other

    whole = [taken(place) for place in range(len(ids))]
    rest = whole[1:]
    return {
        "nothing": (200, b""),
        "a page for people": (200, b"<html>"),
        "no verdicts": (200, b'{"last":null}'),
        "none at all": (200, verdicts()),
        "one too few": (200, verdicts(*rest)),
        "one twice": (200, verdicts(*whole, taken(0, verdict="rejected", code="no"))),
        "one twice and one missing": (200, verdicts(whole[0], *whole[:-1])),
        "accepted without a name": (200, verdicts(taken(0, id=None), *rest)),
        "a duplicate without a name": (200, verdicts(taken(0, id=None, verdict="duplicate"), *rest)),
        "of a stranger": (200, verdicts(taken(0, id=str(new_id())), *rest)),
        "crosswise": (200, verdicts(taken(0, id=ids[1]), taken(1, id=ids[0]), *whole[2:])),
        "of the four hundredth": (200, verdicts(taken(0, index=400), *rest)),
        "below nothing": (200, verdicts(taken(0, index=-1), *rest)),
        "certainly": (200, verdicts(taken(0, verdict="certainly"), *rest)),
        "a word for a place": (200, verdicts(taken(0, index="0"), *rest)),
        "no place": (200, verdicts({"verdict": "accepted"}, *rest)),
        "come back in ten years": (
            200, verdicts(taken(0, verdict="later", retry_after=315_360_000), *rest),
        ),
        "a receipt below nothing": (200, verdicts(*whole, last={"number": 0, "envelope_id": ids[0]})),
        "a receipt that climbs": (200, verdicts(*whole, last={"number": 1, "envelope_id": "../x"})),
        "nine megabytes": (200, b" " * (9 * MIB)),
        "elsewhere": (307, b""),
        "lost for ever": (409, b'{"code":"history_lost","reason":"x"}'),
    }  # fmt: skip  # a lie a line


def test_sp73_no_lie_about_a_push_delivers_anything(
    here: Here, waiting: Garage, wired: Wire
) -> None:
    rows = waiting.rows(OutboxEnvelope, OutboxEnvelope.state == OutboxState.PENDING)
    told = pushed_lies([str(row.id) for row in rows])
    before = shop_hash(waiting.on.shop.database)
    for name, lie in told.items():
        if name == "lost for ever":
            continue
        wired.lie = lying("/v1/push", lie)
        refused(waiting, name, before)
    # a server that forgets everything again and again: asked once a round what it lacks, and it says nonsense
    lost = told["lost for ever"]
    for missing in ([str(new_id())], [str(row.id) for row in rows], ["../../x"], "everything"):
        body = json.dumps({"missing": missing, "last": None}).encode()
        wired.lie = both({"/v1/push": lost, "/v1/have": (200, body)})
        asked = len(wired.asked)
        refused(waiting, f"misses {missing}", before)
        assert len(wired.asked) - asked < 10
    ends_well(here, waiting, wired)


def endless(
    chunk: bytes, head: str, sent: list[int]
) -> Callable[[BaseHTTPRequestHandler, str], bool]:
    """One gigabyte in chunks; ``sent`` tells the length of each that the desk let through."""

    def write(request: BaseHTTPRequestHandler, place: str) -> bool:
        if place != "/v1/changes":
            return False
        out = request.wfile
        out.write(f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{head}\r\n".encode())
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for _ in range(1024 * MIB // len(chunk)):
                out.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
                sent.append(len(chunk))
            out.write(b"0\r\n\r\n")
        return True

    return write


GIGABYTES: dict[str, tuple[bytes, str]] = {
    "spaces": (b" " * MIB, "Transfer-Encoding: chunked\r\n"),
    "a list without an end": (b'{"changes":[' * 80_000, "Transfer-Encoding: chunked\r\n"),
}


@contextlib.contextmanager
def measured() -> Iterator[Callable[[], int]]:
    """The most bytes of Python memory at once since the beginning."""
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", GIGABYTES)
def test_sp73_a_gigabyte_is_cut_off_and_fills_no_memory(
    here: Here, waiting: Garage, wired: Wire, name: str
) -> None:
    before = shop_hash(waiting.on.shop.database)
    sent: list[int] = []
    wired.raw = endless(*GIGABYTES[name], sent)
    with measured() as peak:
        assert "too large" in refused(waiting, name, before)
        assert peak() < 64 * MIB
    assert sum(sent) < 64 * MIB
    ends_well(here, waiting, wired)


def test_sp73_a_gigabyte_that_was_packed_small_fills_no_memory(
    here: Here, waiting: Garage, wired: Wire
) -> None:
    packed = gzip.compress(b" " * (256 * MIB), 9)
    before = shop_hash(waiting.on.shop.database)

    def write(request: BaseHTTPRequestHandler, place: str) -> bool:
        if place != "/v1/changes":
            return False
        head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
        head += f"Content-Length: {len(packed)}\r\n\r\n"
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            request.wfile.write(head.encode() + packed)
        return True

    wired.raw = write
    with measured() as peak:
        refused(waiting, "packed", before)
        assert peak() < 64 * MIB
    ends_well(here, waiting, wired)


BROKEN_HEADS = (
    b"",
    b"\r\n\r\n",
    b"HTTP/9.9 200 OK\r\n\r\n",
    b"HTTP/1.1 banana\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{}",
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
    b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
)


def test_sp73_what_is_no_answer_at_all_changes_nothing(
    here: Here, waiting: Garage, wired: Wire
) -> None:
    before = shop_hash(waiting.on.shop.database)
    for head in BROKEN_HEADS:

        def write(request: BaseHTTPRequestHandler, place: str, head: bytes = head) -> bool:
            if place == "/v1/changes":
                request.wfile.write(head)
            return place == "/v1/changes"

        wired.raw = write
        refused(waiting, repr(head[:60]), before)
    ends_well(here, waiting, wired)


def test_sp73_a_cursor_that_goes_in_a_circle_ends(garage: Garage, wired: Wire) -> None:
    told = iter(range(10**9))

    def circle(_method: str, path: str) -> Lie | None:
        if path != "/v1/changes":
            return None
        place = next(told)
        return 200, page(change(kind="loyalty_offer"), following=f"{place % 3}-a", more=True)

    exchange(garage.on.shop, garage.on.owner)
    wired.lie = circle
    asked = len(wired.asked)
    problem = exchange(garage.on.shop, garage.on.owner).problem
    assert problem is not None
    assert "cursor" in problem
    assert len(wired.asked) - asked < 10


def test_sp73_a_cursor_without_an_end_ends(
    garage: Garage, wired: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MAX_PAGES", 20)
    told = iter(range(10**9))
    wired.lie = lambda _method, path: (
        (200, page(change(kind="loyalty_offer"), following=f"{next(told)}-a", more=True))
        if path == "/v1/changes"
        else None
    )
    problem = exchange(garage.on.shop, garage.on.owner).problem
    assert problem is not None
    assert "do not end" in problem
    assert next(told) == 20


def decision(link: object, vehicle: object, word: str = "approved") -> dict[str, object]:
    return change(
        subject_id=str(vehicle),
        payload={
            "link_id": str(link),
            "vehicle_id": str(vehicle),
            "decision": word,
            "scope": {"prices": True, "history": True},
            "decided_at": "2026-11-20T09:00:00.000000Z",
        },
    )


def test_sp73_what_is_said_of_strangers_touches_nothing_of_ours(
    waiting: Garage, wired: Wire
) -> None:
    """Links, corrections and vehicles of another center: written down as heard, and nothing follows."""
    correction = change(
        kind="correction_decision",
        payload={
            "correction_id": str(new_id()),
            "work_order_id": str(new_id()),
            "vehicle_id": str(new_id()),
            "decision": "approved",
            "decided_at": "2026-11-20T09:00:00.000000Z",
        },
    )
    told = [decision(new_id(), new_id(), word) for word in ("approved", "revoked", "expired")]
    before = tables_of(waiting)
    wired.lie = lambda _method, path: (
        (200, page(*told, correction)) if path == "/v1/changes" else (503, b"{}")
    )
    exchange(waiting.on.shop, waiting.on.owner)
    after = tables_of(waiting)
    differ = {name for name in after if after[name] != before[name]}
    assert differ == {"inbox_change", "sync_state", *WRITTEN_BY_EVERY_ROUND}
    with waiting.on.reading() as read:
        heard = read.connection.execute(
            sa.text("SELECT outcome FROM inbox_change ORDER BY id DESC LIMIT 4")
        ).scalars()
        assert set(heard) <= {"unknown", "parked"}
    wired.lie = lambda _method, _path: None


def tables_of(shop: Garage) -> dict[str, list[str]]:
    with shop.on.shop.database.reading() as connection:
        return {
            table.name: sorted(str(row) for row in connection.execute(sa.select(table)).all())
            for table in metadata.sorted_tables
        }


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)
_CHANGES = st.lists(
    st.fixed_dictionaries(
        {}, optional={name: _JSON | st.just(told) for name, told in change().items()}
    ),
    max_size=3,
)
_PAGES = st.binary(max_size=200) | st.builds(
    lambda told: json.dumps(told).encode(errors="surrogatepass"),
    st.fixed_dictionaries(
        {}, optional={"changes": _CHANGES | _JSON, "next": _JSON, "more": _JSON, "extra": _JSON}
    ),
)


def test_sp73_any_answer_is_refused_or_only_heard(waiting: Garage, wired: Wire) -> None:
    """Whatever comes: no table but the inbox is touched, and the inbox only by a page that keeps the contract."""
    touched = {"inbox_change", "sync_state", *WRITTEN_BY_EVERY_ROUND}

    @hypothesis.settings(
        max_examples=EXAMPLES, suppress_health_check=list(hypothesis.HealthCheck), database=None
    )
    @hypothesis.given(_PAGES, st.sampled_from([200, 200, 200, 201, 301, 400, 401, 429, 500]))
    def told(body: bytes, status: int) -> None:
        hypothesis.assume(status != 401 or b"unauthenticated" not in body)
        before = tables_of(waiting)
        wired.lie = lambda _method, path: (status, body) if path == "/v1/changes" else (503, b"{}")
        exchange(waiting.on.shop, waiting.on.owner)
        after = tables_of(waiting)
        differ = {name for name in after if after[name] != before[name]}
        assert differ <= touched
        if "inbox_change" in differ:
            assert status == 200
            heard = ChangesPage.model_validate_json(body).changes
            assert len(after["inbox_change"]) - len(before["inbox_change"]) <= len(heard)
            assert all(isinstance(each, Change) for each in heard)

    told()
