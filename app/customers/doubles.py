"""Customers that may be one: found by telephone, tax number, e-mail, document and name, with reasons and a score."""

import itertools
import uuid
from collections.abc import Iterable, Mapping
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

_LEAST: Final = 50
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


def find_double_customers(
    read: Read, *, of: uuid.UUID | None = None, limit: int = 200
) -> tuple[DoublePair, ...]:
    """Pairs that may be one customer, the surest first; ``of``: only pairs with this one."""
    known = {row.id: row for row in map(_known, _living(read))}
    why: dict[tuple[uuid.UUID, uuid.UUID], set[str]] = {}
    for reason, groups in _groups(known.values()):
        for group in groups:
            if reason not in {"tax", "document"} and len(group) > _CROWD and of is None:
                continue
            for one, other in itertools.combinations(sorted(group), 2):
                if of is None or of in {one, other}:
                    why.setdefault((one, other), set()).add(reason)
    apart = distinct_pairs(read, "customer")
    scored = []
    for pair, reasons in why.items():
        score, said = _score(known[pair[0]], known[pair[1]], reasons)
        if score >= _LEAST and pair not in apart:
            scored.append((score, pair, said))
    scored.sort(key=lambda found: (-found[0], found[1]))
    best = scored[:limit]
    rows = customers_by_ids(read, {key for _, pair, _ in best for key in pair})
    return tuple(
        DoublePair(rows[one], rows[other], score, tuple(say(_WORDS[name][1]) for name in said))
        for score, (one, other), said in best
    )


def _living(read: Read) -> Iterable[Any]:
    return read.connection.execute(
        sa.select(
            Customer.id,
            Customer.name,
            Customer.phone,
            Customer.other_phone,
            Customer.tax_ids,
            Customer.email,
            Customer.document_number,
        ).where(
            Customer.center_id == read.center_id,
            Customer.archived_at.is_(None),
            Customer.erased_at.is_(None),
        )
    )


def _known(row: Any) -> _Known:  # noqa: ANN401  a row's columns have no type
    return _Known(
        row.id,
        name_words(row.name),
        frozenset(phone for phone in (row.phone, row.other_phone) if phone),
        frozenset(f"{kind}:{row.tax_ids[kind]}" for kind in _UNIQUE if row.tax_ids.get(kind)),
        fold(row.email or ""),
        fold(row.document_number or "").replace(" ", ""),
    )


def _groups(
    known: Iterable[_Known],
) -> Iterable[tuple[str, Iterable[list[uuid.UUID]]]]:
    by: dict[str, dict[object, list[uuid.UUID]]] = {name: {} for name in _WORDS}
    for row in known:
        for phone in row.phones:
            by["phone"].setdefault(phone, []).append(row.id)
        for number in row.tax:
            by["tax"].setdefault(number, []).append(row.id)
        if row.email:
            by["email"].setdefault(row.email, []).append(row.id)
        if row.document:
            by["document"].setdefault(row.document, []).append(row.id)
        if row.words:
            by["name"].setdefault(tuple(sorted(row.words)), []).append(row.id)
    return ((name, found.values()) for name, found in by.items())


def _score(one: _Known, other: _Known, reasons: set[str]) -> tuple[int, tuple[str, ...]]:
    said = set(reasons)
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
    "Distinguish",
    "DoublePair",
    "compare_customers_again",
    "distinct_pairs",
    "distinguish_customers",
    "find_double_customers",
    "forget_apart",
    "keep_apart",
]
