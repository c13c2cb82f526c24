"""Two desks wrote down the same arrival: what goes together by itself, and what somebody chooses side by side."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.arrivals import ArrivalCard, symptoms
from app.arrivals.condition import ON_THE_ACT
from app.kernel.errors import QT_TRANSLATE_NOOP, ChangedError, Source
from models.arrivals import ArrivalMode
from ui.parts.arrivals import MODES, paper_words
from ui.shell.conflict import ConflictDialog, Difference, Side
from ui.shell.desk import Desk
from ui.shell.merging import merge
from ui.shell.words import said

FIELDS = ON_THE_ACT | {"mode", "customer_id", "odometer_reason"}
"""Everything of an arrival that is typed, chosen or drawn."""

_CAPTIONS: Mapping[str, Source] = {
    "mode": QT_TRANSLATE_NOOP("ArrivalClash", "How the car is here"),
    "customer_id": QT_TRANSLATE_NOOP("ArrivalClash", "Customer"),
    "bringer_id": QT_TRANSLATE_NOOP("ArrivalClash", "Brought by"),
    "authority": QT_TRANSLATE_NOOP("ArrivalClash", "By what right"),
    "authority_note": QT_TRANSLATE_NOOP("ArrivalClash", "Number of the authority"),
    "id_seen": QT_TRANSLATE_NOOP("ArrivalClash", "Paper that was seen"),
    "words": QT_TRANSLATE_NOOP("ArrivalClash", "In the customer’s words"),
    "symptoms": QT_TRANSLATE_NOOP("ArrivalClash", "Symptoms"),
    "odometer_value": QT_TRANSLATE_NOOP("ArrivalClash", "Odometer"),
    "odometer_reason": QT_TRANSLATE_NOOP("ArrivalClash", "Why the reading is unusual"),
    "fuel_eighths": QT_TRANSLATE_NOOP("ArrivalClash", "Fuel"),
    "charge_percent": QT_TRANSLATE_NOOP("ArrivalClash", "Charge"),
    "is_engine_running": QT_TRANSLATE_NOOP("ArrivalClash", "Engine runs"),
    "lamps": QT_TRANSLATE_NOOP("ArrivalClash", "Warning lamps"),
    "cleanliness": QT_TRANSLATE_NOOP("ArrivalClash", "Cleanliness"),
    "belongings": QT_TRANSLATE_NOOP("ArrivalClash", "Left in the car"),
    "kit": QT_TRANSLATE_NOOP("ArrivalClash", "Kit"),
    "own_parts": QT_TRANSLATE_NOOP("ArrivalClash", "Own parts"),
    "marks": QT_TRANSLATE_NOOP("ArrivalClash", "Marks"),
    "note": QT_TRANSLATE_NOOP("ArrivalClash", "Note"),
}
_NONE = "—"
_KEYED = {"marks": "id", "belongings": "name", "own_parts": "name"}
"""Lists whose entries are told apart by one of their values."""


@dataclass(slots=True)
class Began:
    """What typing began with: the row's version, and the values that are known of it."""

    version: int | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, card: ArrivalCard) -> "Began":
        """The card as it stands."""
        return cls(card.row.version, values_of(card))


def values_of(card: ArrivalCard) -> dict[str, Any]:
    """Every field as the arrival holds it."""
    of_row = {"mode": card.row.mode, "customer_id": card.row.customer_id}
    return {name: getattr(card, name) for name in FIELDS - of_row.keys()} | of_row


