"""Which kinds exist, and the model of each one's payload."""

from typing import Final

from sync.wire import bookings, centers, pairing, passports, work_orders
from sync.wire.fields import VersionText, Wire
from sync.wire.names import ChangeKind as ChangeKind  # noqa: PLC0414 - the contract's kinds are taken from here
from sync.wire.names import Kind as Kind  # noqa: PLC0414 - as above

PAYLOADS: Final[dict[Kind, type[Wire]]] = {
    Kind.CENTER_PROFILE: centers.CenterProfile,
    Kind.LINK_REQUEST: passports.LinkRequest,
    Kind.COMPLETED_WORK_ORDER: work_orders.CompletedWorkOrder,
    Kind.WORK_ORDER_PRICES: work_orders.WorkOrderPrices,
    Kind.CORRECTION_REQUEST: work_orders.CorrectionRequest,
    Kind.CORRECTION: work_orders.Correction,
    Kind.AUDIT_CHECKPOINT: centers.AuditCheckpoint,
    Kind.BOOKING_SETTINGS: bookings.BookingSettings,
    Kind.FREE_BUSY: bookings.CalendarFreeBusy,
    Kind.APPOINTMENT_ANSWER: bookings.AppointmentAnswer,
}
CHANGE_PAYLOADS: Final[dict[ChangeKind, type[Wire]]] = {
    ChangeKind.LINK_DECISION: passports.LinkDecision,
    ChangeKind.CORRECTION_DECISION: work_orders.CorrectionDecision,
    ChangeKind.KEY_REVOKED: pairing.KeyRevoked,
    ChangeKind.DEVICE_REVOKED: pairing.DeviceRevoked,
    ChangeKind.PASSPORT_HISTORY: passports.PassportHistory,
    ChangeKind.APPOINTMENT_REQUEST: bookings.AppointmentRequest,
    ChangeKind.APPOINTMENT_CHOICE: bookings.AppointmentChoice,
    ChangeKind.APPOINTMENT_CANCELLATION: bookings.AppointmentCancellation,
}
CURRENT: Final[dict[Kind, VersionText]] = {
    Kind.CENTER_PROFILE: centers.CENTER_PROFILE_VERSION,
    Kind.LINK_REQUEST: passports.LINK_REQUEST_VERSION,
    Kind.COMPLETED_WORK_ORDER: work_orders.COMPLETED_WORK_ORDER_VERSION,
    Kind.WORK_ORDER_PRICES: work_orders.WORK_ORDER_PRICES_VERSION,
    Kind.CORRECTION_REQUEST: work_orders.CORRECTION_REQUEST_VERSION,
    Kind.CORRECTION: work_orders.CORRECTION_VERSION,
    Kind.AUDIT_CHECKPOINT: centers.AUDIT_CHECKPOINT_VERSION,
    Kind.BOOKING_SETTINGS: bookings.BOOKING_SETTINGS_VERSION,
    Kind.FREE_BUSY: bookings.FREE_BUSY_VERSION,
    Kind.APPOINTMENT_ANSWER: bookings.APPOINTMENT_ANSWER_VERSION,
}
"""What this desk writes."""
CHANGE_CURRENT: Final[dict[ChangeKind, VersionText]] = {
    ChangeKind.LINK_DECISION: passports.LINK_DECISION_VERSION,
    ChangeKind.CORRECTION_DECISION: work_orders.CORRECTION_DECISION_VERSION,
    ChangeKind.KEY_REVOKED: pairing.KEY_REVOKED_VERSION,
    ChangeKind.DEVICE_REVOKED: pairing.DEVICE_REVOKED_VERSION,
    ChangeKind.PASSPORT_HISTORY: passports.PASSPORT_HISTORY_VERSION,
    ChangeKind.APPOINTMENT_REQUEST: bookings.APPOINTMENT_REQUEST_VERSION,
    ChangeKind.APPOINTMENT_CHOICE: bookings.APPOINTMENT_CHOICE_VERSION,
    ChangeKind.APPOINTMENT_CANCELLATION: bookings.APPOINTMENT_CANCELLATION_VERSION,
}
"""What this server writes."""
NEEDS_PRICES: Final = frozenset({Kind.WORK_ORDER_PRICES})
"""Leaves only while the link's scope opens prices."""
