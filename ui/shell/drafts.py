"""What was typed and not yet saved, kept outside the database: small files that survive kill -9 and a power cut.

A draft belongs to one workstation and one person; nobody else may read the files. Its name is the place it was
typed in and, for a record, its id: "work_orders", "work_orders:0198…", "customers:0198…:note".
"""

import contextlib
import hashlib
import json
import logging
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)
_FORMAT = 1
_RUNNING = "running"
_PLAIN = re.compile(r"[^a-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class DraftLabel:
    """How a draft is called when it is offered again: title, plate, and what it holds ("4 lines")."""

    title: str = ""
    plate: str = ""
    region: str = ""
    detail: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A kept draft; ``kept_at`` is UTC."""

    name: str
    kept_at: datetime
    data: Mapping[str, Any]
    label: DraftLabel = field(default_factory=DraftLabel)

    @property
    def place(self) -> str:
        """The page it was typed on."""
        return self.name.split(":", 1)[0]

    @property
    def key(self) -> str:
        """The record's id as text; empty for something new."""
        parts = self.name.split(":")
        return parts[1] if len(parts) > 1 else ""


class Drafts:
    """The drafts of one folder. Every method is quick enough for the screen's own thread.

    ``keep`` returns when the operating system has the file, so a killed program loses nothing; the disk is told
    to hurry by a thread of its own, so that a cut of power loses a moment at most.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._clock = clock
        self._disk = ThreadPoolExecutor(1, "drafts")
        self._is_closed = False
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.after_crash = (folder / _RUNNING).exists()
        """Whether the last desk of this folder ended without saying goodbye."""
        _write(folder / _RUNNING, str(os.getpid()))

    @classmethod
    def of(
        cls, data: Path, workstation: str, person: object, clock: Callable[[], datetime]
    ) -> "Drafts":
        """The drafts of a person at a workstation under the program's data folder."""
        place = _PLAIN.sub("-", workstation.lower()).strip("-")
        mark = hashlib.sha256(workstation.encode()).hexdigest()[:6]
        return cls(data / "drafts" / f"{place}-{mark}" / str(person), clock)

    def keep(self, name: str, data: Mapping[str, Any], label: DraftLabel | None = None) -> None:
        """Keep JSON-able ``data`` under the name, in place of what was kept there.

        A disk that is full or cannot be written to is written to the log: typing goes on.
        """
        content = {
            "format": _FORMAT,
            "name": name,
            "kept_at": self._clock().isoformat(),
            "label": asdict(label or DraftLabel()),
            "data": data,
        }
        try:
            path = _write(self._path(name), json.dumps(content, ensure_ascii=False))
        except OSError as error:
            _log.warning("a draft could not be kept: %s", type(error).__name__)
            return
        if self._is_closed:
            # of a window that goes away: nobody waits for it
            _settle(path)
            return
        self._disk.submit(_settle, path)

    def find(self, name: str) -> dict[str, Any] | None:
        """What was kept under the name; None when there is nothing, or it cannot be read."""
        draft = self.draft(name)
        return dict(draft.data) if draft else None

    def draft(self, name: str) -> Draft | None:
        """The whole draft of that name."""
        return _read(self._path(name))

    def drop(self, name: str) -> None:
        """Forget the draft: it was saved, or nobody wants it."""
        with contextlib.suppress(FileNotFoundError):
            self._path(name).unlink()

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest first; a torn file of another program is left alone."""
        found = [_read(path) for path in sorted(self.folder.glob("*.json"))]
        return tuple(sorted((d for d in found if d), key=lambda d: d.kept_at, reverse=True))

    def close(self) -> None:
        """Say goodbye when the disk has everything: the next start knows that this one ended well."""
        self._is_closed = True
        self._disk.shutdown(wait=True)
        with contextlib.suppress(FileNotFoundError):
            (self.folder / _RUNNING).unlink()

    def _path(self, name: str) -> Path:
        plain = _PLAIN.sub("-", name.lower()).strip("-")[:60]
        return self.folder / f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:10]}.json"


def _write(path: Path, text: str) -> Path:
    """Put the whole text in place of the file at once: nobody ever sees half of it."""
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        # mkstemp gives the file to its owner alone (0600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(made).replace(path)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise
    return path


def _settle(path: Path) -> None:
    """Have the disk keep what the operating system holds; a draft that was dropped meanwhile needs nothing."""
    for place, flags in ((path, os.O_RDONLY), (path.parent, os.O_RDONLY)):
        try:
            handle = os.open(place, flags)
        except OSError:
            # gone already, or a folder that Windows does not open
            continue
        try:
            os.fsync(handle)
        except OSError as error:
            _log.info("the disk did not confirm a draft: %s", type(error).__name__)
        finally:
            os.close(handle)


def _read(path: Path) -> Draft | None:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Draft(
            name=content["name"],
            kept_at=datetime.fromisoformat(content["kept_at"]),
            data=content["data"],
            label=DraftLabel(**content["label"]),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("a draft could not be read: %s", type(error).__name__)
        return None
