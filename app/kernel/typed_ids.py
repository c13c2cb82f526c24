"""Telephone, tax and company numbers that people typed, and in words what is wrong with one.

Apart from the forms: the numbers of all countries are learnt when one is typed, not when the desk starts.
"""

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.identifiers import (
    PhoneNumber,
    PhoneReason,
    PhoneRefused,
    TaxIdKind,
    TaxIdReason,
    TaxIdRefused,
    read_phone,
    read_tax_id,
)

_PHONE_WORDS: dict[PhoneReason, Source] = {
    PhoneReason.EMPTY: QT_TRANSLATE_NOOP("kernel", "The telephone number is empty."),
    PhoneReason.LETTERS: QT_TRANSLATE_NOOP("kernel", "A telephone number has no letters."),
    PhoneReason.COUNTRY: QT_TRANSLATE_NOOP("kernel", "No country has this telephone code."),
    PhoneReason.TOO_SHORT: QT_TRANSLATE_NOOP("kernel", "The telephone number is too short."),
    PhoneReason.TOO_LONG: QT_TRANSLATE_NOOP("kernel", "The telephone number is too long."),
    PhoneReason.WRONG_LENGTH: QT_TRANSLATE_NOOP(
        "kernel", "The telephone number has a wrong number of digits."
    ),
    PhoneReason.NOT_A_NUMBER: QT_TRANSLATE_NOOP("kernel", "This is not a telephone number."),
}
_TAX_ID_WORDS: dict[TaxIdReason, Source] = {
    TaxIdReason.LENGTH: QT_TRANSLATE_NOOP("kernel", "{kind}: the number of digits is wrong."),
    TaxIdReason.FORMAT: QT_TRANSLATE_NOOP("kernel", "{kind}: it is not written like this."),
    TaxIdReason.CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "kernel", "{kind}: the check digit does not fit; a digit is mistyped."
    ),
    TaxIdReason.COMPONENT: QT_TRANSLATE_NOOP("kernel", "{kind}: a part of it does not exist."),
}
_KINDS = frozenset(kind.value for kind in TaxIdKind)


def typed_phone(text: str, region: str) -> tuple[PhoneNumber | None, Source | None]:
    """The number as people type it in ``region``, or what is wrong with it."""
    try:
        return read_phone(text, region), None
    except PhoneRefused as refused:
        return None, _PHONE_WORDS[refused.reason]


def typed_tax_id(kind: str, text: str) -> tuple[str, Source | None]:
    """The number in its canonical form, or what is wrong with it; a kind that is not known is kept as it is."""
    if kind not in _KINDS:
        return text, None
    try:
        return read_tax_id(TaxIdKind(kind), text), None
    except TaxIdRefused as refused:
        return text, _TAX_ID_WORDS[refused.reason]
