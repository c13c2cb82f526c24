"""Before a picture is there: what it will show, and the ways to give it; or what has to be installed first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.recognition import Lacking
from models.recognition import Document
from ui.recognition.words import TITLES
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.empty import EmptyState
from widgets.segments import Segments
from widgets.theme import theme


class Start(QWidget):
    """``file_asked`` when a person wants to choose a file."""

    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(16), look.px(24), look.px(16), look.px(16))
        self.kinds = Segments(
            [(each, said(words)) for each, words in TITLES.items()], name=self.tr("What it shows")
        )
        box.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignHCenter)
        choose = Button(self.tr("Choose a file…"), "folder-open", kind="primary", keys="Ctrl+O")
        choose.clicked.connect(self.file_asked)
        self.empty = EmptyState(
            "scan-text",
            self.tr("Drop a photo here, paste it with Ctrl+V, or choose a file"),
            self.tr(
                "Nothing is written before you accept it: every field shows where it stands on the picture and how"
                " sure the reading is."
            ),
            choose,
        )
        box.addWidget(self.empty, 1)
        self._lacking = QWidget()
        row = QVBoxLayout(self._lacking)
        self._why = label("", "base", tone="wait", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._why)
        line = QHBoxLayout()
        line.addStretch(1)
        self.command = label("", "code")
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(self.command)
        copy = Button(self.tr("Copy"), "copy", small=True)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.command.text()))
        line.addWidget(copy)
        line.addStretch(1)
        row.addLayout(line)
        box.addWidget(self._lacking)
        self.show_lacking(None)

    @property
    def document(self) -> Document:
        """What the picture will show."""
        return Document(self.kinds.value())

    def choose(self, document: Document) -> None:
        """Expect such a picture."""
        self.kinds.set_value(document)

    def show_lacking(self, missing: Lacking | None) -> None:
        """Say what has to be installed; everything else goes on working."""
        self._lacking.setVisible(missing is not None)
        if missing is not None:
            self._why.setText(
                self.tr(
                    "Photos cannot be read on this computer yet. This command installs what is missing:"
                )
            )
            self.command.setText(missing.command)
