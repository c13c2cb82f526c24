"""The rules on the protocol's page and the tests that name them are the same set."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_rule_has_a_test_and_every_test_a_rule() -> None:
    page = (ROOT / "docs" / "sync-protocol.md").read_text(encoding="utf-8")
    written = set(re.findall(r"^\*\*SP-(\d+)\*\*", page, re.MULTILINE))
    named: set[str] = set()
    for path in (ROOT / "tests" / "sync").glob("test_*.py"):
        named.update(re.findall(r"def test_sp(\d+)_", path.read_text(encoding="utf-8")))
    assert len(written) > 30
    assert written - named == set(), "rules without a test"
    assert named - written == set(), "tests of rules that nobody wrote"
