"""The head of the record page: plate, car, VIN, passport; below it the facts one asks for first."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from models.passports import LinkState
from ui.customers.actions import Actions
from ui.customers.facts import Facts
from ui.customers.pieces import Elided
from ui.customers.record import Record
from ui.customers.roomy import Roomy
from ui.parts.cells import plate_cell
from ui.parts.people import kind_words
from ui.shell.desk import Desk
from widgets.badge import BadgeLabel, PlateLabel
from widgets.buttons import Button, label
from widgets.theme import theme
from widgets.values import Badge, Hue

_LINK_BADGES: dict[LinkState, tuple[str, Hue]] = {
    LinkState.REQUESTED: ("hourglass", "wait"),
    LinkState.APPROVED: ("shield-check", "good"),
    LinkState.DECLINED: ("shield-alert", "bad"),
    LinkState.REVOKED: ("shield-alert", "bad"),
    LinkState.EXPIRED: ("shield", "idle"),
}


class Head(QWidget):
    """Rebuilt for each record; ``left`` asks to go back to the list, ``wanted`` to open a tab."""

    left = Signal()
    wanted = Signal(str)

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self._inner: QWidget | None = None
        self._facts = Facts(desk, self.wanted.emit, self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.more: Button | None = None

    def show_record(self, record: Record) -> None:
        """Show another record, or the same one anew."""
        held = self._held_focus()
        made = QWidget()
        look = theme()
        box = QVBoxLayout(made)
        box.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(6))
        box.setSpacing(look.px(5))
        box.addWidget(self._first_row(record))
        box.addWidget(self._facts.row(record))
        if self._inner is not None:
            self._box.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = made
        self._box.addWidget(made)
        if held:
            again = next((b for b in made.findChildren(Button) if b.text() == held), None)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held_focus(self) -> str:
        if self._inner is None:
            return ""
        held = [b for b in self._inner.findChildren(Button) if b.hasFocus()]
        return held[0].text() if held else ""

    # first row
    def _first_row(self, record: Record) -> QWidget:
        look, car = theme(), record.vehicle
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        back = Button(icon="arrow-left", kind="quiet", name=self.tr("Back to the list"))
        back.clicked.connect(self.left)
        row.addWidget(back)
        plate = plate_cell(car.plate) if car is not None else None
        if plate is not None:
            row.addWidget(PlateLabel(plate, large=True))
        title = Elided(self._title(record), "title")
        title.setFont(look.font("title"))
        row.addWidget(title)
        optional: list[QWidget] = []
        if car is not None and car.vin:
            vin = label(car.vin, "code")
            vin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            vin.setProperty("role", "secondary")
            row.addWidget(vin)
            optional.append(vin)
        for badge in self._badges(record):
            shown = BadgeLabel(badge)
            row.addWidget(shown)
            optional.append(shown)
        row.addStretch(1)
        for button in self._buttons(record):
            row.addWidget(button)
        return Roomy(row, optional)

    def _title(self, record: Record) -> str:
        car, customer = record.vehicle, record.customer
        if car is not None:
            name = " ".join(part for part in (car.make, car.model, car.variant) if part)
            return name or self.tr("Car without a name")
        if customer is not None and customer.name:
            return customer.name
        return self.tr("Erased person")

    def _badges(self, record: Record) -> list[Badge]:
        made = []
        car, customer = record.vehicle, record.customer
        if record.link is not None:
            icon, hue = _LINK_BADGES[record.link.state]
            made.append(Badge(self.link_words(record.link.state), icon, hue))
        shown = car if car is not None else customer
        if shown is not None and shown.archived_at is not None:
            made.append(Badge(self.tr("Archived"), "archive", "idle"))
        if car is None and customer is not None:
            icon = "user-round" if customer.kind == "person" else "building-2"
            made.append(Badge(kind_words(customer.kind), icon, "idle"))
        return made

    def link_words(self, state: LinkState) -> str:
        """What the owner said about the passport."""
        return {
            LinkState.REQUESTED: self.tr("Passport: owner is asked"),
            LinkState.APPROVED: self.tr("Passport: link allowed"),
            LinkState.DECLINED: self.tr("Passport: declined"),
            LinkState.REVOKED: self.tr("Passport: taken back"),
            LinkState.EXPIRED: self.tr("Passport: no answer"),
        }[state]

    def _buttons(self, record: Record) -> list[Button]:
        actions = self._actions
        self.more = Button(icon="ellipsis", kind="quiet", name=self.tr("More actions"))
        self.more.clicked.connect(lambda: self._open_menu(record))
        made = [self.more]
        edits = actions.edits_cars if record.vehicle is not None else actions.edits_customers
        if edits:
            edit = Button(self.tr("Edit"), "pencil")
            edit.set_keys("F2", install=False)
            edit.clicked.connect(actions.edit)
            made.append(edit)
        if actions.opens_orders:
            order = Button(self.tr("Work order"), "plus", kind="primary")
            order.set_keys("Ctrl+N", install=False)
            order.clicked.connect(actions.new_order)
            made.append(order)
        return made

    def menu(self, record: Record) -> QMenu:
        """Everything that can be done with the record."""
        actions, car = self._actions, record.vehicle
        menu = QMenu(self)
        archived = car.archived_at is not None if car is not None else False
        if car is not None and actions.edits_cars:
            _put(menu, "gauge", self.tr("Odometer reading…"), actions.add_reading)
            _put(menu, "scan-text", self.tr("Change plate…"), actions.change_plate)
            _put(menu, "arrow-left-right", self.tr("New owner…"), actions.change_owner)
            _put(menu, "user-plus", self.tr("Add a person…"), actions.add_person)
            menu.addSeparator()
        if record.customer is not None and actions.edits_customers:
            _put(menu, "user-cog", self.tr("Edit customer…"), actions.edit_customer)
            _put(menu, "signature", self.tr("Note consent…"), actions.note_consent)
        if actions.edits_cars:
            _put(
                menu,
                "car",
                self.tr("New car of the customer…") if record.customer else self.tr("New car…"),
                lambda: actions.new_car(of_customer=True),
            )
        menu.addSeparator()
        edits = actions.edits_cars if car is not None else actions.edits_customers
        gone = archived if car is not None else self._customer_gone(record)
        if edits and gone:
            _put(menu, "archive-restore", self.tr("Take back"), actions.restore)
        elif edits:
            words = self.tr("Archive car") if car is not None else self.tr("Archive customer")
            _put(menu, "archive", words, actions.archive)
        return menu

    def _customer_gone(self, record: Record) -> bool:
        return record.customer is not None and record.customer.archived_at is not None

    def _open_menu(self, record: Record) -> None:
        if self.more is not None:
            spot = QPoint(0, self.more.height() + theme().px(2))
            self.menu(record).popup(self.more.mapToGlobal(spot))


def _put(menu: QMenu, icon: str, text: str, do: Callable[[], object]) -> None:
    menu.addAction(theme().icon(icon), text).triggered.connect(lambda _on: do())
