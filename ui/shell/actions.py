"""What a person can start from anywhere: the palette lists these, pages and the window register them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaletteAction:
    """One thing to start: its words, a Lucide icon, its keys as Qt writes them, and what runs it.

    ``more`` holds further words under which it is found and are not shown (synonyms, English words).
    """

    title: str
    icon: str
    keys: str
    run: Callable[[], object]
    more: str = ""
