"""What an arrival is written down with, in the gallery: a drawing with marks, gauge, lamps, photos, signature."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.figure import FigureKind, FigureMark, FigureView, MarkedFigure
from widgets.level import EighthsGauge, LampButton
from widgets.sign_pad import SignaturePad
from widgets.theme import theme
from widgets.thumbs import Thumb, ThumbGrid

_BOX = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">'
    b'<rect x="8" y="30" width="224" height="60" rx="18" fill="none" stroke="#888"/></svg>'
)


def arrival_sections() -> list[tuple[str, QWidget]]:
    """Each control under its name."""
    figure = MarkedFigure(
        [FigureView("top", "top", _BOX, (166, 100, 240, 120))],
        [FigureKind("scratch", "Scratch", "S"), FigureKind("dent", "Dent", "D")],
        name="Damage",
    )
    figure.set_marks([FigureMark("1", "top", "scratch", ((2500, 3500), (4500, 4200)))])
    gauge = EighthsGauge(name="Fuel")
    gauge.set_value(5)
    lamps = [LampButton("Engine", "wrench"), LampButton("Brakes", "alarm-clock")]
    lamps[1].setChecked(True)
    photos = ThumbGrid(name="Photos")
    photos.set_thumbs([Thumb("front", "front", filled=False), Thumb("more", "More", filled=False)])
    pad = SignaturePad(name="Signature")
    pad.setFixedHeight(theme().px(110))
    small = QWidget()
    column = QVBoxLayout(small)
    column.setContentsMargins(0, 0, 0, 0)
    for part in (gauge, *lamps, photos, pad):
        column.addWidget(part)
    column.addStretch(1)
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(figure, 2)
    row.addWidget(small, 1)
    return [("Arrival", both)]
