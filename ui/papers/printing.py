"""Printing a PDF as it was seen: on a printer, into a file, onto the clipboard as a file."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QRectF, QSizeF, QUrl
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

_DOTS: Final = 300
"""Dots an inch at which a page is drawn for a printer: text stays sharp, a page stays below 40 MB."""
_POINTS: Final = 72
_POINT_UNIT: Final = QPageSize.Unit.Point

Step = Callable[[int, int], None]


def printer_names() -> tuple[str, tuple[str, ...]]:
    """The usual printer (empty when there is none), and all of them. Asks the system: not on the GUI thread."""
    return QPrinterInfo.defaultPrinterName(), tuple(QPrinterInfo.availablePrinterNames())


def print_into(folder: Path, data: bytes, stem: str) -> Path:
    """Put the paper into the folder as a PDF that no earlier one is lost to; UserError when it cannot be written."""
    path = folder / f"{stem}.pdf"
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}).pdf"
        number += 1
    return save_pdf(data, path)


def no_printer() -> UserError:
    """What is said when nothing can be printed on: nothing is lost, and there is another way."""
    return UserError(
        say(QT_TRANSLATE_NOOP("papers", "No printer is set up on this computer.")),
        reason=Reason.UNSUPPORTED,
        remedy=say(
            QT_TRANSLATE_NOOP(
                "papers",
                "Save the paper as a PDF and print it elsewhere, or add a printer in the system's settings.",
            )
        ),
    )


def _not_printed(name: str) -> UserError:
    return UserError(
        say(QT_TRANSLATE_NOOP("papers", "The printer {name} did not take the paper."), name=name),
        reason=Reason.FILE,
        remedy=say(
            QT_TRANSLATE_NOOP(
                "papers", "Look whether it is switched on and connected, or choose another one."
            )
        ),
    )


def print_pdf(data: bytes, printer: QPrinter, step: Step) -> int:
    """Print every page as large as it is, as many times as the printer was told; returns the pages printed.

    ``step`` hears (done, all) before each page and may raise to stop. Raises UserError when the printer does not
    take it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = _wanted(printer, document.pageCount())
    _set_page(printer, document.pagePointSize(0))
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise _not_printed(printer.printerName())
    try:
        for place, page in enumerate(pages):
            step(place, len(pages))
            if place and not printer.newPage():
                raise _not_printed(printer.printerName())
            _draw(painter, printer, document, page)
    finally:
        painter.end()
        document.close()
    return len(pages)


def _wanted(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage(), printer.toPage()
    if not first:
        return list(range(count))
    return [page for page in range(first - 1, last or count) if page < count]


def _set_page(printer: QPrinter, size: QSizeF) -> None:
    """The sheet the paper was made for, whatever the printer has as its usual one."""
    upright = size if size.height() >= size.width() else size.transposed()
    printer.setPageSize(QPageSize(upright, _POINT_UNIT, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    is_tall = size.height() >= size.width()
    printer.setPageOrientation(
        QPageLayout.Orientation.Portrait if is_tall else QPageLayout.Orientation.Landscape
    )
    printer.setFullPage(True)


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    scale = min(printer.resolution(), _DOTS) / _POINTS
    image = document.render(page, (size * scale).toSize())
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    place = printer.pageRect(QPrinter.Unit.DevicePixel)
    whole = QRectF(-place.left(), -place.top(), sheet.width(), sheet.height())
    wide = size.width() / _POINTS * printer.resolution()
    high = size.height() / _POINTS * printer.resolution()
    shrink = min(whole.width() / wide, whole.height() / high, 1.0)
    painter.drawImage(QRectF(whole.left(), whole.top(), wide * shrink, high * shrink), image)


def save_pdf(data: bytes, path: Path) -> Path:
    """Write the PDF; UserError in words when the place cannot be written."""
    target = path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")
    try:
        target.write_bytes(data)
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("papers", "{name} could not be written: {why}"),
                name=target.name,
                why=error.strerror or "",
            ),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("papers", "Choose another folder.")),
        ) from error
    return target


class Clipboard:
    """Copies of papers as files, for mail programs and messengers; the files go away with the program."""

    _folder: tempfile.TemporaryDirectory[str] | None = None

    @classmethod
    def put(cls, data: bytes, stem: str) -> Path:
        """Put the PDF onto the clipboard as a file and as data; returns the file."""
        if cls._folder is None:
            cls._folder = tempfile.TemporaryDirectory(prefix="carpass-paper-")
            application = QGuiApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(cls.forget)
        path = Path(cls._folder.name) / f"{stem}.pdf"
        path.write_bytes(data)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        mime.setData("application/pdf", QByteArray(data))
        QGuiApplication.clipboard().setMimeData(mime)
        return path

    @classmethod
    def forget(cls) -> None:
        """Take our copy off the clipboard, unless something else is there by now, and its files with it."""
        if cls._folder is None:
            return
        here = QUrl.fromLocalFile(cls._folder.name)
        clipboard = QGuiApplication.clipboard()
        # an empty clipboard has none on some systems
        held = cast("QMimeData | None", clipboard.mimeData())
        if held is not None and any(here.isParentOf(url) for url in held.urls()):
            clipboard.clear()
        cls._folder.cleanup()
        cls._folder = None
