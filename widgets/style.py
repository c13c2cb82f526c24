"""Fusion with our focus ring: two pixels, one pixel away from the control, never hidden."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

_RING = 2
_GAP = 1
MARGIN = _RING + _GAP
"""How far the ring stands out of its control, in pixels."""
BARE = "bare"
"""The property of a control that is a word and nothing around it: the ring leaves its letters air at both sides."""
_AIR = 3


class RingStyle(QProxyStyle):
    """Fusion, but the focus frame lies over its control and stands out of it.

    For the ring alone: Qt asks the style of a window thousands of times for each page, and asking Python costs
    more than the answer is worth.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            held = widget.widget() if isinstance(widget, QFocusFrame) else None
            is_bare = held is not None and bool(held.property(BARE))
            sideways = metric is QStyle.PixelMetric.PM_FocusFrameHMargin
            return MARGIN + (_AIR if is_bare and sideways else 0)
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


def _ring_style() -> RingStyle:
    """The one that all rings share; it goes with the application."""
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("the application comes first")
    found = app.findChild(RingStyle, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        found = RingStyle()
        found.setParent(app)
    return found


class FocusRing(QFocusFrame):
    """The ring itself; follows its control when that moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyle(_ring_style())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        from widgets.theme import theme  # noqa: PLC0415 - the theme needs the style before it stands

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("focus.ring"), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = _RING / 2
        radius = theme().px(8)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )


class FocusFollower(QObject):
    """Puts the ring around the control that has the focus, where the control draws none itself."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._moved)

    def again(self) -> None:
        """Draw the ring anew, after the program was dressed otherwise."""
        self._moved(None, None)
        self._moved(None, QApplication.focusWidget())

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        ring = self._ring
        # it lives in a scroll area or a window, and goes with it
        if ring is not None and not isValid(ring):
            ring = self._ring = None
        if now is None or not wants_ring(now):
            if ring is not None:
                ring.setWidget(None)  # type: ignore[arg-type]  # the stubs forget that nothing is allowed
            return
        if ring is not None and ring.window() is not now.window():
            ring.setWidget(None)  # type: ignore[arg-type]  # as above
            ring.deleteLater()
            ring = None
        if ring is None:
            ring = self._ring = FocusRing(now.window())
        ring.setWidget(now)


def wants_ring(widget: QWidget) -> bool:
    """Whether the ring is drawn around: buttons; fields, tabs and tables draw their own."""
    return isinstance(widget, QAbstractButton) and not isinstance(widget, QAbstractItemView)
