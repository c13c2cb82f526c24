"""Reception in the fewest strokes: a plate, Enter."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app import vehicles
from app.kernel.tx import Read
from models.arrivals import ArrivalMode
from ui.arrivals.ask import AskDialog
from ui.parts.arrivals import MODES
from ui.parts.fields import PlateEdit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import Choice, TextEdit

Receive = Callable[[str, ArrivalMode, str | None], object]


class ReceptionDialog(AskDialog):
    """Asks for a plate and nothing that could wait; says at once whether the car is known."""

    def __init__(self, desk: Desk, parent: QWidget, plate: str, receive: Receive) -> None:
        super().__init__(
            parent,
            "",
            "",
            self._answered,
            sentence="",
        )
        self.set_title(self.tr("A car has come"))
        self.yes.setText(self.tr("Begin"))
        self.yes.setAccessibleName(self.tr("Begin"))
        self._desk = desk
        self._receive = receive
        words = self.tr("Plate")
        self.plate = PlateEdit(desk.center.country, name=words)
        self.form.add("plate", words, self.plate, required=True)
        said_words = self.tr("What the customer says")
        self.form.add("words", said_words, TextEdit(name=said_words))
        how = self.tr("How the car is here")
        choices = [(mode, said(text)) for mode, text in MODES.items()]
        self.form.add("mode", how, Choice(choices, name=how))
        self.set_hint(self.tr("What is missing is asked for later; it never stops the reception."))
        self.plate.read.connect(self._look)
        if plate:
            self.plate.set_text(plate)
        self.set_first_focus(self.plate)

    def _look(self, _value: object = None) -> None:
        plate = self.plate.text().strip()
        if not plate:
            return

        def ask(read: Read) -> object:
            return vehicles.find_by_plate(read, plate)

        def show(found: object) -> None:
            known, fresh = self.tr("A known car"), self.tr("A new car: the rest may follow")
            self.form.field("plate").set_hint(known if found is not None else fresh)
            self.refit()

        self._desk.read(self, ask, show, lane="plate")

    def _answered(self, _dialog: AskDialog, values: dict[str, Any]) -> None:
        plate = self.plate.text().strip()
        self.finish("begun")
        self._receive(plate, ArrivalMode(values["mode"]), values["words"] or None)
