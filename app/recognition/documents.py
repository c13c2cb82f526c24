"""Supplier's invoices as PDF: the letters that a file holds are taken as they are; a scan is drawn and recognised."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pypdfium2

from app.recognition.pictures import MOST_BYTES, Photo, fitted, refused_file
from models.recognition import Box, Word

if TYPE_CHECKING:
    from PIL import Image

_DPI: Final = 200
_POINTS: Final = 72
_LETTERS: Final = 40
"""Fewer letters than this on a page: it is a scan."""


def is_pdf(path: Path) -> bool:
    """Whether the file begins as a PDF does."""
    try:
        with path.open("rb") as file:
            return file.read(5) == b"%PDF-"
    except OSError:
        return False


def open_pdf(path: Path) -> tuple[Photo, tuple[Word, ...]]:
    """The first page as a picture, and its words when the file holds letters (none for a scan).

    Raises:
        UserError: no PDF that can be read, or one with a password.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise refused_file(path.name, type(error).__name__) from error
    if len(raw) > MOST_BYTES:
        raise refused_file(path.name, "size")
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise refused_file(path.name, "pdf") from error
    try:
        if not len(document):
            raise refused_file(path.name, "empty")
        page = document[0]
        scale = _DPI / _POINTS
        image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
        small = fitted(image, 2600)
        words = _words(page, small.width / page.get_width(), small.height)
    finally:
        document.close()
    return Photo(small, hashlib.sha256(raw).hexdigest(), _DPI), words


def _words(page: Any, scale: float, height: int) -> tuple[Word, ...]:  # noqa: ANN401 - pypdfium2 ships no types
    """The words of a page by its letters' boxes; PDF counts from the bottom, a picture from the top."""
    text_page = page.get_textpage()
    count = text_page.count_chars()
    if count < _LETTERS:
        return ()
    words: list[Word] = []
    held, box = "", None
    for at in range(count):
        char = text_page.get_text_range(at, 1)
        left, bottom, right, top = text_page.get_charbox(at)
        blank = not char.strip()
        mine = Box(
            round(left * scale), round(height - top * scale),
            max(1, round((right - left) * scale)), max(1, round((top - bottom) * scale)),
        )  # fmt: skip  # a table reads better in rows
        apart = box is not None and (
            mine.left - box.right > 0.35 * box.height
            or mine.right < box.left
            or abs(mine.middle - box.middle) > max(box.height, mine.height)
        )
        if held and box is not None and (blank or apart):
            words.append(Word(held, 1.0, box))
            held, box = "", None
        if not blank:
            held += char
            box = mine if box is None else box.joined(mine)
    if held and box is not None:
        words.append(Word(held, 1.0, box))
    return tuple(words)
