"""Service centers, their signing keys, and the rules a center sets for itself."""

import uuid
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from models.base import Base, Blob, Key, Retention, Versioned, ref, table_args


class NegativeStock(StrEnum):
    """What completion does when a part is not on the shelf."""

    REFUSE = "refuse"
    WITH_PERMISSION = "with_permission"
    ALLOW = "allow"


_LISTS = ("required_to_complete", "key_tags", "retired_key_tags")


@dataclass(frozen=True, slots=True)
class Policy:
    """How a center works: the steps of its workflow, its limits, its number templates."""

    uses_approval: bool = True
    uses_assignment: bool = False
    uses_quality_check: bool = False
    negative_stock: str = NegativeStock.REFUSE.value
    required_to_complete: tuple[str, ...] = (
        "customer",
        "vehicle",
        "plate_or_vin",
        "odometer",
        "phone",
    )
    warranty_months: int = 6
    warranty_km: int = 10_000
    margin_goal_percent: int = 33
    margin_floor_percent: int = 0
    payment_term_days: int = 5
    odometer_jump_limit: int = 100_000
    lock_minutes: int = 10
    person_term_years: int = 5
    work_order_number: str = "{center}-{yyyy}-{mm}-{seq:04}"
    invoice_number: str = "{center}/{yy}/{seq:06}"
    credit_note_number: str = "{center}C/{yy}/{seq:05}"
    payment_number: str = "{center}-P-{yyyy}-{seq:06}"
    correction_number: str = "{order}-C{seq}"
    fiscal_year_starts_month: int = 1
    terms: dict[str, str] = field(default_factory=dict)
    found_defects_choice: str = "ask"
    key_tags: tuple[str, ...] = ()
    retired_key_tags: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The policy of the stored mapping; keys of a newer version are left alone."""
        known = {f.name for f in fields(cls)}
        kept = {k: v for k, v in data.items() if k in known}
        kept |= {name: tuple(kept[name]) for name in _LISTS if name in kept}
        return cls(**kept)

    def to_json(self) -> dict[str, Any]:
        """A JSON mapping of every rule."""
        data = asdict(self)
        return data | {name: list(data[name]) for name in _LISTS}


class Center(Versioned, Base):
    """The tenant: it owns everything but the customers' passports."""

    __tablename__ = "center"
    __table_args__ = table_args(sa.UniqueConstraint("code"), retention=Retention.BOOKS)

    id: Mapped[Key]
    code: Mapped[str]
    name: Mapped[str]
    legal_name: Mapped[str]
    address: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    country: Mapped[str]
    place: Mapped[str]
    currency: Mapped[str]
    time_zone: Mapped[str]
    locale: Mapped[str]
    language: Mapped[str]
    profile: Mapped[str]
    tax_ids: Mapped[dict[str, Any]]
    bank: Mapped[dict[str, Any]]
    regime: Mapped[dict[str, Any]]
    policy: Mapped[dict[str, Any]]
    logo: Mapped[bytes | None] = sa.orm.mapped_column(Blob())
    archived_at: Mapped[datetime | None]


class SigningKey(Base):
    """The public half of a workstation's Ed25519 key; the private half never leaves its secret store."""

    __tablename__ = "signing_key"
    __table_args__ = table_args(sa.UniqueConstraint("public_key"), retention=Retention.BOOKS)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    workstation: Mapped[str]
    public_key: Mapped[bytes] = sa.orm.mapped_column(Blob())
    proof: Mapped[bytes] = sa.orm.mapped_column(Blob())
    made_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
