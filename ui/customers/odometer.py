"""The odometer of a car: its line over the years, who had it, and a reading that cannot be, with its likely value."""

import math
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.vehicles.mileage import Mileage, WrongMile
from models.vehicles import VehicleRole
from ui.customers.actions import Actions
from ui.customers.pieces import Elided, heading
from ui.customers.record import Record
from ui.parts.mileage import reading_words
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.charts import Line, Point, Span
from widgets.theme import theme

_HEIGHT = 186
_STRIP = 34
_OURS = {"work_order", "desk", "correction"}
_STEPS = (1, 2, 3, 5, 10, 20, 30, 50, 100, 150, 200, 300, 500)
_LEFT_ALONE = "customers.readings_left"


class Legend(QWidget):
    """What the points mean: a dot and a word each."""

    def __init__(self, words: tuple[tuple[str, str, bool], ...]) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(", ".join(text for text, _colour, _solid in words))

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        metrics = QFontMetrics(look.font("small"))
        wide = sum(metrics.horizontalAdvance(text) + look.px(21) for text, _, _ in self._words)
        return QSize(wide, look.px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        metrics = painter.fontMetrics()
        x = float(look.px(8))
        for text, colour, solid in self._words:
            ink = look.colour(colour)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ink if solid else Qt.BrushStyle.NoBrush)
            side = look.px(6)
            painter.drawEllipse(QRectF(x, (self.height() - side) / 2, side, side))
            x += look.px(13)
            painter.setPen(look.colour("text.muted"))
            wide = metrics.horizontalAdvance(text)
            place = QRectF(x, 0, wide + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            x += wide + look.px(8)
        painter.end()


class WrongStrip(QWidget):
    """The strip under the chart: what a wrong reading probably was, and what to do."""

    def __init__(self, text: str, buttons: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(_STRIP))
        self.setAccessibleName(text)
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16 + 26), 0, look.px(16), 0)
        row.setSpacing(look.px(10))
        row.addWidget(Elided(text), 1)
        for words, do in buttons:
            button = Button(words, small=True)
            button.clicked.connect(do)
            row.addWidget(button)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("status.bad.bg"))
        side = look.px(16)
        top = (self.height() - side) // 2
        painter.drawPixmap(look.px(16), top, look.pixmap("gauge", "status.bad.fg"))
        painter.end()


