"""Every document read back: what it says, that it is one file, its fonts, its metadata."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from models.papers import Copy, CorrectionNote, Mark, PaperSize, TaxShare
from reports import (
    acceptance_act,
    act_of_work,
    cash_day,
    check_in_slip,
    credit_note,
    invoice,
    payment_receipt,
    work_order,
)
from reports.sections.context import UnknownLayout
from tests.build import papers_arrivals, papers_eu, papers_in, papers_ru
from tests.reports.pages import Pages, overlapping

PRINTED: dict[str, Callable[[], bytes]] = {
    "ru customer": lambda: work_order.render(papers_ru.russian_order(), Copy.CUSTOMER),
    "ru shop": lambda: work_order.render(papers_ru.russian_order(), Copy.SHOP),
    "ru archive": lambda: work_order.render(papers_ru.russian_order(), Copy.ARCHIVE),
    "ru act": lambda: act_of_work.render(papers_ru.russian_act()),
    "ru invoice": lambda: invoice.render(papers_ru.russian_invoice()),
    "ru credit note": lambda: credit_note.render(papers_ru.russian_credit_note()),
    "ru receipt": lambda: payment_receipt.render(papers_ru.russian_receipt()),
    "ru deposit": lambda: payment_receipt.render(papers_ru.russian_receipt(deposit=True)),
    "ru cash day": lambda: cash_day.render(papers_ru.russian_cash_day()),
    "ru acceptance act": lambda: acceptance_act.render(papers_arrivals.acceptance_act()),
    "ru slip": lambda: check_in_slip.render(papers_arrivals.check_in_slip()),
    "de acceptance act": lambda: acceptance_act.render(
        papers_arrivals.acceptance_act(papers_eu.european_shop().head)
    ),
    "in invoice": lambda: invoice.render(papers_in.indian_invoice()),
    "in invoice across": lambda: invoice.render(papers_in.indian_invoice(across=True)),
    "in order": lambda: work_order.render(papers_in.indian_order(), Copy.CUSTOMER),
    "in credit note": lambda: credit_note.render(papers_in.indian_credit_note()),
    "in voucher": lambda: payment_receipt.render(papers_in.indian_receipt()),
    "de invoice": lambda: invoice.render(papers_eu.european_invoice()),
    "de order": lambda: work_order.render(papers_eu.european_order(), Copy.CUSTOMER),
    "de shop": lambda: work_order.render(papers_eu.european_order(), Copy.SHOP),
    "de credit note": lambda: credit_note.render(papers_eu.european_credit_note()),
    "eu reverse": lambda: invoice.render(papers_eu.european_invoice("en", "en_IE", reverse=True)),
    "us invoice": lambda: invoice.render(papers_eu.american_invoice()),
}
LANGUAGES = {"ru": "ru", "in": "en", "de": "de", "eu": "en", "us": "en"}


@pytest.mark.parametrize("name", PRINTED)
def test_fonts_are_embedded_and_metadata_set(name: str) -> None:
    pages = Pages(PRINTED[name]())
    fonts = pages.fonts()
    assert fonts
    assert all(fonts.values()), fonts
    assert all("Noto" in font for font in fonts)
    info = pages.reader.metadata
    assert info is not None
    assert info.title
    assert info.author
    assert info.creator == "CarPass Desk"
    assert str(pages.reader.root_object["/Lang"]) == LANGUAGES[name.split(maxsplit=1)[0]]


@pytest.mark.parametrize("name", PRINTED)
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert PRINTED[name]() == PRINTED[name]()


def test_the_same_bytes_in_another_process_after_other_papers() -> None:
    program = (
        "from hashlib import sha256\n"
        "from tests.reports.test_documents import PRINTED\n"
        "[PRINTED[name]() for name in {before!r}]\n"
        "print([sha256(PRINTED[name]()).hexdigest() for name in ('in invoice', 'ru invoice')])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program.format(before=before)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for before in ([], ["in voucher", "de order", "ru act"])
    }
    assert len(answers) == 1


@pytest.mark.parametrize("name", PRINTED)
def test_every_page_says_which_of_how_many(name: str) -> None:
    words = {"ru": "Страница {} из {}", "de": "Seite {} von {}"}
    pages = Pages(PRINTED[name]())
    form = words.get(name.split(maxsplit=1)[0], "Page {} of {}")
    for number in range(len(pages)):
        assert form.format(number + 1, len(pages)) in pages.text(number)


@pytest.mark.parametrize("name", PRINTED)
def test_no_text_leaves_the_sheet_or_covers_another(name: str) -> None:
    pages = Pages(PRINTED[name]())
    for number in range(len(pages)):
        box = pages.reader.pages[number].mediabox
        boxes = pages.boxes(number)
        assert len(boxes) > 5
        for one in boxes:
            assert one.left >= 36
            assert one.right <= float(box.width) - 36
            assert 20 <= one.bottom <= float(box.height) - 25
        assert overlapping(boxes) == []


def test_a_russian_invoice_says_what_it_must() -> None:
    text = Pages(PRINTED["ru invoice"]()).whole
    for words in (
        "Счёт",
        "№ SC001-26-0711",
        "от 20 ноября 2026 г.",
        "ООО «Северный экспресс»",
        "ИНН 7715993041",
        "КПП 771501001",
        "А123ВС",
        "777",
        "XW8AN4NE3KH012845",
        "Заказ-наряд SC001-2026-11-0148",
        "без НДС",
        "НДС 22 %",
        "5 700,62",
        "32 352,50 ₽",
        "Тридцать две тысячи триста пятьдесят два рубля",
        "40702810938000012345",
        "–10 000,00",
        "22 352,50 ₽",
        "Главный бухгалтер",
    ):
        assert words in text, words


def test_a_warranty_line_stands_at_zero_with_its_word() -> None:
    text = Pages(PRINTED["ru customer"]()).whole
    line = text[text.index("Обновление прошивки") :][:90]
    assert "гарантия" in line
    assert line.count(" 0,00") == 3, "price, tax and sum"


def test_a_customer_copy_has_all_that_the_decree_wants() -> None:
    text = Pages(PRINTED["ru customer"]()).whole
    for words in (
        "Экземпляр заказчика",
        "Иванов Олег Николаевич",
        "доверенность от 01.03.2026",
        "20.11.2026, 09:02",
        "20.11.2026, 17:30",
        "ТО-90: масло и фильтры",
        "согласована лично",
        "Castrol",
        "Запасные части заказчика",
        "сертификат ЕАЭС",
        "Рекомендовано и отклонено",
        "5 880,00",
        "Рекомендации к следующему визиту",
        "94 320 км, что раньше",
        "Если найдут другие недостатки",
        "в пределах 5 000,00 ₽",
        "Порядок оплаты",
        "Гарантия",
        "возвращены заказчику",
        "AV-0388",
        "Топливо 45 %",
        "вмятина",
        "подписано 20.11.2026, 09:14",
    ):
        assert words in text, words
    assert "Согласования" not in text


def test_the_archive_copy_has_the_approvals() -> None:
    text = Pages(PRINTED["ru archive"]()).whole
    for words in (
        "Архивный экземпляр",
        "Согласования",
        "по телефону",
        "+7 916 204-18-73",
        "согласна на TRW",
        "новый итог 31 612,50",
        "9f3a77c1d2b84e60",
    ):
        assert words in text, words


def test_an_act_says_claims_and_returned_parts() -> None:
    text = Pages(PRINTED["ru act"]()).whole
    for words in (
        "Акт выполненных работ",
        "20.11.2026, 16:07",
        "Претензий к объёму и качеству нет",
        "Остаток материалов",
        "в канистре заказчика",
        "гарантия: 6 мес. или 10 000 км",
    ):
        assert words in text, words


def test_a_credit_note_names_the_invoice_it_mends() -> None:
    text = Pages(PRINTED["ru credit note"]()).whole
    assert "К счёту SC001-26-0711 от 20.11.2026" in text
    assert "Возврат неустановленной запасной части" in text
    assert "1 490,00 ₽" in text
    assert "35 912,50" in text


def test_a_receipt_says_what_was_paid_and_the_change() -> None:
    text = Pages(PRINTED["ru receipt"]()).whole
    for words in (
        "27 402,50 ₽",
        "20 000,00",
        "7 402,50",
        "597,50",
        "SC001-26-0711",
        "Двадцать семь тысяч четыреста два рубля",
        "ФПД 2731094856",
    ):
        assert words in text, words
    assert "Квитанция об авансе" in Pages(PRINTED["ru deposit"]()).whole


def test_a_cash_day_adds_up_to_the_drawer() -> None:
    text = Pages(PRINTED["ru cash day"]()).whole
    for words in ("52 408,00 ₽", "52 398,00", "–10,00", "KV-2047"):
        assert words in text, words


def test_an_indian_invoice_is_story_3() -> None:
    text = Pages(PRINTED["in invoice"]()).whole
    for words in (
        "Tax invoice",
        "SC001/2627/00001",
        "GSTIN 06AABCA1234F1Z5",
        "Haryana (06)",
        "CGST 9%",
        "SGST 9%",
        "998714",
        "483.77",
        "Round-off",
        "0.26",
        "₹6,343.00",
        "Six thousand, three hundred and forty-three rupees",
        "Reverse charge",
        "Job card",
    ):
        assert words in text, words
    assert "IGST" not in text
    across = Pages(PRINTED["in invoice across"]()).whole
    assert "IGST 18%" in across
    assert "967.54" in across
    assert "CGST" not in across
    assert "a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229" in across


def test_rates_that_differ_stand_below_their_amounts() -> None:
    mixed = (*papers_in.STORY, replace(papers_in.STORY[2], tax="gst5"))
    text = Pages(invoice.render(papers_in.indian_invoice(sold=mixed))).whole
    assert "CGST 9%" not in text
    assert "2.5%" in text
    assert text.count("9%") >= 6


def test_a_german_invoice_has_both_rates() -> None:
    text = Pages(PRINTED["de invoice"]()).whole
    for words in (
        "Rechnung",
        "Nr. RE-2026-00418",
        "USt-IdNr. DE811907980",
        "USt-IdNr. DE136695976",
        "Leistungsdatum",
        "440,97",
        "80,17",
        "1,33",
        "522,47 €",
        "Nettobetrag",
        "19 %",
        "7 %",
    ):
        assert words in text, words


def test_reverse_charge_is_said_in_words() -> None:
    text = Pages(PRINTED["eu reverse"]()).whole
    assert "Reverse charge: the customer is liable for the VAT" in text
    assert "ATU12345675" in text
    assert "DE811907980" in text
    assert "€440.97" in text


def test_an_american_invoice_is_story_13() -> None:
    pages = Pages(PRINTED["us invoice"]())
    for words in (
        "BAR no. ARD00271182",
        "247.50",
        "168.48",
        "29.12",
        "14.33",
        "$459.43",
        "rebuilt",
        "new",
        "61,220 mi",
    ):
        assert words in pages.whole, words
    assert float(pages.reader.pages[0].mediabox.height) == 792


def test_marks_are_said_and_drawn() -> None:
    paper = papers_ru.russian_invoice()
    plain = Pages(invoice.render(paper))
    head = replace(
        paper.head,
        mark=Mark.REPRINT,
        mark_number=2,
        marked_at=datetime(2026, 11, 25, 8, 3, tzinfo=UTC),
    )
    marked = Pages(invoice.render(replace(paper, head=head)))
    assert "ДУБЛИКАТ" not in plain.whole
    assert "ДУБЛИКАТ" in marked.whole
    assert "Повторная печать № 2, 25.11.2026, 11:03" in marked.whole
    both = (plain.picture(0, 100), marked.picture(0, 100))
    grey = [sum(picture.histogram()[232:242]) for picture in both]
    assert grey[1] > grey[0] + 10_000, "the word lies across the page, lighter than any text"


def test_a_draft_says_what_the_law_misses_in_red_and_where() -> None:
    paper = papers_ru.russian_order()
    customer = replace(paper.customer, address="")
    head = replace(paper.head, mark=Mark.DRAFT)
    text = Pages(
        work_order.render(
            replace(paper, head=head, customer=customer, defects_choice=None), Copy.CUSTOMER
        )
    ).whole
    assert "Не хватает для выпуска" in text
    assert "780-ЗН-8 Адрес потребителя" in text
    assert "Адрес потребителя: не заполнено (780-ЗН-8)" in text
    assert "780-ЗН-20" in text
    issued = replace(paper, customer=customer)
    assert "780-ЗН-8" not in Pages(work_order.render(issued, Copy.CUSTOMER)).whole


def test_letter_and_a4_say_the_same() -> None:
    paper = papers_ru.russian_invoice()
    letter = replace(paper, head=replace(paper.head, size=PaperSize.LETTER))
    there = Pages(invoice.render(letter))
    assert float(there.reader.pages[0].mediabox.width) == 612
    assert "32 352,50 ₽" in there.whole


def test_a_layout_of_a_newer_program_is_refused() -> None:
    paper = papers_ru.russian_invoice()
    with pytest.raises(UnknownLayout, match="layout 99"):
        invoice.render(replace(paper, head=replace(paper.head, layout=99)))


def test_a_draft_names_signs_that_would_print_as_boxes() -> None:
    paper = papers_ru.russian_invoice()
    named = replace(paper, customer=replace(paper.customer, name="ООО «漢字»"))
    draft = replace(named, head=replace(named.head, mark=Mark.DRAFT))
    text = Pages(invoice.render(draft)).whole
    assert "Эти знаки не напечатаются" in text
    assert "U+6F22, U+5B57" in text
    assert "U+6F22" not in Pages(invoice.render(named)).whole
    plain = replace(paper, head=replace(paper.head, mark=Mark.DRAFT))
    assert "не напечатаются" not in Pages(invoice.render(plain)).whole


def test_one_warranty_for_all_lines_is_said_once() -> None:
    paper = papers_ru.russian_invoice()
    same = tuple(replace(line, warranty="24 мес.") for line in paper.lines)
    text = Pages(invoice.render(replace(paper, lines=same))).whole
    assert text.count("24 мес.") == 1
    other = (replace(same[0], warranty="3 мес."), *same[1:])
    assert (
        Pages(invoice.render(replace(paper, lines=other))).whole.count("24 мес.") == len(same) - 1
    )
    told = replace(paper, lines=same, warranty_terms="24 мес.")
    assert Pages(invoice.render(told)).whole.count("24 мес.") == 1


def test_states_stand_only_on_papers_of_countries_that_want_them() -> None:
    """A region's code is a fact of the record, not a word for a Russian paper."""
    paper = papers_ru.russian_invoice()
    center = paper.head.center
    party = replace(center.party, state="50", state_code="50")
    coded = replace(
        paper,
        head=replace(paper.head, center=replace(center, party=party)),
        place_of_supply="50",
        place_of_supply_code="50",
    )
    assert Pages(invoice.render(coded)).whole == Pages(invoice.render(paper)).whole
    india = papers_in.indian_invoice(across=True)
    only_codes = replace(india, place_of_supply="07", customer=replace(india.customer, state=""))
    assert Pages(invoice.render(only_codes)).whole.count("Delhi (07)") == 2


