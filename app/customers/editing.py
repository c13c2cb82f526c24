"""Verbs of customers: made, changed, archived, and what they agreed to."""

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal

from app.customers.rows import KIND, CustomerRow
from app.kernel import search
from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.base import milli, new_id
from models.customers import Consent, Customer, CustomerKind
from models.identifiers import PhoneNumber, gstin_place
from models.text import fold, phone_key

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerData:
    """What a customer's form holds; a name is all that must be there."""

    name: str
    kind: str = CustomerKind.PERSON.value
    phone: str | None = None
    other_phone: str | None = None
    email: str | None = None
    address: str | None = None
    document_number: str | None = None
    tax_ids: Mapping[str, str | None] = field(default_factory=dict)
    place: str | None = None
    country: str | None = None
    language: str | None = None
    price_group: str = "retail"
    discount_percent: Decimal = Decimal(0)
    payment_term_days: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCustomer(CustomerData):
    """A new customer; ``natural_key`` names the record in a file it came from."""

    natural_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCustomer(CustomerData):
    """A customer's whole form, changed; start from ``edit_of``."""

    customer_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerOf:
    """Names a customer."""

    customer_id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent:
    """A person's yes to one purpose ("messages", "photos" …), and how it was given ("signature", "phone" …)."""

    customer_id: uuid.UUID
    purpose: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawConsent:
    """A person's yes taken back, and how ("phone", "letter" …)."""

    consent_id: uuid.UUID
    source: str | None = None


def edit_of(row: CustomerRow) -> UpdateCustomer:
    """The command that would save the row as it is: change it with ``dataclasses.replace``."""
    same = {f.name: getattr(row, f.name) for f in fields(CustomerData)}
    return UpdateCustomer(customer_id=row.id, version=row.version, **same)


def _apply(tx: Tx, customer: Customer, data: CustomerData) -> None:
    """Put the checked form on the entity; InvalidError with everything that is wrong."""
    typed = Typed()
    country = data.country or tx.center.country
    name = typed.needed("name", data.name)
    phone = typed.phone("phone", data.phone, country)
    other = typed.phone("other_phone", data.other_phone, country)
    email = typed.email("email", data.email)
    tax_ids = typed.tax_ids(data.tax_ids)
    texts = {at: typed.text(at, getattr(data, at)) for at in ("address", "document_number", "note")}
    if data.kind not in {kind.value for kind in CustomerKind}:
        typed.wrong("kind", QT_TRANSLATE_NOOP("customers", "A person, a company or a fleet?"))
    _check_terms(typed, data)
    typed.finish()
    customer.name = name
    customer.folded = fold(name)
    customer.kind = data.kind
    customer.phone = phone.e164 if phone else None
    customer.other_phone = other.e164 if other else None
    customer.email = email
    customer.address = texts["address"]
    customer.document_number = texts["document_number"]
    customer.note = _with_extensions(texts["note"], phone, other)
    customer.tax_ids = tax_ids
    customer.place = data.place or (gstin_place(tax_ids["gstin"]) if "gstin" in tax_ids else None)
    customer.country = data.country
    customer.language = data.language
    customer.price_group = data.price_group
    customer.discount_percent = data.discount_percent
    customer.payment_term_days = data.payment_term_days
    make_findable(tx, customer)


def _check_terms(typed: Typed, data: CustomerData) -> None:
    try:
        milli(data.discount_percent)
        fits = 0 <= data.discount_percent <= _HUNDRED
    except (ValueError, ArithmeticError):
        fits = False
    if not fits:
        typed.wrong(
            "discount_percent", QT_TRANSLATE_NOOP("customers", "A discount is 0 to 100 per cent.")
        )
    if data.payment_term_days is not None and not 0 <= data.payment_term_days <= 3650:  # noqa: PLR2004  ten years
        typed.wrong(
            "payment_term_days", QT_TRANSLATE_NOOP("customers", "The term of payment is in days.")
        )


