"""Personal data (GDPR art. 15, 17, 20; 152-FZ art. 14, 21; DPDP Act s. 11, 12): sealed apart, shown, erased.

Erasing blanks the customer's own columns, the search row and the seals. A seal that a law makes the
books keep waits until its term is over and is erased then by itself. Hashes and signatures stay valid,
because records hold only a salted commitment.
"""

import hashlib
import json
import secrets
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app.customers.editing import load_living
from app.kernel import search
from app.kernel.errors import QT_TRANSLATE_NOOP, BlockedError, Blocker, say
from app.kernel.merging import whole
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.arrivals import Arrival
from models.bookings import Appointment, Transport
from models.contacts import Call, Notification, NotificationState
from models.customers import Consent, ContactPerson, Customer, PersonSeal
from models.files import FileLink, StoredFile
from models.merges import RecordMerge
from models.order_flow import FINAL
from models.requests import ServiceRequest, ServiceRequestStep
from models.vehicle_profiles import VehiclePaper, VehicleProfile
from models.vehicles import VehiclePerson, VehicleRole
from models.work_orders import WorkOrder
from sync.wire.canonical import canonical

BOOKS = frozenset(
    {
        "work_order",
        "invoice",
        "credit_note",
        "payment",
        "correction",
        "arrival",
        "arrival_signature",
    }
)
"""Papers whose person a law makes the books keep: until the end of the year in which the term ends."""

_PERSONAL = ("name", "phone", "email", "address", "document_number")


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseCustomer:
    """A person asked to be forgotten."""

    customer_id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunErasures:
    """Erase what waited for a law's term."""


# seals
def commitment_of(salt: bytes, payload: str) -> str:
    """SHA-256 over salt and payload, hex: what a sealed record holds instead of the person."""
    return hashlib.sha256(salt + payload.encode("utf-8")).hexdigest()


def seal_person(
    tx: Tx,
    *,
    customer: Customer | None,
    document_kind: str,
    document_id: uuid.UUID,
    extra: dict[str, str | None],
) -> str | None:
    """Keep the people of one final paper in a row of their own; returns the commitment for the record.

    None when the paper names nobody. ``extra`` holds further names on it (who brought, who accepted).
    """
    person: dict[str, Any] = dict(extra)
    if customer is not None:
        person |= {name: getattr(customer, name) for name in _PERSONAL}
        person["tax_ids"] = dict(customer.tax_ids)
    if not any(person.values()):
        return None
    payload, salt = canonical(person).decode("utf-8"), secrets.token_bytes(32)
    made = commitment_of(salt, payload)
    tx.append(
        PersonSeal,
        center_id=tx.actor.center_id,
        customer_id=customer.id if customer else None,
        document_kind=document_kind,
        document_id=document_id,
        commitment=made,
        salt=salt,
        payload=payload,
        keep_until_on=_kept_until(tx) if document_kind in BOOKS else None,
        made_at=tx.now,
        erased_at=None,
    )
    return made


def _kept_until(tx: Tx) -> date:
    """The last day of the term: whole years after the end of this one."""
    return date(tx.today.year + tx.policy.person_term_years, 12, 31)


def read_seal(read: Read, document_kind: str, document_id: uuid.UUID) -> dict[str, Any] | None:
    """The people of a final paper; None when it named nobody or they were erased."""
    payload = read.connection.execute(
        sa.select(PersonSeal.payload).where(
            PersonSeal.document_kind == document_kind,
            PersonSeal.document_id == document_id,
            PersonSeal.center_id == read.center_id,
        )
    ).scalar()
    if payload is None:
        return None
    person: dict[str, Any] = json.loads(payload)
    return person


def seal_is_whole(read: Read, document_kind: str, document_id: uuid.UUID, commitment: str) -> bool:
    """Whether the seal still says what the record was sealed with; an erased one is whole when its mark is."""
    row = read.connection.execute(
        sa.select(PersonSeal.commitment, PersonSeal.salt, PersonSeal.payload).where(
            PersonSeal.document_kind == document_kind,
            PersonSeal.document_id == document_id,
            PersonSeal.center_id == read.center_id,
        )
    ).one_or_none()
    if row is None or row.commitment != commitment:
        return False
    return row.payload is None or commitment_of(row.salt, row.payload) == commitment


