"""Completing an order: everything that stops it at once, each with its remedy beside it; then it is sealed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import BlockedError, Blocker, UserError
from app.kernel.tx import Changes
from app.work_orders import Complete, Completed, OrderSheet, check_completion, complete
from ui.parts.cells import plate_cell
from ui.parts.states import order_word
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.blocker_row import BlockerRow, Remedy
from ui.work_orders.completed import CompletionEffects
from ui.work_orders.remedies import Host, Remedies
from widgets.badge import PlateLabel
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.elided import ElidedLabel
from widgets.theme import theme

CONFIRMED = frozenset({"odometer_reason", "labour_open"})
"""Blockers that a person may confirm; all others have to be mended."""


class CompletionDialog(Dialog):
    """Asks what is missing, again after each change; ``completed`` comes once the order is sealed."""

    completed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, host: Host, sheet: OrderSheet) -> None:
        super().__init__(parent, "", 700)
        self._desk = desk
        self._host = host
        self._sheet = sheet
        self._finish_labour = False
        self._reason: str | None = None
        self._blockers: tuple[Blocker, ...] | None = None
        self._sealing = False
        self._remedies = Remedies(desk, host, sheet, lambda: self.finish("jump"), self)
        self.rows: list[BlockerRow] = []
        self.flush()
        self.set_title(self.tr("Looking what is missing"))
        self.head_row(self._about())
        self._list = QWidget()
        QVBoxLayout(self._list)
        self.body.addWidget(self._list)
        close = Button(self.tr("Close"), keys="Esc")
        self.add_button(close, "safe")
        self.go = Button(self.tr("Complete"), "check-check", kind="primary", keys="Ctrl+Return")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.seal)
        self.add_button(self.go, "primary")
        desk.changed.connect(self._heard)
        self.check()

    def _about(self) -> QWidget:
        """Which order it is: number, car, plate."""
        card = self._sheet.card
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        words = ", ".join(part for part in (card.number, card.vehicle) if part)
        line.addWidget(ElidedLabel(words, "secondary"))
        plate = plate_cell(card.plate)
        if plate is not None:
            line.addWidget(PlateLabel(plate))
        self._untouched = label("", "secondary")
        line.addWidget(self._untouched)
        line.addStretch(1)
        return row

    # asking
    def _command(self) -> Complete:
        return Complete(
            order_id=self._sheet.card.id,
            finish_open_labour=self._finish_labour,
            odometer_reason=self._reason,
        )

    def check(self) -> None:
        """Ask again what is missing."""
        self._desk.act(self, check_completion, self._command(), self._checked)

    def _checked(self, changes: Changes[tuple[Blocker, ...]]) -> None:
        self._show(changes.result)

    def set_sheet(self, sheet: OrderSheet) -> None:
        """The order changed behind the dialog: what mends a thing may be another step now."""
        self._sheet = sheet
        self._remedies.set_sheet(sheet)
        if self.isVisible() and not self._sealing and self._blockers is not None:
            self._show(self._blockers)

    def _heard(self, changes: Changes[Any]) -> None:
        if not self._sealing and changes.touched and self._blockers is not None:
            self.check()

    # showing
    def _show(self, blockers: tuple[Blocker, ...]) -> None:
        held = self._held()
        self._blockers = blockers
        stops = [b for b in blockers if b.code not in CONFIRMED]
        confirms = [b for b in blockers if b.code in CONFIRMED]
        ready = not blockers
        self.set_title(
            self.tr("Ready to complete") if ready else self.tr("Not ready to complete yet")
        )
        self._untouched.setText("" if ready else self.tr("Nothing has been changed."))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        self._section(column, self.tr("Stops completion"), self._mended(stops), "circle-x", "bad")
        self._section(
            column,
            self.tr("Needs a confirmation"),
            self._confirmed(confirms),
            "triangle-alert",
            "wait",
        )
        column.addWidget(CompletionEffects(self._desk, self._sheet))
        self.body.replaceWidget(self._list, content)
        self._list.hide()
        self._list.deleteLater()
        content.show()
        self._list = content
        self.go.setEnabled(ready)
        self.set_hint("" if ready else self.tr("The list updates as you fix things."))
        self.refit()
        self._place_focus(held)

    def _held(self) -> tuple[int, int] | None:
        for place, row in enumerate(self.rows):
            for number, button in enumerate(row.buttons):
                if button.hasFocus():
                    return place, number
        return None

    def _place_focus(self, held: tuple[int, int] | None) -> None:
        if not self.isVisible():
            self.set_first_focus(self.rows[0].buttons[0] if self.rows else self.go)
            return
        if not self.rows:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.rows[min(held[0], len(self.rows) - 1)] if held else self.rows[0]
        if row.buttons:
            row.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(
        self,
        column: QVBoxLayout,
        title: str,
        found: list[tuple[str, str, list[Remedy]]],
        icon: str,
        hue: str,
    ) -> None:
        if not found:
            return
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(theme().px(24), theme().px(8), theme().px(24), theme().px(6))
        line.setSpacing(theme().px(8))
        line.addWidget(label(title, "strong"))
        line.addWidget(label(str(len(found)), "muted"))
        line.addStretch(1)
        column.addWidget(head)
        for words, detail, remedies in found:
            row = BlockerRow(icon, hue, words, detail, remedies)
            self.rows.append(row)
            column.addWidget(row)

    def _mended(self, blockers: Sequence[Blocker]) -> list[tuple[str, str, list[Remedy]]]:
        return [
            (self._words(b), self._remedies.detail(b), self._remedies.offered(b)) for b in blockers
        ]

    def _words(self, blocker: Blocker) -> str:
        """The sentence of a blocker; a state is called as the list of orders calls it."""
        if blocker.code != "state":
            return said(blocker.sentence)
        state = order_word(self._sheet.card.state)
        return said(blocker.sentence.source).format(state=state)

    def _confirmed(self, blockers: Sequence[Blocker]) -> list[tuple[str, str, list[Remedy]]]:
        labour = [b for b in blockers if b.code == "labour_open"]
        found = []
        if len(labour) == 1:
            found.append((said(labour[0].sentence), "", [self._mark_done()]))
        elif labour:
            names = ", ".join(self._remedies.name(b.subject) for b in labour)
            words = self.tr("%n works are not finished.", "", len(labour))
            found.append((words, names, [self._mark_done()]))
        for blocker in blockers:
            if blocker.code == "odometer_reason":
                remedies = [
                    Remedy(self.tr("Keep it…"), self._keep_reading),
                    Remedy(self.tr("Enter…"), lambda: self._host.details("odometer_value")),
                ]
                found.append((said(blocker.sentence), "", remedies))
        return found

    def _mark_done(self) -> Remedy:
        return Remedy(self.tr("Mark done"), self._finish)

    def _finish(self) -> None:
        self._finish_labour = True
        self.check()

    def _keep_reading(self) -> None:
        def keep(reason: str) -> None:
            self._reason = reason
            self.check()

        self._host.ask_odometer_reason(keep)

    # doing
    def seal(self) -> None:
        """Complete the order; what stops it after all is shown."""
        self._sealing = True
        self.go.setEnabled(False)
        self._desk.act(self, complete, self._command(), self._sealed, failed=self._refused)

    def _sealed(self, changes: Changes[Completed]) -> None:
        self.finish("completed")
        self.completed.emit(changes.result)

    def _refused(self, error: UserError) -> bool:
        self._sealing = False
        if isinstance(error, BlockedError):
            self._show(error.blockers)
            return True
        self.go.setEnabled(True)
        return False