def together(
    base: Mapping[str, Any], theirs: Mapping[str, Any], mine: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """My values with what the others wrote meanwhile put into them, and the fields where both cannot hold.

    ``base`` is what mine began with; where it is not known, any difference is one. Lists go together entry by entry.
    """
    open_fields, joined = [], {}
    for name, own in mine.items():
        other = theirs[name]
        if name in _KEYED or name in {"kit", "lamps", "symptoms"}:
            value, fits = _entries(name, base.get(name, ()), other, own)
        else:
            was = base.get(name, _NONE)
            value, fits = own, own in (was, other) or other == was
            value = other if own == was else own
        joined[name] = value
        if not fits:
            open_fields.append(name)
    return joined, tuple(open_fields)


def _entries(name: str, base: Any, theirs: Any, mine: Any) -> tuple[Any, bool]:  # noqa: ANN401 - lists of any kind
    sides = [_by_key(name, side) for side in (base, theirs, mine)]
    both = merge(*sides)
    kept = {key: value for key, value in both.merged.items() if value is not None}
    # where both changed one entry, mine stands until somebody chooses
    kept |= {key: sides[2][key] for key in both.open if sides[2].get(key) is not None}
    order = dict.fromkeys((*sides[1], *sides[2]))
    whole = {key: kept[key] for key in order if key in kept}
    value: Any = whole if name == "kit" else list(whole.values() if name in _KEYED else whole)
    return value, not both.open


def _by_key(name: str, entries: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    if name == "kit":
        return {str(item): dict(entry) for item, entry in dict(entries or {}).items()}
    if name in _KEYED:
        found: dict[str, Any] = {}
        for entry in entries:
            key = str(entry[_KEYED[name]])
            # two umbrellas are two
            twins = sum(known.rpartition("#")[0] == key for known in found)
            found[f"{key}#{twins}"] = dict(entry)
        return found
    return {str(code): True for code in entries}


def ask_whose(
    desk: Desk,
    error: ChangedError,
    theirs: ArrivalCard,
    mine: Mapping[str, Any],
    fields: Sequence[str],
    then: Callable[[Mapping[str, str]], object],
) -> ConflictDialog:
    """Show both values of these fields; ``then`` gets field → "theirs" or "mine"."""
    told = error.sentence.params
    values = values_of(theirs)
    dialog = ConflictDialog(
        desk.front,
        said(QT_TRANSLATE_NOOP("ArrivalClash", "Two people wrote down this arrival")),
        said(error.sentence)
        + " "
        + said(QT_TRANSLATE_NOOP("ArrivalClash", "Nothing typed is lost.")),
        Side(str(told.get("who", "")), str(told.get("at", ""))),
        Side(desk.actor.name, desk.shop.workstation),
        [
            Difference(
                name,
                said(_CAPTIONS[name]),
                shown(desk, theirs, name, values[name]),
                shown(desk, theirs, name, mine[name]),
            )
            for name in fields
        ],
    )
    dialog.chosen.connect(then)
    dialog.open()
    return dialog


def shown(desk: Desk, card: ArrivalCard, name: str, value: Any) -> str:  # noqa: ANN401 - a field of any kind
    """A field's value as a person reads it."""
    if value is None or value in ("", [], (), {}):
        return _NONE
    if isinstance(value, uuid.UUID):
        people = {card.row.customer_id: card.row.customer, card.bringer_id: card.bringer}
        return people.get(value) or "•"
    return _SHOWN[name](desk, value) if name in _SHOWN else str(value)


def _engine(desk: Desk, runs: bool) -> str:  # noqa: FBT001 - one of the fields' values
    return paper_words(desk)("lamp.engine_on" if runs else "lamp.engine_off")


def _symptoms(desk: Desk, codes: Sequence[str]) -> str:
    known = {symptom.code: symptom.word(desk.language) for symptom in symptoms()}
    return ", ".join(known.get(code, code) for code in codes)


def _marks(desk: Desk, marks: Sequence[Mapping[str, Any]]) -> str:
    words = paper_words(desk)
    marked = ((words(f"mark.{mark['kind']}"), mark.get("size") or "") for mark in marks)
    return ", ".join(f"{n} {kind} {size}".strip() for n, (kind, size) in enumerate(marked, 1))


def _kit(desk: Desk, kit: Mapping[str, Mapping[str, Any]]) -> str:
    words = paper_words(desk)
    said_of = []
    for item, entry in kit.items():
        state = f"kit_state.{entry['state']}"
        known = words(state) if words.has(state) else ""
        parts = (words(f"kit.{item}"), known, entry.get("note"))
        said_of.append(": ".join(part for part in parts if part))
    return ", ".join(said_of)


def _names(_desk: Desk, things: Sequence[Mapping[str, Any]]) -> str:
    return ", ".join(str(thing["name"]) for thing in things)


def _paper(prefix: str) -> Callable[[Desk, str], str]:
    return lambda desk, value: paper_words(desk)(f"{prefix}.{value}")


_SHOWN: Mapping[str, Callable[[Desk, Any], str]] = {
    "mode": lambda _desk, value: said(MODES[ArrivalMode(value)]),
    "authority": _paper("authority"),
    "id_seen": _paper("id_seen"),
    "cleanliness": _paper("clean"),
    "odometer_value": lambda desk, value: desk.formats.number(value),
    "fuel_eighths": lambda _desk, value: f"{value}⁄8",
    "charge_percent": lambda _desk, value: f"{value} %",
    "is_engine_running": _engine,
    "lamps": lambda desk, lit: ", ".join(paper_words(desk)(f"lamp.{lamp}") for lamp in lit),
    "symptoms": _symptoms,
    "belongings": _names,
    "own_parts": _names,
    "kit": _kit,
    "marks": _marks,
}


def differing(values: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Those values that are not theirs already."""
    return {name: value for name, value in values.items() if value != _like(theirs[name], value)}


def _like(theirs: Any, mine: Any) -> Any:  # noqa: ANN401 - a field of any kind
    """Their value in the shape of mine, so that equal ones are equal."""
    return list(theirs) if isinstance(mine, list) and isinstance(theirs, tuple) else theirs
