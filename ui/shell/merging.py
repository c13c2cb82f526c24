"""Two people changed one record: what can be put together by itself, and what somebody must choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Merge:
    """``merged`` holds every field that needs no choice; ``open`` names those that both changed differently.

    ``joined`` counts the fields that only one side changed, or both in the same way.
    """

    merged: Mapping[str, Any]
    open: tuple[str, ...]
    joined: int


def merge(base: Mapping[str, Any], theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> Merge:
    """Put their changes and mine together, field by field, against what both began with."""
    merged: dict[str, Any] = {}
    open_fields = []
    joined = 0
    for name in dict.fromkeys((*mine, *theirs)):
        was, other, own = base.get(name), theirs.get(name), mine.get(name)
        if other != own and was not in (other, own):
            open_fields.append(name)
            continue
        merged[name] = own if other == was else other
        joined += merged[name] != was
    return Merge(merged, tuple(open_fields), joined)


def decided(
    merged: Merge, theirs: Mapping[str, Any], mine: Mapping[str, Any], choice: Mapping[str, str]
) -> dict[str, Any]:
    """The whole record after the choice: ``choice`` names "theirs" or "mine" for every open field."""
    result = dict(merged.merged)
    for name in merged.open:
        result[name] = theirs.get(name) if choice[name] == "theirs" else mine.get(name)
    return result
