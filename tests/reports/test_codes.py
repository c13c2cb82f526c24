"""Codes a scanner reads from the printed page, and Hindi as it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from models.papers import Copy, LineKind, Seal
from reports import act_of_work, credit_note, invoice, payment_receipt, work_order
from tests.build import papers_eu, papers_in, papers_ru
from tests.reports.pages import MONEY, Pages


@pytest.fixture(scope="module")
def shop() -> Pages:
    return Pages(work_order.render(papers_ru.russian_order(), Copy.SHOP))


def test_the_shop_copy_has_no_money_at_all(shop: Pages) -> None:
    """Not one figure with two decimals, no currency, no word of price, in text or in a code."""
    paper = papers_ru.russian_order()
    text = shop.whole.replace("0,14 мм", "").replace("84 320", "")  # measured, not paid
    assert MONEY.findall(text) == []
    for word in ("₽", "RUB", "Цена", "Сумма", "НДС", "Аванс", "руб", "Скидка", "оплат"):
        assert word not in text, word
    amounts = {line.total.decimal for job in paper.jobs for line in job.lines}
    amounts |= {line.unit_price.decimal for job in paper.jobs for line in job.lines}
    digits = text.replace(" ", "")
    for amount in amounts:
        assert amount < 100 or str(int(amount)) not in digits, amount
    assert all("3740250" not in code for code in shop.codes(0)), "the seal's code holds the total"


def test_the_shop_copy_has_a_barcode_for_every_labour_line(shop: Pages) -> None:
    paper = papers_ru.russian_order()
    wanted = {
        line.barcode for job in paper.jobs for line in job.lines if line.kind is LineKind.LABOUR
    }
    codes = shop.codes(0)
    assert wanted | {"SC001-2026-11-0148"} == set(codes)
    assert set(codes.values()) == {"Code 128"}
    assert all(each in shop.whole for each in wanted), "and its text below it"


def test_the_shop_copy_says_what_to_do(shop: Pages) -> None:
    for words in (
        "Пост 2, подъёмник",
        "Стук и вибрация",
        "Замена передних тормозных дисков",
        "1,8",
        "н/ч",
        "Малинин П.",
        "Диск тормозной передний",
        "DF6184",
        "Готово",
        "Выдано",
        "20.11.2026, 17:30",
        "Замена стоек стабилизатора, обе",
        "Контроль качества",
    ):
        assert words in shop.whole, words
    assert len(shop) == 1


def test_the_shop_copy_in_german() -> None:
    pages = Pages(work_order.render(papers_eu.european_order(), Copy.SHOP))
    assert MONEY.findall(pages.whole) == []
    assert "€" not in pages.whole
    assert {"0077-0", "LE-2026-11-0077"} == set(pages.codes(0))


@pytest.mark.parametrize(
    "pdf",
    [
        pytest.param(lambda: invoice.render(papers_ru.russian_invoice()), id="invoice"),
        pytest.param(lambda: credit_note.render(papers_ru.russian_credit_note()), id="credit note"),
        pytest.param(lambda: act_of_work.render(papers_ru.russian_act()), id="act"),
        pytest.param(lambda: payment_receipt.render(papers_ru.russian_receipt()), id="receipt"),
    ],
)
def test_the_qr_holds_the_signed_text(pdf: Callable[[], bytes]) -> None:
    pages = Pages(pdf())
    codes = pages.codes(len(pages) - 1)
    (payload,) = codes
    assert codes[payload] == "QR Code"
    assert payload.startswith("https://carpass.example/v/1#")
    info = pages.reader.metadata
    assert info is not None
    assert info.keywords == payload, "a program reads it without a camera"


def test_the_printed_hash_and_key_are_the_seals() -> None:
    text = Pages(invoice.render(papers_ru.russian_invoice())).whole.replace(" ", "")
    assert "9f3a77c1d2b84e60a1c5f0e7b3d9482c6e1f50a7948b2d3c7e6f1a0b9c8d7e6f" in text
    assert "Ключподписиk7f2" in text


def test_the_indian_invoice_has_the_authoritys_code_too() -> None:
    pages = Pages(invoice.render(papers_in.indian_invoice(across=True)))
    codes = pages.codes(len(pages) - 1)
    assert len(codes) == 2
    assert any(code.startswith("eyJhbGciOiJSUzI1NiJ9.") for code in codes)


def test_a_long_payload_still_reads() -> None:
    paper = papers_ru.russian_invoice()
    payload = "CP1:" + "Ab3_" * 150
    sealed = replace(paper, head=replace(paper.head, seal=Seal(payload=payload)))
    assert payload in Pages(invoice.render(sealed)).codes(0)


def test_a_payload_no_symbol_can_hold_is_refused() -> None:
    paper = papers_ru.russian_invoice()
    sealed = replace(paper, head=replace(paper.head, seal=Seal(payload="x" * 5000)))
    with pytest.raises(ValueError, match=r"(?i)too long|error"):
        invoice.render(sealed)


def test_a_paper_without_a_seal_has_no_code() -> None:
    paper = papers_ru.russian_invoice()
    pages = Pages(invoice.render(replace(paper, head=replace(paper.head, seal=None))))
    assert pages.codes(0) == {}
    assert "Проверить подлинность" not in pages.whole


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(image).point(lambda value: 255 if value > 60 else 0).getbbox()
    assert box is not None
    return box


def test_hindi_looks_shaped() -> None:
    """किसान: the matra ि is drawn left of क, though it is spoken (and spelled) after it.

    The word with its matra must begin with the matra's thin stem, not with क's round body.
    """
    pictures = []
    for name in ("किकिकि", "ककक"):
        paper = papers_in.indian_invoice()
        party = replace(paper.customer, name=name, address="", state="", state_code="", phone="")
        page = Pages(invoice.render(replace(paper, customer=party))).picture(0, 300)
        top = int(page.height * 0.164)
        crop = page.crop((180, top, 180 + 260, top + 70))
        pictures.append(crop.crop(ink(crop)))
    matra, bare = pictures
    assert matra.width > bare.width * 1.3, "the matra takes room of its own"
    assert matra.height > bare.height, "and bows above the line"
    stem, body = (
        picture.crop((0, 0, 6, picture.height)).point(lambda value: 255 * (value < 128)).getbbox()
        for picture in pictures
    )
    assert stem is not None
    assert body is not None
    assert stem[3] - stem[1] > body[3] - body[1], "a stem stands at the beginning"


def test_hindi_can_be_copied_and_searched() -> None:
    """Shaped glyphs have private codes; the file says beside them what they mean."""
    pages = Pages(invoice.render(papers_in.indian_invoice()))
    contents = pages.reader.pages[0].get_contents()
    assert contents is not None
    said = "श्री राजेश कुमार शर्मा".encode("utf-16-be").hex().upper()
    assert f"/Span <</ActualText <FEFF{said}>>> BDC".encode() in contents.get_data()
    assert contents.get_data().count(b"BDC") == contents.get_data().count(b"EMC")


def test_the_hindi_font_is_only_there_when_needed() -> None:
    assert not any(
        "Devanagari" in name for name in Pages(invoice.render(papers_ru.russian_invoice())).fonts()
    )
    assert any(
        "Devanagari" in name for name in Pages(invoice.render(papers_in.indian_invoice())).fonts()
    )
