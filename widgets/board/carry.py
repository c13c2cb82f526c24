"""What is carried over a board: the question asked at each place, the last answer, the drop, and putting back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from widgets.board.answers import Answer, Ask, Question
from widgets.board.values import Block, Move, Place


class Carry(QObject):
    """One thing in the hand at a time. Nothing is put down before its place was answered for.

    ``changed`` comes with every step and answer; ``dropped`` gives the Move and the Answer that allowed it;
    ``refused`` the Answer that did not.
    """

    changed = Signal()
    dropped = Signal(object, object)
    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.block: Block | None = None
        self.answer: Answer | None = None
        self.pending: Block | None = None
        """Put down, and not yet written."""
        self._ask: Ask | None = None
        self._number = 0
        self._drops = False

    def set_asker(self, ask: Ask | None) -> None:
        """Who is asked whether it fits; without anybody everything does."""
        self._ask = ask

    def take(self, block: Block) -> None:
        """Take something into the hand."""
        block.began = block.place
        self.block = block
        self.pending = None
        self._question()

    def to(self, place: Place) -> None:
        """Carry it there."""
        if self.block is not None and self.block.to(place):
            self._drops = False
            self._question()

    def _question(self) -> None:
        if self.block is None:
            return
        self.answer = None
        self._number += 1
        if self._ask is not None:
            block = self.block
            asked = Question(self._number, block.key, block.place, block.before)
            self._ask(asked, partial(self._answered, self._number))
        self.changed.emit()

    def _answered(self, number: int, answer: Answer) -> None:
        if number != self._number or self.block is None:
            return
        self.answer = answer
        drops, self._drops = self._drops, False
        self.changed.emit()
        if drops:
            self.drop()

    @property
    def is_moved(self) -> bool:
        """Whether it would be put down elsewhere than it was taken."""
        return self.block is not None and self.block.place != self.block.before

    def drop(self) -> None:
        """Put it down; waits for the answer when there is none yet."""
        block = self.block
        if block is None:
            return
        if not self.is_moved:
            self.put_back()
            return
        if self._ask is not None and self.answer is None:
            self._drops = True
            return
        answer = self.answer
        if answer is not None and not answer.may:
            if block.by_mouse:
                self.put_back()
            self.refused.emit(answer)
            return
        move = Move(block.key, block.before, block.place)
        self._leave()
        self.pending = replace(block)
        self.changed.emit()
        self.dropped.emit(move, answer)

    def put_back(self) -> None:
        """Nothing happened."""
        if self.block is not None:
            self._leave()
            self.changed.emit()

    def _leave(self) -> None:
        self.block = None
        self.answer = None
        self._drops = False
        # an answer that is still under way belongs to nobody
        self._number += 1

    def settled(self) -> None:
        """The plan was read anew: it shows where things are."""
        self.pending = None

    def take_back(self) -> None:
        """The drop was not written."""
        if self.pending is not None:
            self.pending = None
            self.changed.emit()
