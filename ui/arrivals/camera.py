"""A shot with the computer's camera, by a program of the system: nothing of it is part of the desk."""

import platform
import shutil
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, Signal


def camera_command(target: Path, devices: Path = Path("/dev")) -> list[str] | None:
    """The program and its words that put one shot into the file; None when there is none, or no camera."""
    system = platform.system()
    if system == "Linux":
        found = sorted(devices.glob("video*"))
        if not found:
            return None
        if program := shutil.which("fswebcam"):
            return [program, "-d", str(found[0]), "-r", "1920x1080", "--no-banner", str(target)]
        if program := shutil.which("ffmpeg"):
            return [
                program, "-y", "-f", "v4l2", "-i", str(found[0]), "-frames:v", "1", str(target),
            ]  # fmt: skip  # rows read better
        return None
    if system == "Darwin" and (program := shutil.which("imagesnap")):
        return [program, "-w", "1", str(target)]
    return None


class Camera(QObject):
    """``take`` makes a shot; ``taken`` brings the file, ``failed`` a sentence that says what to do."""

    taken = Signal(Path)
    failed = Signal(str)

    def __init__(self, parent: QObject, devices: Path = Path("/dev")) -> None:
        super().__init__(parent)
        self._devices = devices
        self._folder = QTemporaryDir()
        self._number = 0
        self._process: QProcess | None = None

    def take(self) -> None:
        """Begin a shot; a second press while one is made does nothing."""
        if self._process is not None:
            return
        self._number += 1
        target = Path(self._folder.path()) / f"camera-{self._number}.jpg"
        command = camera_command(target, self._devices)
        if command is None:
            self.failed.emit(
                self.tr(
                    "There is no camera at this computer, or no program that takes the shot. On Linux: sudo apt"
                    " install fswebcam; on a Mac: brew install imagesnap. A phone's folder and files work at once."
                )
            )
            return
        process = QProcess(self)
        self._process = process
        process.finished.connect(lambda: self._ended(target))
        process.errorOccurred.connect(lambda: self._ended(target))
        process.start(command[0], command[1:])

    def _ended(self, target: Path) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        if target.is_file() and target.stat().st_size:
            self.taken.emit(target)
        else:
            self.failed.emit(
                self.tr(
                    "The camera gave no picture: another program may hold it. Close it, or add a file."
                )
            )
