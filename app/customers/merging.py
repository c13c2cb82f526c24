"""Two customers made one: what moves, what is chosen, and how it is taken apart again.

Rules: 1. Open orders, drafts, parts in cars, consents, messages and calls move; what is final keeps the customer it
was made with and is read together with the survivor's. 2. Each value is the survivor's unless ``take`` names it;
empty ones are filled. 3. Undoing restores every value, until something contradicts, which is said in words.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from app.customers.editing import load_living, make_findable
from app.customers.rows import CustomerRow, get_customer
from app.kernel import merging, search
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    Sentence,
    Source,
    invalid,
    say,
)
from app.kernel.merging import Counted, Merger
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.customers import Consent, Customer
from models.text import fold
from models.vehicles import VehiclePerson

KIND: Final = "customer"
FIELDS: Final[Mapping[str, Source]] = {
    "name": QT_TRANSLATE_NOOP("customers", "Name"),
    "kind": QT_TRANSLATE_NOOP("customers", "Kind"),
    "phone": QT_TRANSLATE_NOOP("customers", "Phone"),
    "other_phone": QT_TRANSLATE_NOOP("customers", "Other phone"),
    "email": QT_TRANSLATE_NOOP("customers", "E-mail"),
    "address": QT_TRANSLATE_NOOP("customers", "Address"),
    "document_number": QT_TRANSLATE_NOOP("customers", "Identity document"),
    "place": QT_TRANSLATE_NOOP("customers", "State, region"),
    "country": QT_TRANSLATE_NOOP("customers", "Country"),
    "language": QT_TRANSLATE_NOOP("customers", "Language of papers"),
    "price_group": QT_TRANSLATE_NOOP("customers", "Price group"),
    "discount_percent": QT_TRANSLATE_NOOP("customers", "Discount"),
    "payment_term_days": QT_TRANSLATE_NOOP("customers", "Term of payment"),
}
"""Values a person chooses between, in the order in which a form shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCustomers:
    """Let ``survivor_id`` stand for both; ``take`` names the fields whose value comes from the one that goes."""

    survivor_id: uuid.UUID
    gone_id: uuid.UUID
    survivor_version: int | None = None
    gone_version: int | None = None
    take: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoMerge:
    """Take a merge apart again."""

    merge_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One value of both; ``filled``: the survivor has none and gets the other's."""

    name: str
    label: Source
    kept: Any
    other: Any

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.kept and self.other and self.kept != self.other)

    @property
    def filled(self) -> bool:
        """Whether the survivor gets the other's value because it has none."""
        return not self.kept and bool(self.other)


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do: values, rows that move, rows that stay, and what forbids it."""

    survivor: CustomerRow
    gone: CustomerRow
    fields: tuple[FieldPair, ...]
    moves: tuple[Counted, ...]
    stays: tuple[Counted, ...]
    blockers: tuple[Sentence, ...]


def preview_merge(read: Read, survivor_id: uuid.UUID, gone_id: uuid.UUID) -> MergePreview:
    """What merging the two would do; nothing is written. NotFoundError."""
    survivor, gone = get_customer(read, survivor_id), get_customer(read, gone_id)
    moves, stays = merging.counts(read, KIND, gone_id)
    return MergePreview(
        survivor=survivor,
        gone=gone,
        fields=tuple(
            FieldPair(name, label, getattr(survivor, name), getattr(gone, name))
            for name, label in FIELDS.items()
        ),
        moves=moves,
        stays=stays,
        blockers=tuple(merge_blockers(survivor, gone)),
    )


def merge_blockers(
    survivor: CustomerRow | Customer, gone: CustomerRow | Customer
) -> list[Sentence]:
    """Everything that forbids the merge, in words."""
    if survivor.id == gone.id:
        return [say(QT_TRANSLATE_NOOP("customers", "Choose two different customers."))]
    return [
        say(QT_TRANSLATE_NOOP("customers", "{name} was archived or erased."), name=row.name or "—")
        for row in (survivor, gone)
        if row.archived_at is not None or row.erased_at is not None
    ]


@action(
    "customers.merge",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Merge customers"),
)
def merge_customers(tx: Tx, command: MergeCustomers) -> uuid.UUID:
    """Make two customers one; returns the id of the merge, which ``undo_customer_merge`` takes apart."""
    if strange := set(command.take) - FIELDS.keys():
        raise invalid(
            "take",
            QT_TRANSLATE_NOOP("customers", "There is no field “{name}”."),
            name=", ".join(sorted(strange)),
        )
    gone = load_living(tx, command.gone_id, command.gone_version)
    survivor = load_living(tx, command.survivor_id, command.survivor_version)
    if blockers := merge_blockers(survivor, gone):
        raise BlockedError([Blocker("merge", sentence) for sentence in blockers])
    merger = Merger(tx, KIND, survivor.id, gone.id)
    merger.put(gone, "merged_into_id", survivor.id)
    merger.put(gone, "archived_at", tx.now)
    _earlier(merger)
    _values(merger, survivor, gone, command.take)
    tx.flush()
    merger.move(but=_doubles(merger))
    tx.execute(search.DROP, {"subject_id": gone.id})
    make_findable(tx, survivor)
    tx.about(KIND, survivor.id)
    return merger.keep()


def _earlier(merger: Merger) -> None:
    """Those merged into the one that goes are from now on merged into the survivor."""
    tx = merger.tx
    for before in tx.session.scalars(
        sa.select(Customer).where(Customer.merged_into_id == merger.gone_id)
    ):
        merger.put(before, "merged_into_id", merger.survivor_id)


def _values(merger: Merger, survivor: Customer, gone: Customer, take: tuple[str, ...]) -> None:
    for name in FIELDS:
        mine, other = getattr(survivor, name), getattr(gone, name)
        if other and (name in take or not mine):
            merger.put(survivor, name, other)
    merger.put(survivor, "folded", fold(survivor.name))
    spare = next(
        (
            phone
            for phone in (gone.phone, gone.other_phone, *_before(merger, survivor))
            if phone and phone not in {survivor.phone, survivor.other_phone}
        ),
        None,
    )
    if survivor.other_phone is None and spare is not None:
        merger.put(survivor, "other_phone", spare)
    merger.put(survivor, "tax_ids", {**gone.tax_ids, **survivor.tax_ids})
    if gone.note and gone.note not in (survivor.note or ""):
        merger.put(survivor, "note", f"{survivor.note or ''}\n{gone.note}".strip())
    merger.put(survivor, "no_show_count", survivor.no_show_count + gone.no_show_count)
    if survivor.natural_key is None and gone.natural_key is not None:
        merger.put(survivor, "natural_key", gone.natural_key)


def _before(merger: Merger, survivor: Customer) -> list[str]:
    """The survivor's own telephones that were just replaced."""
    return [
        before
        for _table, key, column, before, _after in merger.changes
        if key == str(survivor.id) and column in {"phone", "other_phone"} and before
    ]


