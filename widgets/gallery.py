"""The gallery: every control of the desk in all its states on one page, to be looked at in each theme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.badge import BadgeLabel, FigureLabel, PlateLabel
from widgets.buttons import Button, label
from widgets.cells import Badge, Figure, PlateText
from widgets.controls import Check, Choice, TextEdit
from widgets.empty import EmptyState
from widgets.fields import Field
from widgets.gallery_arrivals import arrival_sections
from widgets.gallery_board import board_sections
from widgets.gallery_lists import list_sections
from widgets.gallery_rows import sample_rows
from widgets.notice import Notice
from widgets.progress import ProgressStrip
from widgets.style import FocusRing
from widgets.theme import theme
from widgets.toast import ToastLine
from widgets.tokens import tokens

_STATES = ("rest", "hover", "focus", "pressed", "disabled")
_BUTTONS = (("Issue", "primary"), ("Hold", "secondary"), ("Print", "quiet"), ("Void", "danger"))
_SURFACES = ("window", "page", "sunken", "hover", "pressed", "selected")
_LEFT, _MIDDLE = 452, 402


def gallery() -> QWidget:
    """One page with everything; give it a size and show it."""
    return Gallery()


class Gallery(QWidget):
    """Three columns of small controls, then the lists, tables and charts at full width."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setWindowTitle("CarPass Desk: gallery")
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rings: list[FocusRing] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("Gallery")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._content = QWidget()
        self._content.setProperty("surface", "page")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(24))
        column.setSpacing(look.px(18))
        columns = QHBoxLayout()
        columns.setSpacing(look.px(36))
        for width, sections in (
            (_LEFT, (_buttons(), _fields(), _rows())),
            (_MIDDLE, (_order_states(), _notices(), _work())),
            (0, (_menus(), _empty(), _values(), _surfaces())),
        ):
            box = QWidget()
            if width:
                box.setFixedWidth(look.px(width))
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(look.px(18))
            for part in sections:
                inner.addWidget(part)
            inner.addStretch(1)
            columns.addWidget(box, 0 if width else 1)
        column.addLayout(columns)
        for name, part in (*list_sections(), *board_sections(), *arrival_sections()):
            column.addWidget(section(name, part))
        column.addStretch(1)
        self._scroll.setWidget(self._content)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll.setFocus()
        if not self._rings:
            for button in self.findChildren(Button):
                if button.property("sample") == "focus":
                    ring = FocusRing(self._content)
                    ring.setWidget(button)
                    self._rings.append(ring)


