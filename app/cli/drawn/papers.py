"""Registration certificates of Russia, the EU and India, and a supplier's invoice, with what stands on them."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from PIL import Image, ImageDraw

from app.cli.drawn.plates import font, made_vin

_PINK, _SAND, _BLUE, _WHITE = (243, 228, 230), (239, 230, 227), (228, 234, 243), (250, 250, 248)
_INK, _SMALL = (42, 47, 61), (107, 95, 102)
_RU_LETTERS: Final = "АВЕКМНОРСТУХ"
_RU_MAKES: Final = (
    ("ШКОДА ОКТАВИЯ", "Škoda Octavia"), ("ТОЙОТА КАМРИ", "Toyota Camry"), ("ЛАДА ВЕСТА", "Lada Vesta"),
    ("КИА РИО", "Kia Rio"), ("ХЕНДЭ СОЛЯРИС", "Hyundai Solaris"), ("РЕНО ЛОГАН", "Renault Logan"),
    ("ФОЛЬКСВАГЕН ПОЛО", "Volkswagen Polo"), ("НИССАН АЛЬМЕРА", "Nissan Almera"),
)  # fmt: skip  # a table reads better in rows
_NAMES: Final = (
    ("ИВАНОВА", "МАРИНА", "СЕРГЕЕВНА"), ("ПЕТРОВ", "АЛЕКСЕЙ", "НИКОЛАЕВИЧ"), ("СИДОРЕНКО", "ОЛЬГА", "ПАВЛОВНА"),
    ("КУЗНЕЦОВ", "ДМИТРИЙ", "ИГОРЕВИЧ"), ("ФЁДОРОВА", "ЕЛЕНА", "ВИКТОРОВНА"),
)  # fmt: skip  # a table reads better in rows
_PLACES: Final = (
    ("Г. МЫТИЩИ", "УЛ. ЛЕСНАЯ"),
    ("Г. ТВЕРЬ", "УЛ. САДОВАЯ"),
    ("Г. КАЗАНЬ", "УЛ. ПУШКИНА"),
)
_COLORS: Final = ("СЕРЫЙ", "БЕЛЫЙ", "ЧЁРНЫЙ", "СИНИЙ", "КРАСНЫЙ")
_GOODS: Final = (
    ("06A115561B", "Фильтр масляный", 415), ("W712/95", "Фильтр воздушный", 890),
    ("1K0698151B", "Колодки передние", 4250),
    ("GDB1550", "Колодки задние", 2790), ("C30005", "Свеча зажигания", 640), ("5W30-4L", "Масло моторное", 3180),
    ("LX1566", "Фильтр салона", 725), ("VKBA3643", "Подшипник ступицы", 5120), ("KTB472", "Комплект ремня", 7980),
)  # fmt: skip  # a table reads better in rows
_GOODS_EN: Final = (
    ("06A115561B", "Oil filter", 415), ("W71295", "Air filter", 890), ("1K0698151B", "Brake pads front", 4250),
    ("GDB1550", "Brake pads rear", 2790), ("C30005", "Spark plug", 640), ("5W30-4L", "Engine oil", 3180),
    ("LX1566", "Cabin filter", 725), ("VKBA3643", "Wheel bearing", 5120),
)  # fmt: skip  # a table reads better in rows


@dataclass(frozen=True, slots=True)
class Paper:
    """A drawn paper and its truth: field name to value, and for an invoice (code, qty, price, sum) of each line."""

    image: Image.Image
    truth: Mapping[str, str]
    lines: Sequence[tuple[str, Decimal, Decimal, Decimal]] = field(default=())


def draw_certificate(form: str, chance: random.Random) -> Paper:
    """A certificate of ``ru`` (both sides on one picture), ``eu`` or ``in``."""
    return {"ru": _russian, "eu": _european, "in": _indian}[form](chance)


def _ground(
    size: tuple[int, int],
    shade: tuple[int, int, int],
    wave: tuple[int, int, int],
) -> Image.Image:
    """Paper with the waves that are printed against copying."""
    image = Image.new("RGB", size, shade)
    draw = ImageDraw.Draw(image)
    for row in range(0, size[1] + 40, 34):
        points = [
            (x, row + (8 if (x // 40 + row // 34) % 2 else -8)) for x in range(0, size[0] + 40, 40)
        ]
        draw.line(points, fill=wave, width=1)
    return image


def _russian(chance: random.Random) -> Paper:
    vin = made_vin(chance)
    letters = [chance.choice(_RU_LETTERS) for _ in range(3)]
    region = chance.choice(("77", "99", "50", "777", "16", "69"))
    digits = f"{chance.randint(1, 999):03}"
    plate = f"{letters[0]}{digits}{letters[1]}{letters[2]}{region}"
    make, meant = chance.choice(_RU_MAKES)
    year = chance.randint(2005, 2025)
    kilowatts = chance.randint(55, 220)
    horses = round(kilowatts * 1.35962)
    own = chance.randint(950, 1900)
    most = own + chance.randint(350, 700)
    color = chance.choice(_COLORS)
    name = chance.choice(_NAMES)
    place, street = chance.choice(_PLACES)
    house = str(chance.randint(1, 180))
    day = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{chance.randint(max(2010, year), 2025)}"
    series = f"{chance.randint(10, 99)} {chance.randint(10, 99)} {chance.randint(100000, 999999)}"
    engine = f"CZD {chance.randint(100000, 999999)}"
    front = [
        ("Регистрационный знак", plate, 30, 140), ("Идентификационный номер (VIN)", vin, 30, 222),
        ("Марка, модель", make, 30, 304), ("Тип ТС", "ЛЕГКОВОЙ", 30, 386), ("Категория ТС", "B / M1", 400, 386),
        ("Год выпуска ТС", str(year), 30, 468), ("Модель, № двигателя", engine, 300, 468), ("Кузов №", vin, 30, 550),
        ("Цвет", color, 30, 632), ("Мощность, кВт/л. с.", f"{kilowatts}/{horses}", 210, 632),
        ("Объём, см³", str(chance.choice((1395, 1598, 1998))), 460, 632),
        ("Масса макс. / без нагрузки, кг", f"{most} / {own}", 30, 714),
    ]  # fmt: skip  # a table reads better in rows
    back = [
        ("Собственник (владелец)", name[0], 30, 140), ("", name[1], 30, 186), ("", name[2], 30, 232),
        ("Республика, край, область", "МОСКОВСКАЯ ОБЛ.", 30, 320), ("Населённый пункт", place, 30, 402),
        ("Улица", street, 30, 484), ("Дом", house, 430, 484), ("Выдано", day, 30, 720),
        ("Код подразделения", "1146020", 330, 720),
    ]  # fmt: skip  # a table reads better in rows
    image = Image.new("RGB", (1360, 980), (205, 208, 212))
    for left, lines, shade, is_back in ((30, front, _PINK, False), (690, back, _SAND, True)):
        side = _ground((640, 920), shade, (222, 200, 206))
        draw = ImageDraw.Draw(side)
        if is_back:
            draw.text(
                (180, 40),
                "Особые отметки и собственник",
                fill=_SMALL,
                font=font("Inter-Regular", 18),
            )
        else:
            draw.text(
                (215, 34),
                "РОССИЙСКАЯ ФЕДЕРАЦИЯ",
                fill=_SMALL,
                font=font("Inter-Regular", 17),
            )
            draw.text(
                (95, 62),
                "СВИДЕТЕЛЬСТВО О РЕГИСТРАЦИИ ТС",
                fill=(125, 47, 69),
                font=font("Inter-SemiBold", 24),
            )
        for caption, value, x, y in lines:
            if caption:
                draw.text((x, y - 36), caption, fill=_SMALL, font=font("Inter-Regular", 18))
            draw.text((x, y - 12), value, fill=_INK, font=font("NotoSans-Bold", 30))
        draw.text((30, 850), series, fill=(156, 35, 56), font=font("NotoSans-Bold", 38))
        image.paste(side, (left, 30))
    truth = {
        "vin": vin, "plate": f"{letters[0]}{digits}{letters[1]}{letters[2]} {region}", "make": meant, "year": str(year),
        "engine": engine, "body": vin, "power": f"{kilowatts}/{horses}", "mass": f"{most}/{own}",
        "color": color.lower(), "owner": " ".join(part.capitalize() for part in name), "house": house, "number": series,
        "issued_on": "-".join(reversed(day.split("."))),
    }  # fmt: skip  # a table reads better in rows
    return Paper(image, truth)


def _european(chance: random.Random) -> Paper:
    vin = made_vin(chance)
    consonants = "BCDFGHJKLMNPRSTVWXYZ"
    plate = f"{chance.randint(1000, 9999)} {''.join(chance.choice(consonants) for _ in range(3))}"
    year = chance.randint(2006, 2025)
    day = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{year}"
    issued = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{year}"
    make, model = chance.choice(
        (("SKODA", "OCTAVIA"), ("RENAULT", "MEGANE"), ("FORD", "FOCUS"), ("OPEL", "ASTRA")),
    )
    kilowatts, own = chance.randint(50, 200), chance.randint(950, 1900)
    most = own + chance.randint(350, 700)
    first, last = chance.choice(
        (("ANNA", "NOVAK"), ("PAUL", "WEBER"), ("MARIA", "ROSSI"), ("JAN", "KOWALSKI")),
    )
    rows = [
        ("A", plate), ("B", day), ("C.1.1", last), ("C.1.2", first), ("D.1", make), ("D.3", model), ("E", vin),
        ("F.1", str(most)), ("G", str(own)), ("I", issued), ("J", "M1"), ("P.1", "1598"), ("P.2", str(kilowatts)),
        ("P.3", "PETROL"), ("R", "WHITE"),
    ]  # fmt: skip  # a table reads better in rows
    image = _ground((900, 1080), _BLUE, (206, 216, 232))
    draw = ImageDraw.Draw(image)
    draw.text(
        (60, 40),
        "REGISTRATION CERTIFICATE PART I",
        fill=(40, 60, 120),
        font=font("Inter-SemiBold", 30),
    )
    draw.text((60, 84), "European Community", fill=_SMALL, font=font("Inter-Regular", 20))
    for number, (code, value) in enumerate(rows):
        y = 140 + number * 60
        draw.text((60, y), code, fill=_SMALL, font=font("Inter-SemiBold", 26))
        draw.text((220, y - 2), value, fill=_INK, font=font("NotoSans-Bold", 30))
    make_words = {"SKODA": "Škoda", "RENAULT": "Renault", "FORD": "Ford", "OPEL": "Opel"}
    truth = {
        "vin": vin, "plate": plate, "first_on": "-".join(reversed(day.split("."))),
        "make": f"{make_words[make]} {model.capitalize()}", "mass": f"{most}/{own}", "power": str(kilowatts),
        "owner": f"{last.capitalize()} {first.capitalize()}", "issued_on": "-".join(reversed(issued.split("."))),
    }  # fmt: skip  # a table reads better in rows
    return Paper(image, truth)


def _indian(chance: random.Random) -> Paper:
    vin = made_vin(chance)
    state = chance.choice(("MH", "DL", "KA", "TN", "GJ"))
    series = "".join(chance.choice("ABCDEFGHJKLMNPRS") for _ in range(2))
    parts = (state, f"{chance.randint(1, 49):02}", series, f"{chance.randint(1, 9999):04}")
    year = chance.randint(2008, 2025)
    day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{year}"
    name = chance.choice(("RAHUL SHARMA", "PRIYA NAIR", "ANIL KUMAR", "SUNITA PATEL"))
    make, meant = chance.choice(
        (
            ("MARUTI SWIFT", "Maruti Suzuki Swift"),
            ("TATA NEXON", "Tata Nexon"),
            ("HYUNDAI CRETA", "Hyundai Creta"),
        ),
    )
    engine = f"K12M{chance.randint(1000000, 9999999)}"
    rows = [
        ("Regn. Number", "".join(parts)), ("Date of Regn", day), ("Chassis Number", vin),
        ("Engine / Motor Number", engine), ("Owner Name", name), ("Fuel", "PETROL"), ("Color", "WHITE"),
        ("Maker's Name", make.split()[0]), ("Model Name", make.split()[1]), ("Month-Year of Mfg", f"03-{year}"),
        ("Cubic Cap", "1197"), ("Unladen Wt", str(chance.randint(800, 1400))),
    ]  # fmt: skip  # a table reads better in rows
    image = _ground((1100, 960), _WHITE, (226, 232, 226))
    draw = ImageDraw.Draw(image)
    draw.text(
        (60, 40),
        "CERTIFICATE OF REGISTRATION",
        fill=(30, 70, 40),
        font=font("Inter-SemiBold", 34),
    )
    for number, (caption, value) in enumerate(rows):
        y = 120 + number * 66
        draw.text((60, y), caption, fill=_SMALL, font=font("Inter-Regular", 24))
        draw.text((430, y - 4), value, fill=_INK, font=font("NotoSans-Bold", 30))
    truth = {
        "vin": vin, "plate": " ".join(parts), "first_on": "-".join(reversed(day.split("/"))), "engine": engine,
        "owner": name.title(), "make": meant, "year": str(year),
    }  # fmt: skip  # a table reads better in rows
    return Paper(image, truth)


def _inn(chance: random.Random) -> str:
    digits = [chance.randint(1, 9), *(chance.randint(0, 9) for _ in range(8))]
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    check = sum(a * b for a, b in zip(digits, weights, strict=True)) % 11 % 10
    return "".join(map(str, [*digits, check]))


def draw_invoice(chance: random.Random) -> Paper:
    """An invoice of three to seven lines, Russian or English."""
    is_russian = chance.random() < 0.6
    inn = _inn(chance)
    number = str(chance.randint(100, 9999))
    day = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.2025"
    rows: list[tuple[str, Decimal, Decimal, Decimal]] = []
    image = Image.new("RGB", (1500, 1000), (252, 252, 250))
    draw = ImageDraw.Draw(image)
    plain, strong = font("Inter-Regular", 24), font("Inter-SemiBold", 26)
    head = f"Накладная № {number} от {day}" if is_russian else f"Invoice No. {number} of {day}"
    seller = "ООО «Автозапчасти Плюс»" if is_russian else "Parts & More Ltd"
    draw.text((60, 50), head, fill=_INK, font=font("Inter-SemiBold", 34))
    tail = f", ИНН {inn}" if is_russian else ""
    draw.text(
        (60, 112),
        ("Поставщик: " if is_russian else "Supplier: ") + seller + tail,
        fill=_INK,
        font=plain,
    )
    heads = (
        ("№", "Артикул", "Наименование", "Кол-во", "Цена", "Сумма")
        if is_russian
        else ("No", "Code", "Description", "Qty", "Price", "Amount")
    )
    places = (60, 120, 380, 900, 1080, 1280)
    for place, text in zip(places, heads, strict=True):
        draw.text((place, 200), text, fill=_INK, font=strong)
    draw.line((50, 240, 1450, 240), fill=(120, 120, 120), width=2)
    goods = chance.sample(_GOODS if is_russian else _GOODS_EN, chance.randint(3, 7))
    for at, (code, name, base) in enumerate(goods):
        qty = Decimal(chance.randint(1, 12))
        price = Decimal(base) + Decimal(chance.randint(0, 99)) / 100
        total = qty * price
        y = 262 + at * 54
        for place, text in zip(
            places,
            (
                str(at + 1),
                code,
                name,
                str(qty),
                _money(price, is_russian),
                _money(total, is_russian),
            ),
            strict=True,
        ):
            draw.text((place, y), text, fill=_INK, font=plain)
        rows.append((code, qty, price, total))
    y = 262 + len(goods) * 54 + 20
    draw.line((50, y - 10, 1450, y - 10), fill=(120, 120, 120), width=2)
    total = sum((row[3] for row in rows), Decimal(0))
    draw.text((1080, y), "Итого:" if is_russian else "Total:", fill=_INK, font=strong)
    draw.text((1280, y), _money(total, is_russian), fill=_INK, font=strong)
    truth = {
        "number": number,
        "issued_on": "-".join(reversed(day.split("."))),
        "total": f"{total:.2f}",
    }
    if is_russian:
        truth["tax_id"] = inn
    return Paper(image, truth, rows)


def _money(amount: Decimal, is_russian: bool) -> str:  # noqa: FBT001 - of this file
    text = f"{amount:,.2f}"
    return text.replace(",", " ").replace(".", ",") if is_russian else text
