"""Closed words of printed documents: copies, marks, kinds, roles."""

from enum import StrEnum

LAYOUT_VERSION = 1
"""The newest document layout.

A record keeps the number it was printed with, so a reprint looks the same.
"""


class Copy(StrEnum):
    """Which of the three work-order papers."""

    CUSTOMER = "customer"
    SHOP = "shop"
    ARCHIVE = "archive"


class Mark(StrEnum):
    """What is written across the paper."""

    NONE = "none"
    DRAFT = "draft"
    COPY = "copy"
    REPRINT = "reprint"
    CANCELLED = "cancelled"


class PaperSize(StrEnum):
    """Sheet: ISO A4 or US Letter; A5 for slips."""

    A4 = "a4"
    A5 = "a5"
    LETTER = "letter"


class LineKind(StrEnum):
    """What a line sells. Fluids and materials are parts; sublet work is labour."""

    LABOUR = "labour"
    PART = "part"
    FEE = "fee"


class Payer(StrEnum):
    """Who bears the line. Everyone but the customer makes the customer's price 0.00."""

    CUSTOMER = "customer"
    WARRANTY = "warranty"
    GOODWILL = "goodwill"
    INTERNAL = "internal"
    INSURER = "insurer"


class PartCondition(StrEnum):
    """Condition of a supplied part; California and Michigan want every other than new named."""

    NEW = "new"
    USED = "used"
    REBUILT = "rebuilt"
    RECONDITIONED = "reconditioned"


class JobState(StrEnum):
    """What the customer said to a job."""

    APPROVED = "approved"
    PENDING = "pending"
    DECLINED = "declined"


class ApprovalMethod(StrEnum):
    """How consent came."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    LINK = "link"
    MESSENGER = "messenger"
    EMAIL = "email"


class DefectsChoice(StrEnum):
    """What the shop shall do when it finds another defect; chosen by the consumer in advance."""

    ASK = "ask"
    REPAIR_WITHIN_LIMIT = "repair_within_limit"
    REPAIR_SAFETY = "repair_safety"
    STOP = "stop"


class OldPartFate(StrEnum):
    """Where a replaced part goes."""

    RETURNED = "returned"
    LEFT_TO_SHOP = "left_to_shop"
    CORE = "core"


class PaymentMethod(StrEnum):
    """How money came or went."""

    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    INSTANT = "instant"
    DEPOSIT = "deposit"
    OTHER = "other"


class SignatureRole(StrEnum):
    """Who signs, in which capacity; the hander gives a car over, the keeper takes it in."""

    ACCEPTOR = "acceptor"
    CONSUMER = "consumer"
    KEEPER = "keeper"
    HANDER = "hander"
    CONTRACTOR = "contractor"
    AUTHORISED = "authorised"
    DIRECTOR = "director"
    ACCOUNTANT = "accountant"
    CASHIER = "cashier"
    RECEIVER = "receiver"
    TECHNICIAN = "technician"
    QUALITY = "quality"


class InvoiceKind(StrEnum):
    """Which title and which rules an invoice has."""

    INVOICE = "invoice"
    TAX_INVOICE = "tax_invoice"
    BILL_OF_SUPPLY = "bill_of_supply"
    SIMPLIFIED = "simplified"
    PROFORMA = "proforma"
