"""Imports: a file is read outside the transaction, tried out without a trace, or written as one action.

Rules, named in their tests:

I1  A trial writes nothing and says exactly what the import would do: it is the import, rolled back.
I2  Without ``skip_bad`` one wrong row keeps the whole file out; with it wrong rows are left out and named.
I3  The same file a second time adds nothing and changes nothing.
I4  What a person decided about columns is remembered for the next file with those headings.
I5  The audit keeps the file's name, hash and sums; no name, no telephone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from babel import Locale

from app.exchange.catalog_rows import CatalogWriter, codes_of
from app.exchange.customer_rows import CustomerWriter
from app.exchange.fields import PACKAGES, ImportKind, shapes_of
from app.exchange.grid import SourceFile
from app.exchange.mapping import SheetMapping, blank, no_heading, propose
from app.exchange.people import people_of
from app.exchange.recall_rows import RecallWriter
from app.exchange.report import (
    ImportRefusedError,
    ImportReport,
    ImportStoppedError,
    Ledger,
    Outcome,
    Progress,
    never,
)
from app.exchange.rows import ParsedSheet, SheetParser
from app.exchange.stock_rows import StockWriter
from app.exchange.values import Reading
from app.exchange.vehicle_rows import VehicleWriter
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid
from app.kernel.tx import Actor, Changes, Read, Shop, Tx, act, action
from models.access import Permission, SavedSetting
from models.catalog import CatalogItem
from models.centers import Center
from models.customers import Customer
from models.inventory import Product, StockMove
from models.regimes import TaxRegime
from models.vehicle_profiles import Recall
from models.vehicles import Vehicle

Choices = Mapping[str, Mapping[str, str | None]]
"""By sheet: column letter or heading → field, None to leave the column out."""

Fixes = Mapping[tuple[str, int, str], str | None]
"""(sheet, row, column letter) → the text to read there instead, None for nothing."""

_CENTER: Final = "center"
_EVERY: Final = 200
_RIGHTS: Final = {
    ImportKind.CATALOG: Permission.CATALOG_EDIT,
    ImportKind.CUSTOMERS: Permission.CUSTOMERS_EDIT,
    ImportKind.VEHICLES: Permission.VEHICLES_EDIT,
    ImportKind.OPENING_STOCK: Permission.INVENTORY_ADJUST,
    ImportKind.RECALLS: Permission.VEHICLES_EDIT,
}
_COUNTED: Final[Mapping[ImportKind, tuple[Any, ...]]] = {
    ImportKind.CATALOG: (CatalogItem, Product),
    ImportKind.CUSTOMERS: (Customer,),
    ImportKind.VEHICLES: (Customer, Vehicle),
    ImportKind.OPENING_STOCK: (StockMove,),
    ImportKind.RECALLS: (Recall,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFile:
    """One file to bring in.

    Attributes:
        kind: what it is about.
        source: the file as ``read_file`` gave it.
        choices: a person's decisions about columns.
        fixes: a person's answers for single cells.
        skip_bad: leave wrong rows out instead of refusing the file.
        overwrite: let customers' and cars' known values be replaced; else only empty ones are filled.
        makes_owners: make customers of owners nobody knows (vehicles).
        decimal_mark: the file's decimal mark; None takes the one of the center's locale.
        progress: told how far it is; None when nobody watches.
        is_stopped: asked again and again; True stops the import without a trace.
    """

    kind: ImportKind
    source: SourceFile
    choices: Choices = field(default_factory=dict)
    fixes: Fixes = field(default_factory=dict)
    skip_bad: bool = False
    overwrite: bool = False
    makes_owners: bool = True
    decimal_mark: str | None = None
    progress: Progress | None = None
    is_stopped: Callable[[], bool] = never


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A file read, mapped and parsed for a center; nothing of it has touched the database."""

    command: ImportFile
    sheets: tuple[ParsedSheet, ...]
    ignored_sheets: tuple[str, ...]
    is_dry: bool = False

    @property
    def rows(self) -> int:
        """How many data rows the file has."""
        return sum(len(sheet.rows) for sheet in self.sheets)


def run_import(shop: Shop, actor: Actor, command: ImportFile) -> Changes[ImportReport]:
    """Bring the file in as one action.

    Raises:
        FileRefusedError: no row looks like headings.
        ImportRefusedError: rows are wrong and ``skip_bad`` is not set; its report names each.
        ImportStoppedError: the person stopped it.
    """
    with shop.reading(actor) as read:
        prepared = prepare(read, command, local_day(shop.clock(), _center(read).time_zone))
    return act(shop, actor, write_import, prepared)


def check_import(shop: Shop, actor: Actor, command: ImportFile) -> ImportReport:
    """What ``run_import`` would do, found out by doing it and rolling back (I1)."""
    with shop.reading(actor) as read:
        prepared = prepare(read, command, local_day(shop.clock(), _center(read).time_zone))
    trial = PreparedImport(command, prepared.sheets, prepared.ignored_sheets, is_dry=True)
    try:
        act(shop, actor, write_import, trial)
    except _TrialOver as over:
        return over.report
    except ImportRefusedError as refused:
        return refused.report
    raise AssertionError("a trial ends by rolling back")


