"""What a workshop does to a photo: tilt, perspective, blur, grain, shade, a weak light, and JPEG."""

import io
import random
from dataclasses import dataclass
from typing import Any, Final, cast

from PIL import Image, ImageChops, ImageEnhance, ImageFilter


@dataclass(frozen=True, slots=True)
class Hurt:
    """How badly: degrees of tilt, share of perspective, radius of blur, grain 0 to 255, light, JPEG quality, size."""

    tilt: float
    perspective: float
    blur: float
    grain: float
    light: float
    quality: int
    size: float


EASY: Final = Hurt(1.5, 0.01, 0.5, 6, 0.95, 88, 1.0)
HARD: Final = Hurt(6.0, 0.05, 1.5, 24, 0.45, 45, 0.7)


def spoil(picture: Image.Image, how: Hurt, chance: random.Random) -> Image.Image:
    """The picture as a phone would bring it; the same ``chance`` brings the same one."""
    image = picture.convert("RGB")
    shade = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    image = _skewed(image, how.perspective, chance, shade)
    angle = chance.uniform(-how.tilt, how.tilt)
    image = image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=shade)
    if how.size != 1.0:
        scale = chance.uniform(how.size, 1.0)
        image = image.resize(
            (round(image.width * scale), round(image.height * scale)),
            Image.Resampling.BILINEAR,
        )
    image = _shaded(image, how.light, chance)
    image = image.filter(ImageFilter.GaussianBlur(chance.uniform(how.blur * 0.4, how.blur)))
    image = _grained(image, chance.uniform(how.grain * 0.4, how.grain), chance)
    held = io.BytesIO()
    image.save(held, "JPEG", quality=chance.randint(how.quality, min(95, how.quality + 10)))
    held.seek(0)
    return Image.open(held).convert("RGB")


def _skewed(image: Image.Image, share: float, chance: random.Random, shade: object) -> Image.Image:
    """One side is nearer than the other: every corner lies up to ``share`` of the size further in."""
    wide, tall = image.size
    reach_x, reach_y = round(share * wide) + 1, round(share * tall * 2) + 1
    framed = Image.new("RGB", (wide + 2 * reach_x, tall + 2 * reach_y), cast("Any", shade))
    framed.paste(image, (reach_x, reach_y))
    right, bottom = reach_x + wide, reach_y + tall

    def out(limit: int) -> float:
        return chance.uniform(0, limit)

    quad = (
        reach_x - out(reach_x), reach_y - out(reach_y),
        reach_x - out(reach_x), bottom + out(reach_y),
        right + out(reach_x), bottom + out(reach_y),
        right + out(reach_x), reach_y - out(reach_y),
    )  # fmt: skip  # a table reads better in rows
    return framed.transform((wide, tall), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def _shaded(image: Image.Image, light: float, chance: random.Random) -> Image.Image:
    """A light from one side, and less of it."""
    ramp = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270)))
    low = round(255 * chance.uniform(light, 1.0))
    ramp = ramp.resize(image.size).point([low + (255 - low) * value // 255 for value in range(256)])
    lit = ImageChops.multiply(image, Image.merge("RGB", (ramp, ramp, ramp)))
    return ImageEnhance.Contrast(lit).enhance(chance.uniform(0.5 + light / 2, 1.0))


def _grained(image: Image.Image, sigma: float, chance: random.Random) -> Image.Image:
    """Grain of a sensor; Pillow's own noise knows no seed, so a seeded tile is laid all over."""
    tile = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256))
    grain = Image.new("L", image.size)
    for left in range(0, image.width, 256):
        for top in range(0, image.height, 256):
            grain.paste(tile.rotate(chance.choice((0, 90, 180, 270))), (left, top))
    # evenly spread from 0 to 255 has a deviation of 73.6
    share = sigma / 73.6
    grain = grain.point([round(128 + (value - 128) * share) for value in range(256)])
    noise = Image.merge("RGB", (grain, grain, grain))
    return ImageChops.add(image, noise, scale=1.0, offset=-128)
