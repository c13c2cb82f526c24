"""What stands on an acceptance act and on the slip of a check-in: the state of a car, as it was signed."""

from dataclasses import dataclass
from datetime import datetime

from models.money import Money
from models.papers.parts import OwnPart, PaperHead, Party, SignatureOnPaper, VehicleOnPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkOnPaper:
    """A numbered mark on the drawing.

    `view` front, left, rear, right, top; `points` whole ten-thousandths of that view; `kind` and
    `panel` are words of the labels (``mark.…``, ``panel.…``); `photos` the numbers of its photos.
    """

    number: int
    view: str
    kind: str
    points: tuple[tuple[int, int], ...]
    panel: str = ""
    size: str = ""
    note: str = ""
    photos: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoOnPaper:
    """A photo: `image` a small JPEG, or None when the bytes are gone; its hash stays.

    `slot` is a word of the labels (``slot.…``); `mark` the number of the mark it shows, 0 for none.
    """

    number: int
    sha256: str
    image: bytes | None = None
    slot: str = ""
    mark: int = 0
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingOnPaper:
    """Something left in the car, and what it is worth by the customer's word."""

    name: str
    place: str = ""
    value: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KitOnPaper:
    """Something that belongs to a car: `item` and `state` are words of the labels."""

    item: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceActPaper:
    """Acceptance act (акт приёмки транспортного средства).

    `version` counts from 1; `looked_over` says that damage was looked for, with or without
    any found; `fuel_eighths` 0 to 8. `lamps`, `cleanliness`, `authority` and `id_seen` are words of
    the labels, `authority_note` the paper's own number. `refusal` is why nobody signed.
    """

    head: PaperHead
    customer: Party
    vehicle: VehicleOnPaper
    signatures: tuple[SignatureOnPaper, ...]
    accepted_at: datetime
    version: int = 1
    order_number: str = ""
    bringer: Party | None = None
    authority: str = ""
    authority_note: str = ""
    id_seen: str = ""
    words: str = ""
    symptoms: tuple[str, ...] = ()
    looked_over: bool = True
    fuel_eighths: int | None = None
    charge_percent: int | None = None
    is_engine_running: bool | None = None
    lamps: tuple[str, ...] = ()
    cleanliness: str = ""
    belongings: tuple[ThingOnPaper, ...] = ()
    kit: tuple[KitOnPaper, ...] = ()
    own_parts: tuple[OwnPart, ...] = ()
    marks: tuple[MarkOnPaper, ...] = ()
    photos: tuple[PhotoOnPaper, ...] = ()
    amend_reason: str = ""
    refusal: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInSlipPaper:
    """The slip that the customer takes along while the car is with us; half a sheet, no order."""

    head: PaperHead
    customer: Party
    vehicle: VehicleOnPaper
    accepted_at: datetime
    signatures: tuple[SignatureOnPaper, ...]
    order_number: str = ""
    bringer: Party | None = None
    words: str = ""
    fuel_eighths: int | None = None
    charge_percent: int | None = None
    belongings: tuple[ThingOnPaper, ...] = ()
    marks_count: int = 0
    key_count: int | None = None
    promised_at: datetime | None = None
