"""What every section of the settings is made of: its form, its sample, and the bar that saves or gives up."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.centers import CenterRow
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label, set_tone
from widgets.theme import theme

_COLUMN = 640
_SAMPLE = 428
_SIDE_FROM = 1000


class Section(QWidget):
    """One section of the settings. A section without a form is never unsaved."""

    edited = Signal()
    """What is typed changed, or was saved or given up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def scrolling(self, width: int = 760) -> QVBoxLayout:
        """A column of at most that width that scrolls where the window is too low for it."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setMaximumWidth(theme().px(width))
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        return QVBoxLayout(content)

    def load(self) -> None:
        """Read what is shown; what is typed and not saved stays. Nothing to read by itself."""

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return False

    def draft(self) -> Mapping[str, Any]:
        """What is typed, as JSON-able values."""
        return {}

    def take(self, draft: Mapping[str, Any]) -> None:
        """Put a kept draft back into the form; nothing where there is no form."""

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save what is typed, then go on."""
        if then is not None:
            then()

    def discard(self) -> None:
        """Give up what is typed; nothing where there is no form."""

    def search(self, words: str) -> bool:
        """Show where the words stand; False when they do not."""
        found = (each for each in self.findChildren(QLabel) if words in each.text().casefold())
        return next(found, None) is not None


class SaveBar(QFrame):
    """The foot of a form: what is not saved, give it up, save it. It is always there, so nothing moves."""

    def __init__(self, section: "FormSection") -> None:
        super().__init__()
        look = theme()
        self.setProperty("surface", "sunken")
        self.setFixedHeight(look.px(56))
        self._words = label("", "small")
        self._discard = Button(self.tr("Give up"), kind="quiet")
        self._save = Button(self.tr("Save"), kind="primary", keys="Ctrl+S")
        self._discard.clicked.connect(section.discard)
        self._section = section
        self._save.clicked.connect(self._press)
        # the buttons stand under the form's right edge, however wide the window is
        holder = QWidget()
        holder.setMaximumWidth(look.px(_COLUMN + 48))
        row = QHBoxLayout(holder)
        row.setContentsMargins(look.px(24), 0, look.px(24), 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._discard)
        row.addWidget(self._save)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder, 1)
        outer.addStretch(0)
        self.show_state(dirty=False, can=True)

    def _press(self) -> None:
        self._section.save()

    def show_state(self, *, dirty: bool, can: bool) -> None:
        """Say whether something is unsaved, and whether this person may save at all."""
        self._save.setEnabled(dirty and can)
        self._discard.setEnabled(dirty)
        if not can:
            text = self.tr("Your role may look at this, not change it")
        elif dirty:
            text = self.tr("Not saved yet, kept as a draft")
        else:
            text = self.tr("Everything is saved")
        self._words.setText(text)
        set_tone(self._words, "wait" if dirty and can else "muted")


class FormSection(Section):
    """A section with a form: the column in the middle, the sample at the right where it helps, the bar below."""

    def __init__(self, desk: Desk, *, can: bool, sample: QWidget | None = None) -> None:
        super().__init__(desk)
        look = theme()
        self.can_save = can
        self._filling = False
        self._dirty = False
        self._sample: QWidget | None = None
        content = QWidget()
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(24))
        self.column.setSpacing(0)
        content.setMaximumWidth(look.px(_COLUMN + 48))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self.bar = SaveBar(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._scroll, 1)
        left.addWidget(hairline())
        left.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 3)
        self._line = hairline(vertical=True)
        row.addWidget(self._line)
        self._sides = row
        self._line.hide()
        if sample is not None:
            self.set_sample(sample)
        self.bar.show_state(dirty=False, can=can)

    def set_sample(self, sample: QWidget) -> None:
        """Put a sample at the right; it hides where there is no room."""
        sample.setMinimumWidth(theme().px(_SAMPLE))
        self._sample = sample
        self._sides.addWidget(sample, 2)

    # the life of what is typed

    @property
    @override
    def is_dirty(self) -> bool:
        return self._dirty

    def fill(self, center: CenterRow) -> None:
        """Show the saved values in the controls; nothing by itself."""

    def command(self) -> tuple[Callable[..., Any], object] | None:
        """The verb and its command for what is typed now; None when a field shows why there is none."""
        raise AssertionError("a form section says what saving means")

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show what is wrong under the fields that it is about; nothing by itself."""

    def refresh(self) -> None:
        """Show what follows from what is typed: samples, next numbers, problems; nothing by itself."""

    @override
    def load(self) -> None:
        if self._dirty:
            self.refresh()
            return
        self._filling = True
        self.fill(self.desk.center)
        self._filling = False
        self._set_dirty(dirty=False)
        self.refresh()

    def touched(self) -> None:
        """A control says that a person changed it."""
        if self._filling:
            return
        self._set_dirty(dirty=True)
        self.refresh()
        self.edited.emit()

    def _set_dirty(self, *, dirty: bool) -> None:
        self._dirty = dirty
        self.bar.show_state(dirty=dirty, can=self.can_save)

    @override
    def take(self, draft: Mapping[str, Any]) -> None:
        self._filling = True
        self.fill(self.desk.center)
        self.put(draft)
        self._filling = False
        self._set_dirty(dirty=True)
        self.refresh()

    def put(self, draft: Mapping[str, Any]) -> None:
        """Put a draft's values into the controls; nothing by itself."""

    @override
    def discard(self) -> None:
        self._dirty = False
        self.load()
        self.show_problems({})
        self.edited.emit()

    @override
    def save(self, then: Callable[[], object] | None = None) -> None:
        made = self.command()
        if made is None:
            return
        verb, command = made

        def saved(_changes: Changes[Any]) -> None:
            self.desk.renew()
            self._dirty = False
            self.show_problems({})
            self.load()
            self.edited.emit()
            self.desk.toast(self.tr("Saved"))
            if then is not None:
                then()

        self.desk.act(self, verb, command, saved, failed=self._say)

    def _say(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        self.show_problems({name: said(text) for name, text in error.problems.items()})
        return True

    @override
    def search(self, words: str) -> bool:
        for each in self.findChildren(QLabel):
            if words in each.text().casefold() and self._scroll.isAncestorOf(each):
                self._scroll.ensureWidgetVisible(each)
                return True
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sample is not None:
            wide = self.width() >= theme().px(_SIDE_FROM)
            self._sample.setVisible(wide)
            self._line.setVisible(wide)
