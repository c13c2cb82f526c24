"""Tiles of people and the round pictures of their initials."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

HEIGHT = 112
_HUES = {
    "owner": ("status.idle.bg", "status.idle.fg"),
    "administrator": ("status.idle.bg", "status.idle.fg"),
    "manager": ("status.good.bg", "status.good.fg"),
    "receptionist": ("accent.soft", "accent.text"),
    "mechanic": ("status.work.bg", "status.work.fg"),
    "storekeeper": ("status.wait.bg", "status.wait.fg"),
    "central_storekeeper": ("status.wait.bg", "status.wait.fg"),
}
_OTHER = ("status.idle.bg", "status.idle.fg")


def initials(name: str) -> str:
    """Two letters of a name: «Дёмина Ольга» → ДО."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


def hues_of(role: str) -> tuple[str, str]:
    """Ground and ink of a role, as tokens."""
    return _HUES.get(role, _OTHER)


def paint_avatar(
    painter: QPainter, box: QRectF, letters: str, role: str, *, chosen: bool = False
) -> None:
    """A disc with letters in the colours of the role; ``chosen`` stands on the ground of a selection."""
    look = theme()
    ground, ink = hues_of(role)
    if chosen and look.colour(ground) == look.colour("surface.selected"):
        ground = "surface.page"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground))
    painter.drawEllipse(box)
    font = look.font("lead")
    font.setPixelSize(max(9, round(box.height() * 0.34)))
    painter.setFont(font)
    painter.setPen(look.colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)


class Avatar(QWidget):
    """The disc alone, 64 px, above the PIN pad."""

    def __init__(self, size: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ""
        self._role = ""
        side = theme().px(size)
        self.setFixedSize(side, side)

    def show_person(self, name: str, role: str) -> None:
        """Whose disc it is."""
        self._letters = initials(name)
        self._role = role
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._letters:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_avatar(painter, QRectF(self.rect()), self._letters, self._role)


class PersonTile(QAbstractButton):
    """A person to choose: disc, name, role, when they were last here, and the keys that choose them.

    A tile without a role is the dashed one: somebody who is not among the tiles.
    """

    def __init__(
        self,
        name: str,
        role: str = "",
        role_code: str = "",
        note: str = "",
        keys: str = "",
        *,
        icon: str = "",
    ) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._code = role_code
        self._note = note
        self._keys = keys
        self._icon = icon
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (name, role, note) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(HEIGHT))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter)
        pad, side = look.px(16), look.px(44)
        disc = QRectF(pad, self._top(), side, side)
        if self._icon:
            disc.moveTop((self.height() - side) / 2)
            spot = look.px(16)
            painter.drawPixmap(
                round(disc.center().x() - spot / 2),
                round(disc.center().y() - spot / 2),
                look.pixmap(self._icon, "text.secondary", 16),
            )
        else:
            paint_avatar(painter, disc, initials(self._name), self._code, chosen=self.isChecked())
        self._words(painter, round(disc.right()) + look.px(14))

    def _roomy(self) -> bool:
        return self.height() >= theme().px(HEIGHT)

    def _top(self) -> int:
        """Where disc and words begin; less room above where the tile is low."""
        return theme().px(16 if self._roomy() else 10)

    def _frame(self, painter: QPainter) -> None:
        look = theme()
        on = self.isChecked()
        wide = 2 if on else 1
        pen = QPen(look.colour("accent.base" if on else "line.divider"), wide)
        if self._icon and not on:
            pen = QPen(look.colour("line.control"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if on:
            painter.setBrush(look.colour("surface.selected"))
        elif self.underMouse():
            painter.setBrush(look.colour("surface.hover"))
        elif self._icon:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(look.colour("surface.page"))
        half = wide / 2
        radius = look.px(8)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def _words(self, painter: QPainter, x: int) -> None:
        look = theme()
        room = self.width() - x - look.px(12)
        if self._icon:
            painter.setFont(look.font())
            painter.setPen(look.colour("text.secondary"))
            box = QRect(x, 0, room, self.height())
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._name
            )
            return
        y = self._top() - look.px(1)
        low = 0 if self._roomy() or not self._keys else look.px(36)
        for text, font, colour, high in (
            (self._name, look.font("lead"), "text.primary", 20),
            (self._role, look.font(), "text.secondary", 20),
            (self._note, look.font("small"), "text.muted", 18),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            wide = room - low if text == self._note else room
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(x, y, room, look.px(high)), Qt.AlignmentFlag.AlignVCenter, shown)
            y += look.px(high)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        corner = QRect(
            0,
            self.height() - look.px(28 if self._roomy() else 26),
            self.width() - look.px(12),
            look.px(18),
        )
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight, self._keys)

    @override
    def event(self, event: QEvent) -> bool:
        # a name that does not fit is told whole by the pointer
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._name)
        return super().event(event)
