"""The words printed on papers, by language, from `resources/labels/<language>.json`.

A country may call a thing by another name: ``title.work_order@IN`` goes before
``title.work_order``. A language without a table of its own gets the English words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "labels"


class Labels:
    """Words of one language for one country."""

    def __init__(self, words: Mapping[str, str], country: str) -> None:
        self._words = words
        self._country = country

    def __call__(self, key: str, **values: str) -> str:
        """Return the words of a key with its placeholders filled. Raises KeyError for no key."""
        words = self._words.get(f"{key}@{self._country}")
        if words is None:
            words = self._words[key]
        return words.format(**values) if values else words

    def has(self, key: str) -> bool:
        """Tell whether there are words for this key."""
        return key in self._words


def languages() -> tuple[str, ...]:
    """Return the languages that have a table, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def labels(language: str, country: str) -> Labels:
    """Return the words of a language (ru, en, de) for a country (RU, IN)."""
    name = language.replace("_", "-").split("-")[0].lower()
    return Labels(_table(name if name in languages() else "en"), country.upper())


@cache
def _table(language: str) -> Mapping[str, str]:
    table: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return table
