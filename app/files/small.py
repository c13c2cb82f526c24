"""Small copies of pictures for lists and papers: turned as they were held, without place or camera, made on demand.

They lie in a folder that may be deleted. Making one may be killed at any moment: it is written aside and renamed.
"""

import os
import uuid
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from app.files.content import opened
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.store import FileStore

SIZES = (96, 320, 1280)
"""Longest side of the copies, in pixels."""

_QUALITY = 84
_WHITE = (255, 255, 255)


def small_path(store: FileStore, sha256: str, size: int) -> Path:
    """Where the copy of that size lies or will lie."""
    if size not in SIZES:
        message = f"copies are made in {SIZES}, not {size}"
        raise ValueError(message)
    full = store.path(sha256)
    return store.small / str(size) / full.parent.name / f"{sha256}.jpg"


def small_copy(store: FileStore, sha256: str, size: int) -> Path:
    """A JPEG whose longest side has at most ``size`` pixels; made unless it is there. For a worker, not the screen.

    Raises:
        UserError: the picture is gone, or is no picture.
    """
    target = small_path(store, sha256, size)
    if target.is_file():
        return target
    source = store.path(sha256)
    if not source.is_file():
        raise UserError(
            say(QT_TRANSLATE_NOOP("files", "The picture is not in the store any more.")),
            reason=Reason.NOT_FOUND,
            remedy=say(
                QT_TRANSLATE_NOOP("files", "Run “carpass-desk doctor”, or restore a backup.")
            ),
        )
    data = shrunk(source, size)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = target.with_name(f".{uuid.uuid4().hex}.part")
    try:
        part.write_bytes(data)
        os.replace(part, target)  # noqa: PTH105 - the same file system, one step
    finally:
        part.unlink(missing_ok=True)
    return target


def shrunk(source: Path, size: int) -> bytes:
    """A JPEG of the picture within ``size`` pixels: upright, on white, without a word about its making."""
    with opened(source) as picture:
        picture.draft("RGB", (size, size))
        colours = picture.info.get("icc_profile")
        upright = ImageOps.exif_transpose(picture)
        flat = _flat(upright)
        flat.thumbnail((size, size), Image.Resampling.LANCZOS, reducing_gap=3.0)
        made = BytesIO()
        # saved from bare pixels: neither EXIF nor GPS of the original goes along
        bare = Image.frombytes("RGB", flat.size, flat.tobytes())
        bare.save(made, "JPEG", quality=_QUALITY, optimize=True, icc_profile=colours)
        return made.getvalue()


def _flat(picture: Image.Image) -> Image.Image:
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGB", clear.size, _WHITE)
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return picture.convert("RGB")
