"""Papers: made off the drawing thread, seen, printed, saved, copied; what is not possible is told in words."""

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdf
import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.kernel.errors import UserError
from models.billing import Invoice, InvoiceKind, Payment
from models.order_flow import SEALED
from models.work_orders import WorkOrder
from tests.house.tree import ROOT
from ui.papers import (
    Paper,
    PaperPanel,
    PreviewDialog,
    cash_day_report,
    invoice,
    order_papers,
    payment_receipt,
    preview,
    show_papers,
)
from ui.papers.documents import stem_of
from ui.papers.printing import Clipboard, no_printer, print_pdf, save_pdf
from ui.shell.desk import Desk
from ui.shell.window import Window


def _pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.fixture
def papers(desk: Desk) -> dict[str, Paper]:
    """One paper of every kind of the sample shop."""
    with desk.shop.reading(desk.actor) as read:
        order = read.connection.execute(
            sa.select(WorkOrder.id, WorkOrder.number).where(WorkOrder.state.in_(SEALED))
        ).first()
        bill = read.connection.execute(
            sa.select(Invoice.id, Invoice.number).where(Invoice.kind == InvoiceKind.INVOICE)
        ).first()
        note = read.connection.execute(
            sa.select(Invoice.id, Invoice.number).where(Invoice.kind == InvoiceKind.CREDIT_NOTE)
        ).first()
        money = read.connection.execute(sa.select(Payment.id, Payment.number)).first()
    assert order is not None
    assert bill is not None
    assert note is not None
    assert money is not None
    made = {paper.kind: paper for paper in order_papers(order.id, order.number, is_sealed=True)}
    made["invoice"] = invoice(bill.id, bill.number)
    made["credit_note"] = invoice(note.id, note.number, is_credit_note=True)
    made["receipt"] = payment_receipt(money.id, money.number)
    made["cash_day"] = cash_day_report(
        desk.formats.today(), opening=0, counted=None, paid_in=None, paid_out=None
    )
    return made


def test_every_paper_is_a_pdf_with_its_number(desk: Desk, papers: dict[str, Paper]) -> None:
    assert set(papers) == {
        "work_order.customer",
        "work_order.shop",
        "work_order.archive",
        "act",
        "invoice",
        "credit_note",
        "receipt",
        "cash_day",
    }
    for kind, paper in papers.items():
        with desk.shop.reading(desk.actor) as read:
            data = paper.make(read)
        text = "\n".join(_pages(data))
        assert text.strip(), kind
        assert " " not in paper.stem
    assert stem_of("SC001/26/000001", "act") == "SC001-26-000001-act"
    assert stem_of("../..") == "paper"


def test_a_panel_shows_one_paper_and_turns_to_another(
    desk: Desk, papers: dict[str, Paper], qtbot: QtBot
) -> None:
    panel = PaperPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(600, 700)
    panel.show()
    chosen = [papers["invoice"], papers["act"]]
    with qtbot.waitSignal(panel.shown):
        panel.set_papers(chosen)
    first = panel.pdf.data()
    assert panel.paper is papers["invoice"]
    assert panel.is_ready()
    with qtbot.waitSignal(panel.shown):
        panel.set_papers(chosen, 1)
    assert panel.pdf.data() == first, "the same papers: the choice stays"
    panel.set_papers([papers["receipt"]])
    qtbot.waitUntil(lambda: panel.pdf.data() not in {b"", first})


def test_what_cannot_be_made_is_told_and_can_be_tried_again(
    desk: Desk, papers: dict[str, Paper], qtbot: QtBot
) -> None:
    stranger = invoice(desk.actor.employee_id, "X-1")
    panel = PaperPanel(desk)
    qtbot.addWidget(panel)
    panel.set_papers([stranger])
    qtbot.waitUntil(lambda: "no such document" in panel.pdf.said())
    assert not panel.is_ready()
    with qtbot.waitSignal(panel.shown):
        panel.set_papers([papers["invoice"]])
    assert panel.is_ready()


def test_a_paper_is_printed_as_it_was_seen(
    desk: Desk, papers: dict[str, Paper], tmp_path: Path
) -> None:
    with desk.shop.reading(desk.actor) as read:
        data = papers["work_order.customer"].make(read)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    heard: list[tuple[int, int]] = []
    printed = print_pdf(data, printer, lambda done, total: heard.append((done, total)))
    pages = pypdf.PdfReader(tmp_path / "out.pdf").pages
    original = pypdf.PdfReader(io.BytesIO(data)).pages
    assert printed == len(pages) == len(original)
    assert heard == [(place, printed) for place in range(printed)]
    for page, given in zip(pages, original, strict=True):
        assert float(page.mediabox.width) == pytest.approx(float(given.mediabox.width), abs=2)
        assert page.images, "the page was drawn"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_take_it_is_told_in_words(
    desk: Desk, papers: dict[str, Paper], tmp_path: Path
) -> None:
    with desk.shop.reading(desk.actor) as read:
        data = papers["receipt"].make(read)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    with pytest.raises(UserError, match="did not take the paper") as told:
        print_pdf(data, printer, lambda _done, _total: None)
    assert told.value.remedy is not None


