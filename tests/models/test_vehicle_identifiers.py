"""VINs and number plates: refused, warned about, recognised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identifiers import (
    PLATE_COUNTRIES,
    Severity,
    VinReason,
    decode_vin,
    normalise_vin,
    recognise_plate,
    vin_problems,
    vin_refused,
)
from models.identifiers.vin import check_digit
from models.text import plate_key

GOOD = "1M8GDM9AXKP042788"
VINS = st.text(st.sampled_from("0123456789ABCDEFGHJKLMNPRSTUVWXYZ"), min_size=17, max_size=17)


def test_a_good_vin_has_no_problem() -> None:
    assert vin_problems(GOOD) == ()
    assert vin_problems("1m8-gdm9a xkp042788") == ()


def test_look_alikes_become_latin() -> None:
    assert normalise_vin("хта210990у2766389") == "XTA210990Y2766389"


@pytest.mark.parametrize("length", [0, 1, 16, 18])
def test_a_wrong_length_is_refused(length: int) -> None:
    (problem,) = vin_problems("1" * length)
    assert (problem.reason, problem.severity) == (VinReason.LENGTH, Severity.REFUSED)
    assert problem.found == str(length)


@pytest.mark.parametrize(
    ("letter", "meant"), [("I", "1"), ("O", "0"), ("Q", "0"), ("О", "0"), ("i", "1")]
)
def test_letters_that_read_as_digits_are_refused_with_a_suggestion(letter: str, meant: str) -> None:
    (problem,) = vin_problems("XTA21" + letter + "990Y2766389")
    assert (problem.reason, problem.severity) == (VinReason.LETTER, Severity.REFUSED)
    assert problem.position == 6
    assert problem.suggestion == f"XTA21{meant}990Y2766389"


@pytest.mark.parametrize("character", ["_", "Ж", "*", "é"])
def test_other_characters_are_refused(character: str) -> None:
    vin = GOOD[:8] + character + GOOD[9:]
    (problem,) = vin_problems(vin)
    assert (problem.reason, problem.position) == (VinReason.CHARACTER, 9)
    assert vin_refused(vin)


@pytest.mark.parametrize("region", "12345L")
def test_a_wrong_check_digit_only_warns_where_the_law_wants_one(region: str) -> None:
    vin = region + GOOD[1:8] + "Z" + GOOD[9:]
    (problem,) = vin_problems(vin)
    assert (problem.reason, problem.severity) == (VinReason.CHECK_DIGIT, Severity.WARNING)
    assert not vin_refused(vin)


def test_a_wrong_check_digit_is_only_a_note_in_europe() -> None:
    (problem,) = vin_problems("WVWZZZ1JZXW000001")
    assert (problem.reason, problem.severity) == (VinReason.CHECK_DIGIT, Severity.NOTE)


@pytest.mark.parametrize(
    ("vin", "digit"),
    [("1M8GDM9AXKP042788", "X"), ("11111111111111111", "1"), ("5GZCZ43D13S812715", "1")],
)
def test_check_digits_of_published_examples(vin: str, digit: str) -> None:
    assert check_digit(vin) == digit


@given(VINS, st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_noticed(vin: str, place: int, digit: str) -> None:
    vin = "1" + vin[1:]
    right = vin[:8] + check_digit(vin) + vin[9:]
    assert vin_problems(right) == ()
    wrong = right[:place] + digit + right[place + 1 :]
    same_value = right[place].isdecimal() and int(right[place]) == int(digit)
    if place not in {0, 8} and right[place].isdecimal() and not same_value:
        assert [problem.reason for problem in vin_problems(wrong)] == [VinReason.CHECK_DIGIT]


@given(st.text(max_size=20))
def test_no_text_breaks_the_vin_rules(text: str) -> None:
    problems = vin_problems(text)
    hint = decode_vin(text, 2026)
    assert (hint is None) is vin_refused(text)
    assert problems or hint is not None


@given(VINS, st.integers(1990, 2060))
def test_years_are_never_later_than_next_year(vin: str, this_year: int) -> None:
    hint = decode_vin(vin, this_year)
    assert hint is not None
    years = hint.years
    assert all(1980 <= year <= this_year + 1 for year in years)
    assert len({year % 30 for year in years}) <= 1


@pytest.mark.parametrize(
    ("vin", "make", "country", "years"),
    [
        ("XTA210990Y2766389", "Lada", "RU", (2000,)),
        ("WVWZZZ1JZXW000001", "Volkswagen", "DE", (1999,)),
        ("MA3EWDE1S00123456", "Maruti Suzuki", "IN", ()),
        ("SALLAAAF5AA500001", "Land Rover", "GB", (2010, 1980)),
        ("WBA3A5C50CF256651", "BMW", "DE", (2012, 1982)),
        ("KMHDU46D17U000001", "Hyundai", "KR", (2007,)),
        ("5GZCZ43D13S812715", "Saturn", "US", (2003,)),
        # one plant, two makes: neither is written down
        ("Z94CT41CBFR000001", None, "RU", (2015, 1985)),
        ("XW8ZZZ61ZFG000001", None, "RU", (2015, 1985)),
        ("ZZZZZZZZZZZZZZZZZ", None, "SI", ()),
    ],
)
def test_a_vin_tells_the_make_to_write_down_and_the_year(
    vin: str, make: str | None, country: str, years: tuple[int, ...]
) -> None:
    told = decode_vin(vin, 2026)
    assert told is not None
    assert (told.one_make, told.country, told.years) == (make, country, years)


@pytest.mark.parametrize(
    ("text", "country", "plate"),
    [
        ("А123ВС77", "RU", "А123ВС 77"),
        ("a 123 bc 777", "RU", "А123ВС 777"),
        ("A123BC 77 RUS", "RU", "А123ВС 77"),
        ("А12ОВС77", "RU", "А120ВС 77"),
        ("0123АВ77", "RU", "0123АВ 77"),
        ("АВ123477", "RU", "АВ1234 77"),
        ("ав 123 77", "RU", "АВ123 77"),
        ("mh-12-ab-1234", "IN", "MH 12 AB 1234"),
        ("DL3CAB1234", "IN", "DL 3 CAB 1234"),
        ("22bh1234aa", "IN", "22 BH 1234 AA"),
        ("b-ab 1234", "DE", "B-AB 1234"),
        ("GÖ-AB 12E", "DE", "GÖ-AB 12E"),
        ("aa123aa", "FR", "AA-123-AA"),
        ("1234bcd", "ES", "1234 BCD"),
        ("1abc234", "BE", "1-ABC-234"),
        ("123abc", "EE", "123 ABC"),
        ("abc123", "LT", "ABC 123"),
        ("12ab34", "NL", "12-AB-34"),
        ("wa12345", "PL", "WA 12345"),
        ("AB-12", "FI", "AB-12"),
        ("AB1234", "LV", "AB-1234"),
        ("ab12cde", "GB", "AB12 CDE"),
        ("1234AB7", "BY", "1234 AB-7"),
        ("123ABC02", "KZ", "123 ABC 02"),
        ("АА1234ВВ", "UA", "AA 1234 BB"),
        ("abc1234", "US", "ABC 1234"),
    ],
)
def test_plates_are_recognised(text: str, country: str, plate: str) -> None:
    match = recognise_plate(text)
    assert match is not None
    assert (match.country, match.plate) == (country, plate)
    assert match.key == plate_key(plate)


@pytest.mark.parametrize(
    ("text", "home", "plate"),
    [
        ("н333ае", "RU", "Н333АЕ"),
        ("H333AE", "NL", "H-333-AE"),
        ("AA123AA", "IT", "AA 123 AA"),
        ("1ABC234", "US", "1ABC234"),
        ("ABC123", "SE", "ABC 123"),
        ("HELLO", "US", "HELLO"),
        ("MH121234", "IN", "MH 12 1234"),
        ("131d12345", "IE", "131-D-12345"),
        ("aabc123", "HU", "AA BC-123"),
        ("AB12CD", "PT", "AB-12-CD"),
        ("ab12345", "DK", "AB 12 345"),
        ("b123abc", "RO", "B 123 ABC"),
        ("СВ1234АВ", "BG", "CB 1234 AB"),
        ("zg1234ab", "HR", "ZG 1234-AB"),
        ("ba123cd", "SK", "BA 123CD"),
        ("ljab123", "SI", "LJ AB-123"),
        ("ikh1234", "GR", "IKH-1234"),
        ("ab1234", "LU", "AB 1234"),
        ("abc123", "CY", "ABC 123"),
        ("abc123", "MT", "ABC 123"),
    ],
)
def test_the_forms_of_the_own_country_win(text: str, home: str, plate: str) -> None:
    match = recognise_plate(text, home)
    assert match is not None
    assert (match.country, match.plate) == (home, plate)
    assert home not in match.others


def test_a_plate_of_every_country_of_the_union_is_known() -> None:
    union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
    assert set(union.split()) <= set(PLATE_COUNTRIES)


def test_the_same_plate_typed_in_latin_and_cyrillic_is_one() -> None:
    latin, cyrillic = recognise_plate("A123BC77"), recognise_plate("А123ВС77")
    assert latin is not None
    assert latin == cyrillic
    assert latin.latin == "A123BC77"


@pytest.mark.parametrize("text", ["", "???", "ХХ", "А000АА77", "А123ВС00", "ЖЖЖ 123", "HELLO"])
def test_what_no_country_writes_is_not_recognised(text: str) -> None:
    assert recognise_plate(text) is None


@given(st.text(max_size=14), st.sampled_from([None, *PLATE_COUNTRIES]))
def test_no_text_breaks_the_plates(text: str, country: str | None) -> None:
    match = recognise_plate(text, country)
    if match is not None:
        assert match.country in PLATE_COUNTRIES
        again = recognise_plate(match.plate, match.country)
        assert again is not None
        assert (again.plate, again.key) == (match.plate, match.key)
