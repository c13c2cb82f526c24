"""The week: lanes down, days across; every entry is a line of its cell, several days a bar over them."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.board import paint
from widgets.board.base import Board, Stop
from widgets.board.values import (
    SNAP,
    Block,
    Cell,
    Closed,
    Day,
    Entry,
    Lane,
    Place,
    Plan,
    clock_text,
    moved,
    snapped,
    wall_end,
)
from widgets.cells import kit

_SIDE = 96
_HEAD = 56
_TOP = 9
_ROW = 23
_HIGH = 21
_FOOT = 3
_CHIP = 21
_LEAST = 70
_DAY_LEAST = 112
_HOT = 0.85
_PALE = 0.45
_WARM = 0.5
_KEEP = 0.14


class WeekBoard(Board):
    """Lanes × days. Dragging across cells keeps the hour unless the pointer leaves it by some way."""

    def __init__(self, name: str, corner: str, full: str, parent: QWidget | None = None) -> None:
        self._corner, self._full = corner, full
        self._tops: list[float] = []
        self._column = 1.0
        self._cells: dict[tuple[Hashable, int], Cell] = {}
        self._busy: dict[tuple[Hashable, int], list[Entry]] = {}
        self._shut: dict[tuple[Hashable, int], list[Closed]] = {}
        self._slots: dict[Hashable, int] = {}
        self._read_plan: Plan | None = None
        super().__init__(name, parent)

    # laying out

    @override
    def heads(self) -> QSize:
        return QSize(kit().px(_SIDE), kit().px(_HEAD))

    @override
    def measure(self) -> QSize:
        look, plan, view = kit(), self.plan, self.viewport().size()
        if plan is not self._read_plan:
            self._read_plan = plan
            self._cells = {(cell.lane, cell.day): cell for cell in plan.cells}
            self._busy = self._spread()
            self._slots = self._slotted()
        self._shut = self._shut_hours()
        days = max(1, len(plan.days))
        self._column = max(float(look.px(_DAY_LEAST)), (view.width() - look.px(_SIDE)) / days)
        self._tops = self._levelled(view.height() - look.px(_HEAD))
        whole = look.px(_SIDE) + self._column * days
        return QSize(round(whole), round(self._tops[-1] if self._tops else look.px(_HEAD)))

    def _slotted(self) -> dict[Hashable, int]:
        """The line of each entry in its lane: bars of several days first, then the day's own by their hour."""
        taken: dict[tuple[Hashable, int], set[int]] = {}
        slots: dict[Hashable, int] = {}
        order = sorted(
            self.plan.entries, key=lambda each: (each.end_day == each.day, each.day, each.start)
        )
        for entry in order:
            cells = [(entry.lane, day) for day in range(entry.day, entry.end_day + 1)]
            line = 0
            while any(line in taken.setdefault(cell, set()) for cell in cells):
                line += 1
            for cell in cells:
                taken[cell].add(line)
            slots[entry.key] = line
        return slots

    def _levelled(self, room: float) -> list[float]:
        """Where each lane begins, and where the last one ends: all as high as the room lets them be."""
        look = kit()
        top, row, chip, foot = (look.px(each) for each in (_TOP, _ROW, _CHIP, _FOOT))
        need: dict[Hashable, float] = {lane.key: float(look.px(_LEAST)) for lane in self.plan.lanes}
        for entry in self.plan.entries:
            if entry.lane in need:
                lines = self._slots[entry.key] + 1
                free = any(
                    (cell := self._cells.get((entry.lane, day))) is not None
                    and cell.free is not None
                    for day in range(entry.day, entry.end_day + 1)
                )
                high: float = top + lines * row + (chip if free else foot)
                need[entry.lane] = max(need[entry.lane], high)
        heights = [need[lane.key] for lane in self.plan.lanes]
        level = _level(heights, room)
        tops, at = [], float(look.px(_HEAD))
        for high in heights:
            tops.append(at)
            at += max(high, level)
        tops.append(at)
        return tops

    @override
    def made_stops(self) -> list[Stop]:
        plan = self.plan
        stops: list[Stop] = []
        for lane in plan.lanes:
            for day in range(len(plan.days)):
                cell = self._cells.get((lane.key, day))
                if cell is not None and cell.closed:
                    continue
                start = plan.begin if cell is None or cell.free is None else cell.free
                place = Place(lane.key, day, start, 60)
                stops.append(Stop(self._free_box(lane.key, day, cell), place))
        stops += [
            Stop(self._entry_box(entry), entry.place, entry.key, entry)
            for entry in plan.entries
            if entry.lane in self.lane_places and 0 <= entry.day < len(plan.days)
        ]
        stops.sort(
            key=lambda stop: (self.lane_places[stop.place.lane], stop.place.day, stop.box.top())
        )
        return stops

    def _cell_box(self, lane: Hashable, day: int) -> QRectF:
        row = self.lane_places.get(lane, 0)
        left = kit().px(_SIDE) + day * self._column
        top = self._tops[row] if self._tops else 0.0
        high = self._tops[row + 1] - top if row + 1 < len(self._tops) else 0.0
        return QRectF(left, top, self._column, high)

    def _free_box(self, lane: Hashable, day: int, cell: Cell | None) -> QRectF:
        """Where the cursor stands in a cell when it is on no entry: the free line at its foot."""
        box = self._cell_box(lane, day)
        look = kit()
        if cell is not None and cell.free is not None:
            wide, high = paint.chip_size(clock_text(cell.free))
            return QRectF(
                box.right() - look.px(5) - wide, box.bottom() - look.px(4) - high, wide, high
            )
        return QRectF(
            box.left() + look.px(4),
            box.bottom() - look.px(_CHIP),
            box.width() - look.px(8),
            look.px(_CHIP - 4),
        )

    def _entry_box(self, entry: Entry, line: int | None = None) -> QRectF:
        look = kit()
        box = self._cell_box(entry.lane, entry.day)
        days = min(entry.end_day, len(self.plan.days) - 1) - entry.day + 1
        slot = self._slots.get(entry.key, 0) if line is None else line
        return QRectF(
            box.left() + look.px(4),
            box.top() + look.px(_TOP) + slot * look.px(_ROW),
            days * self._column - look.px(9),
            look.px(_HIGH),
        )

    # places

    @override
    def box_of(self, place: Place) -> QRectF:
        return self._cell_box(place.lane, place.day)

    def _cell_under(self, spot: QPointF) -> tuple[Lane, int] | None:
        plan = self.plan
        if not plan.lanes or not plan.days:
            return None
        day = int((spot.x() - kit().px(_SIDE)) // self._column)
        row = next((at for at, top in enumerate(self._tops[1:]) if spot.y() < top), None)
        row = len(plan.lanes) - 1 if row is None else row
        return plan.lanes[min(row, len(plan.lanes) - 1)], min(max(day, 0), len(plan.days) - 1)

    def _minute_at(self, spot: QPointF, day: int) -> float:
        plan = self.plan
        left = kit().px(_SIDE) + day * self._column
        return plan.begin + (spot.x() - left) / self._column * (plan.end - plan.begin)

    @override
    def place_under(self, spot: QPointF, block: Block, start: QPointF) -> Place:
        found = self._cell_under(spot)
        if found is None:
            return block.place
        lane, day = found
        plan = self.plan
        if block.stretching and block.before is not None:
            shift = (spot.x() - start.x()) / self._column * (plan.end - plan.begin)
            minutes = max(SNAP, snapped(block.before.minutes + shift))
            return Place(block.before.lane, block.before.day, block.before.start, minutes)
        begin = self._minute_at(spot, day)
        if block.before is not None:
            # the same hour on another day is what is meant most of the time
            first = self._cell_under(start)
            shift = begin - self._minute_at(start, first[1] if first is not None else day)
            keeps = abs(shift) < _KEEP * (plan.end - plan.begin)
            begin = block.before.start + (0 if keeps else shift)
        latest = max(plan.begin, plan.end - min(block.place.minutes, plan.end - plan.begin))
        begin = min(max(snapped(begin), plan.begin), latest)
        return Place(lane.key, day, begin, block.place.minutes)

    @override
    def free_at(self, spot: QPointF) -> Place | None:
        found = self._cell_under(spot)
        if found is None or not self.visible().contains(spot):
            return None
        lane, day = found
        cell = self._cells.get((lane.key, day))
        start = self.plan.begin if cell is None or cell.free is None else cell.free
        return Place(lane.key, day, start, 60)

    @override
    def stepped(self, place: Place, across: int, down: int, *, fine: bool) -> Place:
        plan = self.plan
        if fine:
            start = place.start + SNAP * (across + down)
            start = min(max(start, plan.begin), plan.end - SNAP)
            return Place(place.lane, place.day, start, place.minutes)
        row = self.lane_places.get(place.lane, 0) + down
        lane = plan.lanes[min(max(row, 0), len(plan.lanes) - 1)].key
        day = min(max(place.day + across, 0), len(plan.days) - 1)
        return Place(lane, day, place.start, place.minutes)

    @override
    def edge_at(self, stop: Stop, spot: QPointF) -> bool:
        return stop.entry is not None and spot.x() > stop.box.right() - kit().px(6)

    @override
    def clicked(self, stop: Stop, spot: QPointF) -> None:
        cell = self._cells.get((stop.place.lane, stop.place.day))
        if stop.key is None and cell is not None and cell.free is not None:
            self.created.emit(stop.place)

    # painting

    @override
    def paint_board(self, painter: QPainter, rect: QRect) -> None:
        offset = self.offset()
        look = kit()
        painter.save()
        painter.setClipRect(
            self.viewport().rect().adjusted(look.px(_SIDE), look.px(_HEAD), 0, 0),
            Qt.ClipOperation.IntersectClip,
        )
        painter.translate(-offset)
        shown = QRectF(rect).translated(offset)
        for lane in self.plan.lanes:
            for day in range(len(self.plan.days)):
                box = self._cell_box(lane.key, day)
                if box.intersects(shown):
                    self._paint_cell(painter, box, lane.key, day)
        self._paint_entries(painter, shown)
        self._paint_carried(painter)
        if self.hasFocus():
            stop = self.stop()
            if stop is not None and self.carry.block is None:
                paint.ring(painter, stop.box.adjusted(-2, -2, 2, 2), "focus.ring")
        painter.restore()
        self._paint_lanes(painter, offset)
        self._paint_days(painter, offset)
        self._paint_corner(painter)
        if self.hasFocus() and self.stop() is None:
            # nothing to stand on: the board itself has the keyboard
            paint.ring(painter, QRectF(self.viewport().rect()), "focus.ring")

    def _paint_cell(self, painter: QPainter, box: QRectF, lane: Hashable, day: int) -> None:
        look = kit()
        cell = self._cells.get((lane, day), Cell(lane, day))
        if cell.closed or self.is_unfit(lane, day):
            painter.fillRect(box, paint.hatch(look, QPointF()))
        elif cell.load > _HOT:
            painter.fillRect(box, look.colour("load.low"))
        elif cell.load > _WARM:
            painter.fillRect(box, look.colour("surface.sunken"))
        for shut in self.shut_boxes(lane, day):
            painter.fillRect(shut, paint.hatch(look, QPointF()))
        line = look.colour("line.hairline")
        painter.fillRect(QRectF(round(box.right()) - 1, box.top(), 1, box.height()), line)
        painter.fillRect(QRectF(box.left(), round(box.bottom()) - 1, box.width(), 1), line)
        self._paint_strip(painter, box, lane, day)
        if cell.free is not None and not self.is_unfit(lane, day):
            paint.chip(
                painter, box.right() - look.px(5), box.bottom() - look.px(4), clock_text(cell.free)
            )

    def shut_boxes(self, lane: Hashable, day: int) -> list[QRectF]:
        """The hatched parts of a cell, along its hours like the strip; nothing of a cell that is closed whole."""
        cell = self._cells.get((lane, day))
        if cell is not None and cell.closed:
            return []
        plan, box = self.plan, self._cell_box(lane, day)
        strip, whole = self._strip(box), max(1, plan.end - plan.begin)
        found = []
        for span in self._shut.get((lane, day), ()):
            left, right = (
                strip.left() + (minute - plan.begin) / whole * strip.width()
                for minute in (max(span.start, plan.begin), min(span.end, plan.end))
            )
            # what reaches an end of the axis reaches the edge of the cell
            left = box.left() if span.start <= plan.begin else left
            right = box.right() if span.end >= plan.end else right
            if left < right:
                found.append(QRectF(left, box.top(), right - left, box.height()))
        return found

    def _strip(self, box: QRectF) -> QRectF:
        look = kit()
        return QRectF(
            box.left() + look.px(5), box.top() + look.px(3), box.width() - look.px(10), look.px(3)
        )

    def _paint_strip(self, painter: QPainter, box: QRectF, lane: Hashable, day: int) -> None:
        """What of the day is taken, as a thin line along its hours."""
        look, plan = kit(), self.plan
        strip = self._strip(box)
        painter.fillRect(strip, look.colour("line.hairline"))
        for entry in self._busy.get((lane, day), ()):
            first = entry.start if entry.day == day else plan.begin
            last = entry.end if entry.end_day == day else plan.end
            self._segment(painter, strip, first, last, "load.high")

    def _segment(
        self, painter: QPainter, strip: QRectF, first: int, last: int, colour: str
    ) -> None:
        plan = self.plan
        whole = max(1, plan.end - plan.begin)
        left = strip.left() + (max(first, plan.begin) - plan.begin) / whole * strip.width()
        right = strip.left() + (min(last, plan.end) - plan.begin) / whole * strip.width()
        if right > left:
            painter.fillRect(
                QRectF(left, strip.top(), right - left - 0.5, strip.height()), kit().colour(colour)
            )

    def _shut_hours(self) -> dict[tuple[Hashable, int], list[Closed]]:
        """Closed hours of each cell; breaks of every day would hatch the whole week, and say nothing."""
        found: dict[tuple[Hashable, int], list[Closed]] = {}
        for span in self.plan.closed:
            if not span.is_break:
                found.setdefault((span.lane, span.day), []).append(span)
        return found

    def _spread(self) -> dict[tuple[Hashable, int], list[Entry]]:
        """The entries of each cell."""
        found: dict[tuple[Hashable, int], list[Entry]] = {}
        for entry in self.plan.entries:
            for day in range(entry.day, entry.end_day + 1):
                found.setdefault((entry.lane, day), []).append(entry)
        return found

    def _paint_entries(self, painter: QPainter, shown: QRectF) -> None:
        held = self.carried_stops()
        lanes = self.lane_places
        for entry in self.plan.entries:
            if entry.lane not in lanes:
                continue
            box = self._entry_box(entry)
            if not box.intersects(shown):
                continue
            cell = self._cells.get((entry.lane, entry.day))
            light = cell is not None and cell.load > _HOT and not cell.closed
            if entry.key == held or self.is_unfit(entry.lane, entry.day):
                painter.setOpacity(_PALE)
            shown_as = replace(entry, hue="bad") if self._clashes(entry) else entry
            paint.row(painter, box, shown_as, light=light)
            painter.setOpacity(1.0)

    def _clashes(self, entry: Entry) -> bool:
        """Whether what is carried would stand on it."""
        block, answer = self.carry.block, self.carry.answer
        if block is None or answer is None or answer.tone != "bad" or entry.key == block.key:
            return False
        place = block.place
        last = wall_end(place, self.plan.closed, self.plan.begin, self.plan.end)
        there = entry.lane == place.lane and entry.day <= place.day <= entry.end_day
        return there and entry.start < last and entry.end > place.start

    def _paint_carried(self, painter: QPainter) -> None:
        block = self.carry.block or self.carry.pending
        if block is None:
            return
        answer = self.carry.answer
        tone = answer.tone if answer is not None else ""
        mark = f"status.{tone}.mark" if tone else "line.control"
        box = self._cell_box(block.place.lane, block.place.day)
        if self.carry.block is not None:
            paint.ring(painter, box.adjusted(0, 0, -1, -1), mark)
            look = kit()
            strip = self._strip(box).adjusted(0, -look.px(1), 0, look.px(1))
            last = wall_end(block.place, self.plan.closed, self.plan.begin, self.plan.end)
            self._segment(painter, strip, block.place.start, last, mark)
            return
        ghost = Entry(
            key=block.key,
            lane=block.place.lane,
            day=block.place.day,
            start=block.place.start,
            minutes=block.place.minutes,
            end=block.place.start + block.place.minutes,
            end_day=block.place.day,
            title=block.title,
            car=block.car,
        )
        shown = moved(block.entry, block.place, self.plan) if block.entry is not None else ghost
        line = len(self._busy.get((block.place.lane, block.place.day), ()))
        paint.row(painter, self._entry_box(shown, line), shown)

    def _paint_lanes(self, painter: QPainter, offset: QPointF) -> None:
        look = kit()
        painter.save()
        side = look.px(_SIDE)
        painter.setClipRect(QRect(0, look.px(_HEAD), side, self.viewport().height()))
        painter.fillRect(
            QRectF(0, look.px(_HEAD), side, self.viewport().height()), look.colour("surface.page")
        )
        line = look.colour("line.hairline")
        for row, lane in enumerate(self.plan.lanes):
            top = self._tops[row] - offset.y()
            bottom = self._tops[row + 1] - offset.y()
            painter.fillRect(QRectF(0, round(bottom) - 1, side, 1), line)
            left, room = look.px(16), side - look.px(18)
            y = top + look.px(9)
            spot = QRectF(left, y, room, look.px(20))
            # a name stands whole: in smaller letters before it is cut
            fits = look.face("base", 600).width(lane.title) <= room
            role = "base" if fits else "small"
            paint.words(painter, spot, lane.title, role=role, weight=600, tone="text.primary")
            y += look.px(19)
            if lane.detail:
                spot = QRectF(left, y, room, look.px(17))
                paint.words(painter, spot, lane.detail, tone="text.muted")
                y += look.px(18)
            if lane.load_text:
                tone = "status.wait.fg" if lane.hot else "text.muted"
                spot = QRectF(left, y, room, look.px(17))
                paint.words(painter, spot, lane.load_text, tone=tone)
        painter.fillRect(QRectF(side - 1, 0, 1, self.viewport().height()), line)
        painter.restore()

    def _paint_days(self, painter: QPainter, offset: QPointF) -> None:
        look = kit()
        side, head = look.px(_SIDE), look.px(_HEAD)
        painter.save()
        painter.setClipRect(QRect(side, 0, self.viewport().width() - side, head))
        painter.fillRect(
            QRectF(side, 0, self.viewport().width() - side, head), look.colour("surface.page")
        )
        for at, day in enumerate(self.plan.days):
            left = side + at * self._column - offset.x()
            self._paint_day(painter, QRectF(left, 0, self._column, head), day)
        line = look.colour("line.hairline")
        painter.fillRect(QRectF(side, head - 1, self.viewport().width(), 1), line)
        today = next((at for at, day in enumerate(self.plan.days) if day.is_today), None)
        if today is not None:
            left = side + today * self._column - offset.x()
            painter.fillRect(
                QRectF(left, head - look.px(2), self._column - 1, look.px(2)),
                look.colour("accent.base"),
            )
        painter.restore()

    def _paint_day(self, painter: QPainter, box: QRectF, day: Day) -> None:
        look = kit()
        pad = look.px(8)
        inner = QRectF(box.left() + pad, look.px(8), box.width() - 2 * pad - 1, look.px(20))
        ink = "accent.text" if day.is_today else "text.primary"
        paint.words(painter, inner, day.title, role="base", weight=600, tone=ink)
        if day.load_text:
            tone = "status.wait.fg" if day.hot else "text.muted"
            weight = 600 if day.hot else None
            wide = paint.words(
                painter, inner, day.load_text, weight=weight, tone=tone, flags=paint.RIGHT
            )
            if day.hot:
                x = inner.right() - wide - look.px(17)
                painter.drawPixmap(
                    QPointF(round(x), round(inner.center().y() - look.px(13) / 2)),
                    look.icon("triangle-alert", tone, 13),
                )
        if day.load is not None:
            bar = QRectF(inner.left(), look.px(33), inner.width(), look.px(4))
            paint.meter(painter, bar, day.load, hot=day.hot, ground="line.hairline")
        if day.note:
            y = look.px(39)
            painter.drawPixmap(
                QPointF(round(inner.left() - look.px(3)), y),
                look.icon(day.note_icon, "status.wait.fg", 13),
            )
            spot = QRectF(
                inner.left() + look.px(13), y - look.px(1), inner.width() - look.px(10), look.px(15)
            )
            paint.words(painter, spot, day.note, role="caption", tone="status.wait.fg")
        line = look.colour("line.hairline")
        painter.fillRect(QRectF(round(box.right()) - 1, 0, 1, box.height()), line)

    def _paint_corner(self, painter: QPainter) -> None:
        look = kit()
        side, head = look.px(_SIDE), look.px(_HEAD)
        painter.fillRect(QRectF(0, 0, side, head), look.colour("surface.page"))
        left = look.px(16)
        spot = QRectF(left, look.px(9), side - left, look.px(18))
        paint.words(painter, spot, self._corner, role="caption", tone="text.secondary")
        y = look.px(31)
        for at, (fill, edge) in enumerate(
            (
                ("surface.page", "line.divider"),
                ("surface.pressed", "surface.pressed"),
                ("load.low", "load.mid"),
            )
        ):
            box = QRectF(left + at * look.px(15), y, look.px(12), look.px(12))
            painter.setPen(look.pen(edge))
            painter.setBrush(look.colour(fill))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = left + look.px(46)
        spot = QRectF(x, y - look.px(2), side - x, look.px(16))
        paint.words(painter, spot, self._full, role="caption", tone="text.secondary")
        line = look.colour("line.hairline")
        painter.fillRect(QRectF(side - 1, 0, 1, head), line)
        painter.fillRect(QRectF(0, head - 1, side, 1), line)


def _level(heights: list[float], room: float) -> float:
    """The height that all lanes can have at least, so that together they fill the room."""
    rest, left = room, sorted(heights, reverse=True)
    while left:
        level = rest / len(left)
        if left[0] <= level:
            return level
        rest -= left.pop(0)
    return 0.0
