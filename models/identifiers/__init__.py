"""Numbers that name things in the world: VINs, plates, telephones, tax ids. Pure and offline.

What is wrong is said as a closed reason, never as a sentence; the caller finds the words.
"""

from __future__ import annotations

from models.identifiers.makers import DecodedVin, decode_vin, maker_count
from models.identifiers.phones import (
    PhoneNumber,
    PhoneReason,
    PhoneRefused,
    masked_phone,
    owner_phone_mask,
    read_phone,
)
from models.identifiers.plates import PLATE_COUNTRIES, PlateMatch, recognise_plate
from models.identifiers.tax_ids import (
    TaxIdKind,
    TaxIdReason,
    TaxIdRefused,
    gstin_place,
    read_tax_id,
)
from models.identifiers.vin import (
    Severity,
    VinProblem,
    VinReason,
    normalise_vin,
    vin_problems,
    vin_refused,
)

__all__ = [
    "PLATE_COUNTRIES",
    "DecodedVin",
    "PhoneNumber",
    "PhoneReason",
    "PhoneRefused",
    "PlateMatch",
    "Severity",
    "TaxIdKind",
    "TaxIdReason",
    "TaxIdRefused",
    "VinProblem",
    "VinReason",
    "decode_vin",
    "gstin_place",
    "maker_count",
    "masked_phone",
    "normalise_vin",
    "owner_phone_mask",
    "read_phone",
    "read_tax_id",
    "recognise_plate",
    "vin_problems",
    "vin_refused",
]
