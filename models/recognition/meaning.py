"""What the letters of a field mean: a plate, a day, kilowatts, a name; and how well they fit that meaning.

The factor beside a value is what its form does to the confidence of its letters: 1 fits, 0.4 does not look like one.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from models.identifiers import recognise_plate
from models.recognition.makes import make_of
from models.recognition.rows import Candidate, FieldName, Form, Note, NoteKind, Why

Meaning = tuple[str, float, tuple[Candidate, ...], tuple[Note, ...]]
"""The value, the factor, other candidates, evidence."""

_ODD: Final = 0.4
_HALF: Final = 0.49
"""A part of what has to be there."""
_DAY: Final = re.compile(
    r"(?<!\d)([0-3]?\d)[.,/\- ]{1,2}([01]?\d|[A-Za-z]{3})[.,/\- ]{1,2}((?:19|20)\d\d)(?!\d)",
)
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_YEAR: Final = re.compile(r"(?<!\d)(19[3-9]\d|20[0-4]\d)(?!\d)")
_NUMBERS: Final = re.compile(r"\d+(?:[.,]\d+)?")
_STS: Final = re.compile(r"(?<!\d)(\d\d) ?([0-9А-Я]{2}) ?(\d{6})(?!\d)")
_TO_DIGIT: Final = str.maketrans("OОоoQDlI|SBЗзЬ", "00000011158336")
_RU_CAR: Final = re.compile(r"[A-ZА-Я]\d{3}[A-ZА-Я]{2}\d{2,3}")
_HOUSE: Final = re.compile(r"\d{1,4}(?:[/-]\d{1,3})?[А-Яа-яA-Za-z]?")
_HORSES: Final = 1.35962
"""Metric horse-powers in a kilowatt (DIN 66036)."""

COLORS: Final = {
    "белый": "белый", "чёрный": "чёрный", "черный": "чёрный", "серый": "серый", "серебристый": "серебристый",
    "красный": "красный", "синий": "синий", "голубой": "голубой", "зелёный": "зелёный", "зеленый": "зелёный",
    "жёлтый": "жёлтый", "желтый": "жёлтый", "коричневый": "коричневый", "бежевый": "бежевый", "оранжевый": "оранжевый",
    "фиолетовый": "фиолетовый", "тёмно-синий": "тёмно-синий", "темно-синий": "тёмно-синий",
    "тёмно-серый": "тёмно-серый",
    "темно-серый": "тёмно-серый", "светло-серый": "светло-серый", "бордовый": "бордовый", "золотистый": "золотистый",
}  # fmt: skip  # a table reads better in rows


def meaning_of(name: FieldName, raw: str, form: Form | None = None) -> Meaning:
    """What ``raw`` means as that field, in the form the desk keeps; an empty value: nothing of the kind."""
    text = " ".join(raw.split())
    if not text:
        return "", 0.0, (), ()
    reader = _READERS.get(name)
    return reader(text, form) if reader else (text, 0.9, (), ())


def _plate(text: str, form: Form | None) -> Meaning:
    country = {Form.RU: "RU", Form.IN: "IN"}.get(form) if form else None
    seen = re.sub(r"[^0-9A-ZА-Я ]", "", text.upper()).strip()
    # RUS and the flag stand beside the number, not in it
    seen = re.sub(r"RUS?$|IND$", "", seen).strip()
    match = recognise_plate(seen, country)
    if country == "RU" and not _RU_CAR.fullmatch(seen.replace(" ", "")):
        # nearly all certificates are of cars: a nought among their letters is likelier than a plate of another kind
        guesses = _plate_guesses(seen.replace(" ", ""), country)
        match = None if any(_RU_CAR.fullmatch(each) for each in guesses) else match
    if match is not None and (country is None or match.country == country):
        return match.plate, 1.0, (), ()
    for other in _plate_guesses(seen.replace(" ", ""), country):
        match = recognise_plate(other, country)
        if match is not None and match.country == (country or match.country):
            changed = next(
                (a for a, b in zip(seen.replace(" ", ""), other, strict=False) if a != b),
                "",
            )
            return (
                match.plate,
                0.85,
                (Candidate(match.plate, 0.85, Why.LOOK_ALIKE, changed),),
                (Note(NoteKind.CORRECTED, changed),),
            )
    return seen, _ODD, (), ()


def _plate_guesses(seen: str, country: str | None) -> list[str]:
    """The plate with look-alikes where its country has letters or digits."""
    letter = str.maketrans("0843", "OBAE")
    if country == "RU" and 8 <= len(seen) <= 9:
        return [
            seen[0].translate(letter)
            + seen[1:4].translate(_TO_DIGIT)
            + seen[4:6].translate(letter)
            + seen[6:].translate(_TO_DIGIT),
        ]
    if country == "IN" and 8 <= len(seen) <= 10:
        tail = seen[-4:].translate(_TO_DIGIT)
        head = seen[:2].translate(letter) + seen[2:4].translate(_TO_DIGIT)
        return [head + seen[4:-4].translate(letter) + tail]
    return []


def day_of(text: str) -> date | None:
    """The first day in the text, written day before month; None without one."""
    for found in _DAY.finditer(text.translate({ord("О"): "0", ord("O"): "0"})):
        day, month, year = found.groups()
        number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else None
        if number is None and not month.isdecimal():
            continue
        try:
            return date(int(year), number or int(month), int(day))
        except ValueError:
            continue
    return None


def _day(text: str, _form: Form | None) -> Meaning:
    found = day_of(text)
    return (found.isoformat(), 1.0, (), ()) if found else (text, _ODD, (), ())


def _year(text: str, _form: Form | None) -> Meaning:
    found = _YEAR.search(text.translate(str.maketrans("OОо", "000")))
    return (found[0], 1.0, (), ()) if found else (text, _ODD, (), ())


def _power(text: str, form: Form | None) -> Meaning:
    numbers = [
        part.replace(",", ".")
        for part in _NUMBERS.findall(text.translate(str.maketrans("OО", "00")))
    ]
    if not numbers:
        return text, _ODD, (), ()
    kilowatts = float(numbers[0])
    if len(numbers) == 1:
        return f"{kilowatts:g}", (0.97 if form is not Form.RU else _HALF), (), ()
    horses = float(numbers[1])
    if abs(kilowatts * _HORSES - horses) <= max(1.6, 0.015 * horses):
        return f"{kilowatts:g}/{horses:g}", 1.04, (), (Note(NoteKind.SUMS_UP),)
    return f"{kilowatts:g}/{horses:g}", _ODD, (), (Note(NoteKind.DOES_NOT_SUM_UP),)


def _mass(text: str, form: Form | None) -> Meaning:
    numbers = [int(part) for part in re.findall(r"(?<!\d)\d{3,5}(?!\d)", text)]
    if not numbers:
        return text, _ODD, (), ()
    if len(numbers) > 1:
        fits = numbers[0] > numbers[1]
        return f"{numbers[0]}/{numbers[1]}", 1.0 if fits else _ODD, (), ()
    # of two masses one is half a reading; an Indian certificate tells one only
    return str(numbers[0]), 0.98 if form is Form.IN else _HALF, (), ()


def _volume(text: str, _form: Form | None) -> Meaning:
    found = re.search(r"(?<!\d)\d{3,5}(?!\d)", re.sub(r"[.,]0{1,2}\b", "", text))
    return (found[0], 1.0, (), ()) if found else (text, _ODD, (), ())


def _person(text: str, _form: Form | None) -> Meaning:
    words = re.findall(r"[A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё'\-]+", text)
    if not words:
        return text, _ODD, (), ()
    value = " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words[:5])
    return value, 1.0 if len(words) > 1 else _HALF, (), ()


def _make(text: str, _form: Form | None) -> Meaning:
    value, is_known = make_of(text)
    return value, 1.0 if is_known else _HALF, (), ()


def _color(text: str, _form: Form | None) -> Meaning:
    word = text.casefold().strip(" .,")
    known = COLORS.get(word)
    if known:
        return known, 1.02, (), ()
    return word, 0.9 if re.fullmatch(r"[a-zа-яё \-]{3,}", word) else _ODD, (), ()


def _number(text: str, form: Form | None) -> Meaning:
    found = _STS.search(text.upper())
    if found:
        return " ".join(found.groups()), 1.0, (), ()
    return text, 0.8 if form is not Form.RU else _ODD, (), ()


def _street(text: str, _form: Form | None) -> Meaning:
    short = re.sub(
        r"^(г|ул|д|пр-?кт|пос|с)\.? +",
        lambda found: f"{found[1].lower()}. ",
        text,
        flags=re.IGNORECASE,
    )
    words = [
        word if word.endswith(".") and len(word) < 5 else word.capitalize()
        for word in short.split()
    ]
    return (
        " ".join(words).strip(" ,"),
        0.95 if re.search(r"[A-Za-zА-Яа-я]{3}", text) else _ODD,
        (),
        (),
    )


def _house(text: str, _form: Form | None) -> Meaning:
    plain = text.strip(" .,")
    if re.fullmatch(r"\d{1,4}(?:[/-]\d{1,3})?[АБВГДабвгд]?", plain):
        return plain, 1.0, (), ()
    if _HOUSE.fullmatch(plain) or re.fullmatch(r"[0-9OОоZSЗ]{1,4}", plain):
        digits = plain.translate(_TO_DIGIT)
        return (
            digits,
            _ODD,
            (
                Candidate(digits, 0.31, Why.LOOK_ALIKE, plain[-1]),
                Candidate(plain, 0.3),
            ),
            (),
        )
    return plain, _ODD, (), ()


def _engine(text: str, _form: Form | None) -> Meaning:
    value = re.sub(r"[^0-9A-ZА-Я \-*/.]", "", text.upper()).strip(" *-.")
    digits = sum(char.isdecimal() for char in value)
    return value, 0.97 if digits >= 3 else 0.7, (), ()


def _category(text: str, _form: Form | None) -> Meaning:
    value = (
        text.upper()
        .replace("В", "B")
        .replace("М", "M")
        .replace("А", "A")
        .replace("С", "C")
        .replace("Е", "E")
    )
    fits = re.fullmatch(r"[ABCDEMNLO]\d?G?(?: ?[/(] ?[MNLO]\d?G?\)?)?", value)
    return value, 1.0 if fits else _ODD, (), ()


_READERS: Final[dict[FieldName, Callable[[str, Form | None], Meaning]]] = {
    FieldName.PLATE: _plate,
    FieldName.YEAR: _year,
    FieldName.ISSUED_ON: _day,
    FieldName.FIRST_ON: _day,
    FieldName.POWER: _power,
    FieldName.MASS: _mass,
    FieldName.VOLUME: _volume,
    FieldName.OWNER: _person,
    FieldName.MAKE: _make,
    FieldName.COLOR: _color,
    FieldName.NUMBER: _number,
    FieldName.PLACE: _street,
    FieldName.STREET: _street,
    FieldName.HOUSE: _house,
    FieldName.ENGINE: _engine,
    FieldName.CATEGORY: _category,
}
