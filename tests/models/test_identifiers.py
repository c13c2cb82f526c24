"""Telephones and tax ids as people type them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identifiers import (
    PhoneReason,
    PhoneRefused,
    TaxIdKind,
    TaxIdReason,
    TaxIdRefused,
    gstin_place,
    masked_phone,
    read_phone,
    read_tax_id,
)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("8 (916) 204-18-73", "RU"),
        ("+7 916 204 18 73", "RU"),
        ("+7(916)2041873", "IN"),
        ("9162041873", "RU"),
        ("89162041873", "RU"),
        ("７ 916 204 18 73", "RU"),
        (" 8-916-204-18-73 ", "RU"),
        ("8.916.204.18.73", "RU"),
        ("8 916 204–18–73", "RU"),
    ],
)
def test_a_number_is_read_however_it_is_typed(text: str, region: str) -> None:
    number = read_phone(text, region)
    assert number.e164 == "+79162041873"
    assert number.international == "+7 916 204-18-73"
    assert (number.region, number.extension, number.is_known) == ("RU", "", True)


@pytest.mark.parametrize(
    ("text", "region", "e164"),
    [
        ("098765 43210", "IN", "+919876543210"),
        ("(916) 555-0123", "US", "+19165550123"),
        ("030 123456", "DE", "+4930123456"),
        ("00 49 30 123456", "EE", "+4930123456"),
    ],
)
def test_numbers_without_a_plus_follow_the_country(text: str, region: str, e164: str) -> None:
    assert read_phone(text, region).e164 == e164


@pytest.mark.parametrize("end", ["доб. 12", "доб 12", "ext. 12", ", вн. 12", " x12", "#12"])
def test_an_extension_stands_apart(end: str) -> None:
    number = read_phone(f"8 (495) 204-18-73 {end}", "RU")
    assert (number.e164, number.extension) == ("+74952041873", "12")


def test_an_unknown_range_of_the_right_length_is_kept_and_marked() -> None:
    assert not read_phone("+7 116 204-18-73", "RU").is_known


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", PhoneReason.EMPTY),
        ("   ", PhoneReason.EMPTY),
        ("8-800-FLOWERS", PhoneReason.LETTERS),
        ("Анна 8 916 204-18-73", PhoneReason.LETTERS),
        ("8 916 2O4-18-73", PhoneReason.LETTERS),
        ("+999 123456789", PhoneReason.COUNTRY),
        ("204-18", PhoneReason.TOO_SHORT),
        ("12", PhoneReason.TOO_SHORT),
        ("8 916 204 18 73 99 55 11", PhoneReason.TOO_LONG),
        ("8" * 40, PhoneReason.TOO_LONG),
        ("+7 (916) 204-18-73-99", PhoneReason.WRONG_LENGTH),
        ("8 916 204-18-73; 8 916 204-18-74", PhoneReason.NOT_A_NUMBER),
        ("8 916\t204-18-73\0", PhoneReason.NOT_A_NUMBER),
        ("+", PhoneReason.NOT_A_NUMBER),
        ("8 916 204-18-73 доб. ", PhoneReason.LETTERS),
    ],
)
def test_what_cannot_be_called_is_refused_with_its_reason(text: str, reason: PhoneReason) -> None:
    with pytest.raises(PhoneRefused) as caught:
        read_phone(text, "RU")
    assert caught.value.reason is reason


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    number = None
    with suppress(PhoneRefused):
        number = read_phone(text, "RU")
    if number is not None:
        assert number.e164.startswith("+")
        assert read_phone(number.e164, "RU").e164 == number.e164


@pytest.mark.parametrize(
    ("e164", "masked"),
    [
        ("+79162041873", "+7 916 ***-**-73"),
        ("+919876543210", "+91 987** ***10"),
        ("+19165550123", "+1 916-***-**23"),
        ("+3725123456", "+372 *** **56"),
        ("тел. 12345", "***. ***45"),
        ("", ""),
    ],
)
def test_a_masked_number_hides_most_of_it(e164: str, masked: str) -> None:
    assert masked_phone(e164) == masked


@given(st.integers(9000000000, 9999999999))
def test_a_mask_shows_at_most_five_digits_of_a_russian_number(number: int) -> None:
    masked = masked_phone(f"+7{number}")
    assert masked.count("*") == 5
    assert sum(character.isdecimal() for character in masked) == 6


@pytest.mark.parametrize(
    ("kind", "text", "normal"),
    [
        (TaxIdKind.INN, "7707083893", "7707083893"),
        (TaxIdKind.INN, " 5001 0073 2259 ", "500100732259"),
        (TaxIdKind.KPP, "7736 01 001", "773601001"),
        (TaxIdKind.KPP, "7736ab001", "7736AB001"),
        (TaxIdKind.OGRN, "1022200525819", "1022200525819"),
        (TaxIdKind.OGRN, "385768585948949", "385768585948949"),
        (TaxIdKind.GSTIN, "27aapfu0939f1zv", "27AAPFU0939F1ZV"),
        (TaxIdKind.PAN, "acupa7085r", "ACUPA7085R"),
        (TaxIdKind.EU_VAT, "DE 136,695 976", "DE136695976"),
        (TaxIdKind.EU_VAT, "fr 40 303 265 045", "FR40303265045"),
    ],
)
def test_tax_ids_are_kept_in_their_normal_form(kind: TaxIdKind, text: str, normal: str) -> None:
    assert read_tax_id(kind, text) == normal


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (TaxIdKind.INN, "7707083894", TaxIdReason.CHECK_DIGIT),
        (TaxIdKind.INN, "500100732258", TaxIdReason.CHECK_DIGIT),
        (TaxIdKind.INN, "77070838", TaxIdReason.LENGTH),
        (TaxIdKind.INN, "770708389X", TaxIdReason.FORMAT),
        (TaxIdKind.INN, "٧٧٠٧٠٨٣٨٩٣", TaxIdReason.FORMAT),
        (TaxIdKind.KPP, "77360100", TaxIdReason.LENGTH),
        (TaxIdKind.KPP, "7736А1001", TaxIdReason.FORMAT),
        (TaxIdKind.KPP, "77360100٣", TaxIdReason.FORMAT),
        (TaxIdKind.OGRN, "1022500001328", TaxIdReason.CHECK_DIGIT),
        (TaxIdKind.GSTIN, "27AAPFU0939F1ZA", TaxIdReason.CHECK_DIGIT),
        (TaxIdKind.GSTIN, "99AAPFU0939F1ZV", TaxIdReason.COMPONENT),
        (TaxIdKind.PAN, "ACUP", TaxIdReason.LENGTH),
        (TaxIdKind.EU_VAT, "DE136695978", TaxIdReason.CHECK_DIGIT),
        (TaxIdKind.EU_VAT, "US136695976", TaxIdReason.COMPONENT),
        (TaxIdKind.EU_VAT, "", TaxIdReason.COMPONENT),
    ],
)
def test_a_wrong_tax_id_is_refused_with_its_reason(
    kind: TaxIdKind, text: str, reason: TaxIdReason
) -> None:
    with pytest.raises(TaxIdRefused) as caught:
        read_tax_id(kind, text)
    assert (caught.value.kind, caught.value.reason) == (kind, reason)


@given(st.sampled_from(TaxIdKind), st.text(max_size=20))
def test_no_text_breaks_the_tax_ids(kind: TaxIdKind, text: str) -> None:
    normal = None
    with suppress(TaxIdRefused):
        normal = read_tax_id(kind, text)
    if normal is not None:
        assert read_tax_id(kind, normal) == normal


def test_the_gstin_tells_the_place_of_supply() -> None:
    assert gstin_place("27AAPFU0939F1ZV") == "27"
