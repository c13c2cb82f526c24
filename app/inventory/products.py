"""Products: what is kept in stock, by number and barcode, with units, levels and equivalents."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

import sqlalchemy as sa

from app.catalog.bulk import BulkResult, Known, known_rows, portions, write_rows
from app.inventory.ledger import FREE, chunks, mark_dips
from app.inventory.places import STORES
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    InvalidError,
    NotFoundError,
    Reason,
    Sentence,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx, action, cleaned
from models.access import Permission
from models.base import Qty, milli, new_id
from models.inventory import Location, Product, StockLevel, StockMove
from models.text import TextRefused, clean, fold

_ONE = Decimal(1)


def sku_key(sku: str) -> str:
    """The folded letters and digits of a maker's number: ``OC 90``, ``oc-90`` and ``ОС90`` are one."""
    return "".join(character for character in fold(sku) if character.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateProduct:
    """A new product. ``purchase_factor`` stock units are in one purchase unit (200 litres in a drum)."""

    sku: str
    name: str
    unit: str = "pc"
    maker: str = ""
    purchase_unit: str | None = None
    purchase_factor: Decimal = _ONE
    barcode: str | None = None
    min_qty: Decimal | None = None
    max_qty: Decimal | None = None
    bin: str | None = None
    last_cost_amount: int | None = None
    superseded_by: str | None = None
    needs_serial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateProduct(CreateProduct):
    """The whole form of a product as it shall be; ``version`` is the one the screen showed."""

    product_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveProduct:
    """Take a product out of the lists, or bring it back."""

    product_id: uuid.UUID
    version: int
    is_archived: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEquivalents:
    """Two products that may be sold instead of each other (and of everything either is equivalent to)."""

    product_id: uuid.UUID
    other_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A product of a price list; None leaves what the shop knows as it is (a new product: empty)."""

    sku: str
    name: str
    unit: str | None = None
    maker: str | None = None
    purchase_unit: str | None = None
    purchase_factor: Decimal | None = None
    barcode: str | None = None
    min_qty: Decimal | None = None
    max_qty: Decimal | None = None
    bin: str | None = None
    last_cost_amount: int | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class StockUnits:
    """How a product is bought and what one unit cost last."""

    unit: str
    factor: Decimal
    last_cost_amount: int | None


_COLUMNS = tuple(f.name for f in fields(CreateProduct))
_BULK = ("sku_key", *(f.name for f in fields(ProductRow)))
_BLANK: dict[str, object] = {
    "equivalent_group": None,
    "needs_serial": False,
    "low_since_at": None,
    "dip_count": 0,
    "archived_at": None,
}


def stock_units(tx: Tx, products: Sequence[uuid.UUID]) -> dict[uuid.UUID, StockUnits]:
    """Units and last costs of the center's products; NotFoundError when one is not there."""
    found: dict[uuid.UUID, StockUnits] = {}
    for part in chunks(products):
        rows = tx.connection.execute(
            sa.select(
                Product.id, Product.unit, Product.purchase_factor, Product.last_cost_amount
            ).where(Product.center_id == tx.actor.center_id, Product.id.in_(part))
        )
        for row in rows:
            found[row.id] = StockUnits(row.unit, row.purchase_factor, row.last_cost_amount)
    if len(found) != len(set(products)):
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("inventory", "This product does not exist any more."))
        )
    return found


def _values(command: CreateProduct) -> dict[str, object]:
    """The columns of a form, cleaned; InvalidError with every problem at once."""
    values: dict[str, object] = {name: getattr(command, name) for name in _COLUMNS}
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = cleaned(value)
    values["maker"] = values["maker"] or ""
    values["purchase_unit"] = values["purchase_unit"] or values["unit"]
    problems = _problems(values)
    if problems:
        raise InvalidError(problems)
    values["sku_key"] = sku_key(str(values["sku"]))
    return values


def _problems(values: Mapping[str, object]) -> dict[str, Sentence]:
    problems: dict[str, Sentence] = {}
    for name in ("sku", "name", "unit"):
        if not values[name]:
            problems[name] = say(
                QT_TRANSLATE_NOOP("inventory", "A product needs its number, name and unit.")
            )
    factor = values["purchase_factor"]
    if isinstance(factor, Decimal) and (not _is_exact(factor) or factor <= 0):
        problems["purchase_factor"] = say(
            QT_TRANSLATE_NOOP("inventory", "A package holds more than nothing, exact to 0.001.")
        )
    low, high = values["min_qty"], values["max_qty"]
    for name, level in (("min_qty", low), ("max_qty", high)):
        if isinstance(level, Decimal) and (not _is_exact(level) or level < 0):
            problems[name] = say(
                QT_TRANSLATE_NOOP("inventory", "A level is nothing or more, exact to 0.001.")
            )
    if isinstance(low, Decimal) and isinstance(high, Decimal) and not problems and low > high:
        problems["max_qty"] = say(
            QT_TRANSLATE_NOOP("inventory", "The maximum is below the minimum.")
        )
    cost = values["last_cost_amount"]
    if isinstance(cost, int) and cost < 0:
        problems["last_cost_amount"] = say(
            QT_TRANSLATE_NOOP("inventory", "A cost is nothing or more.")
        )
    return problems