class _TrialOver(Exception):  # noqa: N818  no error: the way out of a transaction that must not be kept
    def __init__(self, report: ImportReport) -> None:
        super().__init__("trial over")
        self.report = report


def propose_columns(
    read: Read,
    kind: ImportKind,
    source: SourceFile,
    today: date,
    decimal_mark: str | None = None,
    *,
    or_blank: bool = False,
) -> tuple[SheetMapping, ...]:
    """What the columns of each sheet probably mean, with what was decided before (I4).

    ``or_blank``: where no heading of the file is known, every sheet is given without any meaning, so that a
    person can say what its columns mean.
    """
    reading = reading_of(read, today, decimal_mark)
    remembered = _remembered(read, kind)
    shapes = shapes_of(kind)
    proposed = (propose(sheet, shapes, reading, remembered) for sheet in source.sheets)
    found = tuple(mapping for mapping in proposed if mapping is not None)
    if found or not or_blank:
        return found
    return tuple(blank(sheet, shapes[0]) for sheet in source.sheets if sheet.rows)


def reading_of(read: Read, today: date, decimal_mark: str | None = None) -> Reading:
    """How cells are read for the actor's center."""
    center = _center(read)
    mark = decimal_mark or Locale.parse(center.locale).number_symbols["latn"]["decimal"]
    regime = TaxRegime.from_json(center.regime)
    return Reading(center.currency, center.country, mark, today, regime)


def prepare(read: Read, command: ImportFile, today: date) -> PreparedImport:
    """Map and parse the file for the actor's center.

    Raises FileRefusedError without headings, InvalidError for a chosen field that does not exist,
    ImportStoppedError.
    """
    source, kind = command.source, command.kind
    reading = reading_of(read, today, command.decimal_mark)
    remembered = _remembered(read, kind)
    total = sum(len(sheet.rows) for sheet in source.sheets)
    parsed: list[ParsedSheet] = []
    ignored: list[str] = []
    done = 0
    for sheet in source.sheets:
        mapping = propose(sheet, shapes_of(kind), reading, remembered)
        choices = command.choices.get(sheet.name, {})
        if mapping is None and any(choices.values()):
            mapping = blank(sheet, shapes_of(kind)[0])
        if mapping is None:
            ignored.append(sheet.name)
            continue
        mapping = _chosen(mapping, choices)
        parser = SheetParser(sheet, mapping, reading, command.fixes)
        for _ in parser.rows():
            done += 1
            if done % _EVERY == 0:
                _report(command, done, total)
        parsed.append(parser.result)
    if not parsed:
        raise no_heading(source.name, shapes_of(kind))
    # a price list names its packages' items on other sheets: those come first
    parsed.sort(key=lambda sheet: sheet.shape is PACKAGES)
    return PreparedImport(command, tuple(parsed), tuple(ignored))


def _chosen(mapping: SheetMapping, choices: Mapping[str, str | None]) -> SheetMapping:
    """The mapping with a person's choices; a field that only another sheet's shape has is no choice here."""
    known = {name for shape in shapes_of(mapping.shape.kind) for name in shape.fields}
    for name in choices.values():
        if name is not None and name not in known:
            raise invalid(
                "choices", QT_TRANSLATE_NOOP("exchange", "There is no field “{name}”."), name=name
            )
    fitting = {
        place: name
        for place, name in choices.items()
        if name is None or name in mapping.shape.fields
    }
    return mapping.chosen(fitting)


def _report(command: ImportFile, done: int, total: int) -> None:
    if command.is_stopped():
        raise ImportStoppedError
    if command.progress is not None:
        command.progress(min(done, total), total)


@action(
    "exchange.import",
    permission=Permission.EXCHANGE_IMPORT,
    label=QT_TRANSLATE_NOOP("exchange", "Import"),
)
def write_import(tx: Tx, prepared: PreparedImport) -> ImportReport:
    """Write a prepared file, whole or without its wrong rows; a trial always rolls back."""
    command = prepared.command
    tx.require(_RIGHTS[command.kind])
    before = _counts(tx, command.kind)
    ledger = Ledger(prepared.sheets)
    _WRITERS[command.kind](tx, prepared, ledger)
    tx.flush()
    outcomes, problems = ledger.close()
    after = _counts(tx, command.kind)
    report = ImportReport(
        kind=command.kind,
        file=command.source.name,
        sha256=command.source.sha256,
        is_dry=prepared.is_dry,
        mappings=tuple(sheet.mapping for sheet in prepared.sheets),
        outcomes=outcomes,
        problems=problems,
        ignored_sheets=prepared.ignored_sheets,
        counted={name: (before[name], after[name]) for name in before},
    )
    _report(command, prepared.rows, prepared.rows)
    if not ledger.is_clean and not command.skip_bad:
        raise ImportRefusedError(report)
    if prepared.is_dry:
        raise _TrialOver(report)
    _remember(tx, command.kind, prepared.sheets)
    sums = {outcome.value: report.count(outcome) for outcome in Outcome}
    tx.note("import", {"kind": command.kind.value, "sha256": report.sha256, "rows": sums})
    return report


