"""The left side of the sign-in screen: where we are, what time it is, and who may be working here."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.access.faces import Face
from app.centers import CenterRow
from ui.access.tiles import HEIGHT, PersonTile
from ui.shell.formats import Formats
from widgets.buttons import label
from widgets.theme import theme

COLUMNS = 3
KEYED = 9
"""Alt and a digit choose these."""
_ROOMY = 9
_LOW = 84
_NARROWEST = 232
_RING = 3


def place_name(center: CenterRow) -> str:
    """The center with its town, said once: «АвтоЛиния, Мытищи»."""
    if center.city and center.city not in center.name:
        return f"{center.name}, {center.city}"
    return center.name


class People(QWidget):
    """Tiles of people; ``chosen`` carries the Face, or None for somebody who has no tile."""

    chosen = Signal(object)

    def __init__(self, center: CenterRow, formats: Formats, foot: QWidget | None) -> None:
        super().__init__()
        self._formats = formats
        self.faces: tuple[Face, ...] = ()
        self._tiles: list[PersonTile] = []
        look = theme()
        column = QVBoxLayout(self)
        edge = look.px(56) - _RING
        column.setContentsMargins(edge, look.px(44), edge, look.px(32))
        column.setSpacing(0)
        column.addLayout(self._head(center))
        column.addSpacing(look.px(36))
        question = label(self.tr("Who is working here?"), "title")
        question.setFont(look.font("title"))
        question.setFixedHeight(look.px(24))
        question.setContentsMargins(_RING, 0, 0, 0)
        column.addWidget(question)
        column.addSpacing(look.px(24) - _RING)
        column.addWidget(self._area(), 1)
        if foot is not None:
            column.addSpacing(look.px(16))
            column.addWidget(foot)

    def _head(self, center: CenterRow) -> QHBoxLayout:
        look = theme()
        head = QHBoxLayout()
        head.setContentsMargins(_RING, 0, 0, 0)
        head.setSpacing(look.px(12))
        head.addWidget(_Mark())
        words = QVBoxLayout()
        words.setSpacing(0)
        name = label(place_name(center), "title")
        name.setFont(look.font("title"))
        name.setFixedHeight(look.px(24))
        self._now = label("", "muted")
        self._now.setFixedHeight(look.px(20))
        words.addWidget(name)
        words.addWidget(self._now)
        head.addLayout(words, 1)
        return head

    def _area(self) -> QScrollArea:
        box = QWidget()
        self._grid = QGridLayout(box)
        self._grid.setContentsMargins(_RING, _RING, _RING, _RING)
        self._grid.setSpacing(theme().px(12))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(box)
        # the area fills what it was given; the ground of the screen shall show
        box.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def show_now(self, words: str) -> None:
        """Day and time under the center's name."""
        self._now.setText(words)

    def show_people(self, faces: Sequence[Face]) -> None:
        """A tile for each, and the dashed one."""
        self.faces = tuple(faces)
        self._tiles = []
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for place, face in enumerate(self.faces):
            keys = f"Alt {place + 1}" if place < KEYED else ""
            self._put(
                PersonTile(face.name, face.role, face.role_code, self._last(face), keys), face
            )
        self._put(PersonTile(self.tr("Another person"), icon="user-round-plus"), None)
        self._arrange()

    def _put(self, tile: PersonTile, face: Face | None) -> None:
        tile.setFixedHeight(theme().px(HEIGHT if len(self.faces) < _ROOMY else _LOW))
        tile.clicked.connect(self._teller(face))
        self._tiles.append(tile)

    def _arrange(self) -> None:
        """As many columns as hold whole names, three at most."""
        room = self.width() - 2 * theme().px(56)
        columns = max(1, min(COLUMNS, room // theme().px(_NARROWEST)))
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch((len(self._tiles) - 1) // columns + 1, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _teller(self, face: Face | None) -> Callable[[], None]:
        return lambda: self.chosen.emit(face)

    def _last(self, face: Face) -> str:
        if face.last_at is None:
            return self.tr("not here yet")
        when = self._formats
        if when.local(face.last_at).date() == when.today():
            return self.tr("last here {time}").format(time=when.clock(face.last_at))
        return when.moment(face.last_at)

    def mark(self, face: Face | None) -> None:
        """Show who is chosen."""
        for place, tile in enumerate(self._tiles):
            own = self.faces[place] if place < len(self.faces) else None
            tile.setChecked(own is face)


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
