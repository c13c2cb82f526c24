"""Chips of symptoms: put on by the customer's words, by hand, and taken off by hand."""

import uuid
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.arrivals import suggested, symptoms
from ui.arrivals.keeping import Keeper
from ui.arrivals.parts import Flow, clear
from ui.shell.desk import Desk
from widgets.buttons import Button

_PAUSE_MS = 500


class Chips(QWidget):
    """What the words speak of comes by itself and goes with them; what a person chose or took off stays so."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self._desk = desk
        self._keeper = keeper
        self._arrival: uuid.UUID | None = None
        self._hinted: frozenset[str] = frozenset()
        self._refused: frozenset[str] = frozenset()
        self._flow = Flow(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.listen)

    def hear(self) -> None:
        """The words change: they are listened to when the typing pauses."""
        self._pause.start()

    def listen(self) -> None:
        """Put on what the words that hold now speak of, take away what only other words had hinted at."""
        self._pause.stop()
        chosen = list(self._keeper.value("symptoms"))
        spoken = suggested(self._keeper.value("words") or "")
        stale = self._hinted.difference(spoken)
        fresh = [code for code in spoken if code not in chosen and code not in self._refused]
        self._hinted = (self._hinted - stale).union(fresh)
        if fresh or stale.intersection(chosen):
            self._put([code for code in chosen if code not in stale] + fresh)

    def show_all(self, arrival: uuid.UUID) -> None:
        """Show the chips of an arrival."""
        if arrival != self._arrival:
            self._arrival = arrival
            self._hinted = self._refused = frozenset()
        clear(self._flow)
        known = {symptom.code: symptom for symptom in symptoms()}
        for code in self._keeper.value("symptoms"):
            words = known[code].word(self._desk.language)
            chip = Button(words, small=True, name=self.tr("Take away: {word}").format(word=words))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self._drop, code))
            self._flow.addWidget(chip)
        more = Button("", "plus", kind="quiet", small=True, name=self.tr("Add a symptom"))
        more.clicked.connect(self._choose)
        self._flow.addWidget(more)
        self.updateGeometry()

    def _put(self, codes: list[str]) -> None:
        self._keeper.edit({"symptoms": codes})
        if self._arrival is not None:
            self.show_all(self._arrival)

    def _drop(self, code: str) -> None:
        self._refused |= {code}
        self._hinted -= {code}
        self._put([c for c in self._keeper.value("symptoms") if c != code])

    def _choose(self) -> None:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - only when asked for

        menu = QMenu(self)
        chosen = self._keeper.value("symptoms")
        for symptom in symptoms():
            if symptom.code not in chosen:
                put = menu.addAction(symptom.word(self._desk.language))
                put.triggered.connect(partial(self._add, symptom.code))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _add(self, code: str) -> None:
        self._refused -= {code}
        self._hinted -= {code}
        self._put([*self._keeper.value("symptoms"), code])
