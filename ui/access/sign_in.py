"""Who is working here: tiles of people, then a PIN or a password. The same screen locks the desk."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.access import sign_in_password, sign_in_pin
from app.access.faces import Face, list_faces
from app.centers import CenterRow
from app.kernel.errors import UserError
from app.kernel.tx import Actor, Shop
from ui.access.password import PasswordForm
from ui.access.pin_pad import PinPad
from ui.access.tiles import Avatar, PersonTile
from ui.shell.formats import Formats
from ui.shell.runner import Runner
from ui.shell.words import said
from widgets.buttons import hairline, label, set_tone
from widgets.links import TextButton
from widgets.theme import theme

_RIGHT = 430
_COLUMNS = 3
_KEYED = 9
_TICK_MS = 1000


class SignIn(QWidget):
    """The sign-in screen. ``signed_in`` carries the Actor.

    Args:
        shop: the open shop; its people are read when the screen is shown.
        center: whose people they are.
        language: of the screen, for days and times.
        runner: checks secrets off the drawing thread.
        here: who was here last: chosen from the start.
        foot: a widget for the lower left (language, colours, size), or None.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        shop: Shop,
        center: CenterRow,
        language: str,
        runner: Runner,
        *,
        here: Actor | None = None,
        foot: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shop = shop
        self._center = center
        self._runner = runner
        self._here = here
        self._formats = Formats(
            language, center.locale, center.currency, center.time_zone, shop.clock
        )
        self._faces: tuple[Face, ...] = ()
        self._tiles: list[PersonTile] = []
        self._chosen: Face | None = None
        self._waits = timedelta()
        self._busy = False
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(foot)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._people_from(list_faces(shop, center_id=center.id))

    # parts

    def _build(self, foot: QWidget | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left(foot), 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._right())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)

    def _left(self, foot: QWidget | None) -> QWidget:
        look = theme()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(look.px(56), look.px(44), look.px(56), look.px(32))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(_Mark())
        words = QVBoxLayout()
        words.setSpacing(0)
        name = label(self._place_name(), "title")
        name.setFont(look.font("title"))
        words.addWidget(name)
        self._now = label("", "muted")
        words.addWidget(self._now)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(look.px(36))
        question = label(self.tr("Who is working here?"), "title")
        question.setFont(look.font("title"))
        column.addWidget(question)
        column.addSpacing(look.px(24))
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(3, 3, 3, 3)
        self._grid.setSpacing(look.px(12))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._grid_box)
        area.viewport().setAutoFillBackground(False)
        self._grid_box.setAutoFillBackground(False)
        self._area = area
        column.addWidget(area, 1)
        if foot is not None:
            column.addSpacing(look.px(16))
            column.addWidget(foot)
        return left

    def _right(self) -> QWidget:
        look = theme()
        right = QWidget()
        right.setProperty("surface", "page")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right.setFixedWidth(look.px(_RIGHT))
        column = QVBoxLayout(right)
        column.setContentsMargins(look.px(40), look.px(56), look.px(40), look.px(28))
        column.setSpacing(0)
        self._avatar = Avatar()
        self._name = label("", "title")
        self._name.setFont(look.font("title"))
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setWordWrap(True)
        self._say = label("", "muted")
        self._say.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._say.setWordWrap(True)
        self._say.setMinimumHeight(look.px(20))
        self.pad = PinPad()
        self.pad.entered.connect(self._pin)
        self.form = PasswordForm()
        self.form.entered.connect(self._password)
        self._ways = QStackedWidget()
        self._ways.addWidget(self.pad)
        self._ways.addWidget(self.form)
        self._other = TextButton(self.tr("Password instead"))
        self._other.clicked.connect(self._another_way)
        self._forgotten = TextButton(self.tr("PIN forgotten"))
        self._forgotten.clicked.connect(self._help)
        column.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.px(12))
        column.addWidget(self._name)
        column.addWidget(self._say)
        column.addSpacing(look.px(22))
        column.addWidget(self._ways)
        column.addSpacing(look.px(26))
        links = QHBoxLayout()
        links.setSpacing(look.px(20))
        links.addStretch(1)
        links.addWidget(self._other)
        links.addWidget(self._forgotten)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)
        return right

    def _place_name(self) -> str:
        center = self._center
        if center.city and center.city not in center.name:
            return f"{center.name}, {center.city}"
        return center.name

    # people

    def _people_from(self, faces: Sequence[Face]) -> None:
        self._faces = tuple(faces)
        self._tiles = []
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for place, face in enumerate(self._faces):
            keys = f"Alt {place + 1}" if place < _KEYED else ""
            tile = PersonTile(face.name, face.role, face.role_code, self._last(face), keys)
            self._put(tile, place, self._chooser(face))
        other = PersonTile(self.tr("Another person"), "", "", "", "", icon="user-round-plus")
        self._put(other, len(self._faces), lambda: self.choose(None))
        self._grid.setRowStretch(len(self._tiles) // _COLUMNS + 1, 1)
        here = self._here.employee_id if self._here is not None else None
        found = next((face for face in self._faces if face.employee_id == here), None)
        self.choose(found or self._last_one())

    def _chooser(self, face: Face) -> Callable[[], None]:
        return lambda: self.choose(face)

    def _put(self, tile: PersonTile, place: int, then: Callable[[], object]) -> None:
        tile.clicked.connect(then)
        self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        self._tiles.append(tile)

    def _last_one(self) -> Face | None:
        been = [face for face in self._faces if face.last_at is not None]
        newest = max(been, key=lambda face: face.last_at or self._shop.clock(), default=None)
        return newest or (self._faces[0] if self._faces else None)

    def _last(self, face: Face) -> str:
        if face.last_at is None:
            return self.tr("not here yet")
        when = self._formats
        if when.local(face.last_at).date() == when.today():
            return self.tr("last here {time}").format(time=when.clock(face.last_at))
        return when.moment(face.last_at)

    def choose(self, face: Face | None) -> None:
        """Choose a person; None is somebody who has no tile."""
        self._chosen = face
        for place, tile in enumerate(self._tiles):
            chosen = place < len(self._faces) and self._faces[place] is face
            tile.setChecked(chosen or (face is None and place == len(self._faces)))
        self._waits = timedelta()
        self._busy = False
        name = face.name if face is not None else self.tr("Another person")
        self._avatar.setVisible(face is not None)
        self._avatar.show_person(face.name if face else "", face.role_code if face else "")
        self._name.setText(name)
        self._use_pin(on=face is not None and face.has_pin)

    def _use_pin(self, *, on: bool) -> None:
        face = self._chosen
        self.pad.clear()
        self.form.clear(login="" if face is None else face.login, asks_login=face is None)
        self._ways.setCurrentWidget(self.pad if on else self.form)
        both = face is not None and face.has_pin and face.has_password
        self._other.setVisible(both)
        self._other.setText(self.tr("Password instead") if on else self.tr("PIN instead"))
        self._other.updateGeometry()
        self._forgotten.setText(self.tr("PIN forgotten") if on else self.tr("Password forgotten"))
        self._forgotten.updateGeometry()
        self._tell(self.tr("Enter your PIN") if on else self._ask_words())
        if self.isVisible():
            self._focus()

    def _ask_words(self) -> str:
        if self._chosen is None:
            return self.tr("Enter your login and password")
        return self.tr("Enter your password")

    def _focus(self) -> None:
        way = self._ways.currentWidget()
        target = self.form.first() if way is self.form else self.pad
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _another_way(self) -> None:
        self._use_pin(on=self._ways.currentWidget() is self.form)

    def _help(self) -> None:
        self._tell(
            self.tr("Ask somebody who manages people: they give a new one under Settings, People.")
        )

    # entering

    def _pin(self, digits: str) -> None:
        face = self._chosen
        if face is not None:
            self._try(lambda: sign_in_pin(self._shop, face.employee_id, digits))

    def _password(self, login: str, password: str) -> None:
        self._try(lambda: sign_in_password(self._shop, login, password, center_id=self._center.id))

    def _try(self, enter: Callable[[], Actor]) -> None:
        if self._busy or self._waits:
            return
        self._busy = True
        self._enable(on=False)
        self._tell(self.tr("One moment"))
        self._runner.write(self, enter, self._entered, self._refused)

    def _entered(self, actor: Actor) -> None:
        self._busy = False
        self._enable(on=True)
        self.signed_in.emit(actor)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._enable(on=True)
        if not isinstance(error, UserError):
            raise error
        seconds = error.details.get("seconds")
        if isinstance(seconds, int) and seconds > 0:
            self._waits = timedelta(seconds=seconds)
            self._enable(on=False)
            self._tell_wait()
            return
        self._tell(said(error.sentence), "bad")
        self.pad.clear()
        self.form.forget_password()
        self._focus()

    def _enable(self, *, on: bool) -> None:
        self.pad.setEnabled(on)
        self.form.setEnabled(on)

    def _tell(self, words: str, tone: str = "") -> None:
        self._say.setText(words)
        set_tone(self._say, tone)

    def _tell_wait(self) -> None:
        left = self._formats.span(max(self._waits, timedelta(minutes=1)))
        self._tell(self.tr("Too many wrong tries. Again in {time}.").format(time=left), "bad")

    # time

    def _tick(self) -> None:
        now = self._shop.clock()
        on = self._formats.local(now).date()
        words = f"{self._formats.long_day(on)}, {self._formats.clock(now)}"
        self._now.setText(words[:1].upper() + words[1:])
        if self._waits:
            self._waits -= timedelta(milliseconds=_TICK_MS)
            if self._waits <= timedelta():
                self._waits = timedelta()
                self._enable(on=True)
                self._use_pin(on=self._ways.currentWidget() is self.pad)
            else:
                self._tell_wait()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
        self._clock.start()
        self._focus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    # keys

    @override
    def event(self, event: QEvent) -> bool:
        # Accepted here, no key reaches the shortcuts of the window that is locked below.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and 1 <= number <= _KEYED:
            if number <= len(self._faces):
                self.choose(self._faces[number - 1])
        elif event.text() in set("0123456789") and self._ways.currentWidget() is self.pad:
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pad.type_digit(event.text())
        else:
            event.accept()


class _Mark(QLabel):
    """The program's mark: a wrench on the accent."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        side = look.px(36)
        self.setFixedSize(side, side)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setPixmap(look.pixmap("wrench", "text.on_accent", 22))
        self.setStyleSheet(
            f"background: {look.colour('accent.base').name()}; border-radius: {look.px(8)}px;"
        )
