"""The rights matrix: roles across, rights down, a check, a limit or a dash in each cell, edited where it stands."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QWidget
from typing_extensions import override

from ui.centers.matrix_model import Cross, RightsModel
from ui.centers.matrix_paint import Matrix, RightsPainter, RolesHeader
from widgets.cells import kit
from widgets.theme import theme

_ROW = 28
_FIRST = 200
_WIDE_FIRST = 340


class RightsMatrix(Matrix):
    """The matrix itself: arrows move, Space says yes or no, Enter or F2 asks for more."""

    flipped = Signal(object)
    asked = Signal(object)
    role_asked = Signal(object)
    """The role whose name was double-clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rights = RightsModel(self)
        self._hot_roles: frozenset[str] = frozenset()
        self.setModel(self.rights)
        self.setItemDelegate(RightsPainter(self))
        self.setHorizontalHeader(RolesHeader(self))
        self.setAccessibleName(self.tr("Rights of the roles"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.selectionModel().currentChanged.connect(self._repaint)
        self.rights.modelReset.connect(self._dress)
        self.horizontalHeader().sectionDoubleClicked.connect(self._ask_role)
        theme().changed.connect(self._dress)
        self._dress()

    def show_people(self, codes: frozenset[str]) -> None:
        """Shade the columns of the roles that a chosen person holds."""
        self._hot_roles = codes
        self._repaint()

    @override
    def hot_columns(self) -> set[int]:
        """Columns to shade: the current one, else those of the chosen person."""
        current = self.currentIndex()
        asking = QApplication.activePopupWidget() is not None
        if (self.hasFocus() or asking) and current.isValid() and current.column() > 0:
            return {current.column()}
        return {
            place for place, role in enumerate(self.rights.roles, 1) if role.code in self._hot_roles
        }

    def current_cross(self) -> Cross | None:
        """The chosen cell."""
        return self.rights.cross(self.currentIndex())

    def rect_of_current(self) -> QRect:
        """Where the chosen cell is, in the coordinates of the screen."""
        box = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def _ask_role(self, column: int) -> None:
        if column > 0:
            self.role_asked.emit(self.rights.roles[column - 1])

    def _repaint(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def _dress(self) -> None:
        look = theme()
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.verticalHeader().setMinimumSectionSize(look.px(_ROW))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clearSpans()
        for row in range(self.rights.rowCount()):
            if self.rights.group_at(row) is not None and self.rights.roles:
                self.setSpan(row, 0, 1, len(self.rights.roles) + 1)
        self._share()

    def _share(self) -> None:
        """Each role gets room for its name; what is left goes to the first column."""
        look, roles = kit(), self.rights.roles
        if not roles:
            return
        face = look.face("small", 600)
        pad = look.px(10)
        widths = [
            max(look.px(60), round(face.width(role.name.partition(" ")[0])) + pad) for role in roles
        ]
        room = self.viewport().width()
        first = max(look.px(_FIRST), room - sum(widths))
        if look.px(_FIRST) + sum(widths) > room:
            over = look.px(_FIRST) + sum(widths) - room
            while over > 0 and max(widths) > look.px(84):
                at = widths.index(max(widths))
                cut = min(over, widths[at] - look.px(84))
                widths[at] -= cut
                over -= cut
        spare = max(0, first - look.px(_WIDE_FIRST))
        if spare:
            # on a wide screen the roles share what the names of the rights do not need
            first -= spare
            widths = [width + spare // len(widths) for width in widths]
            first += spare % len(widths)
        for place, width in enumerate([first, *widths]):
            self.setColumnWidth(place, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rights.rowCount() > 1:
            self.setCurrentIndex(self.rights.index(1, 1))
        self._repaint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        group = self.rights.group_at(current.row()) if current.isValid() else None
        if group is not None and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = current.row()
            self.rights.fold(row)
            self.setCurrentIndex(self.rights.index(row, 0))
        elif key == Qt.Key.Key_Space and self.current_cross() is not None:
            self.flipped.emit(self.current_cross())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            if self.current_cross() is not None:
                self.asked.emit(self.current_cross())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self.rights.group_at(index.row()) is not None:
            self.rights.fold(index.row())
        elif self.rights.cross(index) is not None:
            self.asked.emit(self.rights.cross(index))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._repaint()
