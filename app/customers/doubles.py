"""Customers that may be one: found by telephone, tax number, e-mail, document and name, with reasons and a score."""

import itertools
import json
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from app.customers.names import name_words, same_name
from app.customers.rows import CustomerRow, customers_by_ids
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, Source, invalid, say
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.base import new_id
from models.customers import Customer
from models.merges import DistinctPair
from models.text import fold

_CROWD: Final = 12
"""So many with one telephone share it (a taxi fleet, a reception): not each of them is everybody else."""

MOST_PAIRS: Final = 20_000
"""So many pairs are compared; nobody looks through more."""

_LEAST: Final = 50
_PORTION: Final = 500
_NO_NUMBERS: Final = frozenset({None, "", "{}"})
_UNIQUE: Final = ("inn", "gstin", "eu_vat", "ogrn", "pan")
_WORDS: Final[Mapping[str, tuple[int, Source]]] = {
    "tax": (90, QT_TRANSLATE_NOOP("customers", "The same tax number")),
    "document": (90, QT_TRANSLATE_NOOP("customers", "The same identity document")),
    "phone": (55, QT_TRANSLATE_NOOP("customers", "The same telephone")),
    "email": (50, QT_TRANSLATE_NOOP("customers", "The same e-mail")),
    "name": (35, QT_TRANSLATE_NOOP("customers", "The same name")),
    "alike": (25, QT_TRANSLATE_NOOP("customers", "The names look alike")),
}
_STRANGERS: Final = 30
"""Taken off when the telephones or tax numbers of two people of one name differ."""


@dataclass(frozen=True, slots=True)
class DoublePair:
    """Two customers that may be one; ``score`` of 100."""

    one: CustomerRow
    other: CustomerRow
    score: int
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinguish:
    """Two that look alike are not the same: they are not shown again."""

    one_id: uuid.UUID
    other_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class _Known:
    id: uuid.UUID
    words: tuple[str, ...]
    phones: frozenset[str]
    tax: frozenset[str]
    email: str
    document: str


def find_double_customers(read: Read, *, limit: int = 200) -> tuple[DoublePair, ...]:
    """Pairs that may be one customer, the surest first.

    Of each record only what can be alike is looked at, and no more than ``MOST_PAIRS`` pairs are compared: the
    surest reasons first. A hundred thousand customers cost less than a second of work.
    """
    groups = _groups(read)
    pairs = pairs_of(groups)
    known = {
        key: _known(row)
        for key, row in customers_of(read, {key for pair in pairs for key in pair}).items()
    }
    apart = distinct_pairs(read, "customer")
    scored = []
    for one, other in pairs:
        if one in known and other in known and (one, other) not in apart:
            score, said = _score(known[one], known[other])
            if score >= _LEAST:
                scored.append((score, (one, other), said))
    scored.sort(key=lambda found: (-found[0], found[1]))
    best = scored[:limit]
    rows = customers_by_ids(read, {key for _, pair, _ in best for key in pair})
    return tuple(
        DoublePair(rows[one], rows[other], score, tuple(say(_WORDS[name][1]) for name in said))
        for score, (one, other), said in best
    )


def pairs_of(groups: Iterable[Collection[bytes | uuid.UUID]]) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """The pairs of all groups, each once and no more than ``MOST_PAIRS``; a crowd in one group is nobody's double."""
    found: dict[tuple[Any, Any], None] = {}
    for group in groups:
        if not 1 < len(group) <= _CROWD:
            continue
        members: list[Any] = sorted(group)
        for pair in itertools.combinations(members, 2):
            found.setdefault(pair)
        if len(found) >= MOST_PAIRS:
            break
    return [(plain_id(one), plain_id(other)) for one, other in found]


def plain_id(key: bytes | uuid.UUID) -> uuid.UUID:
    """An id as the driver gave it, as what it is."""
    return key if isinstance(key, uuid.UUID) else uuid.UUID(bytes=bytes(key))


def bare(column: Any) -> Any:  # noqa: ANN401  any column
    """A column as the driver gives it, without the work of making an object of each of a hundred thousand values."""
    return sa.type_coerce(column, sa.types.NullType())


def customers_of(read: Read, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, CustomerRow]:
    """The rows of many customers, portion by portion."""
    found: dict[uuid.UUID, CustomerRow] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), _PORTION):
        found.update(customers_by_ids(read, wanted[start : start + _PORTION]))
    return found


def _numbers(taxes: str) -> list[str]:
    """The numbers that no two customers share, of the JSON as it is stored."""
    told = json.loads(taxes)
    return [f"{kind}:{told[kind]}" for kind in _UNIQUE if told.get(kind)]


def _known(row: CustomerRow) -> _Known:
    return _Known(
        row.id,
        name_words(row.name),
        frozenset(phone for phone in (row.phone, row.other_phone) if phone),
        frozenset(f"{kind}:{row.tax_ids[kind]}" for kind in _UNIQUE if row.tax_ids.get(kind)),
        fold(row.email or ""),
        _plain(row.document_number),
    )


def _plain(document: str | None) -> str:
    return fold(document or "").replace(" ", "")


def _living(read: Read, *columns: Any) -> Any:  # noqa: ANN401  rows of any columns
    return read.connection.execute(
        sa.select(*map(bare, (Customer.id, *columns))).where(
            Customer.center_id == read.center_id,
            Customer.archived_at.is_(None),
            Customer.erased_at.is_(None),
        )
    )


