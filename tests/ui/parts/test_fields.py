"""Phones, plates and VINs as people type them."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.parts.fields import PhoneEdit, PlateEdit, VinEdit, phone_reader, plate_reader, vin_reader
from widgets.theme import install


@pytest.mark.parametrize(
    "text",
    ["8 (916) 204-18-73", "+7 916 204 18 73", "9162041873", "8-916-204-18-73", "+79162041873"],
)
def test_any_form_of_a_phone_is_the_same(text: str) -> None:
    reading = phone_reader("RU")(text)
    assert reading.value == "+79162041873"
    assert reading.text == "+7 916 204-18-73"
    assert reading.warning == ""


def test_an_extension_stays() -> None:
    reading = phone_reader("RU")("+7 495 123-45-67 доб. 12")
    assert reading.value == "+74951234567 ext. 12"
    assert phone_reader("RU")(str(reading.value)).value == reading.value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("позвоню сам", "no letters"),
        ("916 204", "too short"),
        ("+7 916 204-18-73-55-66-77", "too long"),
        ("#*#", "Type digits"),
        ("+999 12345678", "No country"),
    ],
)
def test_what_is_no_phone_says_how_to_mend_it(text: str, says: str) -> None:
    reading = phone_reader("RU")(text)
    assert reading.value is None
    assert says in reading.problem


@pytest.mark.parametrize("text", ["а123вс777", "A123BC 777", "а 123 вс 777", "A123ВС777"])
def test_look_alike_plates_are_one(text: str) -> None:
    assert plate_reader("RU")(text).value == "А123ВС 777"


def test_plates_of_other_countries_and_of_none() -> None:
    assert plate_reader("IN")("mh12ab1234").value == "MH 12 AB 1234"
    odd = plate_reader("RU")("тест-1")
    assert odd.value == "ТЕСТ-1"
    assert "No country" in odd.warning
    assert plate_reader("RU")("—").problem
    assert plate_reader("RU")("  ").value is None


def test_a_check_digit_only_warns() -> None:
    good = vin_reader()("1hgcm82633a004352")
    assert (good.value, good.warning) == ("1HGCM82633A004352", "")
    doubtful = vin_reader()("1HGCM82633A004353")
    assert doubtful.value == "1HGCM82633A004353"
    assert "Saved anyway" in doubtful.warning
    # European makers put something else into the ninth place
    assert vin_reader()("XW8AN4NE3KH012845").warning == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("XW8AN4NE3KH01284", "this one 16"),
        ("XW8AN4NE3KHO12845", "Did you mean XW8AN4NE3KH012845?"),
        ("XW8AN4NE3KHЖ12845", "place 12"),
    ],
)
def test_what_is_no_vin_says_how_to_mend_it(text: str, says: str) -> None:
    reading = vin_reader()(text)
    assert reading.value is None
    assert says in reading.problem


def test_fields_show_what_is_stored(qapp: QApplication, qtbot: QtBot) -> None:
    install(qapp, "light", 1.0)
    phone, plate, vin = (
        PhoneEdit("RU", name="Phone"),
        PlateEdit("RU", name="Plate"),
        VinEdit(name="VIN"),
    )
    for field in (phone, plate, vin):
        qtbot.addWidget(field)
    phone.set_value("+79162041873")
    assert phone.text() == "+7 916 204-18-73"
    assert phone.value() == "+79162041873"
    plate.set_text("a123bc777")
    assert plate.value() == "А123ВС 777"
    vin.set_text("хw8аn4nе3кн012845")
    assert vin.value() == "XW8AN4NE3KH012845"
    phone.set_value(None)
    assert phone.value() is None
