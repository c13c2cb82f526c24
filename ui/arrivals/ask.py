"""Small questions of arrivals: why, and who."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, UserError
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import TextEdit
from widgets.forms import Form


class AskDialog(Dialog):
    """A sentence, a form, one button; ``answer`` gets the values and closes nothing: call ``finish``."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        yes: str,
        answer: Callable[["AskDialog", dict[str, Any]], object],
        *,
        sentence: str = "",
        kind: str = "primary",
    ) -> None:
        super().__init__(parent, title)
        self._answer = answer
        if sentence:
            self.body.addWidget(label(sentence, "secondary", wrap=True))
        self.form = Form(columns=1)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.yes = Button(yes, kind=kind, keys="Ctrl+Return")
        self.add_button(self.yes, "danger" if kind == "danger" else "primary")
        self.yes.clicked.connect(self.submit)

    def submit(self) -> None:
        """Hand the values over when every field can be read."""
        if self.form.check():
            self.yes.setEnabled(False)
            self._answer(self, self.form.values())

    def refuse(self, error: UserError) -> bool:
        """Show a refusal at the fields it names; whether all of it was shown."""
        self.yes.setEnabled(True)
        if not isinstance(error, InvalidError):
            return False
        problems = {name: said(sentence) for name, sentence in error.problems.items()}
        known = {name: text for name, text in problems.items() if name in self.form.names()}
        self.form.show_problems(known)
        return len(known) == len(problems)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            QApplication.focusWidget(), QLineEdit
        ):
            self.yes.click()
            event.accept()
            return
        super().keyPressEvent(event)


def ask_reason(
    desk: Desk,
    title: str,
    yes: str,
    sentence: str,
    keep: Callable[[str], object],
    give_up: Callable[[], object],
) -> None:
    """Ask why; ``keep`` gets the words, ``give_up`` is called when the question is left."""

    def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
        dialog.finish("kept")
        keep(values["reason"])

    words = said(QT_TRANSLATE_NOOP("ArrivalReason", "Reason"))
    dialog = AskDialog(desk.front, title, yes, answer, sentence=sentence)
    dialog.form.add("reason", words, TextEdit(name=words), required=True)
    dialog.finished.connect(lambda result: give_up() if result != "kept" else None)
    dialog.open()
