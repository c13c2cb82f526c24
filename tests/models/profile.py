"""Reads the regimes that ship with the program, for the tests of the rules."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from models.tax import TaxRegime

FOLDER = Path(__file__).parents[2] / "resources" / "profiles" / "regimes"
CODES = sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def shipped(code: str) -> TaxRegime:
    """The regime of that file; the Indian one at home in Maharashtra (27)."""
    regime = TaxRegime.from_json(json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8")))
    return regime.at_home("27") if regime.split == "gst" else regime
