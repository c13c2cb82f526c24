"""Files of rows in and out: price lists, customers, vehicles, stock. Tried out first, written as one action."""

from app.exchange.exporting import Exported, ExportFile, Format, NoteExport, note_export, run_export
from app.exchange.fields import ImportKind
from app.exchange.files import read_bytes, read_file
from app.exchange.grid import FileReason, FileRefusedError, Limits, SourceFile, column_letter
from app.exchange.importing import (
    ImportFile,
    PreparedImport,
    check_import,
    propose_columns,
    run_import,
    write_import,
)
from app.exchange.mapping import Column, SheetMapping, Sure
from app.exchange.report import (
    ImportRefusedError,
    ImportReport,
    ImportStoppedError,
    Outcome,
    RowOutcome,
)
from app.exchange.rows import Problem, Weight

__all__ = [
    "Column",
    "ExportFile",
    "Exported",
    "FileReason",
    "FileRefusedError",
    "Format",
    "ImportFile",
    "ImportKind",
    "ImportRefusedError",
    "ImportReport",
    "ImportStoppedError",
    "Limits",
    "NoteExport",
    "Outcome",
    "PreparedImport",
    "Problem",
    "RowOutcome",
    "SheetMapping",
    "SourceFile",
    "Sure",
    "Weight",
    "check_import",
    "column_letter",
    "note_export",
    "propose_columns",
    "read_bytes",
    "read_file",
    "run_export",
    "run_import",
    "write_import",
]
