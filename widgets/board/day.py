"""The day: lanes across, hours down; every entry is a block as long as its work."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.board import paint
from widgets.board.base import Board, Stop
from widgets.board.values import (
    SNAP,
    Block,
    Entry,
    Lane,
    Place,
    Proposal,
    clock_text,
    moved,
    range_text,
    snapped,
    wall_end,
)
from widgets.cells import kit

_AXIS = 52
_HEAD = 50
_DETAIL = 44
_HOUR_LEAST = 44
_LANE_LEAST = 116
_EDGE = 6
_HOUR = 60
_GAP = 30


class DayBoard(Board):
    """Lanes × hours of the plan's first day."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._hour = float(_HOUR_LEAST)
        self._column = 1.0
        self._sides: dict[Hashable, tuple[int, int]] = {}
        super().__init__(name, parent)

    # laying out

    @override
    def heads(self) -> QSize:
        return QSize(kit().px(_AXIS), kit().px(_HEAD))

    @override
    def measure(self) -> QSize:
        look, plan, view = kit(), self.plan, self.viewport().size()
        hours = max(1.0, (plan.end - plan.begin) / _HOUR)
        room = view.height() - look.px(_HEAD) - look.px(16)
        self._hour = max(float(look.px(_HOUR_LEAST)), room / hours)
        lanes = max(1, len(plan.lanes))
        self._column = max(float(look.px(_LANE_LEAST)), (view.width() - look.px(_AXIS)) / lanes)
        self._sides = self._side_by_side()
        return QSize(
            round(look.px(_AXIS) + self._column * lanes),
            round(look.px(_HEAD) + self._hour * hours + look.px(16)),
        )

    def _side_by_side(self) -> dict[Hashable, tuple[int, int]]:
        """Entries that share an hour of a lane stand beside each other: (which, of how many)."""
        found: dict[Hashable, tuple[int, int]] = {}
        for lane in self.plan.lanes:
            mine = sorted(
                (each for each in self.plan.entries if each.lane == lane.key),
                key=lambda each: (self._first(each), -self._last(each)),
            )
            group: list[Entry] = []
            until = -1
            for entry in [*mine, None]:
                if entry is None or self._first(entry) >= until:
                    _settle(group, found, self._first, self._last)
                    group, until = [], -1
                if entry is not None:
                    group.append(entry)
                    until = max(until, self._last(entry))
        return found

    def _first(self, entry: Entry) -> int:
        return max(entry.start, self.plan.begin) if entry.day >= 0 else self.plan.begin

    def _last(self, entry: Entry) -> int:
        return min(entry.end, self.plan.end) if entry.end_day <= 0 else self.plan.end

    @override
    def made_stops(self) -> list[Stop]:
        lanes = self.lane_places
        stops = [
            Stop(self._entry_box(entry), entry.place, entry.key, entry)
            for entry in self.plan.entries
            if entry.lane in lanes
        ]
        for lane in self.plan.lanes:
            stops += [
                Stop(
                    self._box(lane.key, first, last).adjusted(4, 2, -5, -2),
                    Place(lane.key, 0, first, min(last - first, 2 * _HOUR)),
                )
                for first, last in self._gaps(lane.key)
            ]
        stops.sort(key=lambda stop: (lanes[stop.place.lane], stop.box.top()))
        return stops

    def _gaps(self, lane: Hashable) -> list[tuple[int, int]]:
        """Where the lane is open and free for half an hour and more, cut at full hours."""
        plan = self.plan
        busy = sorted(
            [(self._first(each), self._last(each)) for each in plan.entries if each.lane == lane]
            + [(each.start, each.end) for each in plan.closed if each.lane == lane]
        )
        gaps, at = [], plan.begin
        for first, last in [*busy, (plan.end, plan.end)]:
            while first - at >= _GAP:
                nearest = min(first, (at // _HOUR + 1) * _HOUR)
                gaps.append((at, nearest))
                at = nearest
            at = max(at, last)
        return gaps

    def _y(self, minute: float) -> float:
        return kit().px(_HEAD) + (minute - self.plan.begin) / _HOUR * self._hour

    def _minute(self, y: float) -> float:
        return self.plan.begin + (y - kit().px(_HEAD)) / self._hour * _HOUR

    def _x(self, column: int) -> float:
        return kit().px(_AXIS) + column * self._column

    def _box(self, lane: Hashable, first: float, last: float) -> QRectF:
        column = self.lane_places.get(lane, 0)
        top = self._y(first)
        return QRectF(self._x(column), top, self._column, self._y(last) - top)

    def _entry_box(self, entry: Entry) -> QRectF:
        box = self._box(entry.lane, self._first(entry), self._last(entry))
        look = kit()
        which, of = self._sides.get(entry.key, (0, 1))
        wide = (box.width() - look.px(9)) / of
        return QRectF(
            box.left() + look.px(4) + which * wide,
            box.top() + 1,
            wide - (look.px(2) if which + 1 < of else 0),
            max(float(look.px(14)), box.height() - look.px(3)),
        )

    # places

    @override
    def box_of(self, place: Place) -> QRectF:
        last = wall_end(place, self.plan.closed, self.plan.begin, self.plan.end)
        box = self._box(place.lane, place.start, max(last, place.start + SNAP))
        return box.adjusted(kit().px(4), 1, -kit().px(5), -kit().px(2))

    def _lane_under(self, spot: QPointF) -> Lane | None:
        lanes = self.plan.lanes
        if not lanes:
            return None
        column = int((spot.x() - kit().px(_AXIS)) // self._column)
        return lanes[min(max(column, 0), len(lanes) - 1)]

    @override
    def place_under(self, spot: QPointF, block: Block, start: QPointF) -> Place:
        lane = self._lane_under(spot)
        if lane is None:
            return block.place
        plan = self.plan
        minute = self._minute(spot.y())
        if block.before is not None:
            shift = minute - self._minute(start.y())
            if block.stretching:
                minutes = max(SNAP, snapped(block.before.minutes + shift))
                return Place(block.before.lane, 0, block.before.start, minutes)
            minute = block.before.start + shift
        begin = min(max(snapped(minute), plan.begin), plan.end - SNAP)
        return Place(lane.key, 0, begin, block.place.minutes)

    @override
    def free_at(self, spot: QPointF) -> Place | None:
        lane = self._lane_under(spot)
        if lane is None or not self.visible().contains(spot):
            return None
        begin = int(self._minute(spot.y()) // _GAP * _GAP)
        return Place(lane.key, 0, min(max(begin, self.plan.begin), self.plan.end - _GAP), _HOUR)

    @override
    def stepped(self, place: Place, across: int, down: int, *, fine: bool) -> Place:
        plan = self.plan
        column = min(
            max(self.lane_places.get(place.lane, 0) + (0 if fine else across), 0),
            len(plan.lanes) - 1,
        )
        step = SNAP * (down + (across if fine else 0))
        start = min(max(place.start + step, plan.begin), plan.end - SNAP)
        return Place(plan.lanes[column].key, 0, start, place.minutes)

    @override
    def edge_at(self, stop: Stop, spot: QPointF) -> bool:
        return stop.entry is not None and spot.y() > stop.box.bottom() - kit().px(_EDGE)

    @override
    def edge_cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.SizeVerCursor

    # painting

    @override
    def paint_board(self, painter: QPainter, rect: QRect) -> None:
        look, plan, offset = kit(), self.plan, self.offset()
        painter.save()
        painter.setClipRect(self.viewport().rect().adjusted(0, look.px(_HEAD), 0, 0))
        painter.translate(QPointF(0, -offset.y()))
        self._paint_hours(painter)
        painter.restore()
        painter.save()
        painter.setClipRect(self.viewport().rect().adjusted(look.px(_AXIS), look.px(_HEAD), 0, 0))
        painter.translate(-offset)
        line = look.colour("line.hairline")
        for column in range(len(plan.lanes)):
            painter.fillRect(
                QRectF(round(self._x(column)), 0, 1, self._y(plan.end) + look.px(16)), line
            )
        for span in plan.closed:
            if span.lane in self.lane_places:
                box = self._box(span.lane, span.start, span.end)
                painter.fillRect(box.adjusted(1, 0, 0, 0), paint.hatch(look, QPointF()))
        for lane in plan.lanes:
            if self.is_unfit(lane.key, 0):
                box = self._box(lane.key, plan.begin, plan.end)
                painter.fillRect(box.adjusted(1, 0, 0, 0), paint.hatch(look, QPointF()))
        self._paint_now(painter)
        shown = QRectF(rect).translated(offset)
        for offer in plan.proposals:
            self._paint_proposal(painter, offer)
        self._paint_entries(painter, shown)
        if self.hasFocus() and self.carry.block is None:
            stop = self.stop()
            if stop is not None:
                paint.ring(painter, stop.box.adjusted(-1, -1, 1, 1), "focus.ring")
        painter.restore()
        self._paint_clock(painter, offset)
        self._paint_heads(painter, offset)
        if self.hasFocus() and self.stop() is None:
            paint.ring(painter, QRectF(self.viewport().rect()), "focus.ring")

    def _paint_hours(self, painter: QPainter) -> None:
        look, plan = kit(), self.plan
        line = look.colour("line.hairline")
        axis = look.px(_AXIS)
        for minute in range(-(-plan.begin // _HOUR) * _HOUR, plan.end + 1, _HOUR):
            y = self._y(minute)
            painter.fillRect(QRectF(axis, round(y), self.viewport().width() - axis, 1), line)
            rise = look.px(-3 if minute == plan.begin else 8)
            spot = QRectF(0, y - rise, axis - look.px(8), look.px(16))
            paint.words(painter, spot, clock_text(minute), tone="text.muted", flags=paint.RIGHT)

    def _paint_now(self, painter: QPainter) -> None:
        now = self.plan.now
        if now is None or now[0] != 0 or not self.plan.begin <= now[1] <= self.plan.end:
            return
        y = self._y(now[1])
        painter.setPen(QPen(kit().colour("accent.base"), 1.5))
        right = self._x(max(1, len(self.plan.lanes)))
        painter.drawLine(QPointF(self._x(0), y), QPointF(right, y))

    def _paint_clock(self, painter: QPainter, offset: QPointF) -> None:
        now = self.plan.now
        if now is None or now[0] != 0 or not self.plan.begin <= now[1] <= self.plan.end:
            return
        look = kit()
        y = self._y(now[1]) - offset.y()
        if y < look.px(_HEAD):
            return
        box = QRectF(look.px(4), y - look.px(9), look.px(_AXIS - 8), look.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent.base"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint.words(
            painter,
            box,
            clock_text(now[1]),
            role="caption",
            weight=600,
            tone="text.on_accent",
            flags=paint.CENTRE,
        )

    def _paint_proposal(self, painter: QPainter, offer: Proposal) -> None:
        look = kit()
        box = self._box(offer.place.lane, offer.place.start, offer.end).adjusted(
            look.px(5), 2, -look.px(6), -look.px(3)
        )
        painter.setBrush(look.colour("status.good.bg"))
        pen = QPen(look.colour("status.good.mark"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(look.px(8), look.px(3), -look.px(4), 0)
        first = QRectF(inner.left(), inner.top(), inner.width(), look.px(16))
        wide = paint.words(painter, first, offer.number, weight=600, tone="status.good.fg")
        span = range_text(offer.place.start, offer.end)
        paint.words(
            painter, first.adjusted(wide + look.px(8), 0, 0, 0), span, tone="status.good.fg"
        )
        if offer.text and box.height() > look.px(38):
            second = first.translated(0, look.px(16))
            paint.words(painter, second, offer.text, tone="status.good.fg")

    def _paint_entries(self, painter: QPainter, shown: QRectF) -> None:
        block = self.carry.block or self.carry.pending
        for entry in self.plan.entries:
            held = block is not None and entry.key == block.key
            if held or entry.lane not in self.lane_places:
                continue
            box = self._entry_box(entry)
            if box.intersects(shown):
                self._paint_block(painter, box, entry)
        if block is None:
            return
        if block.entry is not None:
            entry = moved(block.entry, block.place, self.plan)
        else:
            last = wall_end(block.place, self.plan.closed, self.plan.begin, self.plan.end)
            place = block.place
            entry = Entry(
                key=block.key,
                lane=place.lane,
                day=0,
                start=place.start,
                minutes=place.minutes,
                end=last,
                end_day=0,
                title=block.title,
                car=block.car,
            )
        box = self.box_of(block.place)
        self._paint_block(painter, box, entry)
        if self.carry.block is not None:
            self._paint_handle(painter, box)

    def _paint_handle(self, painter: QPainter, box: QRectF) -> None:
        """What is carried has a ring in the tone of its answer, and the handle that stretches it."""
        look = kit()
        answer = self.carry.answer
        bad = answer is not None and answer.tone == "bad"
        colour = "status.bad.mark" if bad else "focus.ring"
        paint.ring(painter, box.adjusted(-2, -2, 2, 2), colour)
        handle = QRectF(
            box.center().x() - look.px(14), box.bottom() - look.px(4), look.px(28), look.px(9)
        )
        painter.setBrush(look.colour("surface.page"))
        painter.setPen(QPen(look.colour(colour), 2))
        painter.drawRoundedRect(handle, look.px(5), look.px(5))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_block(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        look = kit()
        if entry.faint:
            painter.setOpacity(0.62)
        ink = paint.body(painter, box, look, entry)
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        high = look.px(16)
        inner = QRectF(
            box.left() + look.px(8), box.top() + look.px(3), box.width() - look.px(12), high
        )
        if box.height() < look.px(19):
            inner.moveTop(box.top() + (box.height() - high) / 2)
        bold = look.face("small", 600)
        painter.setFont(bold.font)
        painter.setPen(ink)
        first = clock_text(entry.start)
        painter.drawText(inner, paint.LEFT, first)
        wide = bold.width(first) + look.px(4)
        plate = inner.adjusted(wide, 0, 0, 0)
        if entry.icon:
            side = look.px(12)
            painter.drawPixmap(
                QPointF(round(inner.right() - side), round(inner.center().y() - side / 2)),
                look.icon(entry.icon, "text.secondary", 12),
            )
            plate.setRight(inner.right() - side - look.px(2))
        used = paint.words(painter, plate, entry.title, tone="text.primary", by_end=entry.by_end)
        if box.height() < look.px(36):
            rest = plate.adjusted(used + look.px(6), 0, 0, 0)
            if rest.width() > look.px(20):
                paint.words(painter, rest, f"{entry.car} {entry.work}".strip())
        else:
            self._paint_more(painter, box, inner, entry)
        painter.restore()
        painter.setOpacity(1.0)

    def _paint_more(self, painter: QPainter, box: QRectF, inner: QRectF, entry: Entry) -> None:
        """Car, work, who and until when, as far as the block goes."""
        look = kit()
        line = inner.translated(0, look.px(17))
        if entry.car:
            paint.words(painter, line, entry.car)
            line.translate(QPointF(0, look.px(16)))
        if entry.work and line.bottom() <= box.bottom() + 1:
            paint.words(painter, line, entry.work)
            line.translate(QPointF(0, look.px(16)))
        if line.bottom() + look.px(6) > box.bottom():
            return
        line.translate(QPointF(0, look.px(5)))
        x = line.left()
        if entry.initials is not None:
            side = look.px(18)
            badge = QRectF(x, line.center().y() - side / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("status.idle.bg"))
            painter.drawEllipse(badge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint.words(
                painter,
                badge.adjusted(-2, 0, 2, 0),
                entry.initials,
                role="caption",
                weight=600,
                tone="status.idle.fg",
                flags=paint.CENTRE,
            )
            x += side + look.px(5)
        rest = QRectF(x, line.top(), line.right() - x, line.height())
        paint.words(painter, rest, range_text(entry.start, entry.end))

    def _paint_heads(self, painter: QPainter, offset: QPointF) -> None:
        look, plan = kit(), self.plan
        axis, head = look.px(_AXIS), look.px(_HEAD)
        view = self.viewport().width()
        painter.fillRect(QRectF(0, 0, view, head), look.colour("surface.page"))
        painter.save()
        painter.setClipRect(QRectF(axis, 0, view - axis, head))
        block = self.carry.block
        marked = {offer.place.lane for offer in plan.proposals}
        if block is not None:
            marked = {block.place.lane}
        for column, lane in enumerate(plan.lanes):
            left = self._x(column) - offset.x()
            self._paint_head(painter, QRectF(left, 0, self._column, head), lane)
            if lane.key in marked:
                answer = self.carry.answer
                bad = block is not None and answer is not None and answer.tone == "bad"
                colour = look.colour("status.bad.mark" if bad else "status.good.mark")
                painter.fillRect(QRectF(left, head - look.px(2), self._column, look.px(2)), colour)
        painter.restore()
        painter.fillRect(QRectF(0, head - 1, view, 1), look.colour("line.divider"))

    def _paint_head(self, painter: QPainter, box: QRectF, lane: Lane) -> None:
        look = kit()
        painter.fillRect(
            QRectF(round(box.left()), 0, 1, box.height()), look.colour("line.hairline")
        )
        pad = look.px(8)
        line = QRectF(box.left() + pad, look.px(6), box.width() - 2 * pad, look.px(20))
        room = line.width()
        if lane.load_text:
            tone = "status.wait.fg" if lane.hot else "text.muted"
            weight = 600 if lane.hot else None
            wide = paint.words(
                painter, line, lane.load_text, weight=weight, tone=tone, flags=paint.RIGHT
            )
            room -= wide + look.px(6)
        title = QRectF(line.left(), line.top(), room, line.height())
        used = paint.words(painter, title, lane.title, role="base", weight=600, tone="text.primary")
        rest = title.adjusted(used + look.px(8), 0, 0, 0)
        # a letter and dots say nothing
        if lane.detail and rest.width() > look.px(_DETAIL):
            paint.words(painter, rest, lane.detail, tone="text.muted")
        if lane.load is not None:
            bar = QRectF(line.left(), look.px(31), line.width(), look.px(4))
            paint.meter(painter, bar, lane.load, hot=lane.hot, ground="surface.pressed")


def _settle(
    group: list[Entry],
    found: dict[Hashable, tuple[int, int]],
    first: Callable[[Entry], int],
    last: Callable[[Entry], int],
) -> None:
    """Columns for entries that touch each other in time."""
    ends: list[int] = []
    where: dict[Hashable, int] = {}
    for entry in group:
        column = next((at for at, end in enumerate(ends) if end <= first(entry)), len(ends))
        if column == len(ends):
            ends.append(0)
        ends[column] = last(entry)
        where[entry.key] = column
    for key, column in where.items():
        found[key] = (column, len(ends))
