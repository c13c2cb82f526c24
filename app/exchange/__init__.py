"""Files of rows in and out: price lists, customers, vehicles, stock. Tried out first, written as one action."""

from app.exchange.exporting import Exported, ExportFile, Format, NoteExport, note_export, run_export
from app.exchange.fields import Field, ImportKind, Shape, shapes_of
from app.exchange.files import read_bytes, read_file
from app.exchange.grid import (
    FileReason,
    FileRefusedError,
    Limits,
    SourceFile,
    column_letter,
)
from app.exchange.guess import guess_kind
from app.exchange.importing import (
    ImportFile,
    PreparedImport,
    check_import,
    propose_columns,
    run_import,
    write_import,
)
from app.exchange.mapping import Column, SheetMapping, Sure
from app.exchange.numbers import as_text
from app.exchange.recipes import (
    Recipe,
    RemoveRecipe,
    SaveRecipe,
    list_recipes,
    remove_recipe,
    save_recipe,
)
from app.exchange.report import (
    ImportRefusedError,
    ImportReport,
    ImportStoppedError,
    Outcome,
    RowOutcome,
)
from app.exchange.rows import Problem, Weight
from app.exchange.shown import ExportShown, NoteShown, export_shown, note_shown

__all__ = [
    "Column",
    "ExportFile",
    "ExportShown",
    "Exported",
    "Field",
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
    "NoteShown",
    "Outcome",
    "PreparedImport",
    "Problem",
    "Recipe",
    "RemoveRecipe",
    "RowOutcome",
    "SaveRecipe",
    "Shape",
    "SheetMapping",
    "SourceFile",
    "Sure",
    "Weight",
    "as_text",
    "check_import",
    "column_letter",
    "export_shown",
    "guess_kind",
    "list_recipes",
    "note_export",
    "note_shown",
    "propose_columns",
    "read_bytes",
    "read_file",
    "remove_recipe",
    "run_export",
    "run_import",
    "save_recipe",
    "shapes_of",
    "write_import",
]
