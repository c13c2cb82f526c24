"""The order at a glance beside the list: whose car, promised when, its jobs, what happened last, the next step."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import billing, work_orders
from app.kernel.tx import Read
from app.work_orders import MoveOrder, OrderPeek
from models.access import Permission
from models.billing import Billing
from models.order_flow import OrderEvent
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.amounts import total_figure
from ui.work_orders.preview_head import PreviewHead
from ui.work_orders.preview_rows import Rows, job_rows, latest_rows
from ui.work_orders.record.steps import Step, Steps, steps_of
from widgets.badge import CellLabel
from widgets.buttons import Button, hairline, label
from widgets.cells import (
    Figure,
    Meter,
)
from widgets.theme import theme


class OrderPreview(QWidget):
    """Shows the order it is told to; ``open_asked`` brings the order and the step to begin with, if any."""

    open_asked = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._key: uuid.UUID | None = None
        self._peek: OrderPeek | None = None
        self._step: Step | None = None
        self.setAccessibleName(self.tr("Preview"))
        self.setFixedWidth(theme().px(326))
        self._build()
        self.clear()

    # parts
    def _build(self) -> None:
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), 0)
        column.setSpacing(0)
        self._head = PreviewHead(self.desk)
        column.addWidget(self._head)
        self._work(column)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._shown)
        whole.addWidget(area, 1)
        self._foot = QWidget()
        foot = self._foot_grid = QGridLayout(self._foot)
        foot.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(12))
        foot.setSpacing(look.px(8))
        foot.setColumnStretch(0, 1)
        self.next = Button("", kind="primary")
        self.next.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.next.clicked.connect(self._take_step)
        self.open = Button(self.tr("Open"))
        self.open.set_keys("Return", install=False)
        self.open.clicked.connect(self._open)
        foot.addWidget(self.next, 0, 0)
        foot.addWidget(self.open, 0, 1)
        whole.addWidget(self._foot)

    def _work(self, column: QVBoxLayout) -> None:
        look = theme()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Jobs"), "strong"))
        head.addStretch(1)
        self._hours = label("", "hint")
        head.addWidget(self._hours)
        column.addLayout(head)
        column.addSpacing(look.px(4))
        self._meter = CellLabel(Meter(0.0), name=self.tr("Labour done"))
        self._meter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._meter.setFixedHeight(look.px(6))
        column.addWidget(self._meter)
        column.addSpacing(look.px(7))
        self._jobs = Rows(30, lines=True, name=self.tr("Jobs"))
        column.addWidget(self._jobs)
        column.addWidget(hairline(role="divider"))
        total = QHBoxLayout()
        total.setContentsMargins(0, look.px(7), 0, look.px(7))
        total.addWidget(label(self.tr("Total")))
        total.addStretch(1)
        self._total = CellLabel(Figure("0"), large=True, name=self.tr("Total"))
        total.addWidget(self._total)
        column.addLayout(total)
        column.addSpacing(look.px(8))
        self._latest_words = label(self.tr("Latest"), "strong")
        column.addWidget(self._latest_words)
        column.addSpacing(look.px(2))
        self._latest = Rows(22, lines=False, name=self.tr("Latest"))
        column.addWidget(self._latest)

    # what is shown
    def key(self) -> uuid.UUID | None:
        """The order that is shown or on its way."""
        return self._key

    def clear(self) -> None:
        """Nothing is chosen."""
        self._key, self._peek, self._step = None, None, None
        self._shown.hide()
        self._foot.hide()

    def show_order(self, order_id: uuid.UUID) -> None:
        """Read the order and show it; the newest wish counts."""
        self._key = order_id
        can = self.desk.can

        def ask(read: Read) -> tuple[OrderPeek, Billing | None]:
            peek = work_orders.peek_order(read, order_id)
            billed = billing.order_billing(read, order_id) if can(Permission.MONEY_SEE) else None
            return peek, billed

        self.desk.read(self, ask, self._arrived, lane="peek")

    def _arrived(self, found: tuple[OrderPeek, Billing | None]) -> None:
        peek, billed = found
        if peek.sheet.card.id != self._key:
            return
        self._peek = peek
        self._head.show_order(peek)
        self._show_work(peek)
        self._show_steps(steps_of(peek.sheet, self.desk.can, billed))
        self._shown.show()
        self._foot.show()

    def _show_work(self, peek: OrderPeek) -> None:
        formats = self.desk.formats
        has_hours = peek.all_hours > 0
        self._meter.setVisible(has_hours)
        self._hours.setVisible(has_hours)
        if has_hours:
            done, whole = formats.qty(peek.done_hours), formats.hours(peek.all_hours)
            self._hours.setText(self.tr("{done} of {all}").format(done=done, all=whole))
            self._meter.set_value(Meter(float(peek.done_hours / peek.all_hours)))
        self._jobs.set_rows(job_rows(peek, formats))
        total = formats.money(peek.sheet.card.total)
        self._total.set_value(total_figure(total, formats.decimal_sign))
        self._latest.set_rows(latest_rows(peek, formats))
        self._latest_words.setVisible(bool(peek.latest))

    def _show_steps(self, steps: Steps) -> None:
        step = self._step = steps.primary
        self.next.setVisible(step is not None)
        if step is not None:
            self.next.setText(said(step.label) + ("…" if step.asks else ""))
            self.next.setAccessibleName(self.next.text())
            self.next.set_icon(step.icon)
            if self.next.keys != "Ctrl+Return":
                self.next.set_keys("Ctrl+Return")
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Side by side; under each other where the words of the step are long."""
        look = theme()
        room = self.width() - look.px(16 + 16 + 8) - self.open.sizeHint().width()
        beside = self._step is None or self.next.sizeHint().width() <= room
        self.open.setSizePolicy(
            QSizePolicy.Policy.Fixed if beside and self._step else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Fixed,
        )
        self._foot_grid.removeWidget(self.open)
        self._foot_grid.removeWidget(self.next)
        self._foot_grid.addWidget(self.next, 0, 0, 1, 1 if beside else 2)
        if beside and self._step is not None:
            self._foot_grid.addWidget(self.open, 0, 1)
        else:
            self._foot_grid.addWidget(self.open, 1, 0, 1, 2)

    # what is done
    def _open(self) -> None:
        if self._key is not None:
            self.open_asked.emit(self._key, "")

    def _take_step(self) -> None:
        if self._peek is None or self._step is None:
            return
        card, step = self._peek.sheet.card, self._step
        if step.asks or step.name not in {event.value for event in OrderEvent}:
            self.open_asked.emit(card.id, step.name)
            return
        self.desk.act(
            self,
            work_orders.move_order(OrderEvent(step.name)),
            MoveOrder(order_id=card.id, version=card.version),
        )
