"""The head of an arrival: plate, car, state, how it is with us, check-in; below it who, when, the key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from models.arrivals import ArrivalMode
from ui.parts.arrivals import MODES
from ui.shell.words import said
from widgets.badge import BadgeLabel, CellLabel
from widgets.buttons import Button, hairline
from widgets.elided import ElidedLabel
from widgets.segments import Segments
from widgets.theme import theme
from widgets.values import Badge, Mark

FACTS = ("customer", "bringer", "appointment", "promised", "key", "declined")
_LINES = (16, 22, 18)


class StripFact(QAbstractButton):
    """A caption, a value, a word more; pressing it leads to where it is changed."""

    def __init__(self) -> None:
        super().__init__()
        self._texts = ("", "", "")
        self._tone = "text.muted"
        self._strong = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_fact(
        self,
        caption: str,
        value: str,
        under: str = "",
        *,
        tone: str = "text.muted",
        strong: bool = False,
    ) -> None:
        """Show other words; ``tone`` is the colour of the lower ones."""
        self._texts, self._tone, self._strong = (caption, value, under), tone, strong
        self.setAccessibleName(f"{caption}: {value} {under}".strip())
        self.setToolTip(f"{value}\n{under}".strip())
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[str, str, str]:
        return "caption", "strong" if self._strong else "base", "small"

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        widths = [
            QFontMetrics(look.font(font)).horizontalAdvance(text)
            for font, text in zip(self._fonts(), self._texts, strict=True)
        ]
        return QSize(max(widths) + look.px(14), look.px(sum(_LINES) + 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(56), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(look.colour("surface.hover"))
            painter.drawRoundedRect(frame, look.px(6), look.px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRoundedRect(frame, look.px(6), look.px(6))
        top, pad = look.px(2), look.px(6)
        inks = ("text.muted", "text.primary", self._tone)
        for text, font, ink, tall in zip(self._texts, self._fonts(), inks, _LINES, strict=True):
            painter.setFont(look.font(font))
            painter.setPen(look.colour(ink))
            room = QRect(pad, top, self.width() - 2 * pad, look.px(tall))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            top += look.px(tall)
        painter.end()


class ArrivalHead(QWidget):
    """Everything above the columns. ``fact_pressed`` names one of FACTS."""

    left = Signal()
    act_wanted = Signal()
    go_wanted = Signal()
    more_wanted = Signal()
    fact_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(8), look.px(16), look.px(4))
        column.setSpacing(look.px(3))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self._back = Button("", "arrow-left", kind="quiet", name=self.tr("Back"))
        self._back.clicked.connect(self.left)
        self.title = ElidedLabel(self.tr("Arrival"), "title")
        self.title.setFont(look.font("title"))
        self.plate = CellLabel("", large=True)
        self.car = ElidedLabel("", "strong")
        self.car.setFont(look.font("lead", weight=600))
        self.badge = BadgeLabel(Badge("", "circle-dashed"))
        self.saved = CellLabel(Mark("", "cloud-check", "muted"))
        self.mode = Segments(
            [(mode, said(MODES[mode])) for mode in ArrivalMode if mode is not ArrivalMode.ABSENT],
            name=self.tr("How the car is here"),
        )
        self.order = Button("", "clipboard-list", name=self.tr("Work order"))
        self.act = Button(self.tr("Act"), "printer", keys="Ctrl+P")
        self.act.clicked.connect(self.act_wanted)
        self.more = Button("", "ellipsis", kind="quiet", name=self.tr("More"))
        self.more.set_keys("Alt+M")
        self.more.clicked.connect(self.more_wanted)
        self.go = Button(self.tr("Check in"), "log-in", kind="primary", keys="Ctrl+Return")
        self.go.clicked.connect(self.go_wanted)
        left: tuple[QWidget, ...] = (
            self._back, self.title, self.plate, self.car, self.badge, self.saved,
        )  # fmt: skip  # rows read better
        right: tuple[QWidget, ...] = (self.mode, self.order, self.act, self.more, self.go)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        column.addLayout(row)
        strip = QHBoxLayout()
        strip.setSpacing(look.px(5))
        self.facts = {name: StripFact() for name in FACTS}
        for place, (name, fact) in enumerate(self.facts.items()):
            if place:
                strip.addWidget(hairline(vertical=True))
            fact.clicked.connect(self._pressing(name))
            strip.addWidget(fact)
        strip.addStretch(1)
        column.addLayout(strip)

    def _pressing(self, name: str) -> Callable[[], None]:
        return lambda: self.fact_pressed.emit(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Where the row is too narrow, first the moment of saving goes, then the word of the page."""
        kept: Sequence[QWidget] = (
            self._back, self.plate, self.badge, self.mode, self.order, self.act, self.more, self.go,
        )  # fmt: skip  # rows read better
        room = self.width() - theme().px(60)
        gap = theme().px(8)
        self.act.setText(self.tr("Act"))
        self.badge.show()
        wanted = sum(w.sizeHint().width() + gap for w in kept if not w.isHidden())
        if wanted > room:
            # the icon alone says it too
            wanted -= self.act.sizeHint().width()
            self.act.setText("")
            wanted += self.act.sizeHint().width()
        if wanted > room:
            self.badge.hide()
            wanted -= self.badge.sizeHint().width() + gap
        self.car.setVisible(wanted + theme().px(60) <= room)
        wanted += theme().px(90)
        giving: tuple[QWidget, ...] = (self.title, self.saved)
        for widget in giving:
            wide = widget.sizeHint().width() + gap
            widget.setVisible(wanted + wide <= room)
            wanted += wide if wanted + wide <= room else 0
