"""One metadata for all entities, and the column types that store the same value on SQLite and PostgreSQL.

SQLite tables are STRICT and know INTEGER, TEXT and BLOB only, so every type names what it becomes there.
"""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import CreateIndex
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override
from uuid_utils.compat import uuid7

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
THOUSAND = Decimal(1000)
MILLI = Decimal("0.001")

_Processor = Callable[[Any], Any] | None


def new_id() -> uuid.UUID:
    """A UUIDv7 (RFC 9562): sorted by the moment it was made, unique without any network."""
    return uuid7()


def milli(value: Decimal) -> int:
    """The value in thousandths; ValueError when it has a finer part (quantities are exact to 0.001)."""
    scaled = value * THOUSAND
    whole = int(scaled)
    if whole != scaled:
        message = f"{value} is finer than 0.001"
        raise ValueError(message)
    return whole


_blank_id: Callable[[type[uuid.UUID]], uuid.UUID] = object.__new__
_set = object.__setattr__
_UNKNOWN = uuid.SafeUUID.unknown


def _id_of(value: bytes) -> uuid.UUID:
    """``UUID(bytes=value)`` in a third of its time: the database keeps 16 bytes, there is nothing to ask about them."""
    made = _blank_id(uuid.UUID)
    _set(made, "int", int.from_bytes(value, "big"))
    _set(made, "is_safe", _UNKNOWN)
    return made


class _Stored(TypeDecorator[Any]):
    """Base: what the value becomes in each database, and how it crosses."""

    impl: Any = sa.Text
    cache_ok = True
    lite: ClassVar[type[TypeEngine[Any]]] = sa.TEXT
    postgres: ClassVar[type[TypeEngine[Any]]] = sa.Text

    def __init_subclass__(cls) -> None:
        # SQLAlchemy looks for it on each class itself: without it no statement is ever cached
        cls.cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind = self.lite if dialect.name == "sqlite" else self.postgres
        return dialect.type_descriptor(kind())

    @override
    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        return self


class Str(_Stored):
    """Text in NFC; entry refuses NUL and lone surrogates before it gets here."""


class Folded(_Stored):
    """Folded text: sorted and compared by code point on both databases."""

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(
            sa.TEXT() if dialect.name == "sqlite" else sa.Text(collation="C")
        )


class Whole(_Stored):
    """A whole number of 64 bits."""

    impl = sa.BigInteger
    lite = sa.INTEGER
    postgres = sa.BigInteger

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        # PostgreSQL sums bigint into numeric: an int must come out as an int
        if dialect.name == "sqlite":
            return None
        return lambda v: v if v is None else int(v)


class Amount(Whole):
    """Money in minor units of the record's currency."""

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        def bind(value: Any) -> Any:
            if value is not None and type(value) is not int:
                message = f"an amount is a whole number of minor units, not {value!r}"
                raise TypeError(message)
            return value

        return bind


class Thousandths(_Stored):
    """Decimal exact to 0.001, stored as a whole number of thousandths."""

    impl = sa.BigInteger
    lite = sa.INTEGER
    postgres = sa.BigInteger

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        return lambda v: v if v is None else milli(v if isinstance(v, Decimal) else Decimal(v))

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        return lambda v: v if v is None else Decimal(int(v)).scaleb(-3)


class Qty(Thousandths):
    """A quantity in the unit of its record (pieces, litres, hours)."""


class Percent(Thousandths):
    """Per cent, exact to 0.001."""


class Id(_Stored):
    """UUID: 16 bytes on SQLite, native on PostgreSQL."""

    impl = sa.LargeBinary
    lite = sa.BLOB
    postgres = sa.UUID

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        if dialect.name == "sqlite":
            # bytearray: pysqlite3 binds it four times faster than bytes
            return lambda v: None if v is None else bytearray(v.bytes)
        return lambda v: v

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        if dialect.name == "sqlite":
            return lambda v: None if v is None else _id_of(v)
        return lambda v: v


class Blob(_Stored):
    """Bytes as they are (salts, signatures, keys)."""

    impl = sa.LargeBinary
    lite = sa.BLOB
    postgres = sa.LargeBinary

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        return lambda v: None if v is None else bytes(v)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        return lambda v: None if v is None else bytes(v)


