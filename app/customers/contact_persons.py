"""Whom one calls at a company or a fleet: kept beside the customer, archived when they leave, erased with it."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.customers.editing import CreateCustomer, create_customer, load_living
from app.customers.names import name_words, same_name
from app.customers.rows import country_of, same_phone
from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError
from app.kernel.merging import standing, whole
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.base import new_id
from models.customers import ContactPerson, Customer


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactData:
    """What the form of a contact person holds; a name is all that must be there."""

    name: str
    position: str | None = None
    phone: str | None = None
    email: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddContact(ContactData):
    """Somebody new at a customer."""

    customer_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EditContact(ContactData):
    """A contact person's whole form, changed."""

    contact_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactOf:
    """Names a contact person."""

    contact_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact person as lists show them."""

    id: uuid.UUID
    version: int
    customer_id: uuid.UUID
    name: str
    position: str | None
    phone: str | None
    email: str | None
    note: str | None
    archived_at: datetime | None


_COLUMNS = tuple(ContactPerson.__table__.c[name] for name in ContactRow.__dataclass_fields__)


def list_contacts(
    read: Read, customer_id: uuid.UUID, *, archived: bool = False
) -> tuple[ContactRow, ...]:
    """The contact persons of a customer in the order they came; with ``archived`` those who left, too."""
    query = sa.select(*_COLUMNS).where(
        ContactPerson.center_id == read.center_id,
        whole(ContactPerson.customer_id, Customer, customer_id),
        # a person whose data was erased is nobody any more
        ContactPerson.name != "",
    )
    if not archived:
        query = query.where(ContactPerson.archived_at.is_(None))
    query = query.order_by(ContactPerson.archived_at.is_not(None), ContactPerson.id)
    return tuple(ContactRow(*row) for row in read.connection.execute(query))


def _apply(tx: Tx, contact: ContactPerson, data: ContactData) -> None:
    typed = Typed()
    contact.name = typed.needed("name", data.name)
    contact.position = typed.text("position", data.position, limit=200)
    phone = typed.phone("phone", data.phone, country_of(tx.read))
    contact.phone = phone.e164 if phone is not None else None
    contact.email = typed.email("email", data.email)
    contact.note = typed.text("note", data.note, limit=1000)
    typed.finish()


def _load(tx: Tx, contact_id: uuid.UUID, version: int | None = None) -> ContactPerson:
    """The contact person, locked; FinalError when the customer's data was erased."""
    contact = tx.load(ContactPerson, contact_id, version=version, lock=True)
    load_living(tx, contact.customer_id)
    if not contact.name:
        raise FinalError("contact_person")
    return contact


@action(
    "customers.add_contact",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Add a contact person"),
)
def add_contact(tx: Tx, command: AddContact) -> uuid.UUID:
    """Note somebody whom one calls at the customer; returns the id."""
    customer = load_living(tx, command.customer_id)
    contact = ContactPerson(
        id=new_id(),
        center_id=tx.actor.center_id,
        customer_id=customer.id,
        # made first: the audit's commitments to personal values stand on it
        seal_salt=secrets.token_bytes(32),
        made_at=tx.now,
        archived_at=None,
    )
    _apply(tx, contact, command)
    return tx.add(contact).id


@action(
    "customers.edit_contact",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Save contact person"),
)
def edit_contact(tx: Tx, command: EditContact) -> None:
    """Change a contact person."""
    _apply(tx, _load(tx, command.contact_id, command.version), command)


@action(
    "customers.archive_contact",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Archive contact person"),
)
def archive_contact(tx: Tx, command: ContactOf) -> None:
    """They left: out of lists and pickers; nothing is lost."""
    contact = _load(tx, command.contact_id)
    contact.archived_at = contact.archived_at or tx.now


@action(
    "customers.restore_contact",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Contact person is back"),
)
def restore_contact(tx: Tx, command: ContactOf) -> None:
    """Bring an archived contact person back."""
    _load(tx, command.contact_id).archived_at = None


@action(
    "customers.admit_contact",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Contact person brings the car"),
)
def admit_contact(tx: Tx, command: ContactOf) -> uuid.UUID:
    """The customer record of a contact person, who can then bring a car and sign; returns its id.

    Made the first time. Somebody known with the same telephone and a name like theirs is that record; the telephone
    alone is not enough, because a company's people share one.
    """
    contact = _load(tx, command.contact_id)
    key = f"contact_person:{contact.id}"
    before: uuid.UUID | None = tx.connection.execute(
        sa.select(standing(Customer)).where(
            Customer.center_id == tx.actor.center_id,
            Customer.natural_key == key,
            Customer.erased_at.is_(None),
        )
    ).scalar()
    if before is not None:
        return before
    words = name_words(contact.name)
    for known in same_phone(tx.read, contact.phone or ""):
        if known.id != contact.customer_id and same_name(words, name_words(known.name)):
            return known.id
    made = create_customer(
        tx,
        CreateCustomer(
            name=contact.name, phone=contact.phone, email=contact.email, natural_key=key
        ),
    )
    tx.flush()
    return made
