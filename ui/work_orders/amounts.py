"""Amounts with their currency, in parts."""

import re

from models.money import Money
from ui.shell.formats import Formats
from widgets.cells import Figure

_BEFORE = re.compile(r"^[^\d−-]*")


def total_figure(text: str, sign: str) -> Figure:
    """An amount written with its currency, the minor units apart; ``sign`` stands before them."""
    major, found, rest = text.rpartition(sign)
    digits = re.match(r"\d*", rest)
    if not found or digits is None or not digits.group():
        return Figure(text)
    return Figure(major, found + digits.group(), "", rest[digits.end() :])


def whole_money(money: Money, formats: Formats) -> str:
    """Rounded to whole units, with the currency where it belongs: ``652 813 ₽``."""
    figure = total_figure(formats.money(money), formats.decimal_sign)
    before = _BEFORE.match(figure.major)
    return (before.group() if before else "") + formats.short(money) + figure.tail
