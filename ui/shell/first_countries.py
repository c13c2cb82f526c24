"""Countries that the first run knows, and the taxes that ship for them, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.kernel.errors import QT_TRANSLATE_NOOP, Source


@dataclass(frozen=True, slots=True)
class Country:
    """A country the wizard knows: its profile, what is usual there, and the taxes that ship for it."""

    code: str
    name: Source
    profile: str
    currency: str
    zone: str
    locale: str
    tax_ids: tuple[str, ...]
    regimes: tuple[str, ...]
    place: str = ""


COUNTRIES: Final[tuple[Country, ...]] = (
    Country(
        "RU",
        QT_TRANSLATE_NOOP("FirstRun", "Russia"),
        "ru",
        "RUB",
        "Europe/Moscow",
        "ru_RU",
        ("inn", "kpp"),
        ("ru_vat_inclusive", "ru_vat_exclusive", "ru_no_vat"),
    ),
    Country(
        "IN",
        QT_TRANSLATE_NOOP("FirstRun", "India"),
        "in",
        "INR",
        "Asia/Kolkata",
        "en_IN",
        ("gstin",),
        ("in_gst", "none"),
    ),
    Country(
        "DE",
        QT_TRANSLATE_NOOP("FirstRun", "Germany"),
        "eu",
        "EUR",
        "Europe/Berlin",
        "en_DE",
        ("eu_vat",),
        ("eu_vat_de", "none"),
        "DE",
    ),
    Country(
        "FR",
        QT_TRANSLATE_NOOP("FirstRun", "France"),
        "eu",
        "EUR",
        "Europe/Paris",
        "fr_FR",
        ("eu_vat",),
        ("eu_vat_fr", "none"),
        "FR",
    ),
    Country(
        "EE",
        QT_TRANSLATE_NOOP("FirstRun", "Estonia"),
        "eu",
        "EUR",
        "Europe/Tallinn",
        "et_EE",
        ("eu_vat",),
        ("eu_vat_ee", "none"),
        "EE",
    ),
    Country(
        "US",
        QT_TRANSLATE_NOOP("FirstRun", "United States"),
        "us",
        "USD",
        "America/Los_Angeles",
        "en_US",
        (),
        ("us_ca_sacramento", "none"),
        "CA",
    ),
    Country(
        "CA",
        QT_TRANSLATE_NOOP("FirstRun", "Canada"),
        "us",
        "CAD",
        "America/Toronto",
        "en_CA",
        (),
        ("ca_on_hst", "ca_bc", "ca_qc", "none"),
        "ON",
    ),
)

REGIMES: Final[Mapping[str, tuple[Source, Source]]] = {
    "none": (
        QT_TRANSLATE_NOOP("FirstRun", "No tax"),
        QT_TRANSLATE_NOOP("FirstRun", "below the threshold"),
    ),
    "ru_no_vat": (
        QT_TRANSLATE_NOOP("FirstRun", "Without VAT"),
        QT_TRANSLATE_NOOP("FirstRun", "simplified taxation, patent"),
    ),
    "ru_vat_inclusive": (
        QT_TRANSLATE_NOOP("FirstRun", "VAT inside the price"),
        QT_TRANSLATE_NOOP("FirstRun", "people see what they pay"),
    ),
    "ru_vat_exclusive": (
        QT_TRANSLATE_NOOP("FirstRun", "VAT on top of the price"),
        QT_TRANSLATE_NOOP("FirstRun", "for companies"),
    ),
    "in_gst": (
        QT_TRANSLATE_NOOP("FirstRun", "GST"),
        QT_TRANSLATE_NOOP("FirstRun", "CGST + SGST in the state, IGST across"),
    ),
    "eu_vat_de": (
        QT_TRANSLATE_NOOP("FirstRun", "VAT"),
        QT_TRANSLATE_NOOP("FirstRun", "rates of Germany"),
    ),
    "eu_vat_fr": (
        QT_TRANSLATE_NOOP("FirstRun", "VAT"),
        QT_TRANSLATE_NOOP("FirstRun", "rates of France"),
    ),
    "eu_vat_ee": (
        QT_TRANSLATE_NOOP("FirstRun", "VAT"),
        QT_TRANSLATE_NOOP("FirstRun", "rates of Estonia"),
    ),
    "us_ca_sacramento": (
        QT_TRANSLATE_NOOP("FirstRun", "Sales tax"),
        QT_TRANSLATE_NOOP("FirstRun", "California, Sacramento: parts taxed, labour not"),
    ),
    "ca_on_hst": (
        QT_TRANSLATE_NOOP("FirstRun", "HST"),
        QT_TRANSLATE_NOOP("FirstRun", "Ontario"),
    ),
    "ca_bc": (
        QT_TRANSLATE_NOOP("FirstRun", "GST and PST"),
        QT_TRANSLATE_NOOP("FirstRun", "British Columbia"),
    ),
    "ca_qc": (
        QT_TRANSLATE_NOOP("FirstRun", "GST and QST"),
        QT_TRANSLATE_NOOP("FirstRun", "Québec"),
    ),
}
PLACES: Final = {"ca_on_hst": "ON", "ca_bc": "BC", "ca_qc": "QC"}
"""The province of a Canadian regime."""

TAX_IDS: Final[Mapping[str, Source]] = {
    "inn": QT_TRANSLATE_NOOP("FirstRun", "INN"),
    "kpp": QT_TRANSLATE_NOOP("FirstRun", "KPP"),
    "gstin": QT_TRANSLATE_NOOP("FirstRun", "GSTIN"),
    "eu_vat": QT_TRANSLATE_NOOP("FirstRun", "VAT number"),
}
"""What people call their tax numbers."""
