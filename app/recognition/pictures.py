"""A photo made ready for reading: upright, straight, evenly lit, black on white. Pictures in, pictures out."""

import hashlib
import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageOps, UnidentifiedImageError

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

MOST_BYTES: Final = 40 * 1024 * 1024
MOST_PIXELS: Final = 80_000_000
_LONGEST: Final = 2600
_FORMATS: Final = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF")
_STEEPEST: Final = 12.0


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it came: turned as its camera says; ``dpi`` 0 when the file does not tell."""

    image: Image.Image
    sha256: str
    dpi: int


def refused_file(name: str, why: str = "") -> UserError:
    """The error for a file that is no picture."""
    return UserError(
        say(
            QT_TRANSLATE_NOOP("recognition", "“{name}” is not a picture that can be read."),
            name=name,
        ),
        reason=Reason.FILE,
        remedy=say(
            QT_TRANSLATE_NOOP("recognition", "Give a JPEG, PNG, TIFF or PDF of at most 40 MB."),
        ),
        details={"why": why},
    )


def open_photo(path: Path) -> Photo:
    """The picture of a file, turned as the camera noted; UserError for anything else than a picture."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refused_file(path.name, "size")
        raw = path.read_bytes()
    except OSError as error:
        raise refused_file(path.name, type(error).__name__) from error
    return photo_of(raw, path.name)


def photo_of(raw: bytes, name: str) -> Photo:
    """The picture that the bytes hold; UserError when they hold none, or one beyond measure."""
    try:
        with Image.open(io.BytesIO(raw), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise refused_file(name, "pixels")
            dpi = opened.info.get("dpi", (0, 0))[0]
            opened.draft("RGB", (_LONGEST * 2, _LONGEST * 2))
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as error:
        raise refused_file(name, type(error).__name__) from error
    if min(image.size) < 8:
        raise refused_file(name, "small")
    return Photo(fitted(image, _LONGEST), hashlib.sha256(raw).hexdigest(), round(float(dpi or 0)))


def fitted(image: Image.Image, longest: int) -> Image.Image:
    """The picture, made smaller until its longer side fits."""
    side = max(image.size)
    if side <= longest:
        return image
    scale = longest / side
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def gray(image: Image.Image) -> Image.Image:
    """Brightness alone, stretched over the whole range; one per cent at both ends may burn out."""
    return ImageOps.autocontrast(image.convert("L"), cutoff=1)


def even(image: Image.Image, reach: int) -> Image.Image:
    """Brightness against its surroundings (``reach`` in pixels): shadows and a gradient go, letters stay."""
    plain = image.convert("L")
    around = plain.filter(ImageFilter.BoxBlur(reach))
    flat = ImageChops.add(plain, ImageChops.invert(around), scale=1.0, offset=-90)
    return ImageOps.autocontrast(flat, cutoff=0.5)


def threshold_of(plain: Image.Image) -> int:
    """Otsu's threshold: the brightness that parts ink and paper best."""
    counts = plain.histogram()
    total = sum(counts)
    whole = sum(value * count for value, count in enumerate(counts))
    below, below_sum, best, chosen = 0, 0, -1.0, 127
    for value, count in enumerate(counts):
        below += count
        below_sum += value * count
        above = total - below
        if not below or not above:
            continue
        apart = below_sum / below - (whole - below_sum) / above
        score = below * above * apart * apart
        if score > best:
            best, chosen = score, value
    return chosen


def black_on_white(plain: Image.Image) -> Image.Image:
    """Ink black, paper white, by Otsu; what covers less is the ink."""
    limit = threshold_of(plain)
    flat = plain.point([255 if value > limit else 0 for value in range(256)])
    dark = flat.histogram()[0]
    return ImageOps.invert(flat) if dark > flat.width * flat.height / 2 else flat


def ink_dark(plain: Image.Image) -> Image.Image:
    """The gray picture with dark letters on light ground, whichever way it came."""
    limit = threshold_of(plain)
    counts = plain.histogram()
    return ImageOps.invert(plain) if sum(counts[: limit + 1]) > sum(counts) / 2 else plain


def slope_of(image: Image.Image, steepest: float = _STEEPEST) -> float:
    """By how many degrees the picture has to be turned (counter-clockwise) so that its lines run level.

    The rows of a level picture differ most: letters, gap, letters. Tried on a small picture, coarse, then fine.
    """
    small = fitted(image.convert("L"), 700)
    edges = even(small, max(6, small.height // 30))
    ink = ImageOps.invert(ink_dark(edges))

    def score(angle: float) -> float:
        turned = ink.rotate(angle, Image.Resampling.BILINEAR)
        left, top = turned.width // 10, turned.height // 10
        inner = turned.crop((left, top, turned.width - left, turned.height - top))
        rows = inner.resize((1, inner.height), Image.Resampling.BOX).tobytes()
        return float(sum((one - two) ** 2 for one, two in pairwise(rows)))

    best = _peak(score, 0.0, steepest, 1.0)
    best = _peak(score, best, 1.0, 0.25)
    best = _peak(score, best, 0.25, 0.1)
    return round(best, 1) if score(best) > 1.03 * score(0.0) else 0.0


def _peak(score: Callable[[float], float], middle: float, reach: float, step: float) -> float:
    count = math.ceil(reach / step)
    angles = [middle + number * step for number in range(-count, count + 1)]
    return max(angles, key=score)


def straightened(image: Image.Image, angle: float) -> Image.Image:
    """The picture turned by so many degrees (counter-clockwise) within its frame, corners in its own middle shade."""
    if not angle:
        return image
    shade = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=shade)


def enlarged(image: Image.Image, height: int) -> tuple[Image.Image, float]:
    """The picture with that height, and by how much it was enlarged."""
    scale = height / max(1, image.height)
    scale = min(scale, 8000 / max(1, image.width))
    size = (max(8, round(image.width * scale)), max(8, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS), scale


def bordered(image: Image.Image, by: int) -> Image.Image:
    """The picture with a white margin: letters at the very edge are read badly."""
    return ImageOps.expand(image, border=by, fill=255)
