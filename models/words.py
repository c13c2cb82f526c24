"""Amounts in words for papers: Russian with its endings, English in thousands or lakh, Hindi.

Russian: number, noun, comma, and the kopecks always, also none of them («ноль копеек»).
English and Hindi: rupees are counted in lakh and crore, other money in thousands and millions.
"""

from __future__ import annotations

from typing import Final

from models.money import Money, minor_digits

_TEN: Final = 10
_TWENTY: Final = 20
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_LAKH: Final = 100_000
_CRORE: Final = 10_000_000

# One, two to four, five and more; the gender is that of the noun.
_Forms = tuple[str, str, str]


class WordsRefused(ValueError):  # noqa: N818  what happened, in the words of the house
    """There are no words for this language or this currency in it."""


def amount_in_words(money: Money, language: str) -> str:
    """Return the amount in words, in lower case, with the currency's units.

    Args:
        money: any amount; below zero begins with "minus".
        language: ``ru``, ``en`` or ``hi``; what follows a dash or underscore does not matter.

    Raises:
        WordsRefused: another language, or a currency whose nouns that language has not.
    """
    short = language.replace("-", "_").partition("_")[0]
    if short == "ru":
        return _russian(money)
    if short == "en":
        return _english(money)
    if short == "hi":
        return _hindi(money)
    raise WordsRefused(f"no words in {language!r}")


def _split(money: Money) -> tuple[str, int, int]:
    whole, rest = divmod(abs(money.minor), 10 ** minor_digits(money.currency))
    return "-" if money.minor < 0 else "", whole, rest


# --- Russian ---------------------------------------------------------------------------------

_RU_UNITS: Final = (  # noqa: SIM905  a row of words reads better than a list
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
).split()
_RU_TENS: Final = (  # noqa: SIM905  a row of words reads better than a list
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
).split()
_RU_HUNDREDS: Final = (  # noqa: SIM905  a row of words reads better than a list
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
).split()
_RU_FEMININE: Final = {1: "одна", 2: "две"}
_RU_SCALES: Final[tuple[_Forms, ...]] = (
    ("тысяча", "тысячи", "тысяч"),
    ("миллион", "миллиона", "миллионов"),
    ("миллиард", "миллиарда", "миллиардов"),
    ("триллион", "триллиона", "триллионов"),
    ("квадриллион", "квадриллиона", "квадриллионов"),
    ("квинтиллион", "квинтиллиона", "квинтиллионов"),
)
_KOPECK: Final = (("копейка", "копейки", "копеек"), True)
_CENT_RU: Final = (("цент", "цента", "центов"), False)
_TIYIN: Final = (("тиын", "тиына", "тиынов"), False)
# Noun of the unit and whether it is feminine, then the same for the hundredth.
_RU_MONEY: Final[dict[str, tuple[tuple[_Forms, bool], tuple[_Forms, bool] | None]]] = {
    "RUB": ((("рубль", "рубля", "рублей"), False), _KOPECK),
    "BYN": ((("белорусский рубль", "белорусских рубля", "белорусских рублей"), False), _KOPECK),
    "KZT": ((("тенге", "тенге", "тенге"), False), _TIYIN),
    "UAH": ((("гривна", "гривны", "гривен"), True), _KOPECK),
    "USD": ((("доллар США", "доллара США", "долларов США"), False), _CENT_RU),
    "EUR": ((("евро", "евро", "евро"), False), _CENT_RU),
    "CNY": ((("юань", "юаня", "юаней"), False), (("фэнь", "фэня", "фэней"), False)),
    "INR": ((("рупия", "рупии", "рупий"), True), (("пайса", "пайсы", "пайс"), True)),
    "JPY": ((("иена", "иены", "иен"), True), None),
}


def _russian(money: Money) -> str:
    if money.currency not in _RU_MONEY:
        raise WordsRefused(f"no Russian nouns for {money.currency}")
    sign, whole, rest = _split(money)
    unit, hundredth = _RU_MONEY[money.currency]
    words = ["минус"] if sign else []
    words.append(_ru_counted(whole, unit))
    text = " ".join(words)
    return text if hundredth is None else f"{text}, {_ru_counted(rest, hundredth)}"


def _ru_counted(number: int, noun: tuple[_Forms, bool]) -> str:
    forms, feminine = noun
    return f"{_ru_number(number, feminine=feminine)} {_ru_form(number, forms)}"


def _ru_form(number: int, forms: _Forms) -> str:
    if _TEN < number % _HUNDRED < _TWENTY:
        return forms[2]
    last = number % _TEN
    if last == 1:
        return forms[0]
    return forms[1] if last in {2, 3, 4} else forms[2]


def _ru_number(number: int, *, feminine: bool) -> str:
    if not number:
        return _RU_UNITS[0]
    groups: list[str] = []
    rest, last = divmod(number, _THOUSAND)
    if last:
        groups.append(_ru_below_thousand(last, feminine=feminine))
    for scale in _RU_SCALES:
        rest, part = divmod(rest, _THOUSAND)
        if part:
            words = _ru_below_thousand(part, feminine=scale is _RU_SCALES[0])
            groups.append(f"{words} {_ru_form(part, scale)}")
    if rest:
        raise WordsRefused("more than the names of numbers reach")
    return " ".join(reversed(groups))


