"""The page that reads photos, in a real window, with the real Tesseract."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from app.cli.drawn import Kind
from app.cli.drawn.sample import draw
from app.inventory import (
    Arrived,
    MatchedBy,
    MatchedLine,
    ProductView,
)
from app.recognition import Picture, Verdict, compare_reading
from app.vehicles import find_vehicles
from models.recognition import (
    Box,
    Candidate,
    Document,
    FieldName,
    GoodsLine,
    Note,
    NoteKind,
    PictureReading,
    ReadField,
    Why,
)
from tests.ui.goods import product_of
from ui.inventory.receive import ReceiveDialog
from ui.inventory.taken import Taken
from ui.recognition.page import RecognitionPage
from ui.recognition.state import review
from ui.shell.window import Window
from ui.start import settle


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    drawn = draw(Kind.RU, 0, is_hard=False)
    path = tmp_path_factory.mktemp("ui-photos") / "sts.png"
    drawn.image.save(path)
    return path, dict(drawn.truth)


def opened(window: Window, document: Document) -> RecognitionPage:
    window.open("recognition", None, {"document": document.value})
    settle(window)
    page = window.page
    assert isinstance(page, RecognitionPage)
    return page


def read(qtbot: QtBot, window: Window, page: RecognitionPage, path: Path) -> None:
    page.read_file(path)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is not page.busy, timeout=60_000)
    settle(window)


def test_what_was_accepted_by_keys_stands_in_the_card_and_nothing_before(
    qtbot: QtBot, window: Window, paper: tuple[Path, dict[str, str]]
) -> None:
    path, truth = paper
    page = opened(window, Document.CERTIFICATE)
    commits = window.desk.commits
    read(qtbot, window, page, path)
    assert page.stack.currentWidget() is page.review
    assert page.badge.isVisible()
    assert window.desk.commits == commits
    row = page.review.current
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.asked.verdict is Verdict.ACCEPTED
    following = page.review.current
    assert following is not None
    assert following is not row
    QTest.keyClick(following, Qt.Key.Key_Delete)
    assert following.asked.verdict is Verdict.SKIPPED
    vin = next(each for each in page.review.rows if each.name is FieldName.VIN)
    page.review.go(FieldName.VIN)
    QTest.keyClick(vin, Qt.Key.Key_Return)
    page.certain.click()
    assert page.state is not None
    assert str(page.state.taken) in page.transfer.text()
    page.transfer.click()
    qtbot.waitUntil(lambda: window.place == "customers", timeout=10_000)
    settle(window)
    with window.desk.shop.reading(window.desk.actor) as reading:
        found = find_vehicles(reading, truth["vin"])
    assert found
    assert found[0].vin == truth["vin"]


@pytest.fixture(scope="module")
def plate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    drawn = draw(Kind.VIN, 0, is_hard=False)
    path = tmp_path_factory.mktemp("ui-plates") / "plate.png"
    drawn.image.save(path)
    return path, drawn.truth["vin"]


def test_of_a_dropped_file_a_value_is_typed_by_hand_and_a_spot_is_read_again(
    qtbot: QtBot, window: Window, plate: tuple[Path, str]
) -> None:
    path, vin = plate
    page = opened(window, Document.VIN_PLATE)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review, timeout=60_000)
    settle(window)
    row = page.review.current
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_F2)
    assert row.edit is not None
    row.edit.selectAll()
    QTest.keyClicks(row.edit, "XW8AN4NE3KH012845")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert row.asked.verdict is Verdict.CHANGED
    assert row.asked.value == "XW8AN4NE3KH012845"
    box = row.asked.read.box
    assert box is not None
    before = row.asked
    view = page.review.view
    start = view.mapFromScene(QPointF(box.left - 4, box.top - 4))
    end = view.mapFromScene(QPointF(box.right + 4, box.bottom + 4))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: row.asked is not before, timeout=30_000)
    assert row.asked.value == vin
    assert row.asked.verdict is None


def test_without_tesseract_the_page_names_the_command_and_the_desk_works_on(
    qtbot: QtBot,
    window: Window,
    paper: tuple[Path, dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    page = opened(window, Document.CERTIFICATE)
    assert page.start.command.isVisible()
    assert page.start.command.text().startswith("sudo apt install tesseract-ocr")
    read(qtbot, window, page, paper[0])
    assert page.stack.currentWidget() is page.start
    window.open("customers", None, {})
    settle(window)
    assert window.place == "customers"


def test_a_pasted_picture_is_read(qtbot: QtBot, window: Window, plate: tuple[Path, str]) -> None:
    path, vin = plate
    page = opened(window, Document.VIN_PLATE)
    QApplication.clipboard().setImage(QImage(str(path)))
    page.paste()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review, timeout=60_000)
    assert page.review.rows[0].asked.value == vin


def test_an_invoice_becomes_the_draft_of_a_receipt(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    drawn = draw(Kind.INVOICE, 0, is_hard=False)
    path = tmp_path / "bill.png"
    drawn.image.save(path)
    page = opened(window, Document.INVOICE)
    read(qtbot, window, page, path)
    assert len(page.goods) == len(drawn.lines)
    commits = window.desk.commits
    page.transfer.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ReceiveDialog)), timeout=10_000)
    dialog = window.findChildren(ReceiveDialog)[0]
    filled = [line for line in dialog.lines if not line.is_empty]
    assert [line.qty.value() for line in filled] == [line[1] for line in drawn.lines]
    assert window.desk.commits == commits


def line_of(code: str, qty: int, top: int, found: ProductView | None) -> MatchedLine:
    read = GoodsLine(code, code, Decimal(qty), Decimal(100), None, 0.9, Box(0, top, 9, 9))
    return MatchedLine(read, found, MatchedBy.CODE if found else MatchedBy.NOTHING)


def test_what_became_of_an_invoice_in_the_dialog_is_told(window: Window) -> None:
    part = product_of(window, "GDB1550")
    fields = (
        ReadField(FieldName.NUMBER, "871", 0.9),
        ReadField(FieldName.TOTAL, "300.00", 0.9),
    )
    read = PictureReading(Document.INVOICE, None, fields, 9, 9, "ab" * 32)
    taken = Taken(read, "871", "RUB")
    for row, qty in enumerate((1, 2, 3)):
        taken.read(row, line_of("GDB", qty, row, part))
    booked: dict[object, Arrived] = {
        0: Arrived(product_id=part.id, qty=Decimal(1), cost_amount=10000),
        1: Arrived(product_id=part.id, qty=Decimal(2), cost_amount=9900),
    }
    told = taken.decided("871", booked)
    assert [verdict for verdict, _ in told.lines] == ["accepted", "changed", "skipped"]
    assert [each.verdict for each in told.decisions] == ["accepted", "skipped"]
    assert taken.decided("872", booked).decisions[0].verdict is Verdict.CHANGED


def test_a_doubtful_vin_fits_beside_its_picture_and_a_name_keeps_its_ampersand(
    window: Window,
) -> None:
    vin, spot = "TMB1RKVY79T025300", Box(2, 2, 200, 30)
    asked = (
        Candidate(vin, 0.93, Why.LOOK_ALIKE, "I", 4),
        Candidate("TMBIRKVY79T025300", 0.0, Why.NO_SUCH_LETTER, "I", 4, is_possible=False),
    )
    notes = (Note(NoteKind.AGREED, "4/4"), Note(NoteKind.CORRECTED, "I"))
    fields = (
        ReadField(FieldName.VIN, vin, 0.93, spot, "TMBIRKVY79T025300", asked, notes),
        ReadField(FieldName.SUPPLIER, "Parts & More Ltd", 0.92),
        ReadField(FieldName.TOTAL, "83966.44", 0.99),
    )
    reading = PictureReading(Document.VIN_PLATE, None, fields, 300, 60, "ab" * 32)
    page = opened(window, Document.VIN_PLATE)
    held = io.BytesIO()
    Image.new("RGB", (300, 60), "gray").save(held, "PNG")
    with window.desk.shop.reading(window.desk.actor) as base:
        found = compare_reading(base, reading, None, now=window.desk.now())
    page.picture, page.state = Picture(reading, held.getvalue()), review(found)
    page.review.show_reading("plate.png", page.picture, page.state, ())
    page.stack.setCurrentWidget(page.review)
    settle(window)
    rows, room = page.review.rows, page.review.area.viewport().width()
    for row in rows:
        page.review.enter(row)
        settle(window)
        assert row.minimumSizeHint().width() <= room
        assert row.width() <= room
    page.review.enter(rows[1])
    names = {each.text() for each in rows[1].findChildren(QRadioButton)}
    assert names == {"Parts && More Ltd"}
    assert "83,966.44" in rows[2].accessibleName()