def _counts(tx: Tx, kind: ImportKind) -> dict[str, int]:
    found: dict[str, int] = {}
    for entity in _COUNTED[kind]:
        statement = sa.select(sa.func.count()).where(entity.center_id == tx.actor.center_id)
        found[entity.__tablename__] = int(tx.connection.execute(statement).scalar_one())
    return found


def _write_catalog(tx: Tx, prepared: PreparedImport, ledger: Ledger) -> None:
    writer = CatalogWriter(tx, ledger, codes_of(tx))
    for sheet in prepared.sheets:
        is_packages = sheet.shape is PACKAGES
        for row in sheet.rows:
            if not is_packages and not row.is_bad:
                writer.take_item(row)
            elif is_packages and row.is_bad:
                writer.lose_line(row)
            elif is_packages:
                writer.take_line(row)
        _report(prepared.command, 0, prepared.rows)
    writer.finish()


def _write_customers(tx: Tx, prepared: PreparedImport, ledger: Ledger) -> None:
    people = people_of(tx.connection, tx.actor.center_id)
    writer = CustomerWriter(tx, people, ledger, prepared.command.overwrite)
    _take_all(prepared, writer.take)
    writer.finish()


def _write_vehicles(tx: Tx, prepared: PreparedImport, ledger: Ledger) -> None:
    people = people_of(tx.connection, tx.actor.center_id)
    command = prepared.command
    owners = CustomerWriter(tx, people, ledger)
    if command.makes_owners:
        tx.require(Permission.CUSTOMERS_EDIT)
    writer = VehicleWriter(tx, ledger, owners, command.overwrite, command.makes_owners)
    _take_all(prepared, writer.take)
    writer.finish()


def _write_stock(tx: Tx, prepared: PreparedImport, ledger: Ledger) -> None:
    writer = StockWriter(tx, ledger, codes_of(tx))
    _take_all(prepared, writer.take)
    writer.finish()


def _write_recalls(tx: Tx, prepared: PreparedImport, ledger: Ledger) -> None:
    writer = RecallWriter(tx, ledger)
    _take_all(prepared, writer.take)
    writer.finish()


def _take_all(prepared: PreparedImport, take: Callable[[Any], None]) -> None:
    done = 0
    for sheet in prepared.sheets:
        for row in sheet.rows:
            done += 1
            if done % _EVERY == 0:
                _report(prepared.command, done, prepared.rows)
            if not row.is_bad:
                take(row)


_WRITERS: Final[Mapping[ImportKind, Callable[[Tx, PreparedImport, Ledger], None]]] = {
    ImportKind.CATALOG: _write_catalog,
    ImportKind.CUSTOMERS: _write_customers,
    ImportKind.VEHICLES: _write_vehicles,
    ImportKind.OPENING_STOCK: _write_stock,
    ImportKind.RECALLS: _write_recalls,
}


# what was decided about columns
def _setting(kind: ImportKind) -> str:
    return f"import.{kind.value}"


def _remembered(read: Read, kind: ImportKind) -> dict[str, dict[str, str | None]]:
    value = read.connection.execute(
        sa.select(SavedSetting.value).where(
            SavedSetting.center_id == read.center_id,
            SavedSetting.owner_key == _CENTER,
            SavedSetting.name == _setting(kind),
        )
    ).scalar()
    shapes: dict[str, list[tuple[str, str | None]]] = (value or {}).get("shapes", {})
    return {name: dict(pairs) for name, pairs in shapes.items()}


def _remember(tx: Tx, kind: ImportKind, sheets: tuple[ParsedSheet, ...]) -> None:
    known = _remembered(tx.read, kind)
    shapes = {name: dict(headings) for name, headings in known.items()}
    for sheet in sheets:
        shapes.setdefault(sheet.shape.name, {}).update(sheet.mapping.remembered())
    if shapes == known:
        return
    # pairs, because headings are in the shop's language and a record's keys are ASCII
    value = {
        "shapes": {name: [list(pair) for pair in pairs.items()] for name, pairs in shapes.items()}
    }
    found = tx.session.scalars(
        sa.select(SavedSetting).where(
            SavedSetting.center_id == tx.actor.center_id,
            SavedSetting.owner_key == _CENTER,
            SavedSetting.name == _setting(kind),
        )
    ).one_or_none()
    if found is None:
        tx.add(
            SavedSetting(
                center_id=tx.actor.center_id, owner_key=_CENTER, name=_setting(kind), value=value
            )
        )
    else:
        found.value = value


def _center(read: Read) -> Any:  # noqa: ANN401  a row's columns have no type
    return read.connection.execute(
        sa.select(
            Center.currency, Center.country, Center.locale, Center.time_zone, Center.regime
        ).where(Center.id == read.center_id)
    ).one()
