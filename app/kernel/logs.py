"""The program's log: a file that turns over, and tells what went wrong without telling anything about a person.

Of an exception it keeps its kind and its places, never its text: a database names values in its errors. What our
own lines say is scrubbed as well: quoted words, addresses, long numbers, and every word that is not English.
"""

import logging
import os
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

NAME = "carpass-desk.log"
_LARGEST_BYTES = 1_000_000
_FILES = 5
_TALKATIVE = ("httpx", "httpcore", "uvicorn.access", "sqlalchemy", "alembic")
_PRIVATE = re.compile(
    r"(?P<id>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"
    r"|\bDETAIL:.*|\[parameters:.*|\[SQL:.*"
    r"|[^\s@<>]+@[^\s@<>]+"
    r"|\"[^\"]*\"|'[^']*'|«[^»]*»|“[^”]*”"
    r"|\b[A-HJ-NPR-Z0-9]{17}\b"
    r"|\+?\d[\d\s()-]{5,}\d"
    r"|\S*[^\x00-\x7f]+\S*",
    re.DOTALL,
)
_SCRUBBED = "…"


def scrubbed(text: str) -> str:
    """The text without what could be about a person; ids of records stay."""
    return _PRIVATE.sub(lambda found: found["id"] or _SCRUBBED, text)


def trace_of(error: BaseException) -> str:
    """The kinds and places of an exception and of what caused it, without a word of theirs."""
    told = []
    seen: BaseException | None = error
    while seen is not None:
        kind = type(seen)
        places = " < ".join(
            f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"
            for frame in reversed(traceback.extract_tb(seen.__traceback__))
        )
        told.append(f"{kind.__module__}.{kind.__qualname__} at {places or 'nowhere'}")
        seen = seen.__cause__ or seen.__context__
    return "\n  from ".join(told)


class NoPersonFormatter(logging.Formatter):
    """One line an event: when (UTC), how grave, where from, what; then the trace."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        line = f"{at} {record.levelname} {record.name}: {scrubbed(record.getMessage())}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f"\n  {trace_of(record.exc_info[1])}"
        return line


class _OwnFile(RotatingFileHandler):
    """Only this user reads it."""

    @override
    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(
            os.fdopen(handle, "ab", buffering=0), self.encoding, write_through=True
        )


@contextmanager
def logging_to(folder: Path, level: str = "INFO") -> Iterator[Path | None]:
    """Log into ``folder`` until the block ends; yields the file, or None when the folder cannot be written to.

    A shop works without a log: then it goes to standard error, just as scrubbed.
    """
    place: Path | None = folder / NAME
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _OwnFile(
            folder / NAME, maxBytes=_LARGEST_BYTES, backupCount=_FILES, encoding="utf-8"
        )
    except OSError:
        place, handler = None, logging.StreamHandler()
    handler.setFormatter(NoPersonFormatter())
    handler.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    before = root.level
    root.setLevel(min(before, logging.getLevelName(level.upper())))
    root.addHandler(handler)
    try:
        yield place
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()
