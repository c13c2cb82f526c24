"""Keeping what is typed into an arrival: a draft at once, the database a moment later, signed acts anew.

Every save names the version that the typing began with. When another desk wrote meanwhile, what goes together is put
together, the rest is asked side by side; until it is decided what was typed stays here and in the draft.
"""

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
from app.kernel.errors import ChangedError, ConfirmError, Reason, UserError
from app.kernel.tx import Changes, Read
from ui.arrivals.ask import ask_reason
from ui.arrivals.clash import FIELDS, Began, ask_whose, differing, together, values_of
from ui.shell.conflict import THEIRS
from ui.shell.desk import Desk
from ui.shell.drafts import DraftLabel
from ui.shell.words import said

_PAUSE_MS = 600
_REASON = "odometer_reason"
_BEGAN = "version"
_BRINGER = "bringer_id"
_MAY_PASS = frozenset({Reason.BUSY, Reason.STORAGE, Reason.NETWORK, Reason.SIGN_IN})
"""Refusals of the moment: what was typed waits for a better one."""


class Keeper(QObject):
    """Holds the card and what is not written yet.

    ``kept`` after a save, ``refused`` when the card has to be reread, ``waits`` when what was typed stays unwritten,
    ``decided`` when fields have to be shown anew after two desks wrote the same.
    """

    kept = Signal()
    refused = Signal()
    waits = Signal()
    decided = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card: ArrivalCard | None = None
        self._began = Began()
        self._new: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._asked = False
        self._bringer: tuple[str, str | None] | None = None
        self._named: tuple[str, str | None] | None = None
        self._then: list[Callable[[], object]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)

    @property
    def busy(self) -> bool:
        """Whether something waits to be written."""
        return bool(self._new or self._sent or self._bringer)

    def take(self, card: ArrivalCard) -> None:
        """Another card, as it is in the database; a draft that survived goes in again."""
        other = self.card is None or self.card.row.id != card.row.id
        self.card = card
        if other:
            self._new, self._sent, self._bringer = {}, {}, None
        if not self.busy:
            self._began = Began.of(card)
        draft = self._desk.drafts.find(self._name(card.row.id)) if other else None
        if draft:
            kept = dict(draft)
            version = kept.pop(_BEGAN, None)
            if isinstance(version, int) and version != card.row.version:
                # it began with a version that is gone: whatever differs is asked
                self._began = Began(version)
            self.edit({name: value for name, value in kept.items() if name in FIELDS})

    def value(self, name: str) -> Any:  # noqa: ANN401 - a field of any kind
        """A field as it will be: what is typed before what is written."""
        for waiting in (self._new, self._sent):
            if name in waiting:
                return waiting[name]
        card = self.card
        return card.row.mode if card is not None and name == "mode" else getattr(card, name)

    def edit(self, values: Mapping[str, Any]) -> None:
        """Something was typed: kept in a draft now, written after a short pause."""
        if self.card is None:
            return
        self._new |= values
        self._keep_draft(self.card)
        self._pause.start()

    def _keep_draft(self, card: ArrivalCard) -> None:
        row = card.row
        label = DraftLabel(row.number, row.plate or "", "", row.car, "log-in")
        plain = {k: v for k, v in (self._sent | self._new).items() if not isinstance(v, uuid.UUID)}
        plain |= {_BEGAN: self._began.version}
        self._desk.drafts.keep(self._name(row.id), plain, label)

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
        if card is None or self._sent or self._named or self._asked:
            return
        if not self._new and not self._bringer:
            waiting, self._then = self._then, []
            for then in waiting:
                then()
            return
        if card.is_signed and (self._bringer or ON_THE_ACT & self._new.keys()):
            self._ask_why(card.row.signed_number)
            return
        self._send(save_arrival, SaveArrival, {})

    def _send(
        self, verb: Callable[..., Any], kind: type[SaveArrival], more: dict[str, Any]
    ) -> None:
        card = self.card
        if card is None:
            return
        self._sent, self._new = self._new, {}
        self._named, self._bringer = self._bringer, None
        name, phone = self._named or (None, None)
        command = kind(
            arrival_id=card.row.id,
            version=self._began.version,
            values=self._sent,
            bringer_name=name,
            bringer_phone=phone,
            **more,
        )
        written = self._saved if kind is SaveArrival else self._amended
        self._desk.act(self, verb, command, written, failed=self._failed)

    def _amended(self, _changes: Changes[int]) -> None:
        # what it returned is the number of the act's version, not of the row
        self._written(None)

    def _saved(self, changes: Changes[int]) -> None:
        self._written(changes.result)

    def _written(self, version: int | None) -> None:
        card = self.card
        # what was typed meanwhile goes on from here
        self._began = Began(version, self._began.values | self._sent)
        self._sent, self._named = {}, None
        if card is None:
            return
        if not self._new:
            self._desk.drafts.drop(self._name(card.row.id))
        self._reread(self._fresh)

    def _reread(self, then: Callable[[ArrivalCard], None]) -> None:
        card = self.card
        if card is None:
            return
        key = card.row.id

        def ask(read: Read) -> ArrivalCard:
            return get_arrival(read, key)

        self._desk.read(self, ask, then, lane="card")

    def _fresh(self, card: ArrivalCard) -> None:
        if self.card is not None and self.card.row.id == card.row.id:
            self.card = card
            if not self.busy or self._began.version is None:
                self._began = Began.of(card)
        self.kept.emit()
        self.save()

    def _failed(self, error: UserError) -> bool:
        held, self._sent = self._sent, {}
        named, self._named = self._named, None
        if isinstance(error, ConfirmError) and error.field == _REASON:
            self._bringer = self._bringer or named
            self._ask_reading(held, said(error.sentence))
            return True
        if isinstance(error, ChangedError) or error.reason in _MAY_PASS:
            self._new, self._bringer = held | self._new, self._bringer or named
            if not isinstance(error, ChangedError):
                self._then = []
                self.waits.emit()
                return False
            # nothing goes out before both versions were put together
            self._asked = True
            self._reread(lambda card: self._put_together(card, error))
            return True
        # what was refused is not sent again by itself
        self.drop()
        self.refused.emit()
        return False

    def _put_together(self, card: ArrivalCard, error: ChangedError) -> None:
        """Somebody else wrote meanwhile: keep theirs and mine, ask where only one can hold."""
        if self.card is None or self.card.row.id != card.row.id:
            self._asked = False
            return
        theirs, mine = values_of(card), dict(self._new)
        if self._bringer is not None:
            mine[_BRINGER] = self._bringer[0]
        joined, clashes = together(self._began.values, theirs, mine)

        def decide(choice: Mapping[str, str]) -> None:
            for name in clashes:
                if choice[name] == THEIRS:
                    joined[name] = theirs[name]
            self._hold(card, mine, joined)

        def ended(result: str) -> None:
            if result != "saved":
                self._asked, self._then = False, []
                self.waits.emit()

        if clashes:
            dialog = ask_whose(self._desk, error, card, mine, clashes, decide)
            dialog.finished.connect(ended)
        else:
            decide({})

    def _hold(self, card: ArrivalCard, mine: Mapping[str, Any], joined: dict[str, Any]) -> None:
        """Go on from their version with what was decided."""
        theirs = values_of(card)
        if joined.get(_BRINGER) == theirs[_BRINGER]:
            self._bringer = None
        elif self._bringer is not None:
            del joined[_BRINGER]
        # what was typed while the question stood open comes on top
        later = {n: v for n, v in self._new.items() if n not in mine or v != mine[n]}
        self._new = differing(joined, theirs) | later
        self.card, self._began, self._asked = card, Began.of(card), False
        if not self.busy:
            self._desk.drafts.drop(self._name(card.row.id))
        self.decided.emit()
        self.save()

    def drop(self) -> None:
        """Forget what was typed and not written."""
        self._new, self._sent, self._then = {}, {}, []
        self._bringer = self._named = None
        if self.card is not None:
            self._began = Began.of(self.card)
            self._desk.drafts.drop(self._name(self.card.row.id))

    # questions
    def _ask_reading(self, held: dict[str, Any], question: str) -> None:
        def keep(reason: str) -> None:
            self._asked = False
            self._new = held | self._new | {_REASON: reason}
            self.save()

        self._asked = True
        title, yes = self.tr("Why is the reading unusual?"), self.tr("Keep the reading")
        ask_reason(self._desk, title, yes, question, keep, self._given_up)

    def _ask_why(self, number: int) -> None:
        def keep(reason: str) -> None:
            self._asked = False
            self._send(amend_arrival, AmendArrival, {"reason": reason})

        self._asked = True
        sentence = self.tr(
            "Version {number} stays as it was signed. The change makes version {next}, which asks for a new signature."
        ).format(number=number, next=number + 1)
        title = self.tr("Change a signed act?")
        yes = self.tr("Make version {next}").format(next=number + 1)
        ask_reason(self._desk, title, yes, sentence, keep, self._given_up)

    def _given_up(self) -> None:
        self._asked = False
        self.drop()
        self.refused.emit()
