"""Words of shops for the same thing, in Russian and English; looked up folded, so case does not matter."""

from typing import Final

from models.text import fold


def _words(table: str) -> dict[str, str]:
    """Folded word → value, of lines "value: word, word"; the value itself is a word too."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        value, _, words = line.strip().partition(": ")
        for word in (value, *words.split(", ")):
            found[fold(word.strip()).strip(" .")] = value
    return found


CUSTOMER_KINDS: Final = _words("""
    person: фл, физ. лицо, физ лицо, физлицо, физическое лицо, частное лицо, частный, individual, private, retail
    company: юл, юр. лицо, юр лицо, юрлицо, юридическое лицо, организация, компания, ооо, ип, business, corporate
    company: organisation, organization, индивидуальный предприниматель
    fleet: парк, таксопарк, автопарк, fleet customer
""")
ITEM_KINDS: Final = _words("""
    labour: работа, работы, услуга, услуги, labor, service, services, work, works
    part: запчасть, запчасти, зап. части, запасные части, деталь, детали, товар, товары, parts, spare, spares, goods
    fluid: жидкость, жидкости, масло, масла, масла и жидкости, fluids, oil, oils, lubricant, lubricants
    material: материал, материалы, расходник, расходники, расходные материалы, materials, consumable, consumables
    package: пакет, пакеты, комплекс, комплексы, packages
""")
LABOUR_TYPES: Final = _words("""
    general: механика, слесарные, слесарные работы, общие, mechanical, mechanic
    diagnostics: диагностика, diagnostic
    electrics: электрика, электрические, electrical, electric
    alignment: сход-развал, развал-схождение, развал
    tyres: шиномонтаж, tires
    air_conditioning: кондиционер, кондиционеры, ac, a/c
    body: кузов, кузовные, кузовные работы
    paint: окраска, малярка, малярные, painting
""")
UNITS: Final = _words("""
    шт: штука, штук, штуки
    к-т: комплект, компл, кт
    л: литр, литров, литры
    г: грамм, гр
    кг: килограмм
    м: метр
    н/ч: норма-час, нормо-час, нч
    ч: час
    pc: pcs, piece, pieces, nos, each, ea
    set: sets
    l: ltr, litre, liter, litres, liters, lt
    h: hr, hrs, hour, hours
    kg: kgs
""")
ODOMETER_UNITS: Final = _words("""
    km: км, kms, километр, километры, километров
    mi: mile, miles, миля, мили, миль
""")
PRICE_GROUPS: Final = _words("""
    retail: розница, розничный, обычный
    regular: постоянный, постоянные, regulars
    fleet: корпоративный, корпоративные, парк, corporate
""")
YES_NO: Final = _words("""
    yes: да, y, true, 1, +, x, истина, есть, v
    no: нет, n, false, 0, -, −, ложь, —
""")
NO_TAX: Final = frozenset(
    _words("none: без ндс, без налога, не облагается, no vat, no tax, нет, exempt")
)
