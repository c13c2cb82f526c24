"""Tab goes as the eye reads: by the layouts, from the top left, pane by pane, whenever things came or went."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QWidget

from widgets.viewport import viewport_of

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def reading_order(root: QWidget) -> list[QWidget]:
    """Everything inside ``root`` that Tab can stop at, hidden or not, in the order of reading."""
    return [
        widget
        for widget in _walk(root)
        if widget is not root
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and widget.focusProxy() is None
    ]


def read_in_order(root: QWidget) -> None:
    """Let Tab go through ``root`` in the order of reading."""
    for before, after in pairwise(reading_order(root)):
        QWidget.setTabOrder(before, after)


def _walk(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    inner: list[QWidget] = []
    shown: list[QWidget] = []
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        panes = (widget.widget(at) for at in range(widget.count()))
        inner = [pane for pane in panes if pane is not None]
    elif isinstance(widget, QScrollArea):
        held = widget.widget()
        inner = [held] if held is not None else []
        shown = [viewport_of(widget)]
    elif layout is not None:
        inner = list(_laid_out(layout))
    known = {id(child) for child in (*inner, *shown)}
    # what stands freely (a state over a table) comes after what is laid out, from the top left;
    # widgets alone: for every other object Python would have to learn its class
    free = [
        child
        for child in widget.findChildren(QWidget, options=_DIRECT)
        if id(child) not in known and not child.isWindow()
    ]
    free.sort(key=lambda child: (child.y(), child.x()))
    for child in (*inner, *free):
        yield from _walk(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda at: _row_and_column(layout, at))
    for at in places:
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _row_and_column(grid: QGridLayout, at: int) -> tuple[int, int]:
    place: Any = grid.getItemPosition(at)  # four numbers, the stubs say object
    return int(place[0]), int(place[1])