def _ru_below_thousand(number: int, *, feminine: bool) -> str:
    words = []
    hundreds, rest = divmod(number, _HUNDRED)
    if hundreds:
        words.append(_RU_HUNDREDS[hundreds - 1])
    if rest >= _TWENTY:
        words.append(_RU_TENS[rest // _TEN - 2])
        rest %= _TEN
    if rest:
        words.append(_RU_FEMININE.get(rest, _RU_UNITS[rest]) if feminine else _RU_UNITS[rest])
    return " ".join(words)


# --- English ---------------------------------------------------------------------------------

_EN_UNITS: Final = (  # noqa: SIM905  a row of words reads better than a list
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905  a row of words reads better than a list
_EN_SCALES: Final = (
    (10**18, "quintillion"),
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)
_INDIAN_SCALES: Final = ((_CRORE, "crore"), (_LAKH, "lakh"), (_THOUSAND, "thousand"))
# Unit one and many, hundredth one and many ("" where there is none).
_EN_MONEY: Final = {
    "USD": ("US dollar", "US dollars", "cent", "cents"),
    "CAD": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "AUD": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "EUR": ("euro", "euros", "cent", "cents"),
    "GBP": ("pound sterling", "pounds sterling", "penny", "pence"),
    "CHF": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "INR": ("rupee", "rupees", "paisa", "paise"),
    "RUB": ("rouble", "roubles", "kopeck", "kopecks"),
    "KZT": ("tenge", "tenge", "tiyn", "tiyn"),
    "AED": ("dirham", "dirhams", "fils", "fils"),
    "JPY": ("yen", "yen", "", ""),
}


def _english(money: Money) -> str:
    if money.currency not in _EN_MONEY:
        raise WordsRefused(f"no English nouns for {money.currency}")
    sign, whole, rest = _split(money)
    one, many, part, parts = _EN_MONEY[money.currency]
    indian = money.currency == "INR"
    scales = _INDIAN_SCALES if indian else _EN_SCALES
    text = f"{_en_number(whole, scales)} {one if whole == 1 else many}"
    # Indian papers name paise only when there are some, and close with "only".
    if part and (rest or not indian):
        text += f" and {_en_number(rest, scales)} {part if rest == 1 else parts}"
    return ("minus " if sign else "") + text + (" only" if indian else "")


def _en_number(number: int, scales: tuple[tuple[int, str], ...]) -> str:
    if number < _THOUSAND:
        return _en_below_thousand(number)
    top, name = next((size, name) for size, name in scales if number >= size)
    if number // top >= _THOUSAND and scales is _EN_SCALES:
        raise WordsRefused("more than the names of numbers reach")
    text = f"{_en_number(number // top, scales)} {name}"
    rest = number % top
    if not rest:
        return text
    return f"{text}{' and ' if rest < _HUNDRED else ', '}{_en_number(rest, scales)}"


def _en_below_thousand(number: int) -> str:
    if number < _TWENTY:
        return _EN_UNITS[number]
    if number < _HUNDRED:
        tens, rest = divmod(number, _TEN)
        return _EN_TENS[tens - 2] + (f"-{_EN_UNITS[rest]}" if rest else "")
    hundreds, rest = divmod(number, _HUNDRED)
    text = f"{_EN_UNITS[hundreds]} hundred"
    return f"{text} and {_en_below_thousand(rest)}" if rest else text


# --- Hindi -----------------------------------------------------------------------------------

# Every number below a hundred has a name of its own.
_HI_UNITS: Final = (  # noqa: SIM905  a row of words reads better than a list
    "शून्य एक दो तीन चार पाँच छह सात आठ नौ "
    "दस ग्यारह बारह तेरह चौदह पन्द्रह सोलह सत्रह अठारह उन्नीस "
    "बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस "
    "तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस "
    "चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास "
    "पचास इक्यावन बावन तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ "
    "साठ इकसठ बासठ तिरेसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर "
    "सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी "
    "अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी "
    "नब्बे इक्यानबे बानबे तिरानबे चौरानबे पंचानबे छियानबे सत्तानबे अट्ठानबे निन्यानबे"
).split()
_HI_SCALES: Final = ((_CRORE, "करोड़"), (_LAKH, "लाख"), (_THOUSAND, "हजार"), (_HUNDRED, "सौ"))


def _hindi(money: Money) -> str:
    if money.currency != "INR":
        raise WordsRefused(f"no Hindi nouns for {money.currency}")
    sign, whole, rest = _split(money)
    text = f"{_hi_number(whole)} {'रुपया' if whole == 1 else 'रुपये'}"
    if rest:
        text += f" और {_hi_number(rest)} {'पैसा' if rest == 1 else 'पैसे'}"
    return f"{'ऋण ' if sign else ''}{text} मात्र"


def _hi_number(number: int) -> str:
    if number < _HUNDRED:
        return _HI_UNITS[number]
    top, name = next((size, name) for size, name in _HI_SCALES if number >= size)
    text = f"{_hi_number(number // top)} {name}"
    rest = number % top
    return f"{text} {_hi_number(rest)}" if rest else text
