"""Papers of many lines and long texts: heads, page counts, the same total, nothing over another."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from models.papers import Copy, InvoicePaper, PaperSize
from reports import act_of_work, cash_day, invoice, work_order
from tests.build import papers_eu, papers_in, papers_ru
from tests.reports.pages import Pages, overlapping


def long_invoice(count: int) -> InvoicePaper:
    """So many lines: the first of them come from the list, the last is the towing."""
    return papers_ru.russian_invoice(sold=papers_ru.long_list(count - 1))


@pytest.fixture(scope="module")
def long() -> Pages:
    return Pages(invoice.render(long_invoice(120)))


def test_120_lines_have_a_head_on_each_page_of_the_table(long: Pages) -> None:
    assert len(long) > 3
    with_lines = [number for number in range(len(long)) if "позиция" in long.text(number)]
    assert with_lines == list(range(len(with_lines)))
    for number in with_lines:
        assert "Работа, запасная часть" in long.text(number)
        assert f"Страница {number + 1} из {len(long)}" in long.text(number)
    for number in range(1, len(long)):
        assert long.text(number).count("Счёт № SC001-26-0711") == 2, "running head and foot"


def test_120_lines_are_all_there_once_and_in_order(long: Pages) -> None:
    places = [int(place) for place in re.findall(r"позиция (\d+)", long.whole)]
    assert places == list(range(1, 120))


def test_120_lines_have_the_same_total_as_the_paper(long: Pages) -> None:
    paper = long_invoice(120)
    total = sum((line.total for line in paper.lines[1:]), paper.lines[0].total)
    assert total == paper.totals.total
    written = f"{total.decimal:,.2f}".replace(",", " ").replace(".", ",")
    assert f"{written} ₽" in long.whole


def test_the_total_stands_with_a_line_whatever_the_count() -> None:
    """From the count that just fills a page to the one that just does not."""
    for count in range(18, 30):
        pages = Pages(invoice.render(long_invoice(count)))
        (page,) = [n for n in range(len(pages)) if "Всего к оплате" in pages.text(n)]
        text = pages.text(page)
        assert "Эвакуатор" in text, f"{count} lines: the total is parted from the last line"
        assert text.index("Эвакуатор") < text.index("Всего к оплате")
        assert "Сумма прописью" in text


def test_120_lines_of_a_work_order_keep_their_heads_and_groups() -> None:
    order = papers_ru.russian_order(sold=[papers_ru.long_list(60), papers_ru.long_list(60)])
    pages = Pages(work_order.render(order, Copy.ARCHIVE))
    with_lines = [number for number in range(len(pages)) if "позиция" in pages.text(number)]
    assert all("Работа, запасная часть" in pages.text(number) for number in with_lines)
    assert "2.60" in pages.whole
    for number in with_lines:
        assert overlapping(pages.boxes(number)) == []


def test_120_lines_in_india_and_in_germany() -> None:
    india = Pages(invoice.render(papers_in.indian_invoice(sold=papers_in.STORY * 40)))
    for number in range(len(india) - 1):
        assert "Description" in india.text(number)
        assert f"Page {number + 1} of {len(india)}" in india.text(number)
        assert overlapping(india.boxes(number)) == []
    paper = papers_eu.european_invoice()
    german = Pages(invoice.render(replace(paper, lines=paper.lines * 24)))
    assert len(german) >= 3
    assert all("Bezeichnung" in german.text(number) for number in range(len(german) - 1))


LONG_NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft "
HINDI = "कार्यशाला प्रबंधक निरीक्षण विभाग गुरुग्राम हरियाणा "


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("text", [LONG_NAME * 4, "Ж" * 300, HINDI * 6, "a/b-c " * 80])
def test_texts_of_any_length_are_never_written_over_another(text: str, size: PaperSize) -> None:
    paper = papers_ru.russian_order()
    party = replace(paper.customer, name=text, address=text, email=text, contact=text)
    center = replace(
        paper.head.center,
        brand=text[:200],
        party=replace(paper.head.center.party, name=text, address=text),
    )
    lines = tuple(
        replace(line, name=text, code=text[:60], maker=text[:40], unit="упаковка", note=text)
        for line in paper.jobs[0].lines
    )
    job = replace(paper.jobs[0], title=text, approved_how=text, lines=lines)
    long = replace(
        paper,
        head=replace(paper.head, center=center, size=size),
        customer=party,
        bringer=party,
        authority=text,
        vehicle=replace(paper.vehicle, make_model=text, colour=text),
        jobs=(job,),
        own_parts=tuple(replace(part, name=text, conformity=text) for part in paper.own_parts),
        declined=tuple(replace(work, title=text, reason=text) for work in paper.declined),
        recommendations=tuple(replace(one, text=text) for one in paper.recommendations),
        old_parts=tuple(replace(one, name=text, note=text) for one in paper.old_parts),
        terms=text * 10,
        signatures=tuple(replace(one, name=text, position=text) for one in paper.signatures),
    )
    for copy in Copy:
        pages = Pages(work_order.render(long, copy))
        for number in range(len(pages)):
            boxes = pages.boxes(number)
            assert overlapping(boxes) == []
            assert min(box.bottom for box in boxes) > 20


def test_a_description_longer_than_a_page_is_printed_whole() -> None:
    paper = papers_ru.russian_invoice()
    words = " ".join(f"слово{at}" for at in range(2500))
    lines = (replace(paper.lines[0], name=words), *paper.lines[1:])
    pages = Pages(invoice.render(replace(paper, lines=lines)))
    assert [int(at) for at in re.findall(r"слово(\d+)", pages.whole)] == list(range(2500))
    assert "32 352,50 ₽" in pages.whole


def test_terms_of_many_pages_are_printed_whole() -> None:
    act = replace(papers_ru.russian_act(), terms=" ".join(f"п{at}." for at in range(6000)))
    pages = Pages(act_of_work.render(act))
    assert [int(at) for at in re.findall(r"п(\d+)\.", pages.whole)] == list(range(6000))
    assert "Исполнитель" in pages.text(len(pages) - 1)


def test_signatures_never_stand_alone_on_a_page() -> None:
    for count in range(6, 40, 3):
        pages = Pages(invoice.render(long_invoice(count)))
        last = pages.text(len(pages) - 1)
        assert "Главный бухгалтер" in last
        assert "Примечание" in last or "Всего к оплате" in last


def test_a_busy_cash_day_keeps_its_sum_with_the_last_payment() -> None:
    day = papers_ru.russian_cash_day()
    pages = Pages(cash_day.render(replace(day, payments=day.payments * 9)))
    assert len(pages) > 3
    assert all("Квитанция" in pages.text(number) for number in range(len(pages) - 1))
    (page,) = [n for n in range(len(pages)) if "1 168 668,00" in pages.text(n)]
    assert "KV-2047" in pages.text(page)