# erasing
@action(
    "customers.erase",
    permission=Permission.CUSTOMERS_ERASE,
    label=QT_TRANSLATE_NOOP("customers", "Erase personal data"),
)
def erase_customer(tx: Tx, command: EraseCustomer) -> int:
    """Forget a person: their columns, search row, messages and seals. Returns how many seals wait for a law's term.

    Raises BlockedError while an order of theirs is not finished, FinalError when it was done before.
    """
    customer = load_living(tx, command.customer_id, command.version)
    if blockers := open_order_blockers(tx.read, customer.id):
        raise BlockedError(blockers)
    # who was merged into this person is the same person
    doubles = tx.session.scalars(
        sa.select(Customer).where(Customer.merged_into_id == customer.id).order_by(Customer.id)
    ).all()
    ids = [customer.id, *(double.id for double in doubles)]
    phones = [one.phone for one in (customer, *doubles) if one.phone]
    for one in (customer, *doubles):
        _blank(tx, one)
        tx.execute(search.DROP, {"subject_id": one.id})
    _forget_messages(tx, ids)
    _forget_around(tx, ids)
    _forget_bookings(tx, ids)
    _forget_requests(tx, ids, phones)
    tx.note("files_erased", _erase_files(tx, ids))
    _blank_authorities(tx, ids)
    tx.note("seals_erased", erase_due(tx))
    left: int = tx.connection.execute(
        sa.select(sa.func.count()).where(
            PersonSeal.customer_id.in_(ids), PersonSeal.payload.is_not(None)
        )
    ).scalar_one()
    return left


def _forget_messages(tx: Tx, ids: list[uuid.UUID]) -> None:
    messages = Notification.customer_id.in_(ids)
    waiting = Notification.state.in_((NotificationState.QUEUED, NotificationState.RETRY))
    tx.execute(sa.delete(Notification).where(messages, waiting))
    tx.execute(sa.update(Notification).where(messages).values(params={}, last_error=None))
    tx.execute(
        sa.update(Consent)
        .where(Consent.customer_id.in_(ids), Consent.withdrawn_at.is_(None))
        .values(withdrawn_at=tx.now, withdrawn_source="erased")
    )
    tx.execute(sa.update(Call).where(Call.customer_id.in_(ids)).values(words=None))


def _forget_around(tx: Tx, ids: list[uuid.UUID]) -> None:
    """What stands beside the person's own rows: contacts, merges, the papers of the cars that are theirs today."""
    merges = sa.or_(RecordMerge.survivor_id.in_(ids), RecordMerge.gone_id.in_(ids))
    tx.execute(sa.update(RecordMerge).where(merges).values(changes=[]))
    for contact in tx.session.scalars(
        sa.select(ContactPerson).where(ContactPerson.customer_id.in_(ids))
    ):
        contact.name = ""
        contact.phone = contact.email = contact.note = None
        contact.archived_at = contact.archived_at or tx.now
        tx.flush()
        contact.seal_salt = None
    theirs = sa.select(VehiclePerson.vehicle_id).where(
        VehiclePerson.customer_id.in_(ids),
        VehiclePerson.role == VehicleRole.OWNER.value,
        VehiclePerson.until_at.is_(None),
    )
    for entity, values in (
        (VehiclePaper, {"number": None, "note": None}),
        (VehicleProfile, {"insurance_policy": None}),
    ):
        tx.execute(
            sa.update(entity)
            .where(entity.vehicle_id.in_(theirs))
            .values(**values, version=entity.version + 1)
        )


def _forget_bookings(tx: Tx, ids: list[uuid.UUID]) -> None:
    """What was typed of them in the calendar, and where they were driven to."""
    theirs = Appointment.customer_id.in_(ids)
    tx.execute(
        sa.update(Appointment)
        .where(theirs)
        .values(contact_name=None, contact_phone=None, note=None, words="")
    )
    tx.execute(
        sa.update(Transport)
        .where(Transport.appointment_id.in_(sa.select(Appointment.id).where(theirs)))
        .values(from_address="", to_address="", note=None)
    )