class UtcTime(_Stored):
    """A moment: microseconds since 1970 on SQLite, timestamptz on PostgreSQL; always aware, always UTC."""

    impl = sa.BigInteger
    lite = sa.INTEGER

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.INTEGER())
        return dialect.type_descriptor(sa.DateTime(timezone=True))

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        lite = dialect.name == "sqlite"

        def bind(value: Any) -> Any:
            if value is None:
                return None
            if value.tzinfo is None:
                message = "a moment without a time zone"
                raise ValueError(message)
            return (value - EPOCH) // MICROSECOND if lite else value

        return bind

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        if dialect.name == "sqlite":
            return lambda v: None if v is None else EPOCH + timedelta(microseconds=v)
        return lambda v: None if v is None else v.astimezone(UTC)


class DateOn(_Stored):
    """A calendar day: ISO text on SQLite, date on PostgreSQL."""

    postgres = sa.Date

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        if dialect.name == "sqlite":
            return lambda v: None if v is None else v.isoformat()
        return lambda v: v

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        if dialect.name == "sqlite":
            return lambda v: None if v is None else date.fromisoformat(v)
        return lambda v: v


class Flag(_Stored):
    """Yes or no: 0 and 1 on SQLite, boolean on PostgreSQL."""

    impl = sa.Boolean
    lite = sa.INTEGER
    postgres = sa.Boolean

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        if dialect.name == "sqlite":
            return lambda v: None if v is None else int(bool(v))
        return lambda v: v

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        return lambda v: None if v is None else bool(v)


class Json(_Stored):
    """A JSON value, stored as sorted compact text on both databases."""

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        return lambda v: (
            None
            if v is None
            else json.dumps(v, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        )

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        return lambda v: None if v is None else json.loads(v)


class Choice(_Stored):
    """A member of a StrEnum, stored by its value."""

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    @override
    def bind_processor(self, dialect: Dialect) -> _Processor:
        choices = self.choices
        return lambda v: None if v is None else choices(v).value

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> _Processor:
        members: dict[str, StrEnum] = {m.value: m for m in self.choices}
        return lambda v: None if v is None else members[v]

    @override
    def __repr__(self) -> str:
        return "Str()"  # a migration stores text: the members may change without one


class Base(DeclarativeBase):
    """All tables of the shop's database."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: Id(),
        datetime: UtcTime(),
        date: DateOn(),
        bool: Flag(),
        str: Str(),
        int: Whole(),
        bytes: Blob(),
        dict[str, Any]: Json(),
        list[str]: Json(),
        list[Any]: Json(),
    }


def table_of(entity: type[Base]) -> sa.Table:
    """The entity's table. What is selected from its columns (``.c``) needs no mapper: the first page waits for none."""
    table = entity.__table__
    if not isinstance(table, sa.Table):
        raise TypeError(entity)
    return table


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> sa.Index:
    """An index of the rows for which ``where`` (SQL) is true, on both databases."""
    return sa.Index(name, *columns, unique=unique, sqlite_where=sa.text(where))


@compiles(CreateIndex, "postgresql")
def _create_index(create: CreateIndex, compiler: Any, **kwargs: Any) -> str:
    """PostgreSQL hears here which rows are meant: its own argument would load its dialect in every desk."""
    index = create.element
    where = index.dialect_options["sqlite"]["where"]
    if where is not None:
        index.dialect_options["postgresql"]["where"] = where
    return str(compiler.visit_create_index(create, **kwargs))


Key = Annotated[uuid.UUID, mapped_column(Id(), primary_key=True, default=new_id)]
AmountOf = Annotated[int, mapped_column(Amount())]
QtyOf = Annotated[Decimal, mapped_column(Qty())]
PercentOf = Annotated[Decimal, mapped_column(Percent())]
PersonalText = Annotated[str, mapped_column(Str(), info={"personal": True})]


def ref(target: str, **kwargs: Any) -> Any:
    """A foreign key column to ``table.id``; deleting a row that others need is refused."""
    return mapped_column(Id(), sa.ForeignKey(f"{target}.id"), **kwargs)


class Retention(StrEnum):
    """How long the rows of a table live: a table without a rule fails a house test."""

    BOOKS = "books"  # as long as the law makes the books keep
    PERSON = "person"  # until the person asks, or the law's term ends
    SHOP = "shop"  # as long as the shop uses it
    TRANSPORT = "transport"  # until the other side has it and the term of proof is over


def table_args(*constraints: Any, retention: Retention, synced: bool = False) -> tuple[Any, ...]:
    """``__table_args__`` of every entity: STRICT on SQLite, its retention rule, and whether it is synced."""
    info = {"retention": retention.value, "synced": synced}
    return (*constraints, {"sqlite_strict": True, "info": info})


class Versioned:
    """Optimistic locking: SQLAlchemy raises the version on every UPDATE and refuses a stale one."""

    version: Mapped[int] = mapped_column(Whole(), default=1)

    @sa.orm.declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}
