"""The demo: one command makes the sample shop, does the main job, prints, and exchanges with a real server."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest

from app.cli import main

KINDS = {
    "walk-in",
    "booked",
    "warranty",
    "declined job",
    "partial approval",
    "correction",
    "company customer",
    "link not approved",
    "link revoked, before",
    "link revoked, after",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command printed, and where."""
    out = tmp_path_factory.mktemp("demo")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main(["demo", "--out", str(out), "--json"])
    result: dict[str, Any] = json.loads(printed.getvalue())
    return {**result, "code": code}


def test_every_kind_of_visit_is_there_and_ends_as_it_should(made: dict[str, Any]) -> None:
    orders = {order["story"]: order for order in made["work_orders"]}
    assert made["code"] == 0
    assert len(orders) >= 12
    assert set(orders) >= KINDS
    assert orders["walk-in"]["sync"] == "delivered"
    assert orders["link not approved"]["sync"] == "awaiting_owner"
    assert orders["link revoked, before"]["sync"] == "delivered"
    assert orders["link revoked, after"]["sync"] == "revoked"
    assert orders["walk-in"]["total_minor"] == 599_000


def test_books_and_server_agree(made: dict[str, Any]) -> None:
    assert made["stock"]["levels_match"] is True
    assert made["stock"]["moves"] > made["stock"]["products"] > 300
    assert made["audit"]["chain_ok"] is True
    assert made["server"]["accepted"] > 20
    assert made["server"]["rejected"] == 0
    for invoice in made["invoices"]:
        assert invoice["net_minor"] + invoice["tax_minor"] == invoice["total_minor"]
        if invoice["state"] == "paid":
            assert invoice["paid_minor"] >= invoice["total_minor"]


def test_papers_say_what_the_summary_says(made: dict[str, Any]) -> None:
    for order in made["work_orders"]:
        texts = [_text(Path(path)) for path in order["pdf"]]
        assert len(texts) == 4
        assert all(order["number"] in text for text in texts)
    for invoice in made["invoices"]:
        assert invoice["number"] in _text(Path(invoice["pdf"]))


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
