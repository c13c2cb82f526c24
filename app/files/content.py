"""What a file is, by its bytes alone: the name it came with says nothing.

A kind is known by its first bytes and then read to its end by its own rules, so that a file which is two things at
once (a picture with an archive behind it) is refused, and so is one that would unfold to more than memory holds.
"""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from PIL import ExifTags, Image, UnidentifiedImageError

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, Source, UserError, say
from models.files import FileKind

MEGABYTE = 1 << 20
LARGEST: dict[FileKind, int] = {
    FileKind.PHOTO: 40 * MEGABYTE,
    FileKind.DOCUMENT: 60 * MEGABYTE,
    FileKind.VIDEO: 600 * MEGABYTE,
    FileKind.AUDIO: 60 * MEGABYTE,
}
"""Most bytes of each kind."""

LARGEST_PIXELS = 120_000_000
"""A phone of 108 megapixels is a phone; more is a flood."""

_LONGEST_SIDE = 32_000
_FORMATS = ("JPEG", "PNG", "WEBP")
_HEAD_BYTES = 64
_ZIP_END = b"PK\x05\x06"
_ZIP_END_BYTES = 22
_LONGEST_ZIP_COMMENT = 65_535
_PDF_LOOK_BYTES = 1024
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis", b"avif"})
_AUDIO_BRANDS = frozenset({b"M4A ", b"M4B "})
_CHOOSE: Source = QT_TRANSLATE_NOOP(
    "files",
    "Photos: JPEG, PNG, WebP. Documents: PDF. Video: MP4, MOV, WebM. Sound: MP3, M4A, WAV, OGG.",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the bytes are: pixels as they are stored (before turning), length in milliseconds, moment of the shot.

    ``taken_at`` has a zone only when the camera wrote one.
    """

    kind: FileKind
    media_type: str
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    taken_at: datetime | None = None


def look(path: Path, zone: ZoneInfo | None = None) -> Seen:
    """Say what the file is; reads headers only. ``zone`` is where the camera's clock was, unless it wrote its own.

    Raises:
        UserError: it is nothing that is kept here, or two things at once.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        kind = _kind_of(head)
        if size > LARGEST[kind]:
            raise _refused(
                QT_TRANSLATE_NOOP("files", "The file is larger than {limit} MB."),
                "size",
                limit=LARGEST[kind] // MEGABYTE,
            )
        _refuse_hidden(file, head, size)
        if kind is FileKind.PHOTO:
            return _photo(file, path, head, size, zone)
        if kind is FileKind.DOCUMENT:
            return _pdf(file, size)
        return _media(file, head, kind, size)


def _refused(source: Source, why: str, **params: object) -> UserError:
    return UserError(
        say(source, **params), reason=Reason.FILE, remedy=say(_CHOOSE), details={"why": why}
    )


def _kind_of(head: bytes) -> FileKind:
    """The kind by the first bytes."""
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or _riff(head, b"WEBP"):
        return FileKind.PHOTO
    if head.startswith(b"%PDF-"):
        return FileKind.DOCUMENT
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in _HEIC_BRANDS:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP(
                        "files", "This is a HEIC or AVIF picture: this program cannot read them."
                    )
                ),
                reason=Reason.UNSUPPORTED,
                remedy=say(
                    QT_TRANSLATE_NOOP(
                        "files",
                        "On the phone choose Settings – Camera – Formats – Most compatible, or send it as JPEG.",
                    )
                ),
            )
        return FileKind.AUDIO if brand in _AUDIO_BRANDS else FileKind.VIDEO
    if head.startswith(b"\x1aE\xdf\xa3"):
        return FileKind.VIDEO
    if head.startswith((b"ID3", b"OggS")) or _riff(head, b"WAVE") or _mp3_frame(head):
        return FileKind.AUDIO
    raise _refused(
        QT_TRANSLATE_NOOP("files", "This is no photo, document, video or sound that is kept here."),
        "unknown",
    )


