"""Pictures and other files for tests, made here byte by byte."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

GPS = 0x8825


def photo(
    width: int = 640,
    height: int = 480,
    *,
    tint: int = 0,
    turned: int | None = None,
    taken: str | None = "2026:06:15 09:41:00",
    offset: str | None = None,
    with_place: bool = True,
) -> bytes:
    """A JPEG as a phone makes it: EXIF with a moment, a place and which way up it was held."""
    picture = Image.new("RGB", (width, height), (90 + tint % 100, 110, 140))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 4, height // 4), fill=(220, 30, 30))
    draw.ellipse((width // 3, height // 3, width // 2, height // 2), fill=(20, 20, 20))
    exif = Image.Exif()
    if turned is not None:
        exif[0x0112] = turned
    exif[0x010F] = "Camera maker"
    inner = exif.get_ifd(0x8769)
    if taken:
        inner[0x9003] = taken
    if offset:
        inner[0x9011] = offset
    if with_place:
        place = exif.get_ifd(GPS)
        place[1], place[2] = "N", (55.0, 45.0, 21.0)
        place[3], place[4] = "E", (37.0, 37.0, 4.0)
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif, quality=88)
    return made.getvalue()


def png(width: int = 64, height: int = 48, *, alpha: bool = True) -> bytes:
    """A PNG, half of it clear."""
    picture = Image.new(
        "RGBA" if alpha else "RGB", (width, height), (0, 90, 200, 128)[: 4 if alpha else 3]
    )
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def webp() -> bytes:
    """A WebP picture."""
    made = io.BytesIO()
    Image.new("RGB", (80, 60), (200, 180, 20)).save(made, "WEBP")
    return made.getvalue()


def flood(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few hundred bytes that says it unfolds to billions of pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def pdf() -> bytes:
    """A small PDF of one empty page."""
    made = io.BytesIO()
    Image.new("RGB", (200, 280), "white").save(made, "PDF")
    return made.getvalue()


def mp4(seconds: int = 7, brand: bytes = b"isom") -> bytes:
    """The skeleton of an MP4: brand, index with its length, and some bytes of film."""

    def box(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I4s", len(body) + 8, name) + body

    length = struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + b"\0" * 80
    return (
        box(b"ftyp", brand + struct.pack(">I", 512) + brand)
        + box(b"moov", box(b"mvhd", length))
        + box(b"mdat", b"film" * 50)
    )


def wav(seconds: int = 2) -> bytes:
    """Silence of so many seconds, 8000 bytes each."""
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    data = b"\x80" * (8000 * seconds)
    body = (
        b"WAVEfmt "
        + struct.pack("<I", len(form))
        + form
        + b"data"
        + struct.pack("<I", len(data))
        + data
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def exe() -> bytes:
    """The beginning of a Windows program."""
    return b"MZ\x90\0" + b"\0" * 56 + b"\x80\0\0\0" + b"\0" * 64 + b"PE\0\0" + b"\0" * 400


def zip_end() -> bytes:
    """The end of an empty archive: behind any file it makes an archive of it."""
    return b"PK\x05\x06" + b"\0" * 18
