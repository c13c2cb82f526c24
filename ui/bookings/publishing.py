"""Keeps the folder of calendars for telephones up to date: after each change, each hour, off the drawing thread."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSysInfo, QTimer, Signal

from app.kernel.errors import UserError
from app.kernel.tx import Changes, Read
from models.access import Permission
from ui.shell.desk import Desk

_PAUSE_MS = 2_000
_HOUR_MS = 3_600_000
_TABLES = frozenset(
    {
        "appointment",
        "appointment_service",
        "busy_span",
        "bay",
        "employee",
        "vehicle",
        "service_type",
    }
)


def setting_name() -> str:
    """Where the folder is remembered: a folder is one of this computer, another has its own."""
    return f"calendar.folder.{QSysInfo.machineHostName()}"


class Publisher(QObject):
    """``told`` comes after each attempt: what went wrong, or None. Without a chosen folder nothing is written."""

    told = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._failed = False
        self.files: tuple[Path, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.publish)
        # days go by without any change: the ninety days ahead move on
        self._hour = QTimer(self)
        self._hour.setInterval(_HOUR_MS)
        self._hour.timeout.connect(self.publish)
        self._hour.start()
        desk.changed.connect(self._heard)
        if self.folder is not None:
            self._pause.start()

    @property
    def folder(self) -> Path | None:
        """Where the calendars lie."""
        chosen = str(self._desk.saved(setting_name(), ""))
        return Path(chosen) if chosen and self._desk.can(Permission.BOOKINGS_VIEW) else None

    def choose(self, folder: Path | None) -> None:
        """Write there from now on; None: nowhere, the files stay as they are."""
        self._desk.save(setting_name(), str(folder) if folder else "")
        self._failed = False
        self.files = ()
        if folder is None:
            self.told.emit(None)
        else:
            self.publish()

    def _heard(self, changes: Changes[Any]) -> None:
        touched = changes.touched.keys()
        if self.folder is not None and (_TABLES & touched or "*" in touched):
            self._pause.start()

    def publish(self) -> None:
        """Bring the files up to date now."""
        folder, now = self.folder, self._desk.now()
        if folder is None:
            return

        def ask(read: Read) -> tuple[Path, ...]:
            from app.bookings import publish_calendars  # noqa: PLC0415 - a window opens without it

            return publish_calendars(read, folder, now=now)

        self._desk.read(self, ask, self._done, failed=self._wrong, lane="publish")

    def _done(self, files: tuple[Path, ...]) -> None:
        self.files, self._failed = files, False
        self.told.emit(None)

    def _wrong(self, error: Exception) -> None:
        # said once: the same full disk is not told after every booking
        if not self._failed or not isinstance(error, UserError):
            self._desk.problem(error)
        self._failed = True
        self.told.emit(error)


def publisher_of(desk: Desk) -> Publisher:
    """The one of this desk; made with its window."""
    found = desk.findChild(Publisher)
    return found if found is not None else Publisher(desk, desk)
