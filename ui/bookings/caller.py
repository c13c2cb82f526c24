"""The first half of the booking form: who calls. A known car brings its people, its open work and what they owe."""

from PySide6.QtWidgets import QWidget

from app.bookings.request_reads import RequestRow
from ui.bookings.book_form import KnownPanel, ServicesEdit
from ui.bookings.knowing import Caller, Hits, Known, know, look, options, typed
from ui.parts.twins import Twins
from ui.shell.desk import Desk
from widgets.completion import Option, PopupColumn
from widgets.dialog import Dialog
from widgets.forms import Form
from widgets.picker import Answer, Picker


class CallerDialog(Dialog):
    """Asks who calls, by plate, name or phone."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, width: int) -> None:
        super().__init__(parent, title, width)
        self._desk = desk
        self._caller: Caller | None = None
        self.form = Form(2)
        self.known = KnownPanel(desk)
        self.services = ServicesEdit(desk)
        self.who = self._picker()

    def _picker(self) -> Picker:
        picker = Picker(
            self._search,
            name=self.tr("Plate, name or phone"),
            placeholder=self.tr("А123ВС, Petrov, 916 204"),
            create=self.tr("Not known here: “{text}”"),
            columns=(
                PopupColumn(width=112, kind="plate"),
                PopupColumn(),
                PopupColumn(width=150, kind="muted"),
            ),
            width=560,
        )
        picker.picked.connect(self._picked)
        picker.create_asked.connect(self._unknown)
        return picker

    def _search(self, text: str, answer: Answer) -> None:
        formats = self._desk.formats

        def found(hits: Hits) -> None:
            answer(options(hits, text, formats))

        self._desk.read(self.who, lambda read: look(read, text), found, lane="search")

    def _picked(self, option: object) -> None:
        caller = option.key if isinstance(option, Option) else None
        self._caller = caller if isinstance(caller, Caller) else None
        self._show_fields()
        if self._caller is None:
            self.known.show_known(None)
            return
        self._tell(self._caller)
        self.services.picker.setFocus()

    def fill(self, row: RequestRow) -> None:
        """Who asked already, without asking who."""
        if row.customer_id is not None or row.vehicle_id is not None:
            self._caller = Caller(vehicle_id=row.vehicle_id, customer_id=row.customer_id)
            self.who.set_option(Option(self._caller, row.name or row.plate))
            self._show_fields()
            self._tell(self._caller)
        for name in ("name", "car", "words"):
            self.form.control(name).set_value(getattr(row, name))
        self.form.control("phone").set_text(row.phone)
        self.form.control("plate").set_text(row.plate)

    def _tell(self, chosen: Caller) -> None:
        desk = self._desk
        now, today, currency = desk.now(), desk.formats.today(), desk.center.currency
        desk.read(
            self,
            lambda read: know(read, chosen, now=now, today=today, currency=currency),
            self._show_known,
            lane="known",
        )

    def _show_known(self, known: Known) -> None:
        self.known.show_known(known)
        self.refit()

    def _unknown(self, text: str) -> None:
        """Nobody of that name: what was typed goes where it belongs."""
        self._caller = None
        self.who.set_value(None)
        self._show_fields()
        self.known.show_known(None)
        parts = typed(text, self._desk.center.country)
        for name, value in (("name", parts.name), ("phone", parts.phone), ("plate", parts.plate)):
            if value:
                self.form.control(name).set_text(value) if name != "name" else self.form.control(
                    name
                ).set_value(value)
        first = "name" if not parts.name else "phone"
        self.form.control(first).setFocus()

    def watch_doubles(self) -> None:
        """Say while one types whose phone or plate it is already; the button takes the known one."""
        twins = Twins(self._desk, self.form)
        twins.told.connect(self.refit)
        twins.found.connect(lambda key, words: self._take(Caller(customer_id=key), words))
        twins.car_found.connect(
            lambda car: self._take(Caller(car.id, car.owner_id), car.plate or car.model)
        )

    def _take(self, caller: Caller, words: str) -> None:
        self._caller = caller
        self.who.set_option(Option(caller, words))
        self._show_fields()
        self._tell(caller)
        self.services.picker.setFocus()

    def _show_fields(self) -> None:
        for name in ("name", "phone"):
            self.form.field(name).setVisible(self._caller is None)
        knows_car = self._caller is not None and self._caller.vehicle_id is not None
        for name in ("plate", "car"):
            self.form.field(name).setVisible(not knows_car)
        self.refit()
