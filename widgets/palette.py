"""A palette: one field, sections of rows below it, everything by keyboard, over a scrim.

Rows are plain values; what they mean is the caller's. The field keeps the focus: arrows move in the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import shiboken6
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import KeyHint, hairline, keys_text, label
from widgets.cells import Value, cell_text, cell_width, paint_cell
from widgets.theme import theme

WIDTH: Final = 680
TOP: Final = 92
_FIELD: Final = 52
_HEADING: Final = 30
_FOOT: Final = 32
_PAD: Final = 16
_GAP: Final = 12

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A row: icon, values that stand whole, a muted note that takes what is left, and something at the right.

    ``right`` is a value (a badge, a figure); without one ``keys`` are shown there.
    """

    key: object
    icon: str
    cells: tuple[Value, ...]
    note: str = ""
    right: Value = None
    keys: str = ""

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = [*(cell_text(cell) for cell in self.cells), self.note, cell_text(self.right)]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class PaletteSection:
    """Rows under a heading."""

    title: str
    rows: tuple[PaletteRow, ...] = field(default=())


class PaletteModel(QAbstractListModel):
    """Headings and rows in one list; only rows can be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[str | PaletteRow] = []

    def show(self, sections: Sequence[PaletteSection]) -> None:
        """Put these sections in place of what was shown; empty ones are left out."""
        self.beginResetModel()
        self._lines = []
        for section in sections:
            if section.rows:
                self._lines += [section.title, *section.rows]
        self.endResetModel()

    def line(self, index: _Index) -> str | PaletteRow | None:
        """The heading or the row."""
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def places(self) -> list[int]:
        """Where the rows are that can be chosen."""
        return [n for n, line in enumerate(self._lines) if isinstance(line, PaletteRow)]

    def find(self, key: object) -> int:
        """The place of the row with that key; -1 when it is gone."""
        for place in self.places():
            line = self._lines[place]
            if isinstance(line, PaletteRow) and line.key == key:
                return place
        return -1

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line if isinstance(line, str) else line.spoken
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, PaletteRow):
            return line.note or None
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.line(index), PaletteRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        line = model.line(index) if isinstance(model, PaletteModel) else None
        high = theme().px(_HEADING) if isinstance(line, str) else theme().height("palette_row")
        return QSize(0, high)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        line = model.line(index) if isinstance(model, PaletteModel) else None
        box: QRect = option.rect
        view = self.parent()
        painter.save()
        if isinstance(line, str):
            self._heading(painter, box, line)
        elif line is not None and isinstance(view, QListView):
            self._row(painter, box, line, current=view.currentIndex().row() == index.row())
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, title: str) -> None:
        look = theme()
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        place = box.adjusted(look.px(_PAD), look.px(6), -look.px(_PAD), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _row(self, painter: QPainter, box: QRect, row: PaletteRow, *, current: bool) -> None:
        look = theme()
        if current:
            painter.fillRect(box, look.colour("surface.selected"))
            painter.fillRect(
                QRect(box.left(), box.top(), look.px(2), box.height()), look.colour("accent.bar")
            )
        x = box.left() + look.px(_PAD)
        side = look.px(16)
        if row.icon:
            top = box.top() + (box.height() - side) // 2
            painter.drawPixmap(
                QRect(x, top, side, side), look.pixmap(row.icon, "text.secondary", 16)
            )
        x += side + look.px(_GAP)
        end = box.right() + 1 - look.px(_PAD)
        end = self._right(painter, box, row, end, current=current)
        for cell in row.cells:
            wide = min(round(cell_width(cell)) + 1, max(end - x, 0))
            paint_cell(painter, QRect(x, box.top(), wide, box.height()), cell)
            x += wide + look.px(_GAP)
        if row.note and end > x:
            paint_cell(painter, QRect(x, box.top(), end - x, box.height()), row.note, kind="muted")

    def _right(
        self, painter: QPainter, box: QRect, row: PaletteRow, end: int, *, current: bool
    ) -> int:
        """Paint what stands at the right edge; returns where the room before it ends."""
        look = theme()
        if row.right:
            wide = round(cell_width(row.right, align="right")) + 1
            place = QRect(end - wide, box.top(), wide, box.height())
            paint_cell(painter, place, row.right, align="right")
            return end - wide - look.px(_GAP)
        shown = keys_text(row.keys) if row.keys else "↵" if current else ""
        if not shown:
            return end
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        wide = painter.fontMetrics().horizontalAdvance(shown)
        painter.drawText(
            QRect(end - wide, box.top(), wide, box.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
        return end - wide - look.px(_GAP)


class PaletteList(QFrame):
    """The panel: the field, the sections, the foot with keys. ``typed`` tells each change of the text."""

    typed = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.box = QLineEdit()
        self.box.setProperty("bare", True)
        self.box.setProperty("takesScans", True)
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(placeholder)
        self.box.textChanged.connect(self.typed)
        self.box.installEventFilter(self)
        self._model = PaletteModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Painter(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(name)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setStyleSheet("QListView { background: transparent; }")
        self._list.clicked.connect(self._clicked)
        self._list.entered.connect(self._hovered)
        self._nothing = label("", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._foot = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        look = theme()
        self.box.setFont(look.font("title", weight=400))
        self.box.setStyleSheet(f"QLineEdit {{ font-size: {look.px(18)}px; }}")
        glass = QLabel()
        glass.setPixmap(look.pixmap("search", "text.muted", 20))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(_PAD), 0, look.px(_PAD), 0)
        head.setSpacing(look.px(_GAP))
        head.addWidget(glass)
        head.addWidget(self.box, 1)
        head.addWidget(KeyBox("Esc"))
        top = QWidget()
        top.setLayout(head)
        top.setFixedHeight(look.px(_FIELD))
        self._bottom = QWidget()
        self._bottom.setProperty("surface", "sunken")
        self._bottom.setFixedHeight(look.px(_FOOT))
        self._foot.setContentsMargins(look.px(_PAD), 0, look.px(_PAD), 0)
        self._foot.setSpacing(look.px(18))
        self._bottom.setLayout(self._foot)
        self._bottom.setObjectName("paletteFoot")
        radius = look.px(7)
        self._bottom.setStyleSheet(
            f"QWidget#paletteFoot {{ border-bottom-left-radius: {radius}px;"
            f" border-bottom-right-radius: {radius}px;"
            f" background: {look.colour('surface.sunken').name()}; }}"
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(hairline())
        whole.addWidget(self._list, 1)
        whole.addWidget(self._nothing)
        whole.addSpacing(look.px(8))
        whole.addWidget(hairline())
        whole.addWidget(self._bottom)

    def set_foot(self, hints: Sequence[tuple[str, str]], note: str = "") -> None:
        """Keys with their words, and a note at the right edge."""
        while (item := self._foot.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for keys, words in hints:
            self._foot.addWidget(KeyHint(keys, words))
        self._foot.addStretch(1)
        if note:
            self._foot.addWidget(label(note, "hint"))

    def set_sections(self, sections: Sequence[PaletteSection], nothing: str = "") -> None:
        """Show these; the chosen row stays chosen while it is there, else the first one is.

        ``nothing`` is said when there is no row at all.
        """
        kept = self.current()
        self._model.show(sections)
        places = self._model.places()
        place = self._model.find(kept.key) if kept and self._was_moved else -1
        if place < 0:
            place = places[0] if places else -1
        self._list.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())
        if places and place == places[0]:
            self._list.scrollToTop()
        self._nothing.setText(nothing)
        self._nothing.setVisible(not places and bool(nothing))
        self._nothing.setFixedHeight(theme().px(72))
        self._list.setVisible(bool(places))
        self.updateGeometry()

    _was_moved = False

    def current(self) -> PaletteRow | None:
        """The row that Enter takes."""
        line = self._model.line(self._list.currentIndex())
        return line if isinstance(line, PaletteRow) else None

    def rows(self) -> list[PaletteRow]:
        """Every row that is shown, in order."""
        lines = [self._model.line(self._model.index(n)) for n in self._model.places()]
        return [line for line in lines if isinstance(line, PaletteRow)]

    def wanted_height(self) -> int:
        """How high the panel is when nothing is cut off, in pixels."""
        look = theme()
        heights = sum(
            look.px(_HEADING)
            if isinstance(self._model.line(self._model.index(n)), str)
            else look.height("palette_row")
            for n in range(self._model.rowCount())
        )
        if not heights and self._nothing.text():
            heights = look.px(72)
        return look.px(_FIELD) + heights + look.px(8) + look.px(_FOOT) + 4

    def _move(self, by: int) -> None:
        places = self._model.places()
        if not places:
            return
        self._was_moved = True
        here = self._list.currentIndex().row()
        at = places.index(here) if here in places else -1
        place = places[(at + by) % len(places)]
        self._list.setCurrentIndex(self._model.index(place))
        if place == places[0]:
            self._list.scrollToTop()
        else:
            self._list.scrollTo(self._model.index(place))

    def _jump(self, last: int) -> None:
        places = self._model.places()
        if places:
            self._was_moved = True
            self._list.setCurrentIndex(self._model.index(places[last]))
            self._list.scrollTo(self._list.currentIndex())

    def _take(self) -> None:
        row = self.current()
        if row is not None:
            self.chosen.emit(row.key)

    def _clicked(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if isinstance(line, PaletteRow):
            self.chosen.emit(line.key)

    def _hovered(self, index: QModelIndex) -> None:
        if isinstance(self._model.line(index), PaletteRow):
            self._list.setCurrentIndex(index)

    @override
    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Down: lambda: self._move(1),
            Qt.Key.Key_Up: lambda: self._move(-1),
            Qt.Key.Key_Tab: lambda: self._move(1),
            Qt.Key.Key_Backtab: lambda: self._move(-1),
            Qt.Key.Key_PageDown: lambda: self._jump(-1),
            Qt.Key.Key_PageUp: lambda: self._jump(0),
            Qt.Key.Key_Return: self._take,
            Qt.Key.Key_Enter: self._take,
            Qt.Key.Key_Escape: self.left.emit,
        }
        found = moves.get(Qt.Key(event.key()))
        if found is None:
            self._was_moved = False
            return False
        found()
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.setBrush(look.colour("surface.raised"))
        radius = look.px(8)
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius
        )


class KeyBox(QWidget):
    """One key in its box, as in the corner of a palette."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = keys_text(keys)
        look = theme()
        font = look.font("caption")
        self.setFont(font)
        self.setFixedSize(
            self.fontMetrics().horizontalAdvance(self._shown) + look.px(12), look.px(18)
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.setBrush(look.colour("surface.sunken"))
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4)
        )
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown)


