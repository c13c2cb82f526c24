"""How the rights matrix looks: its header of roles, its checks, chips, dashes, locks and dots."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ui.centers.cells import CellOf, State
from ui.centers.matrix_model import Index, RightsModel
from ui.centers.rights import RightGroup
from ui.shell.words import said
from widgets.cells import kit
from widgets.theme import theme

_HEADER = 46


def two_lines(name: str, room: float) -> list[str]:
    """A role's name in at most two lines that fit the room."""
    bold = kit().face("small", 600)
    first, _, rest = name.partition(" ")
    if bold.width(name) <= room or not rest:
        return [bold.short(name, room)]
    return [bold.short(first, room), bold.short(rest, room)]


def draw_check(painter: QPainter, box: QRectF) -> None:
    """A check in the middle of a box, heavier than the icon of that name."""
    look = kit()
    middle, unit = box.center(), look.px(13) / 13
    pen = QPen(look.colour("accent.text"), 1.8 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    steps = ((-4.2, 0.3), (-1.4, 3.0), (4.4, -3.0))
    painter.drawPolyline([QPointF(middle.x() + x * unit, middle.y() + y * unit) for x, y in steps])


class Matrix(QTableView):
    """What the painters ask of the matrix."""

    rights: RightsModel

    def hot_columns(self) -> set[int]:
        """Columns to shade."""
        return set()


class RolesHeader(QHeaderView):
    """Role names over how many people hold them; the current column is shaded."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(Qt.Orientation.Horizontal, matrix)
        self._matrix = matrix
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        wraps = any(
            len(two_lines(role.name, self.sectionSize(place) - theme().px(6))) > 1
            for place, role in enumerate(self._matrix.rights.roles, 1)
        )
        return QSize(super().sizeHint().width(), theme().px(_HEADER + 14 * wraps))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, model = kit(), self._matrix.rights
        hot = logicalIndex > 0 and logicalIndex in self._matrix.hot_columns()
        painter.fillRect(rect, look.colour("surface.hover" if hot else "surface.page"))
        painter.setPen(look.pen("line.divider"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        small = look.face("caption")
        low = rect.bottom() - look.px(9)
        if logicalIndex == 0:
            painter.setFont(small.font)
            painter.setPen(look.pen("text.muted"))
            painter.drawText(
                rect.left() + look.px(16), low, model.headerData(0, self.orientation())
            )
            return
        role = model.roles[logicalIndex - 1]
        bold = look.face("small", 600)
        count = model.people.get(role.code, 0)
        shown = str(count) if count else "—"
        painter.setFont(bold.font)
        painter.setPen(look.pen("text.primary"))
        middle = rect.center().x() + 0.5
        lines = two_lines(role.name, rect.width() - look.px(6))
        for above, line in enumerate(reversed(lines)):
            y = low - look.px(17) - above * look.px(14)
            painter.drawText(round(middle - bold.width(line) / 2), y, line)
        painter.setFont(small.font)
        painter.setPen(look.pen("text.muted"))
        painter.drawText(round(middle - small.width(shown) / 2), low, shown)


class RightsPainter(QStyledItemDelegate):
    """Draws the cells: shade, check, chip, dash, lock, the dot of a change, the ring of the current one."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(matrix)
        self._matrix = matrix

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, model = kit(), self._matrix.rights
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = model.group_at(index.row())
        current = self._matrix.currentIndex()
        if group is not None:
            self._group(painter, rect, group, index)
        else:
            in_row = current.isValid() and current.row() == index.row()
            in_column = index.column() > 0 and index.column() in self._matrix.hot_columns()
            fill = "selected" if in_row and in_column else "hover" if in_row or in_column else ""
            if fill:
                painter.fillRect(rect, look.colour(f"surface.{fill}"))
            if index.column() == 0:
                face = look.face()
                painter.setFont(face.font)
                painter.setPen(look.pen("text.primary"))
                room = rect.adjusted(look.px(16), 0, -look.px(6), 0)
                text = face.short(str(index.data()), room.width())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            else:
                self._cell(painter, rect, model.cell(index))
        painter.setPen(look.pen("line.hairline"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        asking = QApplication.activePopupWidget() is not None
        if current == index and group is None and (self._matrix.hasFocus() or asking):
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _group(self, painter: QPainter, rect: QRect, group: RightGroup, index: Index) -> None:
        look = kit()
        painter.fillRect(rect, look.colour("surface.sunken"))
        if index.column() > 0:
            return
        is_open = self._matrix.rights.is_open(group)
        icon = look.icon("chevron-down" if is_open else "chevron-right", "text.secondary", 14)
        x = rect.left() + look.px(16)
        painter.drawPixmap(x, rect.center().y() - look.px(7), icon)
        x += look.px(20)
        face = look.face("strong")
        painter.setFont(face.font)
        painter.setPen(look.pen("text.primary"))
        painter.drawText(
            rect.adjusted(x - rect.left(), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter,
            said(group.title),
        )
        if self._matrix.currentIndex().row() == index.row() and self._matrix.hasFocus():
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _cell(self, painter: QPainter, rect: QRect, cell: CellOf | None) -> None:
        if cell is None:
            return
        look = kit()
        width, height = look.px(22), look.px(18)
        box = QRectF(0, 0, width, height)
        box.moveCenter(QRectF(rect).center())
        if cell.state is State.YES:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent.soft"))
            painter.drawRoundedRect(box, look.px(4), look.px(4))
            draw_check(painter, box)
        elif cell.state is State.LOCKED:
            side = look.px(14)
            spot = QRect(0, 0, side, side)
            spot.moveCenter(box.center().toPoint())
            painter.drawPixmap(spot, look.icon("lock", "text.muted", 14))
        elif cell.state is State.LIMIT:
            box = self._chip(painter, rect, said(cell.words or ""))
        else:
            painter.setPen(look.pen("text.muted"))
            painter.setFont(look.face().font)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "–")
        if cell.is_changed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("status.wait.mark"))
            dot = look.px(6)
            painter.drawEllipse(QRectF(box.right() + look.px(2), box.top() - 1, dot, dot))

    def _chip(self, painter: QPainter, rect: QRect, words: str) -> QRectF:
        look = kit()
        face = look.face("caption", 400)
        words = face.short(words, rect.width() - look.px(14))
        box = QRectF(0, 0, face.width(words) + look.px(10), look.px(18))
        box.moveCenter(QRectF(rect).center())
        painter.setPen(look.pen("line.control"))
        painter.setBrush(look.colour("surface.page"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setFont(face.font)
        painter.setPen(look.pen("text.secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return box
