"""The calendar as files: some days in one file, and a folder of calendars that telephones subscribe to."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.bookings import TakeOutCalendar, take_out_calendar
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from models.access import Permission
from ui.bookings.publishing import publisher_of
from ui.parts.fields import calendar_of
from ui.parts.saving import save_bytes
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label, set_tone
from widgets.date_edits import DateEdit
from widgets.dialog import Dialog
from widgets.forms import Form

_FOLDER = "exchange.folder"
_AHEAD = timedelta(days=6)


class FilesDialog(Dialog):
    """Both ways out of the calendar; no file names a customer, a phone or an address."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, self.tr("Calendar for other programs"), 640)
        self._desk = desk
        self._publisher = publisher_of(desk)
        self._range()
        self.body.addWidget(hairline())
        self._subscription()
        self.add_button(Button(self.tr("Close"), keys="Esc"), "cancel")
        self._publisher.told.connect(self._told)
        self._show_folder()

    def _range(self) -> None:
        desk = self._desk
        self.body.addWidget(label(self.tr("Some days in one file"), "strong"))
        self.form = Form(2)
        today = desk.formats.today()
        for name, title, on in (
            ("from_on", self.tr("From"), today),
            ("until_on", self.tr("The last day"), today + _AHEAD),
        ):
            control = DateEdit(desk.formats.today, calendar_of(desk, "ahead"), name=title)
            self.form.add(name, title, control, required=True)
            control.set_value(on)
        self.body.addWidget(self.form)
        self.save = Button(self.tr("Save as iCalendar"), "download", keys="Ctrl+S")
        self.save.clicked.connect(self._save)
        self.save.setEnabled(desk.can(Permission.EXCHANGE_EXPORT))
        self.body.addWidget(self.save)

    def _subscription(self) -> None:
        self.body.addWidget(label(self.tr("A calendar for each bay and person"), "strong"))
        words = self.tr(
            "Files in a folder, kept up to date by this computer after each change: two weeks back, ninety days "
            "ahead. Calendars of telephones subscribe to them when the folder is shared. They name plate, car and "
            "work, never a customer."
        )
        self.body.addWidget(label(words, "secondary", wrap=True))
        self.where = label("", wrap=True)
        self.body.addWidget(self.where)
        self.choose = Button(self.tr("Choose the folder"), "folder-open")
        self.choose.clicked.connect(self._choose)
        self.stop = Button(self.tr("Stop writing"), kind="quiet")
        self.stop.clicked.connect(lambda: self.take_folder(None))
        self.add_left(self.choose)
        self.add_left(self.stop)

    # some days

    def _save(self) -> None:
        if not self.form.check():
            self.refit()
            return
        values = self.form.values()
        from_on, until_on = values["from_on"], values["until_on"]
        self._desk.act(
            self,
            take_out_calendar,
            TakeOutCalendar(from_on=from_on, until_on=until_on),
            lambda changes: self._ask_place(changes, from_on, until_on),
            failed=self._refused,
        )

    def _refused(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        self.form.show_problems({name: said(text) for name, text in error.problems.items()})
        self.refit()
        return True

    def _ask_place(self, changes: Changes[bytes], from_on: date, until_on: date) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = self._desk.saved(_FOLDER, QStandardPaths.writableLocation(documents))
        dialog = QFileDialog(self, self.tr("Save the calendar"), str(usual))
        dialog.setNameFilter(self.tr("Calendars (*.ics)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(f"calendar-{from_on:%Y-%m-%d}-{until_on:%Y-%m-%d}.ics")
        dialog.fileSelected.connect(lambda chosen: self.write_to(Path(chosen), changes.result))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, path: Path, data: bytes) -> None:
        """Write the file there, off the drawing thread."""

        def done(_size: int) -> None:
            self._desk.save(_FOLDER, str(path.parent))
            self._desk.toast(self.tr("Saved as {name}").format(name=path.name))

        self._desk.write(self, partial(save_bytes, path, data), done)

    # the folder

    def _choose(self) -> None:
        start = self._publisher.folder
        dialog = QFileDialog(self, self.tr("Folder of the calendars"), str(start or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.take_folder(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_folder(self, folder: Path | None) -> None:
        """Write there from now on, or nowhere."""
        self._publisher.choose(folder)
        self._show_folder()

    def _told(self, error: object) -> None:
        self._show_folder(failed=error is not None)

    def _show_folder(self, *, failed: bool = False) -> None:
        folder, files = self._publisher.folder, self._publisher.files
        self.stop.setVisible(folder is not None)
        if folder is None:
            words, tone = self.tr("No folder is chosen: nothing is written."), "muted"
        elif failed:
            words = self.tr("They cannot be written to {folder}.").format(folder=folder)
            tone = "bad"
        elif files:
            words = self.tr("%n calendars lie in {folder}", "", len(files)).format(folder=folder)
            tone = "good"
        else:
            words, tone = self.tr("They are written to {folder}").format(folder=folder), ""
        self.where.setText(words)
        set_tone(self.where, tone)
        self.refit()
