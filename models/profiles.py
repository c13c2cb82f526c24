"""What a country's law wants on a paper, as data, and what a paper still lacks.

Each rule of `resources/profiles/law/<code>.json` names the field, the law and the rule's number,
and says in words what is missing. Issuing refuses while :func:`missing_fields` returns anything;
the preview prints the same list in red. The data is a checklist written from the laws' texts;
counsel's word goes before it.

A field is a path over the paper's attributes: ``customer.tax_ids.gstin`` (registration numbers by
scheme), ``signatures.consumer`` (signatures by role), ``lines.*`` (every line).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from models.money import Money
from models.papers import (
    AcceptanceActPaper,
    ActOfWorkPaper,
    CashDayPaper,
    CheckInSlipPaper,
    CreditNotePaper,
    InvoicePaper,
    Paper,
    PaymentReceiptPaper,
    SignatureOnPaper,
    TaxId,
    WorkOrderPaper,
)

_FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "profiles" / "law"
_KINDS: Final[Mapping[type, str]] = {
    WorkOrderPaper: "work_order",
    ActOfWorkPaper: "act_of_work",
    InvoicePaper: "invoice",
    CreditNotePaper: "credit_note",
    PaymentReceiptPaper: "payment_receipt",
    CashDayPaper: "cash_day",
    AcceptanceActPaper: "acceptance_act",
    CheckInSlipPaper: "check_in_slip",
}
_COUNTRIES: Final = {"RU": "ru", "IN": "in", "US": "us"}
_NEUTRAL: Final = "eu"
_ITEM: Final = "item."


class ProfileBroken(ValueError):  # noqa: N818  what happened, in the words of the house
    """A profile names a field or a test that does not exist: our bug, not the user's."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of one field.

    `test` is present, missing, equals, not_equals, at_least, at_most, differs (from another field)
    or matches. Amounts are compared in minor units.
    """

    field: str
    test: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class LawRule:
    """One demand of a law.

    `number` is the rule's own number; `each` repeats it for every item of a path (``lines.*``),
    whose fields are then written ``item.name``; `when` are the conditions under which it holds.
    """

    number: str
    law: str
    field: str
    sentence: Mapping[str, str]
    need: Condition
    each: str = ""
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentLaw:
    """One document of a country: its columns, who signs, its rules."""

    columns: tuple[str, ...]
    rules: tuple[LawRule, ...]


@dataclass(frozen=True, slots=True)
class LawProfile:
    """The documents of one country's law; `places` names states by code where papers must."""

    code: str
    name: str
    documents: Mapping[str, DocumentLaw]
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MissingField:
    """What a paper lacks: the rule, the path (with the item's place), the sentence in its language.

    `item` counts from 1 and is 0 for a field of the whole paper.
    """

    number: str
    law: str
    field: str
    sentence: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class LawItem:
    """One demand that holds for a paper, and whether the paper meets it everywhere."""

    number: str
    law: str
    field: str
    sentence: str
    is_met: bool


def document_kind(paper: Paper) -> str:
    """Return the paper's name in the profiles (work_order, invoice)."""
    return _KINDS[type(paper)]


@cache
def law_profile(country: str) -> LawProfile:
    """Return the profile of an ISO country code; the neutral EU one where there is no own."""
    code = _COUNTRIES.get(country.upper(), _NEUTRAL)
    return profile_from_json(json.loads((_FOLDER / f"{code}.json").read_text("utf-8")))


def profile_from_json(data: Mapping[str, Any]) -> LawProfile:
    """Build a profile from its JSON. Raises ProfileBroken, KeyError for what is not a profile."""
    return LawProfile(
        code=data["code"],
        name=data["name"],
        documents={
            kind: DocumentLaw(
                columns=tuple(document.get("columns", ())),
                rules=tuple(_rule(rule, data["laws"]) for rule in document.get("rules", ())),
            )
            for kind, document in data["documents"].items()
        },
        places=data.get("places", {}),
    )


def missing_fields(paper: Paper, profile: LawProfile) -> tuple[MissingField, ...]:
    """Return everything the law wants on this paper and the paper lacks, in rule order."""
    document = profile.documents.get(document_kind(paper))
    if document is None:
        return ()
    language = paper.head.language
    return tuple(each for rule in document.rules for each in _check(rule, paper, language))


def law_checklist(paper: Paper, profile: LawProfile) -> tuple[LawItem, ...]:
    """Return every demand that holds for this paper, in rule order, met or not; unmet means missing."""
    document = profile.documents.get(document_kind(paper))
    items = []
    for rule in document.rules if document is not None else ():
        if not any(True for _ in _applying(rule, paper)):
            continue
        lacks = next(_check(rule, paper, paper.head.language), None)
        items.append(
            LawItem(
                number=rule.number,
                law=rule.law,
                field=lacks.field if lacks else rule.field,
                sentence=rule.sentence.get(paper.head.language, rule.sentence["en"]),
                is_met=lacks is None,
            )
        )
    return tuple(items)


