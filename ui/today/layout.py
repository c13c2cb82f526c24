"""How Today lies on the page: a strip over three columns, four on a wide window, two on a small one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shell.desk import Desk
from ui.today.parts import ChartPart, Parts
from ui.today.section import Section, share_rows
from widgets.buttons import hairline
from widgets.theme import theme
from widgets.viewport import viewport_of

_WIDE = 1400
_SMALL = 980
_LANES = ((660, 5), (560, 4), (480, 3))
_FEWEST = 2
_TOP, _BOTTOM, _APART = 10, 12, 8
_LEAST = 3
_LOAD = {False: 160, True: 220}
_LOWEST = 100
"""Of the load chart with its heading, where a column is short of room; both in design pixels."""


@dataclass(frozen=True, slots=True)
class _Column:
    """What stands in a column from top to bottom; None is the free room. Width 0 takes what is left."""

    width: int
    parts: tuple[QWidget | None, ...]


class Board(QWidget):
    """Everything of Today under its toolbar. ``arrange`` lays it out for a size, ``fit`` shares out the rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.parts = Parts(desk)
        self.parts.setParent(self)
        self.parts.hide()
        self._mode = ""
        self._plan: tuple[_Column, ...] = ()
        self._pair = QWidget()
        pair = QHBoxLayout(self._pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        self._pair.setParent(self.parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.parts.strip)
        column.addWidget(hairline())
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)

    @property
    def mode(self) -> str:
        """small, normal or wide."""
        return self._mode

    def places(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Keys of the sections, and what brings the keyboard there."""
        parts = self.parts
        stops: list[tuple[str, Callable[[], object]]] = [
            ("Alt+1", parts.strip.strip.setFocus),
            ("Alt+2", parts.arrivals.take_focus),
            ("Alt+3", parts.states.bars.setFocus),
            ("Alt+4", parts.approvals.take_focus),
            ("Alt+5", parts.low.take_focus),
        ]
        if parts.sees_money():
            stops.append(("Alt+6", parts.debts.take_focus))
        stops += [("Alt+7", lambda: self._take(0)), ("Alt+8", lambda: self._take(1))]
        return stops

    def _take(self, place: int) -> None:
        wide = self.parts.wide
        if wide is not None:
            wide.lists()[place].take_focus()

    def last_key(self) -> int:
        """The highest number of ``Alt`` that leads somewhere now."""
        return 8 if self._mode == "wide" else 6 if self.parts.sees_money() else 5

    def arrange(self, width: int, height: int) -> None:
        """Lay out for a page of that size in pixels."""
        scale = theme().scale
        wide, tall = width / scale, height / scale
        mode = "wide" if wide >= _WIDE else "normal" if wide >= _SMALL else "small"
        lanes = next((lanes for least, lanes in _LANES if tall >= least), _FEWEST)
        self.parts.strip.strip.set_lanes(lanes)
        if mode != self._mode:
            self._mode = mode
            self._build()
        self.fit()

    def _columns(self) -> tuple[_Column, ...]:
        parts = self.parts
        money = (parts.debts,) if parts.sees_money() else ()
        waits: tuple[QWidget | None, ...] = (
            parts.approvals,
            parts.low,
            *money,
            None,
            parts.sync,
        )
        if self._mode == "wide":
            extra = parts.widen()
            figures = (parts.turnover,) if parts.sees_figures() else ()
            compared = (extra.comparison,) if parts.sees_figures() else ()
            return (
                _Column(560, (parts.arrivals, parts.calendar, extra.uncollected, None)),
                _Column(0, (parts.states, extra.stuck, None, parts.load)),
                _Column(430, waits),
                _Column(360, (*figures, parts.hours, *compared, None)),
            )
        if self._mode == "small":
            figures = (parts.turnover,) if parts.sees_figures() else ()
            return (
                _Column(0, (parts.arrivals, parts.calendar, parts.states, *figures, None)),
                _Column(0, (*waits[:-2], parts.load, parts.hours, None, parts.sync)),
            )
        return (
            _Column(458, (parts.arrivals, parts.calendar, None, self._pair)),
            _Column(0, (parts.states, None, parts.load)),
            _Column(366, waits),
        )

    def _build(self) -> None:
        """Take every part out of its column and put it into the one it has now."""
        parts, look = self.parts, theme()
        for part in (*parts.lists(), parts.states, parts.load, parts.turnover, parts.hours):
            part.setParent(parts)
        parts.sync.setParent(parts)
        parts.calendar.setParent(parts)
        self._pair.setParent(parts)
        self._plan = self._columns()
        self._heights()
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, column in enumerate(self._plan):
            if place:
                row.addWidget(hairline(vertical=True))
            box = QWidget()
            if column.width:
                box.setFixedWidth(look.px(column.width))
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, look.px(_TOP), 0, look.px(_BOTTOM))
            inner.setSpacing(look.px(_APART))
            for piece in column.parts:
                if piece is None:
                    inner.addStretch(1)
                else:
                    inner.addWidget(piece)
                    piece.show()
            row.addWidget(box, 0 if column.width else 1)
        self._scroll.setWidget(content)
        self._order_tabs()

    def _heights(self) -> None:
        parts = self.parts
        wide = self._mode == "wide"
        parts.load.set_height(_LOAD[wide])
        parts.turnover.set_height(262 if wide else 112)
        parts.hours.set_height(190 if wide else 112)
        parts.set_people(6 if wide else 4, row=32 if wide else 27)
        if self._mode == "normal":
            pair = self._pair.layout()
            assert isinstance(pair, QHBoxLayout)  # noqa: S101  # made in __init__
            if parts.sees_figures():
                pair.addWidget(parts.turnover, 46)
                parts.turnover.show()
            pair.addWidget(parts.hours, 54)
            parts.hours.show()

    def _order_tabs(self) -> None:
        """Reading order: the strip, then column by column."""
        parts = self.parts
        stops: list[QWidget] = [parts.strip.strip]
        for column in self._plan:
            for part in column.parts:
                if isinstance(part, Section):
                    stops.append(part.list)
                elif isinstance(part, ChartPart):
                    stops.append(part.chart)
                elif part is parts.states:
                    stops.append(parts.states.bars)
                elif part in (parts.sync, parts.calendar) and part is not None:
                    stops.append(part)
                elif part is self._pair:
                    stops += [parts.turnover.chart, parts.hours.chart]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def fit(self) -> None:
        """Give every column's sections as many rows as the height has room for; a tall column lowers its chart."""
        look, parts = theme(), self.parts
        room = viewport_of(self._scroll).height()
        parts.load.set_height(_LOAD[self._mode == "wide"])
        for column in self._plan:
            sections = [part for part in column.parts if isinstance(part, Section)]
            used = look.px(_TOP + _BOTTOM) + look.px(_APART) * (len(column.parts) - 1)
            used += sum(self._own_height(part) for part in column.parts if part is not None)
            rows = max((s.list.row_height() for s in sections), default=look.px(30))
            wanted = [section.wanted() for section in sections]
            over = used + rows * sum(min(_LEAST, want) for want in wanted) - room
            if over > 0 and parts.load in column.parts:
                lowest = look.px(_LOWEST)
                parts.load.setFixedHeight(max(lowest, parts.load.height() - over))
            counts = share_rows(wanted, (room - used) // rows, _LEAST)
            for section, count in zip(sections, counts, strict=True):
                section.fit(count)

    def _own_height(self, part: QWidget) -> int:
        """What a part needs, of a section without its rows."""
        if isinstance(part, Section):
            return part.fixed_height()
        if part is self.parts.sync:
            self.parts.sync.show_count(1)
        if isinstance(part, ChartPart) or part in (self.parts.sync, self.parts.calendar):
            return part.maximumHeight()
        return part.sizeHint().height()
