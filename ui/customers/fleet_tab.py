"""The cars of a customer as one list: what is due, where each stands, what is unpaid; a file to send them."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.exchange import ExportShown, Format, export_shown
from app.insights.fleet import FleetCar
from models.access import Permission
from models.money import Money
from ui.customers.actions import Actions
from ui.customers.panes import TablePane
from ui.customers.record import Record
from ui.parts.cells import plate_cell
from ui.parts.mileage import dash_unit, reading_words
from ui.parts.states import order_badge
from ui.shell.desk import Desk
from ui.shell.runner import Progress
from widgets.buttons import Button
from widgets.table import Column, Table
from widgets.values import Figure, Mark, Tone

_SOON = 30
_Value = str | Decimal | int | date | None


class FleetTab(QWidget):
    """Enter opens a car."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self._record: Record | None = None
        self.table = Table(self._columns(), key=lambda row: row.vehicle.id, name=self.tr("Cars"))
        self.table.opened.connect(lambda row: actions.shown.emit(row.vehicle.id, None))
        self.add = Button(self.tr("Add a car"), "plus", small=True)
        self.add.clicked.connect(lambda: actions.new_car(of_customer=True))
        if not actions.edits_cars:
            self.add.hide()
        self.export = Button(self.tr("Export…"), "file-down", small=True)
        self.export.clicked.connect(self.ask_file)
        if not desk.can(Permission.EXCHANGE_EXPORT):
            self.export.hide()
        self.pane = TablePane(self.table, (self.export, self.add))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pane)
        self.setFocusProxy(self.table)

    def _columns(self) -> tuple[Column, ...]:
        formats = self._desk.formats
        made = [
            Column(
                "plate",
                self.tr("Plate"),
                lambda row: plate_cell(row.vehicle.plate),
                width=118,
                kind="plate",
            ),
            Column("car", self.tr("Car"), _name, width=120, stretch=2),
            Column(
                "km", self.tr("Odometer"), self._reading, width=92, align="right", kind="secondary"
            ),
            Column(
                "last",
                self.tr("Last visit"),
                lambda row: formats.full_day(row.last_at) if row.last_at else None,
                width=92,
                kind="secondary",
                elide=False,
            ),
            Column(
                "inspection",
                self.tr("Inspection"),
                lambda row: self._day(row.vehicle.inspection_until_on),
                width=96,
                elide=False,
            ),
            Column(
                "insurance",
                self.tr("Insurance"),
                lambda row: self._day(row.vehicle.insurance_until_on),
                width=96,
                elide=False,
            ),
            Column("service", self.tr("Service"), self._service, width=140, stretch=2),
            Column("order", self.tr("Open order"), self._order, width=158, kind="state"),
        ]
        if self._desk.can(Permission.MONEY_SEE):
            made.append(
                Column("owes", self.tr("Owes"), self._owes, width=84, align="right", kind="money")
            )
        return tuple(made)

    def show_record(self, record: Record) -> None:
        """Show the cars of another customer."""
        self._record = record
        fleet = record.more.fleet if record.more is not None else ()
        self.table.set_rows(fleet)
        self.pane.note.setText(self._summary(fleet))
        self.export.setEnabled(bool(fleet))
        if not fleet:
            button = None
            if self._actions.edits_cars:
                button = Button(self.tr("Add a car"), "plus")
                button.clicked.connect(lambda: self._actions.new_car(of_customer=True))
            self.table.show_empty(
                "car", self.tr("No car yet."), self.tr("A plate is enough to begin."), button
            )

    def _summary(self, fleet: tuple[FleetCar, ...]) -> str:
        today = self._desk.formats.today()
        days = [left for car in fleet if (left := car.days_left(today)) is not None]
        late, soon = (
            sum(1 for left in days if left < 0),
            sum(1 for left in days if 0 <= left <= _SOON),
        )
        parts = [self.tr("%n cars", "", len(fleet))] if fleet else []
        if late:
            parts.append(self.tr("late: {count}").format(count=late))
        if soon:
            words = self.tr("due in {days} days: {count}")
            parts.append(words.format(days=_SOON, count=soon))
        opened = sum(len(car.orders) for car in fleet)
        if opened:
            parts.append(self.tr("%n open orders", "", opened))
        owed = [car.unpaid for car in fleet if car.unpaid is not None and car.unpaid.minor]
        if owed:
            total = Money(sum(each.minor for each in owed), owed[0].currency)
            parts.append(self.tr("owes {sum}").format(sum=self._desk.formats.money(total)))
        return "  ·  ".join(parts)

    # cells
    def _reading(self, row: FleetCar) -> object:
        return self._desk.formats.number(row.reading.value) if row.reading is not None else None

    def _day(self, day: date | None) -> object:
        if day is None:
            return None
        left = (day - self._desk.formats.today()).days
        tone: Tone = "bad" if left < 0 else "wait" if left <= _SOON else ""
        return Mark(self._desk.formats.full_day(day), "", tone)

    def _service(self, row: FleetCar) -> object:
        due = row.service
        if due is None:
            return None
        formats = self._desk.formats
        when = []
        if due.due_on is not None:
            when.append(formats.full_day(due.due_on))
        if due.due_value is not None:
            when.append(reading_words(formats, due.due_value, due.unit))
        soon = due.due_on is not None and (due.due_on - formats.today()).days <= _SOON
        tone: Tone = "bad" if due.is_due else "wait" if soon else ""
        return Mark(f"{self.tr(' or ').join(when)}: {due.name}", "", tone)

    def _order(self, row: FleetCar) -> object:
        if not row.orders:
            return None
        return order_badge(row.orders[0].state)

    def _owes(self, row: FleetCar) -> object:
        if row.unpaid is None or not row.unpaid.minor:
            return None
        return Figure(self._desk.formats.short(row.unpaid), "", "wait")

    # a file
    def ask_file(self) -> None:
        """Ask where the list goes."""
        customer = self._record.customer if self._record is not None else None
        if customer is None:
            return
        places = QStandardPaths.StandardLocation.DocumentsLocation
        folder = str(self._desk.saved("customers.folder", QStandardPaths.writableLocation(places)))
        dialog = QFileDialog(
            self,
            self.tr("Save the list of cars"),
            folder,
            self.tr("Spreadsheet (*.xlsx);;Text table (*.csv)"),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{customer.name}.xlsx")
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the list there; its ending says how. Days are days and sums are numbers."""
        record = self._record
        if record is None or record.customer is None or record.more is None:
            return
        shown = ExportShown(
            name=self.tr("Cars"),
            titles=self._titles(),
            rows=[self._values(car) for car in record.more.fleet],
            format=Format.CSV if path.suffix.lower() == ".csv" else Format.XLSX,
        )

        def done(_size: int) -> None:
            self._desk.save("customers.folder", str(path.parent))
            self._desk.toast(self.tr("Saved as {name}").format(name=path.name))

        self._desk.work(self, self.tr("Writing the list"), partial(self._write, shown, path), done)

    def _write(self, shown: ExportShown, path: Path, _progress: Progress) -> int:
        return path.write_bytes(export_shown(self._desk.shop, self._desk.actor, shown))

    def _titles(self) -> list[str]:
        made = [
            self.tr("Plate"),
            self.tr("Car"),
            self.tr("VIN"),
            self.tr("Odometer"),
            self.tr("Unit"),
            self.tr("Visits"),
            self.tr("Last visit"),
            self.tr("Inspection until"),
            self.tr("Insurance until"),
            self.tr("Service"),
            self.tr("Service on"),
            self.tr("Service at"),
            self.tr("Open orders"),
        ]
        return [*made, self.tr("Owes")] if self._desk.can(Permission.MONEY_SEE) else made

    def _values(self, row: FleetCar) -> list[_Value]:
        car, due, reading = row.vehicle, row.service, row.reading
        last = self._desk.formats.local(row.last_at).date() if row.last_at is not None else None
        made: list[_Value] = [
            car.plate,
            _name(row),
            car.vin,
            reading.value if reading is not None else None,
            dash_unit(reading.unit) if reading is not None else None,
            row.visits,
            last,
            car.inspection_until_on,
            car.insurance_until_on,
            due.name if due is not None else None,
            due.due_on if due is not None else None,
            due.due_value if due is not None else None,
            ", ".join(order.number for order in row.orders) or None,
        ]
        if self._desk.can(Permission.MONEY_SEE):
            made.append(row.unpaid.decimal if row.unpaid is not None and row.unpaid.minor else None)
        return made


def _name(row: FleetCar) -> str:
    car = row.vehicle
    parts = (car.make, car.model, str(car.made_year) if car.made_year else "")
    return " ".join(part for part in parts if part)
