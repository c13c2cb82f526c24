"""What is written down of a car that comes: every field checked, in its one spelling, all problems told at once."""

import uuid
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from app import files
from app.arrivals.drawing import panel_at
from app.arrivals.symptoms import is_symptom
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.typed import Typed
from models.arrivals import ArrivalMode, Authority, Cleanliness, KitItem, Lamp, MarkKind, View
from models.base import new_id

KIT_STATES = ("present", "missing", "not_seen")
ID_KINDS = ("passport", "driving_licence", "registration", "company_pass", "other")
_EIGHTHS = 8
_HUNDRED = 100
_Check = Callable[[Typed, str, object], object]
_MOST = 100


def checked(typed: Typed, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are stored; what is wrong, and a field that does not exist, is noted in ``typed``."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        check = _CHECKS.get(name)
        if check is None:
            typed.wrong(
                name,
                QT_TRANSLATE_NOOP("arrivals", "“{name}” is not a field of an arrival."),
                name=name,
            )
        else:
            kept[name] = (
                None if value is None and name not in _NEVER_NONE else check(typed, name, value)
            )
    return kept


def _text(typed: Typed, name: str, value: object) -> str | None:
    return typed.text(name, str(value))


def _choice(choices: type[StrEnum]) -> _Check:
    def check(typed: Typed, name: str, value: object) -> object:
        try:
            return choices(str(value))
        except ValueError:
            typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
            return None

    return check


def _one_of(choices: tuple[str, ...]) -> _Check:
    def check(typed: Typed, name: str, value: object) -> object:
        if value not in choices:
            typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
        return value

    return check


def _number(most: int) -> _Check:
    def check(typed: Typed, name: str, value: object) -> object:
        if type(value) is not int or not 0 <= value <= most:
            typed.wrong(
                name,
                QT_TRANSLATE_NOOP("arrivals", "A whole number from 0 to {most}."),
                most=most,
            )
            return None
        return value

    return check


def _flag(typed: Typed, name: str, value: object) -> object:
    if not isinstance(value, bool):
        typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Yes or no."))
    return value


def _person(typed: Typed, name: str, value: object) -> object:
    if not isinstance(value, uuid.UUID):
        typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
    return value


def _list(typed: Typed, name: str, value: object) -> list[Any]:
    if not isinstance(value, list | tuple) or len(value) > _MOST:
        typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "At most {most} entries."), most=_MOST)
        return []
    return list(value)


def _symptoms(typed: Typed, name: str, value: object) -> list[str]:
    found = list(dict.fromkeys(str(code) for code in _list(typed, name, value)))
    if not all(is_symptom(code) for code in found):
        typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
    return found


def _lamps(typed: Typed, name: str, value: object) -> list[str]:
    lit = {str(lamp) for lamp in _list(typed, name, value)}
    if not lit <= {lamp.value for lamp in Lamp}:
        typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
    return [lamp.value for lamp in Lamp if lamp.value in lit]


def _belongings(typed: Typed, name: str, value: object) -> list[dict[str, Any]]:
    kept = []
    for entry in _list(typed, name, value):
        thing = typed.needed(name, str(entry.get("name") or ""), limit=200)
        kept.append(
            {
                "name": thing,
                "place": typed.text(name, entry.get("place"), limit=100),
                "value_amount": _amount(typed, name, entry.get("value_amount")),
            }
        )
    return kept


def _own_parts(typed: Typed, name: str, value: object) -> list[dict[str, Any]]:
    """Parts the customer brought along: the law wants their names and prices on the act."""
    return [
        {
            "name": typed.needed(name, str(entry.get("name") or ""), limit=200),
            "qty": typed.text(name, str(entry.get("qty") or "1"), limit=20),
            "price_amount": _amount(typed, name, entry.get("price_amount")),
            "papers": typed.text(name, entry.get("papers"), limit=200),
        }
        for entry in _list(typed, name, value)
    ]


def _amount(typed: Typed, name: str, value: object) -> int | None:
    if value is None:
        return None
    if type(value) is not int or value < 0:
        typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "A price is not below zero."))
        return None
    return value


def _kit(typed: Typed, name: str, value: object) -> dict[str, Any]:
    """What is in the car: {item: state}, or {item: {"state": …, "note": …}}."""
    kept: dict[str, Any] = {}
    known = {item.value for item in KitItem}
    for item, said in (value if isinstance(value, Mapping) else {}).items():
        entry = said if isinstance(said, Mapping) else {"state": said}
        if item not in known or entry.get("state") not in KIT_STATES:
            typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "Choose one of the list."))
            continue
        kept[str(item)] = {
            "state": entry["state"],
            "note": typed.text(name, entry.get("note"), limit=200),
        }
    return kept


def _marks(typed: Typed, name: str, value: object) -> list[dict[str, Any]]:
    """Marks in their order: the first is number one. A mark keeps its id through every edit."""
    kept: list[dict[str, Any]] = []
    for entry in _list(typed, name, value):
        view, kind, points = entry.get("view"), entry.get("kind"), entry.get("points")
        views, kinds = {v.value for v in View}, {k.value for k in MarkKind}
        if view not in views or kind not in kinds or not files.are_points(points):
            typed.wrong(name, QT_TRANSLATE_NOOP("arrivals", "A mark lies outside of the drawing."))
            continue
        kept.append(
            {
                "id": str(entry.get("id") or new_id()),
                "view": str(view),
                "kind": str(kind),
                "points": [list(point) for point in points],
                "panel": panel_at(View(view), points),
                "size": typed.text(name, entry.get("size"), limit=60),
                "note": typed.text(name, entry.get("note"), limit=200),
            }
        )
    return kept


_NEVER_NONE = frozenset({"symptoms", "lamps", "belongings", "kit", "own_parts", "marks", "mode"})
_CHECKS: dict[str, _Check] = {
    "mode": _choice(ArrivalMode),
    "customer_id": _person,
    "bringer_id": _person,
    "authority": _choice(Authority),
    "authority_note": _text,
    "id_seen": _one_of(ID_KINDS),
    "words": _text,
    "symptoms": _symptoms,
    "odometer_value": _number(9_999_999),
    "odometer_reason": _text,
    "fuel_eighths": _number(_EIGHTHS),
    "charge_percent": _number(_HUNDRED),
    "is_engine_running": _flag,
    "lamps": _lamps,
    "cleanliness": _choice(Cleanliness),
    "belongings": _belongings,
    "kit": _kit,
    "own_parts": _own_parts,
    "marks": _marks,
    "note": _text,
}

ON_THE_ACT = frozenset(_CHECKS) - {"mode", "customer_id", "odometer_reason"}
"""Fields that an act shows: once it is signed they change in the next version alone."""
