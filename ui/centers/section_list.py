"""The list of sections at the left of the settings; a dot marks what is not saved."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.centers.sections import SectionSpec
from ui.shell.words import said
from widgets.cells import kit
from widgets.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROW = 28


class _Sections(QAbstractListModel):
    def __init__(self, specs: Sequence[SectionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.specs = list(specs)
        self.dirty: frozenset[str] = frozenset()
        self.found: frozenset[str] | None = None

    @override
    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.specs)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        spec = self.specs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return said(spec.title)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            unsaved = self.tr("{section}, not saved").format(section=said(spec.title))
            return unsaved if spec.name in self.dirty else said(spec.title)
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, model: _Sections, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme().px(80), theme().px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = kit()
        rect: QRect = option.rect
        spec = self._model.specs[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, look.colour("surface.selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("surface.hover"))
        face = look.face("strong") if chosen else look.face()
        faint = self._model.found is not None and spec.name not in self._model.found
        ink = "text.primary" if chosen else "text.disabled" if faint else "text.secondary"
        painter.setFont(face.font)
        painter.setPen(look.pen(ink))
        room = rect.adjusted(look.px(16), 0, -look.px(18), 0)
        text = face.short(said(spec.title), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if spec.name in self._model.dirty:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("status.wait.mark"))
            side = look.px(6)
            middle = rect.center().y() + 0.5
            painter.drawEllipse(QRectF(rect.right() - look.px(14), middle - side / 2, side, side))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


class SectionList(QListView):
    """Arrows and clicks choose a section; Enter goes into it."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[SectionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = _Sections(specs, self)
        self.setModel(self._sections)
        self.setItemDelegate(_Painter(self._sections, self))
        self.setAccessibleName(self.tr("Sections of the settings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_section(self, name: str) -> None:
        """Mark a section as the open one."""
        for row, spec in enumerate(self._sections.specs):
            if spec.name == name and self.currentIndex().row() != row:
                self.selectionModel().blockSignals(True)
                self.setCurrentIndex(self._sections.index(row))
                self.selectionModel().blockSignals(False)
        self.viewport().update()

    def show_dirty(self, names: frozenset[str]) -> None:
        """Mark the sections with something unsaved."""
        self._sections.dirty = names
        self.viewport().update()

    def show_found(self, names: frozenset[str] | None) -> None:
        """Dim the sections in which nothing was found; None dims none."""
        self._sections.found = names
        self.viewport().update()

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._sections.specs[index.row()].name)
