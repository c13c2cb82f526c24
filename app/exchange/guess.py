"""What a file is about, found out by trying every kind on it."""

from datetime import date

from app.exchange.fields import ImportKind
from app.exchange.grid import SourceFile
from app.exchange.importing import propose_columns
from app.exchange.mapping import SheetMapping
from app.kernel.tx import Read


def guess_kind(read: Read, source: SourceFile, today: date) -> ImportKind | None:
    """The kind whose fields fit most of the file's columns; None when its headings fit no kind."""
    best: tuple[float, ImportKind] | None = None
    for kind in ImportKind:
        weight = sum(_weight(mapping) for mapping in propose_columns(read, kind, source, today))
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, kind)
    return best[1] if best else None


def _weight(mapping: SheetMapping) -> float:
    """How well a sheet fits its shape: its readable columns, less the needed ones it lacks."""
    known = {column.field: column for column in mapping.columns if column.field is not None}
    fits = sum(column.fits / column.filled for column in known.values() if column.filled)
    needed = {field.name for field in mapping.shape.fields.values() if field.required}
    return fits - 2 * len(needed - known.keys())
