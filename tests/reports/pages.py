"""Reads a printed paper back: its words, where they stand, its fonts, its look as a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import cast

import pypdfium2
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

MONEY = re.compile(r"(?<![\d.,])\d[\d ]*[.,]\d{2}(?![\d.,])")


@dataclass
class Box:
    """Where a run of text stands: from `left` to `right` on the baseline `bottom`, in points."""

    left: float
    right: float
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

    def boxes(self, page: int) -> list[Box]:
        """Return the box of every run of text, from the operators and widths in the file itself."""
        fonts = self._fonts(page)
        font: DictionaryObject | None = None
        size = 0.0
        found: list[Box] = []
        for operands, operator in ContentStream(
            self.reader.pages[page].get_contents(), None
        ).operations:
            if operator == b"Tf":
                font, size = fonts[operands[0]], float(operands[1])
            elif operator == b"Tm":
                found.append(Box(float(operands[4]), float(operands[4]), float(operands[5]), size))
            elif operator in {b"Tj", b"TJ"} and font is not None:
                shown = operands[0] if operator == b"TJ" else operands
                found[-1].right += sum(_advance(piece, font) for piece in shown) * size / 1000
                found[-1].size = size
        return [box for box in found if box.right > box.left]

    def _fonts(self, page: int) -> dict[str, DictionaryObject]:
        resources = cast("DictionaryObject", self.reader.pages[page]["/Resources"])
        entries = cast("DictionaryObject", resources["/Font"])
        return {name: cast("DictionaryObject", entries[name].get_object()) for name in entries}

    def fonts(self) -> dict[str, bool]:
        """Return every font's name and whether its program is inside the file."""
        fonts = {}
        for page in range(len(self)):
            for font in self._fonts(page).values():
                descriptor = cast(
                    "DictionaryObject", font.get("/FontDescriptor", DictionaryObject())
                )
                program = cast("DictionaryObject", descriptor.get_object())
                fonts[str(font["/BaseFont"])] = "/FontFile2" in program
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


def _advance(piece: object, font: DictionaryObject) -> float:
    """Return the width of a shown string, or the space a TJ number takes away, in 1/1000 em."""
    if isinstance(piece, (int, float)):
        return -float(piece)
    codes = piece if isinstance(piece, bytes) else piece.original_bytes  # type: ignore[attr-defined]  # a TextStringObject
    widths = cast("list[float]", font["/Widths"])
    return sum(float(widths[code]) for code in codes)


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Return pairs of runs of which one is written over the other."""
    found = []
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            low, high = sorted((one, other), key=lambda box: box.bottom)
            beside = min(one.right, other.right) - max(one.left, other.left) <= 0.6
            if not beside and high.bottom - low.bottom < 0.8 * low.size:
                found.append((one, other))
    return found