def _forget_requests(tx: Tx, ids: list[uuid.UUID], phones: list[str]) -> None:
    """What they asked for, also what was typed under their number before anybody knew them."""
    theirs = sa.or_(
        ServiceRequest.customer_id.in_(ids),
        sa.and_(
            ServiceRequest.center_id == tx.actor.center_id,
            ServiceRequest.contact_phone.in_(phones),
        ),
    )
    keys = tx.session.scalars(sa.select(ServiceRequest.id).where(theirs)).all()
    tx.execute(
        sa.update(ServiceRequestStep)
        .where(ServiceRequestStep.request_id.in_(keys), ServiceRequestStep.note.is_not(None))
        .values(note=None)
    )
    tx.execute(
        sa.update(ServiceRequest)
        .where(ServiceRequest.id.in_(keys))
        .values(
            contact_name=None,
            contact_phone=None,
            words="",
            wish="",
            quoted_words=None,
            loss_note=None,
            version=ServiceRequest.version + 1,
        )
    )


def _blank(tx: Tx, customer: Customer) -> None:
    customer.name = customer.folded = ""
    customer.phone = customer.other_phone = customer.email = customer.address = None
    customer.document_number = customer.note = customer.natural_key = None
    customer.tax_ids = {}
    customer.archived_at = customer.archived_at or tx.now
    customer.erase_requested_at = customer.erased_at = tx.now
    # the audit commits to the old values with the salt; only then the salt goes, and nobody can guess them
    tx.flush()
    customer.seal_salt = None
    tx.flush()


def _erase_files(tx: Tx, ids: list[uuid.UUID]) -> int:
    """Scans of the person's papers: their words go, and their bytes unless another record shows them too."""
    theirs = (FileLink.subject_kind == "customer", FileLink.subject_id.in_(ids))
    files = set(tx.session.scalars(sa.select(FileLink.file_id).where(*theirs)))
    tx.execute(
        sa.update(FileLink)
        .where(*theirs)
        .values(
            name="", caption=None, marks=[], archived_at=tx.now, archived_by_id=tx.actor.employee_id
        )
    )
    shown = sa.select(FileLink.file_id).where(
        FileLink.file_id.in_(files), FileLink.archived_at.is_(None)
    )
    gone = files - set(tx.session.scalars(shown))
    for file_id in gone:
        # after the commit the kernel removes the bytes of every row that is erased
        tx.touch("stored_file", file_id)
    tx.execute(sa.update(StoredFile).where(StoredFile.id.in_(gone)).values(erased_at=tx.now))
    return len(gone)


def _blank_authorities(tx: Tx, ids: list[uuid.UUID]) -> None:
    """Numbers of powers of attorney; what a signed act says of them stands in its seal."""
    involved = sa.or_(Arrival.customer_id.in_(ids), Arrival.bringer_id.in_(ids))
    tx.execute(sa.update(Arrival).where(involved).values(authority_note=None))


def open_order_blockers(read: Read, customer_id: uuid.UUID) -> list[Blocker]:
    """Orders of the person that are not finished: they need the person still."""
    numbers = read.connection.execute(
        sa.select(WorkOrder.number)
        .where(
            sa.or_(
                whole(WorkOrder.customer_id, Customer, customer_id),
                whole(WorkOrder.bringer_id, Customer, customer_id),
            ),
            WorkOrder.state.not_in(FINAL),
        )
        .order_by(WorkOrder.id)
    ).scalars()
    return [
        Blocker(
            "open_order",
            say(QT_TRANSLATE_NOOP("customers", "Order {number} is not finished."), number=number),
            number,
        )
        for number in numbers
    ]


def erase_due(tx: Tx) -> int:
    """Erase every seal whose person asked for it and whose term is over; returns how many."""
    asked = sa.select(Customer.id).where(
        Customer.center_id == tx.actor.center_id, Customer.erase_requested_at.is_not(None)
    )
    statement = (
        sa.update(PersonSeal)
        .where(
            PersonSeal.customer_id.in_(asked),
            PersonSeal.payload.is_not(None),
            sa.or_(PersonSeal.keep_until_on.is_(None), PersonSeal.keep_until_on < tx.today),
        )
        .values(payload=None, salt=None, erased_at=tx.now)
    )
    return tx.execute(statement)


@action(
    "customers.run_erasures",
    permission=Permission.CUSTOMERS_ERASE,
    label=QT_TRANSLATE_NOOP("customers", "Erase what is due"),
)
def run_erasures(tx: Tx, _command: RunErasures) -> int:
    """The day's erasures; returns how many seals were erased."""
    erased = erase_due(tx)
    if erased:
        tx.note("seals_erased", erased)
    return erased
