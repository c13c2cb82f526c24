"""Pages of a PDF as light sheets inside any theme: zoom, page keys, find."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtPdf import (
    QPdfDocument,
    QPdfDocumentRenderOptions,
    QPdfPageRenderer,
    QPdfSearchModel,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import Button, label
from widgets.theme import theme

PAPER: Final = QColor("#FFFFFF")
"""Paper is white in every theme: what is seen is what is printed."""
STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Zoom steps; 1.0 shows a point of 1/72 inch on a screen of 96 dots an inch."""
POINT: Final = 96 / 72
_GAP: Final = 14
_ROOM_FOR_PERCENT: Final = 430
_ROOM_FOR_PAGES: Final = 400
"""Design pixels below which the bar keeps its buttons and drops its words."""
_MARGIN: Final = 18
_HIT: Final = QColor(255, 214, 90, 110)
_HIT_NOW: Final = QColor(255, 160, 40, 150)


class Sheets(QAbstractScrollArea):
    """The sheets themselves, one below the other; rendered in a thread, painted when they arrive."""

    moved = Signal(int)
    """The page in the middle of the window changed (counted from 0)."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Children die in the order in which they were made: the renderer's thread must end before the document
        # it draws from, and the document before the bytes it reads.
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self.found = QPdfSearchModel(self)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.found.setDocument(self.document)
        self.found.countChanged.connect(self._update)
        self._renderer.setDocument(self.document)
        self._renderer.pageRendered.connect(self._take)
        self._images: dict[int, QImage] = {}
        self._asked: dict[int, QSize] = {}
        self._rects: list[QRect] = []
        self._mode = "width"
        self._zoom = 1.0
        self._page = 0
        self._hit = -1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        theme().changed.connect(self._update)

    def _update(self) -> None:
        self.viewport().update()

    # what is shown
    def show_bytes(self, data: bytes) -> bool:
        """Show this PDF from its first page; False when it is not a PDF that can be read."""
        self.document.close()
        self._buffer.close()
        self._images.clear()
        self._asked.clear()
        self._hit = -1
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._page = 0
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._tell_page()
        return self.document.status() == QPdfDocument.Status.Ready

    def pages(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    def page(self) -> int:
        """The page in the window, counted from 0."""
        return self._page

    def image(self, page: int) -> QImage | None:
        """What is painted of a page, or None while it is being rendered."""
        return self._images.get(page)

    # zoom
    def zoom(self) -> float:
        """The zoom that is used now; 1.0 is life size."""
        return self._zoom

    def mode(self) -> str:
        """``width`` or ``page`` while the zoom follows the window, else ``free``."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Let the zoom follow the window's ``width``, or show a whole ``page``."""
        self._mode = mode
        self._keep_place()

    def set_zoom(self, zoom: float) -> None:
        """Zoom to this size, keeping the place on the page."""
        self._mode = "free"
        self._zoom = min(max(zoom, STEPS[0]), STEPS[-1])
        self._keep_place()

    def step(self, direction: int) -> None:
        """One step nearer (1) or farther (-1)."""
        near = 0.01
        if direction > 0:
            following = next((s for s in STEPS if s > self._zoom + near), STEPS[-1])
        else:
            following = next((s for s in reversed(STEPS) if s < self._zoom - near), STEPS[0])
        self.set_zoom(following)

    def _keep_place(self) -> None:
        bar = self.verticalScrollBar()
        place = self._place(bar.value())
        self._lay_out()
        page, share = place
        if page < len(self._rects):
            rect = self._rects[page]
            bar.setValue(rect.top() + round(share * rect.height()))
        self.zoomed.emit()
        self._update()

    def _place(self, y: int) -> tuple[int, float]:
        for page, rect in enumerate(self._rects):
            if y <= rect.bottom():
                return page, (y - rect.top()) / max(rect.height(), 1)
        return 0, 0.0

    # places
    def _lay_out(self) -> None:
        pages = [self.document.pagePointSize(page) for page in range(self.pages())]
        room = self.viewport().size()
        margin, gap = theme().px(_MARGIN), theme().px(_GAP)
        if pages:
            widest = max(size.width() for size in pages)
            by_width = (room.width() - 2 * margin) / (widest * POINT)
            if self._mode == "width":
                self._zoom = max(by_width, STEPS[0])
            elif self._mode == "page":
                tallest = max(size.height() for size in pages)
                by_height = (room.height() - 2 * margin) / (tallest * POINT)
                self._zoom = max(min(by_width, by_height), 0.1)
        self._rects = []
        y = margin
        width = 0
        for size in pages:
            wide = max(round(size.width() * POINT * self._zoom), 1)
            high = max(round(size.height() * POINT * self._zoom), 1)
            self._rects.append(QRect(max((room.width() - wide) // 2, margin), y, wide, high))
            y += high + gap
            width = max(width, wide + 2 * margin)
        height = y - gap + margin if pages else 0
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(width - room.width(), 0))
        across.setPageStep(room.width())
        across.setSingleStep(theme().px(40))
        down.setRange(0, max(height - room.height(), 0))
        down.setPageStep(room.height())
        down.setSingleStep(theme().px(40))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def go(self, page: int) -> None:
        """Bring a page (counted from 0) to the top."""
        if not self._rects:
            return
        page = min(max(page, 0), len(self._rects) - 1)
        self.verticalScrollBar().setValue(self._rects[page].top() - theme().px(_MARGIN))
        if page != self._page:
            self._page = page
            self.moved.emit(page)

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = next((at for at, rect in enumerate(self._rects) if middle <= rect.bottom()), 0)
        if page != self._page:
            self._page = page
            self.moved.emit(page)
        self._update()

    # find
    def look_for(self, text: str) -> None:
        """Mark every place of ``text``; the count comes with ``found.countChanged``."""
        self._hit = -1
        self.found.setSearchString(text)
        self._update()

    def hit(self) -> int:
        """Which place found is the current one, counted from 0; -1 for none."""
        return self._hit

    def next_hit(self, direction: int = 1) -> None:
        """Go to the next (1) or previous (-1) place found, round and round."""
        count = self.found.rowCount(self.found.index(-1, 0))
        if not count:
            return
        self._hit = (self._hit + direction) % count if self._hit >= 0 else 0
        link = self.found.resultAtIndex(self._hit)
        rect = self._rects[link.page()]
        at = rect.top() + round(link.location().y() * POINT * self._zoom)
        self.verticalScrollBar().setValue(at - self.viewport().height() // 3)
        self._update()

    # painting
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("surface.sunken"))
        painter.translate(-self._offset())
        seen = QRect(self._offset(), self.viewport().size())
        wanted = set()
        for page, rect in enumerate(self._rects):
            if rect.intersects(seen):
                wanted.add(page)
                self._paint_page(painter, page, rect)
        for page in set(self._images) - wanted:
            if all(abs(page - near) > 1 for near in wanted):
                del self._images[page]
                self._asked.pop(page, None)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(theme().colour("focus.ring"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        painter.fillRect(rect, PAPER)
        ratio = self.devicePixelRatioF()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        if self._asked.get(page) != size:
            self._asked[page] = size
            self._renderer.requestPage(page, size, QPdfDocumentRenderOptions())
        image = self._images.get(page)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(rect), image)
        scale = POINT * self._zoom
        for link in self.found.resultsOnPage(page) if self.found.searchString() else ():
            now = self._is_hit(page, link.location())
            for box in link.rectangles():
                marked = QRectF(
                    rect.left() + box.left() * scale,
                    rect.top() + box.top() * scale,
                    box.width() * scale,
                    box.height() * scale,
                )
                painter.fillRect(marked, _HIT_NOW if now else _HIT)
        painter.setPen(QPen(theme().colour("line.divider"), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _is_hit(self, page: int, location: QPointF) -> bool:
        if self._hit < 0:
            return False
        link = self.found.resultAtIndex(self._hit)
        return link.page() == page and link.location() == location

    def _take(self, page: int, size: QSize, image: QImage, _options: object, _request: int) -> None:
        if self._asked.get(page) == size:
            self._images[page] = image
            self._update()

    # the hand
    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._keep_place()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        down, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_PageDown:
            self.go(self._page + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go(self._page - 1)
        elif key == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            down.setValue(down.value() + (-1 if back else 1) * down.pageStep() * 9 // 10)
        elif key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            down.setValue(down.maximum())
        else:
            super().keyPressEvent(event)


class PdfPreview(QWidget):
    """A bar (the caller's controls, page, find, zoom) over the sheets; also busy and problem states."""

    page_changed = Signal(int, int)
    """The page in the window and how many there are, both counted from 1."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._retry: Callable[[], None] | None = None
        self.sheets = Sheets(self)
        self.sheets.setAccessibleName(name or self.tr("Pages"))
        self.sheets.moved.connect(self._say_page)
        self.sheets.zoomed.connect(self._say_zoom)
        self.sheets.found.countChanged.connect(self._say_found)
        self._build()
        self._install_keys()
        self._say_page()

    def _build(self) -> None:
        space = theme().px(4)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(theme().px(16), 0, theme().px(10), 0)
        self._bar.setSpacing(space)
        self._mine = QHBoxLayout()
        self._mine.setSpacing(theme().px(8))
        self._bar.addLayout(self._mine)
        self._bar.addStretch(1)
        self._find = QLineEdit()
        self._find.setPlaceholderText(self.tr("Find on the page"))
        self._find.setAccessibleName(self.tr("Find on the page"))
        self._find.setFixedWidth(theme().px(150))
        self._find.textChanged.connect(self.sheets.look_for)
        self._find.returnPressed.connect(self.sheets.next_hit)
        self._find.returnPressed.connect(self._say_found)
        self._find.hide()
        self._hits = label("", "small")
        self._hits.hide()
        self._pages = label("", "small")
        self._percent = label("", "small")
        self._percent.setMinimumWidth(theme().px(38))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        look = self._tool("search", self.tr("Find"), "Ctrl+F", self.start_find)
        out = self._tool("zoom-out", self.tr("Smaller"), "Ctrl+-", lambda: self.sheets.step(-1))
        nearer = self._tool("zoom-in", self.tr("Larger"), "Ctrl++", lambda: self.sheets.step(1))
        self._fit = self._tool("maximize", self.tr("Whole page"), "Ctrl+0", self.fit)
        for widget in (
            self._find, self._hits, look, self._pages, self._percent, out, nearer, self._fit,
        ):  # fmt: skip  # the order of the bar reads better in lines
            self._bar.addWidget(widget)
        bar = QWidget()
        bar.setLayout(self._bar)
        bar.setFixedHeight(theme().px(42))
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = Button(self.tr("Try again"), "refresh-cw")
        self._again.clicked.connect(self._press_again)
        other = QWidget()
        column = QVBoxLayout(other)
        column.addStretch(1)
        column.addWidget(self._said)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.sheets)
        self._stack.addWidget(other)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(self._stack, 1)

    def _tool(self, icon: str, words: str, keys: str, press: Callable[[], None]) -> Button:
        button = Button("", icon, kind="quiet", small=True, name=words)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words}  {shown}")
        button.clicked.connect(press)
        return button

    def _install_keys(self) -> None:
        wanted: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+F", self.start_find),
            ("Ctrl++", lambda: self.sheets.step(1)),
            ("Ctrl+=", lambda: self.sheets.step(1)),
            ("Ctrl+-", lambda: self.sheets.step(-1)),
            ("Ctrl+0", self.fit),
            ("F3", lambda: self._follow(1)),
            ("Shift+F3", lambda: self._follow(-1)),
        )
        for keys, press in wanted:
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(press)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._percent.setVisible(self.width() >= theme().px(_ROOM_FOR_PERCENT))
        self._pages.setVisible(self.width() >= theme().px(_ROOM_FOR_PAGES))

    # what is shown
    def add_to_bar(self, widget: QWidget) -> None:
        """Put a control of the caller at the left of the bar."""
        self._mine.addWidget(widget)

    def show_pdf(self, data: bytes) -> bool:
        """Show a PDF from its first page; False, with a sentence shown, when it cannot be read."""
        self._data = data
        if not self.sheets.show_bytes(data):
            self._data = b""
            self.show_problem(self.tr("This file is not a PDF that can be shown."))
            return False
        self._stack.setCurrentIndex(0)
        self._say_page()
        self._say_zoom()
        return True

    def show_busy(self, sentence: str = "") -> None:
        """Say that the paper is being made."""
        self._say(sentence or self.tr("The paper is being made…"), None)

    def show_problem(self, sentence: str, retry: Callable[[], None] | None = None) -> None:
        """Say in words why there is nothing to see; with a button when trying again may help."""
        self._say(sentence, retry)

    def _say(self, sentence: str, retry: Callable[[], None] | None) -> None:
        self._said.setText(sentence)
        self._retry = retry
        self._again.setVisible(retry is not None)
        self._stack.setCurrentIndex(1)

    def _press_again(self) -> None:
        if self._retry is not None:
            self._retry()

    def said(self) -> str:
        """The sentence shown instead of pages; empty while pages are shown."""
        return self._said.text() if self._stack.currentIndex() == 1 else ""

    def data(self) -> bytes:
        """The PDF that is shown."""
        return self._data

    def pages(self) -> int:
        """How many pages are shown."""
        return self.sheets.pages()

    def text(self, page: int) -> str:
        """The words of a page (counted from 0), as a reader of screens says them."""
        return self.sheets.document.getAllText(page).text()

    # the hand
    def fit(self) -> None:
        """The window's width, and then the whole page, and back."""
        self.sheets.set_mode("page" if self.sheets.mode() == "width" else "width")

    def start_find(self) -> None:
        """Open the field that finds words."""
        self._find.show()
        self._hits.show()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def end_find(self) -> bool:
        """Close the field; False when it was not open."""
        if self._find.isHidden():
            return False
        self._find.clear()
        self._find.hide()
        self._hits.hide()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def look_for(self, text: str) -> None:
        """Open the field with these words."""
        self.start_find()
        self._find.setText(text)

    def _follow(self, direction: int) -> None:
        self.sheets.next_hit(direction)
        self._say_found()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.end_find():
            event.accept()
            return
        super().keyPressEvent(event)

    # what the bar says
    def _say_page(self) -> None:
        count = self.pages()
        here = self.sheets.page() + 1
        self._pages.setText(
            self.tr("{page} of {count}").format(page=here, count=count) if count else ""
        )
        if count:
            self.sheets.setAccessibleDescription(self.text(self.sheets.page()))
        self.page_changed.emit(here, count)

    def _say_zoom(self) -> None:
        self._percent.setText(f"{round(self.sheets.zoom() * 100)} %")

    def _say_found(self) -> None:
        model = self.sheets.found
        count = model.rowCount(model.index(-1, 0))
        if not model.searchString():
            self._hits.setText("")
        elif not count:
            self._hits.setText(self.tr("not found"))
        elif self.sheets.hit() < 0:
            self._hits.setText(self.tr("%n places", "", count))
        else:
            shown = self.tr("{place} of {count}")
            self._hits.setText(shown.format(place=self.sheets.hit() + 1, count=count))
