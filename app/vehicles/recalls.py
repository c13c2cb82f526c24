"""Recalls: known from an imported list, found for a car without any net, and what became of each."""

import re
import unicodedata
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, invalid, say
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.text import fold
from models.vehicle_profiles import Recall, RecallMark
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

DONE: Final = "done"
NOT_CONCERNED: Final = "not_concerned"
_SPLIT: Final = re.compile(r"[,;/|\n]+")


@dataclass(frozen=True, slots=True)
class RecallRow:
    """A recall as it concerns one car; ``outcome`` None while it is open."""

    id: uuid.UUID
    number: str
    maker: str
    text: str
    remedy: str | None
    source: str | None
    published_on: date | None
    is_safety: bool
    outcome: str | None
    done_on: date | None
    mark_id: uuid.UUID | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done on the car."""
        return self.outcome is None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRecall:
    """What became of a recall on a car: done (when, on which order), or it does not concern the car (why)."""

    recall_id: uuid.UUID
    vehicle_id: uuid.UUID
    outcome: str = DONE
    done_on: date | None = None
    order_id: uuid.UUID | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawMark:
    """A mark that was a slip."""

    mark_id: uuid.UUID


def maker_key(name: str) -> str:
    """A maker as recalls and cars are compared: folded letters and digits, Škoda and Skoda being one."""
    plain = unicodedata.normalize("NFD", fold(name))
    return "".join(sign for sign in plain if sign.isalnum())


def split_names(text: str) -> list[str]:
    """Models or VINs of one cell."""
    return [part.strip() for part in _SPLIT.split(text) if part.strip()]


def concerns(recall: Any, vin: str | None, make: str, model: str, year: int | None) -> bool:  # noqa: ANN401  a row or an entity
    """Whether a recall is about that car: by its VIN where the list gives VINs, else by make, model and year; pure."""
    if recall.vins or recall.vin_from:
        if vin is None:
            return False
        ranged = recall.vin_from and recall.vin_from <= vin <= (recall.vin_to or recall.vin_from)
        return vin in recall.vins or bool(ranged)
    if recall.maker_key != maker_key(make):
        return False
    if year is None and (recall.year_from or recall.year_to):
        return False
    if year is not None and not (recall.year_from or 0) <= year <= (recall.year_to or 9999):
        return False
    names = {maker_key(name) for name in recall.models}
    return not names or any(maker_key(model).startswith(name) for name in names)


def recalls_of(read: Read, vehicle_id: uuid.UUID) -> tuple[RecallRow, ...]:
    """Every recall of one car, open ones first."""
    return recalls_of_cars(read, (vehicle_id,)).get(vehicle_id, ())


def recalls_of_cars(
    read: Read, ids: Collection[uuid.UUID] | None = None
) -> Mapping[uuid.UUID, tuple[RecallRow, ...]]:
    """Recalls by car, of these cars or of all living ones; cars without any are left out."""
    table = Recall.__table__
    recalls = read.connection.execute(
        sa.select(table).where(table.c.center_id == read.center_id, table.c.closed_at.is_(None))
    ).all()
    if not recalls:
        return {}
    cars = sa.select(Vehicle.id, Vehicle.vin, Vehicle.make, Vehicle.model, Vehicle.made_year).where(
        Vehicle.center_id == read.center_id, Vehicle.archived_at.is_(None)
    )
    if ids is not None:
        cars = cars.where(Vehicle.id.in_(ids))
    marks = _marks(read, ids)
    by_maker: dict[str, list[Any]] = {}
    by_vin: dict[str, list[Any]] = {}
    ranged = []
    for recall in recalls:
        for vin in recall.vins:
            by_vin.setdefault(vin, []).append(recall)
        if recall.vin_from:
            ranged.append(recall)
        elif not recall.vins:
            by_maker.setdefault(recall.maker_key, []).append(recall)
    found: dict[uuid.UUID, tuple[RecallRow, ...]] = {}
    for car in read.connection.execute(cars):
        near = (*by_vin.get(car.vin or "", ()), *ranged, *by_maker.get(maker_key(car.make), ()))
        rows = [
            _row(recall, marks.get((recall.id, car.id)))
            for recall in {one.id: one for one in near}.values()
            if concerns(recall, car.vin, car.make, car.model, car.made_year)
        ]
        if rows:
            found[car.id] = tuple(
                sorted(rows, key=lambda r: (not r.is_open, not r.is_safety, r.number))
            )
    return found


def _marks(read: Read, ids: Collection[uuid.UUID] | None) -> dict[tuple[uuid.UUID, uuid.UUID], Any]:
    query = (
        sa.select(RecallMark.__table__)
        .join(Recall, Recall.id == RecallMark.recall_id)
        .where(Recall.center_id == read.center_id, RecallMark.withdrawn_at.is_(None))
        .order_by(RecallMark.id)
    )
    if ids is not None:
        query = query.where(RecallMark.vehicle_id.in_(ids))
    return {(row.recall_id, row.vehicle_id): row for row in read.connection.execute(query)}


def _row(recall: Any, mark: Any) -> RecallRow:  # noqa: ANN401  rows' columns have no type
    return RecallRow(
        recall.id,
        recall.number,
        recall.maker,
        recall.text,
        recall.remedy,
        recall.source,
        recall.published_on,
        recall.is_safety,
        mark.outcome if mark else None,
        mark.done_on if mark else None,
        mark.id if mark else None,
    )


def recall_sentences(rows: Iterable[RecallRow]) -> tuple[Sentence, ...]:
    """Open recalls in words, as the car and its order show them."""
    return tuple(
        say(
            QT_TRANSLATE_NOOP("vehicles", "Recall {number}: {text}"),
            number=row.number,
            text=row.text,
        )
        for row in rows
        if row.is_open
    )


def count_recalls(read: Read) -> int:
    """How many recalls are known."""
    found = read.connection.execute(
        sa.select(sa.func.count()).where(
            Recall.center_id == read.center_id, Recall.closed_at.is_(None)
        )
    )
    return int(found.scalar_one())


@action(
    "vehicles.mark_recall",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Note recall"),
)
def mark_recall(tx: Tx, command: MarkRecall) -> uuid.UUID:
    """Note what became of a recall on a car; a mark that stands already is returned."""
    recall = tx.load(Recall, command.recall_id)
    vehicle = tx.load(Vehicle, command.vehicle_id)
    if command.order_id is not None:
        tx.load(WorkOrder, command.order_id)
    typed = Typed()
    note = typed.text("note", command.note, limit=1000)
    if command.outcome not in {DONE, NOT_CONCERNED}:
        typed.wrong("outcome", QT_TRANSLATE_NOOP("vehicles", "Done, or does not concern the car?"))
    if command.outcome == NOT_CONCERNED and note is None:
        typed.wrong("note", QT_TRANSLATE_NOOP("vehicles", "Say why it does not concern the car."))
    done_on = command.done_on or tx.today
    if done_on > tx.today:
        typed.wrong("done_on", QT_TRANSLATE_NOOP("vehicles", "This day has not come yet."))
    typed.finish()
    held = tx.connection.execute(
        sa.select(RecallMark.id).where(
            RecallMark.recall_id == recall.id,
            RecallMark.vehicle_id == vehicle.id,
            RecallMark.withdrawn_at.is_(None),
        )
    ).scalar()
    if held is not None:
        return uuid.UUID(str(held))
    made = tx.add(
        RecallMark(
            recall_id=recall.id,
            vehicle_id=vehicle.id,
            outcome=command.outcome,
            done_on=done_on,
            order_id=command.order_id,
            note=note,
            at=tx.now,
            by_id=tx.actor.employee_id,
            withdrawn_at=None,
        )
    )
    tx.about("vehicle", vehicle.id)
    tx.touch("vehicle", vehicle.id)
    return made.id


@action(
    "vehicles.withdraw_recall_mark",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Open recall again"),
)
def withdraw_recall_mark(tx: Tx, command: WithdrawMark) -> None:
    """Take back what was noted about a recall; the row stays."""
    mark = tx.load(RecallMark, command.mark_id, lock=True)
    vehicle = tx.load(Vehicle, mark.vehicle_id)
    if mark.withdrawn_at is not None:
        raise invalid("mark_id", QT_TRANSLATE_NOOP("vehicles", "It was taken back already."))
    mark.withdrawn_at = tx.now
    tx.about("vehicle", vehicle.id)
    tx.touch("vehicle", vehicle.id)


def recall_key(number: str, maker: str) -> str:
    """By what a recall is known again in the next list."""
    return f"{maker_key(maker)}:{fold(number)}"


__all__ = [
    "DONE",
    "NOT_CONCERNED",
    "MarkRecall",
    "RecallRow",
    "WithdrawMark",
    "concerns",
    "count_recalls",
    "maker_key",
    "mark_recall",
    "recall_key",
    "recall_sentences",
    "recalls_of",
    "recalls_of_cars",
    "split_names",
    "withdraw_recall_mark",
]
