"""Tabs: words with counts and a line under the open one; on a wide window they become a panel at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import hairline
from widgets.theme import theme

_GAP = 20
_TIGHT_GAP = 12
_COUNT_GAP = 6
_RING_AIR = 5
_WIDE_FROM = 1600
_SIDE = 480
_SIDE_PART = 36
"""At most so many hundredths of the width for the pages at the side, while their titles stand at ease."""
_SIDE_MOST = 40
"""At most so many where the titles would not fit else, not even close together."""


class TabLine(QTabBar):
    """Tabs with counts. ``set_tabs`` takes (name, title, count); a count of None shows none."""

    changed = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or self.tr("Tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self._names: list[str] = []
        self._titles: list[str] = []
        self._counts: list[int | None] = []
        self._quiet = False
        self._tight = False
        self.currentChanged.connect(self._told)
        theme().changed.connect(self.updateGeometry)

    def set_tabs(self, tabs: Sequence[tuple[str, str, int | None]]) -> None:
        """Show these tabs and keep the open one open, if it is still among them."""
        held = self.current()
        if [name for name, _, _ in tabs] != self._names:
            self._quiet = True
            while self.count():
                self.removeTab(0)
            for _ in tabs:
                self.addTab("")
            self._quiet = False
        self._names = [name for name, _, _ in tabs]
        self._titles = [title for _, title, _ in tabs]
        self._counts = [count for _, _, count in tabs]
        for place, (title, count) in enumerate(zip(self._titles, self._counts, strict=True)):
            self.setTabText(place, title if count is None else f"{title}, {count}")
            self.setAccessibleTabName(place, self.tabText(place))
        if held in self._names:
            self._quiet = True
            self.setCurrentIndex(self._names.index(held))
            self._quiet = False
        self.updateGeometry()
        self.update()

    def set_count(self, name: str, count: int | None) -> None:
        """Change the count of one tab."""
        self.set_tabs(
            [
                (each, title, count if each == name else old)
                for each, title, old in zip(self._names, self._titles, self._counts, strict=True)
            ]
        )

    def asked(self, *, tight: bool = False) -> int:
        """How wide all titles with their counts are, at ease or close together; pixels."""
        gap = theme().px(_TIGHT_GAP if tight else _GAP)
        return sum(sum(self._widths(place)) + gap for place in range(len(self._titles)))

    def fit(self, room: int) -> None:
        """Put the titles close together when they have only so many pixels, at ease when there are more."""
        tight = self.asked() > room
        if tight != self._tight:
            self._tight = tight
            # Qt lays tabs out anew only for another text or style
            for place in range(self.count()):
                self.setTabText(place, f"{self.tabText(place)} ")
                self.setTabText(place, self.tabText(place).rstrip())
            self.updateGeometry()

    def current(self) -> str:
        """The name of the open tab; empty when there is none."""
        at = self.currentIndex()
        return self._names[at] if 0 <= at < len(self._names) else ""

    def set_current(self, name: str) -> None:
        """Open a tab by its name."""
        self.setCurrentIndex(self._names.index(name))

    def _told(self, at: int) -> None:
        if not self._quiet and 0 <= at < len(self._names):
            self.changed.emit(self._names[at])

    def _widths(self, place: int) -> tuple[int, int]:
        """Of the title in its bold form, so that nothing moves when it opens, and of the count with its gap."""
        count = self._counts[place]
        title = QFontMetrics(theme().font("strong")).horizontalAdvance(self._titles[place])
        if count is None:
            return title, 0
        small = QFontMetrics(theme().font("small", numbers=True)).horizontalAdvance(str(count))
        return title, small + theme().px(_COUNT_GAP)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        if index >= len(self._titles):
            return QSize(theme().px(60), theme().height("tab"))
        gap = theme().px(_TIGHT_GAP if self._tight else _GAP)
        return QSize(sum(self._widths(index)) + gap, theme().height("tab"))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, title in enumerate(self._titles):
            box = self.tabRect(place)
            if not box.intersects(event.rect()):
                continue
            on, wide = place == self.currentIndex(), self._widths(place)
            under = self.mapFromGlobal(self.cursor().pos())
            hover = box.contains(under) and self.underMouse()
            ink = "text.primary" if on or hover else "text.secondary"
            if not self.isTabEnabled(place):
                ink = "text.disabled"
            # the first title begins at the very edge: it makes room for its ring
            held = on and self.hasFocus()
            left = box.left() + (theme().px(_RING_AIR) if held and place == 0 else 0)
            words = QRect(left, box.top(), wide[0] + 2, box.height())
            painter.setFont(theme().font("strong" if on else "base"))
            painter.setPen(theme().colour(ink))
            painter.drawText(words, _MIDDLE, title)
            if self._counts[place] is not None:
                used = QFontMetrics(painter.font()).horizontalAdvance(title)
                words = QRect(
                    left + used + theme().px(_COUNT_GAP), box.top(), wide[1] + 4, box.height()
                )
                painter.setFont(theme().font("small", numbers=True))
                painter.setPen(theme().colour("text.muted"))
                painter.drawText(words, _MIDDLE, str(self._counts[place]))
            if on:
                bar = QRect(box.left(), box.bottom() - 1, sum(wide), 2)
                painter.fillRect(bar, theme().colour("accent.base"))
            if held:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme().colour("focus.ring"), 2))
                ring = QRect(left, box.top() + 4, sum(wide) + 2, box.height() - 9)
                ring = ring.adjusted(-theme().px(_RING_AIR), 0, theme().px(_RING_AIR), 0)
                inside = ring.intersected(self.rect().adjusted(1, 1, -1, -1))
                painter.drawRoundedRect(inside, theme().px(4), theme().px(4))
                painter.restore()


_MIDDLE = (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value


@dataclass(frozen=True, slots=True)
class TabPage:
    """A page behind a tab. The ``main`` one stays at the left when the window is wide."""

    name: str
    title: str
    widget: QWidget
    count: int | None = None
    main: bool = False


class SideTabs(QWidget):
    """Pages under one tab line; from 1600 px of window the main page stays and the others stand at its right.

    ``changed`` gives the name of the page that was opened. Ctrl+PgUp and Ctrl+PgDown go round.
    """

    changed = Signal(str)

    def __init__(self, pages: Sequence[TabPage], *, end: QWidget | None = None) -> None:
        super().__init__()
        self._pages = {page.name: page for page in pages}
        self._counts = {page.name: page.count for page in pages}
        self._main = next((page.name for page in pages if page.main), "")
        self._wide: bool | None = None
        self._hidden: frozenset[str] = frozenset()
        self._dragged = False
        self._end = end
        self.line = TabLine()
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        head.addWidget(self.line)
        head.addStretch(1)
        if end is not None:
            head.addWidget(end)
        self._stack = QStackedWidget()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._head)
        side.addWidget(hairline())
        side.addWidget(self._stack, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._side)
        self._split.splitterMoved.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        for page in pages:
            self._stack.addWidget(page.widget)
        self.line.changed.connect(self._open)
        self.set_wide(wide=False)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._go(by))

    def is_wide(self) -> bool:
        """Whether the main page stands beside the others."""
        return bool(self._wide)

    def set_wide(self, *, wide: bool) -> None:
        """Stand beside each other, or behind one tab line. Keeps the open page."""
        if wide == self._wide:
            return
        self._wide = wide
        held = self.line.current()
        main = self._pages.get(self._main)
        if main is not None and wide:
            self._split.insertWidget(0, main.widget)
            main.widget.show()
            self._split.setStretchFactor(0, 1)
            self._split.setStretchFactor(1, 0)
        elif main is not None:
            self._stack.insertWidget(0, main.widget)
        self._tell()
        names = self._shown()
        self.line.set_current(held if held in names else names[0])
        self._open_quietly(self.line.current())
        self._dragged = False
        self._share_out()

    def _beside(self) -> int:
        """What stands beside the titles in their line; pixels."""
        end = self._end.sizeHint().width() if self._end is not None else 0
        return 2 * theme().px(16) + end

    def _share_out(self) -> None:
        """Give the side as much as its titles ask for, until somebody drags the line between."""
        whole = self.width()
        if not self._wide:
            self.line.fit(whole - self._beside())
            return
        if not self._dragged:
            beside, part = self._beside(), whole * _SIDE_PART // 100
            asked = self.line.asked() + beside
            if asked > part:
                close = self.line.asked(tight=True) + beside
                asked = max(part, min(close, whole * _SIDE_MOST // 100))
            side = max(theme().px(_SIDE), asked)
            self._split.setSizes([max(side, whole - side), side])
        self.line.fit(self._split.sizes()[-1] - self._beside())

    def _moved(self) -> None:
        self._dragged = True
        self._share_out()

    def current(self) -> str:
        """The name of the open page of the tab line."""
        return self.line.current()

    def set_current(self, name: str) -> None:
        """Open a page; the main one is always open on a wide window and takes the focus there."""
        if self._wide and name == self._main:
            self._pages[name].widget.setFocus()
            return
        self.line.set_current(name)

    def set_count(self, name: str, count: int | None) -> None:
        """Change the count beside a title."""
        self._counts[name] = count
        self._tell()

    def set_hidden(self, names: frozenset[str]) -> None:
        """Leave out tabs that the actor may not see."""
        self._hidden = names
        self._tell()
        self._open_quietly(self.line.current())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_wide(wide=bool(self._main) and self.window().width() >= theme().px(_WIDE_FROM))
        self._share_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    def _shown(self) -> list[str]:
        return [
            name
            for name in self._pages
            if name not in self._hidden and not (self._wide and name == self._main)
        ]

    def _tell(self) -> None:
        self.line.set_tabs(
            [(name, self._pages[name].title, self._counts[name]) for name in self._shown()]
        )
        self._share_out()

    def _open_quietly(self, name: str) -> None:
        if name:
            self._stack.setCurrentWidget(self._pages[name].widget)

    def _open(self, name: str) -> None:
        self._open_quietly(name)
        self.changed.emit(name)

    def _go(self, by: int) -> None:
        names = self._shown()
        at = names.index(self.line.current())
        self.line.set_current(names[(at + by) % len(names)])
