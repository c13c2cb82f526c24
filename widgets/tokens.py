"""The look in numbers: one file of tokens, read once.

``resources/theme/tokens.json`` holds colours (sRGB), sizes (design pixels at scale 1), weights
and times (milliseconds).
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
"""Where icons, fonts, tokens and translations lie."""

MODES = ("light", "dark", "high_contrast")
"""The themes that the tokens describe."""


@cache
def tokens() -> Mapping[str, Any]:
    """The whole token file."""
    found: dict[str, Any] = json.loads(
        (RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8")
    )
    return found


@cache
def colours(mode: str) -> Mapping[str, str]:
    """Every colour of a theme by its dotted name, ``text.primary`` → ``#RRGGBB``; KeyError for an unknown mode."""
    flat: dict[str, str] = {}
    _flatten("", tokens()["colour"][mode], flat)
    return flat


def _flatten(prefix: str, value: object, into: dict[str, str]) -> None:
    if isinstance(value, str):
        into[prefix] = value
        return
    pairs = value.items() if isinstance(value, Mapping) else enumerate(cast("list[object]", value))
    for key, inner in pairs:
        _flatten(f"{prefix}.{key}" if prefix else str(key), inner, into)
