"""What the repair makes one calibrate and which recalls are open: shown on the order, answered by a report."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.kernel.errors import Sentence
from app.kernel.tx import Read
from app.vehicles import OpenWork, get_vehicle
from app.vehicles.calibration import (
    DONE,
    FEATURES,
    NOT_NEEDED,
    AnswerCalibration,
    OrderNeed,
    answer_calibration,
    need_sentence,
    order_needs,
)
from app.vehicles.recalls import recall_sentences, recalls_of
from app.work_orders import OrderSheet
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record.ask import FormDialog
from widgets.badge import CellLabel
from widgets.buttons import Button, label
from widgets.fields import Choice, TextEdit
from widgets.theme import theme
from widgets.values import Mark, Tone

Alerts = tuple[tuple[OrderNeed, ...], tuple[Sentence, ...]]


def read_alerts(
    read: Read, sheet: OrderSheet, now: datetime
) -> tuple[tuple[OpenWork, ...], Alerts]:
    """Open work of the car; calibration needs of the order, and open recalls of its car in words."""
    card = sheet.card
    work = tuple(get_vehicle(read, card.vehicle_id, now=now).open_work)
    return work, (order_needs(read, card.id), recall_sentences(recalls_of(read, card.vehicle_id)))


class Calibrating(QObject):
    """Rows of the needs, and the dialog that answers one."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def rows(self, sheet: OrderSheet, alerts: Alerts) -> list[QWidget]:
        """Everything that was read, needs first."""
        needs, recalls = alerts
        mark = Mark(" ", "triangle-alert", "wait")
        return [
            *(self.need_row(sheet, need) for need in needs),
            *(alert_row(said(words), mark) for words in recalls),
        ]

    def need_row(self, sheet: OrderSheet, need: OrderNeed) -> QWidget:
        """A need with its button; an answered one with its report."""
        answered = need.answer is not None
        tone: Tone = "good" if answered else "bad" if need.stops else "wait"
        words = said(need_sentence(need)) + (f" {need.report}" if need.report else "")
        row = alert_row(words, Mark(" ", "check" if answered else "triangle-alert", tone))
        line = row.layout()
        if not answered and line is not None:
            named = self.tr("Answer: {part}").format(part=said(FEATURES[need.feature]))
            button = Button(self.tr("Report…"), small=True, name=named)
            button.clicked.connect(lambda: self.answer(sheet, need.feature))
            line.addWidget(button)
        return row

    def answer(self, sheet: OrderSheet, feature: str) -> FormDialog:
        """Ask for the report, or why the calibration is not needed."""
        dialog = FormDialog(self._page, self.tr("Calibration"), self.tr("Note"))
        dialog.set_sub(said(FEATURES[feature]))
        outcomes = [
            (DONE, self.tr("calibrated")),
            (NOT_NEEDED, self.tr("not needed")),
        ]
        dialog.form.add("outcome", self.tr("Outcome"), Choice(outcomes))
        dialog.form.add("report", self.tr("Number of the report"), TextEdit(limit=100))
        dialog.form.add("reason", self.tr("Why it is not needed"), TextEdit(limit=300))

        def send(values: dict[str, Any]) -> None:
            command = AnswerCalibration(order_id=sheet.card.id, feature=feature, **values)
            self._desk.act(
                self,
                answer_calibration,
                command,
                lambda _done: dialog.finish("done"),
                failed=dialog.refuse,
            )

        dialog.submitted.connect(send)
        dialog.open()
        return dialog


def alert_row(words: str, mark: Mark) -> QWidget:
    """A line with a mark and a sentence that may need several rows."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(theme().px(16), theme().px(5), theme().px(16), theme().px(5))
    line.setSpacing(theme().px(10))
    line.addWidget(CellLabel(mark))
    line.addWidget(label(words, wrap=True), 1)
    return row
