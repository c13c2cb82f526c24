"""Pictures of windows, numbered, into one folder."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget


@dataclass(slots=True)
class Camera:
    """Takes pictures into ``folder``; ``look`` is written into their names (``1366-light-ru``)."""

    folder: Path
    look: str = ""
    taken: list[str] = field(default_factory=list)

    def take(self, widget: QWidget, name: str) -> Path:
        """Keep a picture of the widget as it is now; returns where it lies."""
        QApplication.processEvents()
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / (f"{name}-{self.look}.png" if self.look else f"{name}.png")
        if not widget.grab().save(str(path)):
            raise OSError(f"the picture {path.name} could not be written")
        self.taken.append(path.name)
        return path
