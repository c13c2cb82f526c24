"""Makes and models as certificates write them, in the letters the desk keeps: «ШКОДА ОКТАВИЯ» is Škoda Octavia."""

import re
from difflib import get_close_matches
from typing import Final

_MAKES: Final = {
    "ШКОДА": "Škoda", "SKODA": "Škoda", "ФОЛЬКСВАГЕН": "Volkswagen", "VOLKSWAGEN": "Volkswagen", "VW": "Volkswagen",
    "ТОЙОТА": "Toyota", "TOYOTA": "Toyota", "НИССАН": "Nissan", "NISSAN": "Nissan", "РЕНО": "Renault",
    "RENAULT": "Renault", "ХЕНДЭ": "Hyundai", "ХЕНДАЙ": "Hyundai", "ХЭНДЭ": "Hyundai", "HYUNDAI": "Hyundai",
    "КИА": "Kia", "KIA": "Kia", "ЛАДА": "Lada", "LADA": "Lada", "ВАЗ": "Lada", "БМВ": "BMW", "BMW": "BMW",
    "МЕРСЕДЕС": "Mercedes-Benz", "МЕРСЕДЕС-БЕНЦ": "Mercedes-Benz", "MERCEDES-BENZ": "Mercedes-Benz",
    "MERCEDES": "Mercedes-Benz", "АУДИ": "Audi", "AUDI": "Audi", "ФОРД": "Ford", "FORD": "Ford", "МАЗДА": "Mazda",
    "MAZDA": "Mazda", "ХОНДА": "Honda", "HONDA": "Honda", "МИЦУБИСИ": "Mitsubishi", "MITSUBISHI": "Mitsubishi",
    "СУБАРУ": "Subaru", "SUBARU": "Subaru", "СУЗУКИ": "Suzuki", "SUZUKI": "Suzuki", "MARUTI": "Maruti Suzuki",
    "ОПЕЛЬ": "Opel", "OPEL": "Opel", "ПЕЖО": "Peugeot", "PEUGEOT": "Peugeot", "СИТРОЕН": "Citroën",
    "CITROEN": "Citroën", "ШЕВРОЛЕ": "Chevrolet", "CHEVROLET": "Chevrolet", "ВОЛЬВО": "Volvo", "VOLVO": "Volvo",
    "ЛЕКСУС": "Lexus", "LEXUS": "Lexus", "ЧЕРИ": "Chery", "CHERY": "Chery", "ДЖИЛИ": "Geely", "GEELY": "Geely",
    "ХАВЕЙЛ": "Haval", "HAVAL": "Haval", "УАЗ": "UAZ", "ГАЗ": "GAZ", "ФИАТ": "Fiat", "FIAT": "Fiat", "SEAT": "Seat",
    "DACIA": "Dacia", "TATA": "Tata", "MAHINDRA": "Mahindra", "MINI": "Mini", "JEEP": "Jeep", "ДЖИП": "Jeep",
}  # fmt: skip  # a table reads better in rows
_MODELS: Final = {
    "ОКТАВИЯ": "Octavia", "ОКТАВИА": "Octavia", "РАПИД": "Rapid", "КОДИАК": "Kodiaq", "ПОЛО": "Polo", "ГОЛЬФ": "Golf",
    "ТИГУАН": "Tiguan", "КАМРИ": "Camry", "КОРОЛЛА": "Corolla", "РАВ4": "RAV4", "АЛЬМЕРА": "Almera",
    "КАШКАЙ": "Qashqai", "ЛОГАН": "Logan", "ДАСТЕР": "Duster", "САНДЕРО": "Sandero", "СОЛЯРИС": "Solaris",
    "КРЕТА": "Creta", "РИО": "Rio", "СПОРТЕЙДЖ": "Sportage", "СИД": "Ceed", "ВЕСТА": "Vesta", "ГРАНТА": "Granta",
    "НИВА": "Niva", "ФОКУС": "Focus", "АСТРА": "Astra", "КРУЗ": "Cruze",
}  # fmt: skip  # a table reads better in rows
_KEPT: Final = 3


def make_of(text: str) -> tuple[str, bool]:
    """Make and model in the desk's letters, and whether the make is known. Unknown words stay, in their own case."""
    words = re.findall(r"[0-9A-Za-zА-Яа-яЁё\-]+", text.upper().replace(",", " "))
    if not words:
        return "", False
    make = _close(words[0], _MAKES)
    rest = [_close(word, _MODELS) or _cased(word) for word in words[1:]]
    if make is None:
        return " ".join([_cased(words[0]), *rest]), False
    return " ".join([make, *rest]), True


def _close(word: str, known: dict[str, str]) -> str | None:
    """The known word, or one that differs by a letter, if it is long enough to be sure."""
    if word in known:
        return known[word]
    close = get_close_matches(word, known, n=1, cutoff=0.84) if len(word) > _KEPT + 1 else []
    return known[close[0]] if close else None


def _cased(word: str) -> str:
    """Short words and those with digits are signs and stay; long ones are names."""
    return (
        word if len(word) <= _KEPT or any(char.isdecimal() for char in word) else word.capitalize()
    )
