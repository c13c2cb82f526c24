"""Settings: how the desk looks for this person; it shows at once."""

from typing import Any

from typing_extensions import override

from ui.centers.frame import Section
from ui.centers.setting_row import SettingRow, heading
from ui.shell.desk import Desk
from ui.shell.preferences import SCALES
from ui.shell.words import LANGUAGES
from widgets.buttons import hairline, label
from widgets.fields import Choice, Switch
from widgets.segments import Segments
from widgets.theme import theme

APPEARANCE = "appearance"
"""Under this name the desk remembers a person's look: mode, scale, language, motion."""

_NAMES = {"en": "English", "ru": "Русский"}


class AppearanceSection(Section):
    """Colours, size of letters, language, motion: per person, kept at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = theme()
        column = self.scrolling()
        column.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(24))
        column.setSpacing(0)
        words = self.tr("for {name}, at every desk").format(name=desk.actor.name)
        column.addWidget(heading(self.tr("How the desk looks"), words))
        column.addWidget(hairline())
        self.mode = Segments(
            [
                ("system", self.tr("System")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("high_contrast", self.tr("Contrast")),
            ],
            name=self.tr("Colours"),
        )
        scales = [(scale, f"{scale:.0%}") for scale in SCALES]
        self.scale = Choice(scales, name=self.tr("Size of letters"))
        self.language = Choice(
            [(code, _NAMES[code]) for code in LANGUAGES], name=self.tr("Language")
        )
        self.calm = Switch(name=self.tr("Less motion"))
        for title, sentence, control in (
            (
                self.tr("Colours"),
                self.tr("Contrast is for bright shop floors and tired eyes."),
                self.mode,
            ),
            (
                self.tr("Size of letters"),
                self.tr("Lines, buttons and tables grow with them."),
                self.scale,
            ),
            (
                self.tr("Language"),
                self.tr("Of the screens. Papers speak the customer's language."),
                self.language,
            ),
            (
                self.tr("Less motion"),
                self.tr("Panels and popups come without sliding."),
                self.calm,
            ),
        ):
            column.addWidget(SettingRow(title, sentence, control, width=320))
            column.addWidget(hairline())
        self._later = label("", "hint", wrap=True)
        column.addWidget(self._later)
        column.addStretch(1)
        self.load()
        self.mode.edited.connect(self._keep)
        self.scale.edited.connect(self._keep)
        self.language.edited.connect(self._keep)
        self.calm.edited.connect(self._keep)

    @override
    def load(self) -> None:
        kept: dict[str, Any] = self.desk.saved(APPEARANCE, {})
        scale = kept.get("scale", theme().scale)
        for control, value in (
            (self.mode, kept.get("mode", theme().wish)),
            (self.scale, scale if scale in SCALES else 1.0),
            (self.language, kept.get("language", self.desk.language)),
            (self.calm, kept.get("calm", theme().reduced_motion)),
        ):
            control.blockSignals(True)
            control.set_value(value)
            control.blockSignals(False)

    def _keep(self) -> None:
        chosen = {
            "mode": self.mode.value(),
            "scale": self.scale.value(),
            "language": self.language.value(),
            "calm": self.calm.value(),
        }
        self.desk.save(APPEARANCE, chosen)
        theme().use(mode=chosen["mode"], scale=chosen["scale"], reduced_motion=chosen["calm"])
        if chosen["language"] != self.desk.language:
            self._later.setText(self.tr("The language changes at your next sign-in."))
        else:
            self._later.setText("")
