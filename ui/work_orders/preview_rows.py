"""The painted rows of the preview: jobs with their amounts, and what happened last."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.work_orders import JobStage, OrderPeek
from ui.parts.states import order_word
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.cells import Figure, Mark, Value, cell_text, cell_width, kit, paint_cell
from widgets.theme import theme
from widgets.values import Tone

_STAGES: dict[JobStage, tuple[str, Tone, Source | None]] = {
    JobStage.ASKED: (
        "message-circle-question-mark",
        "wait",
        QT_TRANSLATE_NOOP("OrderPreview", "to be agreed"),
    ),
    JobStage.DECLINED: ("circle-x", "bad", QT_TRANSLATE_NOOP("OrderPreview", "declined")),
    JobStage.OPEN: ("circle-dashed", "idle", None),
    JobStage.UNDER_WAY: ("wrench", "work", QT_TRANSLATE_NOOP("OrderPreview", "under way")),
    JobStage.DONE: ("circle-check", "good", None),
}
Row = tuple[Value, Value, Value, Value]
"""What stands left, the words, a muted word, an amount."""


class Rows(QWidget):
    """A few painted rows: an icon, words that give way, a muted word, an amount; hairlines between."""

    def __init__(self, height: int, *, lines: bool, name: str) -> None:
        super().__init__()
        self._height = height
        self._lines = lines
        self._name = name
        self._rows: Sequence[tuple[Value, ...]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_rows(self, rows: Sequence[tuple[Value, ...]]) -> None:
        """Each row: what stands left (its room fixed by ``lines``), the words, the muted word, the amount."""
        self._rows = rows
        told = "; ".join(", ".join(filter(None, map(cell_text, row))) for row in rows)
        self.setAccessibleName(f"{self._name}: {told}")
        self.setToolTip("\n".join(cell_text(row[1]) for row in rows) if self._lines else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(self._height) * len(self._rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = kit(), QPainter(self)
        height, gap = look.px(self._height), look.px(8)
        for place, (mark, words, note, amount) in enumerate(self._rows):
            top = place * height
            if self._lines:
                painter.fillRect(QRect(0, top, self.width(), 1), look.colour("line.hairline"))
            left = look.px(24 if self._lines else 56)
            end = self.width()
            kind = "icon" if self._lines else "small"
            paint_cell(painter, QRect(0, top, left - gap, height), mark, kind=kind)
            for value, how, room in ((amount, "text", 0), (note, "small", gap)):
                if value:
                    wide = int(cell_width(value, kind=how, align="right")) + 1
                    box = QRect(end - wide, top, wide, height)
                    paint_cell(painter, box, value, kind=how, align="right")
                    end -= max(wide, look.px(58) if how == "text" else 0) + gap + room
            box = QRect(left, top, max(0, end - left), height)
            paint_cell(painter, box, words, kind="text" if self._lines else "small")


def job_rows(peek: OrderPeek, formats: Formats) -> list[Row]:
    """The jobs of an order: how far each is, its name, what it amounts to."""
    rows: list[Row] = []
    for job in peek.jobs:
        icon, tone, source = _STAGES[job.stage]
        words = said(source) if source else ""
        amount = Figure(formats.short(job.total)) if job.total.minor else None
        rows.append((Mark(words, icon, tone), job.name, words or None, amount))
    return rows


def latest_rows(peek: OrderPeek, formats: Formats) -> list[Row]:
    """What happened last: when, who, and what became of the order."""
    return [
        (formats.brief(step.at), f"{order_word(step.to_state)} · {_short(step.by)}", None, None)
        for step in peek.latest
    ]


def _short(name: str) -> str:
    """The family name with the first letter of the given one."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[:1]}." if rest else first
