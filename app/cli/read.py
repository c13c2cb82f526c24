"""``carpass-desk read``: a photo of a plate, a certificate, a dashboard or an invoice, told as fields."""

import argparse
import sys
from pathlib import Path
from typing import Final

from app.cli.frame import FOUND, GOOD, Command, show, table
from app.recognition.worker import READING, Task, read_file, work
from models.recognition import Box, Document, FieldName, Form

_HEADS: Final = ("field", "value", "confidence", "read as")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="JPEG, PNG, TIFF or PDF")
    parser.add_argument(
        "--as",
        dest="document",
        choices=[each.value for each in Document],
        default=Document.CERTIFICATE.value,
        help="what it shows (default: certificate)",
    )
    parser.add_argument("--picture", metavar="FILE", help="write the upright picture there, as PNG")
    parser.add_argument("--spot", metavar="L,T,W,H", help="read only this spot, in pixels")
    parser.add_argument("--field", choices=[each.value for each in FieldName], help="as this field")
    parser.add_argument("--form", choices=[each.value for each in Form], help="whose certificate")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)


def _run(options: argparse.Namespace) -> int:
    document = Document(options.document)
    if options.worker or options.spot:
        work(_task(options, document), _say)
        return GOOD
    page = read_file(Path(options.file), document, lambda _step: None)
    if options.picture:
        page.image.save(options.picture, "PNG")
    rows = [
        (
            field.name.value,
            field.value if field.is_read else "",
            f"{field.confidence:.0%}",
            field.raw,
        )
        for field in page.reading.fields
    ]
    show(options, READING.dump_python(page.reading, mode="json"), table(_HEADS, rows))
    return GOOD if any(field.is_read for field in page.reading.fields) else FOUND


def _task(options: argparse.Namespace, document: Document) -> Task:
    spot = Box(*(int(part) for part in options.spot.split(","))) if options.spot else None
    return Task(
        path=Path(options.file),
        document=document,
        picture=Path(options.picture) if options.picture else None,
        spot=spot,
        field=FieldName(options.field) if options.field else None,
        form=Form(options.form) if options.form else None,
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


COMMAND = Command(
    name="read",
    help="read a photo of a plate, certificate, dashboard or invoice",
    description="Reads text off a photo by Tesseract and tells fields with their confidence. Writes nothing.",
    configure=_configure,
    run=_run,
)
