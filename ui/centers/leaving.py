"""Leaving a form with something unsaved: save it, keep it as a draft, or give it up."""

from PySide6.QtWidgets import QWidget

from widgets.buttons import Button, label
from widgets.dialog import Dialog


class LeaveDialog(Dialog):
    """``finished`` says save, safe (kept as a draft), "give up", or cancel (stay)."""

    def __init__(self, parent: QWidget, section: str) -> None:
        super().__init__(parent, "")
        self.set_title(self.tr("“{section}” is not saved yet").format(section=section))
        words = self.tr("What you typed is kept as a draft and offered here again, even tomorrow.")
        self.body.addWidget(label(words, "secondary", wrap=True))
        forget = Button(self.tr("Give up"), kind="quiet")
        forget.clicked.connect(lambda: self.finish("give up"))
        self.add_left(forget)
        self.keep = self.add_button(Button(self.tr("Keep the draft")), "safe")
        self.save = self.add_button(Button(self.tr("Save"), kind="primary", keys="Ctrl+S"))
        self.save.clicked.connect(lambda: self.finish("save"))
        self.set_first_focus(self.keep)
