"""The calendar's settings as declarations: lists, their columns, their forms, and the verbs that save them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import Read, Tx
from ui.shell.desk import Desk
from widgets.columns import Column

Make = Callable[[Desk], Any]
"""Makes a control."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a form: ``of`` takes its value from the row that is edited."""

    name: str
    title: Source
    make: Make
    of: Callable[[Any], Any] = lambda _row: None
    span: int = 1
    required: bool = False
    hint: Source | str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One more thing that can be done with a row; ``command`` is made of it."""

    title: Callable[[Any], Source]
    icon: str
    verb: Callable[[Tx, Any], Any]
    command: Callable[[Any], object | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A list of the calendar's settings.

    ``columns`` and ``entries`` are made when the person's language is known; ``command`` makes the command of the
    form's values and the row, None for a new one.
    """

    name: str
    title: Source
    one: Source
    hint: Source
    read: Callable[[Read, Desk], Sequence[Any]]
    key: Callable[[Any], Any]
    columns: Callable[[Desk], Sequence[Column]]
    entries: Callable[[Desk, Any], Sequence[Entry]]
    verb: Callable[[Tx, Any], Any]
    command: Callable[[dict[str, Any], Any, Desk], object]
    adds: bool = True
    acts: Sequence[Act] = field(default_factory=tuple)
    problems: Callable[[str], str] = lambda name: name


EMPTY = QT_TRANSLATE_NOOP("CalendarSettings", "Nothing here yet")
