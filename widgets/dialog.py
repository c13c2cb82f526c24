"""Dialogs: a frame over a flat scrim in the window itself, never a window of its own.

The title says the outcome. Tab stays inside, Esc closes, keys of the page below sleep, and the focus goes
back to where it was.
"""

from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import Button, label
from widgets.theme import theme

_SHADOW = 20
_EDGE = 24
_TOP = 84
_RADIUS = 8
_CLOSING_ROLES = frozenset({"cancel", "safe"})


class _Scrim(QWidget):
    """The shade over the window; takes clicks so that nothing below gets them, and carries the dialog's shadow."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        for child in self.children():
            if isinstance(child, Dialog):
                child.place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        dark = theme().mode == "dark"
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 140) if dark else QColor(17, 20, 26, 107))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 13 if dark else 5))
        for child in self.children():
            if isinstance(child, Dialog) and child.isVisible():
                for step in range(0, _SHADOW, 2):
                    spread = QRectF(child.geometry()).adjusted(-step, 6 - step, step, 6 + step)
                    painter.drawRoundedRect(spread, _RADIUS + step, _RADIUS + step)


class _Body(QScrollArea):
    """The dialog's middle: as tall as its content, scrolling only where the window is too low for it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turns it on

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A scroll area keeps to itself that its content wants another height: the dialog grows and shrinks with it.
        if event.type() == QEvent.Type.LayoutRequest and watched is self.content:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def wanted_height(self, width: int) -> int:
        """How tall the content is when it is ``width`` wide."""
        content = self.content
        inside = content.layout()
        if inside is not None and inside.hasHeightForWidth():
            return max(inside.totalHeightForWidth(width), content.minimumSizeHint().height())
        return content.sizeHint().height()

    @override
    def sizeHint(self) -> QSize:
        return self.content.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Dialog(QFrame):
    """A question or a form over the page. Build it, ``open()`` it, listen to ``finished``.

    ``finished`` carries what ended it: ``"cancel"`` for Esc, the cross and a cancel button, ``"safe"`` for a safe
    button, else what ``finish()`` was given. Buttons with the roles ``primary`` and ``danger`` do not close by
    themselves: their work may fail.
    """

    finished = Signal(str)

    def __init__(self, parent: QWidget, title: str, width: int = 480) -> None:
        super().__init__(parent)
        self.hide()
        self.setAccessibleName(title)
        self._asker = parent
        self._width = width
        self._scrim: _Scrim | None = None
        self._before: QWidget | None = None
        self._first: QWidget | None = None
        self._buttons: list[tuple[str, Button]] = []
        self._over = False

        self._title = label(title, "title")
        self._title.setWordWrap(True)
        self._sub = label("", "secondary")
        self._sub.setWordWrap(True)
        self._sub.hide()
        self._cross = Button(icon="x", kind="quiet", name=self.tr("Close"))
        self._cross.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._cross.clicked.connect(self.cancel)

        pad = theme().px(24)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(pad, theme().px(18), theme().px(16), theme().px(12))
        head.setSpacing(theme().px(8))
        words = QVBoxLayout()
        words.setSpacing(theme().px(5))
        words.addWidget(self._title)
        words.addWidget(self._sub)
        head.addLayout(words, 1)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)

        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(pad, 0, pad, theme().px(18))
        self.body.setSpacing(theme().px(8))
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._middle = _Body(content)

        self._hint = label("", "hint")
        self._hint.setWordWrap(True)
        self._foot = QWidget()
        self._row = QHBoxLayout(self._foot)
        self._row.setContentsMargins(pad, theme().px(14), pad, theme().px(14))
        self._row.setSpacing(theme().px(8))
        self._row.addWidget(self._hint, 1)
        self._foot.hide()

        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self._middle, 1)
        page.addWidget(self._foot)

    # building
    def set_title(self, text: str) -> None:
        """The outcome, in a few words."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_sub(self, text: str) -> None:
        """One line under the title: which record, what stays as it was."""
        self._sub.setText(text)
        self._sub.setVisible(bool(text))

    def head_row(self, widget: QWidget) -> None:
        """Put a widget under the title instead of a line of text."""
        pad = theme().px(24)
        box = QHBoxLayout()
        box.setContentsMargins(pad, 0, pad, theme().px(12))
        box.addWidget(widget)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(1, box)

    def set_hint(self, text: str) -> None:
        """Muted words at the left of the buttons."""
        self._hint.setText(text)
        self._foot.show()

    def flush(self) -> None:
        """Let the body's rows run from edge to edge."""
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)

    def add_button(self, button: Button, role: str = "primary") -> Button:
        """Add at the right of the footer; role is safe, primary, danger or cancel."""
        self._buttons.append((role, button))
        self._row.addWidget(button)
        self._foot.show()
        if role in _CLOSING_ROLES:
            button.clicked.connect(lambda: self.finish(role))
        return button

    def add_cancel(self) -> Button:
        """The button that closes and changes nothing."""
        return self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")

    def add_left(self, widget: QWidget) -> None:
        """Put a widget at the left edge of the footer."""
        self._row.insertWidget(self._row.indexOf(self._hint), widget)
        self._foot.show()

    def set_first_focus(self, widget: QWidget) -> None:
        """Where the focus starts, if not on the first remedy or field."""
        self._first = widget

    # life
    def open(self) -> None:
        """Show over the window of the asker; returns at once."""
        window = self._asker.window()
        self._before = QApplication.focusWidget()
        self._scrim = _Scrim(window)
        self.setParent(self._scrim)
        self.place()
        self._scrim.show()
        self._scrim.raise_()
        self.show()
        self.place()
        self._start().setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._hold_focus)

    def finish(self, result: str = "done") -> None:
        """Close, give the focus back, and tell ``result``."""
        if self._over:
            return
        self._over = True
        application = QApplication.instance()
        if self._scrim is not None and isinstance(application, QApplication):
            application.focusChanged.disconnect(self._hold_focus)
        scrim, self._scrim = self._scrim, None
        self.hide()
        if scrim is not None:
            scrim.hide()
        back = self._before
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        elif shiboken6.isValid(self._asker):
            self._asker.setFocus(Qt.FocusReason.PopupFocusReason)
        self.finished.emit(result)
        (scrim or self).deleteLater()

    def cancel(self) -> None:
        """Close and change nothing."""
        self.finish("cancel")

    def refit(self) -> None:
        """Take the height of the content again, after rows came or went."""
        self.place()

    def place(self) -> None:
        """Centre in the window: near its top, never higher than it."""
        scrim = self._scrim
        if scrim is None:
            return
        width = min(theme().px(self._width), scrim.width() - 2 * _EDGE)
        before = self.geometry()
        self.setFixedWidth(width)
        inner = width - 2
        layout = self.layout()
        if layout is not None:
            layout.activate()
        tall = 2 + self._middle.wanted_height(inner)
        for part in (self._head, self._foot):
            if not part.isHidden():
                box = part.layout()
                assert box is not None  # noqa: S101  # both are made above with one
                own = part.sizeHint().height()
                tall += box.totalHeightForWidth(inner) if box.hasHeightForWidth() else own
        if isinstance(layout, QVBoxLayout):
            for place in range(layout.count()):
                row = layout.itemAt(place)
                if row is not None and row.layout() is not None:
                    tall += row.sizeHint().height()
        height = min(tall, scrim.height() - 2 * _EDGE)
        self.setFixedHeight(height)
        top = min(theme().px(_TOP), (scrim.height() - height) // 2)
        self.move(QPoint((scrim.width() - width) // 2, max(_EDGE, top)))
        if self.geometry() != before:
            scrim.update()  # the shadow lies around it, and the page below is painted with it

    # focus
    def _start(self) -> QWidget:
        """The first remedy or field of the body, else the safe button, else whatever can hold the focus."""
        if self._first is not None and self._first.isEnabled():
            return self._first
        for widget in self._stops():
            if self._middle.content.isAncestorOf(widget):
                return widget
        for wanted in ("safe", "cancel", "primary"):
            for role, button in self._buttons:
                if role == wanted and button.isEnabled():
                    return button
        return self._cross

    def _stops(self) -> Iterator[QWidget]:
        """Everything Tab may stop at, in order."""
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if (
                policy
                and self.isAncestorOf(widget)
                and widget.isVisibleTo(self)
                and widget.isEnabled()
                and widget.focusProxy() is None
            ):
                yield widget
            widget = widget.nextInFocusChain()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = list(self._stops())
        if not stops:
            return True
        held = QApplication.focusWidget()
        at = stops.index(held) if held in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _hold_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A page that refreshes below must not take the focus away."""
        scrim = self._scrim
        if new is None or scrim is None or new.window() is not self.window():
            return
        if not self.isAncestorOf(new) and self._lies_below(new, scrim):
            self._start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lies_below(self, widget: QWidget, scrim: QWidget) -> bool:
        """Whether a widget of the window is under this dialog's scrim; another dialog, or the lock, lies over it."""
        window = self.window()
        top: QWidget | None = widget
        while top is not None and top.parentWidget() is not window:
            top = top.parentWidget()
        order = window.children()  # from the bottom to the top
        return top is None or order.index(top) < order.index(scrim)

    # keys
    @override
    def event(self, event: QEvent) -> bool:
        # Accepted here, a key never reaches the shortcuts of the page below: it comes back as a plain key press.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            done = super().event(event)
            self.place()
            return done
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        held = QApplication.focusWidget()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if (
            not self._own_shortcut(QKeySequence(event.keyCombination()))
            and enter
            and isinstance(held, QAbstractButton)
        ):
            held.click()
        event.accept()

    def _own_shortcut(self, pressed: QKeySequence) -> bool:
        """Run the dialog's own shortcut for these keys; whether there was one."""
        held = QApplication.focusWidget()
        for shortcut in self.findChildren(QShortcut):
            owner = shortcut.parent()
            if (
                shortcut.isEnabled()
                and _same(shortcut.key(), pressed)
                and isinstance(owner, QWidget)
                and _reaches(shortcut.context(), owner, held)
            ):
                shortcut.activated.emit()
                return True
        for act in self.findChildren(QAction):
            if act.isEnabled() and any(_same(keys, pressed) for keys in act.shortcuts()):
                act.trigger()
                return True
        for button in self.findChildren(QAbstractButton):
            if button.isEnabled() and button.isVisible() and _same(button.shortcut(), pressed):
                button.animateClick()
                return True
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(shape, theme().colour("surface.raised"))
        if not self._foot.isHidden():
            painter.setClipPath(shape)
            foot: QRect = self._foot.geometry()
            painter.fillRect(foot.adjusted(-1, 0, 1, 1), theme().colour("surface.sunken"))
            painter.fillRect(0, foot.top(), self.width(), 1, theme().colour("line.hairline"))
            painter.setClipping(False)
        painter.setPen(theme().colour("line.divider"))
        painter.drawPath(shape)


def _same(keys: QKeySequence, pressed: QKeySequence) -> bool:
    return not keys.isEmpty() and keys.matches(pressed) == QKeySequence.SequenceMatch.ExactMatch


def _reaches(context: Qt.ShortcutContext, owner: QWidget, held: QWidget | None) -> bool:
    """Whether a shortcut of ``owner`` works while ``held`` has the focus."""
    if not owner.isVisible() or not owner.isEnabled():
        return False
    if context == Qt.ShortcutContext.WidgetShortcut:
        return owner is held
    if context == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return held is not None and (owner is held or owner.isAncestorOf(held))
    return True


def ask(
    parent: QWidget,
    title: str,
    sentence: str,
    yes_text: str,
    then: Callable[[], object],
    *,
    danger: bool = False,
) -> Dialog:
    """Ask before doing: ``then`` runs when the answer is yes; the focus starts on the safe button."""
    dialog = Dialog(parent, title)
    words = QLabel(sentence)
    words.setWordWrap(True)
    dialog.body.addWidget(words)
    dialog.add_cancel()
    yes = Button(yes_text, kind="danger" if danger else "primary")
    dialog.add_button(yes, "danger" if danger else "primary")

    def agreed() -> None:
        dialog.finish("yes")
        then()

    yes.clicked.connect(agreed)
    dialog.open()
    return dialog
