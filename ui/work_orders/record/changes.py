"""The edits of lines and jobs: each names its verb, its command, and what takes it back."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.kernel.errors import QT_TRANSLATE_NOOP, UserError
from app.work_orders import (
    AddJob,
    AddLine,
    AddPackage,
    ChangeLine,
    LineRow,
    LineWork,
    OrderSheet,
    RemoveJob,
    RemoveLine,
    RestoreLine,
    ReviveRecommendation,
    SetPayer,
    add_job,
    add_line,
    add_package,
    change_line,
    remove_job,
    remove_line,
    restore_line,
    revive_recommendation,
    set_payer,
    work_line,
)
from models.order_flow import Payer
from ui.shell.words import said
from ui.work_orders.record.edits import Edit

FIELDS = {
    "name": "name",
    "qty": "qty",
    "price": "price_amount",
    "discount": "discount_percent",
    "who": "technician_id",
}
"""Columns that can be typed in, and the field of ``ChangeLine`` each one is."""

Heard = Callable[[Any], None]
Refused = Callable[[UserError], bool]


@dataclass(slots=True)
class Made:
    """The id of what an edit makes, known to the edits behind it when their turn comes."""

    id: uuid.UUID | None = None

    def must(self) -> uuid.UUID:
        """The id; RuntimeError when it was asked for before its time."""
        if self.id is None:
            raise RuntimeError("the edit before this one has not run yet")
        return self.id


def _line(sheet: OrderSheet, line_id: uuid.UUID) -> LineRow | None:
    return next((line for line in sheet.card.lines if line.id == line_id), None)


def _value(line: LineRow, column: str) -> Any:  # noqa: ANN401 - a column's own kind of value
    return {
        "name": line.name,
        "qty": line.qty,
        "price": line.price.minor,
        "discount": line.discount_percent,
        "who": line.technician_id,
        "serial": line.serial,
    }[column]


def change(
    sheet: OrderSheet,
    line_id: uuid.UUID,
    column: str,
    value: Any,  # noqa: ANN401 - a column's own kind of value
    *,
    then: Heard | None = None,
    refused: Refused | None = None,
) -> Edit:
    """Another value of one cell; it holds when nobody else changed that cell meanwhile."""
    line = _line(sheet, line_id)
    old = _value(line, column) if line is not None else None
    field = FIELDS.get(column, column)

    def back(_result: object) -> list[Edit]:
        return [replace(change(sheet, line_id, column, old), back=None)]

    def holds(before: OrderSheet, after: OrderSheet) -> bool:
        was, now = _line(before, line_id), _line(after, line_id)
        return was is not None and now is not None and _value(was, column) == _value(now, column)

    return Edit(
        change_line,
        lambda now: ChangeLine(
            order_id=now.card.id, line_id=line_id, version=now.card.version, **{field: value}
        ),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Change line")),
        then,
        back if old is not None else None,
        refused,
        holds,
    )


def change_made(made: Made, column: str, value: Any, refused: Refused | None = None) -> Edit:  # noqa: ANN401 - as above
    """Another value of a line that is just being added."""
    field = FIELDS[column]
    return Edit(
        change_line,
        lambda now: ChangeLine(
            order_id=now.card.id, line_id=made.must(), version=now.card.version, **{field: value}
        ),
        refused=refused,
        holds=_always,
    )


def add_item(job: Made, made: Made, then: Heard, refused: Refused, **facts: Any) -> Edit:  # noqa: ANN401 - fields of AddLine
    """A line on the job, from the catalogue (``item_id``) or typed in."""

    def added(line_id: uuid.UUID) -> None:
        made.id = line_id
        then(line_id)

    return Edit(
        add_line,
        lambda now: AddLine(
            order_id=now.card.id, job_id=job.must(), version=now.card.version, **facts
        ),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Add line")),
        added,
        lambda line_id: [_remove(line_id)],
        refused,
        _always,
    )


def add_named_job(name: str, made: Made, then: Heard | None = None, *, own: bool = True) -> Edit:
    """A new job; not ``own`` when it only carries a line, whose undo takes it along."""

    def added(job_id: uuid.UUID) -> None:
        made.id = job_id
        if then is not None:
            then(job_id)

    return Edit(
        add_job,
        lambda now: AddJob(order_id=now.card.id, name=name, version=now.card.version),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Add job")),
        added,
        (lambda job_id: [_drop_job(job_id)]) if own else None,
        holds=_always,
    )


def add_whole_package(package_id: uuid.UUID, then: Heard, refused: Refused) -> Edit:
    """A package as a job of its own."""
    return Edit(
        add_package,
        lambda now: AddPackage(
            order_id=now.card.id, package_id=package_id, version=now.card.version
        ),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Add package")),
        then,
        lambda job_id: [_drop_job(job_id)],
        refused,
        _always,
    )


def remove(line: LineRow, then: Heard | None = None) -> Edit:
    """The line goes; taken back, it stands again as it was."""
    return Edit(
        remove_line,
        lambda now: RemoveLine(order_id=now.card.id, line_id=line.id, version=now.card.version),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Remove line")),
        then,
        lambda line_id: [_restore(line_id)],
        holds=_same_line(line.id),
    )


def drop_job(job_id: uuid.UUID, then: Heard | None = None) -> Edit:
    """The job goes with its lines; taken back, they stand again."""
    return Edit(
        remove_job,
        lambda now: RemoveJob(order_id=now.card.id, job_id=job_id, version=now.card.version),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Remove job")),
        then,
        lambda lines: [_restore(line_id) for line_id in lines],
    )


def worker_of(sheet: OrderSheet, line_id: uuid.UUID) -> uuid.UUID | None:
    """Who works on a line when nobody says so: the line's own technician, else the order's."""
    line = _line(sheet, line_id)
    return (line.technician_id if line is not None else None) or sheet.card.technician_id


def finish_labour(line_id: uuid.UUID) -> Edit:
    """The work of a line is done."""
    return Edit(
        work_line,
        lambda now: LineWork(
            order_id=now.card.id,
            line_id=line_id,
            event="finish",
            version=now.card.version,
            technician_id=worker_of(now, line_id),
        ),
        holds=_same_line(line_id),
    )


def revive(recommendation_id: uuid.UUID) -> Edit:
    """Recommended work becomes a job; taken back, it is recommended again."""
    return Edit(
        revive_recommendation,
        lambda now: ReviveRecommendation(
            order_id=now.card.id, recommendation_id=recommendation_id, version=now.card.version
        ),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Add recommended work")),
        back=lambda job_id: [_drop_job(job_id)],
        holds=_always,
    )


def pay_by(sheet: OrderSheet, job_id: uuid.UUID, payer: Payer) -> Edit:
    """Who pays the job."""
    before = next(job.payer for job in sheet.card.jobs if job.id == job_id)
    return Edit(
        set_payer,
        lambda now: SetPayer(
            order_id=now.card.id, job_id=job_id, payer=payer, version=now.card.version
        ),
        said(QT_TRANSLATE_NOOP("OrderChanges", "Who pays")),
        back=lambda _result: [replace(pay_by(sheet, job_id, before), back=None)],
    )


def _remove(line_id: uuid.UUID) -> Edit:
    return Edit(
        remove_line,
        lambda now: RemoveLine(order_id=now.card.id, line_id=line_id, version=now.card.version),
        holds=_same_line(line_id),
    )


def _restore(line_id: uuid.UUID) -> Edit:
    return Edit(
        restore_line,
        lambda now: RestoreLine(order_id=now.card.id, line_id=line_id, version=now.card.version),
        holds=_always,
    )


def _drop_job(job_id: uuid.UUID) -> Edit:
    return Edit(
        remove_job,
        lambda now: RemoveJob(order_id=now.card.id, job_id=job_id, version=now.card.version),
    )


def _always(_before: OrderSheet, _after: OrderSheet) -> bool:
    """Something new stands beside whatever others did."""
    return True


def same_line(before: OrderSheet, after: OrderSheet, line_id: uuid.UUID) -> bool:
    """Whether nobody changed the line meanwhile."""
    return _line(before, line_id) == _line(after, line_id)


def _same_line(line_id: uuid.UUID) -> Callable[[OrderSheet, OrderSheet], bool]:
    return lambda before, after: same_line(before, after, line_id)
