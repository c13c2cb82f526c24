"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 is compiled as if they were immortal, as they are from Python 3.12 on: every call that returns one of
them takes away a reference it never had. Python 3.11 counts, starts with some four thousand references to None, and
ends the program with "deallocating None" when they run out, in a table after two hundred frames.
"""

import ctypes
import sys
from typing import Final

RESERVE: Final = 1 << 60
"""More references than calls can take away: a thousand million a second for thirty years."""


def make_lasting() -> None:
    """Give the single objects so many references that none of them can run out; nothing to do from 3.12 on."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for single in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(single))
        if count.value < RESERVE:
            count.value += RESERVE


make_lasting()
