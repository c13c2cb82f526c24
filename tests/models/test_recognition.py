"""What letters of a picture mean: votes over a VIN, look-alikes as suggestions, plates, days, invoices."""

from decimal import Decimal

import pytest

from models.recognition import (
    Box,
    FieldName,
    Form,
    Glyph,
    NoteKind,
    Pass,
    Why,
    Word,
    find_invoice,
    lines_of,
    meaning_of,
    vote_odometer,
    vote_vin,
)

VIN = "XW8AN4NE3KH012845"


def seen(text: str, confidence: float = 0.97) -> Pass:
    return Pass("test", tuple(Glyph(char, confidence) for char in text))


def test_four_passes_that_agree_are_told_as_the_vin() -> None:
    field = vote_vin([seen(VIN)] * 4)
    assert field.value == VIN
    assert field.is_read
    assert not field.is_certain, "no check digit vouches for it: a person looks"


def test_r2_an_o_in_a_vin_becomes_0_only_as_a_suggestion_that_names_the_letter() -> None:
    misread = VIN.replace("KH0", "KHO")
    field = vote_vin([seen(misread), seen(VIN), seen(VIN), seen(VIN)])
    assert field.value == VIN
    assert field.raw == misread
    assert not field.is_certain
    assert field.candidates[0].why is Why.LOOK_ALIKE
    assert field.candidates[0].letter == "O"
    impossible = next(each for each in field.candidates if each.value == misread)
    assert impossible.why is Why.NO_SUCH_LETTER
    assert not impossible.is_possible


def test_r3_passes_that_differ_in_look_alikes_tell_no_vin() -> None:
    other = VIN.replace("8A", "BA", 1)
    field = vote_vin([seen(VIN), seen(VIN), seen(other), seen(VIN)])
    assert not field.is_read
    assert other in {each.value for each in field.candidates}


def test_r3_a_wrong_check_digit_is_no_vin_where_the_law_wants_it() -> None:
    wrong = "1HGCM82633A004353"
    field = vote_vin([seen(wrong)] * 4)
    assert not field.is_read
    assert NoteKind.CHECK_DIGIT_DIFFERS in {note.kind for note in field.notes}
    right = vote_vin([seen("1HGCM82633A004352")] * 4)
    assert right.is_certain


def test_one_pass_alone_is_no_reading() -> None:
    assert not vote_vin([seen(VIN), seen("XW8"), seen(""), seen("0")]).is_read


def test_the_caption_of_the_plate_is_no_part_of_the_vin() -> None:
    assert vote_vin([seen("VIN" + VIN)] * 4).value == VIN


def test_an_odometer_that_passes_read_differently_is_not_told() -> None:
    assert vote_odometer([seen("148230"), seen("148230"), seen("148230")]).value == "148230"
    assert not vote_odometer([seen("148230"), seen("143230")]).is_read
    assert vote_odometer([seen("123456.7"), seen("123456.7")]).value == "123456"


@pytest.mark.parametrize(
    ("name", "raw", "form", "value"),
    [
        (FieldName.PLATE, "A123BC777", Form.RU, "А123ВС 777"),
        (FieldName.PLATE, "MH12AB1234", Form.IN, "MH 12 AB 1234"),
        (FieldName.ISSUED_ON, "14.05.2022", Form.RU, "2022-05-14"),
        (FieldName.MAKE, "ШКОДА ОКТАВИЯ", Form.RU, "Škoda Octavia"),
        (FieldName.POWER, "110/150", Form.RU, "110/150"),
        (FieldName.MASS, "1850 / 1300", Form.RU, "1850/1300"),
        (FieldName.OWNER, "ИВАНОВА МАРИНА СЕРГЕЕВНА", Form.RU, "Иванова Марина Сергеевна"),
        (FieldName.NUMBER, "99 41 602718", Form.RU, "99 41 602718"),
        (FieldName.YEAR, "2O19", Form.RU, "2019"),
    ],
)
def test_a_field_is_kept_as_the_desk_writes_it(
    name: FieldName, raw: str, form: Form, value: str
) -> None:
    meant, factor, _, _ = meaning_of(name, raw, form)
    assert meant == value
    assert factor > 0.8


def test_power_whose_kilowatts_and_horses_differ_is_doubted() -> None:
    _, factor, _, notes = meaning_of(FieldName.POWER, "110/750", Form.RU)
    assert factor < 0.5
    assert notes[0].kind is NoteKind.DOES_NOT_SUM_UP


def test_a_house_of_a_digit_and_a_letter_o_is_only_asked_about() -> None:
    value, factor, candidates, _ = meaning_of(FieldName.HOUSE, "2О", Form.RU)
    assert value == "20"
    assert factor < 0.5
    assert candidates[0].why is Why.LOOK_ALIKE


def words(*rows: tuple[int, list[tuple[int, str]]]) -> list[Word]:
    return [
        Word(text, 0.96, Box(left, top, 14 * len(text), 24))
        for top, cells in rows
        for left, text in cells
    ]


def test_an_invoice_line_is_sure_when_quantity_times_price_is_its_sum() -> None:
    found = find_invoice(
        lines_of(
            words(
                (
                    0,
                    [(60, "Накладная"), (220, "№"), (260, "871"), (330, "от"), (380, "14.05.2025")],
                ),
                (60, [(60, "Поставщик:"), (230, "Ромашка,"), (400, "ИНН"), (460, "5029217742")]),
                (
                    120,
                    [
                        (60, "№"),
                        (120, "Артикул"),
                        (380, "Наименование"),
                        (900, "Кол-во"),
                        (1080, "Цена"),
                        (1280, "Сумма"),
                    ],
                ),
                (
                    170,
                    [
                        (60, "1"),
                        (120, "GDB1550"),
                        (380, "Колодки"),
                        (900, "2"),
                        (1080, "2790,50"),
                        (1280, "5581,00"),
                    ],
                ),
                (
                    220,
                    [
                        (60, "2"),
                        (120, "LX1566"),
                        (380, "Фильтр"),
                        (900, "3"),
                        (1080, "725,00"),
                        (1280, "2174,00"),
                    ],
                ),
                (270, [(1080, "Итого:"), (1280, "7755,00")]),
            )
        )
    )
    first, second = found.lines
    assert (first.code, first.qty, first.total) == ("GDB1550", Decimal(2), Decimal("5581.00"))
    assert first.sums_up
    assert not second.sums_up
    values = {field.name: field.value for field in found.fields}
    assert values[FieldName.NUMBER] == "871"
    assert values[FieldName.ISSUED_ON] == "2025-05-14"
    assert values[FieldName.TAX_ID] == "5029217742"
    assert values[FieldName.TOTAL] == "7755.00"
