"""What the steps of the first run have in common."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.errors import Sentence
from ui.shell.first_plan import Plan
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.theme import theme


class Step(QWidget):
    """A step reads the plan when it is shown and writes into it with each change."""

    changed = Signal()
    title = ""
    lead = ""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        super().__init__()
        self.plan = plan
        self.formats = formats
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(10))

    def enter(self) -> None:
        """Show the plan as it is now; what was wrong before is forgotten."""
        self.show_problems({})

    def show_problems(self, problems: Mapping[str, Sentence]) -> None:
        """Say what is wrong: aloud for the whole step; steps with fields say it under each of them too."""
        self.setAccessibleDescription(" ".join(said(text) for text in problems.values()))

    def summary(self) -> str:
        """What was answered, for the list of steps."""
        return ""
