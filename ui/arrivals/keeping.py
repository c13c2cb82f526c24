"""Keeping what is typed into an arrival: a draft at once, the database a moment later, signed acts anew."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.arrivals import (
    AmendArrival,
    ArrivalCard,
    SaveArrival,
    amend_arrival,
    get_arrival,
    save_arrival,
)
from app.arrivals.condition import ON_THE_ACT
from app.kernel.errors import ConfirmError, UserError
from app.kernel.tx import Changes, Read
from ui.arrivals.ask import AskDialog
from ui.shell.desk import Desk
from ui.shell.drafts import DraftLabel
from ui.shell.words import said
from widgets.fields import TextEdit

_PAUSE_MS = 600
_REASON = "odometer_reason"


class Keeper(QObject):
    """Holds the card and what is not written yet. ``kept`` after a save, ``refused`` when the card has to be reread."""

    kept = Signal()
    refused = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card: ArrivalCard | None = None
        self._new: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._asked = False
        self._bringer: tuple[str, str | None] | None = None
        self._then: list[Callable[[], object]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)

    @property
    def busy(self) -> bool:
        """Whether something waits to be written."""
        return bool(self._new or self._sent)

    def take(self, card: ArrivalCard) -> None:
        """Another card, as it is in the database; a draft that survived goes in again."""
        other = self.card is None or self.card.row.id != card.row.id
        self.card = card
        if other:
            self._new, self._sent = {}, {}
            draft = self._desk.drafts.find(self._name(card.row.id))
            if draft:
                self.edit(draft)

    def value(self, name: str) -> Any:  # noqa: ANN401 - a field of any kind
        """A field as it will be: what is typed before what is written."""
        for waiting in (self._new, self._sent):
            if name in waiting:
                return waiting[name]
        card = self.card
        return card.row.mode if card is not None and name == "mode" else getattr(card, name)

    def edit(self, values: Mapping[str, Any]) -> None:
        """Something was typed: kept in a draft now, written after a short pause."""
        card = self.card
        if card is None:
            return
        self._new |= values
        row = card.row
        label = DraftLabel(row.number, row.plate or "", "", row.car, "log-in")
        plain = {k: v for k, v in (self._sent | self._new).items() if not isinstance(v, uuid.UUID)}
        self._desk.drafts.keep(self._name(row.id), plain, label)
        self._pause.start()

    def name(self, name: str, phone: str | None) -> None:
        """Somebody who is not known yet brings the car: goes along with the next save."""
        self._bringer = (name, phone)

    @staticmethod
    def _name(key: uuid.UUID) -> str:
        return f"arrivals:{key}"

    def flush(self, then: Callable[[], object]) -> None:
        """Write what waits, then go on."""
        self._then.append(then)
        self.save()

    def save(self) -> None:
        """Write what waits now."""
        self._pause.stop()
        card = self.card
        if card is None or self._sent or self._asked:
            return
        if not self._new:
            waiting, self._then = self._then, []
            for then in waiting:
                then()
            return
        if card.is_signed and ON_THE_ACT & self._new.keys():
            self._ask_why()
            return
        self._sent, self._new = self._new, {}
        name, phone = self._bringer or (None, None)
        self._bringer = None
        command = SaveArrival(
            arrival_id=card.row.id, values=self._sent, bringer_name=name, bringer_phone=phone
        )
        self._desk.act(self, save_arrival, command, self._saved, failed=self._failed)

    def _saved(self, _changes: Changes[int]) -> None:
        card = self.card
        self._sent = {}
        if card is None:
            return
        if not self._new:
            self._desk.drafts.drop(self._name(card.row.id))
        key = card.row.id

        def ask(read: Read) -> ArrivalCard:
            return get_arrival(read, key)

        self._desk.read(self, ask, self._reread, lane="card")

    def _reread(self, card: ArrivalCard) -> None:
        if self.card is not None and self.card.row.id == card.row.id:
            self.card = card
        self.kept.emit()
        self.save()

    def _failed(self, error: UserError) -> bool:
        held, self._sent = self._sent, {}
        if isinstance(error, ConfirmError) and error.field == _REASON:
            self._ask_reading(held, said(error.sentence))
            return True
        # what was refused is not sent again by itself
        self.drop()
        self.refused.emit()
        return False

    def drop(self) -> None:
        """Forget what was typed and not written."""
        self._new, self._sent, self._then = {}, {}, []
        if self.card is not None:
            self._desk.drafts.drop(self._name(self.card.row.id))

    # questions
    def _ask_reading(self, held: dict[str, Any], question: str) -> None:
        self._asked = True

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            dialog.finish("kept")
            self._asked = False
            self._new = held | self._new | {_REASON: values["reason"]}
            self.save()

        dialog = AskDialog(
            self._desk.front,
            self.tr("Why is the reading unusual?"),
            self.tr("Keep the reading"),
            answer,
            sentence=question,
        )
        self._with_reason(dialog, held)

    def _ask_why(self) -> None:
        card = self.card
        if card is None:
            return
        self._asked = True
        number = card.row.signed_number

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            dialog.finish("kept")
            self._asked = False
            self._sent, self._new = self._new, {}
            command = AmendArrival(
                arrival_id=card.row.id, values=self._sent, reason=values["reason"]
            )
            self._desk.act(self, amend_arrival, command, self._saved, failed=self._failed)

        sentence = self.tr(
            "Version {number} stays as it was signed. The change makes version {next}, which asks for a new signature."
        )
        dialog = AskDialog(
            self._desk.front,
            self.tr("Change a signed act?"),
            self.tr("Make version {next}").format(next=number + 1),
            answer,
            sentence=sentence.format(number=number, next=number + 1),
        )
        self._with_reason(dialog, {})

    def _with_reason(self, dialog: AskDialog, _held: dict[str, Any]) -> None:
        words = self.tr("Reason")
        dialog.form.add("reason", words, TextEdit(name=words), required=True)

        def ended(result: str) -> None:
            if result != "kept":
                self._asked = False
                self.drop()
                self.refused.emit()

        dialog.finished.connect(ended)
        dialog.open()
