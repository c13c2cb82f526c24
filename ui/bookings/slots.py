"""Find a slot: a wish in words, what was understood of it, numbered answers with their person, why not sooner."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.bookings.owners import OwnerRequestRow
from app.bookings.rows import AppointmentCard, Found, RefusedDay, Slot, WhyNotSooner
from app.kernel.tx import Changes
from models.wishes import Understood
from ui.bookings.asking import Answered, ask_slots, day_of_wish, wish_of_card
from ui.bookings.slot_rows import ChipRow, RefusedRow, SlotRow
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.fields import SearchEdit
from widgets.theme import theme

_WIDTH = 300
_REFUSED = 2
_PAUSE_MS = 120


class SlotPanel(QWidget):
    """``chose``: another answer is chosen. ``taken`` gives "book" or "hold". ``draft``: try why-not-sooner."""

    chose = Signal()
    taken = Signal(str)
    draft = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = theme()
        self._desk = desk
        self.understood: Understood | None = None
        self.wanted: AppointmentCard | None = None
        """The appointment that looks for another time."""
        self.asked: OwnerRequestRow | None = None
        """What its owner asked for, when they are to be offered a time."""
        self._found: Found | None = None
        self._rows: list[SlotRow] = []
        self._at = 0
        self.setFixedWidth(look.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)
        column.addWidget(hairline())
        column.addLayout(self._foot())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.installEventFilter(self)
        desk.changed.connect(self._heard)
        self._show(None)

    def _head(self) -> QWidget:
        look = theme()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        column.setSpacing(look.px(6))
        row = QHBoxLayout()
        self._title = label(self.tr("Find a slot"), "strong")
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(label("Ctrl F", "caption"))
        column.addLayout(row)
        self.line = SearchEdit(
            self.tr("earliest 2 h, alignment bay, not Monday"), name=self.tr("What slot is wished")
        )
        column.addWidget(self.line)
        self.chips = ChipRow()
        column.addWidget(self.chips)
        return head

    def _foot(self) -> QHBoxLayout:
        look = theme()
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        foot.setSpacing(look.px(8))
        self.book = Button(self.tr("Book"), "calendar-plus", kind="primary")
        self.book.set_keys("Return", install=False)
        self.hold = Button(self.tr("Hold 15 min"))
        self.book.clicked.connect(lambda: self.taken.emit("book"))
        self.hold.clicked.connect(lambda: self.taken.emit("hold"))
        policy = self.book.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.MinimumExpanding)
        self.book.setSizePolicy(policy)
        foot.addWidget(self.book, 1)
        foot.addWidget(self.hold)
        return foot

    # asking

    def search(self, words: str) -> None:
        """Look for a wish in words."""
        self.wanted = self.asked = None
        self._title.setText(self.tr("Find a slot"))
        self.line.set_value(words)
        self._ask()

    def search_for(self, card: AppointmentCard, *, asked: OwnerRequestRow | None = None) -> None:
        """Look for another time of an appointment; one that its owner ``asked`` for is offered, not moved."""
        self.wanted, self.asked = card, asked
        name = card.plate or card.name or card.number
        self._title.setText(self.tr("Another time for {car}").format(car=name))
        self.line.set_value("")
        self._ask()

    def forget(self) -> None:
        """Nobody looks any more."""
        self.wanted = self.asked = None
        self._title.setText(self.tr("Find a slot"))
        self._show(None)

    def _heard(self, changes: Changes[Any]) -> None:
        """What was just booked, moved or cancelled is no answer any more, or one again."""
        if self.isVisible() and "appointment" in changes.touched:
            self._ask()

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        text, card, now = self.line.value(), self.wanted, self._desk.now()
        formats = self._desk.formats
        if not text and card is None:
            self._show(None)
            return
        asked, base = self.asked, None
        if card is not None:
            base = wish_of_card(card, day_of_wish(asked, now, formats) if asked else now)
        self._desk.read(
            self,
            lambda read: ask_slots(read, text, now=now, formats=formats, base=base),
            self._show,
            lane="slots",
        )

    # showing

    def _show(self, answered: Answered | None) -> None:
        self.understood = answered.understood if answered is not None else None
        self._found = answered.found if answered is not None else None
        self.chips.show_understood(self.understood, self._desk.formats)
        look = theme()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        found = self._found
        self._rows, self._at = [], 0
        for number, slot in enumerate(found.slots if found is not None else (), start=1):
            row = SlotRow(number, slot, self._desk.formats)
            row.clicked.connect(lambda _=False, at=number - 1: self.choose(at))
            row.doubled.connect(lambda: self.taken.emit("book"))
            self._rows.append(row)
            column.addWidget(row)
        for refused in self._refused(found):
            column.addWidget(RefusedRow(refused, self._desk.formats))
        box = QVBoxLayout()
        box.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(8))
        box.setSpacing(look.px(6))
        self._why(box, found)
        column.addLayout(box)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._say()
        self.chose.emit()

    @staticmethod
    def _refused(found: Found | None) -> Sequence[RefusedDay]:
        return found.refused[:_REFUSED] if found is not None else ()

    def _why(self, box: QVBoxLayout, found: Found | None) -> None:
        if found is None:
            words = self.tr("Type a length, what the bay must have, who, which days.")
            box.addWidget(label(words, "hint", wrap=True))
            return
        if not found.slots:
            words = self.tr("Nothing fits in the coming weeks.")
            box.addWidget(label(words, "small", tone="wait", wrap=True))
        sentences = [said(sentence) for sentence in found.why_not_sooner]
        if found.sooner is not None:
            sentences.append(said(found.sooner.sentence))
        if not sentences:
            return
        box.addWidget(label(self.tr("Why not sooner"), "strong"))
        box.addWidget(label(_joined(sentences), "small", wrap=True))
        if found.sooner is not None:
            row = QHBoxLayout()
            self.trial = Button(self.tr("Try that as a draft"), "puzzle", small=True)
            self.trial.clicked.connect(self.draft)
            row.addWidget(self.trial)
            row.addStretch(1)
            box.addLayout(row)

    def chosen(self) -> tuple[int, Slot] | None:
        """The number and the slot that is chosen."""
        found = self._found
        if found is None or not found.slots:
            return None
        return self._at + 1, found.slots[self._at]

    def sooner(self) -> WhyNotSooner | None:
        """The booking whose move would open an earlier slot."""
        return self._found.sooner if self._found is not None else None

    def choose(self, at: int) -> None:
        """Choose an answer by its place."""
        if 0 <= at < len(self._rows):
            self._at = at
            self._say()
            self.chose.emit()

    def _say(self) -> None:
        for at, row in enumerate(self._rows):
            row.set_on(on=at == self._at)
        chosen = self.chosen()
        for button in (self.book, self.hold):
            button.setEnabled(chosen is not None)
        self.hold.setVisible(self.wanted is None)
        word = self.tr("Move to {time}") if self.wanted is not None else self.tr("Book {time}")
        if self.asked is not None and chosen is not None:
            same = chosen[1].starts_at == self.asked.wished_at
            word = self.tr("Confirm {time}") if same else self.tr("Offer {time}")
        clock = self._desk.formats.clock(chosen[1].starts_at) if chosen is not None else ""
        self.book.setText(word.format(time=clock).strip())
        self.book.setAccessibleName(self.book.text())
        if chosen is not None:
            self.line.setAccessibleDescription(self._rows[self._at].accessibleName())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line, the arrows choose an answer and Enter takes it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._rows:
            self.choose(self._at + steps[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self._pause.stop()
                self._ask()
            elif self.chosen() is not None:
                self.taken.emit("book")
            return True
        return super().eventFilter(watched, event)


def _joined(sentences: Sequence[str]) -> str:
    """Sentences one after another, each with its capital and its point."""
    whole = [f"{text[:1].upper()}{text[1:]}".rstrip(".") for text in sentences if text]
    return ". ".join(whole) + "." if whole else ""
