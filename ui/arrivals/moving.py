"""Moving a car or its key: to a place, to somebody, away; what is full is said before it is done."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.arrivals import (
    HangKey,
    MoveCar,
    MoveKey,
    MoveRow,
    PlaceRow,
    free_tags,
    hang_key,
    last_moves,
    list_places,
    move_car,
    move_key,
)
from app.kernel.tx import Changes, Read
from app.work_orders import StaffRow, list_staff
from models.arrivals import CarAt, KeyAt
from ui.arrivals.ask import AskDialog
from ui.parts.arrivals import CARS, KEYS
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import Choice, TextEdit

Then = Callable[[], object]


class Mover(QObject):
    """Asks where to, and does it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    # the car
    def car(self, key: uuid.UUID, plate: str, then: Then) -> None:
        """Say where the car of this arrival stands now."""

        def ask(read: Read) -> tuple[list[PlaceRow], MoveRow | None]:
            return list_places(read), last_moves(read, [key], "car").get(key)

        self._desk.read(
            self, ask, lambda found: self._ask_car(key, plate, then, *found), lane="places"
        )

    def _ask_car(
        self,
        key: uuid.UUID,
        plate: str,
        then: Then,
        places: Sequence[PlaceRow],
        last: MoveRow | None,
    ) -> None:
        full = {
            place.id: place
            for place in places
            if len([car for car in place.cars if car.id != key]) >= place.capacity
        }
        here = next((p.id for p in places if any(car.id == key for car in p.cars)), None)

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            to = values["place_id"]
            is_place = isinstance(to, uuid.UUID)
            command = MoveCar(
                arrival_id=key,
                place_id=to if is_place else None,
                to=CarAt.PLACE if is_place else CarAt(to),
                note=values["note"] or None,
                # it was said at the field, and on the button
                even_if_full=to in full,
            )
            place = next((self._named(place) for place in places if place.id == to), "")
            told = self._told(plate or self.tr("the car"), place or said(CARS[command.to]))
            back = None
            if here is not None:
                back = MoveCar(arrival_id=key, place_id=here, even_if_full=True)
            elif last is not None and last.to != CarAt.PLACE:
                back = MoveCar(arrival_id=key, to=CarAt(last.to))

            def done(_changes: Changes[Any]) -> None:
                dialog.finish()
                then()
                again = None if back is None else partial(self._car_back, back, then)
                self._desk.toast(told, again)

            self._desk.act(self, move_car, command, done, failed=dialog.refuse)

        where, note = self.tr("Where to"), self.tr("Note")
        title = self.tr("Where does {car} stand now?").format(car=plate or self.tr("the car"))
        dialog = AskDialog(self._desk.front, title, self.tr("Move"), answer)
        away = [(at.value, said(words)) for at, words in CARS.items() if at is not CarAt.PLACE]
        shown = [(place.id, self._place(place)) for place in places]
        choice = Choice([*shown, *away], name=where)
        dialog.form.add("place_id", where, choice)
        dialog.form.add("note", note, TextEdit(name=note))
        if not places:
            dialog.form.field("place_id").set_hint(
                self.tr("No places are named yet: they are named in Settings.")
            )

        def chosen() -> None:
            place = full.get(choice.value())
            words = self.tr("It is full there: {taken} of {room}.")
            warning = words.format(taken=len(place.cars), room=place.capacity) if place else ""
            choice.tell(warning=warning)
            dialog.yes.setText(self.tr("Put it there all the same") if place else self.tr("Move"))
            dialog.yes.setAccessibleName(dialog.yes.text())
            dialog.refit()

        choice.currentIndexChanged.connect(chosen)
        free = next((place.id for place in places if place.id not in full), here)
        if here is not None or free is not None:
            choice.set_value(here or free)
        chosen()
        dialog.set_first_focus(choice)
        dialog.open()

    @staticmethod
    def _named(place: PlaceRow) -> str:
        return f"{place.code}, {place.name}" if place.name else place.code

    @classmethod
    def _place(cls, place: PlaceRow) -> str:
        return f"{cls._named(place)}   {len(place.cars)}/{place.capacity}"

    def _car_back(self, back: MoveCar, then: Then) -> None:
        self._desk.act(self, move_car, back, partial(_go_on, then))

    def _key_back(self, back: MoveKey, then: Then) -> None:
        self._desk.act(self, move_key, back, partial(_go_on, then))

    def _told(self, what: str, where: str) -> str:
        return self.tr("{what} is now: {where}").format(what=what, where=where)

    # the key
    def key(self, key: uuid.UUID, tag: str | None, then: Then) -> None:
        """Say who has the key of this arrival now."""

        def ask(read: Read) -> tuple[tuple[StaffRow, ...], MoveRow | None]:
            return list_staff(read), last_moves(read, [key], "key").get(key)

        self._desk.read(
            self, ask, lambda found: self._ask_key(key, tag, then, *found), lane="staff"
        )

    def _ask_key(
        self,
        key: uuid.UUID,
        tag: str | None,
        then: Then,
        staff: Sequence[StaffRow],
        last: MoveRow | None,
    ) -> None:
        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            to = KeyAt(values["to"])
            holder = values["holder"] if to is KeyAt.EMPLOYEE else None
            command = MoveKey(arrival_id=key, to=to, holder_id=holder, note=values["note"] or None)
            by = holder or self._desk.actor.employee_id
            name = next((person.name for person in staff if person.id == by), "")
            where = name if to is KeyAt.EMPLOYEE and name else said(KEYS[to])
            told = self._told(self.tr("Key {tag}").format(tag=tag or "–"), where)
            before = KeyAt(last.to) if last is not None else KeyAt.BOARD
            back = None
            # with its owner it has no tag any more, and without one it hangs nowhere
            if to is not KeyAt.OWNER and (tag or before is not KeyAt.BOARD):
                holder_before = last.holder_id if last is not None else None
                back = MoveKey(arrival_id=key, to=before, holder_id=holder_before)

            def done(_changes: Changes[Any]) -> None:
                dialog.finish()
                then()
                again = None if back is None else partial(self._key_back, back, then)
                self._desk.toast(told, again)

            self._desk.act(self, move_key, command, done, failed=dialog.refuse)

        dialog = AskDialog(
            self._desk.front,
            self.tr("Where is key {tag} now?").format(tag=tag or "–"),
            self.tr("Move"),
            answer,
        )
        where, who, note = self.tr("The key is"), self.tr("Who has it"), self.tr("Note")
        choice = Choice([(at.value, said(words)) for at, words in KEYS.items()], name=where)
        dialog.form.add("to", where, choice)
        people: list[tuple[uuid.UUID | None, str]] = [(None, self.tr("I have it"))]
        people += [(person.id, person.name) for person in staff]
        dialog.form.add("holder", who, Choice(people, name=who))
        dialog.form.add("note", note, TextEdit(name=note))

        def chosen() -> None:
            taken = choice.value() == KeyAt.EMPLOYEE.value
            dialog.form.field("holder").setVisible(taken)
            dialog.refit()

        choice.currentIndexChanged.connect(chosen)
        chosen()
        dialog.set_first_focus(choice)
        dialog.open()

    def hang(self, key: uuid.UUID, tag: str | None, then: Then) -> None:
        """Hang the key under a tag: a free one of the list, or any where there is no list."""

        def ask(read: Read) -> list[str]:
            return free_tags(read)

        self._desk.read(self, ask, partial(self._ask_tag, key, tag, then), lane="tags")

    def _ask_tag(self, key: uuid.UUID, tag: str | None, then: Then, free: Sequence[str]) -> None:
        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            command = HangKey(arrival_id=key, tag=values["key_tag"], count=int(values["count"]))
            done = partial(_finish, dialog, then)
            self._desk.act(self, hang_key, command, done, failed=dialog.refuse)

        words, count = self.tr("Key tag"), self.tr("Keys handed over")
        dialog = AskDialog(self._desk.front, self.tr("Hang the key"), self.tr("Hang"), answer)
        known = [tag] if tag else []
        listed = [*known, *(each for each in free if each not in known)]
        edit: Any = Choice([(each, each) for each in listed], name=words)
        if not self._desk.center.policy.key_tags:
            edit = TextEdit(name=words)
        dialog.form.add("key_tag", words, edit, required=True)
        if not listed and self._desk.center.policy.key_tags:
            dialog.form.field("key_tag").set_hint(self.tr("Every tag is taken."))
        counts = [(number, str(number)) for number in range(1, 10)]
        dialog.form.add("count", count, Choice(counts, name=count))
        if tag:
            edit.set_value(tag)
        dialog.set_first_focus(edit)
        dialog.open()


def _finish(dialog: AskDialog, then: Then, _changes: Changes[Any]) -> None:
    dialog.finish()
    then()


def _go_on(then: Then, _changes: Changes[Any]) -> None:
    then()
