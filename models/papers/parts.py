"""The pieces papers are made of: parties, vehicle, lines, totals, notes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from models.money import Money
from models.papers.kinds import (
    LAYOUT_VERSION,
    ApprovalMethod,
    JobState,
    LineKind,
    Mark,
    OldPartFate,
    PaperSize,
    PartCondition,
    Payer,
    PaymentMethod,
    SignatureRole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxId:
    """One registration number.

    `scheme`: inn, kpp, ogrn, ogrnip, gstin, pan, cin, vat, reg, ein, bar, epa.
    """

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or company as it stands on the paper.

    `country` is ISO 3166-1 alpha-2, `state_code` the state's own code.
    """

    name: str
    is_company: bool = False
    address: str = ""
    state: str = ""
    state_code: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    tax_ids: tuple[TaxId, ...] = ()

    def tax_id(self, scheme: str) -> str:
        """The number of this scheme, or an empty string."""
        return next((each.value for each in self.tax_ids if each.scheme == scheme), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """Where a transfer goes. `code_scheme` names `code`: bic, ifsc, swift, routing."""

    bank: str
    account: str
    holder: str = ""
    code: str = ""
    code_scheme: str = "bic"
    correspondent: str = ""
    branch: str = ""
    upi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterOnPaper:
    """The service center as seller and contractor.

    `brand` is the sign over the door, `logo` PNG or JPEG bytes.
    """

    party: Party
    brand: str = ""
    website: str = ""
    hours: str = ""
    logo: bytes | None = None
    bank: BankAccount | None = None
    representative: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What lets anybody check the paper.

    `payload` goes into the QR code as it is (a verification link, or the compact signed text:
    number, center, total, record hash, key id, Ed25519 signature). `verify_url` is printed for
    those who type. Hashes are lower-case hex.
    """

    payload: str
    record_sha256: str = ""
    key_id: str = ""
    verify_url: str = ""
    sealed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureOnPaper:
    """One signature place; `image` is the PNG of the pad, when it was signed on a screen."""

    role: SignatureRole
    name: str = ""
    position: str = ""
    image: bytes | None = None
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    """A later correction, printed beside what it corrects; the original stays readable."""

    number: str
    corrected_on: date
    field: str
    was: str
    now: str
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What every paper has.

    `language` is the labels' language (ru, en, de), `locale` formats numbers and dates (ru_RU,
    en_IN, de_DE), `zone` is an IANA name, `country` chooses the law profile (RU, IN, US; all else
    the neutral EU one).
    """

    number: str
    issued_on: date
    language: str
    locale: str
    zone: str
    country: str
    center: CenterOnPaper
    size: PaperSize = PaperSize.A4
    mark: Mark = Mark.NONE
    mark_number: int = 0
    marked_at: datetime | None = None
    revision: int = 0
    seal: Seal | None = None
    layout: int = LAYOUT_VERSION
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedValue:
    """A unit number or another fact with its own name (battery: SN-1234)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleOnPaper:
    """The vehicle as it was then.

    `odometer_unit` is km or mi; `plate_region` stands behind the hairline of the plate.
    """

    make_model: str
    plate: str = ""
    plate_region: str = ""
    vin: str = ""
    year: int | None = None
    colour: str = ""
    odometer: int | None = None
    odometer_unit: str = "km"
    engine_number: str = ""
    unit_numbers: tuple[NamedValue, ...] = ()
    key_tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxShare:
    """One named part of a tax (CGST, SGST, IGST, a county's tax)."""

    name: str
    percent: Decimal
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One sold line.

    `net` is after discount without tax, `total` what the customer owes for it.

    `unit_price` and `list_amount` are as quoted: with the tax inside when
    `TotalsOnPaper.inclusive`. `tax_name` is the regime's name of the rate ("НДС 22 %", "без НДС"),
    `tax_percent` None where there is no tax at all; `barcode` is the Code 128 text of the shop copy.
    """

    key: str
    kind: LineKind
    name: str
    quantity: Decimal
    unit: str
    unit_price: Money
    list_amount: Money
    discount: Money
    net: Money
    tax: Money
    total: Money
    tax_name: str
    tax_percent: Decimal | None = None
    tax_parts: tuple[TaxShare, ...] = ()
    discount_percent: Decimal = Decimal(0)
    code: str = ""
    maker: str = ""
    hsn: str = ""
    payer: Payer = Payer.CUSTOMER
    warranty: str = ""
    condition: PartCondition = PartCondition.NEW
    crash_part: str = ""
    serials: tuple[str, ...] = ()
    technician: str = ""
    bin: str = ""
    barcode: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOnPaper:
    """Lines which the customer approves or declines as one.

    `approved_how` is the short word beside the title.
    """

    number: str
    title: str
    lines: tuple[PaperLine, ...]
    total: Money
    state: JobState = JobState.APPROVED
    approved_how: str = ""
    warranty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRow:
    """Tax of one rate.

    `name` is printed as the regime names it ("НДС 22 %"); `percent` is None where there is no tax at
    all («без НДС», exempt), 0 for a zero rate. `exemption` is the law's reference when nothing is
    charged.
    """

    code: str
    name: str
    percent: Decimal | None
    net: Money
    tax: Money
    total: Money
    parts: tuple[TaxShare, ...] = ()
    exemption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsOnPaper:
    """The foot.

    `list_amount` − `discount` is the goods sum as quoted; `total` includes `round_off`. `due` is
    what is left to pay.
    """

    list_amount: Money
    discount: Money
    net: Money
    tax: Money
    round_off: Money
    total: Money
    inclusive: bool
    taxes: tuple[TaxRow, ...] = ()
    in_words: str = ""
    labour: Money | None = None
    parts: Money | None = None
    fees: Money | None = None
    paid: Money | None = None
    due: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOnPaper:
    """Money that came (positive) or went back (negative).

    `number` is the receipt's, `for_number` the invoice's.
    """

    number: str
    paid_on: date
    method: PaymentMethod
    amount: Money
    reference: str = ""
    for_number: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Complaint, cause, correction, in the customer's and the shop's words."""

    complaint: str
    cause: str = ""
    correction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """A part the consumer brought.

    `conformity` names the certificate or declaration, or says that there is none.
    """

    name: str
    quantity: Decimal
    unit: str
    maker: str = ""
    code: str = ""
    price: Money | None = None
    conformity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldPart:
    """A replaced part, or material left over, and where it went."""

    name: str
    quantity: Decimal
    unit: str
    fate: OldPartFate
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclinedWork:
    """Advised and declined.

    `amount` was its price on `declined_on`; an old price is not an offer.
    """

    title: str
    declined_on: date
    amount: Money | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """Next work, by date or by odometer, whichever comes first."""

    text: str
    due_on: date | None = None
    due_odometer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalOnPaper:
    """Consent to a job. `shown_sha256` is the hash of what the customer saw."""

    job: str
    amount: Money
    method: ApprovalMethod
    by: str
    at: datetime
    contact: str = ""
    note: str = ""
    taken_by: str = ""
    revised_total: Money | None = None
    shown_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One mark seen at acceptance."""

    place: str
    kind: str
    size: str = ""
    photo_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """State of the vehicle at acceptance.

    `fuel_percent` is 0 to 100. No damage and nothing found is said by `looked_over`.
    """

    looked_over: bool = False
    fuel_percent: int | None = None
    completeness: str = ""
    belongings: tuple[str, ...] = ()
    damage: tuple[Damage, ...] = ()
    note: str = ""