def _groups(read: Read) -> Iterable[list[bytes | uuid.UUID]]:
    """Ids that share a number, an address or a name, the surest kind first."""
    by: dict[str, dict[str, list[bytes | uuid.UUID]]] = {name: {} for name in _WORDS}
    named = []
    rows = _living(
        read,
        Customer.phone,
        Customer.other_phone,
        sa.cast(Customer.tax_ids, sa.Text),
        Customer.email,
        Customer.document_number,
        Customer.folded,
    )
    for key, phone, other, taxes, email, document, folded in rows:
        for number in {phone, other} - {None, ""}:
            by["phone"].setdefault(number, []).append(key)
        for number in _numbers(taxes) if taxes not in _NO_NUMBERS else ():
            by["tax"].setdefault(number, []).append(key)
        if email:
            by["email"].setdefault(fold(email), []).append(key)
        if document:
            by["document"].setdefault(_plain(document), []).append(key)
        named.append((key, folded, not phone and not other))
    for name in ("tax", "document", "phone", "email"):
        yield from by[name].values()
    yield from _namesakes(named)


def _namesakes(
    named: Sequence[tuple[bytes | uuid.UUID, str, bool]],
) -> Iterable[list[bytes | uuid.UUID]]:
    """Those of one name of whom one has no telephone: two who have one each are told apart by it."""
    by: dict[str, list[bytes | uuid.UUID]] = {}
    doubtful: set[str] = set()
    for key, folded, is_bare in named:
        words = " ".join(sorted(folded.split()))
        by.setdefault(words, []).append(key)
        if is_bare and words:
            doubtful.add(words)
    for words in doubtful:
        yield by[words]


def _score(one: _Known, other: _Known) -> tuple[int, tuple[str, ...]]:
    same = {
        "tax": one.tax & other.tax,
        "document": one.document and one.document == other.document,
        "phone": one.phones & other.phones,
        "email": one.email and one.email == other.email,
        "name": one.words and sorted(one.words) == sorted(other.words),
    }
    said = {name for name, alike in same.items() if alike}
    if "name" not in said and same_name(one.words, other.words):
        said.add("alike")
    score = sum(_WORDS[name][0] for name in said)
    if said <= {"name", "alike"}:
        # a name alone: the rarer it is written out, the likelier it is one person
        score += 25 if len(one.words) > 2 else 15  # noqa: PLR2004  family name, name and patronymic
        if one.phones and other.phones:
            score -= _STRANGERS
    if one.tax and other.tax and not one.tax & other.tax:
        score -= _STRANGERS
    return min(score, 100), tuple(name for name in _WORDS if name in said)


def distinct_pairs(read: Read, kind: str) -> set[tuple[uuid.UUID, uuid.UUID]]:
    """Pairs of which somebody said that they are not the same, the smaller id first."""
    rows = read.connection.execute(
        sa.select(DistinctPair.one_id, DistinctPair.other_id).where(
            DistinctPair.center_id == read.center_id, DistinctPair.kind == kind
        )
    )
    return {(row.one_id, row.other_id) for row in rows}


def keep_apart(tx: Tx, kind: str, one_id: uuid.UUID, other_id: uuid.UUID) -> uuid.UUID:
    """Note that two records are not the same; the same word twice is one."""
    if one_id == other_id:
        raise invalid("other_id", QT_TRANSLATE_NOOP("customers", "Choose two different records."))
    low, high = sorted((one_id, other_id))
    held = tx.connection.execute(
        sa.select(DistinctPair.id).where(
            DistinctPair.kind == kind, DistinctPair.one_id == low, DistinctPair.other_id == high
        )
    ).scalar()
    if held is not None:
        return uuid.UUID(str(held))
    made = tx.add(
        DistinctPair(
            id=new_id(),
            center_id=tx.actor.center_id,
            kind=kind,
            one_id=low,
            other_id=high,
            at=tx.now,
            by_id=tx.actor.employee_id,
        )
    )
    tx.about(kind, low)
    return made.id


def forget_apart(tx: Tx, kind: str, one_id: uuid.UUID, other_id: uuid.UUID) -> None:
    """Take that word back."""
    low, high = sorted((one_id, other_id))
    tx.execute(
        sa.delete(DistinctPair).where(
            DistinctPair.center_id == tx.actor.center_id,
            DistinctPair.kind == kind,
            DistinctPair.one_id == low,
            DistinctPair.other_id == high,
        )
    )
    tx.note("same_again", [str(low), str(high)])
    tx.touch("distinct_pair", low)
    tx.about(kind, low)


@action(
    "customers.distinguish",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Not the same"),
)
def distinguish_customers(tx: Tx, command: Distinguish) -> uuid.UUID:
    """Say that two customers are not the same."""
    tx.load(Customer, command.one_id)
    tx.load(Customer, command.other_id)
    return keep_apart(tx, "customer", command.one_id, command.other_id)


@action(
    "customers.compare_again",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Compare again"),
)
def compare_customers_again(tx: Tx, command: Distinguish) -> None:
    """Take back that two customers are not the same."""
    forget_apart(tx, "customer", command.one_id, command.other_id)


__all__ = [
    "MOST_PAIRS",
    "Distinguish",
    "DoublePair",
    "bare",
    "compare_customers_again",
    "customers_of",
    "distinct_pairs",
    "distinguish_customers",
    "find_double_customers",
    "forget_apart",
    "keep_apart",
    "pairs_of",
    "plain_id",
]
