"""Tesseract: whether it is there, and what it sees on a picture. One process for each pass, one thread in it."""

import html
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import pytesseract
from PIL import Image

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from models.recognition import Box, Glyph, Word

# Several processes of one thread beat one of several: the threads of a small picture wait for each other.
os.environ["OMP_THREAD_LIMIT"] = "1"

LANGUAGES: Final = ("eng", "rus")
ALL: Final = "rus+eng"
_SECONDS: Final = 60
_PACKAGES: Final = {
    "tesseract": "tesseract-ocr",
    "eng": "tesseract-ocr-eng",
    "rus": "tesseract-ocr-rus",
}
_SPAN: Final = re.compile(
    r"<span class='(?P<kind>ocrx_word|ocrx_cinfo)'[^>]*?title='[^']*?"
    r"(?:bbox|x_bboxes) (?P<left>\d+) (?P<top>\d+) (?P<right>\d+) (?P<bottom>\d+); "
    r"x_w?conf (?P<sure>[\d.]+)[^']*'[^>]*>(?P<text>[^<]*)",
)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What has to be installed before pictures can be read, and the one command that does it."""

    parts: tuple[str, ...]

    @property
    def command(self) -> str:
        """What a person types into a terminal."""
        return f"sudo apt install {' '.join(_PACKAGES[part] for part in self.parts)}"


class NotInstalledError(UserError):
    """Tesseract or one of its languages is not on this computer; ``lacking`` names them."""

    reason = Reason.UNSUPPORTED

    def __init__(self, lacking: Lacking) -> None:
        super().__init__(
            say(
                QT_TRANSLATE_NOOP(
                    "recognition",
                    "Pictures cannot be read on this computer: Tesseract is not complete ({parts}).",
                ),
                parts=", ".join(lacking.parts),
            ),
            remedy=say(
                QT_TRANSLATE_NOOP("recognition", "Install it with: {command}"),
                command=lacking.command,
            ),
        )
        self.lacking = lacking


def lacking() -> Lacking | None:
    """What is missing; None when everything is there. Asks the system anew each time: it may just be installed."""
    if shutil.which(pytesseract.pytesseract.tesseract_cmd) is None:
        return Lacking(("tesseract", *LANGUAGES))
    try:
        known = set(pytesseract.get_languages())
    except (OSError, pytesseract.TesseractError):
        return Lacking(("tesseract", *LANGUAGES))
    missing = tuple(each for each in LANGUAGES if each not in known)
    return Lacking(missing) if missing else None


def demand() -> None:
    """Raise NotInstalledError unless everything is there."""
    missing = lacking()
    if missing is not None:
        raise NotInstalledError(missing)


@lru_cache(maxsize=64)
def _config(psm: int, allowed: str) -> str:
    parts = [f"--psm {psm}", "-c hocr_char_boxes=1"]
    if allowed:
        # numbers are no words: without its dictionaries Tesseract starts in half the time, and bends nothing to a word
        parts += [f"-c load_{each}=0" for each in _DICTIONARIES]
        parts.append(f"-c tessedit_char_whitelist={allowed}")
    return " ".join(parts)


_DICTIONARIES: Final = (
    "system_dawg", "freq_dawg", "punc_dawg", "number_dawg", "unambig_dawg", "bigram_dawg",
)  # fmt: skip  # a table reads better in rows


def see(
    picture: Image.Image,
    *,
    psm: int,
    languages: str = "eng",
    allowed: str = "",
    dpi: int = 300,
) -> tuple[Word, ...]:
    """The words on a picture with their letters, boxes in its pixels; see ``see_all``."""
    return see_all([picture], psm=psm, languages=languages, allowed=allowed, dpi=dpi)[0]


def see_all(
    pictures: Sequence[Image.Image],
    *,
    psm: int,
    languages: str = "eng",
    allowed: str = "",
    dpi: int = 300,
) -> list[tuple[Word, ...]]:
    """The words of each picture, all seen by one process: to start one takes longer than to read a line.

    Args:
        pictures: any mode.
        psm: Tesseract's page segmentation: 4 columns, 6 a block, 7 a line, 8 a word, 11 scattered, 13 a raw line.
        languages: ``eng``, ``rus`` or both with a plus.
        allowed: the only letters there can be; empty for all.
        dpi: what Tesseract takes the size of letters from.

    Raises:
        UserError: Tesseract ended badly, or did not end.
    """
    if not pictures:
        return []
    with tempfile.TemporaryDirectory(prefix="carpass-see-") as folder:
        paths = [Path(folder) / f"{number}.ppm" for number in range(len(pictures))]
        for picture, path in zip(pictures, paths, strict=True):
            picture.save(path, "PPM")
        listed = Path(folder) / "pictures.txt"
        listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        page = _hocr(listed, languages, f"{_config(psm, allowed)} --dpi {dpi}")
    parts = page.split("class='ocr_page'")[1:]
    # a picture that shows nothing at all has a page too
    return [_words(part) for part in parts] + [()] * (len(pictures) - len(parts))


def _hocr(listed: Path, languages: str, config: str) -> str:
    try:
        page = pytesseract.image_to_pdf_or_hocr(
            str(listed), lang=languages, config=config, extension="hocr", timeout=_SECONDS
        )
    except pytesseract.TesseractNotFoundError as error:
        raise NotInstalledError(Lacking(("tesseract", *LANGUAGES))) from error
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise UserError(
            say(QT_TRANSLATE_NOOP("recognition", "The picture could not be read.")),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("recognition", "Take another photo, or type it in.")),
            details={"tesseract": str(error)[:200]},
        ) from error
    return page if isinstance(page, str) else page.decode("utf-8")


def _words(page: str) -> tuple[Word, ...]:
    words: list[Word] = []
    box, sure = Box(0, 0, 0, 0), 0.0
    glyphs: list[Glyph] = []

    def close() -> None:
        text = "".join(glyph.char for glyph in glyphs).strip()
        if text:
            words.append(Word(text, sure, box, tuple(glyphs)))
        glyphs.clear()

    for found in _SPAN.finditer(page):
        confidence = float(found["sure"]) / 100
        if found["kind"] == "ocrx_word":
            close()
            left, top = int(found["left"]), int(found["top"])
            box = Box(left, top, int(found["right"]) - left, int(found["bottom"]) - top)
            sure = confidence
        else:
            sure_one = min(1.0, confidence)
            glyphs.extend(Glyph(char, sure_one) for char in html.unescape(found["text"]))
    close()
    return tuple(words)


def glyphs_of(words: Sequence[Word]) -> tuple[Glyph, ...]:
    """All letters of the words, from left to right."""
    ordered = sorted(words, key=lambda word: word.box.left)
    return tuple(glyph for word in ordered for glyph in word.glyphs)
