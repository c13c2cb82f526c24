"""Everything about the car: all of its facts, plates and people over time, every odometer reading."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.vehicles import PersonRow, PlateRow, VehicleRow
from ui.customers.actions import Actions
from ui.customers.pieces import Column, Elided, gap, heading, link, pair, ruled
from ui.customers.readings import Readings
from ui.customers.record import Record
from ui.parts.cells import plate_cell
from ui.parts.mileage import dash_unit
from ui.parts.people import role_words
from ui.shell.desk import Desk
from widgets.badge import PlateLabel
from widgets.buttons import hairline, label
from widgets.theme import theme

_CAPTION = 136


class CarTab(QWidget):
    """Facts at the left, plates, people and readings at the right."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.left = Column(self.tr("Car"))
        self.middle = Column(self.tr("Plates and people"))
        self.readings = Readings(desk, actions)
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        add = [link(self.tr("Add a reading"), actions.add_reading)] if actions.edits_cars else []
        head = heading(self.tr("Odometer readings"), "", *add)
        layout = head.layout()
        if layout is not None:
            layout.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        box.addSpacing(theme().px(4))
        box.addWidget(head)
        box.addWidget(self.readings, 1)
        row.addWidget(self.left, 8)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.middle, 8)
        row.addWidget(hairline(vertical=True))
        row.addWidget(right, 9)

    def show_record(self, record: Record) -> None:
        """Show another car."""
        card = record.card
        if card is None:
            return
        self.left.fill(*self._facts(card.vehicle))
        self.middle.fill(
            heading(self.tr("Plates")),
            *(ruled(self._plate(each)) for each in card.plates),
            *self._change_plate(),
            gap(8),
            heading(self.tr("People"), "", *self._add_person()),
            *(ruled(self._person(each)) for each in card.people),
        )
        self.readings.show_record(record)

    def _facts(self, car: VehicleRow) -> list[QWidget]:
        formats = self._desk.formats
        edit = (
            [
                link(self.tr("From a photo"), self._actions.read_photo),
                link(self.tr("Edit"), self._actions.edit_car),
            ]
            if self._actions.edits_cars
            else []
        )
        days = [
            (self.tr("Bought on"), car.bought_on),
            (self.tr("Maker's warranty until"), car.warranty_until_on),
            (self.tr("Insurance until"), car.insurance_until_on),
            (self.tr("Inspection until"), car.inspection_until_on),
        ]
        pairs: list[tuple[str, str | None]] = [
            (self.tr("Make"), car.make),
            (self.tr("Model"), car.model),
            (self.tr("Variant"), car.variant),
            (self.tr("Year"), str(car.made_year) if car.made_year else None),
            (self.tr("VIN"), car.vin),
            (self.tr("Engine"), car.engine),
            (self.tr("Gearbox"), car.gearbox),
            (self.tr("Fuel"), car.fuel_kind),
            (self.tr("Colour"), car.color),
            (self.tr("Engine number"), car.engine_number),
            (self.tr("Body or frame number"), car.body_number),
            (self.tr("Odometer counts"), dash_unit(car.odometer_unit)),
            *((caption, formats.full_day(day) if day else None) for caption, day in days),
            *(car.serials.items()),
        ]
        made: list[QWidget] = [heading(self.tr("Car"), "", *edit)]
        for caption, value in pairs:
            shown = Elided(value or "—", "" if value else "muted")
            if value and value in {car.vin, car.engine_number, car.body_number}:
                shown.setFont(theme().font(codes=True))
            made.append(pair(caption, shown, width=_CAPTION))
        if car.note:
            made += [gap(8), heading(self.tr("Note")), label(car.note, "secondary", wrap=True)]
        return made

    def _change_plate(self) -> list[QWidget]:
        if not self._actions.edits_cars:
            return []
        return [_row(link(self.tr("Change plate"), self._actions.change_plate))]

    def _add_person(self) -> list[QWidget]:
        if not self._actions.edits_cars:
            return []
        return [link(self.tr("Add a person"), self._actions.add_person)]

    def _plate(self, plate: PlateRow) -> QWidget:
        formats = self._desk.formats
        cell = plate_cell(plate.plate)
        begin = formats.full_day(plate.from_at)
        words = self.tr("since {day}").format(day=begin)
        if plate.until_at is not None:
            words = f"{begin} – {formats.full_day(plate.until_at)}"
        parts: list[QWidget] = [PlateLabel(cell)] if cell is not None else []
        return _row(*parts, label(words, "hint"))

    def _person(self, person: PersonRow) -> QWidget:
        formats = self._desk.formats
        name = person.name or self.tr("erased")
        shown = link(name, partial(self._actions.shown.emit, None, person.customer_id))
        begin = formats.full_day(person.from_at)
        words = f"{role_words(person.role)}, " + self.tr("since {day}").format(day=begin)
        if person.until_at is not None:
            words = f"{role_words(person.role)}, {begin} – {formats.full_day(person.until_at)}"
        parts: list[QWidget] = [shown, Elided(words, "hint")]
        if person.until_at is None and self._actions.edits_cars:
            named = self.tr("Remove {name}").format(name=name)
            parts.append(
                link(self.tr("Remove"), partial(self._actions.end_person, person), name=named)
            )
        return _row(*parts)


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setFixedHeight(theme().px(32))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(10))
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, Elided) else 0)
    if not any(isinstance(widget, Elided) for widget in widgets):
        row.addStretch(1)
    return made
