"""The picture at the left, its fields at the right, each with its verdict."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.inventory import MatchedLine
from app.recognition import Picture
from models.recognition import Box, FieldName
from ui.recognition.field_row import FieldRow
from ui.recognition.goods import GoodsList
from ui.recognition.picture import PictureView, tone_colour
from ui.recognition.state import Reviewed
from ui.recognition.words import FORMS, TITLES
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.elided import ElidedLabel
from widgets.theme import theme

_WIDE = 1000


class _Key(QWidget):
    """A little box of a tone with what it means."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), 0, 0, 0)
        self.words = label("", "small")
        row.addWidget(self.words)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(tone_colour(self._tone), 2))
        painter.drawRect(1, round(self.height() / 2 - 5), theme().px(13), 10)


class Review(QWidget):
    """``changed`` after every decision; ``spot_asked`` (field, box) to read a spot again."""

    changed = Signal()
    spot_asked = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.state: Reviewed | None = None
        self.rows: list[FieldRow] = []
        self.current: FieldRow | None = None
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._left(), 11)
        self._halves.addWidget(hairline(vertical=True))
        self._halves.addWidget(self._right(), 9)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # where letters are large the fields need most of it
        self._halves.setStretch(0, 11 if self.width() >= theme().px(_WIDE) else 7)

    def _left(self) -> QWidget:
        look, left = theme(), QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(look.px(40))
        line = QHBoxLayout(head)
        line.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self.about = ElidedLabel("", "muted")
        line.addWidget(self.about, 1)
        self.view = PictureView()
        self._zoom = label("", "small")
        self.view.zoomed.connect(lambda percent: self._zoom.setText(f"{percent} %"))
        for icon, name, do in (
            ("rotate-cw", self.tr("Turn"), self.view.turn),
            ("zoom-out", self.tr("Smaller"), lambda: self.view.zoom(closer=False)),
            ("", "", None),
            ("zoom-in", self.tr("Larger"), lambda: self.view.zoom(closer=True)),
            ("maximize-2", self.tr("Whole picture"), self.view.fit),
        ):
            if do is None:
                line.addWidget(self._zoom)
                continue
            button = Button(icon=icon, kind="quiet", small=True, name=name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(do)
            line.addWidget(button)
        box.addWidget(head)
        box.addWidget(hairline())
        box.addWidget(self.view, 1)
        box.addWidget(hairline())
        foot = QWidget()
        foot.setFixedHeight(look.px(36))
        keys = QHBoxLayout(foot)
        keys.setContentsMargins(look.px(16), 0, look.px(16), 0)
        keys.setSpacing(look.px(12))
        self._keys = {tone: _Key(tone) for tone in ("good", "bad", "wait", "chosen")}
        for key in self._keys.values():
            keys.addWidget(key)
        keys.addStretch(1)
        keys.addWidget(ElidedLabel(self.tr("drag to read a spot again"), "muted"))
        box.addWidget(foot)
        self.view.picked.connect(self.go)
        self.view.drawn.connect(self._drawn)
        return left

    def _right(self) -> QWidget:
        look, right = theme(), QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(look.px(40))
        line = QHBoxLayout(head)
        line.setContentsMargins(look.px(16), 0, look.px(16), 0)
        line.addWidget(label(self.tr("Fields"), "strong"))
        self._counts = ElidedLabel("", "muted")
        line.addWidget(self._counts, 1)
        box.addWidget(head)
        box.addWidget(hairline())
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.goods = GoodsList(self._desk)
        self._column.addWidget(self.goods)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._list)
        box.addWidget(self.area, 1)
        return right

    # what is shown
    def show_reading(
        self, name: str, picture: Picture, state: Reviewed, goods: tuple[MatchedLine, ...]
    ) -> None:
        """Show another reading."""
        self.state = state
        reading = state.compared.reading
        self.view.set_picture(picture.png)
        facts = [name]
        facts.append(said(FORMS[reading.form]) if reading.form else said(TITLES[reading.document]))
        if reading.sides > 1:
            facts.append(self.tr("%n sides", "", reading.sides))
        if reading.dpi:
            facts.append(f"{reading.dpi} dpi")
        if reading.turned:
            facts.append(self.tr("turned by {n}°").format(n=reading.turned))
        if reading.angle:
            facts.append(self.tr("straightened by {n}°").format(n=f"{abs(reading.angle):.1f}"))
        self.about.setText(", ".join(facts))
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self.current = [], None
        for at, asked in enumerate(state.asked):
            made = FieldRow(self._desk, asked, self.view)
            made.entered.connect(self.enter)
            made.decided.connect(self._decided)
            made.changed.connect(self._changed)
            self._column.insertWidget(at, made)
            self.rows.append(made)
        self.goods.show_lines(goods)
        first = next((row for row in self.rows if not row.asked.read.is_certain), None)
        if self.rows:
            self.enter(first or self.rows[0])
        self._changed()

    def enter(self, row: FieldRow) -> None:
        """The row that the keyboard is in, open."""
        for other in self.rows:
            other.open(on=other is row)
        self.current = row
        self._draw()
        QTimer.singleShot(0, self._list, lambda: self.area.ensureWidgetVisible(row, 0, 8))

    def go(self, name: FieldName) -> None:
        """To the row of a field."""
        for row in self.rows:
            if row.name is name:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                self.enter(row)

    def _decided(self, row: FieldRow) -> None:
        """On to the next one that waits."""
        at = self.rows.index(row)
        waiting = [
            each for each in (*self.rows[at + 1 :], *self.rows[:at]) if each.asked.verdict is None
        ]
        following = waiting[0] if waiting else row
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self.enter(following)
        self._changed()

    def refresh(self) -> None:
        """Show what the state holds now."""
        for row in self.rows:
            row.refresh()
        self._changed()

    def replace(self, row: FieldRow) -> None:
        """A row whose field was read again."""
        if self.state is not None:
            row.asked = next(each for each in self.state.asked if each.read.name is row.name)
            row.refresh()
            self._changed()

    def _changed(self) -> None:
        state = self.state
        if state is None:
            return
        tones = [each.tone for each in state.asked]
        self._keys["good"].words.setText(self.tr("accepted %n", "", tones.count("good")))
        self._keys["bad"].words.setText(self.tr("not read %n", "", tones.count("bad")))
        self._keys["wait"].words.setText(self.tr("check %n", "", tones.count("wait")))
        self._keys["chosen"].words.setText(self.tr("chosen"))
        self._counts.setText(
            self.tr("{done} of {all} accepted, every decision is in the journal").format(
                done=state.taken, all=len(state.asked)
            )
        )
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        if self.state is None:
            return
        boxes: dict[FieldName, tuple[Box, str]] = {
            each.read.name: (each.read.box, each.tone) for each in self.state.asked if each.read.box
        }
        self.view.set_boxes(boxes, self.current.name if self.current is not None else None)

    def _drawn(self, box: Box) -> None:
        if self.current is not None:
            self.spot_asked.emit(self.current, box)
