"""Who brings the car: people of the car and contact persons of its customer first, then anybody who is known."""

import uuid
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from app import customers, vehicles
from app.kernel.errors import UserError
from app.kernel.tx import Changes, Read
from models.access import Permission
from models.text import fold
from ui.parts.people import role_words
from ui.shell.desk import Desk
from widgets.completion import PopupColumn
from widgets.picker import Answer, Option, Picker

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Contact:
    """A contact person of the customer, who is no customer yet."""

    id: uuid.UUID


class BringerPicker(Picker):
    """``value()`` is a customer's id. A contact person becomes a customer when they are chosen.

    ``whose`` tells the customer and the car of now, each None where there is none. ``create``: the words of the last
    row, with ``{text}``; None when nobody can be made here.
    """

    def __init__(
        self,
        desk: Desk,
        whose: Callable[[], tuple[uuid.UUID | None, uuid.UUID | None]],
        *,
        name: str,
        create: str | None = None,
    ) -> None:
        self._desk = desk
        self._whose = whose
        self._is_admitted = True
        super().__init__(
            self._look_up,
            name=name,
            create=create,
            columns=(
                PopupColumn(),
                PopupColumn(width=140, kind="secondary"),
                PopupColumn(width=130, kind="muted"),
            ),
            width=480,
        )
        self.setPlaceholderText(self.tr("Name or phone; ↓ shows their people"))
        self.picked.connect(self._chosen)

    @override
    def value(self) -> Hashable:
        return super().value() if self._is_admitted else None

    @override
    def leave_problem(self) -> str:
        return super().leave_problem() if self._is_admitted else self.tr("One moment …")

    def _look_up(self, text: str, answer: Answer) -> None:
        customer_id, vehicle_id = self._whose()
        may_admit = self._desk.can(Permission.CUSTOMERS_EDIT)

        def ask(read: Read) -> list[Option]:
            return [
                *self._of_car(read, vehicle_id, customer_id, text),
                *(self._contacts(read, customer_id, text) if may_admit else ()),
                *(self._anybody(read, text) if text else ()),
            ]

        def show(found: Sequence[Option]) -> None:
            answer([*{option.key: option for option in reversed(found)}.values()][::-1])

        self._desk.read(self, ask, show, lane="bringer")

    def _of_car(
        self, read: Read, vehicle_id: uuid.UUID | None, customer_id: uuid.UUID | None, text: str
    ) -> list[Option]:
        if vehicle_id is None:
            return []
        return [
            self._row(person.customer_id, person.name, person.phone, role_words(person.role))
            for person in vehicles.people_of(read, vehicle_id)
            if person.until_at is None
            and person.name
            and person.customer_id != customer_id
            and _fits(text, person.name)
        ]

    def _contacts(self, read: Read, customer_id: uuid.UUID | None, text: str) -> list[Option]:
        if customer_id is None:
            return []
        return [
            self._row(
                _Contact(row.id), row.name, row.phone, row.position or self.tr("contact person")
            )
            for row in customers.list_contacts(read, customer_id)
            if _fits(text, row.name, row.position or "", row.phone or "")
        ]

    def _anybody(self, read: Read, text: str) -> list[Option]:
        return [
            self._row(row.id, row.name, row.phone, "")
            for row in customers.find_customers(read, text, limit=_SHOWN)
        ]

    def _row(self, key: Hashable, name: str, phone: str | None, what: str) -> Option:
        shown = self._desk.formats.phone(phone)
        return Option(key, name, shown, cells=(name, shown or None, what or None))

    def _chosen(self, option: Option | None) -> None:
        key = option.key if option is not None else None
        self._is_admitted = not isinstance(key, _Contact)
        if option is None or not isinstance(key, _Contact):
            return
        self.tell(self.leave_problem())

        def done(changes: Changes[uuid.UUID]) -> None:
            if self.option() is option:
                self._is_admitted = True
                self.set_option(Option(changes.result, option.title, option.detail))

        def failed(_error: UserError) -> bool:
            self._is_admitted = True
            self.set_option(None)
            return False

        command = customers.ContactOf(contact_id=key.id)
        self._desk.act(self, customers.admit_contact, command, done, failed=failed)


def _fits(text: str, *words: str) -> bool:
    """Whether every word that was typed stands in one of these."""
    whole = fold(" ".join(words))
    digits = "".join(letter for letter in text if letter.isdigit())
    if digits and not any(letter.isalpha() for letter in text):
        return digits[1:] in whole or digits in whole
    return all(word in whole for word in fold(text).split())
