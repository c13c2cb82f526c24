"""What the window says when the shop says no: each kind of refusal in its own way, always with what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    ChangedError,
    ConfirmError,
    InvalidError,
    Reason,
    Source,
    UserError,
)
from ui.shell.account import Account, Sentences, nothing_lost
from ui.shell.repeat import Repeat
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.theme import theme

_TITLES: dict[Reason, Source] = {
    Reason.NOT_FOUND: QT_TRANSLATE_NOOP("Problems", "This is not there any more"),
    Reason.NOT_ALLOWED: QT_TRANSLATE_NOOP("Problems", "Your role does not allow this"),
    Reason.TRANSITION: QT_TRANSLATE_NOOP("Problems", "Not possible in this state"),
    Reason.FINAL: QT_TRANSLATE_NOOP("Problems", "This is final"),
    Reason.DUPLICATE: QT_TRANSLATE_NOOP("Problems", "This exists already"),
    Reason.SHORT: QT_TRANSLATE_NOOP("Problems", "Not enough in stock"),
    Reason.BUSY: QT_TRANSLATE_NOOP("Problems", "The database is busy"),
    Reason.STORAGE: QT_TRANSLATE_NOOP("Problems", "It could not be saved"),
    Reason.NETWORK: QT_TRANSLATE_NOOP("Problems", "No connection"),
    Reason.FILE: QT_TRANSLATE_NOOP("Problems", "The file cannot be used"),
    Reason.UNSUPPORTED: QT_TRANSLATE_NOOP("Problems", "This is not possible here"),
    Reason.SIGN_IN: QT_TRANSLATE_NOOP("Problems", "Signing in did not work"),
}
_OTHERWISE = QT_TRANSLATE_NOOP("Problems", "This did not work")
_REMEDIES: dict[Reason, Source] = {
    Reason.NOT_FOUND: QT_TRANSLATE_NOOP("Problems", "Go back and refresh the list (F5)."),
    Reason.TRANSITION: QT_TRANSLATE_NOOP("Problems", "Refresh the record and look at its state."),
    Reason.DUPLICATE: QT_TRANSLATE_NOOP("Problems", "Look for the one that is there."),
    Reason.SHORT: QT_TRANSLATE_NOOP(
        "Problems", "Receive the goods first, or take a smaller quantity."
    ),
    Reason.FILE: QT_TRANSLATE_NOOP("Problems", "Choose another file."),
}
_WORTH_RETRYING = frozenset({Reason.BUSY, Reason.STORAGE, Reason.NETWORK, Reason.FILE})


def show_problem(
    front: QWidget,
    error: UserError,
    retry: Callable[[], object] | None = None,
    *,
    reload: Callable[[], object] | None = None,
) -> Dialog:
    """Show a refusal over ``front``.

    ``retry`` does the same again; a ``Repeat`` can also do it with an answer, so that a question gets one and a
    conflict can be decided. ``reload`` reads the record again.
    """
    if isinstance(error, ConfirmError) and isinstance(retry, Repeat) and retry.takes(error.field):
        return _ask(front, error, retry)
    if isinstance(error, ChangedError):
        return _changed(front, error, retry, reload)
    if isinstance(error, BlockedError):
        sentences = [said(blocker) for blocker in error.blockers]
        title = said(QT_TRANSLATE_NOOP("Problems", "Not possible yet"))
        return _list(front, title, sentences, "circle-alert", "wait")
    if isinstance(error, InvalidError):
        sentences = [said(sentence) for sentence in error.problems.values()]
        return _list(
            front,
            said(QT_TRANSLATE_NOOP("Problems", "Please check what was typed")),
            sentences,
            "circle-alert",
            "bad",
        )
    return _account(front, error, retry)


def title_of(error: UserError) -> str:
    """What kind of refusal it is, in a few words."""
    return said(_TITLES.get(error.reason, _OTHERWISE))


def remedy_of(error: UserError) -> str:
    """What to do about it; empty when the sentence itself says it."""
    if error.remedy is not None:
        return said(error.remedy)
    usual = _REMEDIES.get(error.reason)
    return said(usual) if usual is not None else ""


def _account(front: QWidget, error: UserError, retry: Callable[[], object] | None) -> Dialog:
    dialog = Dialog(front, title_of(error), 640)
    dialog.body.addWidget(Account(said(error.sentence), nothing_lost(), remedy_of(error)))
    if retry is not None and error.reason in _WORTH_RETRYING:
        _close(dialog, said(QT_TRANSLATE_NOOP("Problems", "Leave it")))
        again = dialog.add_button(
            Button(said(QT_TRANSLATE_NOOP("Problems", "Try again")), "rotate-cw", kind="primary"),
            "primary",
        )
        again.clicked.connect(lambda: _finish_and(dialog, retry))
        dialog.set_first_focus(again)
    else:
        _close(dialog, said(QT_TRANSLATE_NOOP("Problems", "Close")))
    dialog.open()
    return dialog


def _list(front: QWidget, title: str, sentences: list[str], icon: str, hue: str) -> Dialog:
    dialog = Dialog(front, title, 640 if len(sentences) > 1 else 480)
    dialog.set_sub(nothing_lost())
    dialog.body.addWidget(Sentences(sentences, icon, hue))
    _close(dialog, said(QT_TRANSLATE_NOOP("Problems", "Back")))
    dialog.open()
    return dialog


def _changed(
    front: QWidget,
    error: ChangedError,
    retry: Callable[[], object] | None,
    reload: Callable[[], object] | None,
) -> Dialog:
    dialog = Dialog(
        front, said(QT_TRANSLATE_NOOP("Problems", "Somebody changed this meanwhile")), 640
    )
    dialog.body.addWidget(Account(said(error.sentence), nothing_lost(), remedy_of(error)))
    _close(dialog, said(QT_TRANSLATE_NOOP("Problems", "Back to my text")))
    theirs = error.details.get("theirs")
    if isinstance(retry, Repeat) and retry.takes("version") and isinstance(theirs, int) and theirs:
        mine = dialog.add_button(
            Button(said(QT_TRANSLATE_NOOP("Problems", "Keep mine over theirs"))), "primary"
        )
        mine.clicked.connect(lambda: _finish_and(dialog, lambda: retry.again(version=theirs)))
    if reload is not None:
        fresh = dialog.add_button(
            Button(said(QT_TRANSLATE_NOOP("Problems", "Load theirs")), "rotate-cw", kind="primary")
        )
        fresh.clicked.connect(lambda: _finish_and(dialog, reload))
    dialog.open()
    return dialog


def _ask(front: QWidget, error: ConfirmError, retry: Repeat) -> Dialog:
    """A thing that is unusual but possible: a yes is enough, or a reason is wanted in words."""
    dialog = Dialog(front, said(QT_TRANSLATE_NOOP("Problems", "Is this right?")), 480)
    dialog.body.addWidget(label(said(error.sentence), wrap=True))
    _close(dialog, said(QT_TRANSLATE_NOOP("Problems", "No, change it")))
    yes = dialog.add_button(
        Button(said(QT_TRANSLATE_NOOP("Problems", "Yes, as it is")), "check", kind="primary"),
        "primary",
    )
    if isinstance(retry.value(error.field), bool):
        yes.clicked.connect(lambda: _finish_and(dialog, lambda: retry.again(**{error.field: True})))
        dialog.open()
        return dialog
    words = QPlainTextEdit()
    words.setAccessibleName(said(QT_TRANSLATE_NOOP("Problems", "Why it is so")))
    words.setPlaceholderText(
        said(QT_TRANSLATE_NOOP("Problems", "Why it is so: the next reader will ask"))
    )
    words.setTabChangesFocus(True)
    words.setFixedHeight(theme().px(72))
    dialog.body.addWidget(label(said(QT_TRANSLATE_NOOP("Problems", "Why it is so")), "caption"))
    dialog.body.addWidget(words)
    yes.setEnabled(False)
    words.textChanged.connect(lambda: yes.setEnabled(bool(words.toPlainText().strip())))

    def answered() -> None:
        reason = words.toPlainText().strip()
        _finish_and(dialog, lambda: retry.again(**{error.field: reason}))

    yes.clicked.connect(answered)
    dialog.set_first_focus(words)
    dialog.open()
    words.setFocus(Qt.FocusReason.PopupFocusReason)
    return dialog


def _close(dialog: Dialog, words: str) -> None:
    dialog.add_button(Button(words), "safe")


def _finish_and(dialog: Dialog, then: Callable[[], object]) -> None:
    dialog.finish("done")
    then()
