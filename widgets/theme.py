"""The theme of the running program: colours, sizes, fonts and icons from the tokens, changed in one place."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from widgets.icons import icon_pixmap
from widgets.qss import style_sheet
from widgets.tokens import RESOURCES, colours, tokens

FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-Bold.ttf",
)
SMALLEST_SCALE = 0.8
LARGEST_SCALE = 2.0
SYSTEM = "system"
"""The mode that follows the system between light and dark."""

_TITLE_SPACING = -0.25


class Theme(QObject):
    """Names in, things to paint with out. ``changed`` comes after every new mode, scale or size.

    ``dressed`` is another object after each change: what was made of the theme before it is out of date.
    """

    changed = Signal()

    def __init__(self, app: QApplication, mode: str, scale: float) -> None:
        super().__init__(app)
        self._app = app
        self._wish = mode
        self._mode = mode
        self.dressed = object()
        self._is_dressed = False
        self.scale = scale
        self.touch = False
        self.reduced_motion = False
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[Any, ...], QFont] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def wish(self) -> str:
        """What was chosen: one of the modes, or ``system``."""
        return self._wish

    @property
    def mode(self) -> str:
        """The theme that shows: ``light``, ``dark`` or ``high_contrast``."""
        return self._mode

    def colour(self, name: str) -> QColor:
        """A colour by its dotted name (``text.primary``, ``status.wait.bg``, ``chart.0``); KeyError when unknown."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(colours(self.mode)[name])
        return found

    def height(self, name: str) -> int:
        """A height of the tokens (``table_row``, ``control`` …) in pixels at the present scale."""
        kind = "touch" if self.touch else "normal"
        return self.px(tokens()["height"][kind][name])

    def px(self, size: float) -> int:
        """Design pixels at the present scale; a line never vanishes."""
        return round(size * self.scale) or (1 if size else 0)

    def font(
        self,
        kind: str = "base",
        *,
        weight: int | None = None,
        numbers: bool = False,
        codes: bool = False,
    ) -> QFont:
        """A font of the type scale. All digits are tabular; ``codes`` has a dashed zero and told-apart letters.

        ``numbers`` is kept for the reader: tabular figures cost nothing elsewhere.
        """
        key = (kind, weight, numbers, codes)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(kind, weight, codes=codes)
        return found

    def _make_font(self, kind: str, weight: int | None, *, codes: bool) -> QFont:
        style = tokens()["type"][kind]
        families = tokens()["font"]
        font = QFont([families["family"], *families["fallback"], "Noto Sans Devanagari"])
        font.setPixelSize(self.px(style["size"]))
        font.setWeight(QFont.Weight(weight or style["weight"]))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        features = families["features"]["codes" if codes else "numbers"]
        for feature in features:
            font.setFeature(QFont.Tag(feature), 1)
        if kind == "title":
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _TITLE_SPACING)
        return font

    def icon(self, name: str, colour: str = "text.secondary", size: int = 16) -> QIcon:
        """A bundled icon in a colour of the theme; greyed when its control is disabled."""
        icon = QIcon(self.pixmap(name, colour, size))
        icon.addPixmap(self.pixmap(name, "text.disabled", size), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, colour: str = "text.secondary", size: int = 16) -> QPixmap:
        """The same as a picture, ``size`` design pixels wide."""
        ratio = self._app.devicePixelRatio()
        return icon_pixmap(name, self.colour(colour).name(), self.px(size), ratio)

    def use(
        self,
        *,
        mode: str | None = None,
        scale: float | None = None,
        touch: bool | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change what is given, and dress the whole program anew where it looks otherwise then."""
        before = (self._wish, self.scale, self.touch)
        self._wish = mode or self._wish
        if scale is not None:
            self.scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        self.touch = self.touch if touch is None else touch
        self.reduced_motion = self.reduced_motion if reduced_motion is None else reduced_motion
        if (self._wish, self.scale, self.touch) != before or not self._is_dressed:
            self._dress()

    def _system_changed(self) -> None:
        if self._wish == SYSTEM:
            self._dress()

    def _shown_mode(self) -> str:
        if self._wish != SYSTEM:
            return self._wish
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _dress(self) -> None:
        self._is_dressed = True
        self._mode = self._shown_mode()
        self.dressed = object()
        self._colours.clear()
        self._fonts.clear()
        self._app.setPalette(self._palette())
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self.mode, self.scale, touch=self.touch))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text.disabled"))
        return palette


_ROLES = {
    QPalette.ColorRole.Window: "surface.page",
    QPalette.ColorRole.WindowText: "text.primary",
    QPalette.ColorRole.Base: "surface.page",
    QPalette.ColorRole.AlternateBase: "surface.sunken",
    QPalette.ColorRole.Text: "text.primary",
    QPalette.ColorRole.PlaceholderText: "text.muted",
    QPalette.ColorRole.Button: "surface.page",
    QPalette.ColorRole.ButtonText: "text.primary",
    QPalette.ColorRole.BrightText: "text.on_accent",
    QPalette.ColorRole.ToolTipBase: "surface.tooltip",
    QPalette.ColorRole.ToolTipText: "text.on_tooltip",
    QPalette.ColorRole.Highlight: "accent.base",
    QPalette.ColorRole.HighlightedText: "text.on_accent",
    QPalette.ColorRole.Accent: "accent.base",
    QPalette.ColorRole.Link: "text.link",
    QPalette.ColorRole.LinkVisited: "text.link",
    QPalette.ColorRole.Light: "surface.hover",
    QPalette.ColorRole.Midlight: "surface.hover",
    QPalette.ColorRole.Mid: "line.divider",
    QPalette.ColorRole.Dark: "line.control",
    QPalette.ColorRole.Shadow: "line.control",
}

_standing: list[Theme] = []
"""The theme of the running program, for as long as its application lives: each thing that is painted asks for it."""


def install(app: QApplication, mode: str = SYSTEM, scale: float = 1.0) -> Theme:
    """Dress the program: fonts, style, palette, style sheet. Once for each QApplication; again only changes."""
    for found in _standing:
        found.use(mode=mode, scale=scale)
        return found
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name)) < 0:
            raise FileNotFoundError(f"the font {name} is missing from resources/fonts")
    app.setStyle("Fusion")
    made = Theme(app, mode, scale)
    _standing.append(made)
    made.destroyed.connect(_forget)
    made.use()
    return made


def _forget() -> None:
    _standing.clear()


def theme() -> Theme:
    """The theme of the running program; RuntimeError before ``install``."""
    if not _standing:
        raise RuntimeError("install(app) comes first")
    return _standing[0]
