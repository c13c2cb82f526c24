"""Pictures whose text is known: plates, papers and dashboards drawn by seed, easy and hard, to measure reading by."""

from app.cli.drawn.damage import Hurt, spoil
from app.cli.drawn.dashboards import draw_odometer
from app.cli.drawn.papers import draw_certificate, draw_invoice
from app.cli.drawn.plates import draw_vin_plate, made_vin
from app.cli.drawn.sample import Drawn, Kind, drawn_set

__all__ = [
    "Drawn",
    "Hurt",
    "Kind",
    "draw_certificate",
    "draw_invoice",
    "draw_odometer",
    "draw_vin_plate",
    "drawn_set",
    "made_vin",
    "spoil",
]