class PaletteOverlay(QWidget):
    """The palette over its window: a scrim, and the panel in the middle near the top. Esc or a click beside ends it."""

    closed = Signal()

    def __init__(self, window: QWidget, name: str, placeholder: str) -> None:
        super().__init__(window)
        self.panel = PaletteList(name, placeholder, self)
        self.panel.left.connect(self.end)
        self._back: QWidget | None = None
        shadow = QGraphicsDropShadowEffect(self.panel)
        shadow.setBlurRadius(theme().px(20))
        shadow.setOffset(0, theme().px(6))
        dark = theme().mode == "dark"
        shadow.setColor(QColor(0, 0, 0, 128) if dark else QColor(10, 15, 30, 41))
        self.panel.setGraphicsEffect(shadow)
        self.hide()
        window.installEventFilter(self)

    def begin(self, text: str = "") -> None:
        """Show it with this text, chosen whole, and take the focus."""
        window = self.parentWidget()
        if window is None:
            return
        self._back = window.focusWidget()
        self.setGeometry(window.rect())
        self.panel.box.setText(text)
        self.panel.box.selectAll()
        self.show()
        self.raise_()
        self.panel.box.setFocus(Qt.FocusReason.PopupFocusReason)
        self.fit()

    def end(self) -> None:
        """Go away; the focus returns to where it was."""
        if not self.isVisible():
            return
        self.hide()
        back, self._back = self._back, None
        # a page that read again below may have let it go
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def fit(self) -> None:
        """Give the panel the height of its rows, at most what the window has."""
        look = theme()
        wide = min(look.px(WIDTH), self.width() - look.px(32))
        top = min(look.px(TOP), max(self.height() // 8, look.px(8)))
        high = min(self.panel.wanted_height(), self.height() - top - look.px(40))
        self.panel.setGeometry((self.width() - wide) // 2, top, wide, max(high, look.px(_FIELD)))

    @override
    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(
            QPoint(round(event.position().x()), round(event.position().y()))
        ):
            self.end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        dark = theme().mode == "dark"
        QPainter(self).fillRect(
            self.rect(), QColor(0, 0, 0, 140) if dark else QColor(17, 20, 26, 107)
        )
