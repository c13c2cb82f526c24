"""Cars and people nobody knows yet: what a typed text most likely is, and the field that takes anything."""

from typing_extensions import override

from models.identifiers import recognise_plate
from widgets.picker import Picker

STRANGER = ("plate", "car", "name", "phone")
"""Fields that show when car or customer are unknown."""

_SHORTEST_NUMBER = 6


def meant_field(text: str, country: str) -> str:
    """Which field a text belongs to: ``plate`` for letters with digits, ``phone`` for digits, else ``name``."""
    digits = sum(letter.isdigit() for letter in text)
    has_letters = any(letter.isalpha() for letter in text)
    if recognise_plate(text, country) is not None or (digits and has_letters):
        return "plate"
    return "phone" if digits >= _SHORTEST_NUMBER else "name"


class WhoField(Picker):
    """Whatever is typed is welcome: what nobody knows becomes a new car or customer."""

    @override
    def leave_problem(self) -> str:
        return ""
