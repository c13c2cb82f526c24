"""Who is working here: tiles of people, then a PIN or a password. The same screen locks the desk."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.access import sign_in_password, sign_in_pin
from app.access.faces import Face, list_faces
from app.centers import CenterRow
from app.kernel.errors import UserError
from app.kernel.tx import Actor, Shop
from ui.access.foot import SignInFoot
from ui.access.password import PasswordForm
from ui.access.people import KEYED, People, place_name
from ui.access.pin_pad import PinPad
from ui.access.tiles import Avatar
from ui.shell.formats import Formats
from ui.shell.runner import Runner
from ui.shell.words import said
from widgets.buttons import hairline, label, set_tone
from widgets.links import TextButton
from widgets.theme import theme

_RIGHT, _RIGHT_NARROW = 430, 330
_ROOMY = 1200
_TICK_MS = 1000


class SignIn(QWidget):
    """The sign-in screen. ``signed_in`` carries the Actor.

    Args:
        shop: the open shop, whose people are read once, here.
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
        self._formats = Formats(
            language, center.locale, center.currency, center.time_zone, shop.clock
        )
        self._chosen: Face | None = None
        self._by_pin = False
        self._waits = timedelta()
        self._busy = False
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.people = People(center, self._formats, foot)
        self.people.show_people(list_faces(shop, center_id=center.id))
        self.people.chosen.connect(self.choose)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.people, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._right())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(hairline())
        people = min(len(self.people.faces), KEYED)
        whole.addWidget(SignInFoot(shop.workstation, place_name(center), people))
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.tick)
        self.choose(self._first(here))

    # parts

    def _right(self) -> QWidget:
        look = theme()
        right = QWidget()
        right.setProperty("surface", "page")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side = right
        column = QVBoxLayout(right)
        column.setContentsMargins(look.px(20), look.px(56), look.px(20), look.px(28))
        column.setSpacing(0)
        self._avatar = Avatar()
        self._name = label("", "title", wrap=True)
        self._name.setFont(look.font("title"))
        self._say = label("", "muted", wrap=True)
        for words in (self._name, self._say):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setMinimumHeight(look.px(20))
        self.pad = PinPad()
        self.pad.entered.connect(self._pin)
        self.form = PasswordForm()
        self.form.entered.connect(self._password)
        self._other = TextButton("")
        self._other.clicked.connect(lambda: self._use_pin(on=not self._by_pin))
        self._forgotten = TextButton("")
        self._forgotten.clicked.connect(self._help)
        column.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.px(12))
        column.addWidget(self._name)
        column.addWidget(self._say)
        column.addSpacing(look.px(22))
        column.addWidget(self.pad)
        column.addWidget(self.form)
        column.addSpacing(look.px(22))
        links = QHBoxLayout()
        links.setSpacing(look.px(14))
        links.addStretch(1)
        links.addWidget(self._other)
        links.addWidget(self._forgotten)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)
        return right

    # who

    def _first(self, here: Actor | None) -> Face | None:
        faces = self.people.faces
        if here is not None:
            found = next((f for f in faces if f.employee_id == here.employee_id), None)
            if found is not None:
                return found
        been = [(face.last_at, n) for n, face in enumerate(faces) if face.last_at is not None]
        return faces[max(been)[1]] if been else (faces[0] if faces else None)

    def choose(self, face: Face | None) -> None:
        """Choose a person; None is somebody who has no tile."""
        self._chosen = face
        self.people.mark(face)
        self._waits = timedelta()
        self._enable(on=not self._busy)
        self._avatar.setVisible(face is not None)
        self._avatar.show_person(face.name if face else "", face.role_code if face else "")
        self._name.setText(face.name if face is not None else self.tr("Another person"))
        self._use_pin(on=face is not None and face.has_pin)

    def _use_pin(self, *, on: bool) -> None:
        face = self._chosen
        self._by_pin = on
        self.pad.clear()
        self.form.clear(login="" if face is None else face.login, asks_login=face is None)
        self.pad.setVisible(on)
        self.form.setVisible(not on)
        self._other.setVisible(face is not None and face.has_pin and face.has_password)
        self._other.setText(self.tr("Password instead") if on else self.tr("PIN instead"))
        self._forgotten.setText(self.tr("PIN forgotten") if on else self.tr("Password forgotten"))
        for link in (self._other, self._forgotten):
            link.setAccessibleName(link.text())
            link.updateGeometry()
        if on:
            self._tell(self.tr("Enter your PIN"))
        elif face is None:
            self._tell(self.tr("Enter your login and password"))
        else:
            self._tell(self.tr("Enter your password"))
        if self.isVisible():
            self._focus()

    def _focus(self) -> None:
        target = self.pad if self._by_pin else self.form.first()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def said(self) -> str:
        """What stands under the name: what to enter, or why it was refused."""
        return self._say.text()

    def _tell_wait(self) -> None:
        left = self._formats.span(max(self._waits, timedelta(minutes=1)))
        self._tell(self.tr("Too many wrong tries. Again in {time}.").format(time=left), "bad")

    # time

    def tick(self) -> None:
        """A second went by: the clock is shown, and a wait grows shorter."""
        now = self._shop.clock()
        day = self._formats.long_day(self._formats.local(now).date())
        self.people.show_now(f"{day[:1].upper()}{day[1:]}, {self._formats.clock(now)}")
        if not self._waits:
            return
        self._waits = max(timedelta(), self._waits - timedelta(milliseconds=_TICK_MS))
        if self._waits:
            self._tell_wait()
        else:
            self._enable(on=True)
            self._use_pin(on=self._by_pin)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        self._clock.start()
        self._focus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_ROOMY)
        self._side.setFixedWidth(theme().px(_RIGHT if wide else _RIGHT_NARROW))

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
        faces = self.people.faces
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and 1 <= number <= KEYED:
            if number <= len(faces):
                self.choose(faces[number - 1])
        elif self._by_pin and event.text() and event.text() in "0123456789":
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pad.type_digit(event.text())
        else:
            event.accept()
