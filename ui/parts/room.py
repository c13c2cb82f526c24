"""Where room is short (large letters, a small window): what gives way."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from widgets.table import Column
from widgets.theme import theme

_NARROW = 1000
"""Design pixels below which less is shown beside what must be seen."""


def is_narrow(widget: QWidget) -> bool:
    """Whether the widget has less room than its design wants."""
    return widget.width() < theme().px(_NARROW)


def hide_columns(columns: Sequence[Column], hidden: Collection[str]) -> dict[str, Any]:
    """The layout of a table as declared, without these columns."""
    shown = [
        [column.name, not column.hidden and column.name not in hidden, None] for column in columns
    ]
    return {"columns": shown, "sort": None}
