"""The small painted values of a page's head: badges, plates, amounts, meters; painted as tables paint them."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.cells import Badge, Figure, Mark, Meter, PlateText, Value, cell_width, paint_cell
from widgets.theme import theme
from widgets.values import cell_text


class CellLabel(QWidget):
    """One value of a table's cell, standing alone; never shortened."""

    def __init__(
        self, value: Value, *, kind: str = "text", large: bool = False, name: str = ""
    ) -> None:
        super().__init__()
        self._value: Value = value
        self._kind = kind
        self._large = large
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        theme().changed.connect(self.updateGeometry)

    def value(self) -> Value:
        """What is shown."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show another value."""
        self._value = value
        text = cell_text(value)
        self.setAccessibleName(f"{self._name} {text}".strip())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = math.ceil(cell_width(self._value, kind=self._kind, large=self._large))
        return QSize(width + 1, theme().px(26) if self._large else theme().height("badge"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cell(painter, self.rect(), self._value, kind=self._kind, large=self._large)


class BadgeLabel(CellLabel):
    """The badge of a state: icon and word in the hue of who acts next."""

    def __init__(self, badge: Badge) -> None:
        super().__init__(badge)


class PlateLabel(CellLabel):
    """A number plate; ``large`` stands in the head of a page."""

    def __init__(self, plate: PlateText, *, large: bool = False) -> None:
        super().__init__(plate, large=large)


class MarkLabel(CellLabel):
    """An icon with a word in a tone."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark)


class MeterBar(CellLabel):
    """A share as a bar with its goal's tick and its figure."""

    def __init__(self, meter: Meter, *, name: str = "") -> None:
        super().__init__(meter, name=name)


class FigureLabel(QWidget):
    """An amount in a size of the type scale; the minor units are muted."""

    def __init__(self, figure: Figure, *, size: str = "base", name: str = "") -> None:
        super().__init__()
        self._figure = figure
        self._size = size
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_figure(figure)
        theme().changed.connect(self.updateGeometry)

    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def set_figure(self, figure: Figure) -> None:
        """Show another amount."""
        self._figure = figure
        self.setAccessibleName(f"{self._name} {figure.major}{figure.minor}".strip())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(self._size, numbers=True))
        words = metrics.horizontalAdvance(self._figure.major + self._figure.minor)
        return QSize(words + 2, metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font(self._size, numbers=True)
        painter.setFont(font)
        tone = self._figure.tone
        ink = f"status.{tone}.fg" if tone in _HUES else _INKS.get(tone, "text.primary")
        middle = Qt.AlignmentFlag.AlignVCenter.value
        painter.setPen(theme().colour(ink))
        painter.drawText(self.rect(), middle, self._figure.major)
        used = QFontMetrics(font).horizontalAdvance(self._figure.major)
        painter.setPen(theme().colour("text.muted"))
        painter.drawText(self.rect().adjusted(used, 0, 0, 0), middle, self._figure.minor)


_HUES = frozenset({"idle", "work", "wait", "good", "bad"})
_INKS = {"muted": "text.muted", "secondary": "text.secondary"}
