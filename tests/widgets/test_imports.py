"""A module is imported without anybody reading its source once more."""

import linecache
from pathlib import Path

import pytest

import widgets.imports


def test_no_source_is_read_and_kept_for_what_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widgets.imports.import_plainly()
    inner = tmp_path / "plain_inner.py"
    inner.write_text("NAME = 'PySide6'\n", encoding="ascii")
    monkeypatch.syspath_prepend(tmp_path)
    exec("import plain_inner", {})  # noqa: S102 - an import as a module writes it, of a module of this test
    assert str(inner) not in linecache.cache