def _doubles(merger: Merger) -> dict[str, set[uuid.UUID]]:
    """Rows of the one that goes which say what a row of the survivor says already: they end and stay behind."""
    tx = merger.tx
    parts = sa.select(VehiclePerson.__table__).where(VehiclePerson.until_at.is_(None))
    held = {
        (row.vehicle_id, row.role)
        for row in tx.connection.execute(
            parts.where(VehiclePerson.customer_id == merger.survivor_id)
        )
    }
    stay: dict[str, set[uuid.UUID]] = {"vehicle_person": set(), "consent": set()}
    for row in tx.connection.execute(parts.where(VehiclePerson.customer_id == merger.gone_id)):
        if (row.vehicle_id, row.role) in held:
            merger.put_row(
                VehiclePerson.metadata.tables["vehicle_person"], row.id, "until_at", tx.now
            )
            stay["vehicle_person"].add(row.id)
    consents = sa.select(Consent.__table__).where(Consent.withdrawn_at.is_(None))
    given = {
        row.purpose
        for row in tx.connection.execute(consents.where(Consent.customer_id == merger.survivor_id))
    }
    for row in tx.connection.execute(consents.where(Consent.customer_id == merger.gone_id)):
        if row.purpose in given:
            stay["consent"].add(row.id)
    return stay


@action(
    "customers.undo_merge",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Undo merge"),
)
def undo_customer_merge(tx: Tx, command: UndoMerge) -> None:
    """Take two customers apart as they were; BlockedError names everything that speaks against it."""
    merge = merging.load_merge(tx, command.merge_id, KIND)
    survivor = load_living(tx, merge.survivor_id)
    gone = load_living(tx, merge.gone_id)
    merging.undo(tx, merge, {KIND: Customer})
    tx.flush()
    make_findable(tx, survivor)
    if gone.archived_at is None:
        make_findable(tx, gone)
    tx.about(KIND, survivor.id)
