"""Words of the closed lists that this room shows: dues, calls, tables of a merge, papers, parts of a profile."""

from collections.abc import Mapping
from typing import Final

from app.insights.dues import DueKind
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.contacts import CallOutcome, NotificationState
from models.requests import RequestState
from models.vehicle_profiles import (
    CalibrationMethod,
    Drive,
    Material,
    Ownership,
    PaintKind,
    PaperKind,
    Title,
)
from ui.shell.words import said
from widgets.values import Hue, Tone

DUES: Final[Mapping[str, tuple[str, Source]]] = {
    DueKind.INSPECTION: ("clipboard-check", QT_TRANSLATE_NOOP("People", "Inspection")),
    DueKind.INSURANCE: ("shield", QT_TRANSLATE_NOOP("People", "Insurance")),
    DueKind.RECALL: ("triangle-alert", QT_TRANSLATE_NOOP("People", "Recall")),
    DueKind.WORK: ("wrench", QT_TRANSLATE_NOOP("People", "Recommended work")),
}
CALLS: Final[Mapping[str, Source]] = {
    CallOutcome.WILL_COME: QT_TRANSLATE_NOOP("People", "will come"),
    CallOutcome.REACHED: QT_TRANSLATE_NOOP("People", "reached"),
    CallOutcome.CALL_BACK: QT_TRANSLATE_NOOP("People", "call again"),
    CallOutcome.NO_ANSWER: QT_TRANSLATE_NOOP("People", "no answer"),
    CallOutcome.NOT_INTERESTED: QT_TRANSLATE_NOOP("People", "does not want it"),
    CallOutcome.WRONG_NUMBER: QT_TRANSLATE_NOOP("People", "wrong number"),
}
MESSAGES: Final[Mapping[NotificationState, tuple[Source, str, Tone]]] = {
    NotificationState.QUEUED: (
        QT_TRANSLATE_NOOP("People", "waits to be sent"),
        "hourglass",
        "wait",
    ),
    NotificationState.SENDING: (QT_TRANSLATE_NOOP("People", "is being sent"), "send", "wait"),
    NotificationState.DELIVERED: (QT_TRANSLATE_NOOP("People", "delivered"), "check", "good"),
    NotificationState.RETRY: (QT_TRANSLATE_NOOP("People", "is sent again"), "rotate-cw", "wait"),
    NotificationState.DEAD: (QT_TRANSLATE_NOOP("People", "not delivered"), "circle-x", "bad"),
}
"""Where a message stands: words, icon, tone."""

REQUESTS: Final[Mapping[RequestState, tuple[Source, str, Hue]]] = {
    RequestState.NEW: (QT_TRANSLATE_NOOP("People", "New request"), "inbox", "wait"),
    RequestState.CONTACTED: (QT_TRANSLATE_NOOP("People", "Spoken with"), "phone", "work"),
    RequestState.QUOTED: (QT_TRANSLATE_NOOP("People", "Price told"), "banknote", "work"),
    RequestState.BOOKED: (QT_TRANSLATE_NOOP("People", "Booked"), "calendar-check", "good"),
    RequestState.LOST: (QT_TRANSLATE_NOOP("People", "Nothing came of it"), "circle-x", "idle"),
}
_TEMPLATES: Final[Mapping[str, Source]] = {
    "order_completed": QT_TRANSLATE_NOOP("People", "The car is ready, sum and summary"),
}
ROWS: Final[Mapping[str, Source]] = {
    "appointment": QT_TRANSLATE_NOOP("People", "appointments"),
    "arrival": QT_TRANSLATE_NOOP("People", "acceptances"),
    "arrival_signature": QT_TRANSLATE_NOOP("People", "signatures"),
    "calibration": QT_TRANSLATE_NOOP("People", "calibrations"),
    "call": QT_TRANSLATE_NOOP("People", "calls"),
    "consent": QT_TRANSLATE_NOOP("People", "consents"),
    "contact_person": QT_TRANSLATE_NOOP("People", "contact persons"),
    "expense_entry": QT_TRANSLATE_NOOP("People", "expense entries"),
    "file_link": QT_TRANSLATE_NOOP("People", "files"),
    "invoice": QT_TRANSLATE_NOOP("People", "invoices"),
    "job_decision": QT_TRANSLATE_NOOP("People", "decisions on jobs"),
    "maintenance_recommendation": QT_TRANSLATE_NOOP("People", "recommendations"),
    "notification": QT_TRANSLATE_NOOP("People", "messages"),
    "service_request": QT_TRANSLATE_NOOP("People", "requests"),
    "odometer_reading": QT_TRANSLATE_NOOP("People", "odometer readings"),
    "outbox_envelope": QT_TRANSLATE_NOOP("People", "facts sent to the passport"),
    "payment": QT_TRANSLATE_NOOP("People", "payments"),
    "person_seal": QT_TRANSLATE_NOOP("People", "sealed papers"),
    "plate_record": QT_TRANSLATE_NOOP("People", "plates"),
    "recall_mark": QT_TRANSLATE_NOOP("People", "recall marks"),
    "record_merge": QT_TRANSLATE_NOOP("People", "merges"),
    "service_entry": QT_TRANSLATE_NOOP("People", "service entries"),
    "transport": QT_TRANSLATE_NOOP("People", "addresses of drives"),
    "vehicle_link": QT_TRANSLATE_NOOP("People", "passport links"),
    "vehicle_paper": QT_TRANSLATE_NOOP("People", "papers of the car"),
    "vehicle_person": QT_TRANSLATE_NOOP("People", "parts in cars"),
    "vehicle_profile": QT_TRANSLATE_NOOP("People", "profiles"),
    "vehicle_sensor": QT_TRANSLATE_NOOP("People", "sensors"),
    "work_order": QT_TRANSLATE_NOOP("People", "work orders"),
}
"""What rows are called in the preview of a merge and of an erasure."""

