"""The papers themselves, one class for each document."""

from dataclasses import dataclass
from datetime import date, datetime

from models.money import Money
from models.papers.arrivals import AcceptanceActPaper, CheckInSlipPaper
from models.papers.kinds import (
    DefectsChoice,
    InvoiceKind,
    PaymentMethod,
)
from models.papers.parts import (
    ApprovalOnPaper,
    Concern,
    CorrectionNote,
    DeclinedWork,
    Intake,
    JobOnPaper,
    NamedValue,
    OldPart,
    OwnPart,
    PaperHead,
    PaperLine,
    Party,
    PaymentOnPaper,
    Recommendation,
    SignatureOnPaper,
    TaxRow,
    TotalsOnPaper,
    VehicleOnPaper,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderPaper:
    """Work order (заказ-наряд, job card, repair order), for all three copies.

    `bringer` is who brought the vehicle when it is not the customer, `authority` the paper that
    lets them. `payment_terms` is the order of payment, `terms` the frozen terms text, `estimate`
    what was authorised at first.
    """

    head: PaperHead
    customer: Party
    vehicle: VehicleOnPaper
    accepted_at: datetime
    jobs: tuple[JobOnPaper, ...]
    totals: TotalsOnPaper
    signatures: tuple[SignatureOnPaper, ...]
    promised_at: datetime | None = None
    completed_at: datetime | None = None
    bringer: Party | None = None
    authority: str = ""
    bay: str = ""
    advisor: str = ""
    concerns: tuple[Concern, ...] = ()
    intake: Intake | None = None
    own_parts: tuple[OwnPart, ...] = ()
    defects_choice: DefectsChoice | None = None
    defects_limit: Money | None = None
    declined: tuple[DeclinedWork, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    old_parts: tuple[OldPart, ...] = ()
    deposits: tuple[PaymentOnPaper, ...] = ()
    approvals: tuple[ApprovalOnPaper, ...] = ()
    corrections: tuple[CorrectionNote, ...] = ()
    estimate: Money | None = None
    payment_terms: str = ""
    warranty_terms: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOfWorkPaper:
    """Act of work done (акт выполненных работ).

    `claims` is the consumer's text; `has_claims` None means not yet asked.
    """

    head: PaperHead
    order_number: str
    order_on: date
    customer: Party
    vehicle: VehicleOnPaper
    completed_at: datetime
    lines: tuple[PaperLine, ...]
    totals: TotalsOnPaper
    signatures: tuple[SignatureOnPaper, ...]
    accepted_at: datetime | None = None
    own_parts: tuple[OwnPart, ...] = ()
    left_parts: tuple[OldPart, ...] = ()
    old_parts: tuple[OldPart, ...] = ()
    declined: tuple[DeclinedWork, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    deposits: tuple[PaymentOnPaper, ...] = ()
    corrections: tuple[CorrectionNote, ...] = ()
    has_claims: bool | None = None
    claims: str = ""
    warranty_terms: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper:
    """Invoice, tax invoice, bill (счёт).

    `supplied_on` decides the rates; `place_of_supply*` the split in India.

    `exemption` is the reference for untaxed supplies, `margin_scheme` the scheme's wording, `irn`
    and `irn_qr` the Indian e-invoice's number and signed QR text. `vehicle` is None for a sale over
    the counter.
    """

    head: PaperHead
    customer: Party
    lines: tuple[PaperLine, ...]
    totals: TotalsOnPaper
    supplied_on: date
    signatures: tuple[SignatureOnPaper, ...]
    kind: InvoiceKind = InvoiceKind.INVOICE
    due_on: date | None = None
    order_number: str = ""
    order_on: date | None = None
    purchase_order: str = ""
    vehicle: VehicleOnPaper | None = None
    delivery: Party | None = None
    place_of_supply: str = ""
    place_of_supply_code: str = ""
    reverse_charge: bool | None = None
    self_billing: bool = False
    margin_scheme: str = ""
    exemption: str = ""
    irn: str = ""
    irn_qr: str = ""
    payments: tuple[PaymentOnPaper, ...] = ()
    approvals: tuple[ApprovalOnPaper, ...] = ()
    corrections: tuple[CorrectionNote, ...] = ()
    payment_terms: str = ""
    warranty_terms: str = ""
    terms: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditNotePaper:
    """Credit note.

    It names the invoice it mends and why; its sums are positive and mean money back.
    """

    head: PaperHead
    invoice_number: str
    invoice_on: date
    reason: str
    customer: Party
    lines: tuple[PaperLine, ...]
    totals: TotalsOnPaper
    supplied_on: date
    signatures: tuple[SignatureOnPaper, ...]
    vehicle: VehicleOnPaper | None = None
    place_of_supply: str = ""
    place_of_supply_code: str = ""
    reverse_charge: bool | None = None
    refunds: tuple[PaymentOnPaper, ...] = ()
    invoice_total: Money | None = None
    invoice_left: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPart:
    """What a payment was used for: an invoice, its total, and what is left to pay on it."""

    number: str
    issued_on: date
    total: Money
    used: Money
    left: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentReceiptPaper:
    """Receipt for money taken; a deposit when `is_deposit`.

    `tax_rows` is the tax inside an advance, where the law wants it.
    """

    head: PaperHead
    payer: Party
    received_at: datetime
    amount: Money
    in_words: str
    payments: tuple[PaymentOnPaper, ...]
    signatures: tuple[SignatureOnPaper, ...]
    is_deposit: bool = False
    purpose: str = ""
    parts: tuple[ReceiptPart, ...] = ()
    tax_rows: tuple[TaxRow, ...] = ()
    handed_over: Money | None = None
    change: Money | None = None
    balance: Money | None = None
    fiscal: tuple[NamedValue, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CashDayMethod:
    """One method's sums of the day."""

    method: PaymentMethod
    received: Money
    refunded: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CashDayPaper:
    """Cash-day report: the drawer's balance from morning to evening, and every payment behind it.

    `expected` is opening + cash in − cash out; `counted` what was in the drawer, or None when
    nobody counted.
    """

    head: PaperHead
    day_on: date
    opening: Money
    methods: tuple[CashDayMethod, ...]
    payments: tuple[PaymentOnPaper, ...]
    expected: Money
    signatures: tuple[SignatureOnPaper, ...]
    counted: Money | None = None
    paid_in: Money | None = None
    paid_out: Money | None = None
    note: str = ""


Paper = (
    WorkOrderPaper
    | ActOfWorkPaper
    | InvoicePaper
    | CreditNotePaper
    | PaymentReceiptPaper
    | CashDayPaper
    | AcceptanceActPaper
    | CheckInSlipPaper
)
"""Everything that a law profile can look at."""
