"""A form: fields in one or two columns under section titles, read and shown as a dictionary."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from widgets.buttons import label
from widgets.fields import Control, Field
from widgets.theme import theme

_GAP = 8
_COLUMN_GAP = 10
_SECTION_GAP = 16


class Form(QWidget):
    """Fields by name. ``changed`` comes whenever one of them changed, by a person or by ``set_values``."""

    changed = Signal()

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._fields: dict[str, Field] = {}
        self._controls: dict[str, Control] = {}
        self._row = 0
        self._column = 0
        look = theme()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(_COLUMN_GAP))
        self._grid.setVerticalSpacing(look.px(_GAP))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(
        self,
        name: str,
        caption: str,
        control: QWidget,
        *,
        span: int = 1,
        required: bool = False,
        hint: str = "",
    ) -> Field:
        """Put a control into the next free place, ``span`` columns wide; TypeError for what is no control."""
        if not isinstance(control, Control):
            raise TypeError(f"{type(control).__name__} holds no value")
        span = min(span, self._columns)
        if self._column + span > self._columns:
            self._next_row()
        field = Field(caption, control, required=required, hint=hint)
        self._fields[name] = field
        self._controls[name] = control
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(field, self._row, self._column, 1, span, top)
        self._column += span
        control.edited.connect(self.changed)
        return field

    def section(self, title: str) -> QLabel:
        """Begin a part of the form under a title."""
        if self._column:
            self._next_row()
        shown = label(title, "strong")
        if self._row:
            shown.setContentsMargins(0, theme().px(_SECTION_GAP - _GAP), 0, 0)
        self._grid.addWidget(shown, self._row, 0, 1, self._columns)
        self._next_row()
        return shown

    def add_wide(self, widget: QWidget) -> None:
        """Put something that is no field over the whole width."""
        if self._column:
            self._next_row()
        self._grid.addWidget(widget, self._row, 0, 1, self._columns)
        self._next_row()

    def field(self, name: str) -> Field:
        """The frame of a field, to hint or to hide; KeyError."""
        return self._fields[name]

    def control(self, name: str) -> Any:  # noqa: ANN401  each control has its own kind
        """The control of a field; KeyError."""
        return self._controls[name]

    def names(self) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return tuple(self._fields)

    def values(self) -> dict[str, Any]:
        """What every field holds now; fields with a problem give None or what they held."""
        return {name: control.value() for name, control in self._controls.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; names that are not in the form are left alone."""
        for name, value in values.items():
            if name in self._controls:
                self._controls[name].set_value(value)

    def draft(self) -> dict[str, Any]:
        """What stands in the fields as it was typed, readable or not, as plain JSON."""
        return {name: control.draft() for name, control in self._controls.items()}

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put a kept draft back, as it was typed."""
        for name, kept in draft.items():
            if name in self._controls:
                self._controls[name].set_draft(kept)

    def problems(self) -> dict[str, str]:
        """Every problem the fields themselves see, after reading them all."""
        self.values()
        return {
            name: control.problem() for name, control in self._controls.items() if control.problem()
        }

    def check(self) -> bool:
        """Whether every field could be read and is filled where it must be; else the first bad one is focused."""
        for field in self._fields.values():
            field.forget_error()
        problems = self.problems()
        for name, field in self._fields.items():
            if (
                field.required
                and name not in problems
                and self._controls[name].value() in {None, ""}
            ):
                problems[name] = self.tr("Fill this in.")
        if problems:
            self.show_problems(problems)
        return not problems

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say under each field what to do, clear the others, and put the focus on the first."""
        first = None
        for name, field in self._fields.items():
            text = problems.get(name, "")
            if text or field.message():
                field.set_error(text)
            if text and first is None:
                first = field
        if first is not None:
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_row(self) -> None:
        self._row += 1
        self._column = 0
