"""What every page is made of: a toolbar, a body, and when it reads again."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.kernel.errors import Source
from app.kernel.tx import Changes, Read
from models.access import Permission
from widgets.elided import ElidedLabel
from widgets.reading import read_in_order
from widgets.theme import theme

if TYPE_CHECKING:
    from ui.shell.desk import Desk

_SEARCH_FIRST = 1000
_ORDER_MS = 200

EVERYTHING = "*"
"""In ``Changes.touched``: somebody else changed something, nobody knows what."""


class Toolbar(QWidget):
    """The line above a page, 48 px: title, search, then actions to the right; the primary action is the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self.setFixedHeight(look.height("toolbar"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._row.setSpacing(look.px(8))
        self.title = ElidedLabel("", "title")
        self.title.setFont(look.font("title"))
        self.sub = ElidedLabel("", "muted")
        self._row.addWidget(self.title)
        self._row.addSpacing(look.px(4))
        self._row.addWidget(self.sub)
        self._row.addStretch(1)
        self._stretch = self._row.count() - 1

    def set_title(self, title: str, sub: str = "") -> None:
        """The page's name, and a few muted words beside it."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))

    def add_search(self, field: QLineEdit, width: int = 328) -> None:
        """The search field right after the title; ``width`` in design pixels."""
        field.setMaximumWidth(theme().px(width))
        field.setMinimumWidth(theme().px(width // 3))
        # it keeps its width while there is room, and gives way to large letters
        self._row.insertWidget(self._stretch, field, _SEARCH_FIRST)
        self._stretch += 1

    def add_first(self, widget: QWidget) -> None:
        """Something before the title: the way back."""
        self._row.insertWidget(0, widget)
        self._stretch += 1

    def add_left(self, widget: QWidget) -> None:
        """Something after title and search."""
        self._row.insertWidget(self._stretch, widget)
        self._stretch += 1

    def add(self, widget: QWidget) -> None:
        """An action at the right; add the primary one last."""
        self._row.addWidget(widget)


class Page(QWidget):
    """A page of the window. It reads when first shown, on F5, and when something it watches was changed."""

    watches: ClassVar[Sequence[str]] = ()
    """Tables whose changes make the page read again."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self._loaded = False
        self._stale = False
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.toolbar = Toolbar(self)
        column.addWidget(self.toolbar)
        self._inner = QWidget(self)
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addWidget(self._inner, 1)

    def make_ahead(self) -> None:
        """Make, while nobody waits, what else is made when it is first needed; most pages have nothing."""

    def load(self) -> None:
        """Read what is shown, through ``desk.read``; keep selection and scroll. A page without rows reads nothing."""

    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:  # noqa: ANN401 - each page has its own
        """Show one record, or start what ``params`` ask for; a page without records does nothing."""

    def back(self) -> bool:
        """One step back inside the page; False when there is none."""
        return False

    def new(self) -> None:
        """Start a new record of the kind that the page shows; nothing where there is no such kind."""

    def hints(self) -> Sequence[tuple[str, str]]:
        """Keys and words for the right side of the status bar."""
        return ()

    def focus_search(self) -> None:
        """Put the cursor into the page's search, where it has one."""
        for field in self.findChildren(QLineEdit):
            if field.isVisible() and field.property("search"):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return

    def focus_first(self) -> None:
        """Put the keyboard where work begins: the table or list, else the first control below the toolbar."""
        views = self._inner.findChildren(QAbstractItemView)
        controls = self._inner.findChildren(QWidget)
        for widget in (*views, *controls):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        """The window shows the page now: read if that was never done, or if what it shows grew old meanwhile."""
        if not self._loaded or self._stale:
            self.reload()
        # Tab on the page asks for it by itself; who comes from the navigation comes later than this
        QTimer.singleShot(_ORDER_MS, self, lambda: read_in_order(self))

    def reload(self) -> None:
        """Read again."""
        self._loaded = True
        self._stale = False
        self.load()

    def heard(self, changes: Changes[Any]) -> None:
        """Something was written: read again when it is shown, else when it will be."""
        touched = changes.touched.keys()
        if EVERYTHING not in touched and not touched & set(self.watches):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye reads, also through what came since the page was made."""
        if self.isVisible():  # Qt asks a page that is left, too
            read_in_order(self)
        return super().focusNextPrevChild(forward)


def later(load: "Callable[[], Callable[[Desk], Page]]") -> "Callable[[Desk], Page]":
    """Makes a page whose module is loaded when the page is made, if nothing loaded it before."""

    def make(desk: "Desk") -> Page:
        return load()(desk)

    return make


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """A page as the navigation knows it.

    ``permissions``: any of them lets a person see it, none means everybody. ``count`` gives the number beside the
    word (0 shows nothing); with ``count_is_bad`` it is red. ``load`` brings the page's module in without making the
    page; any thread may call it. ``first`` reads what the page reads when it is opened (at a moment), after ``load``
    and on any thread: whoever opens it need not wait until its statements are compiled. ``under`` names the page in
    whose place of the navigation it is; it has none itself.
    """

    name: str
    title: Source
    icon: str
    make: "Callable[[Desk], Page]"
    load: Callable[[], object] = object
    first: Callable[[Read, datetime], object] | None = None
    permissions: tuple[Permission, ...] = ()
    group: int = 0
    under: str = ""
    places: tuple[str, ...] = ()
    count: Callable[[Read], int] | None = None
    count_is_bad: bool = False
