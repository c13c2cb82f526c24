"""Our own mistakes: told honestly, written down without a word about any person, and the window goes on."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType

import PySide6
import shiboken6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

import app
from app.kernel.logs import scrubbed, trace_of
from ui.shell.account import Account
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.theme import theme

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Facts = Callable[[], Mapping[str, str]]


def report_of(error: BaseException, at: datetime, facts: Mapping[str, str]) -> str:
    """What support needs: kinds and places of the mistake, the program and the system; no text a person typed."""
    lines = [
        f"CarPass Desk {app.__version__}",
        f"at: {at.isoformat(timespec='seconds')}",
        f"system: {platform.system()} {platform.release()} {platform.machine()}",
        f"python: {platform.python_version()}, Qt: {PySide6.__version__}",
        *(f"{scrubbed(name)}: {scrubbed(value)}" for name, value in facts.items()),
        "",
        trace_of(error),
    ]
    return "\n".join(lines)


class CrashDialog(Dialog):
    """What happened, what was kept, what to do; the details stand behind one button."""

    def __init__(self, front: QWidget, report: str) -> None:
        super().__init__(front, self.tr("The program made a mistake"), 640)
        self._report = report
        self.body.addWidget(
            Account(
                self.tr("Something in the program did not work. It is our mistake, not yours."),
                self.tr(
                    "Everything saved before is safe. What you typed is still here or in the drafts."
                ),
                self.tr("Go on working. If it happens again, send us the details."),
            )
        )
        self.details = QPlainTextEdit(report)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details for support"))
        self.details.setFont(theme().font("small", codes=True))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFixedHeight(theme().px(180))
        self.details.setTabChangesFocus(True)
        self.details.hide()
        self.body.addWidget(self.details)
        self._more = Button(self.tr("Details, without personal data"), "chevron-down", kind="quiet")
        self._more.clicked.connect(self._show_details)
        self.add_left(self._more)
        self._copy = Button(self.tr("Copy"), "copy")
        self._copy.clicked.connect(self._copied)
        self._save = Button(self.tr("Save…"), "save")
        self._save.clicked.connect(self._ask_where)
        for button in (self._copy, self._save):
            button.hide()
            self.add_button(button, "primary")
        self.set_first_focus(self.add_button(Button(self.tr("Go on"), kind="primary"), "safe"))

    def _show_details(self) -> None:
        shown = not self.details.isVisible()
        for widget in (self.details, self._copy, self._save):
            widget.setVisible(shown)
        self._more.set_icon("chevron-up" if shown else "chevron-down")
        self.refit()

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))

    def _ask_where(self) -> None:
        chooser = QFileDialog(self, self.tr("Save the details"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.selectFile("carpass-desk.txt")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.save_to)
        chooser.open()

    def save_to(self, path: str) -> None:
        """Write the report into a file; a file that cannot be written is said on the button's tip."""
        try:
            Path(path).write_text(self._report + "\n", encoding="utf-8")
        except OSError as error:
            _log.warning("the report was not saved: %s", type(error).__name__)
            self._save.setText(self.tr("Not saved, choose another place…"))
            return
        self._save.setText(self.tr("Saved"))


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread, and Qt's own complaints; shows one dialog at a time.

    Args:
        clock: the shop's clock.
        front: the window to show over; None while there is none.
        facts: what else support should know (page, kind of database), never about persons.
    """

    _happened = Signal(object)

    def __init__(
        self,
        clock: Callable[[], datetime],
        front: Callable[[], QWidget | None],
        facts: Facts = dict,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._front = front
        self._facts = facts
        self._open: CrashDialog | None = None
        self._told: set[str] = set()
        self._before = (sys.excepthook, threading.excepthook)
        self._happened.connect(self.show_mistake, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on nothing goes by unseen."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(_qt_said)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def show_mistake(self, error: BaseException) -> CrashDialog | None:
        """Show the dialog; the same mistake again, or one while the dialog stands, is only written down."""
        front = self._front()
        mark = trace_of(error).split("\n", 1)[0]
        standing = self._open is not None and shiboken6.isValid(self._open)
        if front is None or standing or mark in self._told:
            return None
        self._told.add(mark)
        dialog = CrashDialog(front, report_of(error, self._clock(), self._facts()))
        self._open = dialog
        dialog.finished.connect(self._closed)
        dialog.open()
        return dialog

    def _closed(self, _result: str) -> None:
        self._open = None

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._note(error)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._note(args.exc_value)

    def _note(self, error: BaseException) -> None:
        _log.error("a mistake of the program", exc_info=error)
        self._happened.emit(error)


def _qt_said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """What Qt complains about goes to the log, scrubbed; a fatal one with the place it came from."""
    level = _LEVELS.get(kind, logging.WARNING)
    _log.log(level, "Qt %s: %s", context.category or "", text)
    if level == logging.CRITICAL:
        _log.critical("before it: %s", "".join(traceback.format_stack(limit=12)))
