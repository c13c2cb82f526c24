"""The rows of a reading: where on the picture, what stands there, how sure, and what else it could be."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

CERTAIN: Final = 0.95
"""From here on a field may be accepted together with others, unseen one by one."""

READABLE: Final = 0.5
"""Below it a field counts as not read: its text is only a hint for the eye."""


class Document(StrEnum):
    """What a picture shows."""

    VIN_PLATE = "vin_plate"
    CERTIFICATE = "certificate"
    ODOMETER = "odometer"
    INVOICE = "invoice"


class Form(StrEnum):
    """Whose registration certificate."""

    RU = "ru"
    EU = "eu"
    IN = "in"


class FieldName(StrEnum):
    """What a field means; the order is the one of the screen."""

    VIN = "vin"
    PLATE = "plate"
    MAKE = "make"
    YEAR = "year"
    COLOR = "color"
    BODY = "body"
    ENGINE = "engine"
    VOLUME = "volume"
    POWER = "power"
    MASS = "mass"
    FUEL = "fuel"
    CATEGORY = "category"
    TYPE = "type"
    FIRST_ON = "first_on"
    OWNER = "owner"
    PLACE = "place"
    STREET = "street"
    HOUSE = "house"
    NUMBER = "number"
    ISSUED_ON = "issued_on"
    ODOMETER = "odometer"
    SUPPLIER = "supplier"
    TAX_ID = "tax_id"
    TAX = "tax"
    TOTAL = "total"


class Why(StrEnum):
    """Why a candidate is proposed, or cannot be."""

    NO_SUCH_LETTER = "no_such_letter"
    LOOK_ALIKE = "look_alike"
    CHECK_DIGIT = "check_digit"
    OTHER_PASS = "other_pass"  # noqa: S105 - a pass over the picture, no secret
    FORM = "form"


class NoteKind(StrEnum):
    """Evidence for or against a value."""

    CHECK_DIGIT_FITS = "check_digit_fits"
    CHECK_DIGIT_DIFFERS = "check_digit_differs"
    AGREED = "agreed"
    SAME_AS_BODY = "same_as_body"
    DIFFERS_FROM_BODY = "differs_from_body"
    SAME_AS_CARD = "same_as_card"
    DIFFERS_FROM_CARD = "differs_from_card"
    OTHER_CAR_HAS_IT = "other_car_has_it"
    IN_BASE = "in_base"
    NOT_IN_BASE = "not_in_base"
    LESS_THAN_BEFORE = "less_than_before"
    CORRECTED = "corrected"
    SUMS_UP = "sums_up"
    DOES_NOT_SUM_UP = "does_not_sum_up"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the upright picture, from its top left corner."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel column beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel row beyond it."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The height at which its text runs."""
        return self.top + self.height / 2

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Box(
            left,
            top,
            max(self.right, other.right) - left,
            max(self.bottom, other.bottom) - top,
        )

    def moved(self, left: int, top: int, scale: float = 1.0) -> "Box":
        """The box where it is when its picture was cut out at (left, top) and enlarged by ``scale``."""
        return Box(
            left + round(self.left / scale),
            top + round(self.top / scale),
            round(self.width / scale),
            round(self.height / scale),
        )

    def grown(self, by: int, width: int, height: int) -> "Box":
        """The box with a margin, inside a picture of that size."""
        left, top = max(0, self.left - by), max(0, self.top - by)
        return Box(
            left,
            top,
            min(width, self.right + by) - left,
            min(height, self.bottom + by) - top,
        )


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter as one pass saw it; ``confidence`` 0 to 1."""

    char: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass over a spot saw; ``name`` tells how the picture was prepared."""

    name: str
    glyphs: tuple[Glyph, ...]
    weight: float = 1.0

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the picture."""

    text: str
    confidence: float
    box: Box
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing a field could say. What ``is_possible`` is not, is shown with its reason and never written.

    ``letter`` and ``place`` (from 1, 0: none) name the spot that ``why`` is about.
    """

    value: str
    confidence: float
    why: Why | None = None
    letter: str = ""
    place: int = 0
    is_possible: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of evidence; ``detail`` is what it was compared with."""

    kind: NoteKind
    detail: str = ""

    @property
    def is_good(self) -> bool:
        """Whether it speaks for the value."""
        return self.kind in _FOR


_FOR: Final = frozenset(
    {
        NoteKind.CHECK_DIGIT_FITS,
        NoteKind.AGREED,
        NoteKind.SAME_AS_BODY,
        NoteKind.SAME_AS_CARD,
        NoteKind.IN_BASE,
        NoteKind.SUMS_UP,
    },
)


@dataclass(frozen=True, slots=True)
class ReadField:
    """One field: its value as the desk would keep it, and how it came about.

    Attributes:
        value: in the form the desk writes; empty when nothing was made out.
        confidence: 0 to 1; below ``READABLE`` the value is a hint and no reading.
        box: where it stands; None when it is not on the picture.
        raw: the letters as they were read, before anything was made of them.
        candidates: what it could be, the likeliest first; the first one is the value.
        notes: what speaks for and against it.
    """

    name: FieldName
    value: str
    confidence: float
    box: Box | None = None
    raw: str = ""
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether the value may be proposed."""
        return bool(self.value) and self.confidence >= READABLE

    @property
    def is_certain(self) -> bool:
        """Whether it may be accepted with all others at once."""
        return self.is_read and self.confidence >= CERTAIN


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """A line of a supplier's invoice; None is what could not be read. ``sums_up``: quantity × price is the sum.

    ``other_code`` is what another pass read in the place of ``code``; empty when they agree.
    """

    code: str
    name: str
    qty: Decimal | None
    price: Decimal | None
    total: Decimal | None
    confidence: float
    box: Box
    sums_up: bool = False
    other_code: str = ""


@dataclass(frozen=True, slots=True)
class PictureReading:
    """A whole picture.

    ``width`` and ``height`` are those of the upright picture, in which all boxes stand: the file's own, turned by
    ``turned`` (0, 90, 180, 270 clockwise) and straightened by ``angle`` degrees. ``sides`` counts papers on it.
    ``sha256`` is of the file. ``from_text`` says that nothing had to be recognised: the file holds its letters.
    """

    document: Document
    form: Form | None
    fields: tuple[ReadField, ...]
    width: int
    height: int
    sha256: str
    turned: int = 0
    angle: float = 0.0
    sides: int = 1
    dpi: int = 0
    lines: tuple[GoodsLine, ...] = ()
    from_text: bool = False

    def field(self, name: FieldName) -> ReadField | None:
        """The field of that name; None when the paper has none."""
        return next((one for one in self.fields if one.name is name), None)
