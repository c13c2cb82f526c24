"""The status line of the sign-in screen: where this is, and the keys."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from widgets.buttons import KeyHint, label
from widgets.theme import theme


class SignInFoot(QWidget):
    """Facts at the left, keys at the right; ``people`` is how many can be chosen by a digit."""

    def __init__(self, workstation: str, place: str, people: int) -> None:
        super().__init__()
        look = theme()
        self.setFixedHeight(look.height("status_bar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), 0, look.px(14), 0)
        row.setSpacing(look.px(6))
        facts = (
            ("cloud-off", self.tr("Works without a network")),
            ("monitor", workstation),
            ("database", place),
        )
        for icon, words in facts:
            picture = QLabel()
            picture.setPixmap(look.pixmap(icon, "text.muted", 14))
            row.addWidget(picture)
            row.addWidget(label(words, "hint"))
            row.addSpacing(look.px(14))
        row.addStretch(1)
        row.addWidget(KeyHint(f"Alt 1–{people}" if people > 1 else "Alt 1", self.tr("person")))
        row.addSpacing(look.px(8))
        row.addWidget(KeyHint("0–9", self.tr("PIN")))
