"""Amounts in words: stories S1 and S3, known mistake 5, and another library as a witness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from models.money import Money
from models.words import WordsRefused, amount_in_words


@pytest.mark.parametrize(
    ("minor", "words"),
    [
        (714000, "семь тысяч сто сорок рублей, ноль копеек"),
        (2101, "двадцать один рубль, одна копейка"),
        (100205, "одна тысяча два рубля, пять копеек"),
        (200, "два рубля, ноль копеек"),
        (500, "пять рублей, ноль копеек"),
        (1111, "одиннадцать рублей, одиннадцать копеек"),
        (1422, "четырнадцать рублей, двадцать две копейки"),
        (11100, "сто одиннадцать рублей, ноль копеек"),
        (0, "ноль рублей, ноль копеек"),
        (-2101, "минус двадцать один рубль, одна копейка"),
        (2_000_000_00, "два миллиона рублей, ноль копеек"),
        (21_002_000_04, "двадцать один миллион две тысячи рублей, четыре копейки"),
        (1_000_000_000_00, "один миллиард рублей, ноль копеек"),
    ],
)
def test_story_1_roubles_and_kopecks(minor: int, words: str) -> None:
    assert amount_in_words(Money(minor, "RUB"), "ru") == words


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(2101, "USD"), "двадцать один доллар США, один цент"),
        (Money(100205, "EUR"), "одна тысяча два евро, пять центов"),
        (Money(2202, "UAH"), "двадцать две гривны, две копейки"),
        (Money(300, "BYN"), "три белорусских рубля, ноль копеек"),
        (Money(501, "KZT"), "пять тенге, один тиын"),
        (Money(2101, "INR"), "двадцать одна рупия, одна пайса"),
        (Money(1442, "JPY"), "одна тысяча четыреста сорок две иены"),
    ],
)
def test_other_money_in_russian(money: Money, words: str) -> None:
    assert amount_in_words(money, "ru_RU") == words


@pytest.mark.parametrize(
    ("rupees", "words"),
    [
        (1_00_000, "one lakh"),
        (10_00_000, "ten lakh"),
        (
            1_23_45_678,
            "one crore, twenty-three lakh, forty-five thousand, six hundred and seventy-eight",
        ),
        (6_343, "six thousand, three hundred and forty-three"),
        (118, "one hundred and eighteen"),
        (1_00_005, "one lakh and five"),
        (10_00_00_00_000, "one thousand crore"),
        (0, "zero"),
    ],
)
def test_story_3_known_mistake_5_lakh_and_crore(rupees: int, words: str) -> None:
    assert amount_in_words(Money(rupees * 100, "INR"), "en-IN") == f"{words} rupees only"


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(100, "INR"), "one rupee only"),
        (Money(11805, "INR"), "one hundred and eighteen rupees and five paise only"),
        (Money(1, "INR"), "zero rupees and one paisa only"),
        (Money(-100, "INR"), "minus one rupee only"),
        (
            Money(45943, "USD"),
            "four hundred and fifty-nine US dollars and forty-three cents",
        ),
        (Money(101, "EUR"), "one euro and one cent"),
        (Money(10_000_000, "EUR"), "one hundred thousand euros and zero cents"),
        (Money(1500, "JPY"), "one thousand, five hundred yen"),
    ],
)
def test_english(money: Money, words: str) -> None:
    assert amount_in_words(money, "en") == words


@pytest.mark.parametrize(
    ("minor", "words"),
    [
        (1_00_000_00, "एक लाख रुपये मात्र"),
        (1_23_45_678_00, "एक करोड़ तेईस लाख पैंतालीस हजार छह सौ अठहत्तर रुपये मात्र"),
        (6_343_00, "छह हजार तीन सौ तैंतालीस रुपये मात्र"),
        (100, "एक रुपया मात्र"),
        (205, "दो रुपये और पाँच पैसे मात्र"),
        (1, "शून्य रुपये और एक पैसा मात्र"),
        (-100, "ऋण एक रुपया मात्र"),
    ],
)
def test_hindi(minor: int, words: str) -> None:
    assert amount_in_words(Money(minor, "INR"), "hi_IN") == words


def test_every_hindi_number_below_a_hundred_has_its_own_name() -> None:
    names = {amount_in_words(Money(number * 100, "INR"), "hi") for number in range(100)}
    assert len(names) == 100


@given(st.one_of(st.integers(0, 9_999_999_999), st.integers(0, 3_000)))
def test_lakh_and_crore_agree_with_another_library(rupees: int) -> None:
    noun = "rupee" if rupees == 1 else "rupees"
    expected = f"{num2words(rupees, lang='en_IN')} {noun} only"
    assert amount_in_words(Money(rupees * 100, "INR"), "en") == expected


@given(st.one_of(st.integers(0, 10**17), st.integers(0, 3_000)))
def test_english_thousands_agree_with_another_library(euros: int) -> None:
    noun = "euro" if euros == 1 else "euros"
    expected = f"{num2words(euros, lang='en')} {noun} and zero cents"
    assert amount_in_words(Money(euros * 100, "EUR"), "en") == expected


@given(st.one_of(st.integers(0, 10**17), st.integers(0, 3_000)))
def test_russian_numbers_agree_with_another_library(roubles: int) -> None:
    words = amount_in_words(Money(roubles * 100, "RUB"), "ru")
    number, _, noun = words.removesuffix(", ноль копеек").rpartition(" ")
    assert number == num2words(roubles, lang="ru")
    assert noun in {"рубль", "рубля", "рублей"}


@given(st.integers(-(2**63), 2**63 - 1), st.sampled_from(["ru", "en", "hi"]))
def test_everything_the_database_holds_has_words(minor: int, language: str) -> None:
    assert amount_in_words(Money(minor, "INR"), language)


@pytest.mark.parametrize(
    ("money", "language"),
    [
        (Money(1, "RUB"), "fr"),
        (Money(1, "RUB"), ""),
        (Money(1, "XAF"), "ru"),
        (Money(1, "XAF"), "en"),
        (Money(1, "EUR"), "hi"),
        (Money(10**25, "RUB"), "ru"),
        (Money(10**25, "EUR"), "en"),
    ],
)
def test_what_has_no_words_is_refused(money: Money, language: str) -> None:
    with pytest.raises(WordsRefused):
        amount_in_words(money, language)
