"""Two records side by side: which values go on, what moves, what stays on paper; then one record."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from app.customers.merging import (
    MergeCustomers,
    MergePreview,
    UndoMerge,
    merge_customers,
    preview_merge,
    undo_customer_merge,
)
from app.kernel.merging import Counted
from app.vehicles.merging import (
    MergeVehicles,
    VehicleMergePreview,
    merge_vehicles,
    preview_vehicle_merge,
    undo_vehicle_merge,
)
from ui.customers.words import ROWS
from ui.parts.people import kind_words, price_group_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.dialog import Dialog
from widgets.theme import theme

Preview = MergePreview | VehicleMergePreview


class MergeDialog(Dialog):
    """The left record goes on; a dot chooses whose value it keeps. Values that are alike are left out."""

    def __init__(
        self, parent: QWidget, desk: Desk, kind: str, one: uuid.UUID, other: uuid.UUID
    ) -> None:
        super().__init__(parent, "", 800)
        self.set_title(
            self.tr("One customer of two") if kind == "customer" else self.tr("One car of two")
        )
        self._desk, self._kind = desk, kind
        self._pair = (one, other)
        self._preview: Preview | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self._inner: QWidget | None = None
        self.swap = Button(self.tr("Keep the other record"), "arrow-left-right", kind="quiet")
        self.swap.clicked.connect(self._swap)
        self.add_left(self.swap)
        self.add_cancel()
        self.save_button = self.add_button(
            Button(self.tr("Merge"), kind="primary", keys="Ctrl+Return")
        )
        self.save_button.clicked.connect(self.merge)
        self.save_button.setEnabled(False)

    def begin(self) -> None:
        """Read what merging would do, and open."""
        look_at = preview_merge if self._kind == "customer" else preview_vehicle_merge
        pair = self._pair

        def got(preview: Preview) -> None:
            self._fill(preview)
            if not self.isVisible():
                self.open()
            self.refit()

        self._desk.read(self, lambda read: look_at(read, *pair), got, lane="preview")

    def _swap(self) -> None:
        self._pair = (self._pair[1], self._pair[0])
        self.begin()

    # what shows
    def _fill(self, preview: Preview) -> None:
        self._preview = preview
        self._groups.clear()
        inner = QWidget()
        grid = QGridLayout(inner)
        look = theme()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(label(self.tr("This record goes on"), "strong"), 0, 1)
        grid.addWidget(label(self.tr("This one goes into it"), "strong"), 0, 2)
        grid.addWidget(hairline(), 1, 0, 1, 3)
        line = 2
        for pair in preview.fields:
            if pair.differs or pair.filled:
                self._choice(grid, line, pair.name, said(pair.label), (pair.kept, pair.other))
                line += 1
        grid.addWidget(hairline(), line, 0, 1, 3)
        told = [
            (self.tr("Moves"), self._listed(preview.moves)),
            (self.tr("Stays as it is printed"), self._listed(preview.stays)),
        ]
        for place, (caption, words) in enumerate(told, line + 1):
            grid.addWidget(label(caption, "muted"), place, 0)
            grid.addWidget(label(words or self.tr("nothing"), wrap=True), place, 1, 1, 2)
        warnings = getattr(preview, "warnings", ())
        for place, sentence in enumerate((*warnings, *preview.blockers), line + 3):
            shown = label(said(sentence), "secondary", tone="wait", wrap=True)
            grid.addWidget(shown, place, 0, 1, 3)
        if self._inner is not None:
            self.body.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = inner
        self.body.addWidget(inner)
        self.save_button.setEnabled(not preview.blockers)

    def _choice(
        self, grid: QGridLayout, line: int, name: str, caption: str, values: tuple[Any, Any]
    ) -> None:
        grid.addWidget(label(caption, "muted"), line, 0)
        group = QButtonGroup(self)
        for place, value in enumerate(values):
            text = self._shown(name, value)
            if not text:
                grid.addWidget(label("—", "muted"), line, 1 + place)
                continue
            dot = QRadioButton(text)
            dot.setAccessibleName(f"{caption}: {text}")
            dot.setToolTip(text)
            dot.setChecked(place == 0 or not values[0])
            group.addButton(dot, place)
            grid.addWidget(dot, line, 1 + place, Qt.AlignmentFlag.AlignLeft)
        self._groups[name] = group

    def _shown(self, name: str, value: Any) -> str:  # noqa: ANN401  any field's value
        formats = self._desk.formats
        if value is None or value == "":
            return ""
        if name in {"phone", "other_phone"}:
            return formats.phone(value)
        if name == "kind":
            return kind_words(value)
        if name == "price_group":
            return price_group_word(value)
        if name == "discount_percent":
            return formats.percent(value) if value else ""
        return formats.full_day(value) if isinstance(value, date) else str(value)

    def _listed(self, rows: Sequence[Counted]) -> str:
        return ", ".join(
            f"{said(ROWS[row.table]) if row.table in ROWS else row.table}: {row.count}"
            for row in rows
        )

    # merging
    @property
    def taken(self) -> tuple[str, ...]:
        """Fields whose value comes from the record that goes."""
        return tuple(name for name, group in self._groups.items() if group.checkedId() == 1)

    def merge(self) -> None:
        """Make the two one; the toast takes it apart again."""
        if self._preview is None:
            return
        self.save_button.setEnabled(False)
        desk, people = self._desk, self._kind == "customer"
        versions = (self._preview.survivor.version, self._preview.gone.version)
        make = MergeCustomers if people else MergeVehicles
        command = make(
            survivor_id=self._pair[0],
            gone_id=self._pair[1],
            survivor_version=versions[0],
            gone_version=versions[1],
            take=self.taken,
        )
        undo = undo_customer_merge if people else undo_vehicle_merge
        words = self.tr("The two records are one now")
        apart = self.tr("The records are two again")

        def done(changes: Any) -> None:  # noqa: ANN401  Changes of either verb
            merge_id = changes.result
            self.finish("saved")

            def back() -> None:
                desk.act(desk, undo, UndoMerge(merge_id=merge_id), lambda _done: desk.toast(apart))

            desk.toast(words, back)

        def failed(_error: Exception) -> bool:
            self.save_button.setEnabled(True)
            return False

        verb: Any = merge_customers if people else merge_vehicles
        desk.act(self, verb, command, done, failed=failed)