def test_a_saved_paper_ends_in_pdf_and_a_bad_place_is_told(tmp_path: Path) -> None:
    assert save_pdf(b"%PDF-", tmp_path / "bill").name == "bill.pdf"
    assert save_pdf(b"%PDF-", tmp_path / "bill.PDF").read_bytes() == b"%PDF-"
    with pytest.raises(UserError, match="could not be written"):
        save_pdf(b"%PDF-", tmp_path / "none" / "bill.pdf")


def test_a_copied_paper_is_a_file_for_other_programs() -> None:
    path = Clipboard.put(b"%PDF-1.4", "INV-1")
    mime = QGuiApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in mime.urls()] == [str(path)]
    assert bytes(mime.data("application/pdf").data()) == b"%PDF-1.4"
    assert path.name == "INV-1.pdf"


COPY = """
import stat
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from ui.papers.printing import Clipboard
application = QGuiApplication([])
path = Clipboard.put(b"%PDF-1.4", "INV-1")
print(path, path.exists(), oct(stat.S_IMODE(path.parent.stat().st_mode)))
QTimer.singleShot(0, application.quit)
application.exec()
held = QGuiApplication.clipboard().mimeData()
print(path.exists(), held is not None and held.hasUrls())
"""


def test_copies_for_the_clipboard_are_private_and_go_with_the_program(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", COPY],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    path, was_there, rights, is_there, is_offered = told.split()
    assert Path(path).is_relative_to(tmp_path)
    assert (was_there, rights) == ("True", "0o700")
    assert (is_there, is_offered) == ("False", "False")
    assert list(tmp_path.iterdir()) == []


def test_the_preview_prints_saves_copies_by_keys_and_says_when_there_is_no_printer(
    window: Window, papers: dict[str, Paper], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = window.desk
    dialog = preview(desk, "Invoice", papers["invoice"])
    qtbot.waitUntil(dialog.prints.isEnabled)
    QTest.keyClick(
        dialog.panel.pdf.sheets,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QGuiApplication.clipboard().mimeData().hasUrls()
    dialog.panel.save_to(tmp_path / "here")
    qtbot.waitUntil((tmp_path / "here.pdf").exists)
    told: list[Exception] = []
    window.show_problem = lambda _window, error, _retry: told.append(error)
    QTest.keyClick(dialog.panel.pdf.sheets, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]) == str(no_printer())
    assert dialog.isVisible(), "nothing is lost"
    dialog.cancel()


def test_the_printer_of_a_kind_of_paper_is_remembered(
    window: Window, papers: dict[str, Paper], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = window.desk
    dialog = preview(desk, "Invoice", [papers["invoice"], papers["receipt"]])
    panel = dialog.panel
    qtbot.waitUntil(dialog.prints.isEnabled)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(panel.printed):
        panel.send_to(printer)
    assert (tmp_path / "out.pdf").exists()
    desk.save("printer.Desk 1.invoice", "Laser")
    panel.know_printers(("Inkjet", ("Inkjet", "Laser")))
    assert panel.printer_name() == "Laser"
    panel.know_printers(("Inkjet", ("Inkjet",)))
    assert panel.printer_name() == "Inkjet"


def test_a_paper_goes_where_the_dialog_of_the_system_says(
    window: Window, papers: dict[str, Paper], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = preview(window.desk, "Invoice", papers["invoice"])
    qtbot.waitUntil(dialog.prints.isEnabled)
    dialog.asks.click()
    asked = dialog.panel.findChild(QPrintDialog)
    assert asked is not None
    asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(dialog.panel.printed):
        asked.done(QPrintDialog.DialogCode.Accepted)
    assert (tmp_path / "out.pdf").exists()


def test_papers_of_a_record_are_found_by_its_kind(window: Window, qtbot: QtBot) -> None:
    desk = window.desk
    with desk.shop.reading(desk.actor) as read:
        order = read.connection.execute(sa.select(WorkOrder.id)).scalars().first()
        bill = read.connection.execute(sa.select(Invoice.id)).scalars().first()
        money = read.connection.execute(sa.select(Payment.id)).scalars().first()
    for kind, key in (("work_order", order), ("invoice", bill), ("payment", money)):
        assert key is not None
        show_papers(desk, kind, key)
        qtbot.waitUntil(
            lambda: any(d.prints.isEnabled() for d in window.findChildren(PreviewDialog))
        )
        (dialog,) = window.findChildren(PreviewDialog)
        dialog.cancel()
        qtbot.waitUntil(lambda: not window.findChildren(PreviewDialog))


def test_the_day_of_a_cash_day_names_its_file() -> None:
    day = date(2026, 11, 20)
    paper = cash_day_report(day, opening=1, counted=2, paid_in=None, paid_out=None)
    assert paper.stem == "cash-2026-11-20"