SEALS: Final[Mapping[str, Source]] = {
    "work_order": QT_TRANSLATE_NOOP("People", "work orders"),
    "invoice": QT_TRANSLATE_NOOP("People", "invoices"),
    "credit_note": QT_TRANSLATE_NOOP("People", "credit notes"),
    "payment": QT_TRANSLATE_NOOP("People", "receipts"),
    "correction": QT_TRANSLATE_NOOP("People", "corrections"),
    "arrival": QT_TRANSLATE_NOOP("People", "acceptances"),
    "arrival_signature": QT_TRANSLATE_NOOP("People", "signatures"),
}
PAPERS: Final[Mapping[str, Source]] = {
    PaperKind.REGISTRATION: QT_TRANSLATE_NOOP("People", "Registration certificate"),
    PaperKind.TITLE: QT_TRANSLATE_NOOP("People", "Title"),
    PaperKind.INSURANCE: QT_TRANSLATE_NOOP("People", "Insurance policy"),
    PaperKind.INSPECTION: QT_TRANSLATE_NOOP("People", "Inspection report"),
    PaperKind.WARRANTY: QT_TRANSLATE_NOOP("People", "Warranty booklet"),
    PaperKind.AUTHORITY: QT_TRANSLATE_NOOP("People", "Power of attorney"),
    PaperKind.CUSTOMS: QT_TRANSLATE_NOOP("People", "Customs declaration"),
    PaperKind.SERVICE_BOOK: QT_TRANSLATE_NOOP("People", "Service book"),
    PaperKind.OTHER: QT_TRANSLATE_NOOP("People", "Other paper"),
}
DRIVES: Final[Mapping[str, Source]] = {
    Drive.FRONT: QT_TRANSLATE_NOOP("People", "front wheels"),
    Drive.REAR: QT_TRANSLATE_NOOP("People", "rear wheels"),
    Drive.ALL: QT_TRANSLATE_NOOP("People", "all wheels"),
}
PAINTS: Final[Mapping[str, Source]] = {
    PaintKind.SOLID: QT_TRANSLATE_NOOP("People", "solid"),
    PaintKind.METALLIC: QT_TRANSLATE_NOOP("People", "metallic"),
    PaintKind.PEARL: QT_TRANSLATE_NOOP("People", "pearl"),
    PaintKind.TRICOAT: QT_TRANSLATE_NOOP("People", "three-coat"),
    PaintKind.MATT: QT_TRANSLATE_NOOP("People", "matt"),
}
MATERIALS: Final[Mapping[str, Source]] = {
    Material.STEEL: QT_TRANSLATE_NOOP("People", "steel"),
    Material.HIGH_STRENGTH_STEEL: QT_TRANSLATE_NOOP("People", "high-strength steel"),
    Material.ALUMINIUM: QT_TRANSLATE_NOOP("People", "aluminium"),
    Material.PLASTIC: QT_TRANSLATE_NOOP("People", "plastic"),
    Material.CARBON: QT_TRANSLATE_NOOP("People", "carbon"),
    Material.MAGNESIUM: QT_TRANSLATE_NOOP("People", "magnesium"),
}
OWNERSHIPS: Final[Mapping[str, Source]] = {
    Ownership.OWNED: QT_TRANSLATE_NOOP("People", "owned"),
    Ownership.FINANCED: QT_TRANSLATE_NOOP("People", "on credit"),
    Ownership.LEASED: QT_TRANSLATE_NOOP("People", "leased"),
    Ownership.RENTED: QT_TRANSLATE_NOOP("People", "rented"),
}
TITLES: Final[Mapping[str, Source]] = {
    Title.CLEAN: QT_TRANSLATE_NOOP("People", "clean"),
    Title.PLEDGED: QT_TRANSLATE_NOOP("People", "pledged"),
    Title.SALVAGE: QT_TRANSLATE_NOOP("People", "total loss"),
    Title.REBUILT: QT_TRANSLATE_NOOP("People", "rebuilt"),
}
METHODS: Final[Mapping[str, Source]] = {
    CalibrationMethod.STATIC: QT_TRANSLATE_NOOP("People", "before targets"),
    CalibrationMethod.DYNAMIC: QT_TRANSLATE_NOOP("People", "on the road"),
    CalibrationMethod.BOTH: QT_TRANSLATE_NOOP("People", "targets and road"),
    CalibrationMethod.SELF: QT_TRANSLATE_NOOP("People", "by itself"),
}


def message_words(template: str) -> str:
    """What a message was about; an unknown one by its name."""
    known = _TEMPLATES.get(template)
    return said(known) if known is not None else template.replace("_", " ")


def upper(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
