"""Words about people: who they are, what they agreed to, their price group, the numbers a company has."""

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.customers import CustomerKind
from models.identifiers import TaxIdKind
from models.vehicles import VehicleRole
from ui.shell.words import said

_KINDS: dict[str, Source] = {
    CustomerKind.PERSON.value: QT_TRANSLATE_NOOP("People", "Person"),
    CustomerKind.COMPANY.value: QT_TRANSLATE_NOOP("People", "Company"),
    CustomerKind.FLEET.value: QT_TRANSLATE_NOOP("People", "Fleet"),
}
_ROLES: dict[str, Source] = {
    VehicleRole.OWNER.value: QT_TRANSLATE_NOOP("People", "Owner"),
    VehicleRole.DRIVER.value: QT_TRANSLATE_NOOP("People", "Driver"),
    VehicleRole.PAYER.value: QT_TRANSLATE_NOOP("People", "Payer"),
}
_GROUPS: dict[str, Source] = {
    "retail": QT_TRANSLATE_NOOP("People", "Retail"),
    "regular": QT_TRANSLATE_NOOP("People", "Regular"),
    "fleet": QT_TRANSLATE_NOOP("People", "Fleet"),
    "staff": QT_TRANSLATE_NOOP("People", "Staff"),
    "wholesale": QT_TRANSLATE_NOOP("People", "Wholesale"),
}
PURPOSES: dict[str, Source] = {
    "messages": QT_TRANSLATE_NOOP("People", "Messages about the car"),
    "marketing": QT_TRANSLATE_NOOP("People", "Offers and news"),
    "photos": QT_TRANSLATE_NOOP("People", "Photos of the car"),
    "personal_data": QT_TRANSLATE_NOOP("People", "Keeping personal data"),
}
"""What a person is asked to agree to."""

SOURCES: dict[str, Source] = {
    "signature": QT_TRANSLATE_NOOP("People", "signed on paper"),
    "phone": QT_TRANSLATE_NOOP("People", "said by phone"),
    "in_person": QT_TRANSLATE_NOOP("People", "said at the desk"),
    "message": QT_TRANSLATE_NOOP("People", "written in a message"),
    "import": QT_TRANSLATE_NOOP("People", "taken over from a file"),
}
"""How a person may have agreed."""

_TAX_IDS: dict[str, tuple[TaxIdKind, ...]] = {
    "RU": (TaxIdKind.INN, TaxIdKind.KPP, TaxIdKind.OGRN),
    "IN": (TaxIdKind.GSTIN, TaxIdKind.PAN),
    "US": (),
}

_TAX_ID_WORDS: dict[str, Source] = {
    TaxIdKind.INN.value: QT_TRANSLATE_NOOP("People", "INN"),
    TaxIdKind.KPP.value: QT_TRANSLATE_NOOP("People", "KPP"),
    TaxIdKind.OGRN.value: QT_TRANSLATE_NOOP("People", "OGRN"),
    TaxIdKind.EU_VAT.value: QT_TRANSLATE_NOOP("People", "VAT number"),
}


def kind_words(kind: str) -> str:
    """A person, a company or a fleet."""
    found = _KINDS.get(kind)
    return said(found) if found is not None else kind


def role_words(role: str) -> str:
    """What a customer is to a car."""
    found = _ROLES.get(role)
    return said(found) if found is not None else role


def price_group_word(group: str) -> str:
    """The name of a price group; one of the center's own stays as it was named."""
    found = _GROUPS.get(group)
    return said(found) if found is not None else group


def purpose_words(purpose: str) -> str:
    """What was agreed to; an unusual purpose as it was written."""
    found = PURPOSES.get(purpose)
    return said(found) if found is not None else purpose


def source_words(source: str) -> str:
    """How it was agreed to."""
    found = SOURCES.get(source)
    return said(found) if found is not None else source


def tax_id_kinds(country: str) -> tuple[str, ...]:
    """The numbers by which companies are known in a country."""
    return tuple(kind.value for kind in _TAX_IDS.get(country, (TaxIdKind.EU_VAT,)))


def tax_id_word(kind: str) -> str:
    """What a company's number is called; one that nobody knows by its own letters."""
    found = _TAX_ID_WORDS.get(kind)
    return said(found) if found is not None else kind.upper().replace("_", " ")
