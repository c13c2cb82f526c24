"""The completed work order as the owner's passport keeps it, and its corrections.

Money travels apart from the works: two envelopes are sealed at completion, and the second leaves
only when the link's scope opens prices. So an envelope's content never depends on a decision that
comes after it was sealed.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sync.wire.fields import (
    Amount,
    Code,
    Currency,
    DateText,
    Id,
    KeyId,
    Name,
    Note,
    Quantity,
    Sha256,
    Signature,
    UtcText,
    VersionText,
    Wire,
    Word,
)
from sync.wire.passports import Odometer, Recommendation

COMPLETED_WORK_ORDER_VERSION: VersionText = "2026-11-20"
"""First published: works, parts, odometer, recommendations, seal of the snapshot."""
WORK_ORDER_PRICES_VERSION: VersionText = "2026-11-20"
"""First published: the money of the same order, apart, so that scope can hold it back."""
CORRECTION_REQUEST_VERSION: VersionText = "2026-11-20"
"""First published: what stands, what should stand, and why."""
CORRECTION_VERSION: VersionText = "2026-11-20"
"""First published: the counter-document after the owner agreed."""
CORRECTION_DECISION_VERSION: VersionText = "2026-11-20"
"""First published: the owner's answer."""


class NextService(Wire):
    """When a service is due again; whichever comes first. At least one of both."""

    km: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    months: Annotated[int, Field(ge=1, le=600)] | None = None

    @model_validator(mode="after")
    def says_when(self) -> Self:
        """Distance or time must be there.

        Raises:
            ValueError: neither is.
        """
        if self.km is None and self.months is None:
            raise ValueError("neither km nor months")
        return self


class Service(Wire):
    """Work that was done."""

    line_id: Id
    kind: Word
    """`labour`, `diagnostics`, `package` …: the center's word."""
    code: Code | None = None
    name: Name
    norm_hours: Quantity | None = None
    next_service: NextService | None = None


class Part(Wire):
    """A part, fluid or material that was put in."""

    line_id: Id
    kind: Word
    """`part`, `fluid`, `material`."""
    sku: Code | None = None
    name: Name
    maker: Name | None = None
    quantity: Quantity
    unit: Name
    serial: Code | None = None


class CompletedWorkOrder(Wire):
    """`completed_work_order`: the passport record. No name, phone or price. Subject: the vehicle.

    `snapshot_sha256` and its signature seal the desk's own snapshot, the paper in the owner's
    hands; the envelope's seal covers this record.
    """

    record_id: Id
    work_order_id: Id
    vehicle_id: Id
    number: Code
    center_name: Name
    """As it was called at completion."""
    vin: Annotated[str, Field(max_length=17)] | None = None
    plate: Annotated[str, Field(max_length=20)] | None = None
    label: Name
    completed_at: UtcText
    completed_on: DateText
    """The day on the center's wall."""
    odometer: Odometer | None = None
    services: list[Service] = Field(max_length=500)
    parts: list[Part] = Field(max_length=500)
    recommendations: list[Recommendation] = Field(max_length=200)
    snapshot_sha256: Sha256
    snapshot_signature: Signature
    snapshot_key_id: KeyId
    person_commitment: Sha256 | None = None
    """Salted hash of who the customer was; the salt stays at the desk and can be erased."""


class LineAmount(Wire):
    """What one line cost, tax included."""

    line_id: Id
    total_amount: Amount


class Expense(Wire):
    """What the owner's books take over."""

    expense_id: Id
    category: Word
    spent_on: DateText
    amount: Amount


class WorkOrderPrices(Wire):
    """`work_order_prices`: the money of a record that is on the server already.

    Leaves only while the link's scope opens prices. Subject: the vehicle.
    """

    record_id: Id
    work_order_id: Id
    vehicle_id: Id
    number: Code
    currency: Currency
    lines: list[LineAmount] = Field(max_length=1000)
    labour_amount: Amount
    parts_amount: Amount
    discount_amount: Amount
    net_amount: Amount
    tax_amount: Amount
    round_off_amount: Amount
    total_amount: Amount
    expense: Expense | None = None

    @model_validator(mode="after")
    def adds_up(self) -> Self:
        """Net, tax and round-off are the total.

        Raises:
            ValueError: they are not.
        """
        if self.net_amount + self.tax_amount + self.round_off_amount != self.total_amount:
            raise ValueError("net_amount + tax_amount + round_off_amount is not total_amount")
        return self


class Difference(Wire):
    """One value as it stands and as it should stand, both as the owner reads them."""

    field: Word
    """`odometer`, `service_name`, `part_name`, `part_quantity`, `next_service`, `other` …"""
    line_id: Id | None = None
    before: Note
    after: Note


class CorrectionRequest(Wire):
    """`correction_request`: asks the owner. The record itself never changes. Subject: vehicle."""

    correction_id: Id
    record_id: Id
    work_order_id: Id
    vehicle_id: Id
    number: Code
    reason: Annotated[str, Field(min_length=1, max_length=4000)]
    differences: list[Difference] = Field(min_length=1, max_length=100)
    odometer: Odometer | None = None
    """The reading that should stand, when it is in dispute."""
    snapshot_sha256: Sha256
    """Of the snapshot that is disputed and stays as it is."""
    requested_at: UtcText


class Correction(Wire):
    """`correction`: the counter-document, made when the owner agreed. Subject: the vehicle."""

    correction_id: Id
    record_id: Id
    work_order_id: Id
    vehicle_id: Id
    number: Code
    """The counter-document's own number."""
    differences: list[Difference] = Field(min_length=1, max_length=100)
    odometer: Odometer | None = None
    decided_at: UtcText
    """From the owner's decision."""
    corrected_at: UtcText
    snapshot_sha256: Sha256
    """Of the snapshot that it corrects."""
    counter_sha256: Sha256
    """Of the counter-document."""
    counter_signature: Signature
    counter_key_id: KeyId


class CorrectionDecision(Wire):
    """`correction_decision`: comes back. `withdrawn`: the owner took an approval back in time."""

    correction_id: Id
    work_order_id: Id
    vehicle_id: Id
    decision: Literal["approved", "rejected", "withdrawn"]
    note: Note | None = None
    decided_at: UtcText
