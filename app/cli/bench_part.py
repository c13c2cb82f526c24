"""A process of the bench's own: the built program has no Python to start, so it starts itself and runs it here."""

import runpy
import sys
from collections.abc import Sequence
from typing import Final

NAME: Final = "bench-part"
"""The word that asks for it; no command of people's, so no help names it."""


def python(*arguments: str) -> list[str]:
    """The command that runs `-c SOURCE …` or `-m MODULE …` anew: by Python, or by the built program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, NAME, *arguments]
    return [sys.executable, "-X", "utf8", *arguments]


def run(arguments: Sequence[str]) -> int:
    """Do what Python itself would do with these arguments."""
    how, what, *rest = arguments
    sys.argv = [how, *rest]
    if how == "-m":
        runpy.run_module(what, run_name="__main__", alter_sys=True)
    else:
        # the source comes from the bench, in the hands of whoever could start any program as this user
        exec(compile(what, "<bench>", "exec"), {"__name__": "__main__"})  # noqa: S102 - see above
    return 0
