"""What letters of a picture mean: votes over a VIN, look-alikes as suggestions, plates, days, invoices."""

from decimal import Decimal

import pytest

from models.identifiers.vin import check_digit
from models.recognition import (
    MADE_FOR_VIN,
    Box,
    FieldName,
    Form,
    Glyph,
    NoteKind,
    Pass,
    Why,
    Word,
    find_certificate,
    find_invoice,
    lines_of,
    meaning_of,
    meant_code,
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


def likes(text: str) -> list[dict[str, float]]:
    """Spots of ink that are like these letters, and like nothing else."""
    return [{char: 0.95 if char == true else 0.3 for char in MADE_FOR_VIN} for true in text]


@pytest.mark.parametrize("digit", ["5", "9", "8"])
def test_r3_a_digit_that_every_pass_takes_for_an_s_is_told_by_its_shape_and_else_not_at_all(
    digit: str,
) -> None:
    true = f"WVW{digit}KK2Y65RC36868"
    misread = [seen("WVWSKK2Y65RC36868")] * 4
    assert not vote_vin(misread).is_read
    told = vote_vin(misread, None, likes(true))
    assert told.value == true
    assert told.is_read
    assert not told.is_certain, "a person looks"
    unlike = [dict.fromkeys(MADE_FOR_VIN, 0.3) for _ in true]
    assert not vote_vin(misread, None, unlike).is_read


def test_of_a_blurred_plate_nothing_is_told_that_no_check_digit_proves() -> None:
    blurred = [
        {char: 0.7 if char == true else 0.3 for char in MADE_FOR_VIN}
        for true in "WVW5KK2Y65RC36868"
    ]
    assert vote_vin([seen("WVW5KK2Y65RC36868")] * 4, None, likes("WVW5KK2Y65RC36868")).is_read
    assert not vote_vin([seen("WVW5KK2Y65RC36868")] * 4, None, blurred).is_read
    proven = "1HGCM82633A004352"
    assert vote_vin(
        [seen(proven)] * 4, None, [{c: x - 0.25 for c, x in e.items()} for e in likes(proven)]
    ).is_read


def test_a_check_digit_nobody_demands_makes_no_vin_certain() -> None:
    fits = next(
        vin
        for vin in (f"WVW0KK2Y{digit}6RC36868" for digit in "0123456789X")
        if vin[8] == check_digit(vin)
    )
    field = vote_vin([seen(fits)] * 4, None, likes(fits))
    assert field.is_read
    assert not field.is_certain


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


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("©30005", "C30005"),
        ("C©30005", "C30005"),
        ("SW30-4L", "5W30-4L"),
        ("5wW30-4L", "5W30-4L"),
        ("SWF1234", "SWF1234"),
        ("GDB1550", "GDB1550"),
    ],
)
def test_r3_a_sign_that_no_code_has_is_exchanged(read: str, meant: str) -> None:
    assert meant_code(read) == meant


HEADS = [(60, "№"), (120, "Артикул"), (380, "Наименование"), (900, "Кол-во"), (1080, "Цена")]


def test_r3_an_exchanged_letter_of_a_code_and_two_bars_of_an_eleven_are_seen_through() -> None:
    goods = [
        (60, "1"),
        (120, "©30005"),
        (380, "Свеча"),
        (900, "nN"),
        (1080, "640,75"),
        (1280, "7048,25"),
    ]
    (line,) = find_invoice(lines_of(words((120, [*HEADS, (1280, "Сумма")]), (170, goods)))).lines
    assert (line.code, line.other_code) == ("C30005", "©30005")
    assert (line.qty, line.sums_up) == (Decimal(11), True)
    assert line.confidence <= 0.7, "a suggestion"


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


def test_what_is_left_of_a_caption_beside_it_is_no_value() -> None:
    rows = words(
        (0, [(60, "Идентификационный"), (310, "номер"), (390, "(ММ)")]),
        (40, [(60, VIN)]),
        (90, [(60, "Год"), (110, "выпуска"), (220, "ТС")]),
        (130, [(60, "2019")]),
    )
    found = {each.name: each.raw for each in find_certificate(lines_of(rows), Form.RU)}
    assert found == {FieldName.VIN: VIN, FieldName.YEAR: "2019"}


def test_a_nought_among_the_letters_of_a_plate_is_taken_for_an_o_only_as_a_suggestion() -> None:
    value, factor, candidates, notes = meaning_of(FieldName.PLATE, "А9210016", Form.RU)
    assert value == "А921ОО 16"
    assert factor < 0.9
    assert candidates[0].why is Why.LOOK_ALIKE
    assert notes[0].kind is NoteKind.CORRECTED
