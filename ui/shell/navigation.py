"""The rail at the left: the program's name, the find box, pages by permission, each with its count."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.shell.page import PageSpec
from ui.shell.words import said
from widgets.buttons import keys_text, label
from widgets.theme import theme
from widgets.tokens import tokens
from widgets.viewport import viewport_of

Index = QModelIndex | QPersistentModelIndex

_GAP = 9
_SPEC = int(Qt.ItemDataRole.UserRole)
_NONE = QModelIndex()


class _Pages(QAbstractListModel):
    def __init__(self, specs: Sequence[PageSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self._specs = list(specs)
        self._counts: dict[str, int] = {}

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._specs)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        spec = self._specs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return said(spec.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = self._counts.get(spec.name)
            return f"{said(spec.title)} {count}" if count else said(spec.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{said(spec.title)}  {keys_text(f'Ctrl+{index.row() + 1}')}"
        return spec if role == _SPEC else None

    def count_of(self, spec: PageSpec) -> int:
        return self._counts.get(spec.name, 0)

    def starts_group(self, row: int) -> bool:
        return row > 0 and self._specs[row].group != self._specs[row - 1].group

    def set_counts(self, counts: Mapping[str, int]) -> None:
        if counts == self._counts:
            return
        self._counts = dict(counts)
        self.dataChanged.emit(self.index(0), self.index(len(self._specs) - 1))

    def row_of(self, name: str) -> int:
        return next((row for row, spec in enumerate(self._specs) if spec.name == name), -1)


class _Row(QStyledItemDelegate):
    def __init__(self, model: _Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = model
        self.collapsed = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        gap = theme().px(_GAP) if self._pages.starts_group(index.row()) else 0
        return QSize(10, theme().height("nav_row") + gap)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme()
        spec: PageSpec = index.data(_SPEC)
        state: Any = option
        height = look.height("nav_row")
        box = QRect(state.rect)
        box.setTop(box.bottom() - height + 1)
        chosen = bool(state.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surface.selected" if chosen else "surface.hover"))
            painter.drawRoundedRect(box, look.px(6), look.px(6))
        if state.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        size = look.px(16)
        left = box.left() + ((box.width() - size) // 2 if self.collapsed else look.px(8))
        icon = look.pixmap(spec.icon, "accent.text" if chosen else "text.secondary")
        painter.drawPixmap(left, box.top() + (height - size) // 2, icon)
        if not self.collapsed:
            self._words(painter, spec, box, chosen=chosen)
        painter.restore()

    def _words(self, painter: QPainter, spec: PageSpec, box: QRect, *, chosen: bool) -> None:
        look = theme()
        room = box.adjusted(look.px(8 + 16 + 9), 0, -look.px(8), 0)
        count = self._pages.count_of(spec)
        if count:
            bad = spec.count_is_bad
            painter.setFont(look.font("small", weight=600 if bad else None))
            painter.setPen(look.colour("status.bad.fg" if bad else "text.muted"))
            sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, sides, str(count))
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(str(count)) - 6)
        font = look.font("base", weight=600 if chosen else None)
        painter.setFont(font)
        painter.setPen(look.colour("text.primary" if chosen else "text.secondary"))
        text = QFontMetrics(font).elidedText(
            said(spec.title), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class _List(QListView):
    entered_page = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered_page.emit()
            return
        super().keyPressEvent(event)


class FindBox(QPushButton):
    """Looks like a field, opens the palette."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self.collapsed = False
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {keys_text('Ctrl+K')}")
        self.setFixedHeight(theme().height("nav_row"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("surface.page"))
        edge = "line.control_hover" if self.underMouse() else "line.divider"
        painter.setPen(QPen(look.colour(edge), 1))
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6)
        )
        size = look.px(16)
        top = (self.height() - size) // 2
        left = (self.width() - size) // 2 if self.collapsed else look.px(8)
        painter.drawPixmap(left, top, look.pixmap("search", "text.muted"))
        if self.collapsed:
            return
        room = self.rect().adjusted(look.px(8 + 16 + 8), 0, -look.px(8), 0)
        painter.setFont(look.font())
        painter.setPen(look.colour("text.muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.setFont(look.font("caption"))
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, sides, keys_text("Ctrl+K"))


class Mark(QLabel):
    """The program's sign: a wrench on the accent."""

    def __init__(self, size: int = 22) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(theme().px(size), theme().px(size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent.base"))
        painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        inner = self._size * 14 // 22
        edge = (self.width() - look.px(inner)) // 2
        painter.drawPixmap(edge, edge, look.pixmap("wrench", "text.on_accent", inner))


class Navigation(QWidget):
    """The rail, 176 px or 52 when collapsed."""

    chosen = Signal(str)
    entered_page = Signal()
    find_asked = Signal()

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(8), look.px(10), look.px(8), look.px(8))
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setContentsMargins(look.px(8), look.px(2), look.px(8), look.px(10))
        brand.setSpacing(look.px(8))
        brand.addWidget(Mark())
        self._name = label("CarPass Desk", "strong")
        brand.addWidget(self._name, 1)
        column.addLayout(brand)
        self.find_box = FindBox(self.tr("Find"))
        self.find_box.clicked.connect(self.find_asked)
        column.addWidget(self.find_box)
        column.addSpacing(look.px(10))
        self._model = _Pages(specs, self)
        self._delegate = _Row(self._model, self)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.selectionModel().currentChanged.connect(self._chose)
        self.list.entered_page.connect(self.entered_page)
        column.addWidget(self.list, 1)
        self.collapse(on=False)

    def collapse(self, *, on: bool) -> None:
        """Only icons, or icons and words."""
        widths = tokens()["width"]
        self.setFixedWidth(theme().px(widths["nav_collapsed" if on else "nav"]))
        self._delegate.collapsed = on
        self.find_box.collapsed = on
        self._name.setVisible(not on)
        viewport_of(self.list).update()

    @property
    def collapsed(self) -> bool:
        """Whether only icons show."""
        return self._delegate.collapsed

    def show_page(self, name: str) -> None:
        """Mark the page that is open."""
        row = self._model.row_of(name)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self._model.index(row))
            self.list.selectionModel().blockSignals(False)
        viewport_of(self.list).update()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers beside the words, by page name; 0 shows nothing."""
        self._model.set_counts(counts)

    def _chose(self, now: QModelIndex, _before: QModelIndex) -> None:
        spec = now.data(_SPEC)
        if isinstance(spec, PageSpec):
            self.chosen.emit(spec.name)
