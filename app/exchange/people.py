"""Whether two rows mean the same customer: by tax number, by telephone with a name that fits, by name alone.

A shop's lists hold the same person as «Иванова Марина Сергеевна», «ИВАНОВА М.» and «Марина Иванова». Nobody is taken
for somebody else because of a shared telephone: then the names must fit too.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.customers.names import FORM_WORDS, name_words, same_name
from models.customers import Customer, CustomerKind
from models.text import fold

_INDIVIDUAL: Final = fold("ип")
_COMPANY_INN: Final = 10
_UNIQUE: Final = ("inn", "gstin", "eu_vat", "ogrn")


def kind_of(name: str, tax_ids: Mapping[str, str]) -> str:
    """Person or company, when the file does not say: by the legal form in the name, by the kind of tax number."""
    words = name_words(name)
    is_company = any(word in FORM_WORDS for word in words[:1] + words[-1:])
    is_company |= (
        len(tax_ids.get("inn", "")) == _COMPANY_INN or "gstin" in tax_ids or "eu_vat" in tax_ids
    )
    return CustomerKind.COMPANY.value if is_company else CustomerKind.PERSON.value


def is_sole_trader(name: str) -> bool:
    """Whether the name begins with the form of a Russian sole trader (ИП)."""
    return name_words(name)[:1] == (_INDIVIDUAL,)


@dataclass(slots=True)
class Somebody:
    """A customer that is known, or was met in an earlier row (``row`` is its number there)."""

    id: uuid.UUID
    words: tuple[str, ...]
    phones: frozenset[str]
    tax_ids: Mapping[str, str]
    row: int | None = None


@dataclass(slots=True)
class People:
    """Everybody the shop knows, looked up by what tells people apart."""

    _by_tax: dict[tuple[str, str], list[Somebody]] = field(default_factory=dict)
    _by_phone: dict[str, list[Somebody]] = field(default_factory=dict)
    _by_name: dict[frozenset[str], list[Somebody]] = field(default_factory=dict)

    def add(self, somebody: Somebody) -> None:
        """Know one more."""
        for kind in _UNIQUE:
            if number := somebody.tax_ids.get(kind):
                self._by_tax.setdefault((kind, number), []).append(somebody)
        for phone in somebody.phones:
            self._by_phone.setdefault(phone, []).append(somebody)
        self._by_name.setdefault(frozenset(somebody.words), []).append(somebody)

    def find(
        self, name: str | None, phones: Iterable[str], tax_ids: Mapping[str, str]
    ) -> Somebody | None:
        """The one that a row means, or None: then it is somebody new."""
        words = name_words(name or "")
        for kind in _UNIQUE:
            for known in self._by_tax.get((kind, tax_ids.get(kind, "")), ()):
                if _same_branch(known.tax_ids, tax_ids):
                    return known
        numbers = [phone for phone in phones if phone]
        for phone in numbers:
            for known in self._by_phone.get(phone, ()):
                if _no_contradiction(known.tax_ids, tax_ids) and (
                    not words or same_name(words, known.words)
                ):
                    return known
        for known in self._by_name.get(frozenset(words), ()) if words else ():
            apart = known.phones and numbers
            if not apart and _no_contradiction(known.tax_ids, tax_ids):
                return known
        return None

    def sharing_phone(self, phones: Iterable[str]) -> bool:
        """Whether somebody has one of the telephones."""
        return any(self._by_phone.get(phone) for phone in phones)

    def named(self, name: str) -> list[Somebody]:
        """Everybody of exactly that name, word order apart."""
        return self._by_name.get(frozenset(name_words(name)), [])


def _same_branch(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Branches of one Russian company share its ИНН and differ by КПП."""
    return not (one.get("kpp") and other.get("kpp")) or one["kpp"] == other["kpp"]


def _no_contradiction(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(one[kind] == other[kind] for kind in _UNIQUE if one.get(kind) and other.get(kind))


def people_of(connection: Connection, center_id: uuid.UUID) -> People:
    """Everybody of the center who is neither archived nor erased."""
    people = People()
    rows = connection.execute(
        sa.select(
            Customer.id, Customer.name, Customer.phone, Customer.other_phone, Customer.tax_ids
        ).where(
            Customer.center_id == center_id,
            Customer.archived_at.is_(None),
            Customer.erased_at.is_(None),
        )
    )
    for row in rows:
        phones = frozenset(phone for phone in (row.phone, row.other_phone) if phone)
        people.add(Somebody(row.id, name_words(row.name), phones, row.tax_ids or {}))
    return people
