"""Reads a printed paper back: its words, where they stand, its fonts, its look as a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image
from pypdf import PdfReader

MONEY = re.compile(r"\d[.,]\d{2}(?!\d)")


@dataclass(frozen=True)
class Word:
    """A piece of text on a page; `bottom` is its baseline, in points from the sheet's foot."""

    text: str
    x: float
    bottom: float
    size: float


class Pages:
    """One PDF, read back by a library that did not write it."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.reader = PdfReader(BytesIO(pdf))

    def __len__(self) -> int:
        return len(self.reader.pages)

    def text(self, page: int) -> str:
        """Return a page's text with plain spaces."""
        return plain(self.reader.pages[page].extract_text())

    @property
    def whole(self) -> str:
        """Return the text of all pages on one line: where lines were broken does not matter."""
        return " ".join(" ".join(self.text(page) for page in range(len(self))).split())

    def words(self, page: int) -> list[Word]:
        """Return every piece of text with its place, in writing order."""
        found: list[Word] = []

        def visit(text: str, _cm: list[float], tm: list[float], _font: object, size: float) -> None:
            if text.strip():
                found.append(Word(plain(text), tm[4], tm[5], size))

        self.reader.pages[page].extract_text(visitor_text=visit)
        return found

    def fonts(self) -> dict[str, bool]:
        """Return every font's name and whether its program is inside the file."""
        fonts = {}
        for page in self.reader.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf types no dictionaries
                entry = font.get_object()
                descriptor = entry.get("/FontDescriptor")
                inside = descriptor is not None and "/FontFile2" in descriptor.get_object()
                fonts[str(entry["/BaseFont"])] = inside
        return fonts

    def picture(self, page: int, dpi: int = 200) -> Image.Image:
        """Paint a page with PDFium."""
        document = pypdfium2.PdfDocument(self.pdf)
        try:
            image: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("L")
            return image
        finally:
            document.close()

    def codes(self, page: int) -> dict[str, str]:
        """Return what a scanner reads on the painted page: text by kind and text."""
        return {
            code.text: str(code.format) for code in zxingcpp.read_barcodes(self.picture(page, 300))
        }


def plain(text: str) -> str:
    """Turn all kinds of spaces into plain ones."""
    return re.sub("[\u00a0\u202f]", " ", text)
