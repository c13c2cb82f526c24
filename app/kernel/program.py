"""How this program starts itself again, for work that has to be in a process of its own."""

import sys


def this_program() -> list[str]:
    """How this program is started again, from its own folder: the built one needs no Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-X", "utf8", "-m", "app"]
