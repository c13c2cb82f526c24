"""Dashboards: seven segments of a display, lit or dark, and digits of a screen."""

import random
from typing import Final

from PIL import Image, ImageDraw

from app.cli.drawn.plates import font

_SEGMENTS: Final = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgecd", "7": "abc",
    "8": "abcdefg", "9": "abcfgd",
}  # fmt: skip  # a table reads better in rows
_LCD, _LED, _SCREEN = "lcd", "led", "screen"


def draw_odometer(km: int, chance: random.Random) -> Image.Image:
    """A dashboard's corner that shows so many kilometres, with a trip counter beside it."""
    manner = chance.choice((_LCD, _LED, _SCREEN))
    ground, ink, ghost = {
        _LCD: ((176, 190, 160), (30, 36, 30), (164, 178, 149)),
        _LED: ((14, 14, 18), (255, 120, 40), (24, 20, 20)),
        _SCREEN: ((18, 22, 32), (235, 238, 245), (18, 22, 32)),
    }[manner]
    digits = str(km)
    high = 96
    image = Image.new("RGB", (820, 260), ground)
    draw = ImageDraw.Draw(image)
    small = font("Inter-Medium", 26)
    draw.text((60, 26), chance.choice(("ODO", "TOTAL", "")), fill=ink, font=small)
    trip = f"{chance.randint(0, 999)}.{chance.randint(0, 9)}"
    draw.text((560, 206), f"TRIP {trip}", fill=ink, font=small)
    if manner == _SCREEN:
        face = font(chance.choice(("Inter-SemiBold", "NotoSans-Bold", "Inter-Regular")), 104)
        shown = f"{km:,}".replace(",", " ") if chance.random() < 0.4 else digits
        draw.text((70, 66), shown, fill=ink, font=face)
        right = 70 + face.getlength(shown)
    else:
        padded = digits.rjust(6, "0") if chance.random() < 0.3 else digits
        left = 70.0
        slant = chance.choice((0.0, 0.08))
        for digit in padded:
            _digit(draw, digit, (left, 78), (52, high), slant, ink, ghost)
            left += 76
        right = left
    draw.text((right + 16, 142), "km", fill=ink, font=font("Inter-Medium", 36))
    return image


def _digit(  # noqa: PLR0917 - what a drawing needs
    draw: ImageDraw.ImageDraw,
    digit: str,
    at: tuple[float, float],
    size: tuple[int, int],
    slant: float,
    ink: tuple[int, int, int],
    ghost: tuple[int, int, int],
) -> None:
    """One digit of seven bars with gaps between; the unlit ones show faintly."""
    wide, tall = size
    thick, gap = 13, 2

    def point(x: float, y: float) -> tuple[float, float]:
        return at[0] + x + (tall - y) * slant, at[1] + y

    half = tall / 2
    bars = {
        "a": ((thick / 2 + gap, 0), (wide - thick / 2 - gap, 0), True),
        "g": ((thick / 2 + gap, half - thick / 2), (wide - thick / 2 - gap, 0), True),
        "d": ((thick / 2 + gap, tall - thick), (wide - thick / 2 - gap, 0), True),
        "f": ((0, thick / 2 + gap), (0, half - gap), False),
        "b": ((wide - thick, thick / 2 + gap), (0, half - gap), False),
        "e": ((0, half + gap), (0, tall - thick / 2 - gap), False),
        "c": ((wide - thick, half + gap), (0, tall - thick / 2 - gap), False),
    }
    lit = _SEGMENTS[digit]
    for name in sorted(bars, key=lambda each: each in lit):
        (x, y), (x2, y2), is_flat = bars[name]
        cut = thick / 2
        if is_flat:
            shape = [
                (x, y + cut), (x + cut, y), (x2 - cut, y), (x2, y + cut), (x2 - cut, y + thick), (x + cut, y + thick),
            ]  # fmt: skip  # a table reads better in rows
        else:
            shape = [
                (x + cut, y), (x + thick, y + cut), (x + thick, y2 - cut), (x + cut, y2), (x, y2 - cut), (x, y + cut),
            ]  # fmt: skip  # a table reads better in rows
        draw.polygon([point(*corner) for corner in shape], fill=ink if name in lit else ghost)
