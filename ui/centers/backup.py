"""Settings: the backups of the shop, made, proved, and how to come back from one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from app.kernel import backup
from app.kernel.backup import BackupReport, Kept
from app.kernel.settings import settings
from models.access import Permission
from ui.centers.frame import Section
from ui.centers.setting_row import heading
from ui.shell.desk import Desk
from ui.shell.runner import Progress
from widgets.buttons import Button, label
from widgets.notice import Notice
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Mark

_MEGABYTE = 1024 * 1024
_OLD_DAYS = 7
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Lying:
    """A backup of the folder with its size in bytes."""

    kept: Kept
    size: int


def lying_in(folder: Path) -> tuple[Lying, ...]:
    """The backups of a folder, the newest first."""
    found = []
    for kept in reversed(backup.kept_in(folder)):
        try:
            found.append(Lying(kept, kept.path.stat().st_size))
        except FileNotFoundError:
            # another desk of the shop tidied up in this moment
            continue
    return tuple(found[:_SHOWN])


class BackupSection(Section):
    """The last backups; one is made or proved while others go on working."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        database = desk.shop.database
        url = str(database.path) if database.is_sqlite else str(database.url)
        self.folder = settings().backups_of(url)
        self._proved: dict[Path, Mark] = {}
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, look.px(16))
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), 0, look.px(16), 0)
        head.setSpacing(look.px(8))
        words = self.tr("one a day by itself, 30 days and a year of months")
        head.addWidget(heading(self.tr("Backups"), words), 1)
        self.prove = Button(self.tr("Prove it"), "shield-check")
        self.prove.setEnabled(False)
        self.prove.clicked.connect(self.prove_current)
        self.make = Button(self.tr("Back up now"), "hard-drive-download", kind="primary")
        self.make.setEnabled(desk.can(Permission.BACKUP))
        self.make.clicked.connect(self.make_one)
        head.addWidget(self.prove)
        head.addWidget(self.make)
        column.addLayout(head)
        place = QHBoxLayout()
        place.setContentsMargins(look.px(16), 0, look.px(16), 0)
        place.setSpacing(look.px(8))
        place.addWidget(label(self.tr("Folder"), "hint"))
        shown = label(str(self.folder), "code")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.addWidget(shown, 1)
        show = Button(self.tr("Open"), "folder-open", kind="quiet", small=True)
        show.clicked.connect(self._open_folder)
        copy = Button(self.tr("Copy path"), "copy", kind="quiet", small=True)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(self.folder)))
        place.addWidget(show)
        place.addWidget(copy)
        column.addLayout(place)
        self._old = Notice("wait", "hourglass", "")
        self._old.hide()
        warned = QVBoxLayout()
        warned.setContentsMargins(look.px(16), 0, look.px(16), 0)
        warned.addWidget(self._old)
        column.addLayout(warned)
        self.table = Table(self._columns(), key=lambda r: r.kept.path, name=self.tr("Backups"))
        self.table.previewed.connect(lambda row: self.prove.setEnabled(row is not None))
        self.table.opened.connect(lambda _row: self.prove_current())
        column.addWidget(self.table, 1)
        column.addLayout(self._restoring())

    def _restoring(self) -> QVBoxLayout:
        look = theme()
        column = QVBoxLayout()
        column.setContentsMargins(look.px(16), look.px(8), look.px(16), 0)
        column.setSpacing(look.px(4))
        column.addWidget(label(self.tr("To come back to a backup"), "strong"))
        sentence = self.tr(
            "Close the desk on every computer, then run this. What stands now is kept beside, "
            "so nothing is lost by trying."
        )
        column.addWidget(label(sentence, "hint", wrap=True))
        row = QHBoxLayout()
        self._command = label("", "code", wrap=True)
        self._command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = Button(
            self.tr("Copy"), "copy", kind="quiet", small=True, name=self.tr("Copy the command")
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._command.text()))
        row.addWidget(self._command, 1)
        row.addWidget(copy)
        column.addLayout(row)
        self._say_command(None)
        self.table.previewed.connect(self._say_command)
        return column

    def _say_command(self, row: Lying | None) -> None:
        name = f'"{row.kept.path}"' if row else self.tr("FILE")
        self._command.setText(f"carpass-desk restore {name}")

    def _columns(self) -> list[Column]:
        formats = self.desk.formats
        reasons = {"daily": self.tr("of the day"), "manual": self.tr("by hand")}

        def why(row: Lying) -> str:
            before = self.tr("before an update")
            return reasons.get(row.kept.reason) or (
                before if row.kept.reason.startswith("before-") else row.kept.reason
            )

        def size(row: Lying) -> str:
            number = row.size / _MEGABYTE
            return self.tr("{n} MB").format(n=formats.number(max(1, round(number))))

        return [
            Column("made", self.tr("Made"), lambda r: formats.moment(r.kept.made_at), width=170),
            Column("why", self.tr("Why"), why, width=140),
            Column("size", self.tr("Size"), size, width=90, align="right"),
            Column("state", self.tr("Proved"), self._state, width=150),
            Column(
                "file",
                self.tr("File"),
                lambda r: r.kept.path.name,
                width=240,
                stretch=1,
                kind="code",
            ),
        ]

    def _state(self, row: Lying) -> Mark | None:
        return self._proved.get(row.kept.path)

    @override
    def load(self) -> None:
        folder = self.folder
        self.desk.runner.read(self, lambda: lying_in(folder), self._show, self.desk.problem, "kept")

    def _show(self, rows: Sequence[Lying]) -> None:
        if not rows:
            self.table.show_empty(
                "hard-drive", self.tr("There is no backup yet."), self.tr("Make the first one now.")
            )
            self._warn(self.tr("This shop has no backup: a broken disk would take everything."))
            return
        self.table.set_rows(rows)
        days = (self.desk.now() - rows[0].kept.made_at).days
        text = self.tr("The newest backup is %n days old.", "", days)
        self._warn(text if days > _OLD_DAYS else "")

    def _warn(self, text: str) -> None:
        self._old.set_text(text)
        self._old.setVisible(bool(text))

    def make_one(self) -> None:
        """Make a backup now."""
        shop, folder = self.desk.shop, self.folder
        self.make.setEnabled(False)

        def do(progress: Progress) -> BackupReport:
            progress.step(0, 0, self.tr("Making a backup"))
            return backup.make_backup(shop, folder)

        def done(made: BackupReport) -> None:
            self.make.setEnabled(True)
            self._proved[made.path] = self._good(made)
            self.desk.toast(self.tr("The backup lies in the folder"))
            self.load()

        self.desk.work(self, self.tr("Making a backup"), do, done, failed=self._not_made)

    def _not_made(self, error: Exception) -> None:
        self.make.setEnabled(True)
        self.desk.problem(error)

    def prove_current(self) -> None:
        """Read the chosen backup through and say whether it is whole."""
        row = self.table.current()
        if row is None:
            return
        path = row.kept.path

        def do(progress: Progress) -> BackupReport:
            progress.step(0, 0, self.tr("Proving {name}").format(name=path.name))
            return backup.verify_backup(path)

        def done(proved: BackupReport) -> None:
            self._proved[path] = self._good(proved)
            self.table.refresh()
            self.desk.toast(self.tr("The backup is whole and can be restored"))

        def bad(error: Exception) -> None:
            self._proved[path] = Mark(self.tr("not usable"), "circle-x", "bad")
            self.table.refresh()
            self.desk.problem(error)

        self.desk.work(self, self.tr("Proving a backup"), do, done, failed=bad)

    def _good(self, report: BackupReport) -> Mark:
        rows = self.desk.formats.number(report.manifest.rows)
        return Mark(self.tr("whole, {rows} rows").format(rows=rows), "circle-check", "good")

    def _open_folder(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
