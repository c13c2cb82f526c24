"""Text as it enters and as it is searched."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import TextReason, TextRefused, clean, fold, phone_key, plate_key

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def test_text_is_composed() -> None:
    assert clean("и\u0306") == "й"
    assert clean("plain") == "plain"


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("a\0b", TextReason.NUL, 1),
        ("ж\0", TextReason.NUL, 1),
        ("ab\ud800", TextReason.SURROGATE, 2),
        ("\udfff", TextReason.SURROGATE, 0),
        ("\udc80x\0", TextReason.SURROGATE, 0),
    ],
)
def test_what_no_database_keeps_is_refused(text: str, reason: TextReason, position: int) -> None:
    with pytest.raises(TextRefused) as caught:
        clean(text)
    assert (caught.value.reason, caught.value.position) == (reason, position)


@given(TEXT)
def test_clean_text_is_nfc_and_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_lets_through_only_what_can_be_stored(text: str) -> None:
    try:
        kept = clean(text)
    except TextRefused:
        assert "\0" in text or any("\ud800" <= character <= "\udfff" for character in text)
    else:
        assert "\0" not in kept
        assert kept.encode().decode() == kept


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("А123ВС", "a123bc"),
        ("a123bc", "a123bc"),
        ("АВЕКМНОРСТУХ", "abekmhopctyx"),
        ("Ёлка", "eлka"),
        ("елка", "eлka"),
        ("Straße", "strasse"),
        ("ＡＢＣ１", "abc1"),
        ("ﬁlter", "filter"),
        ("Й", "й"),
        ("в\u0323", "\u1e05"),  # the mark joins the Latin letter that the Cyrillic one became
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("авекмнорстухёАВЕКМНОРСТУХЁжЖ a1-"), max_size=20))
def test_case_and_composition_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("text", ["А 123-ВС 77", "a123bc77", "A123BC·77", "а１２３вс/77"])
def test_plates_are_found_however_they_are_typed(text: str) -> None:
    assert plate_key(text) == "a123bc77"


@pytest.mark.parametrize(
    ("text", "digits"),
    [("+7 (916) 204-18-73", "79162041873"), ("٩١٦ доб. 5", "9165"), ("", "")],
)
def test_phone_key_is_the_digits(text: str, digits: str) -> None:
    assert phone_key(text) == digits


def test_the_rules_import_nothing_heavy() -> None:
    code = (
        "import sys, models.text, models.money, models.tax, models.pricing, models.credit,"
        " models.words, models.identifiers;"
        "print([n for n in ('babel','phonenumbers','stdnum','sqlalchemy','num2words')"
        " if n in sys.modules])"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert run.stdout.strip() == "[]"


def test_a_nul_is_searched_for_as_a_space() -> None:
    assert fold("Kia\0Rio") == fold("Kia Rio")
    assert fold("Киа\0Рио") == fold("Киа Рио")
