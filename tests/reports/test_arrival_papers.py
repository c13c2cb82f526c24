"""The acceptance act and the slip, read back: every field stands on them, every mark on its drawing."""

from __future__ import annotations

from dataclasses import fields, replace

import pypdfium2
import pytest
from PIL import Image

from models.papers import AcceptanceActPaper, Mark, PaperSize
from reports import acceptance_act, check_in_slip
from reports.sections.car import view
from tests.build import papers_arrivals, papers_eu, papers_in, papers_ru
from tests.reports.pages import Pages

SAID: dict[str, tuple[str, ...]] = {
    "head": ("Акт приёмки автомобиля", "№ SC001-A-2026-00031", "ООО «АвтоЛиния»"),
    "customer": (papers_ru.RU_CUSTOMER.name,),
    "vehicle": ("Škoda Octavia 1.4 TSI", "XW8AN4NE3KH012845", "84 320"),
    "signatures": ("Автомобиль принял", "Дёмина О. П., мастер-приёмщик", "Автомобиль сдал"),
    "accepted_at": ("20.11.2026, 14:32",),
    "version": ("Версия 2", "относится к версии 2"),
    "order_number": ("SC001-2026-11-0042",),
    "bringer": ("Автомобиль привёз", "Беляев Пётр Сергеевич", "916 204-11-22"),
    "authority": ("По доверенности",),
    "authority_note": ("№ 77 АВ 1234567 от 01.06.2026",),
    "id_seen": ("по паспорту, копия не снималась",),
    "words": ("Скрипит, когда торможу медленно, чаще утром.",),
    "symptoms": ("скрип · при торможении",),
    "fuel_eighths": ("Топливо", "5/8"),
    "charge_percent": ("Заряд батареи", "80 %"),
    "is_engine_running": ("двигатель работает",),
    "lamps": ("Тормоза, Давление в шинах",),
    "cleanliness": ("Мокрый", "Часть повреждений может быть не видна."),
    "belongings": ("Детское кресло", "сзади справа", "12 500,00 ₽", "Зонт", "багажник"),
    "kit": ("Запасное колесо", "Ключ от секреток", "нет; спросить", "не проверено"),
    "own_parts": ("Колодки передние", "ЕАЭС RU С-DE.АБ12", "4 200,00"),
    "marks": ("Царапина", "Передняя дверь, слева", "7 см", "без повреждения краски", "Трещина"),
    "photos": (
        "Фотографии (4)",
        "1. Спереди",
        "К повреждению 1",
        "Табличка VIN",
        "3f3a77c1 d2b84e60",
    ),
    "amend_reason": ("Почему изменён акт", "Нашли вторую вмятину"),
    "note": ("Старые детали вернуть заказчику.",),
}


@pytest.fixture(scope="module")
def act() -> Pages:
    return Pages(acceptance_act.render(papers_arrivals.acceptance_act()))


@pytest.mark.parametrize("field", SAID)
def test_the_act_shows_every_field(act: Pages, field: str) -> None:
    for words in SAID[field]:
        assert words in act.whole, field


def test_no_field_of_the_act_is_forgotten_here() -> None:
    left = {field.name for field in fields(AcceptanceActPaper)} - set(SAID)
    assert left == {"looked_over", "refusal"}


def test_a_car_without_marks_says_so(act: Pages) -> None:
    bare = replace(papers_arrivals.acceptance_act(), marks=())
    assert "видимых повреждений нет" not in act.whole
    assert "видимых повреждений нет" in Pages(acceptance_act.render(bare)).whole
    unseen = Pages(acceptance_act.render(replace(bare, looked_over=False))).whole
    assert "Наружный осмотр не проводился" in unseen


def test_a_refused_signature_is_said() -> None:
    paper = replace(papers_arrivals.acceptance_act(), refusal="торопится")
    assert "От подписи отказались: торопится" in Pages(acceptance_act.render(paper)).whole


def test_marks_are_drawn_where_they_are() -> None:
    paper = papers_arrivals.acceptance_act()
    assert red_points(acceptance_act.render(paper)) > 60
    assert red_points(acceptance_act.render(replace(paper, marks=()))) == 0


def red_points(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    painted: Image.Image = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    red, green, blue = (band.tobytes() for band in painted.split())
    return sum(r > 130 and g < 90 > b for r, g, b in zip(red, green, blue, strict=True))


@pytest.mark.parametrize("name", ["front", "left", "rear", "right", "top"])
def test_a_view_is_made_of_paths_inside_its_frame(name: str) -> None:
    drawn = view(name)
    assert len(drawn.shapes) > 15
    for shape in drawn.shapes:
        for step, numbers in shape.steps:
            assert step in "MLCZ"
            assert all(0 <= x <= drawn.width for x in numbers[::2])
            assert all(0 <= y <= drawn.height for y in numbers[1::2])


def test_the_code_proves_the_version(act: Pages) -> None:
    seal = papers_arrivals.acceptance_act().head.seal
    assert seal is not None
    assert seal.payload in act.codes(len(act) - 1)


@pytest.mark.parametrize(
    ("country", "title", "words"),
    [
        ("in", "Vehicle acceptance report", ("Bonnet", "Visible damage")),
        ("us", "Vehicle condition report", ("Hood", "Windshield", "Tire pressure")),
        ("de", "Fahrzeugannahmeprotokoll", ("Motorhaube", "Sichtbare Schäden")),
    ],
)
def test_each_country_has_its_words(country: str, title: str, words: tuple[str, ...]) -> None:
    heads = {
        "in": papers_in.indian_shop().head,
        "us": papers_eu.american_invoice().head,
        "de": papers_eu.european_shop().head,
    }
    paper = papers_arrivals.acceptance_act(heads[country])
    text = Pages(acceptance_act.render(paper)).whole
    for said in (title, *words):
        assert said in text


def test_letter_says_the_same(act: Pages) -> None:
    paper = papers_arrivals.acceptance_act()
    letter = replace(paper, head=replace(paper.head, size=PaperSize.LETTER))
    for words in SAID.values():
        assert words[0] in Pages(acceptance_act.render(letter)).whole
    assert len(act) <= 3


def test_a_draft_says_what_the_decree_misses() -> None:
    paper = papers_arrivals.acceptance_act()
    draft = replace(
        paper,
        head=replace(paper.head, mark=Mark.DRAFT),
        kit=(),
        authority="",
        own_parts=tuple(replace(part, price=None) for part in paper.own_parts),
    )
    text = Pages(acceptance_act.render(draft)).whole
    for number in ("780-П-5", "780-П-8", "780-П-9"):
        assert number in text


def test_the_slip_is_half_a_sheet_without_an_order() -> None:
    pages = Pages(check_in_slip.render(papers_arrivals.check_in_slip()))
    assert len(pages) == 1
    box = pages.reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (420, 595)
    for words in (
        "Талон приёмки",
        "не является заказ-нарядом",
        "5/8",
        "ключей: 2",
        "Детское кресло",
    ):
        assert words in pages.whole
    assert "Заказ-наряд SC001" not in pages.whole
