"""The left column: the customer's words, odometer and fuel, warning lamps, what was left in the car."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.arrivals import ArrivalSheet
from models.arrivals import LAMP_ICONS, KitItem, Lamp
from ui.arrivals.chips import Chips
from ui.arrivals.keeping import Keeper
from ui.arrivals.parts import Column, Flow, Heading
from ui.arrivals.words import SHORT_LAMPS
from ui.parts.arrivals import paper_words
from ui.parts.fields import whole_edit
from ui.parts.mileage import dash_unit, reading_words
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline
from widgets.elided import ElidedLabel
from widgets.fields import Area, Check, Field
from widgets.level import EighthsGauge, LampButton
from widgets.links import TextButton
from widgets.theme import theme

_FIRST_LAMPS = 8
_FIRST_KIT = (KitItem.SPARE_WHEEL, KitItem.JACK, KitItem.WHEEL_LOCK)


class StateColumn(Column):
    """What is written down of the car itself. ``thing_wanted`` when something left in the car is to be added."""

    thing_wanted = Signal(int)
    voice_wanted = Signal()

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("State of the car"))
        self._desk = desk
        self._keeper = keeper
        self._words = paper_words(desk)
        self._all_lamps = self._all_kit = False
        self._wrote_last = ""
        self._build_words()
        self._build_levels()
        self._build_lamps()
        self._build_things()
        self.box.addStretch(1)

    # the customer's words
    def _build_words(self) -> None:
        self.voice = TextButton(self.tr("Play"))
        self.voice.clicked.connect(self.voice_wanted)
        self.box.addWidget(Heading(self.tr("In the customer’s words"), self.voice))
        name = self.tr("In the customer’s words")
        self.words = Area(name=name, placeholder=self.tr("What the customer says"), rows=3)
        self.words.edited.connect(self._wrote)
        self.box.addWidget(self.words)
        self.chips = Chips(self._desk, self._keeper)
        self.box.addWidget(self.chips)

    def _wrote(self) -> None:
        self._wrote_last = self.words.value()
        self._keeper.edit({"words": self.words.value() or None})
        self.chips.hear()

    # odometer and fuel
    def _build_levels(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        name = self.tr("Odometer")
        self.odometer = whole_edit(self._desk, "km", name=name)
        self.odometer.read.connect(self._read)
        self._odometer_field = Field(name, self.odometer)
        self._odometer_field.setMaximumWidth(theme().px(124))
        row.addWidget(self._odometer_field)
        self.fuel = EighthsGauge(name=self.tr("Fuel"))
        self.fuel.edited.connect(lambda: self._keeper.edit({"fuel_eighths": self.fuel.value()}))
        self.fuel.edited.connect(self._say_fuel)
        self._fuel_field = Field(self.tr("Fuel"), self.fuel)
        row.addWidget(self._fuel_field, 1)
        self.box.addLayout(row)

    def _read(self, _value: object = None) -> None:
        value = self.odometer.value()
        if value != self._keeper.value("odometer_value") and not self.odometer.problem():
            self._keeper.edit({"odometer_value": value, "odometer_reason": None})

    def _say_fuel(self) -> None:
        value = self.fuel.value()
        self._fuel_field.set_hint(self.tr("not noted") if value is None else f"{value}⁄8")

    # lamps
    def _build_lamps(self) -> None:
        self.engine = TextButton("")
        self.engine.clicked.connect(self._turn_engine)
        self.box.addWidget(Heading(self.tr("Warning lamps"), self.engine))
        grid = QGridLayout()
        grid.setSpacing(theme().px(5))
        self.lamps: dict[Lamp, LampButton] = {}
        for place, lamp in enumerate(Lamp):
            whole = self._words(f"lamp.{lamp.value}")
            brief = SHORT_LAMPS.get(lamp)
            button = LampButton(said(brief) if brief else whole, LAMP_ICONS[lamp], name=whole)
            button.clicked.connect(self._lit)
            self.lamps[lamp] = button
            grid.addWidget(button, place // 2, place % 2)
        self.box.addLayout(grid)
        self.more_lamps = TextButton(self.tr("All lamps"))
        self.more_lamps.clicked.connect(self._show_all_lamps)
        self.box.addWidget(self.more_lamps)

    def _show_all_lamps(self) -> None:
        self._all_lamps = not self._all_lamps
        self._fit_lamps()

    def _fit_lamps(self) -> None:
        for place, button in enumerate(self.lamps.values()):
            button.setVisible(self._all_lamps or place < _FIRST_LAMPS or button.isChecked())
        self.more_lamps.setText(self.tr("Fewer lamps") if self._all_lamps else self.tr("All lamps"))
        self.more_lamps.updateGeometry()

    def _lit(self) -> None:
        lit = [lamp.value for lamp, button in self.lamps.items() if button.isChecked()]
        self._keeper.edit({"lamps": lit})

    def _turn_engine(self) -> None:
        states = (None, True, False)
        now = states.index(self._keeper.value("is_engine_running"))
        self._keeper.edit({"is_engine_running": states[(now + 1) % 3]})
        self._say_engine()

    def _say_engine(self) -> None:
        running = self._keeper.value("is_engine_running")
        known = self._words("lamp.engine_on" if running else "lamp.engine_off")
        self.engine.setText(self.tr("engine?") if running is None else known)
        self.engine.setAccessibleName(self.engine.text())
        self.engine.updateGeometry()

    # what is in the car
    def _build_things(self) -> None:
        add = TextButton(self.tr("Add"), name=self.tr("Add something left in the car"))
        add.clicked.connect(lambda: self.thing_wanted.emit(-1))
        self._things_head = Heading(self.tr("Belongings"), add)
        self.box.addWidget(self._things_head)
        self._things = QVBoxLayout()
        self._things.setSpacing(0)
        self.box.addLayout(self._things)
        self.box.addWidget(hairline())
        holder = QWidget()
        flow = Flow(holder)
        self.kit: dict[KitItem, Check] = {}
        for item in KitItem:
            check = Check(self._words(f"kit.{item.value}"))
            check.edited.connect(partial(self._checked, item))
            self.kit[item] = check
            flow.addWidget(check)
        more = TextButton(self.tr("All of the kit"))
        more.clicked.connect(self._show_all_kit)
        flow.addWidget(more)
        self.box.addWidget(holder)

    def _show_all_kit(self) -> None:
        self._all_kit = not self._all_kit
        self._fit_kit()

    def _fit_kit(self) -> None:
        noted = self._keeper.value("kit")
        for item, check in self.kit.items():
            check.setVisible(self._all_kit or item in _FIRST_KIT or item.value in noted)

    def _checked(self, item: KitItem) -> None:
        kit = {name: dict(entry) for name, entry in self._keeper.value("kit").items()}
        state = "present" if self.kit[item].value() else "missing"
        kit[item.value] = {"state": state, "note": kit.get(item.value, {}).get("note")}
        self._keeper.edit({"kit": kit})

    def show_things(self) -> None:
        """The list of what was left in the car."""
        while (item := self._things.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        things = self._keeper.value("belongings")
        for place, thing in enumerate(things):
            self._things.addWidget(hairline())
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(ElidedLabel(str(thing["name"]), ""), 3)
            row.addWidget(ElidedLabel(str(thing.get("place") or ""), "muted"), 2)
            words = self.tr("Change: {thing}").format(thing=thing["name"])
            change = Button("", "pencil", kind="quiet", small=True, name=words)
            change.clicked.connect(partial(self.thing_wanted.emit, place))
            row.addWidget(change)
            self._things.addWidget(line)
        words = self.tr("%n left in the car", "", len(things)) if things else self.tr("none named")
        self._things_head.set_note(words)

    # all of it
    def forget_typing(self) -> None:
        """What stands in the fields may be shown anew, also where somebody is typing; hints follow what holds."""
        self._wrote_last = self.words.value()
        self.odometer.setModified(False)
        self.chips.listen()

    def show_sheet(self, sheet: ArrivalSheet) -> None:
        """Show what is written; a field that is being typed in is left alone."""
        keeper = self._keeper
        card = sheet.card
        blockers = [
            QSignalBlocker(widget)
            for widget in (self.words, self.odometer, self.fuel, *self.kit.values())
        ]
        if self.words.value() == self._wrote_last:
            self.words.set_value(keeper.value("words"))
            self._wrote_last = self.words.value()
        self.odometer.set_suffix(dash_unit(card.odometer_unit))
        if not self.odometer.isModified() or not self.odometer.hasFocus():
            self.odometer.set_value(keeper.value("odometer_value"))
        self.fuel.set_value(keeper.value("fuel_eighths"))
        kit = keeper.value("kit")
        for item, check in self.kit.items():
            check.set_value(kit.get(item.value, {}).get("state") == "present")
        for lamp, button in self.lamps.items():
            button.setChecked(lamp.value in keeper.value("lamps"))
        blockers.clear()
        self.chips.show_all(card.row.id)
        self._say_fuel()
        self._say_engine()
        self._say_distance(sheet)
        self._fit_lamps()
        self._fit_kit()
        self.show_things()
        self.voice.setVisible(any(photo.slot == "voice" for photo in card.photos))

    def _say_distance(self, sheet: ArrivalSheet) -> None:
        last, value = sheet.last, self._keeper.value("odometer_value")
        if last is None:
            self._odometer_field.set_hint("")
            return
        formats = self._desk.formats
        if value is None or last.unit != sheet.card.odometer_unit or value <= last.value:
            known = reading_words(formats, last.value, last.unit)
            self._odometer_field.set_hint(self.tr("last {reading}").format(reading=known))
            return
        grown = self.tr("+{distance} since {day}")
        words = grown.format(
            distance=formats.number(value - last.value), day=formats.day(last.read_at)
        )
        self._odometer_field.set_hint(words)
