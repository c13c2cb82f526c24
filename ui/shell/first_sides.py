"""Left and right of the wizard: the steps with what was answered, and the paper that follows them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.shell.first_plan import Plan
from ui.shell.first_rows import StepRow
from ui.shell.first_sample import InvoiceSample
from ui.shell.formats import Formats
from widgets.buttons import label
from widgets.segments import Segments
from widgets.theme import theme

_RAIL = 236


class Rail(QWidget):
    """The steps; those that are done can be chosen."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        look = theme()
        self.setFixedWidth(look.px(_RAIL))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(22), look.px(24), look.px(22))
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setSpacing(look.px(8))
        mark = QLabel()
        mark.setFixedSize(look.px(22), look.px(22))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setPixmap(look.pixmap("wrench", "text.on_accent", 14))
        mark.setStyleSheet(
            f"background: {look.colour('accent.base').name()}; border-radius: {look.px(6)}px;"
        )
        brand.addWidget(mark)
        brand.addWidget(label("CarPass Desk", "strong"), 1)
        column.addLayout(brand)
        column.addSpacing(look.px(20))
        self._rows: list[StepRow] = []
        for place, title in enumerate(titles):
            row = StepRow(place + 1, title)
            row.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self._rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        note = self.tr(
            "Works without internet. Everything can be changed later, but not the currency once an invoice is issued."
        )
        column.addWidget(label(note, "hint", wrap=True))

    def show_steps(self, at: int, answers: Sequence[str]) -> None:
        """Which step is shown, and what every step was answered."""
        for place, (row, answer) in enumerate(zip(self._rows, answers, strict=True)):
            row.show_state("now" if place == at else "done" if place < at else "later", answer)


class Preview(QWidget):
    """The sample invoice on its ground; in India it can be sold into another state."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        super().__init__()
        look = theme()
        self._plan = plan
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"QWidget#preview {{ background: {look.colour('surface.pressed').name()}; }}"
        )
        self.sample = InvoiceSample(plan, formats)
        self.across = Segments(
            [(False, self.tr("Same state")), (True, self.tr("Other state"))],
            name=self.tr("Where the customer is"),
            small=True,
        )
        self.across.edited.connect(lambda: self.refresh(self.sample.formats))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("How your invoice will look"), "hint"), 1)
        head.addWidget(self.across)
        box = QWidget()
        box.setFixedWidth(self.sample.sizeHint().width())
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(12))
        inner.addLayout(head)
        inner.addWidget(self.sample)
        inner.addWidget(label(self.tr("Change a field and the sample follows."), "hint", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(24), look.px(24), look.px(24))
        column.addStretch(1)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def refresh(self, formats: Formats) -> None:
        """The plan changed."""
        gst = self._plan.regime == "in_gst"
        self.across.setVisible(gst)
        self.sample.formats = formats
        self.sample.across = gst and bool(self.across.value())
        self.sample.refresh()
