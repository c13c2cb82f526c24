"""Customers: people, companies and fleets; and the seals that keep personal data apart from final records."""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    Blob,
    DateOn,
    Folded,
    Json,
    Key,
    PercentOf,
    PersonalText,
    Retention,
    Versioned,
    ref,
    table_args,
)


class CustomerKind(StrEnum):
    """Who pays."""

    PERSON = "person"
    COMPANY = "company"
    FLEET = "fleet"


class Customer(Versioned, Base):
    """Somebody who pays. Personal columns are the only place where the person's data stands in clear."""

    __tablename__ = "customer"
    __table_args__ = table_args(
        sa.Index("ix_customer_phone", "phone"),
        sa.Index("ix_customer_merged_into_id", "merged_into_id"),
        sa.Index("ix_customer_center_id_folded", "center_id", "folded"),
        sa.Index(
            "ix_customer_center_id_erased_at_archived_at_folded_id",
            "center_id",
            "erased_at",
            "archived_at",
            "folded",
            "id",
        ),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str] = mapped_column(default=CustomerKind.PERSON.value)
    name: Mapped[PersonalText]
    folded: Mapped[str] = mapped_column(Folded(), info={"personal": True})
    phone: Mapped[PersonalText | None]
    other_phone: Mapped[PersonalText | None]
    email: Mapped[PersonalText | None]
    address: Mapped[PersonalText | None]
    document_number: Mapped[PersonalText | None]
    tax_ids: Mapped[dict[str, Any]] = mapped_column(Json(), default=dict, info={"personal": True})
    place: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    price_group: Mapped[str] = mapped_column(default="retail")
    discount_percent: Mapped[PercentOf] = mapped_column(default=0)
    payment_term_days: Mapped[int | None]
    note: Mapped[PersonalText | None]
    no_show_count: Mapped[int] = mapped_column(default=0)
    natural_key: Mapped[str | None] = mapped_column(info={"personal": True})
    seal_salt: Mapped[bytes | None] = mapped_column(Blob(), info={"secret": True})
    made_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
    erase_requested_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    merged_into_id: Mapped[uuid.UUID | None]


class ContactPerson(Versioned, Base):
    """Whom one calls at a company or a fleet; their data goes with the customer's."""

    __tablename__ = "contact_person"
    __table_args__ = table_args(
        sa.Index("ix_contact_person_customer_id", "customer_id"), retention=Retention.PERSON
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    customer_id: Mapped[uuid.UUID] = ref("customer")
    name: Mapped[PersonalText]
    position: Mapped[str | None]
    phone: Mapped[PersonalText | None]
    email: Mapped[PersonalText | None]
    note: Mapped[PersonalText | None]
    seal_salt: Mapped[bytes | None] = mapped_column(Blob(), info={"secret": True})
    made_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class Consent(Base):
    """A person's yes to one purpose; withdrawing ends it, the row stays as proof."""

    __tablename__ = "consent"
    __table_args__ = table_args(
        sa.Index("ix_consent_customer_id", "customer_id"), retention=Retention.PERSON
    )

    id: Mapped[Key]
    customer_id: Mapped[uuid.UUID] = ref("customer")
    purpose: Mapped[str]
    source: Mapped[str]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_source: Mapped[str | None]


class PersonSeal(Base):
    """The personal data printed on one final document, apart from the document's sealed record.

    The record holds ``commitment`` = SHA-256(salt + canonical payload). Erasing blanks payload and salt:
    the record's hash and signature stay valid, and nobody can guess the person from the commitment.
    """

    __tablename__ = "person_seal"
    __table_args__ = table_args(
        sa.Index("ix_person_seal_customer_id", "customer_id"),
        sa.UniqueConstraint("document_kind", "document_id"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    document_kind: Mapped[str]
    document_id: Mapped[uuid.UUID]
    commitment: Mapped[str]
    salt: Mapped[bytes | None] = mapped_column(Blob())
    payload: Mapped[str | None]
    keep_until_on: Mapped[date | None] = mapped_column(DateOn())
    made_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
