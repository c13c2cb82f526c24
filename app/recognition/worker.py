"""The other side of ``child``: reads one file in a process of its own, told in lines of JSON what it does."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from app.kernel.errors import UserError
from app.recognition import documents, pictures
from app.recognition.engine import NotInstalledError, demand
from app.recognition.reading import Page, read_picture, read_spot
from models.recognition import (
    Box,
    Document,
    FieldName,
    Form,
    PictureReading,
    ReadField,
    find_invoice,
    lines_of,
)

READING: Final = TypeAdapter(PictureReading)
FIELD: Final = TypeAdapter(ReadField)

Tell = Callable[[str], None]
"""Takes one line without its end."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to read: a file as a document; or one spot of an upright picture as one field."""

    path: Path
    document: Document
    picture: Path | None = None
    spot: Box | None = None
    field: FieldName | None = None
    form: Form | None = None


def work(task: Task, tell: Tell) -> None:
    """Read, and tell each step and the result. A UserError is told too; only our own mistakes raise."""

    def step(what: str) -> None:
        tell(json.dumps({"step": what}))

    try:
        if task.spot is not None and task.field is not None:
            photo = pictures.open_photo(task.path)
            demand()
            seen = read_spot(photo.image, task.spot, task.field, task.form, step)
            tell(json.dumps({"field": FIELD.dump_python(seen, mode="json")}))
            return
        page = read_file(task.path, task.document, step)
        if task.picture is not None:
            page.image.save(task.picture, "PNG", compress_level=1)
        tell(json.dumps({"reading": READING.dump_python(page.reading, mode="json")}))
    except UserError as error:
        tell(json.dumps(_told(error)))


def read_file(path: Path, document: Document, step: Callable[[str], None]) -> Page:
    """The file read as that document; UserError when it is no picture, or Tesseract is not complete."""
    if documents.is_pdf(path):
        photo, words = documents.open_pdf(path)
        if words and document is Document.INVOICE:
            found = find_invoice(lines_of(words))
            reading = PictureReading(
                document, None, found.fields, photo.image.width, photo.image.height, photo.sha256,
                dpi=photo.dpi, lines=found.lines, from_text=True,
            )  # fmt: skip  # a table reads better in rows
            return Page(reading, photo.image)
    else:
        photo = pictures.open_photo(path)
    demand()
    return read_picture(photo, document, step)


def _told(error: UserError) -> dict[str, Any]:
    if isinstance(error, NotInstalledError):
        return {"lacking": list(error.lacking.parts)}
    if "tesseract" in error.details:
        return {"unread": str(error.details["tesseract"])}
    return {"refused": str(error.details.get("why", ""))}
