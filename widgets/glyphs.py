"""Small pictures that a style sheet can name: Qt reads them from files, so they are drawn into a folder of the run."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from widgets.icons import FOLDER

_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="5" fill="{colour}"/></svg>'
)


@cache
def _folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="carpass-glyphs-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def glyph(name: str, colour: str) -> str:
    """Path of an SVG of an icon (or ``dot``) in ``colour`` (#RRGGBB), with slashes as a style sheet wants them."""
    if name == "dot":
        text = _DOT.format(colour=colour)
    else:
        source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        text = source.replace("currentColor", colour)
    path = _folder() / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(text, encoding="utf-8")
    return path.as_posix()
