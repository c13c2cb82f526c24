"""A folder where a phone or a camera puts photos: what is new there is offered."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.shell.desk import Desk

ENDS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff", ".mp4", ".mov"})
_CALM_MS = 700


class Inbox(QObject):
    """Watches one folder of this workstation. ``offered`` brings what came since, once it has been written whole."""

    offered = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asker = parent
        self._known: dict[Path, int] = {}
        self._new: list[Path] = []
        self._sizes: dict[Path, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._stirred)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._look)
        if self.folder is not None:
            self._begin(self.folder)

    def _setting(self) -> str:
        return f"photos.folder.{self._desk.shop.workstation}"

    @property
    def folder(self) -> Path | None:
        """The folder that is watched at this workstation."""
        kept = self._desk.saved(self._setting(), "")
        return Path(kept) if kept else None

    def choose(self) -> None:
        """Ask which folder."""
        dialog = QFileDialog(self._asker, self.tr("Folder where a phone puts photos"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.watch(Path(path)))
        dialog.open()

    def watch(self, folder: Path) -> None:
        """Watch this folder from now on; what lies there already is not offered."""
        self._desk.save(self._setting(), str(folder))
        self._begin(folder)

    def forget(self) -> None:
        """Watch nothing any more."""
        self._desk.save(self._setting(), "")
        self._stop()

    def _stop(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _begin(self, folder: Path) -> None:
        self._stop()
        if folder.is_dir():
            self._known = self._there(folder)
            self._watcher.addPath(str(folder))

    @staticmethod
    def _there(folder: Path) -> dict[Path, int]:
        found = {}
        for path in folder.iterdir():
            if path.suffix.lower() in ENDS and not path.name.startswith("."):
                try:
                    found[path] = path.stat().st_size
                except FileNotFoundError:
                    # a phone that renames while it writes
                    continue
        return found

    def _stirred(self, _folder: str) -> None:
        self._calm.start()

    def _look(self) -> None:
        folder = self.folder
        if folder is None or not folder.is_dir():
            return
        now = self._there(folder)
        fresh = {path: size for path, size in now.items() if path not in self._known}
        if fresh and fresh != self._sizes:
            # still being written: look again when its size stays
            self._sizes = fresh
            self._calm.start()
            return
        self._sizes = {}
        if fresh:
            self._known |= fresh
            self._new += sorted(fresh)
            self.offered.emit(list(self._new))

    def take(self) -> Sequence[Path]:
        """What was offered, once."""
        taken, self._new = self._new, []
        return taken
