"""The sheet under "?": what the keys do here and everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from ui.shell.actions import PaletteAction
from ui.shell.words import said
from widgets.buttons import Button, keys_text, label
from widgets.dialog import Dialog
from widgets.theme import theme


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys with their words under a heading."""

    title: str
    keys: tuple[tuple[str, str], ...]


EVERYWHERE: tuple[tuple[str, Source], ...] = (
    ("Ctrl+K", QT_TRANSLATE_NOOP("Shortcuts", "Find anything, do anything")),
    ("/", QT_TRANSLATE_NOOP("Shortcuts", "Search on this page")),
    ("Ctrl+N", QT_TRANSLATE_NOOP("Shortcuts", "New, of the kind that is shown")),
    ("Esc", QT_TRANSLATE_NOOP("Shortcuts", "One step back")),
    ("F5", QT_TRANSLATE_NOOP("Shortcuts", "Read again")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("Shortcuts", "Take back")),
    ("Ctrl+L", QT_TRANSLATE_NOOP("Shortcuts", "Lock, or another person")),
    ("?", QT_TRANSLATE_NOOP("Shortcuts", "This sheet")),
)
"""What the window itself knows; it installs the same."""

TABLES: tuple[tuple[str, Source], ...] = (
    ("↑ ↓", QT_TRANSLATE_NOOP("Shortcuts", "Another row")),
    ("Return", QT_TRANSLATE_NOOP("Shortcuts", "Open")),
    ("Space", QT_TRANSLATE_NOOP("Shortcuts", "Look without opening")),
    ("Ctrl+A", QT_TRANSLATE_NOOP("Shortcuts", "Select all rows")),
    ("Ctrl+C", QT_TRANSLATE_NOOP("Shortcuts", "Copy rows for a spreadsheet")),
)


def key_groups(
    page: QWidget | None,
    hints: Sequence[tuple[str, str]],
    actions: Sequence[PaletteAction],
) -> list[KeyGroup]:
    """What the present page knows, what can be started from anywhere, and what holds everywhere."""
    here = dict.fromkeys(hints)
    if page is not None:
        for button in page.findChildren(Button):
            words = button.text() or button.accessibleName()
            if button.keys and words and button.isVisibleTo(page):
                here.setdefault((button.keys, words))
    groups = [
        KeyGroup(said(QT_TRANSLATE_NOOP("Shortcuts", "On this page")), tuple(here)),
        KeyGroup(
            said(QT_TRANSLATE_NOOP("Shortcuts", "Start")),
            tuple((a.keys, a.title) for a in actions if a.keys),
        ),
        KeyGroup(
            said(QT_TRANSLATE_NOOP("Shortcuts", "Everywhere")),
            tuple((keys, said(words)) for keys, words in EVERYWHERE),
        ),
        KeyGroup(
            said(QT_TRANSLATE_NOOP("Shortcuts", "In tables")),
            tuple((keys, said(words)) for keys, words in TABLES),
        ),
    ]
    return [group for group in groups if group.keys]


def show_shortcuts(front: QWidget, groups: Sequence[KeyGroup]) -> Dialog:
    """Open the sheet over the window: two columns of groups."""
    look = theme()
    dialog = Dialog(front, said(QT_TRANSLATE_NOOP("Shortcuts", "Keys")), 800)
    columns = QHBoxLayout()
    columns.setSpacing(look.px(32))
    left, right = QVBoxLayout(), QVBoxLayout()
    for column in (left, right):
        column.setSpacing(look.px(16))
        columns.addLayout(column, 1)
    heights = [0, 0]
    for group in groups:
        place = 0 if heights[0] <= heights[1] else 1
        heights[place] += len(group.keys) + 2
        (left, right)[place].addWidget(_group(group))
    for column in (left, right):
        column.addStretch(1)
    dialog.body.addLayout(columns)
    dialog.add_button(Button(said(QT_TRANSLATE_NOOP("Shortcuts", "Close"))), "safe")
    dialog.open()
    return dialog


def _group(group: KeyGroup) -> QWidget:
    look = theme()
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(16))
    grid.setVerticalSpacing(look.px(4))
    grid.addWidget(label(group.title, "caption"), 0, 0, 1, 2)
    for row, (keys, words) in enumerate(group.keys, start=1):
        shown = QLabel(keys_text(keys))
        shown.setFont(look.font("small", weight=600))
        grid.addWidget(label(words[:1].upper() + words[1:], wrap=True), row, 0)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    return box
