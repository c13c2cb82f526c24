"""Writing in the calendar: what the desk asks back is asked of the person, then the same command goes again."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.kernel.errors import ConfirmError, Reason, UserError
from app.kernel.tx import Changes, Tx
from models.access import Permission
from models.bookings import OverbookReason
from ui.parts.bookings import OVERBOOK
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Choice, Field

Verb = Callable[[Tx, Any], uuid.UUID]
Then = Callable[[uuid.UUID], object]


class OverbookDialog(Dialog):
    """Somebody is there already: another reason than the calendar's is needed to go on."""

    def __init__(self, parent: QWidget, sentence: str) -> None:
        super().__init__(parent, self.tr("Overbook this time"))
        self.body.addWidget(label(sentence, wrap=True))
        choices = [(reason, said(words)) for reason, words in OVERBOOK.items()]
        self.reason = Choice(choices, name=self.tr("Why all the same"))
        self.body.addWidget(Field(self.tr("Why all the same"), self.reason))
        self.set_hint(self.tr("It is marked on the board, and stands in the history."))
        self.add_button(Button(self.tr("Another time"), keys="Esc"), "cancel")
        go = self.add_button(Button(self.tr("Overbook"), kind="danger", keys="Ctrl+Return"))
        go.clicked.connect(lambda: self.finish("overbook"))
        self.set_first_focus(self.reason)

    @property
    def chosen(self) -> OverbookReason:
        """The reason."""
        return OverbookReason(self.reason.value())


class GoOnDialog(Dialog):
    """Something unusual but possible."""

    def __init__(self, parent: QWidget, sentence: str) -> None:
        super().__init__(parent, self.tr("Book it all the same?"))
        self.body.addWidget(label(sentence, wrap=True))
        self.add_button(Button(self.tr("Not so"), keys="Esc"), "cancel")
        go = self.add_button(Button(self.tr("Go on"), kind="primary", keys="Ctrl+Return"))
        go.clicked.connect(lambda: self.finish("go"))
        self.set_first_focus(go)


class Doer(QObject):
    """Sends commands that carry ``confirmed``; ``lost`` is called when nothing was written."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.asked: Dialog | None = None
        """The question that is open."""

    def send(
        self,
        verb: Verb,
        command: Any,  # noqa: ANN401 - any command of the calendar
        then: Then | None = None,
        *,
        lost: Callable[[], object] = lambda: None,
        failed: Callable[[UserError], bool] | None = None,
    ) -> None:
        """Write; ``failed`` may take other errors upon itself, after ``lost``."""

        def done(changes: Changes[uuid.UUID]) -> None:
            if then is not None:
                then(changes.result)

        def wrong(error: UserError) -> bool:
            if isinstance(error, ConfirmError):
                self._go_on(verb, command, error, then, lost, failed)
                return True
            may = self.desk.can(Permission.BOOKINGS_OVERBOOK)
            asks = hasattr(command, "confirmed") or hasattr(command, "overbook")
            if error.reason is Reason.TAKEN and may and asks:
                self._overbook(verb, command, error, then, lost, failed)
                return True
            lost()
            return failed is not None and failed(error)

        self.desk.act(self, verb, command, done, failed=wrong)

    def _go_on(
        self,
        verb: Verb,
        command: Any,  # noqa: ANN401 - any command of the calendar
        error: ConfirmError,
        then: Then | None,
        lost: Callable[[], object],
        failed: Callable[[UserError], bool] | None,
    ) -> None:
        dialog = GoOnDialog(self.desk.front, said(error.sentence))

        def answered(result: str) -> None:
            self.asked = None
            if result != "go":
                lost()
                return
            confirmed = replace(command.confirmed, **{error.field: True})
            again = replace(command, confirmed=confirmed)
            self.send(verb, again, then, lost=lost, failed=failed)

        self._open(dialog, answered)

    def _overbook(
        self,
        verb: Verb,
        command: Any,  # noqa: ANN401 - any command of the calendar
        error: UserError,
        then: Then | None,
        lost: Callable[[], object],
        failed: Callable[[UserError], bool] | None,
    ) -> None:
        dialog = OverbookDialog(self.desk.front, said(error.sentence))

        def answered(result: str) -> None:
            self.asked = None
            if result != "overbook":
                lost()
                return
            if hasattr(command, "overbook"):
                again = replace(command, overbook=dialog.chosen)
            else:
                confirmed = replace(command.confirmed, overbook=dialog.chosen)
                again = replace(command, confirmed=confirmed)
            self.send(verb, again, then, lost=lost, failed=failed)

        self._open(dialog, answered)

    def _open(self, dialog: Dialog, answered: Callable[[str], None]) -> None:
        self.asked = dialog
        dialog.finished.connect(answered)
        dialog.open()
