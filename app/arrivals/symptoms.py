"""Chips for what customers complain of: noise, smell, vibration and the rest, found in their own words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from models.text import fold

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "arrivals" / "symptoms.json"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One chip: its group, its words by language, and beginnings of words that suggest it."""

    code: str
    group: str
    words: dict[str, str]
    stems: tuple[str, ...]

    def word(self, language: str) -> str:
        """The chip's word in that language, in English when there is none."""
        return self.words.get(language.replace("_", "-").partition("-")[0], self.words["en"])


@cache
def symptoms() -> Sequence[Symptom]:
    """Every chip, group by group."""
    text = _FILE.read_text(encoding="utf-8")
    return tuple(
        Symptom(
            code=entry["code"],
            group=entry["group"],
            words={"en": entry["en"], "ru": entry["ru"]},
            stems=tuple(fold(stem) for stem in entry["stems"]),
        )
        for entry in json.loads(text)
    )


def is_symptom(code: str) -> bool:
    """Whether there is a chip of that code."""
    return any(symptom.code == code for symptom in symptoms())


def suggested(words: str) -> list[str]:
    """Codes of the chips that the customer's words speak of, in the order in which they are said."""
    heard = [word.strip(".,;:!?«»“”\"'()") for word in fold(words).replace("-", " ").split()]
    found: dict[str, int] = {}
    for symptom in symptoms():
        places = [
            place
            for place, word in enumerate(heard)
            if any(word.startswith(stem) for stem in symptom.stems)
        ]
        if places:
            found[symptom.code] = places[0]
    return sorted(found, key=lambda code: found[code])
