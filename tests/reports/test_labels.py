"""Words on papers: every language whole, every key used, every use with a key."""

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from app.arrivals import every_panel
from app.arrivals.condition import ID_KINDS, KIT_STATES
from models.arrivals import Authority, Cleanliness, KitItem, Lamp, MarkKind, PhotoSlot, View
from models.papers import (
    ApprovalMethod,
    Copy,
    DefectsChoice,
    InvoiceKind,
    JobState,
    Mark,
    OldPartFate,
    PartCondition,
    Payer,
    PaymentMethod,
    SignatureRole,
)
from reports.labels import FOLDER, labels, languages

REPORTS = Path(__file__).resolve().parents[2] / "reports"
SOURCES = "\n".join(path.read_text("utf-8") for path in sorted(REPORTS.rglob("*.py")))
TABLES = {name: json.loads((FOLDER / f"{name}.json").read_text("utf-8")) for name in languages()}
BY_VALUE = {
    "copy": Copy,
    "title": InvoiceKind,
    "condition": PartCondition,
    "defects": DefectsChoice,
    "fate": OldPartFate,
    "method": PaymentMethod,
    "how": ApprovalMethod,
    "role": SignatureRole,
    "authority": Authority,
    "clean": Cleanliness,
    "kit": KitItem,
    "lamp": Lamp,
    "mark": MarkKind,
    "slot": PhotoSlot,
    "view": View,
}
MADE_UP = (
    *(f"{start}.{each.value}" for start, kind in BY_VALUE.items() for each in kind),
    *(
        f"{start}.{each.value}"
        for start in ("mark", "marked")
        for each in Mark
        if each.value != "none"
    ),
    *(f"payer.{each.value}" for each in Payer if each is not Payer.CUSTOMER),
    *(f"job.{each.value}" for each in JobState if each is not JobState.APPROVED),
    *(f"unit.{each}" for each in ("km", "mi")),
    *(f"bank.{each}" for each in ("bic", "ifsc", "swift", "routing")),
    *(f"sum.{each}" for each in ("labour", "parts", "fees")),
    *(f"panel.{each}" for each in every_panel()),
    *(f"kit_state.{each}" for each in KIT_STATES if each != "present"),
    *(f"id_seen.{each}" for each in ID_KINDS),
)
COLUMNS = re.compile(
    r"col\.(no|name|hsn|condition|qty|unit|price|discount|net|rate|tax|total|amount)"
)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def plain_keys(table: dict[str, str]) -> set[str]:
    return {key for key in table if "@" not in key}


def test_russian_english_and_german_are_there() -> None:
    assert set(languages()) >= {"ru", "en", "de"}


@pytest.mark.parametrize("language", languages())
def test_a_language_says_everything_with_the_same_places(language: str) -> None:
    table, english = TABLES[language], TABLES["en"]
    assert plain_keys(table) == plain_keys(english)
    for key in plain_keys(table):
        assert placeholders(table[key]) == placeholders(english[key]), key
    for key in set(table) - plain_keys(table):
        assert placeholders(table[key]) == placeholders(english[key.split("@")[0]]), key
    assert all(words.strip() == words and words for words in table.values())


def test_every_word_that_the_code_asks_for_is_there() -> None:
    asked = set(re.findall(r'word\(\s*"([\w.]+)"', SOURCES)) | set(MADE_UP)
    assert len(asked) > 150
    assert asked - plain_keys(TABLES["en"]) == set()


def test_no_word_stands_in_the_tables_for_nothing() -> None:
    unused = {
        key
        for key in plain_keys(TABLES["en"])
        if not re.search(rf"[\"']{re.escape(key)}[\"']", SOURCES)
        and key not in MADE_UP
        and not COLUMNS.match(key)
        and not key.startswith("id.")
    }
    assert unused == set()


def test_a_country_may_use_its_own_word() -> None:
    assert labels("en", "IN")("title.work_order") == "Job card"
    assert labels("en", "DE")("title.work_order") == "Work order"
    assert labels("en", "US")("title.work_order") == "Repair order"


def test_an_unknown_language_is_served_in_english() -> None:
    assert labels("fi", "FI")("customer") == "Customer"
    assert labels("ru-RU", "RU")("customer") == "Заказчик"


def test_places_are_filled() -> None:
    assert labels("ru", "RU")("page", page="2", pages="5") == "Страница 2 из 5"
    with pytest.raises(KeyError):
        labels("ru", "RU")("no such words")
