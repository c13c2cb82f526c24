"""Files on their way to an arrival: looked at in a worker, the good ones put to it, the others named."""

import uuid
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import files
from app.arrivals import AddPhoto, add_photo
from app.kernel.errors import QT_TRANSLATE_NOOP, UserError, say
from models.arrivals import PhotoSlot
from models.files import FileKind
from ui.shell.desk import Desk
from ui.shell.runner import Progress
from ui.shell.words import said

_Brought = tuple[list[files.Received], list[tuple[str, UserError]]]
_NOT_ADDED = QT_TRANSLATE_NOOP("Photos", "Not added: {names}. {why}")


class Adding(QObject):
    """``added`` when the last of the good files stands at the arrival."""

    added = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def add(self, arrival_id: uuid.UUID, paths: Sequence[Path], slot: str) -> None:
        """Look at the files off the drawing thread; one that is refused stops no other."""
        if not paths:
            return
        store, zone = self._desk.shop.files, self._desk.center.time_zone

        def do(progress: Progress) -> _Brought:
            found, refused = [], []
            for number, path in enumerate(paths):
                progress.step(number, len(paths), path.name)
                try:
                    found.append(files.receive(store, path, time_zone=zone))
                except UserError as error:
                    refused.append((path.name, error))
            return found, refused

        done = partial(self._brought, arrival_id, slot)
        self._desk.work(self, self.tr("Adding photos"), do, done)

    def _brought(self, arrival_id: uuid.UUID, slot: str, brought: _Brought) -> None:
        found, refused = brought
        for number, one in enumerate(found):
            last = number == len(found) - 1
            self._desk.act(
                self,
                add_photo,
                _command(arrival_id, one, slot, first=number == 0),
                (lambda _done: self.added.emit()) if last else None,
            )
        if refused:
            names = ", ".join(name for name, _error in refused)
            first = refused[0][1]
            sentence = say(_NOT_ADDED, names=names, why=said(first.sentence))
            self._desk.problem(UserError(sentence, reason=first.reason, remedy=first.remedy))


def _command(arrival_id: uuid.UUID, one: files.Received, slot: str, *, first: bool) -> AddPhoto:
    """Where a file belongs: the first to the place that was chosen, all of them to a mark, sounds to the words."""
    mark = slot.partition(":")[2] if slot.startswith("mark:") else None
    place = PhotoSlot.FREE.value
    if one.seen.kind is FileKind.AUDIO:
        place, mark = "voice", None
    elif one.seen.kind is FileKind.PHOTO and first and mark is None:
        # a film or a paper is no view of the car
        place = slot
    return AddPhoto(
        arrival_id=arrival_id, sha256=one.sha256, name=one.name, slot=place, mark_id=mark
    )
