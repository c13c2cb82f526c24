"""A walk-in oil service by keyboard alone: the promise of the README, counted stroke by stroke."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.kernel.tx import Shop
from ui.dressing import open_window
from ui.shell.window import Window
from ui.start import person, settle
from ui.tour.hands import Hands, activate
from ui.tour.walk_in import walk_in

MOST_STROKES = 70


@pytest.fixture
def at_work(sample_shop: Shop, tmp_path: Path) -> Iterator[Window]:
    """The manager's window, Today open, papers printed into a folder."""
    made = open_window(
        sample_shop, person(sample_shop, "lazarev"), language="en", drafts=tmp_path / "drafts"
    )
    made.desk.print_dir = tmp_path
    made.resize(1366, 768)
    made.show()
    made.open("today", None, {})
    activate(made)
    settle(made)
    yield made
    made.close()
    made.desk.close()


def test_from_the_new_order_to_the_printed_invoice(at_work: Window, tmp_path: Path) -> None:
    hands = Hands(at_work, at_work.desk.runner)
    walked = walk_in(hands)
    assert walked.strokes <= MOST_STROKES
    hands.wait(lambda: list(tmp_path.glob("*.pdf")), "no paper was printed")
    papers = list(tmp_path.glob("*.pdf"))
    assert len(papers) == 1
    assert papers[0].stem.startswith("INV-")
    text = PdfReader(papers[0]).pages[0].extract_text()
    assert "Н834КВ" in text.replace(" ", "")
    assert "5 490,00" in text.replace("\N{NO-BREAK SPACE}", " ")
