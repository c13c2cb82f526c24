"""Rows beside the sealed record they belong to: every fact that stands in both must be the same in both."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.cli.findings import UNREADABLE, rows_of
from app.kernel.audit import plain
from models.billing import InvoiceLine
from models.customers import PersonSeal
from models.work_orders import Concern, Job, JobDecision, OrderLine, WorkOrder

_DERIVED = frozenset({"id", "tax_code", "payer", "own", "contact", "lines", "key_tag"})
"""Facts of a record that no column holds as they are, or that may change after sealing."""


def differences(
    row: sa.Row[*tuple[Any, ...]], told: Mapping[str, Any], prefix: str = ""
) -> list[str]:
    """Names of the columns that say something else than the record."""
    columns = _columns(row._fields)  # documented, though it begins like a private name
    return [
        f"{prefix}{name}"
        for name, value in told.items()
        if name in columns and _spelled(getattr(row, name)) != value
    ]


@lru_cache
def _columns(fields: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fields) - _DERIVED


def _spelled(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    return f"{value:.3f}" if isinstance(value, Decimal) else plain(value)


class Beside:
    """Rows that belong to records, by the record's id; read for a whole portion at once where that is possible."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, uuid.UUID], dict[str, Any]] = {}

    def read_ahead(
        self, parents: Sequence[sa.ColumnElement[Any]], ids: Sequence[uuid.UUID]
    ) -> None:
        """Read the rows of these records; what cannot be read so is read one by one when it is asked for."""
        self._known.clear()
        for parent in parents:
            table = _table_of(parent)
            try:
                found = self._connection.execute(
                    sa.select(table).where(parent.in_(ids)).order_by(table.c.id)
                ).all()
            except UNREADABLE:
                continue
            for key in ids:
                self._known[table.name, key] = {}
            for row in found:
                self._known[table.name, getattr(row, parent.key or "")][str(row.id)] = row

    def rows(self, parent: sa.ColumnElement[Any], key: uuid.UUID) -> dict[str, Any]:
        """Rows whose ``parent`` column names the record, by their own id; None for one that cannot be read."""
        table = _table_of(parent)
        known = self._known.get((table.name, key))
        if known is None:
            found = rows_of(self._connection, table, table.c.id, parent == key)
            known = {str(one.id): one.row for one in found}
        return known


def _table_of(column: Any) -> sa.Table:  # noqa: ANN401 - a column of a table
    table: sa.Table = column.table
    return table


ORDER_PARTS = (
    WorkOrder.__table__.c.id,
    *(entity.__table__.c.order_id for entity in (Job, OrderLine, Concern, JobDecision)),
    PersonSeal.__table__.c.document_id,
)
INVOICE_PARTS = (InvoiceLine.__table__.c.invoice_id, PersonSeal.__table__.c.document_id)


def order_differs(beside: Beside, record: Any, content: Mapping[str, Any]) -> list[str]:  # noqa: ANN401 - a row
    """What the rows of a completed order say otherwise than its snapshot; ``record`` is the sealed row."""
    order = beside.rows(WorkOrder.__table__.c.id, record.order_id).get(str(record.order_id))
    if order is None:
        return ["the order itself"]
    people = content["people"]
    told = {key: value for key, value in content["order"].items() if key != "state"}
    told |= {key: value for key, value in content["totals"].items() if key.endswith("_amount")}
    told |= {
        "number": content["number"],
        "center_id": content["center"]["id"],
        "vehicle_id": content["vehicle"]["id"],
        **{key: people[key] for key in _PEOPLE if key in people},
    }
    wrong = differences(order, told)
    sealed = {
        "layout": content["layout"],
        "center_id": content["center"]["id"],
        "order_id": content["order"]["id"],
        "completed_at": content["order"]["completed_at"],
    }
    wrong += differences(record, sealed, "record ")
    wrong += _seal_differs(beside, "work_order", record.order_id, people["commitment"])
    return wrong + list(_parts_differ(beside, record.order_id, content))


_PEOPLE = ("customer_id", "bringer_id", "advisor_id", "technician_id")


def _parts_differ(beside: Beside, order_id: uuid.UUID, content: Mapping[str, Any]) -> Iterator[str]:
    jobs = beside.rows(Job.__table__.c.order_id, order_id)
    lines = beside.rows(OrderLine.__table__.c.order_id, order_id)
    for job in content["jobs"]:
        yield from _one(jobs, job["id"], job, f"job {job['name']}: ")
        for line in job["lines"]:
            told = {**line, "is_customers_own": line["own"]}
            yield from _one(lines, line["id"], told, f"line {line['code']}: ")
    concerns = _sorted(beside.rows(Concern.__table__.c.order_id, order_id))
    yield from _in_order(concerns, content["concerns"], "concern")
    decisions = list(beside.rows(JobDecision.__table__.c.order_id, order_id).values())
    yield from _in_order(decisions[: len(content["decisions"])], content["decisions"], "decision")


def _sorted(rows: Mapping[str, Any]) -> list[Any]:
    return sorted(rows.values(), key=lambda row: row.sort if row else 0)


def _one(rows: Mapping[str, Any], key: str, told: Mapping[str, Any], prefix: str) -> Iterator[str]:
    row = rows.get(key)
    if row is None:
        yield f"{prefix}missing"
    else:
        yield from differences(row, told, prefix)


def _in_order(rows: Sequence[Any], told: Sequence[Mapping[str, Any]], word: str) -> Iterator[str]:
    if len(rows) != len(told) or any(row is None for row in rows):
        yield f"{word}s"
        return
    for place, (row, facts) in enumerate(zip(rows, told, strict=True), start=1):
        yield from differences(row, facts, f"{word} {place}: ")


def invoice_differs(beside: Beside, row: Any, record: Mapping[str, Any]) -> list[str]:  # noqa: ANN401 - a row
    """What the columns and lines of an issued invoice say otherwise than its record."""
    told = {key: value for key, value in record.items() if not isinstance(value, dict | list)}
    told |= {key: value for key, value in record["totals"].items() if key.endswith("_amount")}
    told |= {
        "center_id": record["center"]["id"],
        "order_id": record["order"]["id"],
        "vehicle_id": record["vehicle"]["id"],
        "customer_id": record["people"]["customer_id"],
    }
    wrong = differences(row, told)
    wrong += _seal_differs(beside, "invoice", row.id, record["people"]["commitment"])
    lines = _sorted(beside.rows(InvoiceLine.__table__.c.invoice_id, row.id))
    return wrong + list(_in_order(lines, record["lines"], "line"))


def _seal_differs(
    beside: Beside, kind: str, document_id: uuid.UUID, commitment: str | None
) -> list[str]:
    seals = beside.rows(PersonSeal.__table__.c.document_id, document_id).values()
    found = [seal.commitment for seal in seals if seal is not None and seal.document_kind == kind]
    return [] if found == ([commitment] if commitment else []) else ["person seal"]