class Odometer(QWidget):
    """Heading, chart and strip; rebuilt for each record."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.chart = Line(self.tr("Odometer"), (self.tr("Reading"), self.tr("Note")), opens=True)
        self.chart.setFixedHeight(theme().px(_HEIGHT))
        self.chart.opened.connect(self._correct)
        self._record: Record | None = None
        self._strip: WrongStrip | None = None
        look = theme()
        top = QWidget()
        inside = QVBoxLayout(top)
        inside.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(6))
        inside.setSpacing(0)
        legend = Legend(
            (
                (self.tr("our center"), "chart.0", True),
                (self.tr("told"), "chart.0", False),
                (self.tr("from files"), "chart.3", False),
            )
        )
        self._head = heading(self.tr("Odometer"), self.tr("thousands"), legend)
        inside.addWidget(self._head)
        inside.addWidget(self.chart)
        self._box.addWidget(top)

    @property
    def strip(self) -> WrongStrip | None:
        """The strip of a wrong reading."""
        return self._strip

    def show_record(self, record: Record) -> None:
        """Draw the readings of a car."""
        self._record = record
        mileage = record.mileage
        if self._strip is not None:
            self._box.removeWidget(self._strip)
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        if mileage is None:
            return
        points = self._points(mileage)
        times = [_day(mile.at) for mile in mileage.miles] + [_day(w.at) for w in mileage.wrong]
        spans = self._spans(record)
        begins = times + [span.begin for span in spans]
        ahead = None
        if mileage.ahead is not None:
            ahead = (_day(mileage.ahead[0]), mileage.ahead[1] / 1000)
        last = max([*times, _day(self._desk.now()), *([ahead[0]] if ahead else [])])
        self.chart.set_points(
            points,
            across=_years(min(begins, default=last - 365), last),
            up=_thousands(max((point.value for point in points), default=0)),
            spans=spans,
            ahead=ahead,
        )
        self._offer(mileage)

    def _points(self, mileage: Mileage) -> list[Point]:
        formats = self._desk.formats
        made = []
        for mile in mileage.miles:
            reading = mile.reading
            kind = "solid" if reading.source in _OURS else "other"
            if reading.source == "owner":
                kind = "open"
            text = reading_words(formats, reading.value, reading.unit)
            day = formats.full_day(mile.at)
            made.append(
                Point(_day(mile.at), mile.km / 1000, f"{text}, {day}", kind, key=reading.id)
            )
        for wrong in mileage.wrong:
            text = reading_words(formats, wrong.reading.value, wrong.reading.unit)
            gap = f"{wrong.gap_km:+d}".replace("-", "−")
            note = f"{text}, {gap[0]}{formats.number(abs(wrong.gap_km))}"
            detail = " ".join(
                part for part in (wrong.reading.reason, formats.full_day(wrong.at)) if part
            )
            point = Point(
                _day(wrong.at), wrong.km / 1000, text, "wrong", note, detail, wrong.reading.id
            )
            made.append(point)
        return sorted(made, key=lambda point: point.at)

    def _spans(self, record: Record) -> list[Span]:
        """The owners as bars over the chart, the newest one strong."""
        card = record.card
        if card is None:
            return []
        owners = [p for p in card.people if p.role == VehicleRole.OWNER.value]
        now = _day(self._desk.now())
        return [
            Span(
                _day(person.from_at),
                _day(person.until_at) if person.until_at is not None else now,
                person.name or self.tr("erased"),
                person.until_at is None,
            )
            for person in sorted(owners, key=lambda p: p.from_at)
        ]

    # a reading that cannot be
    def _offer(self, mileage: Mileage) -> None:
        left = set(self._desk.saved(_LEFT_ALONE, []))
        wrong = [each for each in mileage.wrong if str(each.reading.id) not in left]
        if not wrong or not self._actions.edits_cars:
            return
        newest = wrong[-1]
        reading = newest.reading
        if newest.likely is not None:
            value = self._desk.formats.number(newest.likely)
            text = self.tr("Probably {value}. The reading is left out of forecasts.")
            text = text.format(value=value)
        else:
            text = self.tr("The reading of {day} is left out of forecasts.")
            text = text.format(day=self._desk.formats.full_day(newest.at))
        self._strip = WrongStrip(
            text,
            (
                (self.tr("Correct…"), lambda: self._actions.correct(reading, newest.likely)),
                (self.tr("Leave it"), lambda: self._leave(newest)),
            ),
        )
        self._box.addWidget(self._strip)

    def _leave(self, wrong: WrongMile) -> None:
        """It is so, strange as it is: say no more about it."""
        left = [*self._desk.saved(_LEFT_ALONE, []), str(wrong.reading.id)]
        self._desk.save(_LEFT_ALONE, left)
        if self._record is not None:
            self.show_record(self._record)

    def _correct(self, key: object) -> None:
        record = self._record
        if record is None or record.card is None or record.mileage is None:
            return
        reading = next((each for each in record.card.readings if each.id == key), None)
        if reading is not None:
            wrong = {each.reading.id: each.likely for each in record.mileage.wrong}
            self._actions.correct(reading, wrong.get(reading.id))


def _day(moment: datetime) -> float:
    return moment.timestamp() / 86400


def _years(first: float, last: float) -> list[tuple[float, str]]:
    """The first of January of each year that shows, at most eight of them."""
    epoch = date(1970, 1, 1)
    begin, end = (date.fromordinal(epoch.toordinal() + int(day)).year for day in (first, last))
    step = max(1, math.ceil((end - begin + 1) / 8))
    ticks = [(float((date(year, 1, 1) - epoch).days), str(year)) for year in range(begin, end + 1)]
    return [tick for tick in ticks[::step] if first <= tick[0] <= last]


def _thousands(top: float) -> list[tuple[float, str]]:
    """Three or four round ticks from zero."""
    step = next((step for step in _STEPS if top / step <= 3.2), _STEPS[-1])  # noqa: PLR2004  four ticks
    count = max(1, math.ceil(top / step))
    return [(float(n * step), str(n * step)) for n in range(count + 1)]
