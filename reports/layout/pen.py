"""The pen: draws on a ReportLab canvas, with y measured downwards from the top of the sheet.

Text of a page is gathered into few text objects, which makes small files and a fast writer. Shaped
(Hindi) text is marked with what it says (PDF 32000-1, 14.9.4 ActualText), so that it can be copied
and searched although its glyphs have private codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reports.layout.fonts import Colour, Inked, Run

rl_config.useA85 = 0  # streams as they are: a fifth smaller and faster than in ASCII


@dataclass(frozen=True, slots=True)
class Shape:
    """A path of steps (M, L, C with absolute points, Z), its fill and its line in units of its own."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    fill: Colour | None
    line: Colour | None
    thickness: float


class Pen:
    """Draws one document. Coordinates and lengths are points from the top left corner."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._images: dict[bytes, ImageReader] = {}
        self._new_text()

    def _new_text(self) -> None:
        self._text = self._canvas.beginText()
        self._written = False
        self._font: tuple[str, float] | None = None
        self._colour: Colour | None = None

    def text(self, runs: Inked, x: float, baseline: float) -> None:
        """Write runs one after another from `x`, on the baseline."""
        for run, colour in runs:
            if run.shaped:
                self._flush()
                said = run.text.encode("utf-16-be").hex().upper()
                self._canvas.addLiteral(f"/Span <</ActualText <FEFF{said}>>> BDC")
            self._write(run, colour, x, self._height - baseline)
            if run.shaped:
                self._flush()
                self._canvas.addLiteral("EMC")
            x += run.width

    def _write(self, run: Run, colour: Colour, x: float, y: float) -> None:
        text: Any = self._text
        text.setTextOrigin(x, y)
        if self._colour != colour:
            text.setFillColorRGB(*colour)
            self._colour = colour
        if self._font != (run.font, run.size):
            text.setFont(run.font, run.size)
            self._font = (run.font, run.size)
        text.textOut(run.glyphs)
        self._written = True

    def _flush(self) -> None:
        if self._written:
            self._canvas.drawText(self._text)
        self._new_text()

    def line(
        self, x: float, top: float, to: tuple[float, float], pen: tuple[float, Colour]
    ) -> None:
        """Draw a straight line to `to`; `pen` is thickness and colour."""
        thickness, colour = pen
        canvas = self._canvas
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(thickness)
        canvas.line(x, self._height - top, to[0], self._height - to[1])

    def fill(self, x: float, top: float, size: tuple[float, float], colour: Colour) -> None:
        """Fill a rectangle of `size` (width, height)."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(x, self._height - top - size[1], size[0], size[1], stroke=0, fill=1)

    def cells(
        self, path: str, origin: tuple[float, float], step: tuple[float, float], colour: Colour
    ) -> None:
        """Fill a path of whole cells, counted up and to the right from `origin`: codes of bars.

        One matrix and whole numbers instead of a thousand computed rectangles: a code costs
        nothing when its path is kept.
        """
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColorRGB(*colour)
        canvas.transform(step[0], 0, 0, step[1], origin[0], self._height - origin[1])
        canvas.addLiteral(f"{path} f")
        canvas.restoreState()

    def shapes(self, shapes: Sequence[Shape], at: tuple[float, float], scale: float) -> None:
        """Draw shapes whose units grow to the right and down, with their corner at `at`."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        canvas.transform(scale, 0, 0, -scale, at[0], self._height - at[1])
        for shape in shapes:
            path: Any = canvas.beginPath()
            draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
            for step, numbers in shape.steps:
                draw[step](*numbers)
            if shape.fill:
                canvas.setFillColorRGB(*shape.fill)
            if shape.line:
                canvas.setStrokeColorRGB(*shape.line)
                canvas.setLineWidth(shape.thickness)
            canvas.drawPath(path, stroke=int(bool(shape.line)), fill=int(bool(shape.fill)))
        canvas.restoreState()

    def circle(
        self,
        middle: tuple[float, float],
        radius: float,
        *,
        fill: Colour | None = None,
        line: tuple[float, Colour] | None = None,
    ) -> None:
        """Draw a circle: filled, or with a line of that thickness and colour, or both."""
        canvas = self._canvas
        if fill:
            canvas.setFillColorRGB(*fill)
        if line:
            canvas.setLineWidth(line[0])
            canvas.setStrokeColorRGB(*line[1])
        canvas.circle(
            middle[0],
            self._height - middle[1],
            radius,
            stroke=int(bool(line)),
            fill=int(bool(fill)),
        )

    def frame(
        self, x: float, top: float, size: tuple[float, float], radius: float, colour: Colour
    ) -> None:
        """Draw a thin rounded frame (a plate, a tick box)."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(0.7)
        y = self._height - top - size[1]
        self._canvas.roundRect(x, y, size[0], size[1], radius, stroke=1, fill=0)

    def picture(self, image: bytes, x: float, top: float, size: tuple[float, float]) -> None:
        """Draw a PNG or JPEG in `size` (width, height); transparency stays."""
        reader = self._images.setdefault(image, read_image(image))
        self._canvas.drawImage(
            reader, x, self._height - top - size[1], size[0], size[1], mask="auto"
        )

    def slanted(self, runs: Inked, angle: float, at: tuple[float, float]) -> None:
        """Write runs centred on `at`, turned by `angle` degrees: the mark across the page."""
        self._flush()
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(at[0], self._height - at[1])
        canvas.rotate(angle)
        used = sum(run.width for run, _ in runs)
        whole = self._height
        self._height = 0
        size = max(run.size for run, _ in runs)
        self.text(runs, -used / 2, size * 0.36)
        self._flush()
        self._height = whole
        canvas.restoreState()

    def end_page(self) -> None:
        """Close the page; the next begins empty."""
        self._flush()
        self._canvas.showPage()
        self._new_text()


def read_image(image: bytes) -> ImageReader:
    """Open PNG or JPEG bytes. Raises OSError for what is no image."""
    from io import BytesIO  # noqa: PLC0415  only papers with a logo or a signature need it

    return ImageReader(BytesIO(image))
