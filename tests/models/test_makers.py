"""A VIN tells maker, country and year with the cable unplugged."""

import pytest

from models.identifiers import decode_vin, maker_count, recognise_plate


@pytest.mark.parametrize(
    ("vin", "make", "country", "year"),
    [
        ("XTA210990Y2766389", "Lada", "RU", 2000),
        ("XW8AN4NE3KH012845", "Volkswagen Group", "RU", 2019),
        ("Z94CB41AAGR323020", "Hyundai, Kia", "RU", 2016),
        ("X4XXY12345L678901", "BMW", "RU", 2005),
        ("MA3EUA61S00123456", "Maruti Suzuki", "IN", None),
        ("MAT612345KLB12345", "Tata", "IN", 2019),
        ("WVWZZZ1KZAW000001", "Volkswagen", "DE", 2010),
        ("1HGCM82633A004352", "Honda", "US", 2003),
        ("5YJ3E1EA7KF317000", "Tesla", "US", 2019),
        ("LGXCE4CB5P0000001", "BYD", "CN", 2023),
        ("JTDBR32E520012345", "Toyota", "JP", 2002),
        ("KMHCT41BEHU000001", "Hyundai", "KR", 2017),
    ],
)
def test_make_country_and_year_without_a_net(
    vin: str, make: str, country: str, year: int | None
) -> None:
    told = decode_vin(vin, 2026)
    assert told is not None
    assert (told.make, told.country) == (make, country)
    assert (told.years[0] if told.years else None) == year


def test_a_digit_in_the_seventh_place_makes_an_american_car_the_older_one() -> None:
    older, newer = decode_vin("1HGCM8263AA004352", 2026), decode_vin("1HGCM8A63AA004352", 2026)
    assert older is not None
    assert newer is not None
    assert (older.years[0], newer.years[0]) == (1980, 2010)


@pytest.mark.parametrize("text", ["GX100-6012345", "XTA21099OY2766389", "ВАЗ2101123456", ""])
def test_a_frame_number_or_a_forbidden_letter_is_no_vin(text: str) -> None:
    assert decode_vin(text, 2026) is None


def test_a_plant_is_named_in_the_language_of_the_reader() -> None:
    told = decode_vin("XW8AN4NE3KH012845", 2026)
    assert told is not None
    assert told.place_in("ru") == "Калуга, Нижний Новгород"
    assert told.place_in("en") == told.place_in("de") == "Kaluga, Nizhny Novgorod"


def test_an_unknown_maker_still_has_a_country() -> None:
    told = decode_vin("W77ZZZ1KZAW000001", 2026)
    assert told is not None
    assert (told.make, told.country) == (None, "DE")


def test_a_wrong_check_digit_only_warns() -> None:
    told = decode_vin("1HGCM82603A004352", 2026)
    assert told is not None
    assert told.check is not None
    assert told.make == "Honda"


def test_several_hundred_makers_are_known() -> None:
    assert maker_count() > 900


@pytest.mark.parametrize(
    ("text", "center", "country", "kind"),
    [
        ("А123ВС777", "RU", "RU", "car"),
        ("a123bc777", "RU", "RU", "car"),
        ("1234 АВ 77", "RU", "RU", "motorcycle"),
        ("АН 1234 77", "RU", "RU", "trailer"),
        ("АВ 123 А 77", "RU", "RU", "transit"),
        ("АМ 123 77", "RU", "RU", "taxi"),
        ("А 1234 77", "RU", "RU", "police"),
        ("004 D 017 77", "RU", "RU", "diplomatic"),
        ("а 1234 МЮ", "RU", "RU", "soviet"),
        ("MH 12 AB 1234", "IN", "IN", "car"),
        ("22 BH 1234 AA", "IN", "IN", "bharat"),
        ("B-AB 1234", "DE", "DE", "car"),
        ("AB-123-CD", "FR", "FR", "car"),
        ("AB 123 CD", "IT", "IT", "car"),
        ("1234 BCD", "ES", "ES", "car"),
        ("WA 12345", "PL", "PL", "car"),
        ("1A2 3456", "CZ", "CZ", "car"),
        ("W-12345A", "AT", "AT", "car"),
        ("1-ABC-123", "BE", "BE", "car"),
        ("123 ABC 02", "KZ", "KZ", "car"),
        ("1234 AB-7", "BY", "BY", "car"),
        ("AB-123-CD", "GE", "GE", "car"),
        ("12 AB 345", "AM", "AM", "car"),
        ("7ABC123", "US", "US", "california"),
    ],
)
def test_plates_are_known_by_their_country(text: str, center: str, country: str, kind: str) -> None:
    match = recognise_plate(text, center)
    assert match is not None
    assert (match.country, match.kind) == (country, kind)
