"""What stands in a cell: its words, its form for a spreadsheet, the marks of a search."""

import pytest

from widgets.values import (
    Badge,
    Figure,
    Mark,
    Meter,
    PlateText,
    Rich,
    cell_text,
    clip_text,
    highlight,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("Škoda", "Škoda"),
        (12, "12"),
        (Badge("Готов", "circle-check", "good"), "Готов"),
        (PlateText("А123ВС", "777"), "А123ВС 777"),
        (PlateText("MH12AB1234"), "MH12AB1234"),
        (Figure("37 402", ",50"), "37 402,50"),
        (Mark("13:00", "alarm-clock", "bad"), "13:00"),
        (Meter(0.388, "38,8 %"), "38,8 %"),
        (Meter(0.5), "50%"),
        (Rich((("Ма", ""), ("ри", "match"), ("на", ""))), "Марина"),
    ],
)
def test_every_value_has_words(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_spreadsheet_gets_numbers_without_group_spaces_and_no_formula() -> None:
    assert clip_text(Figure("37\u00a0402", ",50")) == "37402,50"
    assert clip_text(Figure("1\u202f037\u202f402", ",50")) == "1037402,50"
    assert clip_text("two words") == "two words"
    assert clip_text("a\tb\nc") == "a b c"
    assert clip_text('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert clip_text("+7 916 204-18-73") == "+7 916 204-18-73"


def test_a_find_is_marked_in_the_case_it_stands_in() -> None:
    assert highlight("Марина Кольцова", ["МАРИ"]) == Rich((("Мари", "match"), ("на Кольцова", "")))
    assert highlight("Юрий Ким", ["ри", "ким"]) == Rich(
        (("Ю", ""), ("ри", "match"), ("й ", ""), ("Ким", "match"))
    )


def test_finds_that_touch_become_one() -> None:
    assert highlight("Марина", ["мар", "ари"]) == Rich((("Мари", "match"), ("на", "")))


def test_a_text_without_the_word_stays_as_it_is() -> None:
    assert highlight("Марина", ["x"]) == "Марина"
    assert highlight("Марина", [""]) == "Марина"


def test_a_fold_that_changes_the_length_does_not_shift_the_mark() -> None:
    assert highlight("Straße 5", ["straße"], str.casefold) == Rich(
        (("Straße", "match"), (" 5", ""))
    )