def _with_extensions(note: str | None, *phones: PhoneNumber | None) -> str | None:
    """The note with the extensions that E.164 cannot keep ("+7… ext. 12"), each once."""
    kept = note or ""
    for phone in phones:
        line = f"{phone.e164} ext. {phone.extension}" if phone and phone.extension else ""
        if line not in kept:
            kept = f"{kept}\n{line}".strip()
    return kept or None


def make_findable(tx: Tx, customer: Customer) -> None:
    """Let the customer be found by name, telephones, numbers and e-mail."""
    phones = (customer.phone, customer.other_phone)
    tx.findable(
        KIND,
        customer.id,
        customer.name,
        *(phone_key(phone) for phone in phones if phone),
        *customer.tax_ids.values(),
        customer.email,
    )


def load_living(tx: Tx, customer_id: uuid.UUID, version: int | None = None) -> Customer:
    """The customer, locked; FinalError when their data was erased."""
    customer = tx.load(Customer, customer_id, version=version, lock=True)
    if customer.erased_at is not None:
        raise FinalError("customer")
    tx.about(KIND, customer.id)
    return customer


@action(
    "customers.create",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "New customer"),
)
def create_customer(tx: Tx, command: CreateCustomer) -> uuid.UUID:
    """Make a customer, with no more than a name; returns the id. Ask ``customer_warnings`` before."""
    customer = Customer(
        id=new_id(),
        center_id=tx.actor.center_id,
        natural_key=command.natural_key,
        no_show_count=0,
        # made first: the audit's commitments to personal values stand on it
        seal_salt=secrets.token_bytes(32),
        made_at=tx.now,
        archived_at=None,
        erase_requested_at=None,
        erased_at=None,
    )
    _apply(tx, customer, command)
    tx.add(customer)
    tx.about(KIND, customer.id)
    tx.flush()
    return customer.id


@action(
    "customers.update",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Save customer"),
)
def update_customer(tx: Tx, command: UpdateCustomer) -> None:
    """Change a customer; papers that are sealed keep what they said."""
    customer = load_living(tx, command.customer_id, command.version)
    _apply(tx, customer, command)


@action(
    "customers.archive",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Archive customer"),
)
def archive_customer(tx: Tx, command: CustomerOf) -> None:
    """Take a customer out of lists and search; nothing is lost."""
    customer = load_living(tx, command.customer_id, command.version)
    customer.archived_at = tx.now
    tx.execute(search.DROP, {"subject_id": customer.id})


@action(
    "customers.restore",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Take back"),
)
def restore_customer(tx: Tx, command: CustomerOf) -> None:
    """Bring an archived customer back."""
    customer = load_living(tx, command.customer_id, command.version)
    customer.archived_at = None
    make_findable(tx, customer)


@action(
    "customers.give_consent",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Note consent"),
)
def give_consent(tx: Tx, command: GiveConsent) -> uuid.UUID:
    """Note a person's consent; a second one for the same purpose returns the one that holds."""
    customer = load_living(tx, command.customer_id)
    typed = Typed()
    purpose = typed.needed("purpose", command.purpose, limit=100)
    source = typed.needed("source", command.source, limit=300)
    typed.finish()
    for held in tx.session.query(Consent).filter(
        Consent.customer_id == customer.id,
        Consent.purpose == purpose,
        Consent.withdrawn_at.is_(None),
    ):
        return held.id
    made = tx.add(
        Consent(
            id=new_id(),
            customer_id=customer.id,
            purpose=purpose,
            source=source,
            given_at=tx.now,
            withdrawn_at=None,
            withdrawn_source=None,
        )
    )
    return made.id


@action(
    "customers.withdraw_consent",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("customers", "Withdraw consent"),
)
def withdraw_consent(tx: Tx, command: WithdrawConsent) -> None:
    """End a consent; the row stays as proof that it was there."""
    consent = tx.load(Consent, command.consent_id, lock=True)
    load_living(tx, consent.customer_id)
    typed = Typed()
    source = typed.text("source", command.source, limit=300)
    typed.finish()
    if consent.withdrawn_at is None:
        consent.withdrawn_at, consent.withdrawn_source = tx.now, source
