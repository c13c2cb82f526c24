"""Registration certificates: whose form it is, and which words stand at which of its captions or codes.

Sources of the captions: order 267 of the Russian interior ministry of 23.04.2019 (СТС), directive 1999/37/EC (the
harmonised codes of the EU), form 23 of the Indian Central Motor Vehicles Rules.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.recognition.rows import Box, FieldName, Form, Word
from models.recognition.words import TextLine, bare, beside, captions

CERTIFICATE_FIELDS: Final = (
    FieldName.VIN, FieldName.PLATE, FieldName.MAKE, FieldName.YEAR, FieldName.COLOR, FieldName.BODY, FieldName.ENGINE,
    FieldName.VOLUME, FieldName.POWER, FieldName.MASS, FieldName.FUEL, FieldName.CATEGORY, FieldName.TYPE,
    FieldName.FIRST_ON, FieldName.OWNER, FieldName.PLACE, FieldName.STREET, FieldName.HOUSE, FieldName.NUMBER,
    FieldName.ISSUED_ON,
)  # fmt: skip  # a table reads better in rows

_RU: Final = (
    ("plate", "Регистрационный знак"),
    ("vin", "Идентификационный номер (VIN)"),
    ("vin", "Идентификационный номер"),
    ("make", "Марка, модель"),
    ("type", "Тип ТС"),
    ("category", "Категория ТС"),
    ("year", "Год выпуска ТС"),
    ("year", "Год выпуска"),
    ("category", "Категория"),
    ("engine", "Модель, № двигателя"),
    ("chassis", "Шасси №"),
    ("body", "Кузов №"),
    ("color", "Цвет"),
    ("power", "Мощность, кВт/л. с."),
    ("power", "Мощность двигателя, кВт/л. с."),
    ("volume", "Объём, см³"),
    ("volume", "Рабочий объём двигателя, куб. см"),
    ("volume", "Объём"),
    ("power", "Мощность"),
    ("body", "Кузов"),
    ("passport", "Паспорт ТС"),
    ("mass", "Масса макс. / без нагрузки, кг"),
    ("mass_most", "Разрешённая max масса, kg"),
    ("mass_own", "Масса без нагрузки, kg"),
    ("owner", "Собственник (владелец)"),
    ("region", "Республика, край, область"),
    ("place", "Населённый пункт"),
    ("street", "Улица"),
    ("house", "Дом"),
    ("marks", "Особые отметки"),
    ("issued_on", "Выдано"),
    ("office", "Код подразделения"),
    ("title", "Свидетельство о регистрации ТС"),
    ("title", "Российская Федерация"),
)
_IN: Final = (
    ("plate", "Regn. Number"),
    ("plate", "Registration No"),
    ("first_on", "Date of Regn"),
    ("vin", "Chassis Number"),
    ("vin", "Chassis No"),
    ("engine", "Engine / Motor Number"),
    ("engine", "Engine No"),
    ("owner", "Owner Name"),
    ("relation", "Son / Daughter / Wife of"),
    ("address", "Address"),
    ("fuel", "Fuel"),
    ("color", "Color"),
    ("color", "Colour"),
    ("make", "Maker's Name"),
    ("model", "Model Name"),
    ("type", "Vehicle Class"),
    ("year", "Month-Year of Mfg"),
    ("volume", "Cubic Cap"),
    ("mass", "Unladen Wt"),
    ("validity", "Regn. Validity"),
    ("title", "Certificate of Registration"),
    ("title", "Registration Certificate"),
)
_EU: Final = {
    "A": "plate", "B": "first_on", "D.1": "make", "D.2": "", "D.3": "model", "E": "vin", "F.1": "mass_most",
    "G": "mass_own", "I": "issued_on", "J": "category", "P.1": "volume", "P.2": "power", "P.3": "fuel",
    "R": "color", "C.1.1": "owner", "C.1.2": "owner", "C.1.3": "street", "C.2.1": "", "C.3.1": "", "H": "", "K": "",
    "S.1": "", "V.7": "",
}  # fmt: skip  # a table reads better in rows
_CODE: Final = re.compile(r"[(\[]?([A-Z])(?:[.,:]?([0-9lI])(?:[.,]?([0-9lI]))?)?[)\].:]*")
_STS_NUMBER: Final = re.compile(r"\d\d \d\d \d{6}|\d{4} \d{6}|\d{10}")
_LEAST: Final = {
    "vin": 10, "body": 6, "plate": 6, "engine": 4, "year": 4, "make": 3, "mass": 3, "volume": 3, "color": 3,
}  # fmt: skip  # a table reads better in rows
_WITH_DIGITS: Final = frozenset(
    {
        "vin",
        "plate",
        "engine",
        "year",
        "mass",
        "mass_most",
        "mass_own",
        "volume",
        "power",
        "issued_on",
        "first_on",
    },
)
_ENOUGH: Final = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The words at a caption, before anybody says what they mean."""

    name: FieldName
    words: tuple[Word, ...]

    @property
    def raw(self) -> str:
        """The words as they were read."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        """The mean of its letters, 0 to 1; the weakest word counts twice."""
        sure = [word.confidence for word in self.words]
        return (sum(sure) / len(sure) * 2 + min(sure)) / 3

    @property
    def box(self) -> Box:
        """Around all of it."""
        return TextLine(self.words).box


def certificate_form(lines: Sequence[TextLine]) -> Form | None:
    """Whose certificate the text is of; None when it looks like none."""
    scores = {
        Form.RU: len({each.name for each in captions(lines, _RU)}),
        Form.IN: len({each.name for each in captions(lines, _IN)}),
        Form.EU: len({code for code, _ in _codes(lines)}),
    }
    best = max(scores, key=lambda form: scores[form])
    return best if scores[best] >= _ENOUGH else None


def find_certificate(lines: Sequence[TextLine], form: Form) -> list[Found]:
    """What stands at each caption; a field that was not found is not in the list."""
    if form is Form.EU:
        parts = _eu_parts(lines)
    else:
        known = _RU if form is Form.RU else _IN
        found = captions(lines, known)
        parts = {}
        for caption in found:
            words = beside(
                caption,
                lines,
                found,
                least=_LEAST.get(caption.name, 1),
                has_digit=caption.name in _WITH_DIGITS,
            )
            if words and caption.name not in parts:
                parts[caption.name] = words
        if form is Form.RU:
            parts |= _ru_extras(lines, parts)
            if "owner" in parts:
                parts["owner"] = _rows_below(parts["owner"], lines, found_boxes(found))
    return _fields(parts)


def found_boxes(found: Sequence[object]) -> list[Box]:
    """The boxes of captions."""
    return [each.box for each in found if hasattr(each, "box")]


def _rows_below(
    first: tuple[Word, ...],
    lines: Sequence[TextLine],
    stops: Sequence[Box],
) -> tuple[Word, ...]:
    """A name stands in up to three rows below each other, until the next caption."""
    words = list(first)
    box = TextLine(first).box
    floor = min(
        (
            stop.top
            for stop in stops
            if stop.top > box.bottom and stop.left < box.right and stop.right > box.left
        ),
        default=10**9,
    )
    for line in lines:
        row = [
            word
            for word in line.words
            if word.box.top >= box.bottom - 0.3 * box.height
            and word.box.middle < floor
            and abs(word.box.left - first[0].box.left) < 1.6 * first[0].box.height
            and 0.6 < word.box.height / first[0].box.height < 1.6
        ]
        if (
            row
            and row[0].box.top - words[-1].box.bottom < 1.6 * first[0].box.height
            and len(words) < 3
        ):
            words.append(row[0])
    return tuple(words)


def _ru_extras(
    lines: Sequence[TextLine],
    parts: dict[str, tuple[Word, ...]],
) -> dict[str, tuple[Word, ...]]:
    """The number of the certificate stands large below, without a caption."""
    used = {id(word) for words in parts.values() for word in words}
    best: tuple[float, tuple[Word, ...]] | None = None
    for line in lines:
        free = [word for word in line.words if id(word) not in used]
        for start in range(len(free)):
            for size in (1, 2, 3):
                run = tuple(free[start : start + size])
                if len(run) < size or not _STS_NUMBER.fullmatch(" ".join(w.text for w in run)):
                    continue
                sure = min(word.confidence for word in run)
                if best is None or sure > best[0]:
                    best = (sure, run)
    return {"number": best[1]} if best else {}


def _codes(lines: Sequence[TextLine]) -> list[tuple[str, tuple[Word, ...]]]:
    """(code, the words after it in its line) of every harmonised code that begins a cell."""
    found = []
    for line in lines:
        starts = []
        for at, word in enumerate(line.words):
            code = _code_of(word.text)
            previous = line.words[at - 1] if at else None
            is_cell = previous is None or word.box.left - previous.box.right > 1.2 * word.box.height
            if code in _EU and is_cell:
                starts.append((at, code))
        for number, (at, code) in enumerate(starts):
            end = starts[number + 1][0] if number + 1 < len(starts) else len(line.words)
            found.append((code, line.words[at + 1 : end]))
    return found


def _code_of(text: str) -> str:
    plain = text.upper().translate(_LATIN)
    known = _MISREAD.get(plain.strip(".()[]:"))
    if known:
        return known
    match = _CODE.fullmatch(plain)
    if match is None:
        return ""
    digits = [part.replace("L", "1").replace("I", "1") for part in match.groups()[1:] if part]
    return ".".join([match[1], *digits])


# how the small codes come out of a poor photo; none of them is a code of its own
_MISREAD: Final = {
    "|": "I", "L": "I", "1": "I", "Y": "I", "FL": "F.1", "FA": "F.1", "FI": "F.1", "PA": "F.1", "F1": "F.1", "F": "F.1",
    "61.2": "C.1.2", "CA2": "C.1.2", "C12": "C.1.2", "G1.2": "C.1.2", "C1.2": "C.1.2", "CIN": "C.1.1", "CA1": "C.1.1",
    "C1": "C.1.1", "CI": "C.1.1", "61.1": "C.1.1", "C1.1": "C.1.1", "CIL": "C.1.1", "CLL": "C.1.1", "CU": "C.1.1",
    "D": "D.1", "DI": "D.1", "DL": "D.1", "P": "P.1", "PL": "P.1", "PI": "P.1",
}  # fmt: skip  # a table reads better in rows
_LATIN: Final = str.maketrans("АВЕРСК", "ABEPCK")


def _eu_parts(lines: Sequence[TextLine]) -> dict[str, tuple[Word, ...]]:
    parts: dict[str, tuple[Word, ...]] = {}
    for code, words in _codes(lines):
        name = _EU[code]
        if not name or not words:
            continue
        if name == "owner" and name in parts:
            parts[name] += words
        else:
            parts.setdefault(name, words)
    return parts


_PLACES: Final = {
    "plate": FieldName.PLATE, "vin": FieldName.VIN, "make": FieldName.MAKE, "type": FieldName.TYPE,
    "category": FieldName.CATEGORY, "year": FieldName.YEAR, "engine": FieldName.ENGINE, "body": FieldName.BODY,
    "color": FieldName.COLOR, "power": FieldName.POWER, "volume": FieldName.VOLUME, "mass": FieldName.MASS,
    "owner": FieldName.OWNER, "place": FieldName.PLACE, "street": FieldName.STREET, "house": FieldName.HOUSE,
    "number": FieldName.NUMBER, "issued_on": FieldName.ISSUED_ON, "first_on": FieldName.FIRST_ON,
    "fuel": FieldName.FUEL,
}  # fmt: skip  # a table reads better in rows


def _fields(parts: dict[str, tuple[Word, ...]]) -> list[Found]:
    """The parts under the desk's names: maker and model are one, both masses too."""
    parts = dict(parts)
    if "model" in parts:
        parts["make"] = (*parts.get("make", ()), *parts.pop("model"))
    if "mass_most" in parts:
        parts["mass"] = (*parts.pop("mass_most"), *parts.pop("mass_own", ()))
    elif "mass_own" in parts:
        parts["mass"] = parts.pop("mass_own")
    if "issued_on" in parts:
        # the office stands beside the day
        days = tuple(word for word in parts["issued_on"] if any(c.isdecimal() for c in word.text))
        parts["issued_on"] = days or parts["issued_on"]
    found = [Found(_PLACES[name], words) for name, words in parts.items() if name in _PLACES]
    return [each for each in found if bare(each.raw)]
