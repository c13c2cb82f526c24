"""The measured set: so many pictures of each kind, easy and hard, the same for the same seed."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from PIL import Image

from app.cli.drawn.damage import EASY, HARD, Hurt, spoil
from app.cli.drawn.dashboards import draw_odometer
from app.cli.drawn.papers import draw_certificate, draw_invoice
from app.cli.drawn.plates import draw_vin_plate, made_vin
from models.recognition import Document

SEED: Final = 20251217
_PAPER_EASY: Final = Hurt(1.0, 0.005, 0.5, 5, 0.95, 88, 1.0)
_PAPER_HARD: Final = Hurt(3.0, 0.012, 0.9, 14, 0.65, 60, 0.85)


class Kind(StrEnum):
    """What is drawn."""

    VIN = "vin"
    ODOMETER = "odometer"
    RU = "ru"
    EU = "eu"
    IN = "in"
    INVOICE = "invoice"

    @property
    def document(self) -> Document:
        """As what it is read."""
        return {
            Kind.VIN: Document.VIN_PLATE, Kind.ODOMETER: Document.ODOMETER, Kind.INVOICE: Document.INVOICE,
        }.get(self, Document.CERTIFICATE)  # fmt: skip  # a table reads better in rows


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture and its truth."""

    kind: Kind
    is_hard: bool
    number: int
    image: Image.Image
    truth: Mapping[str, str]
    lines: Sequence[tuple[str, Decimal, Decimal, Decimal]] = field(default=())


def drawn_set(counts: Mapping[Kind, int], *, is_hard: bool, seed: int = SEED) -> Iterator[Drawn]:
    """So many pictures of each kind."""
    for kind, count in counts.items():
        for number in range(count):
            yield draw(kind, number, is_hard=is_hard, seed=seed)


def draw(kind: Kind, number: int, *, is_hard: bool, seed: int = SEED) -> Drawn:
    """One picture of the set; the number alone says which."""
    chance = random.Random(f"{seed} {kind} {is_hard} {number}")  # noqa: S311 - pictures, no secrets
    lines: Sequence[tuple[str, Decimal, Decimal, Decimal]] = ()
    truth: Mapping[str, str]
    if kind is Kind.VIN:
        vin = made_vin(chance)
        image, truth = draw_vin_plate(vin, chance), {"vin": vin}
        how = HARD if is_hard else EASY
    elif kind is Kind.ODOMETER:
        km = chance.randint(900, 389_999)
        image, truth = draw_odometer(km, chance), {"odometer": str(km)}
        how = HARD if is_hard else EASY
    else:
        paper = draw_invoice(chance) if kind is Kind.INVOICE else draw_certificate(kind, chance)
        image, truth, lines = paper.image, paper.truth, paper.lines
        how = _PAPER_HARD if is_hard else _PAPER_EASY
    return Drawn(kind, is_hard, number, spoil(image, how, chance), truth, lines)
