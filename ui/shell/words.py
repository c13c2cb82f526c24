"""Words in the language of the person: Qt's translators, and sentences of the kernel said aloud."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.kernel.errors import Blocker, Sentence, Source
from models.money import Money
from ui.shell.formats import Formats
from widgets.tokens import RESOURCES

LANGUAGES = ("en", "ru")
"""Languages that the desk speaks wholly."""

FOLDER = RESOURCES / "translations"
_PROPERTY = "carpass-translators"


class Voice:
    """The formats in which sentences say numbers, dates and money; set when a person signs in."""

    formats: Formats | None = None


def said(text: Source | Sentence | Blocker | str) -> str:
    """The text in the present language, its places filled with values as the center writes them."""
    if isinstance(text, Blocker):
        return said(text.sentence)
    if isinstance(text, Sentence):
        pattern = said(text.source)
        return pattern.format(**{k: _value(v) for k, v in text.params.items()})
    if isinstance(text, Source):
        return QCoreApplication.translate(text.context, str(text))
    return text


def _value(value: Any) -> Any:  # noqa: ANN401 - a place of a sentence holds anything
    if isinstance(value, Source | Sentence):
        return said(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(_value(inner)) for inner in value)
    if isinstance(value, Enum):
        return value.value
    formats = Voice.formats
    return value if formats is None else _written(formats, value)


def _written(formats: Formats, value: Any) -> Any:  # noqa: ANN401 - as above
    match value:
        case Money():
            return formats.money(value)
        case datetime():
            return formats.moment(value)
        case date():
            return formats.day(value)
        case Decimal():
            return formats.qty(value)
    return value


def use_language(app: QCoreApplication, language: str) -> None:
    """Speak ``language`` (``en`` or ``ru``) from now on; windows that stand must be made anew."""
    old: Any = app.property(_PROPERTY)
    for translator in old or ():
        app.removeTranslator(translator)
    QLocale.setDefault(QLocale(language))
    translators = []
    for folder, name in _files(language).items():
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
            translators.append(translator)
    app.setProperty(_PROPERTY, translators)


def _files(language: str) -> Mapping[Path, str]:
    """Folders and names of what a language needs: Qt's own dialogs first, then ours."""
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return {of_qt: f"qtbase_{language}", FOLDER: f"desk_{language}"}
