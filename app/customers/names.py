"""Whether two names may be one person's or one company's."""

import re
from typing import Final

from models.text import fold

_SIGNS: Final = re.compile(r"[^\w]+|_")
_FORMS: Final = (
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "ип",
    "нко",
    "гк",
    "gmbh",
    "ltd",
    "llc",
    "llp",
    "inc",
    "sarl",
    "ag",
)
FORM_WORDS: Final = frozenset(fold(word) for word in (*_FORMS, "pvt", "s.a.", "s.r.o."))
"""Legal forms, folded: they do not part «Вектор» from «ООО "Вектор"»."""


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without quotation marks and signs."""
    return tuple(_SIGNS.sub(" ", fold(name)).split())


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the same words in any order, or a family name with initials.

    The legal form of a company does not part «Вектор» from «ООО "Вектор"».
    """
    plain_one = tuple(word for word in one if word not in FORM_WORDS)
    plain_other = tuple(word for word in other if word not in FORM_WORDS)
    if not plain_one or not plain_other:
        return one == other
    short, long = sorted((plain_one, plain_other), key=len)
    if set(short) <= set(long) and (len(short) > 1 or len(long) == 1):
        return True
    if short[0] != long[0]:
        return False
    return all(_initial(a, b) for a, b in zip(short[1:], long[1:], strict=False))


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == short or (len(short) == 1 and long.startswith(short))