def _is_exact(value: Decimal) -> bool:
    try:
        milli(value)
    except (ValueError, ArithmeticError):
        return False
    return True


def _refuse_double(tx: Tx, values: Mapping[str, object], own_id: uuid.UUID | None) -> None:
    """F51: a number or barcode that another product has is refused with that product's name."""
    for name in ("sku", "barcode"):
        if values[name] is None:
            continue
        other = tx.connection.execute(
            sa.select(Product.id, Product.sku, Product.name).where(
                Product.center_id == tx.actor.center_id,
                Product.__table__.c[name] == values[name],
                Product.id != (own_id or uuid.UUID(int=0)),
            )
        ).first()
        if other is not None:
            raise UserError(
                taken(str(values[name]), other.sku, other.name),
                reason=Reason.DUPLICATE,
                details={"field": name, "product_id": str(other.id)},
            )


def taken(text: str, sku: str, name: str) -> Sentence:
    """Whose number or barcode it is."""
    return say(
        QT_TRANSLATE_NOOP("inventory", "“{text}” belongs to {sku} {name}."),
        text=text,
        sku=sku,
        name=name,
    )


def _findable(tx: Tx, product_id: uuid.UUID, values: Mapping[str, object]) -> None:
    texts = [values[name] for name in ("sku", "sku_key", "maker", "name", "barcode")]
    tx.findable("product", product_id, *(str(text) for text in texts if text))


@action(
    "inventory.create_product",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("inventory", "New product"),
)
def create_product(tx: Tx, command: CreateProduct) -> uuid.UUID:
    """Add a product; a number or barcode in use is refused naming who has it."""
    values = _values(command)
    _refuse_double(tx, values, None)
    made = tx.add(Product(center_id=tx.actor.center_id, **values))
    tx.about("product", made.id)
    _findable(tx, made.id, values)
    _watch_anew(tx, made)
    tx.flush()
    return made.id


@action(
    "inventory.update_product",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("inventory", "Edit product"),
)
def update_product(tx: Tx, command: UpdateProduct) -> None:
    """Change a product; its unit stays once goods have moved, its cost for those who may not see it."""
    product = tx.load(Product, command.product_id, version=command.version, lock=True)
    tx.about("product", product.id)
    values = _values(command)
    if not tx.actor.can(Permission.COSTS_SEE):
        values["last_cost_amount"] = product.last_cost_amount
    _refuse_double(tx, values, product.id)
    if values["unit"] != product.unit:
        moved = tx.connection.execute(
            sa.select(StockMove.id).where(StockMove.product_id == product.id).limit(1)
        ).first()
        if moved is not None:
            raise invalid(
                "unit",
                QT_TRANSLATE_NOOP("inventory", "Goods have moved in {unit}: the unit stays."),
                unit=product.unit,
            )
    for name, value in values.items():
        if getattr(product, name) != value:
            setattr(product, name, value)
    _findable(tx, product.id, values)
    _watch_anew(tx, product)


def _watch_anew(tx: Tx, product: Product) -> None:
    """A changed minimum starts or ends a dip by itself, as a move would."""
    free = _free_now(tx, product.id)
    is_low = product.min_qty is not None and product.archived_at is None and free < product.min_qty
    if is_low and product.low_since_at is None:
        product.low_since_at = tx.now
        product.dip_count = (product.dip_count or 0) + 1
    elif not is_low and product.low_since_at is not None:
        product.low_since_at = None


def _free_now(tx: Tx, product_id: uuid.UUID) -> Decimal:
    free = sa.func.sum(StockLevel.on_hand_qty - StockLevel.reserved_qty)
    found: Decimal | None = tx.connection.execute(
        sa.select(sa.type_coerce(free, Qty()))
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.product_id == product_id, Location.kind.in_(sorted(STORES)))
    ).scalar()
    return found or Decimal(0)


@action(
    "inventory.archive_product",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("inventory", "Archive product"),
)
def archive_product(tx: Tx, command: ArchiveProduct) -> None:
    """Archive a product that is nowhere in stock, or bring it back."""
    product = tx.load(Product, command.product_id, version=command.version, lock=True)
    tx.about("product", product.id)
    if command.is_archived:
        held = tx.connection.execute(
            sa.select(StockLevel.id)
            .where(
                StockLevel.product_id == product.id,
                sa.or_(StockLevel.on_hand_qty != 0, StockLevel.reserved_qty != 0),
            )
            .limit(1)
        ).first()
        if held is not None:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP("inventory", "There is still stock of {sku}."),
                    sku=product.sku,
                ),
                reason=Reason.BLOCKED,
                remedy=say(
                    QT_TRANSLATE_NOOP("inventory", "Use it up or adjust it to nothing first.")
                ),
            )
    product.archived_at = tx.now if command.is_archived else None
    _watch_anew(tx, product)


