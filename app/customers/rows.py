"""Reads of customers: frozen rows, found by name, by telephone in any form, by tax number."""

import re
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.kernel import search
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, Sentence, say
from app.kernel.tx import Read
from models.centers import Center
from models.customers import Consent, Customer
from models.identifiers import PhoneRefused, read_phone
from models.text import phone_key

KIND = "customer"
_PHONE_LIKE = re.compile(r"[\d+()\s\-./‐-―]{3,}")


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as screens see it; an erased one has an empty name."""

    id: uuid.UUID
    version: int
    kind: str
    name: str
    phone: str | None
    other_phone: str | None
    email: str | None
    address: str | None
    document_number: str | None
    tax_ids: Mapping[str, str]
    place: str | None
    country: str | None
    language: str | None
    price_group: str
    discount_percent: Decimal
    payment_term_days: int | None
    note: str | None
    no_show_count: int
    made_at: datetime
    archived_at: datetime | None
    erase_requested_at: datetime | None
    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A yes to one purpose, and until when it held."""

    id: uuid.UUID
    purpose: str
    source: str
    given_at: datetime
    withdrawn_at: datetime | None
    withdrawn_source: str | None = None


_NAMES = tuple(f.name for f in fields(CustomerRow))
_ROW = sa.select(*(Customer.__table__.c[name] for name in _NAMES))


def _customer_row(row: Any) -> CustomerRow:  # noqa: ANN401  a row's columns have no type
    return CustomerRow(*row)


def get_customer(read: Read, customer_id: uuid.UUID) -> CustomerRow:
    """One customer, archived and erased ones too; NotFoundError."""
    row = read.connection.execute(
        _ROW.where(Customer.id == customer_id, Customer.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("customers", "This customer does not exist.")))
    return _customer_row(row)


def customers_by_ids(read: Read, ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, CustomerRow]:
    """The customers of these ids, archived ones too; those of another center are left out."""
    rows = read.connection.execute(
        _ROW.where(Customer.id.in_(ids), Customer.center_id == read.center_id)
    )
    return {row.id: _customer_row(row) for row in rows}


def list_customers(
    read: Read, *, after: uuid.UUID | None = None, limit: int = 50, archived: bool = False
) -> tuple[CustomerRow, ...]:
    """Customers by name; ``after`` is the last one of the page before."""
    gone = Customer.archived_at.is_not(None) if archived else Customer.archived_at.is_(None)
    statement = _ROW.where(Customer.center_id == read.center_id, gone)
    if after is not None:
        last = read.connection.execute(
            sa.select(Customer.folded).where(
                Customer.id == after, Customer.center_id == read.center_id
            )
        ).scalar()
        statement = statement.where(
            sa.or_(
                Customer.folded > (last or ""),
                sa.and_(Customer.folded == (last or ""), Customer.id > after),
            )
        )
    rows = read.connection.execute(statement.order_by(Customer.folded, Customer.id).limit(limit))
    return tuple(_customer_row(row) for row in rows)


def find_customers(read: Read, query: str, *, limit: int = 20) -> tuple[CustomerRow, ...]:
    """Customers whose name, telephone (any form) or tax number holds the query, the best first."""
    ids: dict[uuid.UUID, None] = {}
    for form in _forms(read, query):
        for hit in search.find(read.connection, read.center_id, form, kinds=(KIND,), limit=limit):
            ids.setdefault(hit.subject_id)
    rows = read.connection.execute(
        _ROW.where(
            Customer.id.in_(ids),
            Customer.center_id == read.center_id,
            Customer.archived_at.is_(None),
        )
    )
    found = {row.id: _customer_row(row) for row in rows}
    return tuple(found[key] for key in ids if key in found)[:limit]


def _forms(read: Read, query: str) -> list[str]:
    """The query as typed; digits also bare and as the whole telephone number they may be."""
    if _PHONE_LIKE.fullmatch(query.strip()) is None:
        return [query]
    bare = phone_key(query)
    forms = [bare]
    try:
        forms.insert(0, phone_key(read_phone(query, country_of(read)).e164))
    except PhoneRefused:
        # part of a number: a trunk prefix in front is no part of what is kept
        forms += [bare[1:]] if bare[:1] in {"0", "8"} else []
    return list(dict.fromkeys(form for form in forms if form))


def country_of(read: Read) -> str:
    """The center's country (ISO 3166): how telephones and plates are written there."""
    return read.connection.execute(
        sa.select(Center.country).where(Center.id == read.center_id)
    ).scalar_one()


def customer_warnings(
    read: Read,
    *,
    phone: str | None = None,
    tax_ids: Mapping[str, str | None] | None = None,
    but: uuid.UUID | None = None,
) -> tuple[Sentence, ...]:
    """What a form says before it is saved: others with the same telephone or tax number. Nothing is refused."""
    warnings = [
        say(QT_TRANSLATE_NOOP("customers", "{name} has the same telephone."), name=row.name)
        for row in same_phone(read, phone or "")
        if row.id != but
    ]
    for kind, number in (tax_ids or {}).items():
        if kind != "kpp" and number and number.strip():
            warnings += [
                say(
                    QT_TRANSLATE_NOOP("customers", "{name} has the same {kind}."),
                    name=row.name,
                    kind=kind.upper(),
                )
                for row in find_customers(read, number.strip())
                if row.id != but and row.tax_ids.get(kind) == number.strip()
            ]
    return tuple(warnings)


def same_phone(read: Read, phone: str) -> tuple[CustomerRow, ...]:
    """Customers with that telephone number, typed in any form."""
    if not phone.strip():
        return ()
    try:
        wanted = read_phone(phone, country_of(read)).e164
    except PhoneRefused:
        return ()
    rows = read.connection.execute(
        _ROW.where(
            Customer.center_id == read.center_id,
            Customer.archived_at.is_(None),
            sa.or_(Customer.phone == wanted, Customer.other_phone == wanted),
        ).order_by(Customer.id)
    )
    return tuple(_customer_row(row) for row in rows)


def list_consents(read: Read, customer_id: uuid.UUID) -> tuple[ConsentRow, ...]:
    """Every consent of a customer, withdrawn ones too, the oldest first."""
    get_customer(read, customer_id)
    rows = read.connection.execute(
        sa.select(
            Consent.id,
            Consent.purpose,
            Consent.source,
            Consent.given_at,
            Consent.withdrawn_at,
            Consent.withdrawn_source,
        )
        .where(Consent.customer_id == customer_id)
        .order_by(Consent.id)
    )
    return tuple(ConsentRow(*row) for row in rows)
