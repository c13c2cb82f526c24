"""Recalls of a file: one row is one recall, or one VIN of it; known again by maker and number."""

import uuid
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa

from app.exchange.report import Ledger, Outcome
from app.exchange.rows import ParsedRow
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.tx import Tx
from app.vehicles.recalls import maker_key, recall_key, split_names
from models.base import new_id
from models.identifiers import normalise_vin
from models.vehicle_profiles import Recall

_PLAIN: Final = (
    "text",
    "vin_from",
    "vin_to",
    "year_from",
    "year_to",
    "remedy",
    "source",
    "published_on",
)


@dataclass(slots=True)
class RecallWriter:
    """Turns rows into recalls; rows with the same number add their VINs and models to one recall."""

    tx: Tx
    ledger: Ledger
    _known: dict[str, Recall] = field(default_factory=dict)
    _met: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Learn the recalls of the center."""
        for recall in self.tx.session.scalars(
            sa.select(Recall).where(Recall.center_id == self.tx.actor.center_id)
        ):
            self._known[recall.natural_key] = recall

    def take(self, row: ParsedRow) -> None:
        """Make the recall, or add to it what the row tells more."""
        if (
            row.get("year_from")
            and row.get("year_to")
            and row.get("year_from") > row.get("year_to")
        ):
            self.ledger.refuse(
                row,
                "year_to",
                say(QT_TRANSLATE_NOOP("exchange", "The years end before they begin.")),
                value=row.get("year_to"),
            )
            return
        values = self._values(row)
        key = recall_key(row.get("number"), row.get("maker"))
        recall = self._known.get(key)
        if recall is None:
            self.ledger.done(row, Outcome.ADDED, self._make(row, key, values))
            return
        changed = self._change(recall, values)
        if key in self._met:
            self.ledger.skip(
                row, say(QT_TRANSLATE_NOOP("exchange", "More of the same recall.")), recall.id
            )
        else:
            self.ledger.done(row, Outcome.CHANGED if changed else Outcome.SAME, recall.id)
        self._met.add(key)

    def _values(self, row: ParsedRow) -> dict[str, Any]:
        values = {name: row.get(name) for name in _PLAIN}
        for name in ("vin_from", "vin_to"):
            values[name] = normalise_vin(values[name]) if values[name] else None
        values["is_safety"] = bool(row.get("is_safety"))
        values["models"] = split_names(row.get("models") or "")
        values["vins"] = [normalise_vin(vin) for vin in split_names(row.get("vins") or "")]
        return values

    def _make(self, row: ParsedRow, key: str, values: dict[str, Any]) -> uuid.UUID:
        recall = self.tx.add(
            Recall(
                id=new_id(),
                center_id=self.tx.actor.center_id,
                natural_key=key,
                number=row.get("number"),
                maker=row.get("maker"),
                maker_key=maker_key(row.get("maker")),
                made_at=self.tx.now,
                closed_at=None,
                **values,
            )
        )
        self._known[key] = recall
        self._met.add(key)
        return recall.id

    def _change(self, recall: Recall, values: dict[str, Any]) -> bool:
        changed = False
        for name in ("models", "vins"):
            added = [text for text in values[name] if text not in getattr(recall, name)]
            if added:
                setattr(recall, name, [*getattr(recall, name), *added])
                changed = True
        for name in (*_PLAIN, "is_safety"):
            if values[name] and values[name] != getattr(recall, name):
                setattr(recall, name, values[name])
                changed = True
        return changed

    def finish(self) -> None:
        """Write what was collected."""
        self.tx.flush()
