"""The names of the kinds, apart from their models: who only names a fact need not load what checks it."""

from enum import StrEnum


class Kind(StrEnum):
    """Facts that leave a desk."""

    CENTER_PROFILE = "center_profile"
    LINK_REQUEST = "link_request"
    COMPLETED_WORK_ORDER = "completed_work_order"
    WORK_ORDER_PRICES = "work_order_prices"
    CORRECTION_REQUEST = "correction_request"
    CORRECTION = "correction"
    AUDIT_CHECKPOINT = "audit_checkpoint"
    BOOKING_SETTINGS = "booking_settings"
    FREE_BUSY = "free_busy"
    APPOINTMENT_ANSWER = "appointment_answer"


class ChangeKind(StrEnum):
    """Facts that come back."""

    LINK_DECISION = "link_decision"
    CORRECTION_DECISION = "correction_decision"
    KEY_REVOKED = "key_revoked"
    DEVICE_REVOKED = "device_revoked"
    PASSPORT_HISTORY = "passport_history"
    APPOINTMENT_REQUEST = "appointment_request"
    APPOINTMENT_CHOICE = "appointment_choice"
    APPOINTMENT_CANCELLATION = "appointment_cancellation"
