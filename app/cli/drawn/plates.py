"""VIN plates: printed labels, stamped metal, engraved and laser-marked ones, light on dark."""

import random
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from models.identifiers.vin import check_digit

FONTS: Final = Path(__file__).parents[3] / "resources" / "fonts"
_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
_YEARS: Final = "ABCDEFGHJKLMNPRSTVWXY123456789"
_MAKERS: Final = (
    "XW8", "XTA", "Z94", "X7L", "XWE", "Z8N", "WVW", "WBA", "WDD", "TMB", "VF1", "ZFA", "KMH", "KNA", "JTD",
    "JMZ", "SAL", "YV1", "MA3", "MAL",
)  # fmt: skip  # a table reads better in rows
_CHECKED: Final = ("1HG", "2T1", "3VW", "4T1", "5YJ", "1FA", "1G1", "LFV", "LSG", "LVS")


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of the program, in pixels."""
    return ImageFont.truetype(str(FONTS / f"{name}.ttf"), size)


def made_vin(chance: random.Random) -> str:
    """A VIN nobody has: a third with the check digit the law wants there, the others as Europe writes them."""
    checked = chance.random() < 0.35
    start = chance.choice(_CHECKED if checked else _MAKERS)
    middle = "".join(chance.choice(_LETTERS + "0123456789") for _ in range(5))
    tail = (
        chance.choice("Z0123456789X")
        + chance.choice(_YEARS)
        + chance.choice(_LETTERS + "0123456789")
        + "".join(
            chance.choice("0123456789" + (_LETTERS if place == 0 else "")) for place in range(2)
        )
        + "".join(chance.choice("0123456789") for _ in range(4))
    )
    vin = start + middle + tail
    return vin[:8] + check_digit(vin) + vin[9:] if checked else vin


def draw_vin_plate(vin: str, chance: random.Random) -> Image.Image:
    """A plate with the VIN, its caption and rivets, in one of four manners."""
    manner = chance.choice(("label", "stamped", "engraved", "laser"))
    face = font(
        chance.choice(("NotoSans-Bold", "Inter-SemiBold", "Inter-Bold", "NotoSans-Regular")),
        54,
    )
    gap = chance.randint(4, 12)
    width = round(sum(face.getlength(char) + gap for char in vin))
    size = (width + 150, 190)
    ground, ink = _shades(manner, chance)
    image = Image.new("RGB", size, ground)
    if manner in {"stamped", "engraved"}:
        _brushed(image, chance)
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((6, 6, size[0] - 7, size[1] - 7), 14, outline=ink, width=2)
    for x in (28, size[0] - 28):
        draw.ellipse((x - 9, 86, x + 9, 104), outline=ink, width=2)
    small = font("Inter-Medium", 22)
    draw.text((75, 24), chance.choice(("VIN", "MADE IN EU", "TYPE", "")), fill=ink, font=small)
    _letters(image, vin, (75, 68), face, gap, manner, ink)
    weights = f"{chance.randint(1500, 2600)} KG   {chance.randint(2500, 4600)} KG"
    draw.text((75, 146), weights, fill=ink, font=small)
    return image


def _shades(
    manner: str,
    chance: random.Random,
) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    if manner == "label":
        return (240, 240, 236), (24, 24, 28)
    if manner == "laser":
        return (26, 27, 30), (226, 228, 232)
    level = chance.randint(150, 200)
    return (level, level, level + 4), (58, 58, 62)


def _letters(  # noqa: PLR0917 - what a drawing needs
    image: Image.Image,
    text: str,
    at: tuple[int, int],
    face: ImageFont.FreeTypeFont,
    gap: int,
    manner: str,
    ink: tuple[int, int, int],
) -> None:
    """Each letter by itself, as stamps are set; relief has a light edge and a dark one."""
    mask = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(mask)
    left = float(at[0])
    for char in text:
        pen.text((left, at[1]), char, fill=255, font=face)
        left += face.getlength(char) + gap
    if manner in {"stamped", "engraved"}:
        soft = mask.filter(ImageFilter.GaussianBlur(1.2))
        sign = 1 if manner == "stamped" else -1
        image.paste((238, 238, 240), (2 * sign, 2 * sign), soft)
        image.paste((40, 40, 44), (-1 * sign, -1 * sign), soft)
        body = 105 if manner == "stamped" else 78
        image.paste((body, body, body + 3), (0, 0), soft)
    else:
        image.paste(ink, (0, 0), mask)


def _brushed(image: Image.Image, chance: random.Random) -> None:
    """Fine lines of a brush along the metal."""
    draw = ImageDraw.Draw(image)
    red, green, blue = image.getpixel((0, 0))  # type: ignore[misc]  # an RGB picture
    for row in range(image.height):
        by = chance.randint(-9, 9)
        draw.line((0, row, image.width, row), fill=(red + by, green + by, blue + by))
