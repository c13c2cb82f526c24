"""Tax and company numbers: form and check digits, offline. Whether one exists is not known here."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

_KPP: Final = re.compile(r"\d{4}[\dA-Z]{2}\d{3}")  # Federal Tax Service order of 29.06.2012


class TaxIdKind(StrEnum):
    """Which number; the values are the keys under which customers and centers keep them."""

    INN = "inn"
    KPP = "kpp"
    OGRN = "ogrn"
    GSTIN = "gstin"
    PAN = "pan"
    EU_VAT = "eu_vat"


class TaxIdReason(StrEnum):
    """What is wrong with it."""

    LENGTH = "length"
    FORMAT = "format"
    CHECK_DIGIT = "check_digit"
    COMPONENT = "component"


class TaxIdRefused(ValueError):  # noqa: N818  what happened, in the words of the house
    """The text is not such a number; ``reason`` says why."""

    def __init__(self, kind: TaxIdKind, reason: TaxIdReason) -> None:
        super().__init__(f"{kind}: {reason}")
        self.kind = kind
        self.reason = reason


def read_tax_id(kind: TaxIdKind, text: str) -> str:
    """Return the number in its normal form (no separators, capitals).

    INN of 10 (company) or 12 digits (person), OGRN of 13 or 15; an EU VAT number begins with its
    country. Raises TaxIdRefused.
    """
    if kind is TaxIdKind.KPP:
        return _kpp(text)
    from stdnum import exceptions  # noqa: PLC0415  loaded only where a number is typed

    try:
        return _reader(kind)(text)
    except exceptions.InvalidLength as error:
        raise TaxIdRefused(kind, TaxIdReason.LENGTH) from error
    except exceptions.InvalidChecksum as error:
        raise TaxIdRefused(kind, TaxIdReason.CHECK_DIGIT) from error
    except exceptions.InvalidComponent as error:
        raise TaxIdRefused(kind, TaxIdReason.COMPONENT) from error
    except exceptions.ValidationError as error:
        raise TaxIdRefused(kind, TaxIdReason.FORMAT) from error


def gstin_place(gstin: str) -> str:
    """Return the two digits of the state: the place of supply of a registered buyer."""
    return read_tax_id(TaxIdKind.GSTIN, gstin)[:2]


def _kpp(text: str) -> str:
    number = "".join(text.split()).upper()
    if len(number) != 9:  # noqa: PLR2004  KPP has nine characters
        raise TaxIdRefused(TaxIdKind.KPP, TaxIdReason.LENGTH)
    if _KPP.fullmatch(number) is None or not number.isascii():
        raise TaxIdRefused(TaxIdKind.KPP, TaxIdReason.FORMAT)
    return number


def _reader(kind: TaxIdKind) -> Callable[[str], str]:
    # Each module is loaded on its own: a Russian shop never loads the Indian rules.
    if kind is TaxIdKind.INN:
        from stdnum.ru import inn  # noqa: PLC0415  see above

        return inn.validate
    if kind is TaxIdKind.OGRN:
        from stdnum.ru import ogrn  # noqa: PLC0415  see above

        return ogrn.validate
    if kind is TaxIdKind.GSTIN:
        from stdnum.in_ import gstin  # noqa: PLC0415  see above

        return gstin.validate
    if kind is TaxIdKind.PAN:
        from stdnum.in_ import pan  # noqa: PLC0415  see above

        return pan.validate
    from stdnum.eu import vat  # noqa: PLC0415  see above

    return vat.validate
