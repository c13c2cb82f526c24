"""What leaves the calendar: cancelled and missed appointments by reason, files for other programs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from models.access import Permission
from ui.bookings.files import FilesDialog
from ui.bookings.report import ReportDialog
from ui.shell.desk import Desk

Hidden = Callable[[], Sequence[tuple[str, str, Callable[[], object]]]]
"""What the toolbar has no room for now: words, the key, what it does."""


class Outside(QObject):
    """The menu behind the dots of the toolbar."""

    def __init__(self, desk: Desk, parent: QObject, hidden: Hidden) -> None:
        super().__init__(parent)
        self.desk = desk
        self._hidden = hidden
        self.report: ReportDialog | None = None
        self.files: FilesDialog | None = None

    def menu(self, button: QWidget) -> None:
        """Open the menu under its button."""
        menu = QMenu(button)
        for words, keys, do in self._hidden():
            menu.addAction(f"{words}\t{keys}", do)
        if menu.actions():
            menu.addSeparator()
        if self.desk.can(Permission.REQUESTS_EDIT):
            menu.addAction(self.tr("Requests by telephone and message"), self._requests)
        menu.addAction(self.tr("Cancelled and not come, by reason"), self.show_report)
        menu.addAction(self.tr("Calendar for other programs"), self.show_files)
        menu.addAction(
            self.tr("Bays, people, services, hours"),
            lambda: self.desk.open("centers", None, section="hours"),
        )
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _requests(self) -> None:
        self.desk.open("requests")

    def show_files(self) -> None:
        """Open what leaves as files."""
        self.files = FilesDialog(self.desk.front, self.desk)
        self.files.open()

    def show_report(self) -> None:
        """Open the report."""
        self.report = ReportDialog(self.desk.front, self.desk)
        self.report.open()