@action(
    "inventory.link_equivalents",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("inventory", "Link equivalents"),
)
def link_equivalents(tx: Tx, command: LinkEquivalents) -> None:
    """Make two products equivalent; groups that touch become one (F50: A~B and B~C give A~C)."""
    product = tx.load(Product, command.product_id, lock=True)
    other = tx.load(Product, command.other_id, lock=True)
    tx.about("product", product.id)
    group = product.equivalent_group or other.equivalent_group or str(new_id())
    for member in (product, other):
        old = member.equivalent_group
        if old and old != group:
            tx.execute(
                sa.update(Product)
                .where(
                    Product.center_id == tx.actor.center_id,
                    Product.equivalent_group == old,
                    Product.id != member.id,
                )
                .values(equivalent_group=group)
            )
            tx.note("joined_group", {"old": old, "new": group})
        if old != group:
            member.equivalent_group = group


def upsert_products(tx: Tx, rows: Sequence[ProductRow]) -> BulkResult:
    """Add or change products by their number, ten thousand in seconds; bad rows are refused one by one.

    Part of a verb that has the permission (the importer's). The last row of a number counts.
    """
    refused: dict[str, Sentence] = {}
    wanted = {row.sku.strip(): row for row in rows}
    known = known_rows(tx, Product, "sku", list(wanted), _BULK)
    values: dict[str, dict[str, object]] = {}
    for sku, row in wanted.items():
        try:
            made = _row_values(row, known.get(sku))
        except TextRefused as error:
            refused[sku] = say(
                QT_TRANSLATE_NOOP(
                    "inventory", "The text holds a character that cannot be stored ({reason})."
                ),
                reason=error.reason.value,
            )
            continue
        problems = _problems(made)
        if problems:
            refused[sku] = next(iter(problems.values()))
        else:
            values[sku] = made
    _refuse_double_rows(tx, values, refused)
    result = write_rows(tx, Product, known, values, _BLANK)
    for sku in result.created | result.updated:
        _findable(tx, result.ids[sku], values[sku])
    _watch_rows(tx, result, known, values)
    return BulkResult(result.ids, result.created, result.updated, refused)


def _watch_rows(
    tx: Tx,
    result: BulkResult,
    known: Mapping[str, Known],
    values: Mapping[str, Mapping[str, object]],
) -> None:
    """New minimums start or end dips by themselves, as in a form."""
    minimums = {
        result.ids[sku]: values[sku]["min_qty"]
        for sku in result.created | result.updated
        if sku in result.created or known[sku].values["min_qty"] != values[sku]["min_qty"]
    }
    free = dict.fromkeys(minimums, Decimal(0))
    for part in chunks(minimums):
        for row in tx.connection.execute(FREE, {"products": part}):
            free[row.product_id] = Decimal(row.free).scaleb(-3)
    low = {p for p, least in minimums.items() if isinstance(least, Decimal) and free[p] < least}
    mark_dips(tx, low, minimums.keys() - low)


def _row_values(row: ProductRow, known: Known | None) -> dict[str, object]:
    """The columns of a row, what is not given taken from what is known."""
    values: dict[str, object] = {}
    for name in _BULK[1:]:
        value = getattr(row, name)
        if isinstance(value, str):
            value = clean(value).strip() or None
        if value is None and known is not None:
            value = known.values[name]
        values[name] = value
    values["unit"] = values["unit"] or "pc"
    values["maker"] = values["maker"] or ""
    values["purchase_unit"] = values["purchase_unit"] or values["unit"]
    values["purchase_factor"] = values["purchase_factor"] or _ONE
    if known is not None:
        # goods may have moved in it
        values["unit"] = known.values["unit"]
    values["sku_key"] = sku_key(str(values["sku"] or ""))
    return values


def _refuse_double_rows(
    tx: Tx, values: dict[str, dict[str, object]], refused: dict[str, Sentence]
) -> None:
    owners: dict[str, tuple[str, str]] = {}
    barcodes = [str(row["barcode"]) for row in values.values() if row["barcode"]]
    for part in portions(barcodes):
        rows = tx.connection.execute(
            sa.select(Product.barcode, Product.sku, Product.name).where(
                Product.center_id == tx.actor.center_id, Product.barcode.in_(part)
            )
        )
        owners.update({row.barcode: (row.sku, row.name) for row in rows})
    for sku, row in list(values.items()):
        barcode = row["barcode"]
        if not isinstance(barcode, str):
            continue
        owner = owners.setdefault(barcode, (sku, str(row["name"])))
        if owner[0] != sku:
            refused[sku] = taken(barcode, *owner)
            del values[sku]
