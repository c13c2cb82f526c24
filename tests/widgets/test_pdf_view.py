"""Pages of a PDF: shown, turned, zoomed, found in; always on white sheets."""

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from widgets.buttons import Button
from widgets.pdf_view import STEPS, PdfPreview
from widgets.theme import install, theme


def pdf(*pages: str) -> bytes:
    """A PDF with one line of text on each page."""
    made = io.BytesIO()
    paper = canvas.Canvas(made, pagesize=A4)
    for text in pages:
        paper.drawString(72, 700, text)
        paper.showPage()
    paper.save()
    return made.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, qapp: QApplication) -> PdfPreview:
    install(qapp, "light")
    made = PdfPreview(name="Invoice")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def test_pages_come_and_are_turned_by_keys(preview: PdfPreview) -> None:
    seen: list[tuple[int, int]] = []
    preview.page_changed.connect(lambda page, count: seen.append((page, count)))
    assert preview.show_pdf(pdf("one", "two", "three"))
    assert preview.pages() == 3
    assert seen[-1] == (1, 3)
    QTest.keyClick(preview.sheets, Qt.Key.Key_PageDown)
    assert seen[-1] == (2, 3)
    QTest.keyClick(preview.sheets, Qt.Key.Key_PageUp)
    assert seen[-1] == (1, 3)
    QTest.keyClick(preview.sheets, Qt.Key.Key_End)
    assert seen[-1] == (3, 3)
    assert "three" in preview.sheets.accessibleDescription()
    assert preview.sheets.accessibleName() == "Invoice"


def test_a_page_is_white_in_the_dark(preview: PdfPreview, qtbot: QtBot) -> None:
    theme().use(mode="dark")
    preview.show_pdf(pdf("one"))
    qtbot.waitUntil(lambda: preview.sheets.image(0) is not None)
    shot = preview.sheets.viewport().grab().toImage()
    middle = shot.pixelColor(shot.width() // 2, shot.height() // 2)
    assert middle == QColor("#FFFFFF")
    assert shot.pixelColor(2, 2) == theme().colour("surface.sunken")


def test_zoom_goes_by_steps_and_follows_the_window(preview: PdfPreview) -> None:
    preview.show_pdf(pdf("one"))
    before = preview.sheets.zoom()
    preview.resize(900, 600)
    assert preview.sheets.zoom() > before
    preview.sheets.set_zoom(1.0)
    preview.sheets.step(1)
    assert preview.sheets.zoom() == 1.25
    for _ in STEPS:
        preview.sheets.step(-1)
    assert preview.sheets.zoom() == STEPS[0]
    preview.fit()
    preview.fit()
    assert preview.sheets.mode() == "page"
    assert preview.sheets.verticalScrollBar().maximum() == 0


def test_words_are_found_one_after_the_other(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(pdf("brake disc", "oil", "brake pad"))
    preview.look_for("brake")
    model = preview.sheets.found
    qtbot.waitUntil(lambda: model.rowCount(model.index(-1, 0)) == 2)
    places = []
    for _ in range(3):
        preview.sheets.next_hit()
        places.append(model.resultAtIndex(preview.sheets.hit()).page())
    assert places == [0, 2, 0]
    assert preview.end_find()
    assert not preview.end_find()


def test_what_is_no_pdf_is_told_in_words(preview: PdfPreview) -> None:
    assert not preview.show_pdf(b"plain text")
    assert "not a PDF" in preview.said()
    assert preview.data() == b""
    pressed: list[bool] = []
    preview.show_problem("The database does not answer.", lambda: pressed.append(True))
    assert preview.said() == "The database does not answer."
    (again,) = [each for each in preview.findChildren(Button) if each.text() == "Try again"]
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert preview.show_pdf(pdf("again"))
    assert preview.said() == ""