def test_a_rate_of_zero_and_no_tax_are_two_things() -> None:
    paper = papers_ru.russian_invoice()
    zero, *rest = paper.lines
    lines = (replace(zero, tax_percent=Decimal(0), tax_name="НДС 0 %"), *rest)
    text = Pages(invoice.render(replace(paper, lines=lines))).whole
    assert "НДС 0 %" in text
    assert "без НДС" in text
    assert text.count(" 0 %") == 1


def test_a_tax_of_one_part_is_no_split_outside_india() -> None:
    """A regime may name its only tax as a part: the paper still says it once, with its rate."""
    paper = papers_eu.european_invoice()
    taxes = tuple(
        replace(
            row, parts=(TaxShare(name="USt", percent=row.percent or Decimal(0), amount=row.tax),)
        )
        for row in paper.totals.taxes
    )
    same = replace(paper, totals=replace(paper.totals, taxes=taxes))
    assert Pages(invoice.render(same)).whole == Pages(invoice.render(paper)).whole


def test_a_plate_written_in_one_piece_is_drawn_with_its_region() -> None:
    paper = papers_ru.russian_invoice()
    assert paper.vehicle is not None
    car = replace(paper.vehicle, plate="А123ВС 777", plate_region="")
    one_piece = Pages(invoice.render(replace(paper, vehicle=car)))
    assert one_piece.whole == Pages(invoice.render(paper)).whole


def test_a_correction_stands_beside_what_it_corrects() -> None:
    note = CorrectionNote(
        number="KR-0007",
        corrected_on=date(2026, 11, 27),
        field="Пробег",
        was="84 320 км",
        now="83 420 км",
        reason="Опечатка при приёме",
        decided_by="владелец, 27.11.2026",
    )
    text = Pages(
        work_order.render(replace(papers_ru.russian_order(), corrections=(note,)), Copy.CUSTOMER)
    ).whole
    for words in ("Исправления", "№ KR-0007", "83 420 км", "Опечатка при приёме", "владелец"):
        assert words in text, words
    assert "Пробег 84 320 км" in text, "the printed record stays what it was"