def _rule(data: Mapping[str, Any], laws: Mapping[str, str]) -> LawRule:
    need = data.get("need", {"test": "present"})
    return LawRule(
        number=data["number"],
        law=laws[data["law"]],
        field=data["field"],
        sentence=data["sentence"],
        need=_condition({"field": data["field"], **need}),
        each=data.get("each", ""),
        when=tuple(_condition(each) for each in data.get("when", ())),
    )


def _condition(data: Mapping[str, Any]) -> Condition:
    if data["test"] not in _TESTS:
        raise ProfileBroken(f"no such test: {data['test']}")
    return Condition(data["field"], data["test"], data.get("value"))


def _applying(rule: LawRule, paper: Paper) -> Iterator[tuple[int, str, object]]:
    """Yield (place, path, item) of everything on the paper for which the rule holds."""
    items: list[tuple[str, object]] = [("", None)]
    if rule.each:
        items = list(_walk(paper, rule.each.split("."), ""))
    for index, (path, item) in enumerate(items, 1):
        if all(_holds(condition, paper, item) for condition in rule.when):
            yield index, path, item


def _check(rule: LawRule, paper: Paper, language: str) -> Iterator[MissingField]:
    for index, path, item in _applying(rule, paper):
        if not _holds(rule.need, paper, item):
            yield MissingField(
                number=rule.number,
                law=rule.law,
                field=rule.field.replace(_ITEM, f"{path}.", 1) if rule.each else rule.field,
                sentence=rule.sentence.get(language, rule.sentence["en"]),
                item=index if rule.each else 0,
            )


def _holds(condition: Condition, paper: Paper, item: object) -> bool:
    value = _value(condition.field, paper, item)
    other = condition.value
    if condition.test == "differs":
        other = _value(str(other), paper, item)
    return _TESTS[condition.test](value, other)


def _value(field: str, paper: Paper, item: object) -> object:
    """Return the field's value; of a path with a star, the first empty value, else the last."""
    if field.startswith(_ITEM):
        found = list(_walk(item, field[len(_ITEM) :].split("."), ""))
    else:
        found = list(_walk(paper, field.split("."), ""))
    values = [value for _, value in found]
    if not values:
        return None
    return next((value for value in values if not _present(value, None)), values[-1])


def _walk(value: object, path: list[str], at: str) -> Iterator[tuple[str, object]]:
    """Yield (path, value) for every value that a path reaches."""
    if not path:
        yield at, value
        return
    name, *rest = path
    if value is None:
        yield f"{at}.{name}".lstrip("."), None
    elif isinstance(value, tuple):
        yield from _walk_tuple(value, path, at)
    elif hasattr(value, name):
        yield from _walk(getattr(value, name), rest, f"{at}.{name}".lstrip("."))
    else:
        raise ProfileBroken(f"{type(value).__name__} has no field {name}")


def _walk_tuple(
    value: tuple[object, ...], path: list[str], at: str
) -> Iterator[tuple[str, object]]:
    name, *rest = path
    if name == "*":
        for index, each in enumerate(value):
            yield from _walk(each, rest, f"{at}.{index}")
        return
    here = f"{at}.{name}".lstrip(".")
    for each in value:
        if isinstance(each, TaxId) and each.scheme == name:
            yield here, each.value
            return
        if isinstance(each, SignatureOnPaper) and each.role == name:
            yield from _walk(each, rest, here)
            return
    yield here, None


def _present(value: object, _other: object) -> bool:
    """Tell whether something stands there; a sum of 0.00 and a `False` answer do stand there."""
    if isinstance(value, bool | Money | Decimal | date | datetime | int):
        return True
    if isinstance(value, str):
        return bool(value.strip())
    return bool(value)


def _at_least(value: object, other: object) -> bool:
    if isinstance(value, Money):
        return abs(value.minor) >= int(str(other))
    return isinstance(value, Decimal | int) and value >= Decimal(str(other))


def _at_most(value: object, other: object) -> bool:
    return isinstance(value, Money) and abs(value.minor) <= int(str(other))


def _equals(value: object, other: object) -> bool:
    if isinstance(value, StrEnum):
        value = value.value
    return value in other if isinstance(other, list) else value == other


_TESTS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "present": _present,
    "missing": lambda value, other: not _present(value, other),
    "equals": _equals,
    "not_equals": lambda value, other: not _equals(value, other),
    "at_least": _at_least,
    "at_most": _at_most,
    "differs": lambda value, other: _present(value, None) and value != other,
    "matches": lambda value, other: re.fullmatch(other, str(value or "")) is not None,
}
