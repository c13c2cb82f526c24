"""Python's own import again, where PySide put another in its place.

PySide's looks into the source of every module that comes after it, to see whether it asks for names in snake case.
Nobody here asks: it would only cost half a millisecond for each module, and keep the text of all of them in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it is what puts the other import in place


def import_plainly() -> None:
    """Import as Python does from now on; nothing to do where PySide left it alone."""
    plain = vars(builtins).get("__orig_import__")
    if plain is not None:
        vars(builtins)["__import__"] = plain


import_plainly()
