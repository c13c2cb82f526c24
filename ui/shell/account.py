"""The three things people ask when something went wrong: what happened, what was kept, what to do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.buttons import label
from widgets.theme import theme


class Account(QWidget):
    """Three columns of a heading and a sentence each; an empty sentence leaves its column out."""

    def __init__(self, happened: str, kept: str, to_do: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(18))
        grid.setVerticalSpacing(look.px(2))
        column = 0
        for title, text in (
            (self.tr("What happened"), happened),
            (self.tr("What was kept"), kept),
            (self.tr("What to do"), to_do),
        ):
            if not text:
                continue
            words = label(text, "small", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(title, "strong"), 0, column)
            grid.addWidget(words, 1, column)
            grid.setColumnStretch(column, 1)
            column += 1
        self.setAccessibleName(" ".join(part for part in (happened, kept, to_do) if part))


class Sentences(QWidget):
    """A list of sentences, each behind an icon: what is missing, what is not right."""

    def __init__(
        self, sentences: list[str], icon: str, hue: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for sentence in sentences:
            row = QHBoxLayout()
            row.setSpacing(look.px(10))
            picture = QLabel()
            picture.setPixmap(look.pixmap(icon, f"status.{hue}.fg", 16))
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(sentence, wrap=True), 1)
            column.addLayout(row)
        self.setAccessibleName(" ".join(sentences))


def nothing_lost() -> str:
    """The sentence that most refusals share."""
    return QCoreApplication.translate(
        "Account", "Nothing was changed. What you typed is still here."
    )