def section(title: str, content: QWidget | QLayout) -> QWidget:
    """A part of the gallery under its name."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(6))
    column.addWidget(label(title, "strong"))
    if isinstance(content, QLayout):
        column.addLayout(content)
    else:
        column.addWidget(content)
    return box


def _buttons() -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(10))
    grid.setVerticalSpacing(theme().px(8))
    for across, state in enumerate(_STATES):
        grid.addWidget(label(state, "caption"), 0, across)
        for down, (words, kind) in enumerate(_BUTTONS, start=1):
            button = Button(words, kind=kind, name=f"{words}, {state}")
            button.setFixedWidth(theme().px(82))
            _put_into(button, state)
            grid.addWidget(button, down, across)
    return section("Buttons", grid)


def _put_into(button: Button, state: str) -> None:
    """Freeze a button in a state that otherwise only the pointer or the keyboard gives."""
    if state == "hover":
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    elif state == "pressed":
        button.setDown(True)
    elif state == "disabled":
        button.setEnabled(False)
        button.setToolTip("A manager may do this.")
    button.setProperty("sample", state)


def _fields() -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(10))
    grid.setVerticalSpacing(theme().px(8))
    phone = _text("+7 916 204-18-73")
    customer = TextEdit(placeholder="Name, phone or company")
    vin = _text("XW8AN4NE3KH012845", codes=True)
    odometer = _text("48,210", suffix="km")
    bay: Choice = Choice()
    bay.set_choices([("2", "Bay 2, lift"), ("3", "Bay 3, pit")])
    bay.set_value("2")
    off = _text("needs a manager")
    off.setEnabled(False)
    fields = [
        Field("Phone", phone),
        Field("Customer", customer),
        Field("Plate", _text("А123ВС 777")),
        Field("VIN, warning", vin),
        Field("Odometer, error", odometer),
        Field("Bay", bay),
        Field("Promised", _text("today, 17:30")),
        Field("Discount, disabled", off),
    ]
    fields[3].set_warning("Check digit differs. Saved anyway.")
    fields[4].set_error("Last known is 54,821 km.")
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2)
    column = QVBoxLayout()
    column.setSpacing(theme().px(12))
    column.addLayout(grid)
    row = QHBoxLayout()
    row.setSpacing(theme().px(18))
    for words, value in (("Parts", True), ("Labour", False)):
        check = Check(words)
        check.set_value(value)
        row.addWidget(check)
    more = Check("Disabled")
    more.setEnabled(False)
    row.addWidget(more)
    for words, value in (("By link", True), ("By phone", False)):
        radio = QRadioButton(words)
        radio.setChecked(value)
        row.addWidget(radio)
    row.addStretch(1)
    column.addLayout(row)
    return section("Fields", column)


def _text(value: str, *, suffix: str = "", codes: bool = False) -> TextEdit:
    made = TextEdit(suffix=suffix, codes=codes)
    made.set_value(value)
    return made


def _rows() -> QWidget:
    return section("Rows", sample_rows())


def _order_states() -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(10))
    grid.setVerticalSpacing(theme().px(9))
    for place, (state, (hue, icon)) in enumerate(tokens()["state_badge"].items()):
        words = str(state).replace("_", " ").capitalize()
        badge = BadgeLabel(Badge(words, icon, hue))
        grid.addWidget(badge, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(1, 1)
    return section("States of an order", grid)


def _notices() -> QWidget:
    column = QVBoxLayout()
    column.setSpacing(theme().px(8))
    nothing: Callable[[], object] = QApplication.beep
    for notice in (
        Notice(
            "bad",
            "circle-x",
            "Printer does not answer. The invoice is saved.",
            [("Retry", nothing)],
        ),
        Notice(
            "wait",
            "users",
            "Changed by P. Malinin at 14:29.",
            [("Reload", nothing), ("Keep mine", nothing)],
        ),
        Notice("good", "check", "Sent to +7 916 204-18-73."),
    ):
        column.addWidget(notice)
    column.addWidget(ToastLine("Line “Oil filter” removed", QApplication.beep, timed=False))
    return section("Notices", column)


def _work() -> QWidget:
    strip = ProgressStrip("Importing parts, 3,120 of 8,400", QApplication.beep)
    strip.step(3120, 8400)
    return section("Long work", strip)


def _menus() -> QWidget:
    menu = QMenu()
    menu.setWindowFlags(Qt.WindowType.Widget)
    for words, icon, keys in (
        ("Duplicate", "copy", "Ctrl+D"),
        ("Print", "printer", "Ctrl+P"),
        ("As it was at…", "history", ""),
    ):
        action = QAction(theme().icon(icon), words, menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addAction(action)
        if words == "Print":
            menu.setActiveAction(action)
    menu.addSeparator()
    last = menu.addAction(theme().icon("ban", "text.disabled"), "Cancel order")
    last.setEnabled(False)
    menu.setFixedWidth(theme().px(206))
    tip = QLabel("Next step  Ctrl ↵")
    look = theme()
    tip.setStyleSheet(
        f"background: {look.colour('surface.tooltip').name()};"
        f" color: {look.colour('text.on_tooltip').name()}; border-radius: 6px; padding: 5px 9px;"
    )
    row = QHBoxLayout()
    row.addWidget(menu, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(tip, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return section("Menu and tooltip", row)


def _empty() -> QWidget:
    button = Button("Appointment", "plus", kind="primary", keys="Ctrl+N")
    return section(
        "Empty page",
        EmptyState(
            "calendar-days",
            "No appointments this week",
            "Book one, or drop a car from the waiting list.",
            button,
        ),
    )


def _values() -> QWidget:
    column = QVBoxLayout()
    column.setSpacing(theme().px(8))
    plates = QHBoxLayout()
    plates.setSpacing(theme().px(12))
    plates.addWidget(PlateLabel(PlateText("А123ВС", "777"), large=True))
    plates.addWidget(PlateLabel(PlateText("О512КХ", "799")))
    plates.addWidget(PlateLabel(PlateText("MH12AB1234")))
    plates.addStretch(1)
    column.addLayout(plates)
    codes = label("XW8AN4NE3KH012845  5Q0 615 301 F", "code", tone="muted")
    column.addWidget(codes)
    column.addWidget(FigureLabel(Figure("₽37,402", ".50"), size="figure", name="Total"))
    return section("Plates, codes, money", column)


def _surfaces() -> QWidget:
    column = QVBoxLayout()
    column.setSpacing(theme().px(10))
    column.addLayout(_swatches([(f"surface.{name}", name) for name in _SURFACES], 62, 44))
    words = QHBoxLayout()
    words.setSpacing(theme().px(16))
    for name in ("primary", "secondary", "muted", "disabled", "link"):
        shown = QLabel(name)
        shown.setStyleSheet(f"color: {theme().colour(f'text.{name}').name()}")
        words.addWidget(shown)
    words.addStretch(1)
    column.addLayout(words)
    column.addLayout(_swatches([(f"chart.{place}", "") for place in range(6)], 40, 16))
    return section("Surfaces and text", column)


def _swatches(colours: Sequence[tuple[str, str]], width: int, height: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0 if colours[0][1] else theme().px(6))
    for token, name in colours:
        swatch = QLabel(name)
        swatch.setAlignment(Qt.AlignmentFlag.AlignCenter)
        swatch.setFixedSize(theme().px(width), theme().px(height))
        edge = f"border: 1px solid {theme().colour('line.hairline').name()};" if name else ""
        swatch.setStyleSheet(
            f"background: {theme().colour(token).name()}; {edge}"
            f" color: {theme().colour('text.secondary').name()}; font-size: {theme().px(12)}px"
        )
        row.addWidget(swatch)
    row.addStretch(1)
    return row
