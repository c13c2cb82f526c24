"""Corrections of a sealed order: what stands beside what should stand; asked for and decided here."""

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, Source, UserError
from app.kernel.tx import Changes, Read
from app.work_orders import (
    CorrectionRow,
    DecideCorrection,
    OrderSheet,
    RequestCorrection,
    decide_correction,
    list_corrections,
    request_correction,
)
from models.access import Permission
from models.order_flow import SEALED
from models.work_orders import CorrectionState
from ui.shell.words import said
from ui.work_orders.record.ask import FormDialog
from ui.work_orders.record.panels import Panel
from widgets.badge import BadgeLabel
from widgets.buttons import Button, hairline, label
from widgets.controls import Choice, TextEdit
from widgets.empty import EmptyState
from widgets.theme import theme
from widgets.values import Badge

_STATES: dict[CorrectionState, tuple[Source, str, Any]] = {
    CorrectionState.REQUESTED: (
        QT_TRANSLATE_NOOP("OrderCorrections", "Awaiting decision"),
        "hourglass",
        "wait",
    ),
    CorrectionState.APPROVED: (
        QT_TRANSLATE_NOOP("OrderCorrections", "Accepted"),
        "circle-check",
        "good",
    ),
    CorrectionState.REJECTED: (
        QT_TRANSLATE_NOOP("OrderCorrections", "Rejected"),
        "circle-x",
        "bad",
    ),
    CorrectionState.WITHDRAWN: (
        QT_TRANSLATE_NOOP("OrderCorrections", "Withdrawn"),
        "undo-2",
        "idle",
    ),
}
_FIELDS: dict[str, Source] = {
    "odometer": QT_TRANSLATE_NOOP("OrderCorrections", "Odometer"),
    "service_name": QT_TRANSLATE_NOOP("OrderCorrections", "Name of a work"),
    "part_name": QT_TRANSLATE_NOOP("OrderCorrections", "Name of a part"),
    "part_quantity": QT_TRANSLATE_NOOP("OrderCorrections", "Quantity of a part"),
    "next_service": QT_TRANSLATE_NOOP("OrderCorrections", "Next service"),
    "other": QT_TRANSLATE_NOOP("OrderCorrections", "Something else"),
}


class CorrectionsPanel(Panel):
    """The list with its decisions, and the request of a new one."""

    @override
    def build(self) -> None:
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ask_button = Button(self.tr("Request correction…"), "pencil")
        self.ask_button.clicked.connect(self.request)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        foot.addWidget(self.ask_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.column.addWidget(self._area, 1)

    @override
    def ask(self, sheet: OrderSheet) -> None:
        """Corrections of the order."""
        order_id = sheet.card.id
        is_sealed = sheet.card.state in SEALED
        self.ask_button.setVisible(is_sealed and self.desk.can(Permission.CORRECTIONS_REQUEST))

        def read(read: Read) -> list[CorrectionRow]:
            return list_corrections(read, order_id)

        self.fetch(read, self._show)

    def _show(self, rows: list[CorrectionRow]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(hairline())
            column.addWidget(self._row(row))
        if not rows:
            sealed = self.sheet is not None and self.sheet.card.state in SEALED
            hint = (
                self.tr("What was sealed never changes; a correction stands beside it.")
                if sealed
                else self.tr("The order is not sealed yet: edit it.")
            )
            column.addWidget(EmptyState("pencil", self.tr("There are no corrections."), hint))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _row(self, row: CorrectionRow) -> QWidget:
        formats = self.desk.formats
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        column.setSpacing(theme().px(2))
        words, icon, hue = _STATES[row.state]
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(label(row.number, "code"))
        head.addWidget(BadgeLabel(Badge(said(words), icon, hue)))
        head.addWidget(label(formats.moment(row.asked_at), "hint"))
        head.addStretch(1)
        column.addLayout(head)
        for name, value in row.corrected.items():
            field = said(_FIELDS[name]) if name in _FIELDS else name
            text = f"{field}: {row.recorded.get(name, '—')} → {value}"
            column.addWidget(label(text, wrap=True))
        column.addWidget(label(row.reason, "muted", wrap=True))
        if row.decided_at is not None:
            told = [formats.moment(row.decided_at), row.decided_by or "", row.decision_note or ""]
            column.addWidget(label(", ".join(part for part in told if part), "hint", wrap=True))
        elif self.desk.can(Permission.CORRECTIONS_DECIDE):
            column.addLayout(self._decisions(row.id))
        return box

    def _decisions(self, correction_id: uuid.UUID) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for words, event in (
            (self.tr("Accept"), "approve"),
            (self.tr("Reject…"), "reject"),
            (self.tr("Withdraw"), "withdraw"),
        ):
            button = Button(words, small=True)
            button.clicked.connect(lambda _=False, what=event: self.decide(correction_id, what))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def decide(self, correction_id: uuid.UUID, event: str) -> None:
        """Write a decision down; a refusal wants its reason."""
        if event != "reject":
            self._decide(correction_id, event, None, None)
            return
        dialog = FormDialog(self, self.tr("Reject the correction"), self.tr("Reject"))
        words = self.tr("Reason")
        dialog.form.add("note", words, TextEdit(name=words), required=True)
        dialog.submitted.connect(
            lambda values: self._decide(correction_id, event, values["note"], dialog)
        )
        dialog.open()

    def _decide(
        self, correction_id: uuid.UUID, event: str, note: str | None, dialog: FormDialog | None
    ) -> None:
        self.desk.act(
            self,
            decide_correction,
            DecideCorrection(
                correction_id=correction_id, event=event, decided_by=self.desk.actor.name, note=note
            ),
            self._over(dialog),
            failed=dialog.refuse if dialog is not None else None,
        )

    def request(self) -> None:
        """Ask for a correction: which field, what it should be, and why."""
        sheet = self.sheet
        if sheet is None:
            return
        dialog = FormDialog(
            self, self.tr("Request a correction"), self.tr("Request"), icon="pencil"
        )
        dialog.set_sub(self.tr("What was sealed stays as it is; this stands beside it."))
        what, right, why = self.tr("What is wrong"), self.tr("What is right"), self.tr("Reason")
        fields = [(name, said(words)) for name, words in _FIELDS.items()]
        dialog.form.add("field", what, Choice(fields, name=what))
        dialog.form.add("corrected", right, TextEdit(name=right), required=True)
        dialog.form.add("reason", why, TextEdit(name=why), required=True)
        order_id = sheet.card.id

        def send(values: dict[str, Any]) -> None:
            self.desk.act(
                self,
                request_correction,
                RequestCorrection(
                    order_id=order_id,
                    reason=values["reason"],
                    corrected={values["field"]: values["corrected"]},
                ),
                self._over(dialog),
                failed=refused,
            )

        def refused(error: UserError) -> bool:
            return dialog.refuse(error)

        dialog.submitted.connect(send)
        dialog.open()

    def _over(self, dialog: FormDialog | None) -> Callable[[Changes[Any]], None]:
        def then(_changes: Changes[Any]) -> None:
            if dialog is not None:
                dialog.finish("saved")
            self.load()

        return then
