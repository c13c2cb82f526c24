"""What can be done from the record page, each through the verb that does it."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.customers import (
    ConsentRow,
    CustomerOf,
    CustomerRow,
    WithdrawConsent,
    archive_customer,
    restore_customer,
    withdraw_consent,
)
from app.kernel.tx import Changes, Tx
from app.passports import RequestLink, request_link
from app.vehicles import (
    EndPerson,
    PersonRow,
    ReadingRow,
    VehicleOf,
    archive_vehicle,
    end_person,
    restore_vehicle,
)
from app.work_orders import OpenOrder, ReviveRecommendation, open_order, revive_recommendation
from models.access import Permission
from ui.customers.customer_form import CustomerDialog, QuickAdd
from ui.customers.personal import PersonalData
from ui.customers.record import Record
from ui.customers.small_forms import (
    ConsentDialog,
    CorrectDialog,
    DismissDialog,
    OwnerDialog,
    PersonDialog,
    PlateDialog,
    ReadingDialog,
)
from ui.customers.vehicle_form import VehicleDialog
from ui.shell.desk import Desk
from widgets.dialog import ask

_C = TypeVar("_C")
_R = TypeVar("_R")


class Actions(QObject):
    """The actions of one page over the record it shows. ``shown`` asks to show another record."""

    shown = Signal(object, object)
    """(vehicle id or None, customer id or None)"""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self._page = page
        self.record: Record | None = None
        self.edits_customers = desk.can(Permission.CUSTOMERS_EDIT)
        self.edits_cars = desk.can(Permission.VEHICLES_EDIT)
        self.opens_orders = desk.can(Permission.WORK_ORDERS_EDIT)
        self.asks_owners = desk.can(Permission.LINKS_REQUEST)
        self.erases = desk.can(Permission.CUSTOMERS_ERASE)
        self.personal = PersonalData(desk, page)

    # new records
    def new_customer(self, name: str = "") -> None:
        """A customer by name and phone, with the car they came in."""

        def made(customer: uuid.UUID, car: uuid.UUID | None) -> None:
            self.desk.toast(self.tr("Customer created"))
            self.shown.emit(car, customer)

        if self.edits_customers:
            dialog = QuickAdd(self._page, self.desk, made, name=name, with_car=self.edits_cars)
            dialog.known.connect(lambda car, customer, _words: self.shown.emit(car, customer))
            dialog.begin()

    def new_car(self, *, of_customer: bool = False, plate: str = "") -> None:
        """A car; of the customer that shows when asked so."""

        def made(car: uuid.UUID) -> None:
            self.desk.toast(self.tr("Car created"))
            self.shown.emit(car, None)

        customer = self.record.customer if self.record is not None and of_customer else None
        owner = (customer.id, customer.name) if customer is not None else None
        if self.edits_cars:
            VehicleDialog(self._page, self.desk, made, owner=owner, plate=plate).begin()

    def new_order(self) -> None:
        """A work order for this car, or for this customer."""
        record = self.record
        if record is None or not self.opens_orders:
            return
        car = record.vehicle.id if record.vehicle is not None else None
        if car is None and len(record.cars) == 1:
            car = record.cars[0].id
        customer = record.customer.id if record.customer is not None else None
        self.desk.open("work_orders", None, vehicle_id=car, customer_id=customer)

    def read_photo(self, document: str = "certificate") -> None:
        """Read a photo of the car's paper, plate or dashboard; what is accepted goes into its card."""
        if self.record is not None and self.record.vehicle is not None and self.edits_cars:
            self.desk.open("recognition", self.record.vehicle.id, document=document)

    # editing
    def edit_customer(self) -> None:
        """The customer's whole form."""
        customer = self._customer()
        if customer is not None and self.edits_customers and customer.erased_at is None:
            CustomerDialog(self._page, self.desk, self._saved, customer).begin()

    def edit_car(self) -> None:
        """The car's whole form."""
        record = self.record
        if record is not None and record.vehicle is not None and self.edits_cars:
            VehicleDialog(self._page, self.desk, self._saved, car=record.vehicle).begin()

    def edit(self) -> None:
        """The car when there is one, else the customer."""
        if self.record is not None and self.record.vehicle is not None:
            self.edit_car()
        else:
            self.edit_customer()

    def _saved(self, _key: uuid.UUID) -> None:
        self.desk.toast(self.tr("Saved"))

    def _done(self) -> None:
        self.desk.toast(self.tr("Saved"))

    def change_plate(self) -> None:
        """Another plate."""
        if self.record is not None and self.record.vehicle is not None:
            PlateDialog(self._page, self.desk, self.record.vehicle, self._done).begin()

    def change_owner(self) -> None:
        """Another owner; the page goes on with the car."""
        if self.record is not None and self.record.vehicle is not None:
            car = self.record.vehicle

            def sold() -> None:
                self.desk.toast(self.tr("The car has another owner"))
                self.shown.emit(car.id, None)

            OwnerDialog(self._page, self.desk, car, sold).begin()

    def add_person(self) -> None:
        """A driver, a payer, a further owner."""
        if self.record is not None and self.record.vehicle is not None:
            PersonDialog(self._page, self.desk, self.record.vehicle, self._done).begin()

    def end_person(self, person: PersonRow) -> None:
        """Somebody has no part in the car any more."""
        question = self.tr("{name} has no part in this car any more? The history keeps it.")
        ask(
            self._page,
            self.tr("Remove person"),
            question.format(name=person.name),
            self.tr("Remove"),
            lambda: self._act(end_person, EndPerson(person_id=person.id), self._done),
        )

    # odometer and recommended work
    def add_reading(self) -> None:
        """A reading taken now."""
        if self.record is not None and self.record.vehicle is not None:
            ReadingDialog(self._page, self.desk, self.record.vehicle, self._done).begin()

    def correct(self, reading: ReadingRow, likely: int | None = None) -> None:
        """What a reading should have been."""
        if self.edits_cars:
            CorrectDialog(self._page, self.desk, reading, self._done, likely=likely).begin()

    def dismiss(self, work: uuid.UUID, name: str) -> None:
        """A recommended work that nobody wants."""
        DismissDialog(self._page, self.desk, (work, name), self._done).begin()

    def revive(self, work: uuid.UUID) -> None:
        """Put recommended or declined work onto the open order; open one when there is none."""
        record = self.record
        if record is None or record.vehicle is None or not self.opens_orders:
            return
        visit = record.open_visit
        if visit is not None:
            self._revive_on(visit.id, work)
            return
        customer = record.customer
        command = OpenOrder(
            vehicle_id=record.vehicle.id, customer_id=customer.id if customer else None
        )
        self.desk.act(
            self, open_order, command, lambda changes: self._revive_on(changes.result, work)
        )

    def _revive_on(self, order: uuid.UUID, work: uuid.UUID) -> None:
        command = ReviveRecommendation(order_id=order, recommendation_id=work)

        def revived(_changes: Changes[uuid.UUID]) -> None:
            self.desk.open("work_orders", order)
            self.desk.toast(self.tr("The work is on the order"))

        self.desk.act(self, revive_recommendation, command, revived)

    # consent and permission
    def note_consent(self) -> None:
        """A yes of the customer."""
        customer = self._customer()
        if customer is not None and self.edits_customers:
            named = (customer.id, customer.name)
            ConsentDialog(self._page, self.desk, named, self._done).begin()

    def withdraw(self, consent: ConsentRow, words: str) -> None:
        """A yes taken back."""
        ask(
            self._page,
            self.tr("Withdraw consent"),
            words,
            self.tr("Withdraw"),
            lambda: self._act(withdraw_consent, WithdrawConsent(consent_id=consent.id), self._done),
        )

    def ask_owner(self) -> None:
        """Ask the owner whether this center may write into the car's passport."""
        record = self.record
        if record is None or record.vehicle is None or record.customer is None:
            return
        command = RequestLink(vehicle_id=record.vehicle.id, customer_id=record.customer.id)
        words = self.tr("The owner is asked; the answer comes with the exchange")
        self._act(request_link, command, lambda: self.desk.toast(words))

    # archive
    def archive(self) -> None:
        """The car that shows, or the customer without one, leaves lists and search."""
        record = self.record
        if record is not None and record.vehicle is not None:
            self._archive_car(record.vehicle.id)
        else:
            self.archive_customer()

    def _archive_car(self, car: uuid.UUID) -> None:
        def back() -> None:
            self._act(restore_vehicle, VehicleOf(vehicle_id=car))

        def done() -> None:
            self.desk.toast(self.tr("Car archived"), back)

        self._act(archive_vehicle, VehicleOf(vehicle_id=car), done)

    def archive_customer(self) -> None:
        """The customer leaves lists and search."""
        customer = self._customer()
        if customer is None:
            return
        key = customer.id

        def back() -> None:
            self._act(restore_customer, CustomerOf(customer_id=key))

        def done() -> None:
            self.desk.toast(self.tr("Customer archived"), back)

        self._act(archive_customer, CustomerOf(customer_id=key), done)

    def restore(self) -> None:
        """Bring back what was archived."""
        record = self.record
        if record is None:
            return
        if record.vehicle is not None and record.vehicle.archived_at is not None:
            self._act(restore_vehicle, VehicleOf(vehicle_id=record.vehicle.id), self._done)
        customer = record.customer
        if customer is not None and customer.archived_at is not None:
            self._act(restore_customer, CustomerOf(customer_id=customer.id), self._done)

    # help
    def _customer(self) -> CustomerRow | None:
        return self.record.customer if self.record is not None else None

    def _act(
        self,
        verb: Callable[[Tx, _C], _R],
        command: _C,
        then: Callable[[], Any] | None = None,
    ) -> None:
        self.desk.act(self, verb, command, (lambda _changes: then()) if then else None)
