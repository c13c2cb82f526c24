"""A module is imported without anybody reading its source once more."""

import builtins

import widgets.imports


def test_nothing_looks_into_what_is_imported() -> None:
    widgets.imports.import_plainly()
    theirs = vars(builtins).get("__feature_import__")
    assert theirs is not None
    assert vars(builtins)["__import__"] is not theirs
