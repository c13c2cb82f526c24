"""Rows beside the sealed record they belong to: every fact that stands in both must be the same in both."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.cli.findings import Found, rows_of
from app.kernel.audit import plain
from models.billing import InvoiceLine
from models.customers import PersonSeal
from models.work_orders import Concern, Job, JobDecision, OrderLine, WorkOrder

_DERIVED = frozenset({"id", "tax_code", "payer", "own", "contact", "lines", "key_tag"})
"""Facts of a record that no column holds as they are, or that may change after sealing."""


def differences(row: Any, told: Mapping[str, Any], prefix: str = "") -> list[str]:  # noqa: ANN401 - a row
    """Names of the columns that say something else than the record."""
    return [
        f"{prefix}{name}"
        for name, value in told.items()
        if name not in _DERIVED and hasattr(row, name) and _spelled(getattr(row, name)) != value
    ]


def _spelled(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    return f"{value:.3f}" if isinstance(value, Decimal) else plain(value)


def order_differs(connection: Connection, record: Any, content: Mapping[str, Any]) -> list[str]:  # noqa: ANN401 - a row
    """What the rows of a completed order say otherwise than its snapshot; ``record`` is the sealed row."""
    orders = WorkOrder.__table__
    order = next(
        rows_of(connection, orders, orders.c.number, orders.c.id == record.order_id),
        Found(record.order_id, "", None),
    )
    if order.row is None:
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
    wrong = differences(order.row, told)
    sealed = {
        "layout": content["layout"],
        "center_id": content["center"]["id"],
        "order_id": content["order"]["id"],
        "completed_at": content["order"]["completed_at"],
    }
    wrong += differences(record, sealed, "record ")
    wrong += _seal_differs(connection, "work_order", record.order_id, people["commitment"])
    return wrong + list(_parts_differ(connection, record.order_id, content))


_PEOPLE = ("customer_id", "bringer_id", "advisor_id", "technician_id")


def _parts_differ(
    connection: Connection, order_id: uuid.UUID, content: Mapping[str, Any]
) -> Iterator[str]:
    jobs, lines = _children(connection, Job, order_id), _children(connection, OrderLine, order_id)
    for job in content["jobs"]:
        yield from _one(jobs, job["id"], job, f"job {job['name']}: ")
        for line in job["lines"]:
            told = {**line, "is_customers_own": line["own"]}
            yield from _one(lines, line["id"], told, f"line {line['code']}: ")
    concerns = sorted(
        _children(connection, Concern, order_id).values(), key=lambda row: row.sort if row else 0
    )
    yield from _in_order(concerns, content["concerns"], "concern")
    decisions = list(_children(connection, JobDecision, order_id).values())
    yield from _in_order(decisions[: len(content["decisions"])], content["decisions"], "decision")


def _children(
    connection: Connection,
    entity: type[Job | OrderLine | Concern | JobDecision],
    order_id: uuid.UUID,
) -> dict[str, Any]:
    table = entity.__table__
    found = rows_of(connection, table, table.c.id, table.c.order_id == order_id)
    return {str(one.id): one.row for one in found}


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


def invoice_differs(connection: Connection, row: Any, record: Mapping[str, Any]) -> list[str]:  # noqa: ANN401 - a row
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
    wrong += _seal_differs(connection, "invoice", row.id, record["people"]["commitment"])
    table = InvoiceLine.__table__
    found = rows_of(connection, table, table.c.code, table.c.invoice_id == row.id)
    lines = sorted((one.row for one in found), key=lambda line: line.sort if line else 0)
    return wrong + list(_in_order(lines, record["lines"], "line"))


def _seal_differs(
    connection: Connection, kind: str, document_id: uuid.UUID, commitment: str | None
) -> list[str]:
    found = connection.execute(
        sa.select(PersonSeal.commitment).where(
            PersonSeal.document_kind == kind, PersonSeal.document_id == document_id
        )
    ).scalar()
    return [] if found == commitment else ["person seal"]