def _riff(head: bytes, form: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == form


def _mp3_frame(head: bytes) -> bool:
    # sync, MPEG 1 or 2, layer III, a bit rate and a sampling rate that exist
    layer_three = head[:1] == b"\xff" and len(head) > 2 and head[1] & 0xE6 == 0xE2  # noqa: PLR2004 - the bits of the format
    return layer_three and head[2] >> 4 not in {0, 15} and (head[2] >> 2) & 3 != 3  # noqa: PLR2004 - as above


def _refuse_hidden(file: BinaryIO, head: bytes, size: int) -> None:
    """Refuse what another program would open as something else: an archive at the end, a document near the start."""
    tail_bytes = min(size, _ZIP_END_BYTES + _LONGEST_ZIP_COMMENT)
    file.seek(size - tail_bytes)
    tail = file.read(tail_bytes)
    at = tail.rfind(_ZIP_END)
    if at >= 0 and len(tail) - at >= _ZIP_END_BYTES:
        (comment,) = struct.unpack_from("<H", tail, at + 20)
        if at + _ZIP_END_BYTES + comment <= len(tail):
            raise _two_things("zip")
    file.seek(0)
    if not head.startswith(b"%PDF-") and b"%PDF-" in file.read(_PDF_LOOK_BYTES):
        raise _two_things("pdf")


def _two_things(why: str) -> UserError:
    return _refused(
        QT_TRANSLATE_NOOP(
            "files", "This file is two things at once: something else is hidden in it."
        ),
        why,
    )


def _broken(why: str) -> UserError:
    return _refused(
        QT_TRANSLATE_NOOP("files", "The file is damaged or cut: it does not read to its end."), why
    )


# photos
def _photo(file: BinaryIO, path: Path, head: bytes, size: int, zone: ZoneInfo | None) -> Seen:
    if head.startswith(b"\x89PNG"):
        media_type = "image/png"
        _check_png(file, size)
    elif head.startswith(b"RIFF"):
        media_type = "image/webp"
        _check_riff(head, size)
    else:
        media_type = "image/jpeg"
        _check_jpeg(file, size)
    with opened(path) as picture:
        width, height = picture.size
        return Seen(FileKind.PHOTO, media_type, width, height, None, _taken_at(picture, zone))


def opened(path: Path) -> Image.Image:
    """The picture, its header read and its size allowed; close it.

    Raises:
        UserError: it is no picture, or unfolds to more than is allowed.
    """
    try:
        with warnings.catch_warnings():
            # our own limit is asked below; Pillow's lower one would only warn
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(path, formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise _flood() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _broken(type(error).__name__) from error
    width, height = picture.size
    if width * height > LARGEST_PIXELS or max(width, height) > _LONGEST_SIDE or not width * height:
        picture.close()
        raise _flood()
    return picture


def _flood() -> UserError:
    return _refused(
        QT_TRANSLATE_NOOP("files", "The picture has too many pixels (at most {limit} million)."),
        "pixels",
        limit=LARGEST_PIXELS // 1_000_000,
    )


def _check_png(file: BinaryIO, size: int) -> None:
    """Walk over the chunks: the last one is IEND, and it ends the file."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        at += 12 + length
        if name == b"IEND":
            if at != size:
                raise _two_things("after IEND")
            return
    raise _broken("png without an end")


def _check_riff(head: bytes, size: int) -> None:
    (told,) = struct.unpack_from("<I", head, 4)
    if told + 8 > size:
        raise _broken("riff is cut")
    if told + 8 + (told & 1) < size:
        raise _two_things("after riff")


_STANDALONE = frozenset(range(0xD0, 0xD8)) | {0x01}


def _check_jpeg(file: BinaryIO, size: int) -> None:
    """Walk over the segments to the end of the picture; behind it only what cameras put there may follow."""
    file.seek(0)
    data = file.read()
    at = 2
    while at + 4 <= size and data[at] == 0xFF:  # noqa: PLR2004 - the format's own mark
        mark = data[at + 1]
        if mark == 0xFF:  # noqa: PLR2004 - a fill byte
            at += 1
        elif mark in _STANDALONE:
            at += 2
        elif mark == 0xD9:  # noqa: PLR2004 - end of image
            break
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += 2 + length
            if mark == 0xDA:  # noqa: PLR2004 - start of scan: coded bytes up to the next mark
                at = _after_scan(data, at)
    if data[at : at + 2] != b"\xff\xd9":
        raise _broken("jpeg without an end")
    _check_behind(data[at + 2 :])


def _after_scan(data: bytes, at: int) -> int:
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        following = data[at + 1]
        if following == 0 or following in _STANDALONE:
            at += 2
        elif following == 0xFF:  # noqa: PLR2004 - a fill byte
            at += 1
        else:
            return at


def _check_behind(rest: bytes) -> None:
    """Behind a JPEG: zeros, further pictures of the same shot, a motion photo, or a maker's own notes."""
    # the size before "ftyp" begins with zeros itself
    start = rest.lstrip(b"\0")[:8]
    if not start or start.startswith(b"\xff\xd8\xff") or b"ftyp" in start:
        return
    if rest.rstrip(b"\0").endswith((b"SEFT", b"SEFH")):
        return
    raise _two_things("after jpeg")


def _taken_at(picture: Image.Image, zone: ZoneInfo | None) -> datetime | None:
    """The moment the camera wrote, with its own zone if it told one, else as a clock at ``zone``."""
    try:
        inner = picture.getexif().get_ifd(ExifTags.IFD.Exif)
        text = str(inner.get(ExifTags.Base.DateTimeOriginal) or "")
        offset = str(inner.get(ExifTags.Base.OffsetTimeOriginal) or "").strip()
        moment = datetime.strptime(text.strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the zone comes next
    except (ValueError, TypeError, SyntaxError, OSError, struct.error, KeyError):
        # a picture without a readable moment is a picture all the same
        return None
    try:
        return datetime.strptime(f"{moment.isoformat()}{offset}", "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return moment.replace(tzinfo=zone) if zone else None


def unfold(path: Path) -> None:
    """Read every pixel once, so that a cut or forged picture is refused before it is kept.

    Raises:
        UserError: it does not read to its end.
    """
    with opened(path) as picture:
        # a JPEG is decoded at an eighth: every coded byte is read, a sixty-fourth of the memory is used
        picture.draft("RGB", (max(1, picture.width // 8), max(1, picture.height // 8)))
        try:
            picture.load()
        except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as e:
            raise _broken(type(e).__name__) from e


# documents
def _pdf(file: BinaryIO, size: int) -> Seen:
    file.seek(max(0, size - 2048))
    if b"%%EOF" not in file.read():
        raise _broken("pdf without an end")
    return Seen(FileKind.DOCUMENT, "application/pdf")


# video and sound
def _media(file: BinaryIO, head: bytes, kind: FileKind, size: int) -> Seen:
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        is_sound = kind is FileKind.AUDIO
        word = "audio/mp4" if is_sound else "video/quicktime" if brand == b"qt  " else "video/mp4"
        return Seen(kind, word, duration_ms=_boxes(file, size))
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Seen(kind, "video/webm")
    if head.startswith(b"OggS"):
        return Seen(kind, "audio/ogg")
    if head.startswith(b"RIFF"):
        _check_riff(head, size)
        return Seen(kind, "audio/wav", duration_ms=_wave_ms(file, size))
    return Seen(kind, "audio/mpeg")


def _boxes(file: BinaryIO, size: int) -> int | None:
    """Walk over the boxes of an MP4: they fill the file exactly, and one of them is the index; its length in ms."""
    found: int | None = None
    has_index = False
    for name, start, end in _boxes_in(file, 0, size):
        if name == b"moov":
            has_index = True
            for inner, begins, _ in _boxes_in(file, start, end):
                if inner == b"mvhd":
                    found = _length_ms(file, begins)
    if not has_index:
        raise _broken("mp4 without an index")
    return found


def _boxes_in(file: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while at < end:
        file.seek(at)
        header = file.read(16)
        if len(header) < 8:  # noqa: PLR2004 - size and name
            raise _broken("mp4 box is cut")
        length, name = struct.unpack_from(">I4s", header)
        body = at + 8
        if length == 1:
            if len(header) < 16:  # noqa: PLR2004 - the long size behind them
                raise _broken("mp4 box is cut")
            (length,) = struct.unpack_from(">Q", header, 8)
            body = at + 16
        elif length == 0:
            length = end - at
        if length < body - at or at + length > end:
            raise _broken("mp4 box is longer than the file")
        yield name, body, at + length
        at += length


def _length_ms(file: BinaryIO, at: int) -> int | None:
    file.seek(at)
    header = file.read(32)
    if len(header) < 32:  # noqa: PLR2004 - the longer of both layouts
        return None
    scale, length = (
        struct.unpack_from(">IQ", header, 20)
        if header[0] == 1
        else struct.unpack_from(">II", header, 12)
    )
    return int(length * 1000 // scale) if scale else None


def _wave_ms(file: BinaryIO, size: int) -> int | None:
    at = 12
    rate = 0
    while at + 8 <= size:
        file.seek(at)
        name, length = struct.unpack("<4sI", file.read(8))
        if name == b"fmt " and length >= 16:  # noqa: PLR2004 - up to bytes per second
            (rate,) = struct.unpack_from("<I", file.read(16), 8)
        elif name == b"data":
            return length * 1000 // rate if rate else None
        at += 8 + length + (length & 1)
    return None
