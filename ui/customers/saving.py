"""The frame of every form here: a dialog that keeps a draft while one types, and says the errors at their fields."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.kernel.errors import ConfirmError, InvalidError, Reason, UserError
from app.kernel.tx import Changes, Tx
from ui.shell.desk import Desk
from ui.shell.drafts import DraftLabel
from ui.shell.words import said
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.forms import Form

_C = TypeVar("_C")
_R = TypeVar("_R")
_KEEP_AFTER_MS = 400


class FormDialog(Dialog):
    """A form over the page. ``draft`` names what is kept while one types; empty keeps nothing."""

    single: ClassVar[str] = ""
    """The field that no two records may share."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        title: str,
        *,
        save: str,
        draft: str = "",
        plate: str = "",
        width: int = 480,
        columns: int = 2,
    ) -> None:
        super().__init__(parent, title, width)
        self.desk = desk
        self._draft = draft
        self._label = DraftLabel(title=title, plate=plate)
        self.form = Form(columns)
        self.body.addWidget(self.form)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.save_button = self.add_button(Button(save, kind="primary", keys="Ctrl+Return"))
        self.save_button.clicked.connect(self._save)
        self._again = Button(self.tr("Start anew"), "rotate-ccw", kind="quiet")
        self._again.clicked.connect(self._start_anew)
        self._again.hide()
        self.add_left(self._again)
        self._clean: dict[str, Any] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEEP_AFTER_MS)
        self._pause.timeout.connect(self._keep)
        desk.leaving.connect(self._flush)
        self.finished.connect(self._ended)

    def begin(self) -> None:
        """Open with what the form holds now, and with what was typed before and never saved."""
        self._clean = self.form.draft()
        kept = self.desk.drafts.draft(self._draft) if self._draft else None
        if kept is not None:
            self.form.set_draft(kept.data)
            when = self.desk.formats.moment(kept.kept_at)
            self.set_hint(self.tr("What was typed is back: {when}").format(when=when))
            self._again.show()
        self.form.changed.connect(self._pause.start)
        self.open()

    # what a form of its own says
    def commit(self) -> None:
        """Send the form's command, when every field could be read; the bare frame has nothing to send."""

    # saving
    def send(
        self,
        verb: Callable[[Tx, _C], _R],
        command: _C,
        then: Callable[[_R], object],
        *,
        problems: Mapping[str, str] | None = None,
    ) -> None:
        """Write; on success the dialog closes and ``then`` gets the result. ``problems`` renames fields of errors."""
        self.save_button.setEnabled(False)

        def done(changes: Changes[_R]) -> None:
            self.finish("saved")
            then(changes.result)

        self.desk.act(
            self, verb, command, done, failed=lambda error: self._refused(error, problems)
        )

    def _refused(self, error: UserError, names: Mapping[str, str] | None) -> bool:
        self.save_button.setEnabled(True)
        if isinstance(error, ConfirmError):
            return self.confirm(error)
        if not isinstance(error, InvalidError):
            return self.refused(error)
        told = {(names or {}).get(at, at): said(why) for at, why in error.problems.items()}
        if not set(told) & set(self.form.names()):
            return False
        self.form.show_problems(told)
        self.refit()
        return True

    def confirm(self, _error: ConfirmError) -> bool:
        """Ask for what makes an unusual command possible; False shows the error as usual."""
        return False

    def refused(self, error: UserError) -> bool:
        """Say any other error at a field; False shows it as usual. Two of a kind are told at ``single``."""
        if error.reason is not Reason.DUPLICATE or self.single not in self.form.names():
            return False
        self.form.show_problems({self.single: said(error.sentence)})
        self.refit()
        return True

    def _save(self) -> None:
        if self.form.check():
            self.commit()
        self.refit()

    # drafts
    def is_touched(self) -> bool:
        """Whether anything differs from what the form began with."""
        return self.form.draft() != self._clean

    def _keep(self) -> None:
        if self._draft and self.is_touched():
            self.desk.drafts.keep(self._draft, self.form.draft(), self._label)

    def _flush(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    def _start_anew(self) -> None:
        self.form.set_draft(self._clean)
        self.desk.drafts.drop(self._draft)
        self._again.hide()
        self.set_hint("")
        self.form.control(self.form.names()[0]).setFocus()

    def _ended(self, result: str) -> None:
        self._pause.stop()
        if not self._draft:
            return
        if result != "saved" and self.is_touched():
            self.desk.drafts.keep(self._draft, self.form.draft(), self._label)
            self.desk.toast(self.tr("What you typed is kept"))
        else:
            self.desk.drafts.drop(self._draft)
